"""The terms of the keyword index: syllables without diacritics, and pairs of neighbours.

Index and question go through the same function, so "cây xanh" and "cay xanh" are one term. Word
segmentation is left out on purpose: on such plans it found less than plain syllables with pairs.
"""

from __future__ import annotations

import re
from itertools import pairwise

from corpus.fold import strip_marks

# "151/KH-UBND", "06-NQ/TW", "72/2025/QH15" without blanks in any case; with blanks or a line break
# ("151 /KH-UBND", "06- NQ/TW") only when type and issuer are both there in capitals, so that
# "năm 2025 - xây dựng" is no code.
_TIGHT = r"[-/][^\W\d_]{1,6}\d{0,2}(?:[-/][^\W\d_]{1,8}\d{0,2}){0,3}"
_LOOSE = r"\s?[-/]\s?[A-ZĐ][A-Za-zĐđ]{1,4}\s?[-/]\s?[A-ZĐ][A-Za-zĐđ]{1,12}(?:-[A-ZĐ]{1,6})?"
_CODE = rf"\d{{1,5}}(?:/\d{{4}})?(?:{_LOOSE}|{_TIGHT})(?!\w)"
_NUMBER = r"\d+(?:[.,]\d+)*"
_WORD = r"[^\W\d_]+(?:\d{1,2}(?!\d))?"  # "m2" is one word; "năm2030" is two
_TOKEN = re.compile(rf"(?P<code>{_CODE})|(?P<number>{_NUMBER})|(?P<word>{_WORD})")
_PART = re.compile(r"\d+|[^\W\d_]+\d*")
_BREAK = re.compile(r"[.;:!?…|›\n]")  # no pair of neighbours across these

_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_DECIMAL_POINT = re.compile(r"\d+\.\d{1,2}")
# "tỷ lệ" and "tỉ lệ", "kỹ thuật" and "kĩ thuật": both spellings are in use after these consonants.
_Y_SYLLABLE = re.compile(r"[hklmst]y")


def terms(text: str) -> list[str]:
    """Terms of ``text`` in order: every token, then every pair of neighbours as "a b".

    A number is one token ("9,7"); a document code gives itself and its parts.
    """
    found: list[str] = []
    for run in _runs(text):
        found.extend(run)
        found.extend(f"{left} {right}" for left, right in pairwise(run))
    found.extend(_codes(text))
    return found


def _runs(text: str) -> list[list[str]]:
    """Tokens between sentence marks; a code stands there as its parts."""
    runs: list[list[str]] = [[]]
    plain = text.translate(_SUPERSCRIPTS)
    end = 0
    for match in _TOKEN.finditer(plain):
        if _BREAK.search(plain, end, match.start()):
            runs.append([])
        end = match.end()
        if match.lastgroup == "code":
            runs[-1].extend(_parts(match.group()))
        else:
            runs[-1].append(_key(match.group()))
    return runs


def _codes(text: str) -> list[str]:
    """Document codes as single terms, without blanks: "151/kh-ubnd"."""
    found = []
    for match in _TOKEN.finditer(text):
        if match.lastgroup == "code":
            code = "".join(strip_marks(match.group()).split())
            found.append(code.lstrip("0") or code)
    return found


def _parts(code: str) -> list[str]:
    return [_key(part) for part in _PART.findall(code)]


def _key(token: str) -> str:
    """The form under which a token is compared: "06" is "6", "9.7" is "9,7", "tỷ" is "ti"."""
    if token[0].isdigit():
        if _DECIMAL_POINT.fullmatch(token):
            return token.replace(".", ",")
        return token.lstrip("0") or "0" if token.isdigit() else token
    stripped = strip_marks(token)
    return f"{stripped[:-1]}i" if _Y_SYLLABLE.fullmatch(stripped) else stripped
