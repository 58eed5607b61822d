"""What a sentence of an answer claims in its own words: quotes, numbers, years, names, scopes.

Offsets are those of ``Claim.text``; quotes and the phrases that a citation is made of are blanked
out there, so that what is left is what the writer says himself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from corpus.dates import DATE, iso
from corpus.doctypes import find_numbers
from corpus.fold import fold
from corpus.plan import Quantity
from corpus.quantity.reader import read_quantities
from rag.gate.evidence import YEAR

BLANK = "¦"
# A year after a stroke ("12/2025") is part of a month.
_PERIOD = re.compile(
    r"(?<!\d/)"
    r"(?:(?P<since>(?:19|20)\d\d)\s?[-–]\s?(?P<year>(?:19|20)\d\d)(?![.,]?\d)|(?P<one>"
    + YEAR.pattern
    + "))"
)
_LABEL_WORDS = (
    "gạch đầu dòng thứ|đoạn thứ|hàng thứ|dòng thứ|tiểu mục|mục|khoản|điểm|điều|chương|phần|phụ lục|"
    "mẫu biểu số|mẫu số|chú thích"
)
_PROVISION = re.compile(
    rf"(?<!\w)(?:{fold(_LABEL_WORDS)})\s(?:[ivxlc]+|\d+(?:\.\d+)*|[a-zđ])(?:\.[\w.]*\w)?(?!\w)"
)
_PARENTHESES = re.compile(r"\(([^()]*)\)")
# A number that is no amount ("5G", "loại 4", "9/2022") or a Roman one, in printed text.
_TOKEN = re.compile(r"(?<!\w)(?:\w*\d[\w]*(?:[.,/-]\d\w*)*|[IVXLC]+(?:/\d+)?)(?!\w)")
_LEFT = re.compile(r"(?P<word>\w+)\W{1,3}$")
_RIGHT = re.compile(r"\W{0,3}(?P<word>[^\W\d]\w*|%)")
_WORD = re.compile(r"[^\W\d_]\w*")
_OPENS = re.compile(r"(?:^|[.!?¦\n]\s*|-\s+)$")


@dataclass(frozen=True, slots=True)
class Time:
    """A year, or a period that ends with it, and where the claim names it."""

    year: int
    since: int | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Claim:
    """A sentence without its quotes; ``low`` is it folded, of the same length."""

    text: str
    low: str

    def without(self, spans: Iterable[tuple[int, int]]) -> Claim:
        """The claim with these stretches blanked out."""
        text, low = self.text, self.low
        spans = tuple(spans)
        if not spans:
            return self
        for start, end in spans:
            fill = BLANK * (end - start)
            text = text[:start] + fill + text[end:]
            low = low[:start] + fill + low[end:]
        return Claim(text, low)

    def places_of(self, phrase: str) -> list[tuple[int, int]]:
        """Where a folded phrase stands in the claim as whole words."""
        found: list[tuple[int, int]] = []
        at = self.low.find(phrase) if phrase else -1
        while at >= 0:
            end = at + len(phrase)
            if not _joined(self.low, at) and not _joined(self.low, end):
                found.append((at, end))
            at = self.low.find(phrase, at + 1)
        return found

    def quantities(self) -> tuple[Quantity, ...]:
        """Amounts that the claim states."""
        return read_quantities(self.text)

    def times(self, quantities: Sequence[Quantity]) -> list[Time]:
        """Years and periods outside dates, numbers of documents and amounts."""
        found: list[Time] = []
        for match in _PERIOD.finditer(self.low):
            if any(q.start < match.end() and match.start() < q.end for q in quantities):
                continue
            year = int(match["year"] or match["one"])
            since = int(match["since"]) if match["since"] else None
            found.append(Time(year, since, *match.span()))
        return found

    def provisions(self) -> list[tuple[int, int]]:
        """Parts of a document named by their labels: "khoản 2", "Mục II"."""
        return [match.span() for match in _PROVISION.finditer(self.low)]

    def dates(self) -> list[tuple[int, int, str | None]]:
        """Printed dates with their ISO forms."""
        return [(*match.span(), iso(match)) for match in DATE.finditer(self.text)]

    def numbers(self) -> list[tuple[int, int, str]]:
        """Document numbers, folded."""
        return [(n.start, n.end, fold(n.text)) for n in find_numbers(self.text)]

    def parentheses(self) -> list[tuple[int, int]]:
        """What stands in parentheses, without them."""
        return [match.span(1) for match in _PARENTHESES.finditer(self.text)]

    def tokens(self) -> list[tuple[str, list[str]]]:
        """Numbers that are no amounts, each with the ways it must stand in the text it cites.

        "mạng 5G khu vực" must be found as "mạng 5g" or as "5g khu"; a number without neighbours alone.
        """
        found = []
        for match in _TOKEN.finditer(self.text):
            token = self.low[match.start() : match.end()]
            left = _LEFT.search(self.low[max(0, match.start() - 20) : match.start()])
            right = _RIGHT.match(self.low, match.end())
            ways = [f"{left['word']} {token}"] if left else []
            ways += [f"{token} {right['word']}", f"{token}{right['word']}"] if right else []
            found.append((match.group(), ways or [token]))
        return found

    def proper_names(self) -> list[str]:
        """Capitalised words that do not merely open a sentence."""
        return [
            match.group()
            for match in _WORD.finditer(self.text)
            if match.group()[0].isupper()
            and not _OPENS.search(self.text[max(0, match.start() - 4) : match.start()])
        ]


def _joined(text: str, at: int) -> bool:
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()


def claim_of(text: str) -> Claim:
    """A claim of text that holds no quotes."""
    return Claim(text, fold(text))


def quotes_in(text: str) -> list[tuple[int, int]]:
    """Spans of the outermost quotes, without their marks; one never closed runs to the end."""
    found: list[tuple[int, int]] = []
    depth = start = 0
    for at, char in enumerate(text):
        if char == "“":
            start = at + 1 if depth == 0 else start
            depth += 1
        elif char == "”" and depth:
            depth -= 1
            if depth == 0:
                found.append((start, at))
    if depth:
        last = text.rfind("”", start)
        found.append((start, last if last >= start else len(text)))
    return found
