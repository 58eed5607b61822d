"""Whose conversations a page shows: one owner for each browser, known by a cookie of this server."""

from __future__ import annotations

import re
from secrets import token_hex

COOKIE = "tro_ly_phien"
_IN_HEADER = re.compile(rf"(?:^|;\s*){COOKIE}=([0-9a-f]{{32}})(?=;|$)")
_YEAR = 365 * 24 * 3600  # seconds


def fresh_owner() -> str:
    """A name that nobody can guess."""
    return token_hex(16)


def owner_in(cookie_header: str) -> str | None:
    """The owner that a request's cookies name, None when they name none."""
    found = _IN_HEADER.search(cookie_header)
    return found.group(1) if found else None


def cookie_of(owner: str, *, secure: bool) -> str:
    """The header value that makes a browser remember its owner for a year."""
    ending = "; Secure" if secure else ""
    return f"{COOKIE}={owner}; Path=/; Max-Age={_YEAR}; HttpOnly; SameSite=Lax{ending}"


def current_owner() -> str:
    """The owner of the page that is being drawn; "" where no cookie was set (one-user start)."""
    import streamlit as st

    return owner_in(f"{COOKIE}={st.context.cookies.get(COOKIE)}") or ""
