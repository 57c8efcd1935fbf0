"""Cutting clauses of saying off a sentence before the parse.

« CONTENT », a déclaré à l'AFP X / CONTENT, a indiqué X. / SUBJECT, a indiqué X, PREDICATE / X déclare : « CONTENT »
"""

from __future__ import annotations

from kg.text.layout import CLOSING, OPENING, STRAIGHT, Piece, is_quote
from kg.text.merging import TIME
from kg.text.wordlists import Wordlists

_AUXILIARIES = frozenset("a ont avait avaient aurait auraient a-t-il a-t-elle ont-ils ont-elles est était".split())
_BETWEEN = frozenset(
    """-t-il -t-elle -t-on -il -elle -ils -elles il elle ils elles t ainsi aussi également encore notamment
    pour sa leur part par ailleurs en outre de son côté alors ensuite toutefois cependant déjà d'abord""".split()
)
_BEFORE_SAYING = _AUXILIARIES | _BETWEEN
_SELF = frozenset({"se", "s'", "s’"})
_ARTICLES = frozenset("le la l' l’ les un une son sa ses leur leurs".split())
_RELATIVES = frozenset("qui que qu' qu’ dont où".split())
_THAT = frozenset({"que", "qu'", "qu’"})
_LINKING = frozenset({",", ";", ":", "et", "ou", "que", "qu'", "qu’", "de", "d'", "d’", "à", "contre", "dans"})
_LONG = 8
"""The speaker after the verb is named in fewer words."""
_CLITICS = frozenset("-t-il -t-elle -t-on -il -elle -ils -elles".split())
_CIRCUMSTANCES = frozenset("à au aux dans dès devant en lors par sur hier lundi mardi mercredi jeudi vendredi".split())
_NOUNS = frozenset("rapports notes annonces".split())
_KEEN = frozenset("tient tiennent tenait tenaient tenu".split())
_CLEFT = frozenset({"c'", "c’", "ce"})
_FINITE = frozenset("a ont est sont avait avaient était étaient sera seront fut furent aurait auraient va vont".split())
_CONTINUES = frozenset("que qu' qu’ de d' d’ avoir être vouloir et ou".split())

Part = tuple[list[Piece], int | None]


class SayingCutter:
    """Finds clauses of saying by the forms of the lexicon's verbs of speech."""

    def __init__(self, words: Wordlists) -> None:
        self._words = words

    def cut(self, sentence: list[Piece]) -> list[Part]:
        """Parts of a sentence in order; the second member says, relative to the part, which part it attributes."""
        colon = self._colon(sentence)
        if colon is not None:
            first = self.cut(sentence[:colon]) if sentence[0].text in OPENING or sentence[0].text in STRAIGHT else []
            if len(first) < 2:  # « « Faux », dit X, qui … : « … » »: who spoke goes on
                first = [(sentence[:colon], 1)]
            return [*first, *self.cut(sentence[colon + 1 :])]
        colon = self._clause_colon(sentence)
        if colon is not None:
            first, rest = self.cut(sentence[:colon]), self.cut(sentence[colon + 1 :])
            if len(first) == 1 and self._announces(sentence[:colon]):
                first = [(sentence[:colon], 1)]
            return [*first, *rest]
        for k in range(1, len(sentence)):
            after = self._speech_at(sentence, k)
            if after is not None:
                return self._split(sentence, k, after)
        return [(sentence, None)]

    def _colon(self, sentence: list[Piece]) -> int | None:
        for k in range(1, len(sentence) - 2):
            following = sentence[k + 1]
            if sentence[k].text == ":" and (following.text in OPENING or following.text in STRAIGHT):
                return k
        return None

    def _clause_colon(self, sentence: list[Piece]) -> int | None:
        """A colon between two clauses, each with a verb."""
        for k in range(3, len(sentence) - 3):
            if sentence[k].text == ":" and self._verb(sentence[:k]) and self._verb(sentence[k + 1 :]):
                return k
        return None

    def _announces(self, pieces: list[Piece]) -> bool:
        """« La mission s'en défend : ses hommes … », « X l'écrivait dès mars : … »: says what follows, nothing else."""
        auxiliary = reflexive = False
        for i, piece in enumerate(pieces):
            word = piece.text.lower()
            if piece.quote or word in _RELATIVES:
                return False
            forms = self._words.speech_participles if auxiliary else self._words.speech_forms
            if reflexive:
                forms = forms | self._words.reflexive_participles | self._words.reflexive_forms
            if word in forms and word not in _NOUNS and not self._acts(word):
                after = [p.text.lower() for p in pieces[i + 1 :] if p.lemma != TIME]
                return not after or (after[0] in _CIRCUMSTANCES and not self._verb(pieces[i + 1 :]))
            auxiliary = auxiliary or word in _AUXILIARIES
            reflexive = reflexive or word in _SELF
        return False

    def _acts(self, form: str) -> bool:
        """« X a riposté : … » may tell of a deed."""
        return any(self._words.entries("verb", lemma) for lemma in self._words.verb_forms.get(form, ()))

    def _verb(self, pieces: list[Piece]) -> bool:
        """Whether a finite verb stands among the pieces, as far as forms tell."""
        forms = ((p, p.text.lower()) for p in pieces if p.text != "A")  # « A Bamako, X … »
        return any(form in _FINITE or (self._finite(form) and not p.name) for p, form in forms)

    def _finite(self, form: str) -> bool:
        words = self._words
        return form in words.verb_forms and form not in words.nonfinite and not form.endswith("ant")

    def _speech_at(self, sentence: list[Piece], k: int) -> int | None:
        """The index after the verb of a clause of saying that begins at ``k``, or None."""
        before = sentence[k - 1]
        if (
            sentence[k].quote
            or not (before.text in {",", "–", "-", "—"} or _closes(before))
            or (k < 3 and not self._verdict(sentence[: k - 1]))
        ):
            return None
        i = self._as(sentence, k)
        quoted = _closes(before) or (k >= 2 and _closes(sentence[k - 2]))
        auxiliary = reflexive = False
        while i < len(sentence) and (
            sentence[i].lemma == "aussi"
            or sentence[i].text.lower() in _BEFORE_SAYING
            or self._manner(sentence[i])
            or (quoted and sentence[i].text.lower() in _SELF)  # « « … », s'indigne X »
        ):
            auxiliary = auxiliary or sentence[i].text.lower() in _AUXILIARIES
            reflexive = reflexive or sentence[i].text.lower() in _SELF
            i += 1
        i = self._keen(sentence, i)
        if i >= len(sentence):
            return None
        word = sentence[i].text.lower()
        forms = self._words.speech_participles if auxiliary else self._words.speech_finite
        if quoted and any(self._verb([p]) for p in sentence[:k] if p.quote):
            asides = self._words.quoting_forms & self._words.nonfinite
            forms = forms | (asides if auxiliary else self._words.quoting_forms - asides)
        if reflexive:
            forms = forms | (self._words.reflexive_participles if auxiliary else self._words.reflexive_forms)
        asked = sentence[i + 1].text.lower() if i + 1 < len(sentence) else ""
        told = word in self._words.speech_forms or word in self._words.sided_forms
        inverted = asked in _CLITICS and told  # « dit-il », « soutient-elle »
        if (
            word not in forms
            and not inverted
            and not (quoted and word in self._words.speech_forms)
            and not self._says(sentence, i)
            and not self._ends(sentence, k, i)
        ):
            return None
        following = sentence[i + 1].text.lower() if i + 1 < len(sentence) else ""
        alone = following in {"", "."} and not _inverted(sentence[k : i + 1])
        return None if alone or following in _CONTINUES else i + 1

    def _keen(self, sentence: list[Piece], i: int) -> int:
        """« …, tient à préciser X », « a tenu à souligner X »: where the verb of saying stands."""
        words = [p.text.lower() for p in sentence[i : i + 3]]
        keen = len(words) == 3 and words[0] in _KEEN and words[1] == "à" and words[2] in self._words.speech_forms
        return i + 2 if keen else i

    def _manner(self, piece: Piece) -> bool:
        """« a sèchement répondu »."""
        word = piece.text.lower()
        return word.endswith("ment") and word not in self._words.verb_forms and not piece.name

    def _as(self, sentence: list[Piece], k: int) -> int:
        """« …, comme l'assure X. »: behind « comme l' » where nothing follows the clause."""
        words = [p.text.lower() for p in sentence[k : k + 2]]
        last = all(p.text != "," for p in sentence[k:])
        return k + 2 if last and words in (["comme", "l'"], ["comme", "l’"], ["comme", "le"]) else k

    def _says(self, sentence: list[Piece], i: int) -> bool:
        """« Rien n'indique, dit le chercheur X, que … »; not « X, dit le Borgne »: a form that is a participle too."""
        if sentence[i].text.lower() not in self._words.speech_forms or i + 2 >= len(sentence):
            return False
        article, noun = (p.text.lower() for p in sentence[i + 1 : i + 3])
        known = self._words.first("head", noun) or self._words.first("title", noun)
        return article in _ARTICLES and sentence[i + 2].text.islower() and known is not None

    def _ends(self, sentence: list[Piece], k: int, i: int) -> bool:
        """« Le M23 obéit à Kigali, soutient Kinshasa. »: after a whole clause a verb that also takes sides says it."""
        if i != k or sentence[k].text.lower() not in self._words.sided_forms or sentence[k - 1].text != ",":
            return False
        rest = [p.text.lower() for p in sentence[i + 1 :]]
        if rest[:1] == ["par"]:
            return False  # « …, revendiquée par X. » is a participle
        content = sentence[: k - 1]
        verbs = sum(self._verb([p]) for p in content)
        relatives = sum(p.text.lower() in _RELATIVES for p in content)
        phrase = 0 < len(rest) < _LONG and not _LINKING.intersection(rest) and not self._verb(sentence[i + 1 :])
        return phrase and verbs > relatives and "," not in [p.text for p in content]

    def _split(self, sentence: list[Piece], k: int, after: int) -> list[Part]:
        content = sentence[: k - 1] if sentence[k - 1].text == "," else sentence[:k]
        if not self._complete(content):
            comma = next((j for j in range(after, len(sentence)) if sentence[j].text == ","), None)
            if comma is None or not self._predicate(sentence[comma + 1 :]):
                return [(sentence, None)]  # « Le ministre, X, a annoncé … »: the verb is the sentence's own
            return [(content + sentence[comma + 1 :], None), (sentence[k:comma], -1)]
        comma = next((j for j in range(after, len(sentence) - 1) if sentence[j].text == ","), None)
        goes_on = _THAT if content[0].text.lower() not in _CLEFT else _RELATIVES
        if comma is not None and sentence[comma + 1].text.lower() in goes_on and not sentence[comma + 1].quote:
            # « Rien n'indique, dit X, que … », « C'est X, dit Y, qui … »: the clause goes on
            return [(content + sentence[comma + 1 :], None), (sentence[k:comma], -1)]
        resume = self._resume(sentence, after)
        if resume is None:
            return [(content, None), (sentence[k:], -1)]
        rest = self.cut(sentence[resume:])
        return [
            (content, None),
            (sentence[k:resume], -1),
            *((p, -2 if t is None and n == 0 else t) for n, (p, t) in enumerate(rest)),
        ]

    def _predicate(self, pieces: list[Piece]) -> bool:
        """« X, a indiqué Y, a pris P »: a verb in front, no participle (« X a nié P, affirmant que … »)."""
        first = pieces[0].text.lower() if pieces else ""
        return self._verb(pieces) and not first.endswith("ant") and first not in _LINKING | _RELATIVES

    def _complete(self, content: list[Piece]) -> bool:
        """Whether there is a clause with a verb of its own, besides that of a relative clause (« X, qui …, a dit »)."""
        verbs = sum(self._verb([p]) for p in content)
        relatives = sum(p.text.lower() in {"qui", "dont"} and content[k - 1].text == "," for k, p in enumerate(content))
        return self._verdict(content) or any(p.quote for p in content[-3:]) or verbs > relatives

    def _verdict(self, content: list[Piece]) -> bool:
        """« Faux, répond X »."""
        return len(content) == 1 and self._words.first("verdict", content[0].text.lower()) is not None

    def _resume(self, sentence: list[Piece], after: int) -> int | None:
        """Where the quotation goes on after the clause of saying: a comma or stop, then an opening mark."""
        for j in range(after, len(sentence) - 2):
            opens = sentence[j + 1].text in OPENING or (sentence[j + 1].text in STRAIGHT and sentence[j + 2].quote)
            if sentence[j].text in {",", ":"} and opens:
                return j + 1
        return None


def _closes(piece: Piece) -> bool:
    return piece.text in CLOSING or (is_quote(piece) and piece.text in STRAIGHT)


def _inverted(pieces: list[Piece]) -> bool:
    return any(p.text.lower() in _CLITICS for p in pieces)
