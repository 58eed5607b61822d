"""A Word file of an answer or a table, its citations as footnotes."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import UTC

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.shared import Mm, Pt
from docx.table import Table as Drawn
from docx.text.paragraph import Paragraph

from rag.answer import Citation, Table
from ui.markup import year_note
from ui.takeaway.footnotes import Footnotes
from ui.takeaway.page import INDENT, blank
from ui.takeaway.parts import Taken, clean, clock, formal, one_line, ordered, pieces
from ui.takeaway.report import Grid, Noted, Report
from ui.words import APP_NAME, NOTICE

TITLE = "KẾT QUẢ TRA CỨU VĂN BẢN"
_WIDE_FROM = 5  # a table of so many localities lies across the page
_SMALL = 12  # points in a table


def word(taken: Taken) -> bytes:
    """The file of an answer: question, answer, table, basis, time and notice."""
    return written(_report(taken))


def written(report: Report) -> bytes:
    """The file: A4, Times New Roman, each citation a footnote and a line of the basis."""
    return _Paper(report).saved()


def _report(taken: Taken) -> Report:
    answer = taken.answer
    facts = (
        ("Câu hỏi", taken.question),
        ("Đã hiểu là", one_line(answer.reading or "")),
        ("Kết quả", taken.status),
    )
    lines = tuple(line.strip() for line in clean(answer.text).splitlines() if line.strip())
    grid = _grid(answer.table) if answer.table else None
    return Report(taken.question, facts, lines, grid, ordered(answer), taken.when)


def _grid(table: Table) -> Grid:
    rows = tuple(
        (
            Noted(row.label),
            *(
                Noted(
                    f"{cell.text}{year_note(row.label, cell)}",
                    () if cell.marker is None else (cell.marker,),
                )
                for cell in row.cells
            ),
        )
        for row in table.rows
    )
    wide = len(table.columns) >= _WIDE_FROM
    return Grid("Bảng so sánh", ("Nội dung", *table.columns), rows, wide)


class _Paper:
    def __init__(self, report: Report) -> None:
        self._report = report
        self._document: Document = blank(wide=report.grid is not None and report.grid.wide)
        self._notes = Footnotes()
        self._by_marker = {citation.marker: citation for citation in report.citations}

    def saved(self) -> bytes:
        self._fill()
        about = self._document.core_properties
        about.author = about.last_modified_by = APP_NAME
        about.title = self._report.subject[:200] or TITLE
        about.comments = NOTICE
        about.language = "vi-VN"
        about.created = about.modified = self._report.when.astimezone(UTC).replace(tzinfo=None)
        file = io.BytesIO()
        self._document.save(file)
        return file.getvalue()

    def _fill(self) -> None:
        report = self._report
        self._head()
        if report.lines:
            self._document.add_heading("Nội dung trả lời", 1)
        for line in report.lines:
            self._marked(self._paragraph(), line)
        if report.grid:
            self._document.add_heading(report.grid.heading, 1)
            self._table(report.grid)
        if report.citations:
            self._document.add_heading("Căn cứ", 1)
        for number, citation in enumerate(report.citations, start=1):
            self._source(number, citation)
        self._foot()
        self._notes.attach(self._document)

    def _head(self) -> None:
        title = self._centred(TITLE, bold=True)
        title.paragraph_format.space_after = Pt(0)
        when = self._centred(f"Thời điểm tra cứu: {clock(self._report.when)}", bold=False)
        when.runs[0].italic = True
        for label, text in self._report.facts:
            if text:
                self._labelled(f"{label}: ", text)

    def _centred(self, text: str, *, bold: bool) -> Paragraph:
        paragraph = self._document.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.add_run(text).bold = bold
        return paragraph

    def _labelled(self, label: str, text: str) -> None:
        paragraph = self._paragraph()
        paragraph.add_run(label).bold = True
        paragraph.add_run(text)

    def _paragraph(self) -> Paragraph:
        paragraph = self._document.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
        paragraph.paragraph_format.first_line_indent = Mm(INDENT)
        return paragraph

    def _marked(self, paragraph: Paragraph, line: str) -> None:
        """The words of a line, a footnote for each marker in it."""
        for piece in pieces(line):
            if isinstance(piece, str):
                paragraph.add_run(piece)
            else:
                _set_apart(paragraph)
                self._note(paragraph, piece)

    def _note(self, paragraph: Paragraph, marker: int) -> None:
        self._notes.call(paragraph, marker, f"{formal(self._by_marker[marker])}.")

    def _table(self, grid: Grid) -> None:
        drawn = self._document.add_table(rows=1, cols=len(grid.columns))
        drawn.style = "Table Grid"
        _share_out(drawn, grid.shares)
        for place, words in zip(drawn.rows[0].cells, grid.columns, strict=True):
            paragraph = place.paragraphs[0]
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
            paragraph.add_run(one_line(words)).bold = True
            _shrink(paragraph)
        for row in grid.rows:
            for place, cell in zip(drawn.add_row().cells, row, strict=True):
                self._cell(place.paragraphs[0], cell)
        _repeat_first_row(drawn)

    def _cell(self, paragraph: Paragraph, cell: Noted) -> None:
        apart = "\u00a0" if cell.markers else ""
        paragraph.add_run(f"{one_line(cell.text)}{apart}")
        for marker in cell.markers:
            self._note(paragraph, marker)
        _shrink(paragraph)

    def _source(self, number: int, citation: Citation) -> None:
        paragraph = self._paragraph()
        paragraph.add_run(f"{number}. {formal(citation)}: ")
        paragraph.add_run(f"“{one_line(citation.quote)}”").italic = True

    def _foot(self) -> None:
        paragraph = self._paragraph()
        paragraph.paragraph_format.space_before = Pt(12)
        paragraph.add_run(f"In từ hệ thống {APP_NAME}. {NOTICE}").italic = True


def _set_apart(paragraph: Paragraph) -> None:
    """A blank that does not break between the words and their mark."""
    last = paragraph.runs[-1] if paragraph.runs else None
    if last is not None and last.text.endswith(" "):
        last.text = last.text.rstrip() + "\u00a0"


def _shrink(paragraph: Paragraph) -> None:
    paragraph.paragraph_format.space_after = Pt(2)
    for run in paragraph.runs:
        if run.text:
            run.font.size = Pt(_SMALL)


def _repeat_first_row(drawn: Drawn) -> None:
    drawn.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def _share_out(drawn: Drawn, shares: Sequence[int]) -> None:
    """Set the columns' widths; rows that are added later take those of the row above."""
    whole = sum(column.width for column in drawn.columns)
    for at, share in enumerate(shares):
        drawn.columns[at].width = whole * share // sum(shares)
        drawn.rows[0].cells[at].width = drawn.columns[at].width
