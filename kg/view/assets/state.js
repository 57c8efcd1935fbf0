// What the reader has chosen: language, view, selection and filters. All of it is kept in the address, so that a view can
// be sent and the browser's back and forward lead through what was looked at.

const VIEWS = ["network", "map", "timeline", "table"];
const STATUSES = ["asserted", "alleged", "contested", "denied"];
const CERTAINTIES = ["certain", "probable", "possible"];
/** Filters of several values each; `state.hidden` holds, for each, what is switched off. */
const SETS = ["family", "relation", "status", "certainty", "class"];
const KNOWN_VALUES = {
  family: model.families,
  relation: model.relations,
  status: new Set(STATUSES),
  certainty: new Set(CERTAINTIES),
  class: model.classes,
};
/**
 * Parts of the state that are one text or number each, kept in the address under their own name. `first` is the value of
 * the first view, which the address leaves out; `read` takes any text of an address and gives a value that is safe to use.
 */
const FIELDS = new Map();

/** Add a part to the state and to the address; for files that come after this one. `filters`: it counts as a filter. */
function keepInAddress(name, first, read, filters = true) {
  FIELDS.set(name, { first, read, filters });
  state[name] = first;
}

const oneOf = (values, first = "") => (text) => (values.has(text) ? text : first);
const isoDay = (text) => (/^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) ? text : "");

const state = { lang: browserLanguage(), selected: null, hidden: firstHidden(), ...firstFocus() };
const listeners = [];

keepInAddress("view", "network", oneOf(new Set(VIEWS), "network"), false);
keepInAddress("voices", 1, (text) => (/^[1-9]\d{0,2}$/.test(text) ? Number(text) : 1));
keepInAddress("since", "", isoDay);
keepInAddress("until", "", isoDay);

/** What is switched off in the first view. */
function firstHidden() {
  const hidden = nothingHidden();
  for (const family of model.families.values()) if (!family.shown) hidden.family.add(family.name);
  for (const found of model.classes.values()) if (!found.shown) hidden.class.add(found.name);
  return hidden;
}

function nothingHidden() {
  return Object.fromEntries(SETS.map((name) => [name, new Set()]));
}

/** The first value of each part but the view: to be put back when filters are cleared. */
function firstFields() {
  return Object.fromEntries([...FIELDS].filter(([name]) => name !== "view").map(([name, field]) => [name, field.first]));
}

/** The filters of the first view. */
function firstFilters() {
  return { hidden: firstHidden(), ...firstFields() };
}

/** Everything on. */
function openFilters() {
  return { hidden: nothingHidden(), ...firstFields() };
}

/** Call `listener(part, passing)` after each change; `part` is language, view, selection, focus or filters. */
function subscribe(listener) {
  listeners.push(listener);
}

/** Change the state, then redraw what depends on `part`. `passing`: a step of a movement, the address stays as it is. */
function change(part, values, { passing = false } = {}) {
  Object.assign(state, values);
  if (!passing) saveAddress();
  tell(part, passing);
}

/** Changes of how things are looked at: what is visible stays the same. */
const LOOKING = new Set(["selection", "view", "language", "pins", "communities"]);

function tell(part, passing = false) {
  if (!LOOKING.has(part)) forgetVisible();
  for (const listener of listeners) listener(part, passing);
}

function select(kind, id) {
  if (endsPath(kind, id)) return;
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

/** The state as the part of an address after `#`. */
function addressOf() {
  const parts = new URLSearchParams();
  parts.set("lang", state.lang);
  if (state.selected) parts.set(state.selected.kind, state.selected.id);
  for (const [name, field] of FIELDS) if (state[name] !== field.first) parts.set(name, String(state[name]));
  const first = firstHidden();
  for (const set of SETS) {
    const now = [...state.hidden[set]].sort().join(" ");
    if (now !== [...first[set]].sort().join(" ")) parts.set(`-${set}`, now);
  }
  saveFocus(parts);
  return `#${parts}`;
}

/** A browser may refuse, in a frame or after very many changes: the page then works on with the address it has. */
function saveAddress(how = "pushState") {
  const address = addressOf();
  if (address === location.hash) return;
  try {
    history[how](null, "", address);
  } catch {
    // nothing is lost but the link
  }
}

/** Read the address over the first view. Whatever it says that the page does not know is left out. */
function loadAddress(address = location.hash) {
  const parts = new URLSearchParams(address.slice(1));
  const lang = parts.get("lang");
  Object.assign(state, firstFilters(), firstFocus(), { selected: null, view: "network" });
  if (LANGUAGES.includes(lang)) state.lang = lang;
  for (const set of SETS) {
    if (!parts.has(`-${set}`)) continue;
    state.hidden[set] = new Set(parts.get(`-${set}`).split(" ").filter((value) => KNOWN_VALUES[set].has(value)));
  }
  for (const [name, field] of FIELDS) if (parts.has(name)) state[name] = field.read(parts.get(name));
  loadFocus(parts);
  forgetVisible();
  for (const [kind, known] of SELECTIONS) if (parts.has(kind) && known(parts.get(kind))) state.selected = { kind, id: parts.get(kind) };
}

/** What can be selected, each with the test that an id of an address must pass. */
const SELECTIONS = new Map([
  ["party", (id) => model.around.has(id)],
  ["relation", (id) => model.relationships.has(id)],
]);

/** Follow the address when the reader goes back or forward, takes a link into the page or edits it by hand. */
function followAddress() {
  loadAddress();
  tell("language");
}
