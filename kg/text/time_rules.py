"""The tables of French expressions of time: pattern and handler, in order; of all that fit, the longest wins.

A blank in a pattern stands for any space, an apostrophe for both kinds, and every pattern ends at a word's end.
"""

from __future__ import annotations

import re

from kg.text import time_points as read
from kg.text.time_points import Handler, Rule
from kg.text.time_words import HOUR, LAST, MO, PART, REL, UNIT, WD, D, N, Y, again


def _rule(pattern: str, handler: Handler) -> Rule:
    spaced = pattern.replace(" ", r"\s+").replace("'", "['’]")
    return re.compile(rf"(?:{spaced})(?!\w)", re.IGNORECASE), handler


_D1, _MO1, _Y1, _WD1 = (again(piece, "1") for piece in (D, MO, r"(?P<y>(?:1[89]|20)\d\d)", WD))
_DASH = r"(?:\s?[-–]\s?)"
_THE = r"(?:(?:le|du|au|ce|dès le) )?"
_IN = r"(?:en |de |d'|dès |courant |(?:au|du) mois (?:de |d'))"
_OF = r"(?:-| du mois (?:de |d')| de | d'| )"
_PART_OF = rf"(?:(?:au|à la|la|le|dès la|dès le|vers la) )?{PART}"
_OR_OTHER = rf"(?: {Y}| {REL})?"
_YEAR_PART = rf"{_PART_OF}(?:(?:-| de l'année | de l'an | de | ){Y}| de (?:l'an|l'année|cette année)(?: {REL})?)"
_CLAUSE_END = r"(?=\s*(?:[,.;:)»!?]|$))"
_NOUN_END = r"(?=\s*(?:[,.;:)»!?]|$|(?:et|à|avec|entre|sur|par|qui|que|dans|en)\b))"
"""After « de 2015 » a noun may follow (« de 2000 soldats »): only these show that a year is meant."""

RANGES: tuple[Rule, ...] = (
    _rule(
        rf"(?:(?:entre|du|de|les|le) )?(?:le )?(?:{_WD1} )?{_D1}(?: {_MO1}(?: {_Y1})?)?(?:, [0-3]?\d)*"
        rf"(?: (?:et|au|à|jusqu'au) |{_DASH})(?:le |du )?(?:{WD} )?{D} {MO}(?: {Y})?",
        read.read_days,
    ),
    _rule(rf"(?:entre |de |d'|en ){_MO1}(?: {_Y1})? (?:et|à) (?:d')?{MO}(?: {Y})?", read.read_months),
    _rule(rf"(?:entre |de |d'|en ){_Y1}(?: (?:et|à) |{_DASH}){Y}", read.read_years),
    _rule(rf"{_Y1}{_DASH}{Y}", read.read_years),
    _rule(rf"(?:(?:entre|de|du) )?{_WD1} (?:et|à|au) {WD}{HOUR}(?: {REL})?", read.read_weekdays),
)

POINTS: tuple[Rule, ...] = (
    _rule(rf"{_THE}(?:{WD} )?{D} {MO}{_OR_OTHER}", read.read_day),
    _rule(r"(?:(?:le|du|au) )?(?P<d>[0-3]?\d)[/.](?P<m>[01]?\d)[/.](?P<y>(?:19|20)\d\d)", read.read_numeric),
    _rule(r"(?P<iso>(?:19|20)\d\d-[01]\d(?:-[0-3]\d)?)(?!-\d)", read.read_iso),
    _rule(rf"{_IN}?{MO} {Y}", read.read_month),
    _rule(rf"{_IN}{MO}(?: {REL})?", read.read_month),
    _rule(rf"{MO} {REL}", read.read_month),
    _rule(rf"{_PART_OF}{_OF}{MO}{_OR_OTHER}", read.read_month),
    _rule(_YEAR_PART, read.read_part_of_year),
    _rule(rf"(?:en |dès |vers |courant |(?:en |de |dès )?l'année |en l'an ){Y}", read.read_year),
    _rule(rf"de {Y}{_NOUN_END}", read.read_year),
    _rule(rf"(?<=\(){Y}(?=\))", read.read_year),
    _rule(r"(?:dans |durant )?les années (?P<decade>(?:19|20)?\d0)", read.read_decade),
    _rule(rf"(?:au|le|ce|du|dès le) (?P<season>printemps){_OR_OTHER}", read.read_season),
    _rule(rf"(?:à |de |dès |durant )?(?:l'|cet )(?P<season>été|automne|hiver){_OR_OTHER}", read.read_season),
    _rule(rf"(?:(?:ce|du|de|dès|au) )?{WD}(?: {REL})?{HOUR}", read.read_weekday),
    _rule(rf"le {WD} {REL}", read.read_weekday),
    _rule(r"(?P<day>aujourd'hui|ce jour|ce matin|ce soir|cet après-midi|cette nuit)", read.read_near_day),
    _rule(rf"(?P<day>avant-hier|hier|après-demain|demain){HOUR}", read.read_near_day),
    _rule(rf"(?:de |dès )?(?:la |le |l'|au |du )(?P<unit>semaine|mois|an|année) {REL}", read.read_this_unit),
    _rule(r"(?:de )?(?:cette|ce) (?P<unit>semaine|année|mois)(?:-ci)?", read.read_this_unit),
    _rule(rf"(?:le|ce|du) week-end(?: (?P<rel>{LAST}))?", read.read_weekend),
    _rule(rf"il y a (?:environ |près de |à peine |plus de )?{N} {UNIT}", read.read_ago),
    _rule(rf"(?:au cours |lors )?(?:des|ces|les) (?:{N} )?derni(?:ers|ères) {UNIT}", read.read_lately),
    _rule(
        rf"(?:au |dès )?(?P<step>l'avant-veille|la veille|(?:le )?lendemain|le surlendemain|le même jour|le jour même|"
        rf"le jour (?:suivant|précédent|d'avant|d'après))(?: au)?{HOUR}(?! (?:de|du|des)\b| d')",
        read.read_next_day,
    ),
    _rule(rf"{N} {UNIT} (?:plus tard|après{_CLAUSE_END})", read.read_later),
    _rule(rf"{N} {UNIT} (?:plus tôt|auparavant|avant{_CLAUSE_END})", read.read_earlier),
    _rule(r"(?:la |le |l')(?P<unit>semaine|mois|année|an) (?:suivante?|d'après)", read.neighbour(1)),
    _rule(r"(?:la |le |l')(?P<unit>semaine|mois|année|an) (?:précédente?|d'avant)", read.neighbour(-1)),
    _rule(r"(?:la |le )même (?P<unit>semaine|mois|année)", read.neighbour(0)),
)

BARE: tuple[Rule, ...] = (
    _rule(rf"(?:le mois (?:de |d'))?{MO}{_OR_OTHER}", read.read_month),
    _rule(Y, read.read_year),
)
"""Months and years without a preposition of their own: only after « depuis », « jusqu'à » and the like."""

SINCE_ONLY: tuple[Rule, ...] = (
    _rule(rf"(?:environ |près de |plus de |maintenant )?{N} {UNIT}", read.read_for_so_long),
    _rule(_YEAR_PART, read.read_edge_of_year),
)
"""What only « depuis » turns into a beginning."""
