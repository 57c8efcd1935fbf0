// Painting an SVG picture (picture.js) on a canvas, for a PNG. It knows what our own pictures are made of, no more.

/** A canvas with the picture, at twice its size. */
function canvasOf(picture) {
  const [, , width, height] = picture.getAttribute("viewBox").split(" ").map(Number);
  const canvas = h("canvas", { width: Math.round(width * PICTURE.pixels), height: Math.round(height * PICTURE.pixels) });
  const pen = canvas.getContext("2d");
  pen.scale(PICTURE.pixels, PICTURE.pixels);
  for (const child of picture.children) paintElement(pen, child, 1);
  return canvas;
}

/** `scale`: by how much the groups around have enlarged it, for lines that keep their width. */
function paintElement(pen, element, scale) {
  if (element.localName === "title") return;
  pen.save();
  pen.globalAlpha *= numberOf(element, "opacity", 1);
  if (element.localName === "svg") scale *= openInner(pen, element);
  else scale *= transformed(pen, element.getAttribute("transform"));
  if (element.localName === "text") paintText(pen, element);
  else paintShape(pen, element, scale);
  for (const child of element.children) paintElement(pen, child, scale);
  pen.restore();
}

/** An inner svg: its own place, clipped, its view box scaled to its size. */
function openInner(pen, element) {
  const [width, height] = [numberOf(element, "width", 0), numberOf(element, "height", 0)];
  const box = (element.getAttribute("viewBox") || `0 0 ${width} ${height}`).split(" ").map(Number);
  pen.translate(numberOf(element, "x", 0), numberOf(element, "y", 0));
  pen.beginPath();
  pen.rect(0, 0, width, height);
  pen.clip();
  const scale = width / box[2];
  pen.scale(scale, scale);
  return scale;
}

/** Apply translate(x y) and scale(k), the only ones that occur; gives back the scale. */
function transformed(pen, text) {
  let scale = 1;
  for (const [, kind, values] of (text || "").matchAll(/(translate|scale)\(([^)]*)\)/g)) {
    const [first, second = 0] = values.split(/[\s,]+/).map(Number);
    if (kind === "translate") pen.translate(first, second);
    else {
      pen.scale(first, first);
      scale *= first;
    }
  }
  return scale;
}

function numberOf(element, attribute, other) {
  const value = parseFloat(element.getAttribute(attribute));
  return Number.isNaN(value) ? other : value;
}

function shapePath(element) {
  const n = (attribute) => numberOf(element, attribute, 0);
  const path = new Path2D();
  if (element.localName === "path") return new Path2D(element.getAttribute("d"));
  if (element.localName === "polygon") return new Path2D(`M${element.getAttribute("points").trim().replace(/\s+/g, "L")}Z`);
  if (element.localName === "circle") path.arc(n("cx"), n("cy"), n("r"), 0, 2 * Math.PI);
  else if (element.localName === "rect") path.rect(n("x"), n("y"), n("width"), n("height"));
  else if (element.localName === "line") {
    path.moveTo(n("x1"), n("y1"));
    path.lineTo(n("x2"), n("y2"));
  } else return null;
  return path;
}

function paintShape(pen, element, scale) {
  const path = shapePath(element);
  if (!path) return;
  const [fill, stroke] = [element.getAttribute("fill"), element.getAttribute("stroke")];
  if (fill && fill !== "none") {
    const alpha = pen.globalAlpha;
    pen.globalAlpha = alpha * numberOf(element, "fill-opacity", 1);
    pen.fillStyle = fill;
    pen.fill(path);
    pen.globalAlpha = alpha;
  }
  if (!stroke || stroke === "none") return;
  const fixed = element.getAttribute("vector-effect") === "non-scaling-stroke" ? scale : 1;
  pen.strokeStyle = stroke;
  pen.lineWidth = numberOf(element, "stroke-width", 1) / fixed;
  const dashes = element.getAttribute("stroke-dasharray");
  pen.setLineDash(dashes && dashes !== "none" ? dashes.split(/[\s,]+/).map(parseFloat) : []);
  pen.stroke(path);
}

function paintText(pen, element) {
  const font = (attribute, other) => element.getAttribute(attribute) || other;
  pen.font = `${font("font-weight", "400")} ${numberOf(element, "font-size", 12)}px ${font("font-family", "sans-serif")}`;
  pen.textAlign = { middle: "center", end: "right" }[element.getAttribute("text-anchor")] || "left";
  const [x, y] = [numberOf(element, "x", 0), numberOf(element, "y", 0)];
  const stroke = element.getAttribute("stroke");
  if (stroke && stroke !== "none") {
    pen.lineJoin = "round";
    pen.strokeStyle = stroke;
    pen.lineWidth = numberOf(element, "stroke-width", 1);
    pen.strokeText(element.textContent, x, y);
  }
  pen.fillStyle = font("fill", "#000000");
  pen.fillText(element.textContent, x, y);
}
