from factories import entity, make_claim

from kg.claims.corpus_gold import Mention, Party
from kg.claims.corpus_mentions import found_parties, party_of
from kg.records import Claim, Evidence


def party(key: str, *mentions: tuple[str, str], type: str = "ArmedGroup") -> Party:
    found = tuple(Mention(doc, name) for doc, name in mentions)
    return Party(key=key, type=type, mentions=found, local=False, invented=False, held_out=False)


def in_words(text: str, subject: str, target: str) -> tuple[Evidence, ...]:
    spans = [(text.index(words), text.index(words) + len(words)) for words in (subject, target)]
    return (Evidence(start=0, end=len(text), text=text, subject=spans[0], object=spans[1]),)


def a_claim(doc: str, subject: str, target: str, words: tuple[str, str], *names: str) -> Claim:
    text = f"{words[0]} attaque {words[1]}"
    claim = make_claim(f"{doc} {text}", entity(subject, *names), "attacks", entity(target), doc=doc)
    evidence = in_words(text, *words)
    return Claim(**{field: getattr(claim, field) for field in claim.__slots__} | {"evidence": evidence})


def test_a_mention_becomes_the_party_that_the_evidence_calls_so() -> None:
    claims = [a_claim("one", "Alpha", "Beta", ("le Front Alpha", "l'État bêta"))]
    gold = [party("a", ("one", "Front Alpha")), party("b", ("one", "État bêta"))]
    assert found_parties(gold, claims) == {Mention("one", "Front Alpha"): "alpha", Mention("one", "État bêta"): "beta"}


def test_a_mention_that_no_claim_of_its_document_is_about_is_not_found() -> None:
    claims = [a_claim("one", "Alpha", "Beta", ("Alpha", "Beta"))]
    gold = [party("a", ("two", "Alpha")), party("c", ("one", "Gamma"))]
    assert found_parties(gold, claims) == {}


def test_a_pronoun_in_the_evidence_is_bridged_by_the_names_of_the_party() -> None:
    claims = [a_claim("one", "Alpha", "Beta", ("Il", "Beta"), "Front Alpha")]
    assert found_parties([party("a", ("one", "Front Alpha"))], claims) == {Mention("one", "Front Alpha"): "alpha"}


def test_a_name_from_elsewhere_counts_for_nobody_where_the_words_mean_another() -> None:
    # The program took Alpha and Gamma for one; in this document only Alpha takes part in a claim.
    claims = [a_claim("one", "Alpha", "Beta", ("Alpha", "Beta"), "Gamma")]
    gold = [party("a", ("one", "Alpha")), party("c", ("one", "Gamma"))]
    assert found_parties(gold, claims) == {Mention("one", "Alpha"): "alpha"}


def test_a_person_is_found_without_the_title_but_not_by_a_surname_that_two_bear() -> None:
    claims = [a_claim("one", "Diallo", "Beta", ("Moussa Diallo", "Beta"))]
    colonel = party("m", ("one", "colonel Moussa Diallo"), type="Person")
    assert found_parties([colonel], claims) == {Mention("one", "colonel Moussa Diallo"): "diallo"}
    claims = [a_claim("one", "Diallo", "Beta", ("Diallo", "Beta"))]
    other = party("i", ("one", "Ibrahim Diallo"), type="Person")
    assert found_parties([colonel, other], claims) == {}


def test_an_entity_stands_for_the_party_that_most_of_its_mentions_mean() -> None:
    truth = {Mention("one", name): key for name, key in (("A", "a"), ("Alpha", "a"), ("C", "c"))}
    assert party_of(truth, dict.fromkeys(truth, "x")) == {("one", "x"): "a"}
