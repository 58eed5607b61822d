"""Which documents a question names by type and number: "Chỉ thị 09", "71/2025/NQ-HĐND", "KH số 0134"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from corpus.doctypes import TYPE_CODES, types_of
from corpus.fold import fold, strip_marks
from corpus.plan import Plan, PlanMeta
from index.tables import PlanCard
from rag.phrases import spelled
from rag.question import Question

# What people call a document of any type.
_ANY_TYPE = frozenset({"Kế hoạch", "Chương trình", "Chương trình hành động"})
_UNTYPED = ("văn bản", "tài liệu")


def _types_by_word() -> dict[str, tuple[str, ...]]:
    """Words and codes without diacritics -> the types that they stand for; () for any type."""
    found: dict[str, tuple[str, ...]] = {strip_marks(word): () for word in _UNTYPED}
    for name, codes in TYPE_CODES.items():
        found[strip_marks(name)] = (name,)
        for code in filter(_is_telling, codes):
            plain = strip_marks(code)
            found[plain] = (*found.get(plain, ()), name)
    return found


def _is_telling(code: str) -> bool:
    """Whether a code says a type by itself: not the "L" of a law's number."""
    return len(code) > 1


_TYPES = _types_by_word()
_TYPE_WORDS = {
    *_UNTYPED,
    *map(fold, TYPE_CODES),
    *(fold(code) for codes in TYPE_CODES.values() for code in codes if _is_telling(code)),
}
_TYPE = "|".join(
    word.replace(" ", r"\s") for word in sorted(_TYPE_WORDS, key=lambda word: (-len(word), word))
)
# What makes a number an amount: "kế hoạch 5 năm", not "Kế hoạch 308 Hà Nội" or "… 157 năm 2025".
_UNIT = (
    r"(?:m2|m²|km|ha(?!\s(?:nội|tĩnh|giang|nam))|tỷ|tỉ|triệu|năm(?!\s(?:\d|định|sách))"
    r"|tháng(?!\s\d)|ngày(?!\s\d))\b"
)
_COUNTED = (
    rf"(?:{_UNIT}|(?:đồng(?!\s(?:tháp|nai))|giờ|người|hộ(?!\s(?:trợ|sơ))|xã|phường"
    r"|đô\sthị|dự\sán|phần\străm)\b)"
)
_LETTER = r"(?:[a-z]|đ)"
_NUMBERED = r"(?:số(?:\shiệu)?\s?:?\s?)?"
_BEFORE_NUMBER = rf"\.?[\s-]?\s?{_NUMBERED}"
_CODES = rf"{_LETTER}{{1,6}}\d{{0,2}}(?:\s?[-/]\s?{_LETTER}{{1,8}}\d{{0,2}}){{0,3}}"
# "1665/NQ-UBTVQH", "57-NQ/TW", with the type before it or without.
_IN_FULL = (
    rf"(?:(?P<type>{_TYPE})\.?[\s-]?\s?)?{_NUMBERED}"
    rf"(?P<digits>\d{{1,5}})\s?(?:/\s?(?P<year>(?:19|20)\d\d)\s?)?[-/]\s?(?P<codes>{_CODES})"
)
# "Nghị quyết 71/2025", "KH số 0134".
_BY_DIGITS = (
    rf"(?P<typed>{_TYPE}){_BEFORE_NUMBER}"
    r"(?P<bare>\d{1,5})(?:\s?/\s?(?P<bare_year>(?:19|20)\d\d))?"
)
_DOCUMENT = spelled(rf"(?<!\w)(?:{_IN_FULL}|{_BY_DIGITS})(?![\w%]|[-/]\s?\w|[.,]\d|\s?{_UNIT})")
# A number that may be a document's where its place has several: not a date, a label or an amount.
_LOOSE = spelled(
    r"(?<![\w.,/-])(?<!\bngày\s)(?<!\btháng\s)(?<!\bnăm\s)(?<!\bđiều\s)(?<!\bkhoản\s)(?<!\bmục\s)"
    rf"(?P<number>\d{{2,5}})(?![\w%/-]|[.,]\d|\s?{_COUNTED})"
)
_YEAR = re.compile(r"(?:19|20)\d\d")
# Before the number of a document that another one carries out, and after one that others name;
# with ``_WHICH`` before it, it is those others that are asked for.
_CARRIES = spelled(r"\b(?:thực hiện|triển khai|thi hành|cụ thể hóa)\s+(?:các\s+|theo\s+)?$")
_WHICH = spelled(
    r"\b(?:kế hoạch|chương trình|văn bản|địa phương|tỉnh|nơi) nào\b[^?]{0,30}$"
)
_IS_CARRIED = spelled(
    r"[^?,]{0,30}\bđược\b[^?,]{0,40}\b(?:nhắc|viện dẫn|dẫn chiếu|đề cập|thực hiện|triển khai)\b"
)
AGENCY = r"(?:ubnd|hđnd|uỷ ban nhân dân|hội đồng nhân dân|tỉnh uỷ|thành uỷ|huyện uỷ|thị uỷ)"
# Who issued it: "Nghị quyết 57 của Chính phủ" is not that of Bộ Chính trị.
_ISSUER = spelled(
    rf"\s*của\s+(?P<body>{AGENCY}|thủ tướng|chính phủ|bộ chính trị|ban bí thư|quốc hội"
    r"|uỷ ban thường vụ quốc hội|bộ (?!chính)[^\W\d_]+)\b"
)
_BODIES = {
    "ubnd": "uy ban nhan dan",
    "hdnd": "hoi dong nhan dan",
    "uy ban nhan dan": "ubnd",
    "hoi dong nhan dan": "hdnd",
}
_OWN_NUMBER = re.compile(r"\s*(?P<digits>\d+)\s*(?:/\s*(?P<year>\d{4})\s*/)?(?P<codes>.*)")
_CODE = re.compile(r"[a-z]+\d*")


@dataclass(frozen=True, slots=True)
class NamedDocument:
    """A document as a question names it, at ``[start, end)``: of any of ``types`` (none: of any).

    Spans are -1 for a document kept from the turns before.
    """

    types: tuple[str, ...]
    number: str  # as typed: "71/2025/NQ-HĐND", "09"
    year: str | None = None
    codes: tuple[str, ...] = ()  # what is typed of the number after its digits: ("nq", "ubtvqh")
    body: str | None = None  # who issued it, as the question has it, without diacritics
    carried: bool = False  # named as what other documents carry out
    others_sought: bool = False  # it is those documents that are asked for
    start: int = -1
    end: int = -1
    body_end: int = -1  # behind who issued it, when the question says so

    @property
    def digits(self) -> int:
        """The number without year and codes."""
        return int(re.split(r"\D", self.number, maxsplit=1)[0])

    @property
    def is_sure(self) -> bool:
        """Whether it can only be a document: "Kế hoạch 2025" may be a year, "5-tháng" anything."""
        if self.codes:
            return bool(self.types)
        return self.year is not None or _YEAR.fullmatch(self.number) is None

    @property
    def title(self) -> str:
        """Type and number, as an answer speaks of it: "Kế hoạch số 159"."""
        return f"{self.types[0] if self.types else 'văn bản'} số {self.number}"


def named_documents(question: Question) -> list[NamedDocument]:
    """Documents that the question names by number, and those kept from the turns before it."""
    named = [_read(match, question) for match in _DOCUMENT.finditer(question.folded)]
    known = {name.digits for name in named}
    return named + [kept for kept in map(_kept, question.numbers) if kept.digits not in known]


def _read(match: re.Match[str], question: Question) -> NamedDocument:
    text, start, end = question.folded, match.start(), match.end()
    codes = _codes(match["codes"] or "")
    body = _ISSUER.match(text, end)
    named_by = _IS_CARRIED.match(text, end)
    first = match.start("digits" if match["digits"] else "bare")
    return NamedDocument(
        _TYPES.get(_plain_words(match["type"] or match["typed"] or ""), ()) or _types_of(codes),
        "".join(question.text[first:end].split()),
        match["year"] or match["bare_year"],
        codes,
        strip_marks(body["body"]) if body and not codes else None,
        bool(_CARRIES.search(text[:start]) or named_by),
        bool(_WHICH.search(text[:start]) or (named_by and question.all_plans)),
        start,
        end,
        body.end() if body else end,
    )


def _kept(number: str) -> NamedDocument:
    own = _OWN_NUMBER.match(strip_marks(number))
    codes = _codes(own["codes"]) if own else ()
    return NamedDocument((), number, own["year"] if own else None, codes)


def _plain_words(words: str) -> str:
    return " ".join(strip_marks(words).split())


def _codes(typed: str) -> tuple[str, ...]:
    return tuple(_CODE.findall(strip_marks(typed)))


def _types_of(codes: Sequence[str]) -> tuple[str, ...]:
    return _TYPES.get(codes[0], ()) if codes else ()


def loose_numbers(question: Question) -> list[NamedDocument]:
    """Numbers anywhere in the question that may be of documents, but those of carried-out ones."""
    carried = [name for name in named_documents(question) if name.carried]
    return [
        NamedDocument((), match["number"])
        for match in _LOOSE.finditer(question.folded)
        if not any(name.start <= match.start() < name.end for name in carried)
    ]


def documents_of(name: NamedDocument, cards: Iterable[PlanCard]) -> list[PlanCard]:
    """The documents that the question can mean by this name.

    "Kế hoạch" is said of any type, when no document of the very type has the number.
    """
    alike = [c for c in cards if is_numbered(name, c.meta) and _is_by(name.body, c.meta)]
    typed = [c for c in alike if _is_typed(name, c.meta.type, c.meta.number)]
    return typed or (alike if _ANY_TYPE & set(name.types) else [])


def is_numbered(name: NamedDocument, meta: PlanMeta) -> bool:
    """Whether the digits, the year and the codes that were typed are those of the document."""
    return _fits_number(name, meta.number, meta.date)


def _fits_number(name: NamedDocument, number: str | None, date: str | None) -> bool:
    own = _OWN_NUMBER.match(strip_marks(number or ""))
    if own is None or int(own["digits"]) != name.digits:
        return False
    if name.year and name.year not in {own["year"], (date or "")[:4]}:
        return False
    codes = _codes(own["codes"])
    return len(name.codes) <= len(codes) and all(
        code.startswith(typed) for typed, code in zip(name.codes, codes, strict=False)
    )


def _is_by(body: str | None, meta: PlanMeta) -> bool:
    """Whether the document can be by the body that the question says."""
    issuer = strip_marks(meta.issuer or "")
    return not (body and issuer) or body in issuer or _BODIES.get(body, body) in issuer


def _is_typed(name: NamedDocument, kind: str | None, number: str | None) -> bool:
    """Whether a document of this type and number is of the type that the question says."""
    own = fold(kind or "")
    return (
        not name.types
        or any(own.startswith(fold(each)) for each in name.types)
        or not set(name.types).isdisjoint(types_of(number or ""))
    )


def referred(name: NamedDocument, plan: Plan) -> tuple[str, ...]:
    """Full numbers of the documents of this name that the plan refers to."""
    found = [
        each.number
        for each in plan.references
        if each.number
        and _fits_number(name, each.number, each.date)
        and _is_typed(name, each.type, each.number)
    ]
    return tuple(dict.fromkeys(found))


def is_mentioned(name: NamedDocument, plan: Plan) -> bool:
    """Whether the plan prints the type with the number, however short: "Đề án 06"."""
    kinds = "|".join(re.escape(fold(kind)) for kind in name.types or _UNTYPED)
    printed = re.compile(rf"\b(?:{kinds})\s+(?:số\s+)?0*{name.digits}(?![\d.,]\d|\d)")
    return printed.search(fold(plan.text)) is not None
