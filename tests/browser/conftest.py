"""A real browser over a real server of the screens, with the invented assistant behind them."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Dialog, Error, Page, Request

HERE = Path(__file__).parent
CHROMIUM = Path(os.environ.get("CHROMIUM", "/usr/bin/chromium"))
START_SECONDS = 60
FLAGS = (
    "--no-sandbox",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def free_port() -> int:
    """A port that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


@pytest.fixture(scope="session")
def address() -> Iterator[str]:
    """Where the screens are served; a file of tests with a server of its own overrides this."""
    with served("fake_server.py") as base:
        yield base


@contextmanager
def served(script: str, *words: str) -> Iterator[str]:
    """Where a server script of this folder answers, until the block ends."""
    port = free_port()
    command = [sys.executable, str(HERE / script), str(port), *words]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        try:
            yield answering(f"http://127.0.0.1:{port}", server)
        finally:
            server.terminate()


def answering(base: str, server: subprocess.Popen[str]) -> str:
    """``base`` as soon as the server answers there; RuntimeError when it does not."""
    limit = time.monotonic() + START_SECONDS
    while time.monotonic() < limit and server.poll() is None:
        try:
            with urllib.request.urlopen(f"{base}/_stcore/health", timeout=2):  # noqa: S310
                return base
        except OSError:
            time.sleep(0.1)
    raise RuntimeError(f"the server did not start: {base}")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's chromium; without it these tests are skipped."""
    if not CHROMIUM.exists():
        pytest.skip(f"no chromium at {CHROMIUM}: apt-get install chromium")
    sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    with sync_api.sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=str(CHROMIUM), args=list(FLAGS))
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def axe() -> str:
    """The source of axe-core, from the package that brings it."""
    pytest.importorskip("axe_playwright_python", reason="axe-playwright-python is not installed")
    return (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")


def findings(page: Page, axe: str) -> list[str]:
    """What axe-core calls serious or critical on a page, each with the first place of it."""
    page.evaluate(axe)
    return [
        f"{one['id']}: {one['nodes'][0]['html']}"
        for one in page.evaluate("axe.run()")["violations"]
        if one["impact"] in {"serious", "critical"}
    ]


class Watch:
    """What a page asked for outside its server, and what went wrong in it."""

    def __init__(self, page: Page, base: str) -> None:
        self.outside: list[str] = []
        self.errors: list[str] = []
        self.dialogs: list[str] = []
        self._own = (base, "data:", "blob:", base.replace("http:", "ws:"))
        page.on("request", self._requested)
        page.on("pageerror", self._failed)
        page.on("dialog", self._asked)

    def _requested(self, request: Request) -> None:
        if not request.url.startswith(self._own):
            self.outside.append(request.url)

    def _failed(self, error: Error) -> None:
        self.errors.append(str(error))

    def _asked(self, dialog: Dialog) -> None:
        self.dialogs.append(dialog.message)
        dialog.dismiss()


class Visit:
    """One person's tab."""

    def __init__(self, page: Page, base: str) -> None:
        self.page = page
        self.base = base
        self.watch = Watch(page, base)

    def open(self, path: str = "/") -> Page:
        """Open an address of the application and wait until a title stands on it."""
        self.page.goto(self.base + path)
        self.page.wait_for_selector("h1")
        return self.page

    def ask(self, question: str) -> Page:
        """Type a question into the box, send it, and wait for the whole answer."""
        button = self.page.get_by_role("button", name="Sao chép câu trả lời kèm căn cứ")
        before = button.count()
        box = self.page.get_by_test_id("stChatInputTextArea")
        box.fill(question)
        box.press("Enter")
        button.nth(before).wait_for()
        return self.page


@pytest.fixture
def visit(browser: Browser, address: str) -> Iterator[Visit]:
    """A fresh tab on a desk; the test fails on any request elsewhere, any error, any dialog."""
    yield from visit_of(browser, address, width=1280, height=900)


@pytest.fixture
def phone(browser: Browser, address: str) -> Iterator[Visit]:
    """A fresh tab on a phone, dark, watched in the same way."""
    yield from visit_of(browser, address, width=390, height=844, dark=True)


def visit_of(
    browser: Browser, base: str, *, width: int, height: int, dark: bool = False
) -> Iterator[Visit]:
    """A tab of a fresh browser profile; at the end, nothing may have gone wrong in it."""
    context = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme="dark" if dark else "light",
        permissions=["clipboard-read", "clipboard-write"],
    )
    visit = Visit(context.new_page(), base)
    yield visit
    context.close()
    assert visit.watch.outside == []
    assert visit.watch.errors == []
    assert visit.watch.dialogs == []
