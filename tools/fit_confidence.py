"""Fit the weights of ``rag/meaning/confidence.py`` on questions whose provisions are known.

Development time only; needs scikit-learn. Of every question put to a plan, the first provision that
holds what is asked for (a number, a time) is an example: right when the question names it, wrong otherwise. Each question is also
put to two plans of other localities that are not of its own, where every provision is wrong; so
the plans of at least one of the indexes should be of many fields. Questions that figures, metadata
or citations answer are left out: no provision is chosen for them.

    python tools/fit_confidence.py QUESTIONS.jsonl INDEX_FOLDER [QUESTIONS.jsonl INDEX_FOLDER …]
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from dataclasses import astuple, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import GroupKFold, cross_val_predict
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from corpus.plan import Plan  # noqa: E402 - the project is found only now
from eval.question import EvalQuestion, read_questions  # noqa: E402
from rag.answer import Status  # noqa: E402
from rag.asked.scope import focused, scope_of  # noqa: E402
from rag.assistant import Assistant  # noqa: E402
from rag.collection import Collection  # noqa: E402
from rag.conversation import resolved  # noqa: E402
from rag.figures.values import find_indicators  # noqa: E402
from rag.meaning.confidence import ANSWERS, Evidence  # noqa: E402
from rag.passages.best import passages_in  # noqa: E402
from rag.passages.wanted import fits_kind, wanted_words  # noqa: E402
from rag.question import Kind, Question  # noqa: E402

KINDS = {Kind.PASSAGE, Kind.VALUE, Kind.WHO, Kind.WHEN}
ELSEWHERE = 2  # other plans that each question is put to
MOST_PLANS = 20  # fewer plans are all of one field: what the one says another may say too


def main(pairs: list[tuple[Path, Path]]) -> None:
    """Fit on the examples of all pairs, with and without the bundled model's cosine, and print."""
    for with_meaning in (True, False):
        examples = [example for pair in pairs for example in _examples(*pair, with_meaning)]
        inputs = np.array([_inputs(evidence, with_meaning) for _, evidence, _ in examples])
        right = np.array([is_right for _, _, is_right in examples])
        groups = [identifier for identifier, _, _ in examples]
        _fit(inputs, right, groups, "with" if with_meaning else "without")


def _inputs(evidence: Evidence, with_meaning: bool) -> tuple[float, ...]:
    inputs = astuple(evidence)
    return inputs if with_meaning else inputs[:-1]


def _fit(
    inputs: NDArray[np.float64], right: NDArray[np.bool_], groups: list[str], how: str
) -> None:
    model = make_pipeline(StandardScaler(), LogisticRegression())
    guessed = cross_val_predict(
        model, inputs, right, groups=groups, cv=GroupKFold(10), method="predict_proba"
    )[:, 1]
    taken = guessed >= ANSWERS
    scaler, logistic = (step for _, step in model.fit(inputs, right).steps)
    weights = logistic.coef_[0] / scaler.scale_
    bias = logistic.intercept_[0] - (weights * scaler.mean_).sum()
    sys.stdout.write(
        f"{how} meaning: {len(right)} examples, {right.sum()} right;"
        f" AUC {roc_auc_score(right, guessed):.3f}\n"
        f"  at {ANSWERS}: precision {right[taken].mean():.3f}, recall {taken[right].mean():.3f}\n"
        f"  bias {bias:.2f}; around, plan, search, lead, meaning: {np.round(weights, 2)}\n"
    )


def _examples(
    questions: Path, index: Path, with_meaning: bool
) -> Iterator[tuple[str, Evidence, bool]]:
    collection = Assistant.open(index).collection
    collection = collection if with_meaning else replace(collection, likeness=None)
    plans = [collection.plan(card.id) for card in collection.cards()]
    chance = random.Random(0)  # noqa: S311 - a sample, no secret
    for asked in read_questions([questions]):
        question = resolved(asked.turns[-1], asked.turns[:-1], collection)
        scope = scope_of(question, collection)
        if question.kind not in KINDS or not question.concepts or not scope.named:
            continue
        others = [p for p in plans if p.meta.locality not in {q.meta.locality for q in scope.plans}]
        others = [p for p in others if p.id not in asked.plans] if len(plans) >= MOST_PLANS else []
        elsewhere = chance.sample(others, min(ELSEWHERE, len(others)))
        for plan in (*scope.plans, *elsewhere):
            if not find_indicators(plan, question, collection.weigh):
                yield from _example(asked, focused(question, plan), plan, collection)


def _example(
    asked: EvalQuestion, question: Question, plan: Plan, collection: Collection
) -> Iterator[tuple[str, Evidence, bool]]:
    wanted = wanted_words(question)
    passages = passages_in([plan.id], question, collection, wanted)
    first = next((p for p in passages if fits_kind(p, question, wanted)), None)
    here = [place for group in asked.sections for place in group if place.plan == plan.id]
    answered = {Status.ANSWERED, Status.CORRECTED, Status.AMBIGUOUS} & set(asked.status)
    if first and (here or plan.id not in asked.plans or not answered):
        is_right = bool(answered) and any(p.holds(plan.id, first.section.path) for p in here)
        yield asked.id, first.evidence, is_right


if __name__ == "__main__":
    given = [Path(argument) for argument in sys.argv[1:]]
    main(list(zip(given[::2], given[1::2], strict=True)))
