"""The shipped ontology is sound, and every kind of fault is found and named."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from rdflib import Graph

from kg.errors import OntologyError
from kg.ontology import check, find_folder, load_vocabulary
from kg.ontology.relations import unmark
from kg.vocabulary import Membership, Succession, Vocabulary

Edit = Callable[[str, str, str], list[str]]

PREFIXES = """
@prefix ckg: <https://w3id.org/conflict-kg/ontology#> .
@prefix geo: <http://www.w3.org/2003/01/geo/wgs84_pos#> .
@prefix schema: <https://schema.org/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix id: <https://w3id.org/conflict-kg/id/entity/> .
"""
LEXICON_LINE = "verb\tattaquer\tattacks\tsubj\tobj\t\t\t[S Le JNIM] attaque [O l'armée]."


@pytest.fixture(scope="module")
def shipped() -> Vocabulary:
    return load_vocabulary()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The shipped relations with a gazetteer and lexicon of one entry each."""
    (tmp_path / "gazetteer").mkdir()
    (tmp_path / "lexicon").mkdir()
    (tmp_path / "queries").mkdir()
    shutil.copy(find_folder() / "conflict.ttl", tmp_path)
    (tmp_path / "lexicon" / "fr.tsv").write_text(LEXICON_LINE, encoding="utf-8")
    _gazetteer(tmp_path, 'id:mali a ckg:State ; skos:prefLabel "Mali"@fr .')
    return tmp_path


def _gazetteer(folder: Path, body: str) -> list[str]:
    (folder / "gazetteer" / "a.ttl").write_text(PREFIXES + body, encoding="utf-8")
    return check(folder)


def _replace(folder: Path, old: str, new: str) -> list[str]:
    """Changes conflict.ttl everywhere and returns the faults."""
    path = folder / "conflict.ttl"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    return check(folder)


def test_the_shipped_ontology_has_no_fault(shipped: Vocabulary) -> None:
    assert check() == []
    assert len(shipped.relations) == 28
    assert len(shipped.classes) == 16
    assert len(shipped.families) == 6
    assert shipped.version


def test_every_shipped_relation_has_marked_examples(shipped: Vocabulary) -> None:
    for relation in shipped.relations.values():
        assert len(relation.examples) >= 3 and len(relation.counterexamples) >= 2
        for example in relation.examples:
            assert example.subject is not None
            assert (example.object is None) == (relation.range is None)
            assert not set("[]") & set(example.text)


def test_no_example_is_used_twice(shipped: Vocabulary) -> None:
    texts = [e.text for r in shipped.relations.values() for e in (*r.examples, *r.counterexamples)]
    assert len(texts) == len(set(texts)) > 140


def test_sub_relations_inherit_what_makes_them_support(shipped: Vocabulary) -> None:
    children = [r for r in shipped.relations.values() if r.parent]
    assert len(children) == 7
    assert all(shipped.relations[r.parent].supportive and r.supportive for r in children if r.parent)
    assert sum(r.supportive for r in shipped.relations.values()) == 10
    assert sum(r.apart for r in shipped.relations.values()) == 3
    assert sum(r.symmetric for r in shipped.relations.values()) == 4


def test_a_state_is_also_a_place_and_an_armed_group_is_not(shipped: Vocabulary) -> None:
    assert shipped.is_a("State", "Place") and shipped.is_a("State", "Actor")
    assert shipped.is_a("ArmedGroup", "Actor") and not shipped.is_a("ArmedGroup", "Place")
    assert not shipped.is_a("UnnamedSource", "Actor")
    assert not shipped.is_a("Nothing", "Actor")


def test_the_ontology_loads_in_rdflib() -> None:
    assert len(Graph().parse(find_folder() / "conflict.ttl")) > 800


def test_unmark_gives_plain_text_and_spans() -> None:
    example = unmark("Hier, [S le JNIM] a tué [O deux soldats].")
    assert example.text == "Hier, le JNIM a tué deux soldats."
    assert example.subject is not None and example.object is not None
    assert example.text[slice(*example.subject)] == "le JNIM"
    assert example.text[slice(*example.object)] == "deux soldats"


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('rdfs:label "attaque"@fr , "attacks"@en', 'rdfs:label "attaque"@fr', "ckg:attacks has no rdfs:label@en"),
        ('skos:definition "Des combats', 'rdfs:comment "Des combats', "ckg:fights has no skos:definition@fr"),
        ("ckg:family ckg:Words", 'rdfs:comment "x"', "ckg:designatedAs needs exactly one ckg:family"),
        ("ckg:family ckg:Words", "ckg:family ckg:Wordy", "ckg:designatedAs needs exactly one ckg:family"),
        ("rdfs:range ckg:Entity", "rdfs:range ckg:Thing", "ckg:attacks has the unknown rdfs:range ckg:Thing"),
        ("rdfs:range ckg:Entity", "skos:note ckg:Entity", "ckg:attacks has no rdfs:range"),
        ("rdfs:domain ckg:Person", "rdfs:domain ckg:Persona", "ckg:leads has the unknown rdfs:domain ckg:Persona"),
        ("rdfs:subPropertyOf ckg:supports", "rdfs:subPropertyOf ckg:helps", "below the unknown relation ckg:helps"),
        ("rdfs:subPropertyOf ckg:supports", "rdfs:subPropertyOf ckg:trains", "ckg:trains is below itself"),
        ("rdfs:range rdfs:Literal ;\n    ckg:scoredApart", "rdfs:range ckg:Actor ;\n    ckg:scoredApart", "owl:Object"),
        ("[S Le M23] s'est emparé", "Le M23 s'est emparé", "must mark [S …] and [O …] once each"),
        ("[O Bunagana]", "[O Bunagana] [O Goma]", "must mark [S …] and [O …] once each"),
        ('ckg:counterExample "Un photographe', 'rdfs:comment "Un photographe', "ckg:captures has 0 ckg:counterExample"),
        ("ckg:near a ckg:Relation ,", "ckg:near a", "ckg:near is described as a relation"),
        ('owl:versionInfo "1.0.0"', 'rdfs:comment "1"', "no owl:versionInfo"),
        ("ckg:Entity a owl:Class", "ckg:Entity a skos:Concept", "ckg:Entity is missing"),
    ],
)
def test_each_fault_of_a_relation_is_named(folder: Path, old: str, new: str, fault: str) -> None:
    faults = _replace(folder, old, new)
    assert any(fault in f and f.startswith("conflict.ttl: ") for f in faults), faults


def test_a_syntax_error_is_named_with_its_line(folder: Path) -> None:
    path = folder / "conflict.ttl"
    lines = path.read_text(encoding="utf-8").split("\n")
    lines[39] = "ckg:broken a ;;; ."
    path.write_text("\n".join(lines), encoding="utf-8")
    (fault,) = check(folder)
    assert fault.startswith("conflict.ttl:40: ")


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        ("id:x a ckg:State .", "id/entity/x> has no skos:prefLabel"),
        ('id:x a ckg:State ; skos:prefLabel "!"@fr .', "id/entity/x> has no skos:prefLabel"),
        ('id:x skos:prefLabel "X"@fr .', "id/entity/x> has no class"),
        ('id:x a ckg:State , ckg:Place ; skos:prefLabel "X"@fr .', "has 2 class"),
        ('id:x a ckg:Stat ; skos:prefLabel "X"@fr .', "unknown class ckg:Stat"),
        ('id:x a ckg:Claim ; skos:prefLabel "X"@fr .', "unknown class ckg:Claim"),
        ('id:x a ckg:State ; skos:prefLabel "X"@fr , "Y"@fr .', "2 skos:prefLabel@fr"),
        ('id:x a ckg:State ; skos:prefLabel "X"@fr ; ckg:capital id:y .', "ckg:capital to the unknown entry y"),
        ('id:x a ckg:ArmedGroup ; skos:prefLabel "X"@fr ; ckg:succeeds id:y .', "ckg:succeeds to the unknown entry y"),
        ('id:x a ckg:Place ; skos:prefLabel "X"@fr ; geo:lat 12.0 .', "needs one geo:lat and one geo:long"),
        ('id:x a ckg:Place ; skos:prefLabel "X"@fr ; geo:lat 99.0 ; geo:long 1.0 .', "outside the globe"),
        (
            'id:x a ckg:State ; skos:prefLabel "Le Mali"@fr . id:y a ckg:State ; skos:prefLabel "Mali"@fr .',
            "shares the strong name « Mali » with x",
        ),
        (
            'id:s a ckg:State ; skos:prefLabel "S"@fr . '
            'id:x a ckg:ArmedForces ; skos:prefLabel "X"@fr ; ckg:bodyOf id:s ; ckg:mainBody true . '
            'id:y a ckg:ArmedForces ; skos:prefLabel "Y"@fr ; ckg:bodyOf id:s ; ckg:mainBody true .',
            "second ckg:mainBody beside x",
        ),
        (
            'id:x a ckg:Place ; skos:prefLabel "X"@fr ; schema:containedInPlace id:y .',
            "containedInPlace to the unknown",
        ),
        (
            'id:x a ckg:Place ; skos:prefLabel "X"@fr ; schema:containedInPlace id:y . '
            'id:y a ckg:Place ; skos:prefLabel "Y"@fr ; schema:containedInPlace id:x .',
            "lies in itself through schema:containedInPlace, break the ring",
        ),
        (
            'id:x a ckg:Place ; skos:prefLabel "X"@fr ; schema:containedInPlace id:y ; ckg:bodyOf id:s . '
            'id:y a ckg:Place ; skos:prefLabel "Y"@fr . id:s a ckg:State ; skos:prefLabel "S"@fr .',
            "lies in y, but has another ckg:bodyOf",
        ),
        (
            'id:x a ckg:ArmedGroup ; skos:prefLabel "X"@fr ; ckg:succession [ ckg:when "2024" ] .',
            "a ckg:succession with no ckg:predecessor",
        ),
        (
            'id:x a ckg:ArmedGroup ; skos:prefLabel "X"@fr ; ckg:succession [ ckg:predecessor id:y ] .',
            "ckg:succeeds to the unknown entry y",
        ),
        (
            'id:x a ckg:ArmedGroup ; skos:prefLabel "X"@fr ; ckg:membership [ ckg:organization id:y ] .',
            "ckg:membership to the unknown entry y",
        ),
        (
            'id:x a ckg:Person ; skos:prefLabel "X"@fr ; '
            'ckg:membership [ ckg:organization id:x ; ckg:when "mai 2024" ] .',
            "the ckg:when « mai 2024 », write one ISO 8601 date or interval",
        ),
        ('id:x a ckg:Place ; skos:prefLabel "X"@fr ; skos:altLable "Y"@fr .', "the unknown property skos:altLable"),
        ('id:x a ckg:Place ; skos:prefLabel "X"@fr ; ckg:weakname "Y"@fr .', "the unknown property ckg:weakname"),
        ("id:x a ckg:State ; .. ", "a.ttl:7: "),
    ],
)
def test_each_fault_of_the_gazetteer_is_named(folder: Path, body: str, fault: str) -> None:
    faults = _gazetteer(folder, body)
    assert any(fault in f and f.startswith("a.ttl") for f in faults), faults


def test_one_name_may_stand_for_a_place_and_an_actor(folder: Path) -> None:
    assert (
        _gazetteer(folder, 'id:x a ckg:Place ; skos:prefLabel "X"@fr . id:y a ckg:State ; skos:prefLabel "X"@fr .')
        == []
    )


def test_a_gazetteer_entry_is_read_whole(folder: Path) -> None:
    body = (
        'id:mali a ckg:State ; skos:prefLabel "Mali"@fr , "Republic of Mali"@en ;'
        ' skos:altLabel "République du Mali"@fr ; ckg:demonym "Maliens", "malien" ;'
        ' ckg:weakName "Bamako"@fr ; ckg:capital id:bamako .'
        'id:bamako a ckg:Place ; skos:prefLabel "Bamako"@fr ; ckg:bodyOf id:mali ; geo:lat 12.64 ; geo:long -8.0 ;'
        " skos:exactMatch <http://www.wikidata.org/entity/Q3703> ."
    )
    assert _gazetteer(folder, body) == []
    entries = load_vocabulary(folder).gazetteer
    mali, bamako = entries["mali"], entries["bamako"]
    assert mali.names == ("Mali", "Republic of Mali", "République du Mali")
    assert mali.demonyms == ("malien", "maliens") and mali.weak == ("Bamako",) and mali.capital == "bamako"
    assert bamako.state == "mali" and bamako.point == (12.64, -8.0)
    assert bamako.exact == ("http://www.wikidata.org/entity/Q3703",)


def test_successions_and_memberships_are_read_with_their_dates(folder: Path) -> None:
    body = (
        'id:a a ckg:ArmedGroup ; skos:prefLabel "A"@fr . id:b a ckg:ArmedGroup ; skos:prefLabel "B"@fr .'
        'id:c a ckg:ArmedGroup ; skos:prefLabel "C"@fr ; skos:altLabel "Sea"@en ; ckg:succeeds id:a , id:b ;'
        ' ckg:succession [ a ckg:Succession ; ckg:predecessor id:a ; ckg:when "2024-05" ] ;'
        " ckg:membership [ a ckg:Membership ; ckg:organization id:b ] ,"
        '  [ a ckg:Membership ; ckg:organization id:a ; ckg:role "chef"@fr , "leader"@en ; ckg:when "2020-08-18/" ] .'
    )
    assert _gazetteer(folder, body) == []
    entry = load_vocabulary(folder).gazetteer["c"]
    assert entry.successions == (Succession(predecessor="a", when="2024-05"), Succession(predecessor="b"))
    assert entry.memberships == (
        Membership(organization="a", role="chef", role_en="leader", when="2020-08-18/"),
        Membership(organization="b"),
    )
    assert entry.english == ("Sea",)


def own(tmp_path: Path, body: str) -> Path:
    path = tmp_path / "own.ttl"
    path.write_text(PREFIXES + body, encoding="utf-8")
    return path


def test_a_file_of_ones_own_adds_entries_and_names(folder: Path, tmp_path: Path) -> None:
    body = (
        '<https://example.org/lake-front> a ckg:ArmedGroup ; skos:prefLabel "Front du lac"@fr ; ckg:bodyOf id:mali .'
        ' id:mali skos:altLabel "Maliba"@fr .'
    )
    files = [own(tmp_path, body)]
    assert check(folder, gazetteer=files) == []
    entries = load_vocabulary(folder, gazetteer=files).gazetteer
    assert entries["lake-front"].state == "mali"
    assert entries["mali"].names == ("Mali", "Maliba")
    assert entries.keys() - load_vocabulary(folder).gazetteer.keys() == {"lake-front"}


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        ('id:mali skos:prefLabel "Soudan français"@fr .', "has 2 skos:prefLabel@fr"),
        ("id:mali a ckg:Place .", "has 2 class"),
        ('<https://example.org/x/mali> a ckg:Place ; skos:prefLabel "X"@fr .', "has the same last part as"),
        ('<https://example.org/x> a ckg:State ; skos:prefLabel "Mali"@fr .', "shares the strong name « Mali »"),
        ('<https://example.org/x> a ckg:Place ; skos:prefLabel "X"@fr ; ckg:bodyOf id:atlantis .', "unknown entry"),
        ("<https://example.org/x> a ckg:Place", "own.ttl:"),
    ],
)
def test_a_fault_in_a_file_of_ones_own_names_the_file(folder: Path, tmp_path: Path, body: str, fault: str) -> None:
    path = own(tmp_path, body)
    faults = check(folder, gazetteer=[path])
    assert any(fault in f for f in faults), faults
    assert any(str(path) in f for f in faults)


def test_a_missing_file_of_ones_own_is_named_with_its_path(folder: Path, tmp_path: Path) -> None:
    (fault,) = check(folder, gazetteer=[tmp_path / "none.ttl"])
    assert fault == f"{tmp_path / 'none.ttl'}: cannot be read (No such file or directory), provide the file"


def test_unknown_names_in_the_lexicon_are_named_with_their_line(folder: Path) -> None:
    lines = [
        LEXICON_LINE.replace("attacks", "bites"),
        LEXICON_LINE.replace("\tsubj\t", "\tsubj:Monster\t"),
        "head\tarmée\tArmy",
    ]
    (folder / "lexicon" / "fr.tsv").write_text("\n".join(lines), encoding="utf-8")
    assert [f.split(",")[0] for f in check(folder)] == [
        "fr.tsv:1: unknown relation 'bites'",
        "fr.tsv:2: unknown class 'Monster'",
        "fr.tsv:3: unknown class 'Army'",
    ]


def test_a_query_needs_its_question_on_the_first_line(folder: Path) -> None:
    (folder / "queries" / "who.rq").write_text("SELECT * {}", encoding="utf-8")
    assert check(folder) == ["who.rq:1: no question, write it as a comment on the first line"]
    (folder / "queries" / "who.rq").write_text("# Who?\nSELECT * {}", encoding="utf-8")
    assert load_vocabulary(folder).queries == {"who": str(folder / "queries" / "who.rq")}


def test_a_missing_ontology_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(OntologyError, match=r"conflict\.ttl: cannot be read"):
        load_vocabulary(tmp_path)


def test_all_faults_are_raised_at_once(folder: Path) -> None:
    _gazetteer(folder, "id:x a ckg:State . id:y a ckg:Stat .")
    (folder / "lexicon" / "fr.tsv").write_text("head\tarmée\tArmy", encoding="utf-8")
    with pytest.raises(OntologyError) as raised:
        load_vocabulary(folder)
    assert len(raised.value.faults) == 4
    assert all(fault in str(raised.value) for fault in raised.value.faults)
