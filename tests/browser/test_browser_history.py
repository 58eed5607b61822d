"""Journeys with what is kept: history, stopping, editing, judging, taking away."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

import openpyxl

KEPT = re.compile("c=[0-9a-f]{32}")

if TYPE_CHECKING:
    from browser.conftest import Visit


def test_a_conversation_is_found_opened_renamed_and_deleted(visit: Visit) -> None:
    page = visit.open()
    visit.ask("Chỉ tiêu cây xanh năm 2030?")
    page.wait_for_url(KEPT)
    first = page.url
    page.get_by_role("button", name="Cuộc hỏi đáp mới").click()
    page.get_by_test_id("stChatMessage").first.wait_for(state="detached")
    visit.ask("thời tiết hôm nay")
    side = page.get_by_test_id("stSidebar")
    side.get_by_role("textbox", name="Tìm trong lịch sử").fill("cay xanh")
    side.get_by_role("textbox", name="Tìm trong lịch sử").press("Enter")
    side.get_by_role("button", name="thời tiết hôm nay").wait_for(state="detached")
    side.get_by_role("button", name="Chỉ tiêu cây xanh năm 2030?").click()
    page.get_by_text("Theo kế hoạch").wait_for()
    page.wait_for_url(first)
    side.get_by_role("button", name="Đổi tên").click()
    page.get_by_role("textbox", name="Tên mới").fill("Cây xanh của tỉnh")
    page.get_by_role("button", name="Lưu tên").click()
    side.get_by_role("button", name="Cây xanh của tỉnh").wait_for()
    side.get_by_role("button", name="Xóa", exact=True).click()
    page.get_by_role("button", name="Xóa hẳn").click()
    page.get_by_role("heading", name="Câu hỏi mẫu").wait_for()
    side.get_by_role("button", name="Cây xanh của tỉnh").wait_for(state="detached")


def test_a_reload_shows_what_was_said_and_another_browser_asks_again(
    visit: Visit, phone: Visit
) -> None:
    visit.open()
    page = visit.ask("cây xanh")
    page.wait_for_url(KEPT)
    kept = page.url
    page.reload()
    page.get_by_text("Theo kế hoạch").wait_for()
    assert page.url == kept
    page.get_by_test_id("stSidebar").get_by_role("button", name="cây xanh").wait_for()
    other = phone.open(kept.removeprefix(visit.base))
    other.wait_for_url(lambda url: "c=" in url and url != kept)  # a conversation of its own


def test_the_back_button_returns_to_the_conversation_before(visit: Visit) -> None:
    page = visit.open()
    visit.ask("cây xanh")
    page.get_by_role("button", name="Cuộc hỏi đáp mới").click()
    page.get_by_test_id("stChatMessage").first.wait_for(state="detached")
    visit.ask("thời tiết")
    page.get_by_test_id("stSidebar").get_by_role("button", name="cây xanh").click()
    page.get_by_text("Theo kế hoạch").wait_for()
    page.go_back()
    page.locator(".tl-cau-hoi", has_text="thời tiết").wait_for()


def test_writing_can_be_stopped(visit: Visit) -> None:
    page = visit.open()
    box = page.get_by_test_id("stChatInputTextArea")
    box.fill("cây xanh")
    box.press("Enter")
    page.get_by_role("button", name="Dừng trả lời").click()
    page.get_by_role("button", name="Gửi câu hỏi").wait_for()
    assert page.get_by_role("button", name="Tải Word").count() == 0
    visit.ask("thời tiết")
    side = page.get_by_test_id("stSidebar")
    side.get_by_role("button", name="thời tiết").wait_for()
    side.get_by_role("button", name="cây xanh").wait_for(state="detached")


def test_a_thumb_down_with_a_reason(visit: Visit) -> None:
    page = visit.open()
    visit.ask("cây xanh")
    page.get_by_role("radio", name="Chưa đúng").click()
    page.get_by_text("Sai số liệu").click()
    page.get_by_role("textbox", name="Ý kiến thêm").fill("Số của năm khác")
    page.get_by_role("button", name="Gửi góp ý").click()
    page.get_by_text("Đã ghi nhận góp ý").wait_for()


def test_a_question_is_edited(visit: Visit) -> None:
    page = visit.open()
    visit.ask("thời tiết")
    page.get_by_role("button", name="Sửa câu hỏi").click()
    page.get_by_role("textbox", name="Sửa câu hỏi").fill("cây xanh")
    page.get_by_role("button", name="Hỏi lại").click()
    page.get_by_text("Theo kế hoạch").wait_for()
    assert page.get_by_test_id("stChatMessage").count() == 2


def test_word_and_excel_are_taken_away(visit: Visit) -> None:
    page = visit.open("/?q=" + quote("so sánh cây xanh"))
    page.get_by_role("button", name="Sửa câu hỏi").wait_for()
    for name, part in (("Tải Word", "word/footnotes.xml"), ("Tải Excel", "xl/workbook.xml")):
        with page.expect_download() as download:
            page.get_by_role("button", name=name).click()
        assert re.match(r"tra-loi-so-sanh-cay-xanh\.", download.value.suggested_filename)
        data = Path(download.value.path()).read_bytes()
        assert part in zipfile.ZipFile(io.BytesIO(data)).namelist()
    book = openpyxl.load_workbook(io.BytesIO(data))
    assert book["Giá trị"]["E2"].value == "khoảng 8-10 m²"


def test_a_phone_shows_all_this_without_scrolling_sideways(phone: Visit) -> None:
    page = phone.open("/?q=" + quote("cây xanh"))
    page.get_by_role("radio", name="Chưa đúng").click()
    page.get_by_role("button", name="Gửi góp ý").wait_for()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
