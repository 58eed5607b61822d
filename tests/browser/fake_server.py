"""Serve the screens over an invented assistant: ``python fake_server.py PORT [pair]``."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path
from unittest.mock import patch

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from ui_fake import FakeAssistant  # noqa: E402
from ui_pair import PairAssistant  # noqa: E402

from ui import backend  # noqa: E402

if __name__ == "__main__":
    assistant = PairAssistant() if "pair" in sys.argv[2:] else FakeAssistant()
    # Screens are imported after this line, so each of them takes the replaced function.
    with (
        tempfile.TemporaryDirectory() as home,
        patch.dict(os.environ, {"RAG_HOME": home}),
        patch.object(backend, "opened", lambda: assistant),
    ):
        from ui.serve import main

        sys.exit(main(["--port", sys.argv[1]]))
