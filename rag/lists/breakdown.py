"""How a sum of money is divided: "những nguồn nào, mỗi nguồn bao nhiêu", "47 tỷ chia cho việc gì"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from corpus.plan import Indicator, Plan, Section
from corpus.quantity.units import base_unit, bounds_in_base
from rag.answer import Status
from rag.asked import phrases
from rag.asked.patterns import pattern
from rag.collection import document_name
from rag.draft import Draft, Span
from rag.meaning.words import bag, coverage
from rag.passages.best import quote_statement
from rag.passages.quoting import quoted
from rag.question import Question

_SHARES = 2  # parts that hold a sum, at least; a sentence holds the whole as well
_LONGEST = 4_000  # characters; a longer part of a plan is no division of a sum
_DIVIDES = pattern(
    r"(?:được )?(?:chia|phân chia|phân bổ|bố trí|dành) (?:ra )?(?:cho|thành|vào|theo)? ?(?:những|các)",
    r"cơ cấu (?:nguồn )?(?:vốn|kinh phí)",
)
_OF_MONEY = pattern(r"tiền|vốn|kinh phí|ngân sách")


def answer_breakdown(question: Question, plan: Plan) -> Draft | None:
    """The sum with the parts that it announces, quoted whole; None where none is asked for or printed."""
    if not _asks(question):
        return None
    divided = [(section, sums) for section in plan.sections if (sums := _sums(plan, section))]
    named = [each for each in divided if _holds_a_named_sum(question, each[1])]
    if not (named or divided) or (question.premises and not named):
        return None
    section, _ = max(named or divided, key=lambda each: _share(question, plan, each[0]))
    span = quoted(_own(plan, section), section, question.concepts, listed=True)
    return Draft(Status.ANSWERED, (quote_statement(span, f"{document_name(plan)} nêu"),))


def _asks(question: Question) -> bool:
    each = phrases.EACH.search(question.folded) and phrases.ENUMERATED.search(question.folded)
    divides = each or _DIVIDES.search(question.folded)
    sums = [q for q in question.premises if base_unit(q.unit or "")[0] == "đồng"]
    return divides is not None and bool(sums or _OF_MONEY.search(question.folded))


def _sums(plan: Plan, section: Section) -> list[Indicator]:
    """The sums of money in a provision, where several parts, or one sentence, hold them; else []."""
    if section.subtree_end - section.start > _LONGEST:
        return []
    parts = plan.children(section)
    inside = [i for i in plan.indicators if section.start <= i.start < section.subtree_end]
    money = [i for i in inside if base_unit(i.unit or "")[0] == "đồng"]
    holding = [p for p in parts if any(p.start <= i.start < p.subtree_end for i in money)]
    together = Counter(i.start for i in money if i.start < section.end)
    in_one = max(together.values(), default=0) > _SHARES
    return money if len(holding) >= _SHARES or in_one else []


def _holds_a_named_sum(question: Question, sums: Sequence[Indicator]) -> bool:
    stated = [bounds_in_base(i.unit or "", (i.low, i.high)) for i in sums]
    return any(bounds_in_base(q.unit or "", (q.low, q.high)) in stated for q in question.premises)


def _share(question: Question, plan: Plan, section: Section) -> tuple[float, int]:
    """How much of the question the provision holds; the smaller of those that hold as much first."""
    held = bag(plan.text[section.start : section.subtree_end])
    return coverage(question.concepts, held), section.start - section.subtree_end


def _own(plan: Plan, section: Section) -> Span:
    text = plan.text[section.body_start : section.end]
    start = section.body_start + len(text) - len(text.lstrip())
    return Span(plan, start, section.body_start + len(text.rstrip()))
