"""Errors of asking. Every message is one Vietnamese line for the user."""

from __future__ import annotations


class AskingError(Exception):
    """Base of this package's errors."""


class QuestionError(AskingError):
    """The question itself cannot be taken: empty, or far too long."""
