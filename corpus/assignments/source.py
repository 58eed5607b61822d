"""What every rule for assignments works on: the text, its sections, lines and labels, read once."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from corpus.agencies.lists import AgencyText, Span
from corpus.assignments.parts import MARKER, Parties, find_labels
from corpus.plan import Section, SectionKind

SKIPPED = {
    SectionKind.FORMALITIES, SectionKind.OPENING, SectionKind.SIGNATURE, SectionKind.RECIPIENTS, SectionKind.FOOTNOTE,
}  # fmt: skip
ITEMS = {SectionKind.DASH, SectionKind.PLUS}
_IMPLEMENTS = re.compile(
    r"(?:.{0,80}\s)?(?:tổ chức (?:thực hiện|triển khai)|phân công)|(?:giao )?nhiệm vụ (?:của|cho|cụ thể)|trách nhiệm"
)


@dataclass(slots=True)
class Draft:
    """An assignment under construction; ``section`` is the position of the task's section."""

    section: int
    task: Span
    words: Span
    parties: Parties = field(default_factory=Parties)
    deadline: Span | None = None
    seen: set[tuple[str, str]] = field(default_factory=set)  # labels already in the group


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph with the position of the section that holds it."""

    start: int
    end: int
    section: int


class PlanReader:
    """The text, its sections and lines, read once and asked by every rule below."""

    def __init__(self, source: AgencyText, sections: Sequence[Section]) -> None:
        self.source = source
        self.sections = sections
        self.starts = [section.start for section in sections]
        self.lines = [line for line in self._lines(source.text) if not self._skipped(line.section)]
        self.implements = self._implementing()
        self.labels = {
            line.start: find_labels(self.source, line.start, line.end) for line in self.lines
        }

    def section_at(self, offset: int) -> int:
        """Position of the innermost section at an offset."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def _lines(self, text: str) -> list[Line]:
        found: list[Line] = []
        start = 0
        for line in text.splitlines(keepends=True):
            end = start + len(line.rstrip("\n"))
            if end > start:
                found.append(Line(start, end, self.section_at(start)))
            start += len(line)
        return found

    def _skipped(self, section: int) -> bool:
        return not self.sections or self.sections[section].kind in SKIPPED

    def _implementing(self) -> list[bool]:
        """For each section whether it or one above it is the part that assigns tasks."""
        found: list[bool] = []
        for section in self.sections:
            title = self.source.folded[section.start : min(section.end, section.start + 200)].split(
                "\n"
            )[0]
            marker = MARKER.match(title)
            own = (
                bool(section.title)
                and _IMPLEMENTS.match(title, marker.end() if marker else 0) is not None
            )
            found.append(own or (section.parent is not None and found[section.parent]))
        return found
