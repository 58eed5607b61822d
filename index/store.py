"""The index on disk: build it, open it, search it, add to it, remove from it.

``Index`` is all that the rest of the program sees. ``LocalIndex`` is the one for one machine.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from corpus.plan import Plan
from index import assemble
from index.embed import Embedder
from index.errors import SnapshotError
from index.local import CANDIDATES, Hit, LocalIndex
from index.lock import one_writer
from index.snapshot import Draft, Model, Snapshot, current, mending_command, publish
from index.tables import Filter, PlanCard
from index.verify import Report, verify

__all__ = [
    "CANDIDATES",
    "Built",
    "Filter",
    "Hit",
    "Index",
    "LocalIndex",
    "PlanCard",
    "Report",
    "add",
    "build",
    "open_index",
    "remove",
    "verify",
]


class Index(Protocol):
    """A searchable collection of plans; immutable, safe to use from several threads."""

    @property
    def model(self) -> Model:
        """The embedding model that question vectors must come from."""
        ...

    def search(
        self,
        vector: NDArray[np.float32] | None,
        terms: Sequence[str],
        filter: Filter,
        k: int,
    ) -> tuple[Hit, ...]:
        """At most ``k`` hits, best first; all of what the filter lets by when that is less.

        ``vector`` is a unit row from ``Embedder.embed_queries``; without one, only chunks that
        hold one of ``terms`` (from ``tokens.terms``) are found.
        """
        ...

    def plans(self) -> tuple[PlanCard, ...]:
        """Every plan of the collection, without its text."""
        ...

    def plan(self, identifier: str) -> Plan:
        """One plan, whole; KeyError when it is not in the collection."""
        ...


@dataclass(frozen=True, slots=True)
class Built:
    """What an update did. ``embedded`` counts the chunks that went through the model."""

    snapshot: Snapshot
    changed: bool
    embedded: int


def open_index(home: Path, embedder: Embedder | None) -> LocalIndex:
    """The index in ``home``, every file checked; SnapshotError when it cannot be used.

    With an embedder, the index must have been built with that very model; None opens it for
    reading and keyword search only.
    """
    snapshot = current(home)
    model = snapshot.manifest.model
    if embedder is not None and embedder.fingerprint != model.fingerprint:
        other = (
            f"khác với mô hình đang dùng ({embedder.name})"
            if embedder.name != model.name
            else "nay tệp của mô hình này đã khác"
        )
        raise SnapshotError(
            f"Chỉ mục ở {home} được dựng bằng mô hình nhúng {model.name}, {other}; "
            f"hãy dựng lại: {mending_command(home)} --model {embedder.name}"
        )
    return LocalIndex(snapshot)


def build(
    plans: Sequence[Plan],
    embedder: Embedder,
    home: Path,
    *,
    force: bool = False,
    created: datetime | None = None,
) -> Built:
    """Make the index in ``home`` hold exactly ``plans``; nothing is done when it already does.

    Vectors of unchanged plans are taken over; ``force`` makes everything anew. ``created`` is the
    time written in the manifest (now). Raises SnapshotError; the old index is then still in force.
    """
    model = Model(embedder.name, embedder.fingerprint, embedder.dimension)
    with one_writer(home):
        return _update(plans, model, embedder, home, force, created)


def add(
    plans: Sequence[Plan], embedder: Embedder, home: Path, *, created: datetime | None = None
) -> Built:
    """Put ``plans`` into the index in ``home``, in place of those of the same id."""
    with one_writer(home):
        model, kept = _kept(open_index(home, embedder), {plan.id for plan in plans})
        return _update([*kept, *plans], model, embedder, home, False, created)


def remove(identifiers: Collection[str], home: Path, *, created: datetime | None = None) -> Built:
    """Take plans out of the index in ``home``; SnapshotError when one is not there.

    The snapshot before, which still holds them, goes too unless some process reads it.
    """
    with one_writer(home):
        model, kept = _kept(_holding(identifiers, home), identifiers)
        return _update(kept, model, None, home, False, created, keep_previous=False)


def _holding(identifiers: Collection[str], home: Path) -> LocalIndex:
    """The index in force, which must hold all these plans."""
    index = open_index(home, None)
    known = {card.id for card in index.plans()}
    for identifier in identifiers:
        if identifier not in known:
            raise SnapshotError(
                f"Không có văn bản mã '{identifier}' trong chỉ mục ở {home}; "
                "xem các mã hiện có bằng lệnh: python -m index info"
            )
    return index


def _kept(index: LocalIndex, without: Collection[str]) -> tuple[Model, list[Plan]]:
    kept = [index.plan(card.id) for card in index.plans() if card.id not in without]
    return index.model, kept


def _update(
    plans: Sequence[Plan],
    model: Model,
    embedder: Embedder | None,
    home: Path,
    force: bool,
    created: datetime | None,
    keep_previous: bool = True,
) -> Built:
    """Publish an index of ``plans`` unless the one in force is just that."""
    found = assemble.sources(plans)
    key = assemble.content_key(found, model)
    old = None if force else _usable(home, model)
    if old is not None and old.snapshot.manifest.key == key:
        return Built(old.snapshot, False, 0)
    known = {} if old is None else _vectors_by_content(old)
    del old  # nobody here reads that snapshot any more: it may be cleared away
    rows, embedded = assemble.embed(found, known, embedder, model.dimension)
    files, counts = assemble.to_files(found, rows)
    draft = Draft(files, model, key, counts, (created or datetime.now(UTC)).astimezone(UTC))
    return Built(publish(home, draft, keep_previous), True, embedded)


def _vectors_by_content(index: LocalIndex) -> dict[str, NDArray[np.float32]]:
    return {card.sha256: index.vectors.vectors(index.rows_of(card.id)) for card in index.plans()}


def _usable(home: Path, model: Model) -> LocalIndex | None:
    """The index in force when it is whole and made with ``model``; it is of no use otherwise."""
    try:
        old = LocalIndex(current(home))
    except SnapshotError:
        return None
    return old if old.model.fingerprint == model.fingerprint else None
