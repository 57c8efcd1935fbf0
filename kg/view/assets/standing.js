// Where things stand: as the build laid them out; closer together where few of many are drawn; in rings around an actor
// and in a line along a path. The same state gives the same picture.

const ROOM = { width: 170, height: 92 };
const CELLS_DOWN = 2 ** 24;
const RINGS = { first: 230, next: 210, across: 1.35 };

/** Set the places of a scene's nodes. Pinned ones stay where the reader put them. */
function standApart(nodes, folded) {
  if (state.path) inLine(nodes, state.path);
  else if (state.ego) inRings(nodes, state.ego.key);
  else if (folded || (built.size > FULL && nodes.length <= FULL)) {
    drawTogether(nodes);
    pushApart(nodes);
  }
}

/** Shrink a picture of few nodes among many to the room that they need. */
function drawTogether(nodes) {
  const free = nodes.filter((node) => !state.pinned.has(node.id));
  if (free.length < 2) return;
  const [xs, ys] = [free.map((node) => node.x), free.map((node) => node.y)];
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const side = Math.sqrt(free.length * ROOM.width * ROOM.height * 2.4);
  const { width, height } = document.getElementById("network").getBoundingClientRect();
  const shape = Math.sqrt(Math.min(Math.max(width / height || 1, 0.5), 2));
  const across = Math.min(1, (side * shape) / Math.max(right - left, 1));
  const down = Math.min(1, side / shape / Math.max(bottom - top, 1));
  for (const node of free) {
    node.x = (node.x - (left + right) / 2) * across;
    node.y = (node.y - (top + bottom) / 2) * down;
  }
}

/** Push boxes that overlap apart along the axis where they overlap least, some rounds over a grid. */
function pushApart(nodes, rounds = 40) {
  const sorted = [...nodes].sort((a, b) => (a.id < b.id ? -1 : 1));
  for (let round = 0; round < rounds; round += 1) if (!pushOnce(sorted)) return;
}

function pushOnce(nodes) {
  const cells = groupBy(nodes.keys(), (index) => cellOf(nodes[index], 0, 0));
  let moved = false;
  nodes.forEach((node, index) => {
    for (const across of [-1, 0, 1]) {
      for (const down of [-1, 0, 1]) {
        for (const other of cells.get(cellOf(node, across, down)) || []) if (other > index && separate(node, nodes[other])) moved = true;
      }
    }
  });
  return moved;
}

/** One number for a cell of the grid: faster to look up than a text. */
const cellOf = (node, across, down) => (Math.floor(node.x / ROOM.width) + across) * CELLS_DOWN + Math.floor(node.y / ROOM.height) + down;

function separate(one, other) {
  const across = other.x - one.x;
  const down = other.y - one.y;
  const lackX = ROOM.width - Math.abs(across);
  const lackY = ROOM.height - Math.abs(down);
  if (lackX <= 0.5 || lackY <= 0.5) return false;
  if (lackX / ROOM.width < lackY / ROOM.height) {
    const push = ((across < 0 ? -1 : 1) * lackX) / 2;
    one.x -= push;
    other.x += push;
  } else {
    const push = ((down < 0 ? -1 : 1) * lackY) / 2;
    one.y -= push;
    other.y += push;
  }
  return true;
}

/** The actor in the middle, its neighbours around it, theirs outside; communities side by side. */
function inRings(nodes, key) {
  const near = neighbourhood(visibleRelationships());
  const first = new Set((near.get(key) || new Map()).keys());
  const turn = new Map();
  const byGroup = (a, b) => a.community - b.community || (a.id < b.id ? -1 : 1);
  const free = nodes.filter((node) => !state.pinned.has(node.id));
  for (const node of free.filter((found) => found.id === key)) Object.assign(node, { x: 0, y: 0 });
  const inner = onRing(free.filter((node) => first.has(node.id)).sort(byGroup), RINGS.first, turn);
  const host = (node) => Math.min(...[...(near.get(node.id) || new Map()).keys()].filter((other) => turn.has(other)).map((other) => turn.get(other)), 9);
  const outer = free.filter((node) => node.id !== key && !first.has(node.id)).sort((a, b) => host(a) - host(b) || byGroup(a, b));
  onRing(outer, inner + RINGS.next, turn);
}

/** Nodes on a ring that is wide enough for all; its radius. `turn` keeps each one's angle. */
function onRing(nodes, least, turn) {
  const radius = Math.max(least, (nodes.length * ROOM.height * 1.25) / (2 * Math.PI));
  nodes.forEach((node, index) => {
    const angle = (2 * Math.PI * index) / nodes.length - Math.PI / 2;
    turn.set(node.id, angle);
    node.x = radius * RINGS.across * Math.cos(angle);
    node.y = radius * Math.sin(angle);
  });
  return radius;
}

/** The actors of a path from left to right. */
function inLine(nodes, ends) {
  const steps = shortestPath(visibleRelationships(), ends) || [];
  const order = new Map([ends.from, ...steps.map((step) => step.to)].map((key, index) => [key, index]));
  for (const node of nodes) {
    if (state.pinned.has(node.id)) continue;
    const index = order.get(node.id) || 0;
    node.x = (index - steps.length / 2) * ROOM.width * 1.5;
    node.y = index % 2 ? ROOM.height * 0.45 : -ROOM.height * 0.45;
  }
}
