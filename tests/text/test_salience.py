"""Whom pronouns and possessives stand for in sentences as the press writes them; the brackets mark what is asked."""

from __future__ import annotations

import pytest
from spacy.language import Language
from text.examples import document

from kg.text.annotate import Annotator
from kg.text.mentions import MentionFinder
from kg.text.parties import Parties
from kg.text.phrases import POSSESSIVES
from kg.text.wordlists import Wordlists

# text with the anaphor in brackets, keys of those it stands for: gazetteer ids, or the name of a party without one
SENTENCES: list[tuple[str, set[str]]] = [
    # the subject of its own clause owns what a verb takes
    ("Le Niger, qui redoute le JNIM, a retiré [ses] soldats.", {"niger"}),
    ("Le Mali jure que le Niger a fermé [ses] frontières.", {"niger"}),
    ("Le MSA reproche au GATIA d'avoir retiré [ses] hommes.", {"gatia"}),
    # whoever is explained by the possessive is not its owner
    (
        "L'AFC menace Kalemie. « Nous avançons », promet Lawrence Kanyuka, l'un de [ses] porte-parole.",
        {"alliance-fleuve-congo"},
    ),
    ("L'armée soudanaise recule. L'Égypte, [son] principal soutien, se tait.", {"armee-soudanaise"}),
    # number: « qui » has that of its antecedent, « les États-Unis » are many
    ("L'ONG MSF accuse des soldats maliens qui ont pillé l'une de [ses] ambulances.", {"msf"}),
    ("La MINUSMA a un allié sûr, les États-Unis ; [ils] forment le Mali.", {"etats-unis"}),
    # a pronoun beside its own noun
    ("Le Bénin se tait. Le Nigeria, [lui], attaque le JNIM.", {"nigeria"}),
    ("Le Bénin se tait. Pourquoi le Nigeria attaque-t-[il] le JNIM ?", {"nigeria"}),
    ("Le Bénin se tait. La Turquie soutient, [elle], le Mali.", {"turquie"}),
    ("Le M23 avance. Paul Kagame a répondu, [lui] qui accuse la France.", {"paul-kagame"}),
    ("Le Mali accuse Khalifa Haftar de trahison. L'[intéressé] nie.", {"khalifa-haftar"}),
    # a noun that is nobody's party is the topic
    ("Le M23 avance. Quant aux pourparlers de paix, [ils] sont au point mort.", set()),
    # a name and what is said about it, behind a comma
    ("Le M23 avance. La Hongrie, par la voix de [son] ministre, se tait.", {"hongrie"}),
    ("L'armée rwandaise nie. Ronald Rwivanga, le porte-parole de cette [dernière], se tait.", {"rdf"}),
    # objects before their verb; « le » of a clause is nobody
    ("Iyad Ag Ghaly est en fuite. Le Mali [l']accuse de trahison.", {"iyad-ag-ghali"}),
    ("Le FLA avance. Le Mali et la Russie [le] combattent.", {"front-de-liberation-de-l-azawad"}),
    ("Le Mali accuse le Niger d'abriter le FLA. Niamey [le] nie.", set()),
    ("Le Mali tient Gao. Le Niger [le] sait.", set()),
    # the topic that is named first
    ("Le Mali a rompu avec la France. Quant au Niger, [il] négocie.", {"niger"}),
    # an opening phrase belongs to the subject behind it
    ("Le JNIM avance. Fidèle à [ses] habitudes, le Mali se tait.", {"mali"}),
    # « à ses côtés » is as good as « à côté d'elle »
    ("Le JNIM recule. La Russie attaque Gao et le Mali combat à [ses] côtés.", {"russie"}),
    # nobody else of its own clause
    ("Le Mali a rompu avec le Niger. Le Burkina Faso [lui] livre des drones.", {"mali"}),
    ("Le Niger est isolé. Joint par RFI, [il] accuse la France.", {"niger"}),
    # a noun that is no party may be meant as well
    ("Le Mali a signé un accord avec le CSP. La trêve est fragile. [Elle] tient.", set()),
    # two subjects side by side are not one owner
    ("Le Mali combat le JNIM. La France et le Niger retirent [leur] soutien.", {"france", "niger"}),
]


@pytest.mark.parametrize(("marked", "expected"), SENTENCES, ids=[s[0] for s in SENTENCES])
def test_whom_it_stands_for(marked: str, expected: set[str], words: Wordlists, pipeline: Language) -> None:
    start = marked.index("[")
    made = document(marked.replace("[", "").replace("]", ""))
    text = Annotator(pipeline, words.vocabulary).annotate(made, ())
    parties = Parties("d", text, MentionFinder(words).find(text), words)
    token = next(t for t in text.tokens if t.start <= start < t.end)
    head = text.head(token)
    found = parties.owner(head) if token.lower in POSSESSIVES and head is not None else parties.at(token)
    assert {p.key for p in found} == expected
