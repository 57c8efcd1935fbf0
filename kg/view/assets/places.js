// Where claims are said to happen: their own place, and parties that are places. A state that acts is not one.

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
      if (!found.has(key)) found.set(key, { key, name: partyName(key), point: pointOf(key), claims: [] });
      found.get(key).claims.push(claim);
    }
  }
  const places = [...found.values()];
  for (const place of places) place.voices = new Set(place.claims.map(voiceOf)).size;
  return places.sort((a, b) => b.claims.length - a.claims.length || (a.key < b.key ? -1 : 1));
}

function placeSummary(place) {
  return [t("claims", { n: place.claims.length }), t("voices", { n: place.voices })].join(" · ");
}
