"""Interviews: paragraphs that are questions, and who answers them.

In: a ``Text`` and its ``Parties``. Out: the person who answers and the paragraphs of the answers; None in other texts.
"""

from __future__ import annotations

from kg.text.parties import Parties, Party
from kg.text.tokens import Text


def find_interview(text: Text, parties: Parties) -> tuple[Party | None, frozenset[int]]:
    """Two paragraphs that are questions make an interview: the answers are the person's introduced before."""
    last: dict[int, bool] = {s.paragraph: s.question for s in text.sentences}
    asked = [p for p, question in last.items() if question]
    if len(asked) < 2:
        return None, frozenset()
    for token in text.tokens:
        if text.sentence(token).paragraph >= asked[0]:
            break
        person = next((p for p in parties.at(token) if p.type == "Person" and parties.named(p.key)), None)
        if person is not None:
            return person, _answers([p for p in last if p >= asked[0]], asked)
    return None, frozenset()


def _answers(paragraphs: list[int], asked: list[int]) -> frozenset[int]:
    """The paragraphs that are no questions; where each question has one paragraph for an answer, every second one.

    So « Un rapport vous accuse d'avoir brûlé P. » is a question as well.
    """
    questions = frozenset(asked)
    alternate = frozenset(paragraphs[1::2])
    return (
        alternate if len(paragraphs) > len(asked) and not alternate & questions else frozenset(paragraphs) - questions
    )
