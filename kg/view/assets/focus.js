// What the reader looks at within the filters: surroundings of an actor, a path between two, actors put away or pinned.

const STEPS = [1, 2];

/** Nothing narrowed. `ego`: {key, steps}; `path`: {from, to}; `concealed`: keys; `pinned`: key to [x, y]; `unfolded`: communities. */
function firstFocus() {
  return { ego: null, path: null, concealed: new Set(), pinned: new Map(), unfolded: new Set(), whole: false, communities: false };
}

/** Nobody put away, nothing picked out; nodes that were moved or unfolded stay as they are. */
function noFocus() {
  return { ego: null, path: null, concealed: new Set() };
}

/** An actor more put away. Surroundings of it and paths from or to it end: there would be nothing left to show. */
function withoutParty(key) {
  const { ego, path } = state;
  return {
    ego: ego?.key === key ? null : ego,
    path: path && (path.from === key || path.to === key) ? null : path,
    concealed: new Set([...state.concealed, key]),
  };
}

function saveFocus(parts) {
  if (state.ego) {
    parts.set("around", state.ego.key);
    parts.set("steps", state.ego.steps);
  }
  if (state.path) {
    parts.set("from", state.path.from);
    parts.set("to", state.path.to);
  }
  for (const key of [...state.concealed].sort()) parts.append("without", key);
  for (const [key, [x, y]] of [...state.pinned].sort()) parts.append("pin", `${x},${y},${key}`);
  if (state.unfolded.size) parts.set("unfolded", [...state.unfolded].sort((a, b) => a - b).join(" "));
  if (state.whole) parts.set("whole", "1");
  if (state.communities) parts.set("communities", "1");
}

/** Only parties that exist are taken from an address; anything else in it is passed over. What is around a hidden one is not looked at. */
function loadFocus(parts) {
  const known = (name) => (model.around.has(parts.get(name)) ? parts.get(name) : null);
  const steps = Number(parts.get("steps"));
  const [around, from, to] = ["around", "from", "to"].map(known);
  const concealed = new Set(parts.getAll("without").filter((key) => model.around.has(key)));
  const pins = parts.getAll("pin").map((text) => /^(-?\d{1,6}),(-?\d{1,6}),(.+)$/s.exec(text)).filter((found) => found && model.around.has(found[3]));
  Object.assign(state, {
    ego: around && !concealed.has(around) ? { key: around, steps: STEPS.includes(steps) ? steps : 1 } : null,
    path: from && to && from !== to && !concealed.has(from) && !concealed.has(to) ? { from, to } : null,
    concealed,
    pinned: new Map(pins.map((found) => [found[3], [Number(found[1]), Number(found[2])]])),
    unfolded: new Set((parts.get("unfolded") || "").split(" ").filter((part) => /^-?\d{1,5}$/.test(part)).map(Number)),
    whole: parts.get("whole") === "1",
    communities: parts.get("communities") === "1",
  });
}

/** The items that remain: without the actors put away, then on the path, then around the actor. */
function withinFocus(items) {
  const { concealed } = state;
  const kept = concealed.size ? items.filter((item) => !concealed.has(item.subject) && !concealed.has(item.object)) : items;
  if (state.path) return pathItems(kept, state.path);
  return state.ego ? surroundings(kept, state.ego) : kept;
}

/** All that is said among an actor and those at most `steps` edges away. */
function surroundings(items, { key, steps }) {
  let near = new Set([key]);
  for (let step = 0; step < steps; step += 1) {
    const next = new Set(near);
    for (const { subject, object } of items) {
      if (near.has(subject)) next.add(object);
      if (near.has(object)) next.add(subject);
    }
    near = next;
  }
  return items.filter((item) => near.has(item.subject) && near.has(item.object));
}
