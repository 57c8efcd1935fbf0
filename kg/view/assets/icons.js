// What is drawn over and under vis-network's shapes: an icon in each shape, and on request the communities behind them.

/** Strokes in a box of 16 by 16, after the class's name for its icon in theme.json. */
const ICONS = {
  flag: "M5 14V2.5M5 3h7.5l-2 2.5 2 2.5H5",
  building: "M2.5 13.5h11M3.5 6h9L8 2.5zM5 6.5v6M8 6.5v6M11 6.5v6",
  chevrons: "M3.5 7 8 3.5 12.5 7M3.5 10 8 6.5l4.5 3.5M3.5 13 8 9.5l4.5 3.5",
  crossed: "M3.5 3.5l9 9M12.5 3.5l-9 9M3 9.8l3.2 3.2M13 9.8 9.8 13",
  shield: "M8 2.5l5 1.8v3.6c0 3-2.2 5-5 6-2.8-1-5-3-5-6V4.3z",
  case: "M2.5 5.5h11v7.5h-11zM6 5.5v-2.5h4v2.5M2.5 9h11",
  globe: "M13.5 8a5.5 5.5 0 1 1-11 0 5.5 5.5 0 0 1 11 0zM2.5 8h11M8 2.5c3.3 3.4 3.3 7.6 0 11-3.3-3.4-3.3-7.6 0-11",
  hands: "M8 13 3.3 8.3a2.7 2.7 0 0 1 0-4 2.7 2.7 0 0 1 4 0L8 5l.7-.7a2.7 2.7 0 0 1 4 0 2.7 2.7 0 0 1 0 4z",
  people: "M7 5.5a1.8 1.8 0 1 1-3.6 0 1.8 1.8 0 0 1 3.6 0zM12.6 5.5a1.8 1.8 0 1 1-3.6 0 1.8 1.8 0 0 1 3.6 0zM2 12.5c0-4.3 6.3-4.3 6.3 0M8.5 9.9c2-2 5.5-.6 5.5 2.6",
  person: "M10.5 5.2a2.5 2.5 0 1 1-5 0 2.5 2.5 0 0 1 5 0zM3.5 13.5c0-5.5 9-5.5 9 0",
  pin: "M8 14 4.7 8.7a4 4 0 1 1 6.6 0zM9.3 6.3a1.3 1.3 0 1 1-2.6 0 1.3 1.3 0 0 1 2.6 0z",
  question: "M5.5 6c0-3.5 5.2-3.2 5.2-.3C10.7 7.8 8 7.8 8 10M8 12.5v.4",
};
/** Half the side of the square that fits into each shape, for a shape of size 1. */
const INNER = { dot: 0.66, square: 0.86, diamond: 0.56, triangle: 0.56, triangleDown: 0.56, hexagon: 0.74, star: 0.44 };
/** Where that square's middle lies below the shape's own. */
const LOWER = { triangle: 0.28, triangleDown: -0.28, star: 0.05 };
const ICON_FROM = 4.2;

/** An icon of 16 by 16 as an SVG path, for the legend. */
function iconPath(found) {
  return found && ICONS[found.icon] ? ICONS[found.icon] : null;
}

function pathOf(name) {
  if (!drawing.icons.has(name)) drawing.icons.set(name, new Path2D(ICONS[name]));
  return drawing.icons.get(name);
}

/** Over the picture: the icon of each class, where its shape is large enough to hold one. */
function drawIcons(context) {
  if (!drawing.scene) return;
  const scale = drawing.network.getScale();
  context.save();
  context.lineCap = context.lineJoin = "round";
  for (const node of drawing.scene.nodes) {
    const found = partyClass(node.id);
    const half = node.radius * drawing.factor * (INNER[node.shape] || 0);
    if (!found || !ICONS[found.icon] || half * scale < ICON_FROM) continue;
    const body = drawing.network.body.nodes[node.id];
    if (body) drawIcon(context, body, half, node.radius * drawing.factor * (LOWER[node.shape] || 0), found);
  }
  context.restore();
}

function drawIcon(context, body, half, lower, found) {
  const { colour } = drawing;
  context.save();
  context.globalAlpha = body.options.opacity ?? 1;
  context.translate(body.x - half, body.y + lower - half);
  context.scale(half / 8, half / 8);
  context.lineWidth = 1.5;
  context.strokeStyle = found.hollow ? colour(`--tone-${found.tone}`) : colour("--page");
  context.stroke(pathOf(found.icon));
  context.restore();
}

const GROUP_COLOURS = 8;
const GROUP_MARGIN = 46;

/** Under the picture, when asked for: a tinted field around the members of each community that stand in it. */
function drawGroups(context) {
  if (!state.communities || !drawing.scene) return;
  const members = groupBy(drawing.scene.nodes.filter((node) => !node.members), (node) => node.community);
  for (const [community, list] of members) {
    if (list.length < 3 || community < 0) continue;
    const corners = hull(list.map((node) => drawing.network.body.nodes[node.id]).filter(Boolean));
    const tint = drawing.colour(`--family-${(community % GROUP_COLOURS) + 1}`);
    context.save();
    context.lineJoin = "round";
    context.beginPath();
    corners.forEach(({ x, y }, index) => (index ? context.lineTo(x, y) : context.moveTo(x, y)));
    context.closePath();
    context.fillStyle = context.strokeStyle = blend(tint, drawing.colour("--page"));
    context.lineWidth = GROUP_MARGIN * 2 * Math.sqrt(drawing.factor);
    context.stroke();
    context.fill();
    context.restore();
  }
}

/** A tenth of one colour in another: both as #rrggbb. */
function blend(tint, ground) {
  const parts = (text) => [1, 3, 5].map((start) => Number.parseInt(text.slice(start, start + 2), 16));
  const under = parts(ground);
  return `rgb(${parts(tint).map((value, index) => Math.round(value * 0.12 + under[index] * 0.88)).join(",")})`;
}

/** The corners of the convex hull, counter-clockwise (Andrew's monotone chain). */
function hull(points) {
  const sorted = [...points].sort((a, b) => a.x - b.x || a.y - b.y);
  const turn = (a, b, c) => (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
  const chain = (list) => {
    const kept = [];
    for (const point of list) {
      while (kept.length > 1 && turn(kept.at(-2), kept.at(-1), point) <= 0) kept.pop();
      kept.push(point);
    }
    return kept.slice(0, -1);
  };
  return [...chain(sorted), ...chain(sorted.reverse())];
}
