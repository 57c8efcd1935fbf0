"""A small corpus about an invented war, made by hand: the network page is tested on it without any reader."""

from __future__ import annotations

import functools
import hashlib
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from kg.records import (
    Certainty,
    Claim,
    Corpus,
    Dispute,
    Document,
    Entity,
    Evidence,
    Framing,
    Interest,
    Polarity,
    Relationship,
    Reprint,
    Span,
    Status,
    Voice,
    Why,
    Word,
)
from kg.vocabulary import EntityClass, Family, Relation, Vocabulary

IRI = "https://w3id.org/conflict-kg/ontology#"

_CLASSES = [
    ("Entity", "entité", "entity", ()),
    ("Actor", "acteur", "actor", ("Entity",)),
    ("Place", "lieu", "place", ("Entity",)),
    ("State", "État", "state", ("Actor", "Place")),
    ("Government", "gouvernement", "government", ("Actor",)),
    ("ArmedForces", "forces armées", "armed forces", ("Actor",)),
    ("ArmedGroup", "groupe armé", "armed group", ("Actor",)),
    ("Militia", "milice", "militia", ("Actor",)),
    ("PrivateMilitaryCompany", "société militaire privée", "private military company", ("Actor",)),
    ("InternationalOrganization", "organisation internationale", "international organization", ("Actor",)),
    ("CivilOrganization", "organisation civile", "civil organization", ("Actor",)),
    ("Population", "population", "population", ("Actor",)),
    ("Person", "personne", "person", ("Actor",)),
    ("UnnamedSource", "source anonyme", "unnamed source", ("Entity",)),
]

_FAMILIES = [
    ("Support", "Soutien et alliance", "Support and alliance"),
    ("Belonging", "Appartenance", "Belonging"),
    ("Hostility", "Hostilité", "Hostility"),
    ("Dealings", "Tractations", "Dealings"),
    ("Ground", "Terrain", "Ground"),
    ("Words", "Mots pour désigner", "Words for actors"),
]

_RELATIONS = [
    ("alliedWith", "est allié à", "is allied with", "Actor", "Actor", "Support", True),
    ("supports", "soutient", "supports", "Actor", "Actor", "Support", False),
    ("supplies", "approvisionne", "supplies", "Actor", "Actor", "Support", False),
    ("memberOf", "est membre de", "is a member of", "Actor", "Actor", "Belonging", False),
    ("speaksFor", "parle au nom de", "speaks for", "Person", "Actor", "Belonging", False),
    ("fights", "combat", "fights", "Actor", "Actor", "Hostility", True),
    ("attacks", "attaque", "attacks", "Actor", "Entity", "Hostility", False),
    ("accuses", "accuse", "accuses", "Actor", "Actor", "Hostility", False),
    ("negotiatesWith", "négocie avec", "negotiates with", "Actor", "Actor", "Dealings", True),
    ("controls", "contrôle", "controls", "Actor", "Place", "Ground", False),
    ("designatedAs", "est appelé", "is called", "Actor", None, "Words", False),
]


@functools.cache
def vocabulary() -> Vocabulary:
    """The classes, families and relations that the sample needs."""
    classes = {
        name: EntityClass(
            name=name,
            iri=IRI + name,
            label_fr=french,
            label_en=english,
            definition_fr=f"{french} (échantillon)",
            definition_en=f"{english} (sample)",
            parent=parents[0] if parents else None,
            ancestors=frozenset({name, *parents, "Entity"}),
        )
        for name, french, english, parents in _CLASSES
    }
    families = {name: Family(name=name, iri=IRI + name, label_fr=fr, label_en=en) for name, fr, en in _FAMILIES}
    relations = {
        name: Relation(
            name=name,
            iri=IRI + name,
            label_fr=french,
            label_en=english,
            definition_fr=f"Le sujet {french} l'objet.",
            definition_en=f"The subject {english} the object.",
            domain=domain,
            range=target,
            parent=None,
            symmetric=symmetric,
            family=family,
            apart=False,
            supportive=family == "Support",
            examples=(),
            counterexamples=(),
        )
        for name, french, english, domain, target, family, symmetric in _RELATIONS
    }
    return Vocabulary(
        version="1.2.3", classes=classes, families=families, relations=relations, gazetteer={}, lexicon=()
    )


def entity(slug: str, label: str, kind: str, *names: str) -> Entity:
    """A named party or place."""
    return Entity(id=slug, label=label, names=(label, *names), type=kind)


SARKANIA = entity("sarkanie", "Sarkanie", "State", "République de Sarkanie")
OSTRIA = entity("ostrie", "Ostrie", "State")
JUNTA = entity("junte", "gouvernement de Sarkanie", "Government", "la junte")
ARMY = entity("fas", "Forces armées sarkaniennes", "ArmedForces", "FAS", "armée sarkanienne")
FLD = entity("fld", "FLD", "ArmedGroup", "Front de libération du Delta", "Fld")
BLACK = entity("colonnes", "Colonnes noires", "ArmedGroup")
GUARD = entity("garde", "Garde des Collines", "Militia", "les collinards")
LYNX = entity("lynx", "Corps Lynx", "PrivateMilitaryCompany", "Lynx")
UNION = entity("uef", "Union des États du Fleuve", "InternationalOrganization", "UEF")
PLEA = entity("psf", "Plaidoyer Sans Frontières", "CivilOrganization", "PSF")
AGENCY = entity("boreale", "Agence Boréale", "CivilOrganization")
MALOU = entity("malou", "Idris Malou", "Person", "le colonel Malou")
KEIBA = entity("keiba", "Sana Keïba", "Person", "Keïba")
DELTANS = entity("deltans", "Deltans", "Population")
TIN_AMAR = entity("tin-amar", "Tin-Amar", "Place", "Tin Amar", "TINAMAR")
KESSOU = entity("kessou", "Kessou", "Place")
AID = Entity(
    id="d2-aid",
    label="une source humanitaire",
    names=("une source humanitaire",),
    type="UnnamedSource",
    scope="document",
)

_TEXTS = {
    "d1": (
        "date 2024-07-12\nLe Corps Lynx combat aux côtés de l'armée sarkanienne depuis le printemps. "
        "L'Ostrie, qui soutient le Front de libération du Delta selon Idris Malou, n'a pas réagi.\n\n"
        "Les Forces armées sarkaniennes ont affronté le FLD à Tin-Amar jeudi. "
        "Les Colonnes noires ont attaqué Tin-Amar dans la nuit."
    ),
    "d2": (
        "date 2024-08-02\nL'Ostrie dément soutenir le FLD. "
        "« Nous n'avons livré aucune arme », insiste son ministère.\n\n"
        "D'après une source humanitaire, les Colonnes noires seraient alliées au FLD. "
        "Sana Keïba, porte-parole du FLD, rejette toute alliance avec les Colonnes noires. "
        "La Garde des Collines épaule l'armée sarkanienne et tient Kessou."
    ),
    "d3": (
        "date 2024-08\nLa Sarkanie accuse l'Ostrie de fournir des armes au FLD. "
        "Les terroristes du FLD, selon le gouvernement de Sarkanie, ont attaqué la Garde des Collines. "
        "L'Union des États du Fleuve négocie avec le FLD."
    ),
    "d4": (
        "date 2024-09-15\nPlaidoyer Sans Frontières pourrait soutenir le FLD, écrit l'Agence Boréale. "
        "L'association nie tout soutien au FLD. Le FLD contrôle Tin-Amar. "
        "Les Colonnes noires combattent le Corps Lynx près de Kessou. "
        "Les Deltans soutiennent le FLD. La Garde des Collines n'est pas alliée au Corps Lynx, assure Idris Malou. "
        "Le FLD est un mouvement rebelle pour l'agence."
    ),
}

DOCUMENTS = {
    name: Document(
        id=name,
        path=f"{name}.txt",
        text=text,
        body=(text.index("\n") + 1, len(text)),
        digest=hashlib.sha256(text.encode()).hexdigest(),
        date=text.split("\n")[0].removeprefix("date "),
        title=title,
        url=url,
        publisher=publisher,
    )
    for (name, text), (title, url, publisher) in zip(
        _TEXTS.items(),
        [
            ("Combats à Tin-Amar", "https://journal.example/tin-amar", "Le Journal du Fleuve"),
            ("L'Ostrie se défend", "https://depeche.example/ostrie?a=1&b=2", "La Dépêche d'Ostrie"),
            ("Accusations croisées", None, "Le Journal du Fleuve"),
            (None, None, None),
        ],
        strict=True,
    )
}


def claim(
    doc: Document,
    quote: str,
    subject: tuple[Entity, str],
    relation: str,
    target: tuple[Entity | Word, str | None],
    *,
    polarity: Polarity = "positive",
    certainty: Certainty = "certain",
    by: Entity | None = None,
    when: str | None = None,
    where: Entity | None = None,
) -> Claim:
    """A claim whose evidence is ``quote``; the mentions are looked for in the quote, then in the whole text."""
    start = doc.text.index(quote)
    evidence = Evidence(
        start=start,
        end=start + len(quote),
        text=quote,
        subject=_span(doc.text, subject[1], start),
        object=_span(doc.text, target[1], start) if target[1] else None,
    )
    words = [doc.id, quote, subject[0].id, relation, str(target[0]), polarity, by.id if by else ""]
    return Claim(
        id=hashlib.sha256("|".join(words).encode()).hexdigest()[:12],
        doc=doc.id,
        subject=subject[0],
        relation=relation,
        object=target[0],
        polarity=polarity,
        certainty=certainty,
        attribution=by,
        when=when,
        where=where,
        evidence=(evidence,),
        why=Why(
            entry="fr.tsv:12 verb exemple", frame="transitive", attribution="author" if by is None else "speech verb"
        ),
        confidence=0.8,
    )


def _span(text: str, words: str, near: int) -> Span:
    start = text.find(words, near)
    start = start if start >= 0 else text.index(words)
    return start, start + len(words)


def relationships(claims: Iterable[Claim]) -> tuple[Relationship, ...]:
    """The claims grouped by subject, relation and object, with the status that the guidelines define."""
    groups: dict[tuple[str, str, str], list[Claim]] = defaultdict(list)
    for item in claims:
        target = item.object.literal if isinstance(item.object, Word) else item.object.id
        groups[item.subject.id, item.relation, target].append(item)
    made = []
    for triple, items in groups.items():
        first = items[0]
        made.append(
            Relationship(
                id=hashlib.sha256("|".join(triple).encode()).hexdigest()[:12],
                subject=first.subject,
                relation=first.relation,
                object=first.object,
                status=_status(items),
                sources=len({item.doc for item in items}),
                claims=tuple(sorted(item.id for item in items)),
            )
        )
    return tuple(sorted(made, key=lambda item: item.id))


def _status(items: list[Claim]) -> Status:
    if len({item.polarity for item in items}) == 2:
        return "contested"
    plain = any(item.attribution is None and item.certainty == "certain" for item in items)
    return "asserted" if plain and items[0].polarity == "positive" else "alleged"


def sample_claims() -> tuple[Claim, ...]:
    """Twenty-two claims: asserted, alleged, contested, only denied; about parties, places and words."""
    d1, d2, d3, d4 = (DOCUMENTS[name] for name in ("d1", "d2", "d3", "d4"))
    return (
        claim(
            d1,
            "Le Corps Lynx combat aux côtés de l'armée sarkanienne",
            (LYNX, "Corps Lynx"),
            "alliedWith",
            (ARMY, "armée sarkanienne"),
            when="2024/",
        ),
        claim(
            d1,
            "L'Ostrie, qui soutient le Front de libération du Delta selon Idris Malou",
            (OSTRIA, "Ostrie"),
            "supports",
            (FLD, "Front de libération du Delta"),
            by=MALOU,
        ),
        claim(
            d1,
            "Les Forces armées sarkaniennes ont affronté le FLD à Tin-Amar jeudi",
            (ARMY, "Forces armées sarkaniennes"),
            "fights",
            (FLD, "FLD"),
            when="2024-07-11",
            where=TIN_AMAR,
        ),
        claim(
            d1,
            "Les Colonnes noires ont attaqué Tin-Amar",
            (BLACK, "Colonnes noires"),
            "attacks",
            (TIN_AMAR, "Tin-Amar"),
            when="2024-07-11/2024-07-12",
        ),
        claim(
            d2,
            "L'Ostrie dément soutenir le FLD",
            (OSTRIA, "Ostrie"),
            "supports",
            (FLD, "FLD"),
            polarity="negative",
            by=OSTRIA,
        ),
        claim(
            d2,
            "les Colonnes noires seraient alliées au FLD",
            (BLACK, "Colonnes noires"),
            "alliedWith",
            (FLD, "FLD"),
            certainty="probable",
            by=AID,
        ),
        claim(
            d2,
            "Sana Keïba, porte-parole du FLD, rejette toute alliance avec les Colonnes noires",
            (BLACK, "Colonnes noires"),
            "alliedWith",
            (FLD, "FLD"),
            polarity="negative",
            by=KEIBA,
        ),
        claim(d2, "Sana Keïba, porte-parole du FLD", (KEIBA, "Sana Keïba"), "speaksFor", (FLD, "FLD")),
        claim(
            d2,
            "La Garde des Collines épaule l'armée sarkanienne",
            (GUARD, "Garde des Collines"),
            "supports",
            (ARMY, "armée sarkanienne"),
        ),
        claim(d2, "tient Kessou", (GUARD, "Garde des Collines"), "controls", (KESSOU, "Kessou")),
        claim(d3, "La Sarkanie accuse l'Ostrie", (SARKANIA, "Sarkanie"), "accuses", (OSTRIA, "Ostrie")),
        claim(
            d3,
            "accuse l'Ostrie de fournir des armes au FLD",
            (OSTRIA, "Ostrie"),
            "supplies",
            (FLD, "FLD"),
            certainty="probable",
            by=SARKANIA,
        ),
        claim(
            d2,
            "Nous n'avons livré aucune arme",
            (OSTRIA, "Ostrie"),
            "supplies",
            (FLD, "FLD"),
            polarity="negative",
            by=OSTRIA,
        ),
        claim(d3, "Les terroristes du FLD", (FLD, "FLD"), "designatedAs", (Word(literal="terroriste"), None), by=JUNTA),
        claim(
            d3, "ont attaqué la Garde des Collines", (FLD, "FLD"), "attacks", (GUARD, "Garde des Collines"), by=JUNTA
        ),
        claim(
            d3,
            "L'Union des États du Fleuve négocie avec le FLD",
            (UNION, "Union des États du Fleuve"),
            "negotiatesWith",
            (FLD, "FLD"),
        ),
        claim(
            d4,
            "Plaidoyer Sans Frontières pourrait soutenir le FLD",
            (PLEA, "Plaidoyer Sans Frontières"),
            "supports",
            (FLD, "FLD"),
            certainty="possible",
            by=AGENCY,
        ),
        claim(
            d4,
            "L'association nie tout soutien au FLD",
            (PLEA, "L'association"),
            "supports",
            (FLD, "FLD"),
            polarity="negative",
            by=PLEA,
        ),
        claim(d4, "Le FLD contrôle Tin-Amar", (FLD, "FLD"), "controls", (TIN_AMAR, "Tin-Amar")),
        claim(
            d4,
            "Les Colonnes noires combattent le Corps Lynx",
            (BLACK, "Colonnes noires"),
            "fights",
            (LYNX, "Corps Lynx"),
            where=KESSOU,
        ),
        claim(d4, "Les Deltans soutiennent le FLD", (DELTANS, "Deltans"), "supports", (FLD, "FLD")),
        claim(
            d4,
            "La Garde des Collines n'est pas alliée au Corps Lynx",
            (GUARD, "Garde des Collines"),
            "alliedWith",
            (LYNX, "Corps Lynx"),
            polarity="negative",
            by=MALOU,
        ),
        claim(d4, "Le FLD est un mouvement rebelle", (FLD, "FLD"), "designatedAs", (Word(literal="rebelle"), None)),
    )


def corpus(claims: tuple[Claim, ...] | None = None, documents: tuple[Document, ...] | None = None) -> Corpus:
    """The sample corpus, or one made of other claims and documents."""
    return _sample() if claims is None and documents is None else _made(claims, documents)


@functools.cache
def _sample() -> Corpus:
    return _made(None, None)


def _made(claims: tuple[Claim, ...] | None, documents: tuple[Document, ...] | None) -> Corpus:
    used = sample_claims() if claims is None else claims
    return Corpus(
        documents=tuple(DOCUMENTS.values()) if documents is None else documents,
        claims=used,
        relationships=relationships(used),
    )


@functools.cache
def rich_corpus() -> Corpus:
    """The sample with voices, stakes, disputes, a copy and words for actors, as the claim world lists them."""
    plain = corpus()
    aid = relationship_of(plain, OSTRIA, "supports", FLD)
    by_id = {item.id: item for item in plain.claims}
    (said,) = [name for name in aid.claims if by_id[name].polarity == "positive"]
    (denial,) = [name for name in aid.claims if by_id[name].polarity == "negative"]
    voices = (
        Voice(label="Idris Malou", speaker="malou", documents=("d1",), claims=(said,)),
        Voice(label="Le Journal du Fleuve", speaker=None, documents=("d1", "d3"), claims=()),
    )
    told = replace(
        aid, voices=voices, sources=2, reported=("2024-07-12", "2024-08-02"), claimed=("2024-07-01", "2024-07-12")
    )
    return replace(
        plain,
        relationships=tuple(told if item is aid else item for item in plain.relationships),
        interests=(Interest(claim=denial, stake="party", through=OSTRIA.id),),
        disputes=(Dispute(claim=said, denial=denial),),
        reprints=(Reprint(document="d3", of="d1", origin="AFP"),),
        framings=(
            Framing(actor=FLD.id, word="terroriste", by=JUNTA.label, documents=("d3",)),
            Framing(actor=FLD.id, word="rebelle", by=AGENCY.label, documents=("d4",)),
        ),
    )


def relationship_of(source: Corpus, subject: Entity, relation: str, target: Entity) -> Relationship:
    """The one relationship with this subject, relation and object."""
    (found,) = [
        item
        for item in source.relationships
        if (item.subject, item.relation, item.object) == (subject, relation, target)
    ]
    return found
