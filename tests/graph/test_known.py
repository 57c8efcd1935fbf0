"""What the gazetteer knows, in the graph: the chain of places, points, successions and offices, all of it checked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox
import pytest
from graph.sample import CSP, KIDAL, MALI, make_corpus, make_vocabulary

from kg.graph.build import graph_quads
from kg.graph.iris import GEO, ONTOLOGY, RDF, SCHEMA, SKOS, Minter, term
from kg.graph.known import surroundings
from kg.graph.validation import validate
from kg.records import Corpus
from kg.vocabulary import GazetteerEntry, Membership, Succession, Vocabulary

MINT = Minter()


def entry(id_: str, type_: str, **values: object) -> GazetteerEntry:
    label = id_.capitalize()
    given = {"label": label, "names": (label,)} | values
    return GazetteerEntry(id=id_, iri=MINT.entity(id_).value, type=type_, **given)  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def rich() -> Vocabulary:
    """The sample's vocabulary with a region, a state, an heir, an ancestor and an office."""
    vocabulary = make_vocabulary()
    more = (
        entry("mali", "State", names=("Mali", "Republic of Mali"), english=("Republic of Mali",)),
        entry("region", "Place", state="mali"),
        entry("kidal", "Place", state="mali", within="region", point=(18.44, 1.41)),
        entry("cma", "ArmedGroup"),
        entry("csp", "ArmedGroup", successions=(Succession(predecessor="cma", when="2021-05-06"),)),
        entry("fla", "ArmedGroup", successions=(Succession(predecessor="csp"),)),
        entry(
            "alghabass", "Person",
            memberships=(Membership(organization="fla", role="président", role_en="president", when="2024-11-30/"),),
        ),
        entry("fama", "ArmedForces", state="mali"),
    )  # fmt: skip
    return replace(vocabulary, gazetteer={**vocabulary.gazetteer, **{e.id: e for e in more}})


@pytest.fixture(scope="module")
def quads(corpus: Corpus, rich: Vocabulary) -> tuple[ox.Quad, ...]:
    return graph_quads(corpus, rich)


def values(quads: tuple[ox.Quad, ...], subject: ox.NamedNode, namespace: str, name: str) -> list[str]:
    return sorted({str(q.object) for q in quads if q.subject == subject and q.predicate == term(namespace, name)})


def test_a_place_lies_in_its_region_and_the_region_in_its_state(quads: tuple[ox.Quad, ...]) -> None:
    kidal, region, mali = (MINT.entity(id_) for id_ in ("kidal", "region", "mali"))
    assert values(quads, kidal, SCHEMA, "containedInPlace") == [str(region)]
    assert values(quads, region, SCHEMA, "containedInPlace") == [str(mali)]
    assert values(quads, mali, SCHEMA, "containedInPlace") == []
    assert values(quads, region, SKOS, "prefLabel") == ['"Region"']
    assert values(quads, MINT.entity("fama"), SCHEMA, "containedInPlace") == []
    assert values(quads, MINT.entity("fama"), ONTOLOGY, "bodyOf") == [str(mali)]


def test_a_point_is_written_for_geosparql_longitude_first(quads: tuple[ox.Quad, ...]) -> None:
    (point,) = values(quads, MINT.entity("kidal"), GEO, "asWKT")
    assert point.startswith('"POINT(1.41 18.44)"^^')


def test_an_english_name_keeps_its_language(quads: tuple[ox.Quad, ...]) -> None:
    assert '"Republic of Mali"@en' in values(quads, MINT.entity("mali"), SKOS, "altLabel")
    assert '"Republic of Mali"' not in values(quads, MINT.entity("mali"), SKOS, "altLabel")


def test_heirs_and_ancestors_are_in_the_graph_though_no_text_names_them(quads: tuple[ox.Quad, ...]) -> None:
    assert values(quads, MINT.entity("fla"), ONTOLOGY, "succeeds") == [str(MINT.entity("csp"))]
    assert values(quads, MINT.entity("csp"), ONTOLOGY, "succeeds") == [str(MINT.entity("cma"))]
    (event,) = (q.object for q in quads if q.subject == MINT.entity("csp") and q.predicate.value.endswith("succession"))
    assert isinstance(event, ox.NamedNode)
    assert values(quads, event, RDF, "type") == [str(term(ONTOLOGY, "Succession"))]
    assert values(quads, event, ONTOLOGY, "when")[0].startswith('"2021-05-06"')
    assert values(quads, event, SCHEMA, "startDate")[0].startswith('"2021-05-06"')


def test_an_office_has_its_names_and_days(quads: tuple[ox.Quad, ...]) -> None:
    (event,) = (q.object for q in quads if q.predicate == term(ONTOLOGY, "membership"))
    assert isinstance(event, ox.NamedNode)
    assert values(quads, event, ONTOLOGY, "role") == ['"president"@en', '"président"@fr']
    assert values(quads, event, ONTOLOGY, "organization") == [str(MINT.entity("fla"))]
    assert values(quads, event, SCHEMA, "startDate")[0].startswith('"2024-11-30"')
    assert values(quads, event, SCHEMA, "endDate") == []


def test_nothing_that_the_gazetteer_knows_is_a_claim_or_an_edge(quads: tuple[ox.Quad, ...]) -> None:
    plain = graph_quads(make_corpus(), make_vocabulary())
    claims = {q.subject for q in quads if q.object == term(ONTOLOGY, "Claim")}
    assert claims == {q.subject for q in plain if q.object == term(ONTOLOGY, "Claim")}
    edges = [q for q in quads if not isinstance(q.graph_name, ox.DefaultGraph)]
    assert sorted(map(str, edges)) == sorted(str(q) for q in plain if not isinstance(q.graph_name, ox.DefaultGraph))


def test_the_rich_graph_keeps_the_shapes(quads: tuple[ox.Quad, ...]) -> None:
    assert validate(quads).violations == ()


Change = Callable[[ox.Quad], list[ox.Quad]]


def without(predicate: str) -> Change:
    return lambda quad: [] if quad.predicate.value.endswith(predicate) else [quad]


def twice(predicate: str, value: ox.NamedNode) -> Change:
    def change(quad: ox.Quad) -> list[ox.Quad]:
        found = quad.predicate.value.endswith(predicate)
        return [quad, ox.Quad(quad.subject, quad.predicate, value)] if found else [quad]

    return change


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        (twice("#containedInPlace", MINT.entity("x")), ""),
        (twice("/containedInPlace", MINT.entity("csp")), "a place lies directly in at most one region or state"),
        (without("#predecessor"), "a succession has exactly one predecessor, an entity of the graph"),
        (without("#organization"), "a membership has exactly one organisation, an entity of the graph"),
        (twice("#bodyOf", MINT.entity("csp")), "a body belongs to a state of the graph"),
    ],
)
def test_a_broken_chain_is_a_violation(quads: tuple[ox.Quad, ...], change: Change, rule: str) -> None:
    broken = [new for quad in quads for new in change(quad)]
    rules = {violation.rule for violation in validate(broken).violations}
    assert rule in rules if rule else not rules


def test_surroundings_are_sorted_and_end(rich: Vocabulary) -> None:
    found = surroundings([KIDAL, CSP], rich)
    assert [entity.id for entity in found] == ["cma", "csp", "fla", "kidal", "mali", "region"]
    assert [entity.id for entity in surroundings([MALI], rich)] == ["mali"]


def test_the_sample_corpus_has_places_in_regions_and_successions(samples: Path) -> None:
    text = (samples / "graph.trig").read_text(encoding="utf-8")
    assert text.count("schema:containedInPlace") >= 5
    assert "a ckg:Succession" in text
