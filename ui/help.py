"""The page "Hướng dẫn": how to ask, what the answers mean, how to check them, what is not done."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import streamlit as st

from corpus.letters import sentence_case
from rag.answer import Status
from ui.backend import Backend, Trouble, opened
from ui.citation_list import items_html
from ui.compare_view import comparison_examples, indicator_choices
from ui.lookup_view import lookup_examples
from ui.markup import link_html
from ui.plan_facts import badges_html
from ui.records import agencies_of, alphabetical, locality_name, task_records
from ui.routes import COMPARE, INDICATORS, LOOKUP, TASKS, question_link, screen_link
from ui.status import VIEWS
from ui.words import NOTICE

MEANINGS = {
    Status.ANSWERED: "Văn bản nêu nội dung được hỏi; mọi câu trong câu trả lời đều có căn cứ.",
    Status.CORRECTED: "Câu hỏi có chi tiết khác với văn bản; câu trả lời nêu chỗ khác trước, kèm căn cứ.",
    Status.NOT_STATED: "Kho có văn bản của địa phương nhưng văn bản không nêu nội dung này. "
    "Quy định gần nhất, nếu có, chỉ để tham khảo.",
    Status.OTHER_YEAR: "Văn bản có nêu, nhưng cho năm hoặc phạm vi khác với câu hỏi.",
    Status.NO_PLAN: "Kho chưa có văn bản của địa phương được hỏi; hệ thống không lấy số liệu nơi khác thay thế.",
    Status.AMBIGUOUS: "Câu hỏi hiểu được theo nhiều cách; từng cách được trả lời hoặc được hỏi lại.",
    Status.OFF_TOPIC: "Câu hỏi không thuộc nội dung các văn bản trong kho.",
    Status.UNAVAILABLE: "Hệ thống gặp lỗi nên chưa tra cứu được; đây không phải là kết quả “không tìm thấy”.",
}
_CHECKS = (
    "Mỗi câu trả lời mang số căn cứ, ví dụ [1]. Nhấn vào số để tới trích dẫn ở bên dưới.",
    "Trích dẫn gồm tên gọi chính thức của điều khoản, vị trí trong văn bản và nguyên văn; "
    "phần được đánh dấu là đúng những chữ làm căn cứ.",
    "Nhấn “Xem trong văn bản” để mở toàn văn tại đúng đoạn đó và đọc phần trước, phần sau.",
    "Trước khi hiện ra, mọi con số, ngày tháng, số văn bản và tên địa phương trong câu trả lời đều được "
    "đối chiếu với nguyên văn đã dẫn; câu nào không khớp thì bị bỏ.",
    "Khi trình hoặc ban hành văn bản, cần đối chiếu thêm với bản gốc có dấu, chữ ký.",
)
_LIMITS = (
    "Không suy đoán số liệu mà văn bản không nêu, không cộng, trừ hay quy đổi số liệu.",
    "Không lấy chỉ tiêu của địa phương này trả lời cho địa phương khác.",
    "Không kết luận văn bản còn hay hết hiệu lực: hiệu lực ghi là “Chưa xác định hiệu lực” khi kho không có thông tin.",
    "Không đưa ra ý kiến, đánh giá hay khuyến nghị riêng.",
    "Không tìm kiếm trên mạng, không gửi câu hỏi hay văn bản ra ngoài máy chủ này.",
)
_KEYS = (
    ("Tab, Shift + Tab", "tới ô, nút, liên kết kế tiếp hoặc trở lại"),
    ("Enter", "gửi câu hỏi, mở liên kết, nhấn nút đang chọn"),
    ("Shift + Enter", "xuống dòng trong ô câu hỏi"),
    ("Mũi tên lên, xuống", "chọn trong danh sách đang mở"),
    ("Esc", "đóng danh sách đang mở"),
    ("Alt + mũi tên trái", "trở về trang trước"),
    ("Ctrl + dấu cộng", "phóng to chữ"),
)
Example = tuple[str, str]  # words, address


def show() -> None:
    """Draw the page; without an index it still explains, without examples."""
    st.title("Hướng dẫn")
    backend = opened()
    st.write(
        "Trợ lý trả lời câu hỏi về các kế hoạch, chương trình hành động thực hiện "
        "Nghị quyết 06-NQ/TW, chỉ dựa trên văn bản có trong kho."
    )
    st.info(NOTICE)
    if not isinstance(backend, Trouble):
        _show_examples(backend)
    st.header("Ý nghĩa của kết quả")
    st.html(statuses_html())
    st.header("Cách kiểm tra một trích dẫn")
    st.html(items_html([escape(line) for line in _CHECKS]))
    st.header("Những việc trợ lý không làm")
    st.html(items_html([escape(line) for line in _LIMITS]))
    st.header("Dùng bằng bàn phím")
    st.html(keys_html())
    st.header("Chia sẻ và in")
    st.write(
        "Địa chỉ trên thanh trình duyệt luôn ứng với nội dung đang xem: câu hỏi, bảng so sánh, "
        "bộ lọc, điều khoản. Sao chép địa chỉ để gửi cho người dùng chung máy chủ."
    )


def _show_examples(backend: Backend) -> None:
    groups = help_examples(backend)
    if groups:
        st.header("Hỏi gì, ở đâu")
    for title, examples in groups:
        st.subheader(title)
        st.html(items_html([link_html(address, words) for words, address in examples]))


def help_examples(backend: Backend) -> tuple[tuple[str, Sequence[Example]], ...]:
    """Examples of each kind of question, made from what the collection holds."""
    plans = [backend.plan(card.id) for card in backend.plans()]
    named = [plan for plan in plans if plan.meta.locality]
    choices = indicator_choices(named)
    groups: list[tuple[str, list[Example]]] = [
        ("Hỏi một chỉ tiêu", []),
        ("Hỏi nhiệm vụ, phân công", []),
    ]
    for plan in named:
        target = next((one for one in plan.indicators if one.year and one.low is not None), None)
        if target is not None and len(groups[0][1]) < 2:
            asked = f"{target.name} năm {target.year} của {plan.meta.locality} là bao nhiêu?"
            groups[0][1].append((sentence_case(asked), _ask(asked)))
        task = next((one for one in plan.assignments if one.lead), None)
        if task is not None and len(groups[1][1]) < 2:
            asked = f"{task.lead[0]} được giao nhiệm vụ gì trong văn bản của {plan.meta.locality}?"
            groups[1][1].append((sentence_case(asked), _ask(asked)))
    places = sorted({locality_name(plan) for plan in named}, key=alphabetical)
    groups.append(
        (
            "So sánh địa phương",
            [
                (f"{choice}: {', '.join(localities)}", _comparison(choice, localities))
                for choice, localities in comparison_examples(choices, places)[:2]
            ],
        )
    )
    groups.append(
        (
            "Tra cứu trích dẫn, số văn bản, nguyên văn",
            [(one, screen_link(LOOKUP, ("tra", one))) for one in lookup_examples(plans)],
        )
    )
    groups.append(("Lọc bảng chỉ tiêu và nhiệm vụ", _tables(backend, places)))
    return tuple((title, examples) for title, examples in groups if examples)


def _ask(question: str) -> str:
    """The first screen is the root itself, which a bare query would not leave this page for."""
    return f"./{question_link([question])}"


def _comparison(choice: str, localities: Sequence[str]) -> str:
    return screen_link(COMPARE, *(("dia-phuong", one) for one in localities), ("chi-tieu", choice))


def _tables(backend: Backend, places: Sequence[str]) -> list[Example]:
    found: list[Example] = []
    if places:
        address = screen_link(INDICATORS, ("dia-phuong", places[0]))
        found.append((f"Mọi chỉ tiêu của {places[0]}", address))
    agencies = agencies_of(task_records(backend.plan(card.id) for card in backend.plans()))
    if agencies:
        agency = next((one for one in agencies if one.startswith("Sở ")), agencies[0])
        found.append((f"Nhiệm vụ của {agency}", screen_link(TASKS, ("co-quan", agency))))
    return found


def statuses_html() -> str:
    """Each status with its badge and what it means."""
    rows = "".join(
        f'<tr><th scope="row">{badges_html([VIEWS[status]])}</th><td>{escape(words)}</td></tr>'
        for status, words in MEANINGS.items()
    )
    return f'<div class="tl-thuoc-tinh"><table><tbody>{rows}</tbody></table></div>'


def keys_html() -> str:
    """Keys and what they do."""
    rows = "".join(
        f'<tr><th scope="row">{escape(keys)}</th><td>{escape(does)}</td></tr>'
        for keys, does in _KEYS
    )
    return f'<div class="tl-thuoc-tinh"><table><tbody>{rows}</tbody></table></div>'
