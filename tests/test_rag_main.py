"""The command line: what it prints, and one line with exit status 2 for bad input."""

from __future__ import annotations

import io
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from rag.__main__ import main

QUESTION = "chỉ tiêu cây xanh năm 2030 của Hà Tĩnh?"
_CITATION = {"marker", "plan", "number", "locality", "section", "quote", "start", "end", "formal"}


def _run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    status = main(list(arguments))
    out, error = capsys.readouterr()
    return status, out, error


def _has_the_shape(answer: dict[str, Any]) -> None:
    assert answer.keys() >= {"status", "answer", "seconds", "citations", "table"}
    assert isinstance(answer["seconds"], float)
    for citation in answer["citations"]:
        assert citation.keys() >= _CITATION
    for row in (answer["table"] or {"rows": []})["rows"]:
        assert row.keys() >= {"label", "cells"}
        for cell in row["cells"]:
            assert cell.keys() >= {"text", "marker"}


def test_ask_prints_answer_sources_and_notice(
    capsys: pytest.CaptureFixture[str], index_home: Path
) -> None:
    status, out, error = _run(capsys, "ask", QUESTION, "--index", str(index_home))
    assert (status, error) == (0, "")
    assert "khoảng 7-9 m²" in out and "gạch đầu dòng thứ 4 Mục II" in out and "AI" in out


def test_json(capsys: pytest.CaptureFixture[str], index_home: Path) -> None:
    status, out, _ = _run(capsys, "ask", QUESTION, "--json", "--index", str(index_home))
    answer = json.loads(out)
    _has_the_shape(answer)
    assert status == 0 and "id" not in answer
    (citation,) = answer["citations"]
    assert citation["plan"] == "ha-tinh" and citation["number"] is None
    assert citation["section"] == "II.gạch 4" and "7-9m²" in citation["quote"]


def test_jsonl_answers_the_last_turn_of_each_line(
    capsys: pytest.CaptureFixture[str], index_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = [
        {"id": "q1", "turns": ["Tỷ lệ đô thị hóa năm 2025 của Hà Tĩnh?", "còn năm 2030?"]},
        {"id": 2, "turns": ["So sánh tỷ lệ đô thị hóa năm 2030 của Hà Tĩnh và Đà Lạt"]},
    ]
    monkeypatch.setattr("sys.stdin", io.StringIO("\n".join(map(json.dumps, lines)) + "\n\n"))
    status, out, _ = _run(capsys, "ask", "--jsonl", "--index", str(index_home))
    first, second = map(json.loads, out.splitlines())
    assert status == 0
    assert (first["id"], second["id"]) == ("q1", 2)
    assert "trên 45%" in first["answer"] and "trên 40%" not in first["answer"].split("\n")[0]
    for answer in (first, second):
        _has_the_shape(answer)
    assert second["table"]["columns"] == ["Hà Tĩnh", "Đà Lạt"]
    assert second["table"]["rows"][0]["cells"][1] == {
        "text": "văn bản không nêu", "year": None, "marker": None,
    }  # fmt: skip


@pytest.mark.parametrize(
    "line", ["{", "[]", '{"id": 1}', '{"id": 1, "turns": []}', '{"id": 1, "turns": [""]}']
)
def test_a_bad_line_is_named(
    line: str, capsys: pytest.CaptureFixture[str], index_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{line}\n"))
    status, _, error = _run(capsys, "ask", "--jsonl", "--index", str(index_home))
    assert status == 2 and len(error.splitlines()) == 1 and "1" in error


def test_compare_and_cite(capsys: pytest.CaptureFixture[str], index_home: Path) -> None:
    home = str(index_home)
    status, out, _ = _run(
        capsys,
        "compare",
        "tỷ lệ đô thị hóa",
        "--localities",
        "Hà Tĩnh",
        "Đức Phổ",
        "--json",
        "--index",
        home,
    )
    assert status == 0 and json.loads(out)["table"]["columns"] == ["Hà Tĩnh", "Đức Phổ"]
    status, out, _ = _run(
        capsys, "cite", "điểm a khoản 2 Mục II Kế hoạch 151/KH-UBND", "--json", "--index", home
    )
    assert status == 0 and json.loads(out)["citations"][0]["section"] == "II.2.a"


@pytest.mark.parametrize(
    ("question", "status"),
    [(QUESTION, 0), ("chỉ tiêu cây xanh của Đà Lạt?", 1), ("cây xanh của Hà Nội?", 1)],
)
def test_strict(
    question: str, status: int, capsys: pytest.CaptureFixture[str], index_home: Path
) -> None:
    assert _run(capsys, "ask", question, "--strict", "--index", str(index_home))[0] == status
    assert _run(capsys, "ask", question, "--index", str(index_home))[0] == 0


def _refused(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    status, out, error = _run(capsys, *arguments)
    assert (status, out) == (2, "")
    assert len(error.splitlines()) == 1 and error.strip()
    return error


@pytest.mark.parametrize("question", ["", "   ", "a" * 100_000, "cây xanh " * 12_000])
def test_an_empty_or_endless_question(
    question: str, capsys: pytest.CaptureFixture[str], index_home: Path
) -> None:
    _refused(capsys, "ask", question, "--index", str(index_home))
    _refused(capsys, "cite", question, "--index", str(index_home))


def test_no_question_at_all(capsys: pytest.CaptureFixture[str], index_home: Path) -> None:
    _refused(capsys, "ask", "--index", str(index_home))


def test_a_missing_index(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    error = _refused(capsys, "ask", QUESTION, "--index", str(tmp_path / "không có"))
    assert "python -m index build" in error


def test_a_model_that_is_not_the_indexs(
    capsys: pytest.CaptureFixture[str], index_home: Path, tmp_path: Path
) -> None:
    _refused(capsys, "ask", QUESTION, "--index", str(index_home), "--model", str(tmp_path / "khác"))


def test_a_flipped_byte_in_any_file(
    capsys: pytest.CaptureFixture[str], index_home: Path, tmp_path: Path
) -> None:
    home = tmp_path / "index"
    shutil.copytree(index_home, home)
    files = [f for f in sorted(home.glob("snapshots/*/*")) if f.is_file() and f.stat().st_size]
    assert len(files) >= 3
    for file in files:
        data = file.read_bytes()
        middle = len(data) // 2
        file.write_bytes(data[:middle] + bytes([data[middle] ^ 1]) + data[middle + 1 :])
        _refused(capsys, "ask", QUESTION, "--index", str(home))
        file.write_bytes(data)
    assert _run(capsys, "ask", QUESTION, "--index", str(home))[0] == 0


def test_a_reader_that_goes_away_is_no_error(index_home: Path) -> None:
    command = f"{sys.executable} -m rag ask 'cây xanh của Hà Tĩnh' | true"
    done = subprocess.run(
        ["bash", "-c", command],
        cwd=Path(__file__).parent.parent,
        env={**os.environ, "RAG_HOME": str(index_home.parent)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ""
