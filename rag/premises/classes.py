"""The class of a town that a question asserts, against the class that the plan aims at."""

from __future__ import annotations

import re

from corpus.plan import Indicator, Plan
from rag.answer import Status
from rag.asked import phrases
from rag.asked.patterns import spelled
from rag.draft import Draft
from rag.figures.areas import of_place
from rag.figures.match import Match, of_years
from rag.figures.stated import value_statement
from rag.premises.claims import TOWN_CLASS
from rag.question import Question
from rag.records.reference_premises import confirmed, corrected

_GRANTS_CLASS = spelled(
    r"\b(?:lên|đạt|thành|là)(?: (?:tiêu chí|chuẩn|thành phố|đô thị))* loại (?:đặc biệt|[ivx]{1,4})\b(?!.*\b(?:khi nào|năm nào|bao giờ|chưa|không)\b)"
)
_BEFORE = spelled(r"\btrước (?:năm )?(?P<year>20\d\d)\b")
# Towns in which something else is aimed at: "phủ sóng 5G tại các đô thị từ loại IV trở lên".
_WHERE = re.compile(
    r"\b(?:tại|ở|trong|của|cho|các)\s(?:các\s)?đô thị\s(?:từ\s)?loại\s(?:đặc biệt|[IVX]+)(?:\strở lên)?",
    re.IGNORECASE,
)


def granted_class(question: Question, plan: Plan) -> Draft | None:
    """A correction of the class that a question takes for granted of the plan's own place."""
    if not _GRANTS_CLASS.search(question.folded) or phrases.ENUMERATED.search(question.folded):
        return None
    own = [place for place in question.places if place.places[0].name == plan.meta.locality]
    checked = check_class(question, plan) if own and question.years else None
    return checked if checked and checked.status is Status.CORRECTED else None


def check_class(question: Question, plan: Plan) -> Draft | None:
    """The class of a town that the question asserts: "đô thị loại I" against "đạt đô thị loại II"."""
    asserted = TOWN_CLASS.search(question.text)
    if asserted is None:
        return None
    aims = [i for i in plan.indicators if i.operator is None and _classes(plan, i)]
    stated = of_place([Match(plan, indicator, 1.0, 1.0) for indicator in aims], question)
    for match in stated:
        draft = Draft(Status.ANSWERED, (value_statement(match),))
        agrees = asserted.group(1).upper() in _classes(plan, match.indicator)
        if of_years([match], question.years) or (agrees and _is_before(match, question)):
            return confirmed(draft) if agrees else corrected(f"đô thị {asserted.group()}", draft)
    for match in stated:
        if asserted.group(1).upper() in _classes(plan, match.indicator) and match.indicator.year:
            draft = Draft(Status.ANSWERED, (value_statement(match),))
            return corrected(f"năm {question.years[0]}", draft)
    return None


def _is_before(match: Match, question: Question) -> bool:
    """Whether the year of a target keeps to "trước 2030"."""
    limit = _BEFORE.search(question.folded)
    year = match.indicator.year
    return limit is not None and year is not None and year < int(limit["year"])


def _classes(plan: Plan, indicator: Indicator) -> set[str]:
    """Classes of towns in the words of a target: {"IV"} for "đạt chuẩn đô thị loại IV"."""
    text = _WHERE.sub("", plan.text[indicator.value_start : indicator.value_end])
    return {found.upper() for found in TOWN_CLASS.findall(text)}
