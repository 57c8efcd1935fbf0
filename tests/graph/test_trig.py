from __future__ import annotations

import pyoxigraph as ox
import pytest
from graph.sample import rdflib_quads
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.graph.iris import DEFAULT_BASE, XSD, Minter, checked_base, local_id, prefixes
from kg.graph.literals import bounds, decimal, moment
from kg.graph.trig import trig_lines

NODE, VERB = ox.NamedNode(DEFAULT_BASE + "entity/x"), ox.NamedNode("https://example.org/p")
TEXT = st.text(st.characters(exclude_categories=["Cs"]))


def written(*quads: ox.Quad) -> str:
    return "".join(trig_lines(quads, prefixes(DEFAULT_BASE)))


def literals() -> st.SearchStrategy[ox.Literal]:
    typed = st.sampled_from(["integer", "decimal", "boolean", "date", "string"])
    return st.one_of(
        st.builds(ox.Literal, TEXT),
        st.builds(lambda value: ox.Literal(value, language="fr"), TEXT),
        st.builds(lambda value, name: ox.Literal(value, datatype=ox.NamedNode(XSD + name)), TEXT, typed),
    )


@given(st.lists(literals(), max_size=4), TEXT, TEXT)
def test_whatever_the_text_it_comes_back_unchanged(values: list[ox.Literal], name: str, graph: str) -> None:
    node, place = Minter().entity(name), Minter().document(graph)
    quads = {ox.Quad(node, VERB, value, place) for value in values}
    text = written(*quads)
    assert set(ox.parse(text.encode(), format=ox.RdfFormat.TRIG)) == quads
    assert local_id(node.value) == name


@settings(max_examples=50)
@given(TEXT)
def test_rdflib_reads_any_text_as_it_was(value: str) -> None:
    seen = rdflib_quads(written(ox.Quad(NODE, VERB, ox.Literal(value))))
    assert [quad[2] for quad in seen] == [value]


def test_a_subject_is_one_block_with_its_class_first() -> None:
    quads = [
        ox.Quad(NODE, VERB, ox.Literal("b")),
        ox.Quad(NODE, VERB, ox.Literal("a")),
        ox.Quad(NODE, ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type"), VERB),
        ox.Quad(NODE, VERB, ox.NamedNode(DEFAULT_BASE + "entity/y"), ox.NamedNode(DEFAULT_BASE + "document/d")),
    ]
    assert written(*quads).endswith(
        "\nentity:x a <https://example.org/p> ;\n"
        '    <https://example.org/p> "a" , "b" .\n'
        "\ndocument:d {\n    entity:x <https://example.org/p> entity:y .\n}\n"
    )


def test_twice_the_same_quad_is_written_once() -> None:
    quad = ox.Quad(NODE, VERB, ox.Literal("a"))
    assert written(quad, quad) == written(quad)


def test_a_blank_node_is_refused_since_it_has_no_stable_name() -> None:
    with pytest.raises(TypeError):
        written(ox.Quad(NODE, VERB, ox.BlankNode()))


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        ("2024", "gYear"),
        ("2024-02", "gYearMonth"),
        ("2024-02-29", "date"),
        ("2023-02-29", "string"),
        ("2024-13", "string"),
        ("0000", "string"),
        ("٢٠٢٤", "string"),
        ("2024-07-28T10:00", "string"),
        ("2024/2025", "string"),
    ],
)
def test_only_real_dates_get_a_date_type(value: str, kind: str) -> None:
    assert moment(value) == ox.Literal(value, datatype=ox.NamedNode(XSD + kind))


@pytest.mark.parametrize(
    ("when", "first", "last"),
    [
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2022/", "2022-01-01", None),
        ("/2022", None, "2022-12-31"),
        ("soon", None, None),
        ("2024-07-25/soon", "2024-07-25", None),
    ],
)
def test_bounds_are_the_first_and_last_day(when: str, first: str | None, last: str | None) -> None:
    assert tuple(day.value if day else None for day in bounds(when)) == (first, last)


@pytest.mark.parametrize(
    ("value", "expected"), [(0.87, "0.87"), (1.0, "1.0"), (0.0, "0.0"), (1e-9, "0.0"), (-3.5, "-3.5")]
)
def test_decimals_have_no_exponent(value: float, expected: str) -> None:
    assert decimal(value).value == expected


def test_two_publishers_that_look_alike_get_two_iris() -> None:
    mint = Minter()
    assert mint.publisher("L'Écho !") != mint.publisher("L'Écho ?")
    assert mint.publisher("新华社").value.startswith(checked_base(DEFAULT_BASE) + "publisher/")
