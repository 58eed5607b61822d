"""Follow-up questions: what the earlier turns said is filled in where the last one is silent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from corpus.fold import fold
from rag import phrases
from rag.collection import Collection
from rag.question import Kind, Question, understand
from rag.typed.reader import read_typed


def resolved(text: str, history: Sequence[str], collection: Collection) -> Question:
    """The question with what it leaves to the turns before it."""
    typed = read_typed(text, collection.vocabulary)
    question = understand(typed.text, collection.weigh)
    # Words that no plan holds are read wrongly most often: "gia vang" is looked for as typed too.
    everyday = question.everyday or phrases.OFF_TOPIC.search(fold(text)) is not None
    question = replace(question, typed=text, guessed=typed.guessed, everyday=everyday)
    if not history:
        return question
    before = resolved(history[-1], history[:-1], collection)
    return follow_up(question, before) if needs_context(question) else question


def needs_context(question: Question) -> bool:
    """Whether the question leaves out its subject or its locality."""
    return not question.concepts or not (question.places or question.numbers or question.all_plans)


def follow_up(question: Question, before: Question) -> Question:
    """``question`` with subject, places, years and kind of ``before`` where it has none of its own.

    "so với Hà Tĩnh thì sao?" adds its place to those before; "còn Đà Lạt?" replaces them.
    """
    same_subject = not question.concepts or _only_scope(question)
    places = question.places or before.places
    if question.kind is Kind.COMPARE and question.places and len(question.places) == 1:
        places = (*before.places, *question.places)
    kind = question.kind
    if same_subject and kind is Kind.PASSAGE:
        kind = before.kind
    return replace(
        question,
        text=f"{before.text} {question.text}" if same_subject else question.text,
        kind=kind,
        field=question.field or (before.field if kind is before.kind else None),
        concepts=before.concepts if same_subject else question.concepts,
        places=places,
        years=question.years or (before.years if same_subject or not question.places else ()),
        numbers=question.numbers or (() if question.places else before.numbers),
    )


def _only_scope(question: Question) -> bool:
    """Whether all that the question names is an area: "khu vực nội thị thì sao?"."""
    area = phrases.AREA.sub(" ", fold(question.topic))
    return not area.strip()
