"""How questions are put: the patterns that ``question`` and the writers of answers read them with."""

from __future__ import annotations

import re

from rag.asked.patterns import AGENCY, CITED, HOW_MANY, pattern, spelled

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

# A plan of the collection named by its number alone: "kế hoạch 151", "KH151", "CTr 42".
DOCUMENT_NUMBER = spelled(
    r"\b(?:kế hoạch|kh|chương trình(?: hành động)?|cthđ|ctr)\s*(?:số\s*)?(?P<number>\d{1,4})(?![\d/%.,]|\s?(?:m2|ha|tỷ|năm)\b)"
)

# A figure is asked for, also where localities are compared.
FIGURES = pattern(r"bao nhiêu", r"chỉ tiêu", r"t(?:ỷ|ỉ) lệ", r"phần trăm", r"con số")
TARGETS = spelled(r"\b(?:chỉ|mục) tiêu\b")
# The parts of a whole are asked for, each with its figure.
MAKE_UP = pattern(r"cơ cấu", r"(?:mỗi|từng) loại", r"(?:những|các) loại (?:nào|gì)")
# A question about a duty or a rule is not for its figures.
RULES = pattern(
    r"nhiệm vụ",
    r"giải pháp",
    r"quy định",
    r"chính sách",
    r"nội dung",
    r"định hướng",
    r"cách (?:làm|xử lý)",
)
# "… được nhắc đến ở đâu": of a document by number or name, or of any words.
MENTION = pattern(r"nhắc (?:đến|tới)", r"viện dẫn", r"dẫn chiếu", r"đề cập (?:đến|tới)")
# A resolution or other document named by its bare number: "Nghị quyết 06", "NQ 06".
BARE_REFERENCE = spelled(
    r"\b(?P<type>nghị quyết|nq|quyết định|qđ|chỉ thị|kết luận|nghị định)\s*(?:số\s*)?(?P<number>\d{1,4})(?![\d/%-]|\s?(?:m2|ha|tỷ|năm)\b)"
)
# What is counted: "bao nhiêu căn", "mấy phương pháp"; and a share asked for.
AMOUNT = pattern(
    rf"{''.join(f'(?<!{document} số )' for document in CITED)}bao nhiêu",
    r"phần trăm",
    rf"{HOW_MANY}(?= (?:phần|mét|m2|đô thị|dự án|cuốn|hộ|người|xã|phường|điểm|mẫu|căn))",
)
# A document or an exact time asked for.
DOCUMENT_ASKED = pattern(
    rf"(?:{'|'.join(CITED)}|chương trình(?: hành động)?|văn bản|kế hoạch|luật) (?:số )?(?:nào|mấy|bao nhiêu)"
)
TIME_ASKED = pattern(r"(?:năm|ngày|tháng) nào", r"năm mấy", r"năm bao nhiêu")
HOW_LONG = pattern(r"(?:bao nhiêu|mấy) (?P<span>ngày|tháng|năm|giờ|tuần|phút)")
# How long something takes or lasts, in everyday words too.
DURATION = pattern(
    r"bao lâu", r"(?:mấy|bao nhiêu) (?:hôm|bữa|ngày|giờ|tuần|phút)(?! (?:công|tháng))"
)
WHICH_AGENCY = pattern(rf"(?:{AGENCY}|cơ quan|đơn vị|ngành|phòng|tổ chức) nào", r"ai")
# Who does something is asked for, and an agency must be named.
AGENCY_WANTED = pattern(
    rf"(?:{AGENCY}|cơ quan|đơn vị|ngành|phòng) nào",
    r"ai (?:sẽ |phải |được giao )?(?:chủ trì|thực hiện|phụ trách|lo|làm|chịu trách nhiệm|quản lý|tham mưu|theo dõi)",
    r"(?:giao|do)(?: cho)? ai",
)
# One kind of agency is asked for, not "cơ sở nào", "trụ sở nào", "văn bản nào" or "cung cấp phòng nào".
KIND_OF_AGENCY = spelled(
    r"(?<!cơ )(?<!trụ )\b(?P<head>sở|ban(?= nào)|bộ|cục|phòng|viện|hội) (?:nào|gì)\b"
)
# The members of a group, not who does something.
MEMBERS = spelled(
    r"\b(?P<group>(?:tổ|ban|hội đồng|đoàn|nhóm) [^\W\d_]+(?: [^\W\d_]+)?)\b[^?]{0,80}? (?:gồm|có) (?:có )?(?:những )?"
    r"(?:ai|(?:thành viên|đồng chí|người) nào)(?=\s*(?:\?|$))"
)
AGENCIES_ASKED = spelled(r"\b(?:những|các) (?P<head>sở|cơ quan|đơn vị|ban|ngành|phòng)\b")
COUNTED = spelled(
    rf"\b(?:bao nhiêu|(?:nhiều|ít)(?= (?:[^\W\d_]+ ){{1,3}}hơn)|{HOW_MANY})\s+(?P<noun>[^\W\d_]+(?:\s+[^\W\d_]+)?)"
)
PERCENT = spelled(r"%|\bphần trăm\b|\btỷ lệ\b|\btỉ lệ\b")
# A sum of money is asked for.
MONEY = pattern(
    r"(?:(?:đơn|mức) giá|giá (?:thuê|bán|vé|đất|nhà|căn hộ|mặt bằng|nước|điện|dịch vụ|bồi thường)|(?:thu|mức) phí|phí (?:đỗ|gửi|thuê|dịch vụ|thu gom|vệ sinh|sử dụng)|lệ phí|học phí|viện phí|tiền|kinh phí|chi phí|vốn|mức (?:thu|chi|hỗ trợ|phạt|lương)|ngân sách)(?: [^\W\d_]+,?){0,14} (?:là |hết |cần |khoảng )?(?:bao nhiêu|mấy)",
    r"(?<!đánh )giá (?:là |khoảng )?(?:bao nhiêu|mấy)",
    r"(?:bao nhiêu|mấy) (?:tiền|kinh phí|vốn|ngân sách|tỷ|triệu|đồng)",
)
# Where the money comes from.
FUNDING = pattern(
    r"(?:lấy|huy động|bố trí)(?: (?:tiền|vốn|kinh phí))? (?:từ|ở) (?:đâu|(?:những |các )?nguồn nào)",
    r"(?:từ )?(?:những |các )?nguồn (?:vốn |kinh phí |tiền )?nào",
)
SUM = pattern(r"(?:bao nhiêu|mấy) (?:tiền|kinh phí|vốn|ngân sách|tỷ|triệu|đồng)")
# Which of several in their order: "đại hội lần thứ mấy", "khóa mấy".
WHICH_ROUND = pattern(r"(?:lần thứ|lần|khóa|thứ) (?:mấy|bao nhiêu|nào)")
# One of those that have names is asked for: "công ty nào", "những xã nào", not "xã nào cũng".
NAMED = pattern(
    r"(?:(?P<firm>(?:(?:do|bởi|thuê|chọn|giao cho) (?:doanh nghiệp|nhà đầu tư))|đơn vị (?:tư vấn|thi công))"
    r"|(?:với|tới|sang|qua|đến) (?=(?:thành phố|thị xã) nào)(?P<town>thành phố|thị xã)"
    r"|(?P<thing>xã|phường|thị trấn|huyện|công ty|nhà thầu|tập đoàn|ngân hàng|bệnh viện)) nào"
    r"(?! (?:cũng|mà|không|chưa|muốn|có nhu cầu))"
)
# The cases in which something is done.
CONDITION = pattern(
    r"trường hợp nào", r"trong (?:những )?điều kiện nào", r"khi (?:gặp )?(?:những )?gì"
)
# The time that an amount is asked for: "bao nhiêu mẫu một năm".
PER = pattern(r"(?:một|mỗi|hằng|hàng) (?P<time>năm|tháng|quý|tuần|ngày|lần)")
# What prints why something is so.
CAUSE = pattern(
    r"do(?! (?:ubnd|ủy ban|sở|ban|đồng chí|thủ tướng|chính phủ|cơ quan|đơn vị))",
    r"vì(?! vậy| thế)",
    r"bởi",
    r"nguyên nhân",
    r"lý do",
    r"nhằm",
)
# A denial put as a question: "… không đặt chỉ tiêu nào, đúng không?".
DENIED = spelled(
    r"\b(?:không|chưa) (?:đặt|đạt|nêu|có|quy định|đề ra|đề cập|nhắc|xác định|yêu cầu|khuyến khích|cho phép|giao|quan tâm|phát triển)\b.{2,120}\b(?:phải|đúng) không\b"
)
LOWEST = pattern(r"(?:thấp|nhỏ|ít|chậm) nhất", r"xếp (?:cuối|chót)")
YES_NO = spelled(
    r"\b(?:đúng chứ|đúng vậy|phải chứ|có đúng vậy|có phải|phải không|đúng không|đúng chưa|có đúng|chưa|hay không)\b|\bcó\b.{2,120}\bkhông\b|\bkhông\s*[?]?\s*$|\bà\s*[?]?\s*$|\bphải chăng\b|\bnhỉ\s*[?]?$"
)
ALL_PLANS = pattern(
    r"(?:các|tất cả|mọi|mỗi|toàn bộ|cả năm|năm|những|(?:cả )?\d{1,2}) (?:các )?(?:địa phương|kế hoạch|tỉnh|nơi|văn bản)",
    r"(?:chỗ|bên) nào(?= [^?]*\b(?:nhất|hơn)\b)",
    r"(?:địa phương|tỉnh|nơi|kế hoạch|văn bản) nào",
    r"ở đâu",
)
NOW = pattern(
    r"hiện (?:giờ|nay|tại)",
    r"bây giờ",
    r"lâu nay",
    r"đến nay",
    r"đang (?:được )?(?:xử lý|thu gom|áp dụng|dùng|sử dụng|làm)",
)
BASELINE = pattern(
    r"hiện trạng",
    r"hiện giờ",
    r"hiện nay",
    r"hiện tại",
    r"thực trạng",
    r"đã đạt",
    r"xuất phát điểm",
    r"năm 20(?:1\d|2[0-4])",
    r"trước đây",
)
LIST = pattern(
    r"những (?:gì|nhiệm vụ|giải pháp|việc|nội dung|mục tiêu|chỉ tiêu|yêu cầu|cơ quan|đơn vị)",
    r"các (?:nhiệm vụ|giải pháp|nội dung|mục tiêu|chỉ tiêu|yêu cầu|hoạt động)",
    r"(?:toàn bộ|tất cả|đầy đủ)(?: các| những)? (?:nhiệm vụ|giải pháp|nội dung|mục tiêu|chỉ tiêu|yêu cầu|hoạt động)",
    r"liệt kê",
    r"kể ra",
    r"gồm (?:những )?gì",
    r"bao gồm",
)

# What the plan sets to be done is asked for, one by one.
MEASURES = pattern(
    r"(?:nhiệm vụ|giải pháp|biện pháp|hoạt động|công việc|nội dung công việc|việc)(?: (?:gì|nào))?(?: (?:trọng tâm|chủ yếu|cụ thể|chính))*"
    r"(?:,? (?:và )?(?:nhiệm vụ|giải pháp|biện pháp))? (?:về|liên quan(?: đến)?|trong lĩnh vực|đối với|để|nhằm)"
)
# One thing that the provision enumerates: "những công trình nào", "gồm các bước nào".
ENUMERATED = pattern(
    r"(?:những|các|mấy) (?:[^\W\d_]+,? ){1,8}(?:nào|gì)",
    r"gồm (?:những|các)",
    r"kể tên",
    r"nêu tên",
)
# An amount of each of the things that are asked for: "những khu nào, mỗi khu rộng bao nhiêu".
EACH = pattern(
    r"(?:mỗi|từng) [^?]{1,30} (?:bao nhiêu|mấy)",
    r"kèm (?:theo )?(?:diện tích|quy mô|kinh phí|vốn|số)",
)
# What a term means is asked, no figure of it.
DEFINITION = pattern(
    r"(?:như )?thế nào là", r"nghĩa là gì", r"định nghĩa", r"khái niệm", r"hiểu (?:như )?thế nào"
)
# Where words stand in the documents.
PLACE_IN_TEXT = pattern(
    r"(?:ở|tại|nằm|trong|thuộc) (?:đâu|(?:mục|điều|phần|chỗ|khoản|điểm|văn bản|kế hoạch) (?:nào|mấy|gì))",
    r"(?:mục|điều|khoản|điểm|văn bản|kế hoạch|địa phương) nào",
    r"nguyên văn",
    r"trích",
    r"cụm từ",
    r"câu nào",
    r"có (?:ghi|nêu|chứa)",
    r"xuất hiện",
)
# An open question, as against a few key words.
OPEN = pattern(r"(?:những|các)? ?(?:ai|gì|nào)", r"(?:thế|như) nào", r"ra sao", r"làm sao")
# Whoever asks introduces himself, or says what the answer is for.
PREAMBLE = spelled(
    r"^.{0,120}?\b(?:cho (?:tôi |mình |em |chúng tôi |xin )*(?:biết|hỏi|xin(?= (?:số|con|chỉ|mức|danh|thông|tên|ngày)))|xin hỏi|cần biết|muốn (?:biết|hỏi))\b(?: là| rằng)?"
    r"|,? để (?:tôi |mình |em |chúng tôi |tiện )*(?:đưa vào|làm|soạn|viết|phục vụ|hoàn thiện|tổng hợp)[^?]{0,40}(?:báo cáo|tờ trình|văn bản|bài viết|tham luận)[^?]{0,20}$"
)

# A part of the plan is asked for: "mục …", "phần …", not "mục tiêu" or "phần trăm".
PART_NAMED = spelled(r"\b(?:mục(?! tiêu| đích)|phần(?! trăm| đấu))\b")
# Who holds a post, which an assignment of tasks does not say.
POSITION = spelled(
    r"\b(?:phó )?(?:trưởng ban|tổ trưởng|trưởng đoàn)\b(?= )|\b(?:phó )?(?:chủ tịch|bí thư|giám đốc)\b(?= .{0,40}\blà ai\b)"
)

# Everyday subjects that no plan speaks of, and talk with the assistant itself.
OFF_TOPIC = pattern(
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
    r"(?:bây giờ|hiện giờ|giờ) (?:là )?mấy giờ",
    r"đô la mỹ",
    r"hôm nay (?:là )?(?:thứ|ngày)",
    r"vé máy bay",
    r"(?:đặt|thuê) (?:phòng )?khách sạn",
    r"khách sạn nào",
    r"du lịch (?:ở )?đâu",
    r"người yêu",
    r"tổng thống",
    r"đau đầu",
    r"uống thuốc gì",
)

# Words for an area, which by themselves are no subject.
AREA = pattern(
    r"khu vực",
    r"nội (?:thị|thành|ô)",
    r"ngoại (?:thị|thành)",
    r"toàn",
    r"đô thị",
    r"riêng",
    r"phạm vi",
    r"trung tâm",
)
