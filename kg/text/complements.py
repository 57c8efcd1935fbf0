"""Complements that fill no slot: how strong a reinforcement is, in which country somebody received something."""

from __future__ import annotations

from collections.abc import Sequence

from kg.text.filler import Filler
from kg.text.parties import Parties
from kg.text.phrases import counted
from kg.text.tokens import Text, Token
from kg.text.wordlists import Wordlists


def strength(text: Text, parties: Parties, words: Wordlists, token: Token) -> bool:
    """« un renfort de mille hommes »: how strong it is, not whose."""
    noun = text.head(token)
    if noun is None or noun.lemma not in words.content.get("troops", ()) or not counted(text, token):
        return False
    return not any(parties.named(p.key) for p in parties.at(token))


def whereabouts(parties: Parties, receivers: Sequence[Filler], fillers: Sequence[Filler]) -> bool:
    """« des armes aux FSR au Soudan »: behind whoever receives, a country only says where."""
    received = any(parties.armed(p.type) for f in receivers for p in f.parties)
    classes = {p.type for f in fillers for p in f.parties}
    return received and bool(classes) and classes <= {"State", "Place"}
