"""The public way to what a build wrote: ``kg.load``.

In: an output folder. Out: a ``Graph`` with typed records, SPARQL, a networkx graph and an rdflib dataset. Each view is
made when it is first asked for, from ``claims.jsonl`` and ``graph.trig`` alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from kg.claims.serialize import load_claims
from kg.errors import OutputError
from kg.ontology import find_folder, load_vocabulary
from kg.records import Claim, Dispute, Document, Framing, Interest, Relationship, Reprint
from kg.staging import CLAIMS, GRAPH
from kg.vocabulary import Vocabulary

if TYPE_CHECKING:
    import networkx as nx
    from pyoxigraph import Store
    from rdflib import Dataset

    from kg.graph.query import Answer
    from kg.graph.reading import Accounts


def load(output: str | Path = "output", *, ontology: Path | None = None) -> Graph:
    """The graph in the folder ``output`` that a build wrote; raises ``OutputError`` when there is none."""
    graph = Graph(Path(output), ontology)
    for name in (CLAIMS, GRAPH):
        if not (graph.output / name).is_file():
            raise OutputError(f"{graph.output / name} is missing; make it with: kg build PATH -o {output}")
    return graph


class Graph:
    """What a build wrote, to be asked."""

    def __init__(self, output: Path, ontology: Path | None = None) -> None:
        self.output = output
        self._ontology = find_folder() if ontology is None else ontology

    @cached_property
    def _records(self) -> tuple[tuple[Claim, ...], tuple[Relationship, ...]]:
        from kg.graph.reading import read_records
        from kg.graph.store import read_trig

        return read_records(read_trig(self.output / GRAPH), self.vocabulary)

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """Every claim, in the order of ``claims.jsonl``; the classes of speakers and places are the graph's."""
        in_graph = {claim.id: claim for claim in self._records[0]}
        claims = load_claims(self.output / CLAIMS)
        if in_graph.keys() != {claim.id for claim in claims}:
            raise OutputError(f"{CLAIMS} and {GRAPH} in {self.output} are not of one build; build again with: kg build")
        return tuple(
            replace(claim, attribution=in_graph[claim.id].attribution, where=in_graph[claim.id].where)
            for claim in claims
        )

    @cached_property
    def relationships(self) -> tuple[Relationship, ...]:
        """The claims merged by subject, relation and object, with the voices behind them, sorted by id."""
        return self._records[1]

    @cached_property
    def _accounts(self) -> Accounts:
        from kg.graph.reading import read_accounts
        from kg.graph.store import read_trig

        return read_accounts(read_trig(self.output / GRAPH), self.vocabulary)

    @property
    def interests(self) -> tuple[Interest, ...]:
        """The claims whose speaker has a stake in them, with the stake; sorted by claim."""
        return self._accounts.interests

    @property
    def disputes(self) -> tuple[Dispute, ...]:
        """Claims and their denials, by their ids."""
        return self._accounts.disputes

    @property
    def reprints(self) -> tuple[Reprint, ...]:
        """Documents that nearly equal another."""
        return self._accounts.reprints

    @property
    def framings(self) -> tuple[Framing, ...]:
        """What each source calls each actor; sorted by actor."""
        return self._accounts.framings

    @cached_property
    def documents(self) -> tuple[Document, ...]:
        """The documents that were read, sorted by id; their texts are not kept, so ``text`` is empty."""
        rows = self.query(_DOCUMENTS)
        assert isinstance(rows, list)
        return tuple(_document(row) for row in rows if isinstance(row, dict))

    def network(self) -> nx.MultiDiGraph[str]:
        """A network with entity ids as nodes and one edge per relationship, its id as the key."""
        from kg.graph.network import relationship_network

        return relationship_network(self.relationships, self.claims, self.vocabulary)

    def _repr_html_(self) -> str:
        """The network page, for a notebook: in a frame of its own, which needs no network."""
        from kg.view.embed import embedded_page

        return embedded_page(self.output)

    def rdf(self) -> Dataset:
        """The graph as an rdflib dataset, one named graph per document."""
        from kg.graph.dataset import open_dataset

        return open_dataset(self.output)

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The ontology that the questions rest on."""
        return load_vocabulary(self._ontology)

    @cached_property
    def store(self) -> Store:
        """The graph and the ontology in an in-memory SPARQL store."""
        from kg.graph.store import open_store

        return open_store(self.output, self._ontology)

    def query(self, question: str, **values: str) -> list[dict[str, str | None]] | bool | list[tuple[str, str, str]]:
        """The answer to a named question, with ``values`` for its parameters, or to SPARQL, as plain Python.

        ``graph.query("allies", actor="JNIM")`` gives one dictionary per row; ASK gives a truth and CONSTRUCT triples.
        Raises ``QueryError`` for an unknown name or bad SPARQL.
        """
        from kg.graph.answers import plain
        from kg.graph.query import Table, Truth

        answer = self.ask(question, values)
        if isinstance(answer, Truth):
            return answer.value
        if isinstance(answer, Table):
            return [
                {
                    name: plain(cell) if cell is not None else None
                    for name, cell in zip(answer.columns, row, strict=True)
                }
                for row in answer.rows
            ]
        return [(plain(triple.subject), plain(triple.predicate), plain(triple.object)) for triple in answer.triples]

    def ask(self, question: str, values: Mapping[str, str] | None = None) -> Answer:
        """As ``query``, but with the RDF terms."""
        from kg.graph.query import ask

        return ask(self.store, question, self.vocabulary.queries, values)


_DOCUMENTS = """
SELECT ?id ?path ?digest ?language ?date ?title ?publisher WHERE {
  ?document a ckg:Document ; dcterms:identifier ?id ; dcterms:source ?path ; ckg:textHash ?digest ;
    dcterms:language ?language .
  OPTIONAL { ?document dcterms:date ?date }
  OPTIONAL { ?document dcterms:title ?title }
  OPTIONAL { ?document dcterms:publisher/skos:prefLabel ?publisher }
} ORDER BY ?id
"""


def _document(row: Mapping[str, str | None]) -> Document:
    source = row["path"] or ""
    return Document(
        id=row["id"] or "",
        path=source,
        text="",
        body=(0, 0),
        digest=(row["digest"] or "").lower(),
        language=row["language"] or "",
        date=row["date"],
        title=row["title"],
        url=source if source.startswith(("http://", "https://")) else None,
        publisher=row["publisher"],
    )
