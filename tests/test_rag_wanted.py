"""Wanted: what a sentence must hold to answer, and provisions shown together."""

from __future__ import annotations

import pytest

from rag.assistant import Assistant
from rag.collection import Collection
from rag.question import understand
from rag.wanted import wanted_words


@pytest.mark.parametrize(
    ("text", "holds", "lacks"),
    [
        ("thời hạn thẩm định là bao nhiêu ngày", "trong 15 ngày làm việc", "hằng năm báo cáo"),
        ("thẩm định trong mấy tháng", "không quá 02 tháng", "trong 15 ngày"),
        ("ban hành quy chế khi nào", "trong quý II", "theo quy chế"),
        ("hoàn thành vào năm nào", "trước năm 2027", "hằng tháng"),
        ("ra quân khi nào", "ra quân (05/6)", "ra quân (theo Điều 5)"),
        ("quy định có hiệu lực khi nào", "kể từ ngày ký ban hành", "kể từ khâu đầu"),
    ],
)
def test_a_time_that_is_asked_for(
    text: str, holds: str, lacks: str, collection: Collection
) -> None:
    wanted = wanted_words(understand(text, collection.weigh))
    assert wanted is not None
    assert wanted.search(holds) and not wanted.search(lacks)


@pytest.mark.parametrize(
    ("text", "holds", "lacks"),
    [
        ("hộ dùng nước sạch đạt bao nhiêu", "đạt 98 trong số 100 hộ", "đến năm 2030, mọi hộ"),
        ("nguồn vốn là bao nhiêu", "tổng số 2.030 tỷ đồng", "giai đoạn 2026-2030"),
        ("diện tích là bao nhiêu", "khoảng 2030 ha", "năm 2030"),
        ("bố trí bao nhiêu về hạ tầng", "3 trạm bơm", "năm 2026"),
        ("Đại hội Đảng bộ tỉnh lần thứ mấy", "Đại hội lần thứ XII", "họp trong 12 ngày"),
        ("Hội đồng nhân dân khóa mấy", "khóa X, kỳ họp 21", "kỳ họp 21"),
        ("hoán đổi đất theo tỷ lệ nào", "theo tỷ lệ 2m2 tương đương 1m2", "đổi 2m2 đất"),
        ("bao nhiêu phần trăm người dân", "40% người dân", "40 người dân"),
        ("bao nhiêu người được tập huấn", "500 lượt người", "40% người dân"),
    ],
)
def test_an_amount_that_is_asked_for(
    text: str, holds: str, lacks: str, collection: Collection
) -> None:
    wanted = wanted_words(understand(text, collection.weigh))
    assert wanted is not None
    assert wanted.search(holds) and not wanted.search(lacks)


def test_an_open_question_wants_nothing_special(collection: Collection) -> None:
    assert wanted_words(understand("rác thải xử lý ra sao", collection.weigh)) is None


def test_two_provisions_where_neither_is_ahead(assistant: Assistant) -> None:
    answer = assistant.ask("Ai xả rác bừa, làm bẩn môi trường ở Đà Lạt thì bị sao?")
    assert len({citation.section.path for citation in answer.citations}) == 2
    figure = assistant.ask("Độ che phủ rừng của Đà Lạt là bao nhiêu?")
    assert len({citation.section.path for citation in figure.citations}) == 1
