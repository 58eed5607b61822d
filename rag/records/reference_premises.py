"""What a question asserts of a document that the plans only refer to: its date, year or issuer."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.citation.writer import vietnamese_date
from corpus.dates import DATE, iso
from corpus.plan import Plan
from rag.answer import Status
from rag.asked.patterns import spelled
from rag.draft import Draft, Statement
from rag.meaning.words import words
from rag.question import Question
from rag.records.references import Asked, answer_printed, asked_references, printed_values

_ISSUED = spelled(r"\b(?:ban hành|ký|ra đời|có từ|thông qua|(?:là )?của năm|đề ngày)\b")
_BODY = (
    r"(?:bộ chính trị|chính phủ|quốc hội|thủ tướng|ban bí thư|ban chấp hành|ban thường vụ|trung ương"
    r"|(?:tỉnh|thành|huyện|thị|đảng) (?:ủy|uỷ)|(?:ủy|uỷ) ban|ubnd|ubtvqh|hđnd|hội đồng|đảng bộ"
    r"|bộ [^\W\d_]+|sở [^\W\d_]+)"
)
_BY = spelled(
    rf"\b(?:của|do|bởi)\s+(?P<issuer>{_BODY}\b[^?,;]*?)"
    r"(?=\s+(?:ban hành|ký|ra|thông qua|phải|đúng|có phải|không|chứ|à|nhỉ|ạ)\b|\s*[?,;]|\s*$)"
)
# A document that is about the one named is who issued that is asked of: "kế hoạch tuyên truyền NQ 06 do …".
_OF_ANOTHER = spelled(
    r"\b(?:kế hoạch|chương trình|đề án|công tác|hội nghị)(?: hành động)?(?: [^\W\d_]+){0,3}?"
    r" (?:tuyên truyền|quán triệt|học tập|phổ biến|triển khai|thực hiện|giám sát|kiểm tra)(?: [^\W\d_]+){0,3}?"
    r" (?:nghị quyết|nq|quyết định|qđ|chỉ thị|kết luận)\b[^?,;]*\b(?:do|bởi)\b"
)
_IN_FULL = (("ubnd", "uy ban nhan dan"), ("hdnd", "hoi dong nhan dan"), ("ttg", "thu tuong"))
_LEVEL = re.compile(r"\b(?:tinh|thanh pho|tp|thi xa|huyen|quan)\b(?! uy\b)")


def confirmed(draft: Draft) -> Draft:
    """The answer with a "yes" before it."""
    first, *rest = draft.statements
    return Draft(Status.ANSWERED, (Statement(f"Đúng. {first.text}", first.spans), *rest))


def corrected(asserted: str, draft: Draft) -> Draft:
    """What is not so, then what is: two statements, so that the first needs no citation."""
    return Draft(Status.CORRECTED, (Statement(f"Không phải {asserted}."), *draft.statements))


def check_reference(question: Question, plans: Sequence[Plan]) -> Draft | None:
    """Whether what the question says of a document is what the plans print; None without a claim."""
    if not question.yes_no:
        return None
    for asked in asked_references(question, plans):
        checked = _check_issuer(question, asked, plans) or _check_date(question, asked, plans)
        if checked is not None:
            return checked
    return None


def _check_issuer(question: Question, asked: Asked, plans: Sequence[Plan]) -> Draft | None:
    match = _BY.search(question.folded)
    values = printed_values(asked.number, "issuer", plans)
    if match is None or not values or _OF_ANOTHER.search(question.folded):
        return None
    asserted = question.text[slice(*match.span("issuer"))]
    stated = answer_printed(asked, "issuer", plans)
    if any(is_issuer(asserted, each.value) for each in values):
        return confirmed(stated)
    if any(is_issuer(each.value, asserted) for each in values):
        return stated  # said at more length than it is printed: neither confirmed nor denied
    return corrected(asserted, stated)


def is_issuer(said: str, printed: str) -> bool:
    """Whether a body as it is said is the one printed, in whole or by its first or last words.

    "Tỉnh ủy" is "Tỉnh ủy Lâm Đồng" and "Thành ủy" is "Ban Thường vụ Thành ủy"; neither is "UBND tỉnh".
    """
    return f" {_plain_body(said)} " in f" {_plain_body(printed)} "


def _plain_body(name: str) -> str:
    """The words of a body without diacritics, in full, without the level of its place."""
    plain = " ".join(word.plain for word in words(name))
    for short, full in _IN_FULL:
        plain = re.sub(rf"\b{short}\b", full, plain)
    return " ".join(_LEVEL.sub(" ", plain).split())


def _check_date(question: Question, asked: Asked, plans: Sequence[Plan]) -> Draft | None:
    """The day, or the year of issue, that the question says; some of several printed ones is open."""
    match = DATE.search(question.text)
    day = iso(match) if match else None
    if not _ISSUED.search(question.folded) or not (day or question.years):
        return None
    values = printed_values(asked.number, "date", plans)
    stated = answer_printed(asked, "date", plans)
    if not values:
        return stated
    years = tuple(str(year) for year in question.years)
    agreeing = [each.value == day if day else each.value.startswith(years) for each in values]
    if all(agreeing):
        return confirmed(stated)
    if any(agreeing):
        return stated
    said = f"ngày {vietnamese_date(day)}" if day else f"năm {question.years[0]}"
    return corrected(said, stated)
