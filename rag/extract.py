"""Question -> draft answer, written from the plans' own words without a language model."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.citation import plan_citation
from corpus.doctypes import same_number
from corpus.fold import strip_marks
from corpus.plan import Plan
from rag import facts, listing, lookup, people, phrases, wording
from rag.answer import Status
from rag.collection import Collection, locality_of
from rag.compare import compare_topic, compare_values
from rag.draft import Draft, Statement
from rag.localities import Target
from rag.passages import (
    ENOUGH,
    Passage,
    answers,
    find_passages,
    passage_statement,
    whole_provision,
)
from rag.premises import check_passage, check_premise
from rag.question import Kind, Question
from rag.scope import Scope, focused, places_of, scope_of, with_inner_places
from rag.values import (
    Match,
    asked_scope_missing,
    find_indicators,
    of_years,
    value_statement,
)
from rag.words import bag, coverage

_HITS = 8
_MOST_PLANS = 3  # of one place that are asked before "không nêu" is said
_MOST_PASSAGES = 6  # of one plan in a list answer
_LIST_SPREAD = 0.35  # passages this close to the best one are listed together
_NEAR = 0.45  # below this no provision is near enough to be shown for reference
_OFF_TOPIC = 0.34  # below this no provision of the collection is about the question at all
# What a sentence must hold to answer "when": a year, a date, a period or a rhythm.
_NUMBERED = re.compile(r"\d+(?:/\d{4})?[-/][A-ZĐ]")  # "06-NQ/TW", "178/QĐ-UBND"
_DATE = re.compile(r"\b(?:19|20)\d\d\b|\btháng \d|\bngày \d")
_YEAR = re.compile(r"(?<![\d/.,-])(?:19|20)\d\d(?!\d|/)")
_FIGURE = re.compile(r"\d")
_PERCENTAGE = re.compile(r"\d\s?%")
_CLASS = re.compile(r"\bloại (?:đặc biệt|[IVX]{1,4})\b")
_TIME_TITLE = re.compile(r"\bthời (?:gian|hạn|kỳ)\b|\btiến độ\b", re.IGNORECASE)
_WHOLE_PLAN = 0.8  # share of a question's words that a plan's title must hold to be its subject
_TIME = re.compile(
    r"\b(?:19|20)\d\d\b|\btháng \d|\bngày \d|\bthường xuyên\b|\bhằng (?:năm|quý|tháng)\b|\bhàng (?:năm|tháng)\b"
    r"|\bđịnh kỳ\b|\bquý [IVX\d]",
    re.IGNORECASE,
)


def write_answer(question: Question, collection: Collection) -> Draft:
    """A draft answer; the gate decides whether it leaves."""
    if question.kind is Kind.OPINION:
        return Draft(Status.OFF_TOPIC, (Statement(wording.OPINION),))
    if question.everyday:
        return Draft(Status.OFF_TOPIC, (Statement(wording.OFF_TOPIC),))
    scope = scope_of(question, collection)
    direct = _look_up(question, scope)
    if direct is not None:
        return direct
    if scope.located.missing and not scope.named:
        return _no_plan(scope, collection)
    asked = with_inner_places(question, scope, collection)
    return _with_notes(_dispatch(asked, scope, collection), scope, collection)


def _dispatch(question: Question, scope: Scope, collection: Collection) -> Draft:
    if not scope.named and question.kind not in {Kind.COMPARE, Kind.EXTREME}:
        return (
            _all_plans(question, scope.plans, collection)
            if len(scope.plans) > 1
            else _one_plan(question, scope.plans[0], collection)
        )
    groups = places_of(scope)
    if len(groups) == 1:
        return _one_place(question, groups[0], collection)
    if question.kind is Kind.METADATA and question.field:
        return _every_fact(question.field, scope.plans, Status.ANSWERED)
    plans = [by_subject(question, group, collection)[0] for group in groups]
    return _compared(question, plans, collection)


def _one_place(question: Question, plans: Sequence[Plan], collection: Collection) -> Draft:
    """An answer from the plans of one place: from the one whose subject the question is about.

    When that one does not say it, the next is asked; nothing is put together from several.
    """
    if (
        len(plans) > 1
        and question.kind is Kind.METADATA
        and question.field
        and not question.concepts
    ):
        return _every_fact(question.field, plans, Status.AMBIGUOUS)
    drafts = []
    for plan in by_subject(question, plans, collection)[:_MOST_PLANS]:
        draft = _one_plan(question, plan, collection)
        if draft.status in {Status.ANSWERED, Status.CORRECTED}:
            return draft
        drafts.append(draft)
    order = (Status.OTHER_YEAR, Status.AMBIGUOUS)
    return next((d for status in order for d in drafts if d.status is status), drafts[0])


def by_subject(question: Question, plans: Sequence[Plan], collection: Collection) -> list[Plan]:
    """The plans, those that the question is about first: by their title and their best provision."""
    if len(plans) == 1:
        return list(plans)
    hits = collection.search(question, [plan.id for plan in plans], _HITS * 2)
    best: dict[str, float] = {}
    for passage in find_passages(hits, question.concepts):
        plan_id = passage.span.plan.id
        best[plan_id] = max(best.get(plan_id, 0.0), passage.score)
    titles = {plan.id: coverage(question.concepts, bag(plan.meta.subject or "")) for plan in plans}
    return sorted(plans, key=lambda plan: -(best.get(plan.id, 0.0) + titles[plan.id]))


def _compared(question: Question, plans: Sequence[Plan], collection: Collection) -> Draft:
    """Figures when the question is for figures and any plan states one; else provisions."""
    for_rules = phrases.RULES.search(strip_marks(question.text)) and not question.years
    figures = None if for_rules else compare_values(question, plans, collection)
    return figures or compare_topic(question, plans, collection)


def _look_up(question: Question, scope: Scope) -> Draft | None:
    """Answers that a citation, a quoted phrase or a pasted sentence in the question decides."""
    phrase = lookup.quoted_phrase(question.text)
    if phrase:
        spans = lookup.find_phrase(phrase, scope.plans)
        if spans:
            return lookup.answer_phrase(spans)
        return Draft(Status.NOT_STATED, (Statement(wording.NO_SUCH_PHRASE),))
    if lookup.cites_a_part(question.text):
        found = lookup.find_provisions(question.text, scope.plans)
        if found:
            return lookup.answer_provisions(found)
        if question.kind in {Kind.PASSAGE, Kind.LOOKUP} and not question.concepts:
            return Draft(Status.NOT_STATED, (Statement(wording.NO_SUCH_PROVISION),))
    return _pasted(question, scope.plans)


def _pasted(question: Question, plans: Sequence[Plan]) -> Draft | None:
    """The whole question as a phrase of a plan, when it is one."""
    if len(question.text.split()) < lookup.PHRASE_WORDS or question.text.rstrip().endswith("?"):
        return None
    spans = lookup.find_phrase(question.text, plans)
    return lookup.answer_phrase(spans) if spans else None


def _missing_statement(scope: Scope, collection: Collection) -> Statement:
    names = [missing.place.full_name for missing in scope.located.missing]
    present = [c.meta.locality or c.meta.issuer or "" for c in collection.cards()]
    return Statement(wording.no_plan(names, present))


def _no_plan(scope: Scope, collection: Collection) -> Draft:
    notes = [Statement(m.note) for m in scope.located.missing if m.note]
    return Draft(Status.NO_PLAN, (_missing_statement(scope, collection), *notes))


def _with_notes(draft: Draft, scope: Scope, collection: Collection) -> Draft:
    """The draft with what is missing and how an old or new name relates to the plan."""
    before = (_missing_statement(scope, collection),) if scope.located.missing else ()
    after = tuple(Statement(t.note) for t in scope.located.targets if t.note and _needs_note(t))
    return Draft(draft.status, (*before, *draft.statements, *after), draft.columns, draft.rows)


def _needs_note(target: Target) -> bool:
    """A note is due when the asked name is not simply the plan's own."""
    return target.place.name != target.card.meta.locality or target.place.level == "xã"


def _one_plan(question: Question, plan: Plan, collection: Collection) -> Draft:
    """An answer from one plan: premise, metadata, basis, who and when, list, value, passage."""
    question = focused(question, plan)
    matches = find_indicators(plan, question, collection.weigh)
    checked = check_premise(question, plan, matches)
    if checked is not None:
        return checked
    if question.kind is Kind.METADATA and question.field and not _refers(question, plan):
        return facts.answer_reference(question, [plan]) or facts.answer_fact(plan, question.field)
    if question.kind is Kind.BASIS:
        named = _basis(question, [plan])
        return named or _passage(question, plan, collection)
    if question.kind is Kind.WHY:
        return _no_reason(question, plan, collection)
    if (mentioned := _mentioned(question, plan)) is not None:
        return mentioned
    if question.kind in {Kind.WHO, Kind.WHEN}:
        return _who_or_when(question, plan, collection)
    listed = _listed(question, plan, collection)
    if listed is not None:
        return listed
    if matches:
        return _values(question, plan, matches)
    return _passage(question, plan, collection)


def _listed(question: Question, plan: Plan, collection: Collection) -> Draft | None:
    """The parts of a section named by its heading, or all indicators when no one is named."""
    plain = strip_marks(question.text)
    asks_targets = re.search(r"\bchi tieu\b|\bmuc tieu\b", plain) is not None
    if asks_targets and (not question.concepts or (question.years and _is_light(question))):
        return listing.answer_indicators(plan, question)
    if question.wants_list and re.search(r"\bchi tieu\b", plain) and question.concepts:
        return listing.answer_matching(plan, question, collection.weigh)
    named = listing.named_heading(plan, question.text)
    if named and (question.wants_list or phrases.PART_NAMED.search(plain)):
        return listing.answer_heading(plan, named)
    if not question.concepts or (question.kind is Kind.VALUE and not question.wants_list):
        return None
    section = listing.find_heading(plan, question.concepts, collection.weigh)
    return listing.answer_heading(plan, section) if section else None


def _is_light(question: Question) -> bool:
    """Whether all that the question names are words that nearly every provision holds."""
    return all(phrases.is_light(word) for c in question.concepts for word in c.typed)


def _no_reason(question: Question, plan: Plan, collection: Collection) -> Draft:
    """Plans state what is set, not why: said in one sentence, with the nearest provision."""
    nearest = _not_stated(
        question,
        plan,
        find_passages(collection.search(question, [plan.id], _HITS), question.concepts),
    )
    lead = Statement(wording.NO_REASON.format(locality=locality_of(plan)))
    return Draft(Status.NOT_STATED, (lead, *nearest.statements[1:]))


def _basis(question: Question, plans: Sequence[Plan]) -> Draft | None:
    """Where a document is named, or what a plan is based on; None for a mention of other words."""
    own = [plan.meta.number for plan in plans if plan.meta.number]
    for number in facts.referenced_numbers(question, plans):
        if not any(same_number(number, other) for other in own):
            found = lookup.answer_number(number, plans)
            return found or Draft(
                Status.NOT_STATED, (Statement(wording.NOT_CITED.format(number=number)),)
            )
    named = facts.asked_law(question, plans)
    if named is not None:
        return named
    if phrases.MENTION.search(strip_marks(question.text)) and question.concepts:
        return None
    return facts.answer_basis(plans[0]) if len(plans) == 1 else _every_basis(plans)


def _every_basis(plans: Sequence[Plan]) -> Draft:
    drafts = [facts.answer_basis(plan) for plan in plans]
    return Draft(Status.AMBIGUOUS, tuple(s for draft in drafts for s in draft.statements))


def _refers(question: Question, plan: Plan) -> bool:
    """Whether the question gives the full number of a document that the plan only refers to."""
    if question.field in {"date", "issuer"}:
        return False
    own = plan.meta.number or ""
    return any(not n.isdigit() and not same_number(n, own) for n in question.numbers)


def _mentioned(question: Question, plan: Plan) -> Draft | None:
    """Where the plan names the document whose full number the question gives."""
    if not _refers(question, plan):
        return None
    number = next(n for n in question.numbers if not n.isdigit())
    return lookup.answer_number(number, [plan])


def _who_or_when(question: Question, plan: Plan, collection: Collection) -> Draft:
    if phrases.POSITION.search(strip_marks(question.text)):
        return _passage(question, plan, collection)
    by_name = question.kind is Kind.WHO and people.asked_agencies(plan, question)
    of_plan = None if by_name else _agencies(question, plan) or _of_the_plan(question, plan)
    return of_plan or _people(question, plan, collection) or _passage(question, plan, collection)


def _agencies(question: Question, plan: Plan) -> Draft | None:
    """The agencies of the plan, or of the section that the question names by its heading."""
    asked = phrases.AGENCIES_ASKED.search(strip_marks(question.text))
    if asked is None or question.kind is not Kind.WHO:
        return None
    section = listing.named_heading(plan, question.text)
    if section is None and not _is_light(question):
        return None
    head = asked.group("head") if asked.group("head") in {"so", "ban"} else ""
    return people.answer_agencies(plan, head, section)


def _of_the_plan(question: Question, plan: Plan) -> Draft | None:
    """When, or by whom, the plan as a whole is carried out; None for a question of something in it."""
    subject = bag(f"{plan.meta.type or ''} {plan.meta.subject or ''}")
    if coverage(question.concepts, subject) < _WHOLE_PLAN:
        return None
    if question.kind is Kind.WHO:
        return people.answer_of_plan(plan)
    timed = [s for s in plan.sections if s.title and _TIME_TITLE.search(s.title)]
    if not timed:
        return None
    return listing.answer_heading(plan, min(timed, key=lambda section: len(section.title)))


def _people(question: Question, plan: Plan, collection: Collection) -> Draft | None:
    agencies = people.asked_agencies(plan, question)
    if question.kind is Kind.WHO and agencies:
        return people.answer_tasks_of(plan, agencies, question.concepts)
    tasks = people.find_tasks(plan, question.concepts)
    if not tasks:
        return None
    if question.kind is Kind.WHEN:
        if phrases.TIME_ASKED.search(strip_marks(question.text)):
            tasks = [t for t in tasks if _DATE.search(t.assignment.deadline or "")]
        return people.answer_when(tasks, question.concepts)
    return people.answer_who(tasks, question.concepts)


def _values(question: Question, plan: Plan, matches: list[Match]) -> Draft:
    """The values for the years and scope asked; labelled when only others are stated."""
    locality = locality_of(plan)
    scope = asked_scope_missing(matches, question)
    fitting = of_years(matches, question.years)
    if not fitting:
        lead = Statement(wording.other_year(locality, question.years))
        return Draft(Status.OTHER_YEAR, (lead, *map(value_statement, matches)))
    if scope:
        lead = Statement(wording.other_scope(locality, scope))
        return Draft(Status.OTHER_YEAR, (lead, *map(value_statement, fitting)))
    statements = [value_statement(match) for match in fitting]
    if len(statements) == 1:
        quote = " ".join(statements[0].spans[0].text.split())
        statements.append(Statement(wording.QUOTE.format(quote=quote), statements[0].spans[:1]))
    return Draft(Status.ANSWERED, tuple(statements))


def _passage(question: Question, plan: Plan, collection: Collection) -> Draft:
    """The provision that answers, or that the plan does not say it, with the nearest provision."""
    hits = collection.search(question, [plan.id], _HITS)
    passages = find_passages(hits, question.concepts, _wanted(question))
    fitting = [p for p in passages if answers(p, question) and _fits_kind(p, question)]
    if fitting:
        best = fitting[0].score
        limit, spread = (_MOST_PASSAGES, _LIST_SPREAD) if question.wants_list else (1, 0.0)
        shown = [p for p in fitting if p.score >= best - spread][:limit]
        if question.wants_list:
            shown = [whole_provision(passage) for passage in shown]
        if question.yes_no and (fixed := check_passage(question, shown[0])) is not None:
            return fixed
        return Draft(Status.ANSWERED, tuple(passage_statement(p, _lead(p)) for p in shown))
    return _not_stated(question, plan, passages)


def _wanted(question: Question) -> re.Pattern[str] | None:
    """What a sentence must hold to answer: the amount of what is counted, a share, a time."""
    plain = strip_marks(question.text)
    if question.kind is Kind.WHEN:
        return _DATE if phrases.TIME_ASKED.search(plain) else _TIME
    if question.kind is Kind.WHO and (held := phrases.POSITION.search(plain)) is not None:
        return re.compile(
            rf"(?<!phó ){re.escape(question.text[slice(*held.span())])}", re.IGNORECASE
        )
    if question.kind is not Kind.VALUE and not phrases.AMOUNT.search(plain):
        return _NUMBERED if phrases.DOCUMENT_ASKED.search(plain) else None
    if phrases.PERCENT.search(plain):
        return _PERCENTAGE
    counted = phrases.COUNTED.search(plain)
    if counted is None:
        return _FIGURE
    start = counted.start("noun")
    noun = question.text[start:].split()[0].strip("?,.;:")
    if strip_marks(noun) == "loai":
        return _CLASS
    return re.compile(rf"\d[\d.,]*\s+(?:[^\W\d_]+\s+)?{re.escape(noun)}(?!\w)", re.IGNORECASE)


def _fits_kind(passage: Passage, question: Question) -> bool:
    """A question for a time or an amount is answered only by words that hold one.

    An amount that is not of something counted must stand in a sentence about the question itself.
    """
    wanted = _wanted(question)
    text = passage.span.text
    if _of_other_years(text, question):
        return False
    if wanted is None:
        return True
    if wanted.search(text) is None:
        return False
    loose = wanted in {_FIGURE, _PERCENTAGE}
    return not loose or coverage(question.concepts, bag(text)) >= ENOUGH


def _of_other_years(text: str, question: Question) -> bool:
    """Whether a sentence is about years before or after those asked; a claim is checked instead."""
    printed = [int(year) for year in _YEAR.findall(text)]
    if not printed or not question.years or question.yes_no:
        return False
    return max(question.years) < min(printed) or max(printed) < min(question.years)


def _lead(passage: Passage) -> str:
    plan = passage.span.plan
    name = plan_citation(plan, full=False)
    locality = locality_of(plan)
    return f"{name} nêu" if locality in name else f"{name} của {locality} nêu"


def _not_stated(question: Question, plan: Plan, passages: Sequence[Passage]) -> Draft:
    said = wording.not_stated(
        locality_of(plan), question.topic, question.years, value=_asks_value(question)
    )
    statements = [Statement(said)]
    if passages and passages[0].coverage >= _OFF_TOPIC:
        statements.append(passage_statement(passages[0], wording.NEAREST.rstrip(":")))
    return Draft(Status.NOT_STATED, tuple(statements))


def _asks_value(question: Question) -> bool:
    return question.kind is Kind.VALUE or bool(question.years)


def _all_plans(question: Question, plans: Sequence[Plan], collection: Collection) -> Draft:
    """No plan was named: every plan that says it, each labelled; or nobody's subject at all."""
    if question.kind is Kind.BASIS and (named := _basis(question, plans)) is not None:
        return named
    if question.kind is Kind.METADATA and question.field:
        referred = facts.answer_reference(question, plans)
        return referred or _every_fact(question.field, plans, Status.AMBIGUOUS)
    if any(not number.isdigit() for number in question.numbers):
        number = next(number for number in question.numbers if not number.isdigit())
        found = lookup.answer_number(number, plans)
        return found or Draft(
            Status.NOT_STATED, (Statement(wording.NOT_CITED.format(number=number)),)
        )
    matched = [find_indicators(plan, question, collection.weigh) for plan in plans]
    if any(matched) and question.kind not in {Kind.WHO, Kind.WHEN}:
        draft = compare_values(question, plans, collection)
        if draft is not None:
            status = Status.ANSWERED if question.all_plans else Status.AMBIGUOUS
            return Draft(status, draft.statements, draft.columns, draft.rows)
    if question.kind in {Kind.WHO, Kind.WHEN}:
        found_tasks = [d for plan in plans if (d := _people(question, plan, collection))]
        if found_tasks:
            status = Status.ANSWERED if len(found_tasks) == 1 else Status.AMBIGUOUS
            return Draft(status, tuple(s for d in found_tasks for s in d.statements))
    return _any_passage(question, collection)


def _every_fact(field: str, plans: Sequence[Plan], status: Status) -> Draft:
    drafts = [facts.answer_fact(plan, field) for plan in plans]
    return Draft(status, tuple(draft.statements[0] for draft in drafts))


def _any_passage(question: Question, collection: Collection) -> Draft:
    hits = collection.search(question, None, _HITS)
    passages = find_passages(hits, question.concepts, _wanted(question))
    best = max((passage.coverage for passage in passages), default=0.0)
    fitting = [p for p in passages if p.coverage >= ENOUGH and _fits_kind(p, question)]
    if not fitting:
        if best < _OFF_TOPIC or _mostly_unknown(question, collection):
            return Draft(Status.OFF_TOPIC, (Statement(wording.OFF_TOPIC),))
        return _not_stated_anywhere(question, passages)
    per_plan: dict[str, Passage] = {}
    for passage in fitting:
        per_plan.setdefault(passage.span.plan.id, passage)
    shown = [p for p in per_plan.values() if p.score >= fitting[0].score - _LIST_SPREAD]
    return Draft(Status.ANSWERED, tuple(passage_statement(p, _lead(p)) for p in shown))


def _mostly_unknown(question: Question, collection: Collection) -> bool:
    """Whether most of the words that the question is about occur nowhere in the collection."""
    unknown = collection.weigh("\0")  # the weight of a word that no plan has
    typed = {
        word.plain for c in question.concepts for word in c.typed if not phrases.is_light(word)
    }
    missing = [plain for plain in typed if collection.weigh(plain) >= unknown]
    return len(missing) >= 0.4 * len(typed)


def _not_stated_anywhere(question: Question, passages: Sequence[Passage]) -> Draft:
    statements = [Statement(f"Không văn bản nào trong kho nêu “{question.topic}”.")]
    if passages[0].coverage >= _NEAR:
        statements.append(passage_statement(passages[0], wording.NEAREST.rstrip(":")))
    return Draft(Status.NOT_STATED, tuple(statements))
