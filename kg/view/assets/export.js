// Taking something away: the rows as CSV or to the clipboard, the picture as SVG or PNG, and print.

/** A cell that a spreadsheet would run as a formula gets an apostrophe (OWASP, CSV injection). */
const FORMULA = /^[\s\u0000-\u001f]*[=+\-@\uff0b\uff0d\uff1d\uff20]|^[\t\r\n]/;

function safeCell(value) {
  if (typeof value === "number") return String(value);
  const text = String(value).replace(/\u0000/g, "");
  return FORMULA.test(text) ? `'${text}` : text;
}

/** Header and rows of a view's table, every column, each cell safe. */
function exportRows(view) {
  const table = tableOf(view);
  const kind = Object.keys(TABLES).find((name) => TABLES[name] === table);
  const head = table.columns.map((column) => t(`table.${column.name}`));
  return [head, ...sortedRows(kind).map((row) => table.columns.map((column) => column.value(row)))].map((row) => row.map(safeCell));
}

/** CSV after RFC 4180, every cell quoted, with the mark by which spreadsheets know UTF-8. */
function csvText(rows) {
  const quoted = (cell) => `"${cell.replaceAll('"', '""')}"`;
  return `\ufeff${rows.map((row) => row.map(quoted).join(",")).join("\r\n")}\r\n`;
}

function download(content, type, name) {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = h("a", { href: address, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60000);
}


/** Wait for the quoted words of all rows: those of a large corpus are unpacked when they are needed. */
async function wordsReady(view) {
  if (tableOf(view) !== TABLES.claims) return;
  const { claims } = visible();
  const waiting = () => claims.filter((claim) => evidenceOf(claim) === null).length;
  while (waiting()) await new Promise((resolve) => document.addEventListener("kg-words", resolve, { once: true }));
}

async function saveCsv() {
  await wordsReady(state.view);
  download(csvText(exportRows(state.view)), "text/csv;charset=utf-8", `conflict-kg-${tableOf(state.view).twin}.csv`);
}

/** The rows with tabs between cells, as spreadsheets take them from the clipboard. */
async function copyRows() {
  await wordsReady(state.view);
  const text = exportRows(state.view).map((row) => row.map((cell) => cell.replace(/[\t\r\n]+/g, " ")).join("\t")).join("\n");
  try {
    await navigator.clipboard.writeText(text);
    sayDone(t("export.copied"));
  } catch {
    sayDone(t("export.refused"));
  }
}

/** Said to a screen reader and shown beside the buttons. */
function sayDone(text) {
  replace(document.getElementById("export-said"), text);
}

function saveSvg() {
  const picture = pictureOf(state.view);
  if (!picture) sayDone(t("export.empty"));
  else download(svgText(picture), "image/svg+xml;charset=utf-8", `conflict-kg-${state.view}.svg`);
}

function savePng() {
  const picture = pictureOf(state.view);
  if (!picture) sayDone(t("export.empty"));
  else canvasOf(picture).toBlob((blob) => download(blob, "image/png", `conflict-kg-${state.view}.png`), "image/png");
}

/** A button that opens the ways out; pictures are there where the view is one. */
function exportMenu() {
  const way = (id, action, enabled = true) => button(t(`export.${id}`), { class: "small", id: `export-${id}`, disabled: !enabled }, action);
  const drawn = state.view !== "table";
  const ways = h("div", { class: "export-ways" }, way("csv", saveCsv), way("copy", copyRows), way("svg", saveSvg, drawn), way("png", savePng, drawn), way("print", () => print()), h("span", { class: "quiet", id: "export-said", role: "status" }));
  return h("details", { class: "export", id: "export", on: { keydown: closeExport } }, h("summary", { class: "small", id: "export-open" }, t("export")), ways);
}

function closeExport(event) {
  if (event.key !== "Escape") return;
  event.currentTarget.open = false;
  event.currentTarget.querySelector("summary").focus();
}
