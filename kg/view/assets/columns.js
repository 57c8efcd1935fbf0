// What the tables hold: for each, its rows and columns. A column has a name, a value to sort by and to export, and,
// where it is more than that value, the cell that is shown.

const certaintyRank = (claim) => CERTAINTIES.indexOf(claim.certainty);

const RELATION_COLUMNS = [
  { name: "subject", value: (item) => partyName(item.subject), cell: (item) => partyButton(item.subject) },
  { name: "relation", value: (item) => label(item.kind), cell: (item) => openButton(item, label(item.kind)) },
  { name: "object", value: (item) => partyName(item.object), cell: (item) => partyButton(item.object) },
  { name: "status", value: (item) => t(`status.${item.shownStatus}`), cell: (item) => [statusIcon(item.shownStatus, familyOf(item)), " ", MARKS[item.shownStatus], t(`status.${item.shownStatus}`)] },
  { name: "claims", value: (item) => item.list.length },
  { name: "sources", value: (item) => item.sources },
  { name: "date", value: (item) => item.latest || "", cell: (item) => item.latest || "–" },
];

const CLAIM_COLUMNS = [
  { name: "time", value: claimDate, cell: (claim) => claimDate(claim) || "–" },
  { name: "subject", value: (claim) => partyName(claim.item.subject), cell: (claim) => partyButton(claim.item.subject) },
  { name: "relation", value: (claim) => label(claim.item.kind), cell: (claim) => openButton(claim.item, label(claim.item.kind), claim.id) },
  { name: "object", value: (claim) => partyName(claim.item.object), cell: (claim) => partyButton(claim.item.object) },
  { name: "polarity", value: (claim) => t(claim.polarity === "negative" ? "denied" : "affirmed") },
  { name: "speaker", value: speakerName, cell: (claim) => (claim.by ? partyButton(claim.by) : name(outlet(claim))) },
  { name: "certainty", value: (claim) => t(`certainty.${claim.certainty}`), order: certaintyRank },
  { name: "where", value: (claim) => (claim.where ? partyName(claim.where) : ""), cell: (claim) => (claim.where ? name(partyName(claim.where)) : "–") },
  { name: "publisher", value: (claim) => documentOf(claim).publisher || "", exported: true },
  { name: "document", value: (claim) => claim.doc, exported: true },
  { name: "url", value: (claim) => documentOf(claim).url || "", exported: true },
  { name: "words", value: (claim) => wordsOf(claim), exported: true },
  { name: "confidence", value: (claim) => claim.confidence, exported: true },
  { name: "claim", value: (claim) => claim.id, exported: true },
];

const PLACE_COLUMNS = [
  { name: "place", value: (place) => place.name, cell: (place) => button(name(place.name), { class: "link", id: `open-${place.key}` }, () => (place.key ? openPlace(place.spot) : change("selection", { list: "nowhere", selected: null }))) },
  { name: "claims", value: (place) => place.claims.length },
  { name: "voices", value: (place) => place.voices },
  { name: "latitude", value: (place) => (place.point ? place.point[0] : ""), cell: (place) => (place.point ? place.point[0] : "–") },
  { name: "longitude", value: (place) => (place.point ? place.point[1] : ""), cell: (place) => (place.point ? place.point[1] : "–") },
];

const partyRanks = new Map();

/** The place of each party in the alphabet of the language: numbers are compared faster than names. */
function partyRank(key) {
  if (!partyRanks.has(state.lang)) {
    const { compare } = new Intl.Collator(state.lang);
    const named = [...model.around.keys()].map((one) => [partyName(one), one]).sort((a, b) => compare(a[0], b[0]) || (a[1] < b[1] ? -1 : 1));
    partyRanks.set(state.lang, new Map(named.map(([, one], index) => [one, index])));
  }
  return partyRanks.get(state.lang).get(key) ?? 0;
}

const kindRanks = new Map([...model.kinds].map((kind, index) => [kind, index]));

/** Relationships in the order of their subjects, then relations, then objects, as one number. */
function itemRank(item) {
  const parties = model.around.size;
  return (partyRank(item.subject) * kindRanks.size + kindRanks.get(item.kind)) * parties + partyRank(item.object);
}

/** `all`: the rows with nothing filtered out, and `shown`, the test of one, where their order can be kept from one filter to the next. */
const TABLES_KEPT = {
  relations: {
    all: () => itemRows,
    shown: () => {
      const flags = visible().itemFlags;
      return (item) => flags[item.row] === 1;
    },
  },
  claims: {
    all: () => claimsRelated,
    shown: () => {
      const flags = visible().claimFlags;
      return (claim) => flags[claim.index] === 1;
    },
  },
};

/** `last`: the number that settles ties. `twin`: the view whose picture holds the same. `first`: the column by which it is sorted at first, and whether down. */
const TABLES = {
  relations: { ...TABLES_KEPT.relations, columns: RELATION_COLUMNS, twin: "network", first: ["claims", true], last: itemRank },
  claims: { ...TABLES_KEPT.claims, columns: CLAIM_COLUMNS, twin: "timeline", first: ["time", false], last: (claim) => claim.index },
  places: { rows: () => [...placesShown(), noPlace()].filter(Boolean), columns: PLACE_COLUMNS, twin: "map", first: ["claims", true], last: (place, index) => index },
};

keepInAddress("table", "relations", oneOf(new Set(Object.keys(TABLES)), "relations"), false);

/** The claim's own date or interval, else its document's. */
function claimDate(claim) {
  return claim.when || documentOf(claim).date || "";
}

/** The quoted words, pieces of evidence apart. */
function wordsOf(claim) {
  const quoted = ({ pieces }) => pieces.filter(([, marks]) => marks.includes("q")).map(([text]) => text).join("");
  return evidenceOf(claim).passages.map(quoted).join(" […] ");
}

function openButton(item, text, claim = null) {
  const id = claim === null ? `row-${item.id}` : `claim-${claim}`;
  return button(text, { class: "link", id, "data-relation": item.id, "aria-label": t("table.open", { text: sentence(item) }), "aria-pressed": "false" }, () => select("relation", item.id));
}

/** The table that holds what the view shows. */
function tableOf(view) {
  return Object.values(TABLES).find((table) => table.twin === view) || TABLES[state.table];
}
