from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from claim_builders import document
from corpus_builders import write_corpus
from factories import entity, make_claim

from kg.claims.corpus_alone import claims_alone, resolved_alone
from kg.claims.corpus_evaluation import CorpusEvaluation, evaluate_corpus
from kg.claims.corpus_gold import CorpusGold, Mention, load_corpus_gold
from kg.claims.corpus_report import corpus_lines
from kg.claims.relationships import find_relationships
from kg.records import Claim, Document
from kg.vocabulary import Vocabulary

TEXT = " ".join(f"mot{number}" for number in range(80))
DOCUMENTS = (document("one", TEXT, "Agence"), document("copy", TEXT, "Journal"), document("two"))
ALPHA, BETA = entity("Front Alpha", "FA"), entity("Bêta", type="State")


@pytest.fixture
def gold(tmp_path: Path) -> CorpusGold:
    return load_corpus_gold(write_corpus(tmp_path))


def fights(doc: str, **values: Any) -> Claim:
    return make_claim(f"{doc} {values}", ALPHA, "fights", BETA, doc=doc, words="x" * 10, **values)


def evaluated(
    gold: CorpusGold, claims: Sequence[Claim], vocabulary: Vocabulary, documents: Sequence[Document] = DOCUMENTS
) -> CorpusEvaluation:
    relationships = find_relationships(claims, documents, vocabulary)
    return evaluate_corpus(gold, claims, relationships, documents, vocabulary)


def test_voices_that_were_read_are_counted_right_although_one_was_missed(
    gold: CorpusGold, vocabulary: Vocabulary
) -> None:
    (counted,) = evaluated(gold, [fights("one"), fights("copy")], vocabulary).voices_read
    assert (counted.found, counted.expected, counted.gold.voices) == (1, 1, 2)


def test_a_speaker_that_gold_has_is_a_voice_and_one_that_it_lacks_cannot_be_judged(
    gold: CorpusGold, vocabulary: Vocabulary
) -> None:
    (counted,) = evaluated(gold, [fights("one"), fights("two", by=BETA)], vocabulary).voices_read
    assert (counted.found, counted.expected) == (2, 2)
    (counted,) = evaluated(gold, [fights("one"), fights("two", by="Gamma")], vocabulary).voices_read
    assert (counted.found, counted.expected) == (2, None)


def test_the_parties_of_a_symmetric_relation_may_stand_either_way(gold: CorpusGold, vocabulary: Vocabulary) -> None:
    turned = make_claim("t", BETA, "fights", ALPHA, doc="one", words="x" * 10)
    assert len(evaluated(gold, [turned], vocabulary).voices_read) == 1
    other = make_claim("t", BETA, "attacks", ALPHA, doc="one", words="x" * 10)
    assert evaluated(gold, [other], vocabulary).voices_read == ()


def test_copies_are_compared_in_pairs(gold: CorpusGold, vocabulary: Vocabulary) -> None:
    evaluation = evaluated(gold, [], vocabulary)
    assert evaluation.copies == evaluation.true_copies == {("copy", "one")}
    apart = [document("one"), document("copy"), document("two")]
    assert evaluated(gold, [], vocabulary, apart).copies == set()


def test_resolution_alone_is_given_every_party_of_every_document(gold: CorpusGold, vocabulary: Vocabulary) -> None:
    found = resolved_alone(gold, vocabulary)
    assert found.keys() == gold.truth.keys()
    assert found[Mention("one", "Front Alpha")] == found[Mention("copy", "Front Alpha")]
    assert found[Mention("one", "Front Alpha")] == found[Mention("one", "Front")], "linked by the document itself"
    assert found[Mention("two", "hommes armés")] not in {v for m, v in found.items() if m.name != "hommes armés"}


def test_counting_alone_is_given_a_claim_for_each_saying(gold: CorpusGold, vocabulary: Vocabulary) -> None:
    said = claims_alone(gold)
    assert len(said) == len({claim.id for claim in said}) == 5
    unnamed = [c.attribution for c in said if c.attribution and c.attribution.scope == "document"]
    assert [speaker.label for speaker in unnamed] == ["une source"]
    evaluation = evaluated(gold, [], vocabulary)
    assert [(c.found, c.expected) for c in evaluation.voices_alone] == [(2, 2), (1, 1)]


def test_the_report_gives_both_halves_and_names_nothing_that_is_held_out(
    gold: CorpusGold, vocabulary: Vocabulary
) -> None:
    evaluation = evaluated(gold, [fights("one"), fights("copy")], vocabulary)
    apart = {mention: mention.doc for mention in gold.truth}
    lines = list(corpus_lines(replace(evaluation, alone=apart), verbose=True))
    rows = {line[:27].strip(): line[27:].strip() for line in lines[1:]}
    assert lines[0] == "4 parties under 9 names, 1 clusters of copies, 2 relationships"
    assert rows["entities as read, all"].endswith("4 of 9 names, 0 merged wrongly, 0 taken for known ones")
    assert rows["entities as read, open half"].endswith("2 of 6 names, 0 merged wrongly, 0 taken for known ones")
    assert rows["entities as read, held out"].endswith("2 of 3 names, 0 merged wrongly, 0 taken for known ones")
    assert rows["entities alone, all"].endswith("9 of 9 names, 3 merged wrongly, 0 taken for known ones")
    assert rows["copies, in pairs"] == "P 1.000  R 1.000   found 1  wrong 0  missed 0"
    assert rows["voices as read, all"].startswith("right 0.000 0/1, said in several documents 0.000 0/1, for what was")
    assert rows["voices as read, open half"].endswith("1 of 1 relationships")
    assert rows["voices alone, all"].startswith("right 1.000 2/2")
    details = [line for line in lines if line.startswith(("READ", "ALONE"))]
    # All documents bring parties of both halves together, so that no cluster is named; nor is who is held out.
    assert details == ["ALONE APART alpha: FA | Front Alpha | Front, Front Alpha"]


def test_what_went_wrong_among_open_parties_is_named(gold: CorpusGold, vocabulary: Vocabulary) -> None:
    evaluation = evaluated(gold, [fights("one")], vocabulary, [document(name) for name in ("one", "copy", "two")])
    together = {mention: "x" for mention, key in gold.truth.items() if key in {"alpha", "namesake"}}
    voices = tuple(replace(counted, found=7) for counted in evaluation.voices_read)
    changed = replace(evaluation, alone=together, voices_read=voices, known=frozenset({"x"}))
    lines = list(corpus_lines(changed, verbose=True))
    assert "ALONE TOGETHER alpha + namesake in x" in lines
    assert "ALONE TAKEN Front in two for x" in lines
    assert not any(line.startswith("ALONE TAKEN FA") for line in lines), "the gazetteer may well know it"
    assert any(line.startswith("entities alone, open half") and "1 taken for known ones" in line for line in lines)
    assert "COPIES MISSED copy one" in lines
    assert "READ VOICES alpha fights beta: 7, right is 1 for what was read, 2 in all" in lines
