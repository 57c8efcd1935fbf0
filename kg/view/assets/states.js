// States on the map: the outline that a state's capital lies in, tinted where the state or one of its bodies is a party to
// what is shown. That is who is spoken of, not where it happens.

/** Units around a capital in which an outline is looked for: small coasts are simplified away. */
const COAST = 30;
/** Claims from which on a state has the next darker tint. */
const TINTS = [1, 3, 8, 20];

const outlines = { shapes: null, of: new Map() };

/** Every country of the map; none in a page without a place or a state to show. */
function allShapes() {
  outlines.shapes ??= WORLD ? countryShapes() : [];
  return outlines.shapes;
}

/** The outline of a state, or null where the gazetteer knows no capital. */
function shapeOfState(key) {
  if (!outlines.of.has(key)) outlines.of.set(key, shapeAround(key));
  return outlines.of.get(key);
}

function shapeAround(key) {
  if (!Object.hasOwn(DATA.geography.seats, key)) return null;
  const [x, y] = mercator(DATA.geography.seats[key]);
  const pen = document.createElement("canvas").getContext("2d");
  pen.lineWidth = COAST * 2;
  const within = allShapes().filter((shape) => pen.isPointInPath((shape.area ??= new Path2D(shape.path)), x, y));
  const found = within.length ? within : allShapes().filter((shape) => pen.isPointInStroke(shape.area, x, y));
  return found.at(-1) || null; // the narrowest: a small state inside a large one
}

/** States that are, or whose bodies are, parties to the claims that are shown: key, name, shape, claims; most first. */
function statesShown() {
  const found = new Map();
  const partyState = (key) => (placeClasses.has(typeOf(key)) ? NO_COUNTRY : countryOf(key));
  for (const claim of visible().claims) {
    for (const key of distinct(partyState(claim.item.subject), partyState(claim.item.object))) {
      if (key === NO_COUNTRY) continue;
      if (!found.has(key)) found.set(key, { key, name: DATA.geography.names[key], shape: shapeOfState(key), claims: [] });
      found.get(key).claims.push(claim);
    }
  }
  return [...found.values()].sort((a, b) => b.claims.length - a.claims.length || (a.key < b.key ? -1 : 1));
}

const tintOf = (state) => TINTS.filter((least) => state.claims.length >= least).length;

function openState(key) {
  change("selection", { list: `state:${key}`, selected: null });
}

/** Tint the outlines anew; a click on one lists its claims. */
function tintStates(states) {
  const by = new Map(states.map((found) => [found.shape, found]));
  map.shapes.forEach((shape, index) => {
    const found = by.get(shape);
    const path = map.land.children[index];
    path.setAttribute("class", found ? `party tint-${tintOf(found)}${state.list === `state:${found.key}` ? " chosen" : ""}` : "");
    replace(path, found ? svg("title", {}, `${found.name}, ${t("claims", { n: found.claims.length })}`) : null);
    path.onclick = found ? () => openState(found.key) : null;
  });
}

/** The claims of a state as a list. */
function statePanel(key) {
  const found = statesShown().find((one) => one.key === key);
  if (!found) return null;
  return [closeList(), h("h2", {}, t("state.title", { name: found.name })), h("p", { class: "quiet" }, t("state.hint")), h("ul", { class: "lines" }, [...found.claims].sort(byTime).map(claimLine))];
}
