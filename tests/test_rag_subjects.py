"""Subjects: broad names of what indicators are about, told apart from narrower ones."""

from __future__ import annotations

import pytest

from rag.collection import Collection
from rag.meaning.subjects import broad_subject, subjects
from rag.question import understand


@pytest.mark.parametrize(
    ("text", "name", "held"),
    [
        ("đất đai", "Tỷ lệ đất giao thông", True),
        ("đất đai", "Diện tích sàn nhà ở bình quân", False),
        ("nhà ở", "Diện tích sàn nhà ở bình quân", True),
        ("môi trường đô thị", "Diện tích cây xanh bình quân", True),
        ("phát triển kinh tế", "Kinh tế khu vực đô thị đóng góp vào GRDP", True),
        ("giáo dục", "phổ cập dịch vụ mạng di động 5G", False),
    ],
)
def test_what_a_broad_subject_holds(
    text: str, name: str, held: bool, collection: Collection
) -> None:
    subject = broad_subject(understand(text, collection.weigh).concepts)
    assert subject is not None and subject.has(name) is held


@pytest.mark.parametrize("text", ["đất giao thông", "nhà ở xã hội", "cây xanh", "tỷ lệ", "dat do"])
def test_a_narrower_name_is_no_broad_subject(text: str, collection: Collection) -> None:
    assert broad_subject(understand(text, collection.weigh).concepts) is None


def test_no_name_stands_for_two_subjects() -> None:
    names = [tuple(w.folded for w in called) for each in subjects() for called in each.called]
    twice = {name for name in names if names.count(name) > 1}
    assert twice == set()
