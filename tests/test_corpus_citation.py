"""corpus.citation.writer: spans as an official paper cites them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.citation.writer import (
    formal_citation,
    missing_note,
    plan_citation,
    provision_citation,
    short_citation,
    subject_head,
    vietnamese_date,
)
from corpus.outline import read_outline
from corpus.plan import Plan, PlanMeta
from corpus.text import normalise

PLANS = Path(__file__).parents[1] / "corpus" / "plans"

STATE: dict[str, Any] = {
    "type": "Kế hoạch",
    "number": "15/KH-UBND",
    "date": "2022-09-22",
    "issuer": "UBND tỉnh Kiên Hà",
    "locality": "Kiên Hà",
}
PARTY: dict[str, Any] = {
    "type": "Chương trình hành động",
    "issuer": "Ban Thường vụ Thị ủy Phú Lộc",
    "locality": "Phú Lộc",
    "subject": "thực hiện Nghị quyết số 08-NQ/TW ngày 24/01/2022 của Bộ Chính trị về nhà ở",
}

BODY = """KẾ HOẠCH
Triển khai thực hiện chương trình nhà ở

Căn cứ Nghị quyết về nhà ở, Ủy ban nhân dân tỉnh ban hành Kế hoạch với các nội dung như sau:

I. MỤC TIÊU

- Nhà ở đạt 28 m²/người.

- Cây xanh đạt 7 m²/người.

- Đường đạt 16%.

II. NHIỆM VỤ

1. Quy hoạch

1.1. Rà soát quy hoạch chung.

1.2. Lập quy hoạch mới.

2. Nhà ở

a) Xây nhà ở xã hội.

Bố trí đất sạch cho các dự án.

Công khai danh mục dự án.

đ) Cải tạo chung cư cũ.

- Sở Xây dựng chủ trì.

+ Báo cáo hằng quý.

3. Hạ tầng

Đầu tư đường vành đai.

Nâng cấp thoát nước.

II. TỔ CHỨC THỰC HIỆN

1. Sở Xây dựng theo dõi.
"""

ARTICLES = """QUYẾT ĐỊNH
Ban hành quy định quản lý đô thị

Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;

Chương I
QUY ĐỊNH CHUNG

Điều 1. Phạm vi

1. Quy định này áp dụng toàn tỉnh.

2. Gồm các nội dung:

a) Quy hoạch đô thị.

Chương II
TỔ CHỨC

Điều 2. Thi hành

Các sở thi hành quyết định này.
"""


def plan_of(text: str, **meta: Any) -> Plan:
    clean = normalise(text)
    outline = read_outline(clean)
    return Plan("thu", clean, PlanMeta(**meta), outline.sections, outline.footnotes)


def span(plan: Plan, first: str, last: str | None = None) -> tuple[int, int]:
    """From the first printed words to the end of the last ones."""
    start = plan.text.index(first)
    last = last or first
    return start, plan.text.index(last, start) + len(last)


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("Cây xanh", None, "gạch đầu dòng thứ 2 Mục I"),
        ("- Cây xanh đạt 7 m²/người.", None, "gạch đầu dòng thứ 2 Mục I"),
        ("Rà soát quy hoạch", None, "điểm 1.1 khoản 1 Mục II (lần in thứ nhất)"),
        ("1. Quy hoạch", None, "khoản 1 Mục II (lần in thứ nhất)"),
        ("Xây nhà ở xã hội", None, "đoạn thứ 1 điểm a khoản 2 Mục II (lần in thứ nhất)"),
        ("danh mục", None, "đoạn thứ 3 điểm a khoản 2 Mục II (lần in thứ nhất)"),
        ("a) Xây", "danh mục dự án.", "điểm a khoản 2 Mục II (lần in thứ nhất)"),
        ("a) Xây", "dự án.", "điểm a khoản 2 Mục II (lần in thứ nhất)"),
        ("Cải tạo chung cư", None, "điểm đ khoản 2 Mục II (lần in thứ nhất)"),
        (
            "Báo cáo hằng quý",
            None,
            "dấu cộng thứ 1 gạch đầu dòng thứ 1 điểm đ khoản 2 Mục II (lần in thứ nhất)",
        ),
        ("Hạ tầng", None, "khoản 3 Mục II (lần in thứ nhất)"),
        ("thoát nước", None, "đoạn thứ 2 khoản 3 Mục II (lần in thứ nhất)"),
        ("II. TỔ CHỨC", None, "Mục II (lần in thứ hai)"),
        ("Sở Xây dựng theo dõi", None, "khoản 1 Mục II (lần in thứ hai)"),
        ("Triển khai", None, "phần thể thức (số, ngày, tên loại)"),
        ("Căn cứ", "như sau:", "phần mở đầu"),
        ("Nhà ở đạt", "7 m²", "từ gạch đầu dòng thứ 1 đến gạch đầu dòng thứ 2 Mục I"),
        ("I. MỤC TIÊU", "16%.", "Mục I"),
        ("- Nhà ở đạt", "16%.", "từ gạch đầu dòng thứ 1 đến gạch đầu dòng thứ 3 Mục I"),
        (
            "1. Quy hoạch",
            "thoát nước.",
            "từ khoản 1 đến khoản 3 Mục II (lần in thứ nhất)",
        ),
        ("đ) Cải tạo", "hằng quý.", "điểm đ khoản 2 Mục II (lần in thứ nhất)"),
        (
            "Lập quy hoạch",
            "chung cư cũ",
            "từ điểm 1.2 khoản 1 đến điểm đ khoản 2 Mục II (lần in thứ nhất)",
        ),
    ],
)
def test_provision(first: str, last: str | None, words: str) -> None:
    plan = plan_of(BODY)
    assert provision_citation(plan, *span(plan, first, last)) == words


@pytest.mark.parametrize(
    ("first", "words", "short"),
    [
        ("Quy định này áp dụng", "khoản 1 Điều 1", "Điều 1.1"),
        ("Quy hoạch đô thị", "điểm a khoản 2 Điều 1", "Điều 1.2.a"),
        ("Các sở thi hành", "Điều 2", "Điều 2"),
        ("Chương II", "Chương II", "Chương II"),
    ],
)
def test_articles_are_cited_without_their_chapter(first: str, words: str, short: str) -> None:
    plan = plan_of(ARTICLES, type="Quyết định", number="7/QĐ-UBND")
    assert provision_citation(plan, *span(plan, first)) == words
    assert short_citation(plan, *span(plan, first)) == f"QĐ 7/QĐ-UBND, {short}"


def test_rows_of_a_table() -> None:
    plan = plan_of(
        "I. CHỈ TIÊU\n\nChỉ tiêu như sau:\n\n| TT | Chỉ tiêu |\n| 1 | Nhà ở |\n\nII. KẾT QUẢ\n"
    )
    assert provision_citation(plan, *span(plan, "Nhà ở")) == "hàng thứ 2 của bảng Mục I"
    assert provision_citation(plan, *span(plan, "như sau")) == "đoạn thứ 1 Mục I"


@pytest.mark.parametrize(
    ("meta", "full", "later"),
    [
        (
            STATE,
            "Kế hoạch số 15/KH-UBND ngày 22/9/2022 của UBND tỉnh Kiên Hà",
            "Kế hoạch số 15/KH-UBND",
        ),
        (
            PARTY,
            "Chương trình hành động của Ban Thường vụ Thị ủy Phú Lộc "
            "thực hiện Nghị quyết số 08-NQ/TW",
            "Chương trình hành động của Ban Thường vụ Thị ủy Phú Lộc",
        ),
        (
            STATE | {"issuer": None, "date": None},
            "Kế hoạch số 15/KH-UBND (Kiên Hà)",
            "Kế hoạch số 15/KH-UBND",
        ),
        (
            STATE | {"issuer": "UBND tỉnh", "number": None, "subject": None},
            "Kế hoạch ngày 22/9/2022 của UBND tỉnh (Kiên Hà)",
            "Kế hoạch của UBND tỉnh (Kiên Hà)",
        ),
        (
            {"type": "Kế hoạch", "subject": "Phát triển nhà ở"},
            "Kế hoạch phát triển nhà ở",
            "Kế hoạch phát triển nhà ở",
        ),
        ({}, "Văn bản (bản lưu “thu”)", "Văn bản (bản lưu “thu”)"),
    ],
)
def test_plan_says_only_what_is_known(meta: dict[str, Any], full: str, later: str) -> None:
    plan = plan_of(BODY, **meta)
    assert plan_citation(plan) == full
    assert plan_citation(plan, full=False) == later


@pytest.mark.parametrize(
    ("meta", "short"),
    [
        (STATE, "KH 15/KH-UBND (Kiên Hà), Mục I.gạch 2"),
        (PARTY, "CTr của Thị ủy Phú Lộc, Mục I.gạch 2"),
        (PARTY | {"issuer": None}, "CTr (Phú Lộc), Mục I.gạch 2"),
        ({}, "Văn bản (bản lưu “thu”), Mục I.gạch 2"),
    ],
)
def test_short_form(meta: dict[str, Any], short: str) -> None:
    plan = plan_of(BODY, **meta)
    assert short_citation(plan, *span(plan, "Cây xanh")) == short


def test_short_form_of_ranges_and_paragraphs() -> None:
    plan = plan_of(BODY, **STATE)
    prefix = "KH 15/KH-UBND (Kiên Hà), "
    assert short_citation(plan, *span(plan, "danh mục")) == f"{prefix}Mục II.2.a, đoạn 3"
    two = span(plan, "- Nhà ở", "7 m²/người.")
    assert short_citation(plan, *two) == f"{prefix}từ Mục I.gạch 1 đến Mục I.gạch 2"


def test_formal_is_provision_and_plan() -> None:
    plan = plan_of(BODY, **STATE)
    assert formal_citation(plan, *span(plan, "Cây xanh")) == (
        "gạch đầu dòng thứ 2 Mục I Kế hoạch số 15/KH-UBND ngày 22/9/2022 của UBND tỉnh Kiên Hà"
    )


@pytest.mark.parametrize(
    ("iso", "printed"),
    [
        ("2022-09-22", "22/9/2022"),
        ("2024-03-06", "06/3/2024"),
        ("2022-01-24", "24/01/2022"),
        ("2023-02-01", "01/02/2023"),
        ("2023-12-10", "10/12/2023"),
    ],
)
def test_dates_are_padded_as_the_norm_asks(iso: str, printed: str) -> None:
    assert vietnamese_date(iso) == printed


@pytest.mark.parametrize(
    ("subject", "head"),
    [
        (
            "Triển khai thực hiện Chương trình hành động số 21-CTr/TU ngày 12/8/2022 của Tỉnh ủy",
            "triển khai thực hiện Chương trình hành động số 21-CTr/TU",
        ),
        ("Thực hiện Nghị quyết số 06-NQ/TW, ngày 24/01", "thực hiện Nghị quyết số 06-NQ/TW"),
        ("Thực hiện Luật Thủ đô số 39/2024/QH15 tại", "thực hiện Luật Thủ đô số 39/2024/QH15"),
        ("Phát triển nhà ở xã hội", "phát triển nhà ở xã hội"),
        ("PHÁT TRIỂN NHÀ Ở", "PHÁT TRIỂN NHÀ Ở"),
        (" ".join(["một"] * 20), " ".join(["một"] * 16) + "…"),
    ],
)
def test_head_of_the_subject(subject: str, head: str) -> None:
    assert subject_head(subject) == head


@pytest.mark.parametrize(
    ("meta", "note"),
    [
        ({}, "không ghi số, ngày trong bản lưu"),
        ({"number": "1/KH"}, "không ghi ngày trong bản lưu"),
        (STATE, ""),
    ],
)
def test_what_the_copy_does_not_state(meta: dict[str, Any], note: str) -> None:
    assert missing_note(plan_of(BODY, **meta)) == note


@pytest.mark.parametrize(
    ("plan_id", "words", "provision"),
    [
        ("quang-ngai", "Phát triển cây xanh trong lõi", "đoạn thứ 6 điểm a khoản 5 Mục II"),
        ("ha-tinh", "Tỷ lệ đất giao thông", "gạch đầu dòng thứ 4 Mục II"),
        ("duc-pho", "kiểm soát chất lượng không khí", "điểm 5.6 khoản 5 Mục III"),
        ("duc-pho", "đến năm 2021 đạt khoảng 19,8%", "chú thích (2)"),
        ("thuy-nguyen", "Phạm Văn Thép", "phần ký tên"),
    ],
)
def test_the_plans(plan_id: str, words: str, provision: str) -> None:
    plan = plan_of((PLANS / f"{plan_id}.txt").read_text(encoding="utf-8"))
    assert provision_citation(plan, *span(plan, words)) == provision


PLAN = plan_of(BODY, **STATE)


@given(st.integers(-5, len(PLAN.text) + 5), st.integers(-5, len(PLAN.text) + 5))
def test_any_span_has_a_citation(start: int, end: int) -> None:
    words = provision_citation(PLAN, start, end)
    assert words == words.strip() and words and "  " not in words
    assert short_citation(PLAN, start, end).startswith("KH 15/KH-UBND (Kiên Hà), ")
