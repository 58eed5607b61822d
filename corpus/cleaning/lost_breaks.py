"""Line breaks that a converter lost around headings, put back where the numbering proves them.

Each rule needs more than one sign, for a plan without lost breaks must come out as it went in: a
label in the order of the numbering, a heading in capitals, a sentence that ends before it.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from corpus.doctypes import TYPE_CODES
from corpus.letters import UPPER
from corpus.sections.labels import read_label, roman_value

_TITLE = re.compile(rf"(?:{'|'.join(name.upper() for name in TYPE_CODES)})(?!\w)")
_BASIS = re.compile(r"(?:Căn cứ|Thực hiện|Triển khai|Xét|Tiếp tục thực hiện|Trên cơ sở)\s")
_WORD = re.compile(r"\S+")
_SUBJECT_WORDS = 3  # a subject in capitals has at least these; "KẾ HOẠCH Thực hiện …" has none
# "II. NỘI DUNG, GIẢI PHÁP": a Roman label and two words or more in capitals; a number that begins a
# point ("NỘI DUNG 1. Rà soát") and the next Roman label are no words of it.
_CAPITALS = rf"[{UPPER}]+(?![^\W\d_])"
_HEADING = re.compile(
    rf"(?<![{UPPER}\d])(?P<label>[IVXL]{{1,6}})\s?[.)\-–]\s{{0,2}}[{UPPER}]{{2,}}(?![^\W\d_])"
    rf"(?:[ ,;:&/()–-]{{1,3}}(?:(?![IVXL]{{1,6}}\s?[.)]){_CAPITALS}|(?!\d{{1,2}}[.)])\d+(?!\w)))+"
)
_POINT = re.compile(rf"\s*(?P<number>\d{{1,2}})(?P<mark>[.)])\s*(?=[{UPPER}])")
_NEXT_POINT = re.compile(
    rf"(?<=[.;:)])\s*(?<!\d[.)])(?P<number>\d{{1,2}})(?P<mark>[.)])\s*(?=[{UPPER}])"
)
# Words in capitals that a number belongs to: "III. THỰC HIỆN GIAI ĐOẠN 1. …".
_COUNTED = re.compile(r"(?:GIAI ĐOẠN|CẤP ĐỘ|KHU VỰC|NHÓM|ĐỢT|QUÝ|PHẦN|CẤP|LOẠI|HẠNG|SỐ|NĂM)$")
# The two points that nearly every plan begins with; a capital after them begins the text.
_STANDING = re.compile(rf"(?:Mục đích|Yêu cầu)(?=\s[{UPPER}])")
_ABBREVIATION = re.compile(r"(?:UBND|HĐND|MTTQ|TP|TX|BCĐ|BTV|BCH)$")
SENTENCE_END = (".", ";", ":", "!", "?", "…", ")", "”", '"')
_SENTENCE_WORDS = 8  # what follows a heading on its line is its text, not its end, from here on


def with_lost_breaks(paragraphs: list[str]) -> list[str]:
    """``paragraphs``, those cut in which headings run together with text. Linear time."""
    found: list[str] = []
    last = 0
    for paragraph in paragraphs:
        for part in cut_at(paragraph, [_title_end(paragraph)]):
            cuts, last = _heading_cuts(part, last)
            found.extend(cut_at(part, cuts))
    return found


def cut_at(paragraph: str, cuts: list[int]) -> list[str]:
    """The pieces between the cuts, without blanks at their ends; an empty one is none."""
    edges = itertools.pairwise([0, *cuts, len(paragraph)])
    pieces = (paragraph[start:end].strip() for start, end in edges)
    return [piece for piece in pieces if piece] or [paragraph]


def _title_end(paragraph: str) -> int:
    """Where a title in capitals ends and the words of the basis begin; 0 when they do not.

    "KẾ HOẠCH TRỒNG CÂY XANH NĂM 2026 Thực hiện Quyết định số …" is two lines of the form.
    """
    title = _TITLE.match(paragraph)
    if title is None:
        return 0
    for count, word in enumerate(_WORD.finditer(paragraph, title.end())):
        if not _is_capital(word.group()):
            is_basis = count >= _SUBJECT_WORDS and _BASIS.match(paragraph, word.start())
            return word.start() if is_basis else 0
    return 0


def _is_capital(word: str) -> bool:
    return word == word.upper() or "/" in word


def _heading_cuts(paragraph: str, last: int) -> tuple[list[int], int]:
    """Where Roman headings and the points under them begin and end; the last Roman value seen."""
    if paragraph.startswith("|"):
        return [], last
    headings, last = _headings(paragraph, last)
    spans = itertools.pairwise([*(match.start() for match in headings), len(paragraph)])
    cuts = [
        cut
        for heading, (start, end) in zip(headings, spans, strict=True)
        for cut in (start, *_cuts_under(paragraph, heading, end))
    ]
    return cuts, last


def _headings(paragraph: str, last: int) -> tuple[list[re.Match[str]], int]:
    """The Roman headings in capitals: at the head of the paragraph, or next in order inside it."""
    label = read_label(paragraph)
    last = label.value if label is not None and label.style == "roman" else last
    found: list[re.Match[str]] = []
    for match in _HEADING.finditer(paragraph):
        value = roman_value(match["label"])
        follows = bool(found) and match.start() - found[-1].end() <= 1
        in_order = value in {1, last + 1} and (follows or _ends_sentence(paragraph, match.start()))
        if match.start() == 0 or in_order:
            found.append(match)
            last = value or last
    return found, last


def _ends_sentence(paragraph: str, position: int) -> bool:
    """Whether a sentence ends before a position, or its last word is glued to what begins there."""
    before = paragraph[max(0, position - 3) : position].rstrip()
    return before.endswith(SENTENCE_END) or paragraph[position - 1].islower()


def _cuts_under(paragraph: str, heading: re.Match[str], end: int) -> Iterator[int]:
    """Where the heading ends and, when point 1 stands right behind it, each next point begins."""
    first = _POINT.match(paragraph, heading.end(), end)
    if first is None:
        yield from _text_under(paragraph, heading, end)
        return
    if int(first["number"]) != 1 or _COUNTED.search(heading.group()):
        return
    yield from _point_cuts(paragraph, first)
    number = 1
    for point in _NEXT_POINT.finditer(paragraph, first.end(), end):
        if int(point["number"]) == number + 1 and point["mark"] == first["mark"]:
            yield from _point_cuts(paragraph, point)
            number += 1


def _point_cuts(paragraph: str, point: re.Match[str]) -> Iterator[int]:
    """The beginning of a point and, after a standing heading such as "Mục đích", of its text."""
    yield point.start()
    if heading := _STANDING.match(paragraph, point.end()):
        yield heading.end()


def _text_under(paragraph: str, heading: re.Match[str], end: int) -> Iterator[int]:
    """Where the text begins behind a heading that lost the breaks on both its sides."""
    text = paragraph[heading.end() : end]
    begins_sentence = text[:1] == " " and text[1:2].isupper()
    if (
        heading.start()
        and begins_sentence
        and not _ABBREVIATION.search(heading.group())
        and len(text.split(maxsplit=_SENTENCE_WORDS)) > _SENTENCE_WORDS
    ):
        yield heading.end()
