"""For all tests: no way out of this machine, and one index of the five plans to ask."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from rag.assistant import Assistant
    from rag.collection import Collection

_LOCAL = {"localhost", "127.0.0.1", "::1", "0.0.0.0", ""}  # noqa: S104 - compared, never bound

# Tests are not timed: a busy machine is no fault of the code. Speed is `python -m eval bench`.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Any connection to another machine, or look-up of one, fails the test."""
    connect, look_up = socket.socket.connect, socket.getaddrinfo

    def guarded_connect(self: socket.socket, address: Any) -> None:
        if self.family != socket.AF_UNIX and address[0] not in _LOCAL:
            raise AssertionError(f"connection to {address}")
        connect(self, address)

    def guarded_look_up(host: Any, *rest: Any, **named: Any) -> Any:
        if host is not None and str(host) not in _LOCAL:
            raise AssertionError(f"look-up of {host}")
        return look_up(host, *rest, **named)

    monkeypatch.setattr(socket.socket, "connect", guarded_connect)
    monkeypatch.setattr(socket, "getaddrinfo", guarded_look_up)


@pytest.fixture(scope="session")
def index_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """An index of the five plans with the bundled model."""
    from index.__main__ import main

    home = tmp_path_factory.mktemp("home") / "index"
    assert main(["build", "--index", str(home)]) == 0
    yield home


@pytest.fixture(scope="session")
def assistant(index_home: Path) -> Assistant:
    """The assistant over that index."""
    from rag.assistant import Assistant

    return Assistant.open(index_home)


@pytest.fixture(scope="session")
def collection(assistant: Assistant) -> Collection:
    """What a writer of answers sees of that index."""
    return assistant.collection
