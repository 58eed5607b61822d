"""The words of a typed citation that are about its document: number, type, date, what is left."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.citation.parts import MASK, NUMBER_MASK
from corpus.citation.words import spelled
from corpus.doctypes import TYPE_CODES
from corpus.fold import fold, strip_marks


@dataclass(frozen=True, slots=True)
class TypedNumber:
    """A document number as typed: "151/KH-UBND" -> 151 and ("kh", "ubnd"); codes may be missing."""

    value: int
    codes: tuple[str, ...]
    year: int | None = None


@dataclass(frozen=True, slots=True)
class DocumentWords:
    """What the typed text says about the document; empty fields were not said.

    ``types`` are names of types, any of which may be meant. ``carries`` are documents that it
    carries out. ``words`` is what is left of the text, as typed, with "," where a part was read and
    "|" where words about the document were: agencies and places stand there.
    """

    types: tuple[str, ...] = ()
    number: TypedNumber | None = None
    date: str | None = None  # "22/9/2022" without padding
    carries: tuple[TypedNumber, ...] = ()
    words: str = ""


_PLAIN_TYPES = {strip_marks(name): name for name in TYPE_CODES}
_CODES: dict[str, tuple[str, ...]] = {}
for _name, _codes in TYPE_CODES.items():
    for _code in _codes:
        _CODES[strip_marks(_code)] = (*_CODES.get(strip_marks(_code), ()), _name)

_TYPE = "|".join(name.replace(" ", r"\s") for name in sorted(_PLAIN_TYPES, key=len, reverse=True))
_CODE = "|".join(sorted((code for code in _CODES if len(code) > 1), key=len, reverse=True))
# Codes that are no everyday syllable without diacritics ("da 5 nam" is "đã 5 năm", not Dự án 5).
_CLEAR_CODE = "kh|nq|qd|ctr|cthd|kl|ttr"
_ORGAN = "ubnd|hdnd|btv|tw|tu|hu|qu|du|cp|ttg|qh|vptw"
_SHARED = r"(?![a-z0-9])"

_NUMBER = re.compile(
    rf"""(?<![a-z0-9.,])(?:
      (?:so(?:\shieu)?\s?:?\s?)?(?P<value>\d{{1,5}})\s?(?:/\s?(?P<year>(?:19|20)\d\d)\s?)?
        (?: [-/]\s?(?P<codes>[a-z]{{1,6}}\d{{0,2}}(?:\s?[-/]\s?[a-z]{{1,8}}\d{{0,2}}){{0,3}})
          | \s(?P<spaced>(?:{_CODE})[\s/-](?:{_ORGAN})) ){_SHARED}
    | (?P<code>(?:{_CLEAR_CODE})[\s.-]?\s?(?:so\s)?|(?:{_CODE})-?)(?P<after>\d{{1,5}})
        (?:\s?[-/]\s?(?P<organ>[a-z]{{2,8}}))?(?![\w%])(?![.,/-]\s?\w)
    | (?P<type>{_TYPE})\s?(?:so\s?:?\s?)?(?P<typed>\d{{1,5}})(?![\w%])(?![.,/-]\s?\w)(?!\snam\b)
        (?!\s(?:{_CODE})[\s/-](?:{_ORGAN}){_SHARED})
    | so(?:\shieu)?\s?:?\s?(?P<plain>\d{{1,5}})(?![\w%])(?![.,/-]\s?\w)
    )""",
    re.VERBOSE,
)
# A number right after one of these is a label, not the number of a document: "khoản 2 KH UBND".
_LABELLED = re.compile(
    r"(?<![.\w])(phan|chuong|muc|dieu|khoan|diem|tiet|y|gach|dong|cong|doan|hang|thich|chu|luc|bieu|mau|thu|k|m|d)"
    r"\s?(?:so\s)?$"
)
_DATE = re.compile(
    r"(?:ngay\s)?(?<!\d)(\d{1,2})(?:\s?[/.-]\s?|\sthang\s)(\d{1,2})(?:\s?[/.-]\s?|\snam\s)(\d{4})(?!\d)"
)
_YEAR = re.compile(r"(?<!\w)nam\s(?:19|20)\d\d(?!\w)")
_CARRIES = re.compile(rf"(?<!\w)thuc\shien\s(?:cac\s)?(?=(?:{_TYPE}|(?:{_CODE})(?:-|\s)?\d)(?!\w))")
_TYPE_WORD = re.compile(rf"(?<!\w)(?P<type>{_TYPE})(?!\w)")
_CODE_WORD = re.compile(r"(?<!\w)(?P<code>kh|cthd|ctr|nq|qd)(?!\w)")
# Types that a sentence uses as ordinary words ("mục II quy định gì") say nothing without a number.
_FIRM_TYPES = frozenset(
    {"Kế hoạch", "Chương trình hành động", "Chương trình công tác", "Chương trình", "Nghị quyết",
     "Nghị định", "Quyết định", "Chỉ thị", "Kết luận", "Thông tư", "Thông tri", "Bộ luật"}
)  # fmt: skip


def scan_document(folded: str, plain: str) -> tuple[DocumentWords, str]:
    """The words about the document, and ``plain`` with ``MASK`` or ``NUMBER_MASK`` over them."""
    masked = plain
    date = _DATE.search(masked)
    masked = _mask_all(_YEAR, _mask_all(_DATE, masked, " "), " ")
    carries, masked = _carried(masked)
    number, types, masked = _number(masked)
    named, masked = _types(folded, masked)
    said = DocumentWords(
        types=types or named,
        number=number,
        date="/".join(str(int(group)) for group in date.groups()) if date else None,
        carries=carries,
    )
    return said, masked


def _mask_all(pattern: re.Pattern[str], text: str, mark: str) -> str:
    return pattern.sub(lambda match: mark * len(match.group()), text)


def _carried(plain: str) -> tuple[tuple[TypedNumber, ...], str]:
    """Documents after "thực hiện": they say what the plan carries out, not which plan it is."""
    found: list[TypedNumber] = []
    pieces: list[str] = []
    position = 0
    for match in _CARRIES.finditer(plain):
        number = _NUMBER.search(plain, match.end(), match.end() + 60)
        if number is None or match.start() < position:
            continue
        typed = _typed_number(number)
        found.append(typed[0])
        pieces += [plain[position : match.start()], MASK * (number.end() - match.start())]
        position = number.end()
    return tuple(found), "".join([*pieces, plain[position:]])


def _number(plain: str) -> tuple[TypedNumber | None, tuple[str, ...], str]:
    """The first document number, the types that its code or the word before it stands for."""
    for match in _NUMBER.finditer(plain):
        before = _LABELLED.search(plain, max(0, match.start() - 14), match.start())
        if before and not (match["codes"] and before.group(1) not in ("mau", "bieu")):
            continue
        number, types = _typed_number(match)
        mask = NUMBER_MASK * len(match.group())
        return number, types, f"{plain[: match.start()]}{mask}{plain[match.end() :]}"
    return None, (), plain


def _typed_number(match: re.Match[str]) -> tuple[TypedNumber, tuple[str, ...]]:
    digits = next(match[name] for name in ("value", "after", "typed", "plain") if match[name])
    codes = tuple(re.findall(r"[a-z]+\d*", match["codes"] or match["spaced"] or ""))
    types: tuple[str, ...] = ()
    if match["code"]:
        code = re.split(r"[\s.-]", match["code"])[0]
        types = _CODES[code]
        codes = (code, *([match["organ"]] if match["organ"] else []))
    elif match["type"]:
        types = (_PLAIN_TYPES[match["type"]],)
    year = int(match["year"]) if match["year"] else None
    return TypedNumber(int(digits), codes, year), types


def _types(folded: str, plain: str) -> tuple[tuple[str, ...], str]:
    """The first firm type named by its word or code; all type words are masked."""
    found: tuple[str, ...] = ()
    pieces: list[str] = []
    position = 0
    matches = [*_TYPE_WORD.finditer(plain), *_CODE_WORD.finditer(plain)]
    for match in sorted(matches, key=lambda each: each.start()):
        groups = match.groupdict()
        names = (_PLAIN_TYPES[groups["type"]],) if groups.get("type") else _CODES[groups["code"]]
        typed = folded[match.start() : match.end()]
        right = "code" in groups or spelled(typed, fold(names[0]))
        if not right or match.start() < position or not _FIRM_TYPES & set(names):
            continue
        found = found or names
        pieces += [plain[position : match.start()], MASK * len(typed)]
        position = match.end()
    return found, "".join([*pieces, plain[position:]])
