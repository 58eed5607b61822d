"""Sentence vectors as the mean of token vectors: a StaticEmbedding folder read without torch.

The folder is what ``SentenceTransformer.save`` writes for one StaticEmbedding module:
``modules.json``, ``tokenizer.json`` and ``model.safetensors`` with ``embedding.weight``.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from safetensors import SafetensorError
from safetensors.numpy import load_file
from tokenizers import Tokenizer

from index.errors import ModelError

TOKENIZER_FILE = "tokenizer.json"
WEIGHTS_FILE = "model.safetensors"
WEIGHTS_KEY = "embedding.weight"
_MODULES_FILE = "modules.json"
_BATCH = 256  # texts tokenised at a time: bounds memory, not quality


def unit_rows(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    """Every row divided by its Euclidean length; a zero row stays zero."""
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    lengths[lengths == 0] = 1
    scaled: NDArray[np.float32] = np.divide(vectors, lengths, dtype=np.float32)
    return scaled


def files_digest(folder: Path, files: Iterable[Path]) -> str:
    """sha256 over the relative names and the bytes of these files, in the order of their names."""
    total = hashlib.sha256()
    for path in sorted(files):
        with path.open("rb") as stream:
            inner = hashlib.file_digest(stream, "sha256").digest()
        total.update(path.relative_to(folder).as_posix().encode() + b"\0" + inner)
    return total.hexdigest()


def is_static_folder(folder: Path) -> bool:
    """Whether the folder holds a model of one StaticEmbedding module, stored at its root."""
    try:
        modules = json.loads((folder / _MODULES_FILE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    match modules:
        case [{"path": "", "type": str(kind)}]:
            return kind.endswith(".StaticEmbedding")
    return False


def _read_tokenizer(path: Path) -> Tokenizer:
    try:
        return Tokenizer.from_file(str(path))
    except Exception as error:  # tokenizers raises nothing narrower
        raise ModelError(_broken(path)) from error


def _read_table(path: Path) -> NDArray[np.float32]:
    try:
        stored = load_file(path)[WEIGHTS_KEY]
    except (OSError, KeyError, SafetensorError) as error:
        raise ModelError(_broken(path)) from error
    table = stored.astype(np.float32)
    if table.ndim != 2 or not np.isfinite(table).all():
        raise ModelError(_broken(path))
    return table


def _broken(path: Path) -> str:
    return (
        f"Tệp mô hình bị thiếu hoặc hỏng: {path}. "
        "Hãy chép lại thư mục mô hình hoặc chọn mô hình khác bằng biến RAG_EMBEDDING."
    )


@dataclass(frozen=True, slots=True)
class StaticEmbedder:
    """Mean of token vectors, one row per text; queries and passages are treated alike."""

    name: str
    fingerprint: str
    table: NDArray[np.float32]  # (tokens, dimension)
    tokenizer: Tokenizer

    @classmethod
    def from_folder(cls, folder: Path, name: str | None = None) -> StaticEmbedder:
        """Read the folder. Raises ModelError when a file is missing, broken, or fits no other."""
        tokenizer_path, weights_path = folder / TOKENIZER_FILE, folder / WEIGHTS_FILE
        tokenizer = _read_tokenizer(tokenizer_path)
        tokenizer.no_padding()
        tokenizer.no_truncation()
        table = _read_table(weights_path)
        if tokenizer.get_vocab_size() > len(table):
            raise ModelError(_broken(weights_path))
        digest = files_digest(folder, (tokenizer_path, weights_path))
        return cls(name or str(folder), digest, table, tokenizer)

    @property
    def dimension(self) -> int:
        """Length of every vector."""
        return int(self.table.shape[1])

    def embed_queries(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Unit rows, shape (len(texts), dimension); a text without a known token gives zeros."""
        return self._embed(texts)

    def embed_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Unit rows, shape (len(texts), dimension); a text without a known token gives zeros."""
        return self._embed(texts)

    def _embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        vectors = np.zeros((len(texts), self.dimension), dtype=np.float32)
        for first in range(0, len(texts), _BATCH):
            batch = list(texts[first : first + _BATCH])
            encodings = self.tokenizer.encode_batch_fast(batch, add_special_tokens=False)
            for row, encoding in enumerate(encodings, start=first):
                if encoding.ids:
                    vectors[row] = self.table[encoding.ids].mean(axis=0)
        return unit_rows(vectors)
