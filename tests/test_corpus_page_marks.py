"""corpus.cleaning.page_marks: numbers of pages and running heads go, the words of the plan stay."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from corpus.cleaning.page_marks import without_page_marks
from corpus.reading import parse_plan

_PAGES = """2. Mục tiêu
(1) Tốc độ tăng giá trị sản xuất bình quân giai đoạn 2021 - 2025 đạt trên
- 2 -
UBND TP CẨM PHẢ - Kế hoạch thực hiện Nghị quyết số 06-NQ/TW
11,5%/năm; thu nhập bình quân đầu người đạt trên 10.000 USD vào năm 2025.
(2) Dân số toàn thành phố khoảng 210.000 người vào năm 2025, công tác lập
- 3 -
UBND TP CẨM PHẢ - Kế hoạch thực hiện Nghị quyết số 06-NQ/TW
quy hoạch hoàn thành trong năm 2023."""


def test_page_numbers_and_running_heads_go() -> None:
    assert without_page_marks(_PAGES).split("\n") == [
        "2. Mục tiêu",
        "(1) Tốc độ tăng giá trị sản xuất bình quân giai đoạn 2021 - 2025 đạt trên",
        "11,5%/năm; thu nhập bình quân đầu người đạt trên 10.000 USD vào năm 2025.",
        "(2) Dân số toàn thành phố khoảng 210.000 người vào năm 2025, công tác lập",
        "quy hoạch hoàn thành trong năm 2023.",
    ]


def test_a_value_behind_a_page_break_is_read() -> None:
    plan = parse_plan("cam-pha", f"KẾ HOẠCH\nPhát triển đô thị\n\nI. MỤC TIÊU\n{_PAGES}")
    values = [(i.low, i.unit) for i in plan.indicators]
    assert (11.5, "%/năm") in values
    assert "Kế hoạch thực hiện Nghị quyết" not in plan.text


def test_a_line_that_also_stands_elsewhere_is_no_running_head() -> None:
    text = "- 1 -\nNHIỆM VỤ CHUNG\na\n- 2 -\nNHIỆM VỤ CHUNG\nb\nc\nNHIỆM VỤ CHUNG\nd"
    assert without_page_marks(text).count("NHIỆM VỤ CHUNG") == 3


@given(st.text(alphabet="ab 1-2\n\f", max_size=120))
def test_only_lines_are_dropped(text: str) -> None:
    kept = without_page_marks(text).split("\n")
    lines = iter(text.split("\n"))
    assert all(line == "\f" or any(line == other for other in lines) for line in kept if line)
