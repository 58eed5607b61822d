"""What the web server adds around Streamlit: safe headers, a Vietnamese shell, known addresses only."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, MutableMapping
from pathlib import Path
from typing import Any
from urllib.parse import quote

from ui.owner import COOKIE, cookie_of, fresh_owner, owner_in
from ui.routes import ALIASES, MISSING, ROUTES
from ui.words import APP_NAME

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Asgi = Callable[[Scope, Receive, Send], Awaitable[None]]

# Streamlit's own front end needs inline and evaluated script (charts) and blob workers;
# everything it loads comes from this server.
CONTENT_POLICY = "; ".join(
    (
        "default-src 'self'",
        "script-src 'self' 'unsafe-inline' 'unsafe-eval' 'wasm-unsafe-eval'",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "media-src 'self' data: blob:",
        "font-src 'self' data:",
        "connect-src 'self'",
        "worker-src 'self' blob:",
        "frame-src 'self'",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
        "frame-ancestors 'self'",
    )
)
HEADERS = (
    (b"content-security-policy", CONTENT_POLICY.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"SAMEORIGIN"),
    (b"referrer-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(), microphone=(), geolocation=()"),
)
_OWN = frozenset(name for name, _ in HEADERS)
_SCREENS = frozenset(route.slug for route in ROUTES)
# What Streamlit serves besides its screens; "_stcore" may stand below a screen's address too.
_ROOT_FILES = frozenset({"favicon.png", "manifest.json", "oauth2callback"})
_FOLDERS = frozenset({"static", "media", "component", "app", "auth"})
_NOSCRIPT = "<noscript><p>Trang này cần bật JavaScript trong trình duyệt.</p></noscript>"


def vietnamese_shell(index_html: str) -> str:
    """Streamlit's index page with the language, title and fallback line in Vietnamese."""
    page = re.sub(r'<html lang="[^"]*"', '<html lang="vi"', index_html, count=1)
    page = re.sub(r"<title>.*?</title>", f"<title>{APP_NAME}</title>", page, count=1, flags=re.S)
    return re.sub(r"<noscript>.*?</noscript>", _NOSCRIPT, page, count=1, flags=re.S)


def wanted_screen(path: str) -> tuple[str, bool] | None:
    """Which screen an address means, and whether the address must change to reach it.

    None for what is not a screen: files, media, and Streamlit's own interface.
    """
    slug = path.strip("/")
    if slug in _SCREENS:
        return slug, path != f"/{slug}"
    if slug in ALIASES:
        return ALIASES[slug], True
    parts = slug.split("/")
    known = slug in _ROOT_FILES or parts[0] in _FOLDERS or "_stcore" in parts
    return None if known else (MISSING.slug, True)


class Shell:
    """ASGI middleware: serves the shell of known screens, sends other addresses to the missing page."""

    def __init__(self, app: Asgi) -> None:
        import streamlit

        self._app = app
        index = Path(streamlit.__file__).parent / "static" / "index.html"
        self._page = vietnamese_shell(index.read_text(encoding="utf-8")).encode()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one connection."""
        if scope["type"] == "websocket":
            await self._app(with_owner(scope), receive, send)
            return
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_safely(message: Message) -> None:
            if message["type"] == "http.response.start":
                kept = [pair for pair in message["headers"] if pair[0].lower() not in _OWN]
                message = {**message, "headers": [*kept, *HEADERS]}
            await send(message)

        wanted = wanted_screen(scope["path"]) if scope["method"] in {"GET", "HEAD"} else None
        if wanted is None:
            await self._app(scope, receive, send_safely)
        elif wanted[1]:
            await _redirect(wanted[0], scope["query_string"], send_safely)
        else:
            headers = [(b"cache-control", b"no-cache"), *_new_owner(scope)]
            await _respond(200, headers, self._page, send_safely)


def with_owner(scope: Scope) -> Scope:
    """The connection with an owner of its own where the browser keeps no cookies.

    Without one, all such browsers would share their conversations.
    """
    if owner_in(_cookies(scope)):
        return scope
    others = [pair for pair in scope["headers"] if pair[0] != b"cookie"]
    kept = "; ".join(filter(None, (_cookies(scope), f"{COOKIE}={fresh_owner()}")))
    return {**scope, "headers": [*others, (b"cookie", kept.encode("latin-1"))]}


def _new_owner(scope: Scope) -> list[tuple[bytes, bytes]]:
    if owner_in(_cookies(scope)):
        return []
    secure = scope.get("scheme") == "https"
    return [(b"set-cookie", cookie_of(fresh_owner(), secure=secure).encode())]


def _cookies(scope: Scope) -> str:
    values = [value for name, value in scope["headers"] if name == b"cookie"]
    return b"; ".join(values).decode("latin-1")


async def _redirect(slug: str, query: bytes, send: Send) -> None:
    kept = b"?" + query if query and slug != MISSING.slug else b""
    location = f"/{quote(slug)}".encode() + kept
    await _respond(307, [(b"location", location)], b"", send)


async def _respond(
    status: int, headers: list[tuple[bytes, bytes]], body: bytes, send: Send
) -> None:
    everything = [
        (b"content-type", b"text/html; charset=utf-8"),
        (b"content-length", str(len(body)).encode()),
        *headers,
    ]
    await send({"type": "http.response.start", "status": status, "headers": everything})
    await send({"type": "http.response.body", "body": body})
