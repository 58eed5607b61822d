"""The page "Tra cứu trích dẫn": one box for a citation, a document number or a pasted phrase."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from corpus.plan import Plan
from rag.answer import Answer, Citation
from rag.errors import AskingError
from ui.backend import Backend, Trouble, opened
from ui.citation_list import cards_html, items_html, note_html
from ui.frame import show_trouble
from ui.lookup_view import (
    branch_html,
    cited_section,
    is_provision,
    lookup_examples,
    places_html,
    provision_html,
    repeats_html,
)
from ui.markup import answer_html, copy_button, label, link_html
from ui.plan_view import plan_name
from ui.pointers import Place, asked_numbers, places_naming, plans_numbered, pointers_to
from ui.routes import LIBRARY, LOOKUP, screen_link, span_link
from ui.same_wording import SHORTEST, repeats
from ui.status import VIEWS
from ui.takeaway.buttons import takeaway_buttons
from ui.words import NOTICE

MAX_TEXT = 2_000  # code points
_MOST_PLACES = 60


def show() -> None:
    """Draw the box, and what was found."""
    st.title("Tra cứu trích dẫn")
    backend = opened()
    if isinstance(backend, Trouble):
        show_trouble(backend)
        return
    typed = st.text_input(
        "Trích dẫn, số văn bản hoặc một đoạn nguyên văn",
        key="tra",
        bind="query-params",
        max_chars=MAX_TEXT,
        placeholder="Ví dụ: khoản 1 Mục II Kế hoạch số …",
    )
    text = " ".join((typed or "").split())
    if not text:
        _invite(backend)
        return
    try:
        with st.spinner("Đang tìm trong văn bản…"):
            answer = backend.look_up(text)
    except AskingError as error:
        st.warning(label(str(error)))
        return
    plans = [backend.plan(card.id) for card in backend.plans()]
    _show_found(answer, text, plans)


def _invite(backend: Backend) -> None:
    if not backend.plans():
        st.info("Kho chưa có văn bản nào để tra cứu.")
        return
    st.write(
        "Nhập như khi viết công văn, đầy đủ hoặc viết tắt; có dấu hoặc không dấu. "
        "Kết quả là nguyên văn, không diễn giải."
    )
    examples = lookup_examples([backend.plan(card.id) for card in backend.plans()])
    if examples:
        st.header("Tra cứu mẫu")
        links = [link_html(screen_link(LOOKUP, ("tra", one)), one) for one in examples]
        st.html(items_html(links))


def _show_found(answer: Answer, text: str, plans: Sequence[Plan]) -> None:
    numbers = asked_numbers(text)
    named = places_naming(numbers[0], plans) if numbers and not is_provision(answer) else ()
    if not answer.citations and not named:
        st.warning(label(answer.text or "Không tìm thấy trong kho văn bản."))
        st.html(
            note_html(
                "Mời kiểm tra lại số, ký hiệu; hoặc dán một đoạn nguyên văn ngắn hơn "
                "(từ năm đến mười lăm từ liền nhau)."
            )
        )
        return
    view = VIEWS[answer.status]
    st.badge(view.words, color=view.colour)
    if is_provision(answer):
        for citation in answer.citations:
            _show_provision(citation, plans, alone=len(answer.citations) == 1)
    elif numbers:
        _show_document(answer, numbers[0], named, plans)
    else:
        _show_places(answer)
    if answer.citations:
        takeaway_buttons(answer, f"Tra cứu: {text}")
    st.caption(NOTICE)


def _show_provision(citation: Citation, plans: Sequence[Plan], *, alone: bool) -> None:
    section, plan = cited_section(citation), citation.plan
    if section is None:
        return
    address = span_link(plan.id, citation.start, citation.end)
    st.html(
        provision_html(citation)
        + f'<p class="tl-nut-hang">{copy_button("Sao chép trích dẫn", citation.formal)}'
        f"{copy_button('Sao chép nguyên văn', citation.quote.strip())}"
        f"{link_html(address, 'Xem trong văn bản', kind='tl-nut')}</p>"
    )
    if not alone:
        return
    st.header("Vị trí trong văn bản")
    st.html(branch_html(plan, section))
    st.header("Nơi khác có cùng câu chữ")
    found = repeats(plan, citation.start, citation.end, plans)
    none = f"Không có nơi nào khác giống nguyên văn từ {SHORTEST} từ liền nhau trở lên."
    st.html(repeats_html(found) if found else note_html(none))
    st.header("Nơi dẫn chiếu đến quy định này")
    cited = pointers_to(plan, citation.start, citation.end, plans)
    st.html(places_html(cited) if cited else note_html("Không có văn bản nào trong kho dẫn chiếu."))


def _show_document(
    answer: Answer, number: str, named: Sequence[Place], plans: Sequence[Plan]
) -> None:
    own = plans_numbered(number, plans)
    for plan in own:
        st.html(
            items_html(
                [
                    "Văn bản này có trong kho: "
                    + link_html(
                        screen_link(LIBRARY, ("plan", plan.id)), plan_name(plan.meta, plan.id)
                    )
                ]
            )
        )
    if own and answer.citations:
        st.html(answer_html(answer.text, answer.citations, 0) + cards_html(answer.citations))
    st.header("Nơi nhắc đến văn bản này")
    if not named:
        st.html(note_html("Không có văn bản nào trong kho nhắc đến số, ký hiệu này."))
        return
    count = len({place.plan.id for place in named})
    st.write(f"{len(named)} nơi trong {count} văn bản.")
    st.html(places_html(named[:_MOST_PLACES]))


def _show_places(answer: Answer) -> None:
    count = len({citation.plan.id for citation in answer.citations})
    st.header("Nơi có nội dung này")
    st.write(f"{len(answer.citations)} nơi trong {count} văn bản.")
    st.html(cards_html(answer.citations))
