"""ui.feedback: remarks are kept with what was seen, and become evaluation questions."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from ui_fake import FakeAssistant

from eval.question import misplaced, read_questions
from ui.database import open_database
from ui.feedback import MAX_COMMENT, REASONS, Remark, as_question, main, remarks, save
from ui.stored import stored

GIVEN = datetime(2026, 3, 6, 7, 5, tzinfo=UTC)


def remark(
    question: str = "cây xanh", *, good: bool = True, reason: str = "", n: int = 0
) -> Remark:
    return Remark(
        id=f"conversation-{n}",
        given=GIVEN,
        good=good,
        reason=reason,
        comment="",
        snapshot="snap-1",
        collection=("binh-minh",),
        turns=(question,),
        answer=stored(FakeAssistant().ask(question)),
    )


def test_a_second_thought_takes_the_place_of_the_first(tmp_path: Path) -> None:
    engine = open_database(f"sqlite:///{tmp_path / 'chat.db'}")
    save(engine, remark(good=True))
    second = replace(remark(good=False, reason="so-lieu"), comment="Sai số 2")
    save(engine, second)
    assert remarks(engine) == (second,)


def test_a_long_comment_is_cut(tmp_path: Path) -> None:
    engine = open_database(f"sqlite:///{tmp_path / 'chat.db'}")
    save(engine, replace(remark(), comment="x" * 5_000 + "\0"))
    assert len(remarks(engine)[0].comment) == MAX_COMMENT


def exported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *kept: Remark) -> Path:
    url = f"sqlite:///{tmp_path / 'chat.db'}"
    monkeypatch.setenv("RAG_DB", url)
    for one in kept:
        save(open_database(url), one)
    out = tmp_path / "out.jsonl"
    assert main(["--out", str(out)]) == 0
    return out


def test_the_export_is_a_question_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = [
        remark(question, good=good, reason=reason, n=3 * position + number)
        for position, question in enumerate(("cây xanh", "so sánh cây xanh", "thời tiết"))
        for number, (good, reason) in enumerate([(True, ""), (False, "so-lieu"), (False, "")])
    ]
    questions = read_questions([exported(tmp_path, monkeypatch, *kept)])
    assert len(questions) == len(kept)
    assert {question.split for question in questions} == {"dev"}
    assert all(misplaced(question, FakeAssistant().collection) == () for question in questions)


def test_an_approved_answer_is_what_is_expected() -> None:
    found = as_question(remark())
    assert found["status"] == ["answered"]
    assert found["plans"] == ["binh-minh"]
    assert found["sections"] == ["binh-minh#II.gạch 2"]
    assert "khoảng 8-10 m²" in found["quotes"]
    assert "must_not_say" not in found


@pytest.mark.parametrize("reason", REASONS)
def test_a_disapproved_answer_expects_nothing_of_itself(reason: str) -> None:
    found = as_question(remark(good=False, reason=reason))
    assert "quotes" not in found and "sections" not in found
    assert found["plans"] == ["binh-minh"]
    wrong = ["Theo kế hoạch: khoảng 8-10 m²"]
    assert found.get("must_not_say", []) == ([] if reason == "thieu" else wrong)
    assert ("not_stated" in found["status"]) is (reason != "khong-tim")


def test_a_follow_up_is_one() -> None:
    one = replace(remark(), turns=("cây xanh", "còn 2025?"))
    assert as_question(one)["kind"] == "follow_up"


def test_the_command_says_what_is_wrong(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("RAG_DB", "sqlite:////proc/no/chat.db")
    assert main(["--out", str(tmp_path / "x.jsonl")]) == 2
    assert capsys.readouterr().err.count("\n") == 1
    monkeypatch.setenv("RAG_DB", f"sqlite:///{tmp_path / 'chat.db'}")
    assert main(["--out", str(tmp_path / "no" / "x.jsonl")]) == 2
