"""The tokenizer saved in the shipped pipeline."""

import pytest
from spacy.language import Language

from kg.language.load import load_pipeline
from kg.language.training.tokenizer import blank_pipeline


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load_pipeline()


def words(nlp: Language, text: str) -> list[str]:
    return [token.text for token in nlp.make_doc(text)]


@pytest.mark.parametrize(
    "name",
    [
        "IN-AFARAK",
        "CSP-DPA",
        "Tin-Zaouatine",
        "MSA-D",
        "Az-Zallaqa",
        "Al-Qaïda",
        "N'Djamena",
        "N’Djamena",
        "M'Bera",
        "Ta'izz",
        "porte-parole",
        "État-Major",
        "cessez-le-feu",
        "aujourd’hui",
        "Abd-el-Kader",
        "J.-C.",
    ],
)
def test_a_name_or_word_with_a_hyphen_or_apostrophe_stays_whole(nlp: Language, name: str) -> None:
    assert words(nlp, f"Le {name}, puis ({name}) et « {name} ».").count(name) == 3


def test_both_apostrophes_are_split_alike(nlp: Language) -> None:
    text = "L'armée n'a pas dit qu'elle s'était retirée d'In-Delimane jusqu'à l'aube, aujourd'hui."
    assert words(nlp, text.replace("'", "’")) == [word.replace("'", "’") for word in words(nlp, text)]


def test_both_apostrophes_have_one_norm(nlp: Language) -> None:
    straight, curly = nlp.make_doc("d'Alger, qu'il"), nlp.make_doc("d’Alger, qu’il")
    assert [token.norm_ for token in straight] == [token.norm_ for token in curly]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("«Nous tenons»,", ["«", "Nous", "tenons", "»", ","]),
        ("“Nous tenons”,", ["“", "Nous", "tenons", "”", ","]),
        ("d'«ennemis»", ["d'", "«", "ennemis", "»"]),
        ("a-t-il", ["a", "-t-il"]),
        ("dit-elle", ["dit", "-elle"]),
        ("affirme-t-on", ["affirme", "-t-on"]),
        ("Est-ce", ["Est", "-ce"]),
        ("ce jour-là", ["ce", "jour", "-là"]),
        ("L'UNION N'A PAS", ["L'", "UNION", "N'", "A", "PAS"]),
        ("vers 18h30.", ["vers", "18", "h", "30", "."]),
        ("40%", ["40", "%"]),
    ],
)
def test_punctuation_clitics_and_elisions_are_split_off(nlp: Language, text: str, expected: list[str]) -> None:
    assert words(nlp, text) == expected


def test_the_saved_tokenizer_is_the_one_of_the_training_code(nlp: Language) -> None:
    text = "« L’Azawad n'a pas cédé », dit-il à N'Djamena : IN-AFARAK/CSP-DPA, 2012-2013 (18h30)."
    assert words(nlp, text) == words(blank_pipeline(), text)
