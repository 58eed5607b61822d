"""Metadata: what is printed is read, what is not stays None, the catalog overrides and says so."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.errors import CatalogError
from corpus.metadata.reader import read_metadata, with_catalog
from corpus.outline import read_outline
from corpus.plan import PlanMeta
from corpus.text import normalise

PLANS = Path(__file__).parent.parent / "corpus" / "plans"
BODY = """
I. MỤC ĐÍCH

1. Nâng cao nhận thức của cán bộ về công tác quản lý đô thị trên địa bàn trong thời gian tới.

2. Phân công rõ trách nhiệm của từng cơ quan, đơn vị trong tổ chức thực hiện Kế hoạch này./.
"""


def read(raw: str) -> tuple[str, PlanMeta]:
    text = normalise(raw)
    return text, read_metadata(text, read_outline(text).sections)


GOLD: dict[str, dict[str, object]] = {
    "da-lat": {
        "type": "Kế hoạch", "number": None, "date": None, "place": None, "issuer": "Thành ủy Đà Lạt",
        "locality": "Đà Lạt", "province": "Lâm Đồng", "level": "huyện", "side": "Đảng",
        "signer": "Đặng Quang Tú", "signer_title": "Phó Bí thư", "authority": "T/M BAN THƯỜNG VỤ",
    },
    "thuy-nguyen": {
        "type": "Chương trình hành động", "number": "42-CTr/HU", "date": "2024-03-06",
        "place": "Thủy Nguyên", "issuer": "Ban Thường vụ Huyện ủy Thủy Nguyên",
        "locality": "Thủy Nguyên", "province": "Hải Phòng", "level": "huyện", "side": "Đảng",
        "signer": "Phạm Văn Thép", "signer_title": "Bí thư", "authority": "T/M BAN THƯỜNG VỤ",
    },
    "duc-pho": {
        "type": "Kế hoạch", "number": None, "date": None, "place": None,
        "issuer": "Ban Thường vụ Thị ủy Đức Phổ", "locality": "Đức Phổ", "province": "Quảng Ngãi",
        "level": "huyện", "side": "Đảng", "signer": "Nguyễn Kiên", "signer_title": "Bí thư",
        "authority": "T/M BAN THƯỜNG VỤ",
    },
    "quang-ngai": {
        "type": "Kế hoạch", "number": "151/KH-UBND", "date": "2022-09-22", "place": "Quảng Ngãi",
        "issuer": "UBND tỉnh Quảng Ngãi", "locality": "Quảng Ngãi", "province": "Quảng Ngãi",
        "level": "tỉnh", "side": "Nhà nước", "signer": "Đặng Văn Minh", "signer_title": "Chủ tịch",
        "authority": "TM. ỦY BAN NHÂN DÂN",
    },
    "ha-tinh": {
        "type": "Chương trình hành động", "number": None, "date": None, "place": None,
        "issuer": "Ban Chấp hành Đảng bộ tỉnh", "locality": None, "province": None, "level": "tỉnh",
        "side": "Đảng", "signer": "Trần Thế Dũng", "signer_title": "Phó Bí thư",
        "authority": "T/M TỈNH ỦY",
    },
}  # fmt: skip


@pytest.mark.parametrize("plan_id", GOLD)
def test_the_five_plans(plan_id: str) -> None:
    text, meta = read((PLANS / f"{plan_id}.txt").read_text(encoding="utf-8"))
    assert {name: getattr(meta, name) for name in GOLD[plan_id]} == GOLD[plan_id]
    assert meta.subject is not None and "quy hoạch, xây dựng, quản lý" in meta.subject
    assert len(meta.basis) == 1 and meta.basis[0].startswith("Thực hiện ")
    assert "như sau" not in meta.basis[0]
    assert meta.recipients[-1].startswith("Lưu")
    for span in meta.spans:
        assert text[span.start : span.end].strip()


def test_spans_hold_the_printed_words() -> None:
    text, meta = read((PLANS / "quang-ngai.txt").read_text(encoding="utf-8"))
    printed = {span.field: text[span.start : span.end] for span in meta.spans}
    assert printed["number"] == "151 /KH-UBND"
    assert printed["date"] == "ngày 22 tháng 9 năm 2022"
    assert printed["issuer"] == "UBND tỉnh"
    assert printed["signer"] == "Đặng Văn Minh"
    assert printed["signer_title"] == "CHỦ TỊCH"


STATE = """ỦY BAN NHÂN DÂN
TỈNH SÔNG LAM
-------

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------

{number}

Sông Lam, {date}

KẾ HOẠCH

Phát triển cây xanh đô thị giai đoạn 2024 - 2030

Căn cứ Luật Quy hoạch số 21/2017/QH14;

Căn cứ Nghị quyết số 15/NQ-HĐND ngày 02/3/2024 của Hội đồng nhân dân tỉnh;

Ủy ban nhân dân tỉnh ban hành Kế hoạch phát triển cây xanh đô thị như sau:
{body}
Nơi nhận:
- Như trên;
- Lưu: VT, XD.

TM. ỦY BAN NHÂN DÂN
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH

Lê Văn Thử
"""


@pytest.mark.parametrize(
    ("printed", "number"),
    [
        ("Số: 12/KH-UBND", "12/KH-UBND"),
        ("Số: 12 /KH-UBND", "12/KH-UBND"),
        ("Số:\n12/KH-UBND", "12/KH-UBND"),
        ("Số 12/KH-UBND", "12/KH-UBND"),
        ("Số: 0124/KH-UBND", "0124/KH-UBND"),
        ("Số: 71/2025/NQ-HĐND", "71/2025/NQ-HĐND"),
        ("Số:      /KH-UBND", None),
        ("Số: ...../KH-UBND", None),
    ],
)
def test_number(printed: str, number: str | None) -> None:
    _, meta = read(STATE.format(number=printed, date="ngày 5 tháng 3 năm 2024", body=BODY))
    assert meta.number == number


@pytest.mark.parametrize(
    ("printed", "date"),
    [
        ("ngày 05 tháng 3 năm 2024", "2024-03-05"),
        ("ngày 5/3/2024", "2024-03-05"),
        ("ngày     tháng 3 năm 2024", None),
        ("ngày ... tháng 3 năm 2024", None),
        ("ngày 31 tháng 02 năm 2024", None),
    ],
)
def test_date_only_when_the_day_is_printed(printed: str, date: str | None) -> None:
    _, meta = read(STATE.format(number="Số: 12/KH-UBND", date=printed, body=BODY))
    assert meta.date == date
    assert meta.place == "Sông Lam"


def test_state_header() -> None:
    _, meta = read(STATE.format(number="Số: 12/KH-UBND", date="ngày 5 tháng 3 năm 2024", body=BODY))
    assert meta.issuer == "UBND tỉnh Sông Lam"
    assert (meta.locality, meta.province, meta.level, meta.side) == (
        "Sông Lam", "Sông Lam", "tỉnh", "Nhà nước",
    )  # fmt: skip
    assert meta.subject == "Phát triển cây xanh đô thị giai đoạn 2024 - 2030"
    assert meta.basis == (
        "Căn cứ Luật Quy hoạch số 21/2017/QH14",
        "Căn cứ Nghị quyết số 15/NQ-HĐND ngày 02/3/2024 của Hội đồng nhân dân tỉnh",
    )
    assert (meta.signer, meta.signer_title) == ("Lê Văn Thử", "Phó Chủ tịch")
    assert meta.authority == "TM. ỦY BAN NHÂN DÂN, KT. CHỦ TỊCH"
    assert meta.recipients == ("Như trên", "Lưu: VT, XD")


@pytest.mark.parametrize(
    ("header", "issuer", "locality", "level", "side"),
    [
        ("ỦY BAN NHÂN DÂN\nTHÀNH PHỐ HẢI PHÒNG", "UBND thành phố Hải Phòng", "Hải Phòng", "tỉnh", "Nhà nước"),
        ("UBND HUYỆN ĐỒNG XUÂN", "UBND huyện Đồng Xuân", "Đồng Xuân", "huyện", "Nhà nước"),
        ("HỘI ĐỒNG NHÂN DÂN\nTHỊ XÃ BA ĐỒN", "HĐND thị xã Ba Đồn", "Ba Đồn", "huyện", "Nhà nước"),
        ("UBND TỈNH SÔNG LAM\nSỞ XÂY DỰNG", "Sở Xây dựng tỉnh Sông Lam", "Sông Lam", "tỉnh", "Nhà nước"),
        ("ĐẢNG BỘ TỈNH SÔNG LAM\nHUYỆN ỦY ĐỒNG XUÂN", "Huyện ủy Đồng Xuân", "Đồng Xuân", "huyện", "Đảng"),
        ("ỦY BAN NHÂN DÂN\nXÃ AN PHÚ", "UBND xã An Phú", "An Phú", "xã", "Nhà nước"),
    ],
)  # fmt: skip
def test_header_forms(header: str, issuer: str, locality: str, level: str, side: str) -> None:
    raw = f"{header}\n\nSố: 7/KH-UBND\n\nKẾ HOẠCH\n\nVề cây xanh\n{BODY}"
    _, meta = read(raw)
    assert (meta.issuer, meta.locality, meta.level, meta.side) == (issuer, locality, level, side)


def test_a_letter_has_its_type_from_its_form() -> None:
    _, meta = read(
        "ỦY BAN NHÂN DÂN\nHUYỆN TÂY SƠN\n\nSố: 100/UBND-KT\nV/v chỉnh trang đô thị\n\n"
        f"Tây Sơn, ngày 7 tháng 6 năm 2023\n{BODY}"
    )
    assert (meta.type, meta.number, meta.subject) == (
        "Công văn", "100/UBND-KT", "V/v chỉnh trang đô thị",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("place", "issuer", "locality"),
    [
        ("Quảng Ngãi", "UBND tỉnh Quảng Ngãi", "Quảng Ngãi"),
        ("Tam Kỳ", "UBND tỉnh", None),
        ("Đồi Gió", "UBND tỉnh", None),
    ],
)
def test_the_place_of_issue_names_the_issuer_only_as_a_unit(
    place: str, issuer: str, locality: str | None
) -> None:
    _, meta = read(
        f"Số: 8/KH-UBND\n\n{place}, ngày 7 tháng 6 năm 2023\n\nKẾ HOẠCH\n\nVề cây xanh\n\n"
        f"Căn cứ Luật Quy hoạch năm 2017, UBND tỉnh ban hành Kế hoạch trồng cây xanh như sau:\n{BODY}"
    )
    assert (meta.issuer, meta.locality, meta.level) == (issuer, locality, "tỉnh")


def test_decision_with_attached_plan_is_a_decision() -> None:
    raw = """ỦY BAN NHÂN DÂN
TỈNH SÔNG LAM

Số: 99/QĐ-UBND

Sông Lam, ngày 10 tháng 5 năm 2024

QUYẾT ĐỊNH

Về việc ban hành Kế hoạch chỉnh trang đô thị

CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH SÔNG LAM

Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;

QUYẾT ĐỊNH:

Điều 1. Ban hành kèm theo Quyết định này Kế hoạch chỉnh trang đô thị trên địa bàn tỉnh.

Điều 2. Giám đốc Sở Xây dựng chịu trách nhiệm thi hành Quyết định này./.

KT. CHỦ TỊCH
PHÓ CHỦ TỊCH
Trần Thị Mẫu

KẾ HOẠCH

CHỈNH TRANG ĐÔ THỊ

(Kèm theo Quyết định số 99/QĐ-UBND ngày 10/5/2024 của Chủ tịch Ủy ban nhân dân tỉnh)

I. MỤC ĐÍCH

1. Chỉnh trang các tuyến phố chính theo quy hoạch được duyệt trên địa bàn tỉnh.
"""
    _, meta = read(raw)
    assert (meta.type, meta.number, meta.date) == ("Quyết định", "99/QĐ-UBND", "2024-05-10")
    assert meta.issuer == "UBND tỉnh Sông Lam"
    assert meta.subject == "Về việc ban hành Kế hoạch chỉnh trang đô thị"
    assert meta.signer == "Trần Thị Mẫu"


DECISION = """{header}

Số: {number}

Sông Lam, ngày 10 tháng 5 năm 2026

{type}

VỀ VIỆC BAN HÀNH KẾ HOẠCH CHỈNH TRANG ĐÔ THỊ VÀ PHÁT TRIỂN CÂY XANH TRÊN ĐỊA BÀN TỈNH

{authority}

{dash}Căn cứ Luật Quy hoạch số 21/2017/QH14;

{dash}Theo đề nghị của Giám đốc Sở Xây dựng tại Tờ trình số 12/TTr-SXD.

{enacts}

Điều 1. Ban hành kèm theo văn bản này Kế hoạch chỉnh trang đô thị trên địa bàn tỉnh.

Điều 2. Giám đốc Sở Xây dựng chịu trách nhiệm thi hành./.

{signed}

Trần Thị Mẫu

KẾ HOẠCH

CHỈNH TRANG ĐÔ THỊ

I. MỤC ĐÍCH

1. Chỉnh trang các tuyến phố chính theo quy hoạch được duyệt trên địa bàn tỉnh.
"""


@pytest.mark.parametrize(
    ("header", "type_", "number", "authority", "signed", "issuer", "title"),
    [
        ("ỦY BAN NHÂN DÂN\nTỈNH SÔNG LAM", "QUYẾT ĐỊNH", "9/QĐ-UBND", "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH SÔNG LAM",
         "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH", "UBND tỉnh Sông Lam", "Phó Chủ tịch"),
        ("ỦY BAN NHÂN DÂN\nTỈNH SÔNG LAM", "QUYẾT ĐỊNH", "9/QĐ-UBND", "ỦY BAN NHÂN DÂN TỈNH SÔNG LAM",
         "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH", "UBND tỉnh Sông Lam", "Chủ tịch"),
        ("HỘI ĐỒNG NHÂN DÂN\nTỈNH SÔNG LAM", "NGHỊ QUYẾT", "9/NQ-HĐND",
         "HỘI ĐỒNG NHÂN DÂN TỈNH SÔNG LAM\nKHÓA XVIII, KỲ HỌP THỨ 12", "CHỦ TỊCH", "HĐND tỉnh Sông Lam", "Chủ tịch"),
        ("BỘ XÂY DỰNG", "QUYẾT ĐỊNH", "9/QĐ-BXD", "BỘ TRƯỞNG BỘ XÂY DỰNG", "BỘ TRƯỞNG", "Bộ Xây dựng", "Bộ trưởng"),
        ("TỈNH ỦY SÔNG LAM", "QUYẾT ĐỊNH", "9-QĐ/TU", "BAN THƯỜNG VỤ TỈNH ỦY", "T/M BAN THƯỜNG VỤ\nBÍ THƯ",
         "Tỉnh ủy Sông Lam", "Bí thư"),
    ],
)  # fmt: skip
def test_an_authority_that_enacts_does_not_sign(
    header: str, type_: str, number: str, authority: str, signed: str, issuer: str, title: str
) -> None:
    raw = DECISION.format(
        header=header, type=type_, number=number, authority=authority, signed=signed,
        enacts="QUYẾT NGHỊ:" if type_ == "NGHỊ QUYẾT" else "QUYẾT ĐỊNH:",
        dash="- " if "TỈNH ỦY" in header else "",
    )  # fmt: skip
    _, meta = read(raw)
    assert (meta.number, meta.issuer, meta.date) == (number, issuer, "2026-05-10")
    assert (meta.signer, meta.signer_title) == ("Trần Thị Mẫu", title)
    assert meta.subject is not None and meta.subject.endswith("CÂY XANH TRÊN ĐỊA BÀN TỈNH")
    assert meta.basis == (
        "Căn cứ Luật Quy hoạch số 21/2017/QH14",
        "Theo đề nghị của Giám đốc Sở Xây dựng tại Tờ trình số 12/TTr-SXD",
    )


def test_a_subject_may_end_with_words_of_a_session() -> None:
    _, meta = read(
        f"Số: 5/NQ-HĐND\n\nNGHỊ QUYẾT\n\nVỀ HỌC PHÍ CỦA CÁC\n\nKHÓA HỌC NĂM 2026\n{BODY}"
    )
    assert meta.subject == "VỀ HỌC PHÍ CỦA CÁC KHÓA HỌC NĂM 2026"


def test_resolution_takes_its_day_of_passing() -> None:
    raw = f"""Số: 5/NQ-UBTVQH15

NGHỊ QUYẾT

Về việc sắp xếp đơn vị hành chính

ỦY BAN THƯỜNG VỤ QUỐC HỘI
{BODY}
Nghị quyết này được Ủy ban Thường vụ Quốc hội thông qua ngày 16 tháng 6 năm 2025.
"""
    _, meta = read(raw)
    assert meta.date == "2025-06-16"
    assert (meta.issuer, meta.level, meta.side) == (
        "Ủy ban Thường vụ Quốc hội", "trung ương", "Nhà nước",
    )  # fmt: skip


def test_nothing_printed_nothing_read() -> None:
    assert read_metadata("", ()) == PlanMeta()
    _, meta = read("Một đoạn văn không có thể thức nào cả, chỉ để thử.")
    assert meta == PlanMeta()


def test_catalog_overrides_and_says_so() -> None:
    _, meta = read((PLANS / "ha-tinh.txt").read_text(encoding="utf-8"))
    entry = {"issuer": "Tỉnh ủy Hà Tĩnh", "locality": "Hà Tĩnh", "recipients": ["Văn phòng"]}
    known = with_catalog(meta, entry)
    assert (known.issuer, known.locality, known.recipients) == (
        "Tỉnh ủy Hà Tĩnh", "Hà Tĩnh", ("Văn phòng",),
    )  # fmt: skip
    assert known.by_person == ("issuer", "locality", "recipients")
    assert "issuer" not in {span.field for span in known.spans}
    assert known.type == meta.type and meta.by_person == ()


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ({"tên": "x"}, "không có trường"),
        ({"spans": []}, "không có trường"),
        ({"issuer": 5}, "chuỗi chữ"),
        ({"issuer": " "}, "chuỗi chữ"),
        ({"basis": "một"}, "danh sách"),
        ({"date": "22/9/2022"}, "năm-tháng-ngày"),
        ({"level": "khu vực"}, "phải là một trong"),
    ],
)
def test_catalog_errors(entry: dict[str, object], said: str) -> None:
    with pytest.raises(CatalogError, match=said):
        with_catalog(PlanMeta(), entry)


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="SỐố:/-KHUBND123 ,.ngày thángnămKẾ HOẠCH\nTM.T/MBÍ THƯ()|*", max_size=300))
def test_spans_lie_in_any_text(raw: str) -> None:
    text, meta = read(raw)
    for span in meta.spans:
        assert 0 <= span.start < span.end <= len(text)
    if meta.number is not None:
        span = next(span for span in meta.spans if span.field == "number")
        assert "".join(text[span.start : span.end].split()) == meta.number
