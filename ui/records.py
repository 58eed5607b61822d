"""Everything read from the plans as rows to filter and sort: indicators, and who does what."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from corpus.fold import fold, strip_marks
from corpus.letters import sentence_case
from corpus.plan import Assignment, Indicator, IndicatorKind, Plan
from rag.figures.amounts import shown_value
from ui.plan_view import plan_name

UNKNOWN = "không ghi"
_KINDS = {
    IndicatorKind.TARGET: "mục tiêu",
    IndicatorKind.QUALITATIVE: "mục tiêu định tính",
    IndicatorKind.BASELINE: "hiện trạng",
    IndicatorKind.PROJECTION: "dự kiến",
}
_WORD = re.compile(r"\w+(?:[-/.,]\w+)*%?")
_MOST_TASK = 260  # code points of a task that a row shows
SortKey = tuple[bool, float, str]


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table: its word in an address and its title."""

    key: str
    title: str


@dataclass(frozen=True, slots=True)
class Record:
    """One row: a cell and a sort key for each column, what it can be filtered by, and its source."""

    cells: tuple[str, ...]
    order: tuple[SortKey, ...]
    locality: str
    year: int | None
    agencies: tuple[str, ...]
    searched: str  # plain words of the whole row
    plan_id: str
    start: int
    end: int
    item: Indicator | Assignment  # what the row shows


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a reader asked to see; empty means everything."""

    words: str = ""
    localities: tuple[str, ...] = ()
    years: tuple[str, ...] = ()
    agency: str | None = None


INDICATOR_COLUMNS = (
    Column("dia-phuong", "Địa phương"),
    Column("chi-tieu", "Chỉ tiêu"),
    Column("nam", "Năm"),
    Column("gia-tri", "Giá trị"),
    Column("loai", "Loại"),
)
TASK_COLUMNS = (
    Column("dia-phuong", "Địa phương"),
    Column("nhiem-vu", "Nhiệm vụ"),
    Column("chu-tri", "Chủ trì, thực hiện"),
    Column("phoi-hop", "Phối hợp"),
    Column("thoi-gian", "Thời gian"),
)


def locality_name(plan: Plan) -> str:
    """The plan's locality, or its name when the text gives none."""
    return plan.meta.locality or plan_name(plan.meta, plan.id)


def indicator_records(plans: Iterable[Plan]) -> tuple[Record, ...]:
    """Every indicator of the plans, in the order of their texts."""
    return tuple(_indicator(plan, one) for plan in plans for one in plan.indicators)


def task_records(plans: Iterable[Plan]) -> tuple[Record, ...]:
    """Every assignment of the plans, in the order of their texts."""
    return tuple(_task(plan, one) for plan in plans for one in plan.assignments)


def year_words(indicator: Indicator) -> str:
    """ "2030", "2026-2030" or "không ghi"."""
    if indicator.year is None:
        return UNKNOWN
    return f"{indicator.since}-{indicator.year}" if indicator.since else str(indicator.year)


def _indicator(plan: Plan, one: Indicator) -> Record:
    name = sentence_case(one.name)
    scope = f" ({one.scope})" if one.scope else ""
    parent = plan.indicators[one.parent].name if one.parent is not None else ""
    of = f" – thuộc: {parent}" if parent and parent != one.name else ""
    value = shown_value(plan, one)
    if plain(value) in plain(name):
        value = "định tính"
    amount = one.low if one.low is not None else one.high
    cells = (locality_name(plan), f"{name}{scope}{of}", year_words(one), value, _KINDS[one.kind])
    by_value = (amount is None, amount or 0.0, plain(one.unit or ""))
    by_year = (one.year is None, float(one.year or 0), "")
    order = (_words(cells[0]), _words(name), by_year, by_value, _words(cells[4]))
    span = (min(one.start, one.value_start), max(one.end, one.value_end))
    return Record(
        cells, order, cells[0], one.year, (), _searchable(" ".join(cells)), plan.id, *span, one
    )


def _task(plan: Plan, one: Assignment) -> Record:
    task = " ".join(plan.text[one.task_start : one.task_end].split())
    shown = task if len(task) <= _MOST_TASK else f"{task[:_MOST_TASK].rsplit(' ', 1)[0]}…"
    lead, partners = "; ".join(one.lead) or UNKNOWN, "; ".join(one.partners) or UNKNOWN
    cells = (locality_name(plan), shown, lead, partners, one.deadline or UNKNOWN)
    order = tuple(_words(cell) for cell in cells)
    searched = _searchable(" ".join((cells[0], task, *cells[2:])))
    agencies = (*one.lead, *one.partners)
    return Record(
        cells, order, cells[0], None, agencies, searched, plan.id, one.start, one.end, one
    )


def plain(text: str) -> str:
    """Words for searching: lower case, without diacritics, single blanks."""
    return strip_marks(" ".join(text.split()))


def _searchable(text: str) -> str:
    """Plain words, a blank before each: a typed word is found where a word begins with it."""
    return f" {' '.join(_WORD.findall(plain(text)))}"


def _words(text: str) -> SortKey:
    return (text == UNKNOWN, 0.0, " ".join(alphabetical(text)))


def filtered(records: Iterable[Record], wanted: Wanted) -> Iterator[Record]:
    """The rows that hold every wanted word and are of a wanted locality, year and agency."""
    words = _searchable(wanted.words).split()
    agency = plain(wanted.agency) if wanted.agency else None
    for record in records:
        year = str(record.year) if record.year is not None else UNKNOWN
        if (
            all(f" {word}" in record.searched for word in words)
            and (not wanted.localities or record.locality in wanted.localities)
            and (not wanted.years or year in wanted.years)
            and (agency is None or agency in map(plain, record.agencies))
        ):
            yield record


def ordered(records: Iterable[Record], column: int | None, *, down: bool) -> tuple[Record, ...]:
    """The rows by one column, what is not stated always last; as they stand when it is None."""
    rows = tuple(records)
    if column is None:
        return rows
    stated = [row for row in rows if not row.order[column][0]]
    rest = [row for row in rows if row.order[column][0]]
    stated.sort(key=lambda row: row.order[column], reverse=down)
    return (*stated, *rest)


def alphabetical(text: str) -> tuple[str, str]:
    """A key that sorts Vietnamese names as a list prints them, "Đà Lạt" before "Hà Tĩnh"."""
    return strip_marks(text), fold(text)


def localities_of(records: Iterable[Record]) -> tuple[str, ...]:
    """Every locality, once, by name."""
    return tuple(sorted({record.locality for record in records}, key=alphabetical))


def years_of(records: Iterable[Record]) -> tuple[str, ...]:
    """Every year, once, earliest first; "không ghi" last when a row has none."""
    years = {record.year for record in records}
    known = sorted(year for year in years if year is not None)
    return (*map(str, known), *((UNKNOWN,) if None in years else ()))


def agencies_of(records: Iterable[Record]) -> tuple[str, ...]:
    """Every agency, once however it is spelled, by name."""
    found: dict[str, str] = {}
    for record in records:
        for agency in record.agencies:
            found.setdefault(plain(agency), " ".join(agency.split()))
    return tuple(sorted(found.values(), key=alphabetical))


def sort_of(param: str, columns: Sequence[Column]) -> tuple[int | None, bool]:
    """The column and direction that an address names ("nam", "-nam"); (None, False) for others."""
    down = param.startswith("-")
    keys = [column.key for column in columns]
    key = param.removeprefix("-")
    return (keys.index(key), down) if key in keys else (None, False)
