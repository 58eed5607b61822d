"""Question -> draft answer from one plan: premise, facts, lists, values, provisions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.doctypes import same_number
from corpus.fold import fold
from corpus.plan import Plan, Section
from rag import lookup, wording
from rag.answer import Status
from rag.asked import phrases
from rag.asked.documents import named_documents, outside
from rag.asked.names import unprinted_names
from rag.asked.patterns import spelled
from rag.asked.scope import focused
from rag.collection import Collection, locality_of
from rag.draft import Draft, Statement
from rag.figures.areas import asked_scope_missing
from rag.figures.match import Match, of_years
from rag.figures.related import (
    asks_for_many,
    asks_where_money_is_from,
    asks_whole_cost,
    counted_indicators,
    is_of_cost,
    whole_cost,
)
from rag.figures.stated import value_statement, value_statements
from rag.figures.values import find_indicators
from rag.lists import listing
from rag.lists.breakdown import answer_breakdown
from rag.lists.measures import answer_measures
from rag.lists.rows import answer_rows
from rag.meaning import filler
from rag.meaning.words import bag
from rag.passages.best import answers, passages_in
from rag.passages.provisions import answer_passage, not_stated, quote_passage
from rag.passages.years import printed_periods
from rag.premises.amounts import told_elsewhere
from rag.premises.checked import check_premise
from rag.premises.claims import contradicted, contrary
from rag.question import Kind, Question
from rag.records import facts
from rag.records.basis import answer_based_on
from rag.records.in_force import answer_in_force
from rag.tasks.due import answer_due
from rag.tasks.who_when import who_or_when

_CAUSES = re.compile(rf"\b{fold('nguyên nhân')}\b")
_MONEY_PART = re.compile(fold(r"kinh phí|nguồn lực|nguồn vốn|vốn thực hiện|tài chính|ngân sách"))
_STANDS = re.compile(
    fold(r"thực trạng|hiện trạng|kết quả|hạn chế|tồn tại|tình hình|nguyên nhân|đặc điểm")
)
_OF_YEAR = re.compile(r"\bnăm ((?:19|20)\d\d)\s*$", re.IGNORECASE)  # a title's last words
_INDICATORS = spelled(r"\bchỉ tiêu\b")
_OF_CONTENT = frozenset({Kind.WHO, Kind.WHEN, Kind.VALUE})  # asked of what stands in a plan
_PLAN_ISSUED = spelled(r"\bban hành (?:kế hoạch|chương trình)\b")


def answer_from(question: Question, plan: Plan, collection: Collection) -> Draft:
    """An answer from one plan: premise, metadata, then its content."""
    question = focused(question, plan)
    matches = _figures(question, plan, collection)
    checked = check_premise(question, plan, matches)
    if checked is not None:
        return checked
    if (known := _of_record(question, plan)) is not None:
        return known
    if unprinted_names(question, plan.text):
        return not_stated(question, plan, ())
    return _of_content(question, plan, matches, collection)


def _of_content(
    question: Question, plan: Plan, matches: list[Match], collection: Collection
) -> Draft:
    """What the plan says of the question's subject: basis, who and when, list, value, passage."""
    if question.kind is Kind.BASIS:
        return answer_based_on(question, plan, collection)
    if question.kind is Kind.WHY:
        return _no_reason(question, plan, collection)
    if (mentioned := _mentioned(question, plan)) is not None:
        return mentioned
    if (due := answer_due(question, plan)) is not None:
        return due
    if question.kind in {Kind.WHO, Kind.WHEN}:
        return who_or_when(question, plan, collection)
    listed = _listed(question, plan, collection)
    if listed is not None:
        return listed
    if asks_where_money_is_from(question) and (part := _money_part(plan)) is not None:
        return listing.answer_heading(plan, part)
    for_words = _asks_for_words(question, matches)
    if matches and not for_words:
        return _values(question, plan, matches, collection)
    found = answer_passage(question, plan, collection)
    if asks_whole_cost(question) and not matches and not _is_on_money(plan, found):
        return not_stated(question, plan, ())
    answered = found.status in {Status.ANSWERED, Status.CORRECTED}
    named = phrases.ENUMERATED.search(question.folded) is not None
    return (
        found if answered or not matches or named else _values(question, plan, matches, collection)
    )


def _figures(question: Question, plan: Plan, collection: Collection) -> list[Match]:
    """The indicators that the question means; none where it sets out from another one's amount."""
    matches = whole_cost(plan, question) or find_indicators(plan, question, collection.weigh)
    if asks_whole_cost(question):
        matches = [match for match in matches if is_of_cost(match)]
    matches = matches or counted_indicators(plan, question)
    return [] if told_elsewhere(question, matches) else matches


def _money_part(plan: Plan) -> Section | None:
    """The part of the plan on what it costs, the highest of several."""
    parts = [s for s in plan.sections if s.title and _MONEY_PART.search(fold(s.title))]
    titled = [s for s in parts if _MONEY_PART.match(fold(s.title))]
    return min(titled, key=lambda section: section.path.count("."), default=None)


def _is_on_money(plan: Plan, found: Draft) -> bool:
    """Whether an answer is from the part of the plan on what it costs, not on what it pays for."""
    sections = [plan.section_at(span.start) for each in found.statements for span in each.spans]
    return any(
        _MONEY_PART.search(fold(above.title or ""))
        for section in sections
        for above in (*plan.ancestors(section), section)
    )


def _asks_for_words(question: Question, matches: Sequence[Match]) -> bool:
    """Whether the answer is a provision even where a figure shares its words: "ở những xã nào"."""
    if phrases.EACH.search(question.folded) and phrases.ENUMERATED.search(question.folded):
        return True
    if question.kind is not Kind.PASSAGE:
        return False
    if phrases.DEFINITION.search(question.folded):
        return True
    if question.wants_list:
        asked = (phrases.RULES, phrases.MEASURES)
        return any(pattern.search(question.folded) for pattern in asked)
    if phrases.ENUMERATED.search(question.folded):
        return True
    timely = question.years and of_years(matches, question.years)
    return not timely and phrases.OPEN.search(question.folded) is not None


def _listed(question: Question, plan: Plan, collection: Collection) -> Draft | None:
    """The things that a question asks for one by one; None when it asks for none."""
    asks_targets = phrases.TARGETS.search(question.folded) is not None
    if asks_targets and (not question.concepts or (question.years and question.is_general)):
        return listing.answer_indicators(plan, question)
    if question.wants_list and _INDICATORS.search(question.folded) and question.concepts:
        return listing.answer_matching(plan, question, collection.weigh)
    things = answer_breakdown(question, plan) or answer_rows(plan, question, collection.weigh)
    if things is None and asks_for_many(question):
        things = listing.answer_matching(plan, question, collection.weigh)
    return things or _under_heading(question, plan, collection)


def _under_heading(question: Question, plan: Plan, collection: Collection) -> Draft | None:
    """The parts of the section whose heading the question names; None when it names none."""
    if (counted := listing.counted_heading(plan, question)) is not None:
        return listing.answer_heading(plan, counted)
    named = listing.named_heading(plan, question.text)
    if named and (
        phrases.PART_NAMED.search(question.folded)
        or (question.wants_list and listing.is_all_named(plan, named, question.concepts))
    ):
        return listing.answer_heading(plan, named)
    asked = listing.asked_heading(plan, question.text)
    if asked is not None and listing.is_all_named(plan, asked, question.concepts):
        return listing.answer_heading(plan, asked)
    if not question.concepts or (question.kind is Kind.VALUE and not question.asks_for_several):
        return None
    thing = listing.enumerated(question)
    section = listing.find_heading(plan, question.concepts, collection.weigh, thing)
    if phrases.NOW.search(question.folded) and not (
        section and _tells_how_it_stands(plan, section)
    ):
        return None  # what is to be done says nothing of how things are done now
    return listing.answer_heading(plan, section) if section else answer_measures(question, plan)


def _tells_how_it_stands(plan: Plan, section: Section) -> bool:
    return any(_STANDS.search(fold(s.title or "")) for s in (*plan.ancestors(section), section))


def _of_record(question: Question, plan: Plan) -> Draft | None:
    """What identifies the plan, and when it takes effect; None when neither is asked for."""
    asked = question.fields if question.kind is Kind.METADATA else ()
    if not asked and _asks_issue(question, plan):
        asked = ("date",)
    stated = [facts.answer_facts(plan, asked)] if asked else []
    takes_effect = answer_in_force(question, plan)
    drafts = [*stated, takes_effect] if takes_effect else stated
    return facts.together(drafts) if len(drafts) > 1 else next(iter(drafts), None)


def _asks_issue(question: Question, plan: Plan) -> bool:
    """Whether it is asked when the plan was issued, named by its subject: "ban hành kế hoạch … khi nào"."""
    title = bag(f"{plan.meta.type or ''} {plan.meta.subject or ''} ban hành")
    return (
        question.kind is Kind.WHEN
        and _PLAN_ISSUED.search(question.folded) is not None
        and all(title.has(word) for c in question.concepts for word in c.typed)
    )


def _no_reason(question: Question, plan: Plan, collection: Collection) -> Draft:
    """The provision where it prints the cause; else that plans state what is set, not why."""
    causes = listing.named_heading(plan, question.text)
    if causes is not None and _CAUSES.search(fold(causes.title)):
        return listing.answer_heading(plan, causes)
    passages = passages_in([plan.id], question, collection)
    best = next((p for p in passages if answers(p, question)), None)
    if best is not None and (fixed := contradicted(question, best, best.span)) is not None:
        return fixed
    if best is not None and phrases.CAUSE.search(fold(best.span.text)):
        return quote_passage(best, question)
    denied = (contrary(question, passage.span) for passage in passages)
    if (fixed := next(filter(None, denied), None)) is not None:
        return fixed
    said = wording.NO_REASON.format(locality=locality_of(plan))
    return not_stated(question, plan, passages, said)


def _refers(question: Question, plan: Plan) -> bool:
    """Whether the question is about a document, given by its full number, that the plan refers to.

    It is not where that document only says which plan is meant: "ai chủ trì … trong kế hoạch thực
    hiện Nghị quyết 214/NQ-CP".
    """
    own = plan.meta.number or ""
    others = [number for number in question.full_numbers if not same_number(number, own)]
    carried = [name for name in named_documents(question) if name.carried]
    said = outside(question.concepts, carried)
    if others and question.kind in _OF_CONTENT and not filler.are_light(said):
        others = [n for n in others if not any(same_number(n, name.number) for name in carried)]
    return bool(others)


def _mentioned(question: Question, plan: Plan) -> Draft | None:
    """Where the plan names the document whose full number the question gives."""
    if not _refers(question, plan):
        return None
    return lookup.answer_number(question.full_numbers[0], [plan])


def _of_its_period(question: Question, plan: Plan, matches: Sequence[Match]) -> list[Match]:
    """Values without a year, for the plan's own time or theirs: "kế hoạch 2026 - 2030", "… năm 2026"."""
    asked = tuple(question.years)
    subject = plan.meta.subject or ""
    years = [(int(year),) for year in _OF_YEAR.findall(subject)]

    def is_own(match: Match) -> bool:
        named = printed_periods(match.indicator.name)
        above = plan.headings_above(plan.section_at(match.indicator.start))
        sentence = plan.text[match.indicator.start : match.indicator.end]
        named = named or printed_periods(sentence)
        own: list[tuple[int, ...]] = [*printed_periods(f"{subject} ; {above}"), *named, *years]
        return asked in own or asked in [(last,) for _, last in named]

    return [m for m in matches if m.indicator.year is None and is_own(m)]


def _values(question: Question, plan: Plan, matches: list[Match], collection: Collection) -> Draft:
    """The values for the years and scope asked; labelled when only others are stated."""
    locality = locality_of(plan)
    scope = asked_scope_missing(matches, question)
    fitting = of_years(matches, question.years) or _of_its_period(question, plan, matches)
    if not fitting:
        lead = Statement(wording.other_year(locality, question.years))
        return Draft(Status.OTHER_YEAR, (lead, *map(value_statement, matches)))
    if scope:
        lead = Statement(wording.other_scope(locality, scope, question.years))
        every = find_indicators(plan, replace(question, years=()), collection.weigh)
        there = [] if asked_scope_missing(every, question) else every
        others = [match for match in there if match not in fitting]
        return Draft(Status.OTHER_YEAR, (lead, *map(value_statement, (*fitting, *others))))
    return Draft(Status.ANSWERED, value_statements(fitting))
