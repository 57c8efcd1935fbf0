// Pictures to take away: an SVG of what is shown, made from the page's own data, and the same painted for a PNG. Nothing
// is loaded as an image, which the page's policy forbids; what was styled by the sheet is written into the elements.

const PICTURE = { margin: 24, head: 62, foot: 26, key: 18, pixels: 3 };
/** What an element must carry to look the same without the sheet. */
const STYLED = ["fill", "fill-opacity", "stroke", "stroke-width", "stroke-dasharray", "stroke-linejoin", "opacity", "font-size", "font-weight", "font-family", "text-anchor", "paint-order", "letter-spacing", "vector-effect", "stroke-linecap"];
/** Geometry and structure; everything else of an element (names, states, listeners) stays behind. */
const PICTURE_KEPT = new Set(["d", "x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "r", "rx", "width", "height", "points", "transform", "viewBox"]);

/** The picture of a view with its heading, or null where the view has none to show. */
function pictureOf(view) {
  const drawn = view === "network" ? networkDrawing() : document.getElementById({ map: "map-svg", timeline: "timeline-svg" }[view]);
  if (!drawn) return null;
  const holder = document.getElementById("picture");
  if (view === "network") replace(holder, drawn);
  const inner = restyled(drawn, drawn.getBoundingClientRect());
  if (view === "network") replace(holder);
  return framed(inner, { network: legendKeys, map: mapKeys }[view]?.() || []);
}

/** Left out of a picture: what only takes the pointer, and what lies outside the frame (most countries of a map). */
function leftOut(element, frame) {
  if (element.classList.contains("bin-strip") || element.classList.contains("hit-area")) return true;
  if (!element.closest(".land") || element.localName !== "path") return false;
  const { left, right, top, bottom } = element.getBoundingClientRect();
  return right < frame.left || left > frame.right || bottom < frame.top || top > frame.bottom;
}

/** A copy with the computed style in its attributes. */
function restyled(element, frame) {
  const copy = document.createElementNS(SVG_NS, element.localName);
  for (const { name: attribute, value } of element.attributes) if (PICTURE_KEPT.has(attribute)) copy.setAttribute(attribute, value);
  const style = getComputedStyle(element);
  if (element.localName !== "svg" && element.localName !== "title") for (const property of STYLED) copy.setAttribute(property, style.getPropertyValue(property));
  if (element.localName === "g") for (const property of STYLED) if (property !== "opacity") copy.removeAttribute(property);
  for (const child of element.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) copy.append(plain(child.data));
    else if (child.nodeType === Node.ELEMENT_NODE && !leftOut(child, frame)) copy.append(restyled(child, frame));
  }
  return copy;
}

/** Text without the characters that XML cannot hold. */
function plain(text) {
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "").replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "\ufffd");
}

/** What the lines of the network mean: a key for each family and each status that is shown. */
function legendKeys() {
  const items = visibleRelationships();
  const [families, statuses] = [new Set(items.map(familyOf)), new Set(items.map((item) => item.shownStatus))];
  const family = (found) => ({ text: label(found), colour: `--family-${found.slot}`, dashes: null });
  const status = (one) => ({ text: MARKS[one] + t(`status.${one}`), colour: one === "contested" ? "--contested" : "--muted", dashes: DASHES[one] || null });
  return [...[...model.families.values()].filter((one) => families.has(one)).map(family), ...STATUSES.filter((one) => statuses.has(one)).map(status)];
}

function mapKeys() {
  const key = (one, colour, dashes = null) => ({ text: t(`map.key.${one}`), colour, dashes });
  return [key("place", "--accent"), key("area", "--accent", [4, 3]), key("state", "--tint-3")];
}

/** Keys in rows below each other, as many in a row as fit; `rows` of them. */
function legendDrawn(keys, wide, top, colour) {
  let [x, row] = [PICTURE.margin, 0];
  const drawn = keys.map(({ text, colour: variable, dashes }) => {
    const room = 46 + textWidth(text) * 11;
    if (x > PICTURE.margin && x + room > wide - PICTURE.margin) [x, row] = [PICTURE.margin, row + 1];
    const [left, y] = [x, top + row * PICTURE.key];
    x += room + 12;
    const stroke = { stroke: colour(variable), "stroke-width": 2.5, "stroke-dasharray": dashes ? dashes.join(" ") : null };
    return [svg("line", { x1: left, x2: left + 32, y1: y - 4, y2: y - 4, ...stroke }), svg("text", { x: left + 38, y, "font-size": 11, fill: colour("--ink"), "font-family": "sans-serif" }, plain(text))];
  });
  return { drawn, rows: keys.length ? row + 1 : 0 };
}

/** The drawing under its title, with what an edge is above it, its key and what was read below it: a picture travels alone. */
function framed(inner, keys) {
  const [, , width, height] = inner.getAttribute("viewBox").split(" ").map(Number);
  const colour = colours();
  const wide = Math.max(width, 620) + 2 * PICTURE.margin;
  const key = legendDrawn(keys, wide, PICTURE.head + height + PICTURE.key, colour);
  const high = height + PICTURE.head + key.rows * PICTURE.key + PICTURE.foot + PICTURE.margin;
  const say = (text, y, size, weight, fill) => svg("text", { x: PICTURE.margin, y, "font-size": size, "font-weight": weight, fill, "font-family": "sans-serif" }, plain(text));
  for (const [attribute, value] of Object.entries({ x: PICTURE.margin, y: PICTURE.head, width, height })) inner.setAttribute(attribute, value);
  return svg(
    "svg",
    { viewBox: `0 0 ${wide} ${high}`, width: wide, height: high },
    svg("rect", { x: 0, y: 0, width: wide, height: high, fill: colour("--page") }),
    say(t("title"), 28, 18, 700, colour("--ink")),
    say(`${t("banner")} ${t("banner.more")}`, 48, 12, 400, colour("--muted")),
    inner,
    key.drawn,
    say(pictureNote(), high - 14, 11, 400, colour("--muted")),
  );
}

/** What the picture shows of what was read, by which version. */
function pictureNote() {
  const { about } = model;
  const shown = t("shown", { n: visibleRelationships().length, all: model.relationships.size });
  const time = state.since || state.until ? dateText(`${state.since}/${state.until}`) : "";
  return [t("documents", { n: about.documents }), shown, time, t("versions", { package: about.package, ontology: about.ontology })].filter(Boolean).join(" · ");
}

function svgText(picture) {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(picture)}\n`;
}
