"""corpus.text: raw text becomes the plan's text, word for word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.reading import PLANS
from corpus.text import normalise

IDS = sorted(path.stem for path in PLANS.glob("*.txt"))


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("đạt khoảng 5-7m<sup>2</sup> vào", "đạt khoảng 5-7m² vào"),
        (r"tối thiểu $28\text{m}^2/\text{người}$, đến", "tối thiểu 28m²/người, đến"),
        (r"đạt $28 \rightarrow 30 \text{m}^2/\text{người}$ vào", "đạt 28 → 30 m²/người vào"),
        ("giá từ $5 đến $10 một suất", "giá từ $5 đến $10 một suất"),
        ("### **III. NHIỆM VỤ**", "III. NHIỆM VỤ"),
        ("- *Phân công thực hiện:* Sở Xây dựng", "- Phân công thực hiện: Sở Xây dựng"),
        ("- **1.** Các đảng ủy", "1. Các đảng ủy"),
        ("**- **Triển khai", "- Triển khai"),
        ("Ðảng bộ\u00a0tỉnh\u200b", "Đảng bộ tỉnh"),
        ("KẾ HOẠCH\n\n-----\n\nvề đô thị", "KẾ HOẠCH\nvề đô thị"),
        ("| STT | Chỉ tiêu |\n|---|---|\n| 1 | 40% |", "| STT | Chỉ tiêu |\n| 1 | 40% |"),
        ("đạt 5^2 và m^2 đất", "đạt 5^2 và m² đất"),
        ("một &amp; hai<br/>ba", "một & hai ba"),
    ],
)
def test_markup_becomes_plain_characters(raw: str, expected: str) -> None:
    assert normalise(raw) == expected


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("gắn quy\n\nhoạch đô thị với", "gắn quy hoạch đô thị với"),
        ("tại Nghị quyết 06-\nNQ/TW của Bộ", "tại Nghị quyết 06-NQ/TW của Bộ"),
        ("thuộc huyện trước năm\n\n2025. Bảo đảm sự", "thuộc huyện trước năm 2025. Bảo đảm sự"),
        ("trong giai đoạn 2026\n\n- 2030 phấn đấu", "trong giai đoạn 2026 - 2030 phấn đấu"),
        ("- sử dụng đất;\n\ntham gia góp ý", "- sử dụng đất; tham gia góp ý"),
        ("KẾ HOẠCH\n\nthực hiện Nghị quyết", "KẾ HOẠCH\nthực hiện Nghị quyết"),
        ("T/M BAN THƯỜNG VỤ\nBÍ THƯ\n\nNguyễn A", "T/M BAN THƯỜNG VỤ\nBÍ THƯ\nNguyễn A"),
        ("trên địa bàn.\n\nđến năm 2030", "trên địa bàn.\nđến năm 2030"),
        ("- *Chỉ đạo:* Thị ủy.\n- *Thời gian:* 2023.", "- Chỉ đạo: Thị ủy.\n- Thời gian: 2023."),
        ("nội dung như sau\n\na) Rà soát", "nội dung như sau\na) Rà soát"),
    ],
)
def test_sentences_cut_by_the_page_are_joined(raw: str, expected: str) -> None:
    assert normalise(raw) == expected


def test_footnotes_leave_the_sentence_they_interrupt() -> None:
    raw = (
        "Tỷ lệ đạt 15%⁽¹⁾; cây xanh 9m²⁽²⁾ theo Nghị quyết và\n\n"
        "(1) Năm 2021 đạt 3%.\n\nPhần còn lại của chú thích một.\n\n(2) Năm 2021 đạt 8m².\n\n"
        "Chương trình hành động 21; trong đó có việc sau."
    )
    assert normalise(raw).split("\n") == [
        "Tỷ lệ đạt 15%⁽¹⁾; cây xanh 9m²⁽²⁾ theo Nghị quyết và Chương trình hành động 21; trong đó có việc sau.",
        "(1) Năm 2021 đạt 3%. Phần còn lại của chú thích một.",
        "(2) Năm 2021 đạt 8m².",
    ]


def test_a_numbered_list_in_parentheses_is_no_footnote() -> None:
    raw = "Gồm các việc:\n\n(1) Rà soát;\n\n(2) Báo cáo."
    assert normalise(raw).split("\n") == ["Gồm các việc:", "(1) Rà soát;", "(2) Báo cáo."]


def test_the_invented_english_tail_is_dropped_and_nothing_else() -> None:
    raw = "Phạm A\n\nHandwritten text at the top of the page.\n\nPrinted text at the bottom of a page."
    assert normalise(raw) == "Phạm A"
    assert (
        normalise("Ứng dụng IoT and the Internet of things")
        == "Ứng dụng IoT and the Internet of things"
    )


@pytest.mark.parametrize("plan_id", IDS)
def test_no_word_of_a_plan_is_lost_or_changed(plan_id: str) -> None:
    raw = (PLANS / f"{plan_id}.txt").read_text(encoding="utf-8")
    kept = {word for word in normalise(raw).split() if word.isalpha()}
    printed = {word.strip("*#") for word in raw.split()}
    assert kept <= {word for word in printed if word.isalpha()} | {
        part
        for word in raw.replace("*", " ").replace("$", " ").split()
        for part in [word]
        if part.isalpha()
    }


@given(st.text(alphabet="aăâ đ1230.,;:-–+*#$|()[]⁽¹⁾²\\{}^<>/\n\t IVXbc)", max_size=400))
def test_any_text_gives_plain_paragraphs(raw: str) -> None:
    text = normalise(raw)
    assert not any(line != line.strip() or not line for line in text.split("\n")) or text == ""
    assert "**" not in text


def test_emphasis_may_end_after_a_blank() -> None:
    assert normalise("*Đơn vị chủ trì: *Sở Xây dựng") == "Đơn vị chủ trì: Sở Xây dựng"
    assert normalise("Ghi chú (*) và 3*4*5") == "Ghi chú (*) và 3*4*5"


def test_a_letterhead_loses_the_rule_under_its_lines() -> None:
    raw = "| ỦY BAN NHÂN DÂN THỊ XÃ LA GI ------- | CỘNG HÒA -------- |\n|---|---|\n| Số: 1/KH-UBND | --- |"
    assert normalise(raw).split("\n")[0] == "| ỦY BAN NHÂN DÂN THỊ XÃ LA GI | CỘNG HÒA |"
    assert normalise("THỊ ỦY TÂN CHÂU      ---------\n") == "THỊ ỦY TÂN CHÂU"
