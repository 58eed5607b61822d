"""The database of conversations and remarks: SQLite in the state folder, or any that RAG_DB names."""

from __future__ import annotations

import contextlib
import os
from functools import lru_cache
from pathlib import Path

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    DateTime,
    Engine,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    create_engine,
    event,
    make_url,
)
from sqlalchemy.exc import IntegrityError, OperationalError, ProgrammingError, SQLAlchemyError

from index.paths import state_home
from ui.errors import DatabaseError

ENVIRONMENT = "RAG_DB"
FILE = "chat.db"
_WAIT = 15  # seconds that a writer waits for another one (SQLite)

METADATA = MetaData()
CONVERSATIONS = Table(
    "conversations",
    METADATA,
    Column("id", String(32), primary_key=True),
    Column("owner", String(64), nullable=False),
    Column("title", Text, nullable=False),
    Column("plain_title", Text, nullable=False),  # lower-case without diacritics, to search in
    Column("changed", DateTime(), nullable=False),  # UTC
    Index("conversations_by_owner", "owner", "changed"),
)
TURNS = Table(
    "turns",
    METADATA,
    Column(
        "conversation",
        String(32),
        ForeignKey("conversations.id", ondelete="CASCADE"),
        primary_key=True,
    ),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("asked", DateTime(), nullable=False),  # UTC
    Column("question", Text, nullable=False),
    Column("plain", Text, nullable=False),  # question and answer, to search in
    Column("snapshot", String(200)),
    Column("answer", JSON, nullable=False),
)
FEEDBACK = Table(
    "feedback",
    METADATA,
    Column("id", String(64), primary_key=True),
    Column("given", DateTime(), nullable=False),  # UTC
    Column("good", Boolean(), nullable=False),
    Column("reason", String(40), nullable=False),  # a key of ui.feedback.REASONS
    Column("comment", Text, nullable=False),
    Column("collection", JSON, nullable=False),  # ids of the plans that could be asked
    Column("snapshot", String(200)),
    Column("turns", JSON, nullable=False),
    Column("answer", JSON, nullable=False),
)


def database() -> Engine:
    """The engine of the database that the environment names, its tables in place.

    Raises DatabaseError when it cannot be reached or written.
    """
    return open_database(os.environ.get(ENVIRONMENT) or f"sqlite:///{state_home() / FILE}")


@lru_cache(maxsize=8)
def open_database(url: str) -> Engine:
    """The engine for a SQLAlchemy URL; one for a process, safe to share between threads."""
    try:
        engine = _engine(url)
        _create_tables(engine)
    except (SQLAlchemyError, OSError, ImportError) as error:
        raise DatabaseError(
            f"Không mở được cơ sở dữ liệu hội thoại ({type(error).__name__}); hãy kiểm tra biến "
            f"{ENVIRONMENT} và quyền ghi ở {state_home()}."
        ) from error
    return engine


def _create_tables(engine: Engine) -> None:
    """Create what is absent. Another process may be quicker at each table: then look again."""
    for _ in METADATA.sorted_tables:
        with contextlib.suppress(OperationalError, ProgrammingError, IntegrityError):
            METADATA.create_all(engine)
            return
    METADATA.create_all(engine)


def _engine(url: str) -> Engine:
    target = make_url(url)
    if target.get_backend_name() != "sqlite":
        return create_engine(target, pool_pre_ping=True)
    if target.database and target.database != ":memory:":
        Path(target.database).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(target, connect_args={"timeout": _WAIT})
    event.listen(engine, "connect", _set_up_sqlite)
    return engine


def _set_up_sqlite(connection: object, _record: object) -> None:
    """Readers beside a writer, and deletions that reach the turns; both are off by default."""
    cursor = connection.cursor()  # type: ignore[attr-defined]
    cursor.execute("PRAGMA foreign_keys=ON")
    cursor.execute("PRAGMA journal_mode=WAL")
    cursor.close()
