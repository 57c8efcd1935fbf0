// What the filters look at, as whole numbers in typed arrays: a large page has 50,000 claims, and each change weighs all
// of them. A filter has the values that its options count, and a test of one value.

const AUTHOR = "author";
const NO_COUNTRY = "-";
const NO_CODE = -1;
const UNMET = -2;

/** Relationships in their order, and the places of their claims in `DATA.claims`: those of `n` from `starts[n]` on. */
const itemRows = DATA.relationships;
const claimStarts = new Int32Array(itemRows.length + 1);
itemRows.forEach((item, row) => (claimStarts[row + 1] = claimStarts[row] + item.list.length));
const claimRows = new Int32Array(claimStarts[itemRows.length]);
itemRows.forEach((item, row) => item.list.forEach((claim, at) => (claimRows[claimStarts[row] + at] = claim.index)));

/** The key of the state that a party is, or that it is a body of by the gazetteer. */
function countryOf(key) {
  return DATA.geography.states[key] || NO_COUNTRY;
}

itemRows.forEach((item, row) => {
  item.row = row; // its place in itemRows, as claim.index is the place in DATA.claims
  for (const claim of item.list) claim.item = item;
});

const typeOf = (key) => model.entities.get(key)?.type || null;
const hiddenIn = (set) => (value) => !state.hidden[set].has(value);
const chosenIn = (field) => (value) => !state[field] || value === state[field];

const asItIs = (value) => value;

/**
 * Filters on a relationship: the `fields` that its values, two at most, come from; `of`, the value of what stands in a
 * field (null is none); `passes`, whether a value does. A relationship passes when all its values do, or with `any` when
 * one does.
 */
const ITEM_FILTERS = {
  family: { fields: ["relation"], of: (relation) => relationOf(relation).family, passes: hiddenIn("family") },
  relation: { fields: ["relation"], of: asItIs, passes: hiddenIn("relation") },
  status: { fields: ["shownStatus"], of: asItIs, passes: hiddenIn("status") },
  class: { fields: ["subject", "object"], of: typeOf, passes: hiddenIn("class") },
  voices: { fields: ["sources"], of: asItIs, passes: (value) => value >= state.voices },
  country: { fields: ["subject", "object"], of: countryOf, passes: chosenIn("country"), any: true },
};
/** Filters on a claim, which has one value each. The time comes apart: it is no list of values. */
const CLAIM_FILTERS = {
  certainty: { fields: ["certainty"], of: asItIs, passes: hiddenIn("certainty") },
  document: { fields: ["doc"], of: asItIs, passes: chosenIn("document") },
  publisher: { fields: ["doc"], of: (doc) => documentOf({ doc }).publisher || NO_PUBLISHER, passes: chosenIn("publisher") },
  speaker: { fields: ["by"], of: (by) => by || AUTHOR, passes: chosenIn("speaker") },
  interest: { fields: ["stakes"], of: (stakes) => (stakes ? "only" : "without"), passes: chosenIn("interest") },
};

/** The number of a value, a new one where it has none yet. */
function numberIn(numbers, value) {
  if (value === null) return NO_CODE;
  if (!numbers.has(value)) numbers.set(value, numbers.size);
  return numbers.get(value);
}

/** A filter over all rows: the number of each value (`numbers`), and the numbers of each row (`first`, `second`). */
class Coded {
  constructor({ fields, of, passes, any = false }, table, rows) {
    const numbers = new Map();
    const [first, second] = [0, 1].map((at) => this.codes(fields[at] ? columnOf(table, fields[at]) : null, of, rows, numbers, DATA[table].length));
    for (let row = 0; row < second.length; row += 1) if (second[row] === first[row]) second[row] = NO_CODE;
    Object.assign(this, { passes, any, numbers, first, second, passing: null });
    this.counts = new Int32Array(this.numbers.size);
    this.met = new Int32Array(this.numbers.size);
  }

  /** The number of each row's value; a value is looked up once, however many rows have it. */
  codes(column, of, rows, numbers, size) {
    const codes = new Int32Array(size).fill(NO_CODE);
    if (!column) return codes;
    const { values, at } = column;
    const known = new Int32Array(values.length).fill(UNMET);
    for (const row of rows) {
      const met = at[row];
      if (known[met] === UNMET) known[met] = numberIn(numbers, of(values[met]));
      codes[row] = known[met];
    }
    return codes;
  }

  /** Set the bit of each row that does not pass; nothing where the same values pass as before. */
  mark(masks, bit) {
    const now = Uint8Array.from(this.numbers.keys(), (value) => (this.passes(value) ? 1 : 0));
    if (this.passing && now.every((one, at) => one === this.passing[at])) return;
    const untouched = !this.passing && now.every((one) => one === 1); // the bits are all clear at first
    this.passing = now;
    if (untouched) return;
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
const codedFilters = (filters, table, rows) => Object.fromEntries(Object.entries(filters).map(([name, filter]) => [name, new Coded(filter, table, rows)]));
const coded = { ...codedFilters(ITEM_FILTERS, "relationships", Int32Array.from(itemRows.keys())), ...codedFilters(CLAIM_FILTERS, "claims", claimRows) };

for (const name of ["publisher", "document", "speaker", "country"]) keepInAddress(name, "", oneOf(coded[name].numbers));
keepInAddress("interest", "", oneOf(new Set(["only", "without"])));
