"""Whether the cited text carries what a statement says: its numbers, dates and names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from eval.amounts import number_tokens
from eval.question import EvalQuestion, flat
from eval.statements import Statement, cited, quoted_parts, statements
from rag.answer import Answer, Citation

_CAPITAL = "A-ZĐÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ"
_NAME = re.compile(rf"(?<!\w)[{_CAPITAL}][^\W\d_]+(?:\s[{_CAPITAL}][^\W\d_]+)+")
_CODE = re.compile(r"\d+\s?(?:[-/][^\W_]+)+")
_LIST_LABEL = re.compile(r"^\s*\d{1,2}[.)]\s")
# Numbers with which an answer counts its own parts: no plan can hold them.
_OWN_COUNT = re.compile(r"\d+\s+(?:văn bản|địa phương|cách hiểu|trích dẫn|nơi|kết quả|đoạn)(?!\w)")
_DIFFERENCE = re.compile(r"chênh|cao hơn|thấp hơn|nhiều hơn|ít hơn|lớn hơn|nhỏ hơn")
_DENIAL = re.compile(r"không (?:nêu|có|ghi|phải|quy định|đặt)|chưa (?:nêu|có)")
_ANSWERED = "answered"


def wrong_numbers(answer: Answer, question: EvalQuestion) -> tuple[str, ...]:
    """Numbers that the answer prints and neither its citations nor their plans hold.

    Numbers of the question may be repeated where the answer does not pass them off as stated:
    in a sentence that denies or has no citation, or in an answer that is not "answered".
    """
    asked = number_tokens(" ".join(question.turns))
    found: list[str] = []
    for statement in statements(answer):
        used, said = cited(answer, statement), flat(statement.text)
        allowed = _numbers_of(used or answer.citations)
        if not used or answer.status.value != _ANSWERED or _DENIAL.search(said):
            allowed |= asked
        if _DIFFERENCE.search(said):
            allowed |= _differences(allowed)
        found.extend(sorted(_numbers_said(statement) - allowed))
    return tuple(found)


def unsupported(answer: Answer, question: EvalQuestion) -> tuple[Statement, ...]:
    """Statements with a number or a name that the text cited for them does not hold."""
    wrong = set(wrong_numbers(answer, question))
    asked = flat(" ".join((*question.turns, answer.reading or "")))
    found = []
    for statement in statements(answer):
        used = cited(answer, statement)
        numbers = _numbers_said(statement) & wrong
        held = f"{flat(' '.join(_words_of(one) for one in used))} {asked}"
        names = [name for name in _names(statement.text) if flat(name) not in held]
        if numbers or (used and names):
            found.append(statement)
    return tuple(found)


def broken_quotes(answer: Answer, question: EvalQuestion) -> tuple[str, ...]:
    """Quotes that are not the words of a plan: empty citations, and “…” that no plan prints."""
    broken = [
        f"[{one.marker}]"
        for one in answer.citations
        if not 0 <= one.start < one.end <= len(one.plan.text) or not one.quote.strip()
    ]
    texts = [flat(one.plan.text) for one in answer.citations]
    texts.append(flat(" ".join((*question.turns, answer.reading or ""))))
    broken.extend(
        part for part in quoted_parts(answer.text) if not any(part in text for text in texts)
    )
    return tuple(broken)


def _numbers_said(statement: Statement) -> frozenset[str]:
    text = _OWN_COUNT.sub("", _LIST_LABEL.sub("", statement.text))
    if not statement.markers:  # the list of what is in the collection names documents by number
        text = _CODE.sub("", text)
    return number_tokens(text)


def _numbers_of(citations: Sequence[Citation]) -> frozenset[str]:
    return frozenset().union(*(number_tokens(_words_of(one)) for one in citations))


def _words_of(citation: Citation) -> str:
    """The quote, and what identifies it: its place, the headings above, its plan's metadata."""
    plan, section = citation.plan, citation.section
    meta = plan.meta
    headings = " ".join(above.title for above in (*plan.ancestors(section), section))
    fields = (meta.type, meta.number, meta.date, meta.place, meta.issuer, meta.locality)
    more = (meta.province, meta.subject, meta.signer, meta.signer_title, section.path)
    known = " ".join(field for field in (*fields, *more) if field)
    return f"{citation.quote} {headings} {citation.formal} {citation.short} {known}"


def _names(text: str) -> list[str]:
    """Runs of capitalised words; the first word of a sentence is capital for another reason."""
    found = []
    for match in _NAME.finditer(text):
        name = match.group()
        if match.start() == len(text) - len(text.lstrip(' -•*“"')):
            name = name.partition(" ")[2]
        if " " in name:
            found.append(name)
    return found


def _differences(numbers: frozenset[str]) -> frozenset[str]:
    values = [float(number) for number in numbers if number.replace(".", "", 1).isdigit()]
    return frozenset(f"{abs(a - b):.10g}" for a in values for b in values)
