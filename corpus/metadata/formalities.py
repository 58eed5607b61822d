"""The lines above the opening words: type, number, place and date, subject, who issued.

Positions follow Nghị định 30/2020/NĐ-CP, Phụ lục I, and the Party's form (number without colon,
the place and date under the Party's name). Nothing is filled in that is not printed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.dates import DATE, iso
from corpus.doctypes import NUMBER as NUMBER_PATTERN
from corpus.doctypes import TYPE_CODES, find_numbers, normal_number, type_code, type_named
from corpus.fold import fold


@dataclass(frozen=True, slots=True)
class Printed:
    """A value and where the text prints it."""

    value: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Formalities:
    """What the head of a plan prints; None where it prints nothing."""

    type: Printed | None
    number: Printed | None
    place: Printed | None
    date: Printed | None
    subject: Printed | None
    header: tuple[Printed, ...]  # lines that name the issuer, top left, as printed
    enacting: Printed | None  # the issuer on a line of its own under the subject, or after "CỦA"


_UPPER_TYPES = "|".join(
    r"\s+".join(name.upper().split()) for name in sorted(TYPE_CODES, key=len, reverse=True)
)
_TYPE_LINE = re.compile(
    rf"^[ \t]*(?P<caps>{_UPPER_TYPES})(?=[\s:.,|]|$)(?!:)"
    rf"|^[ \t]*(?P<plain>{'|'.join(TYPE_CODES)})[ \t]*(?=$|số\s)",
    re.MULTILINE,
)
_NUMBER_LABEL = re.compile(r"(?:^|\|)[ \t]*S[ốỐ][ \t]*[:.]?\s{0,3}", re.MULTILINE)
# Looked for from its comma on: the place before it is up to 60 characters without another mark.
_DATE_LINE = re.compile(
    r",[ \t]*ngày[ \t.…]{1,12}(?:\d{1,2}[ \t.…]{0,6})?(?:tháng|[/.-])",
    re.IGNORECASE,
)
_MOTTO = re.compile(r"cộng hoà xã hội|độc lập|đảng cộng sản việt nam|tự do - hạnh phúc")
_ABOUT_LINE = re.compile(r"^[ \t*]*(?P<subject>V/v[ :]\S.*?)[ \t*]*$", re.MULTILINE | re.IGNORECASE)
_REMARK = re.compile(r"\((?:kèm|ban hành|đính)", re.IGNORECASE)
_OF = re.compile(r"của\s+(?=\S)", re.IGNORECASE)
_ISSUES_BY_NAME = {
    "Quyết định",
    "Nghị quyết",
    "Nghị định",
    "Thông tư",
    "Chỉ thị",
    "Pháp lệnh",
    "Lệnh",
    "Quy định",
}
_ORGAN_LINE = re.compile(
    r"(?:chủ tịch|uỷ ban|hội đồng|ubnd|hđnd|bộ trưởng|bộ chính trị|ban bí thư|ban chấp hành|ban thường vụ|giám đốc|"
    r"chính phủ|thủ tướng|quốc hội|tỉnh uỷ|thành uỷ|huyện uỷ|thị uỷ|quận uỷ|đảng uỷ|trưởng ban|viện trưởng)(?!\w)"
)
# "KHÓA XVIII, KỲ HỌP THỨ 12" on a line of its own.
_SESSION = re.compile(r"(?:khoá|nhiệm kỳ|kỳ họp|phiên họp)(?!\w)")
_MARK = re.compile(r"[,\n|:]")
_LONGEST_PLACE = 60  # characters
_NAME_NUMBER = re.compile(r"\d{1,2}")  # "Móng Cái 1": units of 2025 that share a name are numbered
_TITLE_LENGTH = 1200  # characters: a subject is never longer; more is a text without line breaks


def read_formalities(text: str, start: int, end: int) -> Formalities:
    """What ``text[start:end]``, the block above the opening words, says of the document."""
    kind = _read_type(text, start, end)
    top_end = kind.start if kind else end
    place, date = read_place_and_date(text, start, end)
    number = _read_number(text, start, top_end) or (kind and _number_after(text, kind))
    subject, enacting = _read_title(text, kind, end)
    if kind is None and number is not None and type_code(number.value) is None:
        kind, subject = _read_letter(text, number, end)
    header_end = min((f.start for f in (number, place, kind) if f), default=start)
    header = _read_header(text, start, header_end)
    return Formalities(kind, number or None, place, date, subject, header, enacting)


def _read_type(text: str, start: int, end: int) -> Printed | None:
    for match in _TYPE_LINE.finditer(text, start, end):
        group = "caps" if match["caps"] else "plain"
        name = type_named(match[group])
        if name is not None:
            return Printed(name, match.start(group), match.end(group))
    return None


def _read_letter(text: str, number: Printed, end: int) -> tuple[Printed | None, Printed | None]:
    """An official letter (công văn) has no title: its number has no type, its subject begins "V/v"."""
    match = _ABOUT_LINE.search(text, number.end, end)
    if match is None:
        return None, None
    subject = Printed(match["subject"].strip(), match.start("subject"), match.end("subject"))
    return Printed("Công văn", number.start, number.end), subject


def _read_number(text: str, start: int, end: int) -> Printed | None:
    """The number after "Số" at the head of a line or cell; None when it was left blank."""
    for label in _NUMBER_LABEL.finditer(text, start, end):
        match = NUMBER_PATTERN.match(text, label.end(), min(end, label.end() + 80))
        if match:
            return Printed(normal_number(match.group()), match.start(), match.end())
    return None


def _number_after(text: str, kind: Printed) -> Printed | None:
    """The number of a title line such as "Nghị quyết số 57-NQ/TW"."""
    label = re.compile(r"\s+số\s+", re.IGNORECASE).match(text, kind.end)
    if label is None or "\n" in label.group():
        return None
    found = next(find_numbers(text, label.end(), label.end() + 60), None)
    if found is None or found.start != label.end():
        return None
    return Printed(found.text, found.start, found.end)


def read_place_and_date(text: str, start: int, end: int) -> tuple[Printed | None, Printed | None]:
    """The place and date of a line "Quảng Ngãi, ngày 22 tháng 9 năm 2022"; each None if not there."""
    after = start
    for match in _DATE_LINE.finditer(text, start, end):
        comma = match.start()
        before, after = text[max(after, comma - _LONGEST_PLACE) : comma], match.end()
        words = _MARK.split(before)[-1]
        place = _place_before(text, comma - len(words), comma) if len(words) > 1 else None
        if place is None:
            continue
        day = DATE.search(text, comma, min(end, comma + 60))
        value = iso(day) if day else None
        date = Printed(value, day.start(), day.end()) if day and value else None
        return place, date
    return None, None


def _place_before(text: str, start: int, comma: int) -> Printed | None:
    """The name right before the comma: words in capitals, with "phố", "xã" between them."""
    words = list(re.finditer(r"[^\s*]+", text[start:comma]))
    first = len(words)
    if first > 1 and _NAME_NUMBER.fullmatch(words[-1].group()):
        first -= 1
    while first and _is_name_word(words[first - 1].group()):
        first -= 1
    while first < len(words) and not words[first].group()[0].isupper():
        first += 1
    if first == len(words) or len(words) - first > 7 or not words[-1].group()[0].isalnum():
        return None
    begin = start + words[first].start()
    finish = start + words[-1].end()
    return Printed(text[begin:finish], begin, finish)


def _is_name_word(word: str) -> bool:
    plain = word.replace(".", "").replace("-", "").replace("'", "")
    return word in {"-", "phố", "xã", "trấn", "khu"} or (plain.isalpha() and plain[0].isupper())


def _read_title(text: str, kind: Printed | None, end: int) -> tuple[Printed | None, Printed | None]:
    """The subject under the type, and the issuer that stands between or below its lines."""
    if kind is None:
        return None, None
    lines = [line for line in _lines(text, kind.end, end) if not _REMARK.match(line.value)]
    lines = [
        line for line in lines if not _is_date_line(line) and re.search(r"[^\W\d_]", line.value)
    ]
    enacting: Printed | None = None
    if (
        lines
        and (match := _OF.match(lines[0].value))
        and _ORGAN_LINE.match(fold(lines[0].value), match.end())
    ):
        enacting = Printed(
            lines[0].value[match.end() :], lines[0].start + match.end(), lines[0].end
        )
        lines = lines[1:]
    lines = _without_session(lines)
    last = lines[-1].value if len(lines) > 1 and kind.value in _ISSUES_BY_NAME else ""
    if last.isupper() and _ORGAN_LINE.match(fold(last)):
        enacting = lines.pop()
    if lines and lines[0].start - kind.end <= 2 and text[kind.end] not in "\n":
        lines = _title_on_type_line(lines)
    if not lines:
        return None, enacting
    value = " ".join(line.value for line in lines)[:_TITLE_LENGTH]
    return Printed(
        value, lines[0].start, min(lines[-1].end, lines[0].start + _TITLE_LENGTH)
    ), enacting


def _without_session(lines: list[Printed]) -> list[Printed]:
    """The lines without the session of the council whose name stands above it."""
    if len(lines) < 2 or not (lines[-1].value.isupper() and _SESSION.match(fold(lines[-1].value))):
        return lines
    return lines[:-1] if _ORGAN_LINE.match(fold(lines[-2].value)) else lines


def _is_date_line(line: Printed) -> bool:
    match = _DATE_LINE.search(line.value, 0, 120)
    if (
        match is None
        or not 1 < match.start() <= _LONGEST_PLACE
        or _MARK.search(line.value[: match.start()])
    ):
        return False
    return _place_before(line.value, 0, match.start()) is not None


def _title_on_type_line(lines: list[Printed]) -> list[Printed]:
    """A subject that follows the type on its own line ends with its capitals, if it is in capitals."""
    first = lines[0]
    if first.value.startswith("số "):
        return lines[1:]
    words = list(re.finditer(r"\S+", first.value))
    capitals = 0
    while capitals < len(words) and _is_capital_word(words[capitals].group()):
        capitals += 1
    if capitals >= 3 and capitals < len(words):
        finish = words[capitals - 1].end()
        return [Printed(first.value[:finish], first.start, first.start + finish)]
    return lines


def _is_capital_word(word: str) -> bool:
    return word.isupper() or not any(map(str.isalpha, word)) or "/" in word


def _read_header(text: str, start: int, end: int) -> tuple[Printed, ...]:
    """Lines in capitals above number and type, without the national or Party motto."""
    found: list[Printed] = []
    for line in _lines(text, start, end):
        motto = _MOTTO.search(fold(line.value))
        cut = motto.start() if motto else len(line.value)
        kept = line.value[:cut].rstrip(" |")
        if kept and kept.isupper() and len(kept) > 2 and not kept.startswith(("SỐ", "*")):
            found.append(Printed(kept, line.start, line.start + len(kept)))
    return tuple(found)


def _lines(text: str, start: int, end: int) -> list[Printed]:
    """The lines of a stretch, without marks around them; empty ones left out."""
    found: list[Printed] = []
    position = start
    for line in text[start:end].split("\n"):
        stripped = line.strip(" \t|*:")
        if stripped:
            offset = position + line.index(stripped)
            found.append(Printed(stripped, offset, offset + len(stripped)))
        position += len(line) + 1
    return found
