"""Journeys through the screens in a real browser."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest

from corpus.fold import strip_marks
from rag.typed.syllable import is_bare_syllable

if TYPE_CHECKING:
    from browser.conftest import Visit

HOSTILE = (
    "<img src=http://evil.test/a onerror=window.__xss=1>",
    "<script>window.__xss=1</script>",
    "![x](http://evil.test/b.png)",
    "[x](javascript:window.__xss=1)",
    "<svg/onload=window.__xss=1>",
    "$\\href{javascript:window.__xss=1}{x}$",
    "'\"><iframe src=//evil.test></iframe>",
    ":material/home: :red[x] https://evil.test/c",
)
# What is visible and is no Vietnamese syllable: programs, keys, and the hostile title of a plan.
ALLOWED = {"word", "excel", "ai", "alt", "ctrl", "enter", "shift", "tab", "esc"}
HOSTILE_TITLE = {
    "evil",
    "http",
    "https",
    "img",
    "onerror",
    "src",
    "svg",
    "script",
    "test",
    "window",
}
# Words of Streamlit's own controls, also those that could be read as a syllable ("the").
ENGLISH = re.compile(
    r"\b(the|this|you|your|page|not|found|message|send|copy|stop|running|deploy|settings|menu|"
    r"close|link|heading|main|content|sidebar|upload|search|user|assistant|person|article)\b",
    re.I,
)


def test_ask_and_open_a_citation_and_come_back(visit: Visit) -> None:
    page = visit.open()
    visit.ask("Chỉ tiêu cây xanh năm 2030?")
    page.get_by_role("link", name="Xem trong văn bản").first.click()
    page.wait_for_selector(".tl-van-ban mark")
    assert page.locator(".tl-van-ban mark").all_inner_texts() == ["khoảng 8-10 m²"]
    path = page.locator(".tl-moc")
    assert path.inner_text() == "Mục II. MỤC TIÊU › gạch đầu dòng thứ 2"
    page.wait_for_function("document.activeElement.classList.contains('tl-moc')")
    assert page.locator(".tl-van-ban mark").first.is_visible()
    assert "/van-ban?plan=binh-minh&start=" in page.url
    page.go_back()
    page.get_by_text("Đã trả lời").wait_for()


def test_a_follow_up_keeps_the_conversation_and_its_address(visit: Visit) -> None:
    page = visit.open()
    visit.ask("Chỉ tiêu cây xanh năm 2030?")
    visit.ask("còn năm 2025?")
    assert page.get_by_test_id("stChatMessage").count() == 4
    page.wait_for_function("document.getElementById('cau-hoi-1').getBoundingClientRect().top < 200")
    page.wait_for_function("document.activeElement.tagName === 'TEXTAREA'")
    shared = page.url
    assert shared.count("q=") == 2
    page.goto(shared)
    page.get_by_role("button", name="Sao chép câu trả lời kèm căn cứ").nth(1).wait_for()
    assert page.get_by_test_id("stChatMessage").count() == 4


def test_copying_gives_the_formal_citation_and_the_notice(visit: Visit) -> None:
    page = visit.open()
    visit.ask("cây xanh")
    page.get_by_role("button", name="Sao chép trích dẫn").first.click()
    page.get_by_role("button", name="Đã sao chép").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("gạch đầu dòng thứ 2 Mục II Kế hoạch số 12/KH-UBND")
    page.get_by_role("button", name="Sao chép câu trả lời kèm căn cứ").click()
    page.wait_for_function(
        "navigator.clipboard.readText().then(text => text.includes('cần đối chiếu bản gốc'))"
    )


def test_a_number_in_the_answer_leads_to_its_card(visit: Visit) -> None:
    page = visit.open()
    visit.ask("cây xanh")
    page.wait_for_url("**q=**")
    before = page.url
    page.get_by_role("link", name="Căn cứ số 2").click()
    page.wait_for_function("document.activeElement.id === 'can-cu-0-2'")
    assert page.url == before


def test_with_the_keyboard_alone(visit: Visit) -> None:
    page = visit.open()
    page.get_by_test_id("stChatInputTextArea").focus()
    page.keyboard.type("cây xanh")
    page.keyboard.press("Enter")
    link = page.get_by_role("link", name="Xem trong văn bản").first
    link.wait_for()
    link.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector(".tl-van-ban mark")


@pytest.mark.parametrize("path", ["/", "/van-ban", "/van-ban?plan=binh-minh", "/khong-co-trang"])
def test_every_screen_is_in_vietnamese(visit: Visit, path: str) -> None:
    page = visit.open(path)
    page.wait_for_timeout(500)
    assert page.evaluate("document.documentElement.lang") == "vi"
    assert visible_english(visit) == []


def test_a_conversation_is_in_vietnamese(visit: Visit) -> None:
    visit.open()
    visit.ask("cây xanh")
    assert visible_english(visit) == []


def visible_english(visit: Visit) -> list[str]:
    attributes = visit.page.evaluate(
        """() => [...document.querySelectorAll('body *')].flatMap(e =>
            ['aria-label', 'title', 'placeholder', 'alt'].map(a => e.getAttribute(a) || ''))"""
    )
    text = " ".join([visit.page.title(), visit.page.inner_text("body"), *attributes])
    apart = re.sub(r"(?<=[^\W\d_])(?=[A-ZĐ][^\W\d_])", " ", text)  # cells come without a blank
    foreign = {
        word
        for word in re.findall(r"(?<![\w@.])[^\W\d_]{2,}(?![\w@])", apart)
        if word.isalpha() and not word.isupper()  # "KH-UBND", "II"
        if not is_bare_syllable(strip_marks(word)) and word.lower() not in ALLOWED | HOSTILE_TITLE
    }
    return sorted(foreign | set(ENGLISH.findall(text)))


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_address_runs_nothing(visit: Visit, text: str) -> None:
    page = visit.open("/?q=" + quote(text))
    page.get_by_role("button", name="Sao chép câu trả lời kèm căn cứ").wait_for()
    assert text in page.inner_text("body")
    assert page.evaluate("window.__xss") is None


def test_hostile_words_of_a_plan_run_nothing(visit: Visit) -> None:
    page = visit.open("/van-ban?plan=binh-minh&muc=I.1")
    page.wait_for_selector(".tl-van-ban mark")
    assert 'onerror="window.__xss=1"' in page.inner_text("body")
    assert page.evaluate("window.__xss") is None


def test_an_unknown_address_is_a_vietnamese_page(visit: Visit) -> None:
    page = visit.open("/khong-co-trang")
    page.get_by_role("heading", name="Không tìm thấy trang").wait_for()
    assert page.get_by_role("dialog").count() == 0


def test_an_unforeseen_failure_is_said_in_vietnamese(visit: Visit) -> None:
    page = visit.open("/?q=" + quote("hỏng"))
    page.get_by_text("Đã xảy ra lỗi ngoài dự kiến").wait_for()
    assert "broken on purpose" not in page.inner_text("body")
    assert visible_english(visit) == []


def test_the_first_screen_by_its_name(visit: Visit) -> None:
    page = visit.open("/hoi-dap?q=" + quote("cây xanh"))
    page.get_by_text("Đã trả lời").wait_for()
    assert page.get_by_role("dialog").count() == 0


@pytest.mark.parametrize("path", ["/?q=" + quote("so sánh cây xanh"), "/van-ban?plan=binh-minh"])
def test_a_phone_never_scrolls_sideways(phone: Visit, path: str) -> None:
    page = phone.open(path)
    page.wait_for_timeout(1500)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.evaluate(
        "[...document.querySelectorAll('[data-testid=stMain]')].every(e => e.scrollWidth <= e.clientWidth)"
    )
