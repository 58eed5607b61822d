"""``python -m ui.serve``: the screens behind safe headers, at one address."""

from __future__ import annotations

import argparse
import contextlib
import logging
import socket
import sys
import threading
from collections.abc import AsyncIterator, Sequence
from importlib import import_module
from typing import Any

from ui.backend import ROOT, opened
from ui.routes import CHAT
from ui.web import Shell

DEFAULT_PORT = 8501


def tell_of_failure(error: Exception) -> bool:
    """Log an unforeseen error and say so in Vietnamese; True keeps Streamlit's own words away."""
    import streamlit as st

    logging.getLogger(__name__).error("script failed", exc_info=error)
    st.error(
        "Đã xảy ra lỗi ngoài dự kiến nên chưa hiển thị được nội dung. "
        "Mời tải lại trang; nếu còn lỗi, đề nghị báo người quản trị xem nhật ký máy chủ."
    )
    return True


def warm_up() -> None:
    """Do while the first browser still reads its scripts what its first page would wait for.

    A failure to open the index shows on the page.
    """
    import_module(CHAT.module)
    opened()


def build_app(address: str) -> Any:
    """The ASGI app; ``address`` is what it prints when it is ready."""
    import streamlit as st
    from starlette.middleware import Middleware

    @contextlib.asynccontextmanager
    async def ready(_app: Any) -> AsyncIterator[None]:
        threading.Thread(target=warm_up, daemon=True).start()
        sys.stdout.write(f"Trợ lý đã sẵn sàng tại {address} (nhấn Ctrl+C để dừng).\n")
        sys.stdout.flush()
        yield

    return st.App(
        ROOT / "app.py",
        lifespan=ready,
        middleware=[Middleware(Shell)],
        on_script_error=tell_of_failure,
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Serve until stopped. Exit status 2 when the port is taken or not allowed."""
    parser = argparse.ArgumentParser(prog="python -m ui.serve", description="Mở trang hỏi đáp.")
    parser.add_argument("--port", type=int, default=DEFAULT_PORT, help="cổng (mặc định 8501)")
    parser.add_argument(
        "--address", default="127.0.0.1", help="địa chỉ lắng nghe (mặc định: chỉ máy này)"
    )
    options = parser.parse_args(arguments)
    problem = _port_problem(options.address, options.port)
    if problem:
        sys.stderr.write(problem + "\n")
        return 2
    shown = "localhost" if options.address in {"127.0.0.1", "0.0.0.0"} else options.address  # noqa: S104
    app = build_app(f"http://{shown}:{options.port}")
    # Streamlit looks for .streamlit/config.toml beside the script that it was started with.
    sys.argv = [str(ROOT / "app.py")]
    app.run(
        config={
            "server.port": options.port,
            "server.address": options.address,
            "server.headless": True,
        }
    )
    return 0


def _port_problem(address: str, port: int) -> str | None:
    if not 1 <= port <= 65535:
        return f"Cổng {port} không hợp lệ: chọn một số từ 1 đến 65535 với --port."
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((address, port))
        except OSError:
            return (
                f"Cổng {port} tại {address} đang bận: dừng chương trình kia hoặc chọn --port khác."
            )
    return None


if __name__ == "__main__":
    sys.exit(main())
