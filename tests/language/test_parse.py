"""What the shipped pipeline makes of the sentences news is made of (none stands in the training data)."""

from pathlib import Path

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from kg.language.load import load_pipeline
from kg.language.training.corpus import NEWS
from kg.language.training.evaluate import INVERSIONS

INVERTED = [
    ("« Nous avons chassé l'ennemi », a déclaré à l'AFP un responsable du mouvement.", "déclaré", "responsable"),
    ("« La ville est tombée », a affirmé dimanche le commandant des CSP-DPA.", "affirmé", "commandant"),
    ("Dix soldats ont péri, indique le ministère dans un communiqué.", "indique", "ministère"),
    ("« Le dialogue est rompu », a écrit sur X le chef de la diplomatie malienne.", "écrit", "chef"),
    ("« La milice a pillé l'hôpital », accusent les autorités soudanaises.", "accusent", "autorités"),
    ("« Ils ont tout brûlé », raconte Fatoumata Cissé.", "raconte", "Fatoumata"),
    ("“Nous vaincrons”, a promis devant la foule le président de la transition.", "promis", "président"),
]
ACTIVE = [
    ("Le FLA a attaqué un convoi de l'armée près de Tin-Zaouatine.", "attaqué", "FLA", "convoi"),
    ("KIDAL : l'armée bombarde les positions du CSP-DPA", "bombarde", "armée", "positions"),
    ("Les troupes russes et maliennes ont incendié le village d'IN-AFARAK.", "incendié", "troupes", "village"),
    ("Le mouvement, soutenu par Alger, a dénoncé la frappe.", "dénoncé", "mouvement", "frappe"),
]


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load_pipeline()


def dependent(doc: Doc, head: str, *labels: str) -> list[str]:
    return [token.text for token in doc if token.head.text == head and token.dep_ in labels]


@pytest.mark.parametrize(("text", "verb", "speaker"), INVERTED)
def test_the_speaker_after_the_verb_is_its_subject(nlp: Language, text: str, verb: str, speaker: str) -> None:
    assert dependent(nlp(text), verb, "nsubj") == [speaker]


@pytest.mark.parametrize(("text", "verb", "subject", "object_"), ACTIVE)
def test_subject_and_object_are_found(nlp: Language, text: str, verb: str, subject: str, object_: str) -> None:
    doc = nlp(text)
    assert (dependent(doc, verb, "nsubj"), dependent(doc, verb, "obj")) == ([subject], [object_])


def test_a_passive_has_its_patient_and_its_agent(nlp: Language) -> None:
    doc = nlp("Trois otages ont été exécutés par des hommes armés à Ménaka.")
    assert dependent(doc, "exécutés", "nsubj:pass") == ["otages"]
    assert dependent(doc, "exécutés", "obl:agent") == ["hommes"]


def test_both_apostrophes_give_one_parse(nlp: Language) -> None:
    text = "« L'armée n'a pas quitté d'autres camps », a dit à l'AFP l'un des chefs d'Azawad."
    straight, curly = nlp(text), nlp(text.replace("'", "’"))
    assert [token.pos_ for token in straight] == [token.pos_ for token in curly]
    same = sum(one.head.i == other.head.i for one, other in zip(straight, curly, strict=True))
    assert same >= len(straight) - 2


def test_a_blank_line_inside_a_text_is_no_word_with_a_role(nlp: Language) -> None:
    doc = nlp("Le chef a été tué.\n\nSes hommes ont fui.")
    assert {token.pos_ for token in doc if token.is_space} <= {"SPACE"}
    assert dependent(doc, "fui", "nsubj") == ["hommes"]


def test_no_sentence_of_these_tests_was_trained_on() -> None:
    own = Path(__file__).read_text(encoding="utf-8")
    probes = INVERSIONS.read_text(encoding="utf-8")
    texts = [line[len("# text = ") :] for line in NEWS.read_text(encoding="utf-8").splitlines() if "# text = " in line]
    assert len(texts) == 92
    assert not [text for text in texts if text in own or text in probes]
