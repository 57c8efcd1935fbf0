import contextlib
import importlib.util
import io
import json
import random
import sys
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from factories import entity, make_claim
from gold_files import GOLD, write_gold

from kg.claims.evaluation import evaluate
from kg.claims.scores import report_lines
from kg.claims.serialize import dump_claims
from kg.errors import GoldError
from kg.records import Claim, Entity, Word
from kg.vocabulary import Relation, Vocabulary


def scored(claims: Iterable[Claim], gold: Path, relations: Mapping[str, Relation]) -> dict[str, str]:
    """The lines of the report by title."""
    lines = list(report_lines(evaluate(claims, gold, relations)))
    return {line[:28].strip(): " ".join(line[28:].split()) for line in lines[1:]} | {"head": lines[0]}


def test_hand_checked_figures_of_a_small_gold_file(tmp_path: Path, vocabulary: Vocabulary) -> None:
    claims = [
        make_claim("1", "BETA 1", "fights", "Alpha", doc="00"),  # symmetric: found
        make_claim("2", "Armée d'Alpha", "supports", "Beta", doc="00"),  # parent: half, wrong in the strict score
        make_claim("3", "Bêta", "controls", "GAO", doc="00_x", by="Le porte-parole"),  # found by an alternative speaker
        make_claim("4", "Bêta", "controls", "Gao", doc="00", by="porte parole"),  # a repeat: neither found nor wrong
        make_claim("5", "Bêta", "designatedAs", Word(literal="Rebelles"), doc="00"),  # found apart
        make_claim("6", "Alpha", "operatesIn", "Gao", doc="00"),  # optional: not counted
        make_claim("7", "Bêta", "attacks", "Alpha", doc="00"),  # wrong
        make_claim("8", "Bêta", "attacks", "Alpha", doc="001"),  # another document
    ]
    assert scored(claims, write_gold(tmp_path / "gold"), vocabulary.relations) == {
        "head": "1 documents, 8 predictions (1 for other documents)",
        "core strict": "P 0.500 R 0.667 F1 0.571 found 2 wrong 2 missed 1",
        "core relaxed": "P 0.625 R 0.833 F1 0.714 found 2 wrong 2 missed 1",
        "supportive family strict": "P 0.000 R 0.000 F1 0.000 found 0 wrong 1 missed 1",
        "words and places (apart)": "P 1.000 R 1.000 F1 1.000 found 1 wrong 0 missed 0",
        "polarity": "1.000 2/2",
        "certainty": "1.000 2/2",
        "attribution": "1.000 2/2",
        "of claims by a source": "1.000 1/1",
        "negative claims recalled": "0.000 0/1",
    }


def test_nothing_said_has_no_precision_and_no_recall(tmp_path: Path, vocabulary: Vocabulary) -> None:
    rows = scored([], write_gold(tmp_path / "gold"), vocabulary.relations)
    assert rows["core strict"] == "P 0.000 R 0.000 F1 0.000 found 0 wrong 0 missed 3"


def test_a_pair_that_agrees_in_polarity_and_speaker_is_made_first(tmp_path: Path, vocabulary: Vocabulary) -> None:
    denial = {"polarity": "negative", "certainty": "probable", "doc": "00"}
    claims = [
        make_claim("1", "Alpha", "supplies", "Bêta", doc="00", by="Bêta"),
        make_claim("2", "Alpha", "supplies", "Bêta", by="Alpha", **denial),
        make_claim("3", "Alpha", "supplies", "Bêta", by="Bêta", **denial),
    ]
    rows = scored(claims, write_gold(tmp_path / "gold"), vocabulary.relations)
    assert rows["polarity"] == "1.000 1/1"
    assert rows["attribution"] == "1.000 1/1"
    assert rows["supportive family strict"].endswith("found 1 wrong 2 missed 0")


def test_the_longest_stem_takes_a_document(tmp_path: Path, vocabulary: Vocabulary) -> None:
    gold = write_gold(write_gold(tmp_path / "gold"), "00_long")
    claims = [make_claim("1", "Alpha", "fights", "Bêta", doc="00_long_name")]
    missed = list(report_lines(evaluate(claims, gold, vocabulary.relations), verbose=True))
    assert sum(line.startswith("MISSED 00 ") for line in missed) == 4
    assert sum(line.startswith("MISSED 00_long ") for line in missed) == 3


def test_a_language_keeps_its_documents_only(tmp_path: Path, vocabulary: Vocabulary) -> None:
    gold = write_gold(write_gold(tmp_path / "gold"), "01", lang="en")
    assert evaluate([], gold, vocabulary.relations, language="en").documents == 1
    with pytest.raises(GoldError, match="found: en, fr"):
        evaluate([], gold, vocabulary.relations, language="de")


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"claims": [GOLD["claims"][0] | {"s": "zz"}]}, "claim 1: unknown entity 'zz'"),
        ({"claims": [GOLD["claims"][0], GOLD["claims"][1] | {"r": "likes"}]}, "claim 2: unknown relation 'likes'"),
        ({"claims": [{"s": "a"}]}, "claim 1: needs the texts"),
        ({"claims": ["a"]}, "claim 1: needs the texts"),
        ({"claims": None}, "needs an object `entities` and a list `claims`"),
        ({"entities": []}, "needs an object `entities` and a list `claims`"),
    ],
)
def test_a_faulty_gold_file_is_named(
    tmp_path: Path, vocabulary: Vocabulary, changes: dict[str, Any], says: str
) -> None:
    gold = write_gold(tmp_path / "gold", **changes)
    with pytest.raises(GoldError, match=says) as caught:
        evaluate([], gold, vocabulary.relations)
    assert str(gold / "00.json") in str(caught.value)


def test_gold_that_is_no_json_is_named_with_its_line(tmp_path: Path, vocabulary: Vocabulary) -> None:
    gold = write_gold(tmp_path / "gold")
    (gold / "01.json").write_text("{\n  'a': 1}")
    (gold / "02.json").write_text("[]")
    with pytest.raises(GoldError, match="2 faults") as caught:
        evaluate([], gold, vocabulary.relations)
    assert "01.json:2: no JSON" in str(caught.value)
    assert "02.json: holds no JSON object" in str(caught.value)


def test_a_folder_without_gold_is_refused(tmp_path: Path, vocabulary: Vocabulary) -> None:
    with pytest.raises(GoldError, match="no gold file"):
        evaluate([], tmp_path, vocabulary.relations)


def invented(gold: Path, relations: Mapping[str, Relation], seed: int) -> list[Claim]:
    """Predictions made from gold with what a reader gets wrong: lost, doubled, turned round, misattributed claims."""
    dice = random.Random(seed)
    claims = []
    for path in sorted(gold.glob("*.json")):
        data = json.loads(path.read_text(encoding="utf-8"))
        parties = {key: entity(value["names"][0], *value["names"][1:]) for key, value in data["entities"].items()}
        for raw in data["claims"] * 2:
            if dice.random() < 0.3:
                continue
            speaker = parties.get(dice.choice([raw["attribution"], raw["attribution"], *parties]))
            literal = relations[raw["r"]].range is None
            target: Entity | Word = Word(literal=raw["o"] + dice.choice(["", "s"])) if literal else parties[raw["o"]]
            claim = make_claim(
                f"{path.stem}-{len(claims)}",
                parties[raw["s"]],
                raw["r"],
                target,
                doc=path.stem + dice.choice(["", "_x", "-y", "9"]),
                by=speaker,
                polarity=dice.choice([raw["polarity"], "positive", "negative"]),
                certainty=dice.choice([raw["certainty"], "probable"]),
            )
            if not literal and isinstance(target, Entity) and dice.random() < 0.3:
                kin = [r.name for r in relations.values() if r.range is not None]
                claim = replace(claim, relation=dice.choice(kin), subject=target, object=claim.subject)
            elif not literal and dice.random() < 0.3:
                near = [r.name for r in relations.values() if raw["r"] in (r.name, r.parent)]
                claim = replace(claim, relation=relations[raw["r"]].parent or dice.choice(near))
            claims.append(claim)
    dice.shuffle(claims)
    return claims


def reference(scorer: Path, gold: Path, claims: list[Claim], folder: Path) -> list[str]:
    """What the reference scorer prints for ``claims``."""
    spec = importlib.util.spec_from_file_location("reference_scorer", scorer)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    dump_claims(claims, folder / "claims.jsonl")
    printed = io.StringIO()
    with pytest.MonkeyPatch.context() as patch, contextlib.redirect_stdout(printed):
        patch.setattr(sys, "argv", ["score.py", str(gold), str(folder / "claims.jsonl"), "--verbose"])
        module.main()
    return printed.getvalue().splitlines()


@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize("own", [True, False], ids=["project-gold", "shared-gold"])
def test_the_figures_are_those_of_the_reference_scorer(
    tmp_path: Path, vocabulary: Vocabulary, shared: Path, seed: int, own: bool
) -> None:
    gold = Path(__file__).parent.parent / "gold" / "train" if own else shared / "gold"
    claims = invented(gold, vocabulary.relations, seed)
    assert len(claims) > 20
    expected = reference(shared / "score.py", gold, claims, tmp_path)
    # The words behind a wrong claim are shown as words here, as a record there.
    lines = report_lines(evaluate(sorted_as_written(claims), gold, vocabulary.relations), verbose=True)
    ours, theirs = ([line.split(" | ")[0] for line in found] for found in (lines, expected))
    assert [line for line in ours if line in theirs] == theirs
    more = [line for line in ours if line not in theirs]  # intervals, frames and kinds of errors are ours alone
    assert not [line for line in more if line.startswith(("MISSED", "WRONG"))]


def sorted_as_written(claims: list[Claim]) -> list[Claim]:
    return sorted(claims, key=lambda claim: (claim.doc, claim.evidence[0].start, claim.id))
