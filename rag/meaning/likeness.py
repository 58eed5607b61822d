"""How alike in meaning a question and texts are, by the bundled embedding model."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from index.embed import BUNDLED

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from index.embed import Embedder

_KEPT = 4_096  # vectors of sentences; plans are read again for every question


class Likeness:
    """Cosines by one embedding model; vectors of texts seen before are kept."""

    def __init__(self, embedder: Embedder) -> None:
        self._embedder = embedder
        self._vector = lru_cache(_KEPT)(self._embed)
        self._question = lru_cache(1)(self._embed_question)

    @classmethod
    def of(cls, embedder: Embedder | None) -> Likeness | None:
        """By this model; None without one, and for a model whose scale ``confidence`` does not know."""
        return cls(embedder) if embedder is not None and embedder.name == BUNDLED else None

    def most(self, question: str, texts: Sequence[str]) -> float:
        """The largest cosine of the question with one of the texts, in [-1, 1]; 0 without texts."""
        return max(self.each(question, texts), default=0.0)

    def each(self, question: str, texts: Sequence[str]) -> list[float]:
        """The cosine of the question with each text, in [-1, 1]."""
        asked = self._question(question)
        return [float(asked @ self._vector(text)) for text in texts]

    def _embed(self, text: str) -> NDArray[np.float32]:
        vector: NDArray[np.float32] = self._embedder.embed_passages([text])[0]
        return vector

    def _embed_question(self, question: str) -> NDArray[np.float32]:
        vector: NDArray[np.float32] = self._embedder.embed_queries([question])[0]
        return vector
