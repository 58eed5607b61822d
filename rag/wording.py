"""Every fixed sentence of an answer, in one place. Polite, short, official."""

from __future__ import annotations

from collections.abc import Sequence

AI_NOTICE = (
    "Câu trả lời do hệ thống AI tổng hợp từ văn bản; cần đối chiếu bản gốc trước khi sử dụng."
)

OFF_TOPIC = (
    "Câu hỏi này nằm ngoài nội dung các văn bản đã nạp. Xin hỏi về mục tiêu, chỉ tiêu, nhiệm vụ, "
    "phân công hoặc trích dẫn trong các kế hoạch, chương trình hành động về đô thị."
)
OPINION = "Hệ thống chỉ trả lời theo nội dung văn bản, không đưa ra nhận định hay ý kiến riêng."
UNAVAILABLE = (
    "Chưa tra cứu được vì hệ thống gặp lỗi: {reason} Đây không phải là kết quả “không tìm thấy”."
)
NOT_STATED = "Văn bản không nêu nội dung này"
CONFLICT = "Các văn bản ghi không thống nhất; cần đối chiếu bản gốc."
NO_REASON = "Văn bản của {locality} không nêu lý do; hệ thống chỉ trả lời theo nội dung văn bản."
NO_SUCH_PHRASE = "Không có văn bản nào trong kho chứa đúng cụm từ này."
NO_SUCH_PROVISION = "Văn bản không có điều khoản được trích dẫn này."
NOT_CITED = "Không có văn bản nào trong kho mang số hoặc nhắc đến {number}."
NOT_FOUND = "Không tìm thấy điều khoản, cụm từ hoặc số văn bản này trong kho."
NO_DEFINITION = "Văn bản không nêu định nghĩa “{topic}”."
STATED_NOWHERE = "Không tìm thấy quy định về “{topic}” trong kho: các văn bản không nêu, hoặc nêu bằng từ ngữ khác."
CELL_NOT_STATED = "văn bản không nêu"
NEAREST = "Quy định gần nhất, để tham khảo"
VERBATIM = "Nguyên văn"
STATED = "Không phải vậy: văn bản có nêu nội dung này."
CONTRARY = "Không phải vậy: văn bản nêu ngược lại."


MOST_NAMED = 15  # localities named when the asked one is missing


def no_plan(places: Sequence[str], present: Sequence[str]) -> str:
    """No plan of these places; the localities that are here are named."""
    known = list(dict.fromkeys(name for name in present if name))
    more = f" và {len(known) - MOST_NAMED} nơi khác" if len(known) > MOST_NAMED else ""
    return (
        f"Kho văn bản chưa có kế hoạch, chương trình hành động của {join(places)}. "
        f"Các địa phương đang có văn bản: {', '.join(known[:MOST_NAMED])}{more}."
    )


def unknown_place(names: Sequence[str], present: Sequence[str]) -> str:
    """Names that no map of Vietnam's units knows; the localities that are here are named."""
    known = ", ".join(list(dict.fromkeys(name for name in present if name))[:MOST_NAMED])
    return (
        f"Không nhận ra địa danh {join([f'“{name}”' for name in names])} và không có văn bản nào "
        f"nêu địa danh này. Các địa phương đang có văn bản: {known}."
    )


def no_task_due(locality: str, years: Sequence[int]) -> str:
    """No task of the plan has a deadline in these years."""
    when = join([f"năm {year}" for year in years]) if years else "này"
    return f"Văn bản của {locality} không nêu nhiệm vụ nào có thời hạn {when}."


def no_document(title: str, places: Sequence[str], present: Sequence[str]) -> str:
    """No document of this type and number of these places; those of theirs that are here are named."""
    more = f" và {len(present) - MOST_NAMED} văn bản khác" if len(present) > MOST_NAMED else ""
    return (
        f"Kho văn bản chưa có {title} của {join(places)}. "
        f"Văn bản đang có: {'; '.join(present[:MOST_NAMED])}{more}."
    )


def not_stated(locality: str, topic: str, years: Sequence[int] = (), *, value: bool = False) -> str:
    """The plan is here and does not say it; ``value`` when a figure was asked for."""
    about = f"“{topic}”" if topic else "nội dung được hỏi"
    when = f" cho năm {join([str(year) for year in years])}" if years else ""
    if value:
        kind = "chỉ tiêu " if topic else ""
        return f"Văn bản của {locality} không nêu {kind}{about}{when}."
    return (
        f"Không tìm thấy {about}{when} trong văn bản của {locality}: văn bản không nêu, "
        "hoặc nêu bằng từ ngữ khác."
    )


def other_year(locality: str, years: Sequence[int]) -> str:
    """It is stated, but for other years."""
    asked = join([str(year) for year in years])
    return f"Văn bản của {locality} không nêu chỉ tiêu này cho năm {asked}; văn bản nêu:"


def other_scope(locality: str, scope: str, years: Sequence[int] = ()) -> str:
    """It is stated, but for another area."""
    when = f" năm {join([str(year) for year in years])}" if years else ""
    return f"Văn bản của {locality} không nêu riêng cho {scope}{when}; văn bản nêu:"


def join(parts: Sequence[str]) -> str:
    """ "a, b và c"."""
    parts = list(dict.fromkeys(parts))
    return (
        parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} và {parts[-1]}" if parts else ""
    )


def issued_elsewhere(issuer: str | None, place: str) -> str | None:
    """The document is about the place and another body issued it; None when that is unknown."""
    if issuer is None:
        return None
    return f"Văn bản này do {issuer} ban hành, không phải văn bản của {place}."
