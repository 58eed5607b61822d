"""The gate: no quote, number or citation leaves that is not in the plan, whoever wrote it.

Rules (on every answer):
1. every quote is a span of its plan; every marker has its citation and every citation is used;
2. every number, document number and locality in a sentence occurs in the text cited for that
   sentence, with the same unit; an uncited sentence may only repeat what the question said;
3. a sentence about one locality cites only plans of that locality;
4. what fails is dropped; nothing unverified leaves.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.citation import provision_citation
from corpus.fold import fold, strip_marks
from corpus.places import find_places
from corpus.plan import Plan
from rag import wording
from rag.answer import Answer, Status
from rag.draft import Draft, DraftRow, Span, Statement

_MARKER = re.compile(r"\[(\d+)\]")
# A number with the unit that follows it; superscript calls of footnotes are not part of either.
_AMOUNT = re.compile(
    r"\d+(?:[.,]\d+)*(?:\s?(?:%|m²(?:/người)?|m³|km²?|ha\b|tỷ(?: đồng)?|triệu(?: đồng)?))?"
)
_BLANKS = re.compile(r"[\s]+")
_CALL = re.compile(r"⁽[⁰¹²³⁴⁵⁶⁷⁸⁹]+⁾")


def verified(draft: Draft, question: str) -> Draft:
    """The draft with only the statements and cells that pass; NOT_STATED when nothing is left."""
    kept = tuple(s for s in draft.statements if passes(s, question))
    rows = tuple(_verified_row(row, draft.columns) for row in draft.rows)
    cited = any(s.spans for s in kept) or any(cell.span for row in rows for cell in row.cells)
    needs_citation = draft.status in {Status.ANSWERED, Status.CORRECTED, Status.OTHER_YEAR}
    if needs_citation and not cited:
        return Draft(Status.NOT_STATED, (Statement(f"{wording.NOT_STATED}."),))
    return replace(draft, statements=kept, rows=rows)


def _verified_row(row: DraftRow, columns: Sequence[str]) -> DraftRow:
    cells = []
    for cell in row.cells:
        fits = cell.span is None or (
            _is_span(cell.span) and not missing_amounts(cell.text, (cell.span,))
        )
        cells.append(
            cell if fits else replace(cell, text=wording.CELL_NOT_STATED, year=None, span=None)
        )
    return replace(row, cells=tuple(cells))


def passes(statement: Statement, question: str) -> bool:
    """Whether a statement may leave: rules 1 to 3."""
    if not all(_is_span(span) for span in statement.spans):
        return False
    if not statement.spans:
        return not _new_amounts(statement.text, question)
    if missing_amounts(statement.text, statement.spans):
        return False
    return not foreign_localities(statement.text, statement.spans)


def _is_span(span: Span) -> bool:
    return 0 <= span.start < span.end <= len(span.plan.text)


def _flat(text: str) -> str:
    return _BLANKS.sub("", fold(_CALL.sub("", text)))


def _amounts(text: str) -> list[str]:
    """Numbers with their units, without blanks: "7-9 m²" gives "7" and "9m²"."""
    return [_flat(match.group()).rstrip(".,") for match in _AMOUNT.finditer(text)]


def _stands_in(amount: str, flat: str) -> bool:
    """Whether the amount occurs whole: "5%" is not in "15%", "28m²" not in "28m²/người" reversed."""
    return re.search(rf"(?<!\d)(?<!\d[.,]){re.escape(amount)}(?![.,]?\d)", flat) is not None


def missing_amounts(text: str, spans: Sequence[Span]) -> list[str]:
    """Amounts of ``text`` that the cited words do not hold, nor the cited plans' own identity."""
    cited = [_flat(span.text) for span in spans]
    identity = [
        _flat(f"{_identity(s.plan)} ; {provision_citation(s.plan, s.start, s.end)}") for s in spans
    ]
    plain = _MARKER.sub("", text)
    return [
        amount
        for amount in _amounts(plain)
        if not any(_stands_in(amount, flat) for flat in (*cited, *identity))
    ]


def _identity(plan: Plan) -> str:
    """Number and date of a plan in the forms that citations print."""
    meta = plan.meta
    date = ""
    if meta.date:
        year, month, day = meta.date.split("-")
        date = f"{day}/{month}/{year} {int(day)}/{int(month)}/{year} {day}/{int(month)}/{year}"
    return f"{meta.number or ''} ; {date} ; {meta.subject or ''} ; 01/7/2025"


def _new_amounts(text: str, question: str) -> list[str]:
    """Amounts of an uncited sentence that the question did not say itself."""
    asked = _flat(question)
    fixed = _flat("01/7/2025")
    return [a for a in _amounts(text) if not _stands_in(a, asked) and not _stands_in(a, fixed)]


def foreign_localities(text: str, spans: Sequence[Span]) -> list[str]:
    """Localities named in ``text`` that are neither the cited plans' own nor in the cited words."""
    own = {
        strip_marks(name)
        for span in spans
        for name in (
            span.plan.meta.locality,
            span.plan.meta.province,
            span.plan.meta.issuer,
            span.plan.meta.subject,
        )
        if name
    }
    cited = " ".join(strip_marks(span.text) for span in spans)
    return [
        text[mention.start : mention.end]
        for mention in find_places(text)
        if not any(strip_marks(place.name) in name for place in mention.places for name in own)
        and not any(strip_marks(place.name) in cited for place in mention.places)
    ]


def check_answer(answer: Answer) -> list[str]:
    """What is wrong with a finished answer, as Vietnamese lines; [] when all rules hold."""
    problems: list[str] = []
    used = {int(number) for number in _MARKER.findall(answer.text)}
    if answer.table is not None:
        used |= {c.marker for row in answer.table.rows for c in row.cells if c.marker is not None}
    given = {citation.marker for citation in answer.citations}
    problems += [f"[{number}] không có trích dẫn." for number in sorted(used - given)]
    problems += [f"Trích dẫn [{number}] không được dùng." for number in sorted(given - used)]
    for citation in answer.citations:
        if not 0 <= citation.start < citation.end <= len(citation.plan.text):
            problems.append(f"Trích dẫn [{citation.marker}] nằm ngoài văn bản.")
    by_marker = {citation.marker: citation for citation in answer.citations}
    for line in answer.text.split("\n"):
        spans = tuple(
            Span(by_marker[int(n)].plan, by_marker[int(n)].start, by_marker[int(n)].end)
            for n in _MARKER.findall(line)
            if int(n) in by_marker
        )
        if spans:
            problems += [
                f"“{a}” không có trong đoạn được trích." for a in missing_amounts(line, spans)
            ]
            problems += [
                f"“{p}” không phải địa phương được trích." for p in foreign_localities(line, spans)
            ]
    return problems
