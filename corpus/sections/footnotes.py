"""Footnotes: the marks that call them in the text and the paragraphs that hold them."""

from __future__ import annotations

import re

_SUPERSCRIPT = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_TO_DIGIT = str.maketrans(_SUPERSCRIPT, "0123456789")

# A mark in the text: ⁽³⁾, a bare ¹ (not the exponent of m², km³), or "(3)" and "[3]" set without a space.
_CALL = re.compile(
    rf"⁽(?P<raised>[{_SUPERSCRIPT}]{{1,3}})⁾"
    rf"|(?<![mM{_SUPERSCRIPT}])(?P<bare>[{_SUPERSCRIPT}]{{1,3}})(?![{_SUPERSCRIPT}])"
    r"|(?<=[^\s(\[])\((?P<round>\d{1,2})\)"
    r"|(?<=\S)\[(?P<square>\d{1,2})\]"
)
# The start of a note's own paragraph.
_NOTE = re.compile(
    rf"(?:\((?P<round>\d{{1,2}})\)|\[(?P<square>\d{{1,2}})\]:?|⁽(?P<raised>[{_SUPERSCRIPT}]{{1,3}})⁾"
    rf"|(?P<bare>[{_SUPERSCRIPT}]{{1,3}}))\s*(?=\S)"
)


def _number(match: re.Match[str]) -> str:
    printed = next(group for group in match.groups() if group)
    return str(int(printed.translate(_TO_DIGIT)))


def calls(text: str) -> list[tuple[str, int, int]]:
    """Every call mark as (number, start, end), in order. Ambiguous "(3)" counts only set tight."""
    return [(_number(match), match.start(), match.end()) for match in _CALL.finditer(text)]


def note_label(paragraph: str) -> tuple[str, int] | None:
    """Number of the note that ``paragraph`` begins and the length of its mark, or None."""
    match = _NOTE.match(paragraph[:16])
    return (_number(match), match.end()) if match else None
