// The picture on a canvas, by vis-network: every shape, dash and mark, for up to some hundreds of actors at ease.

const drawing = { network: null, nodes: null, edges: null, factor: 1, moved: false, painted: new Map(), icons: new Map() };
const DIM = 0.16;
/** Edges above which each is drawn a little see-through, so that a bundle of them does not hide what it crosses. */
const CROWDED = 150;
/** The largest scale that fitting gives. */
const LARGEST = 1.6;
/** Below this scale things keep their size on the screen while one zooms out. */
const SHRINK_UNTIL = 0.75;

const canvasPainter = { start: startCanvas, stop: stopCanvas, paint: paintOnCanvas, fit: fitCanvas, zoom: zoomCanvas, reveal: revealOnCanvas, drawn: drawnOnCanvas, resize: resizeCanvas };

function startCanvas(holder) {
  drawing.painted.clear();
  drawing.nodes = new vis.DataSet([]);
  drawing.edges = new vis.DataSet([]);
  drawing.network = new vis.Network(holder, { nodes: drawing.nodes, edges: drawing.edges }, DATA.network.options);
  drawing.network.on("click", (event) => chosenInPicture(event.nodes[0], event.edges[0]));
  drawing.network.on("dragEnd", (event) => event.nodes.length && pinNode(event.nodes[0]));
  for (const [event, on] of [["hoverEdge", true], ["blurEdge", false], ["hoverNode", true], ["blurNode", false]]) drawing.network.on(event, () => holder.classList.toggle("pointing", on));
  drawing.network.on("zoom", labelsSoon);
  for (const event of ["zoom", "dragStart"]) drawing.network.on(event, () => (drawing.moved = true));
  drawing.network.on("beforeDrawing", drawGroups);
  drawing.network.on("afterDrawing", (context) => {
    drawIcons(context);
    drawLabels(context);
  });
}

function stopCanvas() {
  drawing.network.destroy();
  drawing.network = null;
}

/** A node that was dragged stays where it was put. */
function pinNode(id) {
  drawing.painted.delete(id); // it stands elsewhere than where it was painted
  if (id.startsWith("c:")) return;
  const { x, y } = drawing.network.getPosition(id);
  const { width, height } = drawing.scene.frame;
  change("pins", { pinned: new Map([...state.pinned, [id, [Math.round((x * PINS) / width), Math.round((y * PINS) / height)]]]) });
}

/** Set what is drawn: what left the scene goes, what came is added, what differs is changed. */
function paintOnCanvas(found, focus, colour, fit = false) {
  drawing.scene = found;
  if (fit) drawing.factor = factorAt(placeToFit(found)?.scale);
  drawing.colour = colour;
  const { renderer } = drawing.network;
  renderer.allowRedraw = false; // vis-network would redraw after each of these steps
  keepOnly(drawing.edges, found.edges);
  keepOnly(drawing.nodes, found.nodes);
  updateChanged(drawing.nodes, found.nodes.map((node) => paintedNode(node, focus, colour)));
  updateChanged(drawing.edges, found.edges.map((edge) => paintedEdge(edge, focus, colour)));
  markSelection();
  renderer.allowRedraw = true;
  if (!fit) placeLabels();
}

/** vis-network takes its time with each item: only those that differ from what was painted last. */
function updateChanged(set, items) {
  const changed = items.filter((item) => {
    const text = JSON.stringify(item);
    if (drawing.painted.get(item.id) === text) return false;
    drawing.painted.set(item.id, text);
    return true;
  });
  if (changed.length) set.update(changed);
}

function keepOnly(set, items) {
  const ids = new Set(items.map((item) => item.id));
  const gone = set.getIds().filter((id) => !ids.has(id));
  if (gone.length) set.remove(gone);
  for (const id of gone) drawing.painted.delete(id);
}

function paintedNode(node, focus, colour) {
  const same = nodeColours(node, colour);
  const ringed = { background: same.background, border: colour("--accent") };
  const dim = focus && !focus.nodes.has(node.id);
  return {
    id: node.id,
    x: node.x,
    y: node.y,
    title: nodeTitle(node),
    shape: node.shape,
    ...(node.shape === "box" ? wordBox(node) : {}),
    size: node.radius * drawing.factor,
    borderWidth: Math.min(node.members ? 1.2 : 2, node.radius * 0.3) * drawing.factor,
    shapeProperties: { borderDashes: node.members ? [4 * drawing.factor, 3 * drawing.factor] : false },
    color: { ...same, highlight: ringed, hover: ringed },
    opacity: dim ? DIM + 0.1 : 1,
  };
}

/** A word stands in a box of its own size. */
function wordBox(node) {
  const { letter } = drawing.scene.frame;
  const [wide, high] = [(textWidth(node.label) + 1.2) * letter * drawing.factor, letter * 1.9 * drawing.factor];
  return { widthConstraint: { minimum: wide, maximum: wide }, heightConstraint: { minimum: high }, margin: 0 };
}

function paintedEdge(edge, focus, colour) {
  const line = edgeColour(edge, colour);
  const dim = focus && !focus.edges.has(edge.id);
  const status = edge.bundle ? "asserted" : edge.items[0].shownStatus;
  const factor = drawing.factor * drawing.scene.frame.thin;
  return {
    id: edge.id,
    from: edge.from,
    to: edge.to,
    arrows: { to: { enabled: !edge.bundle && Boolean(edge.items[0].arrow), scaleFactor: 0.3 + 0.4 * drawing.scene.frame.thin } },
    width: edge.width * factor,
    smooth: curve(status === "contested" ? edge.bend || BARELY : edge.bend),
    title: edgeTitle(edge),
    dashes: DASHES[status] ? DASHES[status].map((length) => length * factor) : false,
    color: { color: line, highlight: line, hover: line, opacity: dim ? DIM : drawing.scene.edges.length > CROWDED ? 0.7 : 1 },
    background: { enabled: status === "contested" && !dim, color: colour("--contested-soft"), size: edge.width * factor + 8, dashes: false },
  };
}

/** vis-network draws no halo behind a line that is quite straight. */
const BARELY = 0.02;

function curve(bend) {
  return bend ? { enabled: true, type: bend > 0 ? "curvedCW" : "curvedCCW", roundness: Math.abs(bend) } : { enabled: false };
}

function markSelection() {
  drawing.network.unselectAll();
  if (!state.selected) return;
  const { kind, id } = state.selected;
  if (kind === "party" && drawing.nodes.get(id)) drawing.network.setSelection({ nodes: [id], edges: [] }, { highlightEdges: false });
  if (kind !== "party" && drawing.edges.get(id)) drawing.network.setSelection({ nodes: [], edges: [id] });
}

/** All of it in view, with room for the names at the rim. */
function fitCanvas() {
  const place = placeToFit(drawing.scene);
  if (!place) {
    placeLabels();
    return;
  }
  drawing.network.moveTo({ ...place, animation: false });
  drawing.moved = false;
  resize();
  placeLabels();
}

/** The middle and the scale at which the frame and all nodes are in view; null where there are none, or no room. */
function placeToFit({ nodes, frame }) {
  const { width, height } = document.getElementById("network").getBoundingClientRect();
  if (!nodes.length || !width) return null;
  const [left, right] = extent([-frame.width / 2, frame.width / 2, ...nodes.map((node) => node.x)]);
  const [top, bottom] = extent([-frame.height / 2, frame.height / 2, ...nodes.map((node) => node.y)]);
  const scale = Math.min(width / (right - left), height / (bottom - top), LARGEST);
  return { position: { x: (left + right) / 2, y: (top + bottom) / 2 }, scale };
}

const extent = (values) => values.reduce(([least, most], value) => [Math.min(least, value), Math.max(most, value)], [Infinity, -Infinity]);

/** vis-network scales the picture when its frame changes: fit it again, or keep the names in size where one has moved. */
function resizeCanvas() {
  requestAnimationFrame(() => {
    if (!drawing.network || !drawing.scene) return;
    if (drawing.moved) placeLabels();
    else if (misfits(drawing.scene.frame)) paintPicture();
    else fitCanvas();
  });
}

/** Far out, shapes and lines grow so that they stay visible. Only after larger steps: every change costs a redraw. */
function resize() {
  const wanted = factorAt(drawing.network.getScale());
  if (wanted === drawing.factor) return;
  drawing.factor = wanted;
  paintOnCanvas(drawing.scene, inFocus(), drawing.colour);
}

/** By how much things grow at a scale. */
function factorAt(scale = 1) {
  const wanted = Math.max(1, SHRINK_UNTIL / scale);
  return wanted / drawing.factor < 1.25 && drawing.factor / wanted < 1.25 ? drawing.factor : wanted;
}

function zoomCanvas(factor) {
  drawing.moved = true;
  drawing.network.moveTo({ scale: drawing.network.getScale() * factor });
  resize();
  placeLabels();
}

function revealOnCanvas(ids) {
  const { width, height } = document.getElementById("network").getBoundingClientRect();
  const away = ids.some((id) => {
    const point = drawing.network.canvasToDOM(drawing.network.getPosition(id));
    return point.x < 0 || point.y < 0 || point.x > width || point.y > height;
  });
  if (away) fitCanvas();
}

/** Where everything that is drawn stands, in pixels of the window: for whoever exports or checks the picture. */
function drawnOnCanvas() {
  const { left, top } = document.getElementById("network").getBoundingClientRect();
  const scale = drawing.network.getScale();
  const place = ({ x, y }) => {
    const point = drawing.network.canvasToDOM({ x, y });
    return { x: point.x + left, y: point.y + top };
  };
  const edges = drawing.edges.get({ filter: (edge) => edge.from !== edge.to });
  return {
    scale,
    nodes: drawing.nodes.get().map((node) => ({ id: node.id, ...place(node), radius: node.size * scale })),
    edges: edges.map((edge) => ({ id: edge.id, ...place(drawing.network.body.edges[edge.id].edgeType.getPoint(0.5)) })),
    labels: labels.placed.map((label) => ({ id: label.id, edge: Boolean(label.edge), ...place(labelMiddle(label)), width: label.width * scale, height: label.height * scale })),
  };
}
