// What the reader has chosen: language, view, selection and filters. Kept in the address, so a link leads back to it.

const STATUSES = ["asserted", "alleged", "contested", "denied"];
const CERTAINTIES = ["certain", "probable", "possible"];
const SETS = ["family", "relation", "status", "certainty", "class"];

const state = { lang: browserLanguage(), view: "network", selected: null, ...firstFilters(), ...firstFocus() };
const listeners = [];
let visibleNow = null;

/** Call `listener(part)` after every change of the state. */
function subscribe(listener) {
  listeners.push(listener);
}

/** The filters of the first view; `hidden` holds what is switched off. */
function firstFilters() {
  const hidden = Object.fromEntries(SETS.map((name) => [name, new Set()]));
  for (const family of model.families.values()) if (!family.shown) hidden.family.add(family.name);
  for (const found of model.classes.values()) if (!found.shown) hidden.class.add(found.name);
  return { hidden, publisher: "", document: "" };
}

/** Everything on. */
function openFilters() {
  return { hidden: Object.fromEntries(SETS.map((name) => [name, new Set()])), publisher: "", document: "" };
}

function passes(item) {
  const { hidden } = state;
  if (hidden.family.has(item.kind.family) || hidden.relation.has(item.relation)) return false;
  if (hidden.status.has(item.shownStatus)) return false;
  for (const key of [item.subject, item.object]) {
    const found = model.entities.get(key);
    if (found && hidden.class.has(found.type)) return false;
  }
  return item.list.some(claimPasses);
}

function claimPasses(claim) {
  if (state.hidden.certainty.has(claim.certainty)) return false;
  if (state.document && claim.doc !== state.document) return false;
  return !state.publisher || publisherOf(claim) === state.publisher;
}

/** What every view shows: relationships that pass the filters, within the path or surroundings that were asked for. */
function visibleRelationships() {
  visibleNow ??= withinFocus([...model.relationships.values()].filter(passes));
  return visibleNow;
}

/** Change the state, then redraw what depends on `part` (language, view, selection or filters). */
function change(part, values) {
  Object.assign(state, values);
  if (part !== "selection") visibleNow = null;
  saveHash();
  for (const listener of listeners) listener(part);
}

function select(kind, id) {
  change("selection", { selected: kind ? { kind, id } : null });
}

/** Switch one filter value; a family brings the classes that its relationships need along. */
function toggle(set, value, on) {
  state.hidden[set][on ? "delete" : "add"](value);
  if (set === "family" && on) {
    for (const item of model.relationships.values()) {
      if (item.kind.family !== value) continue;
      for (const key of [item.subject, item.object]) state.hidden.class.delete(partyClass(key)?.name);
    }
  }
  change("filters", {});
}

function saveHash() {
  const parts = new URLSearchParams();
  parts.set("lang", state.lang);
  if (state.view !== "network") parts.set("view", state.view);
  if (state.selected) parts.set(state.selected.kind, state.selected.id);
  if (state.publisher) parts.set("publisher", state.publisher);
  if (state.document) parts.set("document", state.document);
  const first = firstFilters().hidden;
  for (const set of SETS) {
    const now = [...state.hidden[set]].sort().join(" ");
    if (now !== [...first[set]].sort().join(" ")) parts.set(`-${set}`, now);
  }
  saveFocus(parts);
  history.replaceState(null, "", `#${parts}`);
}

/** Start from the first view and follow the address. */
function followAddress() {
  Object.assign(state, firstFilters(), firstFocus(), { selected: null, view: "network" });
  loadHash();
}

function loadHash() {
  const parts = new URLSearchParams(location.hash.slice(1));
  if (LANGUAGES.includes(parts.get("lang"))) state.lang = parts.get("lang");
  if (parts.get("view") === "table") state.view = "table";
  for (const set of SETS) {
    if (parts.has(`-${set}`)) state.hidden[set] = new Set(parts.get(`-${set}`).split(" ").filter(Boolean));
  }
  state.publisher = parts.get("publisher") || "";
  state.document = model.documents.has(parts.get("document")) ? parts.get("document") : "";
  if (model.relationships.has(parts.get("relation"))) state.selected = { kind: "relation", id: parts.get("relation") };
  else if (model.around.has(parts.get("party"))) state.selected = { kind: "party", id: parts.get("party") };
  loadFocus(parts);
  visibleNow = null;
}
