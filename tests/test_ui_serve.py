"""ui.serve: a clear line when the port cannot be had."""

from __future__ import annotations

import socket

import pytest

from ui.serve import main


def test_a_taken_port_is_one_vietnamese_line(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert main(["--port", str(port)]) == 2
    error = capsys.readouterr().err
    assert error.count("\n") == 1
    assert f"Cổng {port}" in error


@pytest.mark.parametrize("port", ["0", "65536", "-4"])
def test_an_impossible_port(port: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--port", port]) == 2
    assert "không hợp lệ" in capsys.readouterr().err
