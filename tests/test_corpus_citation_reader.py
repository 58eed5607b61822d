"""corpus.citation.reader: what people type as a citation, and the provision it names."""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.citation.reader import Found, read_citation, resolve
from corpus.citation.writer import formal_citation, short_citation
from corpus.fold import strip_marks
from corpus.outline import read_outline
from corpus.plan import Plan, PlanMeta
from corpus.reading import PLANS, read_plans
from corpus.text import normalise

ARTICLES = """NGHỊ QUYẾT
Quy định quản lý đô thị

Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;

Chương I
QUY ĐỊNH CHUNG

Điều 1. Phạm vi

1. Nghị quyết này áp dụng toàn tỉnh.

2. Gồm các nội dung:

a) Quy hoạch đô thị.

b) Nhà ở đô thị.

Chương II
TỔ CHỨC

Điều 11. Thi hành

1. Các sở thi hành.

PHỤ LỤC 02
DANH MỤC

I. NHÓM MỘT

1. Dự án đường.
"""

PARTS = """KẾ HOẠCH
Nhà ở

Thực hiện Nghị quyết của Hội đồng nhân dân, xây dựng kế hoạch với các nội dung như sau:

Phần thứ nhất
TÌNH HÌNH

I. KẾT QUẢ

1. Nhà ở tăng.

Phần thứ hai
NHIỆM VỤ

I. MỤC TIÊU

1. Nhà ở đạt chuẩn.

III. GIẢI PHÁP

1. Huy động vốn.

III. KINH PHÍ

1. Ngân sách tỉnh.
"""


@cache
def seeds() -> tuple[Plan, ...]:
    return read_plans(PLANS)


def plan_of(plan_id: str, text: str, **meta: Any) -> Plan:
    clean = normalise(text)
    outline = read_outline(clean)
    return Plan(plan_id, clean, PlanMeta(**meta), outline.sections, outline.footnotes)


@cache
def others() -> tuple[Plan, ...]:
    """Plans in other shapes: articles with an appendix, and Phần with a label printed twice."""
    resolution = plan_of(
        "an-giang",
        ARTICLES,
        type="Nghị quyết",
        number="71/2025/NQ-HĐND",
        date="2025-11-27",
        issuer="HĐND tỉnh An Giang",
        locality="An Giang",
        province="An Giang",
        level="tỉnh",
    )
    plan = plan_of(
        "da-nang",
        PARTS,
        type="Kế hoạch",
        issuer="UBND thành phố Đà Nẵng",
        locality="Đà Nẵng",
        province="Đà Nẵng",
        level="tỉnh",
    )
    return resolution, plan


def answers(text: str, plans: tuple[Plan, ...] | None = None) -> list[tuple[str, str]]:
    found = resolve(read_citation(text), seeds() if plans is None else plans)
    return [(each.plan.id, each.section.path) for each in found]


@pytest.mark.parametrize(
    ("typed", "plan", "path"),
    [
        ("II.2.a KH151", "quang-ngai", "II.2.a"),
        ("điểm a k2 mục II KH151", "quang-ngai", "II.2.a"),
        ("mục II.2a kế hoạch 151/KH-UBND", "quang-ngai", "II.2.a"),
        ("Mục II khoản 2 điểm a, Kế hoạch số 151", "quang-ngai", "II.2.a"),
        ("151/KH-UBND: điểm a khoản 2 Mục II", "quang-ngai", "II.2.a"),
        ("điểm đ k2 mII KH UBND Quảng Ngãi", "quang-ngai", "II.2.đ"),
        ("điểm d k2 mII KH UBND Quảng Ngãi", "quang-ngai", "II.2.d"),
        ("muc 2 khoan 3 ke hoach 151", "quang-ngai", "II.3"),
        ("MỤC II KHOẢN 3 KH SỐ 151", "quang-ngai", "II.3"),
        ("tiểu mục 2 Mục II KH 151", "quang-ngai", "II.2"),
        ("điểm 1 Mục III Kế hoạch số 151/KH-UBND", "quang-ngai", "III.1"),
        ("tiết a khoản 2 mục II KH 151", "quang-ngai", "II.2.a"),
        ("khoản 3 phần II kế hoạch 151", "quang-ngai", "II.3"),
        ("Mục II của UBND tỉnh Quảng Ngãi", "quang-ngai", "II"),
        ("nơi nhận KH 151", "quang-ngai", "nơi nhận"),
        ("chữ ký kế hoạch số 151", "quang-ngai", "chữ ký"),
        ("phần mở đầu kế hoạch 151", "quang-ngai", "mở đầu"),
        ("Ai chủ trì điểm a khoản 2 Mục II KH 151?", "quang-ngai", "II.2.a"),
        ("điểm a khoản 2 Mục II KH 151 nói gì về Hà Nội?", "quang-ngai", "II.2.a"),
        ("5.6 phần III kế hoạch Đức Phổ", "duc-pho", "III.5.6"),
        ("điểm 5.6 khoản 5 Mục III Đức Phổ", "duc-pho", "III.5.6"),
        ("III.5.6 duc pho", "duc-pho", "III.5.6"),
        ("III.5.5.6 thị xã Đức Phổ", "duc-pho", "III.5.6"),
        ("mục 5.6 phần III TX Đức Phổ", "duc-pho", "III.5.6"),
        ("ý 3 mục 1.1 phần III Đức Phổ", "duc-pho", "III.1.1.gạch 3"),
        ("chú thích 2 Đức Phổ", "duc-pho", "chú thích 2"),
        ("chú thích (2) kế hoạch của Thị ủy Đức Phổ", "duc-pho", "chú thích 2"),
        ("Mục II.2 Kế hoạch Đức Phổ tỉnh Quảng Ngãi", "duc-pho", "II.2"),
        ("mục II.2 Đức Phổ nói gì về cây xanh", "duc-pho", "II.2"),
        ("gạch đầu dòng thứ 4 Mục II Hà Tĩnh", "ha-tinh", "II.gạch 4"),
        ("II.gạch 4 Hà Tĩnh", "ha-tinh", "II.gạch 4"),
        ("gạch đầu dòng thứ tư, mục II, tỉnh uỷ Hà Tĩnh", "ha-tinh", "II.gạch 4"),
        ("gach dau dong thu 4 muc II chuong trinh hanh dong ha tinh", "ha-tinh", "II.gạch 4"),
        ("mục II.1 42 CTr HU", "thuy-nguyen", "II.1"),
        ("CTr 42-CTr/HU, mục II khoản 1", "thuy-nguyen", "II.1"),
        ("mục II.2 huyện Thủy Nguyên, Hải Phòng", "thuy-nguyen", "II.2"),
        ("Mục III.5 kế hoạch dalat", "da-lat", "III.5"),
    ],
)
def test_every_style_finds_its_provision(typed: str, plan: str, path: str) -> None:
    found = resolve(read_citation(typed), seeds())
    assert [(each.plan.id, each.section.path) for each in found] == [(plan, path)]
    assert found[0].exact
    assert (found[0].start, found[0].end) == (
        found[0].section.start,
        found[0].section.subtree_end,
    )


@pytest.mark.parametrize(
    ("typed", "path"),
    [
        ("K1 Đ11", "Điều 11.1"),
        ("Đ11K1", "Điều 11.1"),
        ("điều 1 khoản 2 điểm b", "Điều 1.2.b"),
        ("Điều 1.2.b", "Điều 1.2.b"),
        ("điểm b khoản 2 Điều 1 Chương I", "Điều 1.2.b"),
        ("dieu 11 nghi quyet 71", "Điều 11"),
        ("Điều 11 NQ 71/2025/NQ-HĐND", "Điều 11"),
        ("Chương II HĐND An Giang", "Chương II"),
        ("Phụ lục 02", "Phụ lục 02"),
        ("phụ lục số 2 nghị quyết 71", "Phụ lục 02"),
        ("khoản 1 Mục I Phụ lục 02", "Phụ lục 02.I.1"),
        ("Phụ lục 02.I.1", "Phụ lục 02.I.1"),
    ],
)
def test_articles_and_appendices(typed: str, path: str) -> None:
    assert answers(typed, others()[:1]) == [("an-giang", path)]


def test_phan_is_muc_only_where_there_is_no_phan() -> None:
    plans = others()[1:]
    assert answers("phần III", plans) == []
    assert [path for _, path in answers("Mục I phần II", plans)] == [
        section.path for section in plans[0].sections if section.title == "MỤC TIÊU"
    ]


def test_a_label_printed_twice_gives_both_until_it_is_said_which() -> None:
    plan = others()[1]
    first, second = (s for s in plan.sections if s.title in ("GIẢI PHÁP", "KINH PHÍ"))
    assert [path for _, path in answers("Mục III Đà Nẵng", (plan,))] == [first.path, second.path]
    for section in (first, second):
        cited = formal_citation(plan, section.start, section.end)
        assert answers(cited, (plan,)) == [("da-nang", section.path)]
        assert answers(f"{section.path} Đà Nẵng", (plan,))[0] == ("da-nang", section.path)


@pytest.mark.parametrize(
    "typed",
    [
        "Mục VII KH 151",
        "II.9 KH151",
        "điểm g khoản 2 Mục II KH 151",
        "điểm a khoản 2 Mục II KH 152",
        "Mục II kế hoạch Hà Nội",
        "Mục II KH 151 Hà Nội",
        "Mục II KH 151 Hà Tĩnh",
        "Mục II KH 151 của Hà Tĩnh",
        "Mục II KH 151 UBND tỉnh Hà Tĩnh",
        "Mục II Kon Tum",
        "Mục II kế hoạch thành phố Quảng Ngãi",
        "Mục II phường Đức Phổ",
        "Mục II kế hoạch UBND thị xã Đức Phổ",
        "Mục II Chương trình hành động của Tỉnh ủy Quảng Ngãi",
        "Mục II Kế hoạch của Bộ Xây dựng",
        "Mục II Nghị quyết Đức Phổ",
        "Điều 11",
        "K1 Đ11",
        "Phụ lục 02",
        "chú thích 9 Đức Phổ",
        "đoạn thứ 9 điểm a khoản 5 Mục II KH 151",
        "gạch đầu dòng thứ 40 Mục II Hà Tĩnh",
        "NQ06",
        "06-NQ/TW",
        "42-KH/HU mục II",
    ],
)
def test_what_is_not_there_is_not_found(typed: str) -> None:
    assert read_citation(typed)
    assert answers(typed) == []


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "   ",
        "chỉ tiêu cây xanh năm 2030 của Hà Tĩnh?",
        "đô thị loại IV của Đức Phổ là gì?",
        "mục tiêu đến năm 2030",
        "đạt 7-9 m2 cây xanh mỗi người",
        "tăng 5,6 điểm phần trăm",
        "vốn 151 tỷ đồng trong 5 năm",
        "nhà ở, trường học, bệnh viện v.v.",
        "điều chỉnh quy hoạch ngày 22/9/2022",
        "mức 2 triệu đồng",
        "giai đoạn 2 bắt đầu khi nào",
        "điểm ở đâu",
        "mục vi phạm kế hoạch",
        "kế hoạch thực hiện năm 2025 là gì",
    ],
)
def test_ordinary_words_are_no_citation(typed: str) -> None:
    assert read_citation(typed) == ()


@pytest.mark.parametrize(
    ("typed", "plan"),
    [
        ("KH151", "quang-ngai"),
        ("151/KH-UBND", "quang-ngai"),
        ("151 kh ubnd", "quang-ngai"),
        ("ke hoach 151", "quang-ngai"),
        ("kế hoạch số 151", "quang-ngai"),
        ("Kế hoạch số 151/KH-UBND ngày 22/9/2022", "quang-ngai"),
        ("42 CTr HU", "thuy-nguyen"),
        ("42-CTr/HU", "thuy-nguyen"),
        ("chương trình hành động 42", "thuy-nguyen"),
        ("Kế hoạch Đức Phổ", "duc-pho"),
        ("CTr Hà Tĩnh", "ha-tinh"),
    ],
)
def test_a_document_alone_is_the_whole_plan(typed: str, plan: str) -> None:
    (found,) = resolve(read_citation(typed), seeds())
    assert (found.plan.id, found.start, found.end) == (plan, 0, len(found.plan.text))


def test_muc_2_is_read_both_ways() -> None:
    found = resolve(read_citation("Mục 2 KH 151"), seeds())
    assert [(each.section.path, each.exact) for each in found] == [
        ("II", True),
        ("I.2", False),
        ("II.2", False),
        ("III.2", False),
    ]


def test_without_a_document_every_plan_is_looked_up() -> None:
    assert {plan for plan, _ in answers("Mục II")} == {plan.id for plan in seeds()}
    assert answers("II.2.a") == [("quang-ngai", "II.2.a")]


def test_any_plan_may_be_called_ke_hoach_but_not_exactly() -> None:
    (found,) = resolve(read_citation("Mục II kế hoạch Hà Tĩnh"), seeds())
    assert (found.plan.id, found.section.path, found.exact) == ("ha-tinh", "II", False)


def test_what_a_plan_carries_out_narrows_the_plans() -> None:
    typed = "Mục II kế hoạch thực hiện Chương trình hành động số 21-CTr/TU"
    assert {plan for plan, _ in answers(typed)} == {"quang-ngai", "duc-pho"}
    assert answers("Mục II kế hoạch thực hiện Chương trình hành động số 99-CTr/TU") == []


def test_typed_without_marks_d_may_be_either_letter() -> None:
    paths = [("quang-ngai", "II.2.d"), ("quang-ngai", "II.2.đ")]
    assert answers("diem d khoan 2 muc II kh151") == paths


def test_lists_give_each_provision() -> None:
    assert answers("khoản 1 và khoản 2 Mục II KH 151") == [
        ("quang-ngai", "II.1"),
        ("quang-ngai", "II.2"),
    ]
    assert answers("khoản 2 Mục I và khoản 3 Mục II KH 151") == [
        ("quang-ngai", "I.2"),
        ("quang-ngai", "II.3"),
    ]
    assert answers("điểm a, b khoản 2 Mục II KH 151") == [
        ("quang-ngai", "II.2.a"),
        ("quang-ngai", "II.2.b"),
    ]


def test_a_range_is_one_span() -> None:
    (found,) = resolve(read_citation("từ khoản 2 đến khoản 4 Mục II KH 151"), seeds())
    second, fourth = found.plan.section("II.2"), found.plan.section("II.4")
    assert second and fourth
    assert (found.start, found.end) == (second.start, fourth.subtree_end)
    assert answers("từ khoản 2 đến khoản 40 Mục II KH 151") == []


def test_a_paragraph_is_found_as_cited() -> None:
    (plan,) = (plan for plan in seeds() if plan.id == "quang-ngai")
    start = plan.text.index("Phát triển cây xanh trong lõi")
    end = plan.text.index("\n", start)
    for cite in (formal_citation, short_citation):
        (found,) = resolve(read_citation(cite(plan, start, end)), seeds())
        assert plan.text[found.start : found.end] == plan.text[start:end].strip()


def expected(plan: Plan, path: str) -> list[tuple[str, str, bool]]:
    return [(plan.id, path, True)]


def shown(found: tuple[Found, ...]) -> list[tuple[str, str, bool]]:
    return [(each.plan.id, each.section.path, each.exact) for each in found]


def citations(plan: Plan, path: str) -> list[str]:
    section = plan.section(path)
    assert section is not None
    document = plan.meta.number or f"{plan.meta.type} {plan.meta.locality}"
    return [
        formal_citation(plan, section.start, section.end),
        formal_citation(plan, section.start, section.body_start),
        short_citation(plan, section.start, section.end),
        f"{path} {document}",
        f"{document}, {path}",
    ]


@pytest.mark.parametrize("plan_id", ["da-lat", "duc-pho", "ha-tinh", "quang-ngai", "thuy-nguyen"])
def test_what_is_written_reads_back(plan_id: str) -> None:
    (plan,) = (plan for plan in seeds() if plan.id == plan_id)
    for section in plan.sections:
        # Without diacritics điểm d and điểm đ look the same: both are found, d first.
        twin = plan.section(section.path.replace("đ", "d")) or section
        lost = plan.section(section.path.replace("d", "đ")) or section
        bare = list(dict.fromkeys([twin.path, section.path, lost.path]))
        for written in citations(plan, section.path):
            if strip_marks(written) != written.lower():
                assert shown(resolve(read_citation(written), seeds())) == expected(
                    plan, section.path
                ), written
            found = shown(resolve(read_citation(strip_marks(written)), seeds()))
            assert found == [(plan_id, path, True) for path in bare], written


@pytest.mark.parametrize("position", [0, 1])
def test_other_shapes_read_back(position: int) -> None:
    plan = others()[position]
    for section in plan.sections:
        written = formal_citation(plan, section.start, section.end)
        assert shown(resolve(read_citation(written), others())) == expected(plan, section.path)


def test_decomposed_text_is_read_the_same() -> None:
    typed = "điểm đ khoản 2 Mục II Kế hoạch số 151/KH-UBND của UBND tỉnh Quảng Ngãi"
    assert read_citation(unicodedata.normalize("NFD", typed)) == read_citation(typed)


PIECES = st.sampled_from(
    ["Mục", "mục 2", "II", "II.2.a", "khoản", "k2", "điểm đ", "gạch đầu dòng thứ", "4", "Phụ lục",
     "KH151", "/KH-UBND", "thực hiện", "Nghị quyết số 06-NQ/TW", "của", "Hà Tĩnh", "từ", "đến", "và",
     ",", ".", "(", "(2)", "lần in thứ hai", "\n", "đoạn", "hàng thứ 3 của bảng", "ngày 1/2/2022"]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(), st.lists(PIECES, max_size=25).map(" ".join)))
def test_any_text_is_read_without_error(text: str) -> None:
    for found in resolve(read_citation(text), seeds()):
        assert 0 <= found.start <= found.end <= len(found.plan.text)
        assert found.section in found.plan.sections


@pytest.mark.parametrize(
    "piece", ["Mục 2 ", "II.", "khoản 2 và ", "thực hiện nghị quyết số 06 ", "(", "1.1.", "a "]
)
def test_long_garbage_names_nothing_or_little(piece: str) -> None:
    readings = read_citation(piece * 5_000)
    assert len(readings) <= 32
    assert len(resolve(readings, seeds())) <= len(seeds())
