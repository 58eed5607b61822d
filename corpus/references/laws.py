"""Laws named without a number: "Luật Bảo vệ môi trường", "Luật Đường sắt năm 2025"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.letters import UPPER, begins_word

# Names that hold a comma, "và" or another word which would otherwise end the name.
_LONG_NAMES = (
    "An toàn, vệ sinh lao động",
    "Bảo vệ và kiểm dịch thực vật",
    "Bảo vệ và phát triển rừng",
    "Bầu cử đại biểu Quốc hội và đại biểu Hội đồng nhân dân",
    "Cư trú của người nước ngoài",
    "Giám định tư pháp",
    "Đầu tư theo phương thức đối tác công tư",
    "Địa chất và khoáng sản",
    "Hòa giải, đối thoại tại Tòa án",
    "Hoạt động giám sát của Quốc hội và Hội đồng nhân dân",
    "Hỗ trợ doanh nghiệp nhỏ và vừa",
    "Khám bệnh, chữa bệnh",
    "Khoa học và công nghệ",
    "Khoa học, công nghệ và đổi mới sáng tạo",
    "Phòng bệnh",
    "Phòng cháy và chữa cháy",
    "Phòng cháy, chữa cháy và cứu nạn, cứu hộ",
    "Phòng, chống tác hại của rượu, bia",
    "Phòng, chống tác hại của thuốc lá",
    "Quản lý, sử dụng tài sản công",
    "Quản lý, sử dụng vũ khí, vật liệu nổ và công cụ hỗ trợ",
    "Quản lý và đầu tư vốn nhà nước tại doanh nghiệp",
    "Quy hoạch đô thị và nông thôn",
    "Sử dụng năng lượng tiết kiệm và hiệu quả",
    "Tài nguyên, môi trường biển và hải đảo",
    "Thi đua, khen thưởng",
    "Thực hành tiết kiệm, chống lãng phí",
    "Tiêu chuẩn và quy chuẩn kỹ thuật",
    "Tín ngưỡng, tôn giáo",
    "Trật tự, an toàn giao thông đường bộ",
    "Xuất cảnh, nhập cảnh của công dân Việt Nam",
)
_LONG_NAME = re.compile("|".join(map(re.escape, sorted(_LONG_NAMES, key=len, reverse=True))))
_PREVENTION = re.compile(r"Phòng, chống(?: \w+){1,5}")
_LAW = re.compile(rf"(?P<type>Bộ luật|Luật|Pháp lệnh|Hiến pháp)\s(?=[{UPPER}])")
_AMENDING = re.compile(
    r"(?P<type>Luật)\ssửa đổi(?:, bổ sung)?\s(?:[^\W\d_]+\s){0,6}của\s(?:các\s)?(?=Luật\s|Bộ luật\s)"
)
# Words in small letters that cannot belong to a name, so they end it.
_NAME_END = re.compile(
    r"[^\w\s-]|\s(?:và|hoặc|năm|số|ngày|đối với|trên|quy định|được|theo|trong|tại|có|đã|cho|để|nhằm|này|thì|phải|là|"
    r"với|của|do|đến|về|ban hành|bảo đảm|đảm bảo|hiện hành|sửa đổi|cùng|nếu|khi|từ|vào|thực hiện|triển khai|nêu|"
    r"hướng dẫn|giai đoạn|thuộc|mới|không|sẽ|ở|\d)(?!\w)|\s\d|\n|$"
)
_LONGEST_NAME = 90  # characters


def find_laws(text: str) -> Iterator[tuple[str, int, int]]:
    """Type, start and end of each law that the text names; an amending law ends with what it amends."""
    for match in filter(_begins_word, _LAW.finditer(text)):
        yield match["type"], match.start(), _name_end(text, match.end())
    for match in filter(_begins_word, _AMENDING.finditer(text)):
        inner = _LAW.match(text, match.end())
        if inner is not None:
            yield match["type"], match.start(), _name_end(text, inner.end())


def _begins_word(match: re.Match[str]) -> bool:
    return begins_word(match.string, match.start())


def _name_end(text: str, start: int) -> int:
    """Where the name of a law that begins at ``start`` ends."""
    for pattern in (_LONG_NAME, _PREVENTION):
        long = pattern.match(text, start)
        if long is not None and pattern is _LONG_NAME:
            return long.end()
        if long is not None:
            start = text.index(",", start) + 1  # the comma of "Phòng, chống" does not end the name
    end = _NAME_END.search(text, start, min(len(text), start + _LONGEST_NAME))
    stop = end.start() if end else min(len(text), start + _LONGEST_NAME)
    return start + len(text[start:stop].rstrip())
