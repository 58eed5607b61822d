"""Likeness: questions in everyday words stand near what documents say."""

from __future__ import annotations

import pytest

from index.embed import open_embedder
from rag.meaning.likeness import Likeness


@pytest.fixture(scope="module")
def likeness() -> Likeness:
    found = Likeness.of(open_embedder())
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("question", "official", "other"),
    [
        (
            "mưa to là nước ngập lênh láng, tính sao",
            "Đầu tư hệ thống thoát nước, giải quyết tình trạng ngập úng.",
            "Hỗ trợ doanh nghiệp đổi mới công nghệ.",
        ),
        (
            "bà con mất ruộng thì làm nghề gì sống",
            "Đào tạo nghề, giải quyết việc làm cho người dân bị thu hồi đất.",
            "Lắp đặt đèn chiếu sáng tiết kiệm điện tại các công viên.",
        ),
        (
            "chỗ gửi xe thiếu quá",
            "Bố trí quỹ đất xây dựng bãi đỗ xe tại khu vực trung tâm.",
            "Tuyên truyền, phổ biến nội dung Nghị quyết.",
        ),
    ],
)
def test_everyday_words_are_near_official_ones(
    question: str, official: str, other: str, likeness: Likeness
) -> None:
    assert likeness.most(question, [official]) > likeness.most(question, [other]) + 0.1


def test_the_most_alike_text_counts(likeness: Likeness) -> None:
    texts = ["Thu gom rác thải.", "Xây dựng nhà ở xã hội."]
    best = likeness.most("đổ rác", texts)
    alone = max(likeness.most("đổ rác", [text]) for text in texts)
    assert best == pytest.approx(alone, abs=1e-6)
    assert likeness.most("đổ rác", []) == 0.0


def test_no_likeness_without_the_bundled_model() -> None:
    assert Likeness.of(None) is None
