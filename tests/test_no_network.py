"""Nothing leaves the machine: no hub, no telemetry, not even a look-up of a name."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).parent.parent

_GUARD = """
import socket
def refuse(*_, **__):
    raise SystemExit("network was used")
socket.socket.connect = refuse
socket.getaddrinfo = refuse
"""


def run_guarded(code: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", _GUARD + code],
        cwd=ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def test_asking_uses_no_network(index_home: Path) -> None:
    code = (
        "from rag.__main__ import main\n"
        f"raise SystemExit(main(['ask', 'chỉ tiêu cây xanh năm 2030 của Hà Tĩnh?', '--index', {str(index_home)!r}]))"
    )
    done = run_guarded(code)
    assert (done.returncode, done.stderr) == (0, "")
    assert "khoảng 7-9 m²" in done.stdout


def test_langsmith_stays_off_even_when_the_environment_asks_for_it(index_home: Path) -> None:
    code = (
        "from rag.__main__ import main\n"
        f"code = main(['ask', 'Tỷ lệ đô thị hóa của Đức Phổ năm 2030?', '--index', {str(index_home)!r}])\n"
        "import time; time.sleep(0.5)\n"
        "raise SystemExit(code)"
    )
    done = run_guarded(
        code, LANGSMITH_TRACING="true", LANGSMITH_API_KEY="x", LANGCHAIN_TRACING_V2="true"
    )
    assert done.returncode == 0, done.stderr
    assert "network was used" not in done.stderr


def test_streamlit_sends_no_usage_statistics() -> None:
    config = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    assert config["browser"]["gatherUsageStats"] is False
