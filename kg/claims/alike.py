"""How alike two names are: one function a feature, each with a value from 0 to 1.

In: two ``Name`` records of one sort. Out: a number; 0 where the feature does not apply. What the features weigh, and
what stands against them, is the table in ``kg.claims.features``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from rapidfuzz.distance import OSA, Levenshtein

from kg.claims.sounds import bones, close, loose
from kg.claims.spelled import Name

_FIRM_BONES = 4
_LONG_WORD, _SHORT_WORD = 6, 4
_PATIENT = 0.7
"""How alike two runs with the same consonants must be at least."""


def same_spelling(one: Name, other: Name) -> float:
    """The same but for case, accents, hyphens, apostrophes and article; a surname alone is less than a whole name."""
    if one.key == other.key or (one.words == other.words and not _bare(one)):
        return 0.8 if one.surname_only or other.surname_only else {2: 0.85, 3: 0.95}.get(len(one.acronym), 1.0)
    return 0.0


def same_sound(one: Name, other: Name) -> float:
    """Spellings of the same sounds: ou and w, dj and j, ch and sh, kh and k, words joined or apart."""
    if _unspoken(one, other) or _close(one) != _close(other):
        return 0.0
    return _by_length(_close(one), (0.6, 0.9, 1.0)) * (0.83 if one.surname_only else 1.0)


def near_sound(one: Name, other: Name) -> float:
    """Spellings of about the same sounds: e and i, o and u, z and s as well."""
    if _unspoken(one, other) or one.run != other.run:
        return 0.0
    return _by_length(one.run, (0.7, 0.75, 0.9, 1.0)) * (0.85 if one.surname_only else 1.0)


def same_consonants(one: Name, other: Name) -> float:
    """The same consonants in every word with nearly the same vowels: transliterations of one name."""
    if _unspoken(one, other) or one.surname_only or other.surname_only:
        return 0.0
    if one.sort == "person":
        return 0.95 * (len(one.words) == len(other.words) > 1 and all(map(near_word, one.words, other.words)))
    first, second = bones(one.run), bones(other.run)
    likeness = Levenshtein.normalized_similarity(one.run, other.run)
    if first != second or len(first) < _FIRM_BONES or likeness < _PATIENT:
        return 0.0
    return 1.0 if likeness >= 0.8 else 0.9


def one_letter_off(one: Name, other: Name) -> float:
    """One letter more, less, other or exchanged in a long name: a slip. In a person's name it may be another one's."""
    if _unspoken(one, other) or one.numbers or other.numbers or OSA.distance(one.run, other.run, score_cutoff=1) != 1:
        return 0.0
    odd = {*map(loose, one.words)} ^ {*map(loose, other.words)}
    if min((len(word) for word in odd), default=_LONG_WORD) < _LONG_WORD - 1 or one.run[:1] != other.run[:1]:
        return 0.0 if len(one.run) < 2 * _LONG_WORD else 0.75
    value = {6: 0.7, 7: 0.85, 8: 0.93, 9: 0.93}.get(min(len(one.run), len(other.run)), 1.0)
    return 0.0 if len(one.run) < _LONG_WORD else min(value, 0.75 if one.sort == "person" else 1.0)


def same_words_in_another_order(one: Name, other: Name) -> float:
    """« Goïta Assimi » and « Assimi Goïta »; « Front patriotique de libération » with its words turned round."""
    if len(one.words) < 2 or one.acronym or other.acronym:
        return 0.0
    first, second = [loose(word) for word in one.words], [loose(word) for word in other.words]
    return float(first != second and sorted(first) == sorted(second))


def same_words_in_another_language(one: Name, other: Name) -> float:
    """« Front de libération » and « Liberation Front »: each word is the other's in French or English."""
    if len(one.words) < 2 or one.sort == "person" or one.acronym or other.acronym:
        return 0.0
    spelled = sorted(map(loose, one.words)) != sorted(map(loose, other.words))
    return float(spelled and Counter(one.meant) == Counter(other.meant))


def parts_left_out(one: Name, other: Name) -> float:
    """Of a person's name, second given names or a second surname are left out: the first name stays the first."""
    short, long = sorted((one, other), key=lambda name: len(name.words))
    if one.sort != "person" or not 1 < len(short.words) < len(long.words) or any(len(w) == 1 for w in short.words):
        return 0.0
    if not near_word(short.words[0], long.words[0]):
        return 0.0
    whole = near_word(short.words[-1], long.words[-1])
    return (1.0 if whole else 0.92) * _in_order(short.words, long.words)


def initials_of_given_names(one: Name, other: Name) -> float:
    """« A. Goïta » and « Assimi Goïta »: the surname in full, letters for given names."""
    if one.sort != "person" or min(len(one.words), len(other.words)) < 2:
        return 0.0
    short, long = sorted((one, other), key=lambda name: sum(map(len, name.words[:-1])))
    letters, given = short.words[:-1], long.words[:-1]
    if not near_word(short.words[-1], long.words[-1]) or not any(len(letter) == 1 for letter in letters):
        return 0.0
    fitting = len(letters) <= len(given) and all(_stands_for(a, b) for a, b in zip(letters, given, strict=False))
    return float(fitting)


def surname_of(one: Name, other: Name) -> float:
    """« le général Diallo » and « Moussa Diallo »: a surname alone beside a whole name that ends in it."""
    alone, whole = sorted((one, other), key=lambda name: len(name.words))
    if one.sort != "person" or len(alone.words) == len(whole.words):
        return 0.0
    if not alone.surname_only:  # « Idriss Déby » is not « Mahamat Idriss Déby »
        return 0.87 * (whole.sounds[-len(alone.sounds) :] == alone.sounds)
    first, second = alone.words[0], whole.words[-1]
    same = loose(first) == loose(second) and (close(first) == close(second) or len(loose(first)) > _SHORT_WORD)
    return float(same)


def initials_of_full_name(one: Name, other: Name) -> float:
    """« MNLA » and « Mouvement national de libération de l'Azawad »; the shorter the acronym, the less it says."""
    acronym, full = (one, other) if one.acronym else (other, one)
    if not acronym.acronym or full.acronym or acronym.acronym not in full.initials:
        return 0.0
    return {2: 0.6, 3: 0.8}.get(len(acronym.acronym), 1.0)


def letters_of_full_name(one: Name, other: Name) -> float:
    """« FACA » and « Forces armées centrafricaines »: the initials, and more letters of its words in their order."""
    acronym, full = (one, other) if one.acronym else (other, one)
    if not acronym.acronym or full.acronym or len(full.words) < 2 or len(acronym.acronym) < len(full.words):
        return 0.0
    return float(acronym.acronym not in full.initials and _spelled_from(acronym.acronym.casefold(), full.words))


def letters_swapped(one: Name, other: Name) -> float:
    """« CSP-DPA » and « CSP-PDA »: two neighbouring letters of an acronym have changed places."""
    first, second = one.acronym, other.acronym
    if not first or len(first) != len(second) or first == second or any(map(str.isdigit, first)):
        return 0.0
    if sorted(first) != sorted(second) or first[0] != second[0] or OSA.distance(first, second) != 1:
        return 0.0
    return {3: 0.0, 4: 0.8, 5: 0.9}.get(len(first), 1.0)


def beginning_of(one: Name, other: Name) -> float:
    """One name goes on where the other ends: « Cadre stratégique permanent (pour la paix) ». It may be a part of it."""
    short, long = sorted((one, other), key=lambda name: len(name.words))
    if one.sort != "body" or one.acronym or other.acronym or not 1 < len(short.words) < len(long.words):
        return 0.0
    return float(long.meant[: len(short.meant)] == short.meant)


def near_word(one: str, other: str) -> bool:
    """Whether two words of a person's name are spellings of one, as far as transliteration goes."""
    if loose(one) == loose(other):
        return True
    first, second = bones(one), bones(other)
    likeness = Levenshtein.normalized_similarity(loose(one), loose(other))
    return first == second and len(first) > 2 and likeness >= 0.7


def _bare(name: Name) -> bool:
    return not name.words or bool(name.acronym)


def _unspoken(one: Name, other: Name) -> bool:
    """Acronyms are no words, and two words of a language are two words: how they sound says nothing."""
    return bool(one.acronym or other.acronym) or (one.sort != "person" and one.fixed != other.fixed)


def _close(name: Name) -> str:
    text = "".join(name.sounds)
    return "".join(letter for i, letter in enumerate(text) if letter != text[i - 1 : i])


def _by_length(text: str, values: Sequence[float]) -> float:
    """The value for a key of up to 3, 4, 5 … letters, the last for any longer one."""
    return values[min(max(len(text) - 3, 0), len(values) - 1)]


def _in_order(short: Sequence[str], long: Sequence[str]) -> bool:
    rest = iter(long)
    return all(any(near_word(word, candidate) for candidate in rest) for word in short)


def _stands_for(one: str, other: str) -> bool:
    if len(one) == 1 or len(other) == 1:
        return loose(one)[:1] == loose(other)[:1] or one[0] == other[0]
    return near_word(one, other)


def _spelled_from(letters: str, words: Sequence[str]) -> bool:
    """Whether ``letters`` are the first letter of each word, each with some more of that word's letters in order."""
    if not words:
        return not letters
    if not letters or letters[0] != words[0][0]:
        return False
    rest, taken = letters[1:], words[0][1:]
    while True:
        if _spelled_from(rest, words[1:]):
            return True
        place = taken.find(rest[0]) if rest else -1
        if place < 0:
            return False
        rest, taken = rest[1:], taken[place + 1 :]
