"""The gate: no quote, number or citation leaves that is not in the plan, whoever wrote it.

Rules (on every answer):
1. every quote is words of a cited span; every marker has its citation and every citation is used;
2. every number, date, document number and locality in a sentence occurs in the text cited for that
   sentence, with the same operator, unit, year and scope; an uncited sentence may only deny, ask or
   introduce, and repeat what the question said;
3. a sentence about one locality cites only plans of that locality;
4. what fails is dropped and the answer is rebuilt from quotes; nothing unverified leaves.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.plan import PlanMeta
from rag import wording
from rag.answer import Answer, Cell, Citation, Status
from rag.collection import locality_of
from rag.draft import Draft, DraftCell, DraftRow, Span, Statement
from rag.gate.cell import cell_faults, is_column
from rag.gate.evidence import is_sound, localities_of, one_line
from rag.gate.places import ELSEWHERE
from rag.gate.statement import statement_faults
from rag.gate.uncited import uncited_faults

_MARKER = re.compile(r"\[(\d+)\]")
_NEEDS_CITATION = {Status.ANSWERED, Status.CORRECTED, Status.OTHER_YEAR}


def verified(draft: Draft, question: str, known: Sequence[PlanMeta] = ()) -> Draft:
    """The draft with only what passes; where no cited sentence is left, with its quotes instead.

    ``known`` are plans that an uncited sentence may name by number and date, besides those cited. NOT_STATED only when there is nothing to quote either.
    """
    cited_plans = [span.plan for s in draft.statements for span in s.spans]
    known = (*known, *(plan.meta for plan in cited_plans))
    names = (*draft.columns, *map(locality_of, cited_plans))
    kept = tuple(s for s in draft.statements if not faults(s, question, known, names))
    rows = tuple(_verified_row(row, draft.columns) for row in draft.rows)
    if len(kept) < len(draft.statements) and not any(s.spans for s in kept):
        kept = (*kept, *_quoted(draft.statements))
    cited = any(s.spans for s in kept) or any(cell.span for row in rows for cell in row.cells)
    if not kept or (draft.status in _NEEDS_CITATION and not cited):
        return Draft(Status.NOT_STATED, (Statement(f"{wording.NOT_STATED}."),))
    return replace(draft, statements=kept, rows=rows)


def passes(statement: Statement, question: str, known: Sequence[PlanMeta] = ()) -> bool:
    """Whether a statement may leave."""
    return not faults(statement, question, known)


def faults(
    statement: Statement,
    question: str,
    known: Sequence[PlanMeta] = (),
    names: Sequence[str] = (),
) -> list[str]:
    """What is wrong with a statement, as Vietnamese lines; [] when it may leave.

    ``names`` are the localities that the whole answer is about.
    """
    if not statement.text.strip():
        return ["Câu trống."]
    if statement.spans:
        return statement_faults(statement, localities_of(known))
    return uncited_faults(statement.text, question, known, names)


def _quoted(statements: Sequence[Statement]) -> list[Statement]:
    """Each failed sentence as the words that it cites, unless it was about another place."""
    spans: list[Span] = []
    for statement in statements:
        if all(map(is_sound, statement.spans)) and not _is_elsewhere(statement):
            spans += [span for span in statement.spans if span not in spans]
    return [
        Statement(f"{locality_of(span.plan)}: “{one_line(span.text)}”", (span,)) for span in spans
    ]


def _is_elsewhere(statement: Statement) -> bool:
    return any(fault.startswith(ELSEWHERE) for fault in statement_faults(statement))


def _verified_row(row: DraftRow, columns: Sequence[str]) -> DraftRow:
    return replace(
        row,
        cells=tuple(
            _verified_cell(cell, row.label, columns[at] if at < len(columns) else None)
            for at, cell in enumerate(row.cells)
        ),
    )


def _verified_cell(cell: DraftCell, label: str, column: str | None) -> DraftCell:
    """The cell; the words it cites when it says them wrongly; or that the plan does not state it."""
    if not cell_faults(cell, label, column):
        return cell
    span = cell.span
    if span is not None and column is not None and is_sound(span) and is_column(column, span.plan):
        return DraftCell(one_line(span.text), None, span)
    return DraftCell(wording.CELL_NOT_STATED, None, None)


def check_answer(answer: Answer) -> list[str]:
    """What is wrong with a finished answer, as Vietnamese lines; [] when all rules hold."""
    by_marker = {citation.marker: citation for citation in answer.citations}
    problems = _marker_problems(answer, by_marker)
    for citation in answer.citations:
        if not is_sound(_span(citation)):
            problems.append(f"Trích dẫn [{citation.marker}] không nằm trọn trong văn bản.")
    for text in _sentences(answer.text):
        spans = tuple(
            _span(by_marker[int(n)]) for n in _MARKER.findall(text) if int(n) in by_marker
        )
        if spans:
            problems += statement_faults(Statement(_MARKER.sub("", text), spans))
    return problems + _table_problems(answer, by_marker)


def _marker_problems(answer: Answer, by_marker: dict[int, Citation]) -> list[str]:
    used = {int(number) for number in _MARKER.findall(answer.text)}
    if answer.table is not None:
        used |= {c.marker for row in answer.table.rows for c in row.cells if c.marker is not None}
    problems = [f"[{number}] không có trích dẫn." for number in sorted(used - set(by_marker))]
    problems += [f"Trích dẫn [{n}] không được dùng." for n in sorted(set(by_marker) - used)]
    if len(by_marker) < len(answer.citations):
        problems.append("Hai trích dẫn mang cùng một số.")
    return problems


def _table_problems(answer: Answer, by_marker: dict[int, Citation]) -> list[str]:
    if answer.table is None:
        return []
    columns = answer.table.columns
    return [
        problem
        for row in answer.table.rows
        for at, cell in enumerate(row.cells)
        for problem in cell_faults(
            _draft_cell(cell, by_marker), row.label, columns[at] if at < len(columns) else None
        )
    ]


def _draft_cell(cell: Cell, by_marker: dict[int, Citation]) -> DraftCell:
    citation = by_marker.get(cell.marker) if cell.marker is not None else None
    return DraftCell(cell.text, cell.year, _span(citation) if citation else None)


def _span(citation: Citation) -> Span:
    return Span(citation.plan, citation.start, citation.end)


def _sentences(text: str) -> list[str]:
    """Lines of an answer; one that opens a quote takes the lines up to its close along."""
    found: list[str] = []
    depth = 0
    for line in text.split("\n"):
        if depth > 0:
            found[-1] += f"\n{line}"
        else:
            found.append(line)
        depth = max(0, depth + line.count("“") - line.count("”"))
        if _MARKER.search(line[-8:]):
            depth = 0  # markers end a sentence, whatever its quotes leave open
    return found
