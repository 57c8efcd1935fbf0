"""What makes a text look as if it should not be read as it stands: broken encoding, or another language than French.

In: a decoded text. Out: the text with its encoding put right where that is certain (UTF-8 that was read as something
else once, « armÃ©e », is turned back by ftfy), and notes for the user. Languages are told by their commonest function
words; nothing is refused for it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from ftfy import fix_encoding

FRENCH = "French"
_WORDS = {
    FRENCH: "le la les l de des du d et un une en à au aux que qu qui dans pour par sur est ont a ce se ne pas son sa",
    "English": "the of to and in that is was for on it with as at by from are has have this be which not his an",
    "Spanish": "el los las y en que es por con se del al una un su para como más fue lo pero sus ha",
    "Portuguese": "o os as e do da dos das em que é por com não uma um no na para se mais ao",
    "Italian": "il lo gli e di che è un una in per con non del della dei nel si da sono alla",
    "German": "der die das und den von zu mit im ist nicht ein eine auf für dem des sich auch wird",
    "Dutch": "de het een van en in is dat op te met voor zijn niet aan er om door ook",
}
LANGUAGES = {name: frozenset(words.split()) for name, words in _WORDS.items()}
_WORD = re.compile(r"[^\W\d_]+")
_FEWEST, _FEWEST_IN_PARAGRAPH = 20, 25
"""Words of a text and of a paragraph below which nothing is said of its language."""
_FRENCH_AT_LEAST = 0.15
"""Share of French function words in French prose: four in ten; lists and headings have fewer."""
_AHEAD = 1.5
"""So many times as many function words make another language likelier."""
_MOJIBAKE = re.compile(
    r"[ÃÂ][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u2122]|â€"
)
_LOST = "\ufffd"


def repaired(text: str) -> str:
    """``text`` with mojibake turned back into what it was, where that is certain; the same text otherwise."""
    return fix_encoding(text) if _MOJIBAKE.search(text) else text


def notes(text: str, body: tuple[int, int], *, was_broken: bool = False) -> tuple[str, ...]:
    """What a user should know of a text whose prose is ``body``; ``was_broken`` if its encoding was put right."""
    return tuple(_notes(text, body, was_broken))


def _notes(text: str, body: tuple[int, int], was_broken: bool) -> Iterator[str]:
    if was_broken:
        yield "its encoding was broken (« Ã© » for « é ») and was put right; save it again as UTF-8"
    broken = next((m for pattern in (_MOJIBAKE, re.compile(_LOST)) if (m := pattern.search(text, *body))), None)
    if broken is not None:
        yield f"its encoding looks broken in line {_line(text, broken.start())}; save it again as UTF-8"
    language = likely_language(text[slice(*body)], _FEWEST)
    if language not in (None, FRENCH):
        yield f"looks {language}, not French; only French is read, so leave it out" if language else _UNKNOWN
        return
    foreign = [(start, name) for start, name in _paragraphs(text, body) if name not in (None, "", FRENCH)]
    if foreign:
        where = ", ".join(f"line {_line(text, start)} ({name})" for start, name in foreign[:3])
        yield f"has paragraphs that do not look French: {where}{' …' * (len(foreign) > 3)}"


_UNKNOWN = "has few French words: perhaps another language, or no prose"


def likely_language(text: str, fewest: int) -> str | None:
    """The language whose function words are commonest, "" if none is common, None for a text of too few words."""
    words = [word.lower() for word in _WORD.findall(text)]
    if len(words) < fewest:
        return None
    counted = Counter(words)
    shares = {name: sum(counted[word] for word in known) / len(words) for name, known in LANGUAGES.items()}
    french = shares.pop(FRENCH)
    best = max(shares, key=lambda name: shares[name])
    if shares[best] >= _FRENCH_AT_LEAST and shares[best] > _AHEAD * french:
        return best
    return FRENCH if french >= _FRENCH_AT_LEAST else ""


def _paragraphs(text: str, body: tuple[int, int]) -> Iterator[tuple[int, str | None]]:
    for match in re.finditer(r"[^\n]+", text[slice(*body)]):
        yield body[0] + match.start(), likely_language(match[0], _FEWEST_IN_PARAGRAPH)


def _line(text: str, place: int) -> int:
    return text.count("\n", 0, place) + 1
