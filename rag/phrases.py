"""How questions are put: the tables of words and patterns that ``question`` reads them with.

Patterns run over the question without diacritics (``strip_marks``), which keeps offsets.
"""

from __future__ import annotations

import re

from corpus.fold import strip_marks
from rag.words import Word


def _pattern(*alternatives: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(alternatives)})\b")


# Not in a date or a number ("22-9-2022", "30/2020"), but both ends of "2026-2030".
YEAR = re.compile(
    r"(?<![\d/.,])(?<!(?<!\d{4})-)(?P<year>20[0-9]{2}|19[0-9]{2})(?![\d/.,]\d|\d)(?!/)"
)

# What may stand between a place and the larger one that it lies in.
QUALIFIER_GAP = re.compile(
    r"\s*[,(-]?\s*(?:(?:(?:nay|hien|hien nay|bay gio)\s+)?thuoc\s*|cua\s+)?(?:dia ban\s+)?(?:tinh\s*)?\(?\s*"
)

_DOC = r"(?:ke hoach|chuong trinh(?: hanh dong)?|van ban|nghi quyet|quyet dinh|ctr|kh)"

# A plan of the collection named by its number alone: "kế hoạch 151", "KH151", "CTr 42".
DOCUMENT_NUMBER = re.compile(
    r"\b(?:ke hoach|kh|chuong trinh(?: hanh dong)?|cthd|ctr)\s*(?:so\s*)?(?P<number>\d{1,4})(?![\d/%.,]|\s?(?:m2|ha|ty|nam)\b)"
)

# Rows (kind, PlanMeta field, pattern); the first that fits decides.
KINDS: tuple[tuple[str, str | None, re.Pattern[str]], ...] = (
    ("why", None, _pattern(r"(?:vi|tai|do) (?:sao|dau)", r"ly do", r"nguyen nhan")),
    ("opinion", None, _pattern(
        r"theo (?:ban|anh|chi|em)", r"(?:ban|anh|chi) (?:nghi|thay) (?:gi|sao|the nao)", r"y kien cua ban", r"co nen",
        r"danh gia cua ban", r"co kha thi khong", r"kha nang thanh cong", r"co hop ly khong")),
    ("metadata", "number", _pattern(
        r"so hieu", r"so,? ky hieu", r"ky hieu", rf"{_DOC}[^?]{{0,60}}\bso (?:may|bao nhieu|nao)", r"so van ban", r"van ban so (?:may|nao)",
        r"(?:mang|co) so (?:may|bao nhieu|nao|gi)")),
    ("metadata", "date", _pattern(
        r"ngay ban hanh", r"ban hanh (?:vao )?(?:ngay|khi|luc|thoi gian|nam|thang)(?: (?:thang|nam))* (?:nao|may|bao nhieu)", r"ban hanh (?:khi nao|bao gio|luc nao)",
        r"(?:ngay|khi|luc|nam) nao[^?]{0,30} ban hanh", r"ky (?:vao )?(?:ngay|khi|luc) nao", r"ngay ky", r"(?:bao gio|khi nao)[^?]{0,30}(?:ban hanh|duoc ky)",
        r"ban hanh (?:vao )?hom nao", r"ngay thang (?:nam )?ban hanh", r"thoi diem ban hanh")),
    ("metadata", "signer_title", _pattern(r"chuc vu[^?]{0,20} (?:nguoi )?ky", r"nguoi ky[^?]{0,80} (?:chuc vu|giu chuc)", r"ky voi (?:chuc (?:vu|danh)|tu cach)")),
    ("metadata", "signer", _pattern(r"ai (?:la nguoi )?(?:da )?ky", r"nguoi ky", r"ky boi ai", r"do ai ky", r"ai ky", r"nguoi (?:nao|dung ten) ky")),
    ("metadata", "issuer", _pattern(
        r"(?:co quan|don vi|ai|to chuc) (?:nao )?(?:da )?ban hanh", r"(?:do|boi) (?:ai|co quan nao|don vi nao|cap nao) ban hanh", r"co quan ban hanh", r"noi ban hanh")),
    ("metadata", "recipients", _pattern(r"noi nhan", r"gui cho (?:ai|nhung ai|co quan nao)", r"gui (?:den|toi|cho) (?:nhung |cac )?(?:dau|ai|noi|co quan|don vi)", r"(?:duoc )?gui (?:di )?(?:nhung )?dau")),
    ("metadata", "subject", _pattern(r"trich yeu", r"ten day du", r"(?:van ban|ke hoach|chuong trinh(?: hanh dong)?)[^?]{0,30} ve viec gi", r"tieu de")),
    ("metadata", "type", _pattern(r"loai van ban", r"la (?:loai )?van ban gi", r"hinh thuc van ban")),
    ("extreme", None, _pattern(
        r"(?:cao|lon|nhieu|thap|nho|nhanh) nhat", r"it nhat(?!\s+\d)", r"dung dau", r"xep hang", r"xep thu tu", r"hon ca", r"dan dau")),
    ("compare", None, _pattern(
        r"so sanh", r"doi chieu", r"canh nhau", r"ben nao", r"chenh nhau", r"hon kem", r"khac (?:nhau|biet|gi|voi|the nao)", r"giong (?:nhau|gi|voi)", r"chenh (?:lech|nhau)",
        r"so voi", r"cao hon", r"thap hon", r"nhieu hon", r"it hon", r"lon hon", r"dia phuong nao", r"tinh nao", r"noi nao",
        r"nhung dia phuong")),
    ("basis", None, _pattern(
        r"can cu (?:vao )?(?:van ban|nghi quyet|chuong trinh|quyet dinh|dau|nhung|cac|nao|gi)", r"dua (?:tren|vao) (?:van ban|nghi quyet|can cu|co so|chuong trinh)",
        r"can cu (?:phap ly|ban hanh)", r"(?:thuc hien|trien khai|cu the hoa) (?:nghi quyet|chuong trinh(?: hanh dong)?|van ban|quyet dinh)(?: so)? (?:nao|gi)", r"van ban nao lam can cu",
        r"co so (?:phap ly|ban hanh)", r"nhac (?:den|toi)(?= (?:o |trong |tai )?(?:dau|van ban|ke hoach|muc|nhung|nghi quyet|quyet dinh|luat|chuong trinh|nghi dinh|diem))",
        r"nghi quyet[^?]{0,60} (?:duoc )?nhac", r"vien dan", r"dan chieu", r"de cap (?:den|toi) (?:nghi quyet|quyet dinh|van ban|ke hoach|chuong trinh)")),
    ("who", None, _pattern(
        r"trach nhiem (?:gi|nao|the nao)", r"duoc giao", r"giao (?:nhung|cac)? ?(?:nhiem vu|viec)", r"(?:co quan|don vi|so|ban|nganh|to chuc|phong|cap)(?: nao| gi)", r"\bai\b", r"chu tri", r"phoi hop voi (?:ai|nhung|co quan|don vi)", r"trach nhiem cua",
        r"giao cho", r"phan cong", r"(?:duoc )?giao (?:nhiem vu|lam) gi", r"nhiem vu (?:cua|gi)(?= (?:so|ban|ubnd|uy ban|mat tran|van phong|hoi dong|cong an))", r"(?:so|ubnd|uy ban nhan dan|ban|van phong)[^?]{0,50} (?:co trach nhiem|phai lam|lam gi|lam nhung gi|nhiem vu gi)")),
    ("when", None, _pattern(
        r"(?:khi|luc|bao) (?:nao|gio)", r"thoi (?:gian|han)(?: thuc hien| hoan thanh)?", r"den bao gio", r"(?:trong|vao|nam|thang|ngay) nao", r"nam may",
        r"tien do", r"thoi diem nao", r"moc thoi gian")),
    ("value", None, _pattern(
        r"bao nhieu", r"chi tieu", r"\bmay\b(?! moc| tinh| bay| quay)", r"ty le", r"ti le", r"dat muc nao", r"muc tieu .{0,40}\d", r"con so", r"so luong", r"bao lau",
        r"phan tram", r"gia tri")),
)  # fmt: skip

# A question about a duty or a rule is not for its figures.
RULES = _pattern(
    r"nhiem vu",
    r"giai phap",
    r"quy dinh",
    r"chinh sach",
    r"noi dung",
    r"dinh huong",
    r"cach (?:lam|xu ly)",
)
# "… được nhắc đến ở đâu": of a document by number or name, or of any words.
MENTION = _pattern(r"nhac (?:den|toi)", r"vien dan", r"dan chieu", r"de cap (?:den|toi)")
# A resolution or other document named by its bare number: "Nghị quyết 06", "NQ 06".
BARE_REFERENCE = re.compile(
    r"\b(?P<type>nghi quyet|nq|quyet dinh|qd|chi thi|ket luan|nghi dinh)\s*(?:so\s*)?(?P<number>\d{1,4})(?![\d/%-]|\s?(?:m2|ha|ty|nam)\b)"
)
# What is counted: "bao nhiêu căn", "mấy phương pháp"; and a share asked for.
AMOUNT = _pattern(
    r"bao nhieu",
    r"phan tram",
    r"may(?= (?:phan|met|m2|do thi|du an|cuon|ho|nguoi|xa|phuong|diem|mau|can))",
)
# A document or an exact time asked for.
DOCUMENT_ASKED = _pattern(
    r"(?:nghi quyet|quyet dinh|nghi dinh|chuong trinh(?: hanh dong)?|van ban|ke hoach|luat) (?:so )?(?:nao|may|bao nhieu)"
)
TIME_ASKED = _pattern(r"(?:nam|ngay|thang) nao", r"nam may", r"nam bao nhieu")
AGENCIES_ASKED = re.compile(r"\b(?:nhung|cac) (?P<head>so|co quan|don vi|ban|nganh|phong)\b")
COUNTED = re.compile(r"\b(?:bao nhieu|may)\s+(?P<noun>[^\W\d_]+(?:\s+[^\W\d_]+)?)")
PERCENT = re.compile(r"%|\bphan tram\b|\bty le\b|\bti le\b")
# A denial put as a question: "… không đặt chỉ tiêu nào, đúng không?".
DENIED = re.compile(
    r"\b(?:khong|chua) (?:dat|neu|co|quy dinh|de ra|de cap|nhac|xac dinh|yeu cau|khuyen khich|cho phep|giao|quan tam|phat trien)\b.{2,120}\b(?:phai|dung) khong\b"
)
LOWEST = _pattern(r"(?:thap|nho|it|cham) nhat", r"xep (?:cuoi|chot)")
YES_NO = re.compile(
    r"\b(?:dung chu|dung vay|phai chu|co dung vay|co phai|phai khong|dung khong|dung chua|co dung|chua|hay khong)\b|\bco\b.{2,120}\bkhong\b|\bkhong\s*[?]?\s*$|\ba\s*[?]?\s*$|\bphai chang\b|\bnhi\s*[?]?$"
)
ALL_PLANS = _pattern(
    r"(?:cac|tat ca|moi|toan bo|ca nam|nam|nhung) (?:cac )?(?:dia phuong|ke hoach|tinh|noi|van ban)",
    r"(?:dia phuong|tinh|noi|ke hoach|van ban) nao",
    r"o dau",
)
BASELINE = _pattern(
    r"hien trang",
    r"hien nay",
    r"hien tai",
    r"thuc trang",
    r"da dat",
    r"nam 20(?:1\d|2[0-4])",
    r"truoc day",
)
LIST = _pattern(
    r"nhung (?:gi|nhiem vu|giai phap|viec|noi dung|muc tieu|chi tieu|yeu cau|co quan|don vi)",
    r"cac (?:nhiem vu|giai phap|noi dung|muc tieu|chi tieu|yeu cau|hoat dong)",
    r"liet ke",
    r"gom (?:nhung )?gi",
    r"bao gom",
)

# Parts of a question that say nothing of its subject.
FRAMES: tuple[re.Pattern[str], ...] = (
    _pattern(
        r"(?:hay |xin |vui long |lam on |nho |giup )*(?:cho (?:toi|minh|em|anh|chi|hoi|biet|xem)|noi ro|neu ro|liet ke|trinh bay|giai thich|tim|tra cuu|trich)(?: (?:toi|minh|em|biet|hoi|giup|la|ve|xem))*",
        r"(?:la |den |dat |khoang )?bao nhieu(?: phan tram| %)?", r"(?:nhu )?the nao", r"ra sao", r"la gi", r"nhung gi", r"gom gi", r"cai gi", r"dieu gi", r"viec gi",
        r"co (?:neu|quy dinh|de cap|noi|dat ra|dua ra|ghi|xac dinh|yeu cau)(?: ro)?(?: (?:den|toi|ve))?", r"co phai(?: la)?", r"phai khong", r"dung khong", r"hay khong", r"duoc khong", r"khong\s*$", r"khong(?=\s*\?)",
        r"theo (?:ke hoach|chuong trinh(?: hanh dong)?|van ban)(?: (?:cua|nay))?", r"(?:trong|tai|o) (?:ke hoach|chuong trinh(?: hanh dong)?|van ban)(?: (?:cua|nay))?",
        r"(?:den|vao|trong|cho|giai doan|tu)? ?(?:cac )?(?:nam|moc) (?:19|20)\d\d(?: ?(?:-|den|va|,) ?(?:nam )?(?:19|20)\d\d)*", r"den (?:19|20)\d\d", r"giai doan (?:19|20)\d\d ?(?:-|den) ?(?:19|20)\d\d", r"(?:19|20)\d\d",
        r"(?:cua |tai |o |giua |trong )?(?:cac |tat ca (?:cac )?|moi |nhung )(?:dia phuong|noi)", r"(?:dia phuong|noi) nao", r"so sanh", r"doi chieu", r"khac (?:nhau|biet|gi)(?: (?:nhau|the nao|voi))*", r"giong (?:nhau|gi)", r"(?:cao|lon|nhieu|thap|nho|it) (?:nhat|hon)", r"dat muc(?: nao)?", r"ai la nguoi", r"(?:co quan|don vi|ai|so|ban) nao", r"\bai\b",
        r"(?:cac |nhung )?chi tieu(?: (?:ve|cua|cho))?", r"quy dinh", r"noi dung", r"van ban", r"(?:ban )?ke hoach", r"chuong trinh hanh dong", r"dia (?:phuong|ban)",
        r"(?:may |bao nhieu )?(?:met vuong|m2|m²)(?: tren| moi)?", r"huong toi", r"nhac (?:den|toi)", r"(?:cac )?nhom(?= (?:nhiem|giai|chi|muc|viec))", r"gom(?: co)?", r"lam sao", r"(?:thi|se) sao", r"viec", r"chuyen", r"dinh huong", r"so voi", r"giong(?: va khac)?(?: nhau)?", r"dat canh nhau", r"chenh (?:lech|nhau)(?: nhau)?", r"ben nao", r"hon kem(?: nhau)?", r"(?:cao|thap|nhieu|it|lon) hon", r"bang may", r"dung chu", r"(?:bay gio|hien nay|hien tai|hien trang)", r"nhung (?:viec|dieu|gi)", r"xuat hien", r"lam cach nao", r"cach nao", r"bang cach nao", r"khac nhau",
        r"theo huong nao", r"co (?:nhung|cac)", r"(?:khi|luc|bao) (?:nao|gio)", r"thoi (?:gian|han)(?: thuc hien| hoan thanh)?", r"chu tri", r"phoi hop", r"thuc hien", r"(?:chiu|co) trach nhiem", r"trach nhiem(?= (?:cua|ve|gi))", r"phu trach", r"tham muu", r"chi dao", r"giao cho", r"duoc giao", r"phan cong", r"(?:vi|tai|do) sao", r"ly do", r"(?:trich )?nguyen van", r"noi ro(?: hon)?", r"(?:o |tai |nam o )?(?:muc|dieu|phan|cho) nao", r"o dau", r"bat dau(?: tu)?", r"dan nguon", r"muc nao", r"may\b(?! moc| tinh| bay| quay)", r"con so", r"phan tram",
        r"(?:nam|ngay|thang|nguoi) nao", r"a\?", r"nhe\b", r"vay\b", r"nhi\b",
    ),
)  # fmt: skip

_FUNCTION_WORDS = """
hiện nay bây giờ giữ định rồi bị cái điểm kiểu chứ nhỉ tức kể tên toàn bộ đầy đủ gạch dòng hôm sáng mới dự tới tăng lên
là và của các những có cho về với tại ở trong ngoài trên dưới theo từ đến tới thì mà này kia đó được bị do bởi
như hay hoặc nào gì sao ai đâu nếu khi lúc đã đang sẽ vẫn còn cũng đều rất quá lại nữa thế vậy à ạ nhé nhỉ hãy xin
cần phải nên muốn biết hỏi tôi mình em anh chị bạn một mỗi từng cả việc ra vào để bằng qua năm ngày tháng đạt
nêu nói ghi đặt đưa khoảng dự kiến phấn đấu tỉnh huyện địa chỗ
không chưa so khoản riêng hơn nhất giữa làm lấy mấy bớt giúp hưởng chiếm
"""
FUNCTION = frozenset(_FUNCTION_WORDS.split())
# Bare syllables that could as well be a word that matters: "dat" is "đạt" or "đất", "xa" "xã" or "xa".
_AMBIGUOUS = {"dat", "do", "nam", "den", "thi", "ra", "muc", "ban", "tinh", "lam", "lay", "cho"}
FUNCTION_PLAIN = frozenset(strip_marks(word) for word in FUNCTION) - _AMBIGUOUS

# A part of the plan is asked for: "mục …", "phần …", not "mục tiêu" or "phần trăm".
PART_NAMED = re.compile(r"\b(?:muc(?! tieu| dich)|phan(?! tram| dau))\b")
# Who holds a post, which an assignment of tasks does not say.
POSITION = re.compile(r"\b(?:pho )?(?:truong ban|to truong|truong doan)\b(?= )")

# Everyday subjects that no plan speaks of, and talk with the assistant itself.
OFF_TOPIC = _pattern(
    r"thoi tiet",
    r"du bao mua",
    r"bai tho",
    r"lam tho",
    r"ke chuyen",
    r"truyen cuoi",
    r"bong da",
    r"da (?:tran|bong)",
    r"doi tuyen",
    r"world cup",
    r"ca si",
    r"bai hat",
    r"dien vien",
    r"gia (?:xang|vang|dau|do la|usd|gao|heo)",
    r"chung khoan",
    r"bitcoin",
    r"xo so",
    r"tu vi",
    r"cung hoang dao",
    r"nau an",
    r"cong thuc (?:nau|mon)",
    r"mon an",
    r"dich (?:sang|cau)",
    r"viet (?:code|ma|chuong trinh|bai|thu|don)",
    r"lap trinh",
    r"giai (?:toan|phuong trinh)",
    r"ban (?:ten|la ai|bao nhieu tuoi|co the lam)",
    r"ai tao ra ban",
    r"xin chao",
    r"chao ban",
    r"hello",
    r"cam on ban",
    r"ty gia",
    r"\d[\d.]* (?:nhan|cong|tru|chia) (?:voi |cho )?\d[\d.]*",
    r"luong co so",
    r"ho chieu",
    r"bang lai",
    r"ngoai te",
    r"may gio",
    r"do la my",
    r"hom nay (?:la )?(?:thu|ngay)",
    r"ve may bay",
    r"khach san",
    r"du lich (?:o )?dau",
    r"nguoi yeu",
    r"tong thong",
    r"dau dau",
    r"thuoc gi",
)

# Words for an area, which by themselves are no subject.
AREA = _pattern(
    r"khu vuc",
    r"noi (?:thi|thanh|o)",
    r"ngoai (?:thi|thanh)",
    r"toan",
    r"do thi",
    r"rieng",
    r"pham vi",
    r"trung tam",
)

# Words that nearly every provision of such a plan holds: they break ties, they decide nothing.
_LIGHT_WORDS = """
chỉ tiêu mục nhiệm vụ giải pháp kế hoạch chương trình hành động tỷ tỉ lệ diện tích bình quân đầu người mỗi dân số lượng
mức tổng số hoạch chương trình hành thành phố thị xã huyện tỉnh đô thị phát triển xây dựng quản thực hiện công tác yêu cầu mục đích xác định thành phố thị xã bền vững quy
bảo đảm đảm nâng cao tăng cường đẩy mạnh chất
"""
LIGHT = frozenset(_LIGHT_WORDS.split())
LIGHT_PLAIN = frozenset(strip_marks(word) for word in LIGHT)
LIGHT_WEIGHT = 0.25


def is_light(word: Word) -> bool:
    """Whether nearly every provision holds the word; an unmarked one is judged without diacritics."""
    return word.folded in LIGHT if word.marked else word.plain in LIGHT_PLAIN


def is_function_word(word: Word) -> bool:
    """Whether the word only holds a question together."""
    return word.folded in FUNCTION if word.marked else word.plain in FUNCTION_PLAIN
