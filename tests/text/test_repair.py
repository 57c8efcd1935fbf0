"""Repairs of the tree: a complement moves to the neighbour that the lexicon says can take it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from text.build import parsed

from kg.text.repair import Repairer
from kg.text.tokens import Text
from kg.text.wordlists import Wordlists


@pytest.fixture(scope="module")
def repairer(words: Wordlists) -> Repairer:
    return Repairer(words)


def head(text: Text, form: str) -> tuple[str, str]:
    """The form of the head (itself for a root) and the dependency of the only token with this form."""
    (token,) = (t for t in text.tokens if t.text == form)
    return text.tokens[token.head].text, token.dep


MOVED = {
    "an agent on a noun that takes none goes up to the event": (
        """
        attaque attaque NOUN root 0 | de de ADP case 3 | Gao _ PROPN nmod 1 @gao | par par ADP case 5
        JNIM _ PROPN nmod 3 @jnim
        """,
        "JNIM",
        ("attaque", "obl:agent"),
    ),
    "a target on a noun that takes none goes up to the event": (
        """
        attaque attaque NOUN root 0 | du de ADP case 3 | JNIM _ PROPN nmod 1 @jnim | contre contre ADP case 5
        Gao _ PROPN nmod 3 @gao
        """,
        "Gao",
        ("attaque", "obl:arg"),
    ),
    "a complement after an adjective that takes it goes to the adjective": (
        """
        groupes groupe NOUN root 0 | affiliés affilié ADJ amod 1 | à à ADP case 4 | Al-Qaïda _ PROPN nmod 1 @al-qaida
        """,
        "Al-Qaïda",
        ("affiliés", "obl:arg"),
    ),
    "a complement on an adjective that takes none goes to the noun": (
        """
        branche branche NOUN root 0 | sahélienne sahélien ADJ amod 1 | d' de ADP case 4
        Al-Qaïda _ PROPN nmod 2 @al-qaida
        """,
        "Al-Qaïda",
        ("branche", "nmod"),
    ),
    "the second of a pair joins the first": (
        """
        combats combat NOUN nsubj 7 | entre entre ADP case 3 | Mali _ PROPN nmod 1 @mali | et _ CCONJ cc 6
        le le DET det 6 | JNIM _ PROPN nsubj 7 @jnim | cessent cesser VERB root 0 fin
        """,
        "JNIM",
        ("Mali", "conj"),
    ),
    "a noun with an article explains the name before the comma": (
        """
        entre entre ADP case 2 | Mali _ PROPN root 0 @mali | , _ PUNCT punct 5 | une un DET det 5
        alliance alliance NOUN conj 2
        """,
        "alliance",
        ("Mali", "appos"),
    ),
    "a complement of place after a place and a comma belongs to the place": (
        """
        combats combat NOUN root 0 | à à ADP case 3 | Gao _ PROPN nmod 1 @gao | , _ PUNCT punct 6
        près_de près_de ADP case 6 | Kidal _ PROPN nmod 1 @kidal
        """,
        "Kidal",
        ("Gao", "nmod"),
    ),
    "a complement right behind an event noun is the noun's and not the verb's": (
        """
        Mali _ PROPN nsubj 2 @mali | dort dormir VERB root 0 fin | après après ADP case 5 | une un DET det 5
        attaque attaque NOUN obl 2 | contre contre ADP case 7 | Niger _ PROPN obl 2 @niger
        """,
        "Niger",
        ("attaque", "nmod"),
    ),
    "des after an adjunct begins the object": (
        """
        Mali _ PROPN nsubj 2 @mali | affronte affronter VERB root 0 fin | pour pour ADP case 5 | la le DET det 5
        fois fois NOUN obl 2 | des de ADP case 7 | soldats soldat NOUN nmod 5
        """,
        "soldats",
        ("affronte", "obj"),
    ),
}


@pytest.mark.parametrize("name", MOVED)
def test_a_misplaced_word_moves(name: str, repairer: Repairer) -> None:
    block, form, expected = MOVED[name]
    before = parsed(block)
    assert head(before, form) != expected
    assert head(repairer.repair(before), form) == expected


def test_a_noun_read_as_the_adjective_of_its_own_adjective_becomes_the_head(repairer: Repairer) -> None:
    block = """
    les le DET det 3 | séparatistes séparatiste ADJ amod 3 | touareg touareg NOUN nsubj 4 | fuient fuir VERB root 0
    """
    text = repairer.repair(parsed(block))
    assert head(text, "séparatistes") == ("fuient", "nsubj")
    assert head(text, "touareg") == ("séparatistes", "amod")
    assert head(text, "les") == ("séparatistes", "det")


def test_both_of_a_pair_leave_the_subject_to_their_noun(repairer: Repairer) -> None:
    block, *_ = MOVED["the second of a pair joins the first"]
    assert head(repairer.repair(parsed(block)), "combats") == ("cessent", "nsubj")


KEPT = [
    """
    attaque attaque NOUN root 0 | du de ADP case 3 | JNIM _ PROPN nmod 1 @jnim | contre contre ADP case 5
    Gao _ PROPN nmod 1 @gao
    """,
    """
    Mali _ PROPN nsubj 2 @mali | attaque attaquer VERB root 0 fin | Niger _ PROPN obj 2 @niger | à à ADP case 5
    Gao _ PROPN obl 2 @gao
    """,
    "combats combat NOUN root 0 | entre entre ADP case 3 | Mali _ PROPN nmod 1 @mali | et _ CCONJ cc 5"
    " | JNIM _ PROPN conj 3 @jnim",
]


@pytest.mark.parametrize("block", KEPT)
def test_a_good_tree_stays_as_it_is(block: str, repairer: Repairer) -> None:
    text = parsed(block)
    assert repairer.repair(text) == text


_FORMS = [
    "Mali _ PROPN {} {} @mali",
    "attaque attaque NOUN {} {}",
    "attaque attaquer VERB {} {} fin",
    "contre contre ADP {} {}",
    "par par ADP {} {}",
    "affilié affilié ADJ {} {}",
    ", _ PUNCT {} {}",
    "des de ADP {} {}",
    "une un DET {} {}",
    "et _ CCONJ {} {}",
    "a avoir AUX {} {} fin",
    "attaqué attaquer VERB {} {} past",
    "séparatistes séparatiste ADJ {} {}",
    "porte-parole porte-parole NOUN {} {}",
]
_DEPS = "nsubj obj obl nmod amod case det conj cc appos acl xcomp aux:tense punct advcl dislocated expl:subj".split()
_ROW = st.tuples(st.sampled_from(_FORMS), st.sampled_from(_DEPS), st.integers(0, 9))


@given(st.lists(_ROW, min_size=1, max_size=10))
def test_repairs_of_any_tree_end_in_a_tree_with_the_same_words_in_the_same_places(
    repairer: Repairer, rows: list[tuple[str, str, int]]
) -> None:
    lines = [
        form.format("root" if i == 0 else dep, 0 if i == 0 else top % i + 1) for i, (form, dep, top) in enumerate(rows)
    ]
    before = parsed("\n".join(lines))
    after = repairer.repair(before)
    assert [(t.i, t.text, t.start, t.end, t.sent) for t in after.tokens] == [
        (t.i, t.text, t.start, t.end, t.sent) for t in before.tokens
    ]
    roots = [t for t in after.tokens if t.head == t.i]
    assert roots
    for token in after.tokens:
        assert token in roots or any(a in roots for a in after.ancestors(token)), "a circle"
