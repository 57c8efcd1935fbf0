// Days of claims: what is claimed is dated by its own date or interval, else by its document's date. Days are whole
// numbers since 1970-01-01 (UTC).

const DAY = 86400000;

/** First and last day of an ISO 8601 date of any precision, or null. */
function daysOf(iso) {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(iso || "");
  if (!match) return null;
  const [year, month, day] = match.slice(1).map((part) => (part === undefined ? null : Number(part)));
  if ((month !== null && (month < 1 || month > 12)) || (day !== null && (day < 1 || day > 31))) return null;
  const first = utc(year, month === null ? 0 : month - 1, day === null ? 1 : day);
  const last = day !== null ? first : month !== null ? utc(year, month, 0) : utc(year, 11, 31);
  return [first, last];
}

/** Years below 100 are years, not shorthand for 19…. */
function utc(year, month, day) {
  const date = new Date(0);
  date.setUTCFullYear(year, month, day);
  return Math.floor(date.getTime() / DAY);
}

function isoOf(day) {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

const spans = new Map();

/** First and last day of a date or interval; an open end is null. Null when nothing can be read. Many claims share few dates. */
function spanOf(iso) {
  if (!iso) return null;
  if (!spans.has(iso)) spans.set(iso, readSpan(iso));
  return spans.get(iso);
}

function readSpan(iso) {
  if (!iso.includes("/")) return daysOf(iso);
  const [from, to] = iso.split("/").map(daysOf);
  return from || to ? [from ? from[0] : null, to ? to[1] : null] : null;
}

/**
 * When a claim holds: `from` and `to` for the filter (an open beginning is -Infinity, an open end lasts until the
 * document), `at` for drawing, and `by`, what the date comes from. Null where neither claim nor document has a date.
 */
function timeOf(claim) {
  const written = spanOf(documentOf(claim).date);
  const said = spanOf(claim.when);
  if (!said) return written && { from: written[0], to: written[1], at: written[0], by: "document" };
  const [from, to] = said;
  const end = to ?? Math.max(from, written ? written[1] : from);
  return { from: from ?? -Infinity, to: end, at: from ?? to, by: "claim" };
}

/** Claims of one document that name the same date, or none, share their time. */
function timeClaims() {
  const [docs, whens] = [columnOf("claims", "doc"), columnOf("claims", "when")];
  const known = new Map();
  DATA.claims.forEach((claim, row) => {
    const both = docs.at[row] * whens.values.length + whens.at[row];
    if (!known.has(both)) known.set(both, timeOf(claim));
    claim.time = known.get(both);
  });
}

timeClaims();

const firstDay = (iso) => (iso ? daysOf(iso)[0] : null);
