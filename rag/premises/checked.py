"""What a question asserts, checked against the plan: confirmed, or corrected first."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.citation.writer import vietnamese_date
from corpus.dates import DATE, iso
from corpus.doctypes import same_number
from corpus.fold import strip_marks
from corpus.letters import UPPER
from corpus.plan import Indicator, Plan, Quantity
from corpus.quantity.units import base_unit, bounds_in_base
from rag import wording
from rag.answer import Status
from rag.asked import phrases
from rag.asked.patterns import spelled
from rag.draft import Draft, Statement
from rag.figures.values import Match, of_years, value_statement
from rag.meaning import filler
from rag.meaning.words import Concept, bag, words
from rag.passages.best import quote_statement
from rag.premises.claims import TOWN_CLASS
from rag.question import Kind, Question
from rag.records import facts
from rag.records.basis_premises import check_basis, is_alike
from rag.records.reference_premises import confirmed, corrected, is_issuer
from rag.tasks import people
from rag.tasks.chosen import Task, asked_agencies, find_tasks

_OWN_YEAR = spelled(r"\b(?:ban hành|ký|ra đời)(?: (?:vào|từ|trong))? năm (?P<year>(?:19|20)\d\d)\b")
_BODY = r"(?:UBND|HĐND|Ủy ban|Hội đồng|Ban|Tỉnh ủy|Thành ủy|Thị ủy|Huyện ủy)(?:\s+[^\W\d_]+){0,8}?"
_ISSUER = re.compile(
    rf"(?:(?:do|bởi)\s+(?P<issuer>{_BODY})\s+(?:đã )?ban hành|là của\s+(?P<owner>{_BODY})(?=\s+(?:phải|đúng|à|không|nhỉ)\b|\s*[?,]|\s*$))"
)
_TITLES = ("pho chu tich", "chu tich", "pho bi thu", "bi thu", "giam doc", "bo truong")
# A person's name: two to four capitalised words.
_PERSON = re.compile(rf"(?:[{UPPER}][^\W\d_{UPPER}]+\s+){{1,3}}[{UPPER}][^\W\d_{UPPER}]+")
# "… giao Sở Công Thương chủ trì hạ ngầm cáp".
_CHARGES = re.compile(
    r"\bgiao (?:cho )?(?P<agency>(?:Sở|Ban|UBND|Ủy ban|Văn phòng|Công an|Phòng|Mặt trận|Hội)"
    r"(?:\s[^\W\d_]+){1,8}?)\s(?P<act>chủ trì|theo dõi|làm|thực hiện|tham mưu|phụ trách|quản lý|lo)\b"
)
_GRANTS_CLASS = spelled(
    r"\b(?:lên|đạt|thành|là)(?: (?:tiêu chí|chuẩn|thành phố|đô thị))* loại (?:đặc biệt|[ivx]{1,4})\b(?!.*\b(?:khi nào|năm nào|bao giờ|chưa|không)\b)"
)
_OF_ALL = frozenset(
    ["so", "luong", "tong", "co", "tat", "ca", "toan", "tinh", "thanh", "pho", "huyen", "thi", "xa"]
)
_ISSUED = spelled(r"\b(?:ban hành|ký)\b")
_SIGNED = spelled(r"\bký\b")
_JOINS = spelled(r"\bphối hợp\b")
_ACTS = spelled(r"\b(?:chủ trì|thực hiện|tham mưu|chỉ đạo|phụ trách|phối hợp)\b")
_DONE = spelled(r"\b(?:hoàn thành|thực hiện|triển khai|xong)\b")


def check_premise(question: Question, plan: Plan, matches: Sequence[Match]) -> Draft | None:
    """An answer that says whether what the question asserts is so; None when it asserts nothing."""
    totals = [] if matches else _totals(question, plan)
    stated = _check_value(question, matches or totals) or _check_number(question, plan)
    if stated is not None:
        return stated
    if not question.yes_no:
        return _granted_class(question, plan) or _granted_agency(question, plan)
    return (
        _check_denial(question, matches)
        or _check_metadata(question, plan)
        or check_basis(question, plan)
        or _check_class(question, plan)
        or _check_assignment(question, plan)
    )


def _check_denial(question: Question, matches: Sequence[Match]) -> Draft | None:
    """ "… không đặt chỉ tiêu này, đúng không?" of a plan that does set it."""
    fitting = of_years(matches, question.years)
    if not fitting or not phrases.DENIED.search(question.folded):
        return None
    stated = tuple(value_statement(match) for match in fitting)
    return Draft(Status.CORRECTED, (Statement(wording.STATED), *stated))


def _check_number(question: Question, plan: Plan) -> Draft | None:
    """A number of the plan's own kind that is not its own: "Kế hoạch 152/KH-UBND của Quảng Ngãi"."""
    own = plan.meta.number
    for number in question.full_numbers:
        if own is None or same_number(number, own):
            continue
        if is_alike(number, own) and not _names(plan, number):
            return corrected(number, facts.answer_fact(plan, "number"))
    return None


def _names(plan: Plan, number: str) -> bool:
    return any(r.number and same_number(r.number, number) for r in plan.references)


def _check_issuer(question: Question, plan: Plan) -> Draft | None:
    """The body that the question says issued the plan, against the one that did."""
    match = _ISSUER.search(question.text)
    if match is None or plan.meta.issuer is None:
        return None
    stated = facts.answer_fact(plan, "issuer")
    asserted = match["issuer"] or match["owner"]
    if is_issuer(asserted, plan.meta.issuer):
        return confirmed(stated)
    longer = is_issuer(plan.meta.issuer, asserted)
    return stated if longer else corrected(asserted, stated)


def _check_metadata(question: Question, plan: Plan) -> Draft | None:
    if (issued := _check_issuer(question, plan)) is not None:
        return issued
    if not _ISSUED.search(question.folded):
        return None
    if match := DATE.search(question.text):
        asserted = iso(match)
        stated = facts.answer_fact(plan, "date")
        if asserted is None or stated.status is not Status.ANSWERED:
            return stated
        if asserted == plan.meta.date:
            return confirmed(stated)
        return corrected(f"ngày {vietnamese_date(asserted)}", stated)
    if (year := _OWN_YEAR.search(question.folded)) and _names_only(question, plan):
        stated = facts.answer_fact(plan, "date")
        if plan.meta.date is None:
            return stated
        same = plan.meta.date.startswith(year["year"])
        return confirmed(stated) if same else corrected(f"năm {year['year']}", stated)
    return _check_signer(question, plan)


def _names_only(question: Question, plan: Plan) -> bool:
    """Whether the question names nothing but the plan: its type, its subject, that it was issued."""
    title = bag(f"{plan.meta.type or ''} {plan.meta.subject or ''} văn bản ban hành ký ra đời")
    return all(title.has(word) for concept in question.concepts for word in concept.typed)


def _check_signer(question: Question, plan: Plan) -> Draft | None:
    signer = plan.meta.signer
    if signer is None or not _SIGNED.search(question.folded):
        return None
    stated = facts.answer_fact(plan, "signer")
    name = _capitalised_name(question)
    if name is None:
        return _check_title(question, plan, stated)
    same = {w.plain for w in words(name)} <= {w.plain for w in words(signer)}
    return confirmed(stated) if same else corrected(name, stated)


def _check_title(question: Question, plan: Plan, stated: Draft) -> Draft | None:
    """The office that the question says signed, against the one that did."""
    plain = strip_marks(question.text)
    asserted = next((title for title in _TITLES if re.search(rf"\b{title}\b", plain)), None)
    if asserted is None or plan.meta.signer_title is None:
        return None
    printed = strip_marks(plan.meta.signer_title)
    signed = next((title for title in _TITLES if title in printed), printed)
    at = plain.index(asserted)
    typed = question.text[at : at + len(asserted)]
    return confirmed(stated) if asserted == signed else corrected(typed, stated)


def _capitalised_name(question: Question) -> str | None:
    """A person's name in the question, which is no locality."""
    for match in _PERSON.finditer(question.text):
        if not any(
            place.start < match.end() and match.start() < place.end for place in question.places
        ):
            return match.group()
    return None


def _check_value(question: Question, matches: Sequence[Match]) -> Draft | None:
    compares = question.kind in {Kind.COMPARE, Kind.EXTREME} and not question.yes_no
    if not question.premises or compares:
        return None
    fitting = of_years(matches, question.years)
    for premise in question.premises:
        comparable = [m for m in fitting if _same_unit(premise, m)]
        if not comparable:
            continue
        agreeing = [m for m in comparable if _agrees(premise, m)]
        if agreeing and _asks_beyond(question):
            return None
        if agreeing:
            return confirmed(Draft(Status.ANSWERED, tuple(value_statement(m) for m in agreeing)))
        stated = Draft(Status.ANSWERED, tuple(value_statement(m) for m in comparable))
        span = stated.statements[0].spans[0]
        shown = quote_statement(span, wording.VERBATIM)
        return corrected(premise.text, replace(stated, statements=(*stated.statements, shown)))
    return None


def _asks_beyond(question: Question) -> bool:
    """Whether a claim that is right is only where the question sets out from: why, how, what more."""
    openly = phrases.OPEN.search(question.folded) is not None and not question.yes_no
    return question.kind is Kind.WHY or (question.kind is Kind.PASSAGE and openly)


def _totals(question: Question, plan: Plan) -> list[Match]:
    """The number of all those that a claim counts, where the question names nothing else.

    "Vì sao lại đặt mục tiêu tới 50 đô thị vào năm 2030?" is of a plan that aims at 34.
    """
    if question.yes_no or not question.years:
        return []
    units = [words(premise.unit) for premise in question.premises if premise.unit]
    counted = {word.plain for unit in units for word in unit}
    told = {w.plain for c in question.concepts for w in c.typed if not filler.is_light(w)}
    if not counted or not told <= counted:
        return []
    return [
        Match(plan, indicator, 1.0, 1.0)
        for indicator in plan.indicators
        if any(words(indicator.unit or "") == unit for unit in units)
        and {word.plain for word in words(indicator.name)} <= counted | _OF_ALL
    ]


def _granted_class(question: Question, plan: Plan) -> Draft | None:
    """A correction of the class that a question takes for granted of the plan's own place."""
    if not _GRANTS_CLASS.search(question.folded) or phrases.ENUMERATED.search(question.folded):
        return None
    own = [place for place in question.places if place.places[0].name == plan.meta.locality]
    checked = _check_class(question, plan) if own and question.years else None
    return checked if checked and checked.status is Status.CORRECTED else None


def _granted_agency(question: Question, plan: Plan) -> Draft | None:
    """A correction of the agency that a question for a reason says a task is given to."""
    charged = _CHARGES.search(question.text)
    if question.kind is not Kind.WHY or charged is None:
        return None
    agency = charged["agency"]
    named = {word.plain for word in words(agency)} | {word.plain for word in words(charged["act"])}
    concepts = tuple(
        c for c in question.concepts if not {w.plain for w in c.typed} <= named | {"giao"}
    )
    tasks = find_tasks(plan, concepts) if concepts else []
    if not tasks:
        return None
    checked = _check_agency(agency, tasks, concepts, question.folded)
    return checked if checked.status is Status.CORRECTED else None


def _check_class(question: Question, plan: Plan) -> Draft | None:
    """The class of a town that the question asserts: "đô thị loại I" against "đạt đô thị loại II"."""
    asserted = TOWN_CLASS.search(question.text)
    if asserted is None:
        return None
    stated = [i for i in plan.indicators if i.operator is None and _classes(plan, i)]
    for indicator in stated:
        match = Match(plan, indicator, 1.0, 1.0)
        draft = Draft(Status.ANSWERED, (value_statement(match),))
        agrees = asserted.group(1).upper() in _classes(plan, indicator)
        if of_years([match], question.years):
            return confirmed(draft) if agrees else corrected(f"đô thị {asserted.group()}", draft)
    for indicator in stated:
        if asserted.group(1).upper() in _classes(plan, indicator) and indicator.year:
            draft = Draft(Status.ANSWERED, (value_statement(Match(plan, indicator, 1.0, 1.0)),))
            return corrected(f"năm {question.years[0]}", draft)
    return None


def _classes(plan: Plan, indicator: Indicator) -> set[str]:
    """Classes of towns in the words of a target: {"IV"} for "đạt chuẩn đô thị loại IV"."""
    text = plan.text[indicator.value_start : indicator.value_end]
    return {found.upper() for found in TOWN_CLASS.findall(text)}


def _same_unit(premise: Quantity, match: Match) -> bool:
    unit = base_unit(match.indicator.unit or "")[0]
    return not premise.unit or base_unit(premise.unit)[0] == unit


def _agrees(premise: Quantity, match: Match) -> bool:
    """Same bounds; a premise without operator words agrees with any operator of the same number."""
    indicator = match.indicator
    unit = indicator.unit or ""
    stated = bounds_in_base(unit, (indicator.low, indicator.high))
    if stated != bounds_in_base(premise.unit or unit, (premise.low, premise.high)):
        return False
    loose = {"=", "≈"}
    return (
        premise.operator in loose
        or premise.operator == indicator.operator
        or {premise.operator, indicator.operator} <= {">", "≥"}
    )


def _check_assignment(question: Question, plan: Plan) -> Draft | None:
    """Whether the agency or the year that the question gives a task is the plan's."""
    agencies = _named_agencies(question, plan)
    named = {word.plain for agency in agencies for word in words(agency)}
    concepts = tuple(c for c in question.concepts if not {w.plain for w in c.typed} <= named)
    asks_agency = bool(agencies) and _ACTS.search(question.folded)
    asks_year = bool(question.years) and _DONE.search(question.folded)
    if not (asks_agency or asks_year) or not concepts:
        return None
    tasks = find_tasks(plan, concepts)
    if not tasks:
        return None
    if asks_agency:
        return _check_agency(agencies[0], tasks, concepts, question.folded)
    dated = people.answer_when(tasks[:1], concepts)
    if dated is None:
        return None
    years = [str(year) for year in question.years]
    if any(year in (tasks[0].assignment.deadline or "") for year in years):
        return confirmed(dated)
    return corrected(f"năm {' và '.join(years)}", dated)


def _check_agency(
    agency: str, tasks: Sequence[Task], concepts: Sequence[Concept], folded: str
) -> Draft:
    """Whether one of the tasks that fit best is the agency's, in the part that the question says."""
    joins = _JOINS.search(folded) is not None
    for task in tasks:
        held = bag(" ; ".join(task.assignment.partners if joins else task.assignment.lead))
        if all(held.has(word) for word in words(agency)):
            return confirmed(people.answer_who([task], concepts))
    return corrected(agency, people.answer_who(tasks[:1], concepts))


_AGENCY = re.compile(
    r"(?:Sở|Ban|UBND|Ủy ban|Văn phòng|Hội đồng|Công an|Mặt trận|Đảng ủy|Phòng)(?:\s+(?!(?:để|nhằm|mà)\b)[^\W\d_]+){1,9}?(?=\s+(?:chủ trì|là|có|được|phải|thực hiện|tham mưu|chỉ đạo|phụ trách|phối hợp))"
)


def _named_agencies(question: Question, plan: Plan) -> list[str]:
    known = asked_agencies(plan, question)
    return known or [match.group() for match in _AGENCY.finditer(question.text)]
