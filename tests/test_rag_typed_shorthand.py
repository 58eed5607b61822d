from __future__ import annotations

import pytest

from rag.typed.shorthand import guessed_out, initials, spelled_out

PLACES = ("Hà Tĩnh", "Đức Phổ", "Quảng Ngãi", "Quảng Nam", "Thủy Nguyên")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("tỷ lệ ĐTH", "tỷ lệ đô thị hóa"),
        ("có trồng cây ko, đc bn?", "có trồng cây không, được bao nhiêu?"),
        ("ti le dth", "ti le đô thị hóa"),
        ("NƠXH ở KCN, KKT", "nhà ở xã hội ở khu công nghiệp, khu kinh tế"),
        ("NOXH", "nhà ở xã hội"),
        ("Sở TN&MT", "Sở tài nguyên và môi trường"),
        ("Sở TT & TT", "Sở thông tin và truyền thông"),
        ("quản lý ĐT và DT cây xanh", "quản lý đô thị và diện tích cây xanh"),
        ("Sở KH&ĐT và Sở GTVT", "Sở kế hoạch và đầu tư và Sở giao thông vận tải"),
        ("KT-XH", "kinh tế - xã hội"),
        ("NNL cho QLĐT", "nguồn nhân lực cho quản lý đô thị"),
        ("QHC và QHPK", "quy hoạch chung và quy hoạch phân khu"),
        ("ttkdtm", "thanh toán không dùng tiền mặt"),
        ("dvctt, htx", "dịch vụ công trực tuyến, hợp tác xã"),
        ("TĐC cho hộ NCT", "tái định cư cho hộ người cao tuổi"),
        ("QL 1A, VP", "QL 1A, VP"),
        ("UBND tỉnh, HĐND", "UBND tỉnh, HĐND"),
        ("151/KH-UBND", "151/KH-UBND"),
        ("CTr 42-CTr/HU", "CTr 42-CTr/HU"),
        ("GRDP và GIS", "GRDP và GIS"),
        ("Dt", "Dt"),
    ],
)
def test_short_forms_of_one_meaning(typed: str, meant: str) -> None:
    assert spelled_out(typed) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("TL đất ở", "tỷ lệ đất ở"),
        ("TL 623", "TL 623"),
        ("T/L", "T/L"),
        ("diện tích sàn NƠ", "diện tích sàn nhà ở"),
        ("hỗ trợ DN", "hỗ trợ doanh nghiệp"),
        ("VP Tỉnh ủy xử lý VP", "văn phòng Tỉnh ủy xử lý vi phạm"),
        ("dự án có TMĐT 5 tỷ", "dự án có TMĐT 5 tỷ"),
        ("sàn TMĐT", "sàn thương mại điện tử"),
        ("GĐ 2021-2025", "giai đoạn 2021-2025"),
        ("KH tỉnh Hà Tĩnh nêu gì?", "kế hoạch tỉnh Hà Tĩnh nêu gì?"),
        ("theo KH của tỉnh", "theo kế hoạch của tỉnh"),
        ("Sở KH tỉnh", "Sở KH tỉnh"),
        ("KH151", "KH151"),
        ("ứng dụng AI", "ứng dụng trí tuệ nhân tạo"),
        ("AI tạo sinh", "trí tuệ nhân tạo tạo sinh"),
        ("AI ký kế hoạch?", "AI ký kế hoạch?"),
        ("ai ký, ứng dụng ai", "ai ký, ứng dụng ai"),
        ("xử lý CTR", "xử lý chất thải rắn"),
        ("CTR 42", "CTR 42"),
        ("người LĐ", "người lao động"),
        ("của HT?", "của Hà Tĩnh?"),
        ("tỉnh HT", "tỉnh Hà Tĩnh"),
        ("so sánh HT và ĐP", "so sánh Hà Tĩnh và Đức Phổ"),
        ("cây xanh HT 2030", "cây xanh Hà Tĩnh 2030"),
        ("của QN", "của QN"),  # two localities
        ("của TN", "của Thủy Nguyên"),
        ("diện tích TN", "diện tích tự nhiên"),
        ("Sở TN", "Sở TN"),
        ("HT điện lực", "Hà Tĩnh điện lực"),
        ("hệ HT điện", "hệ HT điện"),
        ("ht", "ht"),
    ],
)
def test_short_forms_that_need_their_place(typed: str, meant: str) -> None:
    assert guessed_out(typed, PLACES) == meant


def test_initials() -> None:
    assert initials("Đức Phổ") == "ĐP"
    assert initials("Bà Rịa - Vũng Tàu") == "BRVT"
