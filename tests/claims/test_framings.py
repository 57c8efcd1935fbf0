"""What each source calls each actor."""

from dataclasses import replace

from claim_builders import SHIPPED, VOCABULARY, claim, entity

from kg.claims.framings import find_framings
from kg.records import Claim, Document, Entity, Evidence, Word

Framings = list[tuple[str, str, str]]

FRONT, ARMY = entity("Front du Désert", id_="front"), entity("Armée du Nord", type_="ArmedForces", id_="army")
LEXICON = replace(VOCABULARY, lexicon=SHIPPED.lexicon)


def read(text: str, subject: str, *, speaker: Entity | None = None, publisher: str | None = "Le Matin") -> Framings:
    start = text.index(subject)
    evidence = Evidence(start=0, end=len(text), text=text, subject=(start, start + len(subject)), object=None)
    said: Claim = replace(claim("a", FRONT, ARMY, speaker=speaker), evidence=(evidence,))
    document = Document(id="a", path="a.txt", text=text, body=(0, len(text)), digest="", publisher=publisher)
    return [(f.actor, f.word, f.by) for f in find_framings([said], [document], LEXICON)]


def test_the_words_of_a_mention_are_the_publishers() -> None:
    assert read("Les rebelles du Front ont attaqué.", "Les rebelles du Front") == [("front", "rebelle", "Le Matin")]
    assert read("Le Front a attaqué.", "Le Front") == []


def test_without_a_publisher_the_document_speaks() -> None:
    assert read("Les terroristes ont fui.", "Les terroristes", publisher=None) == [("front", "terroriste", "a")]


def test_all_spellings_of_a_word_are_one() -> None:
    for written in ("jihadistes", "djihadiste", "Djihadistes"):
        assert read(f"Les {written} ont fui.", f"Les {written}") == [("front", "djihadiste", "Le Matin")]


def test_a_word_inside_quotation_marks_is_the_speakers() -> None:
    text = "« Les terroristes ont fui », dit le maire."
    assert read(text, "Les terroristes", speaker=ARMY) == [("front", "terroriste", "Armée du Nord")]
    assert read(text, "Les terroristes") == []


def test_whose_word_it_is_in_indirect_speech_is_not_guessed() -> None:
    assert read("Le maire dit que les terroristes ont fui.", "les terroristes", speaker=ARMY) == []


def test_a_claim_about_words_counts_for_its_speaker_and_a_denied_one_not_at_all() -> None:
    document = Document(id="a", path="a", text="x" * 50, body=(0, 50), digest="", publisher="Le Matin")
    said = replace(claim("a", FRONT, ARMY, speaker=ARMY), object=Word(literal="terroriste"))
    (found,) = find_framings([said], [document], LEXICON)
    assert (found.word, found.by, found.documents) == ("terroriste", "Armée du Nord", ("a",))
    assert find_framings([replace(said, polarity="negative")], [document], LEXICON) == ()
