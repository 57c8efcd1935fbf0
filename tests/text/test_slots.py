"""What fills the slots of a predicate, also where the parser hung it elsewhere."""

from __future__ import annotations

from text.build import World

from kg.text.filler import Filler
from kg.text.roles import VerbRoles
from kg.text.slots import SlotFiller
from kg.text.wordlists import Wordlists


def filler(world: World) -> SlotFiller:
    return SlotFiller(world.text, world.parties, world.words, VerbRoles(world.text, world.parties, world.words))


def keys(fillers: tuple[Filler, ...]) -> list[str]:
    return [p.key for f in fillers for p in f.parties]


def verb_slots(block: str, form: str, words: Wordlists) -> dict[str, list[str]]:
    """Slot -> keys of its parties, slots without a party left out."""
    world = World.of(block, words)
    found = filler(world).verb_slots(world.token(form))
    return {name: keys(fillers) for name, fillers in found.items() if keys(fillers)}


def noun_slots(block: str, form: str, words: Wordlists) -> dict[str, list[str]]:
    world = World.of(block, words)
    found = filler(world).noun_slots(world.token(form))
    return {name: keys(fillers) for name, fillers in found.items() if keys(fillers)}


def test_a_complement_fills_the_slot_of_its_preposition(words: Wordlists) -> None:
    block = """
    Mali _ PROPN nsubj 2 @mali | négocie négocier VERB root 0 fin | avec avec ADP case 4 | JNIM _ PROPN obl 2 @jnim
    """
    assert verb_slots(block, "négocie", words) == {"subj": ["mali"], "avec": ["jnim"]}


def test_the_event_of_a_party_as_subject_stands_for_the_party(words: Wordlists) -> None:
    block = """
    l' le DET det 2 | attaque attaque NOUN nsubj 5 | du de ADP case 4 | JNIM _ PROPN nmod 2 @jnim
    vise viser VERB root 0 fin | Gao _ PROPN obj 5 @gao
    """
    assert verb_slots(block, "vise", words) == {"subj": ["jnim"], "obj": ["gao"]}


def test_a_place_is_no_agent_of_its_event(words: Wordlists) -> None:
    block = """
    l' le DET det 2 | attaque attaque NOUN nsubj 5 | de de ADP case 4 | Gao _ PROPN nmod 2 @gao
    vise viser VERB root 0 fin | Mali _ PROPN obj 5 @mali
    """
    assert "subj" not in verb_slots(block, "vise", words)


def test_a_complement_of_the_object_counts_as_the_verbs(words: Wordlists) -> None:
    block = """
    Mali _ PROPN nsubj 2 @mali | livre livrer VERB root 0 fin | des un DET det 4 | armes arme NOUN obj 2 pl
    à à ADP case 6 | JNIM _ PROPN nmod 4 @jnim
    """
    assert verb_slots(block, "livre", words)["à"] == ["jnim"]


def test_the_passive_agent_is_the_subject_and_no_complement(words: Wordlists) -> None:
    block = """
    Gao _ PROPN nsubj:pass 3 @gao | est être AUX aux:pass 3 fin | visé viser VERB root 0 past | par par ADP case 5
    JNIM _ PROPN obl:agent 3 @jnim
    """
    assert verb_slots(block, "visé", words) == {"subj": ["jnim"], "obj": ["gao"]}


def test_who_is_killed_in_a_strike_is_killed_by_who_strikes(words: Wordlists) -> None:
    block = """
    Gao _ PROPN nsubj:pass 3 @gao | est être AUX aux:pass 3 fin | détruit détruire VERB root 0 past
    dans dans ADP case 6 | une un DET det 6 | frappe frappe NOUN obl:mod 3 | du de ADP case 8
    JNIM _ PROPN nmod 6 @jnim
    """
    assert verb_slots(block, "détruit", words)["subj"] == ["jnim"]


def test_who_is_killed_in_fights_is_killed_by_nobody_in_particular(words: Wordlists) -> None:
    block = """
    Gao _ PROPN nsubj:pass 3 @gao | est être AUX aux:pass 3 fin | détruit détruire VERB root 0 past
    dans dans ADP case 6 | des un DET det 6 | combats combat NOUN obl:mod 3 | contre contre ADP case 8
    JNIM _ PROPN nmod 6 @jnim
    """
    assert "subj" not in verb_slots(block, "détruit", words)


def test_where_of_a_relative_clause_is_its_antecedent(words: Wordlists) -> None:
    block = """
    Gao _ PROPN root 0 @gao | , _ PUNCT punct 5 | où _ PRON obl:mod 5 | JNIM _ PROPN nsubj 5 @jnim
    combat combattre VERB acl:relcl 1 fin
    """
    assert verb_slots(block, "combat", words)["loc"] == ["gao"]


def test_the_lemmas_below_an_infinitive_count_in_conditions_on_it(words: Wordlists) -> None:
    block = """
    Mali _ PROPN nsubj 2 @mali | aide aider VERB root 0 fin | JNIM _ PROPN obj 2 @jnim | à à ADP mark 5
    attirer _ VERB xcomp 2 inf | l' le DET det 7 | attention attention NOUN obj 5
    """
    world = World.of(block, words)
    (infinitive,) = filler(world).verb_slots(world.token("aide"))["inf"]
    assert (infinitive.token.text, infinitive.inner) == ("attirer", ("attention",))


def test_what_is_measured_counts_in_conditions_on_the_quantity(words: Wordlists) -> None:
    block = """
    Mali _ PROPN nsubj 2 @mali | livre livrer VERB root 0 fin | des un DET det 4 | tonnes tonne NOUN obj 2
    d' de ADP case 6 | armes arme NOUN nmod 4
    """
    world = World.of(block, words)
    (tonnes,) = filler(world).verb_slots(world.token("livre"))["obj"]
    assert tonnes.inner == ("arme",)


def test_an_emphatic_pronoun_is_no_dative(words: Wordlists) -> None:
    block = """
    Mali _ PROPN nsubj 3 @mali | a avoir AUX aux:tense 3 fin | répondu répondre VERB root 0 past | , _ PUNCT punct 5
    lui lui PRON obl 3 | aussi aussi ADV advmod 5
    """
    assert verb_slots(block, "répondu", words) == {"subj": ["mali"]}


def test_an_event_noun_has_its_complements_by_preposition(words: Wordlists) -> None:
    block = """
    soutien soutien NOUN root 0 | de de ADP case 3 | Wagner _ PROPN nmod 1 @wagner | à à ADP case 5
    JNIM _ PROPN nmod 1 @jnim
    """
    assert noun_slots(block, "soutien", words) == {"de": ["wagner"], "à": ["jnim"]}


def test_a_complement_hung_on_the_first_party_is_the_nouns(words: Wordlists) -> None:
    block = """
    soutien soutien NOUN root 0 | de de ADP case 3 | Russie _ PROPN nmod 1 @russie | au à ADP case 5
    JNIM _ PROPN nmod 3 @jnim
    """
    found = noun_slots(block, "soutien", words)
    assert (found["de"], found["à"]) == (["russie"], ["jnim"])


def test_one_of_the_allies_is_the_subject_of_the_copula(words: Wordlists) -> None:
    block = """
    Mali _ PROPN nsubj 4 @mali | est être AUX cop 4 | l' le DET det 4 | un un PRON root 0 | des de ADP case 6
    alliés allié NOUN nmod 4 pl | de de ADP case 8 | Russie _ PROPN nmod 6 @russie
    """
    found = noun_slots(block, "alliés", words)
    assert (found["self"], found["de"]) == (["mali"], ["russie"])


def test_a_second_title_without_article_is_the_same_persons(words: Wordlists) -> None:
    block = """
    Goïta _ PROPN root 0 @assimi-goita | , _ PUNCT punct 3 | chef chef NOUN appos 1 | de de ADP case 5
    CSP-DPA _ PROPN nmod 3 @csp-dpa | et _ CCONJ cc 7 | président président NOUN conj 3 | du de ADP case 9
    Mali _ PROPN nmod 7 @mali
    """
    found = noun_slots(block, "président", words)
    assert (found["self"], found["de"]) == (["assimi-goita"], ["mali"])


def test_each_member_of_a_coordination_is_a_filler_of_its_own(words: Wordlists) -> None:
    world = World.of("Mali _ PROPN root 0 @mali | et _ CCONJ cc 3 | Niger _ PROPN conj 1 @niger", words)
    assert [f.token.text for f in filler(world).fill(world.token("Mali"))] == ["Mali", "Niger"]


def test_a_noun_that_explains_a_name_stands_for_it(words: Wordlists) -> None:
    block = "JNIM _ PROPN root 0 @jnim | , _ PUNCT punct 3 | formation formation NOUN appos 1"
    world = World.of(block, words)
    assert keys(tuple(filler(world).fill(world.token("formation")))) == ["jnim"]


def test_the_possessive_in_a_warning_is_that_of_who_is_warned(words: Wordlists) -> None:
    block = """
    Russie _ PROPN nsubj 2 @russie | critique critiquer VERB root 0 fin | Niger _ PROPN obj 2 @niger
    pour pour ADP case 6 | son son DET det 6 | soutien soutien NOUN obl:mod 2 | au à ADP case 8
    JNIM _ PROPN nmod 6 @jnim
    """
    assert noun_slots(block, "soutien", words)["poss"] == ["niger"]
