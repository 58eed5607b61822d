"""Which plans a named place leads to, and which places have none."""

from __future__ import annotations

import pytest

from corpus.places.coverage import Relation
from corpus.places.finder import find_places
from corpus.plan import PlanMeta
from index.tables import PlanCard
from rag import wording
from rag.asked.localities import Located, is_printed, locate
from rag.collection import Collection


@pytest.mark.parametrize(
    ("text", "plans"),
    [
        ("Hà Tĩnh", ["ha-tinh"]),
        ("ha tinh", ["ha-tinh"]),
        ("huyện Thủy Nguyên", ["thuy-nguyen"]),
        ("thành phố Thủy Nguyên", ["thuy-nguyen"]),
        ("Hà Tĩnh và Đức Phổ", ["ha-tinh", "duc-pho"]),
        ("Hà Nội", []),
    ],
)
def test_plans_of_the_places(text: str, plans: list[str], collection: Collection) -> None:
    located = locate(find_places(text), collection.cards())
    assert [target.card.id for target in located.targets] == plans


def test_a_place_without_a_plan_is_missing(collection: Collection) -> None:
    located = locate(find_places("Hà Tĩnh và Hà Nội"), collection.cards())
    assert [missing.place.name for missing in located.missing] == ["Hà Nội"]


def test_a_part_of_the_area_leads_to_the_plan_around_it(collection: Collection) -> None:
    (target,) = locate(find_places("thị xã Hồng Lĩnh"), collection.cards()).targets
    assert (target.card.id, target.relation) == ("ha-tinh", Relation.WITHIN)


def test_a_province_merged_later_is_not_covered(collection: Collection) -> None:
    located = locate(find_places("Kon Tum"), collection.cards())
    assert located.targets == ()
    (missing,) = located.missing
    assert missing.note is not None and "không bao gồm" in missing.note


def test_a_wider_place_is_missing_not_answered(collection: Collection) -> None:
    located = locate(find_places("Hải Phòng"), collection.cards())
    assert located.targets == () and len(located.missing) == 1


_TITLE = "Về việc sắp xếp các đơn vị hành chính cấp xã của tỉnh Hà Tĩnh năm 2025"
_PRINTED = "Sắp xếp phường Kỳ Long và xã Kỳ Lợi thành phường mới có tên gọi là phường Vũng Áng."
_BODY = "Ủy ban Thường vụ Quốc hội"


def _about(
    asked: str, title: str = _TITLE, issued: str = "2025-06-16", locality: str | None = None
) -> Located:
    """Where a question leads when the only document has this title."""
    level = "tỉnh" if locality else "trung ương"
    meta = PlanMeta(
        subject=title,
        issuer=_BODY,
        date=issued,
        locality=locality,
        province=locality,
        level=level,
    )
    card = PlanCard("van-ban", meta, "", 1)
    return locate(find_places(asked), [card], lambda _: _PRINTED)


@pytest.mark.parametrize(
    "asked",
    [
        "Hà Tĩnh",
        "ha tinh",
        "tỉnh Hà Tĩnh",
        "phường Vũng Áng",
        "xã Kỳ Lợi",
        "phuong vung ang ha tinh",
    ],
)
def test_a_document_whose_title_names_the_place_is_about_it(asked: str) -> None:
    located = _about(asked)
    assert [target.card.id for target in located.targets] == ["van-ban"]
    assert located.missing == ()


@pytest.mark.parametrize(
    "asked",
    [
        "Đà Nẵng",
        "Nghệ An",
        "phường Thành Sen",
        "xã Kỳ Xuân",
        "thành phố Hà Tĩnh",
        "phường Nha Trang",
    ],
)
def test_a_place_that_neither_title_nor_text_names_is_missing(asked: str) -> None:
    located = _about(asked)
    assert located.targets == () and len(located.missing) == 1


def test_who_issued_a_document_about_a_place_is_said() -> None:
    (target,) = _about("Hà Tĩnh").targets
    assert target.note == wording.issued_elsewhere(_BODY, "tỉnh Hà Tĩnh")


def test_without_an_issuer_nothing_is_said_of_it() -> None:
    assert wording.issued_elsewhere(None, "tỉnh Hà Tĩnh") is None


@pytest.mark.parametrize(
    ("asked", "title"),
    [
        ("TP Hồ Chí Minh", "Về học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh"),
        ("Hà Tĩnh", "Về phát triển kinh tế số"),
        ("Hà Tĩnh", "Về phát triển tỉnh Hà Tính"),
    ],
)
def test_a_title_that_names_no_such_locality_is_not_about_it(asked: str, title: str) -> None:
    assert _about(asked, title).targets == ()


@pytest.mark.parametrize(
    ("asked", "title"),
    [
        ("Hà Nội", "Về xây dựng Thủ đô Hà Nội"),
        ("Nghệ An", "Về liên kết các tỉnh Thanh Hóa, Nghệ An và Hà Tĩnh"),
        ("Hà Tĩnh", "VỀ LIÊN KẾT CÁC TỈNH THANH HÓA, NGHỆ AN VÀ HÀ TĨNH"),
    ],
)
def test_a_title_may_name_a_place_without_its_type(asked: str, title: str) -> None:
    assert len(_about(asked, title).targets) == 1


def test_a_plan_of_one_locality_never_answers_for_another() -> None:
    title = "Về hợp tác với thành phố Đà Nẵng"
    located = _about("Đà Nẵng", title, locality="Quảng Ngãi")
    assert located.targets == () and len(located.missing) == 1


@pytest.mark.parametrize(("issued", "found"), [("2022-01-01", 0), ("2025-06-16", 1)])
def test_a_title_means_the_map_of_its_day(issued: str, found: int) -> None:
    card = PlanCard(
        "van-ban", PlanMeta(subject="Về việc sắp xếp xã của tỉnh Quảng Ngãi", date=issued), "", 1
    )
    asked = find_places("xã Măng Đen")
    located = locate(asked, [card], lambda _: "thành lập xã Măng Đen")
    assert len(located.targets) == found


def test_a_document_about_a_place_stands_back_behind_its_own_plan(collection: Collection) -> None:
    other = PlanCard("van-ban", PlanMeta(subject=_TITLE, issuer=_BODY), "", 1)
    located = locate(find_places("Hà Tĩnh"), [*collection.cards(), other], lambda _: _PRINTED)
    assert [target.card.id for target in located.targets] == ["ha-tinh"]


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("phường Vũng Áng.", True),
        ("PHƯỜNG VŨNG ÁNG", True),
        ("phường Vũng Áng Thượng", False),
        ("vũng áng", False),
        ("Vùng Áng", False),
        ("Vũng Ángs", False),
    ],
)
def test_a_name_is_printed_whole(text: str, printed: bool) -> None:
    assert is_printed("Vũng Áng", text) is printed
