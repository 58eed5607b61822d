"""The committed question sets: well formed, true to the plans, balanced."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest

from corpus.plan import Plan
from corpus.reading import PLANS, read_plans
from eval.metrics import REFUSALS, judge
from eval.question import (
    DEV,
    FOLDER,
    KINDS,
    SAMPLES,
    TEST,
    EvalQuestion,
    any_of,
    misplaced,
    read_questions,
)
from rag.answer import Answer, Citation, Status

# The made-up documents in the folder of this name; their questions belong to the split "samples".
DOCUMENTS = "documents"

QUESTIONS = read_questions([FOLDER / f"{DEV}.jsonl", FOLDER / f"{TEST}.jsonl"])
DOCUMENT_QUESTIONS = read_questions([FOLDER / f"{DOCUMENTS}.jsonl"])
SAMPLE_QUESTIONS = read_questions([FOLDER / f"{SAMPLES}.jsonl", FOLDER / f"{SAMPLES}-{TEST}.jsonl"])


@pytest.fixture(scope="module")
def plans() -> dict[str, Plan]:
    return {plan.id: plan for plan in read_plans(PLANS)}


@pytest.fixture(scope="module")
def documents() -> dict[str, Plan]:
    return {plan.id: plan for plan in read_plans(FOLDER.parent / DOCUMENTS)}


def test_everything_expected_is_in_the_plans(
    plans: dict[str, Plan], documents: dict[str, Plan]
) -> None:
    for questions, held in ((QUESTIONS, plans), (DOCUMENT_QUESTIONS, documents)):
        wrong = {q.id: found for q in questions if (found := misplaced(q, tuple(held.values())))}
        assert wrong == {}


def _ideal(question: EvalQuestion, plans: dict[str, Plan]) -> Answer:
    """Every expected place read out whole, then the words that must be said."""
    citations: list[Citation] = []
    lines: list[str] = []
    for place in (place for group in question.sections for place in group):
        plan = plans[place.plan]
        section = plan.section(place.path)
        assert section is not None
        marker = len(citations) + 1
        citations.append(Citation(marker, plan, section.start, section.subtree_end))
        lines.append(f"{' '.join(plan.full_text(section).split())} [{marker}]")
    lines.append(" ".join(any_of(words)[0] for words in question.must_say))
    return Answer(Status(question.status[0]), "\n".join(lines), tuple(citations))


def test_reading_the_expected_places_out_is_a_right_answer(
    plans: dict[str, Plan], documents: dict[str, Plan]
) -> None:
    # A cell read out as it stands has neither its year nor its unit: the documents hold tables.
    untabled = [replace(question, values=()) for question in DOCUMENT_QUESTIONS]
    for questions, held in ((QUESTIONS, plans), (untabled, documents)):
        faults = {q.id: found for q in questions if (found := judge(q, _ideal(q, held)).faults)}
        assert faults == {}


def test_an_empty_answer_is_never_right() -> None:
    for question in QUESTIONS:
        empty = Answer(Status.UNAVAILABLE, "")
        assert judge(question, empty).scores.right == 0.0


def test_the_set_is_large_and_covers_every_kind() -> None:
    assert len(QUESTIONS) >= 300
    kinds = Counter(question.kind for question in QUESTIONS)
    assert set(kinds) == set(KINDS)
    assert min(kinds.values()) >= 7


def test_a_fifth_expects_something_else_than_an_answer() -> None:
    others = [question for question in QUESTIONS if "answered" not in question.status]
    assert len(others) >= len(QUESTIONS) / 5


def test_the_held_out_split_is_large_and_holds_most_kinds() -> None:
    held_out = [question for question in QUESTIONS if question.split == TEST]
    assert len(held_out) >= 150
    assert len({question.kind for question in held_out}) >= 20


def test_no_question_is_asked_twice() -> None:
    asked = Counter(
        question.turns for question in (*QUESTIONS, *SAMPLE_QUESTIONS, *DOCUMENT_QUESTIONS)
    )
    assert [turns for turns, times in asked.items() if times > 1] == []


def test_all_plans_are_asked_about() -> None:
    about = Counter(plan for question in QUESTIONS for plan in question.plans)
    assert min(about.values()) >= 40


@pytest.mark.parametrize("question", SAMPLE_QUESTIONS, ids=lambda question: question.id)
def test_sample_questions_quote_little(question: EvalQuestion) -> None:
    assert question.split in {SAMPLES, TEST}
    assert all(len(words.split()) <= 12 for words in question.quotes)
    assert question.plans or REFUSALS.issuperset(question.status)


def test_sample_questions_are_many_over_ten_documents() -> None:
    assert len(SAMPLE_QUESTIONS) >= 60
    assert len({plan for question in SAMPLE_QUESTIONS for plan in question.plans}) >= 20


def test_every_made_up_document_is_asked_about(documents: dict[str, Plan]) -> None:
    about = Counter(plan for question in DOCUMENT_QUESTIONS for plan in question.plans)
    assert set(about) == set(documents)
    assert min(about.values()) >= 15
