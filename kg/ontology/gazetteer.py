"""The gazetteer: known parties, places and sources, with strong and weak names.

In: facts of ``gazetteer/*.ttl``, and of a user's own files, and the classes. Out: ``GazetteerEntry`` records by id (the
last part of the IRI), sorted; every fault with its file and IRI. A subject is an entry when its IRI lies under
``/id/entity/`` or its type is a class of parties or places; anything else in the files (headers, sources, a dated
membership with an IRI of its own) is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable

import pyoxigraph as ox

from kg.names import fold
from kg.ontology.entry_checks import check_entries
from kg.ontology.turtle import CKG, GEO, RDF, SCHEMA, SKOS, Facts, local_name
from kg.vocabulary import GazetteerEntry, Membership, Succession

ENTITY_PATH = "/id/entity/"
_TYPE, _LABEL, _OTHER, _WEAK = RDF + "type", SKOS + "prefLabel", SKOS + "altLabel", CKG + "weakName"
_DATE = r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?"
_WHEN = re.compile(rf"{_DATE}|{_DATE}/({_DATE})?|/{_DATE}", re.ASCII)
_NONE: list[ox.Literal] = []


def read_gazetteer(
    facts: Facts, classes: Container[str], faults: list[str], own: frozenset[str] = frozenset()
) -> dict[str, GazetteerEntry]:
    """All entries by id. ``own``: files of the user's, which may say more of an entry of another file."""
    found: dict[str, GazetteerEntry] = {}
    for iri in sorted(facts.subjects()):
        types = [local_name(t) for t in facts.iris(iri, _TYPE) if t.startswith(CKG)]
        if ENTITY_PATH not in iri and not any(t in classes for t in types):
            continue
        _check_type(facts, iri, types, classes, faults, own)
        entry = _Reader(facts, iri, faults).entry(types[0] if types else "")
        if entry.id in found:
            faults.append(
                f"{facts.where(iri)} has the same last part as {facts.where(found[entry.id].iri)}, rename one"
            )
        found[entry.id] = entry
    check_entries(facts, found, faults)
    return found


def _check_type(
    facts: Facts, iri: str, types: list[str], classes: Container[str], faults: list[str], own: frozenset[str]
) -> None:
    if len(types) != 1:
        faults.append(f"{facts.where(iri)} has {len(types) or 'no'} class, give it exactly one")
    for name in types:
        if name not in classes:
            faults.append(f"{facts.where(iri)} has the unknown class ckg:{name}, use one of conflict.ttl")
    files = [file for file in facts.files(iri) if file not in own]
    if len(files) > 1:
        faults.append(f"{facts.where(iri)} is described in {len(files)} files, keep it in one")


class _Reader:
    """Reads one subject as an entry."""

    def __init__(self, facts: Facts, iri: str, faults: list[str]) -> None:
        self._facts, self._iri, self._faults = facts, iri, faults
        self._about = facts.about(iri)

    def entry(self, type_: str) -> GazetteerEntry:
        labels, others = self._literals(_LABEL), self._literals(_OTHER)
        label = self._label(labels)
        names = {o.value for o in (*labels, *others)} - {label}
        return GazetteerEntry(
            id=local_name(self._iri),
            iri=self._iri,
            type=type_,
            label=label,
            names=(label, *sorted(names)),
            english=tuple(sorted({o.value for o in (*labels, *others) if o.language == "en"} - {label})),
            weak=self._sorted(_WEAK),
            demonyms=tuple(sorted({o.value.lower() for o in self._literals(CKG + "demonym")})),
            state=self._link(CKG + "bodyOf"),
            capital=self._link(CKG + "capital"),
            within=self._link(SCHEMA + "containedInPlace"),
            main=self._flag(CKG + "mainBody"),
            point=self._point(),
            exact=tuple(sorted(self._facts.iris(self._iri, SKOS + "exactMatch"))),
            epithets=self._sorted(CKG + "epithet"),
            organ_of=self._link(CKG + "organOf"),
            medium=self._flag(CKG + "newsMedium"),
            successions=self._successions(),
            memberships=self._memberships(),
        )

    def _literals(self, predicate: str) -> list[ox.Literal]:
        found = self._about.get(predicate)
        return [o for o in found if isinstance(o, ox.Literal)] if found else _NONE

    def _sorted(self, predicate: str) -> tuple[str, ...]:
        return tuple(sorted({o.value for o in self._literals(predicate)}))

    def _flag(self, predicate: str) -> bool:
        return any(o.value == "true" for o in self._literals(predicate))

    def _fault(self, text: str) -> None:
        self._faults.append(f"{self._facts.where(self._iri)} {text}")

    def _label(self, labels: list[ox.Literal]) -> str:
        """The French label, else the English one, else the first."""
        found = {language: _texts(labels, language) for language in ("fr", "en")}
        for language, texts in found.items():
            if len(texts) > 1:
                self._fault(f"has {len(texts)} skos:prefLabel@{language}, make all but one skos:altLabel")
        best = [*found["fr"], *found["en"], *_texts(labels, None)]
        if not best or not fold(best[0]):
            self._fault("has no skos:prefLabel, write one in French")
            return ""
        return best[0]

    def _link(self, predicate: str) -> str | None:
        found = self._facts.iris(self._iri, predicate) if predicate in self._about else ()
        if len(found) > 1:
            self._fault(f"has {len(found)} {_short(predicate)}, keep one")
        return local_name(found[0]) if found else None

    def _point(self) -> tuple[float, float] | None:
        lat, long = (_texts(self._literals(GEO + side), None) for side in ("lat", "long"))
        if not lat and not long:
            return None
        try:
            (latitude,), (longitude,) = map(float, lat), map(float, long)
        except ValueError:
            self._fault("needs one geo:lat and one geo:long, both numbers")
            return None
        if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
            self._fault(f"lies outside the globe ({latitude}, {longitude}), correct the degrees")
            return None
        return latitude, longitude

    # ---- what has dates

    def _successions(self) -> tuple[Succession, ...]:
        """Dated ones, and bare ``ckg:succeeds`` where no dated one says the same."""
        dated = {
            Succession(predecessor=organization, when=when)
            for node, organization in self._parts("succession", "predecessor")
            for when in (self._when(node),)
        }
        told = {s.predecessor for s in dated}
        bare = (local_name(iri) for iri in self._facts.iris(self._iri, CKG + "succeeds"))
        return tuple(sorted({*dated, *(Succession(predecessor=id_) for id_ in bare if id_ not in told)}))

    def _memberships(self) -> tuple[Membership, ...]:
        return tuple(
            sorted(
                Membership(
                    organization=organization,
                    role=next(iter(self._facts.texts(node, CKG + "role", "fr")), ""),
                    role_en=next(iter(self._facts.texts(node, CKG + "role", "en")), ""),
                    when=self._when(node),
                )
                for node, organization in self._parts("membership", "organization")
            )
        )

    def _parts(self, name: str, target: str) -> Iterable[tuple[str, str]]:
        """The nodes behind ``ckg:name`` with the id that each leads to."""
        for node in self._facts.nodes(self._iri, CKG + name) if CKG + name in self._about else ():
            targets = self._facts.iris(node, CKG + target)
            if len(targets) == 1:
                yield node, local_name(targets[0])
            else:
                self._fault(f"has a ckg:{name} with {len(targets) or 'no'} ckg:{target}, give it exactly one")

    def _when(self, node: str) -> str:
        found = self._facts.texts(node, CKG + "when")
        if not found:
            return ""
        if len(found) > 1 or not _WHEN.fullmatch(found[0]):
            what = "2024-05, 2020-08-18/2024 or 2021/"
            self._fault(f"has the ckg:when « {' '.join(found)} », write one ISO 8601 date or interval such as {what}")
            return ""
        return found[0]


def _texts(literals: list[ox.Literal], language: str | None) -> list[str]:
    return list(dict.fromkeys(o.value for o in literals if language is None or o.language == language))


def _short(predicate: str) -> str:
    return "schema:" + local_name(predicate) if predicate.startswith(SCHEMA) else "ckg:" + local_name(predicate)
