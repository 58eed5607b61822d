"""Files -> raw text. The only place of this package that reads plan files from disk."""

from __future__ import annotations

from pathlib import Path

from corpus.errors import PlanFileError

SUFFIXES = frozenset({".txt", ".md"})
MAX_BYTES = 50_000_000


def read_raw(path: Path) -> str:
    """Raw text of a plan file.

    Raises PlanFileError when the file is missing, empty, too large, of an unknown type or not UTF-8.
    """
    if path.suffix.lower() not in SUFFIXES:
        known = ", ".join(sorted(SUFFIXES))
        raise PlanFileError(
            f"{path}: không đọc được loại tệp “{path.suffix}”; dùng một trong: {known}."
        )
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise PlanFileError(f"{path}: không tìm thấy tệp.") from None
    except OSError as error:
        raise PlanFileError(f"{path}: không mở được tệp ({error.strerror}).") from None
    if len(data) > MAX_BYTES:
        raise PlanFileError(f"{path}: tệp quá lớn ({len(data)} byte; tối đa {MAX_BYTES}).")
    return _decode(data, path)


def _decode(data: bytes, path: Path) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        encoding, shown = "utf-16", "UTF-16"
    else:
        encoding, shown = "utf-8-sig", "UTF-8"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise PlanFileError(
            f"{path}: dòng {line} không phải {shown}; hãy lưu lại tệp ở dạng UTF-8 rồi thử lại."
        ) from None
    if not text.strip():
        raise PlanFileError(f"{path}: tệp không có chữ nào.")
    return text
