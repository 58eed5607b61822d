"""Indicators of the five plans against a table written from their texts, and of other wordings."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.indicators.reader import read_indicators
from corpus.outline import read_outline
from corpus.plan import Indicator, IndicatorKind
from corpus.quantity.reader import format_number
from corpus.reading import parse_plan
from corpus.text import normalise

PLANS = Path(__file__).parent.parent / "corpus" / "plans"
GOLD = Path(__file__).parent / "gold" / "indicators.tsv"
IDS = ("da-lat", "thuy-nguyen", "duc-pho", "quang-ngai", "ha-tinh")


def read(raw: str) -> tuple[str, tuple[Indicator, ...]]:
    text = normalise(raw)
    outline = read_outline(text)
    return text, read_indicators(text, outline.sections, outline.footnotes)


@cache
def plan(plan_id: str) -> tuple[str, tuple[Indicator, ...]]:
    return read((PLANS / f"{plan_id}.txt").read_text(encoding="utf-8"))


def words(text: str, indicator: Indicator) -> str:
    return text[indicator.value_start : indicator.value_end]


def printed(value: float | None) -> str:
    return "" if value is None else format_number(value)


def row(text: str, found: tuple[Indicator, ...], indicator: Indicator) -> dict[str, str]:
    """An indicator in the columns of the table."""
    of = found[indicator.parent] if indicator.parent is not None else None
    return {
        "section": indicator.section,
        "name": indicator.name,
        "scope": indicator.scope or "",
        "year": str(indicator.year or ""),
        "since": str(indicator.since or ""),
        "operator": indicator.operator or "",
        "low": printed(indicator.low),
        "high": printed(indicator.high),
        "unit": indicator.unit or "",
        "direction": indicator.direction or "",
        "kind": indicator.kind.value,
        "value": words(text, indicator),
        "of": f"{words(text, of)} ({of.year})" if of else "",
    }


@cache
def gold() -> dict[str, list[dict[str, str]]]:
    rows: dict[str, list[dict[str, str]]] = {plan_id: [] for plan_id in IDS}
    with GOLD.open(encoding="utf-8", newline="") as file:
        for record in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            rows[record.pop("plan")].append(record)
    return rows


@pytest.mark.parametrize("plan_id", IDS)
def test_the_indicators_of_a_plan_are_those_of_its_text(plan_id: str) -> None:
    text, found = plan(plan_id)
    assert [row(text, found, indicator) for indicator in found] == gold()[plan_id]


@pytest.mark.parametrize("plan_id", IDS)
def test_every_indicator_stands_in_its_sentence_and_section(plan_id: str) -> None:
    text, found = plan(plan_id)
    outline = read_outline(text)
    spans = {section.path: (section.start, section.end) for section in outline.sections}
    for indicator in found:
        start, end = spans[indicator.section]
        assert start <= indicator.start <= indicator.value_start < indicator.value_end
        assert indicator.value_end <= indicator.end <= end
        assert indicator.year is None or str(indicator.year) in text[start:end]


def test_a_quote_reaches_back_to_the_year_that_governs_it() -> None:
    text, found = plan("thuy-nguyen")
    (payment,) = [i for i in found if words(text, i) == "trên 50%"]
    quote = text[payment.start : payment.end]
    assert quote.startswith("Đến năm 2025, hạ tầng mạng") and quote.endswith("địa bàn huyện.")


_AIMS = "KẾ HOẠCH\n\nCăn cứ Nghị quyết số 06-NQ/TW ngày 24/01/2022;\n\nI. MỤC TIÊU\n\n"

Fact = tuple[str, str | None, int | None, str]


def facts(body: str) -> list[Fact]:
    text, found = read(_AIMS + body)
    return [(i.name, i.scope, i.year, words(text, i)) for i in found]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "- Tỷ lệ hộ nghèo còn dưới 2% vào năm 2025 và dưới 1% vào năm 2030.",
            [("Tỷ lệ hộ nghèo", None, 2025, "dưới 2%"), ("Tỷ lệ hộ nghèo", None, 2030, "dưới 1%")],
        ),
        (
            "- Đến năm 2030 và năm 2045, độ che phủ rừng lần lượt đạt 40% và 42%.",
            [("độ che phủ rừng", None, 2030, "40%"), ("độ che phủ rừng", None, 2045, "42%")],
        ),
        (
            "- Đến năm 2025: tỷ lệ cấp nước sạch tại đô thị đạt 95%; tỷ lệ thu gom rác đạt 90%. "
            "Tỷ lệ xử lý nước thải đạt 30%. Đến năm 2030, tỷ lệ xử lý nước thải đạt 60%.",
            [
                ("tỷ lệ cấp nước sạch", "tại đô thị", 2025, "95%"),
                ("tỷ lệ thu gom rác", None, 2025, "90%"),
                ("Tỷ lệ xử lý nước thải", None, 2025, "30%"),
                ("tỷ lệ xử lý nước thải", None, 2030, "60%"),
            ],
        ),
        (
            "1. Đến năm 2025:\n\n- Tỷ lệ đô thị hóa đạt từ 45% trở lên.\n\n2. Đến năm 2030:\n\n"
            "- Thành lập 3 phường.",
            [
                ("Tỷ lệ đô thị hóa", None, 2025, "từ 45% trở lên"),
                ("Thành lập phường", None, 2030, "3 phường"),
            ],
        ),
        (
            "a) Tỷ lệ đô thị hóa:\n\n+ Toàn tỉnh: trên 50%.\n\n+ Khu vực nông thôn: không quá 20%.",
            [
                ("Tỷ lệ đô thị hóa", "Toàn tỉnh", None, "trên 50%"),
                ("Tỷ lệ đô thị hóa", "Khu vực nông thôn", None, "không quá 20%"),
            ],
        ),
        (
            "- Tỷ lệ trẻ em dưới 15 tuổi được khám sức khỏe đạt 90%.",
            [("Tỷ lệ trẻ em dưới 15 tuổi được khám sức khỏe", None, None, "90%")],
        ),
        (
            "- Thu nhập bình quân đầu người năm 2030 gấp 1,6 lần so với năm 2025.",
            [("Thu nhập bình quân đầu người", None, 2030, "gấp 1,6 lần so với năm 2025")],
        ),
        (
            "- Giai đoạn 2026-2030, xây dựng 8.500 căn nhà ở xã hội trên địa bàn tỉnh.",
            [("xây dựng căn nhà ở xã hội", "trên địa bàn tỉnh", 2030, "8.500 căn nhà")],
        ),
        (
            "- Đất cây xanh công cộng đạt 5 m2/người đối với đô thị loại IV, 4 m2/người đối với đô thị "
            "loại V.",
            [
                ("Đất cây xanh công cộng", "đô thị loại IV", None, "5 m2/người"),
                ("Đất cây xanh công cộng", "đô thị loại V", None, "4 m2/người"),
            ],
        ),
        (
            "- Diện tích nhà ở bình quân đầu người: năm 2025 đạt 27 m2 sàn/người; năm 2030 đạt 30 m2 "
            "sàn/người, trong đó khu vực đô thị đạt 32 m2 sàn/người.",
            [
                ("Diện tích nhà ở bình quân đầu người", None, 2025, "27 m2 sàn/người"),
                ("Diện tích nhà ở bình quân đầu người", None, 2030, "30 m2 sàn/người"),
                ("Diện tích nhà ở bình quân đầu người", "khu vực đô thị", 2030, "32 m2 sàn/người"),
            ],
        ),
        (
            "- Đến năm 2030, thành lập mới 03 phường, 01 thị trấn.",
            [
                ("thành lập mới phường", None, 2030, "03 phường"),
                ("thành lập mới thị trấn", None, 2030, "01 thị trấn"),
            ],
        ),
        (
            "- Đến năm 2030, đất cây xanh công cộng tại đô thị loại I đạt 6 m2/người, tại đô thị Ba Tri "
            "đạt 8 m2/người.",
            [
                ("đất cây xanh công cộng", "tại đô thị loại I", 2030, "6 m2/người"),
                ("đất cây xanh công cộng", "tại đô thị Ba Tri", 2030, "8 m2/người"),
            ],
        ),
        (
            "- Tỷ lệ cấp nước sạch ở các đô thị từ loại IV trở lên đạt 95%.",
            [("Tỷ lệ cấp nước sạch", "ở các đô thị từ loại IV trở lên", None, "95%")],
        ),
        ("- Hệ thống đô thị có 22 đô thị.", [("Hệ thống đô thị", None, None, "22 đô thị")]),
        ("- Đến năm 2030, toàn tỉnh có 22 đô thị.", [("đô thị", "toàn tỉnh", 2030, "22 đô thị")]),
        ("- Bảo đảm 30 - 50 năm sau trở thành rừng; ban hành trong 05 ngày.", []),
        ("- Thực hiện Nghị quyết 06, lộ trình 5 năm và hằng năm.", []),
    ],
)  # fmt: skip
def test_names_scopes_and_years(body: str, expected: list[Fact]) -> None:
    assert facts(body) == expected


def test_a_period_keeps_its_first_year() -> None:
    _, (found,) = read(_AIMS + "- Giai đoạn 2026-2030, thành lập 2 thị trấn.")
    assert (found.since, found.year) == (2026, 2030)


@pytest.mark.parametrize(
    ("body", "kinds"),
    [
        ("- Tỷ lệ đô thị hóa đạt 40% (năm 2021 là 35%).", ["target", "baseline"]),
        ("- Hiện nay, tỷ lệ đô thị hóa đạt 38,5%.", ["baseline"]),
        ("- Tính đến ngày 31/12/2021, tỷ lệ hộ nghèo còn 3%.", ["baseline"]),
        ("- Tỷ lệ đô thị hóa tăng từ 38% lên 45% vào năm 2030.", ["baseline", "target"]),
        ("- Dự báo dân số toàn tỉnh đến năm 2030 khoảng 1,5 triệu người.", ["projection"]),
        ("- Tỷ lệ hộ nghèo dự kiến còn 1%, đến năm 2030 còn 0,5%.", ["projection", "projection"]),
        ("- Phấn đấu thị trấn Ba Tơ đạt chuẩn đô thị loại IV.", ["qualitative"]),
        ("- Đến năm 2025, hoàn thành quy hoạch chung các đô thị.", ["qualitative"]),
        ("- Nâng cao đời sống Nhân dân.", []),
    ],
)
def test_kinds(body: str, kinds: list[str]) -> None:
    _, found = read(_AIMS + body)
    assert [indicator.kind.value for indicator in found] == kinds


def test_parts_belong_to_their_whole() -> None:
    _, found = read(
        _AIMS + "- Tổng vốn khoảng 9.000 tỷ đồng, trong đó: ngân sách tỉnh 2.000 tỷ đồng; vốn vay "
        "7.000 tỷ đồng. Thành lập 4 đô thị, gồm 1 đô thị loại III, 3 đô thị loại V."
    )
    assert [(i.name, i.parent) for i in found] == [
        ("Tổng vốn", None),
        ("ngân sách tỉnh", 0),
        ("vốn vay", 0),
        ("Thành lập đô thị", None),
        ("đô thị loại III", 3),
        ("đô thị loại V", 3),
    ]


def test_outside_aims_a_bare_count_is_no_indicator() -> None:
    raw = _AIMS.replace("MỤC TIÊU", "TỔ CHỨC THỰC HIỆN")
    assert read(raw + "- Tổ chức 02 hội nghị, có 5 cán bộ tham dự.")[1] == ()
    _, found = read(raw + "- Phấn đấu đến năm 2025 thành lập 02 phường; tỷ lệ hài lòng đạt 90%.")
    assert [indicator.unit for indicator in found] == ["phường", "%"]


_TABLE = """
| TT | Chỉ tiêu | Đơn vị tính | Hiện trạng 2021 | Năm 2025 | Năm 2030 |
| 1 | Tỷ lệ đô thị hóa | % | 38,5 | ≥ 45 | 50 - 52 |
| 2 | Đất cây xanh khu vực nội thị | m²/người | 5,2 | 6 - 8 | trên 8 |
"""
_HEADED = "\nChỉ tiêu: Tỷ lệ hộ nghèo | Đơn vị: % | Năm 2025: dưới 2 | Năm 2030: dưới 1\n"


def test_rows_of_a_table() -> None:
    text, found = read(_AIMS + "- Các chỉ tiêu cụ thể:\n" + _TABLE)
    assert [(i.name, i.scope, i.year, i.operator, i.low, i.high, i.unit, i.kind) for i in found] == [
        ("Tỷ lệ đô thị hóa", None, 2021, "=", 38.5, 38.5, "%", IndicatorKind.BASELINE),
        ("Tỷ lệ đô thị hóa", None, 2025, "≥", 45, None, "%", IndicatorKind.TARGET),
        ("Tỷ lệ đô thị hóa", None, 2030, "=", 50, 52, "%", IndicatorKind.TARGET),
        ("Đất cây xanh", "khu vực nội thị", 2021, "=", 5.2, 5.2, "m²/người", IndicatorKind.BASELINE),
        ("Đất cây xanh", "khu vực nội thị", 2025, "=", 6, 8, "m²/người", IndicatorKind.TARGET),
        ("Đất cây xanh", "khu vực nội thị", 2030, ">", 8, None, "m²/người", IndicatorKind.TARGET),
    ]  # fmt: skip
    assert words(text, found[5]) == "trên 8"


def test_rows_that_repeat_their_headers() -> None:
    text, found = read(_AIMS + "- Các chỉ tiêu cụ thể:\n" + _HEADED)
    assert [(i.name, i.year, i.high, words(text, i)) for i in found] == [
        ("Tỷ lệ hộ nghèo", 2025, 2, "dưới 2"),
        ("Tỷ lệ hộ nghèo", 2030, 1, "dưới 1"),
    ]


def test_the_unit_in_a_header_is_that_of_its_cells() -> None:
    text, found = read(
        _AIMS + "- Các chỉ tiêu cụ thể:\n\n| TT | Chỉ tiêu (ha) | Năm 2025 | Năm 2030 (%) |\n"
        "| 1 | Đất công viên | 12 | 20 |\n| 2 | Sân chơi (m²) | 300 | 40 |\n"
        "\n| TT | Chỉ tiêu | Năm 2030 (dự kiến) |\n| 1 | Số chợ | 12 |\n"
    )
    assert [(i.name, i.year, i.unit, words(text, i)) for i in found] == [
        ("Đất công viên", 2025, "ha", "12"),
        ("Đất công viên", 2030, "%", "20"),
        ("Sân chơi", 2025, "m²", "300"),
        ("Sân chơi", 2030, "m²", "40"),
        ("Số chợ", 2030, "", "12"),
    ]


_PIECES = st.sampled_from(
    ["I. MỤC TIÊU\n", "- ", "Đến năm 2025, ", "tỷ lệ đô thị hóa ", "đạt ", "khoảng 5%", " (", ")", "; ",
     "trong đó ", "gồm 2 đô thị", " toàn tỉnh", ", ", ". ", "\n", "vào các năm 2025, 2030", " | ", "⁽¹⁾",
     "\n(1) Năm 2021 đạt 3%.\n", "từ 5% lên 6%", "phổ cập internet", "lần lượt ", "12", ":"]
)  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(st.one_of(st.text(max_size=120), st.lists(_PIECES, max_size=30).map("".join)))
def test_any_text_gives_spans_inside_it(raw: str) -> None:
    text, found = read(raw)
    for position, indicator in enumerate(found):
        assert 0 <= indicator.start <= indicator.value_start < indicator.value_end <= indicator.end
        assert indicator.end <= len(text)
        assert indicator.name == " ".join(indicator.name.split()) != ""
        assert indicator.parent is None or 0 <= indicator.parent < len(found)
        assert indicator.parent != position


@pytest.mark.parametrize(
    "piece", ["- đạt 5%\n", "(5% ", "5%) ", "năm 2025 đạt 5%, ", "| 5% ", "gồm 2 xã, "]
)
def test_long_hostile_text_is_read(piece: str) -> None:
    text, found = read("I. MỤC TIÊU\n\n" + piece * (20_000 // len(piece)))
    assert all(indicator.end <= len(text) for indicator in found)


def test_values_of_a_part_on_how_things_stand_are_no_targets() -> None:
    plan = parse_plan(
        "lao-cai",
        "ĐỀ ÁN\n\nPHẦN I. THỰC TRẠNG PHÁT TRIỂN ĐÔ THỊ ĐẾN NĂM 2025\n\n"
        "1. Hạ tầng\n\n1.1. Giao thông: tỷ lệ đất giao thông đạt 13,8%.\n\n"
        "PHẦN II. MỤC TIÊU, NHIỆM VỤ\n\n1. Mục tiêu đến năm 2030\n\n"
        "1.1. Tỷ lệ đất giao thông đạt 16%.\n",
    )
    assert [(i.low, i.year, i.kind.value) for i in plan.indicators] == [
        (13.8, 2025, "baseline"),
        (16.0, 2030, "target"),
    ]


def test_amounts_that_correspond_to_the_years_before_them() -> None:
    plan = parse_plan(
        "bim-son",
        "I. MỤC TIÊU\n\n1. Thu ngân sách đến năm 2025 đạt 2.100 tỷ đồng và đến năm 2030 đạt 4.000 tỷ đồng; "
        "thu nhập bình quân đầu người tương ứng là 95 triệu đồng và 150 triệu đồng.\n\n"
        "2. Số đô thị loại II và loại III tương ứng là 2 đô thị và 5 đô thị.\n",
    )
    income = [(i.low, i.year) for i in plan.indicators if "thu nhập" in i.name]
    assert income == [(95.0, 2025), (150.0, 2030)]
    assert {i.year for i in plan.indicators if i.unit == "đô thị"} <= {None}


def test_what_else_is_done_belongs_to_the_name() -> None:
    plan = parse_plan(
        "tay-ninh",
        "I. MỤC TIÊU\n\n1. Nước thải sinh hoạt đô thị được thu gom, xử lý đạt quy chuẩn năm 2028 đạt 30%.\n",
    )
    (indicator,) = plan.indicators
    assert indicator.name == "Nước thải sinh hoạt đô thị được thu gom, xử lý đạt quy chuẩn"


def test_a_table_of_years_takes_its_unit_from_above() -> None:
    plan = parse_plan(
        "tay-ninh",
        "I. NGUỒN LỰC\n\n1. Nhu cầu vốn (đơn vị: tỷ đồng)\n\n"
        "| TT | Nguồn vốn | Năm 2026 | Năm 2027 | Cộng |\n| 1 | Ngân sách tỉnh | 640 | 785 | 1.425 |\n",
    )
    assert [(i.name, i.year, i.low, i.unit) for i in plan.indicators] == [
        ("Ngân sách tỉnh", 2026, 640.0, "tỷ đồng"),
        ("Ngân sách tỉnh", 2027, 785.0, "tỷ đồng"),
        ("Ngân sách tỉnh (tổng cộng)", None, 1425.0, "tỷ đồng"),
    ]


def test_a_range_cut_at_its_dash_is_one_amount() -> None:
    plan = parse_plan(
        "phu-tho",
        "I. MỤC TIÊU\n\n1. Đến năm 2030 kinh tế khu vực đô thị đóng góp vào GRDP của tỉnh khoảng 78\n- 80% GRDP.\n",
    )
    assert [(i.low, i.high, i.unit) for i in plan.indicators] == [(78.0, 80.0, "%")]


def test_sums_and_sizes_of_what_a_table_lists() -> None:
    text, found = read(
        "\nI. DANH MỤC DỰ ÁN\n\n| TT | Tên dự án | Diện tích (ha) | Tổng mức đầu tư (tỷ đồng) | Ghi chú |\n"
        "| 1 | Bến xe phía Nam | 3,5 | 120 | 2 tầng |\n| 2 | Chợ trung tâm | 1,2 | 85,5 | |\n"
    )
    assert [(i.name, i.year, i.unit, words(text, i)) for i in found] == [
        ("Diện tích Bến xe phía Nam", None, "ha", "3,5"),
        ("Tổng mức đầu tư Bến xe phía Nam", None, "tỷ đồng", "120"),
        ("Diện tích Chợ trung tâm", None, "ha", "1,2"),
        ("Tổng mức đầu tư Chợ trung tâm", None, "tỷ đồng", "85,5"),
    ]


@pytest.mark.parametrize(
    ("words", "values"),
    [
        ("đạt tối thiểu 45% (năm 2021: 31%).", [(45.0, 2030), (31.0, 2021)]),
        ("đạt 45% (hiện nay: 31%).", [(45.0, 2030), (31.0, None)]),
        ("đạt 45% (hiện trạng năm 2021: 31%).", [(45.0, 2030), (31.0, 2021)]),
        ("tăng từ 31% lên 45%.", [(31.0, None), (45.0, 2030)]),
        ("đạt 45%, tăng thêm 14% so với hiện nay.", [(45.0, 2030), (14.0, 2030)]),
    ],
)
def test_how_things_stand_takes_no_year_of_the_aim(
    words: str, values: list[tuple[float, int | None]]
) -> None:
    plan = parse_plan(
        "ben-tre", f"KẾ HOẠCH\n\nI. CHỈ TIÊU ĐẾN NĂM 2030\n\n1. Tỷ lệ đô thị hóa {words}\n"
    )
    assert [(i.low, i.year) for i in plan.indicators] == values
    assert {i.name for i in plan.indicators} == {"Tỷ lệ đô thị hóa"}


def test_a_table_of_periods_with_the_unit_in_its_last_header() -> None:
    plan = parse_plan(
        "quy-nhon",
        "KẾ HOẠCH\n\nI. KINH PHÍ\n\n| TT | Nguồn vốn | 2023 - 2025 | 2026 - 2030 | Cộng (tỷ đồng) |\n"
        "| 1 | Vốn xã hội hóa | 2.900 | 5.600 | 8.500 |\n",
    )
    assert [(i.name, i.since, i.year, i.low, i.unit) for i in plan.indicators] == [
        ("Vốn xã hội hóa", 2023, 2025, 2900.0, "tỷ đồng"),
        ("Vốn xã hội hóa", 2026, 2030, 5600.0, "tỷ đồng"),
        ("Vốn xã hội hóa (tổng cộng)", None, None, 8500.0, "tỷ đồng"),
    ]


PARTS = """I. MỤC TIÊU

1. Đến năm 2030

a) Trên phạm vi toàn tỉnh

- Tỷ lệ đô thị hóa đạt trên 32%.

b) THÀNH PHỐ VĨNH YÊN (đô thị loại I)

- Tỷ lệ đô thị hóa đạt 85%; diện tích cây xanh tại khu vực nội thành đạt 10 m²/người.

c) Chỉ tiêu của thị xã Phú Thọ đến năm 2035:

- Diện tích cây xanh: toàn thị xã 8 m²/người; các khu đô thị mới từ 12 m²/người trở lên.

d) Phát triển đô thị

- Tỷ lệ đất giao thông đạt 16%.
"""


def test_a_heading_that_says_where_is_the_scope_of_what_stands_below() -> None:
    _, found = read(PARTS)
    assert [(i.name, i.scope, i.low, i.year) for i in found] == [
        ("Tỷ lệ đô thị hóa", "toàn tỉnh", 32, 2030),
        ("Tỷ lệ đô thị hóa", "thành phố Vĩnh Yên", 85, 2030),
        ("diện tích cây xanh", "thành phố Vĩnh Yên, tại khu vực nội thành", 10, 2030),
        ("Diện tích cây xanh", "toàn thị xã", 8, 2035),
        ("Diện tích cây xanh", "thị xã Phú Thọ, các khu đô thị mới", 12, 2035),
        ("Tỷ lệ đất giao thông", None, 16, 2030),
    ]


FROM_TO = """Hà Nội, ngày 12 tháng 3 năm 2022

KẾ HOẠCH

I. MỤC TIÊU

- Nâng tỷ lệ đô thị hóa toàn thành phố từ 73,5% năm 2025 lên 78% năm 2030. Trong đó:

+ Huyện Phong Điền từ 21% năm 2025 lên 36% năm 2030.

+ Các quận nội thành còn lại đạt 95% năm 2030.

- Diện tích cây xanh bình quân đạt 8,5 m2/người vào năm 2030. Riêng quận Ninh Kiều, do quỹ đất hạn chế, phấn đấu tối thiểu 5,5 m2/người vào năm 2030.

- Hoàn thành 3.500 căn nhà ở xã hội trong giai đoạn 2022 - 2025 và 5.600 căn trong giai đoạn 2026 - 2030.
"""


def test_values_that_rise_from_year_to_year_keep_their_name_and_place() -> None:
    _, found = read(FROM_TO)
    rate, green, homes = (
        "tỷ lệ đô thị hóa",
        "Diện tích cây xanh bình quân",
        "Hoàn thành căn nhà ở xã hội",
    )
    assert [(i.name, i.scope, i.low, i.year) for i in found] == [
        (rate, "toàn thành phố", 73.5, 2025),
        (rate, "toàn thành phố", 78, 2030),
        (rate, "Huyện Phong Điền", 21, 2025),
        (rate, "Huyện Phong Điền", 36, 2030),
        (rate, "Các quận nội thành còn lại", 95, 2030),
        (green, None, 8.5, 2030),
        (green, "Riêng quận Ninh Kiều", 5.5, 2030),
        (homes, None, 3500, 2025),
        (homes, None, 5600, 2030),
    ]
    assert {i.kind for i in found} == {IndicatorKind.TARGET}
