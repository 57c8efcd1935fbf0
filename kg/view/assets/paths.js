// The shortest path between two actors over what is visible: fewest steps first, then most independent voices.

/** Who is next to whom: key to a map of neighbours, each with the relationships between the two. */
function neighbourhood(items) {
  const near = new Map();
  const join = (one, other, item) => {
    if (!near.has(one)) near.set(one, new Map());
    const ends = near.get(one);
    if (!ends.has(other)) ends.set(other, []);
    ends.get(other).push(item);
  };
  for (const item of items) {
    if (item.subject === item.object) continue;
    join(item.subject, item.object, item);
    join(item.object, item.subject, item);
  }
  return near;
}

/** The steps of a path: [{from, to, items}], or null where none leads there. Relationships only denied carry no path. */
function shortestPath(items, { from, to }) {
  const near = neighbourhood(items.filter((item) => !item.denied));
  const reached = new Map([[from, { voices: 0, before: null }]]);
  let front = [from];
  while (front.length && !reached.has(to)) {
    const next = new Map();
    for (const key of front) {
      for (const [other, between] of near.get(key) || []) {
        if (reached.has(other)) continue;
        const voices = reached.get(key).voices + Math.max(...between.map((item) => item.sources));
        const best = next.get(other);
        if (!best || voices > best.voices || (voices === best.voices && key < best.before)) next.set(other, { voices, before: key });
      }
    }
    for (const [key, found] of next) reached.set(key, found);
    front = [...next.keys()].sort();
  }
  return reached.has(to) ? stepsTo(to, reached, near) : null;
}

function stepsTo(to, reached, near) {
  const steps = [];
  for (let key = to; reached.get(key).before !== null; key = reached.get(key).before) {
    const from = reached.get(key).before;
    steps.unshift({ from, to: key, items: near.get(from).get(key) });
  }
  return steps;
}

/** The relationships of a path; none where there is no path. */
function pathItems(items, ends) {
  const steps = shortestPath(items, ends);
  return steps ? steps.flatMap((step) => step.items) : [];
}
