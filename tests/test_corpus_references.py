"""References: numbers in every printed form, short forms, laws, and contradictions reported."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.contradictions import dates_conflict, reference_warnings, shown_date
from corpus.doctypes import NUMBER, find_numbers, same_number, type_code, types_of
from corpus.outline import read_outline
from corpus.plan import Reference
from corpus.references.reader import read_references
from corpus.text import normalise

PLANS = Path(__file__).parent.parent / "corpus" / "plans"


def refs(text: str) -> tuple[Reference, ...]:
    return read_references(text, ())


def plan_refs(plan_id: str) -> tuple[str, tuple[Reference, ...]]:
    text = normalise((PLANS / f"{plan_id}.txt").read_text(encoding="utf-8"))
    return text, read_references(text, read_outline(text).sections)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nghị quyết số 06-NQ/TW ngày 24/01/2022 của Bộ Chính trị về đô thị", ("Nghị quyết", "06-NQ/TW", "2022-01-24", "Bộ Chính trị")),
        ("Nghị quyết 06-\nNQ/TW của Bộ Chính trị", ("Nghị quyết", "06-NQ/TW", None, "Bộ Chính trị")),
        ("Nghị quyết số 06-NQ/TW, ngày 24/01/2022 của Bộ Chính trị", ("Nghị quyết", "06-NQ/TW", "2022-01-24", "Bộ Chính trị")),
        ("Nghị quyết số 9-NQ/TW (ngày 03 tháng 4 năm 2023) của Bộ Chính trị", ("Nghị quyết", "9-NQ/TW", "2023-04-03", "Bộ Chính trị")),
        ("Kế hoạch số 24 /KH-UBND ngày 14/8/2025 của UBND tỉnh thực hiện", ("Kế hoạch", "24/KH-UBND", "2025-08-14", "UBND tỉnh")),
        ("Kế hoạch 223/KH- UBND ngày 24/10/2025 của UBND tỉnh về", ("Kế hoạch", "223/KH-UBND", "2025-10-24", "UBND tỉnh")),
        ("Quyết định số 12/QĐ-UBND của UBND tỉnh Lâm Đồng ngày 05/6/2023", ("Quyết định", "12/QĐ-UBND", "2023-06-05", "UBND tỉnh Lâm Đồng")),
        ("Thông tư số 06/2022/TT-BTTTT ngày 30 tháng 6 năm 2022 của Bộ trưởng Bộ Thông tin và Truyền thông hướng dẫn", ("Thông tư", "06/2022/TT-BTTTT", "2022-06-30", "Bộ trưởng Bộ Thông tin và Truyền thông")),
        ("Công văn số 574/UBND-NC ngày 23/9/2024 của UBND tỉnh", ("Công văn", "574/UBND-NC", "2024-09-23", "UBND tỉnh")),
        ("Nghị quyết số 76/2025/UBTVQH15 ngày 14 tháng 4 năm 2025 của Ủy ban Thường vụ Quốc hội", ("Nghị quyết", "76/2025/UBTVQH15", "2025-04-14", "Ủy ban Thường vụ Quốc hội")),
        ("Báo cáo thẩm tra số 116/BC-BĐT ngày 24/11/2025", ("Báo cáo", "116/BC-BĐT", "2025-11-24", None)),
        ("CHỈ THỊ SỐ 27/CT-TTG NGÀY 15 THÁNG 8 NĂM 2024 CỦA THỦ TƯỚNG CHÍNH PHỦ VỀ", ("Chỉ thị", "27/CT-TTG", "2024-08-15", "THỦ TƯỚNG CHÍNH PHỦ")),
        ("Quyết định số 4255/QĐ-BNN-KHCN ngày 04/12/2024 của Bộ Nông nghiệp và Phát triển nông thôn (nay là Bộ khác)", ("Quyết định", "4255/QĐ-BNN-KHCN", "2024-12-04", "Bộ Nông nghiệp và Phát triển nông thôn")),
        ("Nghị quyết số 03-NQ/TU ngày 24/8/2021 của Hội nghị Tỉnh ủy lần thứ 4 (khóa XX)", ("Nghị quyết", "03-NQ/TU", "2021-08-24", "Hội nghị Tỉnh ủy lần thứ 4")),
        ("Luật Thủ đô số 39/2024/QH15", ("Luật", "39/2024/QH15", None, None)),
        ("Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025", ("Luật", None, "2025-06-16", None)),
        ("Luật Bảo vệ môi trường năm 2020", ("Luật", None, None, None)),
    ],
)  # fmt: skip
def test_one_reference(
    text: str, expected: tuple[str | None, str | None, str | None, str | None]
) -> None:
    (found,) = refs(text)
    assert (found.type, found.number, found.date, found.issuer) == expected
    assert found.start == 0


@pytest.mark.parametrize(
    "text",
    [
        "từ 28-30 m²/người", "giai đoạn 2021-2030", "ngày 24/01/2022", "đạt 31% - 32%", "Kế hoạch này",
        "Nghị quyết của Đảng", "5-7m²/người vào năm 2025", "mạng 4G/5G", "Thi đua theo Luật", "30 - 50 năm",
        "QCVN 08:2023/BTNMT", "phường 1/2", "lần thứ 2/Quý IV", "Tỉnh/thành phố 10/2025", "16% -> 24%",
    ],
)  # fmt: skip
def test_no_reference(text: str) -> None:
    assert refs(text) == ()


def test_lists_name_the_type_once() -> None:
    found = refs("Các Công điện: số 007/CĐ-UBND ngày 17/11/2025, số 008/CĐ-UBND và số 9/CĐ-UBND")
    assert [(r.type, r.number) for r in found] == [
        ("Công điện", "007/CĐ-UBND"), ("Công điện", "008/CĐ-UBND"), ("Công điện", "9/CĐ-UBND"),
    ]  # fmt: skip


def test_two_issuers_are_not_run_together() -> None:
    found = refs(
        "Kế hoạch số 14-KH/TU ngày 29/7/2025 của Ban Thường vụ Tỉnh ủy và Kế hoạch số 24/KH-UBND"
    )
    assert [r.issuer for r in found] == ["Ban Thường vụ Tỉnh ủy", None]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("theo Luật Ngân sách nhà nước và các văn bản hướng dẫn", "Luật Ngân sách nhà nước"),
        ("của Luật Tiêu chuẩn và quy chuẩn kỹ thuật ban hành", "Luật Tiêu chuẩn và quy chuẩn kỹ thuật"),
        ("Luật Phòng, chống thiên tai, các quy định", "Luật Phòng, chống thiên tai"),
        ("Luật Việc làm trên địa bàn Thành phố", "Luật Việc làm"),
        ("Luật Đầu tư theo phương thức đối tác công tư được", "Luật Đầu tư theo phương thức đối tác công tư"),
        ("Bộ luật Lao động năm 2019;", "Bộ luật Lao động năm 2019"),
    ],
)  # fmt: skip
def test_law_names_end_where_they_end(text: str, name: str) -> None:
    (found,) = refs(text)
    assert text[found.start : found.end] == name


def test_short_forms_are_resolved_later() -> None:
    text = (
        "Thực hiện Chương trình hành động số 21-CTr/TU ngày 12/8/2022 của Tỉnh ủy về thực hiện Nghị quyết "
        "số 06-NQ/TW ngày 24/01/2022 (sau đây viết tắt là Chương trình hành động 21 và Nghị quyết 06).\n"
        "Quán triệt Nghị quyết 06 và Chương trình hành động 21; Nghị quyết 06-NQ/TW; Nghị quyết 07."
    )
    found = refs(text)
    assert [(r.number, r.alias) for r in found[2:]] == [
        ("06-NQ/TW", "Nghị quyết 06"), ("21-CTr/TU", "Chương trình hành động 21"), ("06-NQ/TW", None),
    ]  # fmt: skip
    assert found[2].start > text.index("\n")


def test_a_bare_word_defined_for_one_document() -> None:
    text = (
        "Nghị định số 200/2025/NĐ-CP ngày 09/7/2025 của Chính phủ (sau đây viết tắt là Nghị định).\n"
        "Điều 51 Nghị định quy định; Nghị định số 80/2025/NĐ-CP; Nghị định này."
    )
    assert [(r.number, r.alias) for r in refs(text)[1:]] == [
        ("200/2025/NĐ-CP", "Nghị định"), ("80/2025/NĐ-CP", None),
    ]  # fmt: skip


def test_a_form_for_the_plan_itself_is_no_document() -> None:
    text = (
        "UBND tỉnh ban hành Kế hoạch trồng cây (sau đây gọi tắt là Kế hoạch) như sau.\nKế hoạch nêu"
    )
    assert refs(text) == ()


def test_the_own_number_is_no_reference() -> None:
    _, found = plan_refs("quang-ngai")
    assert "151/KH-UBND" not in {r.number for r in found}


NUMBERS = {
    "da-lat": {"29-CTr/TU", "06-NQ/TW", "06-CT/TW", "178/QĐ-UBND", "1836/QĐ-UBND", "7554/KH-UBND"},
    "thuy-nguyen": {"06-NQ/TW", "59-CTr/TU", "45-NQ/TW", "148/NQ-CP"},
    "duc-pho": {"21-CTr/TU", "06-NQ/TW", "01-NQ/TU"},
    "quang-ngai": {"21-CTr/TU", "06-NQ/TW", "03-NQ/TU"},
    "ha-tinh": {"06-NQ/TW"},
}


@pytest.mark.parametrize("plan_id", NUMBERS)
def test_numbers_of_the_five_plans(plan_id: str) -> None:
    text, found = plan_refs(plan_id)
    assert {r.number for r in found} - {None} == NUMBERS[plan_id]
    starts = [r.start for r in found]
    assert starts == sorted(starts)
    paths = {s.path for s in read_outline(text).sections}
    assert {r.section for r in found} <= paths


def test_type_against_code_is_reported_once() -> None:
    text, found = plan_refs("da-lat")
    (warning,) = reference_warnings(found)
    assert warning.code == "reference-type"
    assert "06-CT/TW" in text[warning.start : warning.end]
    assert "Chỉ thị" in warning.message


def test_two_dates_of_one_number_are_reported() -> None:
    found = refs("Nghị quyết số 5-NQ/TW ngày 24/01/2022; Nghị quyết số 05-NQ/TW ngày 24/10/2022")
    (warning,) = reference_warnings(found)
    assert warning.code == "reference-date"
    assert "24/01/2022" in warning.message and "24/10/2022" in warning.message


@pytest.mark.parametrize(
    ("one", "other", "conflict"),
    [
        ("2022-01-24", "2022-10-24", True),
        ("2022-01-24", "2021-01-24", True),
        ("2022-01-24", "2022-01-24", False),
        ("2016-11-05", "2022-01-24", False),
        (None, "2022-01-24", False),
    ],
)
def test_dates_conflict(one: str | None, other: str | None, conflict: bool) -> None:
    assert dates_conflict(one, other) is conflict


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("06-NQ/TW", "6-NQ/TW", True),
        ("151 /KH-UBND", "151/KH-UBND", True),
        ("27/CT-TTG", "27/CT-TTg", True),
        ("06-NQ/TW", "06-NQ/TU", False),
        ("06-NQ/TW", "16-NQ/TW", False),
        ("x", "y", False),
    ],
)
def test_same_number(one: str, other: str, same: bool) -> None:
    assert same_number(one, other) is same


def test_codes() -> None:
    assert type_code("42-CTr/HU") == "CTr"
    assert type_code("574/UBND-NC") is None
    assert types_of("06-CT/TW") == ("Chỉ thị",)


@pytest.mark.parametrize(
    ("value", "shown"),
    [("2022-01-24", "24/01/2022"), ("2022-09-22", "22/9/2022"), (None, "")],
)
def test_shown_date(value: str | None, shown: str) -> None:
    assert shown_date(value) == shown


@settings(max_examples=80, deadline=None)
@given(st.integers(1, 99999), st.sampled_from(["KH-UBND", "QĐ-TTg", "NQ-HĐND", "TTr-SXD"]))
def test_every_state_number_is_found(digits: int, code: str) -> None:
    (number,) = find_numbers(f"theo số {digits}/{code} ngày")
    assert number.text == f"{digits}/{code}"


@settings(max_examples=80, deadline=None)
@given(
    st.text(alphabet="Nghị quyết số 06-NQ/TW ngày24/01của(sauđâyviếttắtlà)Luật.,\n", max_size=200)
)
def test_spans_lie_in_any_text(text: str) -> None:
    for found in refs(text):
        assert 0 <= found.start < found.end <= len(text)


@given(
    st.lists(
        st.sampled_from(["1", "06", "/", "-", "NQ", "TW", "2025", " ", "x", "KH-UBND"]), max_size=12
    ).map("".join)
)
def test_numbers_are_those_of_the_pattern_wherever_they_stand(text: str) -> None:
    plain = [
        (match.start(), match.end())
        for match in NUMBER.finditer(text)
        if match["party"] is None or type_code(match.group()) is not None
    ]
    assert [(found.start, found.end) for found in find_numbers(text)] == plain
