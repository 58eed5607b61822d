"""The indicators that belong to a subject: "các chỉ tiêu về đất đai và nhà ở" are many, not one."""

from __future__ import annotations

import re

from corpus.fold import fold
from corpus.plan import Indicator, Plan
from corpus.quantity.units import base_unit
from rag.asked import phrases
from rag.figures.areas import without_scope
from rag.figures.match import Match
from rag.figures.values import counted_noun, kind_fits, match_indicator
from rag.meaning import filler
from rag.meaning.subjects import Subject, broad_subject
from rag.meaning.words import Concept, Weigh, Word, bag, words
from rag.question import Question

RELATED = 0.45  # share of the question's words that an indicator's name must hold
# The words of a total that say nothing of a thing.
_COST_WORDS = """
tổng cộng nhu cầu kinh phí chi tiền vốn nguồn lực đầu tư thực hiện triển khai làm dự kiến ước tính
khái toán sơ bộ nguồn mức toàn bộ cả hết tất tốn cần cỡ cho để giai đoạn năm và các
"""
_COST = frozenset(map(fold, _COST_WORDS.split()))
# Whose money it is, and that it is for the plan: a part of its cost, and no thing either.
_FUNDED_WORDS = "ngân sách nhà nước trung ương địa phương tỉnh thành phố huyện xã phường bố trí từ kế hoạch chương trình"
_FUNDED = _COST | frozenset(map(fold, _FUNDED_WORDS.split()))
_LISTED = re.compile(r"[,;]|\b(?:và|va|cùng|với)\b")


def asks_for_many(question: Question) -> bool:
    """Whether the figures of a broad subject are asked for: by "mục tiêu" or by its make-up."""
    folded = question.folded
    if not phrases.TARGETS.search(folded) and not phrases.MAKE_UP.search(folded):
        return False
    return any(broad_subject(subject) for subject in _subjects(question))


def related_indicators(plan: Plan, question: Question, weigh: Weigh) -> list[Match]:
    """Indicators of the subjects that the question lists, in the order of the plan.

    One belongs to a subject that shares a good part of its words, or that is a broad one.
    """
    listed = _subjects(question)
    subjects = [s for s in listed if not filler.are_light(s)] or listed
    broad = [broad_subject(subject) for subject in subjects]
    found = []
    for indicator in plan.indicators:
        if not kind_fits(indicator, question):
            continue
        tried = [
            _belonging(plan, indicator, of)
            if of is not None
            else match_indicator(plan, indicator, subject, bag(""), weigh, RELATED)
            for subject, of in zip(subjects, broad, strict=True)
        ]
        matches = [match for match in tried if match is not None]
        if matches:
            found.append(max(matches, key=lambda match: match.coverage))
    return found


def counted_indicators(plan: Plan, question: Question) -> list[Match]:
    """The amounts of what is counted in a broad subject: "hệ thống đô thị có bao nhiêu đô thị"."""
    noun = counted_noun(question)
    if noun is None:
        return []
    counted = phrases.COUNTED.search(question.folded)
    after = counted.start() if counted else 0
    said = [c for c in without_scope(question) if c.typed[0].start < after]
    subject = broad_subject(said) if said else None
    return [
        Match(plan, indicator, 1.0, 1.0)
        for indicator in plan.indicators
        if subject is not None
        and kind_fits(indicator, question)
        and _belongs(indicator, subject)
        and _is_of(noun, indicator)
    ]


def asks_whole_cost(question: Question) -> bool:
    """Whether money is asked for and nothing that it would be spent on."""
    if not (phrases.MONEY.search(question.folded) or phrases.SUM.search(question.folded)):
        return False
    return _names_only_cost(question)


def asks_where_money_is_from(question: Question) -> bool:
    """Whether it is asked from which sources the plan as a whole is paid."""
    return phrases.FUNDING.search(question.folded) is not None and _names_only_cost(question)


def _names_only_cost(question: Question) -> bool:
    asked = {word.folded for concept in question.concepts for word in concept.typed}
    return bool(asked) and all(word in _COST or word in filler.LIGHT for word in asked)


def is_of_cost(match: Match) -> bool:
    """Whether a value is money for the plan, whosever: "Vốn ngân sách huyện bố trí cho Kế hoạch"."""
    said = [word.folded for word in words(match.indicator.name) if not word.plain.isdigit()]
    return all(word in _FUNDED or word in filler.LIGHT for word in said)


def whole_cost(plan: Plan, question: Question) -> list[Match]:
    """What the whole plan costs, where that is asked for: a total whose name says nothing else."""
    if not asks_whole_cost(question):
        return []
    return [
        Match(plan, indicator, 1.0, 1.0)
        for indicator in plan.indicators
        if base_unit(indicator.unit or "")[0] == "đồng" and _is_whole(indicator)
    ]


def _is_whole(indicator: Indicator) -> bool:
    """Whether a name says a total and no thing: "Tổng nhu cầu vốn thực hiện Kế hoạch"."""
    said = [word.folded for word in words(indicator.name) if not word.plain.isdigit()]
    return said[:1] == [fold("tổng")] and all(w in _COST or w in filler.LIGHT for w in said)


def _belonging(plan: Plan, indicator: Indicator, subject: Subject) -> Match | None:
    return Match(plan, indicator, 1.0, 1.0) if _belongs(indicator, subject) else None


def _belongs(indicator: Indicator, subject: Subject) -> bool:
    return subject.has(f"{indicator.name} {indicator.unit or ''}")


def _is_of(noun: Word, indicator: Indicator) -> bool:
    """Whether the unit is what is counted: "đô thị", not the "người" of "m²/người"."""
    return any(word.plain == noun.plain for word in words(indicator.unit or "")[:1])


def _subjects(question: Question) -> list[list[Concept]]:
    """The concepts of each thing that is listed: "mạng cáp quang, 4G 5G và tài khoản điện tử"."""
    subjects: list[list[Concept]] = []
    end = 0
    for concept in without_scope(question):
        gap = question.folded[end : concept.typed[0].start]
        if not subjects or _LISTED.search(gap):
            subjects.append([])
        subjects[-1].append(concept)
        end = concept.typed[-1].end
    return subjects
