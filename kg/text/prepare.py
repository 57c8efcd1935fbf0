"""Preparation before the parse: names and prepositions of several words, quotations, brackets, clauses of saying.

In: the tokens of a paragraph. Out: units to parse, with stand-in words for the parser and offsets untouched.
"""

from __future__ import annotations

import re
from dataclasses import replace

from kg.text.folding import plain
from kg.text.layout import Piece, Unit, is_quote, number_quotes, split_sentences
from kg.text.names import NameIndex
from kg.text.saying import SayingCutter
from kg.text.standins import SINGULAR_VERB, stand_in
from kg.text.tokens import Alias
from kg.text.wordlists import Wordlists
from kg.vocabulary import Vocabulary

_SURNAME = re.compile(r"(?:al|el|ad|ar|as|ash|at|an|ed|ul)-[A-ZÀ-Ý]")
_PARTICLES = frozenset("ag ould wuld ben bin ibn al el abu abou von van".split())
_ELIDED = frozenset("de d' d’ du des à l' l’ la le les au aux".split())
_CONTRACTIONS = {"de": {"de", "du", "des", "d'", "d’"}, "à": {"à", "au", "aux"}, "le": {"le", "la", "les", "l'", "l’"}}
_ARTICLES = frozenset("le la les l' l’ un une des cette cet ce ces son sa ses leur leurs du".split())
_THAT = frozenset({"que", "qu'", "qu’", "avoir", "être"})
_OBJECT_AFTER = frozenset(
    "le la les l' l’ un une des plusieurs son sa ses leur leurs que qu' qu’ toute tout ce cet cette ces".split()
)
_INVERTED = frozenset("le la l' l’ les un une".split())
_ADVERBS = frozenset("désormais toujours aussi encore déjà également ensuite aujourd'hui parfois souvent ainsi".split())
_BESIDE = frozenset("aux contre avec pour dans à au sur de d' d’ en".split())
_NOT = frozenset({"ne", "n'", "n’"})
_GAP = 2
"""Characters between the parts of a name; a « M. » that was taken out leaves more."""
_INFINITIVES = frozenset("avoir être n'avoir n’avoir".split())
_AUXILIARIES = frozenset("a ont avait avaient aurait auraient aura auront est sont était étaient ayant été".split())
_HAVE = frozenset("a ont avait avaient aurait auraient aura auront ayant".split())
_PRONOUNS = frozenset({"le", "la", "l'", "l’", "les"})
_BEHIND_VERB = frozenset({".", "à", "au", "aux"})
_VERB_BEFORE = frozenset("qui ils elles il elle on se s' s’ ne n' n’ y lui".split())
_TITLE = re.compile(r"[A-ZÀ-Ý][^\W\d_]*(?:[-'’][^\W_]+)*\Z")
_FUNCTION = frozenset(
    """le la les l' l’ un une des du de d' d’ au aux à en dans sur pour par avec contre entre selon depuis après avant
    vers chez sans sous mais et ou or ni car donc si quand comme lorsque alors ainsi puis il elle ils elles on nous vous
    je tu ce cet cette ces ceux celui celle son sa ses leur leurs mon ma mes notre nos votre vos qui que quoi dont où
    plusieurs certains certaines deux trois quatre cinq six sept huit neuf dix cent mille chaque tout toute tous toutes
    aucun aucune quelques autre autres face malgré outre pendant durant dès jusqu' hier aujourd'hui demain lundi mardi
    mercredi jeudi vendredi samedi dimanche janvier février mars avril mai juin juillet août septembre octobre novembre
    décembre interrogé joint rappelons pourtant cependant toutefois enfin ensuite aussi même m. mme dr""".split()
)


class Preparer:
    """Prepares paragraphs with the names and words of one vocabulary."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.words = Wordlists(vocabulary)
        self._names = NameIndex(vocabulary.gazetteer)
        self._types = {entry.id: entry.type for entry in vocabulary.gazetteer.values()}
        self._cutter = SayingCutter(self.words)
        self._prepositions: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for parts, slot in self.words.prepositions:
            self._prepositions.setdefault(parts[0], []).append((parts, slot))

    def units(self, text: str, offset: int, pieces: list[Piece], paragraph: int, first: int) -> list[Unit]:
        """The units of one paragraph, numbered on from ``first``; ``offset`` is where ``text`` begins."""
        pieces = number_quotes(pieces)
        pieces = self._merge_names(text, offset, pieces)
        pieces = self._merge_capitals(pieces)
        pieces = self._merge_prepositions(pieces)
        units: list[Unit] = []
        for sentence in split_sentences(pieces):
            question = any(p.text == "?" for p in sentence[-2:])
            for part, tag_of in self._cutter.cut(sentence):
                kept, aliases = _brackets(part, self.words)
                kept = [p for p in kept if not is_quote(p)]
                while kept and kept[0].text in {",", "-", "–", "—", ":"}:
                    kept = kept[1:]
                    aliases = tuple(replace(a, token=a.token - 1) for a in aliases if a.token > 0)
                number = first + len(units)
                kept = self._sure_verbs(kept)
                units.append(
                    Unit(
                        i=number,
                        pieces=self._parsed(kept),
                        paragraph=paragraph,
                        tag_of=None if tag_of is None else number + tag_of,
                        question=question,
                        aliases=_renumber(aliases, part, kept),
                    )
                )
        return units

    def _parsed(self, pieces: list[Piece]) -> tuple[Piece, ...]:
        beside: list[Piece | None] = [None, *pieces, None]
        return tuple(stand_in(beside[k], piece, beside[k + 2], self.words) for k, piece in enumerate(pieces))

    def lemma(self, piece: Piece, lemma: str, pos: str, morph: frozenset[str]) -> str:
        """The lemma to use: the form table's for a known verb, the lexicon's for a known noun, else the tagger's."""
        if piece.lemma:
            return piece.lemma
        if piece.name:
            return piece.text
        lower = piece.text.lower()
        if pos in {"VERB", "AUX"}:
            known = self.words.verb_forms.get(lower, frozenset())
            kept = not known or lemma in known or lemma == "être"  # « étaient », not of « étayer »
            return lemma if kept else sorted(known)[0]
        lemma = lemma.lower()
        if pos in {"NOUN", "ADJ", "PROPN"} and lemma not in self.words.nouns | self.words.adjectives:
            for guess in (lower, lower.removesuffix("s"), lower.removesuffix("x"), lower.removesuffix("es")):
                if guess in self.words.nouns or guess in self.words.adjectives:
                    return guess
        return lemma

    def _merge_names(self, text: str, offset: int, pieces: list[Piece]) -> list[Piece]:
        found = {offset + f.start: f for f in self._names.find(text)}
        merged: list[Piece] = []
        i = 0
        while i < len(pieces):
            hit = found.get(pieces[i].start)
            if hit is not None:
                last = i
                while last < len(pieces) and pieces[last].end < offset + hit.end:
                    last += 1
                if last < len(pieces) and pieces[last].end == offset + hit.end:
                    if pieces[i].text.lower() in {"l'", "l’"} and last > i:
                        merged.append(pieces[i])  # « l'Élysée »: the parser is to see the article
                        i += 1
                    merged.append(self._join(pieces[i : last + 1], hit.strong, hit.weak, text, offset))
                    i = last + 1
                    continue
            merged.append(pieces[i])
            i += 1
        return merged

    def _join(
        self, parts: list[Piece], strong: tuple[str, ...], weak: tuple[str, ...], text: str, offset: int
    ) -> Piece:
        start, end = parts[0].start, parts[-1].end
        whole = text[start - offset : end - offset]
        word = "" if len(parts) == 1 else self._stand_in(parts[0].text, strong or weak)
        return replace(parts[0], text=whole, end=end, word=word, name=True, known=strong, weak=weak)

    def _stand_in(self, head: str, ids: tuple[str, ...]) -> str:
        """What the parser sees in the place of a name of several words: its head noun, or its first word."""
        if head.lower() in self.words.nouns:
            return head.lower()
        if ids and self.words.vocabulary.is_a(self._types.get(ids[0], ""), "Place"):
            return "Paris"
        return head

    def _merge_capitals(self, pieces: list[Piece]) -> list[Piece]:
        merged: list[Piece] = []
        i = 0
        while i < len(pieces):
            j = i
            if self._capital(pieces, i):
                j = i + 1
                while j < len(pieces) and pieces[j].start - pieces[j - 1].end <= _GAP:
                    if (self._capital(pieces, j) or _SURNAME.match(pieces[j].text)) and not pieces[j].known:
                        j += 1
                    elif pieces[j].text.lower() in _PARTICLES and j + 1 < len(pieces) and self._capital(pieces, j + 1):
                        j += 2
                    else:
                        break
            known = pieces[j].known if self._first_name(pieces, i, j) else ()
            j += bool(known) or self._namesake(pieces, i, j)
            if j > i + 1 and not pieces[i].known:
                whole = " ".join(p.text for p in pieces[i:j])
                weak = tuple(sorted({w for p in pieces[i:j] for w in p.weak}))
                parts = replace(pieces[i], text=whole, end=pieces[j - 1].end, word=pieces[i].text)
                merged.append(replace(parts, name=True, known=known, weak=weak))
                i = j
            else:
                merged.append(pieces[i])
                i += 1
        return merged

    def _first_name(self, pieces: list[Piece], i: int, j: int) -> bool:
        """« Adnan » before the known name of a person: one of the first names that the gazetteer leaves out."""
        if not 0 < i < j < len(pieces) or pieces[i].known or not (ids := pieces[j].known):
            return False
        begins = pieces[i - 1].text in {".", "!", "?", ":", ";", "-"} or is_quote(pieces[i - 1])
        return not begins and all(self.words.vocabulary.is_a(self._types.get(id_, ""), "Person") for id_ in ids)

    def _namesake(self, pieces: list[Piece], i: int, j: int) -> bool:
        """« Ali Bobo », « Radio Kidal »: a place's name at the end of another name is a part of that."""
        if not 0 < i < j < len(pieces) or not (ids := (*pieces[j].known, *pieces[j].weak)):
            return False
        begins = pieces[i - 1].text in {".", "!", "?", ":", ";", "-"} or is_quote(pieces[i - 1])
        placed = all(self.words.vocabulary.is_a(self._types.get(id_, ""), "Place") for id_ in ids)
        return placed and not begins and not pieces[i].known and pieces[j].start - pieces[j - 1].end == 1

    def _capital(self, pieces: list[Piece], i: int) -> bool:
        piece = pieces[i]
        if piece.name and not piece.text[:1].isupper():
            return False
        lower = piece.text.lower()
        if (
            lower in _FUNCTION
            or lower in self.words.demonyms
            or not _TITLE.match(piece.text.split()[0] if piece.name else piece.text)
        ):
            return False
        begins = i == 0 or pieces[i - 1].text in {".", "!", "?", ":", ";", "-"} or is_quote(pieces[i - 1])
        return not (
            lower in self.words.nouns or plain(lower) in self.words.nouns or (begins and lower in self.words.verb_forms)
        )

    def _merge_prepositions(self, pieces: list[Piece]) -> list[Piece]:
        merged: list[Piece] = []
        i = 0
        while i < len(pieces):
            first = pieces[i].text.lower().replace("’", "'")
            hit = next((p for p in self._prepositions.get(first, ()) if _matches(pieces, i, p[0])), None)
            if hit is None:
                merged.append(pieces[i])
                i += 1
                continue
            parts, slot = hit
            last = pieces[i + len(parts) - 1]
            text = " ".join(p.text for p in pieces[i : i + len(parts)])
            merged.append(replace(pieces[i], text=text, end=last.end, word="avec", lemma=slot.replace("'_", "'")))
            i += len(parts)
        return merged

    def _sure_verbs(self, pieces: list[Piece]) -> list[Piece]:
        """« qui leur livre », « que commande X »: after such words a form that could be a noun is a verb."""
        marked = list(pieces)
        for k in range(1, len(pieces)):
            lower = pieces[k].text.lower()
            if lower == "devant" and k + 1 < len(pieces) and pieces[k + 1].text.lower() in _OBJECT_AFTER:
                marked[k] = replace(pieces[k], word="chez", lemma="devant")  # « devant les députés », not of « devoir »
                continue
            if lower.endswith("ment") and pieces[k - 1].text.lower() in _AUXILIARIES and lower not in self.words.nouns:
                marked[k] = replace(pieces[k], word="déjà")  # an adverb between auxiliary and participle
                continue
            if lower.endswith("i") and pieces[k - 1].text.lower() in _HAVE and self._participle(lower):
                marked[k] = replace(pieces[k], word="pris")  # « a investi P »
                continue
            if lower.endswith("é") and lower in self.words.speech_forms and self._says(pieces, k):
                marked[k] = replace(pieces[k], word="affirmé")
                continue
            if (
                pieces[k].word
                or pieces[k].name
                or lower in _FUNCTION
                or lower not in self.words.verb_forms
                or not (lower.endswith("e") or self._singular(lower))
            ):
                continue
            before = pieces[k - 1].text.lower()
            two = pieces[k - 2].text.lower() if k > 1 else ""
            after = pieces[k + 1] if k + 1 < len(pieces) else None
            that = k + 1 < len(pieces) and pieces[k + 1].text.lower() in {"que", "qu'", "qu’"}
            if that and lower in self.words.speech_forms and pieces[k - 1].text.lower() not in _ARTICLES:
                marked[k] = replace(pieces[k], word="dit")
                continue
            pronoun = before in _PRONOUNS and k > 1 and pieces[k - 2].name and after is not None
            if pronoun and after is not None and after.text.lower() in _BEHIND_VERB:
                marked[k] = replace(pieces[k], word=SINGULAR_VERB)  # « Kigali le nie. »
                continue
            joined = before in {"et", ",", "mais"} and after is not None and after.text.lower() in _INFINITIVES
            if joined and lower in self.words.speech_forms:
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
            nominal = object_ is not None and (object_.name or object_.text.lower() in _INVERTED)
            inverted = before in {"que", "qu'", "qu’"} and nominal
            # « X, que pilote Y, forme désormais la … »: a noun has no article behind it
            resumed = before == "," and nominal and object_ is not None and not object_.name
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
        listed = next_ in {",", "et"} and k + 2 < len(pieces) and pieces[k + 2].text.lower() in self.words.verb_forms
        # « X combat aux côtés de Y », « X proteste contre Y »
        with_whom = next_.partition(" ")[0] in _BESIDE and (lower.endswith("t") or lower not in self.words.nouns)
        return subject and (
            after.name
            or listed
            or next_ in _OBJECT_AFTER
            or next_ in {"avoir", "être"}
            or (next_ in _NOT | {"y"} and lower in self.words.speech_forms)  # « X jure n'avoir … », « nie y être »
            or with_whom
            or self._infinitive(next_)
        )

    def _participle(self, form: str) -> bool:
        """A past participle of a verb of the lexicon that is no noun of it."""
        return form in self.words.nonfinite and form not in self.words.nouns

    def _says(self, pieces: list[Piece], k: int) -> bool:
        """« a toujours nié soutenir X »: a participle of saying with its auxiliary and its infinitive."""
        had = any(p.text.lower() in _AUXILIARIES for p in pieces[max(0, k - 2) : k])
        return had and k + 1 < len(pieces) and self._infinitive(pieces[k + 1].text.lower())

    def _infinitive(self, form: str) -> bool:
        return form in self.words.verb_forms.get(form, ())

    def _singular(self, form: str) -> bool:
        """A present in the third person: « finance » of « financer », « combat » of « combattre »."""
        if form.endswith("t") and form not in self.words.nonfinite and form not in self.words.nouns:
            return True
        regular = (v for v in self.words.verb_forms[form] if v.endswith(("er", "tre")))
        return any(form in {v[:-1], v[:-3]} or (form.endswith("e") and v.endswith("er")) for v in regular)

    def _subject(self, article: Piece, noun: Piece) -> bool:
        return (
            article.text.lower() in {"le", "la", "les", "l'", "l’"} and self.words.head(noun.text.lower()) is not None
        )


def _matches(pieces: list[Piece], i: int, parts: tuple[str, ...]) -> bool:
    if i + len(parts) > len(pieces):
        return False
    for k, part in enumerate(parts):
        text = pieces[i + k].text.lower().replace("’", "'")
        if text != part and not (text in _CONTRACTIONS.get(part, ()) and (k or len(parts) == 1)):
            return False
    return True


def _brackets(pieces: list[Piece], words: Wordlists) -> tuple[list[Piece], tuple[Alias, ...]]:
    """Take brackets out: a bracketed name becomes an alias of what precedes it, a clause keeps commas round it."""
    kept: list[Piece] = []
    aliases: list[Alias] = []
    i = 0
    while i < len(pieces):
        close = next((k for k in range(i, len(pieces)) if pieces[k].text in {")", "]"}), None)
        if pieces[i].text not in {"(", "["} or close is None:
            if pieces[i].text not in {"(", ")", "[", "]"}:
                kept.append(pieces[i])
            i += 1
            continue
        inside = [p for p in pieces[i + 1 : close] if not is_quote(p)]
        first = inside[0] if inside else None
        if (
            first is not None
            and kept
            and (len(inside) == 1 or inside[1].text in {",", ";", "/"})
            and _names_something(first)
        ):
            aliases.append(
                Alias(token=len(kept) - 1, text=first.text, start=first.start, end=first.end, known=first.known)
            )
        elif len(inside) > 2 and any(
            p.text.lower() in words.verb_forms or p.text.lower() in words.adjectives for p in inside
        ):
            kept.append(replace(pieces[i], text=","))
            kept.extend(inside)
            kept.append(replace(pieces[close], text=","))
        i = close + 1
    return kept, tuple(aliases)


def _names_something(piece: Piece) -> bool:
    return bool(piece.known) or sum(c.isupper() for c in piece.text) >= 2


def _renumber(aliases: tuple[Alias, ...], part: list[Piece], kept: list[Piece]) -> tuple[Alias, ...]:
    """Aliases with ``token`` counted among the pieces that are left: the last one that ends before the bracket."""
    found = []
    for alias in aliases:
        before = [k for k, piece in enumerate(kept) if piece.end <= alias.start]
        if before:
            found.append(replace(alias, token=before[-1]))
    return tuple(found)
