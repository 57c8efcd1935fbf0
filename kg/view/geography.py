"""Where parties and places lie, as far as the gazetteer says: for the map and the filter by country.

In: the parties of a corpus and the vocabulary. Out: JSON values keyed like the nodes of the page (``e:`` and an id).
Nothing is guessed: a place that the gazetteer does not know has no point, and the page lists it beside the map.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from kg.records import Entity
from kg.vocabulary import GazetteerEntry, Vocabulary

PREFIX = "e:"
"""What keys of parties begin with; words begin otherwise."""


def geography(parties: Iterable[Entity], vocabulary: Vocabulary) -> dict[str, Any]:
    """``points`` (latitude, longitude), ``states`` (the state that a party is, serves or lies in) and state ``names``;
    ``seats`` are the points of their capitals, by which the map knows a state's outline; ``places`` are the classes of
    places that cannot act.

    Only parties of the gazetteer are in it: an id that merely looks like one of its own says nothing.
    """
    points: dict[str, list[float]] = {}
    states: dict[str, str] = {}
    for party in sorted(parties, key=lambda party: party.id):
        entry = vocabulary.gazetteer.get(party.id) if party.scope == "gazetteer" else None
        if entry is None:
            continue
        if entry.point is not None:
            points[PREFIX + party.id] = _rounded(entry.point)
        state = _state(entry, vocabulary)
        if state is not None:
            states[PREFIX + party.id] = PREFIX + state.id
    names = {key: vocabulary.gazetteer[key.removeprefix(PREFIX)].label for key in sorted(set(states.values()))}
    seats = {key: seat for key in names if (seat := _seat(vocabulary.gazetteer[key.removeprefix(PREFIX)], vocabulary))}
    return {"points": points, "states": states, "names": names, "seats": seats, "places": place_classes(vocabulary)}


def _seat(state: GazetteerEntry, vocabulary: Vocabulary) -> list[float] | None:
    """Latitude and longitude of a state's capital."""
    capital = vocabulary.gazetteer.get(state.capital) if state.capital else None
    return _rounded(capital.point) if capital and capital.point else None


def _rounded(point: tuple[float, float]) -> list[float]:
    """To about a hundred metres."""
    return [round(degrees, 3) for degrees in point]


def _state(entry: GazetteerEntry, vocabulary: Vocabulary) -> GazetteerEntry | None:
    """The state whose body the entry is, or the entry itself when it is a state."""
    if entry.state is not None:
        return vocabulary.gazetteer.get(entry.state)
    return entry if vocabulary.is_a(entry.type, "State") else None


def place_classes(vocabulary: Vocabulary) -> list[str]:
    """Classes of places that cannot act: what is said of them happens there. A state is not one of them."""
    is_a = vocabulary.is_a
    return sorted(name for name in vocabulary.classes if is_a(name, "Place") and not is_a(name, "Actor"))
