"""Is an index on disk whole? Every checksum, and whether its parts belong together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from index.errors import SnapshotError
from index.local import LocalIndex
from index.snapshot import Snapshot, current

_UNIT_TOLERANCE = 1e-2  # 8-bit codes keep lengths to about this


@dataclass(frozen=True, slots=True)
class Report:
    """What was checked, and what is wrong: one Vietnamese line for each problem."""

    snapshot: str | None
    files: int
    problems: tuple[str, ...]


def verify(home: Path) -> Report:
    """Check the index in ``home`` from end to end. Never raises for a damaged one."""
    try:
        snapshot = current(home)
    except SnapshotError as error:
        return Report(None, 0, (str(error),))
    problems = [*_file_problems(snapshot)]
    if not problems:
        problems.extend(_content_problems(snapshot))
    return Report(snapshot.manifest.id, len(snapshot.manifest.files), tuple(problems))


def _file_problems(snapshot: Snapshot) -> Iterator[str]:
    for name in snapshot.manifest.files:
        try:
            snapshot.read(name)
        except SnapshotError as error:
            yield str(error)
    known = {*snapshot.manifest.files, "manifest.json"}
    for path in sorted(snapshot.folder.rglob("*")):
        name = path.relative_to(snapshot.folder).as_posix()
        if path.is_file() and name not in known:
            yield f"Tệp lạ trong chỉ mục: {path}"


def _content_problems(snapshot: Snapshot) -> Iterator[str]:
    try:
        index = LocalIndex(snapshot)
    except SnapshotError as error:
        yield str(error)
        return
    sizes = {len(index), len(index.keyword), len(index.vectors), snapshot.manifest.counts["chunks"]}
    if len(sizes) > 1:
        yield f"Số đoạn không khớp giữa các phần của chỉ mục: {sorted(sizes)}"
        return
    for card in index.plans():
        yield from _plan_problems(index, card.id)


def _plan_problems(index: LocalIndex, identifier: str) -> Iterator[str]:
    try:
        plan = index.plan(identifier)
        chunks = [index.chunk(int(row)) for row in index.rows_of(identifier)]
    except (SnapshotError, IndexError) as error:
        yield f"Văn bản {identifier}: {error}"
        return
    if plan.id != identifier:
        yield f"Văn bản {identifier}: tệp lại chứa văn bản {plan.id}"
    for chunk in chunks:
        if not chunk.section.start <= chunk.start < chunk.end <= chunk.section.subtree_end:
            yield f"Văn bản {identifier}: đoạn {chunk.id} nằm ngoài mục {chunk.section.path}"
    lengths = np.linalg.norm(index.vectors.vectors(index.rows_of(identifier)), axis=1)
    if not np.all((lengths == 0) | (np.abs(lengths - 1) < _UNIT_TOLERANCE)):
        yield f"Văn bản {identifier}: có véc-tơ không được chuẩn hóa"
