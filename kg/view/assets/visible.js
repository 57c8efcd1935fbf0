// What passes the filters: computed here, once after each change, for every view, and narrowed by focus.js. A relationship
// passes when it fits the filters on relationships and one of its claims fits all filters on claims.

const AUTHOR = "author";
const NO_COUNTRY = "-";

/** Filters on a relationship: name → does it pass. */
const ITEM_TESTS = {
  family: (item) => !state.hidden.family.has(item.kind.family),
  relation: (item) => !state.hidden.relation.has(item.relation),
  status: (item) => !state.hidden.status.has(item.shownStatus),
  class: (item) => !item.types.some((type) => state.hidden.class.has(type)),
  voices: (item) => item.sources >= state.voices,
  country: (item) => !state.country || item.countries.includes(state.country),
};
/** Filters on a claim. */
const CLAIM_TESTS = {
  certainty: (claim) => !state.hidden.certainty.has(claim.certainty),
  document: (claim) => !state.document || claim.doc === state.document,
  publisher: (claim) => !state.publisher || claim.publisher === state.publisher,
  speaker: (claim) => !state.speaker || claim.speaker === state.speaker,
  interest: (claim) => !state.interest || claim.interested === (state.interest === "only"),
  time: (claim) => inTime(claim),
};
/** Filters that an option must not count with: its own; and for a family those that it brings along or contains. */
const LOOSE = { family: ["family", "relation", "class"], relation: ["family", "relation", "class"] };

const ITEM_GROUPS = Object.keys(ITEM_TESTS);
const CLAIM_GROUPS = Object.keys(CLAIM_TESTS);
/** The tests alone, in the same order: they run for each of 50,000 claims. */
const ITEM_CHECKS = Object.values(ITEM_TESTS);
const CLAIM_CHECKS = Object.values(CLAIM_TESTS);
const maskOf = (groups, names) => names.reduce((sum, name) => sum | (1 << groups.indexOf(name)), 0);

/** The values of a relationship or claim under which the options of a filter count it. */
const VALUES = {
  family: (item) => [item.kind.family],
  relation: (item) => [item.relation],
  status: (item) => [item.shownStatus],
  class: (item) => item.types,
  voices: (item) => [item.sources],
  country: (item) => item.countries,
  certainty: (claim) => [claim.certainty],
  document: (claim) => [claim.doc],
  publisher: (claim) => [claim.publisher],
  speaker: (claim) => [claim.speaker],
  interest: (claim) => [claim.interested ? "only" : "without"],
  time: () => [],
};

for (const item of model.relationships.values()) {
  item.types = distinct(...[item.subject, item.object].map((key) => model.entities.get(key)?.type)).filter(Boolean);
  item.countries = distinct(countryOf(item.subject), countryOf(item.object));
  for (const claim of item.list) {
    claim.item = item;
    claim.publisher = publisherOf(claim);
    claim.speaker = claim.by || AUTHOR;
    claim.interested = Boolean(claim.stakes);
  }
}

/** The key of the state that a party is, or that it is a body of by the gazetteer. */
function countryOf(key) {
  return DATA.geography.states[key] || NO_COUNTRY;
}

for (const name of ["publisher", "document", "speaker"]) {
  keepInAddress(name, "", oneOf(new Set([...model.claims.values()].filter((claim) => claim.item).map((claim) => VALUES[name](claim)[0]))));
}
keepInAddress("country", "", oneOf(new Set([...model.relationships.values()].flatMap((item) => item.countries))));
keepInAddress("interest", "", oneOf(new Set(["only", "without"])));

let visibleNow = null;

/**
 * `relationships` and `claims` that are shown, `counts` (filter → value → how many relationships it would leave with
 * the other filters as they are) and `anytime`, the claims that pass all but the time.
 */
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
  return CLAIM_GROUPS.every((name) => CLAIM_TESTS[name](claim));
}

function failures(checks, subject) {
  let mask = 0;
  for (let index = 0; index < checks.length; index += 1) if (!checks[index](subject)) mask |= 1 << index;
  return mask;
}

function findVisible() {
  const found = { relationships: [], claims: [], anytime: [], counts: {} };
  for (const name of [...ITEM_GROUPS, ...CLAIM_GROUPS]) found.counts[name] = new Map();
  const passing = [];
  for (const item of model.relationships.values()) if (weigh(item, found)) passing.push(item);
  found.relationships = withinFocus(passing);
  for (const item of found.relationships) for (const claim of item.list) if (item.list.length === 1 || claimPasses(claim)) found.claims.push(claim);
  return found;
}

/** Count one relationship and its claims under every option that they fit; true when it passes. */
function weigh(item, found) {
  const own = failures(ITEM_CHECKS, item);
  if (item.list.length === 1) return weighOne(item, own, found);
  const masks = item.list.map((claim) => failures(CLAIM_CHECKS, claim));
  const some = masks.some((mask) => mask === 0);
  if (some) countItem(item, own, found);
  if (own) return false;
  CLAIM_GROUPS.forEach((name, index) => {
    const fits = item.list.filter((_, at) => !(masks[at] & ~(1 << index)));
    if (fits.length) count(found.counts[name], new Set(fits.flatMap(VALUES[name])));
    if (name === "time") found.anytime.push(...fits);
  });
  return some;
}

/** The same for a relationship of a single claim, as most are: without lists, for a large page has 50,000 of them. */
function weighOne(item, own, found) {
  const [claim] = item.list;
  const mask = failures(CLAIM_CHECKS, claim);
  if (mask === 0) countItem(item, own, found);
  if (own) return false;
  for (let index = 0; index < CLAIM_GROUPS.length; index += 1) {
    if (mask & ~(1 << index)) continue;
    const name = CLAIM_GROUPS[index];
    count(found.counts[name], VALUES[name](claim));
    if (name === "time") found.anytime.push(claim);
  }
  return mask === 0;
}

function countItem(item, own, found) {
  for (const name of ITEM_GROUPS) if (!(own & ~LOOSE_MASKS[name])) count(found.counts[name], VALUES[name](item));
}

const LOOSE_MASKS = Object.fromEntries(ITEM_GROUPS.map((name) => [name, maskOf(ITEM_GROUPS, LOOSE[name] || [name])]));

function count(counts, values) {
  for (const value of values) counts.set(value, (counts.get(value) || 0) + 1);
}
