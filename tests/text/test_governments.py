"""Governments, juntas and councils of one name or one country are told apart, and follow each other with dates."""

from __future__ import annotations

import pytest
from text.examples import document

from kg.text.reader import Reader
from kg.vocabulary import Vocabulary


@pytest.mark.parametrize(
    ("text", "government"),
    [
        ("En Libye, le GNA de Fayez al-Sarraj a attaqué Tarhouna.", "gouvernement-d-accord-national"),
        ("Le gouvernement d'union nationale (GNA) a attaqué Syrte.", "gouvernement-d-accord-national"),
        ("En Libye, le gouvernement d'unité nationale a attaqué Zaouïa.", "gouvernement-d-union-nationale"),
        ("En Libye, le GUN a attaqué Zaouïa.", "gouvernement-d-union-nationale"),
        ("En Libye, le Congrès général national a attaqué Syrte.", "congres-general-national"),
        ("En Birmanie, le gouvernement d'unité nationale a attaqué Loikaw.", "nug"),
        ("Au Tchad, le conseil militaire de transition a attaqué le FACT.", "conseil-militaire-de-transition-tchadien"),
        (
            "Au Soudan, le conseil militaire de transition a attaqué les FSR.",
            "conseil-militaire-de-transition-soudanais",
        ),
        ("Au Mali, l'état-major des armées a attaqué le GATIA.", "etat-major-general-des-armees-maliennes"),
        ("L'état-major français a attaqué le JNIM.", "etat-major-des-armees"),
    ],
)
def test_a_government_is_the_one_of_its_country(reader: Reader, text: str, government: str) -> None:
    assert {claim.subject.id for claim in reader.read(document(text)) if claim.relation == "attacks"} == {government}


@pytest.mark.parametrize(
    ("heir", "before", "when"),
    [
        ("gouvernement-d-union-nationale", "gouvernement-d-accord-national", "2021-03"),
        ("congres-general-national", "conseil-national-de-transition-libyen", "2012-08-08"),
        ("conseil-souverain", "conseil-militaire-de-transition-soudanais", "2019-08-21"),
        ("conseil-politique-supreme", "comite-revolutionnaire-supreme", "2016-08"),
        ("gouvernement-de-transition-syrien", "gouvernement-de-salut-syrien", "2024-12"),
        ("commission-d-etat-pour-la-securite-et-la-paix", "conseil-d-administration-de-l-etat", "2025-07-31"),
        ("gouvernement-federal-de-somalie", "gouvernement-federal-de-transition-somalien", "2012-08-20"),
        ("somoud", "taqaddum", "2025-02"),
        ("misca", "micopax", "2013-12-19"),
    ],
)
def test_heirs_are_entries_of_their_own_with_a_date(vocabulary: Vocabulary, heir: str, before: str, when: str) -> None:
    assert (before, when) in {(s.predecessor, s.when) for s in vocabulary.gazetteer[heir].successions}
