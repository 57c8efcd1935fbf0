"""From frames to relations: conditions, alternatives and classes of lexical entries, on a lexicon of the test's own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from text.build import parsed

from kg.lexicon import RELATIONAL_KINDS, read_lexicon
from kg.text.filler import Filler
from kg.text.frame import Frame
from kg.text.parties import Party
from kg.text.relations import RelationMatcher
from kg.text.wordlists import Wordlists
from kg.vocabulary import Vocabulary

Match = Callable[[tuple[str, ...], Frame], list[tuple[str, str, str]]]

MALI = Party(key="mali", type="State", span=(0, 4), how="name")
NIGER = Party(key="niger", type="State", span=(5, 10), how="name")
JNIM = Party(key="jnim", type="ArmedGroup", span=(11, 15), how="name")
GAO = Party(key="gao", type="Place", span=(16, 19), how="name")
CAPITAL = Party(key="bamako", type="Place", span=(20, 26), how="name", state="mali")
TOKEN = parsed("aide aider VERB root 0").tokens[0]


@pytest.fixture
def match(vocabulary: Vocabulary, tmp_path: Path) -> Match:
    """Lines of a lexicon and a frame in; subject, relation and object of each candidate out."""

    def run(lines: tuple[str, ...], frame: Frame) -> list[tuple[str, str, str]]:
        rows = []
        for line in lines:
            cells = line.split()
            example = "[S a] [O b]" if cells[0] in RELATIONAL_KINDS else ""
            rows.append("\t".join([*cells, *[""] * (7 - len(cells)), example]))
        path = tmp_path / "fr.tsv"
        path.write_text("\n".join(rows), encoding="utf-8")
        faults: list[str] = []
        entries = read_lexicon(path, faults)
        assert faults == []
        matcher = RelationMatcher(Wordlists(replace(vocabulary, lexicon=entries)))
        return [(c.subject.key, c.entry.gives, c.object.key) for c in matcher.match(frame)]

    return run


def frame(kind: str = "verb", lemma: str = "aider", **slots: object) -> Frame:
    """A frame; a slot holds a party, a list of members of a coordination, or the lemma of a noun that is no party."""
    return Frame(
        predicate=TOKEN,
        kind=kind,
        lemma=lemma,
        slots={name: tuple(filled(v) for v in (x if isinstance(x, list) else [x])) for name, x in slots.items()},
        construction="active",
    )


def filled(what: object) -> Filler:
    if isinstance(what, Party):
        return Filler(token=replace(TOKEN, i=what.span[0], pos="PROPN", lemma=what.key), parties=(what,))
    return Filler(token=replace(TOKEN, i=99, pos="NOUN", lemma=str(what), text=str(what)), parties=())


def test_an_entry_joins_the_parties_of_its_two_slots(match: Match) -> None:
    assert match(("verb aider supports subj obj",), frame(subj=MALI, obj=JNIM)) == [("mali", "supports", "jnim")]


def test_nothing_is_joined_when_a_slot_is_empty_or_the_lemma_another(match: Match) -> None:
    assert match(("verb aider supports subj obj",), frame(subj=MALI)) == []
    assert match(("verb aider supports subj obj",), frame(obj=JNIM)) == []
    assert match(("verb nuire supports subj obj",), frame(subj=MALI, obj=JNIM)) == []
    assert match(("noun aider supports subj obj",), frame(subj=MALI, obj=JNIM)) == []


def test_a_party_never_stands_in_a_relation_to_itself(match: Match) -> None:
    assert match(("verb aider supports subj obj",), frame(subj=MALI, obj=MALI)) == []


def test_the_classes_of_the_relation_decide_what_may_fill_a_slot(match: Match) -> None:
    assert match(("verb aider supports subj obj",), frame(subj=MALI, obj=GAO)) == []
    assert match(("verb aider captures subj obj",), frame(subj=MALI, obj=GAO)) == [("mali", "captures", "gao")]
    assert match(("verb aider captures subj obj",), frame(subj=GAO, obj=GAO)) == []


def test_the_classes_of_a_slot_come_before_those_of_the_relation(match: Match) -> None:
    line = ("verb aider attacks subj obj:Place",)
    assert match(line, frame(subj=MALI, obj=JNIM)) == []
    assert match(line, frame(subj=MALI, obj=GAO)) == [("mali", "attacks", "gao")]


def test_a_capital_that_acts_stands_for_its_state(match: Match) -> None:
    assert match(("verb aider supports subj obj",), frame(subj=CAPITAL, obj=JNIM)) == [("mali", "supports", "jnim")]
    assert match(("verb aider captures subj obj",), frame(subj=JNIM, obj=CAPITAL)) == [("jnim", "captures", "bamako")]


def test_slots_are_tried_in_order(match: Match) -> None:
    line = ("verb aider supports subj|par obj|à",)
    assert match(line, frame(par=MALI, à=JNIM)) == [("mali", "supports", "jnim")]
    assert match(line, frame(subj=NIGER, par=MALI, obj=JNIM)) == [("niger", "supports", "jnim")]


def test_the_first_line_that_fits_wins(match: Match) -> None:
    lines = ("verb aider supplies subj obj avec=@arms", "verb aider trains subj obj", "verb aider finances subj obj")
    assert match(lines, frame(subj=MALI, obj=JNIM)) == [("mali", "trains", "jnim")]


def test_a_line_with_a_plus_is_read_besides(match: Match) -> None:
    lines = ("verb chasser attacks subj obj", "verb chasser +losesControlOf obj de")
    found = match(lines, frame(lemma="chasser", subj=MALI, obj=JNIM, de=GAO))
    assert found == [("mali", "attacks", "jnim"), ("jnim", "losesControlOf", "gao")]


@pytest.mark.parametrize(
    ("condition", "slots", "fits"),
    [
        ("de=arme", {"de": "arme"}, True),
        ("de=arme", {"de": "pain"}, False),
        ("de=arme", {}, False),
        ("de=pain,arme", {"de": "arme"}, True),
        ("de!=arme", {"de": "arme"}, False),
        ("de!=arme", {}, True),
        ("has:de", {"de": "pain"}, True),
        ("has:de", {}, False),
        ("!has:de", {"de": "pain"}, False),
        ("!has:de", {}, True),
        ("has:de;de!=arme", {"de": "pain"}, True),
        ("has:de;de!=arme", {"de": "arme"}, False),
        ("refl", {}, False),
        ("!refl", {}, True),
        ("passive", {}, False),
        ("!passive", {}, True),
    ],
)
def test_all_conditions_must_hold(condition: str, slots: dict[str, str], fits: bool, match: Match) -> None:
    found = match((f"verb aider supports subj obj {condition}",), frame(subj=MALI, obj=JNIM, **slots))
    assert bool(found) == fits


def test_a_word_class_holds_for_every_lemma_in_it(match: Match) -> None:
    lines = ("content fusil arms", "content balle arms", "verb aider supplies subj à obj=@arms")
    assert match(lines, frame(subj=MALI, à=JNIM, obj="balle")) == [("mali", "supplies", "jnim")]
    assert match(lines, frame(subj=MALI, à=JNIM, obj="pain")) == []


def test_a_condition_on_adjectives_reads_those_of_the_noun(match: Match) -> None:
    lines = ("noun aide givesMilitarySupportTo de à adj=militaire", "noun aide supports de à adj!=humanitaire")
    plain = frame("noun", "aide", de=MALI, à=JNIM)
    for adjectives, expected in (({"militaire"}, "givesMilitarySupportTo"), (set(), "supports")):
        assert match(lines, replace(plain, adjectives=frozenset(adjectives))) == [("mali", expected, "jnim")]
    assert match(lines, replace(plain, adjectives=frozenset({"humanitaire"}))) == []


def test_one_slot_in_both_columns_pairs_the_first_member_with_the_others(match: Match) -> None:
    found = match(("noun combat fights entre entre",), frame("noun", "combat", entre=[MALI, JNIM, NIGER]))
    assert found == [("mali", "fights", "jnim"), ("mali", "fights", "niger")]


def test_a_single_member_is_no_pair(match: Match) -> None:
    assert match(("noun combat fights entre entre",), frame("noun", "combat", entre=[MALI])) == []


def test_members_of_one_side_are_not_paired_with_each_other(match: Match) -> None:
    found = match(("verb aider supports subj obj",), frame(subj=[MALI, NIGER], obj=JNIM))
    assert found == [("mali", "supports", "jnim"), ("niger", "supports", "jnim")]


def test_members_that_do_something_to_each_other_do_it_both_ways(match: Match) -> None:
    both = replace(frame(lemma="accuser", subj=[MALI, NIGER]), reflexive=True)
    found = match(("verb accuser accuses subj subj refl",), both)
    assert found == [("mali", "accuses", "niger"), ("niger", "accuses", "mali")]


def test_the_place_is_one_that_is_not_itself_a_party(vocabulary: Vocabulary) -> None:
    matcher = RelationMatcher(Wordlists(vocabulary))
    (candidate,) = matcher.match(frame(lemma="soutenir", subj=MALI, obj=JNIM, loc=GAO))
    assert candidate.where == GAO
    (candidate,) = matcher.match(frame(lemma="soutenir", subj=MALI, obj=JNIM, loc=MALI))
    assert candidate.where is None
