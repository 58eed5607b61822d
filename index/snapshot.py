"""An immutable folder of files with a manifest, and the atomic switch from one to the next.

``<home>/snapshots/<id>/`` never changes once it has its name. ``<home>/CURRENT`` names the one in
force together with the sha256 of its manifest; the manifest holds the sha256 of every other file.
A process that ends at any moment leaves the old or the new snapshot in force, whole.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import re
import shutil
import weakref
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from index.errors import SnapshotError
from index.lock import is_pinned, pin
from index.paths import index_home

# Raised with every change of what the files hold or of how text is chunked or tokenised.
FORMAT = 2

_FOLDER = "snapshots"
_UNFINISHED = ".tmp-"
_ID = re.compile(r"\d{8}T\d{6}-[0-9a-f]{8}(?:-\d+)?")
_ATTEMPTS = 5  # a reader that finds its snapshot just replaced looks again


@dataclass(frozen=True, slots=True)
class Model:
    """The embedding model that made the vectors."""

    name: str
    fingerprint: str
    dimension: int


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a snapshot holds. ``key`` is equal for equal plans, model and format."""

    format: int
    id: str
    created: str  # ISO 8601, UTC
    key: str
    model: Model
    counts: Mapping[str, int]  # plans, chunks, terms
    files: Mapping[str, str]  # relative path -> sha256


@dataclass(frozen=True, slots=True)
class Draft:
    """What is to become a snapshot: its files by relative path, and what its manifest says."""

    files: Mapping[str, bytes]
    model: Model
    key: str
    counts: Mapping[str, int]
    created: datetime  # UTC


class Snapshot:
    """One snapshot on disk; it stays there, unchanged, for as long as this object lives."""

    def __init__(self, home: Path, identifier: str, manifest_sha256: str) -> None:
        self.home = home
        self.folder = home / _FOLDER / identifier
        descriptor = pin(self.folder / "manifest.json")
        weakref.finalize(self, os.close, descriptor)
        data = (self.folder / "manifest.json").read_bytes()
        if hashlib.sha256(data).hexdigest() != manifest_sha256:
            raise damaged(home, "manifest.json")
        self.manifest = _manifest_from_json(home, data)

    def read(self, name: str) -> bytes:
        """Content of one file, checked against the manifest; SnapshotError when it differs."""
        try:
            data = (self.folder / name).read_bytes()
        except OSError as error:
            raise damaged(self.home, name, "không đọc được tệp") from error
        if hashlib.sha256(data).hexdigest() != self.manifest.files.get(name):
            raise damaged(self.home, name)
        return data


def current(home: Path) -> Snapshot:
    """The snapshot in force; SnapshotError when there is none, or its manifest is damaged."""
    for _ in range(_ATTEMPTS):
        identifier, manifest_sha256 = _read_current(home)
        try:
            return Snapshot(home, identifier, manifest_sha256)
        except OSError as error:
            if _read_current(home) == (identifier, manifest_sha256):
                raise damaged(home, "manifest.json", "không đọc được tệp") from error
    raise damaged(home, "CURRENT", "đổi liên tục")


def current_id(home: Path) -> str | None:
    """Name of the snapshot in force, None when there is none: changes with every update."""
    try:
        return _read_current(home)[0]
    except SnapshotError:
        return None


def publish(home: Path, draft: Draft, keep_previous: bool = True) -> Snapshot:
    """Write a new snapshot, put it in force, and clear away all but it and the one before.

    The caller holds the writer's lock. SnapshotError when the disk refuses; the old snapshot is
    then still in force.
    """
    try:
        before = current_id(home)
        clear_unfinished(home)
        identifier = _free_id(home, draft)
        data = _manifest_to_json(identifier, draft)
        _write_folder(home, identifier, dict(draft.files) | {"manifest.json": data})
        manifest_sha256 = hashlib.sha256(data).hexdigest()
        _switch(home, f"{identifier} {manifest_sha256}\n")
    except OSError as error:
        raise SnapshotError(
            f"Không ghi được chỉ mục ở {home} ({error.strerror or error}); chỉ mục cũ (nếu có) vẫn "
            f"nguyên. Hãy kiểm tra dung lượng và quyền ghi rồi chạy lại: {mending_command(home)}"
        ) from error
    _prune(home, {identifier, before if keep_previous else None})
    return Snapshot(home, identifier, manifest_sha256)


def clear_unfinished(home: Path) -> None:
    """Remove what a process that was stopped left half written; the caller holds the lock."""
    for folder in (home / _FOLDER).glob(f"{_UNFINISHED}*"):
        shutil.rmtree(folder, ignore_errors=True)


def mending_command(home: Path) -> str:
    """The command that builds the index in ``home`` again."""
    return "python -m index build" + ("" if home == index_home() else f" --index {home}")


def damaged(home: Path, name: str, what: str = "nội dung đã bị thay đổi") -> SnapshotError:
    """The error for a file that is not as it was written."""
    return SnapshotError(
        f"Chỉ mục ở {home} bị hỏng tại {name}: {what}; hãy dựng lại: {mending_command(home)}"
    )


def _read_current(home: Path) -> tuple[str, str]:
    try:
        words = (home / "CURRENT").read_text(encoding="utf-8").split()
    except FileNotFoundError as error:
        raise SnapshotError(
            f"Chưa có chỉ mục ở {home}; hãy dựng bằng lệnh: {mending_command(home)}"
        ) from error
    except (OSError, UnicodeDecodeError) as error:
        raise damaged(home, "CURRENT", "không đọc được tệp") from error
    if len(words) != 2 or not _ID.fullmatch(words[0]):
        raise damaged(home, "CURRENT")
    return words[0], words[1]


def _manifest_from_json(home: Path, data: bytes) -> Manifest:
    fields: dict[str, Any] = json.loads(data)
    if fields["format"] != FORMAT:
        raise SnapshotError(
            f"Chỉ mục ở {home} có định dạng {fields['format']}, chương trình này cần định dạng "
            f"{FORMAT}; hãy dựng lại: {mending_command(home)}"
        )
    return Manifest(**fields | {"model": Model(**fields["model"])})


def _manifest_to_json(identifier: str, draft: Draft) -> bytes:
    sums = {name: hashlib.sha256(data).hexdigest() for name, data in sorted(draft.files.items())}
    when = draft.created.isoformat()
    manifest = Manifest(FORMAT, identifier, when, draft.key, draft.model, draft.counts, sums)
    return json.dumps(asdict(manifest), ensure_ascii=False, indent=1).encode()


def _free_id(home: Path, draft: Draft) -> str:
    base = identifier = f"{draft.created:%Y%m%dT%H%M%S}-{draft.key[:8]}"
    number = 1
    while (home / _FOLDER / identifier).exists():
        number += 1
        identifier = f"{base}-{number}"
    return identifier


def _write_folder(home: Path, identifier: str, files: Mapping[str, bytes]) -> None:
    """Write everything under a temporary name, then give it its own: it appears whole or not."""
    unfinished = home / _FOLDER / f"{_UNFINISHED}{identifier}"
    for name, data in files.items():
        (unfinished / name).parent.mkdir(parents=True, exist_ok=True)
        _write(unfinished / name, data)
    for folder in (*(path for path in unfinished.rglob("*") if path.is_dir()), unfinished):
        _sync_folder(folder)
    os.replace(unfinished, home / _FOLDER / identifier)  # noqa: PTH105 - one seam with the next
    _sync_folder(home / _FOLDER)


def _switch(home: Path, content: str) -> None:
    """Point CURRENT at the new snapshot: the one moment at which readers see the change."""
    _write(home / "CURRENT.tmp", content.encode())
    os.replace(home / "CURRENT.tmp", home / "CURRENT")  # noqa: PTH105
    _sync_folder(home)


def _prune(home: Path, keep: set[str | None]) -> None:
    """Remove older snapshots that nobody reads; one that cannot go now goes next time."""
    for folder in (home / _FOLDER).iterdir():
        if folder.name in keep or not _ID.fullmatch(folder.name):
            continue
        if not is_pinned(folder / "manifest.json"):
            with contextlib.suppress(OSError):  # never half a snapshot under its own name
                folder.rename(folder.with_name(f"{_UNFINISHED}{folder.name}"))
    clear_unfinished(home)


def _write(path: Path, data: bytes) -> None:
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    """Make new names in ``folder`` last through a power cut; Windows does so by itself."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
