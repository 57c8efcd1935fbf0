"""Preparation of paragraphs: what the parser sees, and where it stands in the document."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from text.build import pieces

from kg.text.dates import find_dates
from kg.text.layout import Piece, Unit
from kg.text.merging import TIME, merge_adverbials, merge_times
from kg.text.prepare import Preparer
from kg.vocabulary import Vocabulary


@pytest.fixture(scope="session")
def preparer(vocabulary: Vocabulary) -> Preparer:
    return Preparer(vocabulary)


def units(preparer: Preparer, text: str, offset: int = 0) -> list[Unit]:
    times = find_dates(text, offset, "2024-08-20")
    merged = merge_adverbials(merge_times(pieces(text, offset), times), preparer.words.adverbials)
    return preparer.units(text, offset, merged, 0, 0)


def words(unit: Unit) -> list[str]:
    return [p.text for p in unit.pieces]


def piece(preparer: Preparer, text: str, form: str) -> Piece:
    """The only piece with this text."""
    (found,) = (p for unit in units(preparer, text) for p in unit.pieces if p.text == form)
    return found


# ---- names


@pytest.mark.parametrize(
    ("text", "form", "known"),
    [
        ("Le Burkina Faso avance.", "Burkina Faso", ("burkina-faso",)),
        ("La Guinée-Bissau avance.", "Guinée-Bissau", ("guinee-bissau",)),
        ("Le Mali avance.", "Mali", ("mali",)),
        ("TINZAOUATENE est tombée.", "TINZAOUATENE", ("tinzaouatene",)),
        ("Le csp-dpa avance, le CSP DPA aussi.", "CSP DPA", ("csp-dpa",)),
        ("L’armée malienne avance.", "armée malienne", ("fama",)),
    ],
)
def test_a_known_name_is_one_piece_with_its_entries(
    preparer: Preparer, text: str, form: str, known: tuple[str, ...]
) -> None:
    found = piece(preparer, text, form)
    assert found.name
    assert found.known == known


def test_capitals_in_a_row_are_one_unknown_name_with_its_particles(preparer: Preparer) -> None:
    found = piece(preparer, "Le colonel Moussa Ag Sidi commande.", "Moussa Ag Sidi")
    assert (found.name, found.known) == (True, ())


def test_a_capital_that_opens_the_sentence_does_not_swallow_the_name_after_it(preparer: Preparer) -> None:
    assert words(units(preparer, "Selon Bamako, Gao tient.")[0])[:2] == ["Selon", "Bamako"]


def test_a_name_of_several_words_is_shown_to_the_parser_as_its_head_noun_or_a_town(preparer: Preparer) -> None:
    assert piece(preparer, "Le Cadre stratégique permanent avance.", "Cadre stratégique permanent").word == "cadre"
    assert piece(preparer, "Le Burkina Faso avance.", "Burkina Faso").word == "Paris"


def test_needless_capitals_are_lowered_for_the_parser_only(preparer: Preparer) -> None:
    assert piece(preparer, "On sait que le Ministère parle.", "Ministère").word == "ministère"
    assert piece(preparer, "Il dit : REPLIEZ tout.", "REPLIEZ").word == "Repliez"


def test_demonyms_are_shown_to_the_parser_as_an_adjective_it_knows_in_their_gender_and_number(
    preparer: Preparer,
) -> None:
    assert [
        piece(preparer, f"Des troupes {form} avancent.", form).word for form in ("rwandaises", "rwandaise", "rwandais")
    ] == ["françaises", "française", "français"]


# ---- brackets and quotation marks


def test_a_bracketed_name_becomes_an_alias_of_the_words_before_it(preparer: Preparer) -> None:
    (unit,) = units(preparer, "Le Cadre stratégique permanent (CSP-DPA) avance.")
    (alias,) = unit.aliases
    assert words(unit) == ["Le", "Cadre stratégique permanent", "avance", "."]
    assert (alias.token, alias.text, alias.known) == (1, "CSP-DPA", ("csp-dpa",))


def test_an_alias_counts_its_token_in_its_own_part_of_a_cut_sentence(preparer: Preparer) -> None:
    text = "Gao tient, assure le Front de la paix (FDP)."
    found = units(preparer, text)
    (alias,) = found[1].aliases
    assert found[0].aliases == ()
    assert (text[alias.start : alias.end], found[1].pieces[alias.token].end) == ("FDP", text.index(" (FDP"))


def test_a_bracketed_clause_is_kept_between_commas_and_other_brackets_go(preparer: Preparer) -> None:
    (clause,) = units(preparer, "Le JNIM (affilié à Al-Qaïda) avance.")
    (number,) = units(preparer, "L'armée (2 000 hommes) avance.")
    assert words(clause) == ["Le", "JNIM", ",", "affilié", "à", "Al-Qaïda", ",", "avance", "."]
    assert words(number) == ["L'", "armée", "avance", "."]
    assert clause.aliases == number.aliases == ()


@pytest.mark.parametrize("text", ["Gao (JNIM", "Gao ) JNIM", "Gao () JNIM", "Gao (« ») JNIM"])
def test_brackets_without_partner_or_content_lose_no_word(preparer: Preparer, text: str) -> None:
    assert [w for u in units(preparer, text) for w in words(u)] == ["Gao", "JNIM"]


def test_quotation_marks_are_taken_out_and_their_words_keep_the_number(preparer: Preparer) -> None:
    (unit,) = units(preparer, "Il a dit « Gao tient » hier.")
    assert [(p.text, bool(p.quote)) for p in unit.pieces][3:6] == [("Gao", True), ("tient", True), ("hier", False)]


def test_one_quotation_over_two_sentences_has_one_number(preparer: Preparer) -> None:
    found = units(preparer, "« Gao tient. Kidal tient. »")
    assert len(found) == 2
    assert len({p.quote for u in found for p in u.pieces}) == 1


# ---- prepositions, adverbs, dates


@pytest.mark.parametrize(
    ("text", "slot"),
    [
        ("Il combat aux côtés de la Russie.", "aux_côtés_de"),
        ("Il combat aux côtés du Mali.", "aux_côtés_de"),
        ("Il combat au côté des Russes.", "aux_côtés_de"),
        ("Il agit à l'encontre d'un pays.", "à_l'encontre_de"),
        ("Il agit à l’encontre du Mali.", "à_l'encontre_de"),
        ("Il vit près de Gao.", "près_de"),
        ("Il vit non loin de Gao.", "près_de"),
        ("Il agit au bénéfice du Mali.", "au_profit_de"),
        ("Une attaque de la part du JNIM.", "par"),
    ],
)
def test_a_preposition_of_several_words_is_one_piece_with_its_slot_for_lemma(
    preparer: Preparer, text: str, slot: str
) -> None:
    lemmas = [p.lemma for u in units(preparer, text) for p in u.pieces if p.lemma]
    assert lemmas == [slot]


def test_a_date_is_an_adverb_for_the_parser_and_a_noun_after_a_preposition(preparer: Preparer) -> None:
    adverb = piece(preparer, "Gao tombe le 22 juillet 2024.", "le 22 juillet 2024")
    noun = piece(preparer, "Les combats de juillet 2024 cessent.", "de juillet 2024")
    assert (adverb.lemma, adverb.word) == (TIME, "hier")
    assert noun.lemma == TIME


# ---- verbs that could be nouns


@pytest.mark.parametrize(
    ("text", "form", "word"),
    [
        ("Le Qatar finance le Hamas.", "finance", "prend"),
        ("C'est le pays qui leur livre des armes.", "livre", "prend"),
        ("L'Iran nie avoir armé le groupe.", "nie", "dit"),
        ("Les rebelles attaquent Gao.", "attaquent", "prennent"),
        ("L'armée a également attaqué Gao.", "également", "déjà"),
    ],
)
def test_a_form_that_must_be_a_verb_is_shown_as_a_verb_that_every_tagger_knows(
    preparer: Preparer, text: str, form: str, word: str
) -> None:
    assert piece(preparer, text, form).word == word


def test_a_noun_that_could_be_a_verb_stays_a_noun_after_its_article(preparer: Preparer) -> None:
    assert piece(preparer, "Une attaque du JNIM a eu lieu.", "attaque").word == ""


def test_verbs_that_share_a_subject_are_all_shown_as_verbs(preparer: Preparer) -> None:
    text = "Le Qatar finance, arme et entraîne le Hamas."
    assert [piece(preparer, text, form).word for form in ("finance", "arme", "entraîne")] == ["prend"] * 3


# ---- lemmas


@pytest.mark.parametrize(
    ("form", "lemma", "pos", "expected"),
    [
        ("soutiennent", "soutienner", "VERB", "soutenir"),
        ("attaqua", "attaquer", "VERB", "attaquer"),
        ("combattants", "combattants", "NOUN", "combattant"),
        ("marchent", "marcher", "VERB", "marcher"),
    ],
)
def test_the_lexicon_corrects_the_lemma_of_its_own_words_only(
    preparer: Preparer, form: str, lemma: str, pos: str, expected: str
) -> None:
    assert preparer.lemma(Piece(text=form, start=0, end=len(form)), lemma, pos, frozenset()) == expected


def test_a_merged_name_is_its_own_lemma(preparer: Preparer) -> None:
    assert preparer.lemma(Piece(text="Gao", start=0, end=3, name=True), "gao", "NOUN", frozenset()) == "Gao"


# ---- offsets

_WORDS = (
    "Le la L' l’ Mali Burkina Faso CSP-DPA armée malienne maliens a ont attaqué soutient livre Gao Kidal , . ! ? : "
    '; ( ) « » " aux côtés de du près à plusieurs reprises le 22 juillet 2024 hier déclaré affirme que qui M. Diallo '
    "Ag – - … [ ] et en sont ministère REPRISE 🙂 \u200b d'"
).split()


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(_WORDS), max_size=40), st.integers(0, 500))
def test_every_piece_stands_where_it_says_in_any_paragraph(preparer: Preparer, parts: list[str], offset: int) -> None:
    text = " ".join(parts)
    for unit in units(preparer, text, offset):
        for p in unit.pieces:
            assert 0 <= p.start - offset < p.end - offset <= len(text)
            if p.text != ",":  # a comma may stand for a bracket
                assert "".join(p.text.split()) == "".join(text[p.start - offset : p.end - offset].split())


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(_WORDS), max_size=40))
def test_units_are_numbered_on_and_attribute_units_of_the_same_paragraph(preparer: Preparer, parts: list[str]) -> None:
    text = " ".join(parts)
    found = preparer.units(text, 0, pieces(text), 3, 7)
    assert [u.i for u in found] == list(range(7, 7 + len(found)))
    for unit in found:
        assert unit.paragraph == 3
        assert all(0 <= a.token < len(unit.pieces) for a in unit.aliases)
        assert unit.tag_of is None or unit.tag_of in {u.i for u in found}
