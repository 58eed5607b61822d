"""Where sentences of a plan begin and end, so that a quote is short and whole."""

from __future__ import annotations

import re

from corpus.letters import UPPER

# A full stop ends a sentence before a capital or the end of the line; not inside "TP. Đà Lạt",
# "v.v. và", "1.1.", a number or a row of dots.
_END = re.compile(
    rf"(?<!\bTP)(?<!\bTX)(?<!\bTT)(?<!\bKT)(?<!\bTM)(?<!\d)(?<!\.)[.!?…]+(?:[”\")]|/\.)?(?=\s+[“\"(]?[{UPPER}]|\s*$)"
    rf"|(?<=\d)\.(?=\s+[“\"(]?[{UPPER}])"
)
_CLAUSE = re.compile(r";(?=\s)")
LONG = 280  # a sentence longer than this is cut at its semicolons


def sentences(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Spans of the sentences of ``text[start:end]`` in order, without surrounding blanks."""
    found: list[tuple[int, int]] = []
    for line in re.finditer(r"[^\n]+", text[start:end]):
        position = start + line.start()
        stop = start + line.end()
        for match in _END.finditer(text, position, stop):
            found += _clauses(text, position, match.end())
            position = match.end()
        found += _clauses(text, position, stop)
    return found


def _clauses(text: str, start: int, end: int) -> list[tuple[int, int]]:
    span = _trim(text, start, end)
    if span[1] - span[0] <= LONG:
        return [span] if span[0] < span[1] else []
    found: list[tuple[int, int]] = []
    position = span[0]
    for match in _CLAUSE.finditer(text, *span):
        if match.start() - position >= LONG // 4:
            found.append(_trim(text, position, match.end()))
            position = match.end()
    found.append(_trim(text, position, span[1]))
    return [piece for piece in found if piece[0] < piece[1]]


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
