"""A small plan made by hand, for tests that need more control than the five plans give."""

from __future__ import annotations

from corpus.plan import Plan
from corpus.reading import parse_plan

TEXT = """UBND TỈNH BẾN TRE

Số: 12/KH-UBND

Bến Tre, ngày 05 tháng 3 năm 2023

KẾ HOẠCH
Phát triển cây xanh đô thị

I. MỤC TIÊU

1. Tỷ lệ đô thị hóa năm 2025 đạt tối thiểu 30%, đến năm 2030 đạt khoảng 35-40%.

2. Diện tích cây xanh bình quân đạt 6m²/người vào năm 2025.

II. NHIỆM VỤ

1. Trồng cây xanh ven sông.

- Cơ quan chủ trì: Sở Xây dựng.

- Cơ quan phối hợp: Sở Tài chính.

- Thời gian thực hiện: Năm 2024.

2. Xây dựng bãi đỗ xe tại trung tâm.
"""


def small_plan(text: str = TEXT) -> Plan:
    """A plan read from ``text``."""
    return parse_plan("ben-tre", text)
