"""Independent voices: copies, agencies, publishers, speakers and spokespersons."""

from dataclasses import replace

import pytest
from claim_builders import DIRECTED, SHIPPED, VOCABULARY, claim, document, entity

from kg.claims.origins import Outlets
from kg.claims.relationships import find_relationships
from kg.claims.resolution import resolve
from kg.claims.voices import Sources
from kg.records import Claim, Document, Evidence, Relationship
from kg.vocabulary import GazetteerEntry

FRONT = entity("Front du Désert")
ARMY = entity("Armée du Nord", type_="ArmedForces")
BODY = "Le front a pris la ville de Tessalit mardi matin après deux jours de siège. " + " ".join(
    f"Le témoin numéro {word} a vu passer la colonne {word} vers le nord." for word in "alpha beta gamma delta".split()
)


def entry(id_: str, *names: str, type_: str = "CivilOrganization", medium: bool = True) -> GazetteerEntry:
    iri = f"https://w3id.org/conflict-kg/id/entity/{id_}"
    return GazetteerEntry(id=id_, iri=iri, type=type_, label=names[0], names=names, medium=medium)


MEDIA = replace(
    VOCABULARY,
    gazetteer={e.id: e for e in (entry("afp", "AFP", "Agence France-Presse"), entry("rfi", "RFI"))},
)
SPEAKS = next(r.name for r in SHIPPED.relations.values() if r.speaks_as)


def one(*claims: Claim, documents: tuple[Document, ...]) -> Relationship:
    found = find_relationships(resolve(claims, MEDIA), documents, MEDIA)
    return next(r for r in found if r.relation == DIRECTED)


@pytest.mark.parametrize(
    ("text", "credited"),
    [
        (f"BAMAKO (AFP) – {BODY}", ["AFP"]),
        (f"{BODY} (avec AFP)", ["AFP"]),
        (f"{BODY}\n\nPar notre correspondant à Gao, avec RFI", ["RFI"]),
        (f"{BODY}\n\nAvec AFP et RFI.", ["AFP", "RFI"]),
        (f"{BODY}\n\nSource : Agence des Dunes", ["Agence des Dunes"]),
        (f"{BODY} Avec AFP.", ["AFP"]),
        (f"GAO, AFP – {BODY}", ["AFP"]),
        (f"Selon RFI\n\n{BODY}", ["RFI"]),
        (f"{BODY} Il l'a dit selon RFI lundi.", []),
        (f"L'Agence France-Presse (AFP) a compté les véhicules. {BODY}", []),
        (f"{BODY} L'entretien avec l'AFP a duré une heure.", []),
        (f"{BODY}\n{'x ' * 200}\nAvec AFP\n{'x ' * 200}", []),
    ],
)
def test_a_credit_is_found_where_credits_stand(text: str, credited: list[str]) -> None:
    outlets = Outlets([document("a", publisher="Agence des Dunes")], MEDIA)
    assert [outlet.label for outlet in outlets.credited(document("x", text))] == credited


def test_reprints_name_the_document_that_they_copy_and_where_it_comes_from() -> None:
    documents = (
        document("a", f"BAMAKO (AFP) – {BODY} Fin de la dépêche.", "Le Matin"),
        document("b", BODY, "Le Soir"),
        document("c", publisher="Le Midi"),
    )
    (copy,) = Sources(documents, MEDIA).reprints()
    assert (copy.document, copy.of, copy.origin) == ("b", "a", "AFP")


def test_copies_without_a_credit_come_from_the_medium_that_all_of_them_quote() -> None:
    text = f"{BODY} Un porte-parole l'a confirmé à l'AFP."
    (copy,) = Sources((document("a", text), document("b", text + " Suite.")), MEDIA).reprints()
    assert copy.origin == "AFP"
    (copy,) = Sources((document("a", BODY), document("b", BODY + " Un élu l'a dit à RFI.")), MEDIA).reprints()
    assert copy.origin is None


def test_two_outlets_that_credit_one_agency_are_one_voice() -> None:
    claims = (claim("a", FRONT, ARMY), claim("b", FRONT, ARMY))
    plain = (document("a", publisher="Le Matin"), document("b", publisher="Le Soir"))
    assert one(*claims, documents=plain).sources == 2
    credited = tuple(replace(d, text=f"{d.text} (avec AFP)", body=(0, len(d.text) + 11)) for d in plain)
    found = one(*claims, documents=credited)
    assert found.sources == 1
    assert (found.voices[0].label, found.voices[0].documents) == ("AFP", ("a", "b"))


def test_an_agency_that_is_quoted_and_one_that_publishes_are_one_voice() -> None:
    agency = entity("AFP", type_="CivilOrganization", scope="gazetteer", id_="afp")
    claims = (claim("a", FRONT, ARMY), claim("b", FRONT, ARMY, speaker=agency), claim("c", FRONT, ARMY, speaker=agency))
    documents = (document("a", publisher="AFP"), document("b", publisher="Le Soir"), document("c"))
    found = one(*claims, documents=documents)
    assert [(v.label, v.speaker, v.documents) for v in found.voices] == [("AFP", "afp", ("a", "b", "c"))]


def test_a_copy_of_agency_text_is_not_the_word_of_who_prints_it() -> None:
    documents = (
        document("a", f"(AFP) – {BODY}", "Le Matin"),
        document("b", f"{BODY} Lire aussi notre dossier.", "Le Soir"),
        document("c", publisher="Le Soir"),
    )
    claims = tuple(claim(d.id, FRONT, ARMY) for d in documents)
    assert [voice.documents for voice in one(*claims, documents=documents).voices] in (
        [("a", "b"), ("c",)],
        [("c",), ("a", "b")],
    )


def test_a_spokesperson_and_who_it_speaks_for_are_one_voice() -> None:
    person = entity("Awa Keïta", type_="Person")
    said = (claim("a", FRONT, ARMY, speaker=person), claim("b", FRONT, ARMY, speaker=FRONT))
    documents = (document("a"), document("b"))
    assert one(*said, documents=documents).sources == 2
    tie = claim("a", person, FRONT, relation=SPEAKS, at=60)
    assert one(*said, tie, documents=documents).sources == 1
    assert one(*said, replace(tie, certainty="possible"), documents=documents).sources == 2


def test_an_unnamed_source_of_one_agency_is_one_voice() -> None:
    source = entity("une source locale", type_="UnnamedSource", scope="document")
    documents = tuple(document(id_, f"(AFP) {' '.join(f'{id_}{i}' for i in range(50))}") for id_ in "ab")
    claims = (claim("a", FRONT, ARMY, speaker=source), claim("b", FRONT, ARMY, speaker=source))
    assert one(*claims, documents=documents).sources == 1


def test_sources_counts_the_voices_and_every_positive_claim_has_one() -> None:
    claims = [claim(d, FRONT, ARMY, speaker=s) for d in "abc" for s in (None, ARMY)]
    found = one(*claims, documents=tuple(map(document, "abc")))
    assert found.sources == len(found.voices) == 4
    assert sorted(id_ for voice in found.voices for id_ in voice.claims) == list(found.claims)


def test_a_relationship_carries_the_dates_of_its_documents_and_of_what_is_claimed() -> None:
    documents = (replace(document("a"), date="2024-07-28"), replace(document("b"), date="2024"), document("c"))
    claims = [
        replace(claim(d.id, FRONT, ARMY), when=when)
        for d, when in zip(documents, ("2024-07-25/2024-07-27", "2023", None), strict=True)
    ]
    found = one(*claims, documents=documents)
    assert found.reported == ("2024", "2024")
    assert found.claimed == ("2023-01-01", "2024-07-27")
    over = replace(claims[1], when="/2022")
    assert one(claims[0], over, documents=documents).claimed == (None, "2024-07-27")
    assert one(claims[2], documents=documents).claimed == (None, None)


def test_others_credit_a_publisher_by_its_initials_unless_two_share_them() -> None:
    dunes = document("a", publisher="Agence Sahel Presse")
    assert [o.label for o in Outlets([dunes], MEDIA).credited(document("x", f"(ASP et rédaction) {BODY}"))] == [
        "Agence Sahel Presse"
    ]
    shared = Outlets([dunes, document("b", publisher="Alliance Sud Progrès")], MEDIA)
    assert shared.credited(document("x", f"(ASP) {BODY}")) == ()


def test_the_origin_is_the_publisher_of_a_copy_that_another_copy_quotes() -> None:
    documents = (
        document("a", f"{BODY} Un élu joint par la rédaction confirme.", "Agence Sahel Presse"),
        document("b", f"{BODY} Un élu joint par l'Agence Sahel Presse confirme.", "Le Soir"),
    )
    (copy,) = Sources(documents, MEDIA).reprints()
    assert copy.origin == "Agence Sahel Presse"


def test_a_copy_without_a_known_origin_is_the_word_of_who_had_it_first() -> None:
    dates = ("2024-07-02", "2024-07-01", "2024-07-05", "2024-07-06")
    texts = (BODY + " Suite et fin de notre article.", BODY, "", "")
    documents = tuple(
        replace(document(id_, text, publisher), date=date)
        for id_, text, publisher, date in zip(
            "abcd", texts, ("Le Soir", "Le Matin", "Le Soir", "Le Matin"), dates, strict=True
        )
    )
    claims = tuple(claim(d.id, FRONT, ARMY) for d in documents)
    found = {voice.documents for voice in one(*claims, documents=documents).voices}
    assert found == {("a", "b", "d"), ("c",)}
    undated = tuple(replace(d, date="2024-07") for d in documents)
    assert one(*claims, documents=undated).sources == 1


def test_what_an_outlet_adds_to_a_copy_is_its_own_word() -> None:
    added = "Notre reporter a vu le front attaquer aussi le camp de l'armée au sud du fleuve."
    texts = {"a": f"(AFP) – {BODY}", "b": f"{BODY} {added}"}
    documents = tuple(document(id_, text, f"Journal {id_}") for id_, text in texts.items())

    def said(doc: str, words: str) -> Claim:
        start = texts[doc].index(words)
        evidence = Evidence(start=start, end=start + len(words), text=words, subject=(start, start + 2), object=None)
        return replace(claim(doc, FRONT, ARMY), evidence=(evidence,))

    copied = BODY.split(".")[0]
    both = one(said("a", copied), said("b", copied), documents=documents)
    assert [voice.documents for voice in both.voices] == [("a", "b")]
    apart = one(said("a", copied), said("b", added), documents=documents)
    assert sorted((voice.label, voice.documents) for voice in apart.voices) == [
        ("Journal a", ("a",)),
        ("Journal b", ("b",)),
    ]


def test_a_publisher_and_whoever_quotes_it_are_one_voice_though_no_gazetteer_knows_it() -> None:
    league = entity("Ligue des droits du Gourma", "LDG", type_="CivilOrganization")
    documents = (document("a", publisher="Ligue des droits du Gourma"), document("b", publisher="Le Soir"))
    claims = (claim("a", FRONT, ARMY), claim("b", FRONT, ARMY, speaker=league))
    assert one(*claims, documents=documents).sources == 1
