// Search by any name a party was met under; case, accents, hyphens and blanks do not count.

const SEARCH_LIMIT = 12;

const searchIndex = [...model.around.keys()].map((key) => {
  const entity = model.entities.get(key);
  const names = entity ? [entity.label, ...entity.names] : [key.slice(2)];
  return { key, names: names.map((text) => ({ text, folded: fold(text) })) };
});

/** Parties with a name that holds the query; names that start with it come first. */
function findParties(query) {
  const wanted = fold(query);
  if (!wanted) return [];
  const rank = (folded) => (folded === wanted ? 0 : folded.startsWith(wanted) ? 1 : folded.includes(wanted) ? 2 : 9);
  const hits = searchIndex.map(({ key, names }) => {
    const best = names.map((entry) => ({ ...entry, rank: rank(entry.folded) })).sort((a, b) => a.rank - b.rank)[0];
    return { key, name: best.text, rank: best.rank };
  });
  return hits.filter((hit) => hit.rank < 9).sort((a, b) => a.rank - b.rank || partyName(a.key).localeCompare(partyName(b.key))).slice(0, SEARCH_LIMIT);
}

function paintSearch() {
  const holder = document.getElementById("search");
  const results = h("ul", { id: "search-results", class: "search-results", hidden: true, "aria-label": t("search.results") });
  const field = h("input", {
    type: "search",
    id: "search-field",
    placeholder: t("search"),
    "aria-label": t("search"),
    autocomplete: "off",
    spellcheck: "false",
    on: {
      input: () => showResults(field, results),
      focus: () => showResults(field, results),
      keydown: (event) => searchKey(event, field, results),
    },
  });
  replace(holder, field, results);
}

function showResults(field, results) {
  const hits = findParties(field.value);
  results.hidden = !field.value.trim();
  const lines = hits.map((hit) => {
    const also = hit.name === partyName(hit.key) || hit.key.startsWith("w:") ? null : h("span", { class: "quiet" }, t("search.also", { name: hit.name }));
    const inner = [classIcon(partyClass(hit.key)), name(partyName(hit.key)), also];
    return h("li", {}, button(inner, { class: "hit", "data-party": hit.key }, () => choose(hit.key, field, results)));
  });
  replace(results, lines.length ? lines : h("li", { class: "quiet" }, t("search.none")));
}

function choose(key, field, results) {
  field.value = "";
  results.hidden = true;
  select("party", key);
  document.getElementById("panel").focus({ preventScroll: matchMedia("(min-width: 900px)").matches });
}

/** Enter takes the first hit, the down key goes to the list, Escape closes it. */
function searchKey(event, field, results) {
  const first = results.querySelector("button");
  if (event.key === "Enter" && first) first.click();
  if (event.key === "ArrowDown" && first) first.focus();
  if (event.key === "Escape") results.hidden = true;
}

function closeSearchOutside(event) {
  const holder = document.getElementById("search");
  if (!holder.contains(event.target)) document.getElementById("search-results").hidden = true;
}
