"""Every kind of French time expression, resolved against a document's date."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.text.dates import find_dates

SUNDAY = "2024-07-28"
MONTH = "2024-07"

# text, document date, what is expected: (words, value) in order
PHRASES: list[tuple[str, str | None, list[tuple[str, str]]]] = [
    # days by name
    ("Le 22 juillet, l'armée avance.", SUNDAY, [("Le 22 juillet", "2024-07-22")]),
    ("le 22 juillet", MONTH, [("le 22 juillet", "2024-07-22")]),
    ("le 30 juillet", MONTH, [("le 30 juillet", "2024-07-30")]),
    ("le 30 juillet", SUNDAY, [("le 30 juillet", "2023-07-30")]),
    ("le 22 décembre", SUNDAY, [("le 22 décembre", "2023-12-22")]),
    ("le 22 décembre prochain", SUNDAY, [("le 22 décembre prochain", "2024-12-22")]),
    ("le 28 juillet", SUNDAY, [("le 28 juillet", "2024-07-28")]),
    ("Le 1er août 2024, il part.", SUNDAY, [("Le 1er août 2024", "2024-08-01")]),
    ("le 1er août", SUNDAY, [("le 1er août", "2023-08-01")]),
    ("mardi 6 août 2024", None, [("mardi 6 août 2024", "2024-08-06")]),
    ("ce mardi 23 juillet", SUNDAY, [("ce mardi 23 juillet", "2024-07-23")]),
    ("22/07/2024", None, [("22/07/2024", "2024-07-22")]),
    ("le 22/07/2024", None, [("le 22/07/2024", "2024-07-22")]),
    ("2024-07-22", None, [("2024-07-22", "2024-07-22")]),
    ("publié 2024-07", None, [("2024-07", "2024-07")]),
    ("le 22 juillet", None, []),
    ("Le 3 mars 2022, puis le 5 mars", None, [("Le 3 mars 2022", "2022-03-03"), ("le 5 mars", "2022-03-05")]),
    ("le 31 février 2024", SUNDAY, [("février 2024", "2024-02")]),
    ("le 22 janv. 2024", SUNDAY, [("le 22 janv. 2024", "2024-01-22")]),
    # intervals
    ("Du 25 au 27 juillet 2024, des combats", None, [("Du 25 au 27 juillet 2024", "2024-07-25/2024-07-27")]),
    ("entre le 25 et le 27 juillet", SUNDAY, [("entre le 25 et le 27 juillet", "2024-07-25/2024-07-27")]),
    ("du 28 juin au 2 juillet", SUNDAY, [("du 28 juin au 2 juillet", "2024-06-28/2024-07-02")]),
    ("du 28 décembre au 2 janvier 2024", None, [("du 28 décembre au 2 janvier 2024", "2023-12-28/2024-01-02")]),
    ("les 25 et 26 juillet", SUNDAY, [("les 25 et 26 juillet", "2024-07-25/2024-07-26")]),
    ("les 24, 25 et 26 juillet", SUNDAY, [("les 24, 25 et 26 juillet", "2024-07-24/2024-07-26")]),
    ("25-27 juillet 2024", None, [("25-27 juillet 2024", "2024-07-25/2024-07-27")]),
    ("du lundi 22 au mercredi 24 juillet", SUNDAY, [("du lundi 22 au mercredi 24 juillet", "2024-07-22/2024-07-24")]),
    ("dans la nuit du 25 au 26 juillet", SUNDAY, [("du 25 au 26 juillet", "2024-07-25/2024-07-26")]),
    ("entre 2012 et 2015", None, [("entre 2012 et 2015", "2012/2015")]),
    ("de 2012 à 2015", None, [("de 2012 à 2015", "2012/2015")]),
    ("la guerre (2012-2015)", None, [("2012-2015", "2012/2015")]),
    ("entre juin et août 2023", None, [("entre juin et août 2023", "2023-06/2023-08")]),
    ("de novembre à février", SUNDAY, [("de novembre à février", "2023-11/2024-02")]),
    ("dans la nuit de vendredi à samedi", SUNDAY, [("de vendredi à samedi", "2024-07-26/2024-07-27")]),
    ("entre lundi et mercredi", SUNDAY, [("entre lundi et mercredi", "2024-07-22/2024-07-24")]),
    # open intervals
    ("Depuis le 19 juillet 2024, les FAMa", None, [("Depuis le 19 juillet 2024", "2024-07-19/")]),
    ("depuis 2012", None, [("depuis 2012", "2012/")]),
    ("depuis l'année 2012", None, [("depuis l'année 2012", "2012/")]),
    ("depuis la fin 2023", SUNDAY, [("depuis la fin 2023", "2023-12/")]),
    ("depuis le début de l'année", SUNDAY, [("depuis le début de l'année", "2024-01/")]),
    ("depuis juillet 2023", SUNDAY, [("depuis juillet 2023", "2023-07/")]),
    ("depuis juin", SUNDAY, [("depuis juin", "2024-06/")]),
    ("depuis samedi", SUNDAY, [("depuis samedi", "2024-07-27/")]),
    ("depuis hier", SUNDAY, [("depuis hier", "2024-07-27/")]),
    ("depuis trois ans", SUNDAY, [("depuis trois ans", "2021/")]),
    ("depuis deux mois", MONTH, [("depuis deux mois", "2024-05/")]),
    ("depuis deux semaines", SUNDAY, [("depuis deux semaines", "2024-07-14/")]),
    ("depuis l'an dernier", SUNDAY, [("depuis l'an dernier", "2023/")]),
    ("depuis les années 1990", None, [("depuis les années 1990", "1990/")]),
    ("à partir du 19 juillet", SUNDAY, [("à partir du 19 juillet", "2024-07-19/")]),
    ("à partir de 2015", None, [("à partir de 2015", "2015/")]),
    ("jusqu'en 2022", None, [("jusqu'en 2022", "/2022")]),
    ("jusqu’au 22 juillet", SUNDAY, [("jusqu’au 22 juillet", "/2024-07-22")]),
    ("jusqu'à la fin 2023", None, [("jusqu'à la fin 2023", "/2023-12")]),
    ("jusqu'à lundi", SUNDAY, [("jusqu'à lundi", "/2024-07-22")]),
    ("avant 2012", None, [("avant 2012", "/2012")]),
    # months, years, seasons and their parts
    ("fin juillet", SUNDAY, [("fin juillet", "2024-07")]),
    ("à la fin du mois de juin", SUNDAY, [("à la fin du mois de juin", "2024-06")]),
    ("mi-août", SUNDAY, [("mi-août", "2023-08")]),
    ("à la mi-août 2024", SUNDAY, [("à la mi-août 2024", "2024-08")]),
    ("début 2023", None, [("début 2023", "2023-01/2023-03")]),
    ("fin 2023", None, [("fin 2023", "2023-10/2023-12")]),
    ("mi-2023", None, [("mi-2023", "2023-05/2023-08")]),
    ("à la fin de l'année dernière", SUNDAY, [("à la fin de l'année dernière", "2023-10/2023-12")]),
    ("en 2015", None, [("en 2015", "2015")]),
    ("l'accord d'Alger de 2015, enterré", None, [("de 2015", "2015")]),
    ("l'accord d'Alger (2015)", None, [("2015", "2015")]),
    ("en juillet", SUNDAY, [("en juillet", "2024-07")]),
    ("en août", SUNDAY, [("en août", "2023-08")]),
    ("en août prochain", SUNDAY, [("en août prochain", "2024-08")]),
    ("en juin dernier", SUNDAY, [("en juin dernier", "2024-06")]),
    ("en décembre 2023", None, [("en décembre 2023", "2023-12")]),
    ("au mois de mai", SUNDAY, [("au mois de mai", "2024-05")]),
    ("les combats d'avril", SUNDAY, [("d'avril", "2024-04")]),
    ("au printemps 2023", None, [("au printemps 2023", "2023-03/2023-05")]),
    ("à l'été 2023", None, [("à l'été 2023", "2023-06/2023-08")]),
    ("l'hiver dernier", SUNDAY, [("l'hiver dernier", "2023-12/2024-02")]),
    ("l'été dernier", SUNDAY, [("l'été dernier", "2023-06/2023-08")]),
    ("cet été", SUNDAY, [("cet été", "2024-06/2024-08")]),
    ("dans les années 1990", None, [("dans les années 1990", "1990/1999")]),
    # weekdays
    ("samedi", SUNDAY, [("samedi", "2024-07-27")]),
    ("ce dimanche", SUNDAY, [("ce dimanche", "2024-07-28")]),
    ("dimanche dernier", SUNDAY, [("dimanche dernier", "2024-07-21")]),
    ("vendredi dernier", SUNDAY, [("vendredi dernier", "2024-07-26")]),
    ("lundi prochain", SUNDAY, [("lundi prochain", "2024-07-29")]),
    ("dimanche prochain", SUNDAY, [("dimanche prochain", "2024-08-04")]),
    ("lundi soir", SUNDAY, [("lundi soir", "2024-07-22")]),
    ("ont repris samedi dans le nord", MONTH, [("samedi", "2024-07")]),
    ("jeudi", None, []),
    ("le samedi est jour de marché", SUNDAY, [("samedi", "2024-07-27")]),
    ("chaque samedi", SUNDAY, []),
    ("tous les lundis", SUNDAY, []),
    # relative to the document
    ("hier", SUNDAY, [("hier", "2024-07-27")]),
    ("hier soir", SUNDAY, [("hier soir", "2024-07-27")]),
    ("avant-hier", SUNDAY, [("avant-hier", "2024-07-26")]),
    ("hier", MONTH, [("hier", "2024-07")]),
    ("aujourd'hui", SUNDAY, [("aujourd'hui", "2024-07-28")]),
    ("demain", SUNDAY, [("demain", "2024-07-29")]),
    ("la semaine dernière", SUNDAY, [("la semaine dernière", "2024-07-15/2024-07-21")]),
    ("cette semaine", SUNDAY, [("cette semaine", "2024-07-22/2024-07-28")]),
    ("le mois dernier", SUNDAY, [("le mois dernier", "2024-06")]),
    ("le mois dernier", "2024-01", [("le mois dernier", "2023-12")]),
    ("l'an dernier", MONTH, [("l'an dernier", "2023")]),
    ("l'année prochaine", SUNDAY, [("l'année prochaine", "2025")]),
    ("cette année", SUNDAY, [("cette année", "2024")]),
    ("le week-end dernier", "2024-07-30", [("le week-end dernier", "2024-07-27/2024-07-28")]),
    ("il y a trois ans", SUNDAY, [("il y a trois ans", "2021")]),
    ("il y a deux mois", SUNDAY, [("il y a deux mois", "2024-05")]),
    ("il y a 10 jours", SUNDAY, [("il y a 10 jours", "2024-07-18")]),
    ("il y a dix jours", MONTH, []),
    ("il y a une semaine", SUNDAY, [("il y a une semaine", "2024-07-15/2024-07-21")]),
    ("ces derniers jours", SUNDAY, [("ces derniers jours", "2024-07-21/2024-07-28")]),
    ("ces derniers jours", MONTH, [("ces derniers jours", "2024-07")]),
    ("ces derniers mois", MONTH, [("ces derniers mois", "2024-04/2024-07")]),
    ("au cours des deux dernières années", SUNDAY, [("au cours des deux dernières années", "2022/2024")]),
    # relative to the expression before
    ("Le 22 juillet, X. La veille, Y.", SUNDAY, [("Le 22 juillet", "2024-07-22"), ("La veille", "2024-07-21")]),
    ("Le 22 juillet, X. Le lendemain, Y.", SUNDAY, [("Le 22 juillet", "2024-07-22"), ("Le lendemain", "2024-07-23")]),
    (
        "Le 31 juillet 2023, X. Le jour suivant, Y.",
        None,
        [("Le 31 juillet 2023", "2023-07-31"), ("Le jour suivant", "2023-08-01")],
    ),
    ("Jeudi, X. Deux jours plus tard, Y.", SUNDAY, [("Jeudi", "2024-07-25"), ("Deux jours plus tard", "2024-07-27")]),
    ("En 2012, X. Trois ans plus tard, Y.", None, [("En 2012", "2012"), ("Trois ans plus tard", "2015")]),
    ("En mai 2012, X. Le mois suivant, Y.", None, [("En mai 2012", "2012-05"), ("Le mois suivant", "2012-06")]),
    ("Mardi, X. Le même jour, Y.", SUNDAY, [("Mardi", "2024-07-23"), ("Le même jour", "2024-07-23")]),
    ("Samedi, X. Le lendemain, Y.", MONTH, [("Samedi", "2024-07"), ("Le lendemain", "2024-07")]),
    (
        "Du 25 au 27 juillet, X. Le lendemain, Y.",
        MONTH,
        [("Du 25 au 27 juillet", "2024-07-25/2024-07-27"), ("Le lendemain", "2024-07-28")],
    ),
    (
        "Du 25 au 27 juillet, X. Vendredi dernier, Y. Le jour suivant, Z.",
        MONTH,
        [
            ("Du 25 au 27 juillet", "2024-07-25/2024-07-27"),
            ("Vendredi dernier", "2024-07-26"),
            ("Le jour suivant", "2024-07-27"),
        ],
    ),
    (
        "Mardi 6 août 2024, X. La ville, prise mardi, brûle.",
        "2024-08",
        [("Mardi 6 août 2024", "2024-08-06"), ("mardi", "2024-08-06")],
    ),
    ("deux ans plus tôt", SUNDAY, [("deux ans plus tôt", "2022")]),
    ("Le lendemain, rien.", SUNDAY, []),
    ("au lendemain de l'attaque", SUNDAY, []),
    ("La veille, il pleuvait.", SUNDAY, [("La veille", "2024-07-27")]),
    ("ce n'est qu'en 2015", SUNDAY, [("en 2015", "2015")]),
    # traps
    ("l'effectif est de 2000 soldats", SUNDAY, []),
    ("quelque 1900 obus", SUNDAY, []),
    ("le Mouvement du 23 mars (M23)", SUNDAY, []),
    ("il a été tué", SUNDAY, []),
    ("deux jours après une décision identique", SUNDAY, []),
    ("à 122 km au nord-ouest", SUNDAY, []),
    ("le premier ministre", SUNDAY, []),
    ("la mission des Nations unies au Mali", SUNDAY, []),
    ("les alliés d'hier et d'aujourd'hui", SUNDAY, []),
    ("l'avant-garde et l'avenir", SUNDAY, []),
    ("", SUNDAY, []),
]


@pytest.mark.parametrize(("text", "date", "expected"), PHRASES, ids=[f"{t} [{d}]" for t, d, _ in PHRASES])
def test_the_expression_is_found_with_its_value(text: str, date: str | None, expected: list[tuple[str, str]]) -> None:
    found = find_dates(text, 0, date)
    assert [(text[e.start : e.end], e.value) for e in found] == expected


def test_the_table_is_as_large_as_it_should_be() -> None:
    assert len(PHRASES) >= 120


def test_offsets_are_those_of_the_document() -> None:
    (found,) = find_dates("Hier, en 2015.", 100, None)
    assert (found.start, found.end, found.value) == (106, 113, "2015")


def test_a_typographic_space_or_line_break_does_not_hide_a_date() -> None:
    (found,) = find_dates("le 22\u00a0juillet\n2024", 0, None)
    assert found.value == "2024-07-22"


@pytest.mark.parametrize("date", ["", "juillet", "2024-13", "2024-02-31", "24", None])
def test_an_unusable_document_date_counts_as_none(date: str | None) -> None:
    assert find_dates("samedi 3 août, hier", 0, date) == ()


@given(
    st.text(alphabet="le du 2490/-é'’juiltmarshvndc.(),", max_size=80), st.sampled_from([SUNDAY, MONTH, None, "2024"])
)
def test_any_text_gives_ordered_spans_without_overlap(text: str, date: str | None) -> None:
    end = 0
    for found in find_dates(text, 0, date):
        assert end <= found.start < found.end <= len(text)
        assert found.value
        end = found.end
