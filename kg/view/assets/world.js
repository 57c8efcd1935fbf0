// The outlines of countries, from the letters of WORLD to paths on a Mercator map. One unit is a ten-thousandth of the
// way around the world; y points down. WORLD is null in a page without a place to show.

const WORLD_UNITS = 10000;
const LAST_LATITUDE = 84;

function mercator([latitude, longitude]) {
  const bounded = Math.max(-LAST_LATITUDE, Math.min(LAST_LATITUDE, latitude));
  const y = Math.log(Math.tan(Math.PI / 4 + (bounded * Math.PI) / 360)) / (2 * Math.PI);
  return [(longitude / 360 + 0.5) * WORLD_UNITS, (0.5 - y) * WORLD_UNITS];
}

/** The whole numbers of a polyline: five bits a letter, the sign in the lowest bit. */
function numbersOf(letters) {
  const numbers = [];
  let [number, shift] = [0, 0];
  for (let at = 0; at < letters.length; at += 1) {
    const part = letters.charCodeAt(at) - 63;
    number |= (part & 0x1f) << shift;
    shift += 5;
    if (part >= 0x20) continue;
    numbers.push(number & 1 ? ~(number >> 1) : number >> 1);
    [number, shift] = [0, 0];
  }
  return numbers;
}

/** An arc as points of the map. */
function arcPoints(letters) {
  const steps = numbersOf(letters);
  const points = [];
  let [x, y] = [0, 0];
  for (let at = 0; at < steps.length; at += 2) {
    x += steps[at];
    y += steps[at + 1];
    points.push(mercator([y * WORLD.scale[1] + WORLD.translate[1], x * WORLD.scale[0] + WORLD.translate[0]]));
  }
  return points;
}

function ringPoints(ring, arcs) {
  const points = ring.flatMap((at, index) => {
    const arc = at < 0 ? [...arcs[~at]].reverse() : arcs[at];
    return index ? arc.slice(1) : arc;
  });
  return unbroken(points);
}

/** A ring that crosses the 180th meridian is drawn on, beyond the edge of the map, instead of across it. */
function unbroken(points) {
  let shift = 0;
  const joined = points.map(([x, y], index) => {
    const step = index ? x - points[index - 1][0] : 0;
    if (Math.abs(step) > WORLD_UNITS / 2) shift -= Math.sign(step) * WORLD_UNITS;
    return [x + shift, y];
  });
  const middle = joined.reduce((sum, [x]) => sum + x, 0) / joined.length;
  const back = -Math.floor(middle / WORLD_UNITS) * WORLD_UNITS;
  return back ? joined.map(([x, y]) => [x + back, y]) : joined;
}

function ringPath(points) {
  return `M${points.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join("L")}Z`;
}

/** How wide the widest ring is. */
function widthOf(rings) {
  return Math.max(...rings.map((points) => Math.max(...points.map(([x]) => x)) - Math.min(...points.map(([x]) => x))));
}

/** Every country: its path, its width, the place of its name and its code; the widest first. */
function countryShapes() {
  const arcs = WORLD.arcs.map(arcPoints);
  const shapes = WORLD.countries.map(({ code, label, rings }) => {
    const points = rings.map((ring) => ringPoints(ring, arcs));
    return { code, label: mercator([label[1], label[0]]), path: points.map(ringPath).join(""), width: widthOf(points) };
  });
  return shapes.sort((a, b) => b.width - a.width);
}

/** A country's name in the language of the page; the browser knows it. */
function countryName(code) {
  try {
    return new Intl.DisplayNames([state.lang], { type: "region", fallback: "none" }).of(code) || "";
  } catch {
    return "";
  }
}
