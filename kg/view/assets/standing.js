// Where things stand before they fill the frame (arrange.js): as the build laid them out, in rings around an actor, or in a
// line along a path.

const ROOM = { width: 170, height: 92 };
/** Pixels between the upper and the lower actors of a path. */
const PATH_HIGH = 150;
const RINGS = { first: 230, next: 210, across: 1.35 };

/** Set the places of a scene's nodes; gives back the frame they were set for. */
function standApart(nodes, edges) {
  if (state.path) inLine(nodes, state.path);
  else if (state.ego) inRings(nodes, state.ego.key);
  const even = state.path || state.ego ? 0 : nodes.length > PUSHED ? EVEN.many : EVEN.few;
  return fillFrame(nodes, edges, even, state.path ? PATH_HIGH : Infinity);
}

/** The actor in the middle, its neighbours around it, theirs outside; communities side by side. */
function inRings(nodes, key) {
  const near = neighbourhood(visibleRelationships());
  const first = new Set((near.get(key) || new Map()).keys());
  const turn = new Map();
  const byGroup = (a, b) => a.community - b.community || (a.id < b.id ? -1 : 1);
  for (const node of nodes.filter((found) => found.id === key)) Object.assign(node, { x: 0, y: 0 });
  const inner = onRing(nodes.filter((node) => first.has(node.id)).sort(byGroup), RINGS.first, turn);
  const host = (node) => Math.min(...[...(near.get(node.id) || new Map()).keys()].filter((other) => turn.has(other)).map((other) => turn.get(other)), 9);
  const outer = nodes.filter((node) => node.id !== key && !first.has(node.id)).sort((a, b) => host(a) - host(b) || byGroup(a, b));
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
    const index = order.get(node.id) || 0;
    node.x = (index - steps.length / 2) * ROOM.width * 1.5;
    node.y = index % 2 ? ROOM.height * 0.45 : -ROOM.height * 0.45;
  }
}
