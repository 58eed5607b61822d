"""When a plan takes effect: the provision that says so, never its date of issue."""

from __future__ import annotations

from corpus.citation.writer import vietnamese_date
from corpus.dates import DATE, iso
from corpus.fold import fold
from corpus.plan import Plan
from rag.answer import Status
from rag.asked.patterns import spelled
from rag.collection import document_name
from rag.draft import Draft, Span, Statement
from rag.meaning.words import bag, coverage
from rag.passages.sentences import sentences
from rag.question import Question

NAME = "ngày có hiệu lực"
_ASKED = spelled(
    r"\b(?:(?:có|hết) hiệu lực|hiệu lực (?:thi hành|pháp lý|từ|kể từ|khi|bao)|ngày hiệu lực)\b"
)
_SAID = spelled(
    r"\b(?:có hiệu lực|hết hiệu lực|hiệu lực thi hành|có giá trị (?:thi hành|thực hiện))\b"
)
_ENDS = spelled(r"\bhết hiệu lực\b")
_ITSELF = spelled(r"\b(?:này|có hiệu lực (?:thi hành |kể )?(?:từ|kể từ))\b")
_OF_PLAN = 0.8  # share of a question's words that a plan's title must hold to be its subject
_OWN_WORDS = bag("ban hành có hết hiệu lực thi hành pháp lý kể từ ngày bắt đầu thời điểm")


def is_asked(question: Question) -> bool:
    """Whether the question is for the day on which a document takes or loses effect."""
    return _ASKED.search(question.folded) is not None


def answer_in_force(question: Question, plan: Plan) -> Draft | None:
    """The provision on the plan's own effect, or that it has none; None for another's effect."""
    concepts = [c for c in question.concepts if not all(map(_OWN_WORDS.has, c.typed))]
    title = bag(f"{plan.meta.type or ''} {plan.meta.subject or ''}")
    if not is_asked(question) or (concepts and coverage(concepts, title) < _OF_PLAN):
        return None
    spans = _provisions(plan, ends=_ENDS.search(question.folded) is not None)
    name = document_name(plan)
    if not spans:
        return Draft(Status.NOT_STATED, (Statement(f"{name} không ghi {NAME}."),))
    said = tuple(Statement(f"{name} nêu: “{span.line}”", (span,)) for span in spans)
    return _checked(question, Draft(Status.ANSWERED, said), spans)


def _checked(question: Question, stated: Draft, spans: list[Span]) -> Draft:
    """The provision as a confirmation or a correction of the day that the question says."""
    asserted = DATE.search(question.text) if question.yes_no else None
    day = iso(asserted) if asserted else None
    printed = {iso(match) for span in spans for match in DATE.finditer(span.text)}
    if day is None or not printed:
        return stated
    if day in printed:
        first, *rest = stated.statements
        return Draft(Status.ANSWERED, (Statement(f"Đúng. {first.text}", first.spans), *rest))
    lead = Statement(f"Không phải ngày {vietnamese_date(day)}.")
    return Draft(Status.CORRECTED, (lead, *stated.statements))


def _provisions(plan: Plan, *, ends: bool) -> list[Span]:
    """Sentences that say when this document takes effect, or loses it."""
    found = [
        Span(plan, start, end)
        for section in plan.sections
        for start, end in sentences(plan.text, section.start, section.end)
        if _SAID.search(fold(plan.text[start:end]))
    ]
    wanted = [span for span in found if (_ENDS.search(fold(span.text)) is not None) == ends]
    own = [span for span in wanted if _ITSELF.search(fold(span.text))]
    return own[:1] if not ends else wanted[:2]
