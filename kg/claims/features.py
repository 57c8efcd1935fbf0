"""The table of features by which parties are matched, and the score that they add up to.

In: two names, and what the corpus knows of their bearers. Out: a ``Match`` with a score from 0 to 1, an answer and the
features behind it. The best of the features of names counts; the others add to it or take from it. The layout follows
nomenklatura's logic-v2: one function a feature, one weight, and a score that can be read off the table.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from kg.claims import alike
from kg.claims.spelled import Name

Answer = Literal["same", "different", "unsure", "not judged"]
SAME, UNSURE = 0.85, 0.55
"""From the first score on two parties are merged, from the second on a person is asked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What the corpus knows of two parties beside their names; the neutral values where it knows nothing."""

    company: int = 0
    """Parties that both are mentioned with in claims."""
    one_text: bool = False
    """A document has both, as two parties."""
    one_claim: bool = False
    """A claim has both, one as its subject and one as its object."""
    countries_apart: bool = False
    """The documents of each are about countries, and about different ones."""
    countries_shared: bool = False
    """The documents of both are about a country that is the same."""
    unplaced: bool = False
    """One is a known party, and no document of the other is about its country."""
    titles_shared: bool = False
    """Texts give both the same title (« général »)."""
    bearers: int = 1
    """How many parties fit the shorter name; of a surname, how many bear it with a given name."""
    classes_differ: bool = False
    """The documents take one for an armed party and the other for an organisation; an acronym alone does not tell."""
    full_names_differ: bool = False
    """Both have full names, and none of one fits any of the other."""
    sides_differ: bool = False
    """Claims say whom each serves, and these are different states, or a state and a group in arms."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Feature:
    """A feature of names with its weight."""

    value: Callable[[Name, Name], float]
    weight: float

    @property
    def name(self) -> str:
        """As shown: « same sound »."""
        return self.value.__name__.replace("_", " ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Qualifier:
    """What adds to the best feature of names (a positive weight) or takes from it."""

    value: Callable[[Name, Name, Setting], float]
    weight: float

    @property
    def name(self) -> str:
        """As shown: « numbers differ »."""
        return self.value.__name__.replace("_", " ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """``score`` is between 0 and 1; ``reasons`` are the features with what each gives, the first is one of names."""

    score: float
    reasons: tuple[tuple[str, float], ...]

    @property
    def answer(self) -> Answer:
        """Where nothing speaks for one party, the two are not judged; where something speaks against it, different."""
        if self.score >= SAME:
            return "same"
        if self.score >= UNSURE:
            return "unsure"
        return "different" if any(given < 0 for _, given in self.reasons) else "not judged"

    def __str__(self) -> str:
        return f"{self.score:.2f}: " + ", ".join(f"{name} {given:+.2f}" for name, given in self.reasons)


# What stands for and against, beside the names -----------------------------------------------------------------------


def numbers_differ(one: Name, other: Name, setting: Setting) -> float:
    """« 1re brigade » and « 2e brigade », « M23 » and « M27 », and one with a number beside one without."""
    return float(one.numbers != other.numbers)


def directions_differ(one: Name, other: Name, setting: Setting) -> float:
    """« Nord-Kivu » and « Sud-Kivu », « Soudan du Sud » and « Soudan »."""
    return float(not one.acronym and not other.acronym and one.directions != other.directions)


def generations_differ(one: Name, other: Name, setting: Setting) -> float:
    """« Déby père » and « Déby fils »; less where only one says so."""
    if one.generation == other.generation:
        return 0.0
    return 1.0 if one.generation and other.generation else 0.3


def titles_agree(one: Name, other: Name, setting: Setting) -> float:
    """« le général Diallo » and « le général Moussa Diallo »: a surname alone, and texts give both the same title."""
    return float(_ends(one, other) and setting.titles_shared)


def sexes_differ(one: Name, other: Name, setting: Setting) -> float:
    """« Mme Diallo » and « M. Diallo »."""
    return float(bool(one.sex and other.sex) and one.sex != other.sex)


def titles_differ(one: Name, other: Name, setting: Setting) -> float:
    """« le colonel Camara » and « le général Camara »: surnames alone, and the titles are not the same."""
    alone = one.surname_only and other.surname_only
    return float(alone and bool(one.titles and other.titles) and not one.titles & other.titles)


def in_one_text(one: Name, other: Name, setting: Setting) -> float:
    """A document has both, and its reader kept them apart."""
    return float(setting.one_text)


def in_one_claim(one: Name, other: Name, setting: Setting) -> float:
    """A claim has one as its subject and the other as its object: a member and its coalition, two enemies."""
    return float(setting.one_claim)


def countries_differ(one: Name, other: Name, setting: Setting) -> float:
    """The documents are about different countries: there are villages of one name in many; less for other parties."""
    shares = {"place": 1.0, "person": 0.3, "body": 0.3 if one.common and other.common else 0.2}
    return float(setting.countries_apart) * shares[one.sort]


def another_bearer(one: Name, other: Name, setting: Setting) -> float:
    """A name that others bear, too (a frequent surname, common words only), and nothing in common but the name."""
    homonyms = one.sort == other.sort != "place" and one.common and other.common
    return float(homonyms and setting.countries_apart and not setting.company)


def sides_differ(one: Name, other: Name, setting: Setting) -> float:
    """A person serves the army of Mali here and a rebel group, or the army of Chad, there: perhaps a namesake."""
    return float(one.sort == other.sort == "person" and setting.sides_differ)


def place_without_its_country(one: Name, other: Name, setting: Setting) -> float:
    """A name like that of a known place, in texts that are not about its country: some other village."""
    return float(setting.unplaced and one.sort == other.sort == "place" and one.key != other.key)


def several_bearers(one: Name, other: Name, setting: Setting) -> float:
    """More than one party fits: two Diallos are about."""
    return float(setting.bearers > 1)


def only_bearer(one: Name, other: Name, setting: Setting) -> float:
    """A surname, or a name without its first given name, that one party alone bears in corpus and gazetteer."""
    return float(_ends(one, other) and setting.bearers == 1)


def _ends(one: Name, other: Name) -> bool:
    """Whether a person's name is the end of the other's: « Diallo », « Nour Diallo » of « Moussa Nour Diallo »."""
    short, long = sorted((one, other), key=lambda name: len(name.words))
    if one.sort != "person" or len(short.words) == len(long.words):
        return False
    return short.surname_only or short.sounds == long.sounds[-len(short.sounds) :]


def nobody_else_bears_it(one: Name, other: Name, setting: Setting) -> float:
    """The same surname twice, in texts on one country, and nobody in corpus or gazetteer has it with a given name."""
    return float(one.surname_only and other.surname_only and setting.bearers == 0 and setting.countries_shared)


def in_its_country(one: Name, other: Name, setting: Setting) -> float:
    """A surname that one party alone bears, in texts on a country that its other texts are about, or its own."""
    return only_bearer(one, other, setting) * setting.countries_shared


def shared_company(one: Name, other: Name, setting: Setting) -> float:
    """Claims mention both with one and the same third party; more of them say more."""
    return min(setting.company, 2) / 2


def classes_differ(one: Name, other: Name, setting: Setting) -> float:
    """Texts take one for an armed party and the other for an organisation: of a bare acronym that is a guess."""
    return float(setting.classes_differ)


def other_full_names(one: Name, other: Name, setting: Setting) -> float:
    """An acronym or short form that the two explain by full names which do not fit."""
    return float(setting.full_names_differ)


FEATURES = (
    Feature(value=alike.same_spelling, weight=1.0),
    Feature(value=alike.same_sound, weight=0.96),
    Feature(value=alike.same_words_in_another_order, weight=0.93),
    Feature(value=alike.same_words_in_another_language, weight=0.92),
    Feature(value=alike.near_sound, weight=0.9),
    Feature(value=alike.letters_swapped, weight=0.9),
    Feature(value=alike.parts_left_out, weight=0.88),
    Feature(value=alike.initials_of_full_name, weight=0.88),
    Feature(value=alike.same_consonants, weight=0.87),
    Feature(value=alike.one_letter_off, weight=0.86),
    Feature(value=alike.initials_of_given_names, weight=0.86),
    Feature(value=alike.letters_of_full_name, weight=0.75),
    Feature(value=alike.surname_of, weight=0.7),
    Feature(value=alike.beginning_of, weight=0.5),
)
"""Sorted by weight: the first that applies fully cannot be outdone."""

QUALIFIERS = (
    Qualifier(value=shared_company, weight=0.1),
    Qualifier(value=only_bearer, weight=0.1),
    Qualifier(value=titles_agree, weight=0.1),
    Qualifier(value=in_its_country, weight=0.05),
    Qualifier(value=nobody_else_bears_it, weight=0.05),
    Qualifier(value=in_one_text, weight=-0.1),
    Qualifier(value=classes_differ, weight=-0.15),
    Qualifier(value=place_without_its_country, weight=-0.1),
    Qualifier(value=titles_differ, weight=-0.2),
    Qualifier(value=another_bearer, weight=-0.2),
    Qualifier(value=several_bearers, weight=-0.25),
    Qualifier(value=countries_differ, weight=-0.3),
    Qualifier(value=sides_differ, weight=-0.3),
    Qualifier(value=other_full_names, weight=-0.4),
    Qualifier(value=in_one_claim, weight=-0.5),
    Qualifier(value=numbers_differ, weight=-1.0),
    Qualifier(value=directions_differ, weight=-1.0),
    Qualifier(value=generations_differ, weight=-1.0),
    Qualifier(value=sexes_differ, weight=-1.0),
)

SEVERAL = several_bearers.__name__.replace("_", " ")
"""The reason by which a question is one of several on one name."""
_NOTHING = ("", 0.0)


def likeness(one: Name, other: Name) -> tuple[str, float]:
    """The feature of names that gives most, and what it gives; an empty name and 0 where none applies."""
    best = _NOTHING
    for feature in FEATURES:
        if feature.weight <= best[1]:
            break
        given = feature.weight * feature.value(one, other)
        if given > best[1]:
            best = feature.name, given
    return best


def match(one: Name, other: Name, setting: Setting, best: tuple[str, float] | None = None) -> Match:
    """How well two parties match under these names; ``best`` is their ``likeness`` where it is known already."""
    name, score = best or likeness(one, other)
    if not score:
        return Match(score=0.0, reasons=())
    reasons = [(name, round(score, 3))]
    for qualifier in QUALIFIERS:
        given = round(qualifier.weight * qualifier.value(one, other, setting), 3)
        if given:
            reasons.append((qualifier.name, given))
            score += given
    return Match(score=round(min(max(score, 0.0), 1.0), 3), reasons=tuple(reasons))
