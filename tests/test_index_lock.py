from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from index_fake import CountingEmbedder, five_plans

from index.errors import SnapshotError
from index.lock import is_pinned, one_writer, pin
from index.store import build

EMBEDDER = CountingEmbedder()
PLANS = five_plans()


def test_a_second_writer_is_told_to_wait(tmp_path: Path) -> None:
    with one_writer(tmp_path), pytest.raises(SnapshotError, match="tiến trình khác"):
        build(PLANS, EMBEDDER, tmp_path)
    assert build(PLANS, EMBEDDER, tmp_path).changed


@pytest.mark.skipif(sys.platform == "win32", reason="needs fork")
def test_the_lock_of_a_dead_process_is_taken_over(tmp_path: Path) -> None:
    child = os.fork()
    if child == 0:
        with one_writer(tmp_path):
            os._exit(0)
    os.waitpid(child, 0)
    assert build(PLANS, EMBEDDER, tmp_path).changed


def test_a_file_is_pinned_until_its_descriptor_is_closed(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("x")
    assert not is_pinned(file)
    first, second = pin(file), pin(file)
    os.close(first)
    assert is_pinned(file)
    os.close(second)
    assert not is_pinned(file)
    assert not is_pinned(tmp_path / "missing")
