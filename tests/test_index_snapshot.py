from __future__ import annotations

import errno
import json
import os
import shutil
import stat
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from index_fake import CountingEmbedder, five_plans

from index import snapshot
from index.errors import SnapshotError
from index.lock import is_pinned
from index.store import build, open_index, verify

EMBEDDER = CountingEmbedder()
OLD, NEW = five_plans()[:2], five_plans()[:3]
NOON = datetime(2026, 1, 2, 12, 0, 0, tzinfo=UTC)


def ids(home: Path) -> list[str]:
    return [card.id for card in open_index(home, EMBEDDER).plans()]


OLD_IDS, NEW_IDS = [plan.id for plan in OLD], [plan.id for plan in NEW]


def flip(file: Path, place: float) -> None:
    data = bytearray(file.read_bytes())
    data[int((len(data) - 1) * place)] ^= 0x10
    file.write_bytes(data)


def halve(file: Path) -> None:
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])


DAMAGES: dict[str, Callable[[Path], None]] = {
    "first byte": lambda file: flip(file, 0.0),
    "middle byte": lambda file: flip(file, 0.5),
    "last byte": lambda file: flip(file, 1.0),
    "truncated": halve,
    "emptied": lambda file: os.truncate(file, 0),
    "deleted": Path.unlink,
}


@pytest.fixture(scope="module")
def pristine(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("pristine") / "index"
    build(NEW, EMBEDDER, home, created=NOON)
    return home


@pytest.mark.parametrize("damage", DAMAGES)
def test_any_damage_to_any_file_is_seen_when_opening_and_by_verify(
    pristine: Path, tmp_path: Path, damage: str
) -> None:
    files = [path.relative_to(pristine) for path in pristine.rglob("*") if path.is_file()]
    files = [path for path in files if path.name != "LOCK"]
    assert len(files) == 2 + 3 + 1 + 6 + len(
        NEW
    )  # CURRENT, manifest; tables; vectors; terms; plans
    for number, name in enumerate(files):
        home = tmp_path / str(number)
        shutil.copytree(pristine, home)
        DAMAGES[damage](home / name)
        with pytest.raises(SnapshotError, match="python -m index build") as error:
            open_index(home, EMBEDDER)
        assert "\n" not in str(error.value)
        assert verify(home).problems


def test_a_damaged_index_is_built_again(pristine: Path, tmp_path: Path) -> None:
    home = tmp_path / "index"
    shutil.copytree(pristine, home)
    flip(next(home.glob("snapshots/*/vectors.faiss")), 0.5)
    assert build(NEW, EMBEDDER, home).changed
    assert verify(home).problems == ()


def test_a_strange_file_is_reported(pristine: Path, tmp_path: Path) -> None:
    home = tmp_path / "index"
    shutil.copytree(pristine, home)
    next(home.glob("snapshots/*/plans")).joinpath("more.json").write_text("{}")
    assert "more.json" in verify(home).problems[0]


def test_no_index_yet(tmp_path: Path) -> None:
    with pytest.raises(SnapshotError, match=r"Chưa có chỉ mục .*python -m index build --index"):
        open_index(tmp_path / "none", EMBEDDER)
    assert verify(tmp_path / "none").problems


def test_another_format_is_refused(
    pristine: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "index"
    shutil.copytree(pristine, home)
    monkeypatch.setattr(snapshot, "FORMAT", snapshot.FORMAT + 1)
    with pytest.raises(SnapshotError, match="định dạng"):
        open_index(home, EMBEDDER)


@pytest.mark.parametrize(
    "content", ["", "x", "../../etc abc", "a b c", "\ud800", "20260102T120000-0"]
)
def test_current_names_nothing_outside_the_index(tmp_path: Path, content: str) -> None:
    (tmp_path / "CURRENT").write_bytes(content.encode("utf-8", "surrogatepass"))
    with pytest.raises(SnapshotError, match="CURRENT"):
        open_index(tmp_path, EMBEDDER)


def test_manifest_says_what_is_in_the_snapshot(pristine: Path) -> None:
    manifest = json.loads(next(pristine.glob("snapshots/*/manifest.json")).read_text())
    assert manifest["created"] == "2026-01-02T12:00:00+00:00"
    assert manifest["id"].startswith("20260102T120000-")
    assert manifest["model"] == {"name": "đếm", "fingerprint": "1" * 64, "dimension": 6}
    assert manifest["counts"]["plans"] == len(NEW)
    assert "vectors.faiss" in manifest["files"]


def test_the_same_plans_give_the_same_bytes(pristine: Path, tmp_path: Path) -> None:
    build(list(reversed(NEW)), EMBEDDER, tmp_path, created=NOON)
    one, other = snapshot.current(pristine), snapshot.current(tmp_path)
    assert one.manifest == other.manifest


def test_what_a_stopped_build_left_never_gets_into_the_next(pristine: Path, tmp_path: Path) -> None:
    name = next((pristine / "snapshots").iterdir()).name
    left = tmp_path / "snapshots" / f".tmp-{name}"
    left.mkdir(parents=True)
    (left / "more.json").write_text("{}")
    build(NEW, EMBEDDER, tmp_path, created=NOON)
    assert verify(tmp_path).problems == ()


# --- a process that ends at any moment -----------------------------------------------------------


TOUCHES = ("open", "os.rename", "os.mkdir", "os.remove", "os.rmdir")


def kill_at(step: int, home: Path, action: Callable[[], object]) -> bool:
    """Run ``action`` in a child that dies at its ``step``-th touch of a file in ``home``.

    It dies before the touch; at an fsync, with half of the file written. Whether it died; False
    means that it came to its end.
    """
    child = os.fork()
    if child == 0:
        seen = 0

        def watch(event: str, arguments: tuple[object, ...]) -> None:
            nonlocal seen
            if event in TOUCHES and str(arguments[0]).startswith(str(home)):
                seen += 1
                if seen == step:
                    os._exit(9)

        def half_written(descriptor: int) -> None:
            nonlocal seen
            seen += 1
            if seen == step:
                if stat.S_ISREG(os.fstat(descriptor).st_mode):
                    os.ftruncate(descriptor, os.fstat(descriptor).st_size // 2)
                os._exit(9)

        os.fsync = half_written  # type: ignore[assignment]
        sys.addaudithook(watch)
        try:
            action()
        except BaseException:  # noqa: BLE001 - a failing child must not go on with pytest
            os._exit(1)
        os._exit(0)
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    assert status in (0, 9)
    return status == 9


@pytest.mark.skipif(sys.platform == "win32", reason="needs fork")
def test_a_kill_at_any_step_leaves_the_old_or_the_new_index_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "fsync", lambda descriptor: None)  # what is slow and not looked at
    before = tmp_path / "before"
    for plans in (OLD, OLD[:1], OLD):
        build(plans, EMBEDDER, before)
    seen = []
    step = 0
    while True:
        step += 1
        home = tmp_path / str(step)
        shutil.copytree(before, home)
        died = kill_at(step, home, lambda home=home: build(NEW, EMBEDDER, home))  # type: ignore[misc]
        seen.append(ids(home))
        assert verify(home).problems == ()
        assert seen[-1] in (OLD_IDS, NEW_IDS)
        if not died:
            break
        build(NEW[:1], EMBEDDER, home)  # the lock is free, and what was left over goes
        assert not (home / "CURRENT.tmp").exists()
        left = {folder.name for folder in (home / "snapshots").iterdir()}
        assert len(left) == 2
        assert not [name for name in left if name.startswith(".tmp")]
        shutil.rmtree(home)
    assert step > 20
    assert seen == sorted(seen, key=len)  # never back to the old one


@pytest.mark.parametrize("name", ["fsync", "replace"])
def test_a_disk_that_refuses_leaves_the_old_index(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    real = getattr(os, name)
    for step in range(1, 40):
        home = tmp_path / str(step)
        build(OLD, EMBEDDER, home)
        calls = 0

        def failing(*arguments: object, step: int = step) -> object:
            nonlocal calls
            calls += 1
            if calls == step:
                raise OSError(errno.ENOSPC, "No space left on device")
            return real(*arguments)

        monkeypatch.setattr(os, name, failing)
        try:
            build(NEW, EMBEDDER, home)
        except SnapshotError as error:
            assert "dung lượng" in str(error)
            failed = True
        else:
            failed = False
        monkeypatch.setattr(os, name, real)
        assert ids(home) in ((OLD_IDS, NEW_IDS) if failed else (NEW_IDS,))
        assert verify(home).problems == ()
        if not failed:
            assert calls < step
            return
    pytest.fail("never came to an end")


# --- readers while others write -------------------------------------------------------------------------


def test_a_reader_keeps_its_snapshot_while_others_are_built(tmp_path: Path) -> None:
    build(OLD, EMBEDDER, tmp_path)
    reader = open_index(tmp_path, EMBEDDER)
    folder = reader.snapshot.folder
    for count in (1, 2, 3):
        build(NEW[:count], EMBEDDER, tmp_path, force=True)
    assert reader.plan("b-son") == OLD[1]  # read only now
    assert is_pinned(folder / "manifest.json")
    del reader
    build(OLD, EMBEDDER, tmp_path)
    assert not folder.exists()
    assert len(list((tmp_path / "snapshots").iterdir())) == 2


def test_a_reader_that_comes_while_its_snapshot_goes_looks_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(OLD, EMBEDDER, tmp_path)
    stale = (tmp_path / "CURRENT").read_text().split()
    build(OLD[:1], EMBEDDER, tmp_path)
    build(NEW, EMBEDDER, tmp_path)
    answers = [(stale[0], stale[1])]
    real = snapshot._read_current
    monkeypatch.setattr(
        snapshot, "_read_current", lambda home: answers.pop() if answers else real(home)
    )
    assert ids(tmp_path) == NEW_IDS
