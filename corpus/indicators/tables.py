"""Indicators in the rows of a table: a line whose cells are set apart by "|".

A cell may carry its header ("Năm 2025: 45"), or the headers stand in the first row above.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, replace

from corpus.fold import fold
from corpus.indicators.lines import Draft, Setting
from corpus.indicators.names import OBSERVED, PROJECTED, clean_name
from corpus.indicators.scope import split_scope
from corpus.indicators.years import YearPhrase, read_years
from corpus.plan import IndicatorKind, Quantity
from corpus.quantity.reader import read_quantities
from corpus.quantity.units import UNIT, canonical_unit, folded

_NAME = re.compile(
    folded(
        r"(?:tên\s)?(?:các\s)?(?:chỉ tiêu|tiêu chí|nội dung|mục tiêu|tên chỉ tiêu|dự án|công trình|hạng mục|danh mục)"
    )
)
_UNIT = re.compile(folded(r"(?:đơn vị(?:\stính)?|đvt|đơn vị đo)$"))
# The header of a column that numbers the rows (folded).
ORDER_COLUMN = re.compile(folded(r"(?:stt|tt|số tt|số thứ tự)$"))
_VALUE = re.compile(
    folded(
        r"(?:mục tiêu|chỉ tiêu|kế hoạch|hiện trạng|thực hiện|ước|dự kiến|giá trị|kết quả|đến|năm|giai đoạn|số lượng)"
    )
)
# A column of sums or sizes, whatever its year; its name belongs to that of the value.
_SIZE = re.compile(
    folded(
        r"(?:tổng\s)?(?:mức đầu tư|vốn đầu tư|kinh phí|dự toán|nhu cầu vốn|vốn|số tiền|diện tích|khối lượng|chiều dài)"
    )
)
# A column of the sums of those for single years or periods.
_TOTAL = re.compile(folded(r"(?:tổng\s)?cộng|tổng(?:\ssố|\svốn)?\s*(?:\(|$)"))
_PERIOD = re.compile(r"\s*((?:19|20)[0-9]{2})\s?[-–]\s?((?:19|20)[0-9]{2})(?![0-9])")
_BARE = re.compile(r"\s*([><≥≤~≈]\s?)?[0-9][0-9.,]*(?:\s?(?:-|–|->|→)\s?[0-9][0-9.,]*)?\s*")
_CAPTION = 200  # characters above a table in which its unit may stand
_YEARS_OF_A_TABLE = 2  # columns of years make a table of amounts, whatever its rows are called
# "Đơn vị tính: tỷ đồng" above a table.
_CAPTION_UNIT = re.compile(folded(r"(?:đơn vị(?:\stính)?|đvt)\s?:\s?([^\s).;|][^).;|\n]{0,24})"))
_BRACKETED = re.compile(r"\(([^()]{1,30})\)\s*$")
_STOOD = re.compile(folded(r"(?:hiện trạng|thực hiện|thực trạng|kết quả)"))
Span = tuple[int, int]


def table_lines(own: str) -> list[tuple[int, list[Span]]]:
    """The rows of the text: offset of each line with "|" and the spans of its cells in ``own``."""
    if "|" not in own:
        return []
    rows, at = [], 0
    for line in own.split("\n"):
        if line.count("|") >= 2 or " | " in line:
            rows.append((at, _cells(line, at)))
        at += len(line) + 1
    return rows


def _cells(line: str, offset: int) -> list[Span]:
    spans, at = [], 0
    for piece in line.split("|"):
        start = at + len(piece) - len(piece.lstrip())
        spans.append((offset + start, offset + at + len(piece.rstrip())))
        at += len(piece) + 1
    if not line.split("|")[0].strip():
        spans = spans[1:]
    if spans and line.rstrip().endswith("|"):
        spans = spans[:-1]
    return spans


@dataclass(frozen=True, slots=True)
class _Columns:
    """What the columns of a table hold, by position."""

    name: int
    unit: int | None
    values: dict[int, _Column]  # from left to right
    dated: bool  # whether any header has a year


@dataclass(frozen=True, slots=True)
class _Column:
    """The header of a column of amounts: its words, its year and its unit ("" for none)."""

    header: str  # folded
    year: YearPhrase | None
    unit: str
    printed: str  # without its unit


def _columns(headers: list[str]) -> _Columns | None:
    """The columns, or None when the headers are not those of a table of indicators."""
    low = [fold(header.strip()) for header in headers]
    name = next((i for i, header in enumerate(low) if _NAME.match(header)), None)
    if name is None:
        name = _first_words(low)
    if name is None:
        return None
    unit = next((i for i, header in enumerate(low) if _UNIT.match(header)), None)
    shared = _bracketed_unit(low[name])
    values = {}
    for i, header in enumerate(low):
        if i in (name, unit) or ORDER_COLUMN.match(header):
            continue
        years = read_years(headers[i], header) or _bare_year(header)
        sized = _SIZE.match(header) and _bracketed_unit(header)
        if years or sized or _VALUE.match(header) or _TOTAL.match(header):
            values[i] = _Column(
                header,
                years[0] if years else None,
                _bracketed_unit(header) or shared,
                _BRACKETED.sub("", headers[i]).strip(),
            )
    dated = any(column.year for column in values.values())
    values = values if dated else {i: c for i, c in values.items() if not _TOTAL.match(c.header)}
    return _Columns(name, unit, _with_one_unit(values), dated) if values else None


def _with_one_unit(values: dict[int, _Column]) -> dict[int, _Column]:
    """The columns, each with the only unit that one of them prints: "2025 | 2030 | Cộng (tỷ đồng)"."""
    units = {column.unit for column in values.values()} - {""}
    if len(units) != 1:
        return values
    (unit,) = units
    return {i: replace(column, unit=unit) for i, column in values.items()}


def _first_words(low: list[str]) -> int | None:
    """The column that names the rows of a table of years: the first that is no number and no year."""
    dated = [header for header in low if read_years(header, header) or _bare_year(header)]
    if len(dated) < _YEARS_OF_A_TABLE:
        return None
    return next(
        (i for i, h in enumerate(low) if h and h not in dated and not ORDER_COLUMN.match(h)), None
    )


def _bracketed_unit(words: str) -> str:
    """The unit in parentheses at the end: "Năm 2026 (%)", "Diện tích (ha)"; "" without."""
    found = _BRACKETED.search(words)
    return canonical_unit(found[1]) if found and UNIT.fullmatch(fold(found[1])) else ""


def _bare_year(header: str) -> list[YearPhrase]:
    """The year or period of a header that prints it without the word: "Hiện trạng 2021"."""
    if period := _PERIOD.match(header):
        years_of = ((int(period[1]), int(period[2])),)
        return [YearPhrase(years_of, 0, len(header), leading=True, dated=False)]
    years = re.findall(r"(?<![0-9./])(?:19|20)[0-9]{2}(?![0-9])", header)
    if len(years) != 1:
        return []
    return [YearPhrase(((None, int(years[0])),), 0, len(header), leading=True, dated=False)]


_HEADED = re.compile(r"([^:|]{2,60}):\s")


def read_table(
    own: str, rows: list[tuple[int, list[Span]]], offset: int, setting: Setting
) -> list[Draft]:
    """The indicators of the rows of one section; ``offset`` is its start in the plan text."""
    drafts: list[Draft] = []
    columns: _Columns | None = None
    shared = _caption_unit(own[: rows[0][0]]) if rows else ""
    for _, cells in rows:
        words = [own[start:end] for start, end in cells]
        headed = [_HEADED.match(word) for word in words]
        if sum(match is not None for match in headed) >= 2:
            own_columns = _columns([match[1] if match else "" for match in headed])
            bodies = [
                (start + (match.end() if match else 0), end)
                for (start, end), match in zip(cells, headed, strict=True)
            ]
            drafts += _read_row(own, bodies, own_columns, shared, offset, setting)
        elif (found := _columns(words)) is not None:
            columns = found
        else:
            drafts += _read_row(own, cells, columns, shared, offset, setting)
    return drafts


def _caption_unit(before: str) -> str:
    """The unit that the lines above a table give to all of it; "" without one."""
    found = [match[1].strip() for match in _CAPTION_UNIT.finditer(fold(before[-_CAPTION:]))]
    return canonical_unit(found[-1]) if found and UNIT.fullmatch(found[-1]) else ""


def _read_row(
    own: str,
    cells: list[Span],
    columns: _Columns | None,
    shared: str,
    offset: int,
    setting: Setting,
) -> list[Draft]:
    if columns is None or columns.name >= len(cells):
        return []
    sized = any(column.unit and column.year is None for column in columns.values.values())
    if not (setting.aims or columns.dated or columns.unit is not None or sized):
        return []
    name, scope = split_scope(clean_name(own[slice(*cells[columns.name])]))
    unit = ""
    if columns.unit is not None and columns.unit < len(cells):
        unit = canonical_unit(own[slice(*cells[columns.unit])].strip("() "))
    if not unit and (unit := _bracketed_unit(name)):
        name = name[: name.rindex("(")].rstrip()
    row = (cells[0][0] + offset, cells[-1][1] + offset)
    return [
        draft
        for index, column in itertools.takewhile(
            lambda column: column[0] < len(cells), columns.values.items()
        )
        if name
        for draft in _read_cell(
            own,
            cells[index],
            unit or column.unit or shared,
            column,
            _named(column, name),
            scope,
            row,
            offset,
            setting,
        )
    ]


def _named(column: _Column, name: str) -> str:
    """The row's name; a column of sums or sizes puts its own before it: "Tổng mức đầu tư Bến xe"."""
    if column.year is None and _TOTAL.match(column.header):
        return name if _TOTAL.match(fold(name)) else f"{name} (tổng cộng)"
    if column.year is not None or not _SIZE.match(column.header):
        return name
    return f"{column.printed} {name}"


def _cell_value(cell: str, unit: str) -> Quantity | None:
    """The amount of a cell, with the unit of its row when the cell prints none."""
    found = read_quantities(cell)
    if found and (found[0].unit or not unit):
        return found[0]
    if not _BARE.fullmatch(cell) and not found:
        return None
    probe = read_quantities(f"{cell.rstrip()} %")  # any symbol: only the number is read here
    if not probe:
        return None
    value = probe[0]
    end = min(value.end, len(cell.rstrip()))
    return Quantity(
        value.operator,
        value.low,
        value.high,
        unit,
        value.direction,
        cell[value.start : end],
        value.start,
        end,
    )


def _read_cell(
    own: str,
    cell: Span,
    unit: str,
    column: _Column,
    name: str,
    scope: str | None,
    row: Span,
    offset: int,
    setting: Setting,
) -> list[Draft]:
    value = _cell_value(own[slice(*cell)], unit)
    if value is None:
        return []
    start = offset + cell[0]
    return [
        Draft(
            name=name,
            scope=scope,
            quantity=value,
            when=column.year,
            kind=_kind(column, setting),
            section=setting.section,
            start=row[0],
            end=row[1],
            value_start=start + value.start,
            value_end=start + value.end,
        )
    ]


def _kind(column: _Column, setting: Setting) -> IndicatorKind:
    header, last = column.header, column.year.years[-1][1] if column.year else None
    if _STOOD.search(header) or OBSERVED.search(header):
        return IndicatorKind.BASELINE
    if last is not None and setting.issued is not None and last < setting.issued:
        return IndicatorKind.BASELINE
    return IndicatorKind.PROJECTION if PROJECTED.search(header) else IndicatorKind.TARGET
