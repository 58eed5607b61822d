"""Every screen can be used by everyone: axe-core finds nothing serious."""

from __future__ import annotations

from urllib.parse import quote

import pytest

from browser.conftest import Visit, findings

SCREENS = (
    "/",
    "/?q=" + quote("cây xanh"),
    "/?q=" + quote("so sánh cây xanh"),
    "/?q=" + quote("thời tiết"),
    "/van-ban",
    "/van-ban?plan=binh-minh&muc=I.1",
    "/khong-co-trang",
)


@pytest.mark.parametrize("path", SCREENS)
def test_nothing_serious_on_a_desk(visit: Visit, axe: str, path: str) -> None:
    assert findings_at(visit, axe, path) == []


@pytest.mark.parametrize("path", SCREENS)
def test_nothing_serious_on_a_dark_phone(phone: Visit, axe: str, path: str) -> None:
    assert findings_at(phone, axe, path) == []


def findings_at(visit: Visit, axe: str, path: str) -> list[str]:
    page = visit.open(path)
    if "q=" in path:
        page.get_by_role("button", name="Sao chép câu trả lời kèm căn cứ").wait_for()
    page.wait_for_timeout(500)
    return findings(page, axe)
