"""Footnotes of a Word file: the part that python-docx does not write (ECMA-376, part 1, 17.11)."""

from __future__ import annotations

from typing import Any
from xml.sax.saxutils import escape

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

TEXT_STYLE = "FootnoteText"
MARK_STYLE = "FootnoteReference"
_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_SEPARATORS = (
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="0">'
    "<w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>"
)


class Footnotes:
    """The notes of one document, numbered by the place of their first call."""

    def __init__(self) -> None:
        self._numbers: dict[int, int] = {}
        self._texts: list[str] = []

    def call(self, paragraph: Paragraph, key: int, text: str) -> None:
        """Set a mark at the end of ``paragraph``; a note called before is only referred to again.

        The mark stands in brackets: a bare small digit after "32 m²" would read as part of it.
        """
        _bracket(paragraph, "[")
        number = self._numbers.get(key)
        if number is None:
            self._texts.append(text)
            self._numbers[key] = number = len(self._texts)
            _refer(paragraph, number)
        else:
            _refer_again(paragraph, number)
        _bracket(paragraph, "]")

    def attach(self, document: Document) -> None:
        """Write the notes into the file; called once, after the last ``call``."""
        notes = "".join(_note(number, text) for number, text in enumerate(self._texts, start=1))
        xml = (
            '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
            f'<w:footnotes xmlns:w="{_NAMESPACE}">{_SEPARATORS}{notes}</w:footnotes>'
        )
        part = Part(
            PackURI("/word/footnotes.xml"),
            CONTENT_TYPE.WML_FOOTNOTES,
            xml.encode("utf-8"),
            document.part.package,
        )
        document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
        _name_separators(document)


def _note(number: int, text: str) -> str:
    return (
        f'<w:footnote w:id="{number}"><w:p><w:pPr><w:pStyle w:val="{TEXT_STYLE}"/></w:pPr>'
        f'<w:r><w:rPr><w:rStyle w:val="{MARK_STYLE}"/></w:rPr><w:footnoteRef/></w:r>'
        f'<w:r><w:t xml:space="preserve"> {escape(text)}</w:t></w:r></w:p></w:footnote>'
    )


def _refer(paragraph: Paragraph, number: int) -> None:
    run = paragraph.add_run()
    run._r.get_or_add_rPr().append(_element("w:rStyle", val=MARK_STYLE))
    run._r.append(_element("w:footnoteReference", id=str(number)))
    # The bookmark is what a later mention of the same note refers to.
    run._r.addprevious(_element("w:bookmarkStart", id=str(number), name=_bookmark(number)))
    run._r.addnext(_element("w:bookmarkEnd", id=str(number)))


def _bracket(paragraph: Paragraph, mark: str) -> None:
    run = paragraph.add_run(mark)
    run._r.get_or_add_rPr().append(_element("w:rStyle", val=MARK_STYLE))


def _refer_again(paragraph: Paragraph, number: int) -> None:
    field = _element("w:fldSimple", instr=f" NOTEREF {_bookmark(number)} \\h ")
    run = OxmlElement("w:r")
    properties = OxmlElement("w:rPr")
    properties.append(_element("w:rStyle", val=MARK_STYLE))
    words = OxmlElement("w:t")
    words.text = str(number)
    run.append(properties)
    run.append(words)
    field.append(run)
    paragraph._p.append(field)


def _name_separators(document: Document) -> None:
    """Settings name the two separators (17.11.9); their place in the sequence is before w:compat."""
    settings = document.settings.element
    block = OxmlElement("w:footnotePr")
    for identifier in ("-1", "0"):
        block.append(_element("w:footnote", id=identifier))
    compat = settings.find(qn("w:compat"))
    if compat is None:
        settings.append(block)
    else:
        compat.addprevious(block)


def _bookmark(number: int) -> str:
    return f"_ChuThich{number}"


def _element(tag: str, **attributes: str) -> Any:
    element = OxmlElement(tag)
    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), value)
    return element
