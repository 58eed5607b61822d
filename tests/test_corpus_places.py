"""Names of localities in questions and plans, and what covers what since 1 July 2025."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.agencies.renamed import agency_today
from corpus.places.coverage import Relation, note, plan_place, relation
from corpus.places.finder import find_places
from corpus.places.gazetteer import (
    Place,
    communes_today,
    contains,
    districts_before,
    former_provinces,
    gazetteer,
    place,
    province_today,
    provinces_before,
    same_place,
)
from corpus.plan import PlanMeta

PLANS = sorted((Path(__file__).parent.parent / "corpus" / "plans").glob("*.txt"))
THUY_NGUYEN = [
    "63/Hải Phòng/huyện Thủy Nguyên",
    "63/Hải Phòng/thành phố Thủy Nguyên",
    "34/Hải Phòng/phường Thủy Nguyên",
]
HA_TINH = ["63/Hà Tĩnh", "63/Hà Tĩnh/thành phố Hà Tĩnh"]
HCM = ["63/Hồ Chí Minh", "34/Hồ Chí Minh"]
DAK_LAK = ["63/Đắk Lắk", "34/Đắk Lắk"]


def found(text: str) -> list[tuple[str, list[str]]]:
    return [(text[m.start : m.end], [u.id for u in m.places]) for m in find_places(text)]


@pytest.mark.parametrize(
    ("text", "printed", "ids"),
    [
        ("chỉ tiêu cây xanh năm 2030 của Hà Tĩnh?", "Hà Tĩnh", HA_TINH),
        ("chi tieu cay xanh ha tinh nam 2030", "ha tinh", HA_TINH),
        ("nam ha tinh", "ha tinh", HA_TINH),
        ("quy hoạch vùng Bắc Hà Tĩnh", "Hà Tĩnh", HA_TINH),
        ("hatinh", "hatinh", HA_TINH),
        ("TP Hà Tĩnh", "TP Hà Tĩnh", HA_TINH[1:]),
        ("tx duc pho", "tx duc pho", ["63/Quảng Ngãi/thị xã Đức Phổ"]),
        ("T.X Đức Phổ", "T.X Đức Phổ", ["63/Quảng Ngãi/thị xã Đức Phổ"]),
        ("thi xa duc pho", "thi xa duc pho", ["63/Quảng Ngãi/thị xã Đức Phổ"]),
        ("huyện Đức Phổ", "huyện Đức Phổ", ["63/Quảng Ngãi/huyện Đức Phổ"]),
        ("Thị ủy Đức Phổ", "Đức Phổ", ["63/Quảng Ngãi/thị xã Đức Phổ"]),
        ("bãi xe giữa phố Đà Lạt", "Đà Lạt", ["63/Lâm Đồng/thành phố Đà Lạt"]),
        ("người phố Đà Lạt", "Đà Lạt", ["63/Lâm Đồng/thành phố Đà Lạt"]),
        ("THỊ ỦY ĐỨC PHỔ", "ĐỨC PHỔ", ["63/Quảng Ngãi/thị xã Đức Phổ"]),
        ("TP Thủy Nguyên", "TP Thủy Nguyên", THUY_NGUYEN[1:2]),
        ("H. Thuỷ Nguyên", "H. Thuỷ Nguyên", THUY_NGUYEN[:1]),
        ("thuy nguyen", "thuy nguyen", THUY_NGUYEN),
        ("Đà Lạt", "Đà Lạt", ["63/Lâm Đồng/thành phố Đà Lạt"]),
        ("đà lạt", "đà lạt", ["63/Lâm Đồng/thành phố Đà Lạt"]),
        ("Đalat", "Đalat", ["63/Lâm Đồng/thành phố Đà Lạt"]),
        ("da-lat", "da-lat", ["63/Lâm Đồng/thành phố Đà Lạt"]),
        ("Hải phòng", "Hải phòng", ["63/Hải Phòng", "34/Hải Phòng"]),
        ("HCM", "HCM", HCM),
        ("TPHCM", "TPHCM", HCM),
        ("sài gòn", "sài gòn", HCM),
        ("tỉnh BR-VT", "tỉnh BR-VT", ["63/Bà Rịa - Vũng Tàu"]),
        ("tỉnh Thừa Thiên Huế", "tỉnh Thừa Thiên Huế", ["63/Huế"]),
        ("Huế", "Huế", ["63/Huế", "63/Huế/thành phố Huế"]),
        ("Đắk Lắk", "Đắk Lắk", DAK_LAK),
        ("Đắc Lắc", "Đắc Lắc", DAK_LAK),
        ("dak lak", "dak lak", DAK_LAK),
        ("ha nam", "ha nam", ["63/Hà Nam"]),
        ("binh thuan", "binh thuan", ["63/Bình Thuận"]),
        ("quang nam", "quang nam", ["63/Quảng Nam"]),
        ("o da nang", "da nang", ["63/Đà Nẵng", "34/Đà Nẵng"]),
        ("tỉnh Hòa Bình", "tỉnh Hòa Bình", ["63/Hòa Bình"]),
        ("quận 2", "quận 2", ["63/Hồ Chí Minh/quận 2"]),
        ("thành phố Đồng Nai", "thành phố Đồng Nai", ["34/Đồng Nai"]),
        ("TX Kỳ Anh", "TX Kỳ Anh", ["63/Hà Tĩnh/thị xã Kỳ Anh"]),
        ("huyện Kỳ Anh", "huyện Kỳ Anh", ["63/Hà Tĩnh/huyện Kỳ Anh"]),
        ("huyện Lý Sơn", "huyện Lý Sơn", ["63/Quảng Ngãi/huyện Lý Sơn"]),
        ("đặc khu Lý Sơn", "đặc khu Lý Sơn", ["34/Quảng Ngãi/đặc khu Lý Sơn"]),
        (
            "phuong xuan huong da lat",
            "phuong xuan huong da lat",
            ["34/Lâm Đồng/phường Xuân Hương - Đà Lạt"],
        ),
        ("Xuân Hương - Đà Lạt", "Xuân Hương - Đà Lạt", ["34/Lâm Đồng/phường Xuân Hương - Đà Lạt"]),
        ("P. Sa Huỳnh", "P. Sa Huỳnh", ["34/Quảng Ngãi/phường Sa Huỳnh"]),
        ("xã Nguyễn Nghiêm", "xã Nguyễn Nghiêm", ["34/Quảng Ngãi/xã Nguyễn Nghiêm"]),
        (
            "phường Nguyễn Nghiêm",
            "phường Nguyễn Nghiêm",
            [
                "63/Quảng Ngãi/thành phố Quảng Ngãi/phường Nguyễn Nghiêm",
                "63/Quảng Ngãi/thị xã Đức Phổ/phường Nguyễn Nghiêm",
            ],
        ),
    ],
)
def test_one_place_is_found_with_its_candidates(text: str, printed: str, ids: list[str]) -> None:
    assert found(text) == [(printed, ids)]


@pytest.mark.parametrize(
    "text",
    [
        "giữ vững hòa bình, ổn định",
        "môi trường hoà bình",
        "an toàn, văn minh",
        "cuộc sống thanh bình",
        "nông thôn tân tiến",
        "Thống nhất quan điểm, nhận thức",
        "KẾ HOẠCH THỐNG NHẤT QUAN ĐIỂM",
        "không cao bằng năm trước",
        "người Việt Nam định cư ở nước ngoài",
        "Châu Á - Thái Bình Dương",
        "khu vực nông nghiệp, tam nông",
        "đồng chí Nguyễn Thanh Bình",
        "đồng chí Phạm Văn Thép",
        "đường Trần Phú, cầu Bạch Đằng",
        "phố Huế",
        "số 5 phố Đức Phổ",
        "giữa đường Đức Phổ",
        "Trần Phú",
        "khu kinh tế Vũng Áng",
        "vùng đất đỏ bazan",
        "xã, phường thống nhất báo cáo",
        "bậc cán bộ, công chức",
        "ngach bac can bo",
        "trat tu an toan xa hoi an ninh",
        "phuong an phu hop",
        "phuong tien giao thong",
        "van ban nao quy dinh",
        "danh gia lai tien do",
        "dien bien phuc tap",
        "nha da nang",
        "cho moi xay",
        "tôn vinh, vinh dự",
        "",
        "H2, CO2",
    ],
)
def test_ordinary_words_are_no_places(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("sa huỳnh, quảng ngãi", ["34/Quảng Ngãi/phường Sa Huỳnh"]),
        (
            "phường Hòa Bình, Thủy Nguyên",
            [
                "63/Hải Phòng/thành phố Thủy Nguyên/phường Hòa Bình",
                "34/Hải Phòng/phường Hòa Bình",
            ],
        ),
        ("phường 1, Đà Lạt", ["63/Lâm Đồng/thành phố Đà Lạt/phường 1"]),
        ("huyện Châu Thành, tỉnh Trà Vinh", ["63/Trà Vinh/huyện Châu Thành"]),
        (
            "Thiên Hương (Hải Phòng)",
            [
                "63/Hải Phòng/thành phố Thủy Nguyên/phường Thiên Hương",
                "34/Hải Phòng/phường Thiên Hương",
            ],
        ),
        (
            "xã An Phú thuộc thành phố Quảng Ngãi",
            ["63/Quảng Ngãi/thành phố Quảng Ngãi/xã An Phú", "34/Quảng Ngãi/xã An Phú"],
        ),
    ],
)
def test_the_unit_named_after_it_settles_a_commune(text: str, ids: list[str]) -> None:
    assert found(text)[0][1] == ids


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("so sánh Hà Tĩnh, Đức Phổ và Đà Lạt", ["Hà Tĩnh", "Đức Phổ", "Đà Lạt"]),
        ("so sanh ha tinh duc pho thuy nguyen", ["ha tinh", "duc pho", "thuy nguyen"]),
        ("TP Đà Lạt, tỉnh Lâm Đồng", ["TP Đà Lạt", "tỉnh Lâm Đồng"]),
    ],
)
def test_several_places_in_order(text: str, printed: list[str]) -> None:
    assert [words for words, _ in found(text)] == printed


def test_the_printed_type_is_told() -> None:
    types = [m.printed_type for m in find_places("TX Đức Phổ, Đà Lạt, p. Sa Huỳnh")]
    assert types == ["thị xã", None, "phường"]


# Provinces that the five plans name, read in them.
NAMED = {"Lâm Đồng", "Hải Phòng", "Quảng Ngãi", "Hà Tĩnh", "Nghệ An", "Quảng Bình"}


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.stem)
def test_plans_name_no_far_away_place(path: Path) -> None:
    mentions = find_places(path.read_text("utf-8"))
    assert len(mentions) >= 8
    assert {unit.province for m in mentions for unit in m.places} <= NAMED


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "Hà Tĩnh",
                "tx",
                "duc pho",
                "phường",
                "Hòa Bình",
                ",",
                "xã",
                "1",
                "quận",
                "T.X",
                "-",
                "\n",
            ]
        )
        | st.text(max_size=6),
        max_size=20,
    ),
    st.sampled_from(["", " "]),
)
def test_spans_are_ordered_and_disjoint(parts: list[str], joint: str) -> None:
    text = joint.join(parts)
    last = 0
    for mention in find_places(text):
        assert last <= mention.start < mention.end <= len(text)
        assert mention.places
        last = mention.end


def test_the_data_is_whole() -> None:
    data = gazetteer()
    assert sum(i.startswith("63/") for i in data.types) == 63
    assert len(data.merged) == 34
    assert sum(map(len, data.districts.values())) == 696
    assert sum(map(len, data.communes.values())) == 3321
    assert sum(len(olds) > 1 for olds in data.merged.values()) == 23
    assert {old for olds in data.merged.values() for old in olds} == set(data.districts)
    assert all(data.areas[unit] for units in data.districts.values() for unit in units)
    assert all(now in data.areas for earlier in data.former.values() for now in earlier.now)


@pytest.mark.parametrize(
    ("new", "old"),
    [
        ("34/Quảng Ngãi", {"Quảng Ngãi", "Kon Tum"}),
        ("34/Hải Phòng", {"Hải Phòng", "Hải Dương"}),
        ("34/Lâm Đồng", {"Lâm Đồng", "Đắk Nông", "Bình Thuận"}),
        ("63/Hà Tĩnh", {"Hà Tĩnh"}),
        ("34/Hồ Chí Minh", {"Hồ Chí Minh", "Bình Dương", "Bà Rịa - Vũng Tàu"}),
    ],
)
def test_provinces_merged_in_2025(new: str, old: set[str]) -> None:
    assert {unit.name for unit in former_provinces(place(new))} == old
    assert all(province_today(unit) == place(new) for unit in former_provinces(place(new)))


@pytest.mark.parametrize(
    ("district", "communes"),
    [
        (
            "63/Lâm Đồng/thành phố Đà Lạt",
            {f"phường {n} - Đà Lạt" for n in ("Xuân Hương", "Cam Ly", "Lâm Viên", "Xuân Trường")}
            | {"phường Lang Biang - Đà Lạt"},
        ),
        (
            "63/Hải Phòng/huyện Thủy Nguyên",
            {"phường Thủy Nguyên", "phường Hòa Bình", "phường Nam Triệu", "phường Bạch Đằng"}
            | {"phường Lưu Kiếm", "phường Lê Ích Mộc", "phường Thiên Hương", "xã Việt Khê"},
        ),
        (
            "63/Quảng Ngãi/thị xã Đức Phổ",
            {"phường Đức Phổ", "phường Trà Câu", "phường Sa Huỳnh"}
            | {"xã Nguyễn Nghiêm", "xã Khánh Cường"},
        ),
        (
            "63/Quảng Ngãi/thành phố Quảng Ngãi",
            {"phường Cẩm Thành", "phường Nghĩa Lộ", "phường Trương Quang Trọng"}
            | {"xã An Phú", "xã Tịnh Khê", "xã Đông Sơn"},
        ),
        (
            "63/Hà Tĩnh/thị xã Kỳ Anh",
            {"phường Sông Trí", "phường Hải Ninh", "phường Hoành Sơn", "phường Vũng Áng"}
            | {"xã Kỳ Hoa"},
        ),
    ],
)
def test_communes_that_replaced_a_district(district: str, communes: set[str]) -> None:
    assert {unit.full_name for unit in communes_today(place(district))} == communes


@pytest.mark.parametrize(
    ("new", "count"), [("Lâm Đồng", 124), ("Hải Phòng", 114), ("Quảng Ngãi", 96)]
)
def test_numbers_of_communes(new: str, count: int) -> None:
    assert len(gazetteer().communes[f"34/{new}"]) == count


def test_containment_and_identity() -> None:
    earlier, city, ward = map(place, THUY_NGUYEN)
    assert same_place(earlier, city)
    assert contains(city, ward)
    assert not contains(ward, city)
    assert not same_place(city, ward)
    assert same_place(place("63/Quảng Ngãi/huyện Lý Sơn"), place("34/Quảng Ngãi/đặc khu Lý Sơn"))
    assert not same_place(place("63/Quảng Ngãi"), place("34/Quảng Ngãi"))
    straddling = place("34/Lâm Đồng/phường Lang Biang - Đà Lạt")
    assert not contains(place("63/Lâm Đồng/thành phố Đà Lạt"), straddling)
    assert [d.name for d in districts_before(straddling)] == ["Lạc Dương", "Đà Lạt"]
    assert [p.name for p in provinces_before(place("34/Quảng Ngãi/xã Đăk Hà"))] == ["Kon Tum"]
    with pytest.raises(KeyError):
        place("34/Quảng Ngãi/phường Phổ Thạnh")


def of_unit(
    locality: str,
    province: str | None,
    level: str | None,
    date: str | None = None,
    issuer: str | None = None,
) -> PlanMeta:
    return PlanMeta(locality=locality, province=province, level=level, date=date, issuer=issuer)


DA_LAT = of_unit("Đà Lạt", "Lâm Đồng", "huyện", None)
TN_2024 = of_unit("Thủy Nguyên", "Hải Phòng", "huyện", "2024-03-06")
QN_2022 = of_unit("Quảng Ngãi", "Quảng Ngãi", "tỉnh", "2022-09-22")
QN_2026 = of_unit("Quảng Ngãi", "Quảng Ngãi", "tỉnh", "2026-03-01")
DUC_PHO = of_unit("Đức Phổ", "Quảng Ngãi", "huyện", None)


@pytest.mark.parametrize(
    ("asked", "plan", "expected"),
    [
        ("phường Xuân Hương - Đà Lạt", DA_LAT, Relation.WITHIN),
        ("phường Lang Biang - Đà Lạt", DA_LAT, Relation.WITHIN),
        ("Đà Lạt", DA_LAT, Relation.SAME),
        ("Lâm Đồng", DA_LAT, Relation.WIDER),
        ("Đắk Nông", DA_LAT, Relation.NONE),
        ("Đắk Nông", of_unit("Lâm Đồng", "Lâm Đồng", "tỉnh", None), Relation.MERGED_NOT_COVERED),
        ("Bình Thuận", of_unit("Lâm Đồng", "Lâm Đồng", "tỉnh", None), Relation.MERGED_NOT_COVERED),
        ("Hải Dương", of_unit("Hải Phòng", "Hải Phòng", "tỉnh", None), Relation.MERGED_NOT_COVERED),
        ("TP Thủy Nguyên", TN_2024, Relation.SAME),
        ("huyện Thủy Nguyên", TN_2024, Relation.SAME),
        ("phường Thủy Nguyên", TN_2024, Relation.WITHIN),
        ("Hải Phòng", TN_2024, Relation.WIDER),
        ("Đức Phổ", QN_2022, Relation.WITHIN),
        ("phường Sa Huỳnh", DUC_PHO, Relation.WITHIN),
        ("tỉnh Quảng Ngãi", QN_2022, Relation.SAME),
        ("TP Quảng Ngãi", QN_2022, Relation.WITHIN),
        ("tỉnh Quảng Ngãi", DUC_PHO, Relation.WIDER),
        ("Kon Tum", QN_2022, Relation.MERGED_NOT_COVERED),
        ("huyện Đăk Hà", QN_2022, Relation.MERGED_NOT_COVERED),
        ("Kon Tum", QN_2026, Relation.WITHIN),
        ("huyện Tây Trà", of_unit("Trà Bồng", "Quảng Ngãi", "huyện", "2019-05-01"), Relation.NONE),
        (
            "huyện Tây Trà",
            of_unit("Trà Bồng", "Quảng Ngãi", "huyện", "2022-05-01"),
            Relation.WITHIN,
        ),
        ("Hà Nội", QN_2022, Relation.NONE),
        ("Hà Tĩnh", of_unit("Không Có Nơi Này", None, None, None), Relation.NONE),
    ],
)
def test_relation(asked: str, plan: PlanMeta, expected: Relation) -> None:
    assert relation(first(asked), plan) == expected


def first(text: str) -> Place:
    return find_places(text)[0].places[0]


@pytest.mark.parametrize(
    ("asked", "plan", "sentence"),
    [
        (
            "phường Xuân Hương - Đà Lạt",
            DA_LAT,
            "Phường Xuân Hương - Đà Lạt được thành lập từ ngày 01/7/2025 trên địa bàn thành phố "
            "Đà Lạt (cũ).",
        ),
        (
            "Kon Tum",
            QN_2022,
            "Tỉnh Kon Tum được sáp nhập vào tỉnh Quảng Ngãi từ ngày 01/7/2025; kế hoạch của tỉnh "
            "Quảng Ngãi ban hành trước khi sáp nhập nên không bao gồm địa bàn này.",
        ),
        (
            "TP Thủy Nguyên",
            TN_2024,
            "Huyện Thủy Nguyên trở thành thành phố Thủy Nguyên từ ngày 01/01/2025 (Nghị quyết "
            "1232/NQ-UBTVQH15).",
        ),
        ("Hà Nội", QN_2022, None),
        ("Lâm Đồng", DA_LAT, None),
    ],
)
def test_note(asked: str, plan: PlanMeta, sentence: str | None) -> None:
    assert note(first(asked), plan) == sentence


def test_a_new_province_is_told_what_an_older_plan_leaves_out() -> None:
    assert note(place("34/Quảng Ngãi"), QN_2022) == (
        "Kế hoạch ban hành trước ngày 01/7/2025, chỉ áp dụng cho địa bàn tỉnh Quảng Ngãi (cũ), "
        "không bao gồm Kon Tum."
    )


def test_a_commune_that_kept_its_name_and_area_was_not_founded_in_2025() -> None:
    data = gazetteer()
    kept = next(
        unit
        for unit in (place(i) for ids in data.communes.values() for i in ids)
        if len(data.areas[unit.id]) == 1
        and next(iter(data.areas[unit.id])).endswith(f"/{unit.full_name}")
    )
    province = provinces_before(kept)[0].name
    sentence = note(kept, of_unit(province, province, "tỉnh"))
    assert sentence is not None
    assert "thành lập" not in sentence


@pytest.mark.parametrize(
    ("text", "known", "named"),
    [
        ("Hạc Thành hướng tới bao nhiêu cây xanh?", ("Hạc Thành",), ["phường Hạc Thành"]),
        ("hac thanh co may diem vui choi", ("Hạc Thành",), ["phường Hạc Thành"]),
        ("Hạc Thành hướng tới bao nhiêu cây xanh?", (), []),
        ("den nam 2025 vinh bao nhieu phan tram", ("Vinh",), ["thành phố Vinh"]),
        ("den nam 2025 vinh bao nhieu phan tram", (), []),
        ("Vinh đặt chỉ tiêu gì?", ("Vinh",), ["thành phố Vinh"]),
        ("niềm vinh dự, quang vinh của thành phố", ("Vinh",), []),
        ("Sở Tài nguyên và Môi trường Quảng Ngãi", (), ["tỉnh Quảng Ngãi"]),
        ("trường Quảng Ngãi", (), []),
        ("dây điện trên phố Đức Phổ", ("Đức Phổ",), ["huyện Đức Phổ"]),
        ("huyện Phú Quí và đảo Phú Quý", (), ["huyện Phú Quý", "huyện Phú Quý"]),
        ("thị xã Kì Anh", (), ["thị xã Kỳ Anh"]),
        ("khu đô thị phía Đông Tam Kỳ", (), ["thành phố Tam Kỳ"]),
        ("vùng Bắc Hà Tĩnh", (), ["tỉnh Hà Tĩnh"]),
        ("phuong bac gia nghia nhap tu dau", ("Bắc Gia Nghĩa",), ["phường Bắc Gia Nghĩa"]),
        ("phuong bac cau va phuong an", (), []),
        ("mấy cái bè nuôi tôm ở Đắk Lắk", (), ["tỉnh Đắk Lắk"]),
        ("Đức Phổ và Đà Lạt", ("Đức Phổ", "Đà Lạt"), ["huyện Đức Phổ", "thành phố Đà Lạt"]),
    ],
)
def test_names_that_are_expected_need_nothing_beside_them(
    text: str, known: tuple[str, ...], named: list[str]
) -> None:
    assert [mention.places[0].full_name for mention in find_places(text, known)] == named


def test_a_town_is_told_from_the_district_of_its_name_by_who_issued_the_plan() -> None:
    town, district = first("thị xã Kỳ Anh"), first("huyện Kỳ Anh")
    plan = of_unit("Kỳ Anh", "Hà Tĩnh", "huyện", "2022-10-21", "Thị ủy Kỳ Anh")
    assert relation(town, plan) is Relation.SAME
    assert relation(district, plan) is Relation.NONE
    plan = of_unit("Kỳ Anh", "Hà Tĩnh", "huyện", "2022-10-21", "UBND huyện Kỳ Anh")
    assert relation(district, plan) is Relation.SAME
    assert relation(town, plan) is Relation.NONE


def test_the_status_of_a_plans_district_is_that_of_its_day() -> None:
    assert plan_place(TN_2024) == place(THUY_NGUYEN[0])
    assert plan_place(of_unit("Thủy Nguyên", "Hải Phòng", "huyện", "2025-02-01")) == place(
        THUY_NGUYEN[1]
    )
    assert plan_place(QN_2026) == place("34/Quảng Ngãi")


@pytest.mark.parametrize(
    ("printed", "today"),
    [
        ("Sở KH&ĐT", "Sở Tài chính"),
        ("Sở Kế hoạch và Đầu tư", "Sở Tài chính"),
        ("Sở TN&MT", "Sở Nông nghiệp và Môi trường"),
        ("Sở Nông nghiệp và Phát triển nông thôn", "Sở Nông nghiệp và Môi trường"),
        ("Sở Thông tin và Truyền thông", "Sở Khoa học và Công nghệ"),
        ("sở GTVT", "Sở Xây dựng"),
        ("Ban Tuyên giáo Tỉnh uỷ", "Ban Tuyên giáo và Dân vận"),
        ("Sở Xây dựng", None),
        ("Sở", None),
        ("", None),
    ],
)
def test_agency_today(printed: str, today: str | None) -> None:
    assert agency_today(printed) == today
