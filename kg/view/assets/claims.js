// One claim as a card: who says it, how firmly, when, where, in which words of which document, and how it was read.

function claimCard(claim) {
  const negative = claim.polarity === "negative";
  return h(
    "article",
    { class: `claim ${negative ? "negative" : "positive"}${claimPasses(claim) ? "" : " outside"}`, "data-claim": claim.id },
    h("p", { class: "speaker" }, speaker(claim), " ", h("span", { class: "verb" }, t(negative ? "denies" : "says"))),
    facts(claim),
    claim.evidence.map(quotation),
    source(claim),
    reading(claim),
  );
}

function speaker(claim) {
  if (claim.by) return partyButton(claim.by);
  const publisher = documentOf(claim).publisher;
  return h("span", { class: "author" }, publisher ? t("author.of", { name: publisher }) : t("author"));
}

function facts(claim) {
  const where = claim.where ? fact(t("where"), name(partyName(claim.where))) : null;
  return h(
    "ul",
    { class: "facts" },
    h("li", { class: `certainty ${claim.certainty}` }, t(`certainty.${claim.certainty}`)),
    claim.when ? fact(t("when"), dateText(claim.when)) : null,
    where,
  );
}

function fact(title, value) {
  return h("li", {}, h("span", { class: "hidden" }, `${title} : `), value);
}

/** The passage, its quoted words marked, the mentions of subject and object marked inside. */
function quotation(pieces) {
  return h("blockquote", {}, h("p", {}, pieces.map(([text, marks]) => piece(text, marks))));
}

function piece(text, marks) {
  if (!marks) return h("span", { class: "context" }, text);
  const role = marks.includes("s") ? "s" : marks.includes("o") ? "o" : null;
  const inner = role ? h("span", { class: `role-${role}`, title: t(`mark.${role}`) }, text) : text;
  return marks.includes("q") ? h("mark", {}, inner) : inner;
}

function source(claim) {
  const { title, date, publisher, url, id } = documentOf(claim);
  const heading = h("cite", {}, url ? safeLink(url, title || id, t("opens")) : h("bdi", {}, title || id));
  const rest = [publisher || t("publisher.unknown"), dateText(date)].join(" · ");
  return h("p", { class: "source" }, heading, h("br"), rest);
}

function reading(claim) {
  const rows = [
    ["how.entry", claim.why.entry],
    ["how.frame", claim.why.frame],
    ["how.attribution", claim.why.attribution],
    ["how.confidence", `${Math.round(claim.confidence * 100)} %`],
    ["how.claim", claim.id],
  ];
  const list = rows.map(([key, value]) => [h("dt", {}, t(key)), h("dd", {}, value)]);
  return h("details", { class: "how" }, h("summary", {}, t("how")), h("dl", {}, list));
}
