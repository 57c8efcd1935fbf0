// What passes the filters: computed here, once after each change, for every view, and narrowed by focus.js. A relationship
// passes when it fits the filters on relationships and one of its claims fits all filters on claims.

/** Filters that an option must not count with: its own; and for a family those that it brings along or contains. */
const LOOSE = { family: ["family", "relation", "class"], relation: ["family", "relation", "class"] };

const ITEM_GROUPS = Object.keys(ITEM_FILTERS);
const CLAIM_GROUPS = Object.keys(CLAIM_FILTERS);
const itemCoded = ITEM_GROUPS.map((name) => coded[name]);
const claimCoded = CLAIM_GROUPS.map((name) => coded[name]);
const looseMasks = ITEM_GROUPS.map((name) => (LOOSE[name] || [name]).reduce((sum, one) => sum | (1 << ITEM_GROUPS.indexOf(one)), 0));
const TIME_BIT = 1 << CLAIM_GROUPS.length;

/** The filters that each relationship and each claim fails, one bit each. */
const itemMasks = new Uint8Array(itemRows.length);
const claimMasks = new Uint8Array(DATA.claims.length);
const claimFrom = Float64Array.from(DATA.claims, (claim) => claim.time?.from ?? NaN);
const claimTo = Float64Array.from(DATA.claims, (claim) => claim.time?.to ?? NaN);

let visibleNow = null;
let timesMarked = "";

/** What is shown: `relationships`, `claims`, and the rows of the claims that pass all but the time (`anytimeRows`). */
class Visible {
  constructor(relationships, anytimeRows) {
    Object.assign(this, { relationships, anytimeRows, listed: null, flags: null });
  }

  get claims() {
    this.listed ??= this.relationships.flatMap((item) => (item.list.length === 1 ? item.list : item.list.filter(claimPasses)));
    return this.listed;
  }

  get anytime() {
    return Array.from(this.anytimeRows, (row) => DATA.claims[row]);
  }

  /** One byte for each relationship: whether it is shown. */
  get itemFlags() {
    const flags = new Uint8Array(itemRows.length);
    for (const { row } of this.relationships) flags[row] = 1;
    return flags;
  }

  /** One byte for each claim: whether it is shown. */
  get claimFlags() {
    if (!this.flags) {
      this.flags = new Uint8Array(DATA.claims.length);
      for (const { row } of this.relationships) {
        for (let at = claimStarts[row]; at < claimStarts[row + 1]; at += 1) if (!claimMasks[claimRows[at]]) this.flags[claimRows[at]] = 1;
      }
    }
    return this.flags;
  }
}

function visible() {
  visibleNow ??= findVisible();
  return visibleNow;
}

function forgetVisible() {
  visibleNow = null;
}

function visibleRelationships() {
  return visible().relationships;
}

function claimPasses(claim) {
  return claimMasks[claim.index] === 0;
}

/** Bring the bits up to date: only those of filters that let other values pass than before. */
function markFailures() {
  itemCoded.forEach((filter, index) => filter.mark(itemMasks, 1 << index));
  claimCoded.forEach((filter, index) => filter.mark(claimMasks, 1 << index));
  const times = `${state.since} ${state.until}`;
  if (times === timesMarked) return;
  timesMarked = times;
  const [since, until] = [firstDay(state.since) ?? -Infinity, firstDay(state.until) ?? Infinity];
  const open = !state.since && !state.until;
  for (let row = 0; row < claimMasks.length; row += 1) {
    const passes = open || (claimTo[row] >= since && claimFrom[row] <= until);
    claimMasks[row] = passes ? claimMasks[row] & ~TIME_BIT : claimMasks[row] | TIME_BIT;
  }
}

function findVisible() {
  markFailures();
  for (const filter of [...itemCoded, ...claimCoded]) {
    filter.counts.fill(0);
    filter.met.fill(NO_CODE);
  }
  const passing = [];
  const anytime = new Int32Array(claimRows.length);
  let dated = 0;
  for (let row = 0; row < itemRows.length; row += 1) {
    const own = itemMasks[row];
    let some = false;
    for (let at = claimStarts[row]; at < claimStarts[row + 1]; at += 1) {
      const claim = claimRows[at];
      const mask = claimMasks[claim];
      some ||= mask === 0;
      if (own) continue;
      if (!(mask & ~TIME_BIT)) anytime[dated++] = claim;
      if (!(mask & (mask - 1))) countClaim(claim, mask, row);
    }
    if (!some) continue;
    countItem(row, own);
    if (!own) passing.push(itemRows[row]);
  }
  return new Visible(withinFocus(passing), anytime.subarray(0, dated));
}

/** Count a relationship under the value of its claim, once for all its claims with the same value. */
function countClaim(claim, mask, row) {
  for (let index = 0; index < claimCoded.length; index += 1) {
    if (mask & ~(1 << index)) continue;
    const { first, counts, met } = claimCoded[index];
    const code = first[claim];
    if (met[code] === row) continue;
    met[code] = row;
    counts[code] += 1;
  }
}

function countItem(row, own) {
  for (let index = 0; index < itemCoded.length; index += 1) {
    if (own & ~looseMasks[index]) continue;
    const { first, second, counts } = itemCoded[index];
    if (first[row] !== NO_CODE) counts[first[row]] += 1;
    if (second[row] !== NO_CODE) counts[second[row]] += 1;
  }
}
