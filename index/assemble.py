"""From plans to the files of a snapshot; and which file holds what."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from corpus.codec import plan_to_json
from corpus.plan import Plan
from index import keyword, tables, vectors
from index.chunk import Chunk, chunk_plan
from index.embed import Embedder
from index.errors import SnapshotError
from index.snapshot import FORMAT, Model
from index.tokens import terms

KEYWORD_FOLDER = "keyword/"
VECTOR_FILE = "vectors.faiss"

# An id is also a file name, on any system: words, blanks and ".()-", not longer than 200 bytes.
_PLAN_ID = re.compile(r"\w[\w .()-]{0,149}(?<![ .])")
_PLAN_ID_BYTES = 200


@dataclass(frozen=True, slots=True)
class Source:
    """A plan, its chunks, the file that will hold it, and a sum over both file and chunks."""

    plan: Plan
    chunks: tuple[Chunk, ...]
    data: bytes
    sha256: str


def sources(plans: Sequence[Plan]) -> tuple[Source, ...]:
    """What is stored of each plan, by id; SnapshotError for a double or unusable id."""
    seen: set[str] = set()
    found = []
    for plan in sorted(plans, key=lambda plan: plan.id):
        _check_id(plan.id, seen)
        chunks, data = chunk_plan(plan), plan_to_json(plan)
        content = b"\0".join([data, *(chunk.indexed.encode() for chunk in chunks)])
        found.append(Source(plan, chunks, data, hashlib.sha256(content).hexdigest()))
    return tuple(found)


def content_key(found: Sequence[Source], model: Model) -> str:
    """Equal exactly when a new index would hold the same: plans, chunks, model and format."""
    parts = [str(FORMAT), model.fingerprint, *(f"{one.plan.id}\t{one.sha256}" for one in found)]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def plan_file(identifier: str) -> str:
    """Where a snapshot keeps the plan of this id."""
    return f"plans/{identifier}.json"


def embed(
    found: Sequence[Source],
    known: Mapping[str, NDArray[np.float32]],
    embedder: Embedder | None,
    dimension: int,
) -> tuple[NDArray[np.float32], int]:
    """Vectors of all chunks, plan after plan, and how many of them the model had to make.

    ``known`` gives the vectors of unchanged plans by ``Source.sha256``.
    """
    texts = [chunk.indexed for one in found if one.sha256 not in known for chunk in one.chunks]
    if texts and embedder is None:
        raise SnapshotError("Cần mô hình nhúng để đưa văn bản mới hoặc đã đổi vào chỉ mục.")
    made = np.empty((0, dimension), np.float32)
    if texts and embedder is not None:
        made = embedder.embed_passages(texts)
    parts = [made[:0]]
    used = 0
    for one in found:
        if one.sha256 in known:
            parts.append(known[one.sha256])
            continue
        parts.append(made[used : used + len(one.chunks)])
        used += len(one.chunks)
    return np.concatenate(parts), used


def to_files(
    found: Sequence[Source], rows: NDArray[np.float32]
) -> tuple[dict[str, bytes], dict[str, int]]:
    """All files of a snapshot but its manifest, and the counts for the manifest."""
    table = tables.build([(one.plan, one.sha256, one.chunks) for one in found])
    words = keyword.build([terms(chunk.indexed) for one in found for chunk in one.chunks])
    files = {plan_file(one.plan.id): one.data for one in found}
    files |= table.to_files()
    files |= {KEYWORD_FOLDER + name: data for name, data in words.to_files().items()}
    files[VECTOR_FILE] = vectors.build(rows).to_bytes()
    return files, {"plans": len(found), "chunks": len(table.rows), "terms": len(words.keys)}


def _check_id(identifier: str, seen: set[str]) -> None:
    usable = _PLAN_ID.fullmatch(identifier) and len(identifier.encode()) <= _PLAN_ID_BYTES
    if not usable:
        raise SnapshotError(
            f"Mã văn bản {identifier[:60]!r} không dùng làm tên tệp được; hãy đổi tên tệp, chỉ "
            "dùng chữ, số, dấu cách và các dấu . - ( )"
        )
    if identifier.casefold() in seen:
        raise SnapshotError(
            f"Có hai văn bản cùng mã '{identifier}'; hãy đổi tên một trong hai tệp."
        )
    seen.add(identifier.casefold())
