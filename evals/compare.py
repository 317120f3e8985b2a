"""Did the change make it better: two runs, question by question, on the questions that both asked.

Differences are paired: both runs' scores of a question are drawn together (`bootstrap.py`), so that how hard the
questions are cancels out. A verdict needs an interval without zero and at least six changed questions: with fewer, not
even a sign test could reach 5%. Each measure is judged alone; of twenty, one may stand out by chance.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from evals.bootstrap import Interval, paired_interval, paired_interval_of
from evals.errors import NotComparable
from evals.figures import CALIBRATION, CONFIDENCE_AUROC, FAILED
from evals.measures.auroc import auroc
from evals.measures.calibration_error import calibration_error
from evals.measures.ratio import Ratio, pooled
from evals.saved import Run
from evals.units import unit_of
from evals.verifier.trust import told

BETTER, WORSE, CANNOT_TELL, SAME = "better", "worse", "cannot tell", "the same"
ANOTHER = "another"  # surely another value, of a measure that says neither good nor bad
FEWEST_CHANGED = 6

Row = Mapping[str, Any]
Pair = tuple[Row, Row]
_OF_CONFIDENCE: Mapping[str, Callable[[Any, Any], float | None]] = {
    CONFIDENCE_AUROC: auroc,
    CALIBRATION: calibration_error,
}


@dataclass(frozen=True, slots=True)
class Difference:
    """One measure in both runs. `left_out`: questions that one run scored and the other did not, failed ones mostly."""

    name: str
    before: float | None
    after: float | None
    low: float | None
    high: float | None
    verdict: str
    paired: int
    changed: int
    left_out: int
    unit: str = "share"


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two runs side by side. `alone`: how many questions only the first and only the second asked."""

    before: Run
    after: Run
    pairs: tuple[Pair, ...]
    alone: tuple[int, int]
    differences: tuple[Difference, ...]
    warnings: tuple[str, ...]


def compare(before: Run, after: Run, seed: int = 0) -> Comparison:
    """Compare on the questions that both runs asked.

    Raises:
        NotComparable: runs of different suites, or without a question in common.
    """
    if before.suite != after.suite:
        told = f"{before.name} is a run of {before.suite}, {after.name} of {after.suite}."
        raise NotComparable(told, "Compare two runs of the same suite.")
    pairs = paired(before, after)
    if not pairs:
        told = f"{before.name} and {after.name} have no question in common."
        raise NotComparable(told, "Ask the same questions: the same --split, --limit and --seed.")
    alone = len(before.questions) - len(pairs), len(after.questions) - len(pairs)
    names = [name for name in before.figures if name in after.figures]
    differences = [
        _difference(name, pairs, after, seed) for name in names if name in _OF_CONFIDENCE or _scored(name, pairs)
    ]
    return Comparison(before, after, tuple(pairs), alone, tuple(differences), tuple(_warnings(before, after)))


def paired(before: Run, after: Run) -> list[Pair]:
    """Rows of the same question: the same id and the same words."""
    known = {(row["question"], row["text_sha256"]): row for row in before.questions}
    return [
        (known[identity], row)
        for row in after.questions
        if (identity := (row["question"], row["text_sha256"])) in known
    ]


def score(name: str, row: Row) -> Ratio | None:
    """What a measure says of a question; `None` where it does not apply or the question failed."""
    if name == FAILED:
        return Ratio(float(row["error"] is not None))
    found = row["scores"].get(name)
    return Ratio(*found) if found is not None else None


def _scored(name: str, pairs: Sequence[Pair]) -> bool:
    return any(score(name, row) is not None for pair in pairs for row in pair)


def _difference(name: str, pairs: Sequence[Pair], after: Run, seed: int) -> Difference:
    if name in _OF_CONFIDENCE:
        return _of_confidence(name, pairs, after, seed)
    scores = [(score(name, old), score(name, new)) for old, new in pairs]
    both = [(old, new) for old, new in scores if old is not None and new is not None]
    left_out = sum((old is None) != (new is None) for old, new in scores)
    old, new = [first for first, _ in both], [second for _, second in both]
    values = pooled(old), pooled(new)
    changed = sum(first != second for first, second in both)
    return _judged(name, values, paired_interval(old, new, seed), len(both), changed, left_out, after)


def _of_confidence(name: str, pairs: Sequence[Pair], after: Run, seed: int) -> Difference:
    known = [(old, new) for old, new in pairs if old["confidence"] is not None and new["confidence"] is not None]
    left_out = sum((old["confidence"] is None) != (new["confidence"] is None) for old, new in pairs)
    old, new = [row["confidence"] for row, _ in known], [row["confidence"] for _, row in known]
    labels = [row["answerable"] for _, row in known]
    statistic = _OF_CONFIDENCE[name]
    values = statistic(old, labels), statistic(new, labels)
    spread = paired_interval_of(statistic, old, new, labels, seed) if None not in values else None
    changed = sum(first != second for first, second in zip(old, new, strict=True))
    return _judged(name, values, spread, len(known), changed, left_out, after)


def _judged(
    name: str,
    values: tuple[float | None, float | None],
    spread: Interval | None,
    paired: int,
    changed: int,
    left_out: int,
    after: Run,
) -> Difference:
    low, high = spread or (None, None)
    verdict = _verdict(spread, changed, lower_is_better=after.figures[name]["lower_is_better"])
    if paired and (not changed or spread == (0, 0)):
        verdict = SAME
    return Difference(name, *values, low, high, verdict, paired, changed, left_out, unit_of(after.figures[name]))


def _verdict(spread: Interval | None, changed: int, *, lower_is_better: bool | None) -> str:
    if spread is None or changed < FEWEST_CHANGED or spread[0] <= 0 <= spread[1]:
        return CANNOT_TELL
    if lower_is_better is None:
        return ANOTHER
    return BETTER if (spread[0] > 0) != lower_is_better else WORSE


def _warnings(before: Run, after: Run) -> list[str]:
    runs = before.record, after.record
    hashes = [record["assistant"]["index"].get("hash") for record in runs]
    found = []
    if hashes[0] != hashes[1]:
        found.append("The indexes differ: other documents, embedding model or passages.")
    if runs[0]["suite"]["files"] != runs[1]["suite"]["files"]:
        found.append("The question files differ; questions with the same id and words are compared.")
    return [*found, *_of_judges(before, after)]


def _of_judges(before: Run, after: Run) -> list[str]:
    """Who judged the answers afterwards, and how far that can be believed; of two judges that their figures do not compare."""
    judges = [run.judge for run in (before, after) if run.judge]
    found = list(dict.fromkeys(told(judge) for judge in judges))
    if len({judge["model"] for judge in judges}) > 1:
        found.append("Different models judged the two: what they judged says nothing of the change.")
    return found
