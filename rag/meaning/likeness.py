"""How alike in meaning a question and texts are, by the bundled embedding model."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from threading import Lock
from typing import TYPE_CHECKING

import numpy as np

from index.embed import BUNDLED

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from index.embed import Embedder

_KEPT = 8_192  # vectors of sentences, 16 MB; plans are read again for every question


class Likeness:
    """Cosines by one embedding model; vectors of texts seen before are kept. Safe for threads."""

    def __init__(self, embedder: Embedder) -> None:
        self._embedder = embedder
        self._vectors: OrderedDict[str, NDArray[np.float32]] = OrderedDict()
        self._lock = Lock()
        self._question = lru_cache(1)(self._embed_question)

    @classmethod
    def of(cls, embedder: Embedder | None) -> Likeness | None:
        """By this model; None without one, and for a model whose scale ``confidence`` does not know."""
        return cls(embedder) if embedder is not None and embedder.name == BUNDLED else None

    def each(self, question: str, texts: Sequence[str]) -> list[float]:
        """The cosine of the question with each text, in [-1, 1]."""
        if not texts:
            return []
        cosines: list[float] = (self._matrix(texts) @ self._question(question)).tolist()
        return cosines

    def _matrix(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """The vectors of the texts, shape (texts, dimension); the new ones are embedded at once."""
        with self._lock:
            self._embed_new(dict.fromkeys(texts))
            rows = np.stack([self._vectors[text] for text in texts])
            while len(self._vectors) > _KEPT:
                self._vectors.popitem(last=False)
        return rows

    def _embed_new(self, texts: Iterable[str]) -> None:
        new = [text for text in texts if text not in self._vectors]
        if new:
            self._vectors.update(zip(new, self._embedder.embed_passages(new), strict=True))

    def _embed_question(self, question: str) -> NDArray[np.float32]:
        vector: NDArray[np.float32] = self._embedder.embed_queries([question])[0]
        return vector
