"""Words that more than one screen shows."""

APP_NAME = "Trợ lý văn bản đô thị"
NOTICE = "Câu trả lời do hệ thống AI tổng hợp từ văn bản; cần đối chiếu bản gốc trước khi sử dụng."
COPIED = "Đã sao chép"
COPY_FAILED = "Chưa sao chép được"
