"""Journeys through comparison, lookup, tables and plans in a real browser, over two invented plans."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest

from browser.conftest import Visit, findings, served
from browser.test_browser_chat import visible_english

if TYPE_CHECKING:
    from playwright.sync_api import Page

BOTH = "dia-phuong=" + quote("Bình Minh") + "&dia-phuong=" + quote("Hải Vân")
COMPARED = f"/so-sanh?{BOTH}&chi-tieu=" + quote("Tỷ lệ đô thị hóa")
TOPIC = f"/so-sanh?{BOTH}&theo=" + quote("Chủ đề") + "&chu-de=" + quote("trật tự xây dựng")
PROVISION = "/tra-cuu?tra=" + quote("khoản 1 Mục II")
PLAN = "/van-ban?plan=hai-van"
SCREENS = (
    "/so-sanh", COMPARED, TOPIC, "/tra-cuu", PROVISION, "/tra-cuu?tra=12/KH-UBND",
    "/tra-cuu?tra=" + quote("trật tự xây dựng"), "/tra-cuu?tra=" + quote("không có đâu"),
    "/chi-tieu", "/nhiem-vu", "/chi-tieu?tim=" + quote("không có"), "/van-ban", PLAN,
    f"{PLAN}&the=thuoc-tinh", f"{PLAN}&the=chi-tieu", f"{PLAN}&the=lien-quan",
    f"{PLAN}&the=canh-bao", f"{PLAN}&muc=III.1", "/huong-dan", "/khong-co-trang",
)  # fmt: skip


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """Where the screens are served over two plans."""
    with served("fake_server.py", "pair") as base:
        yield base


def settled(page: Page) -> Page:
    """The page when its script has run and its chart, if any, is drawn."""
    page.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]")
    if page.get_by_test_id("stVegaLiteChart").count():
        page.wait_for_selector("[data-testid=stVegaLiteChart] canvas, .marks")
    page.wait_for_timeout(300)
    return page


def choose(page: Page, box: str, option: str) -> None:
    """Pick an option of a box."""
    page.get_by_role("combobox", name=box).first.click()
    page.get_by_role("option", name=option).click()
    if page.get_by_role("listbox").count():  # a box for several choices stays open
        page.keyboard.press("Escape")
    page.wait_for_timeout(500)  # the choice reaches the server before the next box is opened


@pytest.mark.parametrize("path", SCREENS)
def test_nothing_serious_and_no_english_on_a_desk(visit: Visit, axe: str, path: str) -> None:
    page = settled(visit.open(path))
    assert findings(page, axe) == []
    assert visible_english(visit) == []
    assert page.evaluate("document.documentElement.lang") == "vi"


@pytest.mark.parametrize("path", SCREENS)
def test_a_dark_phone_has_nothing_serious_and_never_scrolls_sideways(
    phone: Visit, axe: str, path: str
) -> None:
    page = settled(phone.open(path))
    assert findings(page, axe) == []
    assert page.evaluate(
        "[document.documentElement, ...document.querySelectorAll('[data-testid=stMain]')]"
        ".every(one => one.scrollWidth <= one.clientWidth)"
    )


def test_compare_and_open_the_quote_and_come_back(visit: Visit) -> None:
    page = visit.open("/so-sanh")
    choose(page, "Địa phương", "Bình Minh")
    choose(page, "Địa phương", "Hải Vân")
    choose(page, "Chỉ tiêu", "Tỷ lệ đô thị")
    page.get_by_role("heading", name="Bảng so sánh").wait_for()
    assert "chi-tieu=" in page.url
    page.get_by_role("link", name="Căn cứ số 2").first.click()
    page.wait_for_function("document.activeElement.id === 'can-cu-0-2'")
    page.get_by_role("link", name="Xem trong văn bản").nth(1).click()
    page.wait_for_selector(".tl-van-ban mark")
    assert "Tỷ lệ đô thị hóa" in page.locator(".tl-van-ban mark").first.inner_text()
    page.go_back()
    page.get_by_role("heading", name="Bảng so sánh").wait_for()


def test_the_chart_says_in_words_what_it_shows(visit: Visit) -> None:
    page = visit.open(COMPARED)
    said = "Hải Vân: năm 2025: 35-40%; năm 2030: tối thiểu 45%"
    page.wait_for_selector(f'[data-testid=stVegaLiteChart][aria-label*="{said}"]')


def test_look_up_a_phrase_and_open_its_plan(visit: Visit) -> None:
    page = visit.open("/tra-cuu")
    box = page.get_by_role("textbox", name="Trích dẫn, số văn bản")
    box.fill("trật tự xây dựng")
    box.press("Enter")
    page.get_by_text("2 nơi trong 2 văn bản.").wait_for()
    assert "tra=" in page.url
    page.get_by_role("link", name="Xem trong văn bản").first.click()
    page.wait_for_selector(".tl-van-ban mark")
    assert page.locator(".tl-van-ban mark").all_inner_texts() == ["trật tự xây dựng"]


@pytest.mark.parametrize(
    ("path", "words"),
    [
        (COMPARED, "tối thiểu 45%"),
        (PROVISION, "Nơi khác có cùng câu chữ"),
        ("/chi-tieu?nam=2025&xep=-gia-tri", "35-40%"),
        (f"{PLAN}&the=thuoc-tinh", "do người quản lý bổ sung"),
    ],
)
def test_a_shared_link_opens_fresh(visit: Visit, path: str, words: str) -> None:
    page = visit.open(path)
    page.get_by_text(words).first.wait_for()


def test_filters_live_in_the_address_and_the_back_button_undoes_sorting(visit: Visit) -> None:
    page = visit.open("/chi-tieu")
    box = page.get_by_role("textbox", name="Tìm theo từ")
    box.fill("do thi hoa")
    box.press("Enter")
    page.get_by_text("4 trên 7 chỉ tiêu").wait_for()
    assert "tim=do" in page.url
    page.get_by_role("link", name="Giá trị: xếp tăng dần").click()
    page.wait_for_selector("th[aria-sort=ascending]")
    assert "tim=do" in page.url
    page.get_by_text("4 trên 7 chỉ tiêu").wait_for()
    page.go_back()
    page.wait_for_selector("th[aria-sort=ascending]", state="detached")
    page.get_by_role("link", name="Xem nguồn").first.click()
    page.wait_for_selector(".tl-van-ban mark")


def test_a_filter_does_not_follow_to_another_screen(visit: Visit) -> None:
    page = settled(visit.open("/chi-tieu?dia-phuong=" + quote("Hải Vân")))
    page.get_by_text("4 trên 7 chỉ tiêu").wait_for()
    page.get_by_role("link", name="Nhiệm vụ, phân công").click()
    page.get_by_role("heading", name="Nhiệm vụ, phân công").wait_for()
    page.get_by_text("3 trên 3 nhiệm vụ").wait_for()


def test_tabs_and_the_outline_are_links(visit: Visit) -> None:
    page = visit.open(PLAN)
    page.get_by_role("link", name="Mục III. TỔ CHỨC THỰC HIỆN").click()
    page.wait_for_selector(".tl-van-ban mark")
    assert "muc=III" in page.url
    page.get_by_role("link", name="Văn bản liên quan").click()
    page.get_by_role("heading", name="Căn cứ ban hành").wait_for()
    page.get_by_role("link", name="Kế hoạch số 12/KH-UBND").first.click()
    page.get_by_role("heading", name="Kế hoạch số 12/KH-UBND – Bình Minh").wait_for()


def test_with_the_keyboard_alone(visit: Visit) -> None:
    page = settled(visit.open(PROVISION))
    link = page.locator(".tl-nhanh a").first
    for _ in range(60):
        page.keyboard.press("Tab")
        if link.evaluate("one => one === document.activeElement"):
            break
    page.keyboard.press("Enter")
    page.wait_for_selector(".tl-van-ban")


def test_an_example_of_the_guide_is_asked_in_the_chat(visit: Visit) -> None:
    page = settled(visit.open("/huong-dan"))
    page.locator("a.tl-lk[href^='./?q=']").first.click()
    page.get_by_role("button", name="Sao chép câu trả lời kèm căn cứ").wait_for()


def test_at_double_size_nothing_is_cut_off(visit: Visit) -> None:
    visit.page.set_viewport_size({"width": 640, "height": 450})
    page = settled(visit.open(COMPARED))
    assert page.evaluate(
        "[...document.querySelectorAll('[data-testid=stMain]')].every(e => e.scrollWidth <= e.clientWidth)"
    )


def test_the_plan_and_its_warnings_run_nothing(visit: Visit) -> None:
    page = settled(visit.open("/van-ban?plan=binh-minh&the=thuoc-tinh"))
    assert 'onerror="window.__xss=1"' in page.inner_text("body")
    assert page.evaluate("window.__xss") is None


def test_hostile_addresses_of_every_screen_run_nothing(visit: Visit) -> None:
    text = quote(
        "<img src=http://evil.test/a onerror=window.__xss=1><script>window.__xss=1</script>"
    )
    for path in (
        f"/tra-cuu?tra={text}",
        f"/so-sanh?{BOTH}&theo=" + quote("Chủ đề") + f"&chu-de={text}",
        f"/chi-tieu?tim={text}&xep={text}&trang={text}&dia-phuong={text}",
        f"/van-ban?plan=hai-van&the={text}&muc={text}",
        f"/van-ban?plan={text}",
    ):
        page = settled(visit.open(path))
        assert page.evaluate("window.__xss") is None
