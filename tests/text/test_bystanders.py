"""Aid organisations and journalists are where the war is: that makes them no supporters of anybody."""

from __future__ import annotations

import pytest

from kg.records import Document, Entity
from kg.text.reader import Reader
from kg.vocabulary import Vocabulary

SENTENCES = (
    "Le CICR est présent à Kidal, tenue par le JNIM.",
    "Médecins sans frontières travaille dans la zone contrôlée par le M23.",
    "MSF soigne les blessés du M23 à l'hôpital de Goma.",
    "Le CICR a évacué des combattants du JNIM blessés à Kidal.",
    "Le Programme alimentaire mondial a livré des vivres aux habitants de Goma, sous le contrôle du M23.",
    "Le PAM a distribué de la nourriture dans les villages tenus par le JNIM.",
    "Le CICR a visité des prisonniers détenus par le CSP-DPA.",
    "Le CICR a rencontré des chefs du JNIM pour négocier l'accès aux civils.",
    "Des journalistes de RFI ont accompagné une colonne du CSP-DPA à Kidal.",
    "RFI a interviewé un porte-parole du M23 à Goma.",
    "Un reporter de l'AFP se trouvait aux côtés des combattants du M23 à Goma.",
    "Des journalistes de la BBC étaient avec l'armée ukrainienne à Bakhmout.",
    "Handicap International a repris ses activités à Tombouctou avec l'accord du JNIM.",
    "Le convoi de Médecins du monde a été escorté par le M23 jusqu'à Goma.",
    "L'UNICEF a fourni de l'eau aux déplacés du camp de Kanyaruchinya, près des positions du M23.",
    "Le Croissant-Rouge a transporté les corps de combattants du Hamas à Gaza.",
    "L'ONG Oxfam a obtenu du JNIM l'autorisation de travailler à Djibo.",
    "Save the Children finance des écoles dans les régions tenues par les Houthis.",
    "Le HCR a apporté une aide humanitaire aux familles dans le Masisi contrôlé par le M23.",
    "Reporters sans frontières a plaidé auprès du M23 pour la libération d'un journaliste.",
)


@pytest.mark.parametrize("sentence", SENTENCES)
def test_presence_care_and_reporting_are_no_support(reader: Reader, vocabulary: Vocabulary, sentence: str) -> None:
    document = Document(id="a", path="a.txt", text=sentence, body=(0, len(sentence)), digest="", date="2024-07")
    found = [
        (claim.subject.label, claim.relation, claim.object.label)
        for claim in reader.read(document)
        if isinstance(claim.object, Entity)
        and vocabulary.relations[claim.relation].supportive
        and claim.polarity == "positive"
        and any(_bystander(party, vocabulary) for party in (claim.subject, claim.object))
        and any(vocabulary.is_a(party.type, "ArmedActor") for party in (claim.subject, claim.object))
    ]
    assert found == []


def _bystander(party: Entity, vocabulary: Vocabulary) -> bool:
    return any(vocabulary.is_a(party.type, name) for name in ("Organization", "Person"))
