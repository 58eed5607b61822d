"""Documents that a plan names: by number, by its own short forms, and laws by their name.

Types, numbers, dates and issuers are those printed at the place; what contradicts itself is
reported by ``corpus.contradictions``.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace

from corpus.agencies.lists import AgencyText
from corpus.dates import DATE, iso
from corpus.doctypes import (
    TYPE_WORDS,
    Number,
    find_numbers,
    type_named,
    types_of,
)
from corpus.letters import UPPER, begins_word
from corpus.metadata.formalities import read_formalities
from corpus.plan import Reference, Section, SectionKind
from corpus.references.aliases import find_aliases, find_implied, find_uses
from corpus.references.laws import find_laws

_TYPE = re.compile(rf"(?<!\w)(?:{TYPE_WORDS})(?!\w)", re.IGNORECASE)
_TO_NUMBER = re.compile(r"(?P<words>(?:\s+[^\W\d_]+){0,4}?)\s*(?P<so>số\s*:?)?\s*", re.IGNORECASE)
_TO_DATE = re.compile(r"\s{0,2}[,(]?\s{0,2}(?=\d|[Nn]gày|NGÀY)")
_TO_ISSUER = re.compile(rf"\s{{0,2}}[,)]{{0,2}}\s{{0,2}}(?:của|CỦA)\s{{1,2}}(?=[{UPPER}])")
_ISSUER_END = re.compile(
    rf"[(){{}}\[⁽⁰¹²³⁴⁵⁶⁷⁸⁹*“”\";:.\n|]|\s(?:Quy định|Kết luận|Thực hiện|Triển khai|Ban hành|Phê duyệt|Hướng dẫn)(?!\w)|"
    rf",?\s(?:và|cùng)\s(?:{TYPE_WORDS})(?!\w)|,\s(?:{TYPE_WORDS})(?!\w)|\svề\s",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\s(?:năm\s)?(?:19|20)\d\d(?![\d/.-])")
_LAW_NUMBER = re.compile(r"\s{1,2}(?:số\s{1,2})(?=\d)")
_CONGRESS = re.compile(r"(?P<type>Nghị quyết)\s(?=Đại hội\s)")
_CONGRESS_END = re.compile(
    r"[^\w\s-]|\n|\s(?:và|về|với|trong|gắn|đã|vào|cuộc sống|đề ra|xác định|nhiệm kỳ|đến|để|theo|tại|cũng|nêu)(?!\w)"
)
_LOOK_BACK = 60  # characters before a number in which its type stands
_LONGEST_ISSUER = 140  # characters
_LONGEST_CONGRESS = 300  # characters of the name of a congress


def read_references(
    text: str, sections: Sequence[Section], source: AgencyText | None = None
) -> tuple[Reference, ...]:
    """Every document that ``text`` names, in order of place; the plan's own number is not one.

    ``source`` is the folded text when the caller has it.
    """
    source = source or AgencyText(text)
    own = _own_number(text, sections)
    numbered = [_numbered(source, n) for n in find_numbers(text) if n.start != own]
    taken = _Places(numbered)
    named = [r for r in _laws(source, taken) if not taken.holds(r.start, r.end, within=True)]
    known = _in_order([*numbered, *named])
    known = _carried_types(known)
    taken = _Places(known)
    aliases = find_aliases(text, known)
    short = [
        replace(alias.meant, alias=text[start:end], date=None, issuer=None, start=start, end=end)
        for alias, start, end in find_uses(text, aliases)
        if not taken.holds(start, end)
    ]
    definitions = [replace(alias.meant, start=alias.start, end=alias.end) for alias in aliases]
    taken = _Places([*known, *short, *definitions])
    implied = [
        replace(meant, alias=text[start:end], date=None, issuer=None, start=start, end=end)
        for meant, start, end in find_implied(text, known)
        if not taken.holds(start, end)
    ]
    return _placed([*known, *short, *implied], sections)


class _Places:
    """Spans that are taken, for asking whether a stretch touches one."""

    def __init__(self, references: Iterable[Reference]) -> None:
        self.spans = sorted((r.start, r.end) for r in references)
        self.starts = [start for start, _ in self.spans]

    def holds(self, start: int, end: int, *, within: bool = False) -> bool:
        """Whether a taken span overlaps ``[start, end)``; with ``within``, holds all of it."""
        position = bisect_right(self.starts, start if within else end - 1) - 1
        if position < 0:
            return False
        taken_start, taken_end = self.spans[position]
        if within:
            return taken_start <= start and end <= taken_end
        return taken_start < end and start < taken_end


def _own_number(text: str, sections: Sequence[Section]) -> int:
    """Where the plan prints its own number, or -1."""
    head = next((s for s in sections if s.kind is SectionKind.FORMALITIES), None)
    if head is None:
        return -1
    number = read_formalities(text, head.start, head.end).number
    return number.start if number else -1


def _numbered(source: AgencyText, number: Number) -> Reference:
    """The reference around a number: its type before, its date and issuer after."""
    kind, start = _type_before(source.text, number)
    date, issuer, end = _date_and_issuer(source, number.end)
    return Reference(kind, number.text, date, issuer, None, "", start, end)


def _type_before(text: str, number: Number) -> tuple[str | None, int]:
    """The type word that belongs to a number and where the reference begins.

    Words may stand between ("Báo cáo thẩm tra số …") when the type agrees with the number's code.
    """
    begin = max(0, number.start - _LOOK_BACK)
    adjacent: tuple[str | None, int] = (None, number.start)
    for match in reversed(list(_TYPE.finditer(text, begin, number.start))):
        gap = _TO_NUMBER.fullmatch(text, match.end(), number.start)
        if gap is None:
            break
        name = type_named(match.group())
        if name is not None and name in types_of(number.text) and (gap["so"] or not gap["words"]):
            return name, match.start()
        if not gap["words"] and text[match.start()].isupper():
            adjacent = (name, match.start())
    if adjacent[0] is not None:
        return adjacent
    label = re.compile(r"số\s*$", re.IGNORECASE).search(text, begin, number.start)
    return None, label.start() if label else number.start


def _date_and_issuer(source: AgencyText, end: int) -> tuple[str | None, str | None, int]:
    """Date and issuer right after a number, in either order, and where they end."""
    date, end = _date_after(source.text, end)
    issuer, end = _issuer_after(source, end)
    if date is None and issuer is not None:
        date, end = _date_after(source.text, end)
    return date, issuer, end


def _date_after(text: str, end: int) -> tuple[str | None, int]:
    gap = _TO_DATE.match(text, end)
    match = DATE.match(text, gap.end()) if gap else None
    value = iso(match) if match else None
    return (value, match.end()) if match and value else (None, end)


def _issuer_after(source: AgencyText, end: int) -> tuple[str | None, int]:
    """The issuer after "của", as printed."""
    of = _TO_ISSUER.match(source.text, end)
    if of is None:
        return None, end
    begin = of.end()
    limit = min(len(source.text), begin + _LONGEST_ISSUER)
    stop = _ISSUER_END.search(source.text, begin, limit)
    finish = source.end_of(
        begin, stop.start() if stop else limit, capitals=source.text[begin : begin + 12].isupper()
    )
    items = source.split(begin, finish)
    if not items:
        return None, end
    return source.text[items[0].start : items[0].end], items[0].end


def _laws(source: AgencyText, taken: _Places) -> list[Reference]:
    """Laws by name and congress resolutions; a number, year or date after the name belongs to them."""
    found: list[Reference] = []
    for kind, start, end in find_laws(source.text):
        number: str | None = None
        label = _LAW_NUMBER.match(source.text, end)
        printed = (
            next(find_numbers(source.text, label.end(), label.end() + 40), None) if label else None
        )
        if label is not None and printed is not None and printed.start == label.end():
            number, end = printed.text, printed.end
        elif year := _YEAR.match(source.text, end):
            end = year.end()
        date, issuer, end = _date_and_issuer(source, end)
        found.append(Reference(kind, number, date, issuer, None, "", start, end))
    for match in _CONGRESS.finditer(source.text):
        if not begins_word(source.text, match.start()):
            continue
        limit = min(len(source.text), match.end() + _LONGEST_CONGRESS)
        stop = _CONGRESS_END.search(source.text, match.end(), limit)
        end = stop.start() if stop else limit
        found.append(Reference(match["type"], None, None, None, None, "", match.start(), end))
    return found


def _carried_types(references: list[Reference]) -> list[Reference]:
    """Types for numbers in a list that names its type once, or whose code leaves only one type."""
    carried: list[Reference] = []
    previous: str | None = None
    for reference in references:
        if reference.type is None and reference.number is not None:
            fitting = types_of(reference.number)
            if previous in fitting:
                reference = replace(reference, type=previous)
            elif len(fitting) == 1:
                reference = replace(reference, type=fitting[0])
        previous = reference.type
        carried.append(reference)
    return carried


def _in_order(references: Iterable[Reference]) -> list[Reference]:
    """By place; of two that begin inside one another only the first and longest is kept."""
    kept: list[Reference] = []
    for reference in sorted(references, key=lambda r: (r.start, -r.end)):
        inside = bool(kept) and reference.end <= kept[-1].end
        if not (inside and reference.number is not None and kept[-1].number == reference.number):
            kept.append(reference)
    return kept


def _placed(references: list[Reference], sections: Sequence[Section]) -> tuple[Reference, ...]:
    """Each reference with the path of the section that holds it, in order."""
    starts = [section.start for section in sections]
    ordered = sorted(references, key=lambda r: (r.start, -r.end))
    if not sections:
        return tuple(ordered)
    return tuple(
        replace(r, section=sections[max(0, bisect_right(starts, r.start) - 1)].path)
        for r in ordered
    )
