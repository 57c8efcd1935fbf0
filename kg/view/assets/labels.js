// Names over the picture: as many as fit without covering each other, selected ones first, then the best connected.
// They are drawn here and not by vis-network, which would draw later shapes over earlier names.

const LABEL_PIXELS = 13;
/** Names that may cover the shapes of other nodes: those that the reader most needs. */
const MAIN_NAMES = 8;
/** Names of relations are shown where no more than this many edges are bright, and wherever one has zoomed in so far. */
const EDGE_NAMES = 45;
const EDGE_NAMES_FROM = 0.7;
const EDGE_NAMES_CLOSE = 1.8;

const labels = { placed: [], waiting: 0 };

function boxAround(x, y, width, height) {
  return { left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 };
}

/** After a zoom: once the movement has paused. */
function labelsSoon() {
  clearTimeout(labels.waiting);
  labels.waiting = setTimeout(() => {
    if (!drawing.network) return;
    resize();
    placeLabels();
  }, 60);
}

/** Choose which names are drawn and where; they keep their size on the screen. */
function placeLabels() {
  const scale = drawing.network.getScale();
  const size = drawing.scene.frame.letter / scale;
  const focus = inFocus();
  const { nodes, edges } = drawing.scene;
  const { placed, names, shapes } = placedNames(nodes, { size, factor: drawing.factor, focus, frame: frameShown() });
  labels.placed = placed;
  const bright = edges.filter((edge) => !focus || focus.edges.has(edge.id));
  if ((bright.length <= EDGE_NAMES && scale >= EDGE_NAMES_FROM) || scale >= EDGE_NAMES_CLOSE) {
    for (const edge of bright.sort(widestFirst)) placeRelation(edge, { size: size * 0.86, names, shapes });
  }
  drawing.network.redraw();
}

const widestFirst = (a, b) => b.width - a.width || (a.id < b.id ? -1 : 1);

/**
 * The names that have room, the most important first: `placed` (id, lines, size, and where they stand from their node), and
 * the room that `names` and `shapes` take. `frame`: what they must not reach beyond, null where they may.
 */
function placedNames(nodes, { size, factor, focus, frame }) {
  const [names, shapes] = [new Taken(size * 8), new Taken(size * 8)];
  const rank = (node) => (focus && focus.nodes.has(node.id) ? 1000 : 0) + node.size;
  const sorted = [...nodes].sort((a, b) => rank(b) - rank(a) || (a.id < b.id ? -1 : 1));
  const reach = (node) => node.radius * factor;
  for (const node of nodes) shapes.add(boxAround(node.x, node.y, reach(node) * 2, reach(node) * 2), node.id);
  if (frame) names.add({ left: frame.right - (BUTTONS.across * size) / 13, right: frame.right, top: frame.bottom - (BUTTONS.down * size) / 13, bottom: frame.bottom }, "buttons");
  const placed = sorted.map((node, index) => placeName(node, { size, reach: reach(node), names, shapes, main: index < MAIN_NAMES, focus, frame }));
  return { placed: placed.filter(Boolean), names, shapes };
}

/** What of the picture is in view while nobody has moved it, or null: names at the rim are then turned inwards. */
function frameShown() {
  if (drawing.moved) return null;
  const { clientWidth, clientHeight } = document.getElementById("network");
  const low = drawing.network.DOMtoCanvas({ x: 0, y: 0 });
  const high = drawing.network.DOMtoCanvas({ x: clientWidth, y: clientHeight });
  return { left: low.x, top: low.y, right: high.x, bottom: high.y };
}

const inside = (box, frame) => !frame || (box.left >= frame.left && box.right <= frame.right && box.top >= frame.top && box.bottom <= frame.bottom);

/** Below its shape, or above it, or beside it, where nothing is in the way; a main name may cover other shapes. */
function placeName(node, { size, reach, names, shapes, main, focus, frame }) {
  const lines = node.label.split("\n");
  const width = Math.max(...lines.map((line) => textWidth(line))) * size + size * 0.3;
  const height = lines.length * size * LINE_HEIGHT;
  const boxed = node.shape === "box";
  const away = boxed ? 0 : reach + height / 2 + size * 0.15;
  const aside = reach + width / 2 + size * 0.3;
  const [slantX, slantY] = [reach * 0.7 + width / 2, reach * 0.7 + height / 2];
  const slants = [[slantX, slantY], [-slantX, slantY], [slantX, -slantY], [-slantX, -slantY]];
  const straight = [[0, away], [0, -away], [aside, 0], [-aside, 0]];
  const places = boxed ? [[0, 0]] : [straight[node.side || 0], ...straight, ...slants];
  const fits = ([x, y]) => {
    const box = boxAround(node.x + x, node.y + y, width, height);
    return inside(box, frame) && names.free(box, node.id);
  };
  const clear = ([x, y]) => shapes.free(boxAround(node.x + x, node.y + y, width, height), node.id);
  const place = places.find((found) => fits(found) && clear(found)) || (main || focus?.nodes.has(node.id) ? places.find(fits) : null);
  if (!place) return null;
  names.add(boxAround(node.x + place[0], node.y + place[1], width, height), node.id);
  const bold = state.selected?.kind === "party" && state.selected.id === node.id;
  return { id: node.id, boxed, lines, size, width, height, x: place[0], y: place[1], faint: Boolean(focus) && !focus.nodes.has(node.id), bold };
}

function placeRelation(edge, { size, names, shapes }) {
  const drawn = drawing.network.body.edges[edge.id];
  if (!drawn?.connected || edge.from === edge.to) return;
  const text = edgeText(edge);
  const { x, y } = drawn.edgeType.getPoint(0.5);
  const [width, height] = [textWidth(text) * size + size * 0.3, size * LINE_HEIGHT];
  const box = boxAround(x, y, width, height);
  if (!names.free(box, edge.id) || !shapes.free(box, edge.id)) return;
  names.add(box, edge.id);
  labels.placed.push({ id: edge.id, edge: true, lines: [text], size, width, height, x, y });
}

/** Over the picture: every name with a halo in the colour of the page. */
function drawLabels(context) {
  if (!drawing.scene) return;
  const { colour } = drawing;
  context.save();
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.lineJoin = "round";
  context.strokeStyle = colour("--page");
  for (const label of labels.placed) {
    const at = labelMiddle(label);
    if (!at) continue;
    context.font = `${label.bold ? "bold " : ""}${label.size}px ${measuring.face}`;
    context.lineWidth = label.size * 0.3;
    if (label.boxed) drawBox(context, at, label, colour);
    if (label.edge) {
      context.fillStyle = colour("--page");
      context.globalAlpha = 0.86;
      context.fillRect(at.x - label.width / 2, at.y - label.height / 2, label.width, label.height);
      context.globalAlpha = 1;
    }
    context.fillStyle = colour(label.edge ? "--muted" : label.faint ? "--faint" : "--ink");
    label.lines.forEach((line, index) => {
      const y = at.y + (index - (label.lines.length - 1) / 2) * label.size * LINE_HEIGHT;
      context.strokeText(line, at.x, y);
      context.fillText(line, at.x, y);
    });
  }
  context.restore();
}

/** A word stands in a box, which tells it from an actor. */
function drawBox(context, { x, y }, { width, height, size, faint }, colour) {
  const [wide, high] = [width + size * 0.5, height + size * 0.5];
  context.lineWidth = size * 0.1;
  context.strokeStyle = colour(faint ? "--faint" : "--tone-5");
  context.fillStyle = colour("--page");
  context.beginPath();
  context.roundRect(x - wide / 2, y - high / 2, wide, high, size * 0.35);
  context.fill();
  context.stroke();
  context.strokeStyle = colour("--page");
}

/** A name follows its node while it is dragged. */
function labelMiddle(label) {
  if (label.edge) return label;
  const body = drawing.network.body.nodes[label.id];
  return body ? { x: body.x + label.x, y: body.y + label.y } : null;
}
