"""The search as a LangChain retriever: chunks as documents, each with the hit it came from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever

from index.store import Hit
from rag.collection import Search
from rag.question import Question


class PlanRetriever(BaseRetriever):
    """Finds the chunks that a question is about; best first.

    ``invoke(text, question=…, plans=…)`` takes the question as understood and the ids of the plans
    to search; without ``question`` the text is understood first.
    """

    search: Search
    read: Any  # (text) -> Question
    k: int

    def _get_relevant_documents(
        self,
        query: str,
        *,
        run_manager: CallbackManagerForRetrieverRun,
        question: Question | None = None,
        plans: Sequence[str] | None = None,
    ) -> list[Document]:
        asked = question if question is not None else self.read(query)
        return [_document(hit) for hit in self.search(asked, plans, self.k)]


def _document(hit: Hit) -> Document:
    chunk = hit.chunk
    return Document(
        id=f"{chunk.plan.id}#{chunk.start}",
        page_content=chunk.text,
        metadata={
            "plan": chunk.plan.id,
            "section": chunk.section.path,
            "start": chunk.start,
            "end": chunk.end,
            "score": hit.score,
            "hit": hit,
        },
    )


def hits_of(documents: Sequence[Document]) -> tuple[Hit, ...]:
    """The hits behind documents of this retriever, in their order."""
    return tuple(document.metadata["hit"] for document in documents)
