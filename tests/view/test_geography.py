"""What the page knows of where parties and places lie: only what the gazetteer says."""

from __future__ import annotations

from dataclasses import replace

from view.sample import FLD, KESSOU, OSTRIA, TIN_AMAR
from view.sample import vocabulary as invented

from kg.view.geography import geography, place_classes
from kg.vocabulary import GazetteerEntry, Vocabulary


def known() -> Vocabulary:
    entries = (
        GazetteerEntry(id="ostrie", iri="x", type="State", label="Ostrie", names=("Ostrie",)),
        GazetteerEntry(
            id="tin-amar",
            iri="x",
            type="Place",
            label="Tin-Amar",
            names=("Tin-Amar",),
            state="ostrie",
            point=(19.12345, 1.5),
        ),
        GazetteerEntry(id="kessou", iri="x", type="Place", label="Kessou", names=("Kessou",)),
    )
    return replace(invented(), gazetteer={entry.id: entry for entry in entries})


def test_a_place_has_the_point_and_the_state_of_the_gazetteer() -> None:
    places = [replace(place, scope="gazetteer") for place in (TIN_AMAR, KESSOU, OSTRIA)]
    found = geography(places, known())
    assert found["points"] == {"e:tin-amar": [19.123, 1.5]}
    assert found["states"] == {"e:ostrie": "e:ostrie", "e:tin-amar": "e:ostrie"}
    assert found["names"] == {"e:ostrie": "Ostrie"}


def test_a_state_has_the_seat_that_its_capital_has() -> None:
    words = known()
    seated = replace(words.gazetteer["ostrie"], capital="tin-amar")
    words = replace(words, gazetteer={**words.gazetteer, "ostrie": seated})
    assert geography([replace(OSTRIA, scope="gazetteer")], words)["seats"] == {"e:ostrie": [19.123, 1.5]}
    assert geography([replace(OSTRIA, scope="gazetteer")], known())["seats"] == {}


def test_an_id_that_only_looks_like_one_of_the_gazetteer_says_nothing() -> None:
    found = geography([TIN_AMAR, FLD], known())
    assert found["points"] == {}
    assert found["states"] == {}


def test_states_are_no_places_of_the_map_because_they_act() -> None:
    assert place_classes(invented()) == ["Place"]
