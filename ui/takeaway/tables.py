"""The rows of a page of records, as shown, made ready to take away as Word or Excel."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from corpus.plan import Assignment, Indicator, Plan
from rag.answer import Citation
from rag.draft import Span
from rag.figures.amounts import supporting_spans
from rag.gate.evidence import holds, is_sound, spaced
from ui.errors import ExportError
from ui.records import Column, Record, Wanted
from ui.takeaway.parts import one_line

MOST_ROWS = 2_000  # a Word file of so many takes seconds to make
_DIGITS = re.compile(r"\d+")
TASK = "nhiem-vu"  # the column of the task's words


@dataclass(frozen=True, slots=True)
class Listing:
    """What a page shows: its rows in their order, what was asked for, which column sorts them."""

    title: str
    columns: Sequence[Column]
    records: Sequence[Record]
    wanted: Wanted
    sort: tuple[int | None, bool]  # see ``ui.records.sort_of``

    @property
    def asked(self) -> str:
        """The filters and the order in words; "" when everything is shown as it stands."""
        wanted, (column, down) = self.wanted, self.sort
        order = "" if column is None else self.columns[column].title
        parts = (
            ("từ", wanted.words),
            ("địa phương", ", ".join(wanted.localities)),
            ("năm", ", ".join(wanted.years)),
            ("cơ quan", wanted.agency or ""),
            ("xếp theo", f"{order}, {'giảm' if down else 'tăng'} dần" if order else ""),
        )
        return one_line("; ".join(f"{name}: {words}" for name, words in parts if words.strip()))


@dataclass(frozen=True, slots=True)
class TakenRow:
    """One verified row: its cells, its amount where it is an indicator, its citations."""

    cells: tuple[str, ...]
    item: Indicator | Assignment
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class TakenTable:
    """The verified rows; ``left_out`` counts those that do not stand in the cited words."""

    listing: Listing
    rows: tuple[TakenRow, ...]
    citations: tuple[Citation, ...]  # each once, in the order of the rows
    left_out: int
    when: datetime

    @property
    def facts(self) -> tuple[tuple[str, str], ...]:
        """What the file says about itself: label and words."""
        out = f"{self.left_out} dòng chưa đối chiếu khớp với văn bản" if self.left_out else ""
        return (
            ("Bảng", self.listing.title),
            ("Bộ lọc", self.listing.asked),
            ("Số dòng", str(len(self.rows))),
            ("Không đưa vào tệp", out),
        )


def table_problem(listing: Listing, plan_of: Callable[[str], Plan]) -> str | None:
    """Why a table may not be taken away, in one line; None when at least one row may."""
    count = len(listing.records)
    if count > MOST_ROWS:
        return (
            f"Chưa xuất được: bảng có {count} dòng, mỗi tệp chứa tối đa {MOST_ROWS} dòng. "
            "Mời thêm điều kiện lọc để thu hẹp bảng."
        )
    if not any(_proof(record, plan_of) for record in listing.records):
        return "Chưa xuất được: không có dòng nào đối chiếu khớp với văn bản. Mời đổi bộ lọc."
    return None


def taken_table(listing: Listing, plan_of: Callable[[str], Plan], when: datetime) -> TakenTable:
    """The rows that stand in their plans; ExportError when ``table_problem`` has something to say."""
    wrong = table_problem(listing, plan_of)
    if wrong:
        raise ExportError(wrong)
    numbers: dict[tuple[str, int, int], Citation] = {}
    rows: list[TakenRow] = []
    for record in listing.records:
        spans = _proof(record, plan_of)
        if spans:
            known = tuple(_numbered(span, numbers) for span in spans)
            rows.append(
                TakenRow(_cells(listing.columns, record, spans[0].plan), record.item, known)
            )
    left_out = len(listing.records) - len(rows)
    return TakenTable(listing, tuple(rows), tuple(numbers.values()), left_out, when)


def _proof(record: Record, plan_of: Callable[[str], Plan]) -> tuple[Span, ...]:
    """The words that prove a row; empty when they do not."""
    spans = sources(plan_of(record.plan_id), record.item)
    return spans if is_proved(record.item, spans) else ()


def sources(plan: Plan, item: Indicator | Assignment) -> tuple[Span, ...]:
    """The words that a row stands on: none lies inside another."""
    if isinstance(item, Indicator):
        return supporting_spans(plan, item)
    spans = [Span(plan, item.task_start, item.task_end), Span(plan, item.start, item.end)]
    if item.deadline_start is not None and item.deadline_end is not None:
        spans.append(Span(plan, item.deadline_start, item.deadline_end))
    unique = list({(span.start, span.end): span for span in spans}.values())
    return tuple(
        one
        for one in unique
        if not any(
            other is not one and other.start <= one.start and one.end <= other.end
            for other in unique
        )
    )


def is_proved(item: Indicator | Assignment, spans: Sequence[Span]) -> bool:
    """Whether every span is whole and every stated part of the row stands in one of them.

    A value is proved by its place in the text; years, scopes, agencies and deadlines by their words.
    """
    if not all(map(is_sound, spans)):
        return False
    if isinstance(item, Indicator):
        start, end = item.value_start, item.value_end
        years = {str(year) for year in (item.year, item.since) if year is not None}
        parts = [item.scope] if item.scope else []
    else:
        start, end, years = item.task_start, item.task_end, set()
        parts = [*item.lead, *item.partners, *([item.deadline] if item.deadline else [])]
    said = [spaced(span.text) for span in spans]
    placed = any(span.start <= start and end <= span.end for span in spans)
    dated = years <= {digits for text in said for digits in _DIGITS.findall(text)}
    stated = all(any(holds(text, spaced(part)) for text in said) for part in parts)
    return placed and dated and stated


def _numbered(span: Span, numbers: dict[tuple[str, int, int], Citation]) -> Citation:
    """The citation of a span; the same words keep their first number."""
    key = (span.plan.id, span.start, span.end)
    return numbers.setdefault(key, Citation(len(numbers) + 1, span.plan, span.start, span.end))


def _cells(columns: Sequence[Column], record: Record, plan: Plan) -> tuple[str, ...]:
    """The cells as shown, but a task in full: the page cuts a long one."""
    item = record.item
    return tuple(
        one_line(plan.text[item.task_start : item.task_end])
        if column.key == TASK and isinstance(item, Assignment)
        else one_line(text)
        for column, text in zip(columns, record.cells, strict=True)
    )
