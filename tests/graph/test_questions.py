"""Each question of ``ontology/queries`` on the sample corpus, with the rows that a reader of the sample expects."""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path

import pyoxigraph as ox
import pytest
from graph.sample import ONTOLOGY_FOLDER, make_corpus, relation

from kg.errors import QueryError
from kg.graph.answers import plain
from kg.graph.build import write_trig
from kg.graph.iris import ONTOLOGY
from kg.graph.query import NamedQuery, Table, ask, named_queries, run_query
from kg.graph.store import open_store
from kg.records import Voice
from kg.vocabulary import Vocabulary

Rows = list[tuple[str, ...]]
PLAIN = "1 text says it plainly"
FILES = sorted((ONTOLOGY_FOLDER / "queries").glob("*.rq"))
QUOTES = {
    "c01": "L'Ukraine soutient le CSP",
    "c02": "L'Ukraine dément soutenir le CSP",
    "c03": "Wagner combat avec l'armée malienne",
    "c11": "L'Ukraine forme le CSP",
    "c14": "La Russie arme l'armée malienne",
    "c15": "Wagner appuie l'armée malienne",
    "c16": "L'armée malienne soutient Wagner",
}
EXPECTED: list[tuple[str, dict[str, str], Rows]] = [
    ("accusations", {}, [("Mali", "Ukraine", "Bamako accuse Kiev", "d1", "2024-07-28")]),
    ("accusations", {"accused": "Mali"}, []),
    (
        "actors-at",
        {},
        [
            ("Kidal", "CSP-DPA", "controls", "Kidal", "2012/2023-11", "Kibaru", "d2"),
            ("Kidal", "FAMa", "captures", "Kidal", "2023-11-14", "AFP", "d1"),
            ("Tinzaouatène", "CSP-DPA", "attacks", "Wagner", "2024-07-25/2024-07-27", "AFP", "d1"),
        ],
    ),
    (
        "actors-at",
        {"place": "tin zaouatine"},
        [("Tinzaouatène", "CSP-DPA", "attacks", "Wagner", "2024-07-25/2024-07-27", "AFP", "d1")],
    ),
    ("allies", {}, [("FAMa", "Wagner", "asserted", "1", PLAIN), ("Wagner", "FAMa", "asserted", "1", PLAIN)]),
    ("allies", {"actor": "armée malienne"}, [("FAMa", "Wagner", "asserted", "1", PLAIN)]),
    (
        "allies-as-of",
        {"actor": "Wagner", "date": "2024-07"},
        [("Wagner", "FAMa", "asserted", "1", "2024-07-28", "2024-07-28", "")],
    ),
    ("allies-as-of", {"actor": "Wagner", "date": "2024-07-27"}, []),
    (
        "allies-as-of",
        {},
        [
            ("FAMa", "Wagner", "asserted", "1", "2024-07-28", "2024-07-28", ""),
            ("Wagner", "FAMa", "asserted", "1", "2024-07-28", "2024-07-28", ""),
        ],
    ),
    ("attacks", {}, [("CSP-DPA", "Wagner", "2", "2", "2024-07-01", "2024-07-31")]),
    ("attacks", {"target": "CSP"}, []),
    ("best-sourced", {"actor": "Mali"}, [("Mali", "accuses", "Ukraine", "asserted", "1", "1")]),
    (
        "claims-about",
        {"actor": "Kidal"},
        [
            ("Kidal", "AFP", "FAMa", "captures", "Kidal", "positive", "certain", "L'armée malienne a pris Kidal", "d1"),
            ("Kidal", "Kibaru", "CSP-DPA", "controls", "Kidal", "positive", "certain", "Le CSP tient Kidal", "d2"),
        ],
    ),
    (
        "claims-about",
        {"actor": "CSP", "speaker": "une source militaire"},
        [
            (
                "CSP-DPA", "une source militaire", "Ukraine", "trains", "CSP-DPA", "positive", "probable",
                QUOTES["c11"], "d2",
            )
        ],
    ),
    (
        "contested",
        {},
        [
            ("Ukraine", "supports", "CSP-DPA", "positive", "Mali", QUOTES["c01"], "d1"),
            ("Ukraine", "supports", "CSP-DPA", "negative", "Ukraine", QUOTES["c02"], "d1"),
        ],
    ),
    ("contested", {"actor": "Wagner"}, []),
    ("denials", {}, [("Ukraine", "Ukraine", "supports", "CSP-DPA", QUOTES["c02"], "d1", "2024-07-28")]),
    ("denials", {"speaker": "Mali"}, []),
    ("designations", {}, [("CSP-DPA", "terroriste", "Kibaru", "1", "1")]),
    ("designations", {"speaker": "AFP"}, []),
    (
        "enemies",
        {"actor": "CSP"},
        [
            ("CSP-DPA", "FAMa", "CSP-DPA", "fights", "FAMa", "asserted", "1", PLAIN),
            ("CSP-DPA", "Wagner", "CSP-DPA", "attacks", "Wagner", "asserted", "2", "2 texts say it plainly"),
        ],
    ),
    ("enemies", {"actor": "Kidal"}, []),
    (
        "disinterested-support",
        {"actor": "CSP"},
        [("Ukraine", "trains", "CSP-DPA", "une source militaire", QUOTES["c11"], "d2")],
    ),
    (
        "disinterested-support",
        {"supporter": "Russie"},
        [("Russie", "supplies", "FAMa", "auteur de d3", QUOTES["c14"], "d3")],
    ),
    (
        "disinterested-support",
        {"actor": "FAMa", "supporter": "Wagner"},
        [
            ("Wagner", "gives military support to", "FAMa", "auteur de d3", QUOTES["c15"], "d3"),
            ("Wagner", "is allied with", "FAMa", "AFP", QUOTES["c03"], "d1"),
        ],
    ),
    (
        "disputes",
        {},
        [
            (
                "Ukraine", "supports", "CSP-DPA", "Mali", QUOTES["c01"], "d1", "Ukraine", "supports", QUOTES["c02"],
                "d1",
            )
        ],
    ),
    ("disputes", {"actor": "Wagner"}, []),
    (
        "framing",
        {},
        [("CSP-DPA", "AFP", "rebelle", "terroriste", "1"), ("CSP-DPA", "Kibaru", "terroriste", "rebelle", "2")],
    ),
    ("framing", {"actor": "Wagner"}, []),
    (
        "holders",
        {},
        [
            ("Kidal", "2012/2023-11", "CSP-DPA", "controls", "positive", "Kibaru", "Le CSP tient Kidal", "d2"),
            ("Kidal", "2023-11-14", "FAMa", "captures", "positive", "AFP", "L'armée malienne a pris Kidal", "d1"),
        ],
    ),
    ("holders", {"place": "Tinzaouatène"}, []),
    (
        "offices",
        {"member": "Alghabass"},
        [("Alghabass Ag Intalla", "secrétaire général", "HCUA", "2014-05-01", "2023-12-31")],
    ),
    ("offices", {"member": "Wagner"}, []),
    (
        "successors",
        {},
        [("Africa Corps", "Wagner", "Africa Corps", "2023-11"), ("Wagner", "Wagner", "Africa Corps", "2023-11")],
    ),
    ("successors", {"actor": "Wagner"}, [("Wagner", "Wagner", "Africa Corps", "2023-11")]),
    ("successors", {"actor": "Mali"}, []),
    (
        "people",
        {},
        [
            ("CSP-DPA", "leads", "Alghabass Ag Intalla", "asserted", "1", PLAIN),
            ("CSP-DPA", "speaks for", "Almou ag Mohamed", "asserted", "1", PLAIN),
        ],
    ),
    ("people", {"actor": "Mali"}, []),
    (
        "interests",
        {},
        [
            (
                "Mali", "ally of a party", "CSP-DPA", "Mali accuses Ukraine", "Ukraine", "supports", "CSP-DPA",
                "positive", "d1",
            ),
            (
                "Ukraine", "a party to the claim", "Ukraine", "", "Ukraine", "supports", "CSP-DPA", "negative", "d1",
            ),
        ],
    ),
    ("interests", {"speaker": "AFP"}, []),
    ("reprints", {}, [("d3", "", "d2", "Kibaru", "AFP")]),
    (
        "sole-source",
        {"speaker": "AFP"},
        [
            ("AFP", "Almou ag Mohamed", "speaks for", "CSP-DPA", "d1"),
            ("AFP", "FAMa", "captures", "Kidal", "d1"),
            ("AFP", "Mali", "accuses", "Ukraine", "d1"),
            ("AFP", "Wagner", "is allied with", "FAMa", "d1"),
        ],
    ),
    ("speakers", {"speaker": "Kiev"}, [("Ukraine", "1", "1", "1")]),
    (
        "speakers",
        {},
        [
            ("AFP", "5", "0", "1"),
            ("Kibaru", "5", "0", "1"),
            ("auteur de d3", "3", "0", "1"),
            ("Mali", "1", "0", "1"),
            ("Ukraine", "1", "1", "1"),
            ("une source militaire", "1", "0", "1"),
        ],
    ),
    (
        "support-paths",
        {"from": "Russie", "to": "Wagner"},
        [
            ("FAMa", "supports", "Wagner", QUOTES["c16"], "d3"),
            ("Russie", "supplies", "FAMa", QUOTES["c14"], "d3"),
            ("Wagner", "gives military support to", "FAMa", QUOTES["c15"], "d3"),
        ],
    ),
    (
        "support-paths",
        {"from": "Ukraine"},
        [
            ("Ukraine", "supports", "CSP-DPA", QUOTES["c01"], "d1"),
            ("Ukraine", "trains", "CSP-DPA", QUOTES["c11"], "d2"),
        ],
    ),
    ("support-paths", {"from": "Wagner", "to": "Russie"}, []),
    ("standing", {"actor": "Mali"}, [("Mali", "accuses", "Ukraine", "asserted", "1", "0", "0", "0")]),
    (
        "standing",
        {"actor": "Ukraine"},
        [
            ("Mali", "accuses", "Ukraine", "asserted", "1", "0", "0", "0"),
            ("Ukraine", "supports", "CSP-DPA", "contested", "0", "1", "0", "1"),
            ("Ukraine", "trains", "CSP-DPA", "alleged", "0", "1", "0", "0"),
        ],
    ),
    (
        "supporters",
        {},
        [
            ("CSP-DPA", "supports", "Ukraine", "contested", "2", "1 speaker quoted, 1 denial"),
            ("CSP-DPA", "trains", "Ukraine", "alleged", "1", "1 speaker quoted"),
            ("FAMa", "gives military support to", "Wagner", "asserted", "1", PLAIN),
            ("FAMa", "supplies", "Russie", "asserted", "1", PLAIN),
            ("Wagner", "supports", "FAMa", "asserted", "1", PLAIN),
        ],
    ),
    (
        "supporters",
        {"actor": "CSP"},
        [
            ("CSP-DPA", "supports", "Ukraine", "contested", "2", "1 speaker quoted, 1 denial"),
            ("CSP-DPA", "trains", "Ukraine", "alleged", "1", "1 speaker quoted"),
        ],
    ),
    (
        "voices",
        {"actor": "CSP", "other": "Wagner"},
        [
            ("CSP-DPA", "attacks", "Wagner", "asserted", "AFP", "publisher or agency", "1", "2024-07-28", "2024-07-28"),
            ("CSP-DPA", "attacks", "Wagner", "asserted", "Kibaru", "publisher or agency", "1", "2024-07", "2024-07"),
        ],
    ),
    (
        "voices",
        {"actor": "Russie"},
        [("Russie", "supplies", "FAMa", "asserted", "d3", "text without publisher", "1", "2024", "2024")],
    ),
    (
        "supporters-as-of",
        {"actor": "CSP", "date": "2024"},
        [
            ("CSP-DPA", "supports", "Ukraine", "contested", "1", "2024-07-28", "2024-07-28", ""),
            ("CSP-DPA", "trains", "Ukraine", "alleged", "1", "2024-07", "2024-07", ""),
        ],
    ),
    ("supporters-as-of", {"actor": "CSP", "date": "2023"}, []),
    (
        "timeline",
        {},
        [
            ("2012/2023-11", "CSP-DPA", "controls", "Kidal", "positive", "Kibaru", "", "d2"),
            ("2023-11-14", "FAMa", "captures", "Kidal", "positive", "AFP", "", "d1"),
            ("2024", "CSP-DPA", "fights", "FAMa", "positive", "Kibaru", "", "d2"),
            ("2024-07", "CSP-DPA", "attacks", "Wagner", "positive", "Kibaru", "", "d2"),
            ("2024-07-25/2024-07-27", "CSP-DPA", "attacks", "Wagner", "positive", "AFP", "Tinzaouatène", "d1"),
        ],
    ),
    (
        "timeline",
        {"actor": "Tinzaouatène"},
        [("2024-07-25/2024-07-27", "CSP-DPA", "attacks", "Wagner", "positive", "AFP", "Tinzaouatène", "d1")],
    ),
]  # fmt: skip


def rows_of(store: ox.Store, vocabulary: Vocabulary, name: str, values: dict[str, str]) -> Rows:
    answer = ask(store, name, vocabulary.queries, values)
    assert isinstance(answer, Table)
    return [tuple(plain(cell) for cell in row) for row in answer.rows]


@pytest.mark.parametrize(("name", "values", "rows"), EXPECTED, ids=[f"{n}-{'-'.join(v)}" for n, v, _ in EXPECTED])
def test_a_question_gives_the_rows_that_a_reader_expects(
    store: ox.Store, vocabulary: Vocabulary, name: str, values: dict[str, str], rows: Rows
) -> None:
    assert rows_of(store, vocabulary, name, values) == rows


def test_every_question_is_tested_and_there_are_at_least_fourteen() -> None:
    assert {path.stem for path in FILES} == {name for name, _, _ in EXPECTED}
    assert len(FILES) >= 14


@pytest.mark.parametrize(
    ("undated", "dates"),
    [((), ("2024-07", "2024-07-28")), (("d2",), ("2024-07-28", "2024-07-28")), (("d1", "d2"), ("", ""))],
)
def test_the_dates_of_a_voice_are_those_of_its_dated_documents(
    vocabulary: Vocabulary, tmp_path: Path, undated: tuple[str, ...], dates: tuple[str, str]
) -> None:
    corpus = make_corpus()
    documents = tuple(dataclasses.replace(d, date=None) if d.id in undated else d for d in corpus.documents)
    voice = Voice(label="AFP", speaker=None, documents=("d1", "d2"), claims=("c05",))
    told = tuple(dataclasses.replace(r, voices=(voice,)) if r.id == "r-c05" else r for r in corpus.relationships)
    write_trig(
        dataclasses.replace(corpus, documents=documents, relationships=told), vocabulary, tmp_path / "graph.trig"
    )
    rows = rows_of(open_store(tmp_path), vocabulary, "voices", {"actor": "CSP", "other": "Wagner"})
    assert rows == [("CSP-DPA", "attacks", "Wagner", "asserted", "AFP", "publisher or agency", "2", *dates)]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_without_values_a_question_lists_everything(store: ox.Store, vocabulary: Vocabulary, path: Path) -> None:
    assert rows_of(store, vocabulary, path.stem, {})


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_file_starts_with_its_question_in_two_languages_and_needs_no_prefix_of_ours(
    store: ox.Store, path: Path
) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    assert re.fullmatch(r"# [A-Z].*\?", lines[0])
    assert re.fullmatch(r"# [A-Z].*\?", lines[1])
    store.query(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_order_of_the_rows_is_settled_by_the_question(vocabulary: Vocabulary, output: Path, path: Path) -> None:
    query = next(query for query in named_queries(vocabulary.queries) if query.name == path.stem)
    answers = {run_query(_shuffled(output, turn), query.sparql) for turn in (False, True)}
    assert len(answers) == 1
    assert "ORDER BY" in query.sparql


def _shuffled(output: Path, turn: bool) -> ox.Store:
    quads = sorted(ox.parse(path=str(output / "graph.trig"), format=ox.RdfFormat.TRIG), key=str, reverse=turn)
    store = ox.Store()
    for quad in quads:
        store.add(quad)
    store.load(path=str(ONTOLOGY_FOLDER / "conflict.ttl"), format=ox.RdfFormat.TURTLE)
    return store


def test_the_chain_of_support_names_every_kind_of_support_in_the_ontology(store: ox.Store) -> None:
    kinds = run_query(store, "SELECT ?kind { ?kind rdfs:subPropertyOf* ckg:supports }")
    assert isinstance(kinds, Table)
    wanted = {"ckg:" + plain(row[0]).removeprefix(ONTOLOGY) for row in kinds.rows}
    text = (ONTOLOGY_FOLDER / "queries" / "support-paths.rq").read_text(encoding="utf-8")
    paths = re.findall(r"\(([^()]*\|[^()]*)\)[*+]", text)
    assert len(paths) == 2
    assert all(set(re.split(r"\s*\|\s*", path)) == wanted for path in paths)


def test_every_term_that_a_question_uses_is_in_the_ontology(store: ox.Store) -> None:
    defined = {q.subject.value for q in store if isinstance(q.subject, ox.NamedNode)}
    for path in FILES:
        for name in re.findall(r"\bckg:(\w+)", re.sub(r"#.*", "", path.read_text(encoding="utf-8"))):
            assert ONTOLOGY + name in defined, f"{path.name}: {name}"


def test_a_relationship_that_is_only_denied_makes_nobody_an_ally(store: ox.Store, output: Path) -> None:
    text = (output / "graph.trig").read_text(encoding="utf-8")
    start = text.index("claim:c03 a ckg:Claim")
    text = text[:start] + text[start:].replace("ckg:Positive", "ckg:Negative", 1)
    denied = ox.Store()
    denied.load(text.encode(), format=ox.RdfFormat.TRIG)
    denied.load(path=str(ONTOLOGY_FOLDER / "conflict.ttl"), format=ox.RdfFormat.TURTLE)
    sparql = (ONTOLOGY_FOLDER / "queries" / "allies.rq").read_text(encoding="utf-8")
    assert run_query(denied, sparql) == Table(("actorName", "allyName", "standing", "sources", "because"), ())


@pytest.mark.parametrize(
    ("question", "at", "values"),
    [("standing", 3, {"actor": "Wagner"}), ("best-sourced", 3, {"actor": "Wagner"}), ("voices", 3, {"other": "FAMa"})],
)
def test_what_is_only_denied_is_called_so(
    vocabulary: Vocabulary, tmp_path: Path, question: str, at: int, values: dict[str, str]
) -> None:
    corpus = make_corpus()
    claims = tuple(dataclasses.replace(c, polarity="negative") if c.id == "c03" else c for c in corpus.claims)
    write_trig(dataclasses.replace(corpus, claims=claims), vocabulary, tmp_path / "graph.trig")
    rows = rows_of(open_store(tmp_path), vocabulary, question, values)
    assert {row[at] for row in rows if row[1] == "is allied with"} == {"only denied"}
    assert {row[at] for row in rows if row[1] != "is allied with"} <= {"asserted", "alleged", "contested"}


@pytest.mark.parametrize(
    ("when", "held", "not_held"),
    [
        ("/2023", ["2021", "2022-12-31"], ["2023", "2024-07-28"]),
        ("2022/", ["2022", "2023-05", "2024-08"], ["2021"]),
        ("2012/2023-11", ["2012", "2023-11-02"], ["2011-12", "2023-12", "2024-07-28"]),
        ("2023-05", ["2023-05", "2024-07-28"], ["2023-04"]),
    ],
)
def test_a_claim_about_the_past_is_no_claim_about_today(
    vocabulary: Vocabulary, tmp_path: Path, when: str, held: list[str], not_held: list[str]
) -> None:
    corpus = make_corpus()
    claims = tuple(dataclasses.replace(c, when=when) if c.id in {"c03", "c16"} else c for c in corpus.claims)
    write_trig(dataclasses.replace(corpus, claims=claims), vocabulary, tmp_path / "graph.trig")
    past = open_store(tmp_path, ONTOLOGY_FOLDER)
    for question in ("allies-as-of", "supporters-as-of"):
        dated = {
            date: rows_of(past, vocabulary, question, {"actor": "Wagner", "date": date}) for date in held + not_held
        }
        assert [date for date, rows in dated.items() if rows] == held
    over = {row[-1] for row in rows_of(past, vocabulary, "allies-as-of", {"actor": "Wagner"})}
    assert over == {{"/2023": "2023-12-31", "2012/2023-11": "2023-11-30"}.get(when, "")}


def test_a_break_stands_beside_the_alliance_that_it_ended(vocabulary: Vocabulary, tmp_path: Path) -> None:
    corpus = make_corpus()
    claims = tuple(dataclasses.replace(c, relation="breaksWith") if c.id == "c15" else c for c in corpus.claims)
    kept = tuple(r for r in corpus.relationships if r.id != "r-c15")
    broken = dataclasses.replace(corpus, claims=claims, relationships=kept)
    known = dataclasses.replace(vocabulary, relations={**vocabulary.relations, "breaksWith": relation("breaksWith")})
    write_trig(broken, known, tmp_path / "graph.trig")
    (row,) = rows_of(open_store(tmp_path, ONTOLOGY_FOLDER), vocabulary, "allies-as-of", {"actor": "Wagner"})
    assert row == ("Wagner", "FAMa", "asserted", "1", "2024-07-28", "2024-07-28", "2024")


def test_a_date_that_is_none_is_refused(store: ox.Store, vocabulary: Vocabulary) -> None:
    for written in ("hier", "2024-13", '2024" } DROP', ""):
        with pytest.raises(QueryError, match="is no date; write it as"):
            rows_of(store, vocabulary, "allies-as-of", {"date": written})


def test_named_queries_are_records(vocabulary: Vocabulary) -> None:
    assert all(isinstance(query, NamedQuery) for query in named_queries(vocabulary.queries))
