"""What surrounds the numbered body: formalities, opening, recipients, signature, footnotes.

The order of the blocks follows Nghị định 30/2020/NĐ-CP, Phụ lục I and the party's form; a decision
may carry a second document behind its signature, which has a frame of its own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.plan import SectionKind
from corpus.sections.footnotes import calls, note_label
from corpus.sections.labels import read_label

_RECIPIENTS = re.compile(r"(?:nơi nhận|nơi gửi)\s*(?::|$)", re.IGNORECASE)
_RECIPIENTS_IN_ONE_LINE = re.compile(r"-\s*[^;\n]{2,80};[^\n]{0,2000};\s*-\s*Lưu\s*:")
_AUTHORITY = re.compile(r"(?:T/M|TM\.?|K/T|KT\.?|T/L|TL\.?|TUQ\.?|T/UQ|Q\.)\s*(?=[^\W\d_])")
# Who signs alone, without an authority line; always in capitals and alone on the line.
_OFFICE = re.compile(
    r"(?:QUYỀN |PHÓ )*(?:CHỦ TỊCH|BÍ THƯ|TỔNG BÍ THƯ|THỦ TƯỚNG|BỘ TRƯỞNG|THỨ TRƯỞNG|GIÁM ĐỐC|CHÁNH VĂN PHÒNG"
    r"|TRƯỞNG BAN|CHỦ NHIỆM|THỦ TRƯỞNG|CỤC TRƯỞNG|TỔNG GIÁM ĐỐC)(?: [^\W\d_]+){0,8}"
)
_TYPES = (
    "KẾ HOẠCH|CHƯƠNG TRÌNH HÀNH ĐỘNG|CHƯƠNG TRÌNH|ĐỀ ÁN|QUY CHẾ|QUY ĐỊNH|QUY CHUẨN|PHƯƠNG ÁN|DANH MỤC|HƯỚNG DẪN|"
    "NGHỊ QUYẾT|QUYẾT ĐỊNH|CHỈ THỊ|ĐIỀU LỆ|THỂ LỆ|BÁO CÁO|QUY TRÌNH"
)
_ATTACHED_TITLE = re.compile(rf"(?:{_TYPES})(?:\s[^\W\d_].*)?")
_HEADER = re.compile(
    r"(?:ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|HỘI ĐỒNG NHÂN DÂN|CỘNG H[OÒ]|ĐẢNG CỘNG SẢN)", re.IGNORECASE
)
_CLOSERS = re.compile(
    r"(?:Trên đây|Trong quá trình|Quá trình|Yêu cầu (?:các|Thủ|Giám|Chủ)|Đề nghị|Kế hoạch này|Chương trình(?: hành động)? này|"
    r"Nghị quyết này|Chỉ thị này|Quyết định này|Căn cứ (?:Kế hoạch|Chương trình|nội dung|Nghị quyết|Chỉ thị) này|"
    r"Nhận được|Ủy ban nhân dân .{0,60} yêu cầu|UBND .{0,60} yêu cầu|Giao .{0,200}(?:theo dõi|đôn đốc)|Nếu có)"
)
# The phrases of the basis, in Party style behind a dash; the first two open nothing else.
_OPENS_BASIS = re.compile(r"(?:[-–]\s*)?(?:Căn cứ|Xét)\s")
_BASIS = re.compile(r"(?:[-–]\s*)?(?:Căn cứ|Xét|Theo đề nghị|Thực hiện)\s")
_ENACTS = re.compile(r"QUYẾT (?:ĐỊNH|NGHỊ)\s*:|QUYẾT NGHỊ")
_AUTHORITY_LINES = 5  # an enacting authority and its session take no more lines than these
_OPENING_LENGTH = 60  # shorter paragraphs above the body are lines of the form, not sentences


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One line of the plan's text with its span (the newline after it included)."""

    text: str
    start: int
    end: int


def paragraphs(text: str) -> list[Paragraph]:
    """The text cut at its newlines; joined, the spans give the text back exactly."""
    found: list[Paragraph] = []
    start = 0
    for line in text.splitlines(keepends=True):
        found.append(Paragraph(line.rstrip("\n"), start, start + len(line)))
        start += len(line)
    return found


def block_kinds(lines: list[Paragraph]) -> list[SectionKind]:
    """For each paragraph the block that it stands in; ``BODY`` for the numbered body.

    Appendix titles and attached documents begin a body of their own, so what follows a signature
    is body again until the next signature.
    """
    kinds = [SectionKind.BODY] * len(lines)
    notes_from = _first_note(lines)
    for position in range(notes_from, len(lines)):
        kinds[position] = SectionKind.FOOTNOTE
    _mark_endings(lines, kinds, notes_from)
    _mark_head(lines, kinds)
    _mark_closing(lines, kinds)
    return kinds


def _first_note(lines: list[Paragraph]) -> int:
    """Position of the first lifted footnote: the run of called notes at the very end."""
    position = len(lines)
    while position and note_label(lines[position - 1].text) is not None:
        position -= 1
    if position == len(lines):
        return position
    called = {number for line in lines[:position] for number, _, _ in calls(line.text)}
    while position < len(lines) and (note_label(lines[position].text) or ("", 0))[0] not in called:
        position += 1
    return position


def _is_signature_start(line: str) -> bool:
    head = line[:120]
    if match := _AUTHORITY.match(head):
        return head[match.end() :].isupper()
    return head.isupper() and _OFFICE.fullmatch(head.strip(" ,.")) is not None


def _ends_signature(line: str) -> bool:
    """Whether a line after a signature begins something else."""
    if line.startswith("|") or _RECIPIENTS.match(line) or (line.isupper() and _HEADER.match(line)):
        return True
    if line.isupper() and _ATTACHED_TITLE.fullmatch(line):
        return True
    label = read_label(line)
    return label is not None and label.style not in {"dash", "plus"} and not _AUTHORITY.match(line)


def _mark_endings(lines: list[Paragraph], kinds: list[SectionKind], stop: int) -> None:
    """Mark recipients and signature blocks; each runs until something else begins."""
    current = SectionKind.BODY
    seen_body = False
    for position in range(stop):
        line = lines[position].text
        if _begins_recipients(line) and seen_body:
            current = SectionKind.RECIPIENTS
        elif (
            seen_body
            and _is_signature_start(line)
            and _is_plausible_signature(lines, position, current)
        ):
            current = SectionKind.SIGNATURE
        elif (current is SectionKind.SIGNATURE and _ends_signature(line)) or (
            current is SectionKind.RECIPIENTS and _ends_recipients(line)
        ):
            current = SectionKind.BODY
            seen_body = False
        elif len(line) > 2 * _OPENING_LENGTH and current is SectionKind.SIGNATURE:
            current = SectionKind.BODY
        if read_label(line) is not None or len(line) >= _OPENING_LENGTH:
            seen_body = seen_body or current is SectionKind.BODY
        kinds[position] = current


def _begins_recipients(line: str) -> bool:
    """ "Nơi nhận:", or the whole list on one line when a converter lost that heading."""
    return bool(_RECIPIENTS.match(line[:40]) or _RECIPIENTS_IN_ONE_LINE.match(line))


def _is_plausible_signature(lines: list[Paragraph], position: int, current: SectionKind) -> bool:
    """A signature is followed by a short line that is a name, within a few lines."""
    if _stands_above_the_basis(lines, position):
        return False
    if current is SectionKind.SIGNATURE:
        return True
    following = lines[position + 1 : position + 7]
    return not following or any(_is_name(line.text) for line in following)


def _stands_above_the_basis(lines: list[Paragraph], position: int) -> bool:
    """Whether an office in capitals enacts: "Căn cứ …" or "QUYẾT ĐỊNH:" comes next, not a name."""
    for line in lines[position + 1 : position + 1 + _AUTHORITY_LINES]:
        if _BASIS.match(line.text) or _ENACTS.fullmatch(line.text):
            return True
        if not line.text.isupper() or _ATTACHED_TITLE.fullmatch(line.text) or read_label(line.text):
            return False
    return False


def _is_name(line: str) -> bool:
    """Two to seven capitalised words, or a name all in capitals that is no office."""
    words = line.split()
    if not 2 <= len(words) <= 7 or _is_signature_start(line):
        return False
    return all(word[:1].isupper() or word[:1] == "(" for word in words)


def _ends_recipients(line: str) -> bool:
    label = read_label(line)
    if label is not None and label.style in {
        "roman",
        "article",
        "appendix",
        "part",
        "chapter",
        "form",
    }:
        return True
    return line.startswith("|") or (
        line.isupper() and bool(_ATTACHED_TITLE.fullmatch(line) or _HEADER.match(line))
    )


def _mark_head(lines: list[Paragraph], kinds: list[SectionKind]) -> None:
    """Mark formalities and opening: what stands before the first label of the body.

    Without any numbering the first dash begins the body, else the first sentence does.
    """
    frame_end = next(
        (
            i
            for i, line in enumerate(lines)
            if kinds[i] is not SectionKind.BODY or _is_appendix(line.text)
        ),
        len(lines),
    )
    first = next((i for i in range(frame_end) if _begins_body(lines[i].text)), None)
    sentence = next((i for i in range(frame_end) if _is_sentence(lines[i].text)), frame_end)
    if first is None:
        first = next((i for i in range(frame_end) if _is_item(lines[i].text)), sentence)
        if first < frame_end and first == sentence and lines[first].text.endswith(":"):
            first += 1
    for position in range(first):
        kinds[position] = SectionKind.FORMALITIES if position < sentence else SectionKind.OPENING


def _is_item(line: str) -> bool:
    label = read_label(line)
    return label is not None and label.kind is SectionKind.DASH


def _is_appendix(line: str) -> bool:
    label = read_label(line)
    return (
        label is not None
        and label.kind in {SectionKind.APPENDIX, SectionKind.FORM}
        and line.isupper()
    )


def _is_sentence(line: str) -> bool:
    return _OPENS_BASIS.match(line) is not None or (
        len(line) >= _OPENING_LENGTH and line[-1] in ".;:," and not line.startswith("(")
    )


def _begins_body(line: str) -> bool:
    """Whether the body's numbering starts here: a first number, or a heading of any number."""
    label = read_label(line)
    if label is None or label.style in {"dash", "plus", "appendix", "form"}:
        return False
    return label.value <= 1 or label.style not in {"letter", "arabic", "decimal", "lettered-number"}


def _mark_closing(lines: list[Paragraph], kinds: list[SectionKind]) -> None:
    """Mark the unlabelled paragraphs between the last labelled one and the end of each body."""
    for position in range(1, len(lines) + 1):
        if kinds[position - 1] is not SectionKind.BODY or not _ends_body(lines, kinds, position):
            continue
        start = position
        while (
            start
            and kinds[start - 1] is SectionKind.BODY
            and read_label(lines[start - 1].text) is None
        ):
            start -= 1
        first = next(
            (i for i in range(start, position) if _closes(lines, kinds, i, start)), position
        )
        for index in range(first, position):
            kinds[index] = SectionKind.CLOSING


def _ends_body(lines: list[Paragraph], kinds: list[SectionKind], position: int) -> bool:
    return (
        position == len(lines)
        or kinds[position] is not SectionKind.BODY
        or _is_appendix(lines[position].text)
    )


def _closes(lines: list[Paragraph], kinds: list[SectionKind], index: int, start: int) -> bool:
    """Whether the unlabelled paragraph at ``index`` says goodbye rather than goes on."""
    line = lines[index].text
    if start and kinds[start - 1] is not SectionKind.BODY:
        return False
    if line.startswith("|"):
        return False
    if _CLOSERS.match(line):
        return True
    return line.endswith("./.") and index == start and lines[index - 1].text.endswith((".", ";"))
