// The picture of the network: what is in focus, and which of the two ways of drawing is used (canvas.js, webgl.js).

/** Nodes from which on a graphics processor draws, where there is one. */
const CANVAS_LIMIT = 1500;

let painter = null;

function startNetwork(holder) {
  holder.drawn = () => (painter ? painter.drawn() : { nodes: [], edges: [], labels: [] });
  new ResizeObserver(() => painter?.resize()).observe(holder);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => painter && paintNetwork());
}

function colours() {
  const style = getComputedStyle(document.documentElement);
  const known = new Map(); // asking the style is slow, and a picture asks for each node
  return (variable) => {
    if (!known.has(variable)) known.set(variable, style.getPropertyValue(variable).trim());
    return known.get(variable);
  };
}

/** Changes after which the picture stays where the reader has moved it. */
const STAYING = new Set(["selection", "language", "pins", "communities"]);

/** Draw what a change asks for, and all of it in view unless the reader would lose their place. */
function paintPicture(part) {
  const fit = painter === null || !STAYING.has(part);
  if (fit) forgetFrame();
  paintNetwork(fit);
  if (fit) fitNetwork();
}

/** Draw the present state. `fit`: all of it will be brought into view next. */
function paintNetwork(fit = false) {
  const found = scene();
  const wanted = found.nodes.length > CANVAS_LIMIT && webglAvailable() ? webglPainter : canvasPainter;
  if (painter !== wanted) {
    painter?.stop();
    painter = wanted;
    painter.start(document.getElementById("network"));
  }
  painter.paint(found, inFocus(), colours(), fit);
}

const fitNetwork = () => painter.fit();
const zoomBy = (factor) => painter.zoom(factor);

/** A click on something drawn, or on nothing. */
function chosenInPicture(node, edge) {
  if (node?.startsWith("c:")) change("focus", { unfolded: new Set([...state.unfolded, Number(node.slice(2))]) });
  else if (node) select("party", node);
  else if (edge?.startsWith("b:")) select("bundle", edge);
  else if (edge) select("relation", edge);
  else select(null);
}

/** The relationships of the selection; null when nothing is selected. */
function selectedItems() {
  if (!state.selected) return null;
  const { kind, id } = state.selected;
  if (kind === "relation") return [model.relationships.get(id)];
  if (kind === "bundle") return scene().edges.find((edge) => edge.id === id)?.items || [];
  return kind === "party" ? model.around.get(id) || [] : null;
}

/** Who must be drawn as a node of its own because of the selection, the path or the actor looked around. */
function inFocusKeys() {
  const { selected, ego, path } = state;
  const keys = [];
  if (selected?.kind === "party") keys.push(selected.id);
  if (selected?.kind === "relation") keys.push(model.relationships.get(selected.id).subject, model.relationships.get(selected.id).object);
  if (ego) keys.push(ego.key);
  if (path) keys.push(path.from, path.to);
  if (!keys.length) return keys;
  const visible = new Set(visibleRelationships());
  return keys.filter((key) => (model.around.get(key) || []).some((item) => visible.has(item)));
}

/** The edges and nodes that a selection keeps bright; null when nothing is selected. */
function inFocus() {
  const items = selectedItems();
  if (!items) return null;
  const { at, edges } = scene();
  const chosen = new Set(items);
  const bright = state.selected.kind === "bundle" ? edges.filter((edge) => edge.id === state.selected.id) : edges.filter((edge) => edge.items.some((item) => chosen.has(item)));
  const nodes = new Set(state.selected.kind === "party" ? [at.get(state.selected.id)] : []);
  for (const edge of bright) nodes.add(edge.from).add(edge.to);
  return { edges: new Set(bright.map((edge) => edge.id)), nodes };
}

/** Bring a selection made elsewhere (table, search, panel) into view. */
function showSelection() {
  const focus = painter && state.view === "network" ? inFocus() : null;
  if (focus) painter.reveal([...focus.nodes].filter(Boolean));
}

function nodeTitle(node) {
  if (node.members) return `${t("group.of", { n: node.members.length, name: partyName(node.leader) })}\n${t("group.open")}`;
  const found = partyClass(node.id);
  return found ? `${partyName(node.id)} (${label(found)})` : partyName(node.id);
}

function edgeTitle(edge) {
  if (edge.bundle) return t("bundle.of", { n: edge.items.length });
  const [item] = edge.items;
  return `${sentence(item)}\n${t(`status.${item.shownStatus}`)} · ${t("claims", { n: item.list.length })}`;
}

function edgeText(edge) {
  if (edge.bundle) return String(edge.items.length);
  return MARKS[edge.items[0].shownStatus] + label(edge.items[0].kind);
}

function edgeColour(edge, colour) {
  if (edge.bundle) return colour("--faint");
  const [item] = edge.items;
  return item.shownStatus === "contested" ? colour("--contested") : colour(`--family-${familyOf(item).slot}`);
}

function nodeColours(node, colour) {
  if (node.members) return { background: colour("--sunken"), border: colour("--muted") };
  const found = partyClass(node.id);
  const tone = colour(`--tone-${found ? found.tone : 5}`);
  return { background: !found || found.hollow ? colour("--page") : tone, border: tone };
}
