"""How alike in meaning a provision and a question are, and how much that decides."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from corpus.plan import Plan, Section

Cosines = Callable[[Sequence[str]], Sequence[float]]  # of a question with each of the texts

# Chosen on 1,861 questions of the development sets, one plan each: the first provision was right in
# 80 % of the paraphrases with the sentence alone at 1.0, in 87 % so; other questions 90 % both ways.
_SENTENCE = 1.0  # of the sentence that is most alike; nothing where a number or a time is wanted
_UNHELD = 2.0  # more of it, the less of the question's words the best provision holds
_PROVISION = 0.3
_HEADINGS = 0.3


@dataclass(frozen=True, slots=True)
class Alike:
    """Cosines of a question with a provision: its most alike sentence, all of it, its headings."""

    sentence: float
    provision: float
    headings: float

    def share(self, held: float, *, wanted: bool) -> float:
        """What is added to the provision's score.

        ``held`` is the largest share of the question's words that a provision holds: where words lead
        nowhere, meaning decides. ``wanted``: an amount or a time is asked for.
        """
        sentence = (0.0 if wanted else _SENTENCE) + _UNHELD * (1.0 - held)
        return sentence * self.sentence + _PROVISION * self.provision + _HEADINGS * self.headings


def alike(
    cosines: Cosines, plan: Plan, section: Section, spans: Sequence[tuple[int, int]]
) -> Alike:
    """The cosines of a provision whose sentences stand at ``spans``."""
    said = [plan.text[start:end] for start, end in spans]
    headings = plan.headings_above(section)
    *each, provision, above = cosines(
        [*said, plan.text[section.start : section.end], headings or said[0]]
    )
    return Alike(max(each), provision, above if headings else 0.0)
