"""ui.history: kept by owner, found without diacritics, safe with several threads and processes."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import create_engine
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateTable
from ui_fake import FakeAssistant

from rag.answer import Answer, Status
from ui.database import METADATA, database, open_database
from ui.errors import DatabaseError
from ui.history import LISTED, MAX_TITLE, History
from ui.stored import StoredTurn, stored

ROOT = Path(__file__).resolve().parent.parent
START = datetime(2026, 3, 6, 7, 5, tzinfo=UTC)
MakeHistory = Callable[[str], History]


@pytest.fixture
def history_of(tmp_path: Path) -> Iterator[MakeHistory]:
    engine = open_database(f"sqlite:///{tmp_path / 'chat.db'}")
    yield lambda owner: History(engine, owner)
    engine.dispose()


def turn(question: str, text: str = "Văn bản không nêu.", minutes: int = 0) -> StoredTurn:
    answer = stored(Answer(Status.NOT_STATED, text))
    return StoredTurn(question, answer, "snap-1", START + timedelta(minutes=minutes))


def test_what_is_kept_comes_back_whole(history_of: MakeHistory) -> None:
    history = history_of("a")
    answer = stored(FakeAssistant().ask("so sánh cây xanh"))
    kept = StoredTurn("So sánh cây xanh?", answer, "snap-9", START)
    identifier = history.create(kept.question, START)
    assert history.record(identifier, 0, kept)
    assert history.load(identifier) == (kept,)


def test_the_newest_stands_first(history_of: MakeHistory) -> None:
    history = history_of("a")
    first = history.create("cũ", START)
    second = history.create("mới", START + timedelta(minutes=1))
    assert [one.id for one in history.listed()] == [second, first]
    history.record(first, 0, turn("hỏi thêm", minutes=5))
    listed = history.listed()
    assert [one.id for one in listed] == [first, second]
    assert listed[0].changed == START + timedelta(minutes=5)


@pytest.mark.parametrize(
    ("search", "found"),
    [
        ("cay xanh", True),
        ("CÂY XANH", True),
        ("xanh cây", True),
        ("đô thị hóa", True),  # stands in the answer alone
        ("do thi hoa", True),
        ("cay xanh 2045", False),
        ("100%", True),
        ("10%0", False),
        ("_", False),
        ("", True),
    ],
)
def test_search_leaves_diacritics_aside(history_of: MakeHistory, search: str, found: bool) -> None:
    history = history_of("a")
    identifier = history.create("Chỉ tiêu cây xanh?", START)
    history.record(identifier, 0, turn("Chỉ tiêu cây xanh?", "Tỷ lệ đô thị hoá đạt 100%."))
    assert bool(history.listed(search)) is found


def test_nobody_reaches_what_another_owns(history_of: MakeHistory) -> None:
    mine, other = history_of("a"), history_of("b")
    identifier = mine.create("của tôi", START)
    mine.record(identifier, 0, turn("câu hỏi"))
    other.rename(identifier, "đổi")
    other.delete(identifier)
    assert other.listed() == ()
    assert other.load(identifier) is None
    assert not other.record(identifier, 0, turn("chen vào"))
    assert [one.title for one in mine.listed()] == ["của tôi"]
    loaded = mine.load(identifier)
    assert loaded is not None
    assert [one.question for one in loaded] == ["câu hỏi"]


def test_an_edited_question_drops_what_followed(history_of: MakeHistory) -> None:
    history = history_of("a")
    identifier = history.create("một", START)
    for number, question in enumerate(("một", "hai", "ba")):
        history.record(identifier, number, turn(question))
    history.record(identifier, 1, turn("hai, sửa lại"))
    loaded = history.load(identifier) or ()
    assert [one.question for one in loaded] == ["một", "hai, sửa lại"]


@pytest.mark.parametrize(("number", "left"), [(2, ["một", "hai"]), (1, ["một"]), (0, None)])
def test_what_is_cut_is_gone(history_of: MakeHistory, number: int, left: list[str] | None) -> None:
    history = history_of("a")
    identifier = history.create("một", START)
    for place, question in enumerate(("một", "hai", "ba")):
        history.record(identifier, place, turn(question))
    history_of("b").cut(identifier, 0)
    history.cut(identifier, number)
    loaded = history.load(identifier)
    assert (None if loaded is None else [one.question for one in loaded]) == left


def test_rename_and_delete(history_of: MakeHistory) -> None:
    history = history_of("a")
    identifier = history.create("  tên \n cũ ", START)
    assert history.listed()[0].title == "tên cũ"
    history.rename(identifier, "Tên mới " + "x" * 200)
    assert len(history.listed()[0].title) == MAX_TITLE
    assert history.listed("ten moi")
    history.rename(identifier, "   ")
    assert history.listed()[0].title.startswith("Tên mới")
    history.record(identifier, 0, turn("hỏi"))
    history.delete(identifier)
    assert history.listed() == ()
    assert history.load(identifier) is None
    assert not history.record(identifier, 1, turn("hỏi nữa"))


@pytest.mark.parametrize(
    "words", ["'; DROP TABLE turns; --", "\0rỗng", "<script>", "%_\\", "😀", "a" * 3_000]
)
def test_odd_words_are_only_words(history_of: MakeHistory, words: str) -> None:
    history = history_of("a")
    identifier = history.create(words, START)
    assert history.record(identifier, 0, turn(words))
    history.listed(words)
    loaded = history.load(identifier) or ()
    assert loaded[0].question == words.replace("\0", "")


def test_the_list_has_an_end(history_of: MakeHistory) -> None:
    history = history_of("a")
    for number in range(LISTED + 5):
        history.create(str(number), START + timedelta(minutes=number))
    assert len(history.listed()) == LISTED


def test_threads_do_not_lose_each_others_turns(history_of: MakeHistory) -> None:
    def converse(number: int) -> int:
        history = history_of(f"owner-{number % 3}")
        identifier = history.create(str(number), START)
        for place in range(4):
            assert history.record(identifier, place, turn(f"{number}.{place}"))
        return len(history.load(identifier) or ())

    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(converse, range(24))) == [4] * 24
    assert sum(len(history_of(f"owner-{n}").listed()) for n in range(3)) == 24


def test_processes_start_on_an_empty_folder_together(tmp_path: Path) -> None:
    program = (
        "import sys\nfrom datetime import UTC, datetime\nfrom ui.history import History\n"
        "history = History.of('a')\n"
        "for n in range(5): history.create(sys.argv[1], datetime.now(UTC))\n"
    )
    url = f"sqlite:///{tmp_path / 'new' / 'chat.db'}"
    started = [
        subprocess.Popen(
            [sys.executable, "-c", program, str(number)], cwd=ROOT, env={"RAG_DB": url}
        )
        for number in range(4)
    ]
    assert [process.wait(timeout=60) for process in started] == [0] * 4
    assert len(History(open_database(url), "a").listed()) == 20


def test_the_environment_names_the_database(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("RAG_DB", raising=False)
    monkeypatch.setenv("RAG_HOME", str(tmp_path / "state"))
    assert database().url.database == str(tmp_path / "state" / "chat.db")
    monkeypatch.setenv("RAG_DB", f"sqlite:///{tmp_path / 'other.db'}")
    assert database().url.database == str(tmp_path / "other.db")


@pytest.mark.parametrize("url", ["sqlite:////proc/no/chat.db", "khong-phai-url", "nosuch://x/y"])
def test_a_database_that_cannot_be_had_is_one_line(url: str) -> None:
    with pytest.raises(DatabaseError, match="RAG_DB") as caught:
        open_database(url)
    assert "\n" not in str(caught.value)


def test_a_failing_database_is_one_line() -> None:
    history = History(create_engine("sqlite://"), "a")  # no tables in it
    with pytest.raises(DatabaseError, match="OperationalError"):
        history.listed()


def test_tables_can_be_made_in_postgresql() -> None:
    for table in METADATA.sorted_tables:
        statement = CreateTable(table).compile(dialect=postgresql.dialect())  # type: ignore[no-untyped-call]
        assert "CREATE TABLE" in str(statement)
