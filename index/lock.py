"""Locks that the system gives back by itself when a process ends, however it ends.

So a lock left by a dead process needs no guessing: the next one simply gets it.
"""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from index.errors import SnapshotError

if sys.platform == "win32":
    import msvcrt

    def _take(descriptor: int, shared: bool) -> None:
        # An open file already keeps Windows from moving its folder: no shared lock is needed.
        if not shared:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _take(descriptor: int, shared: bool) -> None:
        fcntl.flock(descriptor, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)


def pin(file: Path) -> int:
    """Open ``file`` and mark it as in use until the descriptor is closed; OSError when missing."""
    descriptor = os.open(file, os.O_RDONLY)
    with contextlib.suppress(OSError):  # a file system without locks: then nothing is pinned
        _take(descriptor, shared=True)
    return descriptor


def is_pinned(file: Path) -> bool:
    """Whether some process, this one included, has pinned ``file``."""
    try:
        descriptor = os.open(file, os.O_RDONLY)
    except OSError:
        return False
    try:
        _take(descriptor, shared=False)
    except OSError:
        return True
    finally:
        os.close(descriptor)
    return False


@contextlib.contextmanager
def one_writer(home: Path) -> Iterator[None]:
    """Hold the right to change the index in ``home``; SnapshotError when another process has it."""
    home.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(home / "LOCK", os.O_RDWR | os.O_CREAT, 0o644)
    try:
        try:
            _take(descriptor, shared=False)
        except OSError as error:
            raise SnapshotError(
                f"Một tiến trình khác đang cập nhật chỉ mục ở {home}; "
                "hãy đợi tiến trình đó xong rồi chạy lại."
            ) from error
        yield
    finally:
        os.close(descriptor)
