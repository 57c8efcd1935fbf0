// The network as SVG: the scene that is drawn, with the same shapes, lines and marks, made anew so that it can be printed,
// scaled and taken away.

const NODE_TEXT = { size: 12, line: 14, room: 160, letters: 28, wide: 6.6 };

/** An SVG of the nodes and edges of the scene, or null where there is none. */
function networkDrawing() {
  const { nodes, edges } = scene();
  if (!nodes.length) return null;
  const place = drawingScale(nodes);
  const at = new Map(nodes.map((node) => [node.id, { ...place(node), radius: node.members ? node.size : Math.max(6, node.size * 0.55) }]));
  const spots = [...at.values()];
  const width = Math.max(...spots.map(({ x }) => x)) + NODE_TEXT.room / 2;
  const height = Math.max(...spots.map(({ y }) => y)) + 60;
  const taken = new Taken(60);
  for (const [id, { x, y, radius }] of at) taken.add(boxAround(x, y, id.startsWith("w:") ? nodeWidth({ id }) : radius * 2, radius * 2), id);
  const names = nodes.map((node) => nodeName(node, at.get(node.id), taken));
  const lines = edges.filter((edge) => edge.from !== edge.to).map((edge) => edgeDrawn(edge, at.get(edge.from), at.get(edge.to), taken));
  return svg("svg", { class: "network-svg", viewBox: `0 0 ${Math.round(width)} ${Math.round(height)}` }, lines, nodes.map((node) => nodeDrawn(node, at.get(node.id))), names);
}

/** From places of the layout to those of the picture, which grows with the number of nodes. */
function drawingScale(nodes) {
  const [xs, ys] = [nodes.map(({ x }) => x), nodes.map(({ y }) => y)];
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  const side = PICTURE.width * Math.max(1, Math.sqrt(nodes.length / 25));
  const reach = Math.max(1, Math.max(...xs) - left, Math.max(...ys) - top);
  const factor = Math.min((side - NODE_TEXT.room) / reach, 1.2);
  return ({ x, y }) => ({ x: (x - left) * factor + NODE_TEXT.room / 2, y: (y - top) * factor + 30 });
}

/** What is written at a node. */
function nodeText(node) {
  return clipped(node.members ? `+${node.members.length} ${partyName(node.leader)}` : partyName(node.id), NODE_TEXT.letters);
}

const nodeWidth = (node) => nodeText(node).length * NODE_TEXT.wide + 10;

function nodeDrawn(node, { x, y, radius }) {
  const rounded = { x: (x - nodeWidth(node) / 2).toFixed(1), y: (y - 10).toFixed(1), width: nodeWidth(node).toFixed(1), height: 20, rx: 4 };
  if (node.id.startsWith("w:")) return svg("rect", { class: "word", ...rounded });
  if (node.members) return svg("circle", { class: "word", cx: x.toFixed(1), cy: y.toFixed(1), r: radius });
  const found = partyClass(node.id);
  const attributes = { class: `shape tone-${found ? found.tone : 5}${!found || found.hollow ? " open" : ""}` };
  const scale = radius / 8;
  const transform = `translate(${(x - 9 * scale).toFixed(1)} ${(y - 9 * scale).toFixed(1)}) scale(${scale.toFixed(3)})`;
  const points = found && Object.hasOwn(POLYGONS, found.shape) ? POLYGONS[found.shape] : null;
  return svg("g", { transform }, points ? svg("polygon", { ...attributes, points }) : svg("circle", { ...attributes, cx: 9, cy: 9, r: 7 }));
}

/** A word stands in its box, any other name below its shape where there is room. */
function nodeName(node, { x, y, radius }, taken) {
  const text = nodeText(node);
  const below = node.id.startsWith("w:") ? 4 : radius + 14;
  const box = boxAround(x, y + below - 4, text.length * NODE_TEXT.wide, NODE_TEXT.line);
  if (!taken.free(box, node.id)) return null;
  taken.add(box, node.id);
  return svg("text", { class: "node-name", x: x.toFixed(1), y: (y + below).toFixed(1) }, text);
}

/** A line, bent where several join the same two; an arrow where it has a direction, its name where there is room. */
function edgeDrawn(edge, from, to, taken) {
  const bend = { x: (from.x + to.x) / 2 + (to.y - from.y) * edge.bend, y: (from.y + to.y) / 2 - (to.x - from.x) * edge.bend };
  const middle = { x: (from.x + to.x + 2 * bend.x) / 4, y: (from.y + to.y + 2 * bend.y) / 4 };
  const [item] = edge.items;
  const status = edge.bundle ? "asserted" : item.shownStatus;
  const colour = edge.bundle ? "bundle" : `status-${status} family-${familyOf(item).slot}`;
  const dashes = DASHES[status] ? DASHES[status].join(" ") : null;
  const path = svg("path", { class: `edge ${colour}`, d: `M${pathPoint(from)}Q${pathPoint(bend)} ${pathPoint(to)}`, "stroke-width": edge.width, "stroke-dasharray": dashes });
  const halo = status === "contested" ? svg("path", { class: "halo", d: path.getAttribute("d") }) : null;
  const pointed = edge.bundle || item.kind.symmetric ? null : arrow(bend, to, colour, edge.width);
  return svg("g", {}, halo, path, pointed, edgeName(edge, middle, taken));
}

const pathPoint = ({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`;

function arrow(from, to, colour, width) {
  const angle = Math.atan2(to.y - from.y, to.x - from.x);
  const tip = { x: to.x - Math.cos(angle) * (to.radius + 1), y: to.y - Math.sin(angle) * (to.radius + 1) };
  const length = 8 + width;
  const side = (turn) => ({ x: tip.x - Math.cos(angle + turn) * length, y: tip.y - Math.sin(angle + turn) * length });
  return svg("path", { class: `arrow ${colour}`, d: `M${pathPoint(tip)}L${pathPoint(side(0.42))}L${pathPoint(side(-0.42))}Z` });
}

function edgeName(edge, { x, y }, taken) {
  const text = clipped(edgeText(edge), 34);
  const box = boxAround(x, y, text.length * 5.6, 12);
  if (!taken.free(box, edge.id)) return null;
  taken.add(box, edge.id);
  return svg("text", { class: "edge-name", x: x.toFixed(1), y: (y + 4).toFixed(1) }, text);
}
