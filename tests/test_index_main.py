from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from index_fake import CountingEmbedder

import index.embed
from index.__main__ import main
from index.store import open_index

EMBEDDER = CountingEmbedder()
TEXT = """KẾ HOẠCH
về phát triển cây xanh

I. MỤC TIÊU

- Diện tích cây xanh đạt 9,7 m² vào năm 2030.

II. TỔ CHỨC THỰC HIỆN

1. Sở Xây dựng theo dõi.
"""


@pytest.fixture(autouse=True)
def fake_model(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index.embed, "open_embedder", lambda spec=None: EMBEDDER)


@pytest.fixture
def plans(tmp_path: Path) -> Path:
    folder = tmp_path / "plans"
    folder.mkdir()
    for name in ("mot", "hai"):
        (folder / f"{name}.txt").write_text(TEXT, encoding="utf-8")
    return folder


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


def ids(home: Path) -> list[str]:
    return [card.id for card in open_index(home, EMBEDDER).plans()]


def test_build_info_verify(plans: Path, home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", "--plans", str(plans), "--index", str(home)]) == 0
    assert "Đã dựng chỉ mục 2 văn bản" in capsys.readouterr().out
    assert main(["info", "--index", str(home)]) == 0
    assert "  hai: " in capsys.readouterr().out
    assert main(["verify", "--index", str(home)]) == 0
    assert "nguyên vẹn" in capsys.readouterr().out


def test_a_second_build_says_that_there_is_nothing_to_do(
    plans: Path, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command = ["build", "--plans", str(plans), "--index", str(home)]
    assert main(command) == main(command) == 0
    assert "không phải dựng lại" in capsys.readouterr().out
    assert main([*command, "--force"]) == 0
    assert "Đã dựng chỉ mục" in capsys.readouterr().out


def test_added_files_stay_through_builds_and_go_when_removed(
    plans: Path, home: Path, tmp_path: Path
) -> None:
    build = ["build", "--plans", str(plans), "--index", str(home)]
    own = tmp_path / "Kế hoạch của tôi.txt"
    own.write_text(TEXT.replace("9,7", "12,5"), encoding="utf-8")
    assert main(build) == 0
    assert main(["add", str(own), "--index", str(home)]) == 0
    assert ids(home) == ["hai", "ke-hoach-cua-toi", "mot"]
    own.unlink()
    assert main([*build, "--force"]) == 0
    assert ids(home) == ["hai", "ke-hoach-cua-toi", "mot"]
    assert main(["remove", "ke-hoach-cua-toi", "--index", str(home)]) == 0
    assert main(build) == 0
    assert ids(home) == ["hai", "mot"]


def test_adding_a_newer_file_replaces_the_older(plans: Path, home: Path, tmp_path: Path) -> None:
    build = ["build", "--plans", str(plans), "--index", str(home)]
    assert main(build) == 0
    for suffix, value in ((".txt", "11"), (".md", "12")):
        own = tmp_path / f"mot{suffix}"
        own.write_text(TEXT.replace("9,7", value), encoding="utf-8")
        assert main(["add", str(own), "--index", str(home)]) == 0
        assert main([*build]) == 0
        assert f"{value} m²" in open_index(home, EMBEDDER).plan("mot").text


def test_a_removed_plan_of_the_folder_is_said_to_come_back(
    plans: Path, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["build", "--plans", str(plans), "--index", str(home)])
    assert main(["remove", "mot", "--index", str(home)]) == 0
    assert "lần dựng sau sẽ có lại" in capsys.readouterr().out
    assert ids(home) == ["hai"]


@pytest.mark.parametrize(
    "command",
    [
        ["info"],
        ["verify"],
        ["remove", "mot"],
        ["add", "missing.txt"],
        ["build", "--plans", "missing"],
    ],
)
def test_what_cannot_be_done_is_one_line_and_status_2(
    home: Path, capsys: pytest.CaptureFixture[str], command: list[str]
) -> None:
    assert main([*command, "--index", str(home)]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert len(captured.err.splitlines()) == 1


@pytest.mark.parametrize(
    "content", [b"", b"\xff\xfe\xff", "I. MỤC TIÊU".encode("cp1258", "replace")]
)
def test_a_bad_file_is_refused_and_nothing_is_lost(
    plans: Path, home: Path, tmp_path: Path, content: bytes
) -> None:
    main(["build", "--plans", str(plans), "--index", str(home)])
    bad = tmp_path / "bad.txt"
    bad.write_bytes(content)
    good = tmp_path / "good.txt"
    good.write_text(TEXT, encoding="utf-8")
    assert main(["add", str(good), str(bad), "--index", str(home)]) == 2
    assert ids(home) == ["hai", "mot"]
    assert main(["build", "--plans", str(plans), "--index", str(home)]) == 0
    assert ids(home) == ["hai", "mot"]


def test_a_folder_that_cannot_be_written_is_one_line(
    plans: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("")
    home = tmp_path / "file" / "index"
    assert main(["build", "--plans", str(plans), "--index", str(home)]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1


@pytest.mark.parametrize("command", [[], ["bogus"], ["add"], ["build", "--nothing"]])
def test_a_wrong_command_is_answered_in_vietnamese(
    capsys: pytest.CaptureFixture[str], command: list[str]
) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(command)
    assert stopped.value.code == 2
    assert capsys.readouterr().err.startswith("Lệnh không hợp lệ")


@pytest.mark.parametrize("command", ["", "build", "info", "verify", "add", "remove"])
def test_help_is_vietnamese(capsys: pytest.CaptureFixture[str], command: str) -> None:
    with pytest.raises(SystemExit) as stopped:
        main([*command.split(), "--help"])
    assert stopped.value.code == 0
    text = capsys.readouterr().out
    assert text.startswith("Cách dùng: python -m index")
    for english in ("usage", "options", "positional", "show this"):
        assert english not in text


def test_help_loads_no_heavy_library() -> None:
    code = (
        "import sys\nfrom index.__main__ import main\n"
        "try:\n    main(['--help'])\nexcept SystemExit:\n    pass\n"
        "print([name for name in ('numpy', 'faiss', 'pydantic', 'torch') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"
