"""A provision far more like the question than all others is found without a shared word."""

from __future__ import annotations

import pytest
from rag_plans import small_plan

from index.embed import open_embedder
from rag.meaning.likeness import Likeness
from rag.passages.standout import standout

_TEXT = """UBND TỈNH BẾN TRE

Số: 12/KH-UBND

KẾ HOẠCH
Phát triển đô thị

I. NHIỆM VỤ

1. Từng bước ngầm hóa đường dây, cáp viễn thông tại các tuyến phố chính.

2. Rà soát, hoàn thiện văn bản quy phạm pháp luật về đất đai.

3. Đào tạo, bồi dưỡng cán bộ quản lý các cấp.

4. Kiểm soát chất lượng không khí tại các khu công nghiệp.

5. Huy động vốn của các tổ chức tín dụng.

6. Tuyên truyền, phổ biến nội dung Nghị quyết.

7. Phát triển du lịch sinh thái gắn với làng nghề.

8. Hỗ trợ doanh nghiệp đổi mới công nghệ.

9. Sơ kết, tổng kết việc thực hiện Kế hoạch.

10. Bảo tồn di tích lịch sử, di sản văn hóa.

11. Nâng cao chất lượng khám bệnh, chữa bệnh.

12. Xây dựng cơ sở dữ liệu dân cư.

13. Phòng cháy, chữa cháy rừng.
"""


@pytest.fixture(scope="module")
def likeness() -> Likeness:
    found = Likeness.of(open_embedder())
    assert found is not None
    return found


def test_a_provision_stands_out_by_meaning(likeness: Likeness) -> None:
    found = standout(
        small_plan(_TEXT), "Dây điện, dây mạng treo chằng chịt sẽ xử lý ra sao?", likeness
    )
    assert found is not None
    section, span = found
    assert section.path == "I.1"
    assert "ngầm hóa đường dây" in span.text


@pytest.mark.parametrize("question", ["Giá vàng hôm nay bao nhiêu?", "Ai vô địch bóng đá?"])
def test_nothing_stands_out_of_a_plan_that_does_not_say_it(
    question: str, likeness: Likeness
) -> None:
    assert standout(small_plan(_TEXT), question, likeness) is None


def test_nothing_stands_out_of_a_few_provisions(likeness: Likeness) -> None:
    assert standout(small_plan(), "Trồng cây xanh ven sông", likeness) is None
