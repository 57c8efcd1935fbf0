// Makes world.json: the outlines of countries, small enough for the page's map. Run at development time only:
//   npm install && node make_world.mjs
// In: world-atlas (Natural Earth, 1:50m). Out: world.json, described in README.md. Same versions, same bytes.

import fs from "node:fs";
import { createRequire } from "node:module";
import polylabel from "polylabel";
import { feature, quantize } from "topojson-client";
import { filter, filterWeight, presimplify, simplify } from "topojson-simplify";

/** Least area, in square degrees, of a triangle of three neighbouring points, and of an island of its own. */
const DETAIL = 0.008;
/** Steps of the grid over the whole world: about 4 km at the equator. */
const GRID = 1e4;
/** Not drawn: nothing is read of it, and it fills a third of the map. */
const WITHOUT = new Set(["010"]);

const load = createRequire(import.meta.url);
const atlas = JSON.parse(fs.readFileSync(load.resolve("world-atlas/countries-50m.json"), "utf-8"));
const { numericToAlpha2 } = load("i18n-iso-countries");

delete atlas.objects.land;
const countries = atlas.objects.countries;
countries.geometries = countries.geometries.filter((country) => country.type && !WITHOUT.has(country.id));
const weighed = simplify(presimplify(atlas), DETAIL);
const topology = quantize(filter(weighed, filterWeight(weighed, DETAIL)), GRID);

/** A number as letters, the sign in the lowest bit, five bits a letter: Google's polyline encoding. */
function letters(number) {
  let rest = number < 0 ? ~(number << 1) : number << 1;
  let text = "";
  for (; rest >= 0x20; rest >>= 5) text += String.fromCharCode((0x20 | (rest & 0x1f)) + 63);
  return text + String.fromCharCode(rest + 63);
}

const rings = (geometry) => (geometry.type === "Polygon" ? geometry.arcs : geometry.arcs.flat());
const area = (ring) => Math.abs(ring.reduce((sum, [x, y], at) => sum + x * ring.at(at - 1)[1] - ring.at(at - 1)[0] * y, 0));

/** Where the name stands, in degrees: the middle of the widest part. */
function label(geometry) {
  const { type, coordinates } = feature(topology, geometry).geometry;
  const polygons = type === "Polygon" ? [coordinates] : coordinates;
  const largest = polygons.reduce((best, polygon) => (area(polygon[0]) > area(best[0]) ? polygon : best));
  const [x, y] = polylabel(largest, 0.05);
  return [Math.round(x * 10) / 10, Math.round(y * 10) / 10];
}

const world = {
  scale: topology.transform.scale,
  translate: topology.transform.translate,
  arcs: topology.arcs.map((arc) => arc.map(([x, y]) => letters(x) + letters(y)).join("")),
  countries: topology.objects.countries.geometries
    .filter((country) => country.arcs)
    .map((country) => ({ code: (country.id && numericToAlpha2(country.id)) || null, label: label(country), rings: rings(country) }))
    .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
};
fs.writeFileSync(new URL("world.json", import.meta.url), `${JSON.stringify(world)}\n`);
