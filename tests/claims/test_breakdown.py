from pathlib import Path

import pytest
from factories import entity, make_claim
from gold_files import write_gold

from kg.claims.breakdown import intervals, merged_parties, missed_causes, per_frame, shifts, speaker_errors
from kg.claims.evaluation import Evaluation, evaluate
from kg.records import Claim
from kg.vocabulary import Vocabulary


def evaluated(claims: list[Claim], gold: Path, vocabulary: Vocabulary) -> Evaluation:
    return evaluate(claims, gold, vocabulary.relations)


def test_a_frame_counts_what_it_read_rightly_and_wrongly(tmp_path: Path, vocabulary: Vocabulary) -> None:
    claims = [make_claim("1", "Bêta", "fights", "Alpha", doc="00"), make_claim("2", "Bêta", "leads", "Alpha", doc="00")]
    assert per_frame(evaluated(claims, write_gold(tmp_path / "gold"), vocabulary)) == {"active": (1, 1)}


def test_a_missed_claim_says_which_party_is_missing(tmp_path: Path, vocabulary: Vocabulary) -> None:
    gold = write_gold(tmp_path / "gold")
    assert missed_causes(evaluated([], gold, vocabulary)) == {"neither party is in any claim": 3}
    other = [make_claim("1", "Bêta", "leads", "Alpha", doc="00")]
    assert missed_causes(evaluated(other, gold, vocabulary)) == {
        "one party is in no claim": 1,  # Gao is met nowhere
        "its parties have another relation, or this one already": 1,  # fights is symmetric
        "its parties have no claim with each other": 1,  # supplies is not
    }


def test_polarity_and_speakers_are_counted_by_kind_of_error(tmp_path: Path, vocabulary: Vocabulary) -> None:
    claims = [
        make_claim("1", "Alpha", "fights", "Bêta", doc="00", by="Bêta"),
        make_claim("2", "Alpha", "supplies", "Bêta", doc="00"),
        make_claim("3", "Bêta", "controls", "Gao", doc="00", by="Bêta"),
    ]
    found = evaluated(claims, write_gold(tmp_path / "gold"), vocabulary)
    core = found.part(found.is_core).found
    assert shifts(core, found.pairs, lambda c: c.polarity) == {"positive -> positive": 2, "negative -> positive": 1}
    assert speaker_errors(core, found.pairs) == {
        "a source's, read as another source's": 1,
        "a source's, read as the author's": 1,
        "the author's, read as a source's": 1,
    }


def test_a_party_with_the_names_of_two_is_shown(tmp_path: Path, vocabulary: Vocabulary) -> None:
    both = entity("Alpha", "Bêta")
    claims = [make_claim("1", both, "operatesIn", "Gao", doc="00"), make_claim("2", "Bêta", "leads", "Alpha", doc="00")]
    merged = merged_parties(evaluated(claims, write_gold(tmp_path / "gold"), vocabulary))
    assert len(merged.parties) == 4
    assert merged.described == [("00", "alpha + beta")]


def test_intervals_hold_the_figure_and_widen_with_unlike_documents(tmp_path: Path, vocabulary: Vocabulary) -> None:
    folder = tmp_path / "gold"
    for number in range(8):
        write_gold(folder, f"0{number}")
    some = [make_claim(str(n), "Alpha", "fights", "Bêta", doc=f"0{n}") for n in range(8)]
    alike = evaluated(some, folder, vocabulary)
    assert intervals(alike, alike.is_core)["R"] == pytest.approx((1 / 3, 1 / 3))
    unlike = evaluated(some[:4], folder, vocabulary)
    low, high = intervals(unlike, unlike.is_core)["R"]
    assert low < 4 / 24 < high
    assert intervals(unlike, unlike.is_core) == intervals(unlike, unlike.is_core)


def test_without_claims_there_is_nothing_to_draw(tmp_path: Path, vocabulary: Vocabulary) -> None:
    empty = evaluated([], write_gold(tmp_path / "gold", claims=[]), vocabulary)
    assert intervals(empty, empty.is_core) == {"P": (1.0, 1.0), "R": (1.0, 1.0), "F1": (1.0, 1.0)}
    assert merged_parties(empty).parties == ()
