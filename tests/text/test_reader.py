"""The reader with the shipped pipeline: what it must never claim, its evidence, its determinism, hostile input."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType

import pytest
from text.examples import document

from kg.records import Claim, Entity
from kg.text.layout import LONGEST
from kg.text.reader import Reader
from kg.vocabulary import Vocabulary

ROOT = Path(__file__).parent.parent.parent

NOTHING_SAID = [
    "Le Mali et le Sénégal se sont quittés sur un match nul à Dakar.",
    "L'équipe de l'Algérie a retrouvé celle de la France à Marseille.",
    "Le Rwanda et l'Ouganda exportent du café et du thé.",
    "La Russie vend du blé, et l'Égypte achète du maïs.",
    "Le Mali, le Niger et le Tchad sont des pays enclavés.",
    "Le fleuve Niger traverse la Guinée, le Mali et le Nigeria.",
    "Au dix-neuvième siècle, la France et la Russie vivaient au rythme des moissons.",
    "L'ONU et la Croix-Rouge distribuent de l'eau à des familles.",
    "Les familles de Gao et de Kidal attendent la pluie.",
    "Le sommet réunit l'Éthiopie, le Kenya, la Somalie et Djibouti.",
    "Un habitant de Bamako raconte son enfance au Niger.",
    "La musique du Mali est écoutée en France.",
    "L'ambassadeur de l'Ukraine a visité un musée de Dakar.",
    "Le prix du pétrole baisse en Iran et en Irak.",
    "Une délégation du Burkina Faso a assisté à un concert à Niamey.",
    "Le M23 et l'ADF figurent dans le même rapport.",
    "Le JNIM et l'armée malienne ont chacun publié un texte.",
    "La carte montre Israël, le Liban et la Syrie.",
    "Le Soudan compte plus d'habitants que le Tchad.",
    "L'Ukraine chante, la Russie danse.",
    "Le drapeau de l'Algérie ressemble à celui du Mali.",
    "Des médecins soignent des malades à Kidal, loin du Rwanda.",
]

# text -> a claim that must be there: subject, relation, object, polarity, certainty, speaker
DIRECTIONS: list[tuple[str, tuple[str, str, str, str, str, str | None]]] = [
    ("Le Mali reçoit le soutien de la Russie.", ("russie", "supports", "mali", "positive", "certain", None)),
    ("Le Niger est soutenu par la Russie.", ("russie", "supports", "niger", "positive", "certain", None)),
    (
        "Le CSP-DPA bénéficie de l'appui de l'Algérie.",
        ("algerie", "supports", "csp-dpa", "positive", "certain", None),
    ),
    ("La Russie apporte son soutien au Mali.", ("russie", "supports", "mali", "positive", "certain", None)),
    ("L'armée malienne subit une attaque du JNIM.", ("jnim", "attacks", "fama", "positive", "certain", None)),
    ("Le Mali a été attaqué par le JNIM.", ("jnim", "attacks", "mali", "positive", "certain", None)),
    (
        "L'Ukraine est accusée par le Mali de soutenir le CSP-DPA.",
        ("ukraine", "supports", "csp-dpa", "positive", "probable", "mali"),
    ),
    (
        "L'Ukraine est accusée par le Mali de soutenir le CSP-DPA.",
        ("mali", "accuses", "ukraine", "positive", "certain", None),
    ),
    (
        "Selon le Mali, l'Algérie soutient le CSP-DPA.",
        ("algerie", "supports", "csp-dpa", "positive", "certain", "mali"),
    ),
    ("L'Ukraine dément soutenir le CSP-DPA.", ("ukraine", "supports", "csp-dpa", "negative", "certain", "ukraine")),
    ("L'Ukraine ne soutient pas le CSP-DPA.", ("ukraine", "supports", "csp-dpa", "negative", "certain", None)),
    (
        "Le Mali accuse l'Ukraine de soutenir le JNIM.\nKiev rejette ces accusations.",
        ("ukraine", "supports", "jnim", "negative", "certain", "ukraine"),
    ),
    ("Wagner combat aux côtés de l'armée malienne.", ("wagner", "alliedWith", "fama", "positive", "certain", None)),
    ("Une frappe de la Russie a visé le JNIM.", ("russie", "attacks", "jnim", "positive", "certain", None)),
    (
        "L'Algérie, que Bamako accuse d'abriter le CSP-DPA, se tait.",
        ("algerie", "shelters", "csp-dpa", "positive", "probable", "mali"),
    ),
    (
        "« L'Ukraine soutient le JNIM », a déclaré Assimi Goïta. « Le pays l'a armé. »",
        ("ukraine", "supports", "jnim", "positive", "certain", "assimi-goita"),
    ),
    ("Le Rwanda aurait soutenu le M23.", ("rwanda", "supports", "m23", "positive", "probable", None)),
    ("Le Rwanda pourrait soutenir le M23.", ("rwanda", "supports", "m23", "positive", "possible", None)),
    ("Le Rwanda soutient-il le M23 ?", ("rwanda", "supports", "m23", "positive", "possible", None)),
]

# text -> subject, relation, object that must not be claimed, whatever the polarity
REVERSED = [
    ("Le Mali reçoit le soutien de la Russie.", ("mali", "supports", "russie")),
    ("L'armée malienne subit une attaque du JNIM.", ("fama", "attacks", "jnim")),
    ("L'Ukraine est accusée par le Mali de soutenir le CSP-DPA.", ("mali", "supports", "csp-dpa")),
    ("L'Ukraine est accusée par le Mali de soutenir le CSP-DPA.", ("mali", "supports", "ukraine")),
    ("Le Mali soutient que le Niger ment.", ("mali", "supports", "niger")),
    ("La Russie soutient que l'Ukraine a perdu.", ("russie", "supports", "ukraine")),
    ("Le Mali a été attaqué par le JNIM.", ("mali", "attacks", "jnim")),
    ("L'Algérie, que Bamako accuse d'abriter le CSP-DPA, se tait.", ("csp-dpa", "shelters", "algerie")),
    (
        "« L'Ukraine soutient le JNIM », a déclaré Assimi Goïta. « Il attaque Gao. »",
        ("assimi-goita", "attacks", "gao"),
    ),
]

ARTICLE = """Le 25 juillet, l’armée malienne et Wagner ont attaqué le CSP-DPA à Tinzaouatène.

« L'Ukraine soutient les terroristes du CSP-DPA », a déclaré le colonel Moussa Diallo. « Elle leur livre des drones. »
Kiev dément ces accusations. Selon l'ONU, des combattants du JNIM (affilié à Al-Qaïda) étaient présents à Kidal.

La Russie, alliée du Mali, condamne l'Ukraine. L'Algérie, que Bamako accuse d'abriter le CSP-DPA, se tait.
"""


def short(claim: Claim) -> tuple[str, str, str, str, str, str | None]:
    object_ = claim.object.id if isinstance(claim.object, Entity) else claim.object.literal
    speaker = claim.attribution.id if claim.attribution is not None else None
    return claim.subject.id, claim.relation, object_, claim.polarity, claim.certainty, speaker


def read(reader: Reader, text: str) -> tuple[Claim, ...]:
    return reader.read(document(text))


# ---- co-occurrence is not a relation


def test_there_are_enough_sentences_in_which_nothing_is_said() -> None:
    assert len(set(NOTHING_SAID)) >= 20


@pytest.mark.parametrize("text", NOTHING_SAID)
def test_two_parties_in_one_sentence_are_no_claim(text: str, reader: Reader) -> None:
    assert [short(c) for c in read(reader, text)] == []


def test_the_same_sentences_as_one_text_are_no_claim_either(reader: Reader) -> None:
    assert [short(c) for c in read(reader, " ".join(NOTHING_SAID))] == []


# ---- directions, denials, ends


@pytest.mark.parametrize(("text", "expected"), DIRECTIONS)
def test_who_does_it_to_whom_and_who_says_so(
    text: str, expected: tuple[str, str, str, str, str, str | None], reader: Reader
) -> None:
    assert expected in [short(c) for c in read(reader, text)]


@pytest.mark.parametrize(("text", "forbidden"), REVERSED)
def test_the_other_way_round_is_not_claimed(text: str, forbidden: tuple[str, str, str], reader: Reader) -> None:
    found = read(reader, text)
    assert forbidden not in [short(c)[:3] for c in found]


def test_to_maintain_that_something_is_so_supports_nobody(vocabulary: Vocabulary, reader: Reader) -> None:
    found = read(reader, "Le Mali soutient que le Niger, le JNIM et l'Algérie mentent.")
    assert [short(c) for c in found if vocabulary.relations[c.relation].supportive] == []


@pytest.mark.parametrize(
    "text",
    [
        "Le MNLA, ancien allié de la France, a quitté Kidal.",
        "La France a cessé de soutenir le Mali.",
        "L'Algérie a mis fin à son soutien au CSP-DPA.",
    ],
)
def test_what_is_over_is_never_present(text: str, vocabulary: Vocabulary, reader: Reader) -> None:
    ties = [c for c in read(reader, text) if vocabulary.relations[c.relation].supportive]
    assert [c.when for c in ties] == ["/2024-08-20"]


@pytest.mark.parametrize(
    "text",
    [
        "L'Ukraine dément soutenir le CSP-DPA.",
        "L'Ukraine n'a jamais soutenu le CSP-DPA.",
        "L'Ukraine nie tout soutien au CSP-DPA.",
        "L'Ukraine refuse de soutenir le CSP-DPA.",
        "Le Mali n'est pas l'allié de la France.",
        "Le Mali n'est pas membre de l'AES.",
        "Le Mali dit ne pas être l'allié de la France.",
    ],
)
def test_a_denial_is_never_positive(text: str, reader: Reader) -> None:
    found = read(reader, text)
    assert {c.polarity for c in found} == {"negative"}


def test_a_claim_and_its_denial_stand_side_by_side(reader: Reader) -> None:
    found = read(reader, "Le Mali accuse l'Ukraine de soutenir le JNIM.\nKiev rejette ces accusations.")
    ties = [c for c in found if c.relation == "supports"]
    assert sorted(c.polarity for c in ties) == ["negative", "positive"]


NO_PRESENT_SUPPORT = [
    "Le Rwanda refuse l'aide de la France.",
    "Le Rwanda rejette le soutien de la France.",
    "Le Rwanda cherche le soutien de la France.",
    "Le Rwanda a demandé l'aide de la France contre le M23.",
    "Le Rwanda a perdu le soutien de la France.",
    "Privé du soutien de la France, le Rwanda cède.",
    "Le M23 agit sans le soutien du Rwanda.",
    "Le Rwanda a mis en garde la France contre tout soutien au M23.",
    "Le Rwanda appelle l'Ouganda à soutenir le M23.",
    "Le Rwanda livre des vivres aux civils de Goma.",
    "L'ONU livre des vivres dans une zone tenue par le M23.",
    "La France soutient le processus de paix au Mali.",
    "Le Rwanda soutient l'équipe de la France.",
    "La France soutient la candidature du Rwanda à l'ONU.",
    "Le M23, autrefois soutenu par le Rwanda, recule.",
    "Le M23, que le Rwanda ne soutient plus, recule.",
    "Le M23, qui serait soutenu par le Rwanda, recule.",
    "On ignore si le Rwanda soutient le M23.",
    "Rien ne prouve que le Rwanda soutient le M23.",
    "Si le Rwanda soutient le M23, il sera puni.",
    "Au lieu de soutenir le M23, le Rwanda négocie.",
    "Aucune alliance n'existe entre le Rwanda et la France.",
    "L'alliance entre le Rwanda et la France n'existe pas.",
    "Le Rwanda et la France ont rompu leur alliance.",
    "Le Rwanda n'a livré aucune arme au M23.",
]


@pytest.mark.parametrize("text", NO_PRESENT_SUPPORT)
def test_support_that_is_refused_wished_denied_or_over_is_not_claimed_as_present_and_certain(
    text: str, vocabulary: Vocabulary, reader: Reader
) -> None:
    found = [c for c in read(reader, text) if vocabulary.relations[c.relation].supportive]
    assert [
        short(c)
        for c in found
        if c.polarity == "positive" and c.certainty == "certain" and not (c.when or "").startswith("/")
    ] == []


# ---- evidence


def test_an_article_gives_claims_by_several_speakers(reader: Reader) -> None:
    found = read(reader, ARTICLE)
    assert len(found) >= 6
    assert len({c.attribution.id if c.attribution else None for c in found}) >= 3


def test_every_piece_of_evidence_is_the_words_of_the_document(reader: Reader) -> None:
    for claim in read(reader, ARTICLE):
        assert claim.evidence
        for evidence in claim.evidence:
            assert ARTICLE[evidence.start : evidence.end] == evidence.text
            assert evidence.text.strip()


def test_the_spans_of_the_parties_lie_in_the_document(reader: Reader) -> None:
    for claim in read(reader, ARTICLE):
        for evidence in claim.evidence:
            for span in (evidence.subject, evidence.object):
                if span is not None:
                    assert 0 <= span[0] < span[1] <= len(ARTICLE)
                    assert ARTICLE[slice(*span)] == ARTICLE[slice(*span)].strip()


def test_ids_of_claims_are_unique_and_confidence_lies_between_0_and_1(reader: Reader) -> None:
    found = read(reader, ARTICLE)
    assert len({c.id for c in found}) == len(found)
    assert all(0 < c.confidence <= 1 for c in found)


# ---- determinism


def test_the_same_text_gives_the_same_claims(reader: Reader, vocabulary: Vocabulary) -> None:
    first = read(reader, ARTICLE)
    read(reader, "Le Niger soutient le Mali.")
    assert read(reader, ARTICLE) == first


_SCRIPT = """
import sys
from kg.language.load import load_pipeline
from kg.ontology import load_vocabulary
from kg.text.reader import Reader
sys.path.insert(0, "tests")
from text.examples import document
print(*Reader(load_vocabulary(), load_pipeline()).read(document(sys.stdin.read())), sep="\\n")
"""


def test_the_claims_do_not_depend_on_the_seed_of_hashes(reader: Reader) -> None:
    here = "\n".join(map(str, read(reader, ARTICLE)))
    seed = "1" if os.environ.get("PYTHONHASHSEED") != "1" else "2"
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"}
    run = subprocess.run(
        [sys.executable, "-c", _SCRIPT], input=ARTICLE, env=environment, cwd=ROOT, capture_output=True, encoding="utf-8"
    )
    assert run.returncode == 0, run.stderr
    assert run.stdout.strip() == here


# ---- hostile input

HOSTILE = {
    "opening brackets": "( " * 10_000,
    "words of brackets": ("(((((((((( " * 200).strip(),
    "brackets that never close": "Le Mali ( soutient ( le JNIM ( à Gao. " * 40,
    "opening quotation marks": '« Le Mali “ soutient " le JNIM. ' * 40,
    "zero width": "Le Ma\u200bli sou\u200dtient\u200b le\ufeff JNIM. \u200b\u200c\u200d \u2060",
    "right to left": "\u202eLe Mali\u202c soutient \u2067le JNIM\u2069. مالي تدعم",
    "emoji": "🇲🇱 Le Mali 🤝🏽 soutient le 👩‍👩‍👧 JNIM 💥💥💥. 🧨",
    "a sentence of 3,000 words": "Le Mali soutient le Niger, " + "la pluie tombe, " * 990 + "Gao tient.",
    "a phrase 400 nouns deep": "Le Mali soutient le Niger et " + "le pays du voisin de " * 200 + "Gao.",
    "a list of 600 names": ", ".join(["le Mali", "le Niger", "le JNIM"] * 200) + " combattent.",
    "many commas": "Le Mali, " + "qui, dit-on, " * 150 + "soutient le Niger.",
    "only punctuation": "… ?! « » , ; : . — ( ) [ ] “ ” \" ' ’",
    "one letter": "a",
    "no-break spaces": "Le\u00a0Mali\u202fsoutient\u00a0le\u00a0JNIM\u00a0!\u00a0«\u00a0Oui\u00a0»",
    "combining accents": "Le Mali soutient l'Alge\u0301rie et l'E\u0301gypte.",
    "markup": "<script>Le Mali</script> soutient <b>le JNIM</b> & l'ONU \\u0000 %s {0}",
    "stand-ins of the preparation": "*time* prend français hier mardi Paris avec aux_côtés_de *time* aussi.",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_is_read_and_its_evidence_is_its_own_words(name: str, reader: Reader) -> None:
    text = HOSTILE[name]
    for claim in read(reader, text):
        for evidence in claim.evidence:
            assert text[evidence.start : evidence.end] == evidence.text


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\u00a0", HOSTILE["only punctuation"], "Un chat dort."])
def test_a_text_without_parties_gives_no_claim(text: str, reader: Reader) -> None:
    assert read(reader, text) == ()


def test_no_break_spaces_do_not_hide_a_claim(reader: Reader) -> None:
    found = read(reader, HOSTILE["no-break spaces"])
    assert ("mali", "supports", "jnim", "positive", "certain", None) in [short(c) for c in found]


# ---- work

ENDLESS = "Le Rwanda soutient le M23, … combat le M23 à Goma, "


def steps(reader: Reader, text: str) -> int:
    """How many lines and rounds of loops of the reader's own modules run for ``text``: work, whatever the machine."""
    count = 0

    def line(frame: FrameType, event: str, arg: object) -> Callable[..., object]:
        nonlocal count
        count += event == "line"
        return line

    def call(frame: FrameType, event: str, arg: object) -> Callable[..., object] | None:
        return line if frame.f_globals.get("__name__", "").startswith("kg.text") else None

    before = sys.gettrace()
    sys.settrace(call)
    try:
        read(reader, text)
    finally:
        sys.settrace(before)
    return count


def test_a_sentence_that_never_ends_costs_no_more_per_word_than_a_shorter_one(reader: Reader) -> None:
    read(reader, ENDLESS)  # fills what is read once
    assert steps(reader, ENDLESS * 200) < 4.4 * steps(reader, ENDLESS * 50)


def test_no_sentence_is_longer_than_the_bound_and_each_says_what_it_says(reader: Reader) -> None:
    text = ENDLESS * 100
    found = read(reader, text)
    spans = [e for c in found for e in c.evidence]
    assert ("rwanda", "supports", "m23", "positive", "certain", None) in [short(c) for c in found]
    assert all(text[e.start : e.end] == e.text and len(e.text.split()) <= LONGEST for e in spans)
    assert len({e.start for e in spans}) > 1
