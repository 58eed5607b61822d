"""A town and the district of its name in one collection: each answers for itself."""

from __future__ import annotations

import pytest

from corpus.reading import parse_plan
from index.embed import open_embedder
from index.store import build
from rag.answer import Status
from rag.assistant import Assistant
from rag.verify import check_answer

_CITY = """ỦY BAN NHÂN DÂN
THÀNH PHỐ CAO LÃNH

Số: 287/KH-UBND

Cao Lãnh, ngày 14 tháng 12 năm 2022

KẾ HOẠCH
Phát triển đô thị trên địa bàn thành phố Cao Lãnh, tỉnh Đồng Tháp

I. CHỈ TIÊU ĐẾN NĂM 2030

1. Tỷ lệ đô thị hóa đạt trên 75%.

2. Diện tích cây xanh bình quân đầu người đạt 10 m2.
"""
_DISTRICT = """ĐẢNG BỘ TỈNH ĐỒNG THÁP
HUYỆN ỦY CAO LÃNH

Số 38-CTr/HU

Cao Lãnh, ngày 20 tháng 3 năm 2023

CHƯƠNG TRÌNH HÀNH ĐỘNG
Phát triển đô thị trên địa bàn huyện Cao Lãnh, tỉnh Đồng Tháp

I. CHỈ TIÊU ĐẾN NĂM 2030

1. Tỷ lệ đô thị hóa đạt 22%.

2. Diện tích cây xanh bình quân đầu người đạt 7 m2.
"""


@pytest.fixture(scope="module")
def towns(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    home = tmp_path_factory.mktemp("home") / "index"
    plans = [parse_plan("thanh-pho", _CITY), parse_plan("huyen", _DISTRICT)]
    build(plans, open_embedder(), home)
    return Assistant.open(home)


@pytest.mark.parametrize(
    ("text", "plan", "value"),
    [
        ("Tỷ lệ đô thị hóa năm 2030 của thành phố Cao Lãnh?", "thanh-pho", "75%"),
        ("Tỷ lệ đô thị hóa năm 2030 của huyện Cao Lãnh?", "huyen", "22%"),
        ("ty le do thi hoa 2030 huyen cao lanh", "huyen", "22%"),
        ("Huyện ủy Cao Lãnh đặt tỷ lệ đô thị hóa năm 2030 bao nhiêu?", "huyen", "22%"),
    ],
)
def test_each_unit_answers_for_itself(text: str, plan: str, value: str, towns: Assistant) -> None:
    answer = towns.ask(text)
    assert answer.status is Status.ANSWERED and value in answer.text
    assert {citation.plan.id for citation in answer.citations} == {plan}


@pytest.mark.parametrize(
    "text",
    [
        "Tỷ lệ đô thị hóa năm 2030 của Cao Lãnh?",
        "So sánh tỷ lệ đô thị hóa năm 2030 của thành phố Cao Lãnh và huyện Cao Lãnh",
        "Tỷ lệ đô thị hóa 2030: kế hoạch của UBND thành phố Cao Lãnh với chương trình hành động của Huyện ủy Cao Lãnh, bên nào cao hơn?",
    ],
)
def test_side_by_side_they_are_told_apart_by_their_type(text: str, towns: Assistant) -> None:
    answer = towns.ask(text)
    assert "thành phố Cao Lãnh" in answer.text and "huyện Cao Lãnh" in answer.text
    assert answer.table is not None
    assert set(answer.table.columns) == {"thành phố Cao Lãnh", "huyện Cao Lãnh"}
    assert check_answer(answer) == []
