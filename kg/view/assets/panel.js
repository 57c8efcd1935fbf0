// The side panel: a relationship with all its claims, a party with all that is said of it, or where to start.

function paintPanel() {
  const panel = document.getElementById("panel");
  const { kind, id } = state.selected || {};
  const content = kind === "relation" ? relationPanel(model.relationships.get(id)) : kind === "party" ? partyPanel(id) : kind === "bundle" ? bundlePanel() : state.path ? pathPanel() : listPanel() || overviewPanel();
  replace(panel, content);
  panel.classList.toggle("facing", panel.querySelectorAll(".face").length > 1);
  if (panel.dataset.scrolled) panel.scrollTop = 0; // asked only where needed: it makes the browser lay out the whole page
}

function closeButton() {
  return button("×", { class: "close", "aria-label": t("close"), title: t("close") }, () => select(null));
}

function partyButton(key, text = partyName(key)) {
  const label = name(text);
  if (!model.around.has(key)) return h("span", { class: "party" }, label);
  return button(label, { class: "link party" }, () => select("party", key));
}

/** A line that opens a relationship: its words, its status, how many sources. */
function relationButton(item, text) {
  const hint = `${t(`status.${item.shownStatus}`)} · ${t("sources", { n: item.sources })}`;
  const inner = [h("span", { class: "line-text" }, text), h("span", { class: "line-hint" }, statusIcon(item.shownStatus, familyOf(item)), hint)];
  const attributes = { class: "line-button", "data-relation": item.id };
  return h("li", {}, button(inner, attributes, () => select("relation", item.id)));
}

function bySources(a, b) {
  return b.sources - a.sources || b.list.length - a.list.length || (a.id < b.id ? -1 : 1);
}

function relationPanel(item) {
  const family = familyOf(item);
  const positive = item.list.filter((claim) => claim.polarity === "positive");
  const negative = item.list.filter((claim) => claim.polarity === "negative");
  return [
    closeButton(),
    h("p", { class: "kicker" }, familyIcon(family), h("span", {}, family.label ? label(family) : "")),
    h(
      "h2",
      { class: "triple" },
      partyButton(item.subject),
      h("span", { class: "predicate" }, item.kind.symmetric ? "↔ " : "", label(item.kind), item.kind.symmetric ? " ↔" : " →"),
      partyButton(item.object),
    ),
    h("p", { class: "definition quiet" }, item.kind.definition[state.lang]),
    h(
      "p",
      { class: "badges" },
      h("span", { class: `badge status-${item.shownStatus}` }, MARKS[item.shownStatus], t(`status.${item.shownStatus}`)),
      h("span", { class: "quiet" }, t("claims", { n: item.list.length }), " · ", t("sources", { n: item.sources })),
    ),
    reason(item),
    h("p", { class: "quiet" }, periods(item)),
    voices(item),
    h("div", { class: "faces" }, face("affirmed", positive), face("denied", negative)),
  ];
}

/** One side of a relationship; a side without claims is left out, but denials alone say that nobody affirms. */
function face(side, claims) {
  if (!claims.length) return side === "affirmed" ? h("p", { class: "nobody" }, t("nobody.affirms")) : null;
  const sorted = [...claims].sort((a, b) => (documentOf(a).date || "").localeCompare(documentOf(b).date || "") || a.id.localeCompare(b.id));
  return h("section", { class: `face ${side}` }, h("h3", {}, `${t(side)} (${claims.length})`), sorted.map(claimCard));
}

const BEST = 6;

/** The first of a list after its voices, without sorting all of it. */
function bestSourced(items, most) {
  const best = [];
  for (const item of items) {
    if (best.length === most && bySources(item, best.at(-1)) >= 0) continue;
    best.push(item);
    best.sort(bySources);
    best.length = Math.min(best.length, most);
  }
  return best;
}

function overviewPanel() {
  const visible = visibleRelationships();
  const contested = visible.filter((item) => item.shownStatus === "contested");
  const claimed = visible.filter((item) => item.shownStatus === "asserted" || item.shownStatus === "alleged");
  const best = bestSourced(claimed, BEST);
  const list = (title, items) => {
    if (!items.length) return null;
    return h("section", {}, h("h3", {}, title), h("ul", { class: "lines" }, items.map((item) => relationButton(item, sentence(item)))));
  };
  return [
    h("h2", {}, t("overview")),
    h("p", { class: "quiet" }, model.relationships.size ? t("overview.hint") : t("noclaims")),
    list(t("overview.contested"), contested.slice(0, 8)),
    list(t("overview.sourced"), best),
  ];
}
