"""What the plans print of a document that they only refer to: its date, its issuer, its type."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.citation.writer import vietnamese_date
from corpus.doctypes import find_numbers, same_number, type_code
from corpus.fold import strip_marks
from corpus.letters import sentence_case
from corpus.plan import Plan
from rag import lookup, wording
from rag.answer import Status
from rag.asked.documents import NamedDocument
from rag.asked.numbered import documents_of, own_documents, referred
from rag.asked.patterns import spelled
from rag.collection import locality_of
from rag.draft import Draft, Span, Statement
from rag.question import Question
from rag.records import facts, in_force

PRINTED = ("date", "issuer", "type")  # fields that plans print of a document beside its number
_FEW = 2  # places shown that name a document, beside what is asked of it
_IN_MENTION = ("number", "subject")  # fields that are read off the words that name it
# A plan said to be on the document that follows: "kế hoạch của Đà Lạt theo Nghị quyết 06".
_ON = spelled(
    r"\b(?:kế hoạch|chương trình(?: hành động)?|văn bản)\b[^?,;]*"
    r"\b(?:theo|về|căn cứ|dựa (?:trên|vào)|thực hiện|triển khai|cụ thể hóa|thi hành|gắn với)\b[^?,;]*$"
)
_IN = spelled(r"\b(?:theo|trong|tại|ở|thực hiện|triển khai)\s+(?:các\s+)?$")


@dataclass(frozen=True, slots=True)
class Asked:
    """A document that the question is about, by its full number, and as the question calls it."""

    number: str
    title: str


@dataclass(frozen=True, slots=True)
class Printed:
    """One value of a field of the document, where a plan prints it."""

    value: str  # dates as ISO
    name: str  # "Nghị quyết số 06-NQ/TW"
    span: Span


def asked_references(question: Question, plans: Sequence[Plan]) -> tuple[Asked, ...]:
    """The documents that the question is about and none of the plans is.

    "Nghị quyết 06" is completed from the plans; a document that the plan asked about carries out is
    not what the question is about.
    """
    found: dict[str, Asked] = {}
    for name in own_documents(question):
        if documents_of(name, plans) or _ON.search(question.folded[: _start(name, question)]):
            continue
        numbers = [number for plan in plans for number in referred(name, plan)]
        if not numbers and name.codes and not _is_misnamed(name, plans):
            numbers = [name.number]
        for number in numbers[:1]:
            found.setdefault(number, Asked(number, name.title))
    return tuple(found.values())


def _start(name: NamedDocument, question: Question) -> int:
    """Where the question names the document; 0 for one kept from the turns before."""
    if name.start >= 0:
        return name.start
    typed = (n.start for n in find_numbers(question.text) if same_number(n.text, name.number))
    return next(typed, 0)


def _is_misnamed(name: NamedDocument, plans: Sequence[Plan]) -> bool:
    """Whether the number can be meant for the lone plan's own, which the check of premises says."""
    own = plans[0].meta.number if len(plans) == 1 else None
    return own is not None and type_code(own) == type_code(name.number)


def printed_values(number: str, field: str, plans: Sequence[Plan]) -> list[Printed]:
    """Every value of the field that the plans print of the document, each once.

    A name printed in part is the whole one: "Tỉnh ủy" beside "Tỉnh ủy Lâm Đồng".
    """
    found = [
        Printed(value, _name(plan, number), Span(plan, reference.start, reference.end))
        for plan in plans
        for reference in plan.references
        if reference.number and same_number(reference.number, number)
        if (value := getattr(reference, field))
    ]
    kept: list[int] = []
    for at in sorted(range(len(found)), key=lambda at: -len(found[at].value)):
        if not any(_is_part(found[at].value, found[other].value) for other in kept):
            kept.append(at)
    return [found[at] for at in sorted(kept)]


def _is_part(short: str, long: str) -> bool:
    return strip_marks(short) in strip_marks(long)


def _name(plan: Plan, number: str) -> str:
    """Type and number as the plan has them; "Văn bản" where it prints no type."""
    same = [r for r in plan.references if r.number and same_number(r.number, number)]
    kind = next((r.type for r in same if r.type), None)
    return f"{kind or 'Văn bản'} số {same[0].number if same else number}"


def answer_reference(question: Question, plans: Sequence[Plan]) -> Draft | None:
    """What the plans print of the documents that they only refer to; None when none is asked about.

    Plans that print different dates are all shown: which is right is not for this program to say.
    A plan that is named by its number beside such a document is answered for too.
    """
    asked = asked_references(question, plans)
    fields = (*question.fields, *((in_force.NAME,) if in_force.is_asked(question) else ()))
    if not asked or not fields:
        return None
    drafts = [facts.answer_facts(plan, question.fields) for plan in _beside(question, plans)]
    brief = bool(drafts) or len(asked) * len(fields) > 1
    for each in asked:
        named = lookup.answer_number(each.number, plans)
        if named is None:
            drafts.append(lookup.answer_cited(each.number, plans))
        else:
            drafts += [_answer_field(each, field, plans, named, brief=brief) for field in fields]
    return facts.together(drafts)


def _beside(question: Question, plans: Sequence[Plan]) -> list[Plan]:
    """The plans that the question names by number, and not as where to look."""
    return [
        plan
        for name in own_documents(question)
        if name.start >= 0 and not _IN.search(question.folded[: name.start])
        for plan in documents_of(name, plans)
    ]


def _answer_field(
    asked: Asked, field: str, plans: Sequence[Plan], named: Draft, *, brief: bool
) -> Draft:
    """One field of a document that is ``named`` in these places; ``brief`` beside other fields."""
    if field in PRINTED:
        return answer_printed(asked, field, plans)
    if field in _IN_MENTION:
        return Draft(Status.ANSWERED, named.statements[:_FEW] if brief else named.statements)
    said = f"Các văn bản không ghi {facts.FIELDS.get(field, field)} của {asked.title}"
    if brief:
        return Draft(Status.NOT_STATED, (Statement(f"{said}."),))
    lead = Statement(f"{said}; văn bản đó được nhắc đến ở:")
    return Draft(Status.NOT_STATED, (lead, *named.statements[:_FEW]))


def answer_printed(asked: Asked, field: str, plans: Sequence[Plan]) -> Draft:
    """The values of one field of the document, each under the plan that prints it."""
    values = printed_values(asked.number, field, plans)
    if not values:
        text = f"Các văn bản không ghi {facts.FIELDS[field]} của {asked.title}."
        return Draft(Status.NOT_STATED, (Statement(text),))
    statements = [_printed_statement(each, field) for each in values]
    if len(values) > 1:
        statements.insert(0, Statement(wording.CONFLICT))
    return Draft(Status.ANSWERED, tuple(statements))


def _printed_statement(each: Printed, field: str) -> Statement:
    value = vietnamese_date(each.value) if field == "date" else each.value
    where = locality_of(each.span.plan)
    text = (
        f"{sentence_case(facts.FIELDS[field])} của {each.name}: {value} (theo văn bản của {where})."
    )
    return Statement(text, (each.span,))
