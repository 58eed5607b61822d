"""Errors of the evaluation. Every message is one Vietnamese line: what was found, where, what to do."""

from __future__ import annotations


class EvalError(Exception):
    """Base of this package's errors; the message is for users."""


class QuestionFileError(EvalError):
    """A question file is missing, or one of its lines is not a question."""


class ResultFileError(EvalError):
    """A result file is missing or was not written by ``python -m eval --json``."""


class RetrievalSetError(EvalError):
    """A folder does not hold corpus.jsonl, queries.jsonl and qrels.jsonl, or one of them is broken."""


class MeasureError(EvalError):
    """A command that was to be measured failed."""
