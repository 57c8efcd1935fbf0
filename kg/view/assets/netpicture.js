// The network as SVG: the scene that is drawn, with the same places, shapes, lines, marks and names, so that it can be
// printed, scaled and taken away.

/** Room around the frame of the scene, in pixels. */
const PICTURE_RIM = 8;

/** An SVG of the nodes and edges of the scene, or null where there is none. */
function networkDrawing() {
  const { nodes, edges, frame } = scene();
  if (!nodes.length) return null;
  const { placed, names, shapes } = placedNames(nodes, { size: frame.letter, factor: 1, focus: null, frame: null });
  const at = new Map(nodes.map((node) => [node.id, node]));
  const [left, right] = extent(nodes.flatMap(({ x, radius }) => [x - radius, x + radius]).concat(placed.flatMap((found) => [-1, 1].map((side) => at.get(found.id).x + found.x + (side * found.width) / 2))));
  const [top, bottom] = extent(nodes.flatMap(({ y, radius }) => [y - radius, y + radius]).concat(placed.flatMap((found) => [-1, 1].map((side) => at.get(found.id).y + found.y + (side * found.height) / 2))));
  const move = `translate(${(PICTURE_RIM - left).toFixed(1)} ${(PICTURE_RIM - top).toFixed(1)})`;
  const [wide, high] = [right - left + 2 * PICTURE_RIM, bottom - top + 2 * PICTURE_RIM].map(Math.ceil);
  const drawn = edges.filter((edge) => edge.from !== edge.to).sort(widestFirst);
  const told = { size: frame.letter * 0.86, thin: frame.thin, names, shapes, few: edges.length <= EDGE_NAMES };
  const lines = drawn.map((edge) => edgeDrawn(edge, at.get(edge.from), at.get(edge.to), told));
  return svg("svg", { class: "network-svg", viewBox: `0 0 ${wide} ${high}` }, svg("g", { transform: move }, lines, nodes.map(nodeDrawn), placed.map((found) => nodeName(found, at.get(found.id)))));
}

function nodeDrawn(node) {
  const { x, y, radius } = node;
  if (node.shape === "box") return null; // a word stands for itself
  if (node.members) return svg("circle", { class: "word", cx: x.toFixed(1), cy: y.toFixed(1), r: radius.toFixed(1) });
  const found = partyClass(node.id);
  const attributes = { class: `shape tone-${found ? found.tone : 5}${!found || found.hollow ? " open" : ""}` };
  const scale = radius / 7.5;
  const transform = `translate(${(x - 9 * scale).toFixed(1)} ${(y - 9 * scale).toFixed(1)}) scale(${scale.toFixed(3)})`;
  const points = found && Object.hasOwn(POLYGONS, found.shape) ? POLYGONS[found.shape] : null;
  const icon = found && radius * (INNER[found.shape] || 0) >= ICON_FROM ? glyph(found, found.tone) : null;
  return svg("g", { transform }, points ? svg("polygon", { ...attributes, points }) : svg("circle", { ...attributes, cx: 9, cy: 9, r: 7 }), icon);
}

/** The lines of a name, around the middle where it has room. */
function nodeName({ lines, size, x, y, boxed, width, height }, node) {
  const [wide, high] = [width + size * 0.5, height + size * 0.5];
  const box = boxed ? svg("rect", { class: "word", x: (node.x - wide / 2).toFixed(1), y: (node.y - high / 2).toFixed(1), width: wide.toFixed(1), height: high.toFixed(1), rx: 4 }) : null;
  const line = (text, index) => svg("text", { class: "node-name", "font-size": size, x: (node.x + x).toFixed(1), y: (node.y + y + (index - (lines.length - 1) / 2) * size * LINE_HEIGHT + size * 0.35).toFixed(1) }, text);
  return [box, lines.map(line)];
}

/** A line, bent where several join the same two; an arrow where it has a direction, its name where there is room. */
function edgeDrawn(edge, from, to, told) {
  const bend = { x: (from.x + to.x) / 2 + (to.y - from.y) * edge.bend, y: (from.y + to.y) / 2 - (to.x - from.x) * edge.bend };
  const middle = { x: (from.x + to.x + 2 * bend.x) / 4, y: (from.y + to.y + 2 * bend.y) / 4 };
  const [item] = edge.items;
  const width = edge.width * told.thin;
  const status = edge.bundle ? "asserted" : item.shownStatus;
  const colour = edge.bundle ? "bundle" : `status-${status} family-${familyOf(item).slot}`;
  const dashes = DASHES[status] ? DASHES[status].map((length) => (length * told.thin).toFixed(1)).join(" ") : null;
  const path = svg("path", { class: `edge ${colour}`, d: `M${pathPoint(from)}Q${pathPoint(bend)} ${pathPoint(to)}`, "stroke-width": width.toFixed(1), "stroke-dasharray": dashes });
  const halo = status === "contested" ? svg("path", { class: "halo", d: path.getAttribute("d") }) : null;
  const pointed = edge.bundle || item.kind.symmetric ? null : arrow(bend, to, colour, width);
  return svg("g", {}, halo, path, pointed, told.few ? edgeName(edge, middle, told) : null);
}

const pathPoint = ({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`;

function arrow(from, to, colour, width) {
  const angle = Math.atan2(to.y - from.y, to.x - from.x);
  const tip = { x: to.x - Math.cos(angle) * (to.radius + 1), y: to.y - Math.sin(angle) * (to.radius + 1) };
  const length = 7 + width;
  const side = (turn) => ({ x: tip.x - Math.cos(angle + turn) * length, y: tip.y - Math.sin(angle + turn) * length });
  return svg("path", { class: `arrow ${colour}`, d: `M${pathPoint(tip)}L${pathPoint(side(0.42))}L${pathPoint(side(-0.42))}Z` });
}

function edgeName(edge, { x, y }, { size, names, shapes }) {
  const text = clipped(edgeText(edge), 34);
  const box = boxAround(x, y, (textWidth(text) + 0.3) * size, size * LINE_HEIGHT);
  if (!names.free(box, edge.id) || !shapes.free(box, edge.id)) return null;
  names.add(box, edge.id);
  return svg("text", { class: "edge-name", "font-size": size, x: x.toFixed(1), y: (y + size * 0.35).toFixed(1) }, text);
}
