// The side panel: a relationship with all its claims, a party with all that is said of it, or where to start.

function paintPanel() {
  const panel = document.getElementById("panel");
  const { kind, id } = state.selected || {};
  const content = kind === "relation" ? relationPanel(model.relationships.get(id)) : kind === "party" ? partyPanel(id) : overviewPanel();
  replace(panel, content);
  panel.classList.toggle("facing", panel.querySelectorAll(".face").length > 1);
  panel.scrollTop = 0;
}

function closeButton() {
  return button("×", { class: "close", "aria-label": t("close"), title: t("close") }, () => select(null));
}

function partyButton(key) {
  const label = name(partyName(key));
  if (!model.around.has(key)) return h("span", { class: "party" }, label);
  return button(label, { class: "link party" }, () => select("party", key));
}

/** A line that opens a relationship: its words, its status, how many sources. */
function relationButton(item, text) {
  const hint = `${t(`status.${item.shownStatus}`)} · ${t("sources", { n: item.sources })}`;
  const inner = [h("span", { class: "line-text" }, text), h("span", { class: "line-hint" }, statusIcon(item.shownStatus, familyOf(item)), hint)];
  const attributes = { class: "line-button", "data-relation": item.id, "aria-label": `${sentence(item)}, ${hint}` };
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
    h("p", { class: "quiet hint" }, t(`status.${item.shownStatus}.hint`)),
    h("div", { class: "faces" }, face("affirmed", positive), face("denied", negative)),
  ];
}

/** One side of a relationship; a side without claims is left out, but denials alone say that nobody affirms. */
function face(side, claims) {
  if (!claims.length) return side === "affirmed" ? h("p", { class: "nobody" }, t("nobody.affirms")) : null;
  const sorted = [...claims].sort((a, b) => (documentOf(a).date || "").localeCompare(documentOf(b).date || "") || a.id.localeCompare(b.id));
  return h("section", { class: `face ${side}` }, h("h3", {}, `${t(side)} (${claims.length})`), sorted.map(claimCard));
}

function partyPanel(key) {
  const found = partyClass(key);
  const entity = model.entities.get(key);
  const items = [...(model.around.get(key) || [])].sort(bySources);
  const other = (item) => (item.subject === key ? item.object : item.subject);
  const inFamily = (role) => items.filter((item) => familyOf(item).role === role && !item.denied);
  const support = inFamily("support");
  const groups = [
    ["allies", support.filter((item) => item.kind.symmetric)],
    ["supporters", support.filter((item) => !item.kind.symmetric && item.object === key)],
    ["supports", support.filter((item) => !item.kind.symmetric && item.subject === key)],
    ["opponents", inFamily("hostility")],
  ];
  const denied = items.filter((item) => item.denied);
  const described = (item) => [name(partyName(other(item))), h("span", { class: "quiet" }, ` ${direction(item, key)}`)];
  return [
    closeButton(),
    h("p", { class: "kicker" }, classIcon(found), h("span", {}, found ? label(found) : t("word"))),
    h("h2", {}, name(partyName(key))),
    otherNames(entity),
    designations(items.filter((item) => item.word !== null && item.subject === key)),
    found && found.shown
      ? h("div", { class: "groups" }, groups.map(([title, list]) => group(t(title), list, described)))
      : null,
    denied.length ? group(t("onlydenied"), denied, described) : null,
    h("h3", {}, t("bygroup")),
    byRelation(items, described),
  ];
}

/** The names that do not merely differ in case, accents or hyphens. */
function otherNames(entity) {
  if (!entity) return null;
  const byFold = new Map([entity.label, ...entity.names].reverse().map((text) => [fold(text), text]));
  byFold.delete(fold(entity.label));
  if (!byFold.size) return null;
  return h("p", { class: "quiet" }, `${t("names")} : `, [...byFold.values()].sort().flatMap((text, index) => [index ? ", " : "", name(text)]));
}

/** « → soutient » when the party is the subject, « ← soutient » when it is the object. */
function direction(item, key) {
  const arrow = item.kind.symmetric ? "↔" : item.subject === key ? "→" : "←";
  return `${arrow} ${label(item.kind)}`;
}

function designations(items) {
  if (!items.length) return null;
  const line = (item) => {
    const who = [...new Set(item.list.map(speakerName))].sort().join(", ");
    return relationButton(item, [h("b", {}, `« ${item.word} »`), h("span", { class: "quiet" }, ` ${t("words.by", { who })}`)]);
  };
  return h("section", {}, h("h3", {}, t("words")), h("ul", { class: "lines" }, items.map(line)));
}

function speakerName(claim) {
  if (claim.by) return partyName(claim.by);
  const publisher = documentOf(claim).publisher;
  return publisher ? t("author.of", { name: publisher }) : t("author");
}

function group(title, items, described) {
  const lines = items.length ? items.map((item) => relationButton(item, described(item))) : h("li", { class: "quiet" }, t("nothing"));
  return h("section", {}, h("h3", {}, title, items.length ? ` (${items.length})` : ""), h("ul", { class: "lines" }, lines));
}

function byRelation(items, described) {
  return [...model.kinds].map((kind) => {
    const list = items.filter((item) => item.kind === kind);
    if (!list.length) return null;
    const summary = h("summary", {}, familyIcon(familyOf(list[0])), ` ${label(kind)} (${list.length})`);
    return h("details", {}, summary, h("ul", { class: "lines" }, list.map((item) => relationButton(item, described(item)))));
  });
}

function overviewPanel() {
  const visible = visibleRelationships();
  const contested = visible.filter((item) => item.shownStatus === "contested");
  const best = visible.filter((item) => item.shownStatus === "asserted" || item.shownStatus === "alleged").sort(bySources).slice(0, 6);
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
