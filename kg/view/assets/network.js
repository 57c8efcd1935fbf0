// The drawing: vis-network on a canvas. Positions, shapes and curves come from the build; colours come from page.css.

const drawing = { network: null, nodes: null, edges: null };
const DIM = 0.16;

function startNetwork(holder) {
  const { nodes, edges, options } = DATA.network;
  drawing.nodes = new vis.DataSet(nodes);
  drawing.edges = new vis.DataSet(edges);
  drawing.network = new vis.Network(holder, { nodes: drawing.nodes, edges: drawing.edges }, options);
  drawing.network.on("click", (event) => {
    if (event.nodes.length) select("party", event.nodes[0]);
    else if (event.edges.length) select("relation", event.edges[0]);
    else select(null);
  });
  drawing.network.on("hoverEdge", () => holder.classList.add("pointing"));
  drawing.network.on("blurEdge", () => holder.classList.remove("pointing"));
  drawing.network.on("hoverNode", () => holder.classList.add("pointing"));
  drawing.network.on("blurNode", () => holder.classList.remove("pointing"));
  drawing.network.on("zoom", labelsSoon);
  holder.drawn = drawnBoxes;
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => paintNetwork());
}

/** Where everything that is drawn stands, in pixels of the window: for whoever exports or checks the picture. */
function drawnBoxes() {
  const { left, top } = document.getElementById("network").getBoundingClientRect();
  const scale = drawing.network.getScale();
  const place = ({ x, y }) => {
    const point = drawing.network.canvasToDOM({ x, y });
    return { x: point.x + left, y: point.y + top };
  };
  const nodes = drawing.nodes.get({ filter: (node) => !node.hidden });
  const edges = drawing.edges.get({ filter: (edge) => !edge.hidden && edge.from !== edge.to });
  return {
    nodes: nodes.map((node) => ({ id: node.id, ...place(node), radius: node.size * scale })),
    edges: edges.map((edge) => ({ id: edge.id, ...place(drawing.network.body.edges[edge.id].edgeType.getPoint(0.5)) })),
  };
}

function colours() {
  const style = getComputedStyle(document.documentElement);
  return (variable) => style.getPropertyValue(variable).trim();
}

/** Set colours, dashes, labels and visibility of everything that is drawn. */
function paintNetwork() {
  const colour = colours();
  const visible = visibleRelationships();
  const shown = new Set(visible.map((item) => item.id));
  const used = new Set(visible.flatMap((item) => [item.subject, item.object]));
  const focus = inFocus();
  drawing.nodes.update(DATA.network.nodes.map((node) => paintedNode(node, used, focus, colour)));
  drawing.edges.update(DATA.network.edges.map((edge) => paintedEdge(model.relationships.get(edge.id), shown, focus, colour)));
  markSelection();
  placeLabels(true);
}

/** The edges and nodes that a selection keeps bright; null when nothing is selected. */
function inFocus() {
  if (!state.selected) return null;
  const { kind, id } = state.selected;
  const items = kind === "relation" ? [model.relationships.get(id)] : model.around.get(id) || [];
  return { edges: new Set(items.map((item) => item.id)), nodes: new Set(items.flatMap((item) => [item.subject, item.object])) };
}

function paintedNode(node, used, focus, colour) {
  const found = partyClass(node.id);
  const tone = colour(`--tone-${found ? found.tone : 5}`);
  const background = !found || found.hollow ? colour("--page") : tone;
  const same = { background, border: tone };
  const ringed = { background, border: colour("--accent") };
  const dim = focus && !focus.nodes.has(node.id);
  return {
    id: node.id,
    hidden: !used.has(node.id),
    label: " ",
    full: node.label,
    title: nodeTitle(node.id),
    color: { ...same, highlight: ringed, hover: ringed },
    opacity: dim ? DIM + 0.1 : 1,
    font: { color: dim ? colour("--faint") : colour("--ink") },
  };
}

function nodeTitle(key) {
  const found = partyClass(key);
  const full = partyName(key);
  return found ? `${full} (${label(found)})` : full;
}

function paintedEdge(item, shown, focus, colour) {
  const status = item.shownStatus;
  const line = status === "contested" ? colour("--contested") : colour(`--family-${familyOf(item).slot}`);
  const dim = focus && !focus.edges.has(item.id);
  return {
    id: item.id,
    hidden: !shown.has(item.id),
    label: " ",
    full: MARKS[status] + label(item.kind),
    title: `${sentence(item)}\n${t(`status.${status}`)} · ${t("claims", { n: item.claims.length })}`,
    dashes: DASHES[status],
    color: { color: line, highlight: line, hover: line, opacity: dim ? DIM : 1 },
    background: { enabled: status === "contested" && !dim, color: colour("--contested-soft"), size: 11, dashes: false },
  };
}

function markSelection() {
  drawing.network.unselectAll();
  if (!state.selected) return;
  const { kind, id } = state.selected;
  if (kind === "relation") drawing.network.setSelection({ nodes: [], edges: [id] });
  else drawing.network.setSelection({ nodes: [id], edges: [] }, { highlightEdges: false });
}

function fitNetwork() {
  const nodes = drawing.nodes.getIds({ filter: (node) => !node.hidden });
  if (!nodes.length) return;
  drawing.network.fit({ nodes, animation: false, maxZoomLevel: 1.4, minZoomLevel: 0.05 });
  placeLabels(false);
}

function zoomBy(factor) {
  drawing.network.moveTo({ scale: drawing.network.getScale() * factor });
  placeLabels(false);
}

/** Bring a selection made elsewhere (table, search, panel) into view. */
function showSelection() {
  if (!state.selected || state.view !== "network") return;
  const ends = [...inFocus().nodes].filter((key) => !drawing.nodes.get(key).hidden);
  if (!ends.length) return;
  const { width, height } = document.getElementById("network").getBoundingClientRect();
  const away = ends.some((key) => {
    const point = drawing.network.canvasToDOM(drawing.network.getPosition(key));
    return point.x < 0 || point.y < 0 || point.x > width || point.y > height;
  });
  if (away) fitNetwork();
}
