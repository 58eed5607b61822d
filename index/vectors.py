"""Dense vectors in FAISS: exact inner products, with or without a filter.

Both kinds used here read every allowed vector, so a narrow filter costs no recall, as it does with
graphs and inverted lists.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

# Up to here vectors are kept as they are (300,000 x 256 x 4 bytes = 300 MB, about 10 ms a query);
# above, as 8-bit codes: a quarter of the memory at a recall@10 of 0.99.
FLAT_ROWS = 300_000
# No array in a vector file may claim more than this.
MAX_BYTES = 8 << 30


@dataclass(frozen=True, slots=True)
class VectorIndex:
    """Unit vectors by row; the score is the cosine, larger is better."""

    _index: Any  # faiss.Index

    def __len__(self) -> int:
        return int(self._index.ntotal)

    @property
    def dimension(self) -> int:
        """Length of each vector."""
        return int(self._index.d)

    def vectors(self, rows: NDArray[np.int64]) -> NDArray[np.float32]:
        """The stored vectors of ``rows``, shape (len(rows), dimension)."""
        if not rows.size:
            return np.empty((0, self.dimension), dtype=np.float32)
        found: NDArray[np.float32] = self._index.reconstruct_batch(rows)
        return found

    def scores(self, vector: NDArray[np.float32], rows: NDArray[np.int64]) -> NDArray[np.float32]:
        """The cosine of ``vector`` with each of ``rows``, in their order."""
        found: NDArray[np.float32] = self.vectors(rows) @ vector
        return found

    def top(
        self, vector: NDArray[np.float32], k: int, allowed: NDArray[np.bool_] | None = None
    ) -> NDArray[np.int64]:
        """The ``k`` best allowed rows (fewer when fewer are allowed), best first."""
        wanted = min(k, len(self))
        if wanted <= 0:
            return np.empty(0, dtype=np.int64)
        faiss = _faiss()
        # Threads of OpenMP that wait for each other cost far more than they gain on one question.
        faiss.omp_set_num_threads(1)
        parameters = None
        if allowed is not None:
            bits = np.packbits(allowed, bitorder="little")
            selector = faiss.IDSelectorBitmap(bits)
            parameters = faiss.SearchParameters(sel=selector)
        _, rows = self._index.search(vector[None, :], wanted, params=parameters)
        found: NDArray[np.int64] = rows[0][rows[0] >= 0]
        return found

    def to_bytes(self) -> bytes:
        """The index as a FAISS file."""
        return bytes(_faiss().serialize_index(self._index))


def build(vectors: NDArray[np.float32]) -> VectorIndex:
    """Index of unit vectors, shape (rows, dimension); the kind is chosen by how many there are."""
    faiss = _faiss()
    rows, dimension = vectors.shape
    if rows <= FLAT_ROWS:
        index = faiss.IndexFlatIP(dimension)
    else:
        index = faiss.IndexScalarQuantizer(
            dimension, faiss.ScalarQuantizer.QT_8bit, faiss.METRIC_INNER_PRODUCT
        )
        index.train(vectors)
    index.add(np.ascontiguousarray(vectors, dtype=np.float32))
    return VectorIndex(index)


def from_bytes(data: bytes) -> VectorIndex:
    """The index that ``to_bytes`` wrote; ValueError when it is none."""
    faiss = _faiss()
    faiss.set_deserialization_vector_byte_limit(MAX_BYTES)
    try:
        index = faiss.deserialize_index(np.frombuffer(data, dtype=np.uint8))
    except RuntimeError as error:
        raise ValueError(f"not a FAISS index: {error}") from error
    return VectorIndex(index)


def _faiss() -> Any:
    """The library, loaded when first needed; much of it is made at run time, unseen by type checks."""
    import faiss

    return faiss
