"""ui.web: safe headers on every answer, a Vietnamese shell, known addresses only."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from ui.web import CONTENT_POLICY, Shell, vietnamese_shell, wanted_screen


@pytest.mark.parametrize(
    ("path", "wanted"),
    [
        ("/", ("", False)),
        ("/van-ban", ("van-ban", False)),
        ("/van-ban/", ("van-ban", True)),
        ("/hoi-dap", ("", True)),
        ("/khong-co", ("khong-tim-thay", True)),
        ("/a/b/c", ("khong-tim-thay", True)),
        ("//evil.test", ("khong-tim-thay", True)),
        ("/index.html", ("khong-tim-thay", True)),
        ("/static/js/index.js", None),
        ("/favicon.png", None),
        ("/_stcore/health", None),
        ("/van-ban/_stcore/health", None),
        ("/media/abc", None),
    ],
)
def test_wanted_screen(path: str, wanted: tuple[str, bool] | None) -> None:
    assert wanted_screen(path) == wanted


def test_the_shell_is_vietnamese() -> None:
    page = vietnamese_shell(
        '<html lang="en"><title>Streamlit</title><noscript>\n<p>You need</p></noscript>'
    )
    assert '<html lang="vi">' in page
    assert "Streamlit" not in page
    assert "You need" not in page


def call(path: str, method: str = "GET", query: bytes = b"") -> tuple[dict[str, Any], bytes]:
    sent: list[Any] = []

    async def inner(scope: Any, receive: Any, send: Any) -> None:
        headers = [(b"X-Frame-Options", b"ALLOWALL"), (b"content-type", b"text/plain")]
        await send({"type": "http.response.start", "status": 299, "headers": headers})
        await send({"type": "http.response.body", "body": b"inner"})

    async def receive() -> Any:
        return {"type": "http.request"}

    async def send(message: Any) -> None:
        sent.append(message)

    scope = {"type": "http", "method": method, "path": path, "query_string": query, "headers": []}
    asyncio.run(Shell(inner)(scope, receive, send))
    return sent[0], sent[1]["body"]


@pytest.mark.parametrize("path", ["/", "/van-ban", "/khong-co", "/static/x.js", "/_stcore/health"])
def test_every_response_is_guarded(path: str) -> None:
    start, _ = call(path)
    headers = dict(start["headers"])
    assert headers[b"content-security-policy"] == CONTENT_POLICY.encode()
    assert headers[b"x-content-type-options"] == b"nosniff"
    frames = [value for name, value in start["headers"] if name.lower() == b"x-frame-options"]
    assert frames == [b"SAMEORIGIN"]


def test_images_and_connections_stay_on_this_server() -> None:
    rules = dict(rule.split(" ", 1) for rule in CONTENT_POLICY.split("; "))
    assert rules["img-src"] == "'self' data: blob:"
    assert rules["connect-src"] == rules["frame-ancestors"] == "'self'"


def test_redirects_keep_the_question_but_not_what_is_unknown() -> None:
    start, _ = call("/hoi-dap", query=b"q=a")
    assert (start["status"], dict(start["headers"])[b"location"]) == (307, b"/?q=a")
    start, _ = call("/khong-co", query=b"q=a")
    assert dict(start["headers"])[b"location"] == b"/khong-tim-thay"


def test_other_methods_and_files_pass_through() -> None:
    assert call("/", method="POST")[0]["status"] == 299
    assert call("/static/x.js")[1] == b"inner"
