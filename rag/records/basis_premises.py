"""Whether a plan carries out the document that a question says it does."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.doctypes import issuer_code, same_number, type_code
from corpus.plan import Plan, SectionKind
from rag.answer import Status
from rag.asked.documents import named_documents
from rag.asked.numbered import documents_of, referred
from rag.asked.patterns import spelled
from rag.collection import document_name
from rag.draft import Draft, Statement
from rag.question import Question
from rag.records import facts
from rag.records.reference_premises import confirmed, corrected

_CARRIES_OUT = spelled(r"\b(?:thực hiện|triển khai|cụ thể hóa|căn cứ|theo|dựa trên)\b")
_BASIS = spelled(r"\b(?:căn cứ|dựa (?:trên|vào)|cơ sở (?:pháp lý|ban hành)|trên cơ sở)\b")
# Types of documents that a plan carries out, and always names by number.
_CARRIED = frozenset(
    {"Nghị quyết", "Quyết định", "Chỉ thị", "Kết luận", "Nghị định", "Thông tư", "Kế hoạch"}
) | {"Chương trình", "Chương trình hành động"}
_MOST_MENTIONS = 4  # places shown of a document that is no basis of the plan


def check_basis(question: Question, plan: Plan) -> Draft | None:
    """A document that the question says the plan carries out, against those of its opening words.

    Corrected where the opening words name another document of the same kind and issuer instead; one
    that the plan never names is not stated, which no plan contradicts.
    """
    if not _CARRIES_OUT.search(question.folded):
        return None
    stated = facts.answer_basis(plan)
    basis = facts.basis_numbers(plan)
    for name in named_documents(question):
        known = name.codes or (name.sure and _CARRIED & set(name.types))
        if documents_of(name, [plan]) or not known:
            continue
        numbers = referred(name, plan)
        if any(same_number(number, each) for number in numbers for each in basis):
            return confirmed(stated)
        if numbers:
            return _named_elsewhere(question, plan, numbers[0], name.title)
        if name.codes and any(is_alike(name.number, each) for each in basis):
            return corrected(name.number, stated)
        return _never_named(plan, name.title, stated)
    return _check_law(question, plan, stated) if _BASIS.search(question.folded) else None


def _check_law(question: Question, plan: Plan, stated: Draft) -> Draft | None:
    """A law named without a number, of which the question says that it is a basis of the plan."""
    law = facts.asked_law(question, [plan])
    if law is None or law.status is not Status.ANSWERED:
        return law and _never_named(plan, facts.named_law(question), stated)
    spans = [span for statement in law.statements for span in statement.spans]
    if any(plan.section_at(span.start).kind is SectionKind.OPENING for span in spans):
        return confirmed(stated)
    return _no_basis(plan, facts.named_law(question), law.statements)


def _never_named(plan: Plan, title: str, stated: Draft) -> Draft:
    """That the plan never names the document, and what it is based on."""
    lead = Statement(f"{document_name(plan)} không nhắc đến {title}.")
    return Draft(Status.NOT_STATED, (lead, *stated.statements))


def _named_elsewhere(question: Question, plan: Plan, number: str, title: str) -> Draft | None:
    """Where the plan names a document that is not in its opening words."""
    spans = facts.mentions(plan, number)[:_MOST_MENTIONS]
    if not spans:
        return None
    shown = tuple(Statement(f"“{span.line}”", (span,)) for span in spans)
    if not _BASIS.search(question.folded):
        return Draft(Status.ANSWERED, shown)
    return _no_basis(plan, title, shown)


def _no_basis(plan: Plan, title: str, places: Sequence[Statement]) -> Draft:
    """That the opening words do not name a document, and where else the plan does."""
    lead = f"Phần mở đầu của {document_name(plan)} không ghi căn cứ {title}; văn bản nhắc đến ở:"
    return Draft(Status.NOT_STATED, (Statement(lead), *places))


def is_alike(one: str, other: str) -> bool:
    """Whether two numbers are of the same type of document and the same issuer."""
    return type_code(one) == type_code(other) and issuer_code(one) == issuer_code(other)
