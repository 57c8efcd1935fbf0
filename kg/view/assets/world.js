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

function ringPath(ring, arcs) {
  const points = ring.flatMap((at, index) => {
    const arc = at < 0 ? [...arcs[~at]].reverse() : arcs[at];
    return index ? arc.slice(1) : arc;
  });
  return `M${points.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join("L")}Z`;
}

/** Every country: its path, the place of its name and its code. */
function countryShapes() {
  const arcs = WORLD.arcs.map(arcPoints);
  return WORLD.countries.map(({ code, label, rings }) => ({
    code,
    label: mercator([label[1], label[0]]),
    path: rings.map((ring) => ringPath(ring, arcs)).join(""),
  }));
}

/** A country's name in the language of the page; the browser knows it. */
function countryName(code) {
  try {
    return new Intl.DisplayNames([state.lang], { type: "region", fallback: "none" }).of(code) || "";
  } catch {
    return "";
  }
}
