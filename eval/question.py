"""The evaluation questions: what is asked, and what a right answer holds, for a program to check.

A question file is JSON Lines, one object a line. Fields that are absent are empty.

========== =====================================================================================
id         unique, "value-001"
kind       one of ``KINDS``
split      "dev" (look at it), "test" (only score) or "samples" (documents of another folder)
turns      the conversation; the expected answer is to the last turn
status     the statuses that are right, as DESIGN names them
plans      ids of the plans that the answer may cite; none when absent
sections   places that must all be cited: "plan#path", alternatives joined by " | ". A citation is
           at a place when it begins in that section or in one under it
values     amounts that must all be stated: {plan, operator, low, high, unit, year}. ``operator``
           holds every sign that is right ("≈", or "≈=" where the print leaves it open); ``low`` is
           null for "<" and "≤", ``high`` for ">" and "≥"; ``unit`` is what follows the number
quotes     words of the plan, verbatim, that must stand in a cited quote
must_say   words that the answer must hold, alternatives joined by " | "
must_not_say  words that the answer must not hold
========== =====================================================================================

Words are compared without regard to case, tone-mark place, dash kind and line breaks.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from corpus.fold import fold
from corpus.plan import Plan
from eval.errors import QuestionFileError
from eval.lines import read_objects

FOLDER = Path(__file__).parent / "questions"
DEV, TEST, SAMPLES = "dev", "test", "samples"
SPLITS = (DEV, TEST, SAMPLES)

KINDS = (
    "value",
    "passage",
    "lookup",
    "who",
    "when",
    "metadata",
    "basis",
    "list",
    "yes_no",
    "comparison",
    "highest_lowest",
    "unanswerable",
    "other_year",
    "other_locality",
    "new_name",
    "no_diacritics",
    "half_diacritics",
    "telex_vni",
    "typo",
    "abbreviation",
    "paraphrase",
    "follow_up",
    "false_premise",
    "off_topic",
    "ambiguous",
)
STATUSES = (
    "answered",
    "corrected",
    "not_stated",
    "other_year",
    "no_plan",
    "ambiguous",
    "off_topic",
    "unavailable",
)
OPERATORS = "=≈>≥<≤"
ALTERNATIVES = " | "

_TEXT_LISTS = ("turns", "status", "plans", "sections", "quotes", "must_say", "must_not_say")
_FIELDS = ("id", "kind", "split", "values", *_TEXT_LISTS)


@dataclass(frozen=True, slots=True)
class Place:
    """A section of a plan, by its path."""

    plan: str
    path: str

    def holds(self, plan: str, path: str) -> bool:
        """Whether the section ``path`` of ``plan`` is this one or lies under it."""
        return plan == self.plan and (path == self.path or path.startswith(f"{self.path}."))

    def __str__(self) -> str:
        return f"{self.plan}#{self.path}"


@dataclass(frozen=True, slots=True)
class Expected:
    """An amount that a right answer states. ``plan`` is None when any allowed plan may say it."""

    plan: str | None
    operator: str
    low: float | None
    high: float | None
    unit: str
    year: int | None

    def __str__(self) -> str:
        if self.low is None or self.high is None:
            number = f"{self.low if self.high is None else self.high:g}"
        else:
            number = f"{self.low:g}" if self.low == self.high else f"{self.low:g}-{self.high:g}"
        year = f" ({self.year})" if self.year else ""
        return f"{self.operator}{number} {self.unit}{year}".replace(".", ",")


@dataclass(frozen=True, slots=True)
class EvalQuestion:
    """One question and what a right answer holds; see the table above."""

    id: str
    kind: str
    split: str
    turns: tuple[str, ...]
    status: tuple[str, ...]
    plans: tuple[str, ...] = ()
    sections: tuple[tuple[Place, ...], ...] = ()
    values: tuple[Expected, ...] = ()
    quotes: tuple[str, ...] = ()
    must_say: tuple[str, ...] = ()
    must_not_say: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The turn to answer."""
        return self.turns[-1]


@lru_cache(maxsize=1024)  # the same few plans are folded again for every question
def flat(text: str) -> str:
    """``text`` folded and on one line: how words are compared."""
    return " ".join(fold(text).split())


def any_of(words: str) -> tuple[str, ...]:
    """The alternatives of a ``must_say`` entry."""
    return tuple(words.split(ALTERNATIVES))


def read_questions(paths: Iterable[Path]) -> tuple[EvalQuestion, ...]:
    """Every question of the files, in order. Raises QuestionFileError naming file and line."""
    questions: dict[str, EvalQuestion] = {}
    for path in paths:
        for where, record in read_objects(path, QuestionFileError):
            question = parse_question(record, where)
            if question.id in questions:
                raise _broken(where, f"id “{question.id}” đã có ở dòng trước")
            questions[question.id] = question
    return tuple(questions.values())


def parse_question(record: Mapping[str, Any], where: str) -> EvalQuestion:
    """The question in one JSON object; ``where`` is "file:line". Raises QuestionFileError."""
    _check_fields(record, where)
    return EvalQuestion(
        id=record["id"],
        kind=record["kind"],
        split=record["split"],
        turns=tuple(record["turns"]),
        status=tuple(record["status"]),
        plans=tuple(record.get("plans", ())),
        sections=tuple(_places(text, where) for text in record.get("sections", ())),
        values=tuple(_expected(value, where) for value in record.get("values", ())),
        quotes=tuple(record.get("quotes", ())),
        must_say=tuple(record.get("must_say", ())),
        must_not_say=tuple(record.get("must_not_say", ())),
    )


def misplaced(question: EvalQuestion, plans: Sequence[Plan]) -> tuple[str, ...]:
    """What the question expects but the plans do not hold: plan ids, section paths, quotes."""
    known = {plan.id: plan for plan in plans}
    wrong = [plan for plan in question.plans if plan not in known]
    for place in (place for group in question.sections for place in group):
        plan = known.get(place.plan)
        if plan is None or plan.section(place.path) is None:
            wrong.append(str(place))
    texts = [flat(known[plan].text) for plan in question.plans if plan in known]
    wrong.extend(q for q in question.quotes if not any(flat(q) in text for text in texts))
    return tuple(wrong)


def _check_fields(record: Mapping[str, Any], where: str) -> None:
    unknown = sorted(set(record) - set(_FIELDS))
    if unknown:
        raise _broken(where, f"trường lạ “{unknown[0]}”")
    for name in _TEXT_LISTS:
        value = record.get(name, [])
        if not isinstance(value, list) or not all(isinstance(v, str) and v for v in value):
            raise _broken(where, f"trường “{name}” phải là danh sách chữ")
    if not isinstance(record.get("id"), str) or not record["id"]:
        raise _broken(where, "thiếu trường “id”")
    if not record.get("turns") or not record.get("status"):
        raise _broken(where, "“turns” và “status” không được trống")
    _check_choices(record, where)


def _check_choices(record: Mapping[str, Any], where: str) -> None:
    for name, allowed in (("kind", KINDS), ("split", SPLITS)):
        if record.get(name) not in allowed:
            found = record.get(name)
            raise _broken(where, f"“{name}” là “{found}”, không thuộc {', '.join(allowed)}")
    for status in record["status"]:
        if status not in STATUSES:
            raise _broken(where, f"trạng thái lạ “{status}”")


def _places(text: str, where: str) -> tuple[Place, ...]:
    places = []
    for one in text.split(ALTERNATIVES):
        plan, mark, path = one.partition("#")
        if not (plan and mark and path):
            raise _broken(where, f"“{one}” không có dạng văn-bản#mục")
        places.append(Place(plan, path))
    return tuple(places)


def _expected(value: object, where: str) -> Expected:
    if not isinstance(value, dict):
        raise _broken(where, "mỗi phần tử của “values” phải là một đối tượng")
    operator, low, high = value.get("operator"), value.get("low"), value.get("high")
    if not isinstance(operator, str) or not operator or set(operator) - set(OPERATORS):
        raise _broken(where, f"“operator” phải gồm các dấu {OPERATORS}")
    bounds = [bound for bound in (low, high) if bound is not None]
    if not bounds or not all(isinstance(bound, int | float) for bound in bounds):
        raise _broken(where, "“values” cần “low” hoặc “high” là số")
    return Expected(
        plan=value.get("plan"),
        operator=operator,
        low=None if low is None else float(low),
        high=None if high is None else float(high),
        unit=str(value.get("unit", "")),
        year=value.get("year"),
    )


def _broken(where: str, problem: str) -> QuestionFileError:
    return QuestionFileError(f"{where}: {problem}; hãy sửa dòng này.")
