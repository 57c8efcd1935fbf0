"""Corpora of any size, invented: many actors in some dozens of groups, a few of them far more spoken of than others."""

from __future__ import annotations

import functools
import hashlib
import itertools
import random
from collections import defaultdict

from view.sample import relationships

from kg.records import Claim, Corpus, Document, Entity, Evidence, Why

_KINDS = ("State", "Government", "ArmedForces", "ArmedGroup", "Militia", "InternationalOrganization", "Person")
_NAMES = ("Front", "Brigade", "Mouvement", "Comité", "Garde", "Union", "Colonne")
_PLACES = ("du Delta", "des Collines", "de Tarka", "noire", "du Nord", "libre")
GROUP = 60
"""Actors of one group, who are mostly spoken of together."""
CLAIMS_PER_DOCUMENT = 6


@functools.cache
def large_corpus(
    actors: int, claims: int, *, relations: tuple[str, ...] = ("alliedWith", "supports", "fights", "attacks")
) -> Corpus:
    """So many actors and claims; the same each time."""
    chance = random.Random(3)
    parties = [_party(index, chance) for index in range(actors)]
    group = [chance.randrange(max(2, actors // GROUP)) for _ in parties]
    members: defaultdict[int, list[int]] = defaultdict(list)
    for index, number in enumerate(group):
        members[number].append(index)
    fame = list(itertools.accumulate((1 + index) ** -0.6 for index in range(actors)))
    documents: list[Document] = []
    made: list[Claim] = []
    while len(made) < claims:
        number = len(documents)
        triples = []
        for _ in range(min(CLAIMS_PER_DOCUMENT, claims - len(made))):
            subject = chance.choices(range(actors), cum_weights=fame)[0]
            near = chance.random() < 0.8
            target = (
                chance.choice(members[group[subject]]) if near else chance.choices(range(actors), cum_weights=fame)[0]
            )
            target = target if target != subject else (subject + 1) % actors
            triples.append((parties[subject], chance.choice(relations), parties[target], chance.random() < 0.08))
        speakers = [chance.choice(parties) if chance.random() < 0.4 else None for _ in triples]
        document, found = _document(number, triples, speakers)
        documents.append(document)
        made += found
    return Corpus(documents=tuple(documents), claims=tuple(made), relationships=relationships(made))


def _party(index: int, chance: random.Random) -> Entity:
    label = f"{chance.choice(_NAMES)} {chance.choice(_PLACES)} {index}"
    return Entity(id=f"a{index}", label=label, names=(label, f"A{index}"), type=_KINDS[index % len(_KINDS)])


def _document(
    number: int, triples: list[tuple[Entity, str, Entity, bool]], speakers: list[Entity | None]
) -> tuple[Document, list[Claim]]:
    text = ""
    date = f"20{20 + number % 5}-{1 + number % 12:02}-{1 + number % 28:02}"
    claims = []
    for place, ((subject, relation, target, denied), speaker) in enumerate(zip(triples, speakers, strict=True)):
        quote = f"{subject.label} {'dément' if denied else 'confirme'} son lien avec {target.label}, dit un témoin."
        start = len(text)
        there = start + quote.rindex(target.label)
        text += quote + " "
        evidence = Evidence(
            start=start,
            end=start + len(quote),
            text=quote,
            subject=(start, start + len(subject.label)),
            object=(there, there + len(target.label)),
        )
        claims.append(
            Claim(
                id=hashlib.sha256(f"{number}.{place}".encode()).hexdigest()[:16],
                doc=f"d{number}",
                subject=subject,
                relation=relation,
                object=target,
                polarity="negative" if denied else "positive",
                certainty="certain" if place % 3 else "probable",
                attribution=speaker,
                when=date if place % 2 else None,
                where=None,
                evidence=(evidence,),
                why=Why(entry="fr.tsv:12 verb confirmer", frame="active"),
                confidence=0.8,
            )
        )
    document = Document(
        id=f"d{number}",
        path=f"d{number}.txt",
        text=text,
        body=(0, len(text)),
        digest=hashlib.sha256(text.encode()).hexdigest(),
        date=date,
        title=f"Article {number}",
        publisher=f"Journal {number % 23}",
    )
    return document, claims
