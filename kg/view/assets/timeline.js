// Claims over time: a line for each relation, a mark for each stretch of time, what is claimed above the line and what is
// denied below it. One mark at a time is in the order of the tab key; arrow keys lead to the others.

const LANE = { height: 40, narrow: 56, top: 26, names: 190, right: 18, padding: 16 };
/** Pixels that a stretch of time takes at least. */
const BIN_WIDTH = 13;
const LINE_LIMIT = 200;
const NARROW = 560;

const timeline = { active: null, marks: [], claims: null };

/** All claims with a date, in their order of time: sorted once, then only filtered. */
function claimsInTime() {
  timeline.claims ??= claimsRelated.filter((claim) => claim.time).sort(byTime);
  return timeline.claims;
}

function paintTimeline() {
  const holder = document.getElementById("timeline-view");
  const flags = visible().claimFlags;
  const dated = claimsInTime().filter((claim) => flags[claim.index]);
  const undated = visible().claims.length - dated.length;
  const none = h("p", { class: "quiet pad" }, t("timeline.none"));
  const frame = h("div", { class: "timeline-frame", id: "timeline-frame" });
  const list = h("div", { class: "timeline-list" }, timelineList(dated, undated));
  const focused = document.activeElement?.dataset?.mark;
  replace(holder, dated.length ? frame : none, list);
  if (!dated.length) return;
  replace(frame, timelineChart(dated, Math.max(300, holder.clientWidth - 2 * LANE.padding)));
  if (focused) holder.querySelector(`[data-mark="${CSS.escape(focused)}"]`)?.focus();
}

/** The days at which claims are drawn: one that reaches into the chosen time from before stands at its beginning. */
function daysShown(claims) {
  const [first, last] = [firstDay(state.since) ?? -Infinity, firstDay(state.until) ?? Infinity];
  return claims.map((claim) => Math.max(first, Math.min(last, claim.time.at)));
}

/** Claims by relation, then by bin; relations in the order of their families. */
function lanesOf(claims, days, axis) {
  const lanes = new Map();
  for (let index = 0; index < claims.length; index += 1) {
    const claim = claims[index];
    const { kind } = claim.item;
    if (!lanes.has(kind)) lanes.set(kind, new Map());
    const bin = binOf(days[index], axis);
    if (!lanes.get(kind).has(bin)) lanes.get(kind).set(bin, []);
    lanes.get(kind).get(bin).push(claim);
  }
  const families = [...model.families.keys()];
  const place = (kind) => families.indexOf(kind.family);
  return [...model.kinds].filter((kind) => lanes.has(kind)).sort((a, b) => place(a) - place(b)).map((kind) => ({ kind, bins: lanes.get(kind) }));
}

function timelineChart(claims, width) {
  const narrow = width < NARROW;
  const tall = narrow ? LANE.narrow : LANE.height;
  const left = narrow ? 16 : LANE.names;
  const days = daysShown(claims);
  const axis = makeAxis(days, Math.floor((width - left - LANE.right) / BIN_WIDTH));
  const lanes = lanesOf(claims, days, axis);
  const x = (bin) => left + (((axis.bins[bin] + binEnd(bin, axis)) / 2 - axis.low) / (axis.end - axis.low)) * (width - left - LANE.right);
  const most = Math.max(...lanes.flatMap((lane) => [...lane.bins.values()].map((list) => list.length)));
  const scale = { x, axis, narrow, tall, left, width, room: tall / 2 - (narrow ? 10 : 4), most };
  const height = LANE.top + lanes.length * tall + 6;
  timeline.marks = [];
  const drawn = lanes.map((lane, index) => laneDrawn(lane, LANE.top + (index + (narrow ? 0.66 : 0.5)) * tall, scale));
  if (!timeline.marks.some((mark) => mark.getAttribute("data-mark") === timeline.active)) timeline.active = timeline.marks[0]?.getAttribute("data-mark");
  for (const mark of timeline.marks) mark.setAttribute("tabindex", mark.getAttribute("data-mark") === timeline.active ? 0 : -1);
  const attributes = { class: "timeline-svg", id: "timeline-svg", role: "group", "aria-label": t("timeline.name"), viewBox: `0 0 ${width} ${height}`, width, height, on: { keydown: timelineKey } };
  return svg("svg", attributes, ticks(scale, height), drawn);
}

/** Dates along the top, as many as fit. */
function ticks({ x, axis, width, left }, height) {
  const room = Math.max(1, Math.floor((width - left) / 120));
  const step = Math.max(1, Math.ceil(axis.bins.length / room));
  const made = [];
  for (let bin = 0; bin < axis.bins.length; bin += step) {
    const at = x(bin).toFixed(1);
    made.push(svg("line", { class: "tick", x1: at, x2: at, y1: 18, y2: height }), svg("text", { class: "tick-text", x: at, y: 12, "text-anchor": x(bin) < 40 ? "start" : "middle" }, shortBinName(axis.bins[bin], axis)));
  }
  return svg("g", { "aria-hidden": "true" }, made);
}

const binEnd = (bin, axis) => (bin + 1 < axis.bins.length ? axis.bins[bin + 1] : axis.end);

function shortBinName(start, axis) {
  const form = { day: { day: "numeric", month: "short" }, week: { day: "numeric", month: "short", year: "2-digit" }, month: { month: "short", year: "numeric" }, quarter: { month: "short", year: "numeric" }, year: { year: "numeric" } }[axis.unit];
  return dateWritten({ ...form, timeZone: "UTC" }, new Date(start * DAY));
}

function laneDrawn({ kind, bins }, y, scale) {
  const slot = model.families.get(kind.family)?.slot || 8;
  const names = twoLines(label(kind), scale.narrow ? 48 : 26);
  const top = scale.narrow ? y - scale.tall * 0.42 - (names.length - 1) * 13 : y + 4 - (names.length - 1) * 8;
  const title = names.map((text, row) => svg("text", { class: "lane-name", x: scale.narrow ? scale.left : 8, y: top + row * 15 }, text));
  const line = svg("line", { class: "lane", x1: scale.left, x2: scale.width - LANE.right, y1: y, y2: y });
  const marks = [...bins].sort((a, b) => a[0] - b[0]).map(([bin, claims]) => timeMark(kind, bin, claims, y, slot, scale));
  timeline.marks.push(...marks);
  return svg("g", {}, line, title, marks);
}

/** A name in one line, or in two where it is too long for one. */
function twoLines(text, most) {
  if (text.length <= most) return [text];
  const cut = text.lastIndexOf(" ", most);
  return cut > 0 ? [text.slice(0, cut), clipped(text.slice(cut + 1), most)] : [clipped(text, most)];
}

/** Half discs: above the line what is claimed, below it, hollow, what is denied. */
function timeMark(kind, bin, claims, y, slot, scale) {
  const denied = claims.filter((claim) => claim.polarity === "negative").length;
  const claimed = claims.length - denied;
  const radius = (n) => Math.max(5, Math.min(scale.room, scale.room * Math.sqrt(n / scale.most)));
  const { axis } = scale;
  const [from, to] = claims.reduce(([low, high], claim) => [Math.min(low, claim.time.at), Math.max(high, claim.time.at)], [axis.bins[bin], binEnd(bin, axis) - 1]);
  const id = `${kind.name}:${isoOf(from)}:${isoOf(to)}`;
  const half = (n, sweep, name) => (n ? svg("path", { class: `half ${name} fill-${slot}`, d: `M${-radius(n)},0A${radius(n)},${radius(n)} 0 0 ${sweep} ${radius(n)},0Z` }) : null);
  const counts = [claimed ? t("timeline.claimed", { n: claimed }) : "", denied ? t("timeline.denied", { n: denied }) : ""].filter(Boolean).join(", ");
  const text = `${label(kind)}, ${binName(axis.bins[bin], axis)} : ${counts}`;
  const open = () => openMark(id, claims);
  const attributes = {
    class: `time-mark${state.list === `time:${id}` ? " chosen" : ""}`,
    role: "button",
    "aria-label": text,
    "data-mark": id,
    transform: `translate(${scale.x(bin).toFixed(1)} ${y.toFixed(1)})`,
    on: { click: open, keydown: (event) => pressed(event, open), focus: () => markActive(id) },
  };
  return svg("g", attributes, svg("title", {}, text), svg("rect", { class: "hit-area", x: -12, y: -scale.room, width: 24, height: scale.room * 2 }), half(claimed, 1, "claimed"), half(denied, 0, "denied"));
}

/** One relationship: its evidence at once; several: a list of their claims. */
function openMark(id, claims) {
  timeline.active = id;
  const items = new Set(claims.map((claim) => claim.item));
  if (items.size === 1) select("relation", claims[0].item.id);
  else change("selection", { list: `time:${id}`, selected: null });
}

function markActive(id) {
  timeline.active = id;
  for (const mark of timeline.marks) mark.setAttribute("tabindex", mark.getAttribute("data-mark") === id ? 0 : -1);
}

/** Left and right along time, up and down to the nearest mark of the next relation. */
function timelineKey(event) {
  const at = timeline.marks.findIndex((mark) => mark.getAttribute("data-mark") === timeline.active);
  if (at < 0) return;
  const target = { ArrowLeft: () => at - 1, ArrowRight: () => at + 1, ArrowUp: () => otherLane(at, -1), ArrowDown: () => otherLane(at, 1), Home: () => 0, End: () => timeline.marks.length - 1 }[event.key];
  if (!target) return;
  event.preventDefault();
  timeline.marks[Math.max(0, Math.min(timeline.marks.length - 1, target()))].focus();
}

function otherLane(at, step) {
  const lane = (index) => timeline.marks[index].parentNode;
  let next = at;
  while (timeline.marks[next] && lane(next) === lane(at)) next += step;
  return timeline.marks[next] ? next : at;
}

/** The claims of a mark, by the relation's name and the first and last day of its stretch of time. */
function timePanel(id) {
  const [, relation, from, to] = /^(.*):([^:]*):([^:]*)$/s.exec(id) || [];
  if (!isoDay(from || "") || !isoDay(to || "") || !model.relations.has(relation)) return null;
  const [first, last] = [firstDay(from), firstDay(to)];
  const meets = (claim) => claim.item.relation === relation && claim.time && claim.time.at >= first && claim.time.at <= last;
  const claims = visible().claims.filter(meets).sort(byTime);
  if (!claims.length) return null;
  return [
    closeList(),
    h("p", { class: "kicker" }, familyIcon(familyOf(claims[0].item)), h("span", {}, label(model.relations.get(relation)))),
    h("h2", {}, dateText(from === to ? from : `${from}/${to}`)),
    h("ul", { class: "lines" }, claims.map(claimLine)),
  ];
}

/** The same claims as a list, in their order of time. */
function timelineList(dated, undated) {
  const more = dated.length > LINE_LIMIT ? h("p", { class: "quiet" }, t("timeline.more", { n: dated.length - LINE_LIMIT })) : null;
  const rest = undated ? h("p", { class: "quiet" }, t("time.undated", { n: undated })) : null;
  return [h("h2", { class: "list-title" }, t("timeline.list", { n: dated.length })), h("ol", { class: "lines" }, dated.slice(0, LINE_LIMIT).map(claimLine)), more, rest];
}
