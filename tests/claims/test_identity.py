"""Who is the same over a corpus: what the names of one pair cannot tell, the corpus can."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from claim_builders import DIRECTED, SHIPPED, VOCABULARY, claim, entity

from kg.claims.questions import find_questions
from kg.claims.resolution import Resolution, resolve_parties
from kg.records import Claim, Entity
from kg.vocabulary import GazetteerEntry, Judgement, Vocabulary

ARMY = entity("Armée du Nord", type_="ArmedForces")
FORCE = entity("Force du Sud", type_="ArmedForces")


def entry(id_: str, *names: str, type_: str = "ArmedGroup", state: str | None = None) -> GazetteerEntry:
    return GazetteerEntry(id=id_, iri=f"x:{id_}", type=type_, label=names[0], names=names, state=state)


def known(*entries: GazetteerEntry) -> Vocabulary:
    return replace(VOCABULARY, gazetteer={e.id: e for e in entries})


def judged(
    one: str, other: str, verdict: str = "same", docs: tuple[str | None, str | None] = (None, None)
) -> Judgement:
    return Judgement(names=(one, other), verdict=verdict, reason="r", docs=docs)  # type: ignore[arg-type]


def resolution(claims: Sequence[Claim], vocabulary: Vocabulary = VOCABULARY) -> Resolution:
    return resolve_parties(claims, vocabulary)


def ids(*parties: Entity, vocabulary: Vocabulary = VOCABULARY, against: Sequence[Entity] = ()) -> list[str]:
    """The ids of the parties, each met in a document of its own, with its own opponent unless one is given."""
    others = [*against, *(entity(f"Adversaire {'abcdefgh'[i]}x") for i in range(len(against), len(parties)))]
    claims = [claim(f"d{i}", party, others[i], relation=DIRECTED) for i, party in enumerate(parties)]
    found = {c.doc: c.subject.id for c in resolution(claims, vocabulary).claims}
    return [found[f"d{i}"] for i in range(len(parties))]


def person(*names: str) -> Entity:
    return entity(*names, type_="Person")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (entity("Tinzaouaten", type_="Place"), entity("Tin Zaouatine", type_="Place")),
        (entity("Front du Désert libre"), entity("Free Desert Front")),
        (entity("CSP-DPA"), entity("CSP-PDA")),
        (entity("Mouvement national de l'Aïr libre"), entity("MNAL")),
        (entity("brigade Nour al-Fajr"), entity("katiba Nour el-Fajr")),
        (person("général Sadou Harouna"), person("Sadou Harouna")),
        (entity("Bouclier du Sahel"), entity("Bouclier du Sahel", type_="CivilOrganization")),
    ],
)
def test_forms_of_one_name_are_one_party_across_documents(one: Entity, other: Entity) -> None:
    first, second = ids(one, other)
    assert first == second


def test_every_merge_says_on_which_names_with_which_features_and_score() -> None:
    found = resolution([claim("a", entity("Ansarul Islam"), ARMY), claim("b", entity("Ansaroul Islam"), FORCE)])
    (party,) = [p for p in found.resolved if p.merges]
    (merge,) = party.merges
    assert (set(merge.names), merge.score, merge.reasons) == (
        {"Ansarul Islam", "Ansaroul Islam"},
        0.96,
        (("same sound", 0.96),),
    )
    assert [member.doc for member in party.members] == ["a", "b"]


def test_a_surname_joins_its_only_bearer_where_both_keep_the_same_company() -> None:
    whole, alone, other = person("Moussa Diallo"), person("général Diallo"), person("Amadou Diallo")
    assert len(set(ids(whole, alone))) == 2
    assert len(set(ids(whole, alone, against=[ARMY, ARMY]))) == 1
    first, second, third = ids(whole, alone, other, against=[ARMY, ARMY, ARMY])
    assert len({first, second, third}) == 3


def test_a_bearer_in_the_gazetteer_counts_too() -> None:
    vocabulary = known(entry("amadou-diallo", "Amadou Diallo", type_="Person"))
    first, second = ids(person("Moussa Diallo"), person("Diallo"), vocabulary=vocabulary, against=[ARMY, ARMY])
    assert first != second


def test_two_surnames_alone_are_not_one_person() -> None:
    first, second = ids(person("Diallo"), person("Diallo"))
    assert first != second


def test_who_stands_on_both_sides_of_a_claim_is_two() -> None:
    member, whole = entity("Cadre stratégik"), entity("Cadre stratégique")
    assert len(set(ids(member, whole))) == 1
    inside = [claim("a", member, whole), claim("b", member, ARMY), claim("c", whole, FORCE)]
    assert len({c.subject.id for c in resolution(inside).claims}) == 2


def test_an_acronym_that_two_texts_explain_differently_is_two_parties() -> None:
    platform, coordination = entity("MAA", "Mouvement arabe de Tarkint"), entity("MAA", "Mouvement armé des Azalaï")
    first, second, third = ids(platform, coordination, entity("MAA"))
    assert len({first, second, third}) == 3


def test_an_acronym_is_one_where_its_full_names_are_alike() -> None:
    first, second, third = ids(
        entity("MED", "Mouvement de l'éveil du Delta"),
        entity("MED", "Mouvement de l'éveil du Delta d'Idriss Nour"),
        entity("MED"),
    )
    assert first == second == third


def test_villages_of_one_name_in_texts_on_two_countries_stay_two() -> None:
    vocabulary = known(entry("mali", "Mali", type_="State"), entry("niger", "Niger", type_="State"))
    village = entity("Kori", type_="Place")
    mali, niger = (entity(n, type_="State", scope="gazetteer", id_=n.lower()) for n in ("Mali", "Niger"))
    assert len(set(ids(village, village, vocabulary=vocabulary, against=[mali, niger]))) == 2
    assert len(set(ids(village, village, vocabulary=vocabulary, against=[mali, mali]))) == 1
    same = replace(vocabulary, judgements=(judged("Kori", "Kori", docs=("d0", "d1")),))
    assert len(set(ids(village, village, vocabulary=same, against=[mali, niger]))) == 1


def test_two_known_parties_are_never_merged_by_their_names_but_by_a_person() -> None:
    vocabulary = known(entry("a", "Ansaroul Islam"), entry("b", "Ansarul Islam"))
    parties = [entity(n, scope="gazetteer", id_=i) for i, n in (("a", "Ansaroul Islam"), ("b", "Ansarul Islam"))]
    assert ids(*parties, vocabulary=vocabulary) == ["a", "b"]
    same = replace(vocabulary, judgements=(judged("Ansaroul Islam", "Ansarul Islam"),))
    assert ids(*parties, vocabulary=same) == ["a", "a"]


def test_an_unknown_spelling_joins_the_known_party_and_a_judgement_parts_them() -> None:
    vocabulary = known(entry("ansaroul", "Ansaroul Islam"))
    spelled = entity("Ansarul Islam")
    assert ids(spelled, vocabulary=vocabulary) == ["ansaroul"]
    for verdict in ("different", "unsure"):
        apart = replace(vocabulary, judgements=(judged("Ansaroul Islam", "Ansarul Islam", verdict),))
        assert ids(spelled, vocabulary=apart) != ["ansaroul"]


def test_a_judgement_splits_what_its_names_had_joined() -> None:
    one, other, linked = entity("Front du Kori"), entity("Front du Kouri"), entity("Front du Kori", "Front du Kouri")
    assert len(set(ids(one, other, linked))) == 1
    apart = replace(VOCABULARY, judgements=(judged("Front du Kori", "Front du Kouri", "different"),))
    first, second, third = ids(one, other, linked, vocabulary=apart)
    assert first == third != second


def test_a_judgement_on_one_document_leaves_the_others_alone() -> None:
    same = replace(VOCABULARY, judgements=(judged("Diallo", "Moussa Diallo", docs=("d0", None)),))
    first, second, third = ids(person("Diallo"), person("Moussa Diallo"), person("Diallo"), vocabulary=same)
    assert first == second != third


def test_descriptions_are_never_merged_whatever_people_say() -> None:
    same = replace(VOCABULARY, judgements=(judged("hommes armés", "hommes armés", docs=("d0", "d1")),))
    men = entity("hommes armés", scope="document")
    assert len(set(ids(men, men, vocabulary=same))) == 2


def test_two_persons_of_one_frequent_name_in_texts_on_two_countries_are_a_question() -> None:
    vocabulary = replace(
        known(entry("mali", "Mali", type_="State"), entry("niger", "Niger", type_="State")),
        name_words=SHIPPED.name_words,
    )
    mali, niger = (entity(n, type_="State", scope="gazetteer", id_=n.lower()) for n in ("Mali", "Niger"))
    frequent, rare = person("Moussa Diallo"), person("Moussa Zertal")
    assert len(set(ids(frequent, frequent, vocabulary=vocabulary, against=[mali, niger]))) == 2
    assert len(set(ids(frequent, frequent, vocabulary=vocabulary, against=[mali, mali]))) == 1
    assert len(set(ids(rare, rare, vocabulary=vocabulary, against=[mali, niger]))) == 1
    claims = [claim("a", frequent, mali), claim("b", frequent, niger)]
    found = resolve_parties(claims, vocabulary)
    (question,) = find_questions(found.resolved, found.claims, vocabulary)
    assert question.docs == ("a", "b")


def test_an_officer_and_a_rebel_of_one_name_are_two() -> None:
    serves = next(relation.name for relation in SHIPPED.relations.values() if relation.serves)
    vocabulary = known(entry("mali", "Mali", type_="State"), entry("fama", "FAMa", type_="ArmedForces", state="mali"))
    army, rebels = entity("FAMa", type_="ArmedForces", scope="gazetteer", id_="fama"), entity("Front du Fleuve")
    bearer = person("Moussa Zertal")

    def parties(*bodies: Entity) -> int:
        claims = [claim(f"d{i}", bearer, body, relation=serves) for i, body in enumerate(bodies)]
        return len({found.subject.id for found in resolution(claims, vocabulary).claims})

    assert parties(army, rebels) == 2
    assert parties(army, army) == parties(rebels, rebels) == 1


def test_every_party_that_a_short_name_fits_is_offered_the_likeliest_first() -> None:
    vocabulary = known(
        entry("one", "Amadou Zertal Korbo", type_="Person"), entry("other", "Sadio Zertal Korbo", type_="Person")
    )
    one, other = (person(f"{name} Zertal Korbo") for name in ("Amadou", "Sadio"))
    one, other = replace(one, id="one", scope="gazetteer"), replace(other, id="other", scope="gazetteer")
    enemy, alone = entity("Front du Fleuve"), person("Zertal Korbo")
    claims = [claim("a", one, ARMY), claim("b", other, enemy), claim("c", alone, enemy)]
    found = resolve_parties(claims, vocabulary)
    questions = find_questions(found.resolved, found.claims, vocabulary)
    offered = [{question.one.known, question.other.known} - {None} for question in questions]
    assert offered == [{"other"}, {"one"}]
