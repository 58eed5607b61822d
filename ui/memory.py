"""What a page remembers: the turns on it, and the conversation that they are kept in."""

from __future__ import annotations

from dataclasses import dataclass, field

import streamlit as st

from index.paths import index_home
from index.snapshot import current_id
from ui.backend import Backend
from ui.conversation import Turn, from_store, linked_questions, questions, to_store
from ui.errors import DatabaseError
from ui.history import History
from ui.owner import current_owner


@dataclass(slots=True)
class Page:
    """The state of one tab. It is one object of the session: a user's stop can come at any access
    to the session, and must not come between two of these fields.
    """

    turns: list[Turn] = field(default_factory=list)  # oldest first
    conversation: str | None = None  # the id under which they are kept
    stopped: str | None = None  # the question whose answer the user stopped
    editing: str | None = None  # the key of the turn whose question is being edited
    problem: str | None = None  # what the database refused; said once


def page() -> Page:
    """The state of this tab."""
    found: Page = st.session_state.setdefault("page", Page())
    return found


def history() -> History | None:
    """The kept conversations of this browser; None, with the reason noted, when they cannot be had."""
    try:
        return History.of(current_owner())
    except DatabaseError as error:
        page().problem = str(error)
        return None


def snapshot() -> str | None:
    """The name of the index that is being asked."""
    return current_id(index_home())


def remember(turn: Turn) -> None:
    """Add a turn to the page and keep it; a database that fails does not take the answer away."""
    here, kept = page(), history()
    here.turns.append(turn)
    if kept is not None:
        try:
            _keep(kept, here)
        except DatabaseError as error:
            here.problem = str(error)


def _keep(kept: History, here: Page) -> None:
    last = len(here.turns) - 1
    if here.conversation and kept.record(here.conversation, last, to_store(here.turns[last])):
        return
    # New, or deleted in another tab meanwhile: what is on the page becomes a conversation.
    here.conversation = kept.create(here.turns[0].question, here.turns[last].asked)
    for number, turn in enumerate(here.turns):
        kept.record(here.conversation, number, to_store(turn))


def take_back(here: Page, kept: History | None) -> None:
    """Undo the last ``remember``."""
    here.turns.pop()
    if kept is None or here.conversation is None:
        return
    try:
        kept.cut(here.conversation, len(here.turns))
    except DatabaseError as error:
        here.problem = str(error)
    if not here.turns:
        here.conversation = None


def show_address() -> None:
    """The address that asks these questions again, or, in this browser, opens the conversation."""
    here = page()
    params: dict[str, str | list[str]] = {"q": list(linked_questions(questions(here.turns)))}
    if here.conversation:
        params["c"] = here.conversation
    st.query_params.from_dict(params)


def start_anew() -> None:
    """An empty page at the plain address."""
    st.session_state["page"] = Page()
    st.query_params.clear()


def open_conversation(identifier: str, backend: Backend) -> bool:
    """Show a kept conversation; False when this browser has no such one."""
    kept = history()
    try:
        loaded = kept.load(identifier) if kept else None
    except DatabaseError as error:
        page().problem = str(error)
        return False
    if not loaded:
        return False
    turns = [from_store(one, backend.plan) for one in loaded]
    st.session_state["page"] = Page(turns, identifier)
    return True
