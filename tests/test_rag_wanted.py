"""Wanted: what a sentence must hold to answer, and provisions shown together."""

from __future__ import annotations

import pytest
from rag_many_plans import even, searched
from rag_plans import small_plan

from rag.assistant import Assistant
from rag.collection import Collection
from rag.passages.best import passages_in
from rag.passages.wanted import fits_kind, wanted_words
from rag.question import understand


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
        ("có bao nhiêu chỗ đỗ xe", "200 chỗ đỗ xe", "200 xe"),
        ("đường dài bao nhiêu km", "dài 12 ki-lô-mét", "rộng 12 m"),
        ("trồng mấy héc-ta rừng", "30 ha rừng", "30 héc-tô-lít"),
        ("trồng bao nhiêu héc ta rừng", "30 ha rừng", "30 km"),
        ("lễ hội hết bao nhiêu tiền", "khoảng 3 tỷ mỗi năm", "đón 900 nghìn lượt khách"),
        ("thuê vỉa hè giá bao nhiêu", "20.000 đồng/m²", "rộng tối thiểu 1,5 m"),
        ("giá nhà ở xã hội bao nhiêu một mét vuông", "15 triệu đồng/m²", "trên 30 m²"),
        ("cán bộ ngồi bao lâu thì bị đổi", "quá 05 năm", "12 cán bộ"),
        ("mấy hôm thì có hồi âm", "trong 48 giờ", "12 phản ánh"),
        ("những xã nào lên phường", "03 xã ngoại thị dự kiến: Phổ An", "các xã ngoại thị"),
        ("công ty nào trúng thầu", "Công ty Cổ phần Sông Đà", "các công ty tư vấn"),
        ("bố trí bao nhiêu mỗi xã", "200 triệu", "mỗi xã, đến năm 2026"),
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


HARBOUR = """UBND TỈNH BẾN TRE

KẾ HOẠCH
Phát triển hạ tầng

I. GIAO THÔNG

1. Nâng cấp tuyến đường ven biển

- Chiều dài khoảng 53 km, mặt đường rộng 12 m.

II. THỦY LỢI

1. Nạo vét kênh mương

- Chiều dài kênh khoảng 12 km, chi 20 tỷ đồng.
"""


@pytest.mark.parametrize(
    ("text", "paths"),
    [
        ("Nâng cấp đường ven biển chiều dài bao nhiêu km?", ["I.1.gạch 1"]),
        ("Chiều dài mặt đường ven biển bao nhiêu mét?", ["I.1.gạch 1"]),
        ("Nạo vét kênh mương chi bao nhiêu tiền?", ["II.1.gạch 1"]),
        ("Chiều dài đường sắt khoảng bao nhiêu km?", []),
        ("Nạo vét luồng cảng chi bao nhiêu tiền?", []),
    ],
)
def test_an_amount_in_a_measure_is_of_the_thing_that_stands_by_it(
    text: str, paths: list[str]
) -> None:
    plan = small_plan(HARBOUR)
    question = understand(text, even)
    wanted = wanted_words(question)
    found = passages_in([plan.id], question, searched(plan), wanted)
    assert [p.section.path for p in found if fits_kind(p, question, wanted)] == paths
