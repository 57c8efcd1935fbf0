// The map: places of claims on the outlines of countries. Near markers are drawn together and part when zoomed into.

const ZOOM = { least: 0.03, most: 60, step: 1.6 };
/** Pixels between the middles of two markers below which they are one, whatever their size. */
const TOGETHER = 26;
/** Units that a fitted map covers at least: a few hundred kilometres. */
const LEAST_SPAN = 130;
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
  replace(map.list, placeList(places));
  if (state.map) readMapView();
  else if (!map.view || !map.placed) fitMap();
  map.placed = map.spots.length > 0;
  drawMap();
}

function makeMap(holder) {
  map.lang = state.lang;
  map.shapes ??= WORLD ? countryShapes() : [];
  map.land = svg("g", { class: "land" }, map.shapes.map((shape) => svg("path", { d: shape.path })));
  map.names = svg("g", { class: "country-names", "aria-hidden": "true" });
  map.markers = svg("g", {});
  map.svg = svg("svg", { class: "map-svg", id: "map-svg" }, map.land, map.names, map.markers);
  map.list = h("div", { class: "place-list" });
  const tool = (key, text, action) => button(text, { "aria-label": t(key), title: t(key), id: `map-${key}` }, action);
  const tools = h("div", { class: "zoom" }, tool("zoom.in", "+", () => zoomMap(ZOOM.step)), tool("zoom.out", "−", () => zoomMap(1 / ZOOM.step)), tool("zoom.fit", "⤢", () => { fitMap(); movedMap(); }));
  const frame = h("div", { class: "map-frame", id: "map-frame", role: "group", tabindex: 0, "aria-label": t("map.name"), on: mapListeners() }, map.svg);
  replace(holder, h("div", { class: "map-holder" }, frame, tools), map.list);
  if (!map.observer) {
    map.observer = new ResizeObserver(() => state.view === "map" && map.view && drawMap());
    map.observer.observe(holder);
  }
}

/** Places at one point are one spot, whatever they are called. */
function spotsOf(places) {
  const spots = new Map();
  for (const place of places) {
    if (!place.point) continue;
    const id = place.point.join(",");
    if (!spots.has(id)) spots.set(id, { id, at: mercator(place.point), places: [] });
    spots.get(id).places.push(place);
  }
  return [...spots.values()];
}

function mapSize() {
  const { width, height } = map.svg.getBoundingClientRect();
  return { width: width || 600, height: height || 400 };
}

/** The whole of the markers, with some room around; the whole world where there are none. */
function fitMap(spots = map.spots) {
  const { width, height } = mapSize();
  const points = spots.length ? spots.map((spot) => spot.at) : [mercator([60, -150]), mercator([-50, 170])];
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const scale = Math.min((width * 0.62) / Math.max(right - left, LEAST_SPAN), (height * 0.62) / Math.max(bottom - top, LEAST_SPAN));
  setMapView((left + right) / 2, (top + bottom) / 2, scale);
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
    } else clusters.push({ id: spot.id, x: spot.x, y: spot.y, weight: spot.weight, spots: [spot] });
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
  const title = several ? t("map.several", { n: cluster.spots.length }) : cluster.places.map((place) => place.name).join(", ");
  const full = `${title}, ${placeSummary(cluster)}${several ? `, ${t("zoom.in")}` : ""}`;
  const open = () => (several ? partCluster(cluster) : openPlace(cluster.id));
  const attributes = {
    class: `marker${several ? " several" : ""}${state.list === `place:${cluster.id}` ? " chosen" : ""}`,
    role: "button",
    tabindex: 0,
    "data-spot": cluster.id,
    "aria-label": full,
    transform: `translate(${cluster.x.toFixed(1)} ${cluster.y.toFixed(1)})`,
    on: { click: open, keydown: (event) => pressed(event, open) },
  };
  const count = svg("text", { class: "marker-count", y: 4 }, cluster.claims.length);
  const words = svg("g", { class: "marker-words", "aria-hidden": "true", transform: attributes.transform }, count, named ? markerLabel(cluster, title, taken) : null);
  return [svg("g", attributes, svg("title", {}, full), svg("circle", { r: cluster.radius.toFixed(1) })), words];
}

function markerLabel(cluster, title, taken) {
  const text = clipped(title, 26);
  const box = boxAround(cluster.x, cluster.y + cluster.radius + 10, text.length * 7 + 8, 16);
  if (!taken.free(box, cluster.id)) return null;
  taken.add(box, cluster.id);
  return svg("text", { class: "marker-name", y: (cluster.radius + 14).toFixed(1) }, text);
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

/** The same places as a list, first those on the map, then those whose place on it is not known. */
function placeList(places) {
  const group = (title, list) => (list.length ? h("section", {}, h("h2", { class: "list-title" }, `${title} (${list.length})`), h("ul", { class: "lines" }, list.map(placeLine))) : null);
  const placed = (claims) => claims.reduce((sum, claim) => sum + (placesOf(claim).length ? 1 : 0), 0);
  const [all, shown] = [placed(claimsRelated), placed(visible().claims)];
  const hidden = all > shown ? h("p", { class: "map-hidden" }, h("span", { class: "quiet" }, t("map.hidden", { n: all - shown })), " ", button(t("filters.all"), { class: "small", id: "map-all" }, () => change("filters", openFilters()))) : null;
  return [places.length ? null : h("p", { class: "quiet" }, t("map.none")), hidden, group(t("map.located"), places.filter((place) => place.point)), group(t("map.unlocated"), places.filter((place) => !place.point)), h("p", { class: "quiet credit" }, t("map.credit"))];
}

function placeLine(place) {
  const id = place.point ? place.point.join(",") : place.key;
  const inner = [h("span", { class: "line-text" }, name(place.name)), h("span", { class: "line-hint" }, placeSummary(place))];
  return h("li", {}, button(inner, { class: "line-button", "data-place": place.key }, () => openPlace(id)));
}
