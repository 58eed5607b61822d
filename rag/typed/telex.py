"""Telex and VNI keystrokes that were never turned into letters: "ddoo thij" -> "đô thị"."""

from __future__ import annotations

from corpus.letters import sentence_case
from rag.typed.syllable import TONES, VOWELS, is_syllable, with_tone

_TELEX_TONES = dict(zip("sfrxj", TONES.values(), strict=True))
_VNI_TONES = dict(zip("12345", TONES.values(), strict=True))
_CIRCUMFLEX = {"a": "â", "e": "ê", "o": "ô"}
_HORNED = {"a": "ă", "o": "ơ", "u": "ư"}
_LONGEST = 12  # keystrokes; the longest syllable "nghieengs" has 9


class _Keys:
    """The letters typed so far, as an input method keeps them; ``failed`` once a key has no sense."""

    def __init__(self) -> None:
        self.letters: list[str] = []
        self.tone = ""
        self.failed = False
        self.changed = False

    def has_vowel(self) -> bool:
        return any(letter in VOWELS for letter in self.letters)

    def literal(self, letter: str) -> None:
        self.letters.append(letter)

    def set_tone(self, mark: str) -> None:
        self.failed |= bool(self.tone)
        self.tone = mark
        self.changed = True

    def replace(self, table: dict[str, str], wanted: str) -> bool:
        """Turn the last letter out of ``wanted`` into its marked form; False when there is none."""
        for at in range(len(self.letters) - 1, -1, -1):
            if self.letters[at] in wanted:
                self.letters[at] = table[self.letters[at]]
                self.changed = True
                return True
        return False

    def stroke(self) -> bool:
        if self.letters[:1] != ["d"]:
            return False
        self.letters[0] = "đ"
        self.changed = True
        return True

    def horn(self) -> bool:
        """The w key: "uo" -> "ươ", "ua" -> "ưa" (but "qua" -> "quă"), else the last a, o or u."""
        joined = "".join(self.letters)
        if joined.endswith("ua") and not joined.endswith("qua"):
            return self.replace(_HORNED, "u")
        return self.replace(_HORNED, "aou" if "uo" not in joined else "o")

    def result(self) -> str | None:
        """The syllable, or None when the keys make none."""
        if self.failed or not self.changed:
            return None
        letters = "".join(self.letters)
        for typed in ("uơ", "ưo"):
            at = letters.find(typed)
            if at > -1 and (typed == "ưo" or letters[at + 2 :]) and letters[at - 1 : at] != "q":
                letters = letters.replace(typed, "ươ")
        syllable = with_tone(letters, self.tone)
        return syllable


def _press_telex(keys: _Keys, key: str) -> None:
    if key in _TELEX_TONES and keys.has_vowel():
        keys.set_tone(_TELEX_TONES[key])
    elif key in _CIRCUMFLEX and key in keys.letters:
        keys.replace(_CIRCUMFLEX, key)
    elif key == "w":
        if not keys.horn():
            keys.literal("ư")
            keys.changed = True
    elif not (key == "d" and keys.stroke()):
        keys.literal(key)


def _press_vni(keys: _Keys, key: str) -> None:
    if key in _VNI_TONES:
        keys.set_tone(_VNI_TONES[key])
        keys.failed |= not keys.has_vowel()
    elif key == "6":
        keys.failed |= not keys.replace(_CIRCUMFLEX, "aeo")
    elif key == "7":
        keys.failed |= not keys.replace(_HORNED, "o" if "o" in keys.letters else "u")
    elif key == "8":
        keys.failed |= not keys.replace(_HORNED, "a")
    elif key == "9":
        keys.failed |= not keys.stroke()
    elif key == "0":
        keys.failed = True
    else:
        keys.literal(key)


def _cased(typed: str, syllable: str) -> str:
    letters = [char for char in typed if char.isalpha()]
    if len(letters) > 1 and all(char.isupper() for char in letters) and len(syllable) > 1:
        return syllable.upper()
    return sentence_case(syllable) if letters and letters[0].isupper() else syllable


def from_telex(word: str) -> str | None:
    """The syllable that ``word`` spells in Telex keys, in its case; None when it spells none."""
    if len(word) > _LONGEST or not word.isalpha():
        return None
    keys = _Keys()
    for key in word.lower():
        _press_telex(keys, key)
    return _finished(word, keys)


def from_vni(word: str) -> str | None:
    """The syllable that ``word`` spells in VNI keys, in its case; None when it spells none."""
    if len(word) > _LONGEST or not word[:1].isalpha() or not word.isalnum():
        return None
    keys = _Keys()
    for key in word.lower():
        _press_vni(keys, key)
    return _finished(word, keys)


def _finished(word: str, keys: _Keys) -> str | None:
    syllable = keys.result()
    return _cased(word, syllable) if syllable is not None and _is_word(syllable) else None


def _is_word(syllable: str) -> bool:
    """A syllable by its spelling, or one of a highland name: "Đắk", "Kạn"."""
    final = f"{syllable[:-1]}c" if syllable.endswith("k") else syllable
    return is_syllable(final)
