"""What the screens need of the assistant, and how it is opened once for the whole server."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import streamlit as st

from corpus.errors import CorpusError
from corpus.plan import Plan, PlanMeta
from index.errors import IndexingError
from index.paths import index_home
from rag.errors import AskingError

if TYPE_CHECKING:
    from rag.answer import Answer

ROOT = Path(__file__).resolve().parent.parent
BUILD_COMMAND = "python -m index build"
_EXPECTED = (CorpusError, IndexingError, AskingError, OSError)


class Card(Protocol):
    """A plan as a list shows it."""

    @property
    def id(self) -> str:
        """The plan's id."""

    @property
    def meta(self) -> PlanMeta:
        """What identifies the plan."""


class Backend(Protocol):
    """The part of ``rag.assistant.Assistant`` that the screens call."""

    def ask(self, question: str, history: Sequence[str] = ()) -> Answer:
        """Answer ``question``; ``history`` holds the user's earlier turns, oldest first."""

    def compare(self, topic: str, localities: Sequence[str]) -> Answer:
        """The topic or indicator compared across two or more localities."""

    def look_up(self, text: str) -> Answer:
        """Where the citation, document number or phrase stands, word for word."""

    def plans(self) -> Sequence[Card]:
        """Every plan of the collection."""

    def plan(self, identifier: str, /) -> Plan:
        """The plan of this id; KeyError when there is none."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why the assistant cannot be opened (one line for the user) and the command that mends it."""

    message: str
    command: str = BUILD_COMMAND


def opened() -> Backend | Trouble:
    """The assistant over the current snapshot; a rebuilt index is noticed at the next call."""
    home = index_home().resolve()
    current = home / "CURRENT"
    try:
        stamp = current.stat().st_mtime_ns
    except OSError:
        return Trouble(f"Chưa có chỉ mục văn bản tại {home}.")
    try:
        return _open(str(home), stamp)
    except _EXPECTED as error:
        return Trouble(str(error) or f"Không mở được chỉ mục tại {home}.")


@st.cache_resource(show_spinner=False, max_entries=2)
def _open(home: str, stamp: int) -> Backend:
    """``stamp`` is only part of the cache key: another snapshot is another assistant."""
    from rag.assistant import Assistant

    return Assistant.open(Path(home), os.environ.get("RAG_EMBEDDING") or None)
