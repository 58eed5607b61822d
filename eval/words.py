"""The Vietnamese words of the reports."""

from __future__ import annotations

MEASURES = {
    "right": "Đúng hoàn toàn (trạng thái, giá trị, trích dẫn)",
    "status": "Đúng trạng thái",
    "value": "Đúng giá trị",
    "citation": "Đúng chỗ trích dẫn",
    "support": "Câu có căn cứ trong đoạn được trích",
    "verbatim": "Trích nguyên văn",
    "precision": "Độ chính xác của trích dẫn",
    "recall": "Độ đầy đủ của trích dẫn",
    "refusal_precision": "Độ chính xác khi từ chối",
    "refusal_recall": "Độ đầy đủ khi từ chối",
    "wrong_number": "Có số sai (càng thấp càng tốt)",
    "wrong_answer": "Trả lời sai (càng thấp càng tốt)",
}
RANKING = {
    "hit_1": "Có mục đúng ở kết quả đầu tiên",
    "hit_4": "Có mục đúng trong 4 kết quả đầu",
    "hit_10": "Có mục đúng trong 10 kết quả đầu",
    "recall_4": "Tỷ lệ mục cần có trong 4 kết quả đầu",
    "recall_10": "Tỷ lệ mục cần có trong 10 kết quả đầu",
    "mrr_10": "MRR@10",
}
KINDS = {
    "value": "giá trị chỉ tiêu",
    "passage": "nội dung quy định",
    "lookup": "tra cứu trích dẫn",
    "who": "cơ quan thực hiện",
    "when": "thời hạn",
    "metadata": "thuộc tính văn bản",
    "basis": "căn cứ, viện dẫn",
    "list": "liệt kê",
    "yes_no": "có hay không",
    "comparison": "so sánh",
    "highest_lowest": "cao nhất, thấp nhất",
    "unanswerable": "văn bản không nêu",
    "other_year": "năm khác",
    "other_locality": "địa phương khác",
    "new_name": "tên mới sau 01/7/2025",
    "no_diacritics": "không dấu",
    "half_diacritics": "thiếu dấu",
    "telex_vni": "Telex, VNI",
    "typo": "sai chính tả",
    "abbreviation": "viết tắt",
    "paraphrase": "diễn đạt khác",
    "follow_up": "hỏi tiếp",
    "false_premise": "tiền đề sai",
    "off_topic": "ngoài phạm vi",
    "ambiguous": "nhiều cách hiểu",
}
LEGS = {"keyword": "từ khóa", "dense": "ngữ nghĩa", "hybrid": "kết hợp"}
