"""What a document is about, in its own words: its title and the headings of its parts."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.doctypes import same_number
from corpus.plan import Plan
from rag.answer import Status
from rag.asked.patterns import spelled
from rag.draft import Draft
from rag.meaning.words import bag
from rag.question import Kind, Question
from rag.records import facts
from rag.records.outline import outline_statements

_ASKED = spelled(
    r"\b(?:tóm (?:tắt|lược)|khái quát|tổng quan|sơ lược|giới thiệu|toàn văn|"
    r"nội dung (?:chính|chủ yếu|cơ bản|tóm tắt)|(?:nói )?về (?:gì|vấn đề gì|cái gì))\b"
)
# Words of such a question that are no subject in the document.
_OWN_WORDS = bag(
    "tóm tắt lược khái quát tổng quan sơ giới thiệu toàn văn nội dung chính chủ yếu cơ bản nói vấn đề "
    "kế hoạch chương trình hành động văn bản nghị quyết quyết định chỉ thị đọc xem mở"
)


def answer_overview(question: Question, plans: Sequence[Plan]) -> Draft | None:
    """Title and headings of the plan that the question only names; of several, the titles.

    None when it names anything in them.
    """
    claims = question.yes_no or question.years or question.premises or question.fields
    if question.kind is not Kind.PASSAGE or claims or _names_another(question, plans):
        return None
    told = [w for c in question.concepts for w in c.typed if not _OWN_WORDS.has(w)]
    if told or not (_ASKED.search(question.folded) or not question.concepts):
        return None
    titles = [facts.answer_fact(plan, "subject").statements[0] for plan in plans]
    if len(plans) > 1:
        return Draft(Status.AMBIGUOUS, tuple(titles))
    return Draft(Status.ANSWERED, (*titles, *outline_statements(plans[0])))


def _names_another(question: Question, plans: Sequence[Plan]) -> bool:
    """Whether the question gives the full number of a document that is none of the plans."""
    own = [plan.meta.number for plan in plans if plan.meta.number]
    return any(
        not any(same_number(number, other) for other in own) for number in question.full_numbers
    )
