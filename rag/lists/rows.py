"""Which rows of a table are asked for: "dự án nào dùng vốn ODA" of a list of projects."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.fold import fold
from corpus.indicators.columns import ORDER_COLUMN
from corpus.plan import Plan
from rag.answer import Status
from rag.draft import Draft, Span, Statement
from rag.meaning.words import Bag, Weigh, Word, bag
from rag.question import Question

MOST_ROWS = 30
_TABLE = re.compile(r"^\|[^\n]*(?:\n\|[^\n]*)+", re.MULTILINE)
_CELL = re.compile(r"[^|\n]+")
_LABEL = re.compile(r"(?:[0-9]+|[ivxlc]+|[a-zđ])[.)]?")
# What opens the name of a column of things; the rest is what they are called.
_LEAD = re.compile(r"^(?:(?:tên|các|danh mục|loại)\s)+")
# Rows of amounts and of tasks are read as such, not listed as they stand.
_READ_OTHERWISE = re.compile(r"chỉ tiêu|tiêu chí|mục tiêu|nội dung|nhiệm vụ|công việc")
_CHOOSING = 0.6  # weighted share of what is asked beyond the table's own words that chooses rows


@dataclass(frozen=True)
class _Row:
    span: Span
    words: Bag  # with those of the group that it stands in


@dataclass(frozen=True)
class _Table:
    """A table of things: its header and its rows."""

    header: Span
    known: Bag  # words of the plan's title, the section's heading, the line above and the header
    rows: tuple[_Row, ...]


def answer_rows(plan: Plan, question: Question, weigh: Weigh) -> Draft | None:
    """The rows that hold what the question names, under the table's header; None without.

    A question for certain years is none for rows: what spans them is not said by words.
    """
    if question.years:
        return None
    for table in _tables(plan, question):
        rows = _chosen(table, question, weigh)
        if rows:
            lead = Statement(f"“{table.header.line}”", (table.header,))
            items = [Statement(f"- “{row.span.line}”", (row.span,)) for row in rows[:MOST_ROWS]]
            return Draft(Status.ANSWERED, (lead, *items))
    return None


def _asks_for(folded: str, thing: str) -> bool:
    """Whether the things are asked for: "dự án nào", "những dự án giao thông gì", "các dự án"."""
    name = re.escape(thing)
    asked = rf"\b(?:những|các) {name}\b|\b{name}(?: [^\W\d_]+){{0,4}} (?:nào|(?<!là )(?<!làm )gì)\b"
    return re.search(asked, folded) is not None


def _chosen(table: _Table, question: Question, weigh: Weigh) -> Sequence[_Row]:
    typed = {word.plain: word for c in question.concepts for word in c.typed}
    beyond = [word for word in typed.values() if not table.known.has(word)]
    choosing = [word for word in beyond if any(row.words.has(word) for row in table.rows)]
    if _weight(choosing, weigh) < _CHOOSING * _weight(beyond, weigh):
        return ()
    return [row for row in table.rows if all(row.words.has(word) for word in choosing)]


def _weight(words: Sequence[Word], weigh: Weigh) -> float:
    return sum(weigh(word.plain) for word in words)


def _tables(plan: Plan, question: Question) -> Iterator[_Table]:
    """The tables of the plan whose first column of words names the things asked for."""
    for match in _TABLE.finditer(plan.text):
        lines = list(_lines(plan, match.start(), match.end()))
        thing = _thing(lines[0])
        if not thing or _READ_OTHERWISE.match(thing) or not _asks_for(question.folded, thing):
            continue
        above = plan.text[: match.start()].rstrip().rpartition("\n")[2]
        section = plan.section_at(match.start())
        of_plan = f"{plan.meta.type or ''} {plan.meta.subject or ''}"
        known = bag(" ; ".join((of_plan, section.title, above, lines[0].text)))
        yield _Table(lines[0], known, tuple(_rows(lines[1:])))


def _lines(plan: Plan, start: int, end: int) -> Iterator[Span]:
    """The rows of a table without the bars around them."""
    for line in re.finditer(r"[^\n]+", plan.text[start:end]):
        cells = line.group().strip().strip("|").strip()
        first = start + line.start() + line.group().index(cells)
        if cells:
            yield Span(plan, first, first + len(cells))


def _cells(row: Span) -> list[str]:
    return [cell.strip() for cell in _CELL.findall(row.text) if cell.strip()]


def _thing(header: Span) -> str:
    """What the first column of names holds: "dự án" of "TT | Tên dự án | Quy mô"; "" without."""
    named = [fold(cell) for cell in _cells(header) if not ORDER_COLUMN.match(fold(cell))]
    return _LEAD.sub("", named[0]) if len(named) > 1 else ""


def _rows(lines: Sequence[Span]) -> Iterator[_Row]:
    group = ""
    for line in lines:
        cells = _cells(line)
        if len([cell for cell in cells if not _LABEL.fullmatch(fold(cell))]) <= 1:
            group = line.text
        else:
            yield _Row(line, bag(f"{group} ; {line.text}"))
