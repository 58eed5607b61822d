"""Rows of a table that a question chooses by their words."""

from __future__ import annotations

import pytest
from rag_many_plans import even
from rag_plans import small_plan

from rag.lists.rows import answer_rows
from rag.question import understand
from rag.verify import passes

PROJECTS = """UBND TỈNH BẾN TRE

KẾ HOẠCH
Phát triển đô thị

I. NHIỆM VỤ

1. Đầu tư theo danh mục dự án ưu tiên:

| TT | Tên dự án | Quy mô | Nguồn vốn | Thời gian |
| I | Giao thông |
| 1 | Cầu Ba Lai | 4 làn xe | Ngân sách tỉnh | 2026 - 2028 |
| 2 | Bến xe Mỏ Cày | 3,8 ha | Doanh nghiệp | 2026 - 2027 |
| II | Môi trường |
| 3 | Nhà máy xử lý nước thải Ba Tri | 5.000 m³/ngày | ODA | 2027 - 2029 |

2. Theo dõi:

| TT | Chỉ tiêu | Năm 2030 |
| 1 | Dự án nhà ở (dự án) | 12 |
"""


def _rare(plain: str) -> float:
    """A name weighs more than a word of everyday."""
    return 2.0 if plain == "oda" else 1.0


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Dự án nào dùng vốn ODA?", ["Ba Tri"]),
        ("Có những dự án giao thông gì?", ["Ba Lai", "Mỏ Cày"]),
        ("Các dự án ưu tiên?", ["Ba Lai", "Mỏ Cày", "Ba Tri"]),
        ("những dự án dùng ngân sách tỉnh", ["Ba Lai"]),
    ],
)
def test_the_rows_that_hold_what_is_asked(text: str, names: list[str]) -> None:
    draft = answer_rows(small_plan(PROJECTS), understand(text, even), _rare)
    assert draft is not None
    header, *rows = draft.statements
    assert "Tên dự án | Quy mô" in header.text and len(rows) == len(names)
    assert all(name in row.text for name, row in zip(names, rows, strict=True))
    assert all(passes(statement, "") for statement in draft.statements)


@pytest.mark.parametrize(
    "text",
    [
        "Có những dự án sân bay nào?",
        "Dự án nào xong năm 2027?",
        "Khu đô thị nào dùng vốn ODA?",
        "Các chỉ tiêu?",
        "Vốn của dự án cầu Ba Lai là gì?",
    ],
)
def test_no_rows_for_anything_else(text: str) -> None:
    assert answer_rows(small_plan(PROJECTS), understand(text, even), _rare) is None
