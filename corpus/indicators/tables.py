"""Indicators in the rows of a table: a line whose cells are set apart by "|".

A cell may carry its header ("Năm 2025: 45"), or the headers stand in the first row above.
"""

from __future__ import annotations

import itertools
import re

from corpus.fold import fold
from corpus.indicators.columns import Column, Columns, bracketed_unit, named_by, read_columns
from corpus.indicators.lines import Draft, Setting
from corpus.indicators.names import OBSERVED, PROJECTED, clean_name
from corpus.indicators.scope import split_scope
from corpus.plan import IndicatorKind, Quantity
from corpus.quantity.reader import read_quantities
from corpus.quantity.units import UNIT, canonical_unit, folded

_BARE = re.compile(r"\s*([><≥≤~≈]\s?)?[0-9][0-9.,]*(?:\s?(?:-|–|->|→)\s?[0-9][0-9.,]*)?\s*")
_CAPTION = 200  # characters above a table in which its unit may stand
# "Đơn vị tính: tỷ đồng" above a table.
_CAPTION_UNIT = re.compile(folded(r"(?:đơn vị(?:\stính)?|đvt)\s?:\s?([^\s).;|][^).;|\n]{0,24})"))
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


_HEADED = re.compile(r"([^:|]{2,60}):\s")


def read_table(
    own: str, rows: list[tuple[int, list[Span]]], offset: int, setting: Setting
) -> list[Draft]:
    """The indicators of the rows of one section; ``offset`` is its start in the plan text."""
    drafts: list[Draft] = []
    columns: Columns | None = None
    shared = _caption_unit(own[: rows[0][0]]) if rows else ""
    for _, cells in rows:
        words = [own[start:end] for start, end in cells]
        headed = [_HEADED.match(word) for word in words]
        if sum(match is not None for match in headed) >= 2:
            own_columns = read_columns([match[1] if match else "" for match in headed])
            bodies = [
                (start + (match.end() if match else 0), end)
                for (start, end), match in zip(cells, headed, strict=True)
            ]
            drafts += _read_row(own, bodies, own_columns, shared, offset, setting)
        elif (found := read_columns(words)) is not None:
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
    columns: Columns | None,
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
    if not unit and (unit := bracketed_unit(name)):
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
            named_by(column, name),
            scope,
            row,
            offset,
            setting,
        )
    ]


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
    column: Column,
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


def _kind(column: Column, setting: Setting) -> IndicatorKind:
    header, last = column.header, column.year.years[-1][1] if column.year else None
    if _STOOD.search(header) or OBSERVED.search(header):
        return IndicatorKind.BASELINE
    if last is not None and setting.issued is not None and last < setting.issued:
        return IndicatorKind.BASELINE
    return IndicatorKind.PROJECTION if PROJECTED.search(header) else IndicatorKind.TARGET
