"""Reprints of one text are found; texts on the same events are not."""

import random

from kg.claims.duplicates import find_duplicates, near_identical, shingles
from kg.records import Document

AGENCY = """Des combats ont éclaté mardi à l'aube près de Ménaka entre l'armée et un groupe rebelle, a appris
l'agence auprès de deux élus locaux. Selon un infirmier joint par téléphone, l'hôpital de la ville a reçu
une quinzaine de blessés, dont plusieurs femmes. L'armée a confirmé une opération en cours sans donner de
bilan. Le groupe rebelle affirme avoir pris deux véhicules et détruit un troisième. Le gouverneur a
instauré un couvre-feu de dix-huit heures à six heures. La route qui mène à la frontière reste coupée, et
les marchands ont fermé leurs boutiques. Il y a un mois, une attaque du même groupe avait fait neuf morts
dans un campement voisin. Les Nations unies ont demandé que les civils soient épargnés."""

OTHER = """À Ménaka, où l'armée affronte depuis mardi un groupe rebelle, les habitants racontent une nuit sans
sommeil. Une commerçante dit avoir compté douze explosions avant le lever du jour. Les écoles n'ont pas
ouvert. Le gouverneur a instauré un couvre-feu, que beaucoup jugent trop tardif. Deux véhicules calcinés
barrent encore la route de la frontière. L'hôpital manque de sang, et son directeur a lancé un appel aux
dons. Personne ne sait qui tient le quartier du marché."""


def document(id_: str, text: str) -> Document:
    return Document(id=id_, path=f"{id_}.txt", text=text, body=(0, len(text)), digest="")


def clusters(**texts: str) -> dict[str, str]:
    return dict(find_duplicates([document(id_, text) for id_, text in texts.items()]))


def test_a_copy_with_another_first_sentence_and_capitals_is_a_duplicate() -> None:
    copy = "MÉNAKA (Notre correspondant) — " + AGENCY.replace("Des combats", "DE VIOLENTS COMBATS").replace(
        "mardi", "hier"
    )
    assert len(set(clusters(a=AGENCY, b=copy).values())) == 1


def test_a_copy_cut_to_its_first_half_is_a_duplicate() -> None:
    assert len(set(clusters(a=AGENCY, b=AGENCY[: len(AGENCY) // 2]).values())) == 1


def test_two_reports_of_one_event_are_no_duplicates() -> None:
    assert len(set(clusters(a=AGENCY, b=OTHER).values())) == 2


def test_a_report_that_quotes_one_sentence_of_the_agency_is_no_duplicate() -> None:
    assert len(set(clusters(a=AGENCY, b=OTHER + " " + AGENCY.split(".")[1] + ".").values())) == 2


def test_the_threshold_lies_between_a_light_and_a_heavy_rewrite() -> None:
    words = AGENCY.split()
    chance = random.Random(1)

    def rewritten(share: float) -> frozenset[int]:
        return shingles(" ".join(w if chance.random() > share else f"mot{i}" for i, w in enumerate(words)))

    original = shingles(AGENCY)
    assert near_identical(original, rewritten(0.03))
    assert not near_identical(original, rewritten(0.25))


def test_many_reprints_form_one_cluster_named_by_the_longest() -> None:
    texts = {f"d{i}": AGENCY + f" Page {i}." for i in range(30)} | {
        "long": AGENCY + " Lire aussi notre dossier en page trois."
    }
    assert set(clusters(**texts).values()) == {"long"}


def test_empty_and_tiny_texts_stand_alone_unless_equal() -> None:
    assert clusters(a="", b="", c="Oui.", d="Oui.", e="Non.") == {"a": "a", "b": "b", "c": "c", "d": "c", "e": "e"}


def test_only_the_body_counts() -> None:
    text = "En-tête commun du site avec beaucoup de mots répétés. " + OTHER
    one = Document(id="a", path="a", text=text, body=(len(text) - len(OTHER), len(text)), digest="")
    assert len(set(find_duplicates([one, document("b", AGENCY)]).values())) == 2
    assert shingles(one.text[slice(*one.body)]) == shingles(OTHER)
