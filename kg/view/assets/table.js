// Tables of all that is shown: for keyboards, screen readers and everybody who prefers to read.

const TABLE_ROWS = 100;

/** By table: the column that it is sorted by, whether down, and how many rows are shown. */
const order = Object.fromEntries(Object.entries(TABLES).map(([kind, table]) => [kind, { column: table.first[0], down: table.first[1], rows: TABLE_ROWS }]));

/** Redraw the table when it is the view; a large corpus has thousands of rows. */
function paintTable() {
  if (state.view !== "table") return;
  const holder = document.getElementById("table-view");
  const focused = document.activeElement && holder.contains(document.activeElement) ? document.activeElement.id : null;
  const table = TABLES[state.table];
  const rows = sortedRows(state.table);
  const shown = rows.slice(0, order[state.table].rows);
  const columns = table.columns.filter((column) => !column.exported);
  const caption = h("caption", {}, `${t(`table.caption.${state.table}`)} (${rows.length})`);
  const head = h("thead", {}, h("tr", {}, columns.map(header)));
  replace(holder, kinds(), h("table", { id: "table", class: `table-${state.table}` }, caption, head, h("tbody", {}, shown.map((row) => line(row, columns)))), more(rows.length));
  markRow();
  if (focused) document.getElementById(focused)?.focus();
}

/** Which table: relationships, claims or places. */
function kinds() {
  const choice = (kind) => button(t(`table.kind.${kind}`), { id: `table-${kind}`, "aria-pressed": String(state.table === kind) }, () => change("view", { table: kind }));
  return h("div", { class: "switch table-kinds", role: "group", "aria-label": t("table.kind") }, Object.keys(TABLES).map(choice));
}

function more(all) {
  const { rows } = order[state.table];
  if (all <= rows) return null;
  return h("p", { class: "more" }, button(t("table.more", { n: Math.min(all - rows, TABLE_ROWS * 10) }), { class: "small", id: "table-more" }, () => {
    order[state.table].rows += TABLE_ROWS * 10;
    paintTable();
  }));
}

/** By table: its rows with nothing filtered out, and the language and order (`by`) in which they stand. */
const inOrder = new Map();

/** The rows of a table in the order chosen: sorted once, then only filtered. */
function sortedRows(kind) {
  const table = TABLES[kind];
  if (table.rows) return sorted(kind, table.rows());
  const by = `${state.lang} ${order[kind].column} ${order[kind].down}`;
  if (inOrder.get(kind)?.by !== by) inOrder.set(kind, { by, rows: sorted(kind, table.all()) });
  return inOrder.get(kind).rows.filter(table.shown());
}

/** Ties are settled, so that the same view is always in the same order. */
function sorted(kind, rows) {
  const table = TABLES[kind];
  const { column, down } = order[kind];
  const found = table.columns.find((one) => one.name === column);
  const value = found.order || found.value;
  const keyed = rows.map((row, index) => ({ row, value: value(row), last: table.last(row, index) }));
  if (keyed.some((entry) => typeof entry.value !== "number")) rankValues(keyed);
  const turn = down ? -1 : 1;
  keyed.sort((a, b) => (a.value - b.value) * turn || a.last - b.last);
  return keyed.map(({ row }) => row);
}

/** Put in the place of each text its rank in the alphabet: many rows share few texts. */
function rankValues(keyed) {
  const { compare } = new Intl.Collator(state.lang, { numeric: true });
  const texts = [...new Set(keyed.map((entry) => String(entry.value)))].sort(compare);
  const ranks = new Map(texts.map((text, index) => [text, index]));
  for (const entry of keyed) entry.value = ranks.get(String(entry.value));
}

/** Move the mark of the chosen row without redrawing. */
function markRow() {
  const id = state.selected && state.selected.kind === "relation" ? state.selected.id : null;
  for (const open of document.querySelectorAll("#table-view [aria-pressed][data-relation]")) {
    const chosen = open.dataset.relation === id;
    open.setAttribute("aria-pressed", String(chosen));
    open.closest("tr").classList.toggle("chosen", chosen);
  }
}

function header(column) {
  const now = order[state.table];
  const sorted = now.column === column.name;
  const sort = button(t(`table.${column.name}`), { id: `sort-${column.name}` }, () => {
    now.down = sorted ? !now.down : false;
    now.column = column.name;
    paintTable();
  });
  const direction = sorted ? (now.down ? "descending" : "ascending") : "none";
  return h("th", { scope: "col", class: `col-${column.name}`, "aria-sort": direction }, sort);
}

function line(row, columns) {
  return h("tr", {}, columns.map((column) => h("td", { class: `col-${column.name}` }, (column.cell || column.value)(row))));
}
