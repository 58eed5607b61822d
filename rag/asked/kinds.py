"""What sort of answer a question wants, by the first pattern that fits."""

from __future__ import annotations

import re

from rag.asked.patterns import AGENCY, CITED, HOW_MANY, pattern

_DOC = r"(?:kế hoạch|chương trình(?: hành động)?|văn bản|nghị quyết|quyết định|chỉ thị|ctr|kh)"
_TYPE_NAMED = (
    r"(?:kế hoạch|chương trình(?: hành động)?|nghị quyết|quyết định|chỉ thị|kết luận|thông báo)"
)
# A document as what the question is about, not where its answer is sought ("theo Kế hoạch 552, …").
_NAMED = rf"(?<!theo )(?<!trong )(?<!tại )\b{_DOC}\b"
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
    rf"(?: (?:để |nhằm |về (?:việc )?)?(?:triển khai |tổ chức )?(?:thực hiện|triển khai|cụ thể hóa) (?:{'|'.join(CITED)}|chương trình)[^?]{{0,60}}?)?"
)
_REFERRED = r"(?:viện dẫn|dẫn chiếu|trích dẫn|dẫn|nhắc|đề cập)(?: đến| tới| lại)?"
_WHICH_NUMBER = r"số (?:mấy|bao nhiêu)"
# "dân số bao nhiêu", "chỉ số bao nhiêu" ask for a figure.
_NO_FIGURE = r"(?<!dân )(?<!tổng )(?<!hệ )(?<!chỉ )(?<!con )(?<!trị )"
# The assistant, typed "ban" too; not "Ban Chỉ đạo".
_YOU = (
    r"bạn(?! (?:chỉ đạo|chấp hành|chủ nhiệm|cán sự|dân tộc|quản lý|thường vụ|tổ chức|tuyên giáo))"
)
_MS = r"chị(?! (?:bộ|cục|đạo|nhánh|phí|thị|tiết|tiêu))"

# Rows (kind, PlanMeta field, pattern); the first that fits decides.
KINDS: tuple[tuple[str, str | None, re.Pattern[str]], ...] = (
    ("why", None, pattern(r"(?:vì|tại|do) sao", r"^sao [^?]{0,60}\blại\b", r"(?:vì|do) đâu", r"l(?:ý|í) do", r"nguyên nhân")),
    ("opinion", None, pattern(
        rf"theo (?:{_YOU}|anh|{_MS}|em)", r"(?:bạn|anh|chị) (?:nghĩ|thấy) (?:gì|sao|thế nào)", rf"ý kiến của {_YOU}", r"có nên",
        rf"đánh giá của {_YOU}", r"có khả thi không", r"khả năng thành công", r"có hợp lý không")),
    # Where the plan names a document whose number is given.
    ("basis", None, pattern(r"\d[^?]{0,80} nhắc (?:đến |tới )?(?:ở|tại|trong) (?:chỗ|mục|đâu|phần|điểm|khoản)")),
    # The number of a document that the plan cites, which is not the plan's own.
    ("basis", None, pattern(rf"(?:dựa|bám)(?: sát)? (?:vào|trên|theo) kế hoạch {_WHICH_NUMBER}", rf"(?:căn cứ(?: vào)?|(?:dựa|bám)(?: sát)? (?:vào|trên|theo)|thực hiện|triển khai|cụ thể hóa) (?:{'|'.join(CITED)}|chương trình(?: hành động)?|văn bản) {_WHICH_NUMBER}")),
    ("passage", None, pattern(rf"(?<= )(?:{'|'.join(CITED)}) (?:{_WHICH_NUMBER}|số nào)")),
    # Where a document is referred to.
    ("basis", None, pattern(
        rf"(?:{'|'.join(CITED)}|luật|bộ luật|pháp lệnh)[^?]{{1,80}} (?:được )?{_REFERRED} (?:ở|trong|tại) (?:đâu|(?:những |các )?(?:kế hoạch|văn bản|chương trình|địa phương|tỉnh|mục|phần)\b)",
        rf"(?:kế hoạch|văn bản|chương trình|địa phương|nơi|tỉnh) nào (?:có |đã )?{_REFERRED} (?:{'|'.join(CITED)}|luật|bộ luật|pháp lệnh)")),
    # When and by whom something else than the plan is issued.
    ("when", None, pattern(
        rf"{_OF_OTHER}\bban hành (?:vào |trong )?(?:(?:ngày|khi|lúc|năm|tháng) (?:nào|mấy|bao nhiêu)|bao giờ)",
        rf"(?:(?:ngày|khi|lúc|năm) nào|bao giờ)[^?]{{0,30}} ban hành {_OTHER}")),
    ("who", None, pattern(
        rf"{_OF_OTHER}\b(?:do|bởi) (?:ai|cơ quan nào|đơn vị nào|cấp nào) ban hành", rf"(?:cơ quan|đơn vị|ai|tổ chức) (?:nào )?(?:đã )?ban hành {_OTHER}")),
    ("metadata", "number", pattern(
        r"số hiệu", r"số,? ký hiệu", r"ký hiệu", rf"{_NAMED}[^?]{{0,120}}{_NO_FIGURE}\b{_WHICH_NUMBER}", rf"{_NAMED}(?:[^?]{{0,60}} là)? số nào", r"(?<!một )số văn bản", r"văn bản số (?:mấy|nào)",
        r"có số(?:,| và) ngày", r"mang số (?:mấy|bao nhiêu|nào|gì)", r"có số (?:mấy|bao nhiêu)",
        rf"(?:{_NAMED}[^?]{{0,40}}|bản lưu[^?]{{0,40}}) (?:ghi|mang|đánh|in|có)(?: ghi)? số(?: hiệu| văn bản)?(?: hay)? (?:không|chưa)",
        rf"số(?:,| và)? ngày(?: tháng)?(?: năm)?{_OF_RECORD}")),
    ("metadata", "date", pattern(
        r"ngày ban hành", rf"{_NAMED}(?:(?! nào)[^?]){{0,80}} ra (?:đời )?(?:vào )?(?:ngày|tháng|năm) (?:nào|mấy|bao nhiêu)", rf"ban hành (?:{_NAMED}{_OF_ITSELF} )?(?:vào |từ )?(?:ngày|khi|lúc|thời gian|năm|tháng)(?: (?:tháng|năm))* (?:nào|mấy|bao nhiêu)", rf"ban hành (?:{_NAMED}{_OF_ITSELF} )?(?:từ |vào )?(?:khi nào|bao giờ|lúc nào)",
        r"(?:ngày|khi|lúc|năm) nào[^?]{0,30} ban hành", r"ký (?:vào )?(?:ngày|khi|lúc) nào", r"ngày ký", r"(?:bao giờ|khi nào)[^?]{0,30}(?:ban hành|được ký)",
        r"ban hành (?:vào )?hôm nào", r"ngày tháng (?:năm )?ban hành", r"thời điểm ban hành",
        rf"ký (?:{_NAMED}{_OF_ITSELF} )?(?:vào |trong |từ )?(?:ngày|tháng|năm)(?: (?:tháng|năm))* (?:nào|mấy|bao nhiêu)",
        rf"(?<=số )ngày(?: tháng)?(?: năm)?{_OF_RECORD}", rf"{_NAMED} (?:số )?\d[\w/-]* (?:là |ra |đề )?ngày (?:tháng (?:năm )?)?(?:nào|mấy|bao nhiêu)")),
    ("metadata", "signer_title", pattern(r"chức vụ[^?]{0,20} (?:người )?ký", r"người ký[^?]{0,80} (?:chức vụ|giữ chức)", r"ký với (?:chức (?:vụ|danh)|tư cách)")),
    ("metadata", "signer", pattern(r"ai (?:là người )?(?:đã )?(?:đặt bút |đứng tên |đứng ra )?ký", r"người ký", r"ký(?: [^?]{1,20})? bởi ai", r"do ai ký", r"ai ký", r"người (?:nào|đứng tên) ký",
        r"ai (?:là người |đã )?(?:thay mặt|thừa lệnh|thừa ủy quyền|đại diện|nhân danh) [^?]{1,40}? ký(?! kết)")),
    ("metadata", "issuer", pattern(
        r"(?:cơ quan|đơn vị|ai|tổ chức) (?:nào )?(?:đã )?ban hành", r"(?:do|bởi) (?:ai|cơ quan nào|đơn vị nào|cấp nào) ban hành", r"cơ quan ban hành", r"nơi ban hành",
        rf"{_NAMED}(?: (?:số )?\d[\w/-]*)? là của (?:ai|{_ISSUERS} nào)", rf"{_NAMED} (?:số )?\d[\w/-]* của (?:ai|{_ISSUERS} nào)")),
    ("metadata", "recipients", pattern(r"nơi nhận", r"gửi cho (?:ai|những ai|cơ quan nào)", r"gửi (?:đến|tới|cho) (?:những |các )?(?:đâu|ai|nơi|cơ quan|đơn vị)", rf"{_NAMED}[^?]{{0,60}} (?:được )?gửi (?:báo cáo |để báo cáo )(?:đến|tới|cho|lên) (?:những |các )?(?:ai|đâu|nơi nào|cơ quan nào)", r"(?:được )?gửi (?:đi )?(?:những )?đâu")),
    ("metadata", "subject", pattern(r"trích yếu", r"tên (?:gọi )?đầy đủ", rf"^(?:cho (?:tôi |em )?(?:hỏi|biết) |nêu |xin )?tên (?:gọi )?(?:của )?(?:bản )?{_OWN}(?: (?:số )?\d[\w/-]*)?(?: này| (?:của|tại) [^?]{{1,40}}?)?(?: là gì)?(?=\s*[?.]?\s*$)",
        rf"(?:{_OWN}|{_NAMED} (?:số )?\d[\w/-]*){_NO_PART} về (?:việc|vấn đề|lĩnh vực|chủ đề|chuyện|cái) (?:gì|nào)",
        rf"{_OWN}{_NO_PART} (?:thuộc|trong|ở) (?:những )?lĩnh vực (?:gì|nào)", r"(?:văn bản|kế hoạch|chương trình(?: hành động)?)[^?]{0,30} về việc gì", r"tiêu đề")),
    ("metadata", "type", pattern(r"loại (?:hình )?văn bản", rf"{_NAMED}[^?]{{0,40}} (?:thuộc |là )(?:thể )?loại (?:gì|nào)", r"là (?:loại )?văn bản gì", r"ban hành (?:loại )?văn bản gì(?=\s*[?.]?\s*$)", r"hình thức văn bản", r"văn bản (?:thuộc )?loại (?:gì|nào)",
        rf"là {_TYPE_NAMED} hay (?:là )?{_TYPE_NAMED}")),
    ("who", None, pattern(
        rf"(?:cơ quan|đơn vị|{AGENCY}|ngành|tổ chức|phòng|ai)(?: nào)?(?: của [^?,]{{2,30}}?)?(?: là| sẽ| phải)? (?:đứng đầu|đứng ra|đầu mối|cầm trịch|chịu trách nhiệm chính|dẫn đầu)",
        r"bên nào (?:sẽ |phải |được giao )?(?:lo|làm|phụ trách|chủ trì|chịu trách nhiệm|đảm nhận|đứng ra|thực hiện|giải quyết|quản lý)")),
    ("extreme", None, pattern(
        r"(?:cao|lớn|nhiều|thấp|nhỏ|nhanh) nhất", r"ít nhất(?!\s+(?:là\s+)?(?:\d|bao nhiêu|mấy))", r"đứng đầu", r"xếp hạng", r"xếp thứ tự", r"hơn cả", r"dẫn đầu")),
    ("compare", None, pattern(
        r"so sánh", r"đối chiếu", r"cạnh nhau", r"bên nào", r"chênh nhau", r"hơn kém", r"khác (?:nhau|biệt|gì|với|thế nào)", r"giống (?:nhau|gì|với)", r"chênh (?:lệch|nhau)",
        r"so với", r"(?:nào|hay|với|bên) [^?]{0,60}(?:nhiều|ít|lớn|cao|thấp|rộng) (?:[^\W\d_]+ ){1,4}hơn", r"cao hơn", r"thấp hơn", r"nhiều hơn", r"ít hơn", r"lớn hơn", r"địa phương nào", r"tỉnh nào", r"nơi nào",
        r"những địa phương")),
    ("basis", None, pattern(
        r"căn cứ (?:vào )?(?:văn bản|nghị quyết|chương trình|quyết định|đâu|những|các|nào|gì)", r"(?:dựa|bám)(?: sát)? (?:trên|vào|theo) (?:những |các )?(?:văn bản|nghị quyết|căn cứ|cơ sở|chương trình|kế hoạch (?:nào|số|gì)|quyết định|chỉ thị|đề án)",
        r"căn cứ (?:pháp lý|ban hành)", rf"(?:thực hiện|triển khai|cụ thể hóa) (?:{'|'.join(CITED)}|chương trình(?: hành động)?|văn bản)(?: số)? (?:nào|gì)", r"văn bản nào làm căn cứ", rf"(?:những |các )?văn bản nào[^?]{{0,40}}? để (?:lập|xây dựng|ban hành|làm) {_OWN}",
        r"cơ sở (?:pháp lý|ban hành)", r"nhắc (?:đến|tới)(?= (?:ở |trong |tại )?(?:đâu|văn bản|kế hoạch|mục|những|nghị quyết|quyết định|luật|chương trình|nghị định|điểm))",
        r"nghị quyết[^?]{0,60} (?:được )?nhắc", r"viện dẫn", r"dẫn chiếu", r"đề cập (?:đến|tới) (?:nghị quyết|quyết định|văn bản|kế hoạch|chương trình)")),
    ("who", None, pattern(
        r"(?:cấp|các) (?:huyện|quận|xã|phường)[^?]{0,40} (?:phải|cần|được giao|có nhiệm vụ|có trách nhiệm) làm (?:những )?(?:việc )?(?:gì|nào)",
        r"trách nhiệm (?:gì|nào|thế nào)", r"được giao(?! (?:là )?(?:bao nhiêu|mấy))", r"giao (?:những|các)? ?(?:nhiệm vụ|việc)", rf"(?:cơ quan|đơn vị|{AGENCY}|ngành|tổ chức|phòng|(?<!cung )(?<!nâng )(?<!phân )(?<!trợ )cấp) (?:nào|gì)", r"\bai\b", r"chủ trì", r"phối hợp với (?:ai|những|cơ quan|đơn vị)", r"trách nhiệm của",
        rf"(?:giao|do) (?:cho )?(?:{AGENCY}|ubnd|ủy ban nhân dân|công an|mặt trận|văn phòng|hội đồng|phòng)\b", r"giao cho", r"phân công", r"(?:được )?giao (?:nhiệm vụ|làm) gì", r"nhiệm vụ (?:của|gì)(?= (?:sở|ban|ubnd|ủy ban|mặt trận|văn phòng|hội đồng|công an))", rf"(?:{AGENCY}|ubnd|ủy ban nhân dân|văn phòng)[^?]{{0,50}} (?:có trách nhiệm|phải làm|làm gì|làm những gì|nhiệm vụ gì)")),
    # A rule is asked for, whatever it is about: "yêu cầu gì về tỷ lệ cây xanh".
    ("passage", None, pattern(r"(?:yêu cầu|giải pháp|chính sách|biện pháp|chủ trương) (?:gì|nào|thế nào|ra sao)")),
    ("when", None, pattern(
        r"hạn chót", r"hạn (?:hoàn thành|trình|nộp|báo cáo|thực hiện)", r"(?:chậm|muộn) nhất", r"tháng mấy", r"hôm nào", r"(?:khi|lúc|bao) (?:nào|giờ)", r"thời (?:gian|hạn)(?: thực hiện| hoàn thành)?", r"đến bao giờ", r"(?:trong|vào|năm|tháng|ngày) nào", r"năm mấy",
        r"tiến độ", r"thời điểm nào", r"mốc thời gian")),
    # What follows from a target, not the target.
    ("passage", None, pattern(r"(?:hụt|không đạt|chưa đạt|thiếu|vượt|không hoàn thành) (?:các )?chỉ tiêu[^?]{0,60} (?:thế nào|ra sao|làm sao|gì)")),
    # Which ones: "mấy cái hồ nào", no number of them.
    ("passage", None, pattern(r"mấy (?:[^\W\d_]+ ){1,4}nào(?! (?:nhất|hơn))", r"kể (?:ra|tên|rõ)")),
    ("value", None, pattern(
        r"bao nhiêu", r"chỉ tiêu", rf"\b{HOW_MANY}\b", r"tỷ lệ", r"tỉ lệ", r"(?:đạt|đặt) mức nào", r"mục tiêu (?:(?!\bsố \d)[^?]){0,40}\d(?![\d/])", r"con số", r"số lượng", r"bao lâu",
        r"phần trăm", r"(?<!phát huy )(?<!bảo tồn )(?<!khai thác )giá trị")),
)  # fmt: skip
