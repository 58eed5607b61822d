"""How questions are put: the tables of words and patterns that ``question`` reads them with.

The patterns are written with diacritics and run over folded text (``Question.folded``, ``fold``),
which keeps offsets. ``spelled`` says which typing they accept.
"""

from __future__ import annotations

import re

from corpus.fold import fold, strip_marks
from rag.words import Word

# In the source of a pattern: an escape, which stays as it is, or a run of letters.
_LETTERS = re.compile(r"\\.|[^\W\d_]+")


def spelled(source: str) -> re.Pattern[str]:
    """A pattern for folded text: each letter with diacritics also stands for its bare one.

    "tỷ lệ" is found in "tỷ lệ", "ty le" and "tỷ le"; "lý do" is not found in "quản lý đô thị".
    A letter written bare stands only for itself. No letter with diacritics may stand in a class.
    """
    return re.compile(_LETTERS.sub(_either_typing, source))


def _either_typing(letters: re.Match[str]) -> str:
    """The letters of a pattern as typed with diacritics or without: "lý" -> "l[ýy]"."""
    typed = letters.group()
    if typed.isascii():
        return typed
    pairs = ((letter, strip_marks(letter)) for letter in fold(typed))
    return "".join(f"[{letter}{bare}]" if bare != letter else letter for letter, bare in pairs)


def _pattern(*alternatives: str) -> re.Pattern[str]:
    return spelled(rf"\b(?:{'|'.join(alternatives)})\b")


# Not in a date or a number ("22-9-2022", "30/2020"), but both ends of "2026-2030".
YEAR = re.compile(
    r"(?<![\d/.,])(?<!(?<!\d{4})-)(?P<year>20[0-9]{2}|19[0-9]{2})(?![\d/.,]\d|\d)(?!/)"
)

# What stands right before the larger place that something is a part of: "ở phía Nam tỉnh …".
WITHIN = spelled(
    r"(?:phía (?:đông|tây|nam|bắc)|vùng|khu vực|trung tâm|cửa ngõ|trực thuộc|thuộc)(?: (?:của|trong))?(?: tỉnh)? $"
)
# What may stand between a place and the larger one that it lies in.
QUALIFIER_GAP = spelled(
    r"\s*[,(-]?\s*(?:(?:(?:nay|hiện|hiện nay|bây giờ)\s+)?thuộc\s*|của\s+)?(?:địa bàn\s+)?(?:tỉnh\s*)?\(?\s*"
)

_DOC = r"(?:kế hoạch|chương trình(?: hành động)?|văn bản|nghị quyết|quyết định|chỉ thị|ctr|kh)"
_TYPE_NAMED = (
    r"(?:kế hoạch|chương trình(?: hành động)?|nghị quyết|quyết định|chỉ thị|kết luận|thông báo)"
)
# A document as what the question is about, not where its answer is sought ("theo Kế hoạch 552, …").
_NAMED = rf"(?<!theo )(?<!trong )(?<!tại )\b{_DOC}\b"
# Types of documents that a plan cites by number; and what a plan has issued, or cites by name.
_CITED = (
    "nghị quyết", "quyết định", "nghị định", "thông tư", "chỉ thị", "kết luận", "thông báo", "tờ trình", "công văn", "hướng dẫn",
)  # fmt: skip
_OTHER = r"(?:quy chế|quy định|chính sách|cơ chế|danh mục|đơn giá|định mức|quy chuẩn|tiêu chuẩn|bộ tiêu chí|bộ chỉ số|(?:luật|nghị định|thông tư|tờ trình|công văn)(?! (?:số )?\d))"
# From the start of a question up to such a document, with no plan named and no full number given.
_OF_OTHER = rf"^(?!.*\d/)(?:(?!{_NAMED})[^?])*?{_OTHER}(?:(?!{_NAMED})[^?])*"
_OWN = r"(?<!theo )(?<!trong )(?<!tại )\b(?:kế hoạch|chương trình(?: hành động)?|văn bản|ctr|kh)\b"
# Up to what a question asks of the whole of it, nothing that stands in it.
_NO_PART = r"(?:(?! (?:giải pháp|nhiệm vụ|mục tiêu|chỉ tiêu|yêu cầu|giao|phối hợp|tuyên truyền|ưu tiên|đầu tư|tập trung|phát triển|hướng dẫn|báo cáo)\b)[^?]){0,40}?"
# What follows "số, ngày" where they are those of a document.
_OF_RECORD = r"(?= (?:ban hành|ký|của|kế hoạch|văn bản|chương trình|người ký|cơ quan ban hành))"
_ISSUERS = r"(?:cơ quan|đơn vị|tổ chức|cấp|tỉnh|địa phương|nơi)"
# What may follow a plan's name where it is the plan itself that is meant, not one that it orders.
_OF_ITSELF = (
    r"(?: (?:số )?\d[\w/-]*)?(?: (?:này|đó))?(?: (?:của|cho|tại) [^?]{1,30}?)?"
    rf"(?: (?:để |nhằm |về (?:việc )?)?(?:triển khai |tổ chức )?(?:thực hiện|triển khai|cụ thể hóa) (?:{'|'.join(_CITED)}|chương trình)[^?]{{0,60}}?)?"
)
_WHICH_NUMBER = r"số (?:mấy|bao nhiêu)"
# "dân số bao nhiêu", "chỉ số bao nhiêu" ask for a figure.
_NO_FIGURE = r"(?<!dân )(?<!tổng )(?<!hệ )(?<!chỉ )(?<!con )(?<!trị )"
# Agencies by one word, not "cơ sở" and "văn bản".
_AGENCY = r"(?:(?<!cơ )(?<!trụ )sở|(?<!văn )ban)"
# The assistant, typed "ban" too; not "Ban Chỉ đạo".
_YOU = (
    r"bạn(?! (?:chỉ đạo|chấp hành|chủ nhiệm|cán sự|dân tộc|quản lý|thường vụ|tổ chức|tuyên giáo))"
)
_MS = r"chị(?! (?:bộ|cục|đạo|nhánh|phí|thị|tiết|tiêu))"

# A plan of the collection named by its number alone: "kế hoạch 151", "KH151", "CTr 42".
DOCUMENT_NUMBER = spelled(
    r"\b(?:kế hoạch|kh|chương trình(?: hành động)?|cthđ|ctr)\s*(?:số\s*)?(?P<number>\d{1,4})(?![\d/%.,]|\s?(?:m2|ha|tỷ|năm)\b)"
)

# Rows (kind, PlanMeta field, pattern); the first that fits decides.
KINDS: tuple[tuple[str, str | None, re.Pattern[str]], ...] = (
    ("why", None, _pattern(r"(?:vì|tại|do) sao", r"(?:vì|do) đâu", r"l(?:ý|í) do", r"nguyên nhân")),
    ("opinion", None, _pattern(
        rf"theo (?:{_YOU}|anh|{_MS}|em)", r"(?:bạn|anh|chị) (?:nghĩ|thấy) (?:gì|sao|thế nào)", rf"ý kiến của {_YOU}", r"có nên",
        rf"đánh giá của {_YOU}", r"có khả thi không", r"khả năng thành công", r"có hợp lý không")),
    # The number of a document that the plan cites, which is not the plan's own.
    ("basis", None, _pattern(rf"(?:căn cứ(?: vào)?|thực hiện|triển khai|cụ thể hóa) (?:{'|'.join(_CITED)}|chương trình|văn bản) {_WHICH_NUMBER}")),
    ("passage", None, _pattern(rf"(?<= )(?:{'|'.join(_CITED)}) (?:{_WHICH_NUMBER}|số nào)")),
    # When and by whom something else than the plan is issued.
    ("when", None, _pattern(
        rf"{_OF_OTHER}\bban hành (?:vào |trong )?(?:(?:ngày|khi|lúc|năm|tháng) (?:nào|mấy|bao nhiêu)|bao giờ)",
        rf"(?:(?:ngày|khi|lúc|năm) nào|bao giờ)[^?]{{0,30}} ban hành {_OTHER}")),
    ("who", None, _pattern(
        rf"{_OF_OTHER}\b(?:do|bởi) (?:ai|cơ quan nào|đơn vị nào|cấp nào) ban hành", rf"(?:cơ quan|đơn vị|ai|tổ chức) (?:nào )?(?:đã )?ban hành {_OTHER}")),
    ("metadata", "number", _pattern(
        r"số hiệu", r"số,? ký hiệu", r"ký hiệu", rf"{_NAMED}[^?]{{0,60}}{_NO_FIGURE}\b{_WHICH_NUMBER}", rf"{_NAMED}(?:[^?]{{0,60}} là)? số nào", r"(?<!một )số văn bản", r"văn bản số (?:mấy|nào)",
        r"mang số (?:mấy|bao nhiêu|nào|gì)", r"có số (?:mấy|bao nhiêu)",
        rf"(?:{_NAMED}[^?]{{0,40}}|bản lưu[^?]{{0,40}}) (?:ghi|mang|đánh|in|có)(?: ghi)? số(?: hiệu| văn bản)?(?: hay)? (?:không|chưa)",
        rf"số(?:,| và)? ngày(?: tháng)?(?: năm)?{_OF_RECORD}")),
    ("metadata", "date", _pattern(
        r"ngày ban hành", rf"ban hành (?:{_NAMED}{_OF_ITSELF} )?(?:vào |từ )?(?:ngày|khi|lúc|thời gian|năm|tháng)(?: (?:tháng|năm))* (?:nào|mấy|bao nhiêu)", rf"ban hành (?:{_NAMED}{_OF_ITSELF} )?(?:từ |vào )?(?:khi nào|bao giờ|lúc nào)",
        r"(?:ngày|khi|lúc|năm) nào[^?]{0,30} ban hành", r"ký (?:vào )?(?:ngày|khi|lúc) nào", r"ngày ký", r"(?:bao giờ|khi nào)[^?]{0,30}(?:ban hành|được ký)",
        r"ban hành (?:vào )?hôm nào", r"ngày tháng (?:năm )?ban hành", r"thời điểm ban hành",
        rf"ký (?:{_NAMED}{_OF_ITSELF} )?(?:vào |trong |từ )?(?:ngày|tháng|năm)(?: (?:tháng|năm))* (?:nào|mấy|bao nhiêu)",
        rf"(?<=số )ngày(?: tháng)?(?: năm)?{_OF_RECORD}", rf"{_NAMED} (?:số )?\d[\w/-]* (?:là |ra |đề )?ngày (?:tháng (?:năm )?)?(?:nào|mấy|bao nhiêu)")),
    ("metadata", "signer_title", _pattern(r"chức vụ[^?]{0,20} (?:người )?ký", r"người ký[^?]{0,80} (?:chức vụ|giữ chức)", r"ký với (?:chức (?:vụ|danh)|tư cách)")),
    ("metadata", "signer", _pattern(r"ai (?:là người )?(?:đã )?ký", r"người ký", r"ký(?: [^?]{1,20})? bởi ai", r"do ai ký", r"ai ký", r"người (?:nào|đứng tên) ký",
        r"ai (?:là người |đã )?(?:thay mặt|thừa lệnh|thừa ủy quyền|đại diện|nhân danh) [^?]{1,40}? ký(?! kết)")),
    ("metadata", "issuer", _pattern(
        r"(?:cơ quan|đơn vị|ai|tổ chức) (?:nào )?(?:đã )?ban hành", r"(?:do|bởi) (?:ai|cơ quan nào|đơn vị nào|cấp nào) ban hành", r"cơ quan ban hành", r"nơi ban hành",
        rf"{_NAMED}(?: (?:số )?\d[\w/-]*)? là của (?:ai|{_ISSUERS} nào)", rf"{_NAMED} (?:số )?\d[\w/-]* của (?:ai|{_ISSUERS} nào)")),
    ("metadata", "recipients", _pattern(r"nơi nhận", r"gửi cho (?:ai|những ai|cơ quan nào)", r"gửi (?:đến|tới|cho) (?:những |các )?(?:đâu|ai|nơi|cơ quan|đơn vị)", r"(?:được )?gửi (?:đi )?(?:những )?đâu")),
    ("metadata", "subject", _pattern(r"trích yếu", r"tên (?:gọi )?đầy đủ", rf"^(?:cho (?:tôi |em )?(?:hỏi|biết) |nêu |xin )?tên (?:gọi )?(?:của )?(?:bản )?{_OWN}(?: (?:số )?\d[\w/-]*)?(?: này| (?:của|tại) [^?]{{1,40}}?)?(?: là gì)?(?=\s*[?.]?\s*$)",
        rf"(?:{_OWN}|{_NAMED} (?:số )?\d[\w/-]*){_NO_PART} về (?:việc|vấn đề|lĩnh vực|chủ đề|chuyện|cái) (?:gì|nào)",
        rf"{_OWN}{_NO_PART} (?:thuộc|trong|ở) (?:những )?lĩnh vực (?:gì|nào)", r"(?:văn bản|kế hoạch|chương trình(?: hành động)?)[^?]{0,30} về việc gì", r"tiêu đề")),
    ("metadata", "type", _pattern(r"loại (?:hình )?văn bản", rf"{_NAMED}[^?]{{0,40}} (?:thuộc |là )(?:thể )?loại (?:gì|nào)", r"là (?:loại )?văn bản gì", r"ban hành (?:loại )?văn bản gì(?=\s*[?.]?\s*$)", r"hình thức văn bản", r"văn bản (?:thuộc )?loại (?:gì|nào)",
        rf"là {_TYPE_NAMED} hay (?:là )?{_TYPE_NAMED}")),
    ("extreme", None, _pattern(
        r"(?:cao|lớn|nhiều|thấp|nhỏ|nhanh) nhất", r"ít nhất(?!\s+\d)", r"đứng đầu", r"xếp hạng", r"xếp thứ tự", r"hơn cả", r"dẫn đầu")),
    ("compare", None, _pattern(
        r"so sánh", r"đối chiếu", r"cạnh nhau", r"bên nào", r"chênh nhau", r"hơn kém", r"khác (?:nhau|biệt|gì|với|thế nào)", r"giống (?:nhau|gì|với)", r"chênh (?:lệch|nhau)",
        r"so với", r"cao hơn", r"thấp hơn", r"nhiều hơn", r"ít hơn", r"lớn hơn", r"địa phương nào", r"tỉnh nào", r"nơi nào",
        r"những địa phương")),
    ("basis", None, _pattern(
        r"căn cứ (?:vào )?(?:văn bản|nghị quyết|chương trình|quyết định|đâu|những|các|nào|gì)", r"dựa (?:trên|vào) (?:những |các )?(?:văn bản|nghị quyết|căn cứ|cơ sở|chương trình)",
        r"căn cứ (?:pháp lý|ban hành)", rf"(?:thực hiện|triển khai|cụ thể hóa) (?:{'|'.join(_CITED)}|chương trình(?: hành động)?|văn bản)(?: số)? (?:nào|gì)", r"văn bản nào làm căn cứ",
        r"cơ sở (?:pháp lý|ban hành)", r"nhắc (?:đến|tới)(?= (?:ở |trong |tại )?(?:đâu|văn bản|kế hoạch|mục|những|nghị quyết|quyết định|luật|chương trình|nghị định|điểm))",
        r"nghị quyết[^?]{0,60} (?:được )?nhắc", r"viện dẫn", r"dẫn chiếu", r"đề cập (?:đến|tới) (?:nghị quyết|quyết định|văn bản|kế hoạch|chương trình)")),
    ("who", None, _pattern(
        r"trách nhiệm (?:gì|nào|thế nào)", r"được giao", r"giao (?:những|các)? ?(?:nhiệm vụ|việc)", rf"(?:cơ quan|đơn vị|{_AGENCY}|ngành|tổ chức|phòng|(?<!cung )(?<!nâng )(?<!phân )(?<!trợ )cấp) (?:nào|gì)", r"\bai\b", r"chủ trì", r"phối hợp với (?:ai|những|cơ quan|đơn vị)", r"trách nhiệm của",
        rf"(?:giao|do) (?:cho )?(?:{_AGENCY}|ubnd|ủy ban nhân dân|công an|mặt trận|văn phòng|hội đồng|phòng)\b", r"giao cho", r"phân công", r"(?:được )?giao (?:nhiệm vụ|làm) gì", r"nhiệm vụ (?:của|gì)(?= (?:sở|ban|ubnd|ủy ban|mặt trận|văn phòng|hội đồng|công an))", rf"(?:{_AGENCY}|ubnd|ủy ban nhân dân|văn phòng)[^?]{{0,50}} (?:có trách nhiệm|phải làm|làm gì|làm những gì|nhiệm vụ gì)")),
    # A rule is asked for, whatever it is about: "yêu cầu gì về tỷ lệ cây xanh".
    ("passage", None, _pattern(r"(?:yêu cầu|giải pháp|chính sách|biện pháp|chủ trương) (?:gì|nào|thế nào|ra sao)")),
    ("when", None, _pattern(
        r"hạn chót", r"(?:chậm|muộn) nhất", r"tháng mấy", r"hôm nào", r"(?:khi|lúc|bao) (?:nào|giờ)", r"thời (?:gian|hạn)(?: thực hiện| hoàn thành)?", r"đến bao giờ", r"(?:trong|vào|năm|tháng|ngày) nào", r"năm mấy",
        r"tiến độ", r"thời điểm nào", r"mốc thời gian")),
    ("value", None, _pattern(
        r"bao nhiêu", r"chỉ tiêu", r"\bmấy\b(?! móc| tính| bay| quay)", r"tỷ lệ", r"tỉ lệ", r"(?:đạt|đặt) mức nào", r"mục tiêu .{0,40}\d", r"con số", r"số lượng", r"bao lâu",
        r"phần trăm", r"giá trị")),
)  # fmt: skip

# A figure is asked for, also where localities are compared.
FIGURES = _pattern(r"bao nhiêu", r"chỉ tiêu", r"t(?:ỷ|ỉ) lệ", r"phần trăm", r"con số")
# A question about a duty or a rule is not for its figures.
RULES = _pattern(
    r"nhiệm vụ",
    r"giải pháp",
    r"quy định",
    r"chính sách",
    r"nội dung",
    r"định hướng",
    r"cách (?:làm|xử lý)",
)
# "… được nhắc đến ở đâu": of a document by number or name, or of any words.
MENTION = _pattern(r"nhắc (?:đến|tới)", r"viện dẫn", r"dẫn chiếu", r"đề cập (?:đến|tới)")
# A resolution or other document named by its bare number: "Nghị quyết 06", "NQ 06".
BARE_REFERENCE = spelled(
    r"\b(?P<type>nghị quyết|nq|quyết định|qđ|chỉ thị|kết luận|nghị định)\s*(?:số\s*)?(?P<number>\d{1,4})(?![\d/%-]|\s?(?:m2|ha|tỷ|năm)\b)"
)
# What is counted: "bao nhiêu căn", "mấy phương pháp"; and a share asked for.
AMOUNT = _pattern(
    rf"{''.join(f'(?<!{document} số )' for document in _CITED)}bao nhiêu",
    r"phần trăm",
    r"mấy(?= (?:phần|mét|m2|đô thị|dự án|cuốn|hộ|người|xã|phường|điểm|mẫu|căn))",
)
# A document or an exact time asked for.
DOCUMENT_ASKED = _pattern(
    rf"(?:{'|'.join(_CITED)}|chương trình(?: hành động)?|văn bản|kế hoạch|luật) (?:số )?(?:nào|mấy|bao nhiêu)"
)
TIME_ASKED = _pattern(r"(?:năm|ngày|tháng) nào", r"năm mấy", r"năm bao nhiêu")
WHICH_AGENCY = _pattern(rf"(?:{_AGENCY}|cơ quan|đơn vị|ngành|phòng|tổ chức) nào", r"ai")
# One kind of agency is asked for, not "cơ sở nào", "trụ sở nào", "văn bản nào" or "cung cấp phòng nào".
KIND_OF_AGENCY = spelled(
    r"(?<!cơ )(?<!trụ )\b(?P<head>sở|ban(?= nào)|bộ|cục|phòng|viện|hội) (?:nào|gì)\b"
)
AGENCIES_ASKED = spelled(r"\b(?:những|các) (?P<head>sở|cơ quan|đơn vị|ban|ngành|phòng)\b")
COUNTED = spelled(r"\b(?:bao nhiêu|mấy)\s+(?P<noun>[^\W\d_]+(?:\s+[^\W\d_]+)?)")
PERCENT = spelled(r"%|\bphần trăm\b|\btỷ lệ\b|\btỉ lệ\b")
# A denial put as a question: "… không đặt chỉ tiêu nào, đúng không?".
DENIED = spelled(
    r"\b(?:không|chưa) (?:đặt|đạt|nêu|có|quy định|đề ra|đề cập|nhắc|xác định|yêu cầu|khuyến khích|cho phép|giao|quan tâm|phát triển)\b.{2,120}\b(?:phải|đúng) không\b"
)
LOWEST = _pattern(r"(?:thấp|nhỏ|ít|chậm) nhất", r"xếp (?:cuối|chót)")
YES_NO = spelled(
    r"\b(?:đúng chứ|đúng vậy|phải chứ|có đúng vậy|có phải|phải không|đúng không|đúng chưa|có đúng|chưa|hay không)\b|\bcó\b.{2,120}\bkhông\b|\bkhông\s*[?]?\s*$|\bà\s*[?]?\s*$|\bphải chăng\b|\bnhỉ\s*[?]?$"
)
ALL_PLANS = _pattern(
    r"(?:các|tất cả|mọi|mỗi|toàn bộ|cả năm|năm|những) (?:các )?(?:địa phương|kế hoạch|tỉnh|nơi|văn bản)",
    r"(?:địa phương|tỉnh|nơi|kế hoạch|văn bản) nào",
    r"ở đâu",
)
BASELINE = _pattern(
    r"hiện trạng",
    r"hiện nay",
    r"hiện tại",
    r"thực trạng",
    r"đã đạt",
    r"năm 20(?:1\d|2[0-4])",
    r"trước đây",
)
LIST = _pattern(
    r"những (?:gì|nhiệm vụ|giải pháp|việc|nội dung|mục tiêu|chỉ tiêu|yêu cầu|cơ quan|đơn vị)",
    r"các (?:nhiệm vụ|giải pháp|nội dung|mục tiêu|chỉ tiêu|yêu cầu|hoạt động)",
    r"liệt kê",
    r"gồm (?:những )?gì",
    r"bao gồm",
)

# One thing that the provision enumerates: "những công trình nào", "gồm các bước nào".
ENUMERATED = _pattern(
    r"(?:những|các) (?:[^\W\d_]+ ){1,5}(?:nào|gì)", r"gồm (?:những|các)", r"kể tên", r"nêu tên"
)
# Where words stand in the documents.
PLACE_IN_TEXT = _pattern(
    r"(?:ở|tại|nằm|trong|thuộc) (?:đâu|mục|điều|phần|chỗ|khoản|điểm|văn bản|kế hoạch)",
    r"(?:mục|điều|khoản|điểm|văn bản|kế hoạch|địa phương) nào",
    r"nguyên văn",
    r"trích",
    r"cụm từ",
    r"câu nào",
    r"có (?:ghi|nêu|chứa)",
    r"xuất hiện",
)
# An open question, as against a few key words.
OPEN = _pattern(r"(?:những|các)? ?(?:ai|gì|nào)", r"(?:thế|như) nào", r"ra sao", r"làm sao")
# Whoever asks introduces himself, or says what the answer is for.
PREAMBLE = spelled(
    r"^.{0,120}?\b(?:cho (?:tôi |mình |em |chúng tôi |xin )*(?:biết|hỏi)|xin hỏi|cần biết|muốn (?:biết|hỏi))\b(?: là| rằng)?"
    r"|,? để (?:tôi |mình |em |chúng tôi |tiện )*(?:đưa vào|làm|soạn|viết|phục vụ|hoàn thiện|tổng hợp)[^?]{0,40}(?:báo cáo|tờ trình|văn bản|bài viết|tham luận)[^?]{0,20}$"
)

# Parts of a question that say nothing of its subject.
FRAMES: tuple[re.Pattern[str], ...] = (
    _pattern(
        r"(?:hãy |xin |vui lòng |làm ơn |nhờ |giúp )*(?:cho (?:tôi|mình|em|anh|chị|hỏi|biết|xem)|nói rõ|nêu rõ|liệt kê|trình bày|giải thích|tìm|tra cứu|trích)(?: (?:tôi|mình|em|biết|hỏi|giúp|là|về|xem))*",
        r"(?:là |đến |đạt |khoảng )?bao nhiêu(?: phần trăm| %)?", r"(?:như )?thế nào", r"ra sao", r"là gì", r"những gì", r"gồm gì", r"cái gì", r"điều gì", r"việc gì",
        r"có (?:nêu|quy định|đề cập|nói|đặt ra|đưa ra|ghi|xác định|yêu cầu)(?: rõ)?(?: (?:đến|tới|về))?", r"có phải(?: là)?", r"phải không", r"đúng không", r"hay không", r"được không", r"không\s*$", r"không(?=\s*\?)",
        r"theo (?:kế hoạch|chương trình(?: hành động)?|văn bản)(?: (?:của|này))?", r"(?:trong|tại|ở) (?:kế hoạch|chương trình(?: hành động)?|văn bản)(?: (?:của|này))?",
        r"(?:đến|vào|trong|cho|giai đoạn|từ)? ?(?:các )?(?:năm|mốc) (?:19|20)\d\d(?: ?(?:-|đến|và|,) ?(?:năm )?(?:19|20)\d\d)*", r"đến (?:19|20)\d\d", r"giai đoạn (?:19|20)\d\d ?(?:-|đến) ?(?:19|20)\d\d", r"(?:19|20)\d\d",
        r"(?:của |tại |ở |giữa |trong )?(?:các |tất cả (?:các )?|mọi |mỗi |những )(?:địa phương|nơi)", r"(?:địa phương|nơi) nào", r"so sánh", r"đối chiếu", r"khác (?:nhau|biệt|gì)(?: (?:nhau|thế nào|với))*", r"giống (?:nhau|gì)", r"(?:cao|lớn|nhiều|thấp|nhỏ|ít) (?:nhất|hơn)", r"(?:đạt|đặt) mức(?: nào)?", r"ai là người", rf"(?:cơ quan|đơn vị|ai|{_AGENCY}) nào", r"\bai\b",
        r"(?:các |những )?chỉ tiêu(?: (?:về|của|cho))?", r"quy định", r"nội dung", r"văn bản", r"(?:bản )?kế hoạch", r"chương trình hành động", r"địa (?:phương|bàn)",
        r"(?:mấy |bao nhiêu )?(?:mét vuông|m2|m²)(?: trên| mỗi)?", r"hướng tới", r"nhắc (?:đến|tới)", r"(?:các )?nhóm(?= (?:nhiệm|giải|chỉ|mục|việc))", r"gồm(?: có)?", r"làm sao", r"(?:thì|sẽ) sao", r"việc", r"chuyện", r"định hướng", r"so với", r"giống(?: và khác)?(?: nhau)?", r"đặt cạnh nhau", r"chênh (?:lệch|nhau)(?: nhau)?", r"bên nào", r"hơn kém(?: nhau)?", r"(?:cao|thấp|nhiều|ít|lớn) hơn", r"bằng mấy", r"đúng chứ", r"(?:bây giờ|hiện nay|hiện tại|hiện trạng)", r"những (?:việc|điều|gì)", r"xuất hiện", r"làm cách nào", r"cách nào", r"bằng cách nào", r"khác nhau", r"lần lượt", r"tổng cộng", r"tính đến", r"(?:trước )?thời điểm(?: nào)?", r"hạn chót", r"tiến độ(?: (?:thực hiện|hoàn thành))?", r"(?:chậm|muộn) nhất", r"giao nhiệm vụ(?: gì)?(?: cho)?", r"giao(?= (?:cho|sở|ban|ubnd|ủy ban|công an|mặt trận|văn phòng|những|các|gì|ai)\b)", r"(?:loại hình|lĩnh vực|hình thức|bước|nhóm|hôm) (?:nào|gì)",
        r"theo hướng nào", r"có (?:những|các)", r"(?:khi|lúc|bao) (?:nào|giờ)", r"thời (?:gian|hạn)(?: thực hiện| hoàn thành)?", r"chủ trì", r"phối hợp", r"thực hiện", r"(?:chịu|có) trách nhiệm", r"trách nhiệm(?= (?:của|về|gì))", r"phụ trách", r"tham mưu", r"chỉ đạo", r"giao cho", r"được giao", r"phân công", r"(?:vì|tại|do) sao", r"l(?:ý|í) do", r"(?:trích )?nguyên văn", r"nói rõ(?: hơn)?", r"(?:ở |tại |nằm ở )?(?:mục|điều|phần|chỗ|điểm) nào", r"điểm [a-zđ]\b", r"(?<!quan )(?<!thời )(?<!trọng )điểm(?= (?:nào|gì|khác|giống|chung))", r"ở đâu", r"bắt đầu(?: từ)?", rf"(?:{'|'.join(_CITED)}|chương trình|văn bản|luật)(?: số)? (?:nào|gì|mấy|bao nhiêu)", r"cụ thể", r"căn cứ(?: vào)?", r"dựa (?:trên|vào)", r"dẫn nguồn", r"mức nào", r"mấy\b(?! móc| tính| bay| quay)", r"con số", r"phần trăm",
        r"(?:năm|ngày|tháng|người) nào", r"à\?", r"ạ\?", r"nhé\b", r"vậy\b", r"nhỉ\b",
    ),
)  # fmt: skip

_FUNCTION_WORDS = """
hiện nay bây giờ giữ định rồi bị cái kiểu chứ nhỉ tức kể tên toàn bộ đầy đủ gạch dòng hôm sáng mới dự tới tăng lên
là và của các những có cho về với tại ở trong ngoài trên dưới theo từ đến tới thì mà này kia đó được bị do bởi
như hay hoặc nào gì sao ai đâu nếu khi lúc đã đang sẽ vẫn còn cũng đều rất quá lại nữa thế vậy à ạ nhé nhỉ hãy xin
cần phải nên muốn biết hỏi tôi mình em anh chị bạn một mỗi từng cả việc ra vào để bằng qua năm ngày tháng đạt
nêu nói ghi đặt đưa khoảng dự kiến phấn đấu tỉnh huyện địa chỗ
không chưa so khoản riêng xong hơn nhất giữa làm lấy mấy bớt giúp hưởng chiếm
"""
FUNCTION = frozenset(_FUNCTION_WORDS.split())
# Bare syllables that could as well be a word that matters: "dat" is "đạt" or "đất", "xa" "xã" or "xa".
_AMBIGUOUS = {"dat", "do", "nam", "den", "thi", "ra", "muc", "ban", "tinh", "lam", "lay", "cho"}
FUNCTION_PLAIN = frozenset(strip_marks(word) for word in FUNCTION) - _AMBIGUOUS

# A part of the plan is asked for: "mục …", "phần …", not "mục tiêu" or "phần trăm".
PART_NAMED = spelled(r"\b(?:mục(?! tiêu| đích)|phần(?! trăm| đấu))\b")
# Who holds a post, which an assignment of tasks does not say.
POSITION = spelled(
    r"\b(?:phó )?(?:trưởng ban|tổ trưởng|trưởng đoàn)\b(?= )|\b(?:phó )?(?:chủ tịch|bí thư|giám đốc)\b(?= .{0,40}\blà ai\b)"
)

# Everyday subjects that no plan speaks of, and talk with the assistant itself.
OFF_TOPIC = _pattern(
    r"thời tiết",
    r"dự báo mưa",
    r"bài thơ",
    r"làm thơ",
    r"kể chuyện",
    r"truyện cười",
    r"bóng đá",
    r"đá (?:trận|bóng)",
    r"đội tuyển",
    r"world cup",
    r"ca sĩ",
    r"bài hát",
    r"diễn viên",
    r"giá (?:xăng|vàng|dầu(?! tư)|đô la|usd|gạo|heo)",
    r"chứng khoán",
    r"bitcoin",
    r"xổ số",
    r"tử vi",
    r"cung hoàng đạo",
    r"(?:cách )?nấu (?:ăn|món|bún|phở|cơm|canh|cháo|lẩu)",
    r"công thức (?:nấu|món)",
    r"món ăn",
    r"dịch (?:sang|câu)",
    r"viết (?:code|mã|chương trình|bài|thư|đơn)",
    r"lập trình",
    r"giải (?:toán|phương trình)",
    r"bạn (?:tên|là ai|bao nhiêu tuổi|có thể làm)",
    r"ai tạo ra bạn",
    r"xin chào",
    r"chào bạn",
    r"hello",
    r"cảm ơn bạn",
    r"tỷ giá",
    r"\d[\d.]* (?:nhân|cộng|trừ|chia) (?:với |cho )?\d[\d.]*",
    r"(?<!số )lương cơ sở",
    r"hộ chiếu",
    r"bằng lái",
    r"ngoại tệ",
    r"mấy giờ",
    r"đô la mỹ",
    r"hôm nay (?:là )?(?:thứ|ngày)",
    r"vé máy bay",
    r"khách sạn",
    r"du lịch (?:ở )?đâu",
    r"người yêu",
    r"tổng thống",
    r"đau đầu",
    r"thuốc gì",
)

# Words for an area, which by themselves are no subject.
AREA = _pattern(
    r"khu vực",
    r"nội (?:thị|thành|ô)",
    r"ngoại (?:thị|thành)",
    r"toàn",
    r"đô thị",
    r"riêng",
    r"phạm vi",
    r"trung tâm",
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
