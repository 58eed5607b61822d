"""The committed question sets: well formed, true to the plans, balanced."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import chain

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

# The folders of made-up documents; their questions belong to the split "samples".
DOCUMENTS = FOLDER.parent / "documents"
SETS = sorted(folder.name for folder in DOCUMENTS.iterdir() if folder.is_dir())

QUESTIONS = read_questions([FOLDER / f"{DEV}.jsonl", FOLDER / f"{TEST}.jsonl"])
DOCUMENT_QUESTIONS = {
    name: read_questions([FOLDER / "documents" / f"{name}.jsonl"]) for name in SETS
}
SAMPLE_QUESTIONS = read_questions([FOLDER / f"{SAMPLES}.jsonl", FOLDER / f"{SAMPLES}-{TEST}.jsonl"])


@pytest.fixture(scope="module")
def plans() -> dict[str, Plan]:
    return {plan.id: plan for plan in read_plans(PLANS)}


def _documents(name: str) -> dict[str, Plan]:
    return {plan.id: plan for plan in read_plans(DOCUMENTS / name)}


def test_everything_expected_is_in_the_plans(plans: dict[str, Plan]) -> None:
    held = tuple(plans.values())
    assert {q.id: found for q in QUESTIONS if (found := misplaced(q, held))} == {}


@pytest.mark.parametrize("name", SETS)
def test_everything_expected_is_in_the_documents(name: str) -> None:
    held, questions = tuple(_documents(name).values()), DOCUMENT_QUESTIONS[name]
    assert {q.id: found for q in questions if (found := misplaced(q, held))} == {}


def test_every_set_of_questions_has_its_documents() -> None:
    assert sorted(path.stem for path in (FOLDER / "documents").glob("*.jsonl")) == SETS


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


def test_reading_the_expected_places_out_is_a_right_answer(plans: dict[str, Plan]) -> None:
    faults = {q.id: found for q in QUESTIONS if (found := judge(q, _ideal(q, plans)).faults)}
    assert faults == {}


@pytest.mark.parametrize("name", SETS)
def test_reading_the_expected_places_of_documents_out_is_a_right_answer(name: str) -> None:
    # A cell read out as it stands has neither its year nor its unit: the documents hold tables.
    untabled = [replace(question, values=()) for question in DOCUMENT_QUESTIONS[name]]
    held = _documents(name)
    assert {q.id: found for q in untabled if (found := judge(q, _ideal(q, held)).faults)} == {}


def test_an_empty_answer_is_never_right() -> None:
    for question in QUESTIONS:
        empty = Answer(Status.UNAVAILABLE, "")
        assert judge(question, empty).scores.right == 0.0


def test_the_set_is_large_and_covers_every_kind() -> None:
    assert len(QUESTIONS) >= 300
    kinds = Counter(question.kind for question in QUESTIONS)
    assert set(kinds) == set(KINDS)
    assert min(kinds.values()) >= 7


def test_a_sixth_expects_something_else_than_an_answer() -> None:
    others = [question for question in QUESTIONS if "answered" not in question.status]
    assert len(others) >= len(QUESTIONS) / 6


def test_the_held_out_split_is_large_and_holds_most_kinds() -> None:
    held_out = [question for question in QUESTIONS if question.split == TEST]
    assert len(held_out) >= 150
    assert len({question.kind for question in held_out}) >= 20


def test_no_question_is_asked_twice() -> None:
    asked = Counter(
        question.turns
        for question in (*QUESTIONS, *SAMPLE_QUESTIONS, *chain(*DOCUMENT_QUESTIONS.values()))
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


@pytest.mark.parametrize("name", SETS)
def test_every_made_up_document_is_asked_about(name: str) -> None:
    about = Counter(plan for question in DOCUMENT_QUESTIONS[name] for plan in question.plans)
    assert set(about) == set(_documents(name))
    assert min(about.values()) >= 6
