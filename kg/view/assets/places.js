// Where claims are said to happen: their own place, and parties that are places. A state that acts is not one; one that is
// named as a place is shown in its middle, because nothing more exact is known.

const placeClasses = new Set(DATA.geography.places);

/** Keys of the places of a claim, looked up once. */
function placesOf(claim) {
  claim.places ??= foundPlaces(claim);
  return claim.places;
}

const NOWHERE = [];

function foundPlaces({ where, item }) {
  const ends = [item.subject, item.object].filter((key) => placeClasses.has(typeOf(key)));
  return where || ends.length ? [...new Set(where ? [where, ...ends] : ends)] : NOWHERE;
}

/** Latitude and longitude, or null where the gazetteer knows none. */
function pointOf(key) {
  return Object.hasOwn(DATA.geography.points, key) ? DATA.geography.points[key] : null;
}

/** The places of the claims that are shown: key, name, point, claims and how many voices; most claims first. */
function placesShown() {
  const found = new Map();
  for (const claim of visible().claims) {
    for (const key of placesOf(claim)) {
      if (!found.has(key)) found.set(key, newPlace(key));
      found.get(key).claims.push(claim);
    }
  }
  const places = [...found.values()];
  for (const place of places) place.voices = new Set(place.claims.map(voiceOf)).size;
  return places.sort((a, b) => b.claims.length - a.claims.length || (a.key < b.key ? -1 : 1));
}

/** `at`: where on the map it stands, null where that is not known; `spot`: what stands there together; `wide`: a whole state. */
function newPlace(key) {
  const point = pointOf(key);
  const shape = point ? null : shapeOfState(key);
  return { key, name: partyName(key), point, wide: Boolean(shape), at: point ? mercator(point) : shape?.label || null, spot: point ? point.join(",") : key, claims: [] };
}

/** Claims that are shown and name no place. */
function claimsNowhere() {
  return visible().claims.filter((claim) => !placesOf(claim).length);
}

/** They as a place of the table, which holds all that is shown; null where there are none. */
function noPlace() {
  const claims = claimsNowhere();
  if (!claims.length) return null;
  return { key: "", name: t("place.nowhere"), point: null, at: null, spot: "", claims, voices: new Set(claims.map(voiceOf)).size };
}

/** Their list. */
function nowherePanel() {
  const claims = claimsNowhere().sort(byTime);
  if (!claims.length) return null;
  const more = claims.length - LIST_LIMIT;
  return [closeList(), h("h2", {}, t("place.nowhere")), h("p", { class: "quiet" }, t("place.nowhere.hint")), h("ul", { class: "lines" }, claims.slice(0, LIST_LIMIT).map(claimLine)), more > 0 ? h("p", { class: "quiet" }, t("timeline.more", { n: more })) : null];
}

function placeSummary(place) {
  return [t("claims", { n: place.claims.length }), t("voices", { n: place.voices })].join(" · ");
}
