"""The command line of the evaluation."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest
from eval_fake import BINH_MINH, FakeAssistant, answer, cite

import eval.__main__ as command
from eval.run import Answering

LINE = {"id": "a", "kind": "value", "split": "dev", "turns": ["A?"], "status": ["answered"]}
ANSWERS = {
    "A?": answer("Năm 2030: trên 45% [1]", cite(BINH_MINH, "đến năm 2030 đạt trên 45%")),
    "B?": answer("Không nêu.", status="not_stated"),
}


@pytest.fixture
def questions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    def open_fake(home: Path, model: str | None) -> Answering:
        return FakeAssistant(ANSWERS)

    monkeypatch.setattr(command, "_open", open_fake)
    monkeypatch.setattr(command, "_describe", lambda home: {"Chỉ mục": "thử"})
    path = tmp_path / "q.jsonl"
    first = LINE | {"plans": ["binh-minh"]}
    second = LINE | {"id": "b", "turns": ["B?"], "split": "test"}
    path.write_text(f"{json.dumps(first)}\n{json.dumps(second)}\n", encoding="utf-8")
    return path


def test_a_run_prints_and_writes(
    questions: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out, page = tmp_path / "r.json", tmp_path / "r.md"
    arguments = ["--questions", str(questions), "--json", str(out), "--markdown", str(page)]
    assert command.main(arguments) == 0
    printed = capsys.readouterr().out
    assert page.read_text(encoding="utf-8") == printed
    assert "| Đúng hoàn toàn (trạng thái, giá trị, trích dẫn) | 50,0 % |" in printed
    assert command.main(["--compare", str(out), str(out)]) == 0
    assert "Số câu chung: 2" in capsys.readouterr().out


def test_one_split(questions: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main(["--questions", str(questions), "--split", "dev"]) == 0
    assert "Số câu hỏi: 1" in capsys.readouterr().out


def test_sample_plans_that_are_not_here_are_skipped(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command.main(["--plans", str(tmp_path / "none")]) == 0
    assert capsys.readouterr().out.startswith("Bỏ qua")


@pytest.mark.parametrize(
    "arguments",
    [
        ["--questions", "none.jsonl"],
        ["--compare", "none.json", "none.json"],
        ["retrieval", "none"],
    ],
)
def test_bad_input_is_one_line_and_status_2(
    arguments: Sequence[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert command.main(arguments) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.count("\n") == 1
    assert "none" in shown.err


def test_an_unknown_option_speaks_vietnamese(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        command.main(["--colour"])
    assert caught.value.code == 2
    assert "Lệnh không hợp lệ" in capsys.readouterr().err
