"""Parties: who is meant by names, descriptions, pronouns and sets; nobody where the text does not settle it."""

from __future__ import annotations

import sys
from collections import Counter
from dataclasses import replace

import pytest
from text.build import World, parsed

from kg.text.mentions import MentionFinder
from kg.text.parties import Parties
from kg.text.tokens import Alias, Token
from kg.text.wordlists import Wordlists

JNIM_ATTACKS = """
le le DET det 2 | JNIM _ PROPN nsubj 3 @jnim m | attaque attaquer VERB root 0 fin | Gao _ PROPN obj 3 @gao
"""
WAR = """
Inde _ PROPN nsubj 4 @inde | et _ CCONJ cc 3 | Pakistan _ PROPN conj 1 @pakistan | combattent combattre VERB root 0 fin
"""


def keys(block: str, form: str, words: Wordlists) -> list[str]:
    """The keys of the parties at the last token with this form."""
    world = World.of(block, words)
    token = [t for t in world.text.tokens if t.text == form][-1]
    return [p.key for p in world.parties.at(token)]


def labels(block: str, form: str, words: Wordlists) -> list[str]:
    world = World.of(block, words)
    token = [t for t in world.text.tokens if t.text == form][-1]
    return [world.parties.entity(p.key).label for p in world.parties.at(token)]


# ---- names


def test_a_surname_is_the_person_met_with_the_full_name(words: Wordlists) -> None:
    block = """
    Karim_Sabri _ PROPN nsubj 2 name | parle parler VERB root 0 fin

    Sabri _ PROPN nsubj 2 name | part partir VERB root 0 fin
    """
    assert labels(block, "Sabri", words) == ["Karim Sabri"]


def test_a_first_name_is_the_only_person_who_bears_it(words: Wordlists) -> None:
    block = """
    Karim_Sabri _ PROPN nsubj 2 name | parle parler VERB root 0 fin

    Karim _ PROPN nsubj 2 name | part partir VERB root 0 fin
    """
    assert labels(block, "Karim", words) == ["Karim Sabri"]
    other = "Karim_Diallo _ PROPN nsubj 2 name | parle parler VERB root 0 fin\n\n"
    assert keys(other + block, "Karim", words) == []


def test_a_surname_of_two_persons_is_nobody(words: Wordlists) -> None:
    block = """
    Karim_Sabri _ PROPN nsubj 2 name | parle parler VERB root 0 fin

    Omar_Sabri _ PROPN nsubj 2 name | parle parler VERB root 0 fin

    Sabri _ PROPN nsubj 2 name | part partir VERB root 0 fin
    """
    assert keys(block, "Sabri", words) == []


def test_an_acronym_is_the_one_name_that_it_abbreviates(words: Wordlists) -> None:
    block = """
    le le DET det 2 | Front front NOUN nsubj 7 | pour pour ADP case 4 | paix paix NOUN nmod 2 | au à ADP case 6
    Tibesti _ PROPN nmod 2 name | avance avancer VERB root 0 fin

    le le DET det 2 | FPT fpt NOUN nsubj 3 | recule reculer VERB root 0 fin
    """
    world = World.of(block, words)
    front, fpt = world.parties.at(world.token("Front")), world.parties.at(world.token("FPT"))
    assert front and [p.key for p in front] == [p.key for p in fpt]


def test_the_government_of_a_state_is_the_state_and_its_army_is_not(words: Wordlists) -> None:
    block = """
    le le DET det 2 | gouvernement gouvernement NOUN nsubj 4 | malien malien ADJ amod 2 | combat combattre VERB root 0
    l' le DET det 6 | armée armée NOUN obj 4 | nigérienne nigérien ADJ amod 6
    """
    assert keys(block, "gouvernement", words) == ["mali"]
    assert keys(block, "armée", words) not in ([], ["niger"])


def with_alias(block: str, last: str, text: str, words: Wordlists, *known: str) -> tuple[Parties, list[Token]]:
    """The parties of a block with a bracketed name behind the token ``last``."""
    plain = parsed(block)
    at = next(t.i for t in plain.tokens if t.text == last)
    alias = Alias(token=at, text=text, start=0, end=len(text), known=known)
    full = replace(plain, aliases=(alias,))
    return Parties("doc", full, MentionFinder(words).find(full), words), list(full.tokens)


def test_a_bracket_names_the_description_before_it(words: Wordlists) -> None:
    block = """
    une un DET det 2 | coalition coalition NOUN nsubj 4 | rebelle rebelle ADJ amod 2 | avance avancer VERB root 0 fin

    les le DET det 2 Definite=Def | rebelles rebelle NOUN nsubj 3 pl | reculent reculer VERB root 0 fin
    """
    parties, tokens = with_alias(block, "rebelle", "CFX", words)
    (coalition,), (rebels,) = parties.at(tokens[1]), parties.at(tokens[5])
    assert coalition.key == rebels.key
    assert "CFX" in parties.entity(coalition.key).names


def test_a_bracket_never_joins_two_known_parties(words: Wordlists) -> None:
    block = """
    Boko_Haram _ PROPN nsubj 4 @boko-haram | et _ CCONJ cc 3 | EI _ PROPN conj 1 @etat-islamique-en-afrique-de-l-ouest
    vont aller VERB root 0

    Boko_Haram _ PROPN nsubj 2 @boko-haram | recule reculer VERB root 0 fin
    """
    parties, tokens = with_alias(block, "Boko Haram", "JNIM", words, "jnim")
    assert [p.key for p in parties.at(tokens[4])] == ["boko-haram"]


# ---- descriptions


def test_assailants_are_the_only_armed_group_named_before(words: Wordlists) -> None:
    rebels = "les le DET det 2 Definite=Def | assaillants assaillant NOUN nsubj 3 pl | avancent avancer VERB root 0 fin"
    assert keys(f"{JNIM_ATTACKS}\n\n{rebels}", "assaillants", words) == ["jnim"]
    assert labels(rebels, "assaillants", words) == ["assaillants"]


def test_assailants_are_an_entity_of_their_own_where_two_groups_are_named(words: Wordlists) -> None:
    block = f"""
    {JNIM_ATTACKS}

    Chabab _ PROPN nsubj 2 @m23 | attaque attaquer VERB root 0 fin

    les le DET det 2 Definite=Def | assaillants assaillant NOUN nsubj 3 pl | avancent avancer VERB root 0 fin
    """
    assert labels(block, "assaillants", words) == ["assaillants"]


def test_the_movement_is_the_latest_group_but_not_with_a_clause_of_its_own(words: Wordlists) -> None:
    anaphor = "le le DET det 2 Definite=Def | mouvement mouvement NOUN nsubj 3 m | avance avancer VERB root 0 fin"
    told = """
    le le DET det 2 Definite=Def | mouvement mouvement NOUN nsubj 5 m | qui qui PRON nsubj 4
    gouverne gouverner VERB acl:relcl 2 fin | avance avancer VERB root 0 fin
    """
    assert keys(f"{JNIM_ATTACKS}\n\n{anaphor}", "mouvement", words) == ["jnim"]
    assert keys(f"{JNIM_ATTACKS}\n\n{told}", "mouvement", words) == []


def test_groups_in_the_plural_are_never_the_latest_organisation(words: Wordlists) -> None:
    plural = "les le DET det 2 Definite=Def | groupes groupe NOUN nsubj 3 pl | avancent avancer VERB root 0 fin"
    assert keys(f"{JNIM_ATTACKS}\n\n{plural}", "groupes", words) == []


def test_a_bare_army_is_the_one_met_before_and_nobody_where_two_were(words: Wordlists) -> None:
    one = """
    l' le DET det 2 | armée armée NOUN nsubj 4 | malienne malien ADJ amod 2 | avance avancer VERB root 0 fin

    l' le DET det 2 Definite=Def | armée armée NOUN nsubj 3 | recule reculer VERB root 0 fin
    """
    other = "l' le DET det 2 | armée armée NOUN nsubj 4 | rwandaise rwandais ADJ amod 2 | avance avancer VERB root 0"
    assert keys(one, "armée", words) == ["fama"]
    assert keys(f"{other}\n\n{one}", "armée", words) == []


def test_the_president_of_a_state_is_the_person_with_that_title(words: Wordlists) -> None:
    block = """
    Karim_Sabri _ PROPN nsubj 6 name | , _ PUNCT punct 3 | président président NOUN appos 1 | du de ADP case 5
    Mali _ PROPN nmod 3 @mali | parle parler VERB root 0 fin

    le le DET det 2 Definite=Def | président président NOUN nsubj 4 | malien malien ADJ amod 2 | va aller VERB root 0
    """
    assert labels(block, "président", words) == ["Karim Sabri"]
    assert labels(block.replace("malien malien", "rwandais rwandais"), "président", words) == ["président rwandais"]


# ---- places


def test_the_town_is_the_only_one_named_before(words: Wordlists) -> None:
    town = "la le DET det 2 Definite=Def | ville ville NOUN nsubj 3 f | brûle brûler VERB root 0 fin"
    assert keys(f"{JNIM_ATTACKS}\n\n{town}", "ville", words) == ["gao"]
    second = "il il PRON nsubj 2 | quitte quitter VERB root 0 fin | Kidal _ PROPN obj 2 @kidal"
    assert keys(f"{JNIM_ATTACKS}\n\n{second}\n\n{town}", "ville", words) == []


@pytest.mark.parametrize("noun", ["frontière", "site", "zone"])
def test_a_place_without_a_name_is_no_entity(noun: str, words: Wordlists) -> None:
    block = f"la le DET det 2 Definite=Def | {noun} {noun} NOUN nsubj 3 | brûle brûler VERB root 0 fin"
    assert keys(block, noun, words) == []


def test_an_attack_on_a_base_of_a_party_hits_the_party_and_a_capture_takes_the_base(words: Wordlists) -> None:
    base = "une un DET det 4 | base base NOUN obj 2 | du de ADP case 6 | JNIM _ PROPN nmod 4 @jnim"
    attack = f"Mali _ PROPN nsubj 2 @mali | bombarde bombarder VERB root 0 fin | {base}"
    capture = f"Mali _ PROPN nsubj 2 @mali | capture capturer VERB root 0 fin | {base}"
    assert keys(attack, "base", words) == ["jnim"]
    assert labels(capture, "base", words) == ["base du JNIM"]


# ---- sets


def test_both_countries_are_the_latest_two_coordinated(words: Wordlists) -> None:
    both = "les le DET det 3 Definite=Def | deux deux NUM nummod 3 | pays pays NOUN nsubj 4 pl | vont aller VERB root 0"
    assert keys(f"{WAR}\n\n{both}", "pays", words) == ["inde", "pakistan"]
    assert keys(both, "pays", words) == []


def test_the_belligerents_are_two_without_a_number(words: Wordlists) -> None:
    block = "les le DET det 2 Definite=Def | belligérants belligérant NOUN nsubj 3 pl | parlent parler VERB root 0 fin"
    assert keys(f"{WAR}\n\n{block}", "belligérants", words) == ["inde", "pakistan"]


# ---- pronouns and possessives


def test_a_pronoun_is_the_subject_of_the_sentence_before(words: Wordlists) -> None:
    block = f"{JNIM_ATTACKS}\n\nil il PRON nsubj 2 m | avance avancer VERB root 0 fin"
    assert keys(block, "il", words) == ["jnim"]


def test_a_chain_of_pronouns_keeps_its_subject(words: Wordlists) -> None:
    block = f"""
    {JNIM_ATTACKS}

    il il PRON nsubj 2 m | accuse accuser VERB root 0 fin | le le DET det 4 | Niger _ PROPN obj 2 @niger m

    il il PRON nsubj 2 m | avance avancer VERB root 0 fin
    """
    assert keys(block, "il", words) == ["jnim"]


def test_a_pronoun_is_not_the_source_of_the_words(words: Wordlists) -> None:
    block = f"""
    {JNIM_ATTACKS}

    selon selon ADP case 2 | RFI _ PROPN obl 4 @rfi | tout tout PRON nsubj 4 | brûle brûler VERB root 0 fin

    il il PRON nsubj 2 m | avance avancer VERB root 0 fin
    """
    assert keys(block, "il", words) == ["jnim"]


def test_a_pronoun_is_never_a_complement_of_its_own_verb(words: Wordlists) -> None:
    block = """
    joint joindre VERB advcl 6 past | par par ADP case 3 | RFI _ PROPN obl:agent 1 @rfi | , _ PUNCT punct 1
    il il PRON nsubj 6 m | parle parler VERB root 0 fin
    """
    assert keys(block, "il", words) == []


@pytest.mark.parametrize(
    "clause",
    [
        "il il PRON nsubj 3 m | y y PRON obj 3 | a avoir VERB root 0 fin",
        "il il PRON nsubj 2 m | faut falloir VERB root 0 fin",
    ],
)
def test_an_impersonal_pronoun_is_nobody(clause: str, words: Wordlists) -> None:
    assert keys(f"{JNIM_ATTACKS}\n\n{clause}", "il", words) == []


def test_the_former_and_the_latter_are_the_members_of_a_pair(words: Wordlists) -> None:
    def clause(word: str) -> str:
        return f"le le DET det 2 | {word} {word} ADJ nsubj 3 | avance avancer VERB root 0 fin"

    assert keys(f"{WAR}\n\n{clause('premier')}", "premier", words) == ["inde"]
    assert keys(f"{WAR}\n\n{clause('second')}", "second", words) == ["pakistan"]
    assert keys(f"{JNIM_ATTACKS}\n\n{clause('second')}", "second", words) == []


def test_a_possessive_in_a_coordination_belongs_to_the_member_before_it(words: Wordlists) -> None:
    block = f"""
    {JNIM_ATTACKS}

    Wagner _ PROPN nsubj 5 @wagner | et _ CCONJ cc 4 | ses son DET det 4 | alliés allié NOUN conj 1 pl
    avancent avancer VERB root 0 fin
    """
    world = World.of(block, words)
    assert [p.key for p in world.parties.owner(world.token("alliés"))] == ["wagner"]


def test_his_country_is_the_state_of_the_title(words: Wordlists) -> None:
    block = """
    Karim_Sabri _ PROPN nsubj 6 name | , _ PUNCT punct 3 | président président NOUN appos 1 | du de ADP case 5
    Mali _ PROPN nmod 3 @mali | parle parler VERB root 0 fin

    son son DET det 2 | pays pays NOUN nsubj 3 | avance avancer VERB root 0 fin
    """
    assert keys(block, "pays", words) == ["mali"]


def test_an_unresolved_possessive_is_nobody(words: Wordlists) -> None:
    block = "ses son DET det 2 | alliés allié NOUN nsubj 3 pl | avancent avancer VERB root 0 fin"
    assert keys(block, "alliés", words) == []


# ---- nouns that stand for their owner


def test_two_positions_of_a_party_are_the_party(words: Wordlists) -> None:
    block = """
    deux deux NUM nsubj 6 | des de ADP case 3 | positions position NOUN nmod 1 pl | du de ADP case 5
    JNIM _ PROPN nmod 3 @jnim | brûlent brûler VERB root 0 fin
    """
    assert keys(block, "deux", words) == ["jnim"]


def test_a_single_man_of_a_country_is_not_its_army(words: Wordlists) -> None:
    one = "l' le DET det 2 | homme homme NOUN nsubj 4 | libyen libyen ADJ amod 2 | parle parler VERB root 0 fin"
    position = "une un DET det 2 | position position NOUN nsubj 4 | libyenne libyen ADJ amod 2 | va aller VERB root 0"
    assert keys(one, "homme", words) == []
    assert len(keys(position, "position", words)) == 1


def test_four_times_the_text_takes_about_four_times_the_work(words: Wordlists) -> None:
    sentence = "les le DET det 2 Definite=Def | rebelles rebelle NOUN nsubj 3 pl | tuent tuer VERB root 0 fin"
    pronoun = "ils il PRON nsubj 2 pl m | avancent avancer VERB root 0 fin"

    def calls(times: int) -> int:
        """The calls of functions that it takes: seconds would measure the machine."""
        world = World.of("\n\n".join([JNIM_ATTACKS, *[sentence, pronoun] * times]), words)
        events: Counter[str] = Counter()
        before = sys.getprofile()
        sys.setprofile(lambda frame, event, argument: events.update([event]))
        try:
            assert world.parties.at(world.text.tokens[-2])
        finally:
            sys.setprofile(before)
        return events["call"]

    assert calls(400) < 6 * calls(100)  # sixteen times the work if each mention looked back at all others


def test_a_civil_ship_is_nobodys_army_and_a_warship_is(words: Wordlists) -> None:
    cargo = "un un DET det 2 | navire navire NOUN nsubj 4 | britannique britannique ADJ amod 2 | va aller VERB root 0"
    warship = """
    un un DET det 2 | navire navire NOUN nsubj 6 | de de ADP case 4 | guerre guerre NOUN nmod 2
    britannique britannique ADJ amod 2 | coule couler VERB root 0
    """
    assert keys(cargo, "navire", words) == []
    assert len(keys(warship, "navire", words)) == 1


def test_arms_received_are_not_the_one_who_made_them(words: Wordlists) -> None:
    def clause(verb: str) -> str:
        arms = "drones drone NOUN obj 2 pl | turcs turc ADJ amod 3"
        return f"Mali _ PROPN nsubj 2 @mali | {verb} {verb} VERB root 0 | {arms}"

    assert keys(clause("recevoir"), "drones", words) == []
    assert len(keys(clause("abattre"), "drones", words)) == 1


def test_both_countries_are_nobody_where_a_third_stands_beside(words: Wordlists) -> None:
    block = f"""
    {WAR.strip()}

    avec avec ADP case 2 | Chine _ PROPN obl 3 @chine | parlent parler VERB root 0 fin | les le DET det 6 Definite=Def
    deux deux NUM nummod 6 | pays pays NOUN nsubj 3 pl
    """
    assert keys(block, "pays", words) == []


# ---- whose men they are


def test_the_men_of_a_person_are_a_group_of_the_document(words: Wordlists) -> None:
    block = """
    les le DET det 2 | hommes homme NOUN nsubj 5 pl | de de ADP case 4 | Yao_Ablamvi _ PROPN nmod 2 name
    attaquent attaquer VERB root 0 fin | Gao _ PROPN obj 5 @gao
    """
    assert labels(block, "hommes", words) == ["hommes de Yao Ablamvi"]


def test_the_movement_of_a_person_is_the_group_that_the_document_calls_theirs(words: Wordlists) -> None:
    block = """
    le le DET det 2 | M23 _ PROPN nsubj 5 @m23 | de de ADP case 4 | Yao_Ablamvi _ PROPN nmod 2 name
    attaque attaquer VERB root 0 fin | Gao _ PROPN obj 5 @gao

    le le DET det 2 | mouvement mouvement NOUN nsubj 5 | de de ADP case 4 | Yao_Ablamvi _ PROPN nmod 2 name
    avance avancer VERB root 0 fin
    """
    assert keys(block, "mouvement", words) == keys(block, "M23", words) != []


def test_men_in_arms_are_a_party_and_men_are_none(words: Wordlists) -> None:
    block = """
    des un DET det 2 | hommes homme NOUN nsubj 4 pl | armés armé ADJ amod 2 | attaquent attaquer VERB root 0 fin
    Gao _ PROPN obj 4 @gao
    """
    assert labels(block, "hommes", words) == ["hommes armés"]
    assert labels(block.replace("armés armé", "grands grand"), "hommes", words) == []


def test_a_minister_without_a_state_is_of_the_state_that_the_text_is_about(words: Wordlists) -> None:
    mali = "le le DET det 2 | Mali _ PROPN nsubj 3 @mali | parle parler VERB root 0 fin\n\n"
    minister = """
    le le DET det 2 | ministre ministre NOUN nsubj 8 sg | de de ADP case 5 | l' le DET det 5 | Intérieur _ NOUN nmod 2
    , _ PUNCT punct 7 | Yao_Ablamvi _ PROPN appos 2 name | parle parler VERB root 0 fin
    """

    def states(block: str) -> list[str]:
        world = World.of(block, words)
        return [p.key for p in world.parties.adjective(world.token("ministre"), armed=False)]

    assert states(mali * 3 + minister) == ["mali"]
    assert states(minister) == []


def test_the_police_is_not_the_army(words: Wordlists) -> None:
    block = """
    l' le DET det 2 | armée armée NOUN nsubj 4 sg | malienne malien ADJ amod 2 | recule reculer VERB root 0 fin

    la le DET det 2 Definite=Def | police police NOUN nsubj 3 sg | avance avancer VERB root 0 fin
    """
    assert labels(block, "police", words) == ["police"]


def test_the_state_needs_its_capital(words: Wordlists) -> None:
    mali = "le le DET det 2 | Mali _ PROPN nsubj 3 @mali | parle parler VERB root 0 fin\n\n"
    block = mali * 3 + "l' le DET det 2 Definite=Def | État état NOUN nsubj 3 sg | paie payer VERB root 0 fin"
    assert keys(block, "État", words) == ["mali"]
    assert keys(block.replace("État", "état"), "état", words) == []


def test_a_gang_led_by_a_person_is_a_group_of_the_document(words: Wordlists) -> None:
    block = """
    la le DET det 2 | bande bande NOUN nsubj 6 sg | dirigée diriger VERB acl 2 past | par par ADP case 5
    Yao_Ablamvi _ PROPN obl:agent 3 name | attaque attaquer VERB root 0 fin | Gao _ PROPN obj 6 @gao
    """
    assert labels(block, "bande", words) == ["bande dirigée par Yao Ablamvi"]


def test_a_people_that_strikes_is_its_army_and_one_that_eats_is_not(words: Wordlists) -> None:
    block = """
    hier hier ADV advmod 4 | les le DET det 3 | Rwandais rwandais NOUN nsubj 4 pl
    bombardent bombarder VERB root 0 fin | Goma _ PROPN obj 4 @goma
    """
    assert labels(block, "Rwandais", words) == labels(ARMY, "armée", words)
    assert labels(block.replace("bombardent bombarder", "visitent visiter"), "Rwandais", words) == ["Rwandais"]


ARMY = """
l' le DET det 2 | armée armée NOUN nsubj 4 sg | rwandaise rwandais ADJ amod 2 | parle parler VERB root 0 fin
"""


def test_the_soil_of_a_state_is_the_state(words: Wordlists) -> None:
    block = """
    ils il PRON nsubj 2 | combattent combattre VERB root 0 fin | en en ADP case 4
    territoire territoire NOUN obl 2 sg | malien malien ADJ amod 4
    """
    assert keys(block, "territoire", words) == ["mali"]


def test_a_part_of_a_state_is_a_place_of_its_own(words: Wordlists) -> None:
    block = """
    ils il PRON nsubj 2 | combattent combattre VERB root 0 fin | dans_le_nord_du dans_le_nord_de ADP case 4
    Bénin _ PROPN obl 2 @benin
    """
    assert labels(block, "Bénin", words) == ["nord du Bénin"]


def test_the_same_set_is_taken_up_again(words: Wordlists) -> None:
    block = """
    M23 _ PROPN nsubj 4 @m23 | et _ CCONJ cc 3 | JNIM _ PROPN conj 1 @jnim | avancent avancer VERB root 0 fin

    ces ce DET det 2 | groupes groupe NOUN nsubj 4 pl | deux deux NUM nummod 2 | reculent reculer VERB root 0 fin
    devant devant ADP case 6 | EIGS _ PROPN obl 4 @eigs

    les le DET det 3 | deux deux NUM nummod 3 | groupes groupe NOUN nsubj 4 pl | parlent parler VERB root 0 fin
    """
    assert set(keys(block, "groupes", words)) == {"m23", "jnim"}


def test_a_set_is_of_the_nearest_sentence_that_names_enough(words: Wordlists) -> None:
    block = """
    EIGS _ PROPN nsubj 2 @eigs | avance avancer VERB root 0 fin

    le le DET det 2 | M23 _ PROPN nsubj 3 @m23 | attaque attaquer VERB root 0 fin | JNIM _ PROPN obj 3 @jnim

    les le DET det 3 | deux deux NUM nummod 3 | groupes groupe NOUN nsubj 4 pl | parlent parler VERB root 0 fin
    """
    assert set(keys(block, "groupes", words)) == {"m23", "jnim"}


def test_counted_villages_are_no_set_that_was_named(words: Wordlists) -> None:
    block = """
    l' le DET det 2 | armée armée NOUN nsubj 4 sg | rwandaise rwandais ADJ amod 2 | quitte quitter VERB root 0 fin
    Goma _ PROPN obj 4 @goma | et et CCONJ cc 7 | Gao _ PROPN conj 5 @gao

    elle il PRON nsubj 2 | bombarde bombarder VERB root 0 fin | deux deux NUM nummod 4 | villages village NOUN obj 2 pl
    """
    assert labels(block, "villages", words) == ["deux villages"]


def test_the_army_is_the_one_that_was_called_an_army(words: Wordlists) -> None:
    block = """
    l' le DET det 2 | armée armée NOUN nsubj 4 sg | malienne malien ADJ amod 2 | quitte quitter VERB root 0 fin
    Gao _ PROPN obj 4 @gao

    des un DET det 2 | soldats soldat NOUN nsubj 4 pl | russes russe ADJ amod 2 | arrivent arriver VERB root 0 fin

    l' le DET det 2 Definite=Def | armée armée NOUN nsubj 3 sg | parle parler VERB root 0 fin
    """
    world = World.of(block, words)
    first, last = (t for t in world.text.tokens if t.text == "armée")
    assert [p.key for p in world.parties.at(last)] == [p.key for p in world.parties.at(first)] != []
