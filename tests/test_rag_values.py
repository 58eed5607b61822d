"""Values: the indicator of the name, scope and year asked, never the nearest number."""

from __future__ import annotations

from dataclasses import replace

import pytest
from rag_many_plans import even, holding, searched
from rag_plans import small_plan

from corpus.plan import Plan
from corpus.reading import parse_plan
from rag.answer import Status
from rag.collection import Collection
from rag.figures.amounts import shown_value, supporting_spans
from rag.figures.match import Match, covers_year, of_years
from rag.figures.stated import value_statement
from rag.figures.values import find_indicators
from rag.one_plan import answer_from
from rag.question import understand
from rag.verify import passes


def _values(text: str, plan: Plan, collection: Collection) -> list[str]:
    question = understand(text, collection.weigh)
    matches = of_years(find_indicators(plan, question, collection.weigh), question.years)
    return [shown_value(plan, match.indicator) for match in matches]


@pytest.mark.parametrize(
    ("plan", "text", "values"),
    [
        ("ha-tinh", "chỉ tiêu cây xanh năm 2030", ["khoảng 7-9 m²"]),
        ("ha-tinh", "chi tieu cay xanh nam 2030", ["khoảng 7-9 m²"]),
        ("ha-tinh", "tỷ lệ đô thị hóa năm 2025", ["trên 40%"]),
        ("ha-tinh", "bao nhiêu đô thị loại V năm 2030", ["18 đô thị"]),
        ("ha-tinh", "bao nhiêu đô thị loại III năm 2030", ["02 đô thị"]),
        ("duc-pho", "chỉ tiêu cây xanh năm 2030", ["khoảng 9,7 m²"]),
        ("duc-pho", "tỷ lệ đất giao thông năm 2025", ["khoảng 20,5%"]),
        ("thuy-nguyen", "diện tích sàn nhà ở khu vực nội thị năm 2030", ["28 → 30 m²/người"]),
        ("thuy-nguyen", "tỷ lệ đô thị hóa năm 2040", []),
        ("da-lat", "chỉ tiêu cây xanh năm 2030", []),
        ("da-lat", "độ che phủ của rừng", ["trên 53%"]),
    ],
)
def test_values_of_the_five_plans(
    plan: str, text: str, values: list[str], collection: Collection
) -> None:
    assert _values(text, collection.plan(plan), collection) == values


def test_values_of_a_plan_nobody_has_seen(collection: Collection) -> None:
    plan = small_plan()
    assert _values("tỷ lệ đô thị hóa năm 2030", plan, collection) == ["khoảng 35-40%"]
    assert _values("cây xanh năm 2025", plan, collection) == ["6 m²/người"]
    assert _values("cây xanh năm 2030", plan, collection) == []


def test_every_value_can_be_said_and_cited(collection: Collection) -> None:
    for card in collection.cards():
        plan = collection.plan(card.id)
        for indicator in plan.indicators:
            statement = value_statement(Match(plan, indicator, 1.0, 1.0))
            assert passes(statement, ""), statement.text
            assert statement.spans == supporting_spans(plan, indicator)


def test_a_period_covers_its_years() -> None:
    plan = small_plan("I. MỤC TIÊU\n\n1. Giai đoạn 2026-2030 lập thêm 03 công viên.\n")
    (indicator,) = plan.indicators
    assert [covers_year(indicator, year) for year in (2025, 2026, 2028, 2030, 2031)] == [
        False, True, True, True, False,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("plan", "text", "counted"),
    [
        ("thuy-nguyen", "Đến năm 2030 có bao nhiêu đô thị?", False),
        ("ha-tinh", "Năm 2030 có bao nhiêu đô thị loại V?", True),
        ("ha-tinh", "Tỷ lệ đô thị hóa năm 2030 là bao nhiêu?", True),
        ("da-lat", "Độ che phủ rừng bao nhiêu theo kế hoạch?", True),
    ],
)
def test_an_amount_of_what_is_counted(
    plan: str, text: str, counted: bool, collection: Collection
) -> None:
    assert bool(_values(text, collection.plan(plan), collection)) is counted


TABLE = """UBND TỈNH BẾN TRE

KẾ HOẠCH
Phát triển đô thị

I. MỤC TIÊU

1. Theo Phụ lục.

PHỤ LỤC
| STT | Chỉ tiêu | Đơn vị tính | 2025 | 2030 | Cơ quan theo dõi |
| 1 | Tỷ lệ thất thoát nước sạch | % | 17,5 | ≤ 13 | Sở Xây dựng |
| 2 | Cây xanh bình quân tại đô thị Ba Tri | m²/người | 9,6 | 12,0 | UBND các xã |
"""


def test_a_cell_is_said_with_its_unit_and_cited_with_its_header() -> None:
    plan = small_plan(TABLE)
    said = [value_statement(Match(plan, i, 1.0, 1.0)) for i in plan.indicators]
    assert [statement.text for statement in said] == [
        "Tỷ lệ thất thoát nước sạch của Bến Tre năm 2025: 17,5%.",
        "Tỷ lệ thất thoát nước sạch của Bến Tre năm 2030: ≤ 13%.",
        "Cây xanh bình quân của Bến Tre (tại đô thị Ba Tri) năm 2025: 9,6 m²/người.",
        "Cây xanh bình quân của Bến Tre (tại đô thị Ba Tri) năm 2030: 12,0 m²/người.",
    ]
    for statement in said:
        row, header = statement.spans
        assert passes(statement, ""), statement.text
        assert row.text.startswith(("1 | Tỷ lệ", "2 | Cây")) and "| 2030 |" in header.text


def test_another_number_of_the_row_does_not_pass() -> None:
    plan = small_plan(TABLE)
    statement = value_statement(Match(plan, plan.indicators[1], 1.0, 1.0))
    assert not passes(replace(statement, text=statement.text.replace("≤ 13", "17,5")), "")
    assert not passes(replace(statement, text=statement.text.replace("2030", "2025")), "")


def test_each_year_that_is_asked_has_its_value(collection: Collection) -> None:
    plan = small_plan(
        "I. MỤC TIÊU\n\n1. Đến năm 2025 hoàn thành ít nhất 1.500 căn nhà ở xã hội.\n\n"
        "2. Đến năm 2030 lũy kế hoàn thành khoảng 6.800 căn nhà ở xã hội.\n"
    )
    asked = "số căn nhà ở xã hội đến năm 2025 và lũy kế đến năm 2030"
    assert _values(asked, plan, collection) == ["ít nhất 1.500 căn nhà", "khoảng 6.800 căn nhà"]


NAMED = """UBND TỈNH BẾN TRE

KẾ HOẠCH
Phát triển đô thị giai đoạn 2026 - 2030

I. MỤC TIÊU

1. Diện tích nhà ở xã hội đạt 8 m²/người.

2. Nhà ở xã hội hoàn thành: 1.200 căn.

3. Trạm y tế ở trường học: 12 trạm.

4. Kinh phí sửa cầu cống bằng 2% ngân sách.

5. Số người được hỗ trợ học phí: 500 người.

6. Học phí được hỗ trợ 3 triệu đồng.

7. Tỷ lệ hộ dân dùng nước máy đạt 97%.

8. Tỷ lệ chợ dùng nước máy đạt 90%.

9. Hiện nay tỷ lệ đường có cây bóng mát đạt 40%, đến năm 2035 đạt 60%.
"""


@pytest.mark.parametrize(
    ("text", "values"),
    [
        # "ở" is part of the thing in "nhà ở", and says where it is elsewhere.
        ("nhà ở xã hội bao nhiêu", ["1.200 căn", "8 m²/người"]),
        ("trường học bao nhiêu", []),
        # Money is asked for.
        ("Mức hỗ trợ học phí là bao nhiêu?", ["3 triệu đồng"]),
        ("Sửa cầu cống hết bao nhiêu tiền?", ["bằng 2%"]),
        ("Kinh phí dùng nước máy là bao nhiêu?", []),
        # A share may say how many people there are, not how many things.
        ("Bao nhiêu hộ dùng nước máy?", ["97%"]),
        ("Bao nhiêu dân dùng nước máy?", ["97%"]),
        ("Bao nhiêu người dùng nước máy?", []),
        ("Bao nhiêu chợ dùng nước máy?", []),
        # What there is now comes before what is aimed at.
        ("tỷ lệ đường có cây bóng mát hiện nay", ["40%"]),
        ("tỷ lệ đường có cây bóng mát", ["60%"]),
        ("tỷ lệ đường có cây bóng mát hiện nay và năm 2035", ["60%"]),
        ("tỷ lệ chợ dùng nước máy hiện nay", ["90%"]),
    ],
)
def test_what_a_value_is_of(text: str, values: list[str], collection: Collection) -> None:
    assert _values(text, small_plan(NAMED), collection) == values


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Tỷ lệ chợ dùng nước máy của kế hoạch 2026 - 2030 là bao nhiêu?", Status.ANSWERED),
        ("Tỷ lệ chợ dùng nước máy giai đoạn 2026-2030 là bao nhiêu?", Status.ANSWERED),
        ("Tỷ lệ chợ dùng nước máy giai đoạn 2021-2025 là bao nhiêu?", Status.OTHER_YEAR),
        ("Tỷ lệ chợ dùng nước máy năm 2030 là bao nhiêu?", Status.OTHER_YEAR),
        # A value with a year of its own is for that year.
        ("Tỷ lệ đường có cây bóng mát giai đoạn 2026-2030 là bao nhiêu?", Status.OTHER_YEAR),
    ],
)
def test_a_value_without_a_year_is_for_the_period_of_its_plan(text: str, status: Status) -> None:
    plan = small_plan(NAMED)
    draft = answer_from(understand(text, even), plan, holding(plan))
    assert draft.status is status
    assert "%" in " ".join(statement.text for statement in draft.statements)


@pytest.mark.parametrize(("year", "status"), [(2026, Status.ANSWERED), (2027, Status.OTHER_YEAR)])
def test_a_value_without_a_year_is_for_the_year_of_its_plan(year: int, status: Status) -> None:
    plan = small_plan(NAMED.replace("giai đoạn 2026 - 2030", "năm 2026"))
    text = f"Tỷ lệ chợ dùng nước máy năm {year} là bao nhiêu?"
    assert answer_from(understand(text, even), plan, holding(plan)).status is status


PROJECTS = """UBND TỈNH BẾN TRE

KẾ HOẠCH
Phát triển đô thị

I. DANH MỤC DỰ ÁN

| TT | Tên dự án | Diện tích (ha) | Tổng mức đầu tư (tỷ đồng) |
| 1 | Bến xe phía Nam | 3,5 | 120 |
| 2 | Chợ trung tâm | 1,2 | 85,5 |
"""


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Tổng mức đầu tư bến xe phía Nam là bao nhiêu?", "120 tỷ đồng"),
        ("Diện tích chợ trung tâm bao nhiêu ha?", "1,2 ha"),
    ],
)
def test_a_sum_of_a_listed_project_cites_what_the_column_is(text: str, value: str) -> None:
    plan = small_plan(PROJECTS)
    statement, verbatim = answer_from(understand(text, even), plan, searched(plan)).statements
    row, header = statement.spans
    assert value in statement.text and passes(statement, "") and passes(verbatim, "")
    assert value.split()[0] in row.text and "Diện tích (ha) | Tổng mức đầu tư" in header.text


AREAS = """I. MỤC TIÊU

1. Cây xanh đô thị toàn huyện đạt 9 m²/người vào năm 2030; tại khu vực nội thị đạt 6 m²/người vào năm 2025.

2. Tỷ lệ đất xây dựng đô thị trên tổng diện tích đất tự nhiên năm 2030 đạt khoảng 34%.
"""


@pytest.mark.parametrize(
    ("text", "status", "said"),
    [
        ("Cây xanh đô thị toàn huyện năm 2030 là bao nhiêu?", Status.ANSWERED, "9 m²"),
        # A part of the area does not answer for the whole of it.
        ("Cây xanh đô thị toàn huyện năm 2025 là bao nhiêu?", Status.OTHER_YEAR, "nội thị"),
        ("Cây xanh đô thị năm 2025 là bao nhiêu?", Status.ANSWERED, "nội thị"),
        # What a share is of may be said as well.
        (
            "Đất xây dựng đô thị năm 2030 chiếm mấy phần diện tích đất tự nhiên?",
            Status.ANSWERED,
            "34%",
        ),
    ],
)
def test_the_area_that_a_value_is_for(text: str, status: Status, said: str) -> None:
    plan = small_plan(AREAS)
    draft = answer_from(understand(text, even), plan, searched(plan))
    assert draft.status is status
    assert said in " ".join(statement.text for statement in draft.statements)


def test_the_area_that_is_asked_is_said_for_its_other_years() -> None:
    plan = small_plan(AREAS)
    question = understand("Cây xanh đô thị toàn huyện năm 2025 là bao nhiêu?", even)
    lead, part, whole = answer_from(question, plan, searched(plan)).statements
    assert "toàn huyện năm 2025" in lead.text
    assert "6 m²" in part.text and "2025" in part.text
    assert "9 m²" in whole.text and "2030" in whole.text


def test_what_a_share_is_of_is_not_what_it_is(collection: Collection) -> None:
    assert _values("tổng diện tích đất tự nhiên năm 2030", small_plan(AREAS), collection) == []


PROVINCE = """TỈNH ỦY PHÚ THỌ

CHƯƠNG TRÌNH HÀNH ĐỘNG
Phát triển đô thị tỉnh Phú Thọ

I. MỤC TIÊU

1. Đến năm 2030

a) Toàn tỉnh

- Tỷ lệ đô thị hóa đạt trên 32%. Phổ cập mạng 5G tại các đô thị loại IV.

b) Thị xã Phú Thọ

- Đạt tiêu chí đô thị loại III trước năm 2028; tỷ lệ đô thị hóa đạt 85%.

- Diện tích cây xanh đạt 9 m²/người.
"""


def _of_province(text: str) -> tuple[Status, str]:
    plan = parse_plan("phu-tho", PROVINCE)
    draft = answer_from(understand(text, even, ("Phú Thọ",)), plan, searched(plan))
    assert all(passes(statement, text) for statement in draft.statements if statement.spans)
    return draft.status, " ".join(statement.text for statement in draft.statements)


def test_a_town_of_the_province_has_its_own_values() -> None:
    status, said = _of_province("Tỷ lệ đô thị hóa của tỉnh Phú Thọ năm 2030 là bao nhiêu?")
    assert status is Status.ANSWERED and "32%" in said and "của Phú Thọ (toàn tỉnh)" in said
    status, said = _of_province("Tỷ lệ đô thị hóa của thị xã Phú Thọ năm 2030 là bao nhiêu?")
    assert status is Status.ANSWERED and "của Phú Thọ (thị xã Phú Thọ) năm 2030: 85%" in said
    assert "trên 32%" not in said


def test_the_heading_that_says_whose_a_value_is_is_cited_and_must_be() -> None:
    plan = parse_plan("phu-tho", PROVINCE)
    indicator = next(i for i in plan.indicators if i.low == 85)
    statement = value_statement(Match(plan, indicator, 1.0, 1.0))
    assert [span.line for span in statement.spans][1:] == ["Đến năm 2030", "b) Thị xã Phú Thọ"]
    assert passes(statement, "")
    assert not passes(replace(statement, spans=statement.spans[:2]), "")
    assert not passes(replace(statement, text=statement.text.replace(" (thị xã Phú Thọ)", "")), "")


def test_a_value_of_the_province_is_not_that_of_the_town_of_its_name() -> None:
    plan_text = PROVINCE.partition("b) Thị xã")[0]
    plan = parse_plan("phu-tho", plan_text)
    question = understand(
        "Tỷ lệ đô thị hóa thị xã Phú Thọ năm 2030 là bao nhiêu?", even, ("Phú Thọ",)
    )
    draft = answer_from(question, plan, searched(plan))
    assert draft.status is Status.OTHER_YEAR
    assert "không nêu riêng cho thị xã Phú Thọ" in draft.statements[0].text


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Thị xã Phú Thọ có lên đô thị loại III trước năm 2030 không?", Status.ANSWERED),
        ("Thị xã Phú Thọ có lên đô thị loại II năm 2028 không?", Status.CORRECTED),
    ],
)
def test_the_class_of_a_town_is_its_own(text: str, status: Status) -> None:
    found, said = _of_province(text)
    assert found is status and "5G" not in said and "loại III" in said


def test_what_is_set_for_another_town_is_no_answer() -> None:
    status, said = _of_province("Diện tích cây xanh của thị xã Phú Thọ năm 2030 là bao nhiêu?")
    assert status is Status.ANSWERED and "9 m²" in said
    plan = parse_plan(
        "phu-tho",
        PROVINCE.replace("b) Thị xã Phú Thọ", "b) Huyện Lâm Thao")
        + "\n2. Huyện Tam Nông làm kè.\n",
    )
    question = understand("Cây xanh của huyện Tam Nông năm 2030 đạt bao nhiêu?", even, ("Phú Thọ",))
    draft = answer_from(question, plan, searched(plan))
    assert draft.status is not Status.ANSWERED


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Tổng kinh phí thực hiện kế hoạch là bao nhiêu?", Status.NOT_STATED),
        ("Kinh phí thực hiện kế hoạch lấy từ nguồn nào?", Status.ANSWERED),
    ],
)
def test_what_the_plan_costs_is_not_what_it_pays(text: str, status: Status) -> None:
    plan = small_plan(
        "I. NHIỆM VỤ\n\n1. Hỗ trợ sửa nhà, ngân sách tỉnh hỗ trợ 60 triệu đồng/hộ.\n\n"
        "II. KINH PHÍ THỰC HIỆN\n\nTừ ngân sách nhà nước và các nguồn hợp pháp khác.\n"
    )
    draft = answer_from(understand(text, even), plan, searched(plan))
    assert draft.status is status


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Cây xanh toàn tỉnh Phú Thọ năm 2030 đạt 9 m² phải không?", Status.CORRECTED),
        ("Thị xã Phú Thọ phải đạt 9 m² cây xanh năm 2030 à?", Status.ANSWERED),
    ],
)
def test_what_holds_for_one_town_is_not_confirmed_of_all(text: str, status: Status) -> None:
    found, said = _of_province(text)
    assert found is status and "9 m²" in said
    assert ("Đúng" in said) is (status is Status.ANSWERED)
