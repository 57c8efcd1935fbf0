"""The gazetteer: known parties, places and sources, with strong and weak names.

In: facts of ``gazetteer/*.ttl`` and the classes. Out: ``GazetteerEntry`` records by id (the last part of the IRI),
sorted; every fault with its file and IRI. A subject is an entry when its IRI lies under ``/id/entity/`` or its type is
a class of parties or places; anything else in the files (headers, dated memberships) is left alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container

from kg.names import fold
from kg.ontology.turtle import CKG, GEO, RDF, SKOS, Facts, local_name
from kg.vocabulary import GazetteerEntry

ENTITY_PATH = "/id/entity/"


def read_gazetteer(facts: Facts, classes: Container[str], faults: list[str]) -> dict[str, GazetteerEntry]:
    """All entries by id."""
    found: dict[str, GazetteerEntry] = {}
    for iri in sorted(facts.subjects()):
        types = [local_name(t) for t in facts.iris(iri, RDF + "type") if t.startswith(CKG)]
        if ENTITY_PATH not in iri and not any(t in classes for t in types):
            continue
        _check_type(facts, iri, types, classes, faults)
        entry = _entry(facts, iri, types[0] if types else "", faults)
        if entry.id in found:
            faults.append(f"{facts.where(iri)} has the same last part as <{found[entry.id].iri}>, rename one")
        found[entry.id] = entry
    _check_links(facts, found, faults)
    _check_names(facts, found, faults)
    return found


def _check_type(facts: Facts, iri: str, types: list[str], classes: Container[str], faults: list[str]) -> None:
    if len(types) != 1:
        faults.append(f"{facts.where(iri)} has {len(types) or 'no'} class, give it exactly one")
    for name in types:
        if name not in classes:
            faults.append(f"{facts.where(iri)} has the unknown class ckg:{name}, use one of conflict.ttl")
    if len(facts.files(iri)) > 1:
        faults.append(f"{facts.where(iri)} is described in {len(facts.files(iri))} files, keep it in one")


def _entry(facts: Facts, iri: str, type_: str, faults: list[str]) -> GazetteerEntry:
    label = _label(facts, iri, faults)
    names = {*facts.texts(iri, SKOS + "prefLabel"), *facts.texts(iri, SKOS + "altLabel")} - {label}
    return GazetteerEntry(
        id=local_name(iri),
        iri=iri,
        type=type_,
        label=label,
        names=(label, *sorted(names)),
        weak=tuple(sorted(facts.texts(iri, CKG + "weakName"))),
        demonyms=tuple(sorted(text.lower() for text in facts.texts(iri, CKG + "demonym"))),
        state=_link(facts, iri, "bodyOf", faults),
        capital=_link(facts, iri, "capital", faults),
        main=facts.flag(iri, CKG + "mainBody"),
        point=_point(facts, iri, faults),
        exact=tuple(sorted(facts.iris(iri, SKOS + "exactMatch"))),
        epithets=tuple(sorted(facts.texts(iri, CKG + "epithet"))),
        organ_of=_link(facts, iri, "organOf", faults),
        medium=facts.flag(iri, CKG + "newsMedium"),
    )


def _label(facts: Facts, iri: str, faults: list[str]) -> str:
    """The French label, else the English one, else the first."""
    for language in ("fr", "en"):
        found = facts.texts(iri, SKOS + "prefLabel", language)
        if len(found) > 1:
            faults.append(
                f"{facts.where(iri)} has {len(found)} skos:prefLabel@{language}, make all but one skos:altLabel"
            )
    best = [t for language in ("fr", "en", None) for t in facts.texts(iri, SKOS + "prefLabel", language)]
    if not best or not fold(best[0]):
        faults.append(f"{facts.where(iri)} has no skos:prefLabel, write one in French")
        return ""
    return best[0]


def _link(facts: Facts, iri: str, name: str, faults: list[str]) -> str | None:
    found = facts.iris(iri, CKG + name)
    if len(found) > 1:
        faults.append(f"{facts.where(iri)} has {len(found)} ckg:{name}, keep one")
    return local_name(found[0]) if found else None


def _point(facts: Facts, iri: str, faults: list[str]) -> tuple[float, float] | None:
    lat, long = (facts.texts(iri, GEO + side) for side in ("lat", "long"))
    if not lat and not long:
        return None
    try:
        (latitude,), (longitude,) = map(float, lat), map(float, long)
    except ValueError:
        faults.append(f"{facts.where(iri)} needs one geo:lat and one geo:long, both numbers")
        return None
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        faults.append(f"{facts.where(iri)} lies outside the globe ({latitude}, {longitude}), correct the degrees")
        return None
    return latitude, longitude


def _check_links(facts: Facts, entries: dict[str, GazetteerEntry], faults: list[str]) -> None:
    main: dict[tuple[str | None, str], str] = {}
    for entry in entries.values():
        links = {"bodyOf": entry.state, "capital": entry.capital, "organOf": entry.organ_of}
        succeeded = [local_name(iri) for iri in facts.iris(entry.iri, CKG + "succeeds")]
        for name, target in [*links.items(), *(("succeeds", target) for target in succeeded)]:
            if target is not None and target not in entries:
                faults.append(
                    f"{facts.where(entry.iri)} has ckg:{name} to the unknown entry {target}, add it or correct the name"
                )
        if entry.main and main.setdefault((entry.state, entry.type), entry.id) != entry.id:
            faults.append(
                f"{facts.where(entry.iri)} is a second ckg:mainBody beside {main[entry.state, entry.type]}, keep one"
            )


def _check_names(facts: Facts, entries: dict[str, GazetteerEntry], faults: list[str]) -> None:
    """A strong name may stand for one entry of a class only; otherwise it is weak in at least one of them."""
    owners: dict[tuple[str, str], dict[str, str]] = defaultdict(dict)
    for entry in entries.values():
        for name in entry.names:
            owners[entry.type, fold(name)].setdefault(entry.id, name)
    for ids in owners.values():
        first, *others = ids
        for other in others:
            text = f"{facts.where(entries[other].iri)} shares the strong name « {ids[other]} » with {first}"
            faults.append(f"{text}, make it a ckg:weakName in one")
