// Why a relationship has its status, and the independent voices behind it.

const SPEAKERS_NAMED = 6;

/** The names of those who make these claims, each once; the rest as a number. */
function speakersOf(claims) {
  const names = [...new Set(claims.map((claim) => (claim.by ? partyName(claim.by) : outlet(claim))))];
  const more = names.length - SPEAKERS_NAMED;
  return more > 0 ? `${names.slice(0, SPEAKERS_NAMED).join(", ")} … (+${more})` : names.join(", ");
}

/** The status with its reason, in words: who says it, who denies it. */
function reason(item) {
  const positive = item.list.filter((claim) => claim.polarity === "positive");
  const own = positive.filter((claim) => !claim.by && claim.certainty === "certain");
  const who = item.shownStatus === "asserted" && own.length ? own : positive;
  const deniers = item.list.filter((claim) => claim.polarity === "negative");
  const text = t(`reason.${item.shownStatus}`, { who: speakersOf(who), deniers: speakersOf(deniers) });
  return h("p", { class: "hint", title: t(`status.${item.shownStatus}.hint`) }, name(text));
}

/** When the documents are of, and what days the claims are about. */
function periods(item) {
  const line = (key, [first, last]) => (first || last ? t(key, { dates: first === last ? dateText(first) : dateText(`${first || ""}/${last || ""}`) }) : null);
  return [line("reported", item.reported || []), line("claimed", item.claimed || [])].filter(Boolean).join(" · ");
}

/** The voices, each with its documents; interested ones are marked. Nothing where the build did not list them. */
function voices(item) {
  if (!item.voices || !item.voices.length) return null;
  const line = (voice) => {
    const interested = voice.claims.some((id) => model.claims.get(id)?.stakes);
    return h(
      "li",
      {},
      voice.by ? partyButton(voice.by, voice.label) : h("span", { class: "party" }, name(voiceName(voice.label))),
      h("span", { class: "quiet" }, ` · ${t("documents", { n: voice.documents })}`),
      interested ? h("span", { class: "stake-mark", title: t("interested.hint") }, t("interested")) : null,
    );
  };
  const title = h("h3", { title: t("voices.hint") }, `${t("voices")} (${item.voices.length})`);
  return h("section", { class: "voices" }, title, h("ul", {}, item.voices.map(line)));
}
