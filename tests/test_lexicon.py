"""The lexicon: the shipped file is sound and covers every relation; each fault of a bad line is named with its line."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from kg.lexicon import KINDS, RELATIONAL_KINDS, SLOTS, content_classes, read_lexicon, used_classes
from kg.vocabulary import Condition, LexicalEntry, Slot, Vocabulary

LEXICON = Path(__file__).parents[1] / "ontology" / "lexicon" / "fr.tsv"

FLOOR_BY_KIND = {
    "verb": 550,
    "noun": 280,
    "adjective": 35,
    "preposition": 60,
    "designation": 10,
    "speech": 120,
    "saying": 40,
    "outlet": 35,
    "source": 8,
    "light": 40,
    "modal": 60,
    "hedge": 30,
    "negator": 12,
    "verdict": 60,
    "head": 250,
    "transparent": 40,
    "content": 120,
    "ordinal": 30,
    "adverb": 400,
}
FLOOR_BY_RELATION = {
    "alliedWith": 60,
    "supports": 40,
    "givesMilitarySupportTo": 25,
    "supplies": 30,
    "trains": 10,
    "finances": 20,
    "givesIntelligenceTo": 10,
    "givesDiplomaticSupportTo": 10,
    "shelters": 12,
    "memberOf": 30,
    "affiliatedWith": 30,
    "leads": 20,
    "speaksFor": 10,
    "fights": 40,
    "attacks": 120,
    "accuses": 20,
    "condemns": 30,
    "breaksWith": 35,
    "sanctions": 15,
    "negotiatesWith": 40,
    "agreesWith": 30,
    "captures": 35,
    "controls": 30,
    "losesControlOf": 20,
    "operatesIn": 45,
    "locatedIn": 15,
    "near": 15,
    "designatedAs": 10,
}

SAID_AND_SIDED = frozenset(
    "apprendre communiquer conclure conseiller encourager offrir plaider reconnaître relever revendiquer réclamer"
    " soutenir".split()
)
"""Verbs of saying that may also take a side: what such a verb governs is no longer read as something said."""
STANDS_AND_TELLS = frozenset(
    "base bastion bataillon cadre camp cible contingent dirigeant homme instructeur membre militant patrouille repaire"
    " recruteur représentant responsable siège unité vétéran".split()
)
"""Nouns that stand for their owner and announce a relation as well; each was weighed: one disturbs the other."""


@pytest.fixture(scope="module")
def lexicon() -> tuple[LexicalEntry, ...]:
    faults: list[str] = []
    entries = read_lexicon(LEXICON, faults)
    assert faults == []
    return entries


def read(tmp_path: Path, *lines: str) -> tuple[tuple[LexicalEntry, ...], list[str]]:
    file = tmp_path / "fr.tsv"
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    faults: list[str] = []
    return read_lexicon(file, faults), faults


def row(*cells: str) -> str:
    return "\t".join(cells)


GOOD = row("verb", "soutenir", "supports", "subj", "obj", "!refl", "", "[S Le Rwanda] soutient [O le M23].")


# The shipped file


def test_the_shipped_lexicon_has_at_least_nine_hundred_lines_that_announce_a_relation(
    lexicon: tuple[LexicalEntry, ...],
) -> None:
    assert sum(entry.kind in RELATIONAL_KINDS for entry in lexicon) >= 900


def test_no_further_verb_of_saying_takes_a_side(lexicon: tuple[LexicalEntry, ...], vocabulary: Vocabulary) -> None:
    said = {entry.lemma for entry in lexicon if entry.kind == "speech"}
    sided = {e.lemma for e in lexicon if e.kind == "verb" and vocabulary.relations[e.gives.lstrip("+")].supportive}
    assert said & sided <= SAID_AND_SIDED


def test_no_further_noun_that_stands_for_its_owner_announces_a_relation(lexicon: tuple[LexicalEntry, ...]) -> None:
    lemmas = {kind: {entry.lemma for entry in lexicon if entry.kind == kind} for kind in ("noun", "transparent")}
    assert lemmas["noun"] & lemmas["transparent"] <= STANDS_AND_TELLS


def test_every_kind_has_its_floor_of_entries(lexicon: tuple[LexicalEntry, ...]) -> None:
    counts = Counter(entry.kind for entry in lexicon)
    assert set(FLOOR_BY_KIND) == KINDS
    assert {k: counts[k] for k, floor in FLOOR_BY_KIND.items() if counts[k] < floor} == {}


def test_every_relation_has_its_floor_of_entries(lexicon: tuple[LexicalEntry, ...]) -> None:
    counts = Counter(entry.gives for entry in lexicon if entry.kind in RELATIONAL_KINDS)
    assert set(counts) == set(FLOOR_BY_RELATION)
    assert {r: counts[r] for r, floor in FLOOR_BY_RELATION.items() if counts[r] < floor} == {}


def test_every_word_class_in_a_condition_has_words(lexicon: tuple[LexicalEntry, ...]) -> None:
    defined = {entry.gives for entry in lexicon if entry.kind == "content"}
    used = {v[1:] for entry in lexicon for c in entry.conditions for v in c.values if v.startswith("@")}
    assert len(used) >= 8
    assert used <= defined


def test_every_example_is_one_sentence_and_no_other_line_repeats_it(lexicon: tuple[LexicalEntry, ...]) -> None:
    examples = Counter(entry.example for entry in lexicon if entry.kind in RELATIONAL_KINDS and not entry.also)
    assert [e for e in examples if not e.endswith((".", "!", "?"))] == []
    assert [e for e, n in examples.items() if n > 1] == []


def test_an_additional_line_follows_a_first_line_of_its_lemma(lexicon: tuple[LexicalEntry, ...]) -> None:
    seen: set[tuple[str, str]] = set()
    additional = 0
    for entry in lexicon:
        key = (entry.kind, entry.lemma)
        if entry.also:
            additional += 1
            assert key in seen, entry.name
        seen.add(key)
    assert additional >= 5


def test_who_receives_is_the_object_of_support_and_of_attack(lexicon: tuple[LexicalEntry, ...]) -> None:
    def slots(kind: str, lemma: str, gives: str) -> list[tuple[set[str], set[str]]]:
        found = [e for e in lexicon if (e.kind, e.lemma, e.gives) == (kind, lemma, gives)]
        assert found, lemma
        return [({s.name for s in e.subject}, {s.name for s in e.object}) for e in found]

    for lemma in ("recevoir", "obtenir", "acheter"):
        for subject, object_ in slots("verb", lemma, "supplies"):
            assert "subj" not in subject and object_ == {"subj"}
    for lemma in ("subir", "essuyer"):
        for subject, object_ in slots("verb", lemma, "attacks"):
            assert "subj" not in subject and object_ == {"subj"}
    reversed_ = {e.lemma for e in lexicon if e.kind == "light" and "reversed" in e.sets}
    assert {"subir", "essuyer", "recevoir", "bénéficier", "obtenir", "repousser"} <= reversed_
    given = {e.lemma for e in lexicon if e.kind == "light" and "reversed" not in e.sets}
    assert {"apporter", "fournir", "lancer", "mener"} <= given and not given & reversed_


def test_the_one_who_loses_a_place_is_the_subject_and_who_profits_takes_it(lexicon: tuple[LexicalEntry, ...]) -> None:
    lines = [e for e in lexicon if (e.kind, e.lemma) == ("verb", "perdre")]
    assert [(e.gives, e.also, e.subject[0].name, e.object[0].name) for e in lines][:2] == [
        ("losesControlOf", False, "subj", "obj"),
        ("captures", True, "au_profit_de", "obj"),
    ]


def test_denials_are_negative_and_accusations_only_probable(lexicon: tuple[LexicalEntry, ...]) -> None:
    speech = {e.lemma: dict(e.sets) for e in reversed(lexicon) if e.kind == "speech"}  # the first line of each
    for lemma in ("démentir", "nier", "réfuter", "récuser", "contester", "rejeter"):
        assert speech[lemma]["polarity"] == "negative"
    for lemma in ("accuser", "soupçonner"):
        assert speech[lemma] == {"certainty": "probable", "control": "obj"}
    for lemma in ("promettre", "menacer", "craindre"):
        assert speech[lemma]["certainty"] == "possible"
    for lemma in ("affirmer", "annoncer", "déclarer", "confirmer"):
        assert "certainty" not in speech[lemma] and "polarity" not in speech[lemma]


def test_loaded_words_are_those_of_the_guidelines(lexicon: tuple[LexicalEntry, ...]) -> None:
    words = {e.lemma for e in lexicon if e.kind == "designation"}
    expected = (
        "terroriste rebelle séparatiste djihadiste jihadiste islamiste mercenaire junte putschiste bandit envahisseur"
    )
    assert words == set(expected.split())


# Reading


def test_a_line_is_read_into_its_parts(tmp_path: Path) -> None:
    line = row(
        "verb",
        "fournir",
        "+supplies",
        "subj",
        "à:Actor,Place|obj",
        "obj=@arms,don;!has:contre;adj!=humanitaire",
        "certainty=probable ended",
        "[S L'Iran] fournit des drones à [O la Russie].",
    )
    (entry,), faults = read(tmp_path, "# comment", "", line)
    assert faults == []
    assert (entry.line, entry.kind, entry.lemma, entry.gives, entry.also) == (3, "verb", "fournir", "supplies", True)
    assert entry.subject == (Slot(name="subj"),)
    assert entry.object == (Slot(name="à", classes=("Actor", "Place")), Slot(name="obj"))
    assert entry.conditions == (
        Condition(slot="obj", op="=", values=("@arms", "don")),
        Condition(slot="contre", op="!has"),
        Condition(slot="adj", op="!=", values=("humanitaire",)),
    )
    assert entry.sets == {"certainty": "probable", "ended": "yes"}
    assert entry.name == "fr.tsv:3 verb fournir"


def test_alternatives_of_one_lemma_keep_the_order_of_the_file(tmp_path: Path) -> None:
    other = row(
        "verb", "soutenir", "alliedWith", "subj", "subj", "refl", "", "[S Le Mali] et [O le Niger] se soutiennent."
    )
    entries, faults = read(tmp_path, GOOD, other)
    assert faults == []
    assert [e.gives for e in entries] == ["supports", "alliedWith"]
    assert [c.op for e in entries for c in e.conditions] == ["!flag", "flag"]


def test_trailing_cells_may_be_left_out(tmp_path: Path) -> None:
    (entry,), faults = read(tmp_path, row("head", "armée", "ArmedForces", "", "", "", "of-state generic"))
    assert faults == []
    assert entry.sets == {"of-state": "yes", "generic": "yes"}


def test_a_preposition_of_the_file_is_a_slot_for_others(tmp_path: Path) -> None:
    preposition = row(
        "preposition", "aux mains de", "controls", "comp", "gov", "", "", "[O Goma], aux mains du [S M23]."
    )
    verb = row("verb", "tomber", "captures", "aux_mains_de", "subj", "", "", "[O Goma] tombe aux mains du [S M23].")
    entries, faults = read(tmp_path, verb, preposition)
    assert faults == []
    assert len(entries) == 2
    _, faults = read(tmp_path, verb)
    assert faults and "unknown slot 'aux_mains_de' for a verb" in faults[0]


def test_a_byte_order_mark_is_no_fault(tmp_path: Path) -> None:
    file = tmp_path / "fr.tsv"
    file.write_bytes(b"\xef\xbb\xbf" + GOOD.encode())
    faults: list[str] = []
    assert len(read_lexicon(file, faults)) == 1
    assert faults == []


def test_content_classes_gather_all_classes_of_a_word(tmp_path: Path) -> None:
    entries, _ = read(tmp_path, row("content", "base", "refuge"), row("content", "base", "territory"))
    assert content_classes(entries) == {"base": frozenset({"refuge", "territory"})}


def test_used_classes_lists_those_of_heads_and_slots(tmp_path: Path) -> None:
    verb = row("verb", "tenir", "controls", "subj:ArmedActor", "obj:Place", "", "", "[S Le M23] tient [O Goma].")
    entries, _ = read(tmp_path, row("head", "armée", "ArmedForces"), verb)
    assert [name for _, name in used_classes(entries)] == ["ArmedForces", "ArmedActor", "Place"]


# Faults

EXAMPLE = "[S Le Rwanda] soutient [O le M23]."
BAD = {
    "nine cells": (row(*GOOD.split("\t"), "x"), "9 cells, keep to 8 separated by tabs"),
    "no lemma": ("verb", "no lemma, write at least the kind"),
    "unknown kind": (row("verbe", "aider"), "unknown kind 'verbe', use one of: adjective adverb content"),
    "contraction in a lemma": (
        row("verb", "prendre d'assaut", "attacks", "subj", "obj", "", "", EXAMPLE),
        "'d'assaut' in the lemma 'prendre d'assaut', undo contractions",
    ),
    "article in a lemma": (
        row("verb", "tomber aux mains", "attacks", "de", "subj", "", "", EXAMPLE),
        "'aux' in the lemma 'tomber aux mains', undo contractions",
    ),
    "no relation": (row("verb", "aider", "", "subj", "obj", "", "", EXAMPLE), "'' is not the name of a relation"),
    "class in the place of a relation": (
        row("verb", "aider", "Actor", "subj", "obj", "", "", EXAMPLE),
        "'Actor' is not the name of a relation",
    ),
    "relation in the place of a class": (row("head", "armée", "supports"), "'supports' is not the name of a class"),
    "no word class": (row("content", "fusil", "Arms"), "'Arms' is not the name of a word class"),
    "bad ordinal": (row("ordinal", "deux", "two"), "'two' is not the name of a class or a number"),
    "gives where nothing is given": (
        row("speech", "dire", "supports", "subj"),
        "a speech gives nothing but has 'supports', leave the third cell empty",
    ),
    "additional head": (row("head", "armée", "+ArmedForces"), "a head cannot be additional, remove the leading +"),
    "no subject": (row("verb", "aider", "supports", "", "obj", "", "", EXAMPLE), "no slot for the subject"),
    "no object": (row("verb", "aider", "supports", "subj", "", "", "", EXAMPLE), "no slot for the object"),
    "object of a designation": (
        row("designation", "rebelle", "designatedAs", "self", "obj", "", "", "[S Les rebelles] avancent."),
        "a designation has no object, leave the fifth cell empty",
    ),
    "unknown slot": (
        row("verb", "aider", "supports", "sujet", "obj", "", "", EXAMPLE),
        "unknown slot 'sujet' for a verb, use one of: adj",
    ),
    "slot of another kind": (
        row("verb", "aider", "supports", "self", "obj", "", "", EXAMPLE),
        "unknown slot 'self' for a verb",
    ),
    "slot on a kind without slots": (
        row("hedge", "présumé", "", "subj"),
        "a hedge has no subject, leave the",
    ),
    "bad class": (
        row("verb", "aider", "supports", "subj:actor", "obj", "", "", EXAMPLE),
        "'actor' is not the name of a class, write classes as slot:Class,Class",
    ),
    "empty class": (
        row("verb", "aider", "supports", "subj:", "obj", "", "", EXAMPLE),
        "'' is not the name of a class",
    ),
    "unknown condition": (
        row("verb", "aider", "supports", "subj", "obj", "reflexive", "", EXAMPLE),
        "unknown condition 'reflexive', write slot=lemma",
    ),
    "unknown slot in a condition": (
        row("verb", "aider", "supports", "subj", "obj", "objet=@arms", "", EXAMPLE),
        "unknown slot 'objet' in a condition, use a slot that a verb has",
    ),
    "empty value in a condition": (
        row("verb", "aider", "supports", "subj", "obj", "obj=arme,,don", "", EXAMPLE),
        "an empty value in 'obj=arme,,don', separate values by one comma",
    ),
    "unknown effect": (
        row("hedge", "présumé", "", "", "", "", "certainty=likely"),
        "unknown effect 'certainty=likely', use one of the effects",
    ),
    "unknown mark": (row("head", "armée", "ArmedForces", "", "", "", "ofstate"), "unknown effect 'ofstate'"),
    "no example": (row("verb", "aider", "supports", "subj", "obj"), "the example lacks its marks or has too many"),
    "two subjects in an example": (
        row("verb", "aider", "supports", "subj", "obj", "", "", "[S X] et [S Y] aident [O Z]."),
        "the example lacks its marks or has too many, mark exactly once [S …] and [O …]",
    ),
    "open bracket in an example": (
        row("verb", "aider", "supports", "subj", "obj", "", "", "[S X] aide [O Z] [sic."),
        "the example lacks its marks or has too many",
    ),
    "object in the example of a designation": (
        row("designation", "rebelle", "designatedAs", "self", "", "", "", "[S Les rebelles] tiennent [O Goma]."),
        "mark exactly once [S …]",
    ),
    "example where none is needed": (
        row("hedge", "présumé", "", "", "", "", "certainty=probable", EXAMPLE),
        "a hedge needs no example, leave the last cell empty",
    ),
}


@pytest.mark.parametrize("line, message", BAD.values(), ids=BAD)
def test_a_bad_line_is_left_out_and_its_fault_names_file_and_line(tmp_path: Path, line: str, message: str) -> None:
    entries, faults = read(tmp_path, GOOD, line)
    assert [e.line for e in entries] == [1]
    assert any(fault.startswith("fr.tsv:2: ") and message in fault for fault in faults), faults


def test_a_repeated_line_names_the_line_before(tmp_path: Path) -> None:
    entries, faults = read(tmp_path, GOOD, "# between", GOOD)
    assert len(entries) == 1
    assert faults == ["fr.tsv:3: 'verb soutenir' repeats line 1, remove one of the two or change its conditions"]


def test_all_faults_of_a_file_are_reported_at_once(tmp_path: Path) -> None:
    entries, faults = read(tmp_path, *(line for line, _ in BAD.values()))
    assert entries == ()
    assert {int(fault.split(":")[1]) for fault in faults} == set(range(1, len(BAD) + 1))


def test_a_missing_file_is_a_fault_and_no_crash(tmp_path: Path) -> None:
    faults: list[str] = []
    assert read_lexicon(tmp_path / "fr.tsv", faults) == ()
    assert len(faults) == 1 and faults[0].startswith("fr.tsv:1: cannot be read")


def test_a_file_in_another_encoding_is_a_fault(tmp_path: Path) -> None:
    file = tmp_path / "fr.tsv"
    file.write_bytes("head\tarmée\tArmedForces\n".encode("latin-1"))
    faults: list[str] = []
    assert read_lexicon(file, faults) == ()
    assert len(faults) == 1 and "provide the lexicon as a UTF-8 file" in faults[0]


def test_slots_are_named_for_every_kind_that_announces_a_relation() -> None:
    assert set(SLOTS) >= RELATIONAL_KINDS
