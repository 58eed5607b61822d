"""What a plan costs as a whole, and how a sum is divided."""

from __future__ import annotations

import pytest
from rag_many_plans import even
from rag_plans import small_plan

from rag.figures.related import whole_cost
from rag.lists.breakdown import answer_breakdown
from rag.question import understand
from rag.verify import passes

_TEXT = """UBND TỈNH BẾN TRE

KẾ HOẠCH
Phát triển đô thị

I. KINH PHÍ

1. Tổng nhu cầu vốn thực hiện Kế hoạch giai đoạn 2023 - 2030 khoảng 900 tỷ đồng, gồm:

- Vốn ngân sách tỉnh: 300 tỷ đồng;

- Vốn doanh nghiệp: 600 tỷ đồng.

2. Kinh phí lập quy hoạch năm 2024 là 12 tỷ đồng, từ nguồn sự nghiệp.

II. NHIỆM VỤ

1. Xây dựng 300 căn nhà ở xã hội.
"""


@pytest.mark.parametrize(
    "text",
    [
        "Tiền lấy từ những nguồn nào, mỗi nguồn bao nhiêu?",
        "900 tỷ được phân bổ cho những nguồn vốn nào?",
        "Cơ cấu nguồn vốn ra sao?",
    ],
)
def test_a_sum_is_told_with_its_parts(text: str) -> None:
    draft = answer_breakdown(understand(text, even), small_plan(_TEXT))
    assert draft is not None
    (statement,) = draft.statements
    assert all(part in statement.text for part in ("900 tỷ đồng", "300 tỷ đồng", "600 tỷ đồng"))
    assert passes(statement, text)


@pytest.mark.parametrize(
    "text",
    [
        "450 tỷ được phân bổ cho những nguồn vốn nào?",  # no such sum
        "Những nhiệm vụ nào, mỗi nhiệm vụ bao nhiêu người làm?",
        "Kinh phí lấy từ đâu?",
    ],
)
def test_no_parts_where_none_are_asked_for_or_printed(text: str) -> None:
    assert answer_breakdown(understand(text, even), small_plan(_TEXT)) is None


@pytest.mark.parametrize(
    ("text", "sums"),
    [
        ("Cần chừng bao nhiêu tiền để làm hết kế hoạch này?", [900.0]),
        ("Tổng kinh phí thực hiện là bao nhiêu?", [900.0]),
        ("Kinh phí lập quy hoạch là bao nhiêu?", []),
        ("Có bao nhiêu căn nhà?", []),
    ],
)
def test_what_the_whole_plan_costs(text: str, sums: list[float]) -> None:
    matches = whole_cost(small_plan(_TEXT), understand(text, even))
    assert [match.indicator.low for match in matches] == sums
