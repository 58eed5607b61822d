"""Errors of building and opening an index. Every message is one Vietnamese line: what, where, what to do."""

from __future__ import annotations


class IndexingError(Exception):
    """Base of this package's errors; the message is for users."""


class ModelError(IndexingError):
    """An embedding model cannot be opened or trained: missing, unknown, or a broken file."""


class SnapshotError(IndexingError):
    """An index on disk is missing, damaged, or was built with another model or version."""
