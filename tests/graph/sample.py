"""A small corpus made by hand: three documents, a quarrel about who supports whom, and a fight over one place."""

from __future__ import annotations

import hashlib
import warnings
from pathlib import Path

import rdflib

from kg.graph.iris import ONTOLOGY
from kg.records import (
    Claim,
    Corpus,
    Dispute,
    Document,
    Entity,
    Evidence,
    Framing,
    Interest,
    Relationship,
    Reprint,
    Span,
    Voice,
    Why,
    Word,
)
from kg.vocabulary import EntityClass, GazetteerEntry, Membership, Relation, Succession, Vocabulary

ROOT = Path(__file__).resolve().parents[2]
ONTOLOGY_FOLDER = ROOT / "ontology"

TEXTS = {
    "d1": (
        "L'Ukraine soutient le CSP, accuse Bamako. L'Ukraine dément soutenir le CSP. Wagner combat avec l'armée "
        "malienne. L'armée malienne a pris Kidal. Le CSP a attaqué Wagner à Tinzaouatène. Le colonel Ag Mohamed parle "
        "pour le CSP. Bamako accuse Kiev."
    ),
    "d2": (
        "Le CSP tient Kidal. Les terroristes du CSP. Le CSP a attaqué Wagner. L'Ukraine forme le CSP, selon une source "
        "militaire. Alghabass dirige le CSP. Le CSP combat l'armée malienne."
    ),
    "d3": "La Russie arme l'armée malienne. Wagner appuie l'armée malienne. L'armée malienne soutient Wagner.",
}
CLASSES = (
    "State Government ArmedForces ArmedGroup PrivateMilitaryCompany Person Place UnnamedSource CivilOrganization"
).split()
RELATIONS = (
    "alliedWith supports givesMilitarySupportTo supplies trains leads speaksFor fights attacks accuses captures "
    "controls losesControlOf operatesIn locatedIn near designatedAs memberOf"
).split()
SYMMETRIC = frozenset({"alliedWith", "fights", "near"})


def party(identifier: str, kind: str, label: str, *names: str) -> Entity:
    return Entity(id=identifier, label=label, names=(label, *names), type=kind)


UKRAINE = party("ukraine", "State", "Ukraine", "Kiev")
MALI = party("mali", "State", "Mali", "Bamako")
RUSSIA = party("russie", "State", "Russie")
CSP = party("csp", "ArmedGroup", "CSP-DPA", "CSP", "Cadre stratégique permanent")
WAGNER = party("wagner", "PrivateMilitaryCompany", "Wagner")
FAMA = party("fama", "ArmedForces", "FAMa", "armée malienne")
KIDAL = party("kidal", "Place", "Kidal")
TINZA = party("tinzaouatene", "Place", "Tinzaouatène", "TIN ZAOUATINE")
SPOKESMAN = party("ag-mohamed", "Person", "Almou ag Mohamed", "Ag Mohamed")
CHIEF = party("alghabass", "Person", "Alghabass Ag Intalla", "Alghabass")
SOURCE = party("d2-source-1", "UnnamedSource", "une source militaire")


def relation(name: str) -> Relation:
    return Relation(
        name=name, iri=ONTOLOGY + name, label_fr=name, label_en=name, definition_fr="", definition_en="",
        domain="Actor", range=None if name == "designatedAs" else "Entity", parent=None,
        symmetric=name in SYMMETRIC, family="Support", apart=False, supportive=False, examples=(), counterexamples=(),
    )  # fmt: skip


def entity_class(name: str) -> EntityClass:
    return EntityClass(
        name=name, iri=ONTOLOGY + name, label_fr=name, label_en=name, definition_fr="", definition_en="",
        parent="Entity", ancestors=frozenset({name, "Entity"}),
    )  # fmt: skip


def make_vocabulary() -> Vocabulary:
    base = "https://w3id.org/conflict-kg/id/entity/"
    known = (
        GazetteerEntry(
            id="kidal", iri=base + "kidal", type="Place", label="Kidal", names=("Kidal",), point=(18.44, 1.41)
        ),
        GazetteerEntry(
            id="afp", iri=base + "afp", type="CivilOrganization", label="AFP", names=("Agence France-Presse",)
        ),
        GazetteerEntry(
            id="ukraine", iri=base + "ukraine", type="State", label="Ukraine", names=("Ukraine", "Kyïv"),
            exact=("http://www.wikidata.org/entity/Q212",),
        ),
        GazetteerEntry(
            id="wagner", iri=base + "wagner", type="PrivateMilitaryCompany", label="Wagner", names=("Wagner",)
        ),
        GazetteerEntry(
            id="africa-corps", iri=base + "africa-corps", type="PrivateMilitaryCompany", label="Africa Corps",
            names=("Africa Corps",), successions=(Succession(predecessor="wagner", when="2023-11"),),
        ),
        GazetteerEntry(id="hcua", iri=base + "hcua", type="ArmedGroup", label="HCUA", names=("HCUA",)),
        GazetteerEntry(
            id="alghabass", iri=base + "alghabass", type="Person", label="Alghabass Ag Intalla",
            names=("Alghabass Ag Intalla", "Alghabass"),
            memberships=(
                Membership(
                    organization="hcua", role="secrétaire général", role_en="secretary-general", when="2014-05/2023"
                ),
            ),
        ),
    )  # fmt: skip
    return Vocabulary(
        version="test",
        classes={name: entity_class(name) for name in CLASSES},
        families={},
        relations={name: relation(name) for name in RELATIONS},
        gazetteer={entry.id: entry for entry in known},
        lexicon=(),
        queries={path.stem: str(path) for path in sorted((ONTOLOGY_FOLDER / "queries").glob("*.rq"))},
    )


def make_document(identifier: str, text: str, **more: str) -> Document:
    return Document(
        id=identifier,
        path=f"/secret/folder/{identifier}.txt",
        text=text,
        body=(0, len(text)),
        digest=hashlib.sha256(text.encode()).hexdigest(),
        **more,
    )


def evidence_for(text: str, quotation: str, *, literal: bool = False) -> Evidence:
    start = text.index(quotation)
    end = start + len(quotation)
    first: Span = (start, start + 2)
    return Evidence(start=start, end=end, text=quotation, subject=first, object=None if literal else (end - 3, end - 1))


def make_claim(
    identifier: str,
    doc: str,
    subject: Entity,
    name: str,
    object: Entity | str,
    quotation: str,
    *,
    by: Entity | None = None,
    negative: bool = False,
    certainty: str = "certain",
    when: str | None = None,
    where: Entity | None = None,
    text: str | None = None,
) -> Claim:
    whole = TEXTS[doc] if text is None else text
    return Claim(
        id=identifier,
        doc=doc,
        subject=subject,
        relation=name,
        object=Word(literal=object) if isinstance(object, str) else object,
        polarity="negative" if negative else "positive",
        certainty=certainty,  # type: ignore[arg-type]
        attribution=by,
        when=when,
        where=where,
        evidence=(evidence_for(whole, quotation, literal=isinstance(object, str)),),
        why=Why(entry="fr.tsv:1 verb x", frame="transitive", attribution="author"),
        confidence=0.87,
    )


CLAIMS = (
    make_claim("c01", "d1", UKRAINE, "supports", CSP, "L'Ukraine soutient le CSP", by=MALI, certainty="probable"),
    make_claim("c02", "d1", UKRAINE, "supports", CSP, "L'Ukraine dément soutenir le CSP", by=UKRAINE, negative=True),
    make_claim("c03", "d1", WAGNER, "alliedWith", FAMA, "Wagner combat avec l'armée malienne"),
    make_claim("c04", "d1", FAMA, "captures", KIDAL, "L'armée malienne a pris Kidal", when="2023-11-14"),
    make_claim(
        "c05", "d1", CSP, "attacks", WAGNER, "Le CSP a attaqué Wagner", when="2024-07-25/2024-07-27", where=TINZA
    ),
    make_claim("c06", "d1", SPOKESMAN, "speaksFor", CSP, "Le colonel Ag Mohamed parle pour le CSP"),
    make_claim("c07", "d1", MALI, "accuses", UKRAINE, "Bamako accuse Kiev"),
    make_claim("c08", "d2", CSP, "controls", KIDAL, "Le CSP tient Kidal", when="2012/2023-11"),
    make_claim("c09", "d2", CSP, "designatedAs", "terroriste", "Les terroristes du CSP"),
    make_claim("c10", "d2", CSP, "attacks", WAGNER, "Le CSP a attaqué Wagner", when="2024-07"),
    make_claim("c11", "d2", UKRAINE, "trains", CSP, "L'Ukraine forme le CSP", by=SOURCE, certainty="probable"),
    make_claim("c12", "d2", CHIEF, "leads", CSP, "Alghabass dirige le CSP"),
    make_claim("c13", "d2", CSP, "fights", FAMA, "Le CSP combat l'armée malienne", when="2024"),
    make_claim("c14", "d3", RUSSIA, "supplies", FAMA, "La Russie arme l'armée malienne"),
    make_claim("c15", "d3", WAGNER, "givesMilitarySupportTo", FAMA, "Wagner appuie l'armée malienne"),
    make_claim("c16", "d3", FAMA, "supports", WAGNER, "L'armée malienne soutient Wagner"),
)  # fmt: skip


def _relationship(identifier: str, claims: tuple[Claim, ...], status: str, sources: int) -> Relationship:
    first = claims[0]
    return Relationship(
        id=identifier,
        subject=first.subject,
        relation=first.relation,
        object=first.object,
        status=status,  # type: ignore[arg-type]
        sources=sources,
        claims=tuple(sorted(claim.id for claim in claims)),
        voices=tuple(_voice(claim) for claim in claims if claim.polarity == "positive"),
        reported=("2024-07", "2024-07-28") if len(claims) > 1 else (None, None),
        claimed=("2024-07-01", "2024-07-31") if claims[0].when else (None, None),
    )


def _voice(claim: Claim) -> Voice:
    label = claim.attribution.label if claim.attribution else {"d1": "AFP", "d2": "Kibaru"}.get(claim.doc, claim.doc)
    speaker = claim.attribution.id if claim.attribution else None
    return Voice(label=label, speaker=speaker, documents=(claim.doc,), claims=(claim.id,))


def make_corpus() -> Corpus:
    merged = {("c01", "c02"): ("contested", 2), ("c05", "c10"): ("asserted", 2), ("c11",): ("alleged", 1)}
    grouped = {identifier for group in merged for identifier in group}
    groups = [*merged, *((claim.id,) for claim in CLAIMS if claim.id not in grouped)]
    by_id = {claim.id: claim for claim in CLAIMS}
    return Corpus(
        documents=(
            make_document(
                "d1", TEXTS["d1"], date="2024-07-28", publisher="AFP", url="https://example.org/a b", title="Un"
            ),
            make_document("d2", TEXTS["d2"], date="2024-07", publisher="Kibaru", title="Deux"),
            make_document("d3", TEXTS["d3"], date="2024"),
        ),
        claims=CLAIMS,
        relationships=tuple(
            _relationship(f"r-{group[0]}", tuple(by_id[i] for i in group), *merged.get(group, ("asserted", 1)))
            for group in groups
        ),
        interests=(
            Interest(claim="c01", stake="ally", through="csp", basis="r-c07"),
            Interest(claim="c02", stake="party", through="ukraine"),
        ),
        disputes=(Dispute(claim="c01", denial="c02"),),
        reprints=(Reprint(document="d3", of="d2", origin="AFP"),),
        framings=(
            Framing(actor="csp", word="rebelle", by="AFP", documents=("d1",)),
            Framing(actor="csp", word="terroriste", by="Kibaru", documents=("d2", "d3")),
        ),
    )  # fmt: skip


def rdflib_quads(data: str, format: str = "trig") -> set[tuple[str, ...]]:
    """The quads of the data as rdflib reads them; its parsers use parts of it that it has itself deprecated."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        dataset = rdflib.Dataset()
        dataset.parse(data=data, format=format)
        return {tuple(str(part) for part in quad) for quad in dataset.quads()}
