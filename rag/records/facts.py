"""What identifies a plan (number, date, signer …) and what it is based on."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.citation.writer import provision_citation, vietnamese_date
from corpus.doctypes import same_number
from corpus.fold import strip_marks
from corpus.letters import sentence_case
from corpus.plan import Plan, Reference, SectionKind
from rag import wording
from rag.answer import Status
from rag.asked import phrases
from rag.collection import document_name
from rag.draft import Draft, Span, Statement
from rag.meaning.words import bag, words
from rag.passages.sentences import sentences
from rag.question import Question

_LAW = re.compile(
    r"(?:Bộ luật|Luật|Pháp lệnh)\s+(?P<name>(?:[^\W_]+\s+){0,6}?[^\W_]+)(?=\s+(?:được|có|ở|trong|năm|là|nào|không|phải|đúng|chưa|à)\b|\s*[?,.]|$)"
)

_RECIPIENTS = re.compile(r"^\W*nơi nhận\s*:?\s*", re.IGNORECASE)

# PlanMeta field -> what the answer calls it.
FIELDS = {
    "number": "số, ký hiệu",
    "date": "ngày ban hành",
    "signer": "người ký",
    "signer_title": "chức vụ người ký",
    "issuer": "cơ quan ban hành",
    "recipients": "nơi nhận",
    "subject": "trích yếu",
    "type": "loại văn bản",
}


def answer_fact(plan: Plan, field: str) -> Draft:
    """The value of a metadata field with the place where it is printed, or that it is not printed."""
    name = FIELDS[field]
    subject = document_name(plan)
    value = _shown(plan, field)
    if value is None:
        text = f"Bản lưu {subject} không ghi {name}."
        return Draft(Status.NOT_STATED, (Statement(text),))
    spans = field_spans(plan, field)
    statements = [Statement(f"{sentence_case(name)} của {subject}: {value}.", spans)]
    if field in plan.meta.by_person:
        statements.append(
            Statement(
                f"{sentence_case(name)} do người quản lý kho văn bản bổ sung, không in trong bản lưu."
            )
        )
    return Draft(Status.ANSWERED, tuple(statements))


def answer_facts(plan: Plan, fields: Sequence[str]) -> Draft:
    """Every field asked, in order, with the place where it is printed.

    The signer is shown with the office, and the office with its holder: one of them is enough.
    """
    signed = [field for field in fields if field in {"signer", "signer_title"}]
    idle = signed[1:] if plan.meta.signer and plan.meta.signer_title else []
    drafts = [answer_fact(plan, field) for field in fields if field not in idle]
    return together(drafts)


def together(drafts: Sequence[Draft]) -> Draft:
    """The drafts as one, each line once; ANSWERED when any of them is."""
    lines = {line.text: line for draft in drafts for line in draft.statements}
    stated = any(draft.status is Status.ANSWERED for draft in drafts)
    return Draft(Status.ANSWERED if stated else Status.NOT_STATED, tuple(lines.values()))


def _shown(plan: Plan, field: str) -> str | None:
    meta = plan.meta
    if field == "date":
        return vietnamese_date(meta.date) if meta.date else None
    if field == "signer" and meta.signer:
        return f"{meta.signer}, {meta.signer_title}" if meta.signer_title else meta.signer
    if field == "signer_title" and meta.signer_title:
        return f"{meta.signer_title} ({meta.signer})" if meta.signer else meta.signer_title
    if field == "recipients":
        listed = "; ".join(item.rstrip(",;.") for item in meta.recipients)
        return (_recipients(plan) or listed) if listed else None
    value = getattr(meta, field)
    return str(value) if value else None


def _recipients(plan: Plan) -> str | None:
    """Whom the plan is sent to, word for word: shortened names are no words of an answer."""
    block = next((s for s in plan.sections if s.kind is SectionKind.RECIPIENTS), None)
    if block is None:
        return None
    line = " ".join(plan.own_text(block).split())
    return f"“{_RECIPIENTS.sub('', line)}”"


def field_spans(plan: Plan, field: str) -> tuple[Span, ...]:
    """Where the field is printed; for what a person supplied, the enacting words or the signature."""
    wanted = ("signer", "signer_title") if field in {"signer", "signer_title"} else (field,)
    found = [Span(plan, span.start, span.end) for span in plan.meta.spans if span.field in wanted]
    if found and field != "recipients":
        start = min(span.start for span in found)
        end = max(span.end for span in found)
        together = plan.section_at(start).index == plan.section_at(end - 1).index
        return (Span(plan, start, end),) if together else tuple(found)
    if field == "recipients":
        return tuple(
            Span(plan, s.start, s.start + len(plan.own_text(s).rstrip()))
            for s in plan.sections
            if s.kind is SectionKind.RECIPIENTS
        )[:1]
    section = next((s for s in plan.sections if s.kind is SectionKind.OPENING), plan.sections[0])
    spans = sentences(plan.text, section.start, section.end)
    return (Span(plan, *spans[-1]),) if spans else ()


def answer_basis(plan: Plan) -> Draft:
    """The documents that the plan carries out, with its opening words."""
    opening = next((s for s in plan.sections if s.kind is SectionKind.OPENING), None)
    named = [r for r in plan.references if opening and opening.start <= r.start < opening.end]
    if opening is None or not named:
        text = f"{document_name(plan)} không ghi căn cứ ban hành."
        return Draft(Status.NOT_STATED, (Statement(text),))
    statements = [Statement(f"{document_name(plan)} ban hành trên cơ sở các văn bản sau:")]
    for start, end in sentences(plan.text, opening.start, opening.end):
        inside = [r for r in named if start <= r.start < end]
        if inside:
            listed = wording.join([plan.text[r.start : r.end] for r in _distinct(inside)])
            statements.append(Statement(f"{listed}.", (Span(plan, start, end),)))
    return Draft(Status.ANSWERED, tuple(statements))


def basis_numbers(plan: Plan) -> list[str]:
    """Numbers of the documents that the opening words name."""
    opening = [s for s in plan.sections if s.kind is SectionKind.OPENING]
    inside = [r for r in plan.references if any(s.start <= r.start < s.end for s in opening)]
    return [reference.number for reference in inside if reference.number]


def _distinct(references: list[Reference]) -> list[Reference]:
    """One of each document, the first place first."""
    kept: list[Reference] = []
    for reference in references:
        if not any(_same(reference, other) for other in kept):
            kept.append(reference)
    return kept


def _same(one: Reference, other: Reference) -> bool:
    if one.number and other.number:
        return same_number(one.number, other.number)
    return one.number == other.number and one.type == other.type and one.alias == other.alias


def mentions(plan: Plan, number: str) -> list[Span]:
    """Sentences of a plan that name the document of this number, by number or by the plan's short form."""
    spans: list[Span] = []
    for reference in plan.references:
        if reference.number and same_number(reference.number, number):
            span = _sentence_with(plan, reference)
            if span not in spans:
                spans.append(span)
    return spans


def _sentence_with(plan: Plan, reference: Reference) -> Span:
    """The sentence that names the document; the name alone where no sentence holds it."""
    section = plan.section_at(reference.start)
    for start, end in sentences(plan.text, section.start, section.end):
        if start <= reference.start < end:
            return Span(plan, start, end)
    return Span(plan, reference.start, reference.end)


def referenced_numbers(question: Question, plans: Sequence[Plan]) -> list[str]:
    """Full numbers of documents that the question names, bare ones completed from the plans.

    "Nghị quyết 06" is every document of that type and number that the plans name.
    """
    numbers = list(question.full_numbers)
    for match in phrases.BARE_REFERENCE.finditer(question.folded):
        wanted = int(match.group("number"))
        for plan in plans:
            for reference in plan.references:
                found = re.match(r"\d+", reference.number or "")
                fits = found is not None and int(found[0]) == wanted
                if fits and reference.number and _type_fits(match.group("type"), reference):
                    numbers.append(reference.number)
    kept: list[str] = []
    for number in numbers:
        if not any(same_number(number, other) for other in kept):
            kept.append(number)
    return kept


def _type_fits(typed: str, reference: Reference) -> bool:
    kind = strip_marks(reference.type or "")
    initials = "".join(word[0] for word in kind.split())
    return strip_marks(typed) in {kind, initials}


def named_law(question: Question) -> str:
    """The law that the question names without a number, as typed; "" when it names none."""
    match = _LAW.search(question.text)
    return match.group().strip() if match else ""


def asked_law(question: Question, plans: Sequence[Plan]) -> Draft | None:
    """Where a law that the question names without a number is named; None when it names none."""
    match = _LAW.search(question.text)
    if match is None:
        return None
    name = [word for word in words(match.group("name")) if not word.plain.isdigit()]
    for length in range(len(name), 1, -1):
        wanted = name[:length]
        found = [
            (plan, reference)
            for plan in plans
            for reference in plan.references
            if reference.type
            and reference.type.startswith(("Luật", "Bộ luật", "Pháp lệnh"))
            and all(bag(plan.text[reference.start : reference.end]).has(word) for word in wanted)
        ]
        if found:
            statements = tuple(_named_at(plan, reference) for plan, reference in found)
            return Draft(Status.ANSWERED, statements)
    return Draft(
        Status.NOT_STATED, (Statement(wording.NOT_CITED.format(number=match.group().strip())),)
    )


def _named_at(plan: Plan, reference: Reference) -> Statement:
    span = _sentence_with(plan, reference)
    where = sentence_case(provision_citation(plan, span.start, span.end))
    return Statement(f"{where} {document_name(plan)}: “{span.line}”", (span,))
