"""Printed amounts in real phrases, what only looks like one, and what must always hold."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.plan import Quantity
from corpus.quantity.reader import format_number, parse_number, read_quantities
from corpus.quantity.units import canonical_unit


def facts(found: Quantity) -> tuple[str, float | None, float | None, str, str]:
    return found.operator, found.low, found.high, found.unit, found.text


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("đạt trên 40%, đến", (">", 40, None, "%", "trên 40%")),
        ("còn dưới 1,5% vào", ("<", None, 1.5, "%", "dưới 1,5%")),
        ("đạt khoảng 4,7-5,1% vào năm 2025", ("≈", 4.7, 5.1, "%", "khoảng 4,7-5,1%")),
        ("đạt 60 - 70%, đến", ("=", 60, 70, "%", "60 - 70%")),
        ("khoảng 31% - 32% vào", ("≈", 31, 32, "%", "khoảng 31% - 32%")),
        ("đạt 16% -> 24%, đến", ("=", 16, 24, "%", "16% -> 24%")),
        ("từ 10 – 15%.", ("=", 10, 15, "%", "từ 10 – 15%")),
        ("từ 5 đến 7%", ("=", 5, 7, "%", "từ 5 đến 7%")),
        ("đạt 6 -> 7m²/người vào", ("=", 6, 7, "m²/người", "6 -> 7m²/người")),
        ("đạt 28 → 30 m²/người vào", ("=", 28, 30, "m²/người", "28 → 30 m²/người")),
        ("tối thiểu 33,5m²⁽⁴⁾.", ("≥", 33.5, None, "m²", "tối thiểu 33,5m²")),
        ("khoảng 9,5 m2/người", ("≈", 9.5, 9.5, "m²/người", "khoảng 9,5 m2/người")),
        ("trên 80%⁽⁵⁾.", (">", 80, None, "%", "trên 80%")),
        ("đạt 53%¹ và", ("=", 53, 53, "%", "53%")),
        ("từ 70% trở lên", ("≥", 70, None, "%", "từ 70% trở lên")),
        ("từ 5% trở xuống", ("≤", None, 5, "%", "từ 5% trở xuống")),
        ("ít nhất 02 vùng nuôi", ("≥", 2, None, "vùng nuôi", "ít nhất 02 vùng nuôi")),
        ("tối thiểu có 5 doanh nghiệp", ("≥", 5, None, "doanh nghiệp", "tối thiểu có 5 doanh nghiệp")),
        ("không dưới 1.234,5 tỷ đồng", ("≥", 1234.5, None, "tỷ đồng", "không dưới 1.234,5 tỷ đồng")),
        ("không quá 20%", ("≤", None, 20, "%", "không quá 20%")),
        ("tối đa 3 tầng", ("≤", None, 3, "tầng", "tối đa 3 tầng")),
        ("hơn 200.000 nhà bị", (">", 200_000, None, "nhà", "hơn 200.000 nhà")),
        ("gồm 02 đô thị loại II", ("=", 2, 2, "đô thị", "02 đô thị")),
        ("khoảng 21 đô thị, gồm", ("≈", 21, 21, "đô thị", "khoảng 21 đô thị")),
        ("đạt 1.700 ha.", ("=", 1700, 1700, "ha", "1.700 ha")),
        ("dài 12,5 km đường", ("=", 12.5, 12.5, "km", "12,5 km")),
        ("75 triệu đồng/người/năm", ("=", 75, 75, "triệu đồng/người/năm", "75 triệu đồng/người/năm")),
        ("trên 3,5 triệu con gia súc", (">", 3.5, None, "triệu con", "trên 3,5 triệu con")),
        ("đạt 32 giường bệnh/10.000 dân", ("=", 32, 32, "giường bệnh/10.000 dân", "32 giường bệnh/10.000 dân")),
        ("đạt 12 người trên một vạn dân", ("=", 12, 12, "người trên một vạn dân", "12 người trên một vạn dân")),
        ("trong 05 (năm) ngày làm việc", ("=", 5, 5, "ngày làm việc", "05 (năm) ngày làm việc")),
        ("đạt 40% GRDP.", ("=", 40, 40, "%", "40% GRDP")),
        ("duy trì trên 0,7.", (">", 0.7, None, "", "trên 0,7")),
        ("03 phương pháp chủ yếu", ("=", 3, 3, "phương pháp", "03 phương pháp")),
        ("1.500 tỉ đồng", ("=", 1500, 1500, "tỷ đồng", "1.500 tỉ đồng")),
        ("≥ 45 %", ("≥", 45, None, "%", "≥ 45 %")),
    ],
)  # fmt: skip
def test_an_amount_is_read_with_its_operator_range_and_unit(
    phrase: str, expected: tuple[str, float | None, float | None, str, str]
) -> None:
    assert [facts(found) for found in read_quantities(phrase)] == [expected]


@pytest.mark.parametrize(
    ("phrase", "direction", "operator", "text"),
    [
        ("giảm 15% so với năm 2020 và", "giảm", "=", "giảm 15% so với năm 2020"),
        ("giảm ít nhất 30% lượng", "giảm", "≥", "giảm ít nhất 30%"),
        ("tăng trung bình 10%/năm;", "tăng", "=", "tăng trung bình 10%/năm"),
        ("cao hơn quy định từ 10 - 15%;", "tăng", "=", "cao hơn quy định từ 10 - 15%"),
    ],
)
def test_a_change_keeps_its_direction(
    phrase: str, direction: str, operator: str, text: str
) -> None:
    (found,) = read_quantities(phrase)
    assert (found.direction, found.operator, found.text) == (direction, operator, text)


@pytest.mark.parametrize(
    "phrase",
    [
        "ngày 22 tháng 9 năm 2022",
        "ngày 06/3/2024, 22/9/2022 và 24-01-2022",
        "Nghị quyết số 06-NQ/TW, Kế hoạch số 151/KH-UBND, số 151 /KH-UBND, 148/NQ-CP",
        "Nghị quyết 06 và Chương trình hành động 21; Nghị quyết số 197/2025/QH15",
        "giai đoạn 2021-2025, thời kỳ 2021 - 2030, nhiệm kỳ 2020 - 2025, năm 2030",
        "đến năm 2030, tầm nhìn đến năm 2045; vào các năm 2025, 2030; trước 2025",
        "Hội nghị lần thứ 6, khóa XXI; lần thứ 4 (khóa XX); đô thị loại II",
        "mạng di động 4G, 5G; Cách mạng công nghiệp 4.0; công nghiệp 4.0",
        "Điều 5, khoản 2 Điều 13; Phụ lục 02; Mục 3; điểm 1.1",
        "tỷ lệ 1:2.000 và 1/500; 24/7",
        "điện thoại 0912345678, 0255.3822.111",
        "2. Hình thành trung tâm\n2025. Bảo đảm an ninh\n1.1. Các giải pháp\n3) Xây dựng",
        "Covid-19, VN-2000, COP 26, phường 10, quốc lộ 1",
        "[2] và (5) và ⁽³⁾",
        "(1)",
        "",
    ],
)
def test_what_only_looks_like_an_amount_is_left_out(phrase: str) -> None:
    assert read_quantities(phrase) == ()


def test_several_amounts_are_read_in_order_and_shifted() -> None:
    found = read_quantities("đạt 18 - 20% năm 2025, 25% năm 2030 và 3 đô thị", offset=100)
    assert [(q.low, q.start) for q in found] == [(18, 104), (25, 123), (3, 139)]


@given(st.integers(min_value=0, max_value=999_999_999), st.integers(min_value=0, max_value=999_999))
def test_a_number_survives_printing(whole: int, millionths: int) -> None:
    value = whole + millionths / 1_000_000
    assert parse_number(format_number(value)) == pytest.approx(value, abs=1e-6)


@given(st.integers(min_value=0, max_value=10**9))
def test_whole_numbers_print_with_dots(value: int) -> None:
    assert format_number(value) == f"{value:,}".replace(",", ".")


@pytest.mark.parametrize("printed", ["1.23.4", "12.34", "1,2,3", "1" * 13, "", "5G"])
def test_what_is_no_number_is_none(printed: str) -> None:
    assert parse_number(printed) is None


_PIECES = st.sampled_from(
    ["khoảng ", "trên ", "5", "12,5", "1.000", "%", " - ", "->", "m²", " đô thị", "/", "năm 2025",
     "(", ")", ";", "\n", "⁽¹⁾", "tỷ ", "đồng", "từ ", " trở lên", "số ", "Ủy ", ".", "ngày "]
)  # fmt: skip


@settings(max_examples=300)
@given(
    st.one_of(st.text(max_size=80), st.lists(_PIECES, max_size=25).map("".join)), st.integers(0, 99)
)
def test_spans_are_exactly_the_printed_words_and_never_overlap(text: str, offset: int) -> None:
    found = read_quantities(text, offset)
    done = 0
    for quantity in found:
        start, end = quantity.start - offset, quantity.end - offset
        assert done <= start < end <= len(text)
        assert quantity.text == text[start:end]
        assert quantity.low is not None or quantity.high is not None
        done = end


@pytest.mark.parametrize("piece", ["1", "1.", "1 ", "5% - ", "1-", "năm 2025, ", "tăng khoảng "])
def test_long_hostile_text_is_read(piece: str) -> None:
    text = piece * (20_000 // len(piece))
    assert all(q.text == text[q.start : q.end] for q in read_quantities(text))


@pytest.mark.parametrize(
    ("printed", "expected"),
    [("m2 / người", "m²/người"), ("km2", "km²"), ("tỉ  đồng", "tỷ đồng"), ("Đô thị", "đô thị")],
)
def test_units_have_one_spelling(printed: str, expected: str) -> None:
    assert canonical_unit(printed) == expected


@pytest.mark.parametrize(
    ("phrase", "amounts"),
    [
        ("Xây dựng phường Móng Cái 1 thành đô thị cửa khẩu", []),
        ("cùng các phường Móng Cái 2, Móng Cái 3 hình thành cụm đô thị", []),
        ("xã A Lưới 2 có 12 thôn", ["12 thôn"]),
        ("phường Trần Phú 3 km đường", ["3 km"]),  # a known unit makes it an amount
        ("Sửa chữa 3 cầu treo", ["3 cầu"]),
    ],
)
def test_the_number_of_a_name_is_no_amount(phrase: str, amounts: list[str]) -> None:
    assert [found.text for found in read_quantities(phrase)] == amounts
