// The data of the page, indexed. Nothing here changes after loading.

const DATA = JSON.parse(document.getElementById("kg-data").textContent);
/** The columns of the tables as they came: what filters read (codes.js). */
const PACKED = { claims: DATA.claims.columns, relationships: DATA.relationships.columns };
for (const name of ["claims", "documents", "entities", "relationships"]) DATA[name] = unpacked(DATA[name]);
DATA.network.nodes = unpacked(DATA.network.nodes);

/** Rows from columns; kg/view/packing.py says how they were made. */
function unpacked({ rows, columns }) {
  const readers = Object.entries(columns).map(([name, column]) => {
    if ("same" in column) return [name, () => column.same];
    return [name, "all" in column ? (row) => column.all[row] : (row) => column.values[column.at[row]]];
  });
  const blank = Object.fromEntries(readers.map(([name]) => [name, null]));
  return Array.from({ length: rows }, (_, row) => {
    const made = { ...blank }; // room for all its fields at once: made one by one, 50,000 rows take their time
    for (const [name, read] of readers) made[name] = read(row);
    return made;
  });
}

function byKey(items, key) {
  const map = new Map();
  for (const item of items) map.set(item[key], item);
  return map;
}

let claimsById = null;

const model = {
  about: DATA.about,
  classes: byKey(DATA.classes, "name"),
  families: byKey(DATA.families, "name"),
  relations: byKey(DATA.relations, "name"),
  entities: byKey(DATA.entities, "key"),
  documents: byKey(DATA.documents, "id"),
  relationships: byKey(DATA.relationships, "id"),
  around: new Map(),
  /** Claims by their ids, which are needed only when one is looked for. */
  get claims() {
    claimsById ??= byKey(DATA.claims, "id");
    return claimsById;
  },
  /** Relations in the order of the ontology, those that it does not know last. */
  kinds: new Set(DATA.relations),
};

const NO_PUBLISHER = "?";

/** What stands in a field, each once (`values`), and which of it each row has (`at`); as it was packed, where it was so. */
function columnOf(table, field) {
  const packed = PACKED[table][field];
  if (packed && "values" in packed) return packed;
  const met = new Map();
  const at = Int32Array.from(DATA[table], (row) => {
    const value = row[field];
    if (!met.has(value)) met.set(value, met.size);
    return met.get(value);
  });
  return { values: [...met.keys()], at };
}

/** Each claim gets its place, its document and its publisher. */
function placeClaims() {
  const { values, at } = columnOf("claims", "doc");
  const found = values.map((doc) => documentOf({ doc }));
  const publishers = found.map(({ publisher }) => publisher || NO_PUBLISHER);
  DATA.claims.forEach((claim, index) => {
    claim.index = index;
    claim.source = found[at[index]];
    claim.publisher = publishers[at[index]];
  });
}

placeClaims();

for (const item of model.relationships.values()) {
  item.kind = relationOf(item.relation);
  model.kinds.add(item.kind);
  item.shownStatus = item.denied ? "denied" : item.status;
  item.list = item.claims;
  for (let at = 0; at < item.list.length; at += 1) if (typeof item.list[at] === "number") item.list[at] = DATA.claims[item.list[at]]; // from places to claims, in place
  item.latest = "";
  for (const claim of item.list) {
    const date = documentOf(claim).date || "";
    if (date > item.latest) item.latest = date;
  }
  for (const key of distinct(item.subject, item.object)) {
    if (!model.around.has(key)) model.around.set(key, []);
    model.around.get(key).push(item);
  }
}

/** Two values as a list, one where they are the same. */
function distinct(one, other) {
  return one === other ? [one] : [one, other];
}

/** Words of claims by block: as text until one of its claims is opened. */
const evidenceBlocks = new Map();

/** How a claim was read (`why`) and its `passages`, each with the sentences before and after; null until they are there. */
function evidenceOf(claim) {
  const number = Math.floor(claim.index / DATA.block);
  if (!evidenceBlocks.has(number)) loadEvidence(number);
  const found = evidenceBlocks.get(number);
  return Array.isArray(found) ? found[claim.index % DATA.block] : null;
}

/** Read a block of words. A compressed one takes a moment: `kg-words` is sent to the document when it is there. */
function loadEvidence(number) {
  const data = JSON.parse(document.getElementById(`kg-evidence-${number}`).textContent);
  evidenceBlocks.set(number, DATA.zipped ? unzipped(data, number) : data);
}

async function unzipped(text, number) {
  const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  evidenceBlocks.set(number, await new Response(stream).json());
  document.dispatchEvent(new Event("kg-words"));
}

/** A relation by its name; one that the ontology does not know is shown under its bare name. */
function relationOf(relation) {
  if (!model.relations.has(relation)) {
    const label = { fr: relation, en: relation };
    const unknown = { name: relation, label, definition: { fr: "", en: "" }, family: "", symmetric: false, literal: false };
    model.relations.set(relation, unknown);
  }
  return model.relations.get(relation);
}

function documentOf(claim) {
  return claim.source || model.documents.get(claim.doc) || { id: claim.doc, title: null, date: null, publisher: null, url: null };
}

/** What a node is called: a party's label, or the word in quotation marks. */
function partyName(key) {
  if (key.startsWith("w:")) return `« ${key.slice(2)} »`;
  const found = model.entities.get(key);
  return found ? found.label : key.slice(2);
}

/** The class of a node, or null for a word. */
function partyClass(key) {
  const found = model.entities.get(key);
  return found ? model.classes.get(found.type) || null : null;
}

function familyOf(relationship) {
  return model.families.get(relationship.kind.family) || { name: "", slot: 8, role: "none", shown: false };
}

/** « subject — relation — object », for names of buttons and tooltips. */
function sentence(relationship) {
  return `${partyName(relationship.subject)} — ${label(relationship.kind)} — ${partyName(relationship.object)}`;
}
