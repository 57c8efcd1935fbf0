// What is to be drawn: every visible actor where they are few; else the strongest, the others folded by community.

/** Up to here everybody is drawn; beyond, a backbone. */
const FULL = 300;
/** Actors of the backbone, those with most independent voices: fewer on a phone. */
const KEPT = { wide: 100, narrow: 40 };
/** Relationships drawn between single actors in a backbone, those with most voices. */
const EDGES_KEPT = 300;
/** Edges that stand for several relationships with folded actors. */
const BUNDLES_KEPT = 120;
/** Edges among more than so many are drawn thinner. */
const EDGES_ROOMY = 70;

const built = byKey(DATA.network.nodes, "id");
DATA.relationships.forEach((item, index) => ([item.width, item.arrow] = DATA.network.edges[index]));

let foldingNow = null;
let sceneNow = null;

/** Who is drawn as what in the present state: needed for the line above every view, while the scene is for the network. */
function folding() {
  const found = visible();
  const forced = inFocusKeys();
  const fresh = foldingNow?.found === found && foldingNow.whole === state.whole && foldingNow.unfolded === state.unfolded && foldingNow.pinned === state.pinned;
  if (fresh && (!foldingNow.folded || forced.every((key) => foldingNow.at.get(key) === key))) return foldingNow;
  const strength = strengths(found.relationships);
  const folded = !state.whole && strength.size > FULL;
  const own = folded ? backbone(strength, forced) : new Set(strength.keys());
  const { at, groups } = placeIn(strength, own);
  foldingNow = { found, strength, folded, own, at, groups, actors: strength.size, whole: state.whole, unfolded: state.unfolded, pinned: state.pinned };
  return foldingNow;
}

/**
 * The scene of the present state: `nodes` (id, x, y, radius, label, shape, and for a folded group its `members`), `edges`
 * (id, from, to, width, bend, and `items`, the relationships that it stands for), and the `frame` it was made for.
 */
function scene() {
  const now = folding();
  if (sceneNow?.of !== now || misfits(sceneNow.frame)) sceneNow = arrange(now);
  return sceneNow;
}

function arrange(now) {
  const { strength, folded, own, at, groups } = now;
  const items = now.found.relationships;
  const leaders = groups.size ? communityLeaders(strength) : null;
  const nodes = [...[...own].sort().map(partyNode), ...[...groups].map(([id, members]) => groupNode(id, members, leaders))];
  const edges = edgesBetween(items, at, folded);
  const frame = standApart(nodes, edges);
  frame.thin = Math.min(1, Math.max(0.4, Math.sqrt(EDGES_ROOMY / Math.max(edges.length, 1)))) * (frame.narrow ? 0.7 : 1);
  return { of: now, at, nodes, edges, frame };
}

/** Independent voices around each visible actor. */
function strengths(items) {
  const strength = new Map();
  for (const item of items) {
    const voices = Math.max(item.sources, 1);
    strength.set(item.subject, (strength.get(item.subject) || 0) + voices);
    if (item.subject !== item.object) strength.set(item.object, (strength.get(item.object) || 0) + voices);
  }
  return strength;
}

/** Who is drawn as a node: those the reader asked for, the members of unfolded communities, and the strongest. */
function backbone(strength, forced) {
  const kept = new Set(forced.filter((key) => strength.has(key)));
  for (const key of state.pinned.keys()) if (strength.has(key)) kept.add(key);
  if (state.unfolded.size) for (const key of strength.keys()) if (state.unfolded.has(built.get(key).community)) kept.add(key);
  const strongest = [...strength].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const most = matchMedia("(min-width: 900px)").matches ? KEPT.wide : KEPT.narrow;
  for (const [key] of strongest.slice(0, most)) kept.add(key);
  return kept;
}

/** Where each visible actor is found: as itself, or in the group of its community. A group of one is no group. */
function placeIn(strength, kept) {
  const members = new Map();
  for (const key of strength.keys()) {
    if (kept.has(key)) continue;
    const id = `c:${built.get(key).community}`;
    if (!members.has(id)) members.set(id, []);
    members.get(id).push(key);
  }
  const at = new Map();
  for (const [id, keys] of members) {
    if (keys.length === 1) {
      kept.add(keys[0]);
      members.delete(id);
    } else for (const key of keys) at.set(key, id);
  }
  for (const key of kept) at.set(key, key);
  return { at, groups: members };
}

function partyNode(key) {
  const { x, y, size, label, shape, community } = built.get(key);
  return { id: key, x, y, size, label, shape, community };
}

/** A folded group stands in the middle of its members and is named after the strongest of its community. */
function groupNode(id, members, leaders) {
  const community = Number(id.slice(2));
  const x = members.reduce((sum, key) => sum + built.get(key).x, 0) / members.length;
  const y = members.reduce((sum, key) => sum + built.get(key).y, 0) / members.length;
  const leader = leaders.get(community);
  return { id, x, y, size: Math.min(12 + Math.sqrt(members.length), 34), label: `+${members.length}\n${built.get(leader).label.split("\n")[0]}`, shape: "dot", community, members, leader };
}

/** The strongest visible actor of each community. */
function communityLeaders(strength) {
  const best = new Map();
  for (const [key, value] of strength) {
    const { community } = built.get(key);
    const leader = best.get(community);
    const most = leader === undefined ? -1 : strength.get(leader);
    if (value > most || (value === most && key < leader)) best.set(community, key);
  }
  return best;
}

/** One edge per relationship between actors, one per pair where a group is involved. */
function edgesBetween(items, at, folded) {
  const single = [];
  const bundles = new Map();
  for (const item of items) {
    const from = at.get(item.subject);
    const to = at.get(item.object);
    if (from === item.subject && to === item.object) single.push({ id: item.id, from, to, width: item.width, items: [item] });
    else if (from !== to) bundleOf(bundles, from < to ? from : to, from < to ? to : from).items.push(item);
  }
  const joined = [...bundles.values()].flatMap((ends) => [...ends.values()]).sort((a, b) => b.items.length - a.items.length || (a.id < b.id ? -1 : 1));
  for (const bundle of joined) bundle.width = 0.8 + Math.min(Math.log2(bundle.items.length) / 2, 3);
  return bent([...(folded ? strongestEdges(single) : single), ...joined.slice(0, BUNDLES_KEPT)]);
}

function bundleOf(bundles, from, to) {
  if (!bundles.has(from)) bundles.set(from, new Map());
  const ends = bundles.get(from);
  if (!ends.has(to)) ends.set(to, { id: `b:${from}|${to}`, from, to, items: [], bundle: true });
  return ends.get(to);
}

/** The edges with most voices, and for every actor at least its strongest. */
function strongestEdges(edges) {
  const sorted = edges.sort((a, b) => bySources(a.items[0], b.items[0]));
  const kept = sorted.slice(0, EDGES_KEPT);
  const met = new Set(kept.flatMap((edge) => [edge.from, edge.to]));
  for (const edge of sorted.slice(EDGES_KEPT)) {
    if (met.has(edge.from) && met.has(edge.to)) continue;
    met.add(edge.from).add(edge.to);
    kept.push(edge);
  }
  return kept;
}

/** Edges between the same two nodes are fanned out, whichever way they point. */
function bent(edges) {
  const pairs = groupBy(edges, ({ from, to }) => (from < to ? `${from}\n${to}` : `${to}\n${from}`));
  for (const list of pairs.values()) {
    list.forEach((edge, index) => {
      const bend = (index - (list.length - 1) / 2) * 0.3;
      edge.bend = edge.from < edge.to ? bend : -bend;
    });
  }
  return edges;
}

/** The relationships that are drawn as this edge: one, or several with folded actors. */
function itemsOfEdge(id) {
  return scene().edges.find((edge) => edge.id === id)?.items || [];
}
