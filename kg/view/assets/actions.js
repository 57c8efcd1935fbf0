// What can be done with an actor beside reading of it: its surroundings, a path to another, put it away; and undoing it.

/** The start of a path whose end the reader is about to choose; null when none is being chosen. */
let pathStart = null;

function partyActions(key) {
  const around = (steps) => {
    const on = state.ego?.key === key && state.ego.steps === steps;
    const attributes = { class: "small", id: `around-${steps}`, "aria-pressed": String(on) };
    return button(t("around", { n: steps }), attributes, () => change("focus", { ego: on ? null : { key, steps }, path: null }));
  };
  return h(
    "p",
    { class: "party-actions" },
    STEPS.map(around),
    button(t("path.from"), { class: "small", id: "path-from", "aria-pressed": String(pathStart === key) }, () => startPath(key)),
    button(t("conceal"), { class: "small", id: "conceal" }, () => conceal(key)),
  );
}

function conceal(key) {
  if (pathStart === key) pathStart = null;
  change("focus", { ...withoutParty(key), selected: null });
}

function startPath(key) {
  pathStart = key;
  paintFocusBar();
  if (key !== null) document.getElementById("search-field").focus();
}

/** Whether this choice of a party was the end of a path. */
function endsPath(kind, id) {
  if (kind !== "party" || pathStart === null || pathStart === id) return false;
  const from = pathStart;
  pathStart = null;
  change("focus", { path: { from, to: id }, ego: null, selected: null });
  return true;
}

/** One line above the picture: how much is shown, and what narrows the view, each with its way out. */
function paintFocusBar() {
  const chip = (text, key, values) => h("span", { class: "chip" }, text, button("×", { "aria-label": `${t("lift")} : ${key}`, title: t("lift") }, () => (values ? change("focus", values) : startPath(null))));
  const named = (key) => name(partyName(key));
  const { ego, path, concealed, pinned } = state;
  const chips = [
    pathStart === null ? null : chip([t("path.choose"), " ", named(pathStart), " – …"], t("path"), null),
    path ? chip([t("path"), " : ", named(path.from), " – ", named(path.to)], t("path"), { path: null }) : null,
    ego ? chip([t("around", { n: ego.steps }), " : ", named(ego.key)], t("around", { n: ego.steps }), { ego: null }) : null,
    concealed.size ? chip(t("concealed", { n: concealed.size }), t("concealed", { n: concealed.size }), { concealed: new Set() }) : null,
    pinned.size ? chip(t("pinned", { n: pinned.size }), t("pinned", { n: pinned.size }), { pinned: new Map() }) : null,
    foldingChips(chip),
  ];
  const bar = document.getElementById("focus-bar");
  const focused = document.activeElement && bar.contains(document.activeElement) ? document.activeElement.id : null;
  const shown = t("shown", { n: visibleRelationships().length, all: model.relationships.size });
  if (!bar.firstChild) bar.append(h("span", { class: "quiet", id: "shown-count", role: "status" }));
  replaceText(bar.firstChild, shown);
  while (bar.lastChild !== bar.firstChild) bar.lastChild.remove();
  bar.append(...present(chips));
  if (focused) document.getElementById(focused)?.focus();
}

/** Undo and redo, and beside the network its communities. */
function stageButtons() {
  const groups = button(t("communities"), { id: "communities", class: "small", "aria-pressed": String(state.communities), title: t("communities.hint") }, () => change("communities", { communities: !state.communities }));
  const step = (id, text, enabled, action) => button(text, { id, class: "step", disabled: !enabled, "aria-label": t(id), title: t(id) }, action);
  return [h("span", { class: "steps" }, step("undo", "↶", undoing.past.length, undo), step("redo", "↷", undoing.future.length, redo)), state.view === "network" ? groups : null];
}

/** The panel while a path is shown and nothing is chosen: its steps, each with what is said on it. */
function pathPanel() {
  const { from, to } = state.path;
  const steps = shortestPath(visibleRelationships(), state.path);
  const step = (found, index) =>
    h(
      "section",
      {},
      h("h3", {}, `${index + 1}. `, name(partyName(found.from)), " – ", name(partyName(found.to))),
      lines(found.items, (item) => relationButton(item, sentence(item))),
    );
  return [
    h("p", { class: "kicker" }, t("path")),
    h("h2", {}, name(partyName(from)), " – ", name(partyName(to))),
    h("p", { class: "quiet" }, steps ? t("path.found", { n: steps.length }) : t("path.none")),
    steps ? steps.map(step) : null,
  ];
}

/** How much of a large network is folded away, and the way to all of it and back: said beside its picture. */
function foldingChips(chip) {
  if (state.view !== "network") return null;
  const { folded, own, actors, groups } = folding();
  if (state.whole) return chip(t("whole"), t("whole"), { whole: false });
  if (!folded) return null;
  const text = t("folded", { kept: own.size, actors, groups: groups.size });
  const all = button(t("unfold.all"), { class: "small", id: "unfold-all" }, () => change("focus", { whole: true, unfolded: new Set() }));
  const n = state.unfolded.size;
  return [h("span", { class: "quiet" }, text), all, n ? chip(t("unfolded", { n }), t("unfolded", { n }), { unfolded: new Set() }) : null];
}

/** The panel of an edge that stands for several relationships of folded actors. */
function bundlePanel() {
  const items = [...selectedItems()].sort(bySources);
  return [closeButton(), h("h2", {}, t("bundle.of", { n: items.length })), h("p", { class: "quiet" }, t("bundle.hint")), lines(items, (item) => relationButton(item, sentence(item)))];
}
