"""The LangChain chain: question -> retrieve -> answer -> verify."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from rag.answer import Answer
from rag.collection import Collection
from rag.conversation import resolved
from rag.draft import Draft, finish
from rag.extract import write_answer
from rag.question import Question
from rag.verify import verified

if TYPE_CHECKING:
    from langchain_core.runnables import Runnable


def answer_chain(collection: Collection) -> Runnable[dict[str, Any], Answer]:
    """A runnable from {"question", "history"} to a verified Answer."""
    from langchain_core.runnables import RunnableLambda

    def understand_step(inputs: dict[str, Any]) -> Question:
        return resolved(inputs["question"], inputs.get("history", ()), collection)

    def answer_step(question: Question) -> tuple[Question, Draft]:
        return question, write_answer(question, collection)

    def verify_step(step: tuple[Question, Draft]) -> Answer:
        question, draft = step
        answer = finish(verified(draft, f"{question.text} ; {question.typed}"))
        return replace(answer, reading=question.text) if question.guessed else answer

    return (
        RunnableLambda(understand_step) | RunnableLambda(answer_step) | RunnableLambda(verify_step)
    )


def run(chain: Runnable[dict[str, Any], Answer], question: str, history: Sequence[str]) -> Answer:
    """The chain's answer. Tracing stays off whatever the environment says: nothing leaves."""
    from langsmith import tracing_context

    with tracing_context(enabled=False):
        return chain.invoke({"question": question, "history": tuple(history)})
