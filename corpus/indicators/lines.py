"""A paragraph as the readers of indicators see it, and an indicator in the making."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.indicators.names import blank
from corpus.indicators.years import YearPhrase, read_years
from corpus.plan import IndicatorKind, Quantity
from corpus.quantity.reader import read_quantities
from corpus.quantity.units import CAPITALS


@dataclass(frozen=True, slots=True)
class Setting:
    """What the place of a sentence says about its values."""

    section: str  # path
    aims: bool  # in a section of aims: "Mục tiêu", "Chỉ tiêu", "Tầm nhìn"
    issued: int | None  # year of the plan: an earlier value is where things stood
    heading: str  # words of the nearest heading that names something measured, or ""
    stood: bool = False  # in a part on how things stand: "Thực trạng", "Kết quả đạt được"


@dataclass(slots=True, eq=False)
class Draft:
    """An indicator before its parent has a position and its years are told apart."""

    name: str
    scope: str | None
    quantity: Quantity | None  # None when qualitative
    when: YearPhrase | None
    kind: IndicatorKind
    section: str
    start: int
    end: int
    value_start: int
    value_end: int
    parent: Draft | None = None
    opening: str = (
        ""  # words before the value that also open the next one: "phủ trên 90% hộ, 100% xã"
    )

    @property
    def unit(self) -> str | None:
        """The unit of the value, None when qualitative."""
        return self.quantity.unit if self.quantity else None


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph, read once: its values, year phrases, and text with the latter blanked."""

    text: str
    low: str
    offset: int  # of the paragraph in the plan text
    values: tuple[Quantity, ...]  # offsets in the paragraph
    phrases: tuple[YearPhrase, ...]
    masked: str
    sentences: tuple[tuple[int, int], ...]

    def values_in(self, start: int, end: int) -> tuple[Quantity, ...]:
        """The values that begin in a stretch of the paragraph."""
        return self.values[_place(self.values, start) : _place(self.values, end)]

    def phrases_in(self, start: int, end: int) -> tuple[YearPhrase, ...]:
        """The year phrases that begin in a stretch of the paragraph."""
        return self.phrases[_place(self.phrases, start) : _place(self.phrases, end)]


def _place(found: Sequence[Quantity] | Sequence[YearPhrase], at: int) -> int:
    return bisect_left(found, at, key=lambda one: one.start)


def read_line(text: str, low: str, offset: int, skip: int = 0) -> Line:
    """A paragraph and its folded form; its first ``skip`` characters (a label) are not read."""
    values = tuple(value for value in read_quantities(text, low=low) if value.start >= skip)
    sentences = tuple(split_sentences(text, skip))
    taken = {at for value in values for at in (value.start, value.end - 1)}
    phrases = tuple(
        phrase
        for start, end in sentences
        for phrase in read_years(text, low, start, end)
        if phrase.start not in taken and phrase.end - 1 not in taken
    )
    masked = " " * skip + blank(text, [(phrase.start, phrase.end) for phrase in phrases])[skip:]
    return Line(text, low, offset, values, phrases, masked, sentences)


_ABBREVIATED = re.compile(r"(?:^|[\s(])(?:(?![IVX]+$)[A-ZĐ]{1,2}|Tp|vs|ThS|PGS|No|Nxb)$")
_STOP = re.compile(
    rf"[.!?…](?<![.!?…][.!?…])[.!?…]*+[”\"’)]?(?=[⁰-⁾¹²³]*\s+[{CAPITALS}“\"(\-+0-9]|[⁰-⁾¹²³]*\s*$)"
)


def split_sentences(text: str, start: int = 0) -> list[tuple[int, int]]:
    """Spans of the sentences of a paragraph, in order; abbreviations do not end one."""
    spans: list[tuple[int, int]] = []
    for match in _STOP.finditer(text, start):
        if match.group() == "." and _ABBREVIATED.search(
            text[max(0, match.start() - 8) : match.start()]
        ):
            continue
        spans.append((start, match.end()))
        start = match.end()
    if text[start:].strip():
        spans.append((start, len(text)))
    return [_trimmed(text, *span) for span in spans]


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
