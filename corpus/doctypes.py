"""Types of documents and their numbers: Nghị định 30/2020/NĐ-CP, Phụ lục III, and Party practice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

# Name -> codes that stand for it in a number ("Kế hoạch" -> 151/KH-UBND). Longer names first where
# one begins with another. "QĐ" is both Quyết định and, in Party documents, Quy định.
TYPE_CODES: dict[str, tuple[str, ...]] = {
    "Chương trình hành động": ("CTr", "CTHĐ"),
    "Chương trình công tác": ("CTr",),
    "Chương trình": ("CTr",),
    "Thông tư liên tịch": ("TTLT",),
    "Nghị quyết liên tịch": ("NQLT",),
    "Quy chế phối hợp": ("QCPH", "QC"),
    "Bộ luật": (),
    "Nghị quyết": ("NQ",),
    "Nghị định": ("NĐ",),
    "Quyết định": ("QĐ",),
    "Quy định": ("QyĐ", "QĐ"),
    "Quy chế": ("QC",),
    "Chỉ thị": ("CT",),
    "Kế hoạch": ("KH",),
    "Kết luận": ("KL",),
    "Thông báo": ("TB",),
    "Thông tri": ("TT",),
    "Thông tư": ("TT",),
    "Thông cáo": ("TC",),
    "Hướng dẫn": ("HD",),
    "Báo cáo": ("BC",),
    "Đề án": ("ĐA",),
    "Dự án": ("DA",),
    "Phương án": ("PA",),
    "Tờ trình": ("TTr",),
    "Công điện": ("CĐ",),
    "Công văn": ("CV",),
    "Biên bản": ("BB",),
    "Hợp đồng": ("HĐ",),
    "Pháp lệnh": ("PL",),
    "Lệnh": ("L",),
    "Luật": (),
}
TYPE_WORDS = "|".join(TYPE_CODES)


def _types_by_code() -> dict[str, tuple[str, ...]]:
    """Code in capitals -> names of the types that it stands for, in the order of the table."""
    found: dict[str, tuple[str, ...]] = {}
    for name, codes in TYPE_CODES.items():
        for code in dict.fromkeys(map(str.upper, codes)):
            found[code] = (*found.get(code, ()), name)
    return found


_TYPES_BY_CODE = _types_by_code()
_TYPE_BY_WORDS = {name.casefold(): name for name in reversed(TYPE_CODES)}

# Digits, an optional year, the code of the type, the code of who issued it. Spaces and line breaks
# may stand around the marks: "151 /KH-UBND", "06-\nNQ/TW", "75/KH- UBND".
_CODE = r"[A-ZĐ][A-Za-zĐđ]{0,9}\d{0,2}"
NUMBER = re.compile(
    rf"""(?<![\w:/.,])(?P<digits>\d{{1,5}})\s{{0,2}}(?:
        /\s?(?P<year>\d{{4}})\s?/\s?(?P<law>{_CODE}(?:\s?-\s?{_CODE}){{0,3}})   # 71/2025/NQ-HĐND
      | /\s{{0,2}}(?P<state>{_CODE}(?:\s?-\s?{_CODE}){{1,3}})                   # 151/KH-UBND
      | -\s{{0,2}}(?P<party>[A-ZĐ][A-Za-zĐ]{{0,4}})\s?/\s?(?P<organ>{_CODE})    # 06-NQ/TW
    )(?![\w])""",
    re.VERBOSE,
)
# Where a number can begin: quick to look for, since nothing has to stand before it.
_MAY_BEGIN = re.compile(r"\d{1,5}\s{0,2}[/-]")


@dataclass(frozen=True, slots=True)
class Number:
    """A document number found in a text; ``text`` is without spaces: "151/KH-UBND"."""

    text: str
    start: int
    end: int


def find_numbers(text: str, start: int = 0, end: int | None = None) -> Iterator[Number]:
    """Every document number in ``text[start:end]``, in order."""
    stop = len(text) if end is None else end
    done = start
    for beginning in _MAY_BEGIN.finditer(text, start, stop):
        match = NUMBER.match(text, beginning.start(), stop) if beginning.start() >= done else None
        if match is None:
            continue
        done = match.end()
        party = match["party"]
        if party is None or party.upper() in _TYPES_BY_CODE:
            yield Number(normal_number(match.group()), match.start(), done)


def normal_number(printed: str) -> str:
    """The number without spaces and line breaks, otherwise as printed."""
    return "".join(printed.split())


def _parts(number: str) -> tuple[int, str] | None:
    match = re.match(r"\s*0*(\d+)", number)
    if match is None:
        return None
    return int(match.group(1)), "".join(number[match.end() :].split()).casefold().replace("/", "-")


def same_number(one: str, other: str) -> bool:
    """Whether two numbers are equal but for padding, spaces, case and marks: 6-NQ/TW, 06-NQ/TW."""
    first, second = _parts(one), _parts(other)
    return first == second and first is not None


def number_key(number: str) -> str:
    """A form in which equal numbers are the same string: "06-NQ/TW" -> "6-nq-tw"."""
    parts = _parts(number)
    return f"{parts[0]}{parts[1]}" if parts else number.casefold()


def type_code(number: str) -> str | None:
    """The code of the type inside a number, or None when it has none (công văn, laws)."""
    tail = re.sub(r"^\d+(?:/\d{4})?[/-]", "", normal_number(number))
    code = re.split(r"[-/]", tail, maxsplit=1)[0]
    return code if code.upper() in _TYPES_BY_CODE else None


def issuer_code(number: str) -> str:
    """What follows the type's code: "UBND" of 151/KH-UBND, "TW" of 06-NQ/TW, "QH15" of a law."""
    tail = re.sub(r"^\d+(?:/\d{4})?[/-]", "", normal_number(number))
    if type_code(number) is None:
        return tail
    return re.split(r"[-/]", tail, maxsplit=1)[-1]


def codes_of(type_name: str) -> tuple[str, ...]:
    """The codes that a type may have in a number; empty when the table has none."""
    return TYPE_CODES.get(type_name, ())


def types_of(number: str) -> tuple[str, ...]:
    """The types that the code inside a number can stand for, the most usual first."""
    code = type_code(number)
    return _TYPES_BY_CODE[code.upper()] if code is not None else ()


def type_named(words: str) -> str | None:
    """The type's name in the table's spelling for words in any case: "KẾ HOẠCH" -> "Kế hoạch"."""
    return _TYPE_BY_WORDS.get(" ".join(words.split()).casefold())
