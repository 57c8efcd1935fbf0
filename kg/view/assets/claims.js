// One claim as a card: who says it, how firmly, when, where, in which words of which document, and how it was read.

function claimCard(claim) {
  const negative = claim.polarity === "negative";
  const found = evidenceOf(claim);
  return h(
    "article",
    { class: `claim ${negative ? "negative" : "positive"}${claimPasses(claim) ? "" : " outside"}`, "data-claim": claim.id, tabindex: "-1" },
    h("p", { class: "speaker" }, speaker(claim), " ", h("span", { class: "verb" }, t(negative ? "denies" : "says"))),
    stakes(claim),
    facts(claim),
    found ? found.passages.map(quotation) : h("p", { class: "quiet" }, t("loading")),
    source(claim),
    against(claim, negative),
    found ? reading(claim, found.why) : null,
  );
}

/** What ties the speaker to what it says. */
function stakes(claim) {
  if (!claim.stakes) return null;
  const texts = new Set(claim.stakes.map(({ stake, through }) => t(`stake.${stake === "party" && through === claim.by ? "self" : stake}`, { name: partyName(through) })));
  return h("p", { class: "stake", title: t("interested.hint") }, h("b", {}, t("interested")), " · ", name([...texts].join(", ")));
}

/** The claims on the other side: a click leads to the card. */
function against(claim, negative) {
  const others = (claim.against || []).map((id) => model.claims.get(id)).filter(Boolean);
  if (!others.length) return null;
  const told = others.map(speakerName);
  const numbered = (index) => (told.filter((text) => text === told[index]).length > 1 ? `${told[index]} (${index + 1})` : told[index]);
  const link = (other, index) => button(name(numbered(index)), { class: "link" }, () => revealClaim(other.id));
  return h("p", { class: "against" }, "⇄ ", t(negative ? "against.denial" : "against.claim"), " ", others.map((other, index) => [index ? ", " : "", link(other, index)]));
}

/** Bring a claim's card into view and mark it for a moment. */
function revealClaim(id) {
  const card = [...document.querySelectorAll("#panel [data-claim]")].find((found) => found.dataset.claim === id);
  if (!card) return;
  card.scrollIntoView({ block: "nearest" });
  card.focus({ preventScroll: true });
}

function speaker(claim) {
  if (claim.by) return partyButton(claim.by);
  return h("span", { class: "author" }, speakerName(claim));
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

/** The passage between its neighbours, its quoted words marked, the mentions of subject and object marked inside. */
function quotation({ before, pieces, after }) {
  const beside = (text) => (text ? h("span", { class: "beside", title: t("neighbours") }, text) : null);
  return h("blockquote", {}, h("p", {}, beside(before), before ? " " : null, pieces.map(([text, marks]) => piece(text, marks)), after ? " " : null, beside(after)));
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
  return h("p", { class: "source" }, heading, h("br"), rest, copied(documentOf(claim).reprint));
}

/** That the document nearly equals another one, or comes from an agency. */
function copied(reprint) {
  if (!reprint) return null;
  const first = model.documents.get(reprint.of);
  const parts = [t("reprint", { title: (first && first.title) || reprint.of }), reprint.origin ? t("reprint.origin", { origin: reprint.origin }) : null];
  return h("span", { class: "copied" }, " · ", name(parts.filter(Boolean).join(", ")));
}

function reading(claim, why) {
  const rows = [
    ["how.entry", why.entry],
    ["how.frame", why.frame],
    ["how.attribution", why.attribution],
    ["how.confidence", `${Math.round(claim.confidence * 100)} %`],
    ["how.claim", claim.id],
  ];
  const list = rows.map(([key, value]) => [h("dt", {}, t(key)), h("dd", {}, value)]);
  return h("details", { class: "how" }, h("summary", {}, t("how")), h("dl", {}, list));
}
