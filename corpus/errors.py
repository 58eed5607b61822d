"""Errors of reading plans. Every message is one Vietnamese line: what was found, where, what to do."""

from __future__ import annotations


class CorpusError(Exception):
    """Base of this package's errors; the message is for users."""


class PlanFileError(CorpusError):
    """A plan file cannot be read: missing, empty, not UTF-8, or of an unknown type."""


class CatalogError(CorpusError):
    """``catalog.toml`` is not valid, or says something about a plan that is not there."""
