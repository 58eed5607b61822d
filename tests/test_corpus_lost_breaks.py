"""corpus.cleaning.lost_breaks: headings that run together with text, cut apart only where several signs agree."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.cleaning.lost_breaks import with_lost_breaks
from corpus.outline import read_outline
from corpus.reading import parse_plan
from corpus.text import normalise


@pytest.mark.parametrize(
    ("paragraph", "parts"),
    [
        (
            "ban hành Kế hoạch như sau: I. MỤC ĐÍCH, YÊU CẦU1. Mục đích Giữ hồ sạch. 2. Yêu cầu",
            ["ban hành Kế hoạch như sau:", "I. MỤC ĐÍCH, YÊU CẦU", "1. Mục đích", "Giữ hồ sạch.", "2. Yêu cầu"],
        ),
        ("Trồng cây đồng bộI. MỤC TIÊU CHUNG", ["Trồng cây đồng bộ", "I. MỤC TIÊU CHUNG"]),
        ("I. NỘI DUNG 1. Đào hồ. 2. Đắp đê.", ["I. NỘI DUNG", "1. Đào hồ.", "2. Đắp đê."]),
        (
            "Việc (a). I. NHIỆM VỤ CHUNG Rà soát mọi hồ nước trên địa bàn xã trong năm nay.",
            ["Việc (a).", "I. NHIỆM VỤ CHUNG", "Rà soát mọi hồ nước trên địa bàn xã trong năm nay."],
        ),
        ("Hết. I. MỤC TIÊU CHUNG II. GIẢI PHÁP CHÍNH", ["Hết.", "I. MỤC TIÊU CHUNG", "II. GIẢI PHÁP CHÍNH"]),
        (
            "KẾ HOẠCH TRỒNG CÂY XANH NĂM 2026 Thực hiện Quyết định số 5/QĐ-UBND, xã lập Kế hoạch.",
            ["KẾ HOẠCH TRỒNG CÂY XANH NĂM 2026", "Thực hiện Quyết định số 5/QĐ-UBND, xã lập Kế hoạch."],
        ),
    ],
)  # fmt: skip
def test_what_ran_together_is_cut(paragraph: str, parts: list[str]) -> None:
    assert with_lost_breaks([paragraph]) == parts


@pytest.mark.parametrize(
    "paragraph",
    [
        "Nâng cấp đô thị loại I. UBND xã giao việc.",  # a class of town, no heading
        "Thực hiện theo Phần I. QUY ĐỊNH CHUNG của Quy chế.",  # no sentence ends before it
        "Đào hồ. III. GIẢI PHÁP CHÍNH",  # not the next in order
        "Đào hồ. I. Mục tiêu chung",  # not in capitals
        "Đào hồ. I. AO",  # one word
        "I. MỤC TIÊU 2026 - 2030",
        "I. THỰC HIỆN GIAI ĐOẠN 1. Đào hồ. 2. Đắp đê.",  # a number that belongs to the heading
        "Đạt cấp độ 1. Đào hồ. 2. Đắp đê.",  # numbers without a heading above them
        "| Đào hồ. I. MỤC TIÊU CHUNG 1. Đào hồ |",
        "I. THỰC HIỆN Nghị quyết số 06-NQ/TW về đô thị và các việc khác của năm nay",
        "KẾ HOẠCH Thực hiện Nghị quyết số 06-NQ/TW",  # the subject itself begins so
        "KẾ HOẠCH TRỒNG CÂY XANH Trên địa bàn xã An Phú",
    ],
)
def test_what_only_looks_so_stays_whole(paragraph: str) -> None:
    assert with_lost_breaks([paragraph]) == [paragraph]


def test_a_name_behind_capitals_stays_with_them() -> None:
    heading = "I. CẢI TẠO Hồ An Phú"
    assert with_lost_breaks([f"Hết. {heading}"]) == ["Hết.", heading]
    sentence = (
        "I. KINH PHÍ THỰC HIỆN UBND Thành phố bố trí kinh phí từ ngân sách hằng năm cho các hồ."
    )
    assert with_lost_breaks([f"Hết. {sentence}"]) == ["Hết.", sentence]


def test_points_end_where_their_numbers_do() -> None:
    assert with_lost_breaks(["I. NỘI DUNG 1. Đào hồ. 3. Đắp đê. 2) Trồng cây."]) == [
        "I. NỘI DUNG",
        "1. Đào hồ. 3. Đắp đê. 2) Trồng cây.",
    ]


def test_a_plan_in_two_paragraphs_has_all_its_sections() -> None:
    plan = parse_plan(
        "x",
        "ỦY BAN NHÂN DÂN\nXÃ AN PHÚ\n\nSố: 7/KH-UBND\n\n**KẾ HOẠCH** TRỒNG CÂY XANH NĂM 2026 Thực hiện Quyết định số "
        "5/QĐ-UBND ngày 02/3/2026 của UBND tỉnh, Ủy ban nhân dân xã ban hành Kế hoạch như sau: **I. MỤC ĐÍCH, YÊU "
        "CẦU1. Mục đích** Cho phố có bóng mát. **2. Yêu cầu**\n\n- Cây hợp với đất.\n\n- Trồng xong trong năm. **II. NỘI "
        "DUNG** 1. Ươm cây. 2. Trồng cây.",
    )
    assert [section.path for section in plan.sections] == [
        "thể thức", "mở đầu", "I", "I.1", "I.2", "I.2.gạch 1", "I.2.gạch 2", "II", "II.1", "II.2",
    ]  # fmt: skip
    assert [section.title for section in plan.sections[2:5]] == [
        "MỤC ĐÍCH, YÊU CẦU",
        "Mục đích",
        "Yêu cầu",
    ]
    assert (plan.meta.type, plan.meta.subject) == ("Kế hoạch", "TRỒNG CÂY XANH NĂM 2026")


@given(
    st.lists(
        st.sampled_from(
            ["I. ", "II. ", "MỤC TIÊU ", "NỘI DUNG", "1. ", "2. ", "Trồng cây. ", "a", "KẾ HOẠCH ", "Căn cứ ", "| "]
        ),
        max_size=30,
    )
)  # fmt: skip
def test_nothing_but_blanks_is_lost(words: list[str]) -> None:
    paragraph = "".join(words).strip()
    parts = with_lost_breaks([paragraph])
    assert "".join("".join(parts).split()) == "".join(paragraph.split())
    assert all(part == part.strip() for part in parts)
    text = normalise(paragraph)
    assert "".join(text[s.start : s.end] for s in read_outline(text).sections) == text
