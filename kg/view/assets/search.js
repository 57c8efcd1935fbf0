// Search by any name a party was met under; case, accents, hyphens and blanks do not count. After the combobox pattern of
// the ARIA practices guide: the keyboard stays in the field, the list says which of its options is meant.

const SEARCH_LIMIT = 12;

let searchIndex = null;

/** The folded names of all parties: made when somebody first searches. */
const makeSearchIndex = () => [...model.around.keys()].map((key) => {
  const entity = model.entities.get(key);
  const names = entity ? [entity.label, ...entity.names] : [key.slice(2)];
  return { key, names: names.map((text) => ({ text, folded: fold(text) })) };
});

/** Parties with a name that holds the query; names that start with it come first. */
function findParties(query) {
  const wanted = fold(query);
  if (!wanted) return [];
  const rank = (folded) => (folded === wanted ? 0 : folded.startsWith(wanted) ? 1 : folded.includes(wanted) ? 2 : 9);
  searchIndex ??= makeSearchIndex();
  const hits = searchIndex.map(({ key, names }) => {
    const best = names.map((entry) => ({ ...entry, rank: rank(entry.folded) })).sort((a, b) => a.rank - b.rank)[0];
    return { key, name: best.text, rank: best.rank };
  });
  return hits.filter((hit) => hit.rank < 9).sort((a, b) => a.rank - b.rank || partyName(a.key).localeCompare(partyName(b.key))).slice(0, SEARCH_LIMIT);
}

const search = { field: null, list: null, none: null, box: null, hits: [], at: -1 };

function paintSearch() {
  const typed = search.field ? search.field.value : "";
  search.list = h("ul", { id: "search-list", role: "listbox", "aria-label": t("search.results") });
  search.none = h("p", { class: "quiet", role: "status" });
  search.box = h("div", { id: "search-results", class: "search-results", hidden: true }, search.list, search.none);
  search.field = h("input", {
    type: "search",
    id: "search-field",
    role: "combobox",
    placeholder: t("search.placeholder"),
    "aria-label": t("search"),
    "aria-autocomplete": "list",
    "aria-expanded": "false",
    "aria-controls": "search-list",
    "aria-keyshortcuts": "/",
    autocomplete: "off",
    spellcheck: "false",
    on: { input: showResults, focus: showResults, blur: closeResults, keydown: searchKey },
  });
  search.field.value = typed;
  replace(document.getElementById("search"), search.field, search.box);
}

function showResults() {
  const asked = search.field.value.trim() !== "";
  search.hits = asked ? findParties(search.field.value) : [];
  search.box.hidden = !asked;
  search.field.setAttribute("aria-expanded", String(search.hits.length > 0));
  replace(search.list, search.hits.map(hitLine));
  search.list.hidden = !search.hits.length;
  replace(search.none, asked && !search.hits.length ? t("search.none") : null);
  meanHit(search.hits.length ? 0 : -1);
}

function hitLine(hit, index) {
  const also = hit.name === partyName(hit.key) || hit.key.startsWith("w:") ? null : h("span", { class: "quiet" }, t("search.also", { name: hit.name }));
  const inner = [classIcon(partyClass(hit.key)), name(partyName(hit.key)), also];
  // A press would take the focus out of the field, and the list away before the click arrives.
  const on = { pointerdown: (event) => event.preventDefault(), click: () => choose(index) };
  return h("li", { class: "hit", role: "option", id: `hit-${index}`, "data-party": hit.key, on }, inner);
}

/** Mark the option that Enter takes. */
function meanHit(index) {
  search.at = index;
  [...search.list.children].forEach((line, at) => line.setAttribute("aria-selected", String(at === index)));
  if (index < 0) search.field.removeAttribute("aria-activedescendant");
  else {
    search.field.setAttribute("aria-activedescendant", `hit-${index}`);
    search.list.children[index].scrollIntoView({ block: "nearest" });
  }
}

function choose(index) {
  const { key } = search.hits[index];
  search.field.value = "";
  closeResults();
  select("party", key);
  document.getElementById("panel").focus({ preventScroll: matchMedia("(min-width: 900px)").matches });
}

/** Up and down through the options, Enter takes one, Escape closes the list, then empties the field. */
function searchKey(event) {
  const { hits, at } = search;
  if (event.key === "Escape") {
    event.preventDefault();
    if (search.box.hidden) search.field.value = "";
    closeResults();
  }
  if (search.box.hidden || !hits.length) return;
  if (event.key === "Enter") choose(Math.max(at, 0));
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  event.preventDefault();
  meanHit((at + step + hits.length) % hits.length);
}

function closeResults() {
  search.box.hidden = true;
  search.field.setAttribute("aria-expanded", "false");
  search.field.removeAttribute("aria-activedescendant");
}

/** A slash leads to the search from anywhere but a field. */
document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.target.closest?.("input, select, textarea")) return;
  event.preventDefault();
  search.field.focus();
});
