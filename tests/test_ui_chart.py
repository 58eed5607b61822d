"""ui.chart: a mark for what is stated, nothing for what is not, and the same in words."""

from __future__ import annotations

from typing import Any

from ui_pair import PairAssistant

from rag.answer import Answer, Status
from ui.chart import Point, by_unit, chart, chart_points, chart_words, legend_words

LOCALITIES = ("Bình Minh", "Hải Vân", "Núi Cao")
ANSWER = PairAssistant().compare("Tỷ lệ đô thị hóa", ("Bình Minh", "Hải Vân"))
POINTS = chart_points(ANSWER)


def rows_of(spec: dict[str, Any]) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = spec["datasets"][spec["data"]["name"]]
    return rows


def test_points_are_the_values_of_the_cells() -> None:
    assert [(one.locality, one.series, one.low, one.high, one.operator) for one in POINTS] == [
        ("Bình Minh", "năm 2025", 48.0, 48.0, "="),
        ("Hải Vân", "năm 2025", 35.0, 40.0, "="),
        ("Bình Minh", "năm 2030", 52.0, None, ">"),
        ("Hải Vân", "năm 2030", 45.0, None, "≥"),
    ]


def test_a_comparison_of_words_has_no_points() -> None:
    answer = PairAssistant().compare("trật tự xây dựng", ("Bình Minh", "Hải Vân"))
    assert chart_points(answer) == ()
    assert chart_points(Answer(Status.NOT_STATED, "")) == ()


def test_each_kind_of_value_has_its_own_mark() -> None:
    spec = chart(POINTS, LOCALITIES, "%").to_dict()
    rows = {row["words"]: row["kind"] for row in rows_of(spec)}
    assert rows == {"48%": "=", "35-40%": "range", "trên 52%": ">", "tối thiểu 45%": "≥"}
    shapes = {
        layer["transform"][0]["filter"]: (layer["mark"].get("shape"), layer["mark"].get("filled"))
        for layer in spec["layer"]
        if "transform" in layer
    }
    assert shapes["(datum.kind === '>')"] == ("triangle-right", False)
    assert shapes["(datum.kind === '≥')"] == ("triangle-right", True)
    assert shapes["(datum.kind === '=')"] == ("circle", True)


def test_a_locality_without_a_value_has_a_line_and_no_mark() -> None:
    spec = chart(POINTS, LOCALITIES, "%").to_dict()
    domain = spec["layer"][0]["encoding"]["y"]["scale"]["domain"]
    assert domain == list(LOCALITIES)
    assert "Núi Cao" not in {row["locality"] for row in rows_of(spec)}


def test_numbers_on_the_axis_are_vietnamese() -> None:
    number = chart(POINTS, LOCALITIES, "%").to_dict()["config"]["locale"]["number"]
    assert (number["decimal"], number["thousands"]) == (",", ".")


def test_the_words_say_what_the_chart_shows() -> None:
    words = chart_words("Tỷ lệ đô thị hóa (%)", POINTS, LOCALITIES)
    assert "Hải Vân: năm 2025: 35-40%; năm 2030: tối thiểu 45%." in words
    assert words.endswith("Núi Cao: văn bản không nêu.")


def test_only_marks_that_occur_are_explained() -> None:
    words = legend_words(POINTS)
    assert "▷ rỗng: trên mức đó" in words
    assert "◀" not in words


def test_two_values_of_one_year_do_not_cover_each_other() -> None:
    point = Point("A", "năm 2030", 3.0, 3.0, "=", "%", "3%", "nội thị")
    other = Point("A", "năm 2030", 4.0, 4.0, "=", "%", "4%", "toàn tỉnh")
    rows = rows_of(chart((point, other), ("A",), "%").to_dict())
    assert len({row["lane"] for row in rows}) == 2


def test_units_do_not_share_an_axis() -> None:
    point = Point("A", "năm 2030", 3.0, 3.0, "=", "%", "3%", "")
    other = Point("B", "năm 2030", 4.0, 4.0, "=", "m²", "4 m²", "")
    assert list(by_unit((point, other))) == ["%", "m²"]
