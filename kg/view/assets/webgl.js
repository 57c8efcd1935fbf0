// The picture on the graphics processor, by sigma.js, for more actors than a canvas can move: the same colours, shapes,
// dashes and arrows, without icons and names of relations. The library is in the page only where it can be needed.

const webgl = { sigma: null, graph: null, scene: null, focus: null, colour: null };
/** Numbers of the shapes in kg/view/vendor/webgl/entry.mjs. */
const SHAPE_NUMBERS = { dot: 0, square: 1, diamond: 2, triangle: 3, triangleDown: 4, hexagon: 5, star: 6, box: 1 };
const HOLLOW = 10;
/** Nodes up to which shapes have their full size; among more they are smaller. */
const ROOMY = 900;

const webglPainter = { start: startWebgl, stop: stopWebgl, paint: paintWebgl, fit: fitWebgl, zoom: zoomWebgl, reveal: revealWebgl, drawn: drawnWebgl, resize: () => webgl.sigma.resize().refresh() };

/** Whether there is the library and a way to draw with it. */
function webglAvailable() {
  if (typeof sigmaKit === "undefined") return false;
  const probe = document.createElement("canvas");
  return Boolean(probe.getContext("webgl2") || probe.getContext("webgl"));
}

function startWebgl(holder) {
  webgl.graph = new sigmaKit.Graph({ type: "directed", multi: true });
  webgl.sigma = new sigmaKit.Sigma(webgl.graph, holder, {
    allowInvalidContainer: true,
    defaultNodeType: "shape",
    nodeProgramClasses: sigmaKit.nodePrograms,
    edgeProgramClasses: sigmaKit.edgePrograms,
    enableEdgeEvents: true,
    labelDensity: 0.5,
    labelGridCellSize: 110,
    labelRenderedSizeThreshold: 2.5,
    minEdgeThickness: 0.6,
    stagePadding: 40,
    zIndex: true,
    nodeReducer: reducedNode,
    edgeReducer: reducedEdge,
  });
  webgl.sigma.on("beforeRender", () => (webgl.names = new Taken(LABEL_PIXELS * 8)));
  webgl.sigma.on("clickNode", ({ node }) => chosenInPicture(node, null));
  webgl.sigma.on("clickEdge", ({ edge }) => chosenInPicture(null, edge));
  webgl.sigma.on("clickStage", () => chosenInPicture(null, null));
  for (const [event, on] of [["enterNode", true], ["leaveNode", false], ["enterEdge", true], ["leaveEdge", false]]) webgl.sigma.on(event, () => holder.classList.toggle("pointing", on));
}

function stopWebgl() {
  webgl.sigma.kill();
  Object.assign(webgl, { sigma: null, graph: null, scene: null });
}

function paintWebgl(found, focus, colour) {
  Object.assign(webgl, { focus, colour });
  const style = { labelColor: { color: colour("--ink") }, labelFont: getComputedStyle(document.body).fontFamily, labelSize: LABEL_PIXELS, defaultDrawNodeHover: drawHover, defaultDrawNodeLabel: drawName };
  for (const [name, value] of Object.entries(style)) webgl.sigma.setSetting(name, value);
  if (webgl.scene !== found) fillGraph(found, colour);
  webgl.scene = found;
  webgl.sigma.refresh();
}

function fillGraph(found, colour) {
  webgl.graph.clear();
  webgl.crowd = Math.min(1, Math.sqrt(ROOMY / found.nodes.length));
  for (const node of found.nodes) webgl.graph.addNode(node.id, nodeAttributes(node, colour));
  for (const edge of found.edges) if (edge.from !== edge.to) webgl.graph.addEdgeWithKey(edge.id, edge.from, edge.to, edgeAttributes(edge, colour));
}

function nodeAttributes(node, colour) {
  const found = partyClass(node.id);
  const hollow = !found || found.hollow ? HOLLOW : 0;
  return { x: node.x, y: -node.y, size: (2.5 + node.size / 4) * webgl.crowd, label: node.label.replaceAll("\n", " "), color: nodeColours(node, colour).border, shape: SHAPE_NUMBERS[node.shape] + hollow };
}

function edgeAttributes(edge, colour) {
  const plain = edge.bundle || edge.items[0].shownStatus === "asserted";
  const arrow = !edge.bundle && edge.items[0].arrow;
  return { size: edge.width * 0.55, color: edgeColour(edge, colour), type: arrow ? "arrow" : "line", dash: !plain };
}

function reducedNode(key, data) {
  const { focus, colour } = webgl;
  if (!focus) return data;
  return focus.nodes.has(key) ? { ...data, forceLabel: true, zIndex: 1 } : { ...data, size: 1.2, color: colour("--faint"), label: null, zIndex: 0 };
}

function reducedEdge(key, data) {
  const { focus, colour } = webgl;
  if (!focus) return data;
  return focus.edges.has(key) ? { ...data, size: data.size * 2, zIndex: 1 } : { ...data, color: colour("--rule"), hidden: webgl.graph.size > 3000, zIndex: 0 };
}

/** A name with a halo in the colour of the page, unless another one stands there. */
function drawName(context, data, settings) {
  if (!data.label) return;
  context.font = `${settings.labelSize}px ${settings.labelFont}`;
  context.lineJoin = "round";
  context.lineWidth = 4;
  context.strokeStyle = webgl.colour("--page");
  context.fillStyle = webgl.colour("--ink");
  const [x, y] = [data.x + data.size + 3, data.y + settings.labelSize / 3];
  const box = { left: x - 3, right: x + context.measureText(data.label).width + 3, top: data.y - LABEL_PIXELS * 0.7, bottom: data.y + LABEL_PIXELS * 0.7 };
  if (!webgl.names.free(box, data.key)) return;
  webgl.names.add(box, data.key);
  context.strokeText(data.label, x, y);
  context.fillText(data.label, x, y);
}

/** The name under the pointer, in the colours of the page (sigma's own is black on white). */
function drawHover(context, data, settings) {
  if (!data.label) return;
  const { colour } = webgl;
  context.font = `${settings.labelSize}px ${settings.labelFont}`;
  const wide = context.measureText(data.label).width + data.size + 14;
  context.fillStyle = colour("--surface");
  context.strokeStyle = colour("--muted");
  context.beginPath();
  context.roundRect(data.x - data.size - 4, data.y - 13, wide + data.size, 26, 6);
  context.fill();
  context.stroke();
  context.fillStyle = colour("--ink");
  context.fillText(data.label, data.x + data.size + 3, data.y + settings.labelSize / 3);
}

function fitWebgl() {
  webgl.sigma.getCamera().setState({ x: 0.5, y: 0.5, ratio: 1, angle: 0 });
}

function zoomWebgl(factor) {
  const camera = webgl.sigma.getCamera();
  camera.setState({ ratio: camera.ratio / factor });
}

function revealWebgl(ids) {
  const { width, height } = webgl.sigma.getDimensions();
  const places = ids.filter((id) => webgl.graph.hasNode(id)).map((id) => webgl.sigma.graphToViewport(webgl.graph.getNodeAttributes(id)));
  if (places.some(({ x, y }) => x < 0 || y < 0 || x > width || y > height)) fitWebgl();
}

function drawnWebgl() {
  const { left, top } = document.getElementById("network").getBoundingClientRect();
  const place = (id) => {
    const { x, y } = webgl.sigma.graphToViewport(webgl.graph.getNodeAttributes(id));
    return { x: x + left, y: y + top };
  };
  const middle = (edge) => {
    const [one, other] = webgl.graph.extremities(edge).map(place);
    return { x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 };
  };
  return {
    nodes: webgl.graph.nodes().map((id) => ({ id, ...place(id), radius: webgl.graph.getNodeAttribute(id, "size") })),
    edges: webgl.graph.edges().map((id) => ({ id, ...middle(id) })),
    labels: [],
  };
}
