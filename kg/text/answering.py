"""Who answers for a deed that a verb's subject judges: « reprocher à X », « saisir la Cour contre X ».

In: a verb of a ``Text``. Out: the heads of the party besides the subject that its complements name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.text.parties import Parties
from kg.text.tokens import Text, Token

if TYPE_CHECKING:
    from kg.text.roles import VerbRoles

_ORDER = ("contre", "à_l'encontre_de", "obj", "à", "de", "sur", "auprès_de", "avec", "envers")
"""Where that party stands, the surest place first."""


def answerable(text: Text, parties: Parties, roles: VerbRoles, verb: Token) -> tuple[Token, ...]:
    """The heads of the party that answers for what the verb's subject judges; empty where none is named."""

    def party(token: Token) -> bool:
        return any(p.type != "Place" or p.state is not None for p in parties.at(token))

    objects = roles.objects(verb)
    named = tuple(t for t in objects if party(t))
    if roles.voice(verb)[0]:
        return named  # « X a été sanctionné par Y pour … »
    subjects = {t.i for t in roles.subjects(verb)}
    found: dict[str, list[Token]] = {name: [] for name in _ORDER}
    found["obj"] = list(named)
    for above in (verb, *(t for t in objects if not party(t))):
        for child in text.children(above, "obl", "iobj", "nmod"):
            case = roles.case(child) or "à"
            if case in found and child.i not in subjects and party(child):
                found[case].append(child)
    return next((tuple(tokens) for tokens in found.values() if tokens), ())


def punished(text: Text, parties: Parties, roles: VerbRoles, infinitive: Token, verb: Token) -> tuple[Token, ...]:
    """« sanctionner X pour avoir armé Y », « X a été jugé pour avoir … »: whose past deed is the reason."""
    past = any("VerbForm=Inf" in c.morph for c in text.children(infinitive, "aux"))
    marked = any(c.lemma == "pour" for c in text.children(infinitive, "mark"))
    return answerable(text, parties, roles, verb) if past and marked else ()
