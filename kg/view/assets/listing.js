// Lists of claims in the panel: of a place, of a stretch of time, or of what changed. Shown while nothing is selected.

/** Claims that a list shows at most. */
const LIST_LIMIT = 300;

/** Kinds of lists: what stands before the first colon of `state.list` → the panel, or null where nothing fits. */
const LISTS = {
  changes: () => (state.since ? changesPanel() : null),
  place: (id) => placePanel(id),
  state: (key) => statePanel(key),
  nowhere: () => nowherePanel(),
  time: (id) => timePanel(id),
};

keepInAddress("list", "", (text) => (Object.hasOwn(LISTS, text.split(":")[0]) ? text : ""), false);

function listPanel() {
  if (!state.list) return null;
  const [kind, ...rest] = state.list.split(":");
  return LISTS[kind](rest.join(":"));
}

function closeList() {
  return button("×", { class: "close", "aria-label": t("close"), title: t("close") }, () => change("selection", { list: "" }));
}

/** One line a claim: what is said, by whom, when; it opens the relationship. */
function claimLine(claim) {
  const verb = t(claim.polarity === "negative" ? "denies" : "says");
  const date = claim.time ? dateText(claim.time.by === "claim" ? claim.when : documentOf(claim).date) : t("undated");
  const inner = [
    h("span", { class: "line-text" }, sentence(claim.item)),
    h("span", { class: `line-hint ${claim.polarity}` }, h("span", {}, name(speakerName(claim)), " ", h("span", { class: "verb" }, verb), ` · ${date}`)),
  ];
  return h("li", {}, button(inner, { class: "line-button", "data-relation": claim.item.id }, () => select("relation", claim.item.id)));
}

function byTime(a, b) {
  const at = (claim) => (claim.time ? claim.time.at : Number.MAX_SAFE_INTEGER);
  return at(a) - at(b) || a.index - b.index;
}

/** `id`: the key of a place, or the point that several names share. */
function placePanel(id) {
  const places = placesShown().filter((place) => place.key === id || place.spot === id);
  if (!places.length) return null;
  const claims = [...new Set(places.flatMap((place) => place.claims))].sort(byTime);
  return [
    closeList(),
    h("h2", {}, t("place.title", { name: places.map((place) => place.name).join(", ") })),
    h("p", { class: "quiet" }, t("place.hint")),
    h("ul", { class: "lines" }, claims.slice(0, LIST_LIMIT).map(claimLine)),
    claims.length > LIST_LIMIT ? h("p", { class: "quiet" }, t("timeline.more", { n: claims.length - LIST_LIMIT })) : null,
  ];
}
