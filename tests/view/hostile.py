"""A corpus whose every name, title, word and sentence tries to break out of the page."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from view.sample import entity, relationships

from kg.records import Claim, Corpus, Document, Evidence, Why, Word

STRINGS = (
    "</script><img src=x onerror=window.hacked=1>",
    "<svg/onload=window.hacked=1>",
    '" onmouseover="window.hacked=1',
    "javascript:window.hacked=1",
    "line\u2028separator\u2029{{policy}}",
    "<!--<script>window.hacked=1</script>",
    "\u202egnitirw tfel ot thgir",
    "a\ud800b".replace("\ud800", "\ufffd"),
)
URLS = (
    "javascript:window.hacked=1",
    "data:text/html,<script>1</script>",
    "https://fine.example/",
    "x:y",
    "//a.example",
)


def payloads() -> tuple[str, ...]:
    """Every string of ``payloads.txt``, each different."""
    lines = (Path(__file__).parent / "payloads.txt").read_text(encoding="utf-8").splitlines()
    return tuple(json.loads(line) for line in lines if line and not line.startswith("#"))


def hostile_corpus(strings: Sequence[str] = STRINGS, urls: Sequence[str] = URLS, together: int = 1) -> Corpus:
    """Each string in turn as party, speaker, place, word, title, publisher, path, document id, frame and evidence.

    ``together``: how many of them share a relationship, so that one panel shows the claims of all.
    """
    claims: list[Claim] = []
    documents: list[Document] = []
    for index, text in enumerate(strings):
        body = f"{text} soutient {text}."
        documents.append(
            Document(
                id=text,
                path=text,
                text=body,
                body=(0, len(body)),
                digest=hashlib.sha256(body.encode()).hexdigest(),
                date=text if index % 2 else f"2024-{index % 12 + 1:02}",
                title=text,
                url=urls[index % len(urls)],
                publisher=text,
            )
        )
        other = strings[(index + 1) % len(strings)]
        evidence = Evidence(start=0, end=len(body), text=body, subject=(0, len(text)), object=None)
        claim = Claim(
            id=f"{index}{text}",
            doc=text,
            subject=entity(text, text, "ArmedGroup", text + "!"),
            relation="supports",
            object=entity(other, other, "State"),
            polarity="positive",
            certainty="certain",
            attribution=entity(text, text, "Person"),
            when=text,
            where=entity(other, other, "Place"),
            evidence=(evidence,),
            why=Why(entry=text, frame=text, attribution=text),
            confidence=0.5,
        )
        if together > 1:
            leader = entity(strings[index - index % together], strings[index - index % together], "ArmedGroup")
            claim = replace(claim, subject=leader, object=replace(leader, id=f"o{leader.id}", type="State"))
        claims += [claim, replace(claim, id=f"w{index}", relation="designatedAs", object=Word(literal=text))]
        claims.append(replace(claim, id=f"n{index}", polarity="negative"))
    return Corpus(documents=tuple(documents), claims=tuple(claims), relationships=relationships(claims))
