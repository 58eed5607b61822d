"""The columns of a table of indicators: which one names, which hold amounts, of what year and unit."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from corpus.fold import fold
from corpus.indicators.years import YearPhrase, read_years
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
_YEARS_OF_A_TABLE = 2  # columns of years make a table of amounts, whatever its rows are called
_BRACKETED = re.compile(r"\(([^()]{1,30})\)\s*$")


@dataclass(frozen=True, slots=True)
class Columns:
    """What the columns of a table hold, by position."""

    name: int
    unit: int | None
    values: dict[int, Column]  # from left to right
    dated: bool  # whether any header has a year


@dataclass(frozen=True, slots=True)
class Column:
    """The header of a column of amounts: its words, its year and its unit ("" for none)."""

    header: str  # folded
    year: YearPhrase | None
    unit: str
    printed: str  # without its unit


def read_columns(headers: list[str]) -> Columns | None:
    """The columns, or None when the headers are not those of a table of indicators."""
    low = [fold(header.strip()) for header in headers]
    name = next((i for i, header in enumerate(low) if _NAME.match(header)), None)
    if name is None:
        name = _first_words(low)
    if name is None:
        return None
    unit = next((i for i, header in enumerate(low) if _UNIT.match(header)), None)
    shared = bracketed_unit(low[name])
    values = {}
    for i, header in enumerate(low):
        if i in (name, unit) or ORDER_COLUMN.match(header):
            continue
        years = read_years(headers[i], header) or _bare_year(header)
        sized = _SIZE.match(header) and bracketed_unit(header)
        if years or sized or _VALUE.match(header) or _TOTAL.match(header):
            values[i] = Column(
                header,
                years[0] if years else None,
                bracketed_unit(header) or shared,
                _BRACKETED.sub("", headers[i]).strip(),
            )
    dated = any(column.year for column in values.values())
    values = values if dated else {i: c for i, c in values.items() if not _TOTAL.match(c.header)}
    return Columns(name, unit, _with_one_unit(values), dated) if values else None


def _with_one_unit(values: dict[int, Column]) -> dict[int, Column]:
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


def bracketed_unit(words: str) -> str:
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


def named_by(column: Column, name: str) -> str:
    """The row's name; a column of sums or sizes puts its own before it: "Tổng mức đầu tư Bến xe"."""
    if column.year is None and _TOTAL.match(column.header):
        return name if _TOTAL.match(fold(name)) else f"{name} (tổng cộng)"
    if column.year is not None or not _SIZE.match(column.header):
        return name
    return f"{column.printed} {name}"
