"""Reading question files, and their errors."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from eval_fake import BINH_MINH, question

from eval.errors import QuestionFileError
from eval.question import Place, misplaced, read_questions

GOOD = {
    "id": "a",
    "kind": "value",
    "split": "dev",
    "turns": ["Cây xanh?"],
    "status": ["answered"],
}


def _file(folder: Path, *lines: str) -> Path:
    path = folder / "q.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_a_question_with_everything(tmp_path: Path) -> None:
    more = {
        "plans": ["a", "b"],
        "sections": ["a#II.gạch 4 | a#III.1", "b#mở đầu"],
        "values": [{"plan": "a", "operator": "≈", "low": 7, "high": 9, "unit": "m²", "year": 2030}],
        "quotes": ["khoảng 7-9m²"],
        "must_say": ["2030"],
        "must_not_say": ["60%"],
    }
    (found,) = read_questions([_file(tmp_path, json.dumps(GOOD | more), "")])
    assert found.sections == (
        (Place("a", "II.gạch 4"), Place("a", "III.1")),
        (Place("b", "mở đầu"),),
    )
    assert str(found.values[0]) == "≈7-9 m² (2030)"
    assert found.text == "Cây xanh?"


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"kind": "verse"}, "verse"),
        ({"split": "train"}, "train"),
        ({"status": ["done"]}, "done"),
        ({"status": []}, "không được trống"),
        ({"turns": "Cây xanh?"}, "turns"),
        ({"id": ""}, "id"),
        ({"colour": 1}, "colour"),
        ({"sections": ["ha-tinh II"]}, "ha-tinh II"),
        ({"values": [{"operator": "about", "low": 1}]}, "operator"),
        ({"values": [{"operator": "=", "unit": "%"}]}, "low"),
        ({"values": ["7-9"]}, "values"),
    ],
)
def test_a_wrong_field_names_file_and_line(
    tmp_path: Path, change: dict[str, object], words: str
) -> None:
    path = _file(tmp_path, json.dumps(GOOD), json.dumps(GOOD | {"id": "b"} | change))
    with pytest.raises(QuestionFileError, match=words) as caught:
        read_questions([path])
    assert str(caught.value).startswith(f"{path}:2: ")


@pytest.mark.parametrize("line", ["{", "[]", '"a"'])
def test_a_line_that_is_no_object(tmp_path: Path, line: str) -> None:
    path = _file(tmp_path, line)
    with pytest.raises(QuestionFileError, match=r"q\.jsonl:1: "):
        read_questions([path])


def test_the_same_id_twice(tmp_path: Path) -> None:
    path = _file(tmp_path, json.dumps(GOOD), json.dumps(GOOD))
    with pytest.raises(QuestionFileError, match=":2: "):
        read_questions([path])


def test_a_missing_file_and_a_file_that_is_not_utf8(tmp_path: Path) -> None:
    with pytest.raises(QuestionFileError, match="không đọc được"):
        read_questions([tmp_path / "none.jsonl"])
    (tmp_path / "q.jsonl").write_bytes(b"\xff\xfe")
    with pytest.raises(QuestionFileError, match="UTF-8"):
        read_questions([tmp_path / "q.jsonl"])


@pytest.mark.parametrize(
    ("path", "held"),
    [("II.2", True), ("II.2.a", True), ("II.2.gạch 1", True), ("II.21", False), ("II", False)],
)
def test_a_place_holds_what_lies_under_it(path: str, held: bool) -> None:
    assert Place("a", "II.2").holds("a", path) is held
    assert not Place("b", "II.2").holds("a", path)


def test_misplaced_finds_what_is_not_there() -> None:
    wrong = question(
        plans=["binh-minh", "hai-van"],
        sections=["binh-minh#I.gạch 9 | binh-minh#I.gạch 1"],
        quotes=["Diện tích  CÂY XANH", "mười tỷ đồng"],
    )
    assert misplaced(wrong, [BINH_MINH]) == ("hai-van", "binh-minh#I.gạch 9", "mười tỷ đồng")
