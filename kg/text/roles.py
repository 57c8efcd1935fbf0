"""Who does what in a clause: the logical subject and object of a verb, whatever the construction.

In: a verb of a ``Text``. Out: the head tokens of its roles, before coordination is spread. The table of constructions
is in ``kg.text.frames``.
"""

from __future__ import annotations

from kg.text.agreement import agreeing, shared
from kg.text.answering import punished
from kg.text.nested import nested
from kg.text.parties import Parties
from kg.text.presented import told_of
from kg.text.relative import THAT, Relatives
from kg.text.retag import MOVEMENT
from kg.text.sharing import side_by_side, strayed
from kg.text.tokens import Text, Token
from kg.text.wordlists import Wordlists

UNDERGO = frozenset({"voir", "faire", "laisser"})
_AVOIR = frozenset(
    "a ont avait avaient aurait auraient aura auront ayant avoir eut eurent ait aient a-t-il a-t-elle".split()
)
REFLEXIVE = frozenset({"se", "s'", "s’"})
_NO_SUBJECT = frozenset({"ce", "c'", "c’", "auquel", "auxquels", "auxquelles"})
_GUARDING = frozenset("escorter protéger garder convoyer surveiller équiper financer".split())
_NE = frozenset({"ne", "n'", "n’"})
_DATIVE = frozenset({"lui", "leur", "-lui", "-leur", "nous"})


class VerbRoles:
    """Finds the roles of verbs in one text."""

    def __init__(self, text: Text, parties: Parties, words: Wordlists) -> None:
        self._text, self._parties, self._words = text, parties, words
        self._relatives = Relatives(text, parties, words)

    def voice(self, token: Token) -> tuple[bool, str]:
        """Whether the verb is passive, and the name of its construction."""
        text = self._text
        if self.reflexive(token):
            if text.child(token, "aux:caus") is not None:
                return True, "passive"  # « X s'est fait attaquer par Y »
            return False, "reflexive"
        if token.lemma in MOVEMENT:
            return False, "active"
        if text.child(token, "aux:pass", "nsubj:pass") is not None:
            return True, "passive"
        if self.undergone(token):
            return True, "passive"
        above = text.head(token)
        if self._has_avoir(token):
            return False, "active"
        past = ("VerbForm=Part" in token.morph and "Tense=Past" in token.morph) or token.pos == "ADJ"
        bare = past and text.child(token, "aux", "cop") is None
        if bare and token.dep not in {"root", "ROOT", "conj", "ccomp"}:
            return True, "participle"
        if bare and any(self.case(c) == "par" for c in text.children(token, "obl")):
            return True, "participle"  # « Soudja, occupée par X », whatever hangs it
        shared = past and token.dep == "conj" and text.child(token, "aux", "nsubj", "cop") is None
        if shared and above is not None and above.pos in {"VERB", "ADJ"}:
            passive, _ = self.voice(above)
            return passive, "participle" if passive else "active"
        if token.dep.startswith("acl:relcl"):
            return False, "relative"
        if "VerbForm=Inf" in token.morph:
            return False, "infinitive"
        return False, "active"

    def reflexive(self, token: Token) -> bool:
        """« s'est emparé », also where « se » hangs on the auxiliary."""
        verbs = (token, *self._text.children(token, "aux"))
        return any(c.lower in REFLEXIVE and c.pos == "PRON" for v in verbs for c in self._text.children(v))

    def undergone(self, token: Token) -> bool:
        """« X s'est vu reprocher », « X s'est laissé surprendre par Y »: the subject above undergoes the infinitive."""
        above = self._text.head(token)
        if above is None or token.relation != "xcomp":
            return False
        if "VerbForm=Inf" not in token.morph or above.lemma not in UNDERGO:
            return False
        return any(c.lower in REFLEXIVE for c in self._text.children(above))

    def _has_avoir(self, token: Token) -> bool:
        """« auraient exécuté »: the auxiliary stands before the participle even where the parser lost it."""
        for i in range(token.i - 1, max(-1, token.i - 4), -1):
            before = self._text.tokens[i]
            if before.lower in _AVOIR:
                return before.sent == token.sent and "Tense=Past" in token.morph
            if before.pos not in {"ADV", "PRON"}:
                return False
        return False

    def subjects(self, token: Token, depth: int = 0) -> tuple[Token, ...]:
        """The heads of the logical subject of a verb, before coordination is spread."""
        passive, _ = self.voice(token)
        if passive:
            return self._agents(token) or self._shared_agents(token)
        return self.grammatical(token, depth)

    def _agents(self, verb: Token) -> tuple[Token, ...]:
        return tuple(c for c in self._text.children(verb, "obl") if c.dep == "obl:agent" or self.case(c) == "par")

    def _shared_agents(self, token: Token) -> tuple[Token, ...]:
        """« armé, entraîné et financé par X »: the agent after the last participle is everybody's."""
        first = self._text.head(token) if token.relation == "conj" else token
        for verb in reversed(self._text.conjuncts(first or token)):
            if verb.i <= token.i or not (found := self._agents(verb)):
                continue
            between = self._text.tokens[token.i + 1 : verb.i]
            return found if all(t.pos in {"VERB", "ADJ", "PUNCT", "CCONJ", "ADV"} for t in between) else ()
        return ()

    def grammatical(self, token: Token, depth: int = 0) -> tuple[Token, ...]:
        """The heads of the grammatical subject: own, shared, or the controller's."""
        text = self._text
        verbs = (token, *text.children(token, "aux"))  # « avaient signé »: some subjects hang on the auxiliary
        subjects = (c for verb in verbs for c in text.children(verb, "nsubj"))
        own = tuple(c for c in subjects if not (c.pos == "PRON" and c.lower in _NO_SUBJECT))
        if any(c.lower == "où" for c in text.children(token)) and not own:
            return tuple(c for c in text.children(token, "obj", "obl") if c.i > token.i and self.case(c) in {"", "de"})[
                :1
            ]
        that = self._relatives.that(token)
        if that is not None and (not own or own[0].i < that.i):
            inverted = tuple(
                c
                for c in text.children(token, "obj", "nsubj", "obl")
                if c.i > token.i and not self.case(c) and self._parties.at(c)
            )
            own = inverted[:1] or own  # « X, que préside Y »
        head = text.head(token)
        if head is not None and token.dep == "advcl:cleft" and any(c.lower == "qui" for c in own):
            others = (c for c in text.children(head, "conj") if c.i > token.i and text.child(c, "cop") is None)
            return (*own, *others)  # « c'est X qui …, et non Y »
        if len(own) == 1 and own[0].lower == "qui" and not self._parties.at(own[0]):
            return told_of(self._text, self._parties, token, own[0]) or own
        if own or depth > 6 or head is None:
            return agreeing(text, token, own)
        suffered = any(self.case(c) == "par" for c in text.children(token, "obl"))
        if token.relation == "conj" and suffered and (trailing := self._trailing(token, head)) is not None:
            return (trailing,)
        if token.relation == "conj" and head.pos in {"VERB", "AUX", "ADJ", "NOUN"}:
            said = head.pos != "NOUN" or text.child(head, "cop") is not None  # « X est au centre-ville et tient P »
            if not said:
                return self._attached(token, head, depth)
            return shared(text, token, head, self.grammatical(head, depth + 1))
        if (trailing := self._trailing(token, head)) is not None:
            return (trailing,)
        if (main := self._main_above(token, head)) is not None:
            return self.grammatical(main, depth + 1)
        if token.relation in {"xcomp", "ccomp", "advcl", "obl"} and head.pos in {"VERB", "AUX", "ADJ"}:
            return self._controller(token, head, depth)
        if token.dep in {"acl", "amod", "acl:relcl"}:
            return self._attached(token, head, depth)
        return ()

    def _attached(self, token: Token, head: Token, depth: int) -> tuple[Token, ...]:
        if "VerbForm=Inf" not in token.morph:
            governor = self._text.head(head)
            loose = token.i and self._text.tokens[token.i - 1].text == "," and token.lower.endswith("ant")
            if (
                loose
                and governor is not None
                and governor.pos == "VERB"
                and (shared := self.grammatical(governor, depth + 1))
            ):
                return shared  # « X a attaqué le village, tuant … »
            return (self.modified(token, head),)
        if whose := self._whose(token, head):
            return whose
        above = self._text.head(head)
        if above is None or above.pos not in {"VERB", "AUX"}:
            return ()
        if head.relation == "obj" and self.control(above) == "obj":
            return (head,)  # « on a vu X collaborer »
        if self._words.first("speech", above.lemma) is not None and self.control(above) == "obj":
            return self.objects(above)  # « accuser X d'ingérence dans le but de soutenir Y »
        return self.grammatical(above, depth + 1)

    def _whose(self, infinitive: Token, noun: Token) -> tuple[Token, ...]:
        """« une manière pour X de … », « la permission à X de … », « les efforts de X pour … »: X is the subject."""
        entry = self._words.first("modal", noun.lemma)
        control = entry.sets.get("control", "") if entry is not None else ""
        between = [c for c in self._text.children(noun, "nmod", "obl") if noun.i < c.i < infinitive.i]
        above = self._text.head(noun)
        if control == "à" and above is not None:  # « accorder à X la permission de … »
            between.extend(c for c in self._text.children(above, "obl", "iobj") if c.i < infinitive.i)
        named = [
            c for c in between if self.case(c) in {"pour", control or "pour"} or (control == "à" and c.lower in _DATIVE)
        ]
        return tuple(c for c in named if self._parties.at(c))[:1]

    def _manner(self, infinitive: Token, verb: Token) -> tuple[Token, ...]:
        """« y voir une manière pour X de soutenir Y »: the infinitive that the parser hung on the verb."""
        if "VerbForm=Inf" not in infinitive.morph:
            return ()
        nouns = [c for c in self._text.children(verb, "obj", "obl", "nsubj") if c.pos == "NOUN" and c.i < infinitive.i]
        return next((found for n in reversed(nouns) if (found := self._whose(infinitive, n))), ())

    def _controller(self, token: Token, head: Token, depth: int) -> tuple[Token, ...]:
        finite = "VerbForm=Fin" in token.morph and self._text.child(token, "mark") is not None
        if finite:
            return ()
        if reproached := punished(self._text, self._parties, self, token, head):
            return reproached
        if token.i - 1 > head.i and (whose := self._manner(token, head)):
            return whose
        opening = (
            "Tense=Past" in token.morph and self._text.child(token, "aux") is None
        )  # « Chassé de P, X laisse Y … »
        means = any(c.lower == "en" for c in self._text.children(token)) and token.lower.endswith("ant")
        means = means and self._words.first("speech", head.lemma) is None  # « aider X en livrant des armes »
        role = "subj" if token.relation == "advcl" and (opening or means) else self.control(head)
        if self._words.blaming(head.lemma) is not None and token.relation == "xcomp":
            role = "à"  # « imputer à X d'avoir … »
        if role == "obj" and token.relation in {"xcomp", "ccomp", "advcl", "obl"}:
            controllers = self.objects(head) or tuple(
                c for c in self._text.children(head, "iobj", "obl") if self.case(c) == "à"
            )
            controllers = self._nearest(token, controllers)
        elif role == "à":
            below = (
                c for c in self._text.children(head, "iobj", "obl", "obj") if c.relation != "obj" or c.lower == "leur"
            )
            controllers = tuple(c for c in below if self.case(c) == "à" or c.lower in _DATIVE) or (
                self.objects(head) if self.undergone(head) else ()
            )
        else:
            return self.grammatical(head, depth + 1)
        found = any(self._parties.at(c) for c in controllers)
        if not found and self._words.first("speech", head.lemma) is None and self._words.blaming(head.lemma) is None:
            return self.grammatical(head, depth + 1)  # « envoyer des troupes pour soutenir X »
        return controllers

    def _nearest(self, infinitive: Token, controllers: tuple[Token, ...]) -> tuple[Token, ...]:
        """« accuser X d'avoir …, et Y d'armer Z »: of objects that stand apart, the last before the infinitive."""
        if len(controllers) > 1 and any(self._text.child(c, "cc") is not None for c in controllers[1:]):
            before = tuple(c for c in controllers if c.i < infinitive.i)
            return before[-1:] or controllers[:1]
        return controllers

    def control(self, verb: Token) -> str:
        """Who is the subject of the infinitive below the verb: ``subj``, ``obj`` or ``à``, as its entry says."""
        for kind in ("modal", "speech"):
            entry = self._words.first(kind, verb.lemma)
            if entry is not None and "control" in entry.sets:
                return entry.sets["control"]
        return "subj"

    def _trailing(self, token: Token, head: Token) -> Token | None:
        """« livre des avions à la junte, dirigée par X »: what a past participle behind verb and comma is about.

        The nearest party before the comma that agrees; None when the participle stands elsewhere.
        """
        tokens = self._text.tokens
        comma = token.i - (2 if token.i > 1 and tokens[token.i - 1].pos == "ADV" else 1)  # « , aussitôt prise par X »
        after = token.relation in {"advcl", "conj"} and token.i > head.i and "Tense=Past" in token.morph
        if not after or tokens[comma].text != "," or self._text.child(token, "aux") is not None:
            return None
        at = self._parties.at(tokens[comma - 1])
        if at and all(p.type == "Place" for p in at) and not self._words.takes_places(self._words.verb_lemma(token)):
            return None  # « X a attaqué Y à P, appuyé par Z »: behind a place it is X again
        kept = {m for m in token.morph if m.startswith(("Number=", "Gender="))}
        for other in reversed(tokens[head.i + 1 : comma]):
            if other.pos in {"NOUN", "PROPN"} and any(p.type != "Place" for p in self._parties.at(other)):
                theirs = {m for m in other.morph if m.startswith(("Number=", "Gender="))}
                return other if other.name or kept <= theirs else None
        if (thing := self._guarded(token, head, comma)) is not None:
            return thing
        last = tokens[comma - 1]
        return last if last.relation == "obj" and self._parties.at(last) else None

    def _guarded(self, participle: Token, verb: Token, comma: int) -> Token | None:
        """« X attaque un convoi de carburant, escorté par Y »: what is escorted is not who attacks."""
        if participle.lemma not in _GUARDING:
            return None
        theirs = {m for m in participle.morph if m.startswith(("Number=", "Gender="))}
        things = (c for c in self._text.children(verb, "obj", "obl") if verb.i < c.i < comma and c.pos == "NOUN")
        return next((c for c in things if theirs <= {*c.morph}), None)

    def _main_above(self, token: Token, head: Token) -> Token | None:
        """« X a attaqué un village situé à P, tuant … »: behind a comma it is X that kills, not the village."""
        present = token.relation == "advcl" and token.lower.endswith("ant") and "VerbForm=Part" in token.morph
        if not present or head.dep not in {"acl", "amod"} or self._text.tokens[token.i - 1].text != ",":
            return None
        return next((a for a in self._text.ancestors(head) if a.pos == "VERB" and a.dep not in {"acl", "amod"}), None)

    def modified(self, token: Token, head: Token) -> Token:
        """The noun that a participle or adjective after a comma belongs to: the nearest party that agrees in number."""
        before = self._text.tokens[token.i - 1] if token.i else token
        if before.text == "," and (led := self._led(head)) is not None:
            return led
        if before.text == "," and token.dep == "acl" and (other := self._acting_above(token, head)) is not None:
            return other
        if (
            before.text != ","
            or token.dep.startswith("acl:relcl")
            or token.i - head.i <= 2
            or self._claims(token, head)
        ):
            return head
        number = {m for m in token.morph if m.startswith("Number=")}
        for i in range(before.i - 1, head.i, -1):
            other = self._text.tokens[i]
            if other.pos in {"NOUN", "PROPN"} and any(p.type != "Place" for p in self._parties.at(other)):
                theirs = {m for m in other.morph if m.startswith("Number=")}
                agree = not theirs or not number or theirs == number
                if agree and not nested(self._text, self._parties, token, other, head):
                    # « X et les Y, armés par Z » are both armed
                    return head if "Number=Plur" in number and other in self._text.conjuncts(head) else other
        return head

    def _led(self, head: Token) -> Token | None:
        """« l'unité que dirige le général X, appuyée par Y »: behind the clause that only says who leads it."""
        verb = self._text.head(head)
        if verb is None or head.relation != "nsubj" or head.i < verb.i or not verb.dep.startswith("acl:relcl"):
            return None
        objects = self.objects(verb) if self._words.leads(verb.lemma) else ()
        return objects[0] if len(objects) == 1 and objects[0].i < verb.i else None

    def _acting_above(self, participle: Token, head: Token) -> Token | None:
        """« X a attaqué Y à P, appuyé par Z »: behind a place and a comma, what is only done to parties is X's."""
        party = any(p.type != "Place" for p in self._parties.at(head))
        if (
            participle.lemma in _GUARDING
            or party
            or not self._parties.at(head)
            or self._words.takes_places(self._words.verb_lemma(participle))
        ):
            return None
        verb = next((a for a in self._text.ancestors(head) if a.pos == "VERB"), None)
        subjects = self.grammatical(verb) if verb is not None and "Tense=Past" in participle.morph else ()
        numbers = [{m for m in t.morph if m.startswith("Number=")} for t in (participle, *subjects)]
        agree = len(subjects) == 1 and subjects[0].i < participle.i and (not numbers[1] or numbers[0] <= numbers[1])
        return subjects[0] if agree else None

    def _claims(self, token: Token, head: Token) -> bool:
        """« une attaque contre P, revendiquée par X »: the event, not the nearest party."""
        lemma = self._words.verb_lemma(token)
        told = self._words.first("light", lemma) is not None or self._words.first("speech", lemma) is not None
        return told and bool(self._words.entries("noun", head.lemma))

    def objects(self, token: Token) -> tuple[Token, ...]:
        """The heads of the logical object: the direct object, the passive subject, the antecedent of « que »."""
        passive, _ = self.voice(token)
        if passive:
            return self.grammatical(token)
        text = self._text
        objects = [c for c in text.children(token, "obj") if c.lower not in REFLEXIVE]
        that = self._relatives.that(token)
        if that is not None and (antecedent := self._relatives.antecedent(token, that)) is not None:
            return (antecedent,)
        if any(self._parties.at(o) for o in objects):
            return tuple(objects)
        only = any(c.lower in _NE for c in text.children(token))
        bare = [
            c
            for c in text.children(token, "obl", "nmod", "advcl", "xcomp")
            if c.i > token.i
            and (c.pos == "NOUN" or c.name)
            and (not self.case(c) or (only and self.case(c) in THAT) or self._partitive(c))  # « ne combat que X »
            and (c.relation == "obl" or only or (c.relation == "xcomp" and c.name) or self._partitive(c))
        ]
        return (*objects, *bare) or self._shared_object(token) or strayed(text, token)

    def _partitive(self, token: Token) -> bool:
        """« refoulait à P des familles »: an article that parsers take for « de ».

        Also « leur fournir du carburant », « n'héberge pas de rebelles ».
        """
        case, verb = self._text.child(token, "case"), self._text.head(token)
        if case is None or verb is None:
            return False
        denied = case.lower in {"de", "d'", "d’"} and token.pos == "NOUN" and "Number=Plur" in token.morph
        denied = denied and self._text.child(token, "det") is None
        mass = case.lower == "du" and any(token.lemma in self._words.content.get(n, ()) for n in ("arms", "funds"))
        return case.lower == "des" or mass or (denied and any(c.lower in _NE for c in self._text.children(verb)))

    def _shared_object(self, token: Token) -> tuple[Token, ...]:
        """« finance, arme et entraîne X »: the object after the last verb is everybody's."""
        for verb in reversed(self._text.conjuncts(token)[1:]):
            if verb.pos == "VERB" and self._text.child(verb, "nsubj") is None and (found := self.objects(verb)):
                return found if side_by_side(self._text, self._words, token, verb) else ()
        first = self._text.head(token)
        shared = token.relation == "conj" and self._text.child(token, "nsubj") is None
        if shared and first is not None and first.pos == "VERB" and (that := self._relatives.that(first)) is not None:
            before = self._relatives.antecedent(first, that)
            return (before,) if before is not None else ()  # « X, que Y soutient et arme »
        return ()

    def case(self, token: Token) -> str:
        """The preposition of a complement, contraction undone; empty for none."""
        for case in self._text.children(token, "case"):
            return case.lemma
        return ""
