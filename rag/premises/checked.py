"""What a question asserts, checked against the plan: confirmed, or corrected first."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.citation.writer import vietnamese_date
from corpus.dates import DATE, iso
from corpus.doctypes import same_number
from corpus.fold import strip_marks
from corpus.letters import UPPER
from corpus.plan import Plan
from rag.answer import Status
from rag.asked.patterns import spelled
from rag.draft import Draft
from rag.figures.match import Match
from rag.meaning.words import bag, words
from rag.premises.amounts import check_denial, check_value, totals
from rag.premises.charges import check_assignment, granted_agency
from rag.premises.classes import check_class, granted_class
from rag.question import Question
from rag.records import facts
from rag.records.basis_premises import check_basis, is_alike
from rag.records.reference_premises import confirmed, corrected, is_issuer

_OWN_YEAR = spelled(r"\b(?:ban hành|ký|ra đời)(?: (?:vào|từ|trong))? năm (?P<year>(?:19|20)\d\d)\b")
_BODY = r"(?:UBND|HĐND|Ủy ban|Hội đồng|Ban|Tỉnh ủy|Thành ủy|Thị ủy|Huyện ủy)(?:\s+[^\W\d_]+){0,8}?"
_ISSUER = re.compile(
    rf"(?:(?:do|bởi)\s+(?P<issuer>{_BODY})\s+(?:đã )?ban hành|là của\s+(?P<owner>{_BODY})(?=\s+(?:phải|đúng|à|không|nhỉ)\b|\s*[?,]|\s*$))"
)
_TITLES = ("pho chu tich", "chu tich", "pho bi thu", "bi thu", "giam doc", "bo truong")
# A person's name: two to four capitalised words.
_PERSON = re.compile(rf"(?:[{UPPER}][^\W\d_{UPPER}]+\s+){{1,3}}[{UPPER}][^\W\d_{UPPER}]+")
_ISSUED = spelled(r"\b(?:ban hành|ký)\b")
_SIGNED = spelled(r"\bký\b")


def check_premise(question: Question, plan: Plan, matches: Sequence[Match]) -> Draft | None:
    """An answer that says whether what the question asserts is so; None when it asserts nothing."""
    counted = [] if matches else totals(question, plan)
    stated = check_value(question, matches or counted) or _check_number(question, plan)
    if stated is not None:
        return stated
    if not question.yes_no:
        return granted_class(question, plan) or granted_agency(question, plan)
    return (
        check_denial(question, matches)
        or _check_metadata(question, plan)
        or check_basis(question, plan)
        or check_class(question, plan)
        or check_assignment(question, plan)
    )


def _check_number(question: Question, plan: Plan) -> Draft | None:
    """A number of the plan's own kind that is not its own: "Kế hoạch 152/KH-UBND của Quảng Ngãi"."""
    own = plan.meta.number
    for number in question.full_numbers:
        if own is None or same_number(number, own):
            continue
        if is_alike(number, own) and not _names(plan, number):
            return corrected(number, facts.answer_fact(plan, "number"))
    return None


def _names(plan: Plan, number: str) -> bool:
    return any(r.number and same_number(r.number, number) for r in plan.references)


def _check_issuer(question: Question, plan: Plan) -> Draft | None:
    """The body that the question says issued the plan, against the one that did."""
    match = _ISSUER.search(question.text)
    if match is None or plan.meta.issuer is None:
        return None
    stated = facts.answer_fact(plan, "issuer")
    asserted = match["issuer"] or match["owner"]
    if is_issuer(asserted, plan.meta.issuer):
        return confirmed(stated)
    longer = is_issuer(plan.meta.issuer, asserted)
    return stated if longer else corrected(asserted, stated)


def _check_metadata(question: Question, plan: Plan) -> Draft | None:
    if (issued := _check_issuer(question, plan)) is not None:
        return issued
    if not _ISSUED.search(question.folded):
        return None
    if match := DATE.search(question.text):
        asserted = iso(match)
        stated = facts.answer_fact(plan, "date")
        if asserted is None or stated.status is not Status.ANSWERED:
            return stated
        if asserted == plan.meta.date:
            return confirmed(stated)
        return corrected(f"ngày {vietnamese_date(asserted)}", stated)
    if (year := _OWN_YEAR.search(question.folded)) and _names_only(question, plan):
        stated = facts.answer_fact(plan, "date")
        if plan.meta.date is None:
            return stated
        same = plan.meta.date.startswith(year["year"])
        return confirmed(stated) if same else corrected(f"năm {year['year']}", stated)
    return _check_signer(question, plan)


def _names_only(question: Question, plan: Plan) -> bool:
    """Whether the question names nothing but the plan: its type, its subject, that it was issued."""
    title = bag(f"{plan.meta.type or ''} {plan.meta.subject or ''} văn bản ban hành ký ra đời")
    return all(title.has(word) for concept in question.concepts for word in concept.typed)


def _check_signer(question: Question, plan: Plan) -> Draft | None:
    signer = plan.meta.signer
    if signer is None or not _SIGNED.search(question.folded):
        return None
    stated = facts.answer_fact(plan, "signer")
    name = _capitalised_name(question)
    if name is None:
        return _check_title(question, plan, stated)
    same = {w.plain for w in words(name)} <= {w.plain for w in words(signer)}
    return confirmed(stated) if same else corrected(name, stated)


def _check_title(question: Question, plan: Plan, stated: Draft) -> Draft | None:
    """The office that the question says signed, against the one that did."""
    plain = strip_marks(question.text)
    asserted = next((title for title in _TITLES if re.search(rf"\b{title}\b", plain)), None)
    if asserted is None or plan.meta.signer_title is None:
        return None
    printed = strip_marks(plan.meta.signer_title)
    signed = next((title for title in _TITLES if title in printed), printed)
    at = plain.index(asserted)
    typed = question.text[at : at + len(asserted)]
    return confirmed(stated) if asserted == signed else corrected(typed, stated)


def _capitalised_name(question: Question) -> str | None:
    """A person's name in the question, which is no locality."""
    for match in _PERSON.finditer(question.text):
        if not any(
            place.start < match.end() and match.start() < place.end for place in question.places
        ):
            return match.group()
    return None
