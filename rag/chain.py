"""The LangChain chain: question -> retrieve -> answer -> verify."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from index.errors import IndexingError
from index.store import Hit
from rag import wording
from rag.answer import Answer, Status
from rag.asked.scope import Scope, scope_of, search_scope
from rag.collection import Collection
from rag.conversation import resolved
from rag.draft import Draft, finish
from rag.extract import write_answer
from rag.question import Question, understand
from rag.verify import verified

if TYPE_CHECKING:
    from langchain_core.runnables import Runnable

_HITS = 16  # fetched before writing; a writer that wants other plans searches again


@dataclass(frozen=True, slots=True)
class _Retrieved:
    """A question, its scope, and the hits in the plans that it names (None: in all)."""

    question: Question
    scope: Scope
    plans: tuple[str, ...] | None
    hits: tuple[Hit, ...]


def answer_chain(collection: Collection) -> Runnable[dict[str, Any], Answer]:
    """A runnable from {"question", "history"} to a verified Answer."""
    from langchain_core.runnables import RunnableLambda

    from rag.retriever import PlanRetriever, hits_of

    retriever = PlanRetriever(
        search=collection.search,
        read=lambda text: understand(text, collection.weigh, collection.vocabulary.localities),
        k=_HITS,
    )

    def understand_step(inputs: dict[str, Any]) -> Question:
        return resolved(inputs["question"], inputs.get("history", ()), collection)

    def retrieve_step(question: Question) -> _Retrieved:
        scope = scope_of(question, collection)
        asked, plans = search_scope(question, scope)
        found = retriever.invoke(question.text, question=asked, plans=plans)
        return _Retrieved(question, scope, plans, hits_of(found))

    def answer_step(retrieved: _Retrieved) -> tuple[Question, Draft]:
        question = retrieved.question
        return question, write_answer(question, retrieved.scope, _with_hits(collection, retrieved))

    def verify_step(step: tuple[Question, Draft]) -> Answer:
        question, draft = step
        asked = f"{question.text} ; {question.typed}"
        known = [card.meta for card in collection.cards()]
        answer = finish(verified(draft, asked, known))
        return replace(answer, reading=question.text) if question.guessed else answer

    return (
        RunnableLambda(understand_step)
        | RunnableLambda(retrieve_step)
        | RunnableLambda(answer_step)
        | RunnableLambda(verify_step)
    )


def _with_hits(collection: Collection, retrieved: _Retrieved) -> Collection:
    """The collection with the retrieved hits at hand for a search of the same plans."""

    def search(question: Question, plans: Sequence[str] | None, k: int) -> tuple[Hit, ...]:
        asked = tuple(plans) if plans is not None else None
        if asked == retrieved.plans and k <= _HITS:
            return retrieved.hits[:k]
        return collection.search(question, plans, k)

    return replace(collection, search=search)


def run(chain: Runnable[dict[str, Any], Answer], question: str, history: Sequence[str]) -> Answer:
    """The chain's answer. Tracing stays off whatever the environment says: nothing leaves.

    An index that fails while it is read is said plainly, never shown as "not found".
    """
    from langsmith import tracing_context

    try:
        with tracing_context(enabled=False):
            return chain.invoke({"question": question, "history": tuple(history)})
    except IndexingError as error:
        return Answer(Status.UNAVAILABLE, wording.UNAVAILABLE.format(reason=error))
