"""Preparation before the parse: names and prepositions of several words, quotations, brackets, clauses of saying.

In: the tokens of a paragraph. Out: units to parse, with stand-in words for the parser and offsets untouched.
"""

from __future__ import annotations

import re
from dataclasses import replace

from kg.text.folding import plain
from kg.text.layout import Piece, Unit, bounded, is_quote, number_quotes, split_sentences
from kg.text.names import NameIndex
from kg.text.saying import SayingCutter
from kg.text.spelt import english, spelt_out
from kg.text.standins import elided, stand_in
from kg.text.sureverbs import FUNCTION, SureVerbs
from kg.text.tokens import Alias
from kg.text.wordlists import Wordlists
from kg.vocabulary import Vocabulary

_SURNAME = re.compile(r"(?:al|el|ad|ar|as|ash|at|an|ed|ul)-[A-ZÀ-Ý]")
_PARTICLES = frozenset("ag ould wuld ben bin ibn al el abu abou von van".split())
_ELIDED = frozenset("de d' d’ du des à l' l’ la le les au aux".split())
_CONTRACTIONS = {
    "de": {"de", "du", "des", "d'", "d’"},
    "à": {"à", "au", "aux"},
    "le": {"le", "la", "les", "l'", "l’"},
    "que": {"que", "qu'", "qu’"},
}
_DEGREES = frozenset(
    """total totale totaux quasi quasi-total quasi-totale complet complète effectif effective exclusif exclusive entier
    entière plein pleine direct directe partiel partielle ferme conjoint conjointe militaire actif active déclaré
    constant constante massif massive""".split()
)
"""Adjectives that say how much, inside a preposition: « sous le contrôle total de », « avec le soutien actif de »."""
_GAP = 2
"""Characters between the parts of a name; a « M. » that was taken out leaves more."""
_TITLE = re.compile(r"[A-ZÀ-Ý][^\W\d_]*(?:[-'’][^\W_]+)*\Z")


_ARTICLES = frozenset({"le", "la", "les", "l'", "l’"})
LIST = "("
"""Lemma of the comma in the place of a bracket round a list of names."""


class Preparer:
    """Prepares paragraphs with the names and words of one vocabulary."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.words = Wordlists(vocabulary)
        self._names = NameIndex(vocabulary.gazetteer)
        self._types = {entry.id: entry.type for entry in vocabulary.gazetteer.values()}
        self._cutter = SayingCutter(self.words)
        self._verbs = SureVerbs(self.words)
        self._prepositions: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for parts, slot in self.words.prepositions:
            self._prepositions.setdefault(parts[0], []).append((parts, slot))

    def units(self, text: str, offset: int, pieces: list[Piece], paragraph: int, first: int) -> list[Unit]:
        """The units of one paragraph, numbered on from ``first``; ``offset`` is where ``text`` begins."""
        pieces = number_quotes(pieces)
        pieces = self._merge_spelt(self._merge_names(text, offset, pieces), text, offset)
        pieces = self._merge_capitals(pieces)
        pieces = self._merge_prepositions(pieces)
        units: list[Unit] = []
        for sentence in split_sentences(pieces):
            question = any(p.text == "?" for p in sentence[-2:])
            for part, tag_of in (cut for one in bounded(sentence) for cut in self._cutter.cut(one)):
                kept, aliases = _brackets(part, self.words)
                kept = [p for p in kept if not is_quote(p)]
                while kept and kept[0].text in {",", "-", "–", "—", ":"}:
                    kept = kept[1:]
                    aliases = tuple(replace(a, token=a.token - 1) for a in aliases if a.token > 0)
                number = first + len(units)
                kept = self._verbs.mark(kept)
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
        parsed = (stand_in(beside[k], piece, beside[k + 2], self.words) for k, piece in enumerate(pieces))
        return tuple(elided(beside[k], piece) for k, piece in enumerate(parsed))

    def lemma(self, piece: Piece, lemma: str, pos: str, morph: frozenset[str]) -> str:
        """The lemma to use: the form table's for a known verb, the lexicon's for a known noun, else the tagger's."""
        if piece.lemma:
            return piece.lemma
        if piece.name:
            return piece.text
        lower = piece.text.lower()
        if pos in {"VERB", "AUX"}:
            known = self.words.verb_forms.get(lower, frozenset())
            return lemma if not known or lemma in known else sorted(known)[0]
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

    def _merge_spelt(self, pieces: list[Piece], text: str, offset: int) -> list[Piece]:
        """« le Front pour la justice et le progrès (FJP) »: one name where the gazetteer knows none of it."""
        merged: list[Piece] = []
        i, ends = 0, spelt_out(pieces)
        while i < len(pieces):
            end = ends.get(i, i)
            if end > i and not any(self._party(p) for p in pieces[i:end]):
                merged.append(self._join(pieces[i:end], (), (), text, offset))
                i = end
            else:
                merged.append(pieces[i])
                i += 1
        return merged

    def _party(self, piece: Piece) -> bool:
        types = (self._types.get(id_, "") for id_ in (*piece.known, *piece.weak))
        return any(not self.words.vocabulary.is_a(type_, "Place") for type_ in types)

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
            if self._capital(pieces, i) and not self._network(pieces, i):
                j = i + 1
                while j < len(pieces) and pieces[j].start - pieces[j - 1].end <= _GAP:
                    if (self._capital(pieces, j) or _SURNAME.match(pieces[j].text)) and not pieces[j].known:
                        j += 1
                    elif pieces[j].text.lower() in _PARTICLES and j + 1 < len(pieces) and self._capital(pieces, j + 1):
                        j += 2
                    elif size := english(pieces, j):
                        j += size
                    else:
                        break
                j += self._bearer(pieces, i, j)
            known = pieces[j].known if self._first_name(pieces, i, j) else ()
            j += bool(known) or self._namesake(pieces, i, j)
            named = i + 1 < j < len(pieces) and pieces[j].start - pieces[j - 1].end == 1  # « Albert Yaloké Mokpem »
            j += named and self._capital(pieces, j) and not pieces[j].known
            if j > i + 1 and not pieces[i].known:
                whole = " ".join(p.text for p in pieces[i:j])
                # « Moussa Kita » is not in the town of Kita
                weak = tuple(sorted({w for p in pieces[i:j] for w in p.weak if self._types.get(w) != "Place"}))
                parts = replace(pieces[i], text=whole, end=pieces[j - 1].end, word=pieces[i].text)
                merged.append(replace(parts, name=True, known=known, weak=weak))
                i = j
            else:
                merged.append(pieces[i])
                i += 1
        return merged

    def _network(self, pieces: list[Piece], i: int) -> bool:
        """« a écrit sur X Amina Traoré »: X is where she wrote it."""
        return pieces[i].text == "X" and i > 0 and pieces[i - 1].text.lower() == "sur"

    def _first_name(self, pieces: list[Piece], i: int, j: int) -> bool:
        """« Adnan » before the known name of a person: one of the first names that the gazetteer leaves out."""
        if not 0 < i < j < len(pieces) or pieces[i].known or not (ids := pieces[j].known):
            return False
        begins = pieces[i - 1].text in {".", "!", "?", ":", ";", "-"} or is_quote(pieces[i - 1])
        return not begins and all(self.words.vocabulary.is_a(self._types.get(id_, ""), "Person") for id_ in ids)

    def _bearer(self, pieces: list[Piece], i: int, j: int) -> bool:
        """« le général William Kadogo »: behind a title and a first name the name of his men is his own."""
        if not 0 < i < j < len(pieces) or j > i + 1 or not pieces[j].known or pieces[i].known or pieces[i].weak:
            return False
        title = self.words.head(pieces[i - 1].text.lower())
        close = pieces[j].start - pieces[j - 1].end == 1 and " " not in pieces[j].text and pieces[j].text.istitle()
        return close and title is not None and "named" in title.sets and title.gives == "Person"

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
            lower in FUNCTION
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
            hits = ((slot, _length(pieces, i, parts)) for parts, slot in self._prepositions.get(first, ()))
            slot, size = next((hit for hit in hits if hit[1]), ("", 0))
            if not size:
                merged.append(pieces[i])
                i += 1
                continue
            text = " ".join(p.text for p in pieces[i : i + size])
            end = pieces[i + size - 1].end
            merged.append(replace(pieces[i], text=text, end=end, word="avec", lemma=slot.replace("'_", "'")))
            i += size
        return merged


def _length(pieces: list[Piece], i: int, parts: tuple[str, ...]) -> int:
    """How many pieces the preposition takes, none where it does not stand there; « sous le contrôle total de »."""
    if _matches(pieces, i, parts):
        return len(parts)
    last = i + len(parts) - 1
    if len(parts) < 3 or parts[-1] != "de" or not _matches(pieces, i, parts[:-1]):
        return 0
    degree = 0
    while last + degree < len(pieces) and degree < 2 and pieces[last + degree].text.lower() in _DEGREES:
        degree += 1
    there = degree and last + degree < len(pieces) and pieces[last + degree].text.lower() in _CONTRACTIONS["de"]
    return len(parts) + degree if there else 0


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
        if kept and not kept[-1].name and _listed(inside):
            kept.extend((replace(pieces[i], text=",", lemma=LIST), *inside, replace(pieces[close], text=",")))
        elif (
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


def _listed(inside: list[Piece]) -> bool:
    """« (X, Y et Z) »: names only, more than an acronym beside its full form."""
    names = [p for p in inside if p.text[:1].isupper() or p.name]
    joined = any(p.text.lower() == "et" for p in inside)
    plain_ = all(p in names or p.text in {",", ";"} or p.text.lower() in _ARTICLES | {"et"} for p in inside)
    return plain_ and len(names) > (1 if joined else 2)


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
