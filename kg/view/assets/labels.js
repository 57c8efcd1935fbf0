// Which labels are drawn: as many as fit without covering each other, selected ones first, then the best connected.

const LABEL_PIXELS = 13;
const LABEL_LIMIT = 72;
/** Names that may cover the shapes of other nodes: those that the reader most needs. */
const MAIN_NAMES = 12;
const EDGE_LABELS_FROM = 0.3;

const labels = { size: 0, shown: new Map(), waiting: 0 };

/** Boxes that are taken, in a grid so that looking one up stays cheap. */
class Taken {
  constructor(cell) {
    this.cell = cell;
    this.cells = new Map();
  }

  *keys({ left, top, right, bottom }) {
    for (let x = Math.floor(left / this.cell); x <= Math.floor(right / this.cell); x += 1) {
      for (let y = Math.floor(top / this.cell); y <= Math.floor(bottom / this.cell); y += 1) yield `${x},${y}`;
    }
  }

  free(box, owner) {
    const hits = (other) => other.owner !== owner && other.left < box.right && box.left < other.right && other.top < box.bottom && box.top < other.bottom;
    for (const key of this.keys(box)) if ((this.cells.get(key) || []).some(hits)) return false;
    return true;
  }

  add(box, owner) {
    for (const key of this.keys(box)) {
      if (!this.cells.has(key)) this.cells.set(key, []);
      this.cells.get(key).push({ ...box, owner });
    }
  }
}

function boxAround(x, y, width, height) {
  return { left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 };
}

/** After a zoom: once the movement has paused. */
function labelsSoon() {
  clearTimeout(labels.waiting);
  labels.waiting = setTimeout(() => placeLabels(false), 60);
}

/** Names keep the same size on the screen, within limits. `fresh`: everything was just repainted, trust no memory. */
function placeLabels(fresh) {
  const scale = drawing.network.getScale();
  const size = Math.round(Math.min(LABEL_LIMIT, Math.max(LABEL_PIXELS, LABEL_PIXELS / scale)));
  if (fresh) labels.shown.clear();
  if (fresh || size !== labels.size) setFonts(size);
  labels.size = size;
  const focus = inFocus();
  const taken = new Taken(size * 8);
  const nodes = drawing.nodes.get({ filter: (node) => !node.hidden });
  const first = (node) => (focus && focus.nodes.has(node.id) ? 1000 : 0) + node.size;
  nodes.sort((a, b) => first(b) - first(a) || (a.id < b.id ? -1 : 1));
  const main = nodes.slice(0, MAIN_NAMES);
  const updates = changedLabels(main, (node) => nameFits(node, size, taken));
  for (const node of nodes) taken.add(boxAround(node.x, node.y, node.size * 2, node.size * 2), node.id);
  drawing.nodes.update([...updates, ...changedLabels(nodes.slice(MAIN_NAMES), (node) => nameFits(node, size, taken))]);
  const edges = drawing.edges.get({ filter: (edge) => !edge.hidden && (!focus || focus.edges.has(edge.id)) });
  edges.sort((a, b) => b.width - a.width || (a.id < b.id ? -1 : 1));
  drawing.edges.update(changedLabels(edges, (edge) => (scale >= EDGE_LABELS_FROM && relationFits(edge, size - 2, taken) ? 0 : null)));
}

/** The updates that move labels or switch them off; a blank hides one, as vis-network ignores an empty text. */
function changedLabels(items, place) {
  const updates = [];
  for (const item of items) {
    const lift = place(item);
    if (labels.shown.get(item.id) === lift) continue;
    labels.shown.set(item.id, lift);
    updates.push(lift === null ? { id: item.id, label: " " } : { id: item.id, label: item.full, font: { vadjust: lift } });
  }
  return updates;
}

/** How far a name is lifted: not at all below its shape, or above it where there is no room; null for nowhere. */
function nameFits(node, size, taken) {
  const lines = node.full.split("\n");
  const width = Math.max(...lines.map((line) => line.length)) * size * 0.56;
  const height = lines.length * size * 1.1;
  const away = node.shape === "box" ? 0 : node.size + height / 2 + 2;
  const above = -2 * away - 10;
  for (const [y, lift] of away ? [[node.y + away, 0], [node.y - away - 8, above]] : [[node.y, 0]]) {
    const box = boxAround(node.x, y, width, height);
    if (!taken.free(box, node.id)) continue;
    taken.add(box, node.id);
    return lift;
  }
  return null;
}

function relationFits(edge, size, taken) {
  const drawn = drawing.network.body.edges[edge.id];
  if (!drawn || !drawn.connected || edge.from === edge.to) return false;
  const { x, y } = drawn.edgeType.getPoint(0.5);
  const box = boxAround(x, y, edge.full.length * size * 0.5, size);
  if (!taken.free(box, edge.id)) return false;
  taken.add(box, edge.id);
  return true;
}

function setFonts(size) {
  const colour = colours();
  const face = getComputedStyle(document.body).fontFamily;
  const halo = { strokeWidth: 4, strokeColor: colour("--page"), face };
  const always = { label: { drawThreshold: 1 } };
  drawing.network.setOptions({
    nodes: { font: { ...halo, size }, scaling: always },
    edges: { font: { ...halo, size: size - 2, color: colour("--muted"), align: "horizontal" }, scaling: always },
  });
}
