// The network as SVG: the same places, shapes, lines and marks as on the canvas, drawn anew so that it can be printed,
// scaled and taken away.

const NODE_TEXT = { size: 12, line: 14, room: 150 };

/** An SVG of the nodes and edges that are shown, or null where none is. */
function networkDrawing() {
  const { nodes, edges } = document.getElementById("network").drawn();
  if (!nodes.length) return null;
  const place = drawingScale(nodes);
  const at = new Map(nodes.map((node) => [node.id, { ...place(node), radius: Math.max(6, Math.min(14, node.radius)) }]));
  const corners = [...at.values()];
  const width = Math.max(...corners.map(({ x }) => x)) + NODE_TEXT.room / 2;
  const height = Math.max(...corners.map(({ y }) => y)) + 60;
  const taken = new Taken(60);
  for (const [id, { x, y, radius }] of at) taken.add(boxAround(x, y, id.startsWith("w:") ? wordWidth({ id }) : radius * 2, radius * 2), id);
  const names = nodes.map((node) => nodeName(node, at.get(node.id), taken));
  const lines = edges.map((edge) => edgeDrawn(model.relationships.get(edge.id), at, place(edge), taken)).filter(Boolean);
  return svg("svg", { class: "network-svg", viewBox: `0 0 ${Math.round(width)} ${Math.round(height)}` }, lines, nodes.map((node) => nodeDrawn(node, at.get(node.id))), names);
}

/** From pixels of the window to the picture: its width is fixed, and near nodes keep room for their names. */
function drawingScale(nodes) {
  const [xs, ys] = [nodes.map(({ x }) => x), nodes.map(({ y }) => y)];
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  const wide = Math.max(1, Math.max(...xs) - left);
  const most = Math.max(1, Math.sqrt(nodes.length / 25));
  const factor = Math.min((PICTURE.width * most - NODE_TEXT.room) / wide, (PICTURE.width * most) / Math.max(1, Math.max(...ys) - top), 3);
  return ({ x, y }) => ({ x: (x - left) * factor + NODE_TEXT.room / 2, y: (y - top) * factor + 30 });
}

function nodeDrawn(node, { x, y, radius }) {
  const found = partyClass(node.id);
  const attributes = { class: `shape tone-${found ? found.tone : 5}${!found || found.hollow ? " open" : ""}` };
  const shape = found ? found.shape : "box";
  if (node.id.startsWith("w:")) return svg("rect", { class: "word", x: (x - wordWidth(node) / 2).toFixed(1), y: (y - 10).toFixed(1), width: wordWidth(node).toFixed(1), height: 20, rx: 4 });
  const scale = radius / 8;
  const transform = `translate(${(x - 9 * scale).toFixed(1)} ${(y - 9 * scale).toFixed(1)}) scale(${scale.toFixed(3)})`;
  if (Object.hasOwn(POLYGONS, shape)) return svg("g", { transform }, svg("polygon", { ...attributes, points: POLYGONS[shape] }));
  return svg("g", { transform }, svg("circle", { ...attributes, cx: 9, cy: 9, r: 7 }));
}

const wordWidth = (node) => clipped(partyName(node.id), 28).length * 6.6 + 10;

/** A word stands in its box, any other name below its shape where there is room. */
function nodeName(node, { x, y, radius }, taken) {
  if (node.id.startsWith("w:")) return svg("text", { class: "node-name", x: x.toFixed(1), y: (y + 4).toFixed(1) }, clipped(partyName(node.id), 28));
  const text = clipped(partyName(node.id), 28);
  const box = boxAround(x, y + radius + 10, text.length * 6.6, NODE_TEXT.line);
  if (!taken.free(box, node.id)) return null;
  taken.add(box, node.id);
  return svg("text", { class: "node-name", x: x.toFixed(1), y: (y + radius + 14).toFixed(1) }, text);
}

/** A line through the middle that the canvas has, an arrow where it has a direction, its name where there is room. */
function edgeDrawn(item, at, middle, taken) {
  const [from, to] = [at.get(item.subject), at.get(item.object)];
  if (!from || !to || item.subject === item.object) return null;
  const bend = { x: 2 * middle.x - (from.x + to.x) / 2, y: 2 * middle.y - (from.y + to.y) / 2 };
  const status = item.shownStatus;
  const colour = `status-${status} family-${familyOf(item).slot}`;
  const width = 1.4 + Math.min(item.sources, 6) * 0.5;
  const path = svg("path", {
    class: `edge ${colour}`,
    d: `M${point(from)}Q${point(bend)} ${point(to)}`,
    "stroke-width": width,
    "stroke-dasharray": DASHES[status] ? DASHES[status].join(" ") : null,
  });
  const halo = status === "contested" ? svg("path", { class: "halo", d: path.getAttribute("d") }) : null;
  return svg("g", {}, halo, path, item.kind.symmetric ? null : arrow(bend, to, colour, width), edgeName(item, middle, taken));
}

const point = ({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`;

function arrow(from, to, colour, width) {
  const angle = Math.atan2(to.y - from.y, to.x - from.x);
  const tip = { x: to.x - Math.cos(angle) * (to.radius + 1), y: to.y - Math.sin(angle) * (to.radius + 1) };
  const length = 8 + width;
  const side = (turn) => ({ x: tip.x - Math.cos(angle + turn) * length, y: tip.y - Math.sin(angle + turn) * length });
  return svg("path", { class: `arrow ${colour}`, d: `M${point(tip)}L${point(side(0.42))}L${point(side(-0.42))}Z` });
}

function edgeName(item, { x, y }, taken) {
  const text = MARKS[item.shownStatus] + clipped(label(item.kind), 34);
  const box = boxAround(x, y, text.length * 5.6, 12);
  if (!taken.free(box, item.id)) return null;
  taken.add(box, item.id);
  return svg("text", { class: "edge-name", x: x.toFixed(1), y: (y + 4).toFixed(1) }, text);
}
