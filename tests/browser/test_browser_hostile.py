"""Nothing from a question, an address, a plan, a title or a file name runs or loads anything."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest
from hostile import RUN, STRINGS

from browser.conftest import Visit, served

if TYPE_CHECKING:
    from playwright.sync_api import Page

ONCE = 10  # strings that one page is given; fewer pages, the same strings


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """Where hostile words are served."""
    with served("hostile_server.py") as base:
        yield base


def nothing_ran(page: Page) -> bool:
    page.wait_for_timeout(300)
    return page.evaluate("window.__xss") is None and page.evaluate(
        """() => !document.querySelector(
            'a[href^="javascript:"], a[href*="evil.test"], [src*="evil.test"], [href*="evil.test"]'
        )"""
    )


def test_there_are_fifty() -> None:
    assert len(set(STRINGS)) == 50
    assert all(RUN in text or "evil.test" in text for text in STRINGS)


@pytest.mark.parametrize("first", range(0, len(STRINGS), ONCE))
def test_an_address_with_questions(visit: Visit, first: int) -> None:
    some = STRINGS[first : first + ONCE]
    page = visit.open("/?" + "&".join(f"q={quote(text)}" for text in some))
    page.locator(".tl-tra-loi").nth(ONCE - 1).wait_for()
    page.get_by_text("Hỏi tiếp", exact=True).wait_for()
    body = page.inner_text("body")
    for text in some:
        assert " ".join(text.split()) in " ".join(body.split())
    assert nothing_ran(page)


def test_typed_questions_history_titles_and_file_names(visit: Visit) -> None:
    page = visit.open()
    for number, text in enumerate(STRINGS[::10]):
        box = page.get_by_test_id("stChatInputTextArea")
        box.fill(text)
        box.press("Enter")
        page.get_by_role("button", name=f"{text} nữa", exact=True).wait_for()
        page.get_by_test_id("stStatusWidget").wait_for(state="hidden")
        with page.expect_download() as download:
            page.get_by_role("button", name="Tải Word").nth(number).click()
        assert re.fullmatch(r"tra-loi(-[a-z0-9]+)*\.docx", download.value.suggested_filename)
    page.get_by_role("button", name="Sửa câu hỏi").first.click()
    page.get_by_role("button", name="Thôi").wait_for()
    page.get_by_role("button", name="Xóa", exact=True).click()
    page.get_by_role("button", name="Giữ lại").wait_for()
    assert nothing_ran(page)


@pytest.mark.parametrize(
    "path", ["/", "/van-ban", "/van-ban?plan=doc-hai", "/van-ban?plan=doc-hai&muc=I.7"]
)
def test_a_plan_its_title_and_its_headings(visit: Visit, path: str) -> None:
    page = visit.open(path)
    page.wait_for_timeout(1500)
    assert nothing_ran(page)
    if "plan=" in path:
        body = " ".join(page.inner_text("body").split())
        assert all(" ".join(text.split()) in body for text in STRINGS)


@pytest.mark.parametrize("name", ["plan", "start", "muc", "c", "q", "la"])
def test_query_parameters(visit: Visit, name: str) -> None:
    for path, text in (("/van-ban", STRINGS[0]), ("/", STRINGS[12])):
        page = visit.open(f"{path}?plan=doc-hai&{name}={quote(text)}")
        assert nothing_ran(page)
