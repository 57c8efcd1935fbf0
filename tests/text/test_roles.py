"""Who does what: the logical subject and object of a verb in every construction."""

from __future__ import annotations

import pytest
from text.build import World

from kg.text.roles import VerbRoles
from kg.text.wordlists import Wordlists

ACTIVE = "Mali _ PROPN nsubj 2 @mali | attaque attaquer VERB root 0 fin | Niger _ PROPN obj 2 @niger"
PASSIVE = """
Niger _ PROPN nsubj:pass 3 @niger | est être AUX aux:pass 3 fin | attaqué attaquer VERB root 0 past
par par ADP case 5 | Mali _ PROPN obl:agent 3 @mali
"""
AGENTLESS = "Niger _ PROPN nsubj:pass 3 @niger | est être AUX aux:pass 3 fin | attaqué attaquer VERB root 0 past"
PAST_PARTICIPLE = """
Niger _ PROPN nsubj 6 @niger | , _ PUNCT punct 3 | attaqué attaquer VERB acl 1 past | par par ADP case 5
Mali _ PROPN obl:agent 3 @mali | proteste protester VERB root 0 fin
"""
PRESENT_PARTICIPLE = """
Mali _ PROPN nsubj 4 @mali | attaquant attaquer VERB acl 1 pres | Niger _ PROPN obj 2 @niger
gagne gagner VERB root 0 fin
"""
OPENING_PARTICIPLE = """
attaqué attaquer VERB advcl 6 past | par par ADP case 3 | Mali _ PROPN obl:agent 1 @mali | , _ PUNCT punct 6
Niger _ PROPN nsubj 6 @niger | proteste protester VERB root 0 fin
"""
QUI = """
Mali _ PROPN nsubj 5 @mali | qui _ PRON nsubj 3 | attaque attaquer VERB acl:relcl 1 fin
Niger _ PROPN obj 3 @niger | gagne gagner VERB root 0 fin
"""
QUE = """
Niger _ PROPN nsubj 5 @niger | que _ PRON obj 4 | Mali _ PROPN nsubj 4 @mali | attaque attaquer VERB acl:relcl 1 fin
proteste protester VERB root 0 fin
"""
QUE_INVERTED = """
Niger _ PROPN nsubj 5 @niger | que _ PRON obj 3 | attaque attaquer VERB acl:relcl 1 fin | Mali _ PROPN nsubj 3 @mali
proteste protester VERB root 0 fin
"""
QUE_MISREAD = """
Niger _ PROPN nsubj 6 @niger | , _ PUNCT punct 4 | que _ SCONJ mark 4 | attaque attaquer VERB acl:relcl 1 fin
Mali _ PROPN obj 4 @mali | proteste protester VERB root 0 fin
"""
QUE_ANTECEDENT_AS_SUBJECT = """
Niger _ PROPN nsubj 4 @niger | , _ PUNCT punct 4 | que _ PRON obj 4 | attaque attaquer VERB root 0 fin
Mali _ PROPN obl 4 @mali | , _ PUNCT punct 4 | proteste protester VERB conj 4 fin
"""
SUBJECT_CONTROL = """
Mali _ PROPN nsubj 2 @mali | menace menacer VERB root 0 fin | de de ADP mark 4 | attaquer _ VERB xcomp 2 inf
Niger _ PROPN obj 4 @niger
"""
OBJECT_CONTROL = """
Russie _ PROPN nsubj 2 @russie | aide aider VERB root 0 fin | Mali _ PROPN obj 2 @mali | à à ADP mark 5
attaquer _ VERB xcomp 2 inf | Niger _ PROPN obj 5 @niger
"""
DATIVE_CONTROL = """
Russie _ PROPN nsubj 2 @russie | permet permettre VERB root 0 fin | au à ADP case 4 | Mali _ PROPN obl:arg 2 @mali
d' de ADP mark 6 | attaquer _ VERB xcomp 2 inf | Niger _ PROPN obj 6 @niger
"""
ACCUSED = """
Russie _ PROPN nsubj 2 @russie | accuse accuser VERB root 0 fin | Mali _ PROPN obj 2 @mali | d' de ADP mark 5
attaquer _ VERB xcomp 2 inf | Niger _ PROPN obj 5 @niger
"""
ACCUSED_PASSIVE = """
Mali _ PROPN nsubj:pass 3 @mali | est être AUX aux:pass 3 fin | accusé accuser VERB root 0 past | d' de ADP mark 5
attaquer _ VERB xcomp 3 inf | Niger _ PROPN obj 5 @niger
"""
PURPOSE = """
Mali _ PROPN nsubj 2 @mali | envoie envoyer VERB root 0 fin | des un DET det 4 pl | troupes troupe NOUN obj 2 pl
pour pour ADP mark 6 | attaquer _ VERB advcl 2 inf | Niger _ PROPN obj 6 @niger
"""
SHARED_SUBJECT = """
Mali _ PROPN nsubj 2 @mali | avance avancer VERB root 0 fin | et _ CCONJ cc 4 | attaque attaquer VERB conj 2 fin
Niger _ PROPN obj 4 @niger
"""
SHARED_OBJECT = """
Mali _ PROPN nsubj 2 @mali | attaque attaquer VERB root 0 fin | et _ CCONJ cc 4 | bombarde bombarder VERB conj 2 fin
Niger _ PROPN obj 4 @niger
"""
AVOIR_LOST = """
Mali _ PROPN nsubj 3 @mali | a avoir VERB root 0 fin | attaqué attaquer VERB xcomp 2 past | Niger _ PROPN obj 3 @niger
"""
UNDERGOES = """
Niger _ PROPN nsubj 4 @niger | s' se PRON expl:comp 4 | est être AUX aux:tense 4 fin | fait faire VERB root 0 past
attaquer _ VERB xcomp 4 inf | par par ADP case 7 | Mali _ PROPN obl:agent 5 @mali
"""
GERUND = """
Mali _ PROPN nsubj 2 @mali | menace menacer VERB root 0 fin | en en ADP mark 4 | attaquant attaquer VERB advcl 2 pres
Niger _ PROPN obj 4 @niger
"""

BOTH_KNOWN = {
    "active": (ACTIVE, "attaque"),
    "passive with agent": (PASSIVE, "attaqué"),
    "past participle on a noun": (PAST_PARTICIPLE, "attaqué"),
    "past participle that opens the clause": (OPENING_PARTICIPLE, "attaqué"),
    "present participle on a noun": (PRESENT_PARTICIPLE, "attaquant"),
    "relative with qui": (QUI, "attaque"),
    "relative with que": (QUE, "attaque"),
    "relative with que, inverted": (QUE_INVERTED, "attaque"),
    "relative with que, read as a conjunction": (QUE_MISREAD, "attaque"),
    "relative with que whose antecedent was read as its subject": (QUE_ANTECEDENT_AS_SUBJECT, "attaque"),
    "infinitive controlled by the subject": (SUBJECT_CONTROL, "attaquer"),
    "infinitive controlled by the object": (OBJECT_CONTROL, "attaquer"),
    "infinitive controlled by the dative": (DATIVE_CONTROL, "attaquer"),
    "infinitive of what somebody is accused of": (ACCUSED, "attaquer"),
    "infinitive of a passive accusation": (ACCUSED_PASSIVE, "attaquer"),
    "infinitive of purpose": (PURPOSE, "attaquer"),
    "second of two verbs": (SHARED_SUBJECT, "attaque"),
    "first of two verbs with one object": (SHARED_OBJECT, "attaque"),
    "second of two verbs with one object": (SHARED_OBJECT, "bombarde"),
    "participle whose auxiliary the parser lost": (AVOIR_LOST, "attaqué"),
    "infinitive that the subject undergoes": (UNDERGOES, "attaquer"),
    "gerund": (GERUND, "attaquant"),
}


def actors(world: World, form: str) -> tuple[list[str], list[str]]:
    """Keys of the parties that are logical subject and object of the verb."""
    roles = VerbRoles(world.text, world.parties, world.words)
    verb = world.token(form)
    return (
        [p.key for t in roles.subjects(verb) for p in world.parties.at(t)],
        [p.key for t in roles.objects(verb) for p in world.parties.at(t)],
    )


@pytest.mark.parametrize("name", BOTH_KNOWN)
def test_mali_attacks_niger_in_every_construction(name: str, words: Wordlists) -> None:
    block, form = BOTH_KNOWN[name]
    assert actors(World.of(block, words), form) == (["mali"], ["niger"])


def test_a_passive_without_agent_has_an_object_and_no_subject(words: Wordlists) -> None:
    assert actors(World.of(AGENTLESS, words), "attaqué") == ([], ["niger"])


def test_a_verb_of_movement_with_etre_is_no_passive(words: Wordlists) -> None:
    block = "Mali _ PROPN nsubj 3 @mali | est être AUX aux:pass 3 fin | intervenu intervenir VERB root 0 past"
    world = World.of(block, words)
    assert actors(world, "intervenu") == (["mali"], [])
    assert VerbRoles(world.text, world.parties, words).voice(world.token("intervenu")) == (False, "active")


def test_a_reflexive_is_no_passive(words: Wordlists) -> None:
    block = """
    Mali _ PROPN nsubj 4 @mali | s' se PRON expl:comp 4 | est être AUX aux:tense 4 fin | retiré retirer VERB root 0 past
    """
    world = World.of(block, words)
    assert VerbRoles(world.text, world.parties, words).voice(world.token("retiré")) == (False, "reflexive")


def test_a_finite_clause_below_a_verb_does_not_borrow_its_subject(words: Wordlists) -> None:
    block = """
    Mali _ PROPN nsubj 2 @mali | affirme affirmer VERB root 0 fin | que _ SCONJ mark 4
    pleut pleuvoir VERB ccomp 2 fin | Niger _ PROPN obj 4 @niger
    """
    assert actors(World.of(block, words), "pleut") == ([], ["niger"])


@pytest.mark.parametrize(
    ("lemma", "control"),
    [("menacer", "subj"), ("aider", "obj"), ("permettre", "à"), ("accuser", "obj"), ("dormir", "subj")],
)
def test_the_lexicon_says_who_controls_the_infinitive(lemma: str, control: str, words: Wordlists) -> None:
    world = World.of(f"x {lemma} VERB root 0", words)
    assert VerbRoles(world.text, world.parties, words).control(world.token("x")) == control


def test_a_participle_after_a_comma_belongs_to_the_nearest_party_that_agrees(words: Wordlists) -> None:
    block = """
    Mali _ PROPN nsubj 2 @mali sg | aide aider VERB root 0 fin | Niger _ PROPN obj 2 @niger sg | , _ PUNCT punct 5
    soutenu soutenir VERB acl 1 past sg | par par ADP case 7 | Russie _ PROPN obl:agent 5 @russie
    """
    assert actors(World.of(block, words), "soutenu") == (["russie"], ["niger"])


def test_the_preposition_of_a_complement_is_its_lemma(words: Wordlists) -> None:
    world = World.of("aide aide NOUN root 0 | au à ADP case 3 | Mali _ PROPN nmod 1 @mali", words)
    roles = VerbRoles(world.text, world.parties, words)
    assert (roles.case(world.token("Mali")), roles.case(world.token("aide"))) == ("à", "")
