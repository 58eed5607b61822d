"""The score of one answer: pure functions of a question and what was answered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields

from eval.amounts import states, years_in
from eval.question import EvalQuestion, Expected, Place, any_of, flat
from eval.statements import Statement, cited, shown, statements
from eval.support import broken_quotes, unsupported, wrong_numbers
from rag.answer import Answer

REFUSALS = frozenset({"not_stated", "other_year", "no_plan", "off_topic"})
CLAIMS = frozenset({"answered", "corrected", "ambiguous"})


@dataclass(frozen=True, slots=True)
class Scores:
    """Scores of one answer in [0, 1]; None where a measure has no meaning for the question.

    Larger is better, but for ``wrong_number`` and ``wrong_answer``.
    """

    right: float  # status, value and citation all right
    status: float
    value: float  # amounts and words as expected, nothing forbidden, no wrong number
    citation: float  # every place and quote cited, and no plan but those allowed
    wrong_number: float  # a number that the cited text does not hold
    wrong_answer: float  # something was claimed, and its status or value is wrong
    verbatim: float  # every quote is the words of its plan
    support: float | None  # share of statements whose numbers and names the citations hold
    precision: float | None  # share of citations that are at an expected place
    recall: float | None  # share of expected places that are cited
    refusal_precision: float | None  # of refusals given: one was right
    refusal_recall: float | None  # of refusals expected: one was given


MEASURES = tuple(field.name for field in fields(Scores))


@dataclass(frozen=True, slots=True)
class Judgement:
    """Scores, and in Vietnamese what is wrong, one line a fault."""

    scores: Scores
    faults: tuple[str, ...]


def judge(question: EvalQuestion, answer: Answer) -> Judgement:
    """How the answer stands to what was expected."""
    status = answer.status.value
    status_faults = _status_faults(question, status)
    numbers = wrong_numbers(answer, question)
    value_faults = [
        *_value_faults(question, answer),
        *(f"số không có căn cứ: {n}" for n in numbers),
    ]
    citation_faults = _citation_faults(question, answer)
    broken = broken_quotes(answer, question)
    faults = (*status_faults, *value_faults, *citation_faults, *(f"trích sai: {q}" for q in broken))
    precision, recall = citation_precision_recall(question, answer)
    scores = Scores(
        right=float(not faults),
        status=float(not status_faults),
        value=float(not value_faults),
        citation=float(not citation_faults),
        wrong_number=float(bool(numbers)),
        wrong_answer=float(status in CLAIMS and bool(status_faults or value_faults)),
        verbatim=float(not broken),
        support=_support(question, answer),
        precision=precision,
        recall=recall,
        refusal_precision=_refusal_precision(question, status),
        refusal_recall=_refusal_recall(question, status),
    )
    return Judgement(scores, faults)


def citation_precision_recall(
    question: EvalQuestion, answer: Answer
) -> tuple[float | None, float | None]:
    """(share of citations at an expected place, share of expected places that are cited)."""
    if not question.sections:
        return None, None
    at = [(one.plan.id, one.section.path) for one in answer.citations]
    places = [place for group in question.sections for place in group]
    good = sum(any(place.holds(*where) for place in places) for where in at)
    found = sum(_is_cited(group, at) for group in question.sections)
    return (good / len(at) if at else 0.0), found / len(question.sections)


def missing_values(question: EvalQuestion, answer: Answer) -> tuple[Expected, ...]:
    """Expected amounts that no statement on the right plan states."""
    said = statements(answer)
    years = [_years_around(question, said[:place]) for place in range(len(said))]
    return tuple(
        value
        for value in question.values
        if not any(
            states(statement.text, value, years[place]) and _about(value, statement, answer)
            for place, statement in enumerate(said)
        )
    )


def _status_faults(question: EvalQuestion, status: str) -> list[str]:
    if status in question.status:
        return []
    return [f"trạng thái: cần {' hoặc '.join(question.status)}, nhận {status}"]


def _value_faults(question: EvalQuestion, answer: Answer) -> list[str]:
    text = shown(answer)
    faults = [f"thiếu giá trị: {value}" for value in missing_values(question, answer)]
    faults.extend(
        f"thiếu chữ: {words}"
        for words in question.must_say
        if not any(flat(one) in text for one in any_of(words))
    )
    faults.extend(f"chữ không được có: {w}" for w in question.must_not_say if flat(w) in text)
    return faults


def _citation_faults(question: EvalQuestion, answer: Answer) -> list[str]:
    at = [(one.plan.id, one.section.path) for one in answer.citations]
    faults = [
        f"thiếu trích dẫn: {' hoặc '.join(map(str, group))}"
        for group in question.sections
        if not _is_cited(group, at)
    ]
    quotes = [flat(one.quote) for one in answer.citations]
    faults.extend(
        f"thiếu câu trích: {words}"
        for words in question.quotes
        if not any(flat(words) in quote for quote in quotes)
    )
    strangers = sorted({plan for plan, _ in at} - set(question.plans))
    faults.extend(f"trích văn bản ngoài câu hỏi: {plan}" for plan in strangers)
    return faults


def _is_cited(group: Sequence[Place], at: Sequence[tuple[str, str]]) -> bool:
    return any(place.holds(*where) for place in group for where in at)


def _about(value: Expected, statement: Statement, answer: Answer) -> bool:
    used = cited(answer, statement) or answer.citations
    return value.plan is None or any(one.plan.id == value.plan for one in used)


def _years_around(question: EvalQuestion, before: Sequence[Statement]) -> frozenset[int]:
    """Years that hold for a statement without one: the last said before it, else those asked."""
    for statement in reversed(before):
        if found := years_in(statement.text):
            return found
    for turn in reversed(question.turns):
        if found := years_in(turn):
            return found
    return frozenset()


def _support(question: EvalQuestion, answer: Answer) -> float | None:
    said = [statement for statement in statements(answer) if statement.markers]
    if not said:
        return None
    weak = sum(bool(statement.markers) for statement in unsupported(answer, question))
    return 1.0 - weak / len(said)


def _refusal_precision(question: EvalQuestion, status: str) -> float | None:
    if status not in REFUSALS:
        return None
    return float(bool(REFUSALS.intersection(question.status)))


def _refusal_recall(question: EvalQuestion, status: str) -> float | None:
    if not REFUSALS.issuperset(question.status):
        return None
    return float(status in REFUSALS)
