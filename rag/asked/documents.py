"""Which documents a question names by type and number: "Chỉ thị 09", "71/2025/NQ-HĐND", "KH số 0134"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.doctypes import TYPE_CODES
from corpus.fold import fold, strip_marks
from rag.asked.patterns import spelled
from rag.meaning.words import Concept
from rag.question import Question

UNTYPED = ("văn bản", "tài liệu")


def _types_by_word() -> dict[str, tuple[str, ...]]:
    """Words and codes without diacritics -> the types that they stand for; () for any type."""
    found: dict[str, tuple[str, ...]] = {strip_marks(word): () for word in UNTYPED}
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
    *UNTYPED,
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
_DOCUMENT = spelled(
    rf"(?<!\w)(?:{_IN_FULL}|{_BY_DIGITS})(?![\w%]|[-/]\s?\w|[.,]\d|\s?-\s?\d|\s?{_UNIT})"
)
# A number that may be a document's where its place has several: not a date, a label or an amount.
_LOOSE = spelled(
    r"(?<![\w.,/-])(?<!\bngày\s)(?<!\btháng\s)(?<!\bnăm\s)(?<!\bđiều\s)(?<!\bkhoản\s)(?<!\bmục\s)"
    rf"(?P<number>\d{{2,5}})(?![\w%/-]|[.,]\d|\s?{_COUNTED})"
)
# What makes words and digits a document's name or something counted: "báo cáo 2 lần".
_YEAR = re.compile(r"(?:19|20)\d\d")
_NUMBER_SAID = spelled(r"\bsố\b")
_NAME_ENDS = spelled(r"\s*(?:$|[,.;:?!)]|của\b)")
_COUNTS = spelled(
    rf"\s?(?:{_COUNTED}|(?:nhiệm vụ|giải pháp|(?:chỉ|mục) tiêu|điểm|nhóm|việc|lần|bước|mô hình"
    r"|trường hợp|căn|đơn vị|nội dung|hoạt động|dự án)\b)"
)
_VERB = spelled(r"(?:qu(?:y|yết) định|báo cáo|thông báo|hướng dẫn|kết luận)\b")
# Before the number of a document that another one carries out, and after one that others name;
# with ``_WHICH`` before it, it is those others that are asked for.
_CARRIES = spelled(r"\b(?:thực hiện|triển khai|thi hành|cụ thể hóa)\s+(?:các\s+|theo\s+)?$")
_WHICH = spelled(r"\b(?:kế hoạch|chương trình|văn bản|địa phương|tỉnh|nơi) nào\b[^?]{0,30}$")
_IS_CARRIED = spelled(
    r"[^?,]{0,30}\bđược\b[^?,]{0,40}\b(?:nhắc|viện dẫn|dẫn chiếu|đề cập|thực hiện|triển khai)\b"
)
AGENCY = r"(?:ubnd|hđnd|uỷ ban nhân dân|hội đồng nhân dân|tỉnh uỷ|thành uỷ|huyện uỷ|thị uỷ)"
# Who issued it: "Nghị quyết 57 của Chính phủ" is not that of Bộ Chính trị.
_ISSUER = spelled(
    rf"\s*của\s+(?P<body>{AGENCY}|thủ tướng|chính phủ|bộ chính trị|ban bí thư|quốc hội"
    r"|uỷ ban thường vụ quốc hội|bộ (?!chính)[^\W\d_]+)\b"
)
# A document's number, without diacritics.
OWN_NUMBER = re.compile(r"\s*(?P<digits>\d+)\s*(?:/\s*(?P<year>\d{4})\s*/)?(?P<codes>.*)")
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
    sure: bool = (
        True  # whether it can only be a document: "kế hoạch 2025" and "quy định 20" are not
    )

    @property
    def digits(self) -> int:
        """The number without year and codes."""
        return int(re.split(r"\D", self.number, maxsplit=1)[0])

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
    codes = codes_of(match["codes"] or "")
    body = _ISSUER.match(text, end)
    named_by = _IS_CARRIED.match(text, end)
    first = match.start("digits" if match["digits"] else "bare")
    return NamedDocument(
        _type_typed(match) or _types_of(codes),
        "".join(question.text[first:end].split()),
        match["year"] or match["bare_year"],
        codes,
        strip_marks(body["body"]) if body and not codes else None,
        bool(_CARRIES.search(text[:start]) or named_by),
        bool(_WHICH.search(text[:start]) or (named_by and question.all_plans)),
        start,
        end,
        body.end() if body else end,
        _is_sure(match, question),
    )


def _is_sure(match: re.Match[str], question: Question) -> bool:
    """Whether what was matched can only be a document's name."""
    if match["codes"]:
        return bool(_type_typed(match) or _types_of(codes_of(match["codes"])))
    if match["bare_year"] or _NUMBER_SAID.search(match.group()):
        return True
    if _YEAR.fullmatch(match["bare"]):
        return False
    text, end = question.folded, match.end()
    if _NAME_ENDS.match(text, end) or any(p.start == end + 1 for p in question.places):
        return True
    least = 3 if _VERB.match(match.group()) else 2
    return len(match["bare"]) >= least and _COUNTS.match(text, end) is None


def _type_typed(match: re.Match[str]) -> tuple[str, ...]:
    words = strip_marks(match["type"] or match["typed"] or "").split()
    return _TYPES.get(" ".join(words), ())


def _kept(number: str) -> NamedDocument:
    own = OWN_NUMBER.match(strip_marks(number))
    codes = codes_of(own["codes"]) if own else ()
    return NamedDocument((), number, own["year"] if own else None, codes)


def codes_of(typed: str) -> tuple[str, ...]:
    """The codes in what follows the digits of a number, small and bare: "/NQ-HĐND" -> nq, hdnd."""
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


def outside(concepts: Sequence[Concept], named: Sequence[NamedDocument]) -> tuple[Concept, ...]:
    """The concepts less those whose words only name a document and who issued it."""
    return tuple(
        concept
        for concept in concepts
        if not any(
            name.start <= word.start and word.end <= name.body_end
            for name in named
            for word in concept.typed
        )
    )
