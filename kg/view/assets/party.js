// The panel of a party: its names, what sources call it, who is said to stand with it or against it, where and when.

function partyPanel(key) {
  const found = partyClass(key);
  const items = [...(model.around.get(key) || [])].sort(bySources);
  const described = (item) => [name(partyName(otherEnd(item, key))), h("span", { class: "quiet" }, ` ${direction(item, key)}`)];
  const denied = items.filter((item) => item.denied);
  return [
    closeButton(),
    h("p", { class: "kicker" }, classIcon(found), h("span", {}, found ? label(found) : t("word"))),
    h("h2", {}, name(partyName(key))),
    otherNames(model.entities.get(key)),
    partyActions(key),
    calledBy(key, items.filter((item) => item.word !== null && item.subject === key)),
    found && found.shown ? h("div", { class: "groups" }, alliances(key, items).map(([title, list]) => group(t(title), list, described))) : null,
    partyGroups(key, items).map(([title, list]) => (list.length ? group(t(title), list, described) : null)),
    citedPlaces(items, key),
    denied.length ? group(t("onlydenied"), denied, described) : null,
    timeStrip(items),
    h("h3", {}, t("bygroup")),
    byRelation(items, described),
  ];
}

function otherEnd(item, key) {
  return item.subject === key ? item.object : item.subject;
}

const ofRole = (items, role) => items.filter((item) => familyOf(item).role === role && !item.denied);

/** Allies, supporters, supported and opponents: shown even when empty, for an empty list is an answer as well. */
function alliances(key, items) {
  const support = ofRole(items, "support");
  return [
    ["allies", support.filter((item) => item.kind.symmetric)],
    ["supporters", support.filter((item) => !item.kind.symmetric && item.object === key)],
    ["supports", support.filter((item) => !item.kind.symmetric && item.subject === key)],
    ["opponents", ofRole(items, "hostility")],
  ];
}

/** Who leads it or speaks for it, what it belongs to, and where it stands. */
function partyGroups(key, items) {
  const belonging = ofRole(items, "belonging");
  const personal = (item) => item.object === key && partyClass(item.subject)?.person === true;
  return [
    ["people", belonging.filter(personal)],
    ["members", belonging.filter((item) => !personal(item))],
    ["places", ofRole(items, "ground")],
  ];
}

/** Places that the claims about a party are set in, most often named first. */
function citedPlaces(items, key) {
  const count = new Map();
  for (const claim of items.flatMap((item) => item.list)) {
    if (claim.where && claim.where !== key) count.set(claim.where, (count.get(claim.where) || 0) + 1);
  }
  if (!count.size) return null;
  const sorted = [...count].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const line = ([place, n]) => h("li", {}, partyButton(place), h("span", { class: "quiet" }, ` · ${t("claims", { n })}`));
  return h("section", {}, h("h3", {}, t("places.cited")), h("ul", { class: "plain" }, sorted.map(line)));
}

/** The names that do not merely differ in case, accents or hyphens; common nouns of the texts apart, at a click. */
function otherNames(entity) {
  if (!entity) return null;
  const byFold = new Map([entity.label, ...entity.names].reverse().map((text) => [fold(text), text]));
  byFold.delete(fold(entity.label));
  const all = [...byFold.values()].sort();
  const proper = (text) => /[\p{Lu}\p{Lo}\d]/u.test(text) && !/^\p{Ll}/u.test(text);
  const listed = (found) => found.flatMap((text, index) => [index ? ", " : "", name(text)]);
  const [names, nouns] = [all.filter(proper), all.filter((text) => !proper(text))];
  return [
    names.length ? h("p", { class: "quiet" }, t("names"), listed(names)) : null,
    nouns.length ? h("details", { class: "nouns" }, h("summary", {}, t("nouns", { n: nouns.length })), h("p", { class: "quiet" }, listed(nouns))) : null,
  ];
}

/** « → soutient » when the party is the subject, « ← soutient » when it is the object. */
function direction(item, key) {
  const arrow = item.kind.symmetric ? "↔" : item.subject === key ? "→" : "←";
  return `${arrow} ${label(item.kind)}`;
}

/** What each source calls it: words read as claims open their evidence, others name their documents. */
function calledBy(key, items) {
  const framings = model.entities.get(key)?.framings || [];
  const told = new Set(framings.map((found) => found.word));
  const read = new Map(items.map((item) => [item.word, item]));
  const word = (found) => (read.has(found.word) ? button(name(`« ${found.word} »`), { class: "link" }, () => select("relation", read.get(found.word).id)) : name(`« ${found.word} »`));
  const lines = [...groupBy(framings, (found) => found.by)].map(([by, list]) =>
    h("li", {}, h("b", {}, name(voiceName(by))), " : ", list.map((found, index) => [index ? ", " : "", word(found), h("span", { class: "quiet" }, ` (${t("documents", { n: found.documents.length })})`)])),
  );
  const rest = items.filter((item) => !told.has(item.word)).map(designation);
  if (!lines.length && !rest.length) return null;
  return h("section", {}, h("h3", {}, t("words")), lines.length ? h("ul", { class: "plain" }, lines) : null, rest.length ? h("ul", { class: "lines" }, rest) : null);
}

function designation(item) {
  const who = [...new Set(item.list.map(speakerName))].sort().join(", ");
  return relationButton(item, [h("b", {}, `« ${item.word} »`), h("span", { class: "quiet" }, ` ${t("words.by", { who })}`)]);
}

function groupBy(items, key) {
  const groups = new Map();
  for (const item of items) {
    if (!groups.has(key(item))) groups.set(key(item), []);
    groups.get(key(item)).push(item);
  }
  return groups;
}

function speakerName(claim) {
  if (claim.by) return partyName(claim.by);
  return t("author.of", { name: outlet(claim) });
}

/** The publisher of a claim's document; the document, where nobody is named. */
function outlet(claim) {
  const { publisher, title, id } = documentOf(claim);
  return publisher || t("document.named", { name: clipped(title || id, 60) });
}

/** Who a voice is: where nobody is named, it goes by the id of its document. */
function voiceName(label) {
  const found = model.documents.get(label);
  return found ? t("document.named", { name: clipped(found.title || found.id, 60) }) : label;
}

const LINES_AT_FIRST = 12;

/** Lines of a list, the first of them at once and the rest at a click: some actors have hundreds. */
function lines(items, line, list = { class: "lines" }) {
  const made = h("ul", list, items.slice(0, LINES_AT_FIRST).map(line));
  const rest = items.slice(LINES_AT_FIRST);
  if (!rest.length) return made;
  const more = button(t("more", { n: rest.length }), { class: "small more" }, () => {
    const added = rest.map(line);
    made.append(...added);
    more.remove();
    added[0].querySelector("button")?.focus();
  });
  return [made, more];
}

function group(title, items, described) {
  const content = items.length ? lines(items, (item) => relationButton(item, described(item))) : h("p", { class: "quiet" }, t("nothing"));
  return h("section", {}, h("h3", {}, title, items.length ? ` (${items.length})` : ""), content);
}

/** All relationships by relation; the lines are made when a relation is opened. */
function byRelation(items, described) {
  return [...model.kinds].map((kind) => {
    const list = items.filter((item) => item.kind === kind);
    if (!list.length) return null;
    const summary = h("summary", {}, familyIcon(familyOf(list[0])), ` ${label(kind)} (${list.length})`);
    const made = h("details", { on: { toggle: () => made.childElementCount < 2 && made.append(...[lines(list, (item) => relationButton(item, described(item)))].flat()) } }, summary);
    return made;
  });
}
