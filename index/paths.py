"""Where built state is kept: the one file that knows the folder and its environment variable."""

from __future__ import annotations

import os
from pathlib import Path

ENVIRONMENT = "RAG_HOME"

_ROOT = Path(__file__).resolve().parent.parent


def state_home() -> Path:
    """Folder of everything built or uploaded: $RAG_HOME, else ``var`` in the project."""
    chosen = os.environ.get(ENVIRONMENT)
    return Path(chosen).expanduser() if chosen else _ROOT / "var"


def index_home() -> Path:
    """Folder of the index when none is named."""
    return state_home() / "index"
