"""Related: the indicators of a subject, also of one that shares no word with them."""

from __future__ import annotations

import pytest

from rag.collection import Collection
from rag.figures.match import of_years
from rag.figures.related import asks_for_many, counted_indicators, related_indicators
from rag.question import understand


def _names(plan: str, text: str, collection: Collection) -> list[str]:
    question = understand(text, collection.weigh)
    related = related_indicators(collection.plan(plan), question, collection.weigh)
    return [match.indicator.name for match in of_years(related, question.years)]


def test_indicators_of_each_subject_in_a_list(collection: Collection) -> None:
    plan = collection.plan("ha-tinh")
    question = understand("các chỉ tiêu về cây xanh và tỷ lệ đô thị hóa", collection.weigh)
    names = {m.indicator.name for m in related_indicators(plan, question, collection.weigh)}
    assert any("cây xanh" in name for name in names)
    assert any("đô thị h" in name.lower() for name in names)


@pytest.mark.parametrize(
    ("plan", "text", "belong"),
    [
        ("duc-pho", "các chỉ tiêu về đất đai và nhà ở đến năm 2030", ("đất xây dựng", "đất giao thông", "sàn nhà ở")),
        ("thuy-nguyen", "chỉ tiêu hạ tầng số năm 2025", ("cáp quang", "cáp quang", "5G", "điện thoại", "thanh toán", "danh tính số")),
        ("ha-tinh", "chi tieu ve kinh te nam 2030", ("GRDP",)),
    ],
)  # fmt: skip
def test_a_broad_subject_holds_what_shares_no_word_with_it(
    plan: str, text: str, belong: tuple[str, ...], collection: Collection
) -> None:
    names = _names(plan, text, collection)
    assert len(names) == len(belong)
    assert all(words in name for words, name in zip(belong, names, strict=True))


def test_a_narrower_subject_is_not_the_broad_one(collection: Collection) -> None:
    names = _names("duc-pho", "các chỉ tiêu về đất giao thông năm 2030", collection)
    assert not any("nhà ở" in name for name in names)
    assert any("đất giao thông" in name for name in names)


@pytest.mark.parametrize(
    ("text", "many"),
    [
        ("mục tiêu về nhà ở", True),
        ("cơ cấu các loại đô thị năm 2025", True),
        ("diện tích sàn nhà ở năm 2030 là bao nhiêu", False),
        ("mục tiêu tổng quát", False),
    ],
)
def test_whether_a_subject_is_asked_for(text: str, many: bool, collection: Collection) -> None:
    assert asks_for_many(understand(text, collection.weigh)) is many


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("hệ thống đô thị năm 2030 có bao nhiêu đô thị", [34, 2, 2, 12, 18]),
        ("dân số năm 2030 bao nhiêu người", []),
        ("hệ thống đô thị năm 2030 đạt bao nhiêu phần trăm", []),
    ],
)
def test_what_is_counted_in_a_broad_subject(
    text: str, amounts: list[int], collection: Collection
) -> None:
    question = understand(text, collection.weigh)
    counted = counted_indicators(collection.plan("ha-tinh"), question)
    assert [match.indicator.low for match in of_years(counted, question.years)] == amounts
