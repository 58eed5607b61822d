"""An answer as a Word file, its citations as footnotes."""

from __future__ import annotations

import io
from datetime import UTC

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.shared import Mm, Pt
from docx.table import Table as Grid
from docx.text.paragraph import Paragraph

from rag.answer import Citation, Table
from ui.markup import sentence_case, year_note
from ui.takeaway.footnotes import Footnotes
from ui.takeaway.page import INDENT, blank
from ui.takeaway.parts import Taken, clean, one_line, ordered, pieces
from ui.words import APP_NAME, NOTICE

TITLE = "KẾT QUẢ TRA CỨU VĂN BẢN"
_WIDE_FROM = 5  # a table of so many localities lies across the page
_SMALL = 12  # points in a table


def word(taken: Taken) -> bytes:
    """The file: A4, Times New Roman, question, answer, table, basis, time and notice."""
    return _Paper(taken).written()


class _Paper:
    def __init__(self, taken: Taken) -> None:
        self._taken = taken
        table = taken.answer.table
        self._document: Document = blank(
            wide=table is not None and len(table.columns) >= _WIDE_FROM
        )
        self._notes = Footnotes()
        self._by_marker = {citation.marker: citation for citation in taken.answer.citations}

    def written(self) -> bytes:
        answer = self._taken.answer
        self._head()
        self._document.add_heading("Nội dung trả lời", 1)
        for line in filter(str.strip, clean(answer.text).splitlines()):
            self._marked(self._paragraph(), line.strip())
        if answer.table:
            self._document.add_heading("Bảng so sánh", 1)
            self._table(answer.table)
        if answer.citations:
            self._document.add_heading("Căn cứ", 1)
            for number, citation in enumerate(ordered(answer), start=1):
                self._source(number, citation)
        self._foot()
        self._notes.attach(self._document)
        return self._saved()

    def _head(self) -> None:
        taken = self._taken
        title = self._centred(TITLE, bold=True)
        title.paragraph_format.space_after = Pt(0)
        when = self._centred(f"Thời điểm tra cứu: {taken.time}", bold=False)
        when.runs[0].italic = True
        if taken.question:
            self._labelled("Câu hỏi: ", taken.question)
        if taken.answer.reading:
            self._labelled("Đã hiểu là: ", one_line(taken.answer.reading))
        self._labelled("Kết quả: ", taken.status)

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
                citation = self._by_marker[piece]
                self._notes.call(paragraph, piece, f"{sentence_case(one_line(citation.formal))}.")

    def _table(self, table: Table) -> None:
        grid = self._document.add_table(rows=1, cols=len(table.columns) + 1)
        grid.style = "Table Grid"
        for cell, words in zip(grid.rows[0].cells, ("Nội dung", *table.columns), strict=True):
            cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.CENTER
            cell.paragraphs[0].add_run(one_line(words)).bold = True
        for row in table.rows:
            cells = grid.add_row().cells
            cells[0].paragraphs[0].add_run(one_line(row.label))
            for place, cell in zip(cells[1:], row.cells, strict=True):
                marker = "" if cell.marker is None else f" [{cell.marker}]"
                text = f"{one_line(cell.text)}{year_note(row.label, cell)}{marker}"
                self._marked(place.paragraphs[0], text)
        _repeat_first_row(grid)
        for row_ in grid.rows:
            for place in row_.cells:
                _shrink(place.paragraphs[0])

    def _source(self, number: int, citation: Citation) -> None:
        paragraph = self._paragraph()
        paragraph.add_run(f"{number}. {sentence_case(one_line(citation.formal))}: ")
        paragraph.add_run(f"“{one_line(citation.quote)}”").italic = True

    def _foot(self) -> None:
        paragraph = self._paragraph()
        paragraph.paragraph_format.space_before = Pt(12)
        paragraph.add_run(f"In từ hệ thống {APP_NAME}. {NOTICE}").italic = True

    def _saved(self) -> bytes:
        about = self._document.core_properties
        about.author = about.last_modified_by = APP_NAME
        about.title = self._taken.question[:200] or TITLE
        about.comments = NOTICE
        about.language = "vi-VN"
        about.created = about.modified = self._taken.when.astimezone(UTC).replace(tzinfo=None)
        file = io.BytesIO()
        self._document.save(file)
        return file.getvalue()


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


def _repeat_first_row(grid: Grid) -> None:
    grid.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
