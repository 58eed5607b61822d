"""Running the questions, the result file, the report and the comparison of two runs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from eval_fake import BINH_MINH, FakeAssistant, answer, cite, hit, question

from eval.compare import compare
from eval.errors import ResultFileError
from eval.report import report
from eval.run import Result, read_results, run, write_results

RATE = cite(BINH_MINH, "đến năm 2030 đạt trên 45%")
VALUE = {"operator": ">", "low": 45, "high": None, "unit": "%", "year": 2030}
SECTIONS = ["binh-minh#I.gạch 1"]
QUESTIONS = (
    question(id="a", turns=["A?"], sections=SECTIONS, values=[VALUE]),
    question(id="b", turns=["A?", "B?"], sections=SECTIONS, kind="follow_up", split="test"),
    question(id="c", turns=["C?"], status=["not_stated"], kind="unanswerable"),
)
ANSWERS = {
    "A?": answer("Năm 2030: trên 45% [1]", RATE),
    "B?": answer("Văn bản không nêu.", status="not_stated"),
    "C?": answer("Năm 2030: trên 46% [1]", RATE),
}


@pytest.fixture
def results() -> tuple[Result, ...]:
    return run(
        QUESTIONS, FakeAssistant(ANSWERS, [hit(BINH_MINH, "II.1"), hit(BINH_MINH, "I.gạch 1")])
    )


def test_every_question_is_asked_with_its_history() -> None:
    assistant = FakeAssistant(ANSWERS)
    found = run(QUESTIONS, assistant)
    assert assistant.histories == [(), ("A?",), ()]
    assert [result.scores["right"] for result in found] == [1.0, 0.0, 0.0]


def test_search_is_scored_where_it_can_be(results: tuple[Result, ...]) -> None:
    assert [result.ranking.get("mrr_10") for result in results] == [0.5, None, None]


def test_measures_without_meaning_are_left_out(results: tuple[Result, ...]) -> None:
    assert "refusal_recall" not in results[0].scores
    assert results[2].scores["refusal_recall"] == 0.0
    assert results[2].scores["wrong_number"] == 1.0


def test_a_failure_names_its_question() -> None:
    with pytest.raises(KeyError) as caught:
        run([question(turns=["Z?"])], FakeAssistant(ANSWERS))
    assert "value-001" in caught.value.__notes__[0]


def test_a_result_file_is_read_as_it_was_written(
    results: tuple[Result, ...], tmp_path: Path
) -> None:
    write_results(tmp_path / "r.json", results, {"Mô hình": "thử"})
    assert read_results(tmp_path / "r.json") == results


@pytest.mark.parametrize("content", ["{", "[]", '{"format": "eval-0", "results": []}', '{"a": 1}'])
def test_another_file_is_no_result_file(tmp_path: Path, content: str) -> None:
    path = tmp_path / "r.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(ResultFileError, match=r"r\.json"):
        read_results(path)
    with pytest.raises(ResultFileError, match="không đọc được"):
        read_results(tmp_path / "none.json")


def test_the_report_counts_and_lists(results: tuple[Result, ...]) -> None:
    text = report(results, {"Mô hình": "thử"})
    assert "- Mô hình: thử" in text
    assert "| giá trị chỉ tiêu | 1 | 100,0 % | 100,0 % – 100,0 % |" in text
    assert "| văn bản không nêu | 1 | 0,0 % |" in text
    assert "| MRR@10 | 50,0 % |" in text
    assert "số không có căn cứ: 46" in text


def test_failures_of_the_test_split_stay_hidden(results: tuple[Result, ...]) -> None:
    assert "**b**" not in report(results, {})
    assert "1 câu của phần kiểm tra" in report(results, {})
    assert "**b**" in report(results, {}, show_test=True)


def test_a_report_of_nothing() -> None:
    assert "Số câu hỏi: 0" in report((), {})


def test_comparison_shows_what_changed(results: tuple[Result, ...]) -> None:
    better = FakeAssistant(ANSWERS | {"C?": answer("Không nêu.", status="not_stated")})
    text = compare(results, run(QUESTIONS, better)[1:])
    assert "Số câu chung: 2; chỉ có ở một tệp: 1" in text
    assert "Mới đúng (1): c" in text
    assert "Mới sai (0): không có" in text
    assert "| 0,0 % | 50,0 % | +50,0 % |" in text


def test_comparison_needs_questions_in_common(results: tuple[Result, ...]) -> None:
    with pytest.raises(ResultFileError):
        compare(results[:1], results[1:])


def test_the_result_file_is_plain_json(results: tuple[Result, ...], tmp_path: Path) -> None:
    write_results(tmp_path / "r.json", results, {})
    content = json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))
    assert content["results"][0]["cited"] == ["binh-minh#I.gạch 1"]
