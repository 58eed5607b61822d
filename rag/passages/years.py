"""The years that the words of a plan print, and those that a sentence of it is for."""

from __future__ import annotations

import re

from rag.draft import Span
from rag.passages.sentences import sentences

_YEAR = re.compile(r"(?<![\d/.,-])(?:19|20)\d\d(?!\d|/)")
_PERIOD = re.compile(r"\b((?:19|20)\d\d)\s?[-–]\s?((?:19|20)\d\d)\b")


def printed_years(text: str) -> list[int]:
    """Years that stand on their own in a text, not those inside a date or a document's number."""
    return [int(year) for year in _YEAR.findall(text)]


def governing_years(span: Span) -> list[int]:
    """The years that a sentence is for: its own, else the last ones printed before it in the provision.

    "Đến năm 2025 … trên 50%; … tối thiểu 40% người dân": the second share is for 2025 too. Where the
    provision prints none, the nearest heading that does decides: "1. Đến năm 2030".
    """
    plan = span.plan
    section = plan.section_at(span.start)
    before = sentences(plan.text, section.start, span.start)
    said = [plan.text[start:end] for start, end in ((span.start, span.end), *reversed(before))]
    titles = [above.title for above in reversed((*plan.ancestors(section), section))]
    return next((years for text in (*said, *titles) if (years := printed_years(text))), [])


def printed_periods(text: str) -> list[tuple[int, int]]:
    """First and last year of every period that a text prints: "2026 - 2030"."""
    return [(int(first), int(last)) for first, last in _PERIOD.findall(text)]
