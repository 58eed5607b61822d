"""Plans cut into chunks: the passages that are searched and shown.

A chunk is a section with all its text. A long one is cut at its children, then at paragraphs, then
at sentences; a dash is never cut unless it is too long by itself. Every chunk is a span of the
plan; what it needs to be understood alone (plan name, headings above) is its ``context``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.plan import Plan, Section, SectionKind

# A chunk holds at most this many syllables: within the 512 tokens of the usual embedding models
# (about 350-400 Vietnamese syllables) with its context, and short enough to be read at a glance.
MAX_SYLLABLES = 180
# Dashes shorter than this are kept together with their neighbours: alone they say too little.
MIN_SYLLABLES = 40
SUBJECT_SYLLABLES = 12  # how much of the subject (trích yếu) names a plan
LEAD_SYLLABLES = 20  # how much of a section without a heading stands for it in a context

_LIST_ITEMS = frozenset({SectionKind.DASH, SectionKind.PLUS})
# Where an overlong text is cut, the best place first.
_CUTS = (
    re.compile(r"\n+"),
    re.compile(r"(?<=[.!?…;])(?<![A-ZĐ]\.)\s+"),  # "TP. Hà Tĩnh", "KT. CHỦ TỊCH" end no sentence
    re.compile(r"(?<=,)\s+"),
    re.compile(r"\s+"),
)


@dataclass(frozen=True, slots=True)
class Chunk:
    """One passage of a plan: ``plan.text[start:end]``, all of it inside ``section``'s subtree."""

    id: int  # row number in the index; position in the plan when fresh from ``chunk_plan``
    plan: Plan
    section: Section  # the innermost section that holds the whole chunk
    start: int
    end: int
    context: str  # plan name and headings above; searched with the text, never shown as its words

    @property
    def text(self) -> str:
        """The passage as printed."""
        return self.plan.text[self.start : self.end]

    @property
    def indexed(self) -> str:
        """What both legs of the search read: context, then text."""
        return f"{self.context}\n{self.text}"


@dataclass(frozen=True, slots=True)
class _Piece:
    section: Section
    start: int
    end: int


def chunk_plan(plan: Plan) -> tuple[Chunk, ...]:
    """The chunks of ``plan`` in the order of the text; none overlap, none is blank.

    Left out is only what a chunk's context already says: a heading that has nothing but children.
    """
    cutter = _Cutter(plan)
    return tuple(
        make_chunk(number, plan, piece.section, piece.start, piece.end)
        for number, piece in enumerate(cutter.pieces())
    )


def make_chunk(number: int, plan: Plan, section: Section, start: int, end: int) -> Chunk:
    """A chunk with the context that belongs to its place in the plan."""
    return Chunk(number, plan, section, start, end, context(plan, section, start))


def short_name(plan: Plan) -> str:
    """What people call the plan: type, number, locality or issuer, first words of the subject."""
    meta = plan.meta
    subject = " ".join((meta.subject or "").split()[:SUBJECT_SYLLABLES])
    parts = (meta.type, meta.number, meta.locality or meta.issuer, subject)
    return " ".join(part for part in parts if part)


def context(plan: Plan, section: Section, start: int) -> str:
    """Plan name and headings above ``start``, outermost first, joined by " › ".

    The section's own heading is named only when the chunk begins after it; first words stand for a
    heading that is not there. A footnote takes the headings of the place that calls it.
    """
    around = _caller(plan, section) or section
    above = [*plan.ancestors(around)]
    if around is not section or start > section.start:
        above.append(around)
    return " › ".join(filter(None, [short_name(plan), *(_heading(plan, other) for other in above)]))


def _heading(plan: Plan, section: Section) -> str:
    words = plan.text[section.body_start : section.end].split(maxsplit=LEAD_SYLLABLES)
    return section.title or " ".join(words[:LEAD_SYLLABLES])


def _caller(plan: Plan, section: Section) -> Section | None:
    """The section whose text calls this footnote, None for anything else."""
    if section.kind is not SectionKind.FOOTNOTE:
        return None
    for note in plan.footnotes:
        if section.start <= note.start < section.end and note.calls:
            return plan.section_at(note.calls[0][0])
    return None


def _syllables(text: str) -> int:
    return len(text.split())


class _Cutter:
    """Cuts one plan; holds the text and who is whose child."""

    def __init__(self, plan: Plan) -> None:
        self._text = plan.text
        self._children: dict[int | None, list[Section]] = {}
        for section in plan.sections:
            self._children.setdefault(section.parent, []).append(section)

    def pieces(self) -> Iterator[_Piece]:
        for root in self._children.get(None, []):
            yield from self._section(root)

    def _section(self, section: Section) -> Iterator[_Piece]:
        if self._size(section.start, section.subtree_end) <= MAX_SYLLABLES:
            yield from self._trimmed(section, section.start, section.subtree_end)
            return
        children = self._children.get(section.index, [])
        run: list[Section] = []  # short list items (or the section's own short words) kept together
        if not self._is_bare_heading(section, children):
            run.append(section)
        for child in children:
            if run and self._size(run[0].start, run[-1].end) >= MIN_SYLLABLES:
                yield from self._run(section, run)
                run = []
            if self._is_short_item(child):
                run.append(child)
                continue
            yield from self._run(section, run)
            run = []
            yield from self._section(child)
        yield from self._run(section, run)

    def _run(self, parent: Section, run: Sequence[Section]) -> Iterator[_Piece]:
        """One piece for what was kept together; the parent's own long words are cut."""
        if not run:
            return
        owner = run[0] if len(run) == 1 else parent
        end = run[-1].end if run[-1] is parent else run[-1].subtree_end
        for start, stop in self._cut(run[0].start, end, 0):
            yield from self._trimmed(owner, start, stop)

    def _is_bare_heading(self, section: Section, children: Sequence[Section]) -> bool:
        return bool(children) and not self._text[section.body_start : section.end].strip()

    def _is_short_item(self, section: Section) -> bool:
        return (
            section.kind in _LIST_ITEMS
            and self._size(section.start, section.subtree_end) < MIN_SYLLABLES
        )

    def _size(self, start: int, end: int) -> int:
        return _syllables(self._text[start:end])

    def _trimmed(self, section: Section, start: int, end: int) -> Iterator[_Piece]:
        """The piece without blanks at its ends; nothing when no word is left."""
        text = self._text[start:end]
        if any(map(str.isalnum, text)):
            left = len(text) - len(text.lstrip())
            yield _Piece(section, start + left, start + len(text.rstrip()))

    def _cut(self, start: int, end: int, level: int) -> Iterator[tuple[int, int]]:
        """Spans of at most MAX_SYLLABLES that together are ``[start, end)``, cut at good places."""
        if self._size(start, end) <= MAX_SYLLABLES or level == len(_CUTS):
            yield start, end
            return
        open_start, open_size = start, 0
        for left, right in self._parts(start, end, level):
            size = self._size(left, right)
            if open_size and open_size + size > MAX_SYLLABLES:
                yield open_start, left
                open_start, open_size = left, 0
            if size > MAX_SYLLABLES:
                yield from self._cut(left, right, level + 1)
                open_start, open_size = right, 0
            else:
                open_size += size
        if open_start < end:
            yield open_start, end

    def _parts(self, start: int, end: int, level: int) -> Iterator[tuple[int, int]]:
        left = start
        for match in _CUTS[level].finditer(self._text, start, end):
            yield left, match.end()
            left = match.end()
        if left < end:
            yield left, end
