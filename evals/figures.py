"""From the scores of questions to the figures of a run, each with what stands behind it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from evals.answer_measures import ANSWERS, eligible, has_whole_evidence
from evals.bootstrap import Interval, interval, interval_of
from evals.cases import Question, Suite
from evals.measures.auroc import auroc
from evals.measures.calibration_error import calibration_error
from evals.measures.ratio import Ratio, pooled
from evals.outcomes import Outcome

Asked = Sequence[tuple[Question, Outcome]]
FAILED = "failed questions"
CONFIDENCE_AUROC = "AUROC of the confidence"
CALIBRATION = "calibration error"
_MEASURES = {measure.name: measure for measure in ANSWERS}
_LOWER = frozenset({CALIBRATION, FAILED})


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure, its 95% interval, and the questions behind it.

    Attributes:
        scored: questions that were scored; of these, `undefined` said nothing (no citation to be right or wrong about).
        failed: questions that the measure applies to and that ended in an error.
        ineligible: questions of the run that the measure does not apply to.
        lower_is_better: a smaller value is the better one; `None`: neither is better.
        unit: "share" (0 to 1), "tokens" or "money".
    """

    name: str
    value: float | None
    low: float | None
    high: float | None
    scored: int
    failed: int
    ineligible: int
    undefined: int = 0
    lower_is_better: bool | None = False
    unit: str = "share"


def ranking_figures(scores: Mapping[str, Mapping[str, Ratio]], asked: Asked, seed: int) -> list[Figure]:
    """R@k and the like. They apply to the answerable questions."""
    applies = {question.id for question, _ in asked if question.answerable}
    return [_pooled(name, values, applies, asked, seed) for name, values in scores.items()]


def passage_figures(suite: Suite, scores: Mapping[str, Mapping[str, Ratio]], asked: Asked, seed: int) -> list[Figure]:
    """Characters of evidence among the passages found. They apply where the evidence is marked whole."""
    applies = {question.id for question, _ in asked if has_whole_evidence(suite, question)}
    return [_pooled(name, values, applies, asked, seed) for name, values in scores.items()]


def answer_figures(suite: Suite, scores: Mapping[str, Mapping[str, Ratio]], asked: Asked, seed: int) -> list[Figure]:
    """Citations and abstention, then how far the confidence can be trusted."""
    applies = eligible(suite, [question for question, _ in asked])
    failed = {question.id for question, outcome in asked if outcome.error is not None}
    figures = [
        _pooled(name, values, applies[name] & (failed | set(values)), asked, seed) for name, values in scores.items()
    ]
    stated = {outcome.question: outcome.confidence for _, outcome in asked if outcome.confidence is not None}
    return [
        *(figure for figure in figures if figure.scored or figure.failed),
        _of_confidence(CONFIDENCE_AUROC, auroc, stated, asked, seed),
        _of_confidence(CALIBRATION, calibration_error, stated, asked, seed),
    ]


def failed_figure(asked: Asked, seed: int) -> Figure:
    """The share of all questions that ended in an error; no question is out of its reach."""
    errors = {question.id: Ratio(outcome.error is not None) for question, outcome in asked}
    return _pooled(FAILED, errors, set(errors), asked, seed)


def cosine_figure(asked: Asked, seed: int) -> Figure:
    """How well the best cosine alone would tell answerable questions: what the confidence has to beat."""
    cosines = {outcome.question: outcome.best_cosine for _, outcome in asked if outcome.best_cosine is not None}
    return _of_confidence("AUROC of the best cosine", auroc, cosines, asked, seed)


def timing_figures(asked: Asked) -> dict[str, dict[str, float]]:
    """By stage, the median and the 95th percentile in milliseconds."""
    stages: dict[str, list[float]] = {}
    for _, outcome in asked:
        for stage, milliseconds in outcome.timings.items():
            stages.setdefault(stage, []).append(milliseconds)
    return {stage: percentiles(values) for stage, values in stages.items()}


def percentiles(values: Sequence[float]) -> dict[str, float]:
    """Median and 95th percentile, each a value that occurred, rounded to hundredths."""
    ordered = sorted(values)
    return {f"p{percent}": round(ordered[max(0, -(-percent * len(ordered) // 100) - 1)], 2) for percent in (50, 95)}


def _pooled(name: str, values: Mapping[str, Ratio], applies: set[str], asked: Asked, seed: int) -> Figure:
    ratios = list(values.values())
    undefined = sum(ratio.denominator == 0 for ratio in ratios)
    return _figure(name, pooled(ratios), interval(ratios, seed), len(ratios), applies, asked, undefined)


def _of_confidence(
    name: str, statistic: Callable[[Any, Any], float | None], stated: Mapping[str, float], asked: Asked, seed: int
) -> Figure:
    answerable = [question.answerable for question, _ in asked if question.id in stated]
    confidences = [stated[question.id] for question, _ in asked if question.id in stated]
    value = statistic(confidences, answerable)
    spread = None if value is None else interval_of(statistic, confidences, answerable, seed)
    applies = set(stated) | {outcome.question for _, outcome in asked if outcome.error is not None}
    return _figure(name, value, spread, len(confidences), applies, asked)


def _figure(
    name: str,
    value: float | None,
    spread: Interval | None,
    scored: int,
    applies: set[str],
    asked: Asked,
    undefined: int = 0,
) -> Figure:
    low, high = spread or (None, None)
    failed = sum(outcome.error is not None and question.id in applies for question, outcome in asked)
    ineligible = len(asked) - len(applies)
    measure = _MEASURES.get(name)
    lower, unit = (measure.lower_is_better, measure.unit) if measure else (name in _LOWER, "share")
    return Figure(name, value, low, high, scored, failed, ineligible, undefined, lower, unit)
