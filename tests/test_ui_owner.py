"""ui.owner: one owner for each browser, guessed by nobody."""

from __future__ import annotations

import pytest

from ui.owner import COOKIE, cookie_of, fresh_owner, owner_in
from ui.web import Scope, with_owner

OWNER = "0123456789abcdef" * 2


@pytest.mark.parametrize(
    ("header", "owner"),
    [
        (f"{COOKIE}={OWNER}", OWNER),
        (f"a=b; {COOKIE}={OWNER}; c=d", OWNER),
        (f"x{COOKIE}={OWNER}", None),
        (f"{COOKIE}={OWNER}0", None),
        (f"{COOKIE}=' OR 1=1", None),
        ("", None),
    ],
)
def test_the_owner_in_a_header(header: str, owner: str | None) -> None:
    assert owner_in(header) == owner


def test_a_fresh_owner_is_one_and_new() -> None:
    assert owner_in(f"{COOKIE}={fresh_owner()}")
    assert fresh_owner() != fresh_owner()


def test_the_cookie_is_out_of_reach_of_scripts_and_other_sites() -> None:
    assert "HttpOnly; SameSite=Lax" in cookie_of(OWNER, secure=False)
    assert cookie_of(OWNER, secure=True).endswith("; Secure")


def socket_scope(cookie: bytes | None) -> Scope:
    headers = [(b"host", b"x")] + ([(b"cookie", cookie)] if cookie is not None else [])
    return {"type": "websocket", "headers": headers}


def cookies(scope: Scope) -> str:
    return "; ".join(value.decode() for name, value in scope["headers"] if name == b"cookie")


def test_a_browser_without_cookies_has_an_owner_of_its_own() -> None:
    first, second = (cookies(with_owner(socket_scope(None))) for _ in range(2))
    assert owner_in(first) and owner_in(second)
    assert first != second


def test_other_cookies_stay() -> None:
    assert cookies(with_owner(socket_scope(b"_xsrf=1"))).startswith("_xsrf=1; ")
    known = socket_scope(f"{COOKIE}={OWNER}".encode())
    assert with_owner(known) is known
