// Filters, which are the legend at the same time: each line shows how its relationships are drawn, and how many there
// would be with the other filters as they are.

/** Least numbers of independent voices that can be asked for. */
const VOICE_STEPS = [2, 3, 5, 10];

function paintFilters() {
  const holder = document.getElementById("filters");
  const open = holder.firstChild ? holder.firstChild.open : matchMedia("(min-width: 900px)").matches;
  const focused = document.activeElement && holder.contains(document.activeElement) ? document.activeElement.id : null;
  const body = h(
    "div",
    { class: "filter-body" },
    filterActions(),
    fieldset("family", familyLines()),
    fieldset("status", STATUSES.map(statusLine)),
    fieldset("class", classLines()),
    fieldset("certainty", CERTAINTIES.map(certaintyLine)),
    fieldset("source", [menu("speaker", speakers), menu("interest", interests), menu("publisher", publishers), menu("document", documents)]),
    fieldset("country", menu("country", countries, true)),
  );
  const changed = changedFilters();
  const summary = h("summary", { id: "filters-summary" }, t("filters"), " ", h("span", { class: "wide" }, t("filters.legend")), changed ? [h("span", { class: "count wide" }, ` ${t("filters.active", { n: changed })}`), h("span", { class: "count narrow" }, `(${changed})`)] : null);
  replace(holder, h("details", { class: "filter-box", open }, summary, body));
  if (focused) document.getElementById(focused)?.focus();
}

function filterActions() {
  const two = state.voices === 2;
  const onlyTwo = button(t("filters.two"), { class: "small", id: "filters-two", "aria-pressed": String(two) }, () => change("filters", { voices: two ? 1 : 2 }));
  return h(
    "div",
    { class: "actions" },
    button(t("filters.reset"), { class: "small", id: "filters-reset" }, () => startOver(firstFilters())),
    button(t("filters.all"), { class: "small", id: "filters-all" }, () => startOver(openFilters())),
    onlyTwo,
    menu("voices", voiceSteps),
  );
}

/** Set all filters and leave what was looked at within them, a path that was begun as well. */
function startOver(filters) {
  pathStart = null;
  change("filters", { ...filters, ...noFocus() });
}

/** In how many ways the filters differ from the first view. */
function changedFilters() {
  const first = firstFilters();
  const sets = SETS.filter((set) => [...state.hidden[set]].sort().join(" ") !== [...first.hidden[set]].sort().join(" "));
  return sets.length + [...FIELDS].filter(([name, field]) => field.filters && state[name] !== field.first).length;
}

function fieldset(name, lines) {
  return h("fieldset", {}, h("legend", {}, t(`filter.${name}`)), lines);
}

function counted(filter, value) {
  visible();
  return coded[filter].count(value);
}

function checkbox(set, value, icon, text, hint) {
  const id = `filter-${set}-${value}`;
  const box = h("input", {
    type: "checkbox",
    id,
    checked: !state.hidden[set].has(value),
    on: { change: (event) => toggle(set, value, event.target.checked) },
  });
  return h("label", { for: id, class: "check", title: hint }, box, icon, h("span", { class: "check-text" }, text), h("span", { class: "count" }, number(counted(set, value))));
}

const openedFamilies = new Set();

const kindsMet = groupBy([...coded.relation.numbers.keys()].map((relation) => model.relations.get(relation)), (kind) => kind.family);

function familyLines() {
  return [...model.families.values()].map((family) => {
    const kinds = kindsMet.get(family.name);
    if (!kinds) return null;
    const list = h(
      "div",
      { class: "sub", id: `relations-${family.name}`, hidden: !openedFamilies.has(family.name) },
      kinds.map((kind) => checkbox("relation", kind.name, null, label(kind), kind.definition[state.lang])),
    );
    const line = checkbox("family", family.name, familyIcon(family), label(family));
    return [h("div", { class: "family" }, line, unfold(family, list)), list];
  });
}

/** The button that shows the single relations of a family. */
function unfold(family, list) {
  const open = () => String(openedFamilies.has(family.name));
  const title = t("filter.relation", { name: label(family) });
  const attributes = { class: "unfold", id: `unfold-${family.name}`, "aria-controls": list.id, "aria-expanded": open(), "aria-label": title, title };
  const control = button("", attributes, () => {
    if (!openedFamilies.delete(family.name)) openedFamilies.add(family.name);
    list.hidden = !openedFamilies.has(family.name);
    control.setAttribute("aria-expanded", open());
  });
  return control;
}

function statusLine(status) {
  if (!coded.status.numbers.has(status)) return null;
  const mark = MARKS[status] ? h("span", { class: "sign" }, MARKS[status].trim()) : null;
  return checkbox("status", status, [statusIcon(status), mark], t(`status.${status}`), t(`status.${status}.hint`));
}

function certaintyLine(certainty) {
  return coded.certainty.numbers.has(certainty) ? checkbox("certainty", certainty, null, t(`certainty.${certainty}`)) : null;
}

function classLines() {
  return [...model.classes.values()].map((found) =>
    coded.class.numbers.has(found.name) ? checkbox("class", found.name, classIcon(found), label(found), found.definition[state.lang]) : null,
  );
}

/** Options of a menu, sorted by what is read; the values named first come first. */
function options(values, text, ...first) {
  const made = [...values.keys()].map((value) => [value, text(value)]);
  const { compare } = new Intl.Collator(state.lang);
  const rank = (value) => (first.includes(value) ? 0 : 1);
  return made.sort((a, b) => rank(a[0]) - rank(b[0]) || compare(a[1], b[1]));
}

function speakers() {
  return options(coded.speaker.numbers, (key) => (key === AUTHOR ? t("speaker.author") : partyName(key)), AUTHOR);
}

function interests() {
  return coded.interest.numbers.has("only") ? ["without", "only"].map((value) => [value, t(`interest.${value}`)]) : [];
}

function publishers() {
  return options(coded.publisher.numbers, (name) => (name === NO_PUBLISHER ? t("publisher.unknown") : name));
}

function documents() {
  return options(coded.document.numbers, (id) => {
    const found = model.documents.get(id);
    return found ? [found.date, found.title || found.id].filter(Boolean).join(" · ") : id;
  });
}

function countries() {
  const name = (key) => (key === NO_COUNTRY ? t("country.none") : DATA.geography.names[key]);
  return options(coded.country.numbers, name, NO_COUNTRY);
}

function voiceSteps() {
  return VOICE_STEPS.filter((least) => [...coded.voices.numbers.keys()].some((voices) => voices >= least)).map((least) => [least, t("voices.least", { n: least })]);
}

/** How many relationships an option of a menu would leave. */
function menuCount(field, value) {
  if (field !== "voices") return counted(field, value);
  return [...coded.voices.numbers.keys()].reduce((sum, voices) => sum + (voices >= value ? counted("voices", voices) : 0), 0);
}

/** Options of a menu above which they are made when the menu is opened: thousands of documents take their time. */
const MENU_AT_ONCE = 200;
const menuChoices = new Map();

/** The choices of a menu: they depend on the corpus and the language, not on the filters. */
function choicesOf(field, choices) {
  const key = `${state.lang} ${field}`;
  if (!menuChoices.has(key)) menuChoices.set(key, choices());
  return menuChoices.get(key);
}

/** A filter of one choice; nothing where there is nothing to choose. `bare`: its name stands above it already. */
function menu(field, made, bare = false) {
  const long = coded[field].numbers.size > MENU_AT_ONCE;
  const first = FIELDS.get(field).first;
  const choices = long && state[field] === first ? [] : choicesOf(field, made);
  if (!long && !choices.length) return null;
  const id = `filter-${field}`;
  const option = ([value, text]) => h("option", { value, selected: String(state[field]) === String(value) }, `${clipped(text)} (${menuCount(field, value)})`);
  const read = (text) => FIELDS.get(field).read(text);
  const choice = h("select", { id, on: { change: (event) => change("filters", { [field]: read(event.target.value) }) } });
  const chosen = ([value]) => String(state[field]) === String(value);
  const now = long ? choices.filter(chosen) : choices;
  choice.append(h("option", { value: first, selected: state[field] === first }, t("filter.any")), ...now.map(option));
  let waiting = long;
  const complete = () => {
    if (waiting) choice.append(...choicesOf(field, made).filter((found) => !chosen(found)).map(option));
    waiting = false;
  };
  if (long) for (const event of ["pointerdown", "focus"]) choice.addEventListener(event, complete);
  return h("label", { for: id, class: "menu" }, h("span", { class: bare ? "hidden" : null }, t(`filter.${field}`)), choice);
}

/** A name cut to what fits. */
function clipped(text, most = 70) {
  const letters = [...text];
  return letters.length > most ? `${letters.slice(0, most - 1).join("")}…` : text;
}
