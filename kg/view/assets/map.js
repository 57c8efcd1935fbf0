// The map: places of claims on the outlines of countries. Near markers are drawn together and part when zoomed into.

const ZOOM = { least: 0.03, most: 60, step: 1.6 };
/** Pixels between the middles of two markers below which they are one, whatever their size. */
const TOGETHER = 26;
/** Units that a fitted map covers at least, about 1,500 kilometres; and spots below which the states are fitted, too. */
const LEAST_SPAN = 380;
const FEW_SPOTS = 4;
/** Share of the claims that may lie outside the first view of the map, where they would make the rest of it small. */
const AWAY = 0.08;
const MAP_NAMES = 40;
const COUNTRY_NAME_LIMIT = 60;

/** `x`, `y`: the middle, in units of the map; `scale`: pixels a unit. */
const map = { view: null, svg: null, land: null, names: null, markers: null, shapes: null, drag: null, pointers: new Map(), saving: 0 };

keepInAddress("map", "", (text) => (/^-?\d{1,5},-?\d{1,5},\d{1,5}$/.test(text) ? text : ""), false);

function paintMap() {
  const holder = document.getElementById("map-view");
  if (!holder.firstChild || map.lang !== state.lang) makeMap(holder);
  const places = placesShown();
  map.spots = spotsOf(places);
  map.states = statesShown();
  tintStates(map.states);
  replace(map.list, placeList(places));
  if (state.map) readMapView();
  else fitMap();
  drawMap();
}

function makeMap(holder) {
  map.lang = state.lang;
  map.shapes = allShapes();
  map.land = svg("g", { class: "land" }, map.shapes.map((shape) => svg("path", { d: shape.path })));
  map.names = svg("g", { class: "country-names", "aria-hidden": "true" });
  map.markers = svg("g", {});
  map.svg = svg("svg", { class: "map-svg", id: "map-svg" }, map.land, map.names, map.markers);
  map.list = h("div", { class: "place-list" });
  const tool = (key, text, action) => button(text, { "aria-label": t(key), title: t(key), id: `map-${key}` }, action);
  const tools = h("div", { class: "zoom" }, tool("zoom.in", "+", () => zoomMap(ZOOM.step)), tool("zoom.out", "−", () => zoomMap(1 / ZOOM.step)), tool("zoom.fit", "⤢", showAll));
  const frame = h("div", { class: "map-frame", id: "map-frame", role: "group", tabindex: 0, "aria-label": t("map.name"), on: mapListeners() }, map.svg);
  replace(holder, h("div", { class: "map-holder", hidden: !WORLD }, frame, tools), map.list);
  if (!map.observer) {
    map.observer = new ResizeObserver(() => {
      if (state.view !== "map" || !map.view) return;
      if (!state.map) fitMap();
      drawMap();
    });
    map.observer.observe(holder);
  }
}

/** Places at one point are one spot, whatever they are called. */
function spotsOf(places) {
  const spots = new Map();
  for (const place of places) {
    if (!place.at) continue;
    const { spot: id, at, wide } = place;
    if (!spots.has(id)) spots.set(id, { id, at, wide, places: [] });
    spots.get(id).places.push(place);
  }
  return [...spots.values()];
}

function mapSize() {
  const { width, height } = map.svg.getBoundingClientRect();
  return { width: width || 600, height: height || 400 };
}

/**
 * What is there with some room around: the markers, but for some far away (`all`: these, too); where they are few, the
 * states spoken of, too; else the world.
 */
function fitMap(spots = null, all = false) {
  const { width, height } = mapSize();
  const states = map.states.filter((found) => found.shape).map((found) => found.shape.label);
  const marked = (spots || (all ? map.spots : bulkOf(map.spots))).map((spot) => spot.at);
  const some = spots || map.spots.length >= FEW_SPOTS ? marked : [...marked, ...states];
  const points = some.length ? some : [mercator([60, -150]), mercator([-50, 170])];
  const [left, right] = extent(points.map(([x]) => x));
  const [top, bottom] = extent(points.map(([, y]) => y));
  const least = spots ? 0 : LEAST_SPAN;
  const scale = Math.min((width * 0.7) / Math.max(right - left, least, 1), (height * 0.7) / Math.max(bottom - top, least, 1));
  setMapView((left + right) / 2, (top + bottom) / 2, scale);
}

/** The spots without the few claims (`AWAY`) that lie farthest from the middle of all. */
function bulkOf(spots) {
  const weight = (spot) => spot.places.reduce((sum, place) => sum + place.claims.length, 0);
  const total = spots.reduce((sum, spot) => sum + weight(spot), 0);
  const middle = [0, 1].map((axis) => {
    const sorted = [...spots].sort((a, b) => a.at[axis] - b.at[axis]);
    let passed = 0;
    return sorted.find((spot) => (passed += weight(spot)) >= total / 2)?.at[axis] ?? 0;
  });
  const far = (spot) => Math.hypot(spot.at[0] - middle[0], spot.at[1] - middle[1]);
  let left = total * AWAY;
  return [...spots].sort((a, b) => far(b) - far(a) || (a.id < b.id ? -1 : 1)).filter((spot) => left < 0 || (left -= weight(spot)) < 0);
}

/** Everything in view. */
function showAll() {
  fitMap(null, true);
  movedMap();
}

function setMapView(x, y, scale) {
  const bounded = (value) => Math.max(0, Math.min(WORLD_UNITS, value));
  map.view = { x: bounded(x), y: bounded(y), scale: Math.max(ZOOM.least, Math.min(ZOOM.most, scale)) };
}

/** The middle in whole units and the scale in hundredths, as the address has them. */
function readMapView() {
  const [x, y, scale] = state.map.split(",").map(Number);
  setMapView(x, y, scale / 100);
}

/** The reader moved the map: draw it, and let the address follow once it rests. */
function movedMap() {
  const { x, y, scale } = map.view;
  state.map = [Math.round(x), Math.round(y), Math.max(1, Math.round(scale * 100))].join(",");
  drawMap();
  clearTimeout(map.saving);
  map.saving = setTimeout(() => saveAddress("replaceState"), SAVE_AFTER);
}

/** Zoom around a point of the picture (pixels), or around its middle. */
function zoomMap(factor, at = null) {
  const { width, height } = mapSize();
  const { x, y, scale } = map.view;
  const [dx, dy] = at ? [at.x - width / 2, at.y - height / 2] : [0, 0];
  const next = Math.max(ZOOM.least, Math.min(ZOOM.most, scale * factor));
  setMapView(x + dx / scale - dx / next, y + dy / scale - dy / next, next);
  movedMap();
}

function panMap(dx, dy) {
  const { x, y, scale } = map.view;
  setMapView(x - dx / scale, y - dy / scale, scale);
  movedMap();
}

function onScreen([x, y], { width, height }) {
  return { x: (x - map.view.x) * map.view.scale + width / 2, y: (y - map.view.y) * map.view.scale + height / 2 };
}

function drawMap() {
  const size = mapSize();
  const { x, y, scale } = map.view;
  map.svg.setAttribute("viewBox", `0 0 ${size.width} ${size.height}`);
  map.land.setAttribute("transform", `translate(${size.width / 2 - x * scale} ${size.height / 2 - y * scale}) scale(${scale})`);
  const focused = document.activeElement?.dataset?.spot;
  const taken = new Taken(80);
  const clusters = clustersOf(size);
  for (const cluster of clusters) taken.add(boxAround(cluster.x, cluster.y, cluster.radius * 2, cluster.radius * 2), cluster.id);
  replace(map.markers, clusters.flatMap((cluster, index) => marker(cluster, index < MAP_NAMES, taken)));
  drawCountryNames(size, taken);
  if (focused) map.markers.querySelector(`[data-spot="${CSS.escape(focused)}"]`)?.focus();
}

/** Spots of the picture, those that would overlap joined to the one with more claims. */
function clustersOf(size) {
  const clusters = [];
  const weight = (spot) => spot.places.reduce((sum, place) => sum + place.claims.length, 0);
  const spots = map.spots.map((spot) => ({ ...spot, ...onScreen(spot.at, size), weight: weight(spot) })).sort((a, b) => b.weight - a.weight);
  for (const spot of spots) {
    if (spot.x < -50 || spot.y < -50 || spot.x > size.width + 50 || spot.y > size.height + 50) continue;
    const meets = (cluster) => Math.hypot(cluster.x - spot.x, cluster.y - spot.y) < Math.max(TOGETHER, markerRadius(cluster.weight) + markerRadius(spot.weight) - 3);
    const near = clusters.find(meets);
    if (near) {
      near.spots.push(spot);
      near.weight += spot.weight;
    } else clusters.push({ id: spot.id, x: spot.x, y: spot.y, weight: spot.weight, wide: spot.wide, spots: [spot] });
  }
  for (const cluster of clusters) {
    cluster.places = cluster.spots.flatMap((spot) => spot.places);
    const claims = [...new Set(cluster.places.flatMap((place) => place.claims))];
    Object.assign(cluster, { claims, voices: new Set(claims.map(voiceOf)).size, radius: markerRadius(claims.length) });
  }
  return clusters;
}

const markerRadius = (claims) => Math.min(24, 8 + 2 * Math.sqrt(claims));

/** A marker: how many claims, the place's name where there is room. Several places: a click parts them. */
function marker(cluster, named, taken) {
  const several = cluster.spots.length > 1;
  const names = cluster.places.map((place) => place.name).join(", ");
  const title = several ? t("map.several", { n: cluster.spots.length }) : cluster.wide ? t("map.somewhere", { name: names }) : names;
  const full = `${title}, ${placeSummary(cluster)}${several ? `, ${t("zoom.in")}` : ""}`;
  const open = () => (several ? partCluster(cluster) : openPlace(cluster.id));
  const attributes = {
    class: `marker${several ? " several" : ""}${cluster.wide ? " wide-area" : ""}${state.list === `place:${cluster.id}` ? " chosen" : ""}`,
    role: "button",
    tabindex: 0,
    "data-spot": cluster.id,
    "aria-label": full,
    transform: `translate(${cluster.x.toFixed(1)} ${cluster.y.toFixed(1)})`,
    on: { click: open, keydown: (event) => pressed(event, open) },
  };
  const count = svg("text", { class: "marker-count", y: 4 }, cluster.claims.length);
  const words = svg("g", { class: "marker-words", "aria-hidden": "true", transform: attributes.transform }, count, named ? markerLabel(cluster, several ? `${cluster.places[0].name} +${cluster.spots.length - 1}` : title, taken) : null);
  return [svg("g", attributes, svg("title", {}, full), svg("circle", { r: cluster.radius.toFixed(1) })), words];
}

/** The name of a marker below it, else above it, where nothing else stands. */
function markerLabel(cluster, title, taken) {
  const text = clipped(title, 30);
  for (const y of [cluster.radius + 14, -cluster.radius - 6]) {
    const box = boxAround(cluster.x, cluster.y + y - 4, text.length * 7 + 8, 16);
    if (!taken.free(box, cluster.id)) continue;
    taken.add(box, cluster.id);
    return svg("text", { class: "marker-name", y: y.toFixed(1) }, text);
  }
  return null;
}

/** Enter and the space bar press what is drawn as a button. */
function pressed(event, action) {
  if (event.key !== "Enter" && event.key !== " ") return;
  event.preventDefault();
  event.stopPropagation();
  action();
}

function partCluster(cluster) {
  fitMap(cluster.spots);
  movedMap();
  map.markers.querySelector("[data-spot]")?.focus();
}

function openPlace(id) {
  change("selection", { list: `place:${id}`, selected: null });
}

/** Names of countries that are large enough on the picture, where no marker stands. */
function drawCountryNames(size, taken) {
  const names = [];
  for (const shape of map.shapes) {
    if (!shape.code || names.length >= COUNTRY_NAME_LIMIT) continue;
    const { x, y } = onScreen(shape.label, size);
    if (x < 0 || y < 0 || x > size.width || y > size.height) continue;
    if (shape.width * map.view.scale < 36) break;
    const text = countryName(shape.code);
    const box = boxAround(x, y, text.length * 7, 14);
    if (!text || !taken.free(box, shape.code)) continue;
    taken.add(box, shape.code);
    names.push(svg("text", { x: x.toFixed(1), y: (y + 4).toFixed(1) }, text));
  }
  replace(map.names, names);
}

/** The same as lists: how much has a place, places on the map, places that are not known, and states spoken of. */
function placeList(places) {
  const group = (title, list, line) => (list.length ? h("section", {}, h("h2", { class: "list-title" }, `${title} (${number(list.length)})`), h("ul", { class: "lines" }, list.map(line))) : null);
  const placed = (claims) => claims.reduce((sum, claim) => sum + (placesOf(claim).length ? 1 : 0), 0);
  const { claims } = visible();
  const [all, shown] = [placed(claimsRelated), placed(claims)];
  const nowhere = claims.length - shown;
  const key = (name, text) => h("span", { class: "map-key" }, h("span", { class: `key-${name}`, "aria-hidden": "true" }), text);
  const keys = WORLD ? h("p", { class: "quiet map-keys" }, key("place", t("map.key.place")), key("area", t("map.key.area")), key("state", t("map.key.state"))) : null;
  const listed = nowhere ? button(t("map.nowhere.open"), { class: "small", id: "map-nowhere" }, () => change("selection", { list: "nowhere", selected: null })) : null;
  const said = claims.length ? h("p", { class: "map-hidden" }, h("span", { class: "quiet" }, t("map.placed", { n: shown, all: claims.length })), listed) : h("p", { class: "quiet" }, t("map.empty"));
  const hidden = all > shown ? h("p", { class: "map-hidden" }, h("span", { class: "quiet" }, t("map.hidden", { n: all - shown })), button(t("filters.all"), { class: "small", id: "map-all" }, () => change("filters", openFilters()))) : null;
  const stateLine = (found) => lineTo(found.name, t("claims", { n: found.claims.length }), { "data-state": found.key }, () => openState(found.key));
  return [keys, said, hidden, group(t("map.located"), places.filter((place) => place.at), placeLine), group(t("map.unlocated"), places.filter((place) => !place.at), placeLine), group(t("map.states"), map.states, stateLine), WORLD ? h("p", { class: "quiet credit" }, t("map.credit")) : null];
}

function placeLine(place) {
  return lineTo(place.wide ? t("map.somewhere", { name: place.name }) : place.name, placeSummary(place), { "data-place": place.key }, () => openPlace(place.spot));
}

function lineTo(text, hint, attributes, action) {
  return h("li", {}, button([h("span", { class: "line-text" }, name(text)), h("span", { class: "line-hint" }, hint)], { class: "line-button", ...attributes }, action));
}
