// Small pictures for the legend: the shapes that vis-network draws, and the lines of each status.

const POLYGONS = {
  square: "3,3 15,3 15,15 3,15",
  diamond: "9,1.5 16.5,9 9,16.5 1.5,9",
  triangle: "9,2 16.5,15 1.5,15",
  triangleDown: "9,16 16.5,3 1.5,3",
  hexagon: "5,2.5 13,2.5 17,9 13,15.5 5,15.5 1,9",
  star: "9,1 11.2,6.6 17,7 12.5,10.7 14,16.5 9,13.2 4,16.5 5.5,10.7 1,7 6.8,6.6",
};

/** Dash patterns, in pixels, of the statuses: the same in the legend and in the network. */
const DASHES = { asserted: false, alleged: [9, 6], contested: [14, 4, 3, 4], denied: [2, 6] };
/** Marks beside an edge's label, so that colour is never the only sign. */
const MARKS = { asserted: "", alleged: "", contested: "≠\u00a0", denied: "✕\u00a0" };

function classIcon(found) {
  const shape = found ? found.shape : "box";
  const tone = found ? found.tone : 5;
  const attributes = { class: `shape tone-${tone}${found && found.hollow ? " hollow" : ""}` };
  const drawn =
    shape in POLYGONS
      ? svg("polygon", { ...attributes, points: POLYGONS[shape] })
      : shape === "box"
        ? svg("rect", { ...attributes, x: 1, y: 5, width: 16, height: 8, rx: 2 })
        : svg("circle", { ...attributes, cx: 9, cy: 9, r: 6.5 });
  return svg("svg", { class: "icon", viewBox: "0 0 18 18", width: 22, height: 22, "aria-hidden": "true" }, drawn, glyph(found, tone));
}

/** The icon inside a shape, as the network draws it. */
function glyph(found, tone) {
  const path = iconPath(found);
  if (!path) return null;
  const half = 7 * (INNER[found.shape] || 0.5);
  const lower = 7 * (LOWER[found.shape] || 0);
  const place = `translate(${9 - half} ${9 + lower - half}) scale(${half / 8})`;
  return svg("path", { d: path, transform: place, class: found.hollow ? `glyph tone-${tone}` : "glyph filled" });
}

function familyIcon(family) {
  const line = svg("line", { x1: 1, y1: 6, x2: 27, y2: 6, class: `line family-${family.slot}` });
  return svg("svg", { class: "icon", viewBox: "0 0 28 12", width: 28, height: 12, "aria-hidden": "true" }, line);
}

/** The line of a status; with a family, in its colour, as the network draws it. */
function statusIcon(status, family = null) {
  const dashes = DASHES[status] ? DASHES[status].map((length) => length * 0.6).join(" ") : null;
  const line = svg("line", { x1: 1, y1: 6, x2: 39, y2: 6, class: `line status-${status} ${family ? `family-${family.slot}` : ""}`, "stroke-dasharray": dashes });
  return svg("svg", { class: "icon", viewBox: "0 0 40 12", width: 40, height: 12, "aria-hidden": "true" }, line);
}
