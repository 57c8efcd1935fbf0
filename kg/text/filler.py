"""What stands in a slot.

In: nothing. Out: the record that slot fillers make and the matcher of relations reads.
"""

from __future__ import annotations

from dataclasses import dataclass

from kg.text.parties import Party
from kg.text.tokens import Token


@dataclass(frozen=True, slots=True, kw_only=True)
class Filler:
    """What fills a slot: a token and the parties it stands for (one filler for each member of a coordination)."""

    token: Token
    parties: tuple[Party, ...]
    inner: tuple[str, ...] = ()
    """Lemmas of what a noun of quantity measures (« des milliards de dollars d'aide »), of the event that a party is
    the agent of (« l'attaque de X a visé Y »)."""
    behind: tuple[Party, ...] = ()
    """Several parties whose members the noun names: « des représentants de X et de Y »."""
