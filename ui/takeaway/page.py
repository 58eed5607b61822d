"""A Word page as official papers set it: Nghị định 30/2020/NĐ-CP, Phụ lục I."""

from __future__ import annotations

from typing import Any

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.styles.style import CharacterStyle

from ui.takeaway.footnotes import MARK_STYLE, TEXT_STYLE
from ui.takeaway.parts import FONT

BODY = 14  # points; the norm allows 13 to 14
NOTE = 11
LONG, SHORT = 297, 210  # millimetres of A4
TOP = BOTTOM = 20  # millimetres; the norm allows 20 to 25
LEFT = 30  # 30 to 35
RIGHT = 15  # 15 to 20
INDENT = 10  # millimetres of a paragraph's first line; 1 to 1.27 cm


def blank(*, wide: bool) -> Document:
    """An empty document with page, styles and page numbers in place; ``wide`` lays it across."""
    document = docx.Document()
    section = document.sections[0]
    width, height = (LONG, SHORT) if wide else (SHORT, LONG)
    section.orientation = WD_ORIENT.LANDSCAPE if wide else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Mm(width), Mm(height)
    section.top_margin, section.bottom_margin = Mm(TOP), Mm(BOTTOM)
    section.left_margin, section.right_margin = Mm(LEFT), Mm(RIGHT)
    section.header_distance = Mm(10)
    _set_styles(document)
    _number_pages(document)
    return document


def _set_styles(document: Document) -> None:
    styles = document.styles
    normal = styles["Normal"]
    _set_font(normal, BODY)
    layout = normal.paragraph_format
    layout.space_before, layout.space_after = Pt(0), Pt(6)
    layout.line_spacing_rule = WD_LINE_SPACING.SINGLE
    for name, identifier in (("footnote text", TEXT_STYLE), ("footnote reference", MARK_STYLE)):
        kind = WD_STYLE_TYPE.PARAGRAPH if identifier == TEXT_STYLE else WD_STYLE_TYPE.CHARACTER
        style = styles.add_style(name, kind)
        style._element.set(qn("w:styleId"), identifier)
        _set_font(style, NOTE if identifier == TEXT_STYLE else None)
    styles["footnote reference"].font.superscript = True
    heading = styles["Heading 1"]
    _set_font(heading, BODY)
    heading.font.bold = True
    heading.paragraph_format.space_before = Pt(12)
    heading.paragraph_format.space_after = Pt(6)


def _set_font(style: CharacterStyle, size: int | None) -> None:
    """One font for every script; the template's theme fonts and colours would win over it."""
    properties = style.element.get_or_add_rPr()
    for tag in ("w:rFonts", "w:color", "w:lang"):
        for old in properties.findall(qn(tag)):
            properties.remove(old)
    fonts = properties._add_rFonts()
    for script in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{script}"), FONT)
    if size is not None:
        style.font.size = Pt(size)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "vi-VN")
    properties.append(language)


def _number_pages(document: Document) -> None:
    """The number stands centred at the top, not on the first page."""
    section = document.sections[0]
    section.different_first_page_header_footer = True
    paragraph = section.header.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for kind, words in (
        ("begin", ""),
        ("", " PAGE "),
        ("separate", ""),
        ("text", "2"),
        ("end", ""),
    ):
        paragraph.add_run()._r.append(_field_piece(kind, words))


def _field_piece(kind: str, words: str) -> Any:
    if kind in {"begin", "separate", "end"}:
        piece = OxmlElement("w:fldChar")
        piece.set(qn("w:fldCharType"), kind)
        return piece
    piece = OxmlElement("w:t" if kind == "text" else "w:instrText")
    piece.set(qn("xml:space"), "preserve")
    piece.text = words
    return piece
