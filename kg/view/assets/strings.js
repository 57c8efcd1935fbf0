// The interface's words, in French and English, and how dates and names are written.

const LANGUAGES = ["fr", "en"];

function browserLanguage() {
  for (const tag of navigator.languages || [navigator.language || "fr"]) {
    const language = tag.slice(0, 2).toLowerCase();
    if (LANGUAGES.includes(language)) return language;
  }
  return "en";
}

const pluralRules = new Map(LANGUAGES.map((lang) => [lang, new Intl.PluralRules(lang)]));

const numberFormats = new Map(LANGUAGES.map((lang) => [lang, new Intl.NumberFormat(lang)]));

/** A number as the language writes it. */
const number = (value) => numberFormats.get(state.lang).format(value);

/** The text of a key in the interface's language, `{n}` and the like filled in. With `n`, the plural form it takes. */
function t(key, values = {}) {
  const plural = "n" in values && `${key}.one` in STRINGS;
  const full = plural ? `${key}.${pluralRules.get(state.lang).select(values.n) === "one" ? "one" : "other"}` : key;
  const text = STRINGS[full][state.lang];
  return text.replace(/\{(\w+)\}/g, (whole, part) => {
    if (!(part in values)) return whole;
    return typeof values[part] === "number" ? number(values[part]) : String(values[part]);
  });
}

/** The label of a class, family or relation. */
function label(item) {
  return item.label[state.lang] || item.name;
}

const ARTICLES = new Set("le la les l un une des du de d the a an".split(" "));

/** The key of a name, as kg/names.py makes it: no case, accents, hyphens, apostrophes, blanks, nor leading article. */
function fold(text) {
  const cased = text.toLowerCase().replaceAll("ß", "ss").replaceAll("œ", "oe").replaceAll("djihad", "jihad");
  const words = cased.normalize("NFKD").replace(/\p{M}/gu, "").match(/[\p{L}\p{N}]+/gu) || [];
  let start = 0;
  while (start < words.length - 1 && ARTICLES.has(words[start])) start += 1;
  return words.slice(start).join("");
}

/** An ISO 8601 date of any precision, or an interval, in words. Anything else is shown as it is. */
function dateText(iso) {
  if (!iso) return t("undated");
  if (!iso.includes("/")) return dayText(iso);
  const [from, to] = iso.split("/");
  if (!from) return t("until", { date: dayText(to) });
  if (!to) return t("since", { date: dayText(from) });
  return `${dayText(from)} – ${dayText(to)}`;
}

const dateFormats = new Map();

/** Making a format is slow, and dates are many. */
function dateFormat(options) {
  const key = `${state.lang} ${JSON.stringify(options)}`;
  if (!dateFormats.has(key)) dateFormats.set(key, new Intl.DateTimeFormat(state.lang, options));
  return dateFormats.get(key);
}

/** French writes the first day of a month as an ordinal, which formats do not know. */
function dateWritten(options, date) {
  const text = dateFormat(options).format(date);
  return state.lang === "fr" ? text.replace(/^1 (?=\p{L})/u, "1er ") : text;
}

function dayText(iso) {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(iso);
  if (!match || !match[2]) return iso;
  const date = new Date(Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3] || 1)));
  if (Number.isNaN(date.getTime())) return iso;
  const format = { year: "numeric", month: "long", timeZone: "UTC", ...(match[3] ? { day: "numeric" } : {}) };
  return dateWritten(format, date);
}
