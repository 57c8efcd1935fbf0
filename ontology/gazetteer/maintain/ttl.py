"""Plain Turtle for the gazetteer: one block an entry, sorted, so that two runs give the same bytes.

In: ``Entry`` records. Out: text. Used by the maintainers' scripts of this folder only; nothing here runs in a build.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

PREFIXES = """\
@prefix ckg: <https://w3id.org/conflict-kg/ontology#> .
@prefix geo: <http://www.w3.org/2003/01/geo/wgs84_pos#> .
@prefix schema: <https://schema.org/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
"""
BASE = "https://w3id.org/conflict-kg/id/entity/"
GEONAMES = "https://sws.geonames.org/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry as it is written: slugs for links, names in order of use, ``point`` as decimal strings."""

    id: str
    type: str
    label: str
    names: tuple[str, ...] = ()
    english: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    state: str | None = None
    within: str | None = None
    main: bool = False
    capital: str | None = None
    succeeds: tuple[str, ...] = ()
    organizations: tuple[str, ...] = ()
    point: tuple[str, str] | None = None
    geonames: str | None = None


def slug(name: str) -> str:
    """The last part of an IRI: lower case ASCII letters, digits and single hyphens."""
    plain = unicodedata.normalize("NFKD", name.casefold().replace("œ", "oe").replace("ß", "ss"))
    return re.sub(r"[^a-z0-9]+", "-", "".join(c for c in plain if not unicodedata.combining(c))).strip("-")


def block(entry: Entry) -> str:
    """The Turtle of one entry. Names that repeat the label or one another are written once."""
    lines = [
        f"a ckg:{entry.type}",
        f"skos:prefLabel {quoted(entry.label)}@fr",
        *listed("skos:altLabel", names_of(entry)),
        *listed("ckg:weakName", sorted(f"{quoted(name)}@fr" for name in set(entry.weak) - {entry.label, *entry.names})),
        *listed("ckg:demonym", [quoted(form) for form in dict.fromkeys(entry.demonyms)]),
        *listed("ckg:bodyOf", [link(entry.state)] if entry.state else []),
        *listed("schema:containedInPlace", [link(entry.within)] if entry.within else []),
        *listed("ckg:mainBody", ["true"] if entry.main else []),
        *listed("ckg:capital", [link(entry.capital)] if entry.capital else []),
        *listed("ckg:succeeds", [link(other) for other in sorted(entry.succeeds)]),
        *listed("ckg:membership", [membership(other) for other in sorted(entry.organizations)]),
    ]
    if entry.point:
        lines.append("geo:lat {} ; geo:long {}".format(*entry.point))
    if entry.geonames:
        lines.append(f"skos:exactMatch <{GEONAMES}{entry.geonames}/>")
    return f"{link(entry.id)} " + " ;\n    ".join(lines) + " ."


def names_of(entry: Entry) -> list[str]:
    """The strong names besides the label, French first, each once.

    A name that starts with a small letter is found with a capital too, not the other way round: both may stand here.
    """
    seen = {entry.label}
    found = []
    for language, names in (("fr", entry.names), ("en", entry.english)):
        for name in names:
            if name not in seen:
                seen.add(name)
                found.append(f"{quoted(name)}@{language}")
    return found


def listed(name: str, values: list[str]) -> list[str]:
    """A property with its values, or nothing."""
    return [f"{name} " + " , ".join(values)] if values else []


def link(identifier: str) -> str:
    """A slug as an IRI in Turtle."""
    return f"<{BASE}{identifier}>"


def membership(organization: str) -> str:
    """A membership whose dates are not given."""
    return f"[ a ckg:Membership ; ckg:organization {link(organization)} ]"


def quoted(text: str) -> str:
    """A Turtle string."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def document(header: str, entries: Iterable[Entry]) -> str:
    """The whole file: a comment, the prefixes, the entries by id."""
    comment = "".join(f"# {line}".rstrip() + "\n" for line in header.strip().split("\n"))
    blocks = [block(entry) for entry in sorted(entries, key=lambda entry: entry.id)]
    return f"{comment}\n{PREFIXES}\n" + "\n\n".join(blocks) + "\n"
