"""What a statement stands on: the cited places, their plans, and the indicators stated there."""

from __future__ import annotations

from dataclasses import dataclass

from rag.gate.bound import (
    Bond,
)
from rag.gate.evidence import (
    Ground,
    Identity,
    holds,
)


@dataclass(frozen=True, slots=True)
class Cited:
    """What a statement stands on."""

    grounds: tuple[Ground, ...]
    identities: tuple[Identity, ...]
    bonds: tuple[Bond, ...]

    def says(self, phrase: str) -> bool:
        """Whether a folded phrase stands in the cited words."""
        return any(holds(g.words, phrase) for g in self.grounds)

    def is_called(self, phrase: str) -> bool:
        """Whether a folded phrase stands in what the plans are called."""
        return any(holds(i.words, phrase) for i in self.identities)
