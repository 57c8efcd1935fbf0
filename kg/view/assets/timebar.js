// The time slider: two thumbs over the dates of what is claimed, on a histogram of the claims that pass all other filters.

/** Units of time and about how many days each has. */
const UNITS = [["day", 1], ["week", 7], ["month", 30.4], ["quarter", 91.3], ["year", 365.25]];
/** Bars of the histogram at most, but for years. */
const MOST_BARS = 120;
/** Share of claims that may lie before or after the axis when they would stretch it to more than twice its length. */
const TAIL = 0.04;
const SAVE_AFTER = 400;

const timeAxis = makeAxis(claimsRelated.filter((claim) => claim.time).map((claim) => claim.time.at), MOST_BARS);
/** Of each claim: whether it has no date (0), its own (1) or its document's (2); its bin; and whether it is a denial. */
const datedBy = Uint8Array.from(DATA.claims, ({ time }) => (time ? (time.by === "claim" ? 1 : 2) : 0));
const binsOfDays = new Map();
const binRows = Uint16Array.from(DATA.claims, ({ time }) => (time && timeAxis ? knownBin(time.at) : 0));
const deniedRows = Uint8Array.from(DATA.claims, (claim) => (claim.polarity === "negative" ? 1 : 0));
const timebar = { parts: null, frame: 0, saving: 0 };

/** First and last day, unit and the first day of each bin, `most` bins where that can be; null without a date. */
function makeAxis(unsorted, most) {
  if (!unsorted.length) return null;
  const days = Float64Array.from(unsorted).sort();
  const at = (share) => days[Math.round(share * (days.length - 1))];
  let [low, high] = [days[0], days.at(-1)];
  if (at(TAIL) - low > (high - at(TAIL))) low = at(TAIL);
  if (high - at(1 - TAIL) > at(1 - TAIL) - low) high = at(1 - TAIL);
  const [unit] = UNITS.find(([, length]) => (high - low) / length < most) || UNITS.at(-1);
  const bins = [binStart(low, unit)];
  while (binAfter(bins.at(-1), unit) <= high) bins.push(binAfter(bins.at(-1), unit));
  const end = binAfter(bins.at(-1), unit);
  return { low: bins[0], high: end - 1, end, unit, bins, before: days[0] < bins[0], after: days.at(-1) >= end };
}

function binStart(day, unit) {
  const date = new Date(day * DAY);
  if (unit === "day") return day;
  if (unit === "week") return day - ((date.getUTCDay() + 6) % 7);
  const month = { month: date.getUTCMonth(), quarter: date.getUTCMonth() - (date.getUTCMonth() % 3), year: 0 }[unit];
  return utc(date.getUTCFullYear(), month, 1);
}

function binAfter(start, unit) {
  const date = new Date(start * DAY);
  if (unit === "day") return start + 1;
  if (unit === "week") return start + 7;
  return utc(date.getUTCFullYear(), date.getUTCMonth() + { month: 1, quarter: 3, year: 12 }[unit], 1);
}

/** The bin of a day; days outside the axis count in the first or last one. */
function binOf(day, axis = timeAxis) {
  let [low, high] = [0, axis.bins.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (axis.bins[middle] <= day) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The same, looked up once for each day. */
function knownBin(day) {
  if (!binsOfDays.has(day)) binsOfDays.set(day, binOf(day));
  return binsOfDays.get(day);
}

/** Draw the bar anew for a language, else bring it up to date: a thumb that is being moved must stay. */
function paintTimebar(part) {
  const holder = document.getElementById("timebar");
  holder.hidden = !timeAxis;
  if (!timeAxis) return;
  if (part === "language" || !timebar.parts) {
    timebar.parts = makeTimebar();
    replace(holder, timebar.parts.whole);
    holder.setAttribute("aria-label", t("time"));
  }
  if (part !== "selection") updateTimebar();
}

function makeTimebar() {
  const thumb = (field, title) =>
    h("input", {
      type: "range",
      id: `time-${field}`,
      class: `thumb ${field}`,
      min: timeAxis.low,
      max: timeAxis.high,
      "aria-label": title,
      on: { input: (event) => dragTime(field, Number(event.target.value)), change: saveTime },
    });
  const date = (field, title) =>
    h("input", { type: "date", id: `date-${field}`, "aria-label": title, on: { change: (event) => change("filters", timeChange(field, event.target.value)) } });
  const parts = {
    bars: svg("svg", { class: "histogram", role: "img", preserveAspectRatio: "none", viewBox: `0 0 ${timeAxis.end - timeAxis.low} 100` }),
    since: thumb("since", t("time.since")),
    until: thumb("until", t("time.until")),
    sinceDate: date("since", t("time.since")),
    untilDate: date("until", t("time.until")),
    note: h("p", { class: "quiet time-note", id: "time-note" }),
    clear: button(t("time.clear"), { class: "small", id: "time-clear" }, () => change("filters", { since: "", until: "" })),
    changes: button(t("changes.open"), { class: "small", id: "time-changes" }, () => change("selection", { list: "changes", selected: null })),
  };
  const slider = h("div", { class: "slider" }, parts.bars, parts.since, parts.until);
  const foot = h("div", { class: "time-foot" }, parts.note, parts.changes, parts.clear);
  return { ...parts, whole: [h("div", { class: "time-row" }, parts.sinceDate, slider, parts.untilDate), foot] };
}

function updateTimebar() {
  const { since, until, sinceDate, untilDate, clear, changes, note } = timebar.parts;
  const from = firstDay(state.since) ?? timeAxis.low;
  const to = firstDay(state.until) ?? timeAxis.high;
  since.value = String(from);
  until.value = String(to);
  since.setAttribute("aria-valuetext", state.since ? dateText(state.since) : t("time.start"));
  until.setAttribute("aria-valuetext", state.until ? dateText(state.until) : t("time.end"));
  // Two thumbs at the same place: the one that can still move away must be on top.
  since.classList.toggle("above", from > (timeAxis.low + timeAxis.high) / 2);
  if (document.activeElement !== sinceDate) sinceDate.value = state.since;
  if (document.activeElement !== untilDate) untilDate.value = state.until;
  clear.disabled = !state.since && !state.until;
  changes.disabled = !state.since;
  changes.title = state.since ? "" : t("changes.first");
  const { anytimeRows } = visible();
  replaceText(note, timeNote(anytimeRows));
  drawHistogram(anytimeRows, from, to);
}

/** What the dates are: said by the claims, or for want of that their documents'; and what has none. */
function timeNote(rows) {
  const by = [0, 0, 0];
  for (const row of rows) by[datedBy[row]] += 1;
  const [undated, said, written] = by;
  return [t("time.dates", { said, written }), undated ? t("time.undated", { n: undated }) : ""].join(" ").trim();
}

function drawHistogram(rows, from, to) {
  const bins = timeAxis.bins.map(() => ({ all: 0, denied: 0 }));
  for (const row of rows) {
    if (!datedBy[row]) continue;
    const bin = bins[binRows[row]];
    bin.all += 1;
    bin.denied += deniedRows[row];
  }
  const most = Math.max(1, ...bins.map((bin) => bin.all));
  replace(timebar.parts.bars, bins.map((bin, index) => binBars(bin, index, most, from, to)));
  const peak = bins.findIndex((bin) => bin.all === most);
  const summary = t("time.histogram", { from: dateText(isoOf(timeAxis.low)), to: dateText(isoOf(timeAxis.high)), n: most, peak: binName(timeAxis.bins[Math.max(peak, 0)]) });
  timebar.parts.bars.setAttribute("aria-label", summary);
}

/** One bar, its denials in another colour, and the strip that takes a click: the time then begins there. */
function binBars(bin, index, most, from, to) {
  const x = timeAxis.bins[index] - timeAxis.low;
  const end = index + 1 < timeAxis.bins.length ? timeAxis.bins[index + 1] : timeAxis.end;
  const width = end - timeAxis.bins[index];
  const inside = end - 1 >= from && timeAxis.bins[index] <= to;
  const height = bin.all ? Math.max(6, (bin.all / most) * 96) : 0;
  const denied = bin.all ? (height * bin.denied) / bin.all : 0;
  const bar = (y, tall, kind) => (tall ? svg("rect", { class: `bar ${kind}${inside ? "" : " outside"}`, x: x + width * 0.08, y, width: width * 0.84, height: tall }) : null);
  const strip = svg("rect", { class: "bin-strip", x, y: 0, width, height: 100, on: { click: () => change("filters", timeChange("since", isoOf(timeAxis.bins[index]))) } }, svg("title", {}, `${binName(timeAxis.bins[index])} : ${t("claims", { n: bin.all })}`));
  return [bar(100 - height, height - denied, "claimed"), bar(100 - denied, denied, "denied"), strip];
}

/** A bin in words; the outermost ones also hold what lies beyond the axis. */
function binName(start, axis = timeAxis) {
  const iso = isoOf(start);
  const text = dateText({ day: iso, week: iso, month: iso.slice(0, 7), quarter: iso.slice(0, 7), year: iso.slice(0, 4) }[axis.unit]);
  const long = { week: "time.week", quarter: "time.quarter" }[axis.unit];
  const named = long ? t(long, { date: text }) : text;
  if (start === axis.low && axis.before) return t("time.before", { date: named });
  return start === axis.bins.at(-1) && axis.after ? t("time.after", { date: named }) : named;
}

/** The new times when one end is set; the other end gives way. The outermost place of a thumb is no limit. */
function timeChange(field, iso) {
  const value = isoDay(iso);
  const times = { since: state.since, until: state.until, [field]: value };
  if (value && times.since && times.until && times.since > times.until) times[field === "since" ? "until" : "since"] = value;
  return times;
}

function dragTime(field, day) {
  const edge = field === "since" ? timeAxis.low : timeAxis.high;
  cancelAnimationFrame(timebar.frame);
  timebar.frame = requestAnimationFrame(() => change("filters", timeChange(field, day === edge ? "" : isoOf(day)), { passing: true }));
}

/** The address follows once the movement has ended; an arrow key that is held down is one movement. */
function saveTime() {
  clearTimeout(timebar.saving);
  timebar.saving = setTimeout(() => change("filters", {}), SAVE_AFTER);
}
