"""Assignments: labelled lines, sentences, agency headings, tables, and lists of agencies."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.agencies.lists import AgencyText, is_unnamed
from corpus.assignments.reader import read_assignments
from corpus.assignments.sentences import only_trails
from corpus.outline import read_outline
from corpus.plan import Assignment
from corpus.reading import parse_plan
from corpus.text import normalise

PLANS = Path(__file__).parent.parent / "corpus" / "plans"


def read(raw: str) -> tuple[str, tuple[Assignment, ...]]:
    text = normalise(raw)
    return text, read_assignments(text, read_outline(text).sections)


def plan(plan_id: str) -> tuple[str, dict[str, Assignment]]:
    text, found = read((PLANS / f"{plan_id}.txt").read_text(encoding="utf-8"))
    return text, {assignment.section: assignment for assignment in found}


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("Sở Tài nguyên và Môi trường, UBND các huyện, thị xã, thành phố", ["Sở Tài nguyên và Môi trường", "UBND các huyện, thị xã, thành phố"]),
        ("Sở Kế hoạch và Đầu tư, Ban Quản lý Khu kinh tế Đông Hải và các Khu công nghiệp", ["Sở Kế hoạch và Đầu tư", "Ban Quản lý Khu kinh tế Đông Hải và các Khu công nghiệp"]),
        ("Các sở, ban, ngành, đoàn thể cấp tỉnh và UBND các xã, phường", ["Các sở, ban, ngành, đoàn thể cấp tỉnh", "UBND các xã, phường"]),
        ("Mặt trận Tổ quốc và các tổ chức chính trị - xã hội", ["Mặt trận Tổ quốc và các tổ chức chính trị - xã hội"]),
        ("Sở Văn hóa, Thể thao và Du lịch; Báo và Đài Phát thanh - Truyền hình; Sở Y tế", ["Sở Văn hóa, Thể thao và Du lịch", "Báo và Đài Phát thanh - Truyền hình", "Sở Y tế"]),
        ("Bộ Chỉ huy Quân sự tỉnh và sở, ngành có liên quan", ["Bộ Chỉ huy Quân sự tỉnh", "sở, ngành có liên quan"]),
        ("Sở Lao động - Thương binh và Xã hội và cơ quan, địa phương liên quan", ["Sở Lao động - Thương binh và Xã hội", "cơ quan, địa phương liên quan"]),
        ("Thủ trưởng các sở, ban ngành, Chủ tịch UBND các huyện, thị xã", ["Thủ trưởng các sở, ban ngành", "Chủ tịch UBND các huyện, thị xã"]),
        ("Hội đồng nhân dân, Ủy ban nhân dân thị xã; các đảng ủy, chi bộ trực thuộc Thị ủy", ["Hội đồng nhân dân", "Ủy ban nhân dân thị xã", "các đảng ủy, chi bộ trực thuộc Thị ủy"]),
        ("Trung tâm Dịch vụ việc làm (Sở Nội vụ, Sở Y tế), Công an tỉnh", ["Trung tâm Dịch vụ việc làm", "Công an tỉnh"]),
        ("Đài Phát thanh và Truyền hình Thành phố", ["Đài Phát thanh và Truyền hình Thành phố"]),
    ],
)  # fmt: skip
def test_lists_are_cut_between_agencies(text: str, items: list[str]) -> None:
    source = AgencyText(text)
    end = source.end_of(0, len(text))
    assert [text[span.start : span.end] for span in source.split(0, end)] == items


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("Sở Xây dựng xây dựng kế hoạch", "Sở Xây dựng"),
        ("các cơ quan tham mưu, giúp việc của Huyện ủy theo dõi", "các cơ quan tham mưu, giúp việc của Huyện ủy"),
        ("Ban Quản lý dự án đầu tư xây dựng tỉnh lập hồ sơ", "Ban Quản lý dự án đầu tư xây dựng tỉnh"),
        ("Ban Tuyên giáo Thành ủy: xây dựng Kế hoạch", "Ban Tuyên giáo Thành ủy"),
        ("Các cơ quan, tổ chức, đơn vị có liên quan tổ chức triển khai", "Các cơ quan, tổ chức, đơn vị có liên quan"),
    ],
)  # fmt: skip
def test_lists_end_before_the_first_act(text: str, agency: str) -> None:
    assert text[: AgencyText(text).end_of(0, len(text))] == agency


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("Sở Tài chính", True), ("các sở, ngành", True), ("Uỷ ban nhân dân", True), ("Ban hành kế hoạch", False),
        ("Tổ chức thực hiện", False), ("TỔ CHỨC THỰC HIỆN", False), ("Báo cáo kết quả", False), ("Các nhiệm vụ", False),
        ("Bộ máy hành chính", False), ("thị xã Đức Phổ", False), ("Phòng, chống thiên tai", False),
    ],
)  # fmt: skip
def test_heads_of_agencies(text: str, begins: bool) -> None:
    assert AgencyText(text).begins_at(0) is begins


def test_unnamed_others() -> None:
    assert is_unnamed("các cơ quan, đơn vị liên quan")
    assert not is_unnamed("Sở Xây dựng")


def test_every_task_of_duc_pho_is_assigned() -> None:
    _, found = plan("duc-pho")
    tasks = [f"III.{i}.{j}" for i, n in enumerate((3, 5, 3, 4, 6, 3), 1) for j in range(1, n + 1)]
    assert set(tasks) <= set(found)
    for path in tasks:
        assignment = found[path]
        assert (assignment.lead[0], assignment.lead_roles[0]) == ("Ban Thường vụ Thị ủy", "chỉ đạo")
        assert set(assignment.lead_roles[1:]) == {"tham mưu, thực hiện"}
        assert assignment.deadline == ("Năm 2023" if path == "III.2.1" else "Thường xuyên")
    assert found["III.2.4"].lead[1:] == ("Ủy ban nhân dân thị xã", "Đảng ủy các xã, phường")
    assert found["III.2.4"].partners == ("các cơ quan, đơn vị liên quan",)
    assert found["III.2.1"].partners == ()
    assert found["III.5.5"].lead[1] == "Đảng ủy Công an thị xã"
    assert len(found["III.4.1"].lead) == 6
    assert [found[f"IV.{i}"].lead[0] for i in range(1, 7)] == [
        "Các đảng ủy, chi bộ trực thuộc Thị ủy",
        "Hội đồng nhân dân thị xã",
        "Ủy ban nhân dân thị xã",
        "Ban Tuyên giáo Thị ủy",
        "Mặt trận Tổ quốc và tổ chức chính trị - xã hội thị xã",
        "Các cơ quan chuyên trách tham mưu, giúp việc Thị ủy",
    ]


def test_every_task_of_quang_ngai_is_assigned() -> None:
    _, found = plan("quang-ngai")
    all_of_them = "UBND các huyện, thị xã, thành phố"
    expected: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
        "II.1.a": (("Sở Xây dựng",), ("các sở, ban ngành", all_of_them)),
        "II.1.b": (("Các sở, ban ngành",), (all_of_them,)),
        "II.1.c": (("Sở Kế hoạch và Đầu tư",), ("Sở Tài chính",)),
        "II.2.b": (("Sở Xây dựng", all_of_them), ()),
        "II.2.c": (("Sở Tài nguyên và Môi trường", all_of_them), ()),
        "II.2.d": (("Sở Kế hoạch và Đầu tư", all_of_them), ()),
        "II.2.đ": (("Các Sở, ban ngành",), (all_of_them,)),
        "II.3": ((all_of_them,), ()),
        "II.4.a": (("Các Sở, ban ngành", all_of_them), ()),
        "II.4.b": (("Sở Thông tin và Truyền thông",), ("Sở Xây dựng", "các sở, ban ngành", all_of_them)),
        "II.4.c": (("Các Sở, ban ngành", all_of_them), ()),
        "II.5.a": ((all_of_them, "các Sở, ban ngành"), ()),
        "II.5.b": (("Sở Tài nguyên và Môi trường",), ("các Sở, ban ngành", all_of_them)),
        "II.6": ((all_of_them, "các Sở, ban ngành"), ()),
        "III.3": (("Sở Xây dựng",), ("các cơ quan liên quan",)),
    }  # fmt: skip
    assert {path: (found[path].lead, found[path].partners) for path in expected} == expected
    assert found["II.2.a"].deadline == "Năm 2022 và các năm tiếp theo"
    assert found["II.2.a"].lead[1].startswith("Ban Quản lý Khu kinh tế Dung Quất và các Khu")
    assert found["II.1.a"].lead_roles == ("chủ trì",)
    assert found["II.2.b"].lead_roles == ("thực hiện", "thực hiện")


@pytest.mark.parametrize(
    ("plan_id", "path", "lead", "partners"),
    [
        ("ha-tinh", "IV.6", ("Văn phòng Tỉnh ủy",), ("các ban Đảng", "Ủy ban Kiểm tra Tỉnh ủy")),
        ("ha-tinh", "IV.3", ("Ban cán sự đảng Ủy ban nhân dân tỉnh",), ()),
        ("da-lat", "V.1", ("Ban Tuyên giáo Thành ủy",), ()),
        ("da-lat", "V.5", ("Các Ban Xây dựng Đảng", "Văn phòng Thành ủy"), ()),
        ("thuy-nguyen", "IV.5", ("Ủy ban nhân dân huyện",), ("các cơ quan tham mưu, giúp việc của Huyện ủy",)),
        ("thuy-nguyen", "IV.3", ("Ban Tuyên giáo Huyện ủy",), ()),
    ],
)  # fmt: skip
def test_implementing_paragraphs(
    plan_id: str, path: str, lead: tuple[str, ...], partners: tuple[str, ...]
) -> None:
    _, found = plan(plan_id)
    assert (found[path].lead, found[path].partners) == (lead, partners)


@pytest.mark.parametrize("plan_id", ["da-lat", "duc-pho", "ha-tinh", "quang-ngai", "thuy-nguyen"])
def test_spans_are_words_of_the_plan(plan_id: str) -> None:
    text, found = plan(plan_id)
    for assignment in found.values():
        words = text[assignment.start : assignment.end]
        assert assignment.lead and len(assignment.lead) == len(assignment.lead_roles)
        for name in assignment.lead + assignment.partners:
            assert name in words or name in text[assignment.task_start : assignment.task_end]
        assert assignment.task_start < assignment.task_end <= len(text)
        if assignment.deadline is not None:
            assert assignment.deadline_start is not None and assignment.deadline_end is not None
            printed = text[assignment.deadline_start : assignment.deadline_end]
            assert printed == assignment.deadline


HEAD = "KẾ HOẠCH\n\nVề phát triển đô thị\n\nI. NHIỆM VỤ\n\n"


def test_labels_two_levels_below_the_task() -> None:
    _, found = read(
        f"{HEAD}1. Về dữ liệu đô thị\n\na) Nhiệm vụ: Xây dựng cơ sở dữ liệu dùng chung.\n\nb) Cơ quan thực hiện:\n\n"
        "- Đơn vị chủ trì: Sở Khoa học và Công nghệ.\n\n- Đơn vị phối hợp: Các Sở, ban, ngành.\n\n"
        "c) Thời gian thực hiện: Trước ngày 30/11/2025.\n"
    )
    (assignment,) = found
    assert assignment.section == "I.1"
    assert assignment.lead == ("Sở Khoa học và Công nghệ",)
    assert assignment.partners == ("Các Sở, ban, ngành",)
    assert assignment.deadline == "Trước ngày 30/11/2025"


def test_several_labels_on_one_line() -> None:
    _, found = read(
        f"{HEAD}1. Lập quy hoạch phân khu. \n\n"
        "- Cơ quan chủ trì: Sở Xây dựng; cơ quan phối hợp: Sở Tài chính, Công an tỉnh; thời gian: Quý II năm 2026.\n"
    )
    (assignment,) = found
    assert (assignment.lead, assignment.partners, assignment.deadline) == (
        ("Sở Xây dựng",), ("Sở Tài chính", "Công an tỉnh"), "Quý II năm 2026",
    )  # fmt: skip


def test_agencies_listed_below_an_empty_label() -> None:
    _, found = read(
        f"{HEAD}1. Trồng cây xanh.\n\n- Cơ quan chủ trì:\n\n+ Sở Xây dựng;\n\n+ Sở Tài chính.\n"
    )
    assert found[0].lead == ("Sở Xây dựng", "Sở Tài chính")


def test_agency_headings_lead_the_items_below() -> None:
    _, found = read(
        "KẾ HOẠCH\n\nVề đô thị\n\nI. TỔ CHỨC THỰC HIỆN\n\n1. Sở Tài chính\n\n"
        "- Chủ trì, phối hợp với Sở Xây dựng bố trí vốn, hoàn thành trước ngày 31/12/2025 và báo cáo.\n\n"
        "- Phối hợp với Công an tỉnh kiểm tra.\n\n- Tổng hợp, báo cáo Ủy ban nhân dân tỉnh.\n\n"
        "2. Đề nghị Ủy ban Mặt trận Tổ quốc tỉnh tuyên truyền, vận động Nhân dân.\n"
    )
    by_path = {a.section: a for a in found}
    assert by_path["I.1.gạch 1"].lead_roles == ("chủ trì",)
    assert by_path["I.1.gạch 1"].partners == ("Sở Xây dựng",)
    assert by_path["I.1.gạch 1"].deadline == "trước ngày 31/12/2025"
    assert by_path["I.1.gạch 2"].lead_roles == ("phối hợp",)
    assert by_path["I.1.gạch 3"].lead == ("Sở Tài chính",)
    assert by_path["I.2"].lead == ("Ủy ban Mặt trận Tổ quốc tỉnh",)
    assert "I.1" not in by_path


def test_tables() -> None:
    _, found = read(
        "KẾ HOẠCH\n\nVề đô thị\n\nI. NHIỆM VỤ\n\n1. Danh mục kèm theo.\n\n"
        "| TT | Nhiệm vụ | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian |\n"
        "| 1 | Lập quy hoạch | Sở Xây dựng | Sở Tài chính; UBND các xã, phường | 2026 |\n"
        "| 2 | Cấp vốn | Sở Tài chính | | Thường xuyên |\n| | Tổng cộng | 12 | 13 | 14 |\n"
    )
    assert [(a.lead, a.partners, a.deadline) for a in found] == [
        (("Sở Xây dựng",), ("Sở Tài chính", "UBND các xã, phường"), "2026"),
        (("Sở Tài chính",), (), "Thường xuyên"),
    ]


def test_a_column_of_those_who_watch() -> None:
    text, found = read(
        f"{HEAD}1. Danh mục.\n\n| TT | Chỉ tiêu | Đơn vị tính | 2030 | Cơ quan theo dõi |\n"
        "| 1 | Tỷ lệ đô thị hóa | % | 45 | Sở Xây dựng |\n| 2 | Nước sạch | % | 98 | UBND các xã |\n\n"
        "| TT | Nhiệm vụ | Cơ quan chủ trì |\n| 1 | Lập quy hoạch | Sở Y tế |\n"
    )
    assert [(text[a.task_start : a.task_end], a.lead, a.lead_roles) for a in found] == [
        ("Tỷ lệ đô thị hóa", ("Sở Xây dựng",), ("theo dõi",)),
        ("Nước sạch", ("UBND các xã",), ("theo dõi",)),
        ("Lập quy hoạch", ("Sở Y tế",), ("chủ trì",)),
    ]


def test_a_list_of_duties_is_one_task() -> None:
    text, found = read(
        f"{HEAD}1. UBND thị xã có trách nhiệm: bố trí vốn; công khai quy hoạch; báo cáo hằng quý. "
        "Người dân được góp ý.\n\n2. Sở Y tế có trách nhiệm: diễn tập; Sở Xây dựng chủ trì thẩm định.\n"
    )
    assert [(a.lead, text[a.task_start : a.task_end]) for a in found] == [
        (
            ("UBND thị xã",),
            "UBND thị xã có trách nhiệm: bố trí vốn; công khai quy hoạch; báo cáo hằng quý",
        ),
        (("Sở Y tế",), "Sở Y tế có trách nhiệm: diễn tập"),
        (("Sở Xây dựng",), "Sở Xây dựng chủ trì thẩm định"),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Nâng cao vai trò của cơ quan chủ trì soạn thảo văn bản.",
        "Phối hợp chặt chẽ giữa các cấp, các ngành trong công tác quản lý.",
        "Tăng cường trách nhiệm của người đứng đầu.",
        "Tỷ lệ đất giao thông đạt 20% vào năm 2025.",
    ],
)
def test_sentences_that_charge_nobody(sentence: str) -> None:
    _, found = read(f"{HEAD}1. {sentence}\n")
    assert found == ()


def test_a_deadline_after_the_task_on_its_line() -> None:
    _, found = read(
        "III. TỔ CHỨC THỰC HIỆN\n\n1. Sở Tài chính\n\n"
        "- Gửi kết quả cho Bộ Nội vụ. Thời hạn hoàn thành: trước ngày 31/5/2026.\n\n"
        "- Rà soát danh mục, hoàn thành trong quý IV/2025.\n\n- Nộp báo cáo về kết quả.\n"
    )
    assert [assignment.deadline for assignment in found] == [
        "trước ngày 31/5/2026",
        "trong quý IV/2025",
        None,
    ]


def test_labels_that_name_the_act() -> None:
    text, found = read(
        "Điều 5. Quy hoạch bến xe\n\n1. Trách nhiệm lập, thẩm định quy hoạch bến xe:\n\n"
        "a) Cơ quan tổ chức lập quy hoạch: Ban Quản lý bến xe tỉnh;\n\n"
        "b) Cơ quan thẩm định: Sở Xây dựng;\n\n"
        "c) Cơ quan phê duyệt: Ủy ban nhân dân tỉnh hoặc cơ quan được ủy quyền.\n"
    )
    assert [(a.lead, a.lead_roles) for a in found] == [
        (("Ban Quản lý bến xe tỉnh",), ("tổ chức lập quy hoạch",)),
        (("Sở Xây dựng",), ("thẩm định",)),
        (("Ủy ban nhân dân tỉnh hoặc cơ quan được ủy quyền",), ("phê duyệt",)),
    ]
    assert text[found[1].task_start : found[1].task_end] == "Cơ quan thẩm định: Sở Xây dựng"


def test_a_heading_that_describes_who_is_charged() -> None:
    _, found = read(
        "IV. TỔ CHỨC THỰC HIỆN\n\n1. Trách nhiệm của người nuôi tôm (kể cả hộ nhỏ):\n\n"
        "- Ghi nhật ký ao nuôi.\n\nThời hạn hoàn thành: Trước ngày 30/11/2025.\n"
    )
    assert [(a.lead, a.deadline) for a in found] == [(("người nuôi tôm",), "Trước ngày 30/11/2025")]


def test_two_rows_on_one_line() -> None:
    _, found = read(
        "PHỤ LỤC\n\n| TT | Nội dung | Cơ quan chủ trì | Thời gian |\n"
        "| 1 | Diễn tập sơ tán | Sở Y tế | 2025 | … | 2 | Lập quỹ dự phòng | Sở Tài chính | 2026 |\n"
    )
    assert [(a.lead, a.deadline) for a in found] == [
        (("Sở Y tế",), "2025"),
        (("Sở Tài chính",), "2026"),
    ]


def test_empty_text() -> None:
    assert read_assignments("", ()) == ()


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["1. ", "- ", "Sở Xây dựng ", "chủ trì, ", "phối hợp với ", "các sở, ngành ", "Cơ quan chủ trì: ",
             "Thời gian: ", "Năm 2025", ".\n", "; ", "(", ")", "| ", "\n", "I. TỔ CHỨC THỰC HIỆN\n"]
        ),
        max_size=40,
    )
)  # fmt: skip
def test_spans_lie_in_any_text(parts: list[str]) -> None:
    text, found = read("".join(parts))
    for assignment in found:
        assert 0 <= assignment.task_start <= assignment.task_end <= len(text)
        assert 0 <= assignment.start < assignment.end <= len(text)
        for name in assignment.lead + assignment.partners:
            assert name and name in text


# The plain pattern of what may trail a name; it doubles its time with every bracket or dash.
TRAILS = re.compile(
    r"\s*(?:[-–]\s?(?:cơ quan|đơn vị) .{0,80}|có trách nhiệm|chịu trách nhiệm|có nhiệm vụ|thực hiện|[:.;,]|\(.*\))*\s*"
)
PIECES = (
    "- cơ quan ",
    "-đơn vị ",
    "có trách nhiệm",
    "thực hiện",
    ":",
    ".",
    "(",
    ")",
    "a",
    " ",
    "\n",
    "a" * 40,
)


@given(st.lists(st.sampled_from(PIECES), max_size=6).map("".join).map(str.strip))
def test_what_trails_a_name_is_what_the_pattern_says(words: str) -> None:
    assert only_trails(words, 0, len(words)) == (TRAILS.fullmatch(words) is not None)


def test_a_sentence_that_only_charges_is_about_the_words_above_it() -> None:
    plan = parse_plan(
        "thai-nguyen",
        "KẾ HOẠCH\n\nI. NHIỆM VỤ\n\n1. Xây dựng cơ sở dữ liệu quy hoạch đô thị.\n\n"
        "Giao Sở Xây dựng chủ trì, phối hợp với Sở Nội vụ, hoàn thành trước ngày 30/6/2024.\n\n"
        "2. Phát triển nhà ở xã hội.\n\nGiao Sở Tài chính chủ trì bố trí vốn trong năm 2024.\n",
    )
    tasks = {a.lead[0]: plan.text[a.task_start : a.task_end] for a in plan.assignments}
    assert tasks["Sở Xây dựng"] == "1. Xây dựng cơ sở dữ liệu quy hoạch đô thị"
    assert tasks["Sở Tài chính"].startswith("Giao Sở Tài chính chủ trì bố trí vốn")


BRACKETED = """KẾ HOẠCH

I. NHIỆM VỤ

1. Rà soát quy hoạch tỉnh (Sở Tài chính chủ trì, phối hợp Sở Xây dựng; hoàn thành trong quý
IV/2026).
2. Đóng cửa bãi rác (Cơ quan chủ trì: Sở Xây dựng; thời gian: năm 2027).
3. Ngầm hóa cáp (giao Sở Công Thương thực hiện năm 2028); thay đèn đường (Ban Quản lý dự án đầu tư xây dựng các công trình dân dụng chủ trì).
4. Sửa nhà văn hóa (Sở Xây dựng đã khảo sát), mở rộng chợ (xem phụ lục).
"""


def test_an_assignment_in_brackets_is_that_of_the_words_before_it() -> None:
    plan = parse_plan("son-la", BRACKETED)
    found = [
        (a.lead, a.partners, a.deadline, plan.text[a.task_start : a.task_end])
        for a in plan.assignments
    ]
    works = "Ban Quản lý dự án đầu tư xây dựng các công trình dân dụng"
    assert found == [
        (("Sở Tài chính",), ("Sở Xây dựng",), "trong quý IV/2026", "Rà soát quy hoạch tỉnh"),
        (("Sở Xây dựng",), (), "năm 2027", "Đóng cửa bãi rác"),
        (("Sở Công Thương",), (), "năm 2028", "Ngầm hóa cáp"),
        ((works,), (), None, "thay đèn đường"),
    ]


def test_one_office_of_two_bodies_is_one_agency() -> None:
    plan = parse_plan(
        "la-gi",
        "KẾ HOẠCH\n\nI. NHIỆM VỤ\n\n1. Lập trung tâm điều hành.\n\n- Cơ quan chủ trì: Văn phòng HĐND và UBND thị xã.\n",
    )
    assert plan.assignments[0].lead == ("Văn phòng HĐND và UBND thị xã",)
