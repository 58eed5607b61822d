"""``python -m ui.screenshots``: pictures of every screen, light, dark and on a phone.

Needs what the tests need (playwright and a chromium) and a built index; writes PNG files only.
"""

from __future__ import annotations

import argparse
import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from ui.backend import ROOT, Backend, Trouble, opened
from ui.compare_view import comparison_examples, indicator_choices
from ui.conversation import examples
from ui.lookup_view import lookup_examples
from ui.records import alphabetical, locality_name
from ui.routes import COMPARE, HELP, INDICATORS, LIBRARY, LOOKUP, TASKS, question_link, screen_link

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

CHROMIUM = "/usr/bin/chromium"
START_SECONDS = 60
SETTLE_MS = 1_800  # after the title stands, for answers and charts
TALLEST = 2_600  # pixels; a longer page is cut


@dataclass(frozen=True, slots=True)
class Look:
    """A kind of screen to take pictures on."""

    name: str
    width: int
    height: int
    dark: bool


LOOKS = (
    Look("sang", 1280, 900, dark=False),
    Look("toi", 1280, 900, dark=True),
    Look("dien-thoai", 390, 844, dark=False),
)


def shots(backend: Backend) -> dict[str, str]:
    """File name -> address below the root, made from what the collection holds."""
    plans = [backend.plan(card.id) for card in backend.plans()]
    places = sorted({locality_name(plan) for plan in plans}, key=alphabetical)
    found = {
        "hoi-dap": "",
        "so-sanh": COMPARE.slug,
        "tra-cuu": LOOKUP.slug,
        "chi-tieu": INDICATORS.slug,
        "nhiem-vu": TASKS.slug,
        "van-ban": LIBRARY.slug,
        "huong-dan": HELP.slug,
        "khong-tim-thay": "khong-co-trang-nay",
        "chi-tieu-khong-khop": screen_link(INDICATORS, ("tim", "không có từ này")),
        "tra-cuu-khong-thay": screen_link(LOOKUP, ("tra", "không có đoạn văn này trong kho")),
        "van-ban-khong-co": screen_link(LIBRARY, ("plan", "khong-co")),
    }
    for question in examples(places)[:1]:
        found["hoi-dap-tra-loi"] = question_link([question])
    for topic, named in comparison_examples(indicator_choices(plans), places)[:1]:
        chosen = [("dia-phuong", one) for one in named]
        found["so-sanh-chi-tieu"] = screen_link(COMPARE, *chosen, ("chi-tieu", topic))
        topics = (("theo", "Chủ đề"), ("chu-de", "quản lý trật tự xây dựng đô thị"))
        found["so-sanh-chu-de"] = screen_link(COMPARE, *chosen[:3], *topics)
    for number, text in enumerate(lookup_examples(plans), 1):
        found[f"tra-cuu-{number}"] = screen_link(LOOKUP, ("tra", text))
    for plan in plans[-2:]:
        address = (("plan", plan.id),)
        found[f"van-ban-{plan.id}"] = screen_link(LIBRARY, *address)
        for tab in ("thuoc-tinh", "chi-tieu", "nhiem-vu", "lien-quan", "canh-bao"):
            found[f"van-ban-{plan.id}-{tab}"] = screen_link(LIBRARY, *address, ("the", tab))
    for plan in plans:
        if plan.assignments:
            found["nhiem-vu-loc"] = screen_link(TASKS, ("dia-phuong", locality_name(plan)))
            one = plan.assignments[0]
            span = (("start", str(one.start)), ("end", str(one.end)))
            found["van-ban-danh-dau"] = screen_link(LIBRARY, ("plan", plan.id), *span)
            break
    return found


@contextmanager
def served() -> Iterator[str]:
    """The address of a server of the screens, stopped at the end."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    base = f"http://127.0.0.1:{port}"
    command = [sys.executable, "-m", "ui.serve", "--port", str(port)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL) as server:  # noqa: S603
        try:
            _wait(base, server)
            yield base
        finally:
            server.terminate()


def _wait(base: str, server: subprocess.Popen[bytes]) -> None:
    limit = time.monotonic() + START_SECONDS
    while time.monotonic() < limit and server.poll() is None:
        try:
            with urllib.request.urlopen(f"{base}/_stcore/health", timeout=2):  # noqa: S310
                return
        except OSError:
            time.sleep(0.2)
    raise RuntimeError(f"Máy chủ không khởi động được tại {base}.")


def take(browser: Browser, base: str, addresses: dict[str, str], folder: Path) -> int:
    """Take every picture on every look; returns how many were written."""
    count = 0
    for look in LOOKS:
        context = browser.new_context(
            viewport={"width": look.width, "height": look.height},
            color_scheme="dark" if look.dark else "light",
        )
        page = context.new_page()
        page.goto(base)  # the first page of a browser is slower than any picture waits
        page.wait_for_selector("h1")
        for name, address in addresses.items():
            page.goto(f"{base}/{quote(address, safe='/?&=%+')}")
            page.wait_for_selector("h1")
            page.wait_for_timeout(SETTLE_MS)
            page.set_viewport_size({"width": look.width, "height": _height(page, look)})
            page.wait_for_timeout(300)
            page.screenshot(path=str(folder / f"{name}-{look.name}.png"))
            page.set_viewport_size({"width": look.width, "height": look.height})
            count += 1
        context.close()
    return count


def _height(page: Page, look: Look) -> int:
    """High enough for everything that the page would show by scrolling."""
    needed = page.evaluate(
        "Math.max(0, ...[...document.querySelectorAll('[data-testid=stMain]')]"
        ".map(main => main.scrollHeight))"
    )
    return int(min(max(look.height, needed), TALLEST))


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the pictures. Exit status 2 when there is no index or no browser."""
    parser = argparse.ArgumentParser(prog="python -m ui.screenshots", description="Chụp các trang.")
    parser.add_argument("--out", type=Path, default=ROOT / "screenshots", help="thư mục ghi ảnh")
    parser.add_argument("--only", default="", help="chỉ các ảnh có tên chứa từ này")
    options = parser.parse_args(arguments)
    backend = opened()
    if isinstance(backend, Trouble):
        sys.stderr.write(f"{backend.message} Hãy chạy: {backend.command}\n")
        return 2
    chromium = Path(os.environ.get("CHROMIUM", CHROMIUM))
    if not chromium.exists():
        sys.stderr.write(f"Không có trình duyệt tại {chromium}; đặt CHROMIUM cho đúng.\n")
        return 2
    from playwright.sync_api import sync_playwright

    options.out.mkdir(parents=True, exist_ok=True)
    wanted = {name: at for name, at in shots(backend).items() if options.only in name}
    with served() as base, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(chromium), args=["--no-sandbox"])
        count = take(browser, base, wanted, options.out)
        browser.close()
    sys.stdout.write(f"Đã ghi {count} ảnh vào {options.out}.\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
