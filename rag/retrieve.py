"""Question -> hits: both legs of the search behind one call, and as a LangChain retriever."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from index.store import Filter, Hit, Index
from index.tokens import terms
from rag.question import Question

if TYPE_CHECKING:
    from index.embed import Embedder

DEFAULT_HITS = 10


def search_terms(question: Question) -> list[str]:
    """Terms for the keyword leg: the question's own, and those of the plans' wording of its concepts.

    Each is added once: the syllables that synonyms share would swamp the score otherwise.
    """
    found = terms(question.text)
    known = set(found)
    for concept in question.concepts:
        for wording in concept.alternatives[1:2]:
            for term in terms(" ".join(word.folded for word in wording)):
                if term not in known:
                    known.add(term)
                    found.append(term)
    return found


def retrieve(
    index: Index, embedder: Embedder | None, question: Question, plans: Sequence[str] | None, k: int
) -> tuple[Hit, ...]:
    """At most ``k`` hits of the named plans (None: of all), best first."""
    vector: NDArray[np.float32] | None = None
    if embedder is not None:
        vector = embedder.embed_queries([question.text])[0]
    chosen = Filter(frozenset(plans) if plans is not None else None, None)
    return index.search(vector, search_terms(question), chosen, k)
