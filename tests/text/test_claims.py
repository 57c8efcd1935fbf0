"""From candidates to claims: merging, speakers, dates, places, evidence, designations and denials."""

from __future__ import annotations

import pytest
from text.build import World
from text.examples import document

from kg.records import Claim, Entity, Word
from kg.text.claims import ClaimReader
from kg.text.dates import find_dates
from kg.text.mentions import MentionFinder
from kg.text.wordlists import Wordlists

SUPPORTS = "Mali _ PROPN nsubj 2 @mali | soutient soutenir VERB root 0 fin | JNIM _ PROPN obj 2 @jnim"
ACCUSED = """
Mali _ PROPN nsubj 2 @mali | accuse accuser VERB root 0 fin | Ukraine _ PROPN obj 2 @ukraine | de de ADP mark 5
soutenir _ VERB xcomp 2 inf | JNIM _ PROPN obj 5 @jnim
"""


def claims(block: str, words: Wordlists) -> list[Claim]:
    world = World.of(block, words)
    doc = document(" ".join(t.text for t in world.text.tokens))
    times = find_dates(doc.text, 0, doc.date)
    reader = ClaimReader(doc, world.text, world.parties, words, times)
    return list(reader.claims(MentionFinder(words).find(world.text)))


def short(found: list[Claim]) -> list[tuple[str, str, str, str, str, str | None]]:
    return [
        (
            c.subject.id,
            c.relation,
            c.object.id if isinstance(c.object, Entity) else c.object.literal,
            c.polarity,
            c.certainty,
            c.attribution.id if c.attribution else None,
        )
        for c in found
    ]


def test_a_claim_has_its_parties_words_and_reason(words: Wordlists) -> None:
    (claim,) = claims(SUPPORTS, words)
    assert short([claim]) == [("mali", "supports", "jnim", "positive", "certain", None)]
    (evidence,) = claim.evidence
    assert (evidence.text, evidence.subject, evidence.object) == ("Mali soutient JNIM", (0, 4), (14, 18))
    assert claim.why.entry.endswith("verb soutenir")
    assert (claim.why.frame, claim.why.attribution) == ("active", "author")
    assert 0 < claim.confidence <= 1


def test_an_accusation_gives_two_claims_with_two_speakers(words: Wordlists) -> None:
    assert short(claims(ACCUSED, words)) == [
        ("mali", "accuses", "ukraine", "positive", "certain", None),
        ("ukraine", "supports", "jnim", "positive", "probable", "mali"),
    ]


def test_a_denial_of_accusations_stays_beside_them(words: Wordlists) -> None:
    denial = "\n# paragraph=1\nUkraine _ PROPN nsubj 2 @ukraine | rejette rejeter VERB root 0 fin"
    found = claims(f"{ACCUSED}{denial} | ces ce DET det 4 | accusations accusation NOUN obj 2", words)
    assert ("ukraine", "supports", "jnim", "negative", "certain", "ukraine") in short(found)
    assert ("ukraine", "supports", "jnim", "positive", "probable", "mali") in short(found)


def test_the_evidence_of_a_denial_holds_the_words_that_deny(words: Wordlists) -> None:
    denial = "\n# paragraph=1\nUkraine _ PROPN nsubj 2 @ukraine | rejette rejeter VERB root 0 fin"
    found = claims(f"{ACCUSED}{denial} | ces ce DET det 4 | accusations accusation NOUN obj 2", words)
    (denied,) = (c for c in found if c.polarity == "negative")
    assert denied.evidence[0].text.endswith("rejette ces accusations")
    assert denied.why.attribution == "denial: rejeter"


def test_the_same_claim_twice_is_one_with_two_pieces_of_evidence_and_the_firmer_certainty(words: Wordlists) -> None:
    hearsay = SUPPORTS.replace("soutient soutenir VERB root 0 fin", "soutiendrait soutenir VERB root 0 cnd")
    (claim,) = claims(f"{hearsay}\n\n{SUPPORTS}", words)
    assert [e.text for e in claim.evidence] == ["Mali soutiendrait JNIM", "Mali soutient JNIM"]
    assert claim.certainty == "certain"


def test_a_claim_and_its_negation_are_never_merged(words: Wordlists) -> None:
    found = claims(f"{SUPPORTS}\n\n{SUPPORTS} | ne _ ADV advmod 2 | pas _ ADV advmod 2", words)
    assert sorted(c.polarity for c in found) == ["negative", "positive"]
    assert len({c.id for c in found}) == 2


def test_the_same_words_by_two_speakers_are_two_claims(words: Wordlists) -> None:
    said = f"{SUPPORTS}\n\n# tag=-1\naffirme affirmer VERB root 0 fin | {{}} _ PROPN nsubj 1 {{}}\n"
    block = said.format("Niger", "@niger") + "\n" + said.format("Ukraine", "@ukraine")
    assert sorted(c.attribution.id for c in claims(block, words) if c.attribution) == ["niger", "ukraine"]


def test_two_who_accuse_together_are_two_speakers(words: Wordlists) -> None:
    block = """
    Mali _ PROPN nsubj 4 @mali | et _ CCONJ cc 3 | Niger _ PROPN conj 1 @niger | accusent accuser VERB root 0 fin
    Ukraine _ PROPN obj 4 @ukraine | de de ADP mark 7 | soutenir _ VERB xcomp 4 inf | JNIM _ PROPN obj 7 @jnim
    """
    found = [c for c in claims(block, words) if c.relation == "supports"]
    assert sorted(c.attribution.id for c in found if c.attribution) == ["mali", "niger"]


def test_the_evidence_takes_the_clause_of_saying_in(words: Wordlists) -> None:
    block = f"{SUPPORTS}\n\n# tag=-1\naffirme affirmer VERB root 0 fin | Niger _ PROPN nsubj 1 @niger"
    (claim,) = claims(block, words)
    assert claim.evidence[0].text == "Mali soutient JNIM affirme Niger"


def test_the_date_is_the_nearest_in_the_tree(words: Wordlists) -> None:
    block = """
    Mali _ PROPN nsubj 2 @mali | soutient soutenir VERB root 0 fin | JNIM _ PROPN obj 2 @jnim
    depuis_2012 *time* ADV advmod 2 | et _ CCONJ cc 6 | attaque attaquer VERB conj 2 fin | Niger _ PROPN obj 6 @niger
    en_2020 *time* ADV advmod 6
    """
    assert {c.relation: c.when for c in claims(block, words)} == {"supports": "2012/", "attacks": "2020"}


def test_without_a_date_in_the_sentence_there_is_none(words: Wordlists) -> None:
    (claim,) = claims(f"{SUPPORTS}\n\nen_2020 *time* ADV root 0", words)
    assert claim.when is None


def test_what_is_over_ends_at_the_latest_with_the_document(words: Wordlists) -> None:
    block = """
    Mali _ PROPN nsubj 7 @mali | , _ PUNCT punct 4 | ancien ancien ADJ amod 4 | allié allié NOUN appos 1
    de de ADP case 6 | Russie _ PROPN nmod 4 @russie | gagne gagner VERB root 0 fin
    """
    (claim,) = claims(block, words)
    assert (claim.relation, claim.when) == ("alliedWith", "/2024-08-20")


def test_the_place_is_a_third_party_where_it_happens(words: Wordlists) -> None:
    block = f"{SUPPORTS} | à à ADP case 5 | Gao _ PROPN obl:mod 2 @gao".replace("soutient soutenir", "attaque attaquer")
    attack = next(c for c in claims(block, words) if c.relation == "attacks")
    assert attack.where is not None
    assert attack.where.id == "gao"


def test_a_loaded_word_is_kept_as_a_word_of_who_uses_it(words: Wordlists) -> None:
    block = """
    les le DET det 2 | terroristes terroriste NOUN nsubj 5 pl | du de ADP case 4 | JNIM _ PROPN nmod 2 @jnim
    avancent avancer VERB root 0 fin

    # tag=-1
    affirme affirmer VERB root 0 fin | Mali _ PROPN nsubj 1 @mali
    """
    (claim,) = (c for c in claims(block, words) if isinstance(c.object, Word))
    assert (claim.subject.id, claim.object) == ("jnim", Word(literal="terroriste"))
    assert claim.evidence[0].object is None


@pytest.mark.parametrize(
    "block",
    [
        "Mali _ PROPN nsubj 4 @mali | et _ CCONJ cc 3 | Niger _ PROPN conj 1 @niger | dorment dormir VERB root 0 fin",
        "Mali _ PROPN root 0 @mali | , _ PUNCT punct 1 | Niger _ PROPN list 1 @niger | , _ PUNCT punct 1"
        " | JNIM _ PROPN list 1 @jnim",
        "Mali _ PROPN nsubj 2 @mali | soutient soutenir VERB root 0 fin\n\nJNIM _ PROPN root 0 @jnim",
    ],
)
def test_two_parties_with_nothing_said_between_them_give_no_claim(block: str, words: Wordlists) -> None:
    assert claims(block, words) == []


def test_a_text_without_parties_gives_no_claim(words: Wordlists) -> None:
    assert claims("on _ PRON nsubj 2 | attaque attaquer VERB root 0 fin | tout _ PRON obj 2", words) == []
