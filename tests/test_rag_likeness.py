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
    alike, unlike = likeness.each(question, [official, other])
    assert alike > unlike + 0.1


def test_every_text_has_its_cosine(likeness: Likeness) -> None:
    texts = ["Thu gom rác thải.", "Xây dựng nhà ở xã hội."]
    alone = [likeness.each("đổ rác", [text])[0] for text in texts]
    assert likeness.each("đổ rác", texts) == pytest.approx(alone, abs=1e-6)
    assert likeness.each("đổ rác", []) == []


def test_no_likeness_without_the_bundled_model() -> None:
    assert Likeness.of(None) is None
