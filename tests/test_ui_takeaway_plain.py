"""ui.takeaway.plain: text that any messaging program shows as it is."""

from __future__ import annotations

from takeaway_fake import comparison, green, to_take
from ui_fake import FakeAssistant

from ui.takeaway.plain import plain
from ui.words import NOTICE


def test_it_carries_question_basis_time_and_notice() -> None:
    text = plain(to_take(green()))
    assert text.startswith("Câu hỏi: Chỉ tiêu cây xanh?\n\nKết quả: Đã trả lời\n\n")
    assert "[1] Gạch đầu dòng thứ 2 Mục II Kế hoạch số 12/KH-UBND" in text
    assert "\n“khoảng 8-10 m²”\n" in text
    assert "Thời điểm: 14:05 ngày 06/02/2026" in text
    assert text.endswith(NOTICE)


def test_a_comparison_says_what_is_missing() -> None:
    text = plain(to_take(comparison()))
    assert "Cây xanh:\n- Bình Minh: khoảng 8-10 m² (2030) [1]\n- Hải Vân: văn bản không nêu" in text


def test_without_citations_the_status_stands_alone() -> None:
    text = plain(to_take(FakeAssistant().ask("thời tiết")))
    assert "Kết quả: Văn bản không nêu" in text
    assert "Căn cứ:" not in text


def test_nothing_of_it_is_markup() -> None:
    for answer in (green(), comparison()):
        text = plain(to_take(answer))
        assert not any(mark in text for mark in ("**", "##", "|", "<", "`", "\t", "\r"))
        assert all(line == line.strip() for line in text.split("\n"))
