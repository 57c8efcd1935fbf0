"""How firmly it is said: polarity and certainty of a predicate where it stands.

In: a ``Text`` and a predicate. Out: polarity, certainty and whether the thing is over. After FactBank (Saurí and
Pustejovsky 2009): the marks on the predicate and on every verb that embeds it add up, the weakest certainty holds.
"""

from __future__ import annotations

from dataclasses import dataclass

from kg.records import Certainty, Polarity
from kg.text.conjugation import is_conditional
from kg.text.tokens import Text, Token
from kg.text.verdicts import called_untrue
from kg.text.voice import Voice, told
from kg.text.wordlists import Wordlists
from kg.vocabulary import LexicalEntry

_HELD = frozenset({"acl", "ccomp", "nmod", "xcomp"})
_ORDER: tuple[Certainty, ...] = ("certain", "probable", "possible")
_CLIMBED = frozenset({"xcomp", "ccomp", "obj", "advcl", "obl", "nsubj", "nmod", "acl", "conj", "csubj"})
_ACHIEVED = frozenset({"pouvoir", "devoir", "savoir"})
_CIRCUMSTANCES = frozenset("après depuis avant lors_de pendant durant dès malgré suite_à à_la_suite_de".split())
_GOVERNED = frozenset({"de", "à"})
_PARTICLE = frozenset({"ne", "n'", "n’"})
_THAT = frozenset({"que", "qu'", "qu’"})
_WHOEVER = frozenset("qui ceux celui quiconque celles celle".split())
_KNOWN = frozenset("le la l' l’ les ce cet cette ces son sa ses leur leurs".split())
NOWHERE = "nulle part"


@dataclass(frozen=True, slots=True, kw_only=True)
class Factuality:
    """Polarity and certainty of one statement; ``ended``: it is said of the past (« ancien allié »)."""

    polarity: Polarity = "positive"
    certainty: Certainty = "certain"
    ended: bool = False


class FactualityReader:
    """Reads factuality in one text."""

    def __init__(self, text: Text, words: Wordlists) -> None:
        self._text, self._words = text, words

    def read(self, predicate: Token, noun: Token | None, voice: Voice, *, presupposed: bool = False) -> Factuality:
        """The factuality of ``predicate`` (with the noun of its light verb) as said by ``voice``.

        ``presupposed``: a title or apposition (« X, chef de Y »), which nothing outside its noun phrase weakens.
        """
        where = self._text.head(predicate) if predicate.relation == "cop" else None  # « ne sont pas à P »
        core = where or predicate
        negative, level, ended = (
            self.negated(core),
            max(self._mood(core), self.hedged(core)),
            self._ended(core),
        )
        child, aim, over_before, lied = predicate, False, False, False
        for above in () if presupposed else self._text.ancestors(predicate):
            lie = child.relation in _HELD and called_untrue(self._words, self._text, above, child)
            if lie:  # « X qualifie de mensonges les accusations selon lesquelles … »
                lied, level = True, 0
            if voice.scope is not None and child.i == voice.scope.i:
                break
            own = child.dep in {"acl:relcl", "appos", "parataxis"} and not told(self._text, child)
            own = own or (child.relation == "obl" and self._apart(child)) or self._besides(child, above, voice)
            own = own or (child.dep == "acl" and above.pos == "PROPN")  # « imputé à X, lié à Y »
            own = own or (child.relation in {"advcl", "ccomp"} and self._given(child))
            if own or self._part(above, child) or child.relation not in _CLIMBED:
                break  # who denies a part in an attack does not deny the attack
            if above.lemma in self._words.content.get("doubt", ()) and self._denied_noun(above):
                child = above
                continue  # « nul doute que … »
            if above.lemma in self._words.content.get("failing", ()) and self.negated(above):
                child = above
                continue  # « n'a pas manqué de bombarder P »
            aim = aim or any(c.lemma == "pour" for c in self._text.children(child, "mark"))
            flip, more, over = self._embeds(above, child)
            if aim and flip:
                level = 2  # « X nie avoir armé Y pour attaquer Z »: the aim is not what is denied
                break
            if over_before and (flip or more == 2):
                ended = False  # « X menace de cesser d'armer Y », « refuse de cesser … »: so X still does
                break
            negative, level, ended = negative ^ flip, max(level, 0 if lie else more), ended or over
            over_before = over_before or over
            if aim and child.relation == "advcl" and self._mood(above) == 1:
                level = max(level, 1)  # « auraient séjourné à P pour y former X »
            if child.relation == "nmod" and above.lemma in self._words.content.get("session", ()):
                level = max(level, self.hedged(above))  # « la séance de négociations prévue demain »
            if self._scopes(above, child):
                denied = self.negated(above) and not self._undoubted(above)
                # « n'a reçu aucun soutien » denies once, « n'a pas refusé de soutenir » denies a denial
                negative = (negative or denied) if child.pos == "NOUN" and not flip else negative ^ denied
                level = max(level, self._mood(above), self.hedged(above))
            if voice.verb is not None and above.i == voice.verb.i:
                break
            child = above
        negative ^= not presupposed and self._lied(predicate)
        negative = negative or lied
        if noun is not None:
            negative ^= self._denied_noun(noun)
            level, ended = max(level, self.hedged(noun)), ended or self._ended(noun)
        if voice.entry is not None and voice.verb is not None and voice.verb.sent != predicate.sent:
            # its polarity does not count: whoever denies in direct speech speaks for themselves
            level = max(level, self._aloud(voice.entry))
        asked = self._text.sentence(predicate).question and not presupposed
        if asked and not self._reported(predicate, voice):
            level = 2
        return Factuality(polarity="negative" if negative else "positive", certainty=_ORDER[level], ended=ended)

    def _lied(self, predicate: Token) -> bool:
        """« Qui dit que X … ment », « ceux qui prétendent que X … se trompent »."""
        sentence = self._text.sentence(predicate)
        words = [t for t in self._text.of(sentence) if t.pos != "PUNCT"]
        lies = len(words) > 3 and words[-1].lower in self._words.lying_forms and words[-1].i > predicate.i
        return lies and words[0].lower in _WHOEVER and not sentence.question

    def _aloud(self, entry: LexicalEntry) -> int:
        """« “X a pris P”, prévient Y », « dénonce Y »: said plainly, whatever the verb does to a clause below it."""
        if entry.lemma.startswith(("se ", "s'")):
            return 0  # « « X a pris P », s'inquiète Y »
        warns = "control" in entry.sets and entry.sets.get("certainty") == "possible"
        relations = self._words.vocabulary.relations
        verbs = self._words.entries("verb", entry.lemma) if "control" not in entry.sets else ()
        blames = any(e.gives in relations and not relations[e.gives].supportive for e in verbs)
        return 0 if warns or blames else _effects(dict(entry.sets))[1]

    def _reported(self, predicate: Token, voice: Voice) -> bool:
        """« Faut-il croire X, qui affirme que … ? »: what X affirms is not what is asked."""
        verb = voice.verb
        if voice.party is None or verb is None or verb.sent != predicate.sent or voice.entry is None:
            return False
        return "certainty" not in voice.entry.sets and self._text.head(verb) is not None

    def _scopes(self, above: Token, child: Token) -> bool:
        """Whether negation and mood of ``above`` hold for ``child``: for complements and events, not for modifiers."""
        if child.relation in {"xcomp", "ccomp", "csubj"}:
            return True
        if child.dep == "advcl:cleft" and self._text.child(above, "case") is None:
            return self._text.child(above, "cop") is not None  # « ce n'est pas X qui a attaqué Y »
        if child.relation in {"obl", "advcl"} and above.pos == "VERB":
            return self._under(above, child)
        if above.pos == "NOUN":
            told = self._words.first("saying", above.lemma) is not None
            proof = above.lemma in self._words.content.get("proof", ())
            return child.relation in {"nmod", "acl"} and (told or proof)
        if child.pos == "NOUN" and child.relation == "nsubj":
            # « la lutte de X n'a pas eu lieu »; not « la lutte de X ne connaît pas de trêve »
            return (
                above.lemma in self._words.content.get("occurring", ())
                or self._text.child(above, "aux:pass") is not None
            )
        return child.pos == "NOUN" and child.relation == "obj" and not self._granted(above, child)

    def _granted(self, verb: Token, noun: Token) -> bool:
        """« n'a jamais accepté l'alliance de X avec Y », « n'a pas condamné l'attaque »: there is one all the same."""
        definite = any(c.lower in _KNOWN for c in self._text.children(noun, "det"))
        return definite and verb.lemma in self._words.content.get("granting", ())

    def _under(self, verb: Token, child: Token) -> bool:
        """« n'établit pas de lien entre », « aucune trace d'une entente », « quant à armer X, il ne l'a pas fait »."""
        mark = self._text.child(child, "case", "mark")
        if child.relation == "advcl":
            return verb.lemma == "faire" and mark is not None and mark.lemma == "quant_à"
        if child.pos != "NOUN" or child.i < verb.i or mark is None or mark.lemma != "de":
            return False
        object_ = self._text.child(verb, "obj")
        if object_ is not None:
            return object_.lemma in self._words.content.get("proof", ()) and object_.i < child.i
        return self._text.child(child, "det") is None or self._words.first("speech", verb.lemma) is not None

    def _part(self, above: Token, child: Token) -> bool:
        """« nier un rôle dans l'attaque »; not « faux de dire que … »."""
        involved = above.lemma in self._words.content.get("involvement", ())
        return involved and child.relation not in {"ccomp", "csubj"}

    def _apart(self, noun: Token) -> bool:
        """« X nie avoir tiré après l'attaque de Y »: the circumstance is taken for granted."""
        case = self._text.child(noun, "case")
        return case is not None and case.lemma in _CIRCUMSTANCES

    def _besides(self, child: Token, above: Token, voice: Voice) -> bool:
        """« X rejette cette version, accusant Y de … »: a participle beside the denial is no part of what is denied."""
        told_on = voice.verb is not None and voice.verb.i == above.i
        past = "VerbForm=Part" in child.morph and "Tense=Past" in child.morph
        if child.relation == "advcl" and past and self._text.child(child, "aux", "mark") is None:
            return True  # « Accusé d'armer Y, X dément »
        if child.relation == "advcl" and child.pos == "ADJ" and self._text.child(child, "cop", "mark") is None:
            return True  # « opposer X, fidèle à Y, à Z »
        if child.relation != "advcl" or not child.lower.endswith("ant") or told_on:
            return False
        if self._words.first("speech", above.lemma) is None:
            return False  # « accusé d'avoir bombardé P, tuant X »: part of what is told
        means = any(c.lower == "en" for c in self._text.children(child))  # « nie avoir aidé X en livrant des armes »
        return not means or self._words.first("speech", child.lemma) is not None

    def _undoubted(self, verb: Token) -> bool:
        """« il ne fait aucun doute que … » denies the doubt only."""
        doubts = self._words.content.get("doubt", ())
        return any(c.lemma in doubts for c in self._text.children(verb, "obj", "nsubj", "obl"))

    def negated(self, token: Token) -> bool:
        """Whether a negation stands on this predicate itself."""
        text = self._text
        clause = self._clause(token)
        verbs = (token, *text.children(token, "aux"))  # « n'a cette fois envoyé personne »: « ne » may hang on « a »
        particle = any(c.lower in _PARTICLE for verb in verbs for c in text.children(verb))
        words = self._words.negators_beside_ne if particle else self._words.negators
        marks = (c.lemma.replace("_", " ") for c in text.children(token, "mark", "case"))
        if any(self._words.first("negator", lemma) is not None for lemma in marks):
            return True  # « sans soutenir X », « au lieu de soutenir X »
        that = any(c.lower in _THAT for c in text.children(token, "mark"))  # « ne dit pas que …, ni que … »
        if token.relation == "conj" and token.pos in {"VERB", "ADJ"} and not that and self._neither(token):
            return True
        if token.pos == "NOUN" and self._nor(token):
            return True  # « il n'y a pas d'accord, ni d'alliance, entre X et Y »
        if particle and any(self._nor(c) for c in text.children(token, "conj") if c.pos == "VERB"):
            return True  # « X n'arme ni n'équipe Y »
        if token.pos == "NOUN":
            negated = any(c.lemma in words for c in text.children(token, "advmod", "cc"))
            return self._denied_noun(token) or (text.child(token, "cop") is not None and negated)
        if not particle:
            return any(c.lemma in words for c in text.children(token, "advmod"))
        if self.restricted(token):
            return False
        return any(
            t.lower == NOWHERE or (t.lemma in words and self._negates(t) and not self._nonetheless(t)) for t in clause
        )

    def _nonetheless(self, adverb: Token) -> bool:
        """« n'en a pas moins bombardé P »: it did."""
        after = self._text.tokens[adverb.i + 1] if adverb.i + 1 < len(self._text.tokens) else adverb
        above = (v for v in self._text.ancestors(adverb) if v.pos in {"VERB", "AUX"}) if after.lower == "moins" else ()
        return any(c.lower == "en" for verb in above for c in self._text.children(verb))

    def _neither(self, verb: Token) -> bool:
        """« n'a ni financé ni armé X », « n'a pas financé ou armé X »: one « ne » for both."""
        first, text = self._text.head(verb), self._text
        if self._nor(verb):
            return True
        shares = "VerbForm=Part" in verb.morph and text.child(verb, "nsubj", "aux", "mark") is None
        or_ = any(c.lower == "ou" for c in text.children(verb, "cc"))
        return first is not None and shares and or_ and self.negated(first)

    def _nor(self, token: Token) -> bool:
        """« ni »: what it introduces is denied, and what it continues."""
        return any(c.lower == "ni" for c in self._text.children(token, "cc"))

    def _negates(self, token: Token) -> bool:
        """« plus » and « point » are negators as adverbs only, « personne » and « rien » as pronouns."""
        bare = token.pos == "NOUN" and self._text.child(token, "det", "nummod") is None
        return (
            bare
            or token.relation == "advmod"
            or token.pos not in {"NOUN", "ADV"}
            or token.lemma in self._words.negators
        )

    def restricted(self, verb: Token) -> bool:
        """« ne soutient que Y », « n'avoir visé que des soldats »: denies everything but what follows « que »."""
        that = [
            t
            for t in self._clause(verb)
            if t.i > verb.i and t.lower in _THAT and t.relation in {"advmod", "mark", "case"}
        ]
        beside = [t for t in self._text.children(verb, "advmod") if t.lemma in {"pas", "point"}]
        return bool(that) and not beside and any(c.lower in _PARTICLE for c in self._text.children(verb))

    def _clause(self, verb: Token) -> list[Token]:
        """The words that hang on the verb or its nouns, without those of other verbs."""
        found, waiting = [], [verb]
        while waiting:
            for child in self._text.children(waiting.pop()):
                found.append(child)
                aim = child.relation == "xcomp" and "VerbForm=Inf" in child.morph  # « n'est venu attaquer personne »
                if aim or (child.pos not in {"VERB", "AUX"} and child.relation != "acl"):
                    waiting.append(child)
        return found

    def _denied_noun(self, noun: Token) -> bool:
        """« sans le soutien de », « aucun lien », « l'absence de soutien »."""
        return any(c.lemma in self._words.negators for c in self._text.children(noun, "det", "amod", "case"))

    def _mood(self, token: Token) -> int:
        """Conditional: hearsay, or possible on « pouvoir »; a clause with « si »; a future."""
        text = self._text
        verbs = [token, *text.children(token, "aux", "cop", "aux:pass", "aux:tense")]
        level = 0
        if any("Mood=Cnd" in v.morph or is_conditional(v.lower, v.lemma) for v in verbs):
            level = 2 if token.lemma in {"pouvoir", "devoir"} else 1
        if any("Tense=Fut" in v.morph for v in verbs) and not self.negated(token):
            level = 2  # « X n'attaquera pas Y » is as firm as it can be
        return 2 if self._conditional(token) else level

    def _conditional(self, verb: Token) -> bool:
        """« si X rompt avec Y et (que) Z attaque »: one « si » for all."""
        if any(c.lower in {"si", "s'", "s’"} and c.dep == "mark" for c in self._text.children(verb)):
            return True
        first = self._text.head(verb)
        joined = verb.relation == "conj" and verb.pos == "VERB" and "VerbForm=Inf" not in verb.morph
        return joined and first is not None and first.pos in {"VERB", "AUX"} and self._conditional(first)

    def hedged(self, token: Token) -> int:
        """How much « présumé », « prévu » and their like on the word weaken it: 0 not, 1 probable, 2 possible."""
        level = 0
        for child in self._text.children(token, "advmod", "amod", "obl", "acl", "det"):
            forms = (child.lemma, child.lower, child.lower.removesuffix("s").removesuffix("e"))  # « prévues »
            entry = next((e for form in forms if (e := self._words.first("hedge", form)) is not None), None)
            if entry is not None:
                level = max(level, _effects(dict(entry.sets))[1])
        return level

    def _ended(self, token: Token) -> bool:
        if token.text.lower().startswith(("ex-", "ex ")):
            return True
        return any(
            "ended" in entry.sets
            for child in self._text.children(token, "amod", "advmod")
            for entry in self._words.entries("hedge", child.lemma)
        )

    def _embeds(self, above: Token, child: Token) -> tuple[bool, int, bool]:
        """What a verb or noun above does to what it embeds."""
        if child.relation == "advcl" and child.lower.endswith("ant"):
            return False, 0, False  # « retire ses hommes, laissant P à X »
        if child.relation in {"ccomp", "csubj"} and (verdict := self._words.first("verdict", above.lemma)) is not None:
            return _effects(dict(verdict.sets))  # « il est faux que … »
        if above.pos in {"VERB", "AUX", "ADJ"} and (idiom := self._idiom(above, child)) is not None:
            return _effects(dict(idiom.sets))
        if child.relation == "nsubj" and child.pos == "NOUN" and self._text.child(above, "aux:pass") is not None:
            planned = self._words.first("modal", self._words.verb_lemma(above))  # « des pourparlers sont prévus »
            return (False, _effects(dict(planned.sets))[1], False) if planned is not None else (False, 0, False)
        if above.pos in {"VERB", "AUX", "ADJ"} and child.relation in {"xcomp", "ccomp", "obj", "advcl", "obl"}:
            if above.lemma in _ACHIEVED and "VerbForm=Part" in above.morph:
                return False, 0, False  # « a pu entrer », « a dû se retirer »: it happened
            case = self._text.child(child, "case")
            if child.relation == "obl" and (child.i < above.i or (case is not None and case.lemma not in _GOVERNED)):
                return False, 0, False  # « X nie avoir tiré lors de l'attaque » says nothing of the attack
            for kind in ("modal", "speech"):
                for name in (above.lemma, f"se {above.lemma}", f"s'{above.lemma}"):
                    entry = self._words.first(kind, name)
                    if kind == "modal" and self._asserted(above, child):
                        continue  # « jure n'avoir rien livré », « prétend que … »
                    if entry is not None and (
                        kind == "speech" or child.relation in {"xcomp", "ccomp", "obj", "advcl", "obl"}
                    ):
                        if kind == "modal" and child.pos == "NOUN" and child.relation not in {"obj", "xcomp"}:
                            continue
                        return _effects(dict(entry.sets))
        if above.pos == "NOUN":
            for kind in ("saying", "modal", "hedge"):
                entry = self._words.first(kind, above.lemma)
                if entry is not None:
                    return _effects(dict(entry.sets))
        return False, 0, False

    def _asserted(self, above: Token, child: Token) -> bool:
        """« jurer d'aider X » promises, « jurer n'avoir aidé personne » and « jurer que … » say how it is."""
        if self._words.first("speech", above.lemma) is None:
            return False
        past = any("VerbForm=Inf" in c.morph for c in self._text.children(child, "aux"))
        return child.relation == "ccomp" or (child.relation == "xcomp" and past)

    def _given(self, clause: Token) -> bool:
        """« X refuse de négocier tant que Y arme Z », « menacé pour avoir armé Z »: no part of what is refused."""
        marks = {c.lower for c in self._text.children(clause, "mark")}
        if "VerbForm=Fin" in clause.morph:
            return bool(marks) and not marks & _THAT
        past = any("VerbForm=Inf" in c.morph for c in self._text.children(clause, "aux"))
        return past and "pour" in marks

    def _idiom(self, above: Token, child: Token) -> LexicalEntry | None:
        """« mettre fin à son soutien », « le soutien de X a pris fin »: a verb with its noun."""
        for noun in self._text.children(above, "obj"):
            if noun.i != child.i and (entry := self._words.first("modal", f"{above.lemma} {noun.lemma}")) is not None:
                return entry
        return None


def _effects(sets: dict[str, str]) -> tuple[bool, int, bool]:
    certainty = sets.get("certainty", "possible" if "planned" in sets else "certain")
    return sets.get("polarity") == "negative", ("certain", "probable", "possible").index(certainty), "ended" in sets
