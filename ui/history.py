"""Conversations that are kept: made, listed, searched, renamed, read and deleted, each by its owner."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import uuid4

from sqlalchemy import ColumnElement, Connection, Engine, delete, insert, or_, select, update
from sqlalchemy.exc import SQLAlchemyError

from corpus.fold import strip_marks
from ui.database import CONVERSATIONS, TURNS, database
from ui.errors import DatabaseError
from ui.stored import StoredTurn, from_json, to_json

MAX_TITLE = 80  # code points
LISTED = 30  # conversations that a list shows
_MAX_WORDS = 8  # of a search


@dataclass(frozen=True, slots=True)
class Conversation:
    """One conversation of a list; ``changed`` is UTC."""

    id: str
    title: str
    changed: datetime


class History:
    """The conversations of one owner. Nobody sees or changes those of another."""

    def __init__(self, engine: Engine, owner: str) -> None:
        self._engine = engine
        self._owner = owner

    @classmethod
    def of(cls, owner: str) -> History:
        """The owner's conversations in the database of the environment; DatabaseError."""
        return cls(database(), owner)

    def create(self, title: str, now: datetime) -> str:
        """A new, empty conversation; its id."""
        identifier = uuid4().hex
        row = {"id": identifier, "owner": self._owner, "changed": _stored_time(now)}
        with self._writing() as connection:
            connection.execute(insert(CONVERSATIONS).values(**row, **_titles(title)))
        return identifier

    def listed(self, search: str = "", most: int = LISTED) -> tuple[Conversation, ...]:
        """The newest first; with ``search`` only those that hold all its words, marks left aside."""
        table = CONVERSATIONS.c
        wanted = [table.owner == self._owner, *map(_holds, _words(search))]
        query = (
            select(table.id, table.title, table.changed)
            .where(*wanted)
            .order_by(table.changed.desc(), table.id)
            .limit(most)
        )
        with self._writing() as connection:
            rows = connection.execute(query).all()
        return tuple(Conversation(row.id, row.title, _time(row.changed)) for row in rows)

    def title(self, identifier: str) -> str | None:
        """The title of a conversation; None when the owner has no such one."""
        query = select(CONVERSATIONS.c.title).where(self._own(identifier))
        with self._writing() as connection:
            return connection.execute(query).scalar_one_or_none()

    def rename(self, identifier: str, title: str) -> None:
        """Give it another title; a blank one changes nothing."""
        if _one_line(title):
            with self._writing() as connection:
                connection.execute(
                    update(CONVERSATIONS).where(self._own(identifier)).values(**_titles(title))
                )

    def delete(self, identifier: str) -> None:
        """Delete it with its turns."""
        with self._writing() as connection:
            if self._owns(connection, identifier):
                connection.execute(delete(TURNS).where(TURNS.c.conversation == identifier))
                connection.execute(delete(CONVERSATIONS).where(self._own(identifier)))

    def cut(self, identifier: str, number: int) -> None:
        """Delete the turns from ``number`` on; without the first one the conversation goes too."""
        if number == 0:
            self.delete(identifier)
            return
        after = (TURNS.c.conversation == identifier, TURNS.c.number >= number)
        with self._writing() as connection:
            if self._owns(connection, identifier):
                connection.execute(delete(TURNS).where(*after))

    def record(self, identifier: str, number: int, turn: StoredTurn) -> bool:
        """Put a turn at its place (0 first); what stood there or after it goes.

        False when the conversation is not there any more.
        """
        after = (TURNS.c.conversation == identifier, TURNS.c.number >= number)
        row = {"conversation": identifier, "number": number, **_row(turn)}
        with self._writing() as connection:
            touched = connection.execute(
                update(CONVERSATIONS)
                .where(self._own(identifier))
                .values(changed=_stored_time(turn.asked))
            )
            if touched.rowcount == 0:
                return False
            connection.execute(delete(TURNS).where(*after))
            connection.execute(insert(TURNS).values(**row))
        return True

    def load(self, identifier: str) -> tuple[StoredTurn, ...] | None:
        """The turns, oldest first; None when the owner has no such conversation."""
        query = (
            select(TURNS).where(TURNS.c.conversation == identifier).order_by(TURNS.c.number.asc())
        )
        with self._writing() as connection:
            if not self._owns(connection, identifier):
                return None
            rows = connection.execute(query).all()
        return tuple(
            StoredTurn(row.question, from_json(row.answer), row.snapshot, _time(row.asked))
            for row in rows
        )

    def _own(self, identifier: str) -> ColumnElement[bool]:
        return (CONVERSATIONS.c.id == identifier) & (CONVERSATIONS.c.owner == self._owner)

    def _owns(self, connection: Connection, identifier: str) -> bool:
        query = select(CONVERSATIONS.c.id).where(self._own(identifier))
        return connection.execute(query).first() is not None

    @contextlib.contextmanager
    def _writing(self) -> Iterator[Connection]:
        """One transaction; whatever the database refuses becomes a DatabaseError."""
        try:
            with self._engine.begin() as connection:
                yield connection
        except SQLAlchemyError as error:
            raise DatabaseError(
                f"Cơ sở dữ liệu hội thoại đang lỗi ({type(error).__name__}); câu trả lời vẫn xem "
                "được nhưng chưa lưu vào lịch sử. Đề nghị báo người quản trị."
            ) from error


def _row(turn: StoredTurn) -> dict[str, object]:
    question = turn.question.replace("\0", "")
    return {
        "asked": _stored_time(turn.asked),
        "question": question,
        "plain": strip_marks(f"{question} {turn.answer.text}".replace("\0", "")),
        "snapshot": turn.snapshot,
        "answer": to_json(turn.answer),
    }


def _one_line(title: str) -> str:
    return " ".join(title.replace("\0", "").split())[:MAX_TITLE]


def _titles(title: str) -> dict[str, str]:
    line = _one_line(title)
    return {"title": line, "plain_title": strip_marks(line)}


def _words(search: str) -> list[str]:
    return strip_marks(search.replace("\0", "")).split()[:_MAX_WORDS]


def _holds(word: str) -> ColumnElement[bool]:
    """Whether a conversation's title, a question of it or an answer holds the plain word."""
    inside = select(TURNS.c.conversation).where(TURNS.c.plain.contains(word, autoescape=True))
    return or_(
        CONVERSATIONS.c.plain_title.contains(word, autoescape=True),
        CONVERSATIONS.c.id.in_(inside),
    )


def _stored_time(moment: datetime) -> datetime:
    return moment.astimezone(UTC).replace(tzinfo=None)


def _time(moment: datetime) -> datetime:
    return moment.replace(tzinfo=UTC)
