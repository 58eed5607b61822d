"""Every screen can be used by everyone: axe-core finds nothing serious."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest

if TYPE_CHECKING:
    from browser.conftest import Visit

SCREENS = (
    "/",
    "/?q=" + quote("cây xanh"),
    "/?q=" + quote("so sánh cây xanh"),
    "/?q=" + quote("thời tiết"),
    "/van-ban",
    "/van-ban?plan=binh-minh&muc=I.1",
    "/khong-co-trang",
)


@pytest.fixture(scope="module")
def axe() -> str:
    """The source of axe-core, from the package that brings it."""
    pytest.importorskip("axe_playwright_python", reason="axe-playwright-python is not installed")
    return (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")


@pytest.mark.parametrize("path", SCREENS)
def test_nothing_serious_on_a_desk(visit: Visit, axe: str, path: str) -> None:
    assert findings(visit, axe, path) == []


@pytest.mark.parametrize("path", SCREENS)
def test_nothing_serious_on_a_dark_phone(phone: Visit, axe: str, path: str) -> None:
    assert findings(phone, axe, path) == []


def findings(visit: Visit, axe: str, path: str) -> list[str]:
    page = visit.open(path)
    if "q=" in path:
        page.get_by_role("button", name="Sao chép câu trả lời kèm căn cứ").wait_for()
    page.wait_for_timeout(500)
    page.evaluate(axe)
    found = page.evaluate("axe.run()")["violations"]
    return [
        f"{one['id']}: {one['nodes'][0]['html']}"
        for one in found
        if one["impact"] in {"serious", "critical"}
    ]
