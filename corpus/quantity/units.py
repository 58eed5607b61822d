"""What amounts are counted in: the tables behind the reader of quantities.

Every pattern here is written for text that ``corpus.fold.fold`` has folded.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from corpus.fold import fold


def folded(pattern: str) -> str:
    """A regular expression written in ordinary Vietnamese, for folded text; escapes stay as they are."""
    return _ESCAPES.sub(lambda part: part[1] or fold(part[2]), pattern)


_ESCAPES = re.compile(r"(\\.|\?P?)|([^\\?]+)")

# Capital letters of Vietnamese, for a character class of printed text.
CAPITALS = "A-ZĐ" + "".join(c for c in map(chr, range(0xC0, 0x1EFA)) if c.isupper() and c != "Đ")

# Longer spellings come first where one begins another ("km²" before "km").
_SYMBOLS = (
    r"%|‰|km\s?(?:[²2]|\^2)(?![0-9])|m\s?(?:[²2]|\^2)(?![0-9])|m\s?(?:[³3]|\^3)(?![0-9])"
    r"|(?:km|ha|hecta|mét|m|kg|tấn|tạ|lít|kwh|kwp|kw|mwp|mw|gw|mva|kv|mm|cm|mbps|gbps|mg/l|°c|độ c"
    r"|usd|vnđ|đồng)(?![^\W_])"
)

_MAGNITUDES = r"(?:(?:nghìn|ngàn|vạn|triệu|tỷ|tỉ)(?![^\W_]))(?!\s(?:lệ|trọng|số|suất|giá))"
_MONEY = r"(?:đồng|usd|đô la|vnđ|euro|đ)(?![^\W_])"

# Nouns that plans count, several syllables before their first one alone.
_NOUNS = """
điểm phần trăm|điểm %|cơ sở dữ liệu|cơ sở giáo dục|cơ sở y tế|cơ sở lưu trú|cơ sở sản xuất|cơ sở
cán bộ|công chức|viên chức|lao động|người dân|người|hộ gia đình|hộ dân|hộ|nhân khẩu|khẩu|dân
đô thị|thành phố|thị xã|thị trấn|thị tứ|huyện|quận|phường|xã|thôn|bản|buôn|làng|tổ dân phố|khu phố
đơn vị hành chính|đơn vị|địa phương|tỉnh|quốc gia|nước|vùng nuôi|vùng|khu vực|khu đô thị
khu công nghiệp|cụm công nghiệp|khu kinh tế|khu du lịch|khu dân cư|khu nhà ở|khu|cụm|điểm đến
điểm ngập|điểm|vị trí|địa điểm|địa bàn|chi bộ|đảng bộ|tổ chức đảng|đảng viên|đại biểu|hội viên
đoàn viên|chi hội|tổ|dự án|đề án|chương trình|kế hoạch|nhiệm vụ|giải pháp|mục tiêu|chỉ tiêu|tiêu chí
tiêu chuẩn|thủ tục hành chính|thủ tục|dịch vụ công|dịch vụ|hồ sơ|văn bản|nghị quyết|công trình
hạng mục|tuyến đường|tuyến phố|tuyến|đường|cầu|cảng|bến xe|bến|bãi đỗ xe|nhà ga|ga|sân bay|chợ
trung tâm thương mại|trung tâm logistics|trung tâm|siêu thị|cửa hàng|nhà máy|trạm y tế|trạm biến áp
trạm|trường học|trường|lớp|phòng học|phòng|bệnh viện|giường bệnh|giường|bác sĩ|bác sỹ|dược sĩ
điều dưỡng|y tế|học sinh|sinh viên|giáo viên|giảng viên|chuyên gia|nhà khoa học|nghệ nhân
căn hộ|căn nhà|căn|ngôi nhà|nhà ở|nhà văn hóa|nhà vệ sinh|nhà|công viên|quảng trường|vườn hoa
cây xanh|cây|con|đàn|lồng nuôi|lồng|tàu|xe|chiếc|thuê bao|tài khoản|máy|thiết bị|hệ thống|nền tảng
phần mềm|ứng dụng|sản phẩm ocop|sản phẩm|mô hình|thương hiệu|nhãn hiệu|sáng kiến|sáng chế
bằng sáng chế|đơn đăng ký|đề tài|công bố|doanh nghiệp|hợp tác xã|tổ hợp tác|tổ chức tín dụng|tổ chức
hội chợ|hội nghị|hội thảo|lớp tập huấn|lượt người|lượt khách|lượt|khách|lần|di tích|di sản|lễ hội
thiết chế|loại đô thị|ngành|lĩnh vực|nhóm|mẫu|bộ|cuộc|đợt|vụ|ca|tin|bài|cuốn|chuyên đề|việc làm
suất|phần quà|quả|vòng|làn xe|làn|tầng|hành khách|chuyến|đối tượng|trẻ em|trẻ|phụ nữ|bé trai|bé gái
nhân lực|thành viên|cá nhân|tập thể|gia đình|mũi nhọn|năm|tháng|tuần|ngày làm việc|ngày đêm|ngày
giờ|phút|giây|tuổi|quý|hồ chứa|hồ|đập|bãi rác|nghĩa trang|cơ sở hỏa táng|khu xử lý|bước|nội dung
"""

DURATIONS = frozenset(
    fold(word)
    for word in (
        "năm",
        "tháng",
        "tuần",
        "ngày",
        "ngày làm việc",
        "giờ",
        "phút",
        "giây",
        "quý",
        "tuổi",
    )
)

# What stands after the stroke of a rate: "m²/người", "người/10.000 dân", "%/năm".
_PER = """
người dân đô thị|người dân|người|vạn dân|dân số|dân|năm|tháng|tuần|ngày đêm|ngày|giờ|lượt|lần|hộ dân|hộ
ha|km²|km2|km|m²|m2|m³|m3|xã|phường|huyện|đơn vị hành chính|đơn vị|thôn|phụ nữ|bé gái|trẻ em|trẻ|lao động
học sinh|lớp|trường|giường|căn|vị trí|dự án|vụ|mẫu|tổ|chi bộ|cơ sở|doanh nghiệp|sản phẩm|đô thị|suất|công
lồng|ao|mùa|kỳ|quý|gdp|grdp
"""


def _alternatives(table: str) -> str:
    """The words of a table as one pattern, longest first, each a whole word."""
    words = {fold(word.strip()) for line in table.split("\n") for word in line.split("|")}
    ordered = sorted((word for word in words if word), key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", r"\s") for word in ordered)


_END = r"(?![^\W_])"
_PER_PATTERN = (
    rf"(?:\s?/\s?|\strên\s(?=một\s|[0-9]))(?:một\s|[0-9][0-9.]{{0,9}}\s?)?"
    rf"(?:{_alternatives(_PER)}){_END}"
)

# A unit of the tables: magnitude with what it multiplies, symbol, or noun, then up to two rates.
UNIT = re.compile(
    rf"(?:{_MAGNITUDES}(?:\s(?:tỷ|tỉ){_END})?"
    rf"(?:\s?(?:{_MONEY}|(?:{_SYMBOLS})|(?:{_alternatives(_NOUNS)}){_END}))?"
    rf"|(?:{_SYMBOLS})(?:(?<=[²2])\ssàn{_END})?|(?:{_alternatives(_NOUNS)}){_END})"
    rf"(?:{_PER_PATTERN}){{0,2}}"
)

# Words that never begin what is counted.
_NOT_COUNTED = (
    "và|của|trong|là|có|được|để|đã|với|theo|tại|trên|dưới|thì|nên|hoặc|hay|từ|đến|vào|ra|do|bởi|về|cho|"
    "khi|nếu|mà|nhưng|các|những|một|hai|ba|này|đó|kia|không|chưa|sẽ|đang|cũng|vẫn|đều|phải|cần|bằng|đạt|"
    "so|trở|còn|lên|xuống|tới|quy|điều|khoản|điểm|mục|thông|nghị|quyết|luật|bên|chiều|ở|sau|trước|"
    "khoảng|hơn|gồm|bao|nhằm|hiện|giai|nhiệm|tăng|giảm"
)
# Any other noun phrase right after a number: its first two syllables.
OPEN_UNIT = re.compile(
    rf"(?!(?:{fold(_NOT_COUNTED)}){_END})[^\W\d_]{{2,}}(?:\s(?!(?:{fold(_NOT_COUNTED)}){_END})[^\W\d_]{{2,}})?"
    r"(?![^\W_])"
)

_CANONICAL = (
    (re.compile(r"(?<![^\W\d_])(k?m)\s?(?:2|\^2|²)(?![0-9])"), r"\1²"),
    (re.compile(r"(?<![^\W\d_])m\s?(?:3|\^3|³)(?![0-9])"), "m³"),
    (re.compile(r"(?<=m²)\ssàn"), ""),
    (re.compile(r"\s*/\s*"), "/"),
    (re.compile(r"(?<![^\W\d_])tỉ(?![^\W\d_])"), "tỷ"),
    (re.compile(r"(?<![^\W\d_])hecta(?![^\W\d_])"), "ha"),
)


@lru_cache(maxsize=1024)
def canonical_unit(printed: str) -> str:
    """One spelling of a printed unit: "m2 / người" -> "m²/người", "tỉ đồng" -> "tỷ đồng"."""
    unit = " ".join(printed.lower().split())
    for pattern, replacement in _CANONICAL:
        unit = pattern.sub(replacement, unit)
    return unit.replace("kwh", "kWh").replace("mw", "MW").replace("usd", "USD")


# "tỷ" and "triệu" alone are said of money; of anything else its name follows.
_IN_DONG = {
    "đồng": 1.0,
    "nghìn đồng": 1e3,
    "triệu": 1e6,
    "triệu đồng": 1e6,
    "tỷ": 1e9,
    "tỷ đồng": 1e9,
    "nghìn tỷ": 1e12,
    "nghìn tỷ đồng": 1e12,
}


def base_unit(unit: str) -> tuple[str, float]:
    """The unit that amounts are compared in, and what one of ``unit`` is in it.

    "tỷ đồng/năm" -> ("đồng", 1e9): what follows "/" is not part of the amount's size.
    """
    whole = unit.split("/")[0]
    return ("đồng", _IN_DONG[whole]) if whole in _IN_DONG else (whole, 1.0)


def bounds_in_base(unit: str, bounds: Iterable[float | None]) -> frozenset[float]:
    """The bounds of an amount of ``unit`` in its base unit, for comparing amounts of like units."""
    factor = base_unit(unit)[1]
    return frozenset(round(bound * factor, 9) for bound in bounds if bound is not None)
