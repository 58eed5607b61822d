"""Texts to vectors: the one seam through which any embedding model enters the index."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from index.errors import ModelError
from index.static_model import StaticEmbedder, is_static_folder
from index.transformer_model import SentenceTransformerEmbedder

MODELS = Path(__file__).parent / "models"
BUNDLED = "vi-admin-static"
ENVIRONMENT = "RAG_EMBEDDING"

_HUB_NAME = re.compile(r"[\w.-]+/[\w.-]+", re.ASCII)


class Embedder(Protocol):
    """Queries and passages in one vector space; cosine is the dot product of two rows."""

    @property
    def name(self) -> str:
        """What ``open_embedder`` needs to open the same model again."""
        ...

    @property
    def fingerprint(self) -> str:
        """sha256, hexadecimal: equal only where equal texts give equal vectors."""
        ...

    @property
    def dimension(self) -> int:
        """Length of every vector."""
        ...

    def embed_queries(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Unit rows, shape (len(texts), dimension); zeros for a text without content."""
        ...

    def embed_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Unit rows, shape (len(texts), dimension); zeros for a text without content."""
        ...


def open_embedder(spec: str | None = None) -> Embedder:
    """The model of this name or folder; without one, RAG_EMBEDDING's; without that, the bundled.

    ``spec`` is the name of a bundled model, a folder, or a name on the Hugging Face hub such as
    ``intfloat/multilingual-e5-small``. Only such a name, and only when it is not in the local
    cache, ever leads to the network. Raises ModelError.
    """
    spec = spec or os.environ.get(ENVIRONMENT) or BUNDLED
    bundled = MODELS / spec
    if Path(spec).name == spec and bundled.is_dir():
        return StaticEmbedder.from_folder(bundled, name=spec)
    folder = Path(spec).expanduser()
    if folder.is_dir():
        folder = folder.resolve()
        if is_static_folder(folder):
            return StaticEmbedder.from_folder(folder)
        return SentenceTransformerEmbedder.from_folder(folder)
    if _HUB_NAME.fullmatch(spec):
        return SentenceTransformerEmbedder.from_hub(spec)
    raise ModelError(
        f"Không tìm thấy mô hình nhúng: {spec}. Hãy ghi tên mô hình, đường dẫn thư mục có thật, "
        f"hoặc bỏ biến {ENVIRONMENT} để dùng mô hình đi kèm."
    )
