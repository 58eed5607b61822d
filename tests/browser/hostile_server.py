"""Serve the screens over hostile words: ``python hostile_server.py PORT``."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path
from unittest.mock import patch

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from hostile import HostileAssistant, hostile_plan  # noqa: E402

from ui import backend, turn_view  # noqa: E402

if __name__ == "__main__":
    assistant = HostileAssistant((hostile_plan(),))
    with (
        tempfile.TemporaryDirectory() as home,
        patch.dict(os.environ, {"RAG_HOME": home}),
        patch.object(backend, "opened", lambda: assistant),
        patch.object(turn_view, "PAUSE", 0),
    ):
        from ui.serve import main

        sys.exit(main(["--port", sys.argv[1]]))
