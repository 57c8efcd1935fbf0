"""Forms that could be nouns and are verbs where they stand: « qui leur livre », « X finance Y », « nous attaquons ».

In: the pieces of a sentence. Out: the same with words in their place that every tagger knows for verbs.
"""

from __future__ import annotations

from dataclasses import replace

from kg.text.layout import Piece
from kg.text.standins import FIRST_PLURAL, SINGULAR_VERB
from kg.text.wordlists import Wordlists

_ARTICLES = frozenset("le la les l' l’ un une des cette cet ce ces son sa ses leur leurs du".split())
_THAT = frozenset({"que", "qu'", "qu’", "avoir", "être"})
_OBJECT_AFTER = frozenset(
    "le la les l' l’ un une des plusieurs son sa ses leur leurs que qu' qu’ toute tout ce cet cette ces".split()
)
_INVERTED = frozenset("le la l' l’ les un une".split())
_ADVERBS = frozenset("désormais toujours aussi encore déjà également ensuite aujourd'hui parfois souvent ainsi".split())
_BESIDE = frozenset("autour près aux contre avec pour dans à au sur de d' d’ en".split())
_NOT = frozenset({"ne", "n'", "n’"})
_INFINITIVES = frozenset("avoir être n'avoir n’avoir".split())
_AUXILIARIES = frozenset("a ont avait avaient aurait auraient aura auront est sont était étaient ayant été".split())
_HAVE = frozenset("a ont avait avaient aurait auraient aura auront ayant".split())
_PRONOUNS = frozenset({"le", "la", "l'", "l’", "les"})
_BEHIND_VERB = frozenset({".", "à", "au", "aux"})
_BEHIND_WE = frozenset("ne n' n’ le la les l' l’ leur lui y en".split())
_ADJUNCTS = frozenset("chaque depuis dès pendant outre selon via durant".split())
"""Prepositions of adjuncts that stand between a verb and its object, a comma before them or not."""
_VERB_BEFORE = frozenset("qui ils elles il elle on se s' s’ ne n' n’ y lui".split())
FUNCTION = frozenset(
    """le la les l' l’ un une des du de d' d’ au aux à en dans sur pour par avec contre entre selon depuis après avant
    vers chez sans sous mais et ou or ni car donc si quand comme lorsque alors ainsi puis il elle ils elles on nous vous
    je tu ce cet cette ces ceux celui celle son sa ses leur leurs mon ma mes notre nos votre vos qui que quoi dont où
    plusieurs certains certaines deux trois quatre cinq six sept huit neuf dix cent mille chaque tout toute tous toutes
    aucun aucune quelques autre autres face malgré outre pendant durant dès jusqu' hier aujourd'hui demain lundi mardi
    mercredi jeudi vendredi samedi dimanche janvier février mars avril mai juin juillet août septembre octobre novembre
    décembre interrogé joint rappelons pourtant cependant toutefois enfin ensuite aussi même m. mme dr""".split()
)
"""Words that are never names or verbs."""


class SureVerbs:
    """Marks them with the words of one lexicon."""

    def __init__(self, words: Wordlists) -> None:
        self._words = words

    def mark(self, pieces: list[Piece]) -> list[Piece]:
        """« qui leur livre », « que commande X »: after such words a form that could be a noun is a verb."""
        marked = list(pieces)
        for k in range(1, len(pieces)):
            lower = pieces[k].text.lower()
            if lower == "devant" and k + 1 < len(pieces) and pieces[k + 1].text.lower() in _OBJECT_AFTER:
                marked[k] = replace(pieces[k], word="chez", lemma="devant")  # « devant les députés », not of « devoir »
                continue
            if lower.endswith("ment") and pieces[k - 1].text.lower() in _AUXILIARIES and lower not in self._words.nouns:
                marked[k] = replace(pieces[k], word="déjà")  # an adverb between auxiliary and participle
                continue
            if lower.endswith("ons") and lower in self._words.verb_forms and _we(pieces, k):
                marked[k] = replace(pieces[k], word=FIRST_PLURAL)  # « nous les combattons »
                continue
            if lower.endswith("i") and pieces[k - 1].text.lower() in _HAVE and self._participle(lower):
                marked[k] = replace(pieces[k], word="pris")  # « a investi P »
                continue
            if lower.endswith("é") and lower in self._words.speech_forms and self._says(pieces, k):
                marked[k] = replace(pieces[k], word="affirmé")
                continue
            if (
                pieces[k].word
                or pieces[k].name
                or lower in FUNCTION
                or lower not in self._words.verb_forms
                or not (lower.endswith("e") or self._singular(lower))
            ):
                continue
            before = pieces[k - 1].text.lower()
            two = pieces[k - 2].text.lower() if k > 1 else ""
            after = pieces[k + 1] if k + 1 < len(pieces) else None
            that = k + 1 < len(pieces) and pieces[k + 1].text.lower() in {"que", "qu'", "qu’"}
            if that and lower in self._words.speech_forms and pieces[k - 1].text.lower() not in _ARTICLES:
                marked[k] = replace(pieces[k], word="dit")
                continue
            if two in {"que", "qu'", "qu’"} and pieces[k - 1].name and self._singular(lower):
                marked[k] = replace(pieces[k], word=SINGULAR_VERB)  # « une thèse que Cotonou juge grotesque »
                continue
            pronoun = before in _PRONOUNS and k > 1 and pieces[k - 2].name and after is not None
            if pronoun and after is not None and after.text.lower() in _BEHIND_VERB:
                marked[k] = replace(pieces[k], word=SINGULAR_VERB)  # « Kigali le nie. »
                continue
            joined = before in {"et", ",", "mais"} and after is not None and after.text.lower() in _INFINITIVES
            if joined and lower in self._words.speech_forms:
                marked[k] = replace(pieces[k], word="dit")  # « X salue Y et nie avoir … »
                continue
            if self._between_parties(marked, k):
                after_text = pieces[k + 1].text.lower()
                said = after_text in _THAT | _NOT | {"y"} or after_text.endswith(("r", "re", "oir"))
                marked[k] = replace(pieces[k], word="dit" if said else SINGULAR_VERB)
                continue
            if not lower.endswith("e"):
                continue
            clitic = before in _VERB_BEFORE or (
                before in {"leur", "le", "la", "les", "l'", "nous", "en"}
                and two in {"qui", "ne", "n'", "il", "elle", "on"}
            )
            object_ = self._behind(pieces, k)
            named = object_ is not None and (object_.name or object_.text[:1].isupper())
            nominal = object_ is not None and (named or object_.text.lower() in _INVERTED)
            inverted = before in {"que", "qu'", "qu’"} and nominal
            # « X, que pilote Y, forme désormais la … »: a noun has no article behind it
            resumed = before == "," and nominal and not named
            if clitic or inverted or resumed:
                marked[k] = replace(pieces[k], word=SINGULAR_VERB)
        return marked

    def _behind(self, pieces: list[Piece], k: int) -> Piece | None:
        """What follows a verb, adverbs aside: « que finance en partie le Qatar »."""
        for piece in pieces[k + 1 : k + 4]:
            lower = piece.text.lower()
            if piece.word != "aussi" and lower not in _ADVERBS and not (lower.endswith("ment") and len(lower) > 6):
                return piece
        return None

    def _between_parties(self, pieces: list[Piece], k: int) -> bool:
        """« Le Qatar finance le Hamas », « L'Iran nie avoir … »: a present form after a name and before its object."""
        lower = pieces[k].text.lower()
        if k + 1 >= len(pieces) or not self._singular(lower):
            return False
        before, after = pieces[k - 1], pieces[k + 1]
        shared = before.text in {",", "et"} and k > 1 and pieces[k - 2].word == SINGULAR_VERB
        subject = before.name or shared or (k > 1 and self._subject(pieces[k - 2], before))
        next_ = after.text.lower()
        listed = next_ in {",", "et"} and k + 2 < len(pieces) and pieces[k + 2].text.lower() in self._words.verb_forms
        # « X combat aux côtés de Y », « X proteste contre Y »
        with_whom = next_.partition(" ")[0] in _BESIDE and (
            before.name or lower.endswith("t") or lower not in self._words.nouns
        )
        return subject and (
            after.name
            or listed
            or next_ in _OBJECT_AFTER
            or next_ in {"avoir", "être"}
            or (next_ in _NOT | {"y"} and lower in self._words.speech_forms)  # « X jure n'avoir … », « nie y être »
            or with_whom
            or self._infinitive(next_)
            # taggers know the other forms for verbs; a wrong word in their place would cost what follows
            or (before.name and ((lower.endswith("e") and self._adjunct(pieces, k + 1)) or self._thing(next_)))
        )

    def _thing(self, form: str) -> bool:
        """« fournit drones et renseignements »: what the lexicon knows as a thing given, without an article."""
        return any(form.removesuffix("s") in lemmas for lemmas in self._words.content.values())

    def _adjunct(self, pieces: list[Piece], k: int) -> bool:
        """« Le Qatar verse chaque mois … », « finance, outre X, Y »."""
        comma = pieces[k].text == "," and k + 1 < len(pieces)
        return pieces[k + comma].text.lower().partition(" ")[0] in _ADJUNCTS

    def _participle(self, form: str) -> bool:
        """A past participle of a verb of the lexicon that is no noun of it."""
        return form in self._words.nonfinite and form not in self._words.nouns

    def _says(self, pieces: list[Piece], k: int) -> bool:
        """« a toujours nié soutenir X »: a participle of saying with its auxiliary and its infinitive."""
        had = any(p.text.lower() in _AUXILIARIES for p in pieces[max(0, k - 2) : k])
        return had and k + 1 < len(pieces) and self._infinitive(pieces[k + 1].text.lower())

    def _infinitive(self, form: str) -> bool:
        return form in self._words.verb_forms.get(form, ())

    def _singular(self, form: str) -> bool:
        """A present in the third person: « finance » of « financer », « combat » of « combattre »."""
        if form.endswith("t") and form not in self._words.nonfinite and form not in self._words.nouns:
            return True
        regular = (v for v in self._words.verb_forms[form] if v.endswith(("er", "tre")))
        return any(form in {v[:-1], v[:-3]} or (form.endswith("e") and v.endswith("er")) for v in regular)

    def _subject(self, article: Piece, noun: Piece) -> bool:
        return (
            article.text.lower() in {"le", "la", "les", "l'", "l’"} and self._words.head(noun.text.lower()) is not None
        )


def _we(pieces: list[Piece], k: int) -> bool:
    """« nous », with nothing but short pronouns behind it."""
    before = k - 1
    while before >= 0 and pieces[before].text.lower() in _BEHIND_WE:
        before -= 1
    return before >= 0 and pieces[before].text.lower() == "nous"
