"""Third-person and non-finite forms of French verbs, to recognise a known verb that the tagger misses.

Regular classes follow the *Bescherelle* types; the irregular verbs that news uses are listed by their stems.
"""

from __future__ import annotations

# lemma ending -> (present 3s, 3p, imperfect stem, future stem, past historic 3s, 3p, past participle)
_IRREGULAR: dict[str, tuple[str, str, str, str, str, str, str]] = {
    "dire": ("dit", "disent", "dis", "dir", "dit", "dirent", "dit"),
    "faire": ("fait", "font", "fais", "fer", "fit", "firent", "fait"),
    "prendre": ("prend", "prennent", "pren", "prendr", "prit", "prirent", "pris"),
    "mettre": ("met", "mettent", "mett", "mettr", "mit", "mirent", "mis"),
    "tenir": ("tient", "tiennent", "ten", "tiendr", "tint", "tinrent", "tenu"),
    "venir": ("vient", "viennent", "ven", "viendr", "vint", "vinrent", "venu"),
    "voir": ("voit", "voient", "voy", "verr", "vit", "virent", "vu"),
    "cevoir": ("çoit", "çoivent", "cev", "cevr", "çut", "çurent", "çu"),
    "battre": ("bat", "battent", "batt", "battr", "battit", "battirent", "battu"),
    "duire": ("duit", "duisent", "duis", "duir", "duisit", "duisirent", "duit"),
    "truire": ("truit", "truisent", "truis", "truir", "truisit", "truisirent", "truit"),
    "crire": ("crit", "crivent", "criv", "crir", "crivit", "crivirent", "crit"),
    "naître": ("naît", "naissent", "naiss", "naîtr", "nut", "nurent", "nu"),
    "clure": ("clut", "cluent", "clu", "clur", "clut", "clurent", "clu"),
    "suivre": ("suit", "suivent", "suiv", "suivr", "suivit", "suivirent", "suivi"),
    "vaincre": ("vainc", "vainquent", "vainqu", "vaincr", "vainquit", "vainquirent", "vaincu"),
    "rompre": ("rompt", "rompent", "romp", "rompr", "rompit", "rompirent", "rompu"),
    "aindre": ("aint", "aignent", "aign", "aindr", "aignit", "aignirent", "aint"),
    "eindre": ("eint", "eignent", "eign", "eindr", "eignit", "eignirent", "eint"),
    "oindre": ("oint", "oignent", "oign", "oindr", "oignit", "oignirent", "oint"),
    "quérir": ("quiert", "quièrent", "quér", "querr", "quit", "quirent", "quis"),
    "courir": ("court", "courent", "cour", "courr", "courut", "coururent", "couru"),
    "ouvrir": ("ouvre", "ouvrent", "ouvr", "ouvrir", "ouvrit", "ouvrirent", "ouvert"),
    "offrir": ("offre", "offrent", "offr", "offrir", "offrit", "offrirent", "offert"),
    "cueillir": ("cueille", "cueillent", "cueill", "cueiller", "cueillit", "cueillirent", "cueilli"),
    "saillir": ("saille", "saillent", "saill", "saillir", "saillit", "saillirent", "sailli"),
    "servir": ("sert", "servent", "serv", "servir", "servit", "servirent", "servi"),
    "sentir": ("sent", "sentent", "sent", "sentir", "sentit", "sentirent", "senti"),
    "mentir": ("ment", "mentent", "ment", "mentir", "mentit", "mentirent", "menti"),
    "partir": ("part", "partent", "part", "partir", "partit", "partirent", "parti"),
    "sortir": ("sort", "sortent", "sort", "sortir", "sortit", "sortirent", "sorti"),
    "fuir": ("fuit", "fuient", "fuy", "fuir", "fuit", "fuirent", "fui"),
    "mourir": ("meurt", "meurent", "mour", "mourr", "mourut", "moururent", "mort"),
    "croire": ("croit", "croient", "croy", "croir", "crut", "crurent", "cru"),
    "devoir": ("doit", "doivent", "dev", "devr", "dut", "durent", "dû"),
    "pouvoir": ("peut", "peuvent", "pouv", "pourr", "put", "purent", "pu"),
    "vouloir": ("veut", "veulent", "voul", "voudr", "voulut", "voulurent", "voulu"),
    "savoir": ("sait", "savent", "sav", "saur", "sut", "surent", "su"),
    "avoir": ("a", "ont", "av", "aur", "eut", "eurent", "eu"),
    "être": ("est", "sont", "ét", "ser", "fut", "furent", "été"),
    "mouvoir": ("meut", "meuvent", "mouv", "mouvr", "mut", "murent", "mu"),
    "plaire": ("plaît", "plaisent", "plais", "plair", "plut", "plurent", "plu"),
    "aller": ("va", "vont", "all", "ir", "alla", "allèrent", "allé"),
    "asseoir": ("assied", "asseyent", "assey", "assiér", "assit", "assirent", "assis"),
}


_WE = {"dire": "disons", "faire": "faisons"}


def _stems(lemma: str) -> tuple[str, str, str, str, str, str, str] | None:
    for ending in sorted(_IRREGULAR, key=len, reverse=True):
        if lemma.endswith(ending):
            front = lemma[: -len(ending)]
            a, b, c, d, e, f, g = _IRREGULAR[ending]
            return front + a, front + b, front + c, front + d, front + e, front + f, front + g
    stem = lemma[:-2]
    if lemma.endswith("ir"):
        return (stem + "it", stem + "issent", stem + "iss", lemma, stem + "it", stem + "irent", stem + "i")
    if lemma.endswith("re"):
        mute = stem if stem.endswith(("d", "t")) else stem + "t"
        return (mute, stem + "ent", stem, lemma[:-1], stem + "it", stem + "irent", stem + "u")
    return None


def _first_group(lemma: str) -> set[str]:
    stem = lemma[:-2]
    soft = stem[:-1] + "ç" if stem.endswith("c") else stem + "e" if stem.endswith("g") else stem
    open_ = _open(stem)
    found = {open_ + "e", open_ + "ent", stem + "é", soft + "a", stem + "èrent", soft + "ait", soft + "aient"}
    found |= {soft + "ant", lemma, stem + "ée", stem + "és", stem + "ées"}
    for future in {lemma, open_ + "er"}:
        found |= {future + x for x in ("a", "ont", "ait", "aient")}
    found.add(soft + "ons")  # « nous attaquons », in what parties say of themselves
    if stem.endswith("y"):
        found |= {stem[:-1] + "ie", stem[:-1] + "ient", stem[:-1] + "iera", stem[:-1] + "ieront"}
    return found


def _open(stem: str) -> str:
    """The stem before a mute e: lever -> lèv, accéder -> accèd, appeler -> appell, jeter -> jett; verser keeps vers."""
    if stem.endswith(("appel", "rappel", "jet", "rejet", "projet")):
        return stem + stem[-1]
    for i, vowels in ((2, "eé"), (3, "é")):
        rest = stem[-i + 1 :]
        if len(stem) >= i and stem[-i] in vowels and not set(rest) & set("aeiouyéx"):
            return stem[:-i] + "è" + rest
    return stem


def forms(lemma: str) -> frozenset[str]:
    """The third-person, infinitive and participle forms of ``lemma`` (lower case), empty for what is no infinitive."""
    if lemma.endswith("er") and not lemma.endswith("aller"):
        return frozenset(_first_group(lemma) - {"étaient"})  # of être, whatever « étayer » may do
    stems = _stems(lemma)
    if stems is None:
        return frozenset()
    one, many, imperfect, future, past, past_many, done = stems
    found = {lemma, one, many, past, past_many, imperfect + "ait", imperfect + "aient", imperfect + "ant"}
    found |= {future + x for x in ("a", "ont", "ait", "aient")} | {done, done + "e", done + "es"}
    found.add(done if done.endswith("s") else done + "s")
    if lemma not in {"avoir", "être"}:
        found.add(_WE.get(lemma, imperfect + "ons"))
    return frozenset(found)


def participles(lemma: str) -> frozenset[str]:
    """The past participle in its four forms."""
    if lemma.endswith("er"):
        stem = lemma[:-2]
        return frozenset({stem + "é", stem + "ée", stem + "és", stem + "ées"})
    stems = _stems(lemma)
    if stems is None:
        return frozenset()
    done = stems[6]
    return frozenset({done, done + "e", done + "es", done if done.endswith("s") else done + "s"})


def is_conditional(form: str, lemma: str) -> bool:
    """Whether ``form`` is a third person of the conditional of ``lemma``."""
    if not form.endswith(("rait", "raient")):
        return False
    stem = form.removesuffix("aient").removesuffix("ait")
    if lemma.endswith("er") and lemma != "aller":
        return stem in {lemma, _open(lemma[:-2]) + "er"}
    stems = _stems(lemma)
    return stems is not None and stems[3] == stem
