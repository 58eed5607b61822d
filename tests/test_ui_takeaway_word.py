"""ui.takeaway.word: the file is opened again and read, as XML where python-docx has no eyes."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from xml.etree import ElementTree

import docx
import pytest
from docx.document import Document
from docx.shared import Length, Pt
from takeaway_fake import WHEN, comparison, green, to_take
from ui_fake import FakeAssistant

from rag.answer import Answer, Row, Table
from ui.takeaway.word import word
from ui.words import APP_NAME, NOTICE

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def opened(
    answer: Answer, question: str = "Chỉ tiêu cây xanh?"
) -> tuple[Document, zipfile.ZipFile]:
    data = word(to_take(answer, question))
    return docx.Document(io.BytesIO(data)), zipfile.ZipFile(io.BytesIO(data))


def xml(file: zipfile.ZipFile, name: str) -> ElementTree.Element:
    return ElementTree.fromstring(file.read(name))  # noqa: S314 - our own file


def millimetres(*lengths: Length | None) -> tuple[int, ...]:
    return tuple(round(length.mm) for length in lengths if length is not None)


def words(element: ElementTree.Element) -> str:
    return "".join(piece.text or "" for piece in element.iter(f"{W}t"))


def test_the_page_is_set_as_the_decree_asks() -> None:
    section = opened(green())[0].sections[0]
    assert millimetres(section.page_width, section.page_height) == (210, 297)
    for margin, least, most in (
        (section.top_margin, 20, 25),
        (section.bottom_margin, 20, 25),
        (section.left_margin, 30, 35),
        (section.right_margin, 15, 20),
    ):
        assert margin is not None
        assert least - 0.1 <= margin.mm <= most + 0.1


def test_the_letters_are_times_new_roman_of_14_points() -> None:
    document, file = opened(green())
    assert document.styles["Normal"].font.size == Pt(14)
    styles = xml(file, "word/styles.xml")
    for name in ("Normal", "Heading1", "FootnoteText"):
        fonts = styles.find(f".//{W}style[@{W}styleId='{name}']/{W}rPr/{W}rFonts")
        assert fonts is not None
        assert set(fonts.attrib.values()) == {"Times New Roman"}
        assert len(fonts.attrib) == 4
    for run in (run for paragraph in document.paragraphs for run in paragraph.runs):
        assert run.font.name is None
        assert run.font.size is None


def test_the_number_stands_at_the_top_from_page_two() -> None:
    section = opened(green())[0].sections[0]
    assert section.different_first_page_header_footer
    header = section.header.paragraphs[0]
    assert header.alignment == 1
    assert " PAGE " in header._p.xml
    assert section.first_page_header.is_linked_to_previous


def test_citations_are_footnotes() -> None:
    document, file = opened(green())
    notes = xml(file, "word/footnotes.xml")
    found = {note.get(f"{W}id"): words(note).strip() for note in notes}
    assert set(found) == {"-1", "0", "1", "2"}
    formal = "Gạch đầu dòng thứ 2 Mục II Kế hoạch số 12/KH-UBND ngày 05/3/2023"
    assert found["1"].startswith(formal)
    body = xml(file, "word/document.xml")
    called = [call.get(f"{W}id") for call in body.iter(f"{W}footnoteReference")]
    assert called == ["1", "2"]
    assert "footnotes+xml" in file.read("[Content_Types].xml").decode()
    assert "footnotes.xml" in file.read("word/_rels/document.xml.rels").decode()
    assert f"{W}footnotePr" in {piece.tag for piece in xml(file, "word/settings.xml")}
    styles = {style.style_id for style in document.styles}
    assert {"FootnoteText", "FootnoteReference"} <= styles


def test_a_second_mention_refers_to_the_same_footnote() -> None:
    _, file = opened(comparison())  # the text and the table both cite [1]
    body = xml(file, "word/document.xml")
    assert len(list(body.iter(f"{W}footnoteReference"))) == 1
    fields = [field.get(f"{W}instr", "") for field in body.iter(f"{W}fldSimple")]
    names = [mark.get(f"{W}name", "?") for mark in body.iter(f"{W}bookmarkStart")]
    assert len(fields) == 1
    assert names[0] in fields[0]


def test_a_mark_never_touches_a_number() -> None:
    _, file = opened(green())
    for paragraph in xml(file, "word/document.xml").iter(f"{W}p"):
        before = ""
        for run in paragraph.iter(f"{W}r"):
            if run.find(f"{W}footnoteReference") is not None:
                assert before == "["
            before = words(run)


def test_all_that_was_shown_is_in_it() -> None:
    document, _ = opened(green())
    text = "\n".join(paragraph.text for paragraph in document.paragraphs)
    assert "Câu hỏi: Chỉ tiêu cây xanh?" in text
    assert "Thời điểm tra cứu: 14:05 ngày 06/02/2026" in text
    assert "Đã hiểu là: cây xanh năm 2030" in text
    assert "Kết quả: Đã trả lời" in text
    assert "Theo kế hoạch: khoảng 8-10 m²" in text
    assert "1. Gạch đầu dòng thứ 2 Mục II" in text
    assert "“khoảng 8-10 m²”" in text
    assert NOTICE in text
    about = document.core_properties
    assert about.author == APP_NAME
    assert about.created is not None
    assert about.created.hour == WHEN.hour - 7  # kept in UTC


def test_a_comparison_has_its_table() -> None:
    document, _ = opened(comparison())
    grid = document.tables[0]
    assert [cell.text for cell in grid.rows[0].cells] == ["Nội dung", "Bình Minh", "Hải Vân"]
    row = [cell.text for cell in grid.rows[1].cells]
    assert row[0] == "Cây xanh"
    assert row[1].startswith("khoảng 8-10 m² (2030)")
    assert row[2] == "văn bản không nêu"


def test_a_wide_table_lies_across_the_page() -> None:
    answer = comparison()
    assert answer.table is not None
    row = answer.table.rows[0]
    names = ("Bình Minh", *(f"Nơi {number}" for number in range(5)))
    table = Table(names, (Row(row.label, (row.cells[0], *(row.cells[1],) * 5)),))
    section = opened(replace(answer, table=table))[0].sections[0]
    assert millimetres(section.page_width, section.page_height) == (297, 210)


def test_an_answer_without_citations_has_no_basis() -> None:
    document, file = opened(FakeAssistant().ask("thời tiết"))
    assert "Căn cứ" not in [paragraph.text for paragraph in document.paragraphs]
    assert len(xml(file, "word/footnotes.xml")) == 2  # the two separators


@pytest.mark.parametrize("question", ["a\x00b\x0bc & <w:t>", "x" * 2_000, "]]>", "a\ud800"])
def test_odd_questions_do_not_break_the_file(question: str) -> None:
    document, _ = opened(green(), question)
    assert any(paragraph.text.startswith("Câu hỏi:") for paragraph in document.paragraphs)
