"""The gazetteer's own content: complete states, no double names, known spellings, and a states.ttl that rebuilds."""

from __future__ import annotations

import importlib
import re
from collections import Counter, defaultdict
from pathlib import Path
from types import ModuleType

import pytest

from kg.names import fold
from kg.vocabulary import GazetteerEntry, Vocabulary

FOLDER = Path(__file__).parent.parent / "ontology" / "gazetteer"
FILES = ("actors.ttl", "persons.ttl", "places.ttl", "states.ttl")
GENERIC = """
rebelle rebelles armée forces gouvernement junte régime front mouvement groupe coalition milice séparatistes
djihadistes terroristes mercenaires militaires soldats président ministre porte-parole ville région camp base
nord sud est ouest centre combattants alliés ennemi population civils organisation association journal agence
""".split()


@pytest.fixture(scope="module")
def entries(vocabulary: Vocabulary) -> dict[str, GazetteerEntry]:
    return dict(vocabulary.gazetteer)


@pytest.fixture(scope="module")
def states(entries: dict[str, GazetteerEntry]) -> list[GazetteerEntry]:
    return [entry for entry in entries.values() if entry.type == "State"]


@pytest.fixture
def maintain(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    pytest.importorskip("babel", reason="states.ttl is only rebuilt where Babel is installed")
    monkeypatch.syspath_prepend(str(FOLDER / "maintain"))
    return importlib.import_module("states")


def expected_forms(form: str) -> int:
    """How many different forms a French adjective has, told from its masculine singular."""
    if form.endswith(("e", "è")):
        return 2
    return 3 if form.endswith(("s", "x")) else 4


def test_every_class_has_at_least_as_many_entries_as_promised(entries: dict[str, GazetteerEntry]) -> None:
    counts = Counter(entry.type for entry in entries.values())
    floors = {
        "State": 197,
        "Government": 80,
        "ArmedForces": 200,
        "ArmedGroup": 150,
        "Militia": 20,
        "PrivateMilitaryCompany": 10,
        "InternationalOrganization": 90,
        "CivilOrganization": 200,
        "Population": 50,
        "Person": 300,
        "Place": 1000,
    }
    assert {name: counts[name] for name, floor in floors.items() if counts[name] < floor} == {}
    assert set(counts) == set(floors)


def test_the_sahel_is_covered_in_depth(entries: dict[str, GazetteerEntry]) -> None:
    places = [entry for entry in entries.values() if entry.type == "Place"]
    sahel = [entry.id for entry in places if entry.state in {"mali", "burkina-faso", "niger"}]
    assert len(sahel) >= 150


def test_every_slug_is_a_slug_and_the_end_of_its_iri(entries: dict[str, GazetteerEntry]) -> None:
    odd = [id for id, entry in entries.items() if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", id)]
    assert odd == []
    assert all(entry.iri == f"https://w3id.org/conflict-kg/id/entity/{id}" for id, entry in entries.items())


def test_no_strong_name_stands_twice_within_a_class(entries: dict[str, GazetteerEntry]) -> None:
    owners: dict[tuple[str, str], set[str]] = defaultdict(set)
    for entry in entries.values():
        for name in entry.names:
            owners[entry.type, fold(name)].add(entry.id)
    assert {key: ids for key, ids in owners.items() if len(ids) > 1} == {}


def test_no_name_is_both_strong_and_weak_in_one_entry(entries: dict[str, GazetteerEntry]) -> None:
    assert [entry.id for entry in entries.values() if set(entry.names) & set(entry.weak)] == []


def test_no_generic_word_is_a_strong_name(entries: dict[str, GazetteerEntry]) -> None:
    generic = {fold(word) for word in GENERIC}
    assert [(e.id, name) for e in entries.values() for name in e.names if fold(name) in generic] == []


def test_names_have_no_stray_spaces_and_straight_apostrophes(entries: dict[str, GazetteerEntry]) -> None:
    names = [name for entry in entries.values() for name in (*entry.names, *entry.weak)]
    assert [name for name in names if name != " ".join(name.split()) or "’" in name] == []


def test_every_state_has_all_forms_of_its_demonym(states: list[GazetteerEntry]) -> None:
    short = [s.id for s in states if len(s.demonyms) < min(map(expected_forms, s.demonyms), default=4)]
    assert short == []
    assert [form for s in states for form in s.demonyms if form != form.lower()] == []


def test_few_demonyms_are_shared_between_states(states: list[GazetteerEntry]) -> None:
    owners = defaultdict(set)
    for state in states:
        for form in state.demonyms:
            owners[form].add(state.id)
    assert {form: ids for form, ids in owners.items() if len(ids) > 1} == {}


def test_every_state_but_three_names_its_seat_of_government(
    states: list[GazetteerEntry], entries: dict[str, GazetteerEntry]
) -> None:
    without = [state.id for state in states if state.capital is None]
    assert without == ["republique-arabe-sahraouie-democratique", "singapour", "vatican"]
    for state in states:
        if state.capital is not None:
            seat = entries[state.capital]
            assert (seat.type, seat.state) == ("Place", state.id)
            assert seat.label in {*state.weak, *state.names}
            assert seat.point is not None


def test_every_party_to_a_present_war_has_one_main_army(entries: dict[str, GazetteerEntry]) -> None:
    armies = {e.state: e.id for e in entries.values() if e.main and e.type == "ArmedForces"}
    assert len(armies) >= 160
    expected = {
        "mali": "fama",
        "republique-democratique-du-congo": "fardc",
        "israel": "tsahal",
        "russie": "armee-russe",
        "ukraine": "armee-ukrainienne",
        "birmanie": "tatmadaw",
    }
    assert {state: armies[state] for state in expected} == expected


def test_points_lie_near_the_seat_of_their_state(entries: dict[str, GazetteerEntry]) -> None:
    """A slip in a coordinate shows as a place far outside its country."""
    wide = {"russie", "chine", "etats-unis", "bresil", "indonesie", "canada", "australie", "inde"}
    far = []
    for entry in entries.values():
        state = entries.get(entry.state or "")
        seat = entries.get(state.capital or "") if state else None
        if entry.point and seat and seat.point and entry.state not in wide:
            distance = max(abs(a - b) for a, b in zip(entry.point, seat.point, strict=True))
            far += [entry.id] if distance > 20 else []
    assert far == []


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Tin Zaouatine", "tinzaouatene"),
        ("TINZAOUATENE", "tinzaouatene"),
        ("In-Afarak", "in-afarak"),
        ("CSP-PDA", "csp-dpa"),
        ("Cadre stratégique permanent pour la défense du peuple de l'Azawad", "csp-dpa"),
        ("Groupe de soutien à l’islam et aux musulmans", "jnim"),
        ("organisation Etat islamique", "etat-islamique"),
        ("l'armée malienne", "fama"),
        ("RDC", "republique-democratique-du-congo"),
        ("Etats-Unis", "etats-unis"),
        ("Forces de soutien rapide", "forces-de-soutien-rapide"),
        ("Hemedti", "mohamed-hamdane-daglo"),
        ("ministère américain de la Justice", "departement-americain-de-la-justice"),
        ("El Facher", "el-fasher"),
        ("Otan", "otan"),
    ],
)
def test_a_usual_spelling_names_one_entry(entries: dict[str, GazetteerEntry], name: str, expected: str) -> None:
    assert [e.id for e in entries.values() if fold(name) in map(fold, e.names)] == [expected]


@pytest.mark.parametrize(("name", "state"), [("Bamako", "mali"), ("Paris", "france"), ("Kiev", "ukraine")])
def test_a_capital_is_a_place_by_itself_and_a_weak_name_of_its_state(
    entries: dict[str, GazetteerEntry], name: str, state: str
) -> None:
    assert name in entries[state].weak
    assert [e.type for e in entries.values() if name in e.names] == ["Place"]


def test_a_successor_stays_a_separate_entry(entries: dict[str, GazetteerEntry]) -> None:
    actors = (FOLDER / "actors.ttl").read_text(encoding="utf-8")
    block = next(part for part in actors.split("\n\n") if "entity/front-de-liberation-de-l-azawad> a " in part)
    assert "ckg:succeeds <https://w3id.org/conflict-kg/id/entity/csp-dpa>" in block
    assert "CSP-DPA" not in entries["front-de-liberation-de-l-azawad"].names


@pytest.mark.parametrize("name", FILES)
def test_every_file_says_what_it_means_and_keeps_its_blocks_sorted(name: str) -> None:
    text = (FOLDER / name).read_text(encoding="utf-8")
    header = text.split("@prefix")[0]
    assert all(words in header for words in ("What it means:", "Who reads it:", "Where it comes from:"))
    ids = re.findall(r"^<https://w3id\.org/conflict-kg/id/entity/([^>]+)> a ", text, flags=re.MULTILINE)
    assert len(ids) > 100
    assert ids == sorted(ids)


def test_all_files_of_the_folder_are_checked_here() -> None:
    assert sorted(path.name for path in FOLDER.glob("*.ttl")) == sorted(FILES)


def test_rebuilding_the_states_gives_the_committed_bytes(maintain: ModuleType) -> None:
    committed = (FOLDER / "states.ttl").read_bytes()
    if f"Babel {maintain.babel_version}." not in committed.decode().split("@prefix")[0]:
        pytest.skip(f"states.ttl was made with another Babel than {maintain.babel_version}")
    assert maintain.text().encode() == committed


@pytest.mark.parametrize(
    ("masculine", "forms"),
    [
        ("malien", ("malien", "malienne", "maliens", "maliennes")),
        ("burundais", ("burundais", "burundaise", "burundaises")),
        ("russe", ("russe", "russes")),
        ("turc/turque", ("turc", "turque", "turcs", "turques")),
        ("burkinabè!", ("burkinabè", "burkinabès")),
        ("pontifical/pontificale", ("pontifical", "pontificale", "pontificaux", "pontificales")),
    ],
)
def test_demonyms_are_inflected(maintain: ModuleType, masculine: str, forms: tuple[str, ...]) -> None:
    assert maintain.forms(masculine) == forms
