"""A reader that needs no language model: it finds « A attaque B » by pattern."""

from __future__ import annotations

import hashlib
import re

from kg.errors import DocumentError
from kg.records import Claim, Document, Entity, Evidence, Why


class PatternReader:
    """Finds « A attaque B » and « A dément attaquer B »; refuses documents that say so, and lies on demand."""

    def read(self, document: Document) -> tuple[Claim, ...]:
        if "CRASH" in document.text:
            raise ZeroDivisionError("a fault")
        if "REFUSE" in document.text:
            raise DocumentError(f"{document.path}: refused by the reader")
        pattern = re.compile(r"([A-Z]\w+) (attaque|dément attaquer) ([A-Z]\w+)")
        return tuple(self.claim(document, found) for found in pattern.finditer(document.text))

    def claim(self, document: Document, found: re.Match[str]) -> Claim:
        words = "not the words" if "LIE" in document.text else found[0]
        evidence = Evidence(
            start=found.start(), end=found.end(), text=words, subject=found.span(1), object=found.span(3)
        )
        return Claim(
            id=hashlib.sha256(f"{document.id} {found}".encode()).hexdigest()[:16],
            doc=document.id,
            subject=self.party(found[1]),
            relation="attacks",
            object=self.party(found[3]),
            polarity="negative" if "dément" in found[2] else "positive",
            certainty="certain",
            attribution=None,
            when=document.date,
            where=None,
            evidence=(evidence,),
            why=Why(entry="fr.tsv:1 verb attaquer", frame="active"),
            confidence=0.5 if found[1] == "Zeta" else 0.9,
        )

    def party(self, name: str) -> Entity:
        return Entity(id=name.lower(), label=name, names=(name,), type="ArmedGroup")
