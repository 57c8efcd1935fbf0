"""Why a relationship has its status: counts of texts and speakers, in a few words."""

from claim_builders import VOCABULARY, claim, entity

from kg.claims.relationships import find_relationships, status
from kg.claims.standing import count_only_denied, standing

ONE, OTHER, SPEAKER = entity("Alpha"), entity("Beta"), entity("Porte-parole", type_="Person")


def test_texts_and_speakers_are_counted_once_each() -> None:
    found = standing(
        [
            claim("a", ONE, OTHER),
            claim("a", ONE, OTHER, at=20, certainty="possible"),
            claim("b", ONE, OTHER, certainty="probable"),
            claim("b", ONE, OTHER, speaker=SPEAKER),
            claim("c", ONE, OTHER, speaker=SPEAKER),
            claim("c", ONE, OTHER, polarity="negative"),
        ]
    )
    assert (found.plain, found.quoted, found.unsure, found.denied) == (1, 1, 1, 1)
    assert found.reason("en") == "1 text says it plainly, 1 speaker quoted, 1 text unsure, 1 denial"
    assert found.reason("fr") == "1 texte l'affirme, 1 locuteur cité, 1 texte hésite, 1 démenti"


def test_what_is_only_denied_is_called_so_though_its_status_is_alleged() -> None:
    denials = [
        claim("a", ONE, OTHER, polarity="negative"),
        claim("b", ONE, OTHER, polarity="negative", speaker=SPEAKER),
    ]
    assert standing(denials).only_denied
    assert standing(denials).reason("en") == "2 denials"
    assert status(denials) == "alleged"
    assert not standing([*denials, claim("c", ONE, OTHER, certainty="possible")]).only_denied
    relationships = find_relationships(denials, [], VOCABULARY)
    assert count_only_denied(relationships, denials) == 1
