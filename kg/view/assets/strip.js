// A small picture of when: claims per month (or year) as bars, with the same in words for who cannot see it.

const STRIP = { width: 340, height: 54, base: 40, months: 48 };

/** The first day that a claim is about, or the day of its document where it names none. */
function claimDay(claim) {
  const day = (claim.when || "").split("/").find(Boolean) || documentOf(claim).date || "";
  return /^\d{4}/.test(day) ? day : "";
}

/** The months (or, over long times, years) from the first to the last, none left out. */
function stripSlots(days) {
  const first = days[0].slice(0, 4);
  const last = days.at(-1).slice(0, 4);
  const years = Array.from({ length: Math.min(Number(last) - Number(first) + 1, 400) }, (_, index) => String(Number(first) + index));
  const fine = years.length * 12 <= STRIP.months && days.every((day) => day.length >= 7);
  if (!fine) return years;
  const months = years.flatMap((year) => Array.from({ length: 12 }, (_, index) => `${year}-${String(index + 1).padStart(2, "0")}`));
  return months.filter((month) => month >= days[0].slice(0, 7) && month <= days.at(-1).slice(0, 7));
}

/** Bars of the claims of some relationships, each family in its colour. Null where nothing is dated. */
function timeStrip(items) {
  const dated = items.flatMap((item) => item.list.map((claim) => ({ day: claimDay(claim), slot: familyOf(item).slot }))).filter((found) => found.day);
  if (!dated.length) return null;
  const days = dated.map((found) => found.day).sort();
  const slots = stripSlots(days);
  const at = new Map(slots.map((slot) => [slot, []]));
  for (const found of dated) at.get(found.day.slice(0, slots[0].length))?.push(found.slot);
  const most = Math.max(...[...at.values()].map((list) => list.length));
  const peak = slots.find((slot) => at.get(slot).length === most);
  const span = dateText(slots.length > 1 ? `${slots[0]}/${slots.at(-1)}` : slots[0]);
  const text = t("dates.text", { claims: t("claims", { n: dated.length }), span, peak: dateText(peak), most });
  return h("section", {}, h("h3", {}, t("dates")), stripPicture(slots, at, most, text), h("p", { class: "quiet" }, text));
}

function stripPicture(slots, at, most, text) {
  const step = STRIP.width / slots.length;
  const wide = Math.max(1, Math.min(step - 1.5, 22));
  const bars = slots.flatMap((slot, index) => {
    const families = [...groupBy(at.get(slot).sort((a, b) => a - b), (family) => family)];
    let foot = STRIP.base;
    return families.map(([family, list]) => {
      const high = (list.length / most) * (STRIP.base - 4);
      foot -= high;
      return svg("rect", { class: `bar family-${family}`, x: (index * step + (step - wide) / 2).toFixed(1), y: foot.toFixed(1), width: wide.toFixed(1), height: high.toFixed(1) });
    });
  });
  const axis = svg("line", { class: "axis", x1: 0, x2: STRIP.width, y1: STRIP.base, y2: STRIP.base });
  const ends = [
    svg("text", { x: 0, y: STRIP.base + 12 }, slots[0]),
    slots.length > 1 ? svg("text", { x: STRIP.width, y: STRIP.base + 12, "text-anchor": "end" }, slots.at(-1)) : null,
  ];
  return svg("svg", { class: "strip", viewBox: `0 0 ${STRIP.width} ${STRIP.height}`, role: "img", "aria-label": text }, bars, axis, ends);
}
