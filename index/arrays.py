"""Arrays as bytes: the plain .npy format, never pickle."""

from __future__ import annotations

import io
from typing import Any

import numpy as np
from numpy.typing import NDArray


def array_to_bytes(array: NDArray[Any]) -> bytes:
    """The array as a .npy file."""
    buffer = io.BytesIO()
    np.save(buffer, array, allow_pickle=False)
    return buffer.getvalue()


def array_from_bytes(data: bytes) -> NDArray[Any]:
    """The array of a .npy file; ValueError when it is broken or holds Python objects."""
    array: NDArray[Any] = np.load(io.BytesIO(data), allow_pickle=False)
    return array
