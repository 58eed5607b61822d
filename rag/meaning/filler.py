"""What a question holds beside its subject: frames, function words, and words that say little."""

from __future__ import annotations

import re
from collections.abc import Iterable

from corpus.fold import strip_marks
from rag.asked.patterns import AGENCY, CITED, pattern
from rag.meaning.words import Concept, Word

# Parts of a question that say nothing of its subject.
FRAMES: tuple[re.Pattern[str], ...] = (
    pattern(
        r"(?:hãy |xin |vui lòng |làm ơn |nhờ |giúp )*(?:cho (?:tôi|mình|em|anh|chị|hỏi|biết|xem)|nói rõ|nêu rõ|liệt kê|trình bày|giải thích|tìm|tra cứu|trích)(?: (?:tôi|mình|em|biết|hỏi|giúp|là|về|xem))*",
        r"(?:là |đến |đạt |khoảng )?bao nhiêu(?: (?:%|(?:phần trăm|km|ki-?lô-?mét|ha|héc-?\s?ta|hecta|mét(?: vuông| khối)?|m2|m²|m3|m³|tấn|tỷ(?: đồng)?|triệu(?: đồng)?|đồng|tiền)(?!\w)))?", r"(?:như )?thế nào", r"ra sao", r"là gì", r"những gì", r"gồm gì", r"cái gì", r"điều gì", r"việc gì",
        r"có (?:nêu|quy định|đề cập|nói|đặt ra|đưa ra|ghi|xác định|yêu cầu)(?: rõ)?(?: (?:đến|tới|về))?", r"có phải(?: là)?", r"phải không", r"đúng không", r"hay không", r"được không", r"không\s*$", r"không(?=\s*\?)",
        r"theo (?:kế hoạch|chương trình(?: hành động)?|văn bản)(?: (?:của|này))?", r"(?:trong|tại|ở) (?:kế hoạch|chương trình(?: hành động)?|văn bản)(?: (?:của|này))?",
        r"(?:đến|vào|trong|cho|giai đoạn|từ)? ?(?:các )?(?:năm|mốc) (?:19|20)\d\d(?: ?(?:-|đến|và|,) ?(?:năm )?(?:19|20)\d\d)*", r"đến (?:19|20)\d\d", r"giai đoạn (?:19|20)\d\d ?(?:-|đến) ?(?:19|20)\d\d", r"(?:19|20)\d\d",
        r"(?:của |tại |ở |giữa |trong )?(?:các |tất cả (?:các )?|mọi |mỗi |những )(?:địa phương|nơi)", r"(?:địa phương|nơi) nào", r"so sánh", r"đối chiếu", r"khác (?:nhau|biệt|gì)(?: (?:nhau|thế nào|với))*", r"giống (?:nhau|gì)", r"(?:cao|lớn|nhiều|thấp|nhỏ|ít) (?:nhất|hơn)", r"(?:đạt|đặt) mức(?: nào)?", r"ai là người", r"(?<=ai )trực tiếp", rf"(?:cơ quan|đơn vị|ai|{AGENCY}) nào", r"\bai\b",
        r"(?:các |những )?chỉ tiêu(?: (?:về|của|cho))?", r"quy định", r"nội dung", r"văn bản", r"(?:bản )?kế hoạch", r"chương trình hành động", r"địa (?:phương|bàn)",
        r"(?:mấy |bao nhiêu )?(?:mét vuông|m2|m²)(?: trên| mỗi)?", r"hướng tới", r"tự (?:nhìn nhận|đánh giá|thấy|nhận)", r"mục tiêu(?= (?:về |tỷ lệ |tỉ lệ |đô thị hóa|đô thị hoá))", r"ước(?= (?:có|khoảng|bao nhiêu|mấy|đạt|tính|chừng)\b)", r"nhắc (?:đến|tới)", r"(?:các )?nhóm(?= (?:nhiệm|giải|chỉ|mục|việc|nội dung))", r"(?<!thu )gồm(?: có)?", r"làm sao", r"(?:thì|sẽ) sao", r"việc", r"chuyện", r"định hướng", r"so với", r"giống(?: và khác)?(?: nhau)?", r"đặt cạnh nhau", r"chênh (?:lệch|nhau)(?: nhau)?", r"bên nào", r"hơn kém(?: nhau)?", r"(?:cao|thấp|nhiều|ít|lớn) hơn", r"bằng mấy", r"đúng chứ", r"(?:bây giờ|hiện nay|hiện tại|hiện trạng)", r"những (?:việc|điều|gì)", r"xuất hiện", r"làm cách nào", r"cách nào", r"bằng cách nào", r"khác nhau", r"lần lượt", r"tổng cộng", r"đích danh", r"tính đến", r"(?:trước )?thời điểm(?: nào)?", r"hạn chót", r"hạn (?:hoàn thành|thực hiện)", r"tiến độ(?: (?:thực hiện|hoàn thành))?", r"(?:chậm|muộn) nhất", r"giao nhiệm vụ(?: gì)?(?: cho)?", r"giao(?= (?:cho|sở|ban|ubnd|ủy ban|công an|mặt trận|văn phòng|những|các|gì|ai)\b)", r"(?:loại hình|lĩnh vực|hình thức|bước|nhóm|hôm) (?:nào|gì)",
        r"(?:lập|kẻ|làm|dựng|cho)(?: (?:giúp|cho))?(?: (?:tôi|mình|em|anh|chị))?(?: một)? bảng(?: so sánh| tổng hợp)?", r"đoạn (?:đó|này|ấy|trên)", r"(?:à |ồ )?(?:nhầm|quên)(?=,| )", r"ý (?:tôi|mình|em) là", r"cơ(?=\s*[?.!]?\s*$)", r"hồi(?= (?:năm )?(?:19|20)\d\d)", r"xa hơn(?: nữa)?", r"số liệu", r"đứng đầu(?= (?:thực hiện|việc|làm|lo)\b)", r"trên thực tế", r"thực tế(?= của| năm| là|\s*[?.])", r"chênh(?= so| với| bao| mấy)", r"việc (?:này|đó|ấy)(?=\s*[?.!]?\s*$)", r"thêm(?= .{1,30} (?:vào|nữa)\b)",
        r"theo hướng nào", r"(?:những|các) loại (?:nào|gì)", r"(?:mỗi|từng) loại", r"có (?:những|các)", r"(?:khi|lúc|bao) (?:nào|giờ)", r"thời (?:gian|hạn)(?: thực hiện| hoàn thành)?", r"chủ trì", r"phối hợp", r"thực hiện", r"(?:chịu|có) trách nhiệm", r"trách nhiệm(?= (?:của|về|gì))", r"phụ trách", r"tham mưu", r"chỉ đạo", r"giao cho", r"được giao", r"phân công", r"(?:vì|tại|do) sao", r"l(?:ý|í) do", r"(?:trích )?nguyên văn", r"nói rõ(?: hơn)?", r"(?:ở |tại |nằm ở )?(?:mục|điều|phần|chỗ|điểm) nào", r"điểm [a-zđ]\b", r"(?<!quan )(?<!thời )(?<!trọng )điểm(?= (?:nào|gì|khác|giống|chung))", r"ở đâu", r"bắt đầu(?: từ)?", rf"(?:{'|'.join(CITED)}|chương trình|văn bản|luật)(?: số)? (?:nào|gì|mấy|bao nhiêu)", r"cụ thể", r"căn cứ(?: vào)?", r"dựa (?:trên|vào)", r"dẫn nguồn", r"mức nào", r"mấy (?:km|ki-?lô-?mét|ha|héc-?\s?ta|hecta|mét|m3|m³|tấn|tỷ(?: đồng)?|triệu(?: đồng)?|đồng|tiền)\b", r"mấy\b(?! móc| tính| bay| quay)", r"con số", r"phần trăm", r"(?:tối thiểu|tối đa|ít nhất|không (?:dưới|quá|vượt quá))(?= (?:là |phải |đạt |có )*(?:bao nhiêu|mấy|phần trăm))", r"(?:rộng|dài|cao|lớn|nặng|xa)(?= (?:cỡ |chừng |khoảng |tối thiểu |tối đa |ít nhất )*(?:bao nhiêu|mấy|cỡ nào|bằng nào))", r"diễn ra", r"kể hết", r"(?:đề|đặt) ra", r"danh sách(?= (?:các|những|tất cả))", r"(?:trong|tại|ở|theo) phụ lục(?: (?:[ivx]+|\d)\b)?", r"(?:lớn|chính|chủ yếu|trọng tâm)(?= (?:nào|gì)\b)", r"xuất phát điểm", r"nhắm(?: (?:tới|đến|có|vào))?", r"(?:từng|mỗi|mấy) nhóm", r"chỉ(?= (?:nhắm|đặt|đạt|có|được|là|cần|phải))", r"lũy kế", r"cộng dồn", r"(?:cơ quan|đơn vị)(?= (?:chủ trì|phối hợp|thực hiện|đầu mối|theo dõi|phụ trách|tham mưu))", r"mỗi (?:tỉnh|nơi|địa phương|bên|huyện)", r"(?:kế hoạch|chương trình(?: hành động)?|văn bản) (?:này )?của (?:ban thường vụ |btv )?(?:tỉnh|thành|thị|huyện|quận|đảng) ủy",
        r"(?:năm|ngày|tháng|người) nào", r"(?:trước|sau)(?: khi)? (?:sáp nhập|hợp nhất)", r"trước(?: khi)? sắp xếp", r"trước đây", r"trước(?: kia)?(?= (?:thuộc|là)\b)", r"(?:khái niệm|định nghĩa)(?: (?:của|về))?", r"(?:theo )?(?:địa giới|tên(?: gọi)?)(?: hành chính)? (?:cũ|mới)", r"nay (?:là|thuộc)(?: (?:đặc khu|phường|xã|thành phố|tỉnh))?", r"à\?", r"ạ\?", r"nhé\b", r"vậy\b", r"nhỉ\b",
    ),
)  # fmt: skip

# Words made of what alone would be a function word.
COMPOUNDS = pattern(
    r"không (?:khí|gian|quân)", r"một cửa", r"tăng trưởng", r"bằng cấp", r"giữ gìn", r"chỗ ở"
)

_FUNCTION_WORDS = """
hiện nay bây giờ giữ định rồi bị cái kiểu chứ nhỉ tức kể tên toàn bộ đầy đủ gạch dòng hôm sáng mới dự tới tăng lên nhiều nhằm
là và của các những có cho về với tại ở trong ngoài trên dưới theo từ đến tới thì mà này kia đó được bị do bởi
như hay hoặc nào gì sao ai đâu nếu khi lúc đã đang sẽ vẫn còn cũng đều rất quá lại nữa thế vậy à ạ nhé nhỉ hãy xin
cần phải nên muốn biết hỏi tôi mình em anh chị bạn một mỗi từng cả việc ra vào để bằng qua năm ngày tháng đạt
nêu nói ghi đặt đưa khoảng dự kiến phấn đấu tỉnh huyện địa chỗ
không chưa so khoản riêng xong thuộc hằng hơn nhất giữa làm lấy mấy bớt giúp hưởng chiếm chừng
"""
FUNCTION = frozenset(_FUNCTION_WORDS.split())
# Bare syllables that could as well be a word that matters: "dat" is "đạt" or "đất", "xa" "xã" or "xa".
_AMBIGUOUS = {"dat", "do", "nam", "den", "thi", "ra", "muc", "ban", "tinh", "lam", "lay", "cho"}
FUNCTION_PLAIN = frozenset(strip_marks(word) for word in FUNCTION) - _AMBIGUOUS

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


def are_light(concepts: Iterable[Concept]) -> bool:
    """Whether nearly every provision holds all words of the concepts; also without concepts."""
    return all(is_light(word) for concept in concepts for word in concept.typed)


def is_function_word(word: Word) -> bool:
    """Whether the word only holds a question together."""
    return word.folded in FUNCTION if word.marked else word.plain in FUNCTION_PLAIN
