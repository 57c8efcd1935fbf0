"""Noun phrases: the words of a mention around its head noun.

In: a ``Text`` and the head token. Out: surface forms, the lemmas that describe the party, and what hangs on the noun.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from kg.text.merging import TIME
from kg.text.tokens import Text, Token

POSSESSIVES = {"son": False, "sa": False, "ses": False, "leur": True, "leurs": True}
"""Third-person possessives and whether their owner is plural."""
FIRST = frozenset("notre nos votre vos mon ma mes ton ta tes".split())
"""Possessives of the first and second person."""
DEMONSTRATIVES = frozenset("ce cet cette ces".split())
NUMBERS = {"deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6}
WHOLE = frozenset(
    """armé armée armés armées régulier régulière régulières réguliers gouvernemental gouvernementale gouvernementales
    national nationale nationales légitime légitimes militaire fédéral fédérale fédérales central centrale""".split()
)
"""Adjectives under which a state's body is still the whole body."""
PARTS = frozenset("partie majorité totalité moitié essentiel plupart ensemble reste tiers quart".split())
"""Nouns that name a part of a place as well as of a party."""
_COUNTING = frozenset(
    "quelque quelques plusieurs certains certaines nombreux nombreuses divers diverses autres".split()
)
_OUTSIDE = frozenset("appos conj punct acl parataxis cc advmod cop nsubj advcl".split())
_CUTTING = frozenset("punct acl parataxis".split())
_BEFORE = frozenset("ADJ NUM NOUN PROPN".split())
"""What may stand before the noun in the name of its phrase."""
_CORE_POS = frozenset("ADJ PROPN NOUN CCONJ VERB".split())
_FIRST_OF = frozenset({"premier", "première"})
_WHERE = frozenset("à dans en sur vers près_de".split())
_WITHIN = re.compile(r"dans l(?:e|a|') ?((?:extrême-|grand )?(?:nord|sud|est|ouest|centre)\S* d\S+)\Z")
_ORDINAL = re.compile(r"\d+(?:e|er|re|ème|ième)\Z")
_SIDED = ("pro-", "anti-", "ex-")
_LONG = 16
"""A phrase of this many words or more is no name."""


def case(text: Text, token: Token) -> str:
    """The preposition that introduces the token, empty for none."""
    found = text.child(token, "case")
    return found.lemma if found is not None else ""


def part(text: Text, token: Token) -> str:
    """« nord du Mali » where the name stands behind « dans le nord du », empty elsewhere."""
    found = text.child(token, "case")
    within = _WITHIN.match(found.text.replace("’", "'")) if found is not None else None
    article = determiner(text, token)
    return " ".join(w for w in (within.group(1), article, token.text) if w).replace("' ", "'") if within else ""


def determiner(text: Text, token: Token) -> str:
    """The determiner in lower case, empty for none."""
    found = text.child(token, "det")
    return found.lower if found is not None else ""


def plural(token: Token) -> bool:
    """Whether the token is marked as plural, or looks so where nothing is marked."""
    unmarked = not any(m.startswith("Number=") for m in token.morph)
    return "Number=Plur" in token.morph or (unmarked and token.lower == token.lemma + "s")


def counted(text: Text, token: Token) -> bool:
    """« vingt-cinq personnes », « une dizaine de civils »: a number says how many."""
    head = text.head(token)
    partitive = head is not None and token.relation == "nmod" and quantity(head)
    return text.child(token, "nummod") is not None or partitive


def numbered(text: Text, token: Token) -> bool:
    """« la 3e brigade », « le 18e Bataillon d'intervention rapide »: a unit with a number of its own."""
    return any(_ORDINAL.match(c.text) for c in text.children(token, "amod", "nummod") if c.i < token.i)


def armed(text: Text, token: Token) -> bool:
    """« des hommes armés », « des individus lourdement armés »."""
    return any(c.lower.removesuffix("s").removesuffix("e") == "armé" for c in text.children(token, "amod", "acl"))


def quantity(token: Token) -> bool:
    """« une dizaine », « un millier »: a noun that counts what follows."""
    return token.lemma.endswith(("aine", "millier"))


def proper(token: Token) -> bool:
    """Whether the token is a proper name, merged or not."""
    return token.name or (token.pos == "PROPN" and token.text[:1].isupper())


def is_acronym(word: str) -> bool:
    """« CSP-DPA », « FSR »: two capitals at least and no word in title case."""
    return sum(c.isupper() for c in word) >= 2 and not any(part.istitle() for part in word.split("-"))


def _finite(token: Token) -> bool:
    """A verb form that a parser hung on the noun by mistake."""
    return token.pos in {"VERB", "AUX"} and "VerbForm=Part" not in token.morph


def restricted(text: Text, token: Token) -> bool:
    """« le groupe qui tient la ville »: a clause without a comma says which one is meant, so nothing said before is."""
    for clause in text.children(token, "acl"):
        first = text.subtree(clause)[0]
        set_off = {first.text, text.tokens[max(0, first.i - 1)].text} & {",", "–", "—"}
        if clause.i > token.i and not set_off:
            return True
    return False


def bare(text: Text, token: Token) -> bool:
    """Whether the noun stands without adjective, number and complement with « de »."""
    before = text.tokens[token.i - 1] if token.i > text.sentence(token).first else None
    first = before is not None and before.lower in _FIRST_OF and token.lemma == "ministre"
    if before is not None and before.pos in {"ADJ", "NOUN", "PROPN"} and before.lower not in NUMBERS and not first:
        return False  # whatever the parser made of « la défunte coalition »
    if text.tokens[min(token.i + 1, len(text.tokens) - 1)].lower.startswith(_SIDED):
        return False  # « les forces pro-X », of which parsers make a complement
    narrowing = (c for c in (*text.children(token, "amod", "flat", "appos"), *_beyond(text, token)) if not _finite(c))
    plain = {"même", "mêmes", *(_FIRST_OF if first else ())}
    if any(c.lower not in NUMBERS and c.lower not in WHOLE and c.lower not in plain for c in narrowing):
        return False
    return not any(case(text, c) == "de" and c.lemma not in PARTS for c in text.children(token, "nmod"))


def same(text: Text, token: Token) -> bool:
    """« le même groupe »: the one just spoken of."""
    return any(c.lower in {"même", "mêmes"} and c.i < token.i for c in text.children(token, "amod", "det"))


def _beyond(text: Text, token: Token) -> Iterator[Token]:
    """« des centaines de combattants zaghawas »: adjectives that the parser hung on the noun that counts."""
    head = text.head(token)
    if head is not None and token.relation == "nmod" and quantity(head):
        yield from (c for c in text.children(head, "amod", "acl") if c.i > token.i and c.pos == "ADJ")


def core(text: Text, token: Token) -> list[Token]:
    """The noun with its adjectives and a following name, without determiners, clauses and prepositions."""
    found = [token]
    for child in (*text.children(token, "amod", "flat"), *_beyond(text, token)):
        if abs(child.i - token.i) <= 4:
            found.extend(t for t in text.subtree(child) if (t.pos in _CORE_POS or t.name) and not _finite(t))
    kept = {t.i for t in found}
    left = right = token.i
    while left - 1 in kept:
        left -= 1
    while right + 1 in kept:
        right += 1
    return sorted((t for t in found if left <= t.i <= right), key=lambda t: t.i)


def surface(text: Text, token: Token) -> tuple[str, ...]:
    """Names for the phrase: noun and adjectives; with its complements; with its participles; each without number."""
    below = text.subtree(token)
    whole = _inside(text, token)
    told = {t.i for c in text.children(token, "acl") if c.dep == "acl" and c.i > token.i for t in text.subtree(c)}
    placed = {t.i for c in text.children(token, "nmod", "obl") if case(text, c) in _WHERE for t in text.subtree(c)}
    parts = [core(text, token), whole, [t for t in whole if t.i not in placed]]
    if len(whole) + len(told) < _LONG:
        parts.append(_before_comma([t for t in below if t.i in told or t in whole], token))
    parts.extend(_dated(text, part) for part in tuple(parts))
    parts.extend(_uncounted(part) for part in tuple(parts))
    return tuple(dict.fromkeys(name for part in parts if (name := written(part))))


def _dated(text: Text, tokens: list[Token]) -> list[Token]:
    """« le régime issu du coup d'État de juillet 2020 »: the date belongs to the name, whatever the parser says."""
    behind = text.tokens[tokens[-1].i + 1 : tokens[-1].i + 2]
    dated = len(tokens) > 1 and any(t.lemma == TIME and t.lower.startswith(("de ", "du ")) for t in behind)
    return [*tokens, *behind] if dated else tokens


def _before_comma(tokens: list[Token], head: Token) -> list[Token]:
    """« la faction dirigée par X, installée au nord »: a name goes no further than the first comma."""
    end = next((t.i for t in tokens if t.i > head.i and t.pos == "PUNCT"), None)
    return [t for t in tokens if end is None or t.i < end]


def measured(text: Text, token: Token) -> tuple[str, ...]:
    """« une soixantaine d'hommes »: the noun with its quantity."""
    head = text.head(token)
    if head is None or token.relation != "nmod" or not quantity(head):
        return ()
    last = max(t.i for t in core(text, token))
    return (written([t for t in text.subtree(head) if head.i <= t.i <= last]),)


def written(tokens: list[Token]) -> str:
    """The words with spaces between them, none after an apostrophe."""
    return " ".join(t.text for t in tokens).replace("' ", "'").replace("’ ", "’")


def _uncounted(tokens: list[Token]) -> list[Token]:
    k = 0
    while k + 1 < len(tokens) and (tokens[k].pos == "NUM" or tokens[k].lower in _COUNTING):
        k += 1
    return tokens[k:]


def _set_off(text: Text, token: Token) -> bool:
    """« les hommes du général X, chef de la brigade »: an apposition behind a comma tells more, it names nothing."""
    first = min(t.i for t in text.subtree(token))
    return any(t.text == "," for t in text.tokens[max(0, first - 1) : first + 1])


def _inside(text: Text, head: Token) -> list[Token]:
    """The words of the phrase without determiner, apposition, relative clause or coordination."""
    found, waiting = [head], [head]
    while waiting:
        above = waiting.pop()
        for child in text.children(above):
            cut = child.relation in (_OUTSIDE if above.i == head.i else _CUTTING)
            cut = cut or (child.relation == "amod" and _finite(child))  # « les rebelles avaient perdu »
            cut = cut or (child.relation == "appos" and _set_off(text, child))
            cut = cut or (child.relation == "nmod" and case(text, child) in _WHERE and _set_off(text, child))
            if not cut and child.i != above.i:
                found.append(child)
                waiting.append(child)
    return sorted((t for t in found if t.i >= head.i or t.pos in _BEFORE), key=lambda t: t.i)


def profile(text: Text, token: Token, nouns: frozenset[str], demonyms: Mapping[str, str]) -> frozenset[str]:
    """Lemmas of the head, its adjectives, the known nouns of its complements, and what its participles tell."""
    adjectives = (*text.children(token, "amod"), *_beyond(text, token))
    beside = (c for a in adjectives for c in text.conjuncts(a) if c.lower not in NUMBERS)
    extra = {demonyms.get(c.lower, c.lemma) for c in beside}
    complements = [c for c in text.children(token, "nmod") if case(text, c) == "de"]
    inner = {t.lemma for c in complements for t in (c, *text.children(c, "amod")) if t.lower not in demonyms} & nouns
    clauses = [c for c in text.children(token, "acl") if c.dep == "acl"]
    told = {t.lemma for c in clauses for t in text.subtree(c) if t.name or t.i == c.i}
    return frozenset({token.lemma} | extra | told | inner)
