"""Word tables that decide when a name in a text is a place. Keys are folded (accented) or stripped."""

from __future__ import annotations

from corpus.fold import fold


def _names(listing: str) -> frozenset[str]:
    return frozenset(listing.split("|"))


# Stripped words right before a name -> the type they say. A key that ends in "." must be printed
# with a dot ("P. Sa Huỳnh") because the bare letter is too often something else.
TYPE_WORDS = {
    "tinh": "tỉnh",
    "thanh pho": "thành phố",
    "tp": "thành phố",
    "t p": "thành phố",
    "thi xa": "thị xã",
    "tx": "thị xã",
    "t x": "thị xã",
    "huyen": "huyện",
    "quan": "quận",
    "phuong": "phường",
    "xa": "xã",
    "thi tran": "thị trấn",
    "tt.": "thị trấn",
    "dac khu": "đặc khu",
    "h.": "huyện",
    "q.": "quận",
    "p.": "phường",
    "x.": "xã",
    "t.": "tỉnh",
}
# Committees name the level of their unit too ("Thị ủy Đức Phổ") but are no part of its name.
COMMITTEES = {
    "tinh uy": "tỉnh",
    "thanh uy": "thành phố",
    "thi uy": "thị xã",
    "huyen uy": "huyện",
    "quan uy": "quận",
}
DISTRICT_TYPES = frozenset({"thành phố", "thị xã", "huyện", "quận"})

# Other names of provinces and cities as printed -> stripped official name.
ALIASES = {
    "HCM": "ho chi minh",
    "TPHCM": "ho chi minh",
    "Sài Gòn": "ho chi minh",
    "SG": "ho chi minh",
    "Thừa Thiên Huế": "hue",
    "TT Huế": "hue",
    "BRVT": "ba ria vung tau",
    "BR VT": "ba ria vung tau",
    "Đắc Lắc": "dak lak",
    "Đắc Lắk": "dak lak",
    "Đắk Lắc": "dak lak",
    "Đắc Nông": "dak nong",
    "Bắc Cạn": "bac kan",
    "Con Tum": "kon tum",
    "Kontum": "kon tum",
    "Qui Nhơn": "quy nhon",
    "Buôn Mê Thuột": "buon ma thuot",
    "Ban Mê Thuột": "buon ma thuot",
    "Plei Ku": "pleiku",
    "Phan Rang": "phan rang thap cham",
}

# Names of provinces and districts that are ordinary words too: in lower case, or at the start of a
# sentence, they need a type word. The first line was found by counting lower-case uses in 1.7
# million characters of administrative, school and encyclopaedic prose; the others were added by
# reading the list of names.
COMMON_MARKED = _names(
    "thống nhất|vinh|hoà bình|đại từ|tiên du|hoà thành|kim thành|long thành|giang thành|"
    "duyên hải|vị thanh|cao phong|nam định|vĩnh cửu|bác ái|bình minh|cao bằng|chợ mới|"
    "chợ đồn|cầu ngang|hải dương|kế sách|ngã bảy|ngã năm|phú quý|sông cầu|sông công|"
    "sông lô|sông mã|sông hinh|tam nông|thanh bình|thanh liêm|thanh xuân|thái bình|"
    "trường sa|u minh|đất đỏ|đồng xuân|an lão|yên bình|tân hưng|tân an|cái bè|cái răng|"
    "cái nước|chợ gạo"
)

# Stripped names that are ordinary words without their marks: "diễn biến" for "dien bien". Typed
# without marks and capitals they need a type word, or a word that introduces a place on the left
# together with an end on the right. The first lines were counted in the same prose.
COMMON_BARE = _names(
    "chu|la gi|van ban|tuong duong|thanh chuong|cho moi|dong giang|vinh|cho don|co to|"
    "dat do|do luong|can duoc|dong hoa|con co|dien bien|luong tai|dinh quan|kien giang|"
    "an duong|hoa thanh|hoc mon|dan phuong|dong phu|quang dien|dai tu|vi thanh|kien an|"
    "da nang|tu mo rong|dong hoi|co do|cao lanh|nghia dan|binh thanh|an thi|cam lam|"
    "gia lai|vu ban|dong da|my tu|hon dat|ly nhan|an phu|dong van|thanh ha|tam dao|"
    "long thanh|dinh lap|da bac|tam nong|nam dong|hai duong|thanh hoa|quan ba|tan thanh|"
    "phu cu|thanh ba|kien hai|minh hoa|tu ky|an lao|an nhon|ba ria|bac ai|binh dai|"
    "binh duong|binh minh|cao bang|cao loc|cao phong|dong hai|dong thap|dong hung|"
    "duyen hai|ha dong|ha nam|hai phong|hau giang|hoa binh|hoang mai|hue|ke sach|lak|"
    "long an|nam dinh|nga bay|nga nam|phu quy|phu tan|son la|song cau|tan an|tan binh|"
    "tan hung|tan phu|tan yen|thai binh|thanh binh|thanh liem|thanh tri|thanh xuan|"
    "thong nhat|tien du|tran de|truong sa|u minh|vinh cuu|yen binh|yen dinh|bac can|"
    "con tum"
)
# Stripped words that introduce or close the name of a place in a question without marks.
CUES_BEFORE = _names("o|tai|cua|tinh|voi|va|ve|cho|tu|den|giua|hay|hoac|con|the|tren|so")
CUES_AFTER = _names("nam|la|co|voi|va|thi|khong|bao|den|the|o|dat|dang|quy|den|hien")

# Communes whose type word and first syllable are an ordinary word without marks ("xã hội",
# "phương án", "phương tiện"), or in lower case; these need a province or district beside them.
RISKY_COMMUNE = _names(
    "xa hoi|xa vien|xa giao|xa ta|phuong an|phuong tien|phuong phap|phuong huong|"
    "phuong thuc|phuong cham|phuong dien|phuong dong|phuong tay|phuong bac|phuong nam|"
    "xa tan|xa lo|xa trung|phuong trung|phuong thong|xa thong"
)

# "ở phía Đông Tam Kỳ": a quarter of the sky before a name is no part of it (folded).
QUARTERS = _names("đông|tây|nam|bắc")
SIDES = _names("phía|hướng|mạn|mé|vùng|khu|cửa|ngõ|bờ")

# What stands before a name that is a street, a water or a school rather than the unit (folded).
NOT_UNITS = _names("đường|phố|cầu|hồ|sông|suối|núi|đèo|ga|trường|chợ|chùa|đền|trận|vịnh")
# Compounds that end in such a word: "Sở Tài nguyên và Môi trường Quảng Ngãi" is of the province.
NO_SITES = frozenset(
    (fold(first), fold(second))
    for first, second in (
        ("môi", "trường"), ("thị", "trường"), ("hiện", "trường"), ("lập", "trường"),
        ("con", "đường"), ("tuyến", "đường"), ("mọi", "đường"), ("yêu", "cầu"), ("nhu", "cầu"),
        ("toàn", "cầu"), ("công", "trường"),
    )
)  # fmt: skip
# Before "phố", words with which it is the town and no street: "giữa phố Đức Phổ" (folded).
AMID_TOWN = _names("giữa|trong|khắp|lòng|dân|người")
# Longer names that swallow a place's name: "Thái Bình Dương", "vinh dự".
SWALLOWED = frozenset({("thai binh", "duong"), ("thai", "binh duong"), ("vinh", "du")})
# Words of questions whose first syllable ends names when it has no mark: "vinh bao nhieu".
ASKING = frozenset(("bao", word) for word in ("nhieu", "gio", "lau", "xa"))
SURNAMES = _names(
    "nguyễn|trần|lê|phạm|hoàng|huỳnh|phan|vũ|võ|đặng|bùi|đỗ|hồ|ngô|dương|lý|đinh|trương|lương"
)
