"""Whether a party only tells which noun is meant: « les hommes de X, formés par Y » says that the men were trained.

In: a participle behind a comma, a party before it and the noun that the parser hung the participle on. Out: yes or no.
"""

from __future__ import annotations

from kg.text.parties import Parties
from kg.text.tokens import Text, Token


def nested(text: Text, parties: Parties, participle: Token, other: Token, head: Token) -> bool:
    """« la katiba de X, affiliée à Y », « l'unité que dirige X, appuyée par Y »: it is not X that is meant.

    A feminine participle agrees with the noun rather than with a person's name, whose gender nothing tells.
    """
    if not parties.at(head):
        return False
    if {p.key for p in parties.at(other)} <= {p.key for p in parties.at(head)}:
        return True
    if any(a.dep.startswith("acl:relcl") and a.i > head.i for a in text.ancestors(other)):
        return True
    fits = {"Gender=Fem", "Number=Sing"} <= {*participle.morph} & {*head.morph}
    return fits and "Gender=Fem" not in other.morph and text.head(other) == head
