"""Errors of the screens. Every message is one Vietnamese line for the user."""

from __future__ import annotations


class ScreenError(Exception):
    """Base of this package's errors."""


class DatabaseError(ScreenError):
    """The database of conversations cannot be opened, read or written."""


class ExportError(ScreenError):
    """This may not be taken away: it does not stand in the cited plan, or is too much for a file."""
