// What changed from a day on: relationships first claimed then, claims newly denied or denials newly contradicted, and
// new speakers. All other filters hold; claims without any date cannot take part.

/** Relationships by the kind of change, each with its first claim from the day `since` on. */
function changesSince(since) {
  const day = firstDay(since);
  const groups = { fresh: [], opposed: [], voices: [] };
  const claims = new Map();
  for (const claim of visible().anytime) {
    if (!claim.time) continue;
    if (!claims.has(claim.item)) claims.set(claim.item, []);
    claims.get(claim.item).push(claim);
  }
  for (const [item, list] of claims) {
    const kind = changeOf(list, day);
    if (kind) groups[kind].push(item);
  }
  for (const items of Object.values(groups)) items.sort(bySources);
  return groups;
}

/** `fresh`: nothing before; `opposed`: the other polarity for the first time; `voices`: only who says it is new. */
function changeOf(claims, day) {
  const before = claims.filter((claim) => claim.time.at < day);
  const after = claims.filter((claim) => claim.time.at >= day);
  if (!after.length) return null;
  if (!before.length) return "fresh";
  const met = (field) => new Set(before.map(field));
  const polarities = met((claim) => claim.polarity);
  if (after.some((claim) => !polarities.has(claim.polarity))) return "opposed";
  const voices = met(voiceOf);
  return after.some((claim) => !voices.has(voiceOf(claim))) ? "voices" : null;
}

/** Who says it: the party quoted, or the publisher, or the document when nobody is named. */
function voiceOf(claim) {
  if (claim.by) return claim.by;
  return claim.publisher === NO_PUBLISHER ? `d:${claim.doc}` : `p:${claim.publisher}`;
}

function changesPanel() {
  const groups = changesSince(state.since);
  const section = (kind) => {
    const items = groups[kind];
    const lines = items.length ? items.map((item) => relationButton(item, sentence(item))) : h("li", { class: "quiet" }, t("changes.none"));
    return h("section", { "data-change": kind }, h("h3", {}, `${t(`changes.${kind}`)} (${items.length})`), h("ul", { class: "lines" }, lines));
  };
  return [
    closeList(),
    h("h2", {}, t("changes.title", { date: dateText(state.since) })),
    h("p", { class: "quiet" }, t("changes.hint")),
    ["fresh", "opposed", "voices"].map(section),
  ];
}
