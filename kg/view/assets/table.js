// The same relationships as a table: for keyboards, screen readers and everybody who prefers to read.

const order = { column: "claims", down: true };

const COLUMNS = [
  ["subject", (item) => partyName(item.subject)],
  ["relation", (item) => label(item.kind)],
  ["object", (item) => partyName(item.object)],
  ["status", (item) => t(`status.${item.shownStatus}`)],
  ["claims", (item) => item.list.length],
  ["sources", (item) => item.sources],
  ["date", (item) => item.latest],
];

/** Redraw the table when it is the view; a large corpus has thousands of rows. */
function paintTable() {
  if (state.view !== "table") return;
  const holder = document.getElementById("table-view");
  const focused = document.activeElement && holder.contains(document.activeElement) ? document.activeElement.id : null;
  const value = COLUMNS.find(([column]) => column === order.column)[1];
  const rows = visibleRelationships().sort((a, b) => compare(value(a), value(b)) * (order.down ? -1 : 1) || compare(sentence(a), sentence(b)));
  const caption = h("caption", {}, `${t("table.caption")} (${rows.length})`);
  const head = h("thead", {}, h("tr", {}, COLUMNS.map(([column]) => header(column))));
  replace(holder, h("table", {}, caption, head, h("tbody", {}, rows.map(row))));
  markRow();
  if (focused) document.getElementById(focused)?.focus();
}

/** Move the mark of the chosen row without redrawing. */
function markRow() {
  const chosen = state.selected && state.selected.kind === "relation" ? document.getElementById(`row-${state.selected.id}`) : null;
  for (const old of document.querySelectorAll("tr.chosen")) {
    old.classList.remove("chosen");
    old.querySelector("[aria-pressed]").setAttribute("aria-pressed", "false");
  }
  if (!chosen) return;
  chosen.setAttribute("aria-pressed", "true");
  chosen.closest("tr").classList.add("chosen");
}

function compare(a, b) {
  return typeof a === "number" ? a - b : String(a).localeCompare(String(b), state.lang);
}

function header(column) {
  const sorted = order.column === column;
  const sort = button(t(`table.${column}`), { id: `sort-${column}` }, () => {
    order.down = sorted ? !order.down : false;
    order.column = column;
    paintTable();
  });
  const direction = sorted ? (order.down ? "descending" : "ascending") : "none";
  return h("th", { scope: "col", class: `col-${column}`, "aria-sort": direction }, sort);
}

function row(item) {
  const open = button(label(item.kind), {
    class: "link",
    id: `row-${item.id}`,
    "data-relation": item.id,
    "aria-label": t("table.open", { text: sentence(item) }),
    "aria-pressed": "false",
  }, () => select("relation", item.id));
  return h(
    "tr",
    {},
    h("td", { class: "col-subject" }, partyButton(item.subject)),
    h("td", { class: "col-relation" }, open),
    h("td", { class: "col-object" }, partyButton(item.object)),
    h("td", { class: "col-status" }, statusIcon(item.shownStatus, familyOf(item)), " ", MARKS[item.shownStatus], t(`status.${item.shownStatus}`)),
    h("td", { class: "col-claims" }, item.list.length),
    h("td", { class: "col-sources" }, item.sources),
    h("td", { class: "col-date" }, item.latest || "–"),
  );
}
