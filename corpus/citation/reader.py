"""Reads what people type as a citation, in any order and style, and finds it in the plans.

"II.2.a", "điểm a k2 mục II KH151", "muc 2 khoan 3 ke hoach 151", "5.6 phần III kế hoạch Đức Phổ".
What is not there is not found: a number, a place or a label that no plan has gives nothing.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice, pairwise, product

from corpus.citation.document import DocumentWords, scan_document
from corpus.citation.fit import fits, names_issuer
from corpus.citation.match import Match, match_parts
from corpus.citation.parts import MASK, MAX_PARTS, NUMBER_MASK, Part, PlacedPart, scan_parts
from corpus.citation.words import one_line
from corpus.fold import fold, has_marks, strip_marks
from corpus.plan import Plan, Section
from corpus.plan import SectionKind as Kind
from corpus.sections.labels import roman_value

MAX_READINGS = 32

_RANKS = {
    Kind.APPENDIX: 0, Kind.FORM: 0, Kind.PART: 1, Kind.CHAPTER: 2, Kind.SECTION: 3,
    Kind.SUBSECTION: 4, Kind.ARTICLE: 5, Kind.CLAUSE: 6, Kind.POINT: 7,
}  # fmt: skip
_LOWEST = 8
_MASKS = (MASK, NUMBER_MASK)
_JOINERS = frozenset({"va", ";", "hoac", "voi", ", va", "so voi", "va ca"})
# "Đ11K1" is "Đ11 K1".
_GLUED = re.compile(r"(?<!\w)(?:[kđdm]\d{1,3}|m[ivxl]{1,4}){2,4}(?!\w)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class CitationReading:
    """One way to understand a typed citation.

    ``parts`` from the largest to the smallest; empty when only a document is named. ``through`` is
    the far end of "từ … đến …". ``item`` tells apart several citations typed in one text.
    """

    parts: tuple[Part, ...]
    document: DocumentWords
    through: tuple[Part, ...] = ()
    item: int = 0


@dataclass(frozen=True, slots=True)
class Found:
    """A provision that a reading names: ``[start, end)`` is it with all that belongs to it.

    ``exact`` is False when something above it was left out ("khoản 2" of which Mục?), or when the
    document was named loosely ("kế hoạch" for an action programme).
    """

    plan: Plan
    section: Section
    start: int
    end: int
    exact: bool


def read_citation(text: str) -> tuple[CitationReading, ...]:
    """Every reading of ``text`` as a citation, the most usual first; () when it names nothing.

    Never raises. Linear in the length of the text.
    """
    line = _GLUED.sub(_unglued, unicodedata.normalize("NFC", one_line(text)))
    folded, plain = fold(line), strip_marks(line)
    document, masked = scan_document(folded, plain)
    visible = "".join(b if b in _MASKS else a for a, b in zip(folded, masked, strict=True))
    parts = scan_parts(visible, masked)
    document = replace(document, words=_left_over(line, masked, parts))
    if not parts:
        return (CitationReading((), document),) if _names_document(document) else ()
    readings = islice(_readings(parts, masked, document, has_marks(line)), MAX_READINGS)
    return tuple(dict.fromkeys(readings))


def resolve(readings: Sequence[CitationReading], plans: Sequence[Plan]) -> tuple[Found, ...]:
    """Every provision in ``plans`` that fits a reading, best first; () when there is none.

    A reading that names no document is looked up in all plans; one without parts gives the plan
    whole. Never offers something near instead.
    """
    ranked: dict[tuple[str, int, int], tuple[tuple[bool, int, int, int], Found]] = {}
    named: dict[DocumentWords, tuple[tuple[Plan, bool], ...]] = {}
    order = {plan.id: position for position, plan in enumerate(plans)}
    for position, reading in enumerate(readings):
        if reading.document not in named:
            named[reading.document] = fits(reading.document, tuple(plans))
        for plan, loose in named[reading.document]:
            for match in _matches(reading, readings, plan):
                found = Found(
                    plan, match.section, match.start, match.end, match.exact and not loose
                )
                rank = (not found.exact, position, order[plan.id], match.section.index)
                key = (plan.id, match.start, match.end)
                if key not in ranked or rank < ranked[key][0]:
                    ranked[key] = (rank, found)
    return tuple(found for _, found in sorted(ranked.values(), key=lambda each: each[0]))


def _names_document(document: DocumentWords) -> bool:
    if document.number or document.carries:
        return True
    return bool(document.types) and names_issuer(document.words)


def _unglued(match: re.Match[str]) -> str:
    return re.sub(r"(?<=[\divxl])(?=[kđdm])", " ", match.group(), flags=re.IGNORECASE)


def _left_over(line: str, masked: str, parts: tuple[PlacedPart, ...]) -> str:
    """The typed words that were not read, with "," for each part and "|" for document words."""
    kept = ["|" if mask in _MASKS else char for char, mask in zip(line, masked, strict=True)]
    for part in parts:
        kept[part.start : part.end] = "," * (part.end - part.start)
    return re.sub(r"([,|])[\s,|]*(?=[,|])", r"", one_line("".join(kept)))


def _readings(
    parts: tuple[PlacedPart, ...], plain: str, document: DocumentWords, marked: bool
) -> Iterator[CitationReading]:
    gaps = [plain[a.end : b.start].strip(" ,") for a, b in pairwise(parts)]
    if "den" in gaps and plain[: parts[0].start].rstrip().endswith("tu"):
        cut = gaps.index("den") + 1
        for low in _chains(parts[:cut], marked):
            for high in _chains(parts[cut:], marked):
                yield CitationReading(low, document, through=high)
        return
    for item, segment in enumerate(_segments(parts, plain)):
        for chain in _chains(segment, marked):
            yield CitationReading(chain, document, item=item)


def _segments(parts: tuple[PlacedPart, ...], plain: str) -> list[tuple[PlacedPart, ...]]:
    """The single citations of a list; "khoản 1 và khoản 2 Mục II" gives Mục II to both."""
    groups: list[list[PlacedPart]] = [[parts[0]]]
    for before, after in pairwise(parts):
        gap = plain[before.end : after.start].strip()
        listed = gap == "," and _rank(before.meanings[0]) == _rank(after.meanings[0])
        if gap in _JOINERS or listed:
            groups.append([])
        groups[-1].append(after)
    if len(groups) > MAX_PARTS:
        return []
    return [tuple(_completed(groups, at)) for at in range(len(groups))]


def _completed(groups: list[list[PlacedPart]], at: int) -> list[PlacedPart]:
    """A group with the larger parts that it shares with the groups after or before it."""
    own = groups[at]
    for other in [*groups[at + 1 :], *reversed(groups[:at])]:
        top = min(_rank(part.meanings[0]) for part in own)
        larger = [part for part in other if _rank(part.meanings[0]) < top]
        if larger:
            return [*larger, *sorted(own, key=lambda part: _rank(part.meanings[0]))]
    return own


def _chains(segment: tuple[PlacedPart, ...], marked: bool) -> Iterator[tuple[Part, ...]]:
    """The parts from largest to smallest, for each order and meaning that makes sense."""
    if len(segment) > MAX_PARTS:
        return
    for meanings in product(*(part.meanings for part in segment)):
        orders = [meanings, tuple(reversed(meanings))]
        fitting = [order for order in orders if _descends(order)]
        for order in fitting or [tuple(sorted(meanings, key=_rank))]:
            yield order
            if not marked and (other := tuple(map(_with_dd, order))) != order:
                yield other


def _with_dd(part: Part) -> Part:
    """Typed without diacritics, "d" may be điểm d or điểm đ."""
    return replace(part, tokens=tuple("đ" if each == "d" else each for each in part.tokens))


def _descends(order: tuple[Part, ...]) -> bool:
    return all(
        _rank(above) <= _rank(below) or {_rank(above), _rank(below)} <= {1, 2, 3, 4, 5}
        for above, below in pairwise(order)
    )


def _rank(part: Part) -> int:
    if part.line:
        return _LOWEST + 3
    if part.kinds:
        extra = {Kind.DASH: 1, Kind.PLUS: 2}.get(part.kinds[0], 0)
        return _RANKS.get(part.kinds[0], _LOWEST) + extra
    first = part.tokens[0]
    if first.isdigit():
        return _RANKS[Kind.CLAUSE]
    return _RANKS[Kind.SECTION if roman_value(first.upper()) else Kind.POINT]


def _matches(
    reading: CitationReading, readings: Sequence[CitationReading], plan: Plan
) -> list[Match]:
    if not reading.parts:
        whole = [Match(plan.sections[0], 0, len(plan.text), True, 0)] if plan.sections else []
        return whole
    if reading.through:
        return list(_ranges(reading, plan))
    return list(match_parts(reading.parts, plan))


def _ranges(reading: CitationReading, plan: Plan) -> Iterator[Match]:
    """Spans of "từ X đến Y Z": X lies in Z as Y does."""
    for last in match_parts(reading.through, plan):
        for shared in range(len(reading.through) - 1, -1, -1):
            firsts = match_parts((*reading.through[:shared], *reading.parts), plan)
            if firsts:
                break
        for first in firsts:
            if first.section.parent == last.section.parent and first.start <= last.start:
                exact = first.exact and last.exact
                yield Match(first.section, first.start, last.end, exact, first.cost + last.cost)
