"""What must hold between the entries of the gazetteer: links lead somewhere, names name one, no ring of regions.

In: the facts and the entries read from them. Out: every fault with its file and IRI.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from kg.names import fold
from kg.ontology.turtle import CKG, GEO, SCHEMA, SKOS, Facts, local_name, short
from kg.vocabulary import GazetteerEntry

_KNOWN: Mapping[str, frozenset[str]] = {
    CKG: frozenset(
        "bodyOf capital demonym epithet mainBody membership newsMedium organOf succeeds succession weakName".split()
    ),
    SKOS: frozenset("prefLabel altLabel exactMatch closeMatch note definition scopeNote".split()),
    GEO: frozenset({"lat", "long"}),
    SCHEMA: frozenset({"containedInPlace", "url", "description"}),
}
"""The properties of an entry by vocabulary; others of these vocabularies are a slip of the pen, and would be lost."""

Entries = Mapping[str, GazetteerEntry]


def check_entries(facts: Facts, entries: Entries, faults: list[str]) -> None:
    """Appends every fault."""
    for entry in entries.values():
        faults += (f"{facts.where(entry.iri)} {fault}" for fault in _of_one(facts, entry, entries))
    _check_main_bodies(facts, entries, faults)
    _check_names(facts, entries, faults)


def _of_one(facts: Facts, entry: GazetteerEntry, entries: Entries) -> Iterator[str]:
    for name, target in _links(entry):
        if target is not None and target not in entries:
            yield f"has {name} to the unknown entry {target}, add it or correct the name"
    for predicate in facts.about(entry.iri):
        for namespace, names in _KNOWN.items():
            if predicate.startswith(namespace) and predicate.removeprefix(namespace) not in names:
                yield f"has the unknown property {_named(predicate)}, use one of {_listed(names)}"
    yield from _containment(entry, entries)


def _links(entry: GazetteerEntry) -> Iterator[tuple[str, str | None]]:
    yield "ckg:bodyOf", entry.state
    yield "ckg:capital", entry.capital
    yield "ckg:organOf", entry.organ_of
    yield "schema:containedInPlace", entry.within
    for succession in entry.successions:
        yield "ckg:succeeds", succession.predecessor
    for membership in entry.memberships:
        yield "ckg:membership", membership.organization


def _containment(entry: GazetteerEntry, entries: Entries) -> Iterator[str]:
    """A region is a place, of the same state, and in the end of no region."""
    seen, region = {entry.id}, entries.get(entry.within or "")
    if region is not None and region.state != entry.state:
        yield f"lies in {region.id}, but has another ckg:bodyOf, correct one"
    while region is not None:
        if region.id in seen:
            yield "lies in itself through schema:containedInPlace, break the ring"
            return
        seen.add(region.id)
        region = entries.get(region.within or "")


def _check_main_bodies(facts: Facts, entries: Entries, faults: list[str]) -> None:
    main: dict[tuple[str | None, str], str] = {}
    for entry in entries.values():
        if entry.main and main.setdefault((entry.state, entry.type), entry.id) != entry.id:
            first = main[entry.state, entry.type]
            faults.append(f"{facts.where(entry.iri)} is a second ckg:mainBody beside {first}, keep one")


def _check_names(facts: Facts, entries: Entries, faults: list[str]) -> None:
    """A strong name may stand for one entry of a class only; otherwise it is weak in at least one of them."""
    owners: dict[tuple[str, str], dict[str, str]] = defaultdict(dict)
    for entry in entries.values():
        for name in entry.names:
            owners[entry.type, fold(name)].setdefault(entry.id, name)
    for ids in owners.values():
        first, *others = ids
        for other in others:
            where = ", ".join(facts.files(entries[first].iri))
            text = f"{facts.where(entries[other].iri)} shares the strong name « {ids[other]} » with {first} ({where})"
            faults.append(f"{text}, make it a ckg:weakName in one")


def _named(predicate: str) -> str:
    prefixes = {SKOS: "skos:", GEO: "geo:", SCHEMA: "schema:"}
    found = next((p + local_name(predicate) for iri, p in prefixes.items() if predicate.startswith(iri)), "")
    return found or short(predicate)


def _listed(names: frozenset[str]) -> str:
    return ", ".join(sorted(names))
