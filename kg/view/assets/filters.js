// Filters, which are the legend at the same time: each line shows how its relationships are drawn and how many there are.

function paintFilters() {
  const holder = document.getElementById("filters");
  const open = holder.firstChild ? holder.firstChild.open : matchMedia("(min-width: 900px)").matches;
  const focused = document.activeElement && holder.contains(document.activeElement) ? document.activeElement.id : null;
  const items = [...model.relationships.values()];
  const body = h(
    "div",
    { class: "filter-body" },
    h(
      "p",
      { class: "actions" },
      button(t("filters.reset"), { class: "small", id: "filters-reset" }, () => change("filters", firstFilters())),
      button(t("filters.all"), { class: "small", id: "filters-all" }, () => change("filters", openFilters())),
    ),
    fieldset("family", items, familyLines(items)),
    fieldset("status", items, STATUSES.map((name) => statusLine(name, items))),
    fieldset("class", items, classLines(items)),
    fieldset("certainty", items, CERTAINTIES.map((name) => certaintyLine(name, items))),
    origins(),
  );
  replace(holder, h("details", { class: "filter-box", open }, h("summary", {}, t("filters")), body));
  if (focused) document.getElementById(focused)?.focus();
}

function fieldset(name, items, lines) {
  return h("fieldset", {}, h("legend", {}, t(`filter.${name}`)), lines);
}

function checkbox(set, value, icon, text, count, hint) {
  const id = `filter-${set}-${value}`;
  const box = h("input", {
    type: "checkbox",
    id,
    checked: !state.hidden[set].has(value),
    on: { change: (event) => toggle(set, value, event.target.checked) },
  });
  return h("label", { for: id, class: "check", title: hint }, box, icon, h("span", { class: "check-text" }, text), h("span", { class: "count" }, count));
}

const openedFamilies = new Set();

function familyLines(items) {
  return [...model.families.values()].map((family) => {
    const own = items.filter((item) => item.kind.family === family.name);
    if (!own.length) return null;
    const kinds = [...new Set(own.map((item) => item.kind))];
    const list = h(
      "div",
      { class: "sub", id: `relations-${family.name}`, hidden: !openedFamilies.has(family.name) },
      kinds.map((kind) => checkbox("relation", kind.name, null, label(kind), own.filter((item) => item.kind === kind).length, kind.definition[state.lang])),
    );
    const line = checkbox("family", family.name, familyIcon(family), label(family), own.length);
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

function statusLine(status, items) {
  const count = items.filter((item) => item.shownStatus === status).length;
  const text = MARKS[status] + t(`status.${status}`);
  return count ? checkbox("status", status, statusIcon(status), text, count, t(`status.${status}.hint`)) : null;
}

function certaintyLine(certainty, items) {
  const count = items.filter((item) => item.list.some((claim) => claim.certainty === certainty)).length;
  return count ? checkbox("certainty", certainty, null, t(`certainty.${certainty}`), count) : null;
}

function classLines(items) {
  const met = new Set(items.flatMap((item) => [item.subject, item.object]));
  return [...model.classes.values()].map((found) => {
    const count = [...met].filter((key) => partyClass(key) === found).length;
    return count ? checkbox("class", found.name, classIcon(found), label(found), count, found.definition[state.lang]) : null;
  });
}

function origins() {
  const publishers = [...new Set([...model.claims.values()].map(publisherOf))].sort();
  const documents = [...model.documents.values()];
  const named = (publisher) => (publisher === NO_PUBLISHER ? t("publisher.unknown") : publisher);
  return h(
    "fieldset",
    {},
    h("legend", {}, t("filter.source")),
    menu("publisher", publishers.map((publisher) => [publisher, named(publisher)])),
    menu("document", documents.map((found) => [found.id, [found.date, found.title || found.id].filter(Boolean).join(" · ")])),
  );
}

function menu(field, options) {
  const id = `filter-${field}`;
  const option = ([value, text]) => h("option", { value, selected: state[field] === value }, text);
  const choice = h("select", { id, on: { change: (event) => change("filters", { [field]: event.target.value }) } });
  choice.append(option(["", t("filter.any")]), ...options.map(option));
  return h("label", { for: id, class: "menu" }, h("span", {}, t(`filter.${field}`)), choice);
}
