"""Refuses SPARQL that would call the network or bring the parser down, before the parser sees it.

In: a query text from anybody. Out: nothing, or a ``QueryError``. The SPARQL library follows ``SERVICE`` without asking
and dies, with the whole process, on a few thousand nested brackets or chained operators; neither can be switched off
or caught. The scanner here follows the tokens of https://www.w3.org/TR/sparql11-query/#grammar and, where its reading
could differ from the library's, refuses.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.errors import QueryError

MAX_LENGTH = 50_000
"""Characters. Longer queries are no questions of a person."""
MAX_DEPTH = 100
"""Nested brackets of any kind. The library dies at about 3,000 on the main thread, at 200 on a thread with 512 kB."""
MAX_STEPS = 400
"""Operators and separators, of which a chain nests without a bracket (``1+1+1``); with 500 joined patterns the
library's planner needs more than a minute."""
MAX_PARTS = 100
"""Keywords whose parts nest in the plan (``{} UNION {} UNION {}``): 200 are too many for a thread with 512 kB."""

_LOCAL = r"(?:[\w.:-]|%[0-9A-Fa-f]{2}|\\[_~.\-!$&'()*+,;=/?#@%])*"
_TOKEN = re.compile(
    rf"""
    (?P<comment>\#[^\n\r]*)
  | (?P<string>'''(?:\\.|[^\\])*?''' | \"\"\"(?:\\.|[^\\])*?\"\"\" | '(?:\\.|[^'\\\n\r])*' | "(?:\\.|[^"\\\n\r])*")
  | (?P<iri><[^<>"{{}}|^`\\\x00-\x20]*>)
  | (?P<variable>[?$]\w+)
  | (?P<name>(?:[^\W\d_][\w.-]*|_)?:{_LOCAL})
  | (?P<word>[^\W\d_]+)
  | (?P<other>.)
    """,
    re.VERBOSE | re.DOTALL,
)
_CODE_POINT = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_OPENING, _CLOSING = "{([", "})]"
_STEPS = frozenset("!+-*/|&^=<>;,.")
_PART_WORDS = frozenset("UNION OPTIONAL BIND MINUS FILTER GRAPH VALUES LATERAL SELECT".split())


def check_query(sparql: str) -> None:
    """Raises a ``QueryError`` for a query that must not reach the library."""
    if len(sparql) > MAX_LENGTH:
        raise QueryError(f"the query has {len(sparql):,} characters; at most {MAX_LENGTH:,} are read")
    depth = steps = parts = 0
    for kind, token in _tokens(_without_code_points(sparql)):
        if _calls_network(kind, token):
            raise QueryError("SERVICE is refused: it would send parts of the query to another machine; remove it")
        if kind == "other":
            depth += (token in _OPENING) - (token in _CLOSING)
            steps += token in _STEPS
        parts += kind == "word" and token.upper() in _PART_WORDS
        if depth > MAX_DEPTH:
            raise QueryError(f"the query nests brackets more than {MAX_DEPTH} deep; write it flatter")
        if steps > MAX_STEPS or parts > MAX_PARTS:
            raise QueryError(f"the query has more than {MAX_STEPS} operators or {MAX_PARTS} parts; split it")


def _without_code_points(sparql: str) -> str:
    """The query with its ``\\u0041`` undone, which may stand anywhere and hide any character (section 19.2)."""
    return _CODE_POINT.sub(lambda match: chr(min(int(match[1] or match[2], 16), 0x10FFFF)), sparql)


def _tokens(sparql: str) -> Iterator[tuple[str, str]]:
    for match in _TOKEN.finditer(sparql):
        yield str(match.lastgroup), match.group()


def _calls_network(kind: str, token: str) -> bool:
    """Whether the token is, or could be read as, the keyword SERVICE."""
    found = token.upper().find("SERVICE")
    if found < 0 or kind in {"comment", "string", "variable"}:
        return False
    if kind == "iri":
        # « 1<2)SERVICE#> »: less-than signs that look like an IRI. A real IRI with both is rare enough to refuse.
        return ")" in token[:found]
    if kind == "name":
        # « SERVICE:x » is the keyword before a name with the empty prefix as well as a name of its own.
        return found < token.index(":")
    return True
