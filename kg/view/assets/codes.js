// What the filters look at, as whole numbers in typed arrays: a large page has 50,000 claims, and each change weighs all
// of them. A filter has the values that its options count, and a test of one value.

const AUTHOR = "author";
const NO_COUNTRY = "-";
const NO_CODE = -1;

/** Relationships in their order, and the places of their claims in `DATA.claims`: those of `n` from `starts[n]` on. */
const itemRows = [...model.relationships.values()];
const claimStarts = new Int32Array(itemRows.length + 1);
itemRows.forEach((item, row) => (claimStarts[row + 1] = claimStarts[row] + item.list.length));
const claimRows = new Int32Array(claimStarts[itemRows.length]);
itemRows.forEach((item, row) => item.list.forEach((claim, at) => (claimRows[claimStarts[row] + at] = claim.index)));

/** The key of the state that a party is, or that it is a body of by the gazetteer. */
function countryOf(key) {
  return DATA.geography.states[key] || NO_COUNTRY;
}

itemRows.forEach((item, row) => {
  item.row = row;
  for (const claim of item.list) claim.item = item;
});

const typeOf = (key) => model.entities.get(key)?.type || null;
const hiddenIn = (set) => (value) => !state.hidden[set].has(value);
const chosenIn = (field) => (value) => !state[field] || value === state[field];

/**
 * Filters on a relationship: `of`, the values of one, two at most (null is none); `passes`, whether a value does. A
 * relationship passes when all its values do, or with `any` when one does.
 */
const ITEM_FILTERS = {
  family: { of: (item) => [item.kind.family], passes: hiddenIn("family") },
  relation: { of: (item) => [item.relation], passes: hiddenIn("relation") },
  status: { of: (item) => [item.shownStatus], passes: hiddenIn("status") },
  class: { of: (item) => [typeOf(item.subject), typeOf(item.object)], passes: hiddenIn("class") },
  voices: { of: (item) => [item.sources], passes: (value) => value >= state.voices },
  country: { of: (item) => [countryOf(item.subject), countryOf(item.object)], passes: chosenIn("country"), any: true },
};
/** Filters on a claim, which has one value each. The time comes apart: it is no list of values. */
const CLAIM_FILTERS = {
  certainty: { of: (claim) => [claim.certainty], passes: hiddenIn("certainty") },
  document: { of: (claim) => [claim.doc], passes: chosenIn("document") },
  publisher: { of: (claim) => [claim.publisher], passes: chosenIn("publisher") },
  speaker: { of: (claim) => [claim.by || AUTHOR], passes: chosenIn("speaker") },
  interest: { of: (claim) => [claim.stakes ? "only" : "without"], passes: chosenIn("interest") },
};

/** A filter over all rows: the number of each value (`numbers`), and the numbers of each row (`first`, `second`). */
class Coded {
  constructor({ of, passes, any = false }, rows, size) {
    Object.assign(this, { passes, any, numbers: new Map(), first: new Int32Array(size).fill(NO_CODE), second: new Int32Array(size).fill(NO_CODE) });
    for (const row of rows) {
      const [one, other = null] = of(row);
      const at = row.row ?? row.index;
      this.first[at] = this.numberOf(one);
      if (other !== one) this.second[at] = this.numberOf(other);
    }
    this.passing = null;
    this.counts = new Int32Array(this.numbers.size);
    this.met = new Int32Array(this.numbers.size);
  }

  numberOf(value) {
    if (value === null) return NO_CODE;
    if (!this.numbers.has(value)) this.numbers.set(value, this.numbers.size);
    return this.numbers.get(value);
  }

  /** Set the bit of each row that does not pass; nothing where the same values pass as before. */
  mark(masks, bit) {
    const now = Uint8Array.from(this.numbers.keys(), (value) => (this.passes(value) ? 1 : 0));
    if (this.passing && now.every((one, at) => one === this.passing[at])) return;
    this.passing = now;
    const { first, second, any } = this;
    for (let row = 0; row < masks.length; row += 1) {
      const one = first[row] === NO_CODE ? !any : now[first[row]] === 1;
      const other = second[row] === NO_CODE ? one : now[second[row]] === 1;
      masks[row] = (any ? one || other : one && other) ? masks[row] & ~bit : masks[row] | bit;
    }
  }

  /** How many relationships an option of the filter would leave. */
  count(value) {
    return this.numbers.has(value) ? this.counts[this.numbers.get(value)] : 0;
  }
}

const claimsRelated = Array.from(claimRows, (row) => DATA.claims[row]);
for (const claim of claimsRelated) claim.publisher = publisherOf(claim);
const codedFilters = (filters, rows, size) => Object.fromEntries(Object.entries(filters).map(([name, filter]) => [name, new Coded(filter, rows, size)]));
const coded = { ...codedFilters(ITEM_FILTERS, itemRows, itemRows.length), ...codedFilters(CLAIM_FILTERS, claimsRelated, DATA.claims.length) };

for (const name of ["publisher", "document", "speaker", "country"]) keepInAddress(name, "", oneOf(coded[name].numbers));
keepInAddress("interest", "", oneOf(new Set(["only", "without"])));
