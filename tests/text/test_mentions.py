"""Mentions: what names or describes a party or a place, under which names and of which class."""

from __future__ import annotations

import pytest
from text.build import parsed

from kg.text.mentions import Mention, MentionFinder
from kg.text.wordlists import Wordlists


def found(block: str, form: str, words: Wordlists) -> tuple[Mention, ...]:
    """The mentions at the only token with this form."""
    text = parsed(block)
    (token,) = (t for t in text.tokens if t.text == form)
    return MentionFinder(words).find(text).get(token.i, ())


def only(block: str, form: str, words: Wordlists) -> Mention:
    (mention,) = found(block, form, words)
    return mention


def test_a_counted_noun_is_named_without_its_number_too(words: Wordlists) -> None:
    block = """
    soldats soldat NOUN nsubj 2 pl | tuent tuer VERB root 0 fin | 223 _ NUM nummod 4 | civils civil NOUN obj 2 pl
    à à ADP case 6 | Nondin _ PROPN obl 2
    """
    assert set(only(block, "civils", words).names) == {"civils", "223 civils"}


def test_a_description_is_named_with_and_without_its_complement(words: Wordlists) -> None:
    block = """
    les le DET det 2 | habitants habitant NOUN nsubj 5 pl | de de ADP case 4 | Barsalogho _ PROPN nmod 2 name
    fuient fuir VERB root 0 fin
    """
    assert {"habitants", "habitants de Barsalogho"} <= set(only(block, "habitants", words).names)


def test_an_auxiliary_that_the_parser_hung_on_a_noun_is_no_part_of_its_name(words: Wordlists) -> None:
    block = """
    les le DET det 2 | rebelles rebelle NOUN nsubj 4 pl | avaient avoir VERB amod 2 fin | perdu perdre VERB root 0 past
    """
    assert set(only(block, "rebelles", words).names) == {"rebelles"}


def test_one_noun_with_two_demonyms_is_two_bodies(words: Wordlists) -> None:
    block = """
    les le DET det 2 | armées armée NOUN nsubj 6 pl | malienne malien ADJ amod 2 | et _ CCONJ cc 5
    burkinabè burkinabè ADJ conj 3 | combattent combattre VERB root 0 fin
    """
    states = [(m.kind, m.state) for m in found(block, "armées", words)]
    assert states == [("body", "mali"), ("body", "burkina-faso")]


def test_people_are_a_mention_only_when_counted(words: Wordlists) -> None:
    counted = "Trois trois NUM nummod 2 | personnes personne NOUN nsubj:pass 3 pl | tuées tuer VERB root 0 past"
    vague = "des un DET det 2 | personnes personne NOUN nsubj:pass 3 pl | tuées tuer VERB root 0 past"
    assert only(counted, "personnes", words).type == "Population"
    assert found(vague, "personnes", words) == ()


def test_arms_and_troops_as_a_means_are_no_mention_but_the_soldiers_are(words: Wordlists) -> None:
    means = "il il PRON nsubj 2 | envoie envoyer VERB root 0 fin | des un DET det 4 | soldats soldat NOUN obj 2 pl"
    acting = "les le DET det 2 Definite=Def | soldats soldat NOUN nsubj 3 pl | avancent avancer VERB root 0 fin"
    assert found(means, "soldats", words) == ()
    assert only(acting, "soldats", words).type == "ArmedForces"


def test_soldiers_who_are_struck_or_fought_are_a_party(words: Wordlists) -> None:
    struck = "il il PRON nsubj 2 | tue tuer VERB root 0 fin | des un DET det 4 | soldats soldat NOUN obj 2 pl"
    fought = """
    il il PRON nsubj 2 | combat combattre VERB root 0 fin | avec avec ADP case 5 | les le DET det 5 Definite=Def
    soldats soldat NOUN obl 2 pl
    """
    assert only(struck, "soldats", words).type == "ArmedForces"
    assert only(fought, "soldats", words).type == "ArmedForces"
    assert found(fought.replace("les le DET det 5 Definite=Def", "des un DET det 5"), "soldats", words) == ()


def test_a_noun_behind_a_bare_preposition_is_no_party(words: Wordlists) -> None:
    state = "le le DET det 2 | coup coup NOUN root 0 | d' de ADP case 4 | État État NOUN nmod 2"
    guard = "il il PRON nsubj 2 | met mettre VERB root 0 fin | en en ADP case 4 | garde garde NOUN obl 2"
    assert found(state, "État", words) == ()
    assert found(guard, "garde", words) == ()


@pytest.mark.parametrize(
    ("block", "form", "expected"),
    [
        ("Moussa_Ag_Alhassane _ PROPN nsubj 2 name | parle parler VERB root 0 fin", "Moussa Ag Alhassane", "Person"),
        (
            "il il PRON nsubj 2 | vit vivre VERB root 0 fin | à à ADP case 4 | Tombala _ PROPN obl 2 name",
            "Tombala",
            "Place",
        ),
        (
            "le le DET det 2 | groupe groupe NOUN nsubj 4 | Zandor _ PROPN appos 2 name | avance avancer VERB root 0",
            "Zandor",
            "ArmedGroup",
        ),
        (
            "Ali_Bakari _ PROPN nsubj 4 name | , _ PUNCT punct 3 | témoin témoin NOUN appos 1 | va aller VERB root 0",
            "Ali Bakari",
            "Person",
        ),
    ],
)
def test_an_unknown_name_is_classed_by_what_stands_with_it(
    block: str, form: str, expected: str, words: Wordlists
) -> None:
    assert only(block, form, words).type == expected


def test_a_capital_at_the_head_of_a_sentence_makes_no_name(words: Wordlists) -> None:
    block = "Tôt tôt PROPN dislocated 2 | avance avancer VERB root 0 fin"
    assert found(block, "Tôt", words) == ()


def test_an_unknown_acronym_is_a_name_whatever_its_tag(words: Wordlists) -> None:
    block = "le le DET det 2 | FPT fpt NOUN nsubj 3 | avance avancer VERB root 0 fin"
    assert only(block, "FPT", words).kind == "name"


@pytest.mark.parametrize(
    ("block", "form", "name"),
    [
        (
            """le le DET det 2 | chef chef NOUN nsubj 6 | du de ADP case 4 | Hezbollah _ PROPN nmod 2 @hezbollah
            Karim_Sabri _ PROPN flat 4 name | parle parler VERB root 0 fin""",
            "chef",
            "Karim Sabri",
        ),
        (
            """le le DET det 2 | général général NOUN nsubj 6 | de de ADP case 4 | division division NOUN nmod 2
            Karim_Sabri _ PROPN nmod 2 name | parle parler VERB root 0 fin""",
            "général",
            "Karim Sabri",
        ),
    ],
)
def test_a_title_sees_the_name_behind_its_complement(block: str, form: str, name: str, words: Wordlists) -> None:
    linked = only(block, form, words).linked
    assert linked is not None
    assert parsed(block).tokens[linked].text == name


def test_a_title_does_not_take_the_name_of_a_nearer_title(words: Wordlists) -> None:
    block = """
    le le DET det 2 | ministre ministre NOUN nsubj 6 | du de ADP case 4 | président président NOUN nmod 2
    Karim_Sabri _ PROPN appos 4 name | parle parler VERB root 0 fin
    """
    assert only(block, "ministre", words).linked is None


def test_a_clause_without_comma_says_which_one_is_meant(words: Wordlists) -> None:
    tight = """
    le le DET det 2 | groupe groupe NOUN nsubj 5 | qui qui PRON nsubj 4 | avance avancer VERB acl:relcl 2 fin
    recule reculer VERB root 0 fin
    """
    loose = """
    le le DET det 2 | groupe groupe NOUN nsubj 6 | , _ PUNCT punct 5 | qui qui PRON nsubj 5
    avance avancer VERB acl:relcl 2 fin | recule reculer VERB root 0 fin
    """
    assert only(tight, "groupe", words).restricted
    assert not only(loose, "groupe", words).restricted
