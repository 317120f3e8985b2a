"""What the measures say of each question of a run."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from evals.answer_measures import ANSWERS, has_whole_evidence
from evals.cases import Question, Suite
from evals.judged import judged
from evals.measures.average_precision import average_precision
from evals.measures.character_iou import character_iou
from evals.measures.character_precision import character_precision
from evals.measures.character_recall import character_recall
from evals.measures.ndcg import ndcg
from evals.measures.ratio import Ratio
from evals.measures.recall_at_k import recall_at_k
from evals.measures.reciprocal_rank import reciprocal_rank
from evals.outcomes import DEPTH, Outcome
from evals.spans import Stretch
from evals.usage import Prices

PASSAGES = 5
"""How many of the best passages are measured; five is what the report behind these measures retrieves."""

OF_PASSAGES: Mapping[str, Callable[[Iterable[Stretch], Iterable[Stretch]], Ratio]] = {
    f"character recall of {PASSAGES} passages": character_recall,
    f"character precision of {PASSAGES} passages": character_precision,
    f"character IoU of {PASSAGES} passages": character_iou,
}


def score_answers(
    suite: Suite, asked: Iterable[tuple[Question, Outcome]], prices: Prices | None = None
) -> dict[str, dict[str, Ratio]]:
    """What each measure of answers says of each question that was answered or declined."""
    scores: dict[str, dict[str, Ratio]] = {measure.name: {} for measure in ANSWERS}
    for question, outcome in asked:
        if outcome.error is None and outcome.abstained is not None:
            found = judged(suite, question, outcome, prices)
            for measure in ANSWERS:
                ratio = measure.score(found) if measure.applies(suite, question) else None
                if ratio is not None:
                    scores[measure.name][question.id] = ratio
    silent = {measure.name for measure in ANSWERS if measure.if_told and not _told(scores[measure.name])}
    return {name: ratios for name, ratios in scores.items() if name not in silent}


def _told(ratios: Mapping[str, Ratio]) -> bool:
    return any(ratio.denominator for ratio in ratios.values())


def score_passages(suite: Suite, asked: Iterable[tuple[Question, Outcome]]) -> dict[str, dict[str, Ratio]]:
    """What each measure of passages says of each question whose evidence is marked whole.

    Empty for an assistant that does not tell its passages.
    """
    kept = [(q, outcome) for q, outcome in asked if has_whole_evidence(suite, q) and outcome.error is None]
    if not any(outcome.passages for _, outcome in kept):
        return {}
    return {
        name: {question.id: measure(outcome.passages[:PASSAGES], question.evidence) for question, outcome in kept}
        for name, measure in OF_PASSAGES.items()
    }


def score_rankings(asked: Iterable[tuple[Question, Outcome]]) -> dict[str, dict[str, Ratio]]:
    """What each measure of rankings says of each answerable question, for each channel that ranked."""
    kept = [(question, outcome) for question, outcome in asked if question.answerable and outcome.error is None]
    gold = {question.id: question.documents for question, _ in kept}
    channels = list(dict.fromkeys(channel for _, outcome in kept for channel in outcome.rankings))
    scores = {}
    for channel in channels:
        rankings = {question.id: outcome.rankings.get(channel, ()) for question, outcome in kept}
        for name, values in _ranking_measures(rankings, gold, full=channel == channels[0]).items():
            scores[f"{name} ({channel})"] = {identity: Ratio(value) for identity, value in values.items()}
    return scores


def _ranking_measures(
    rankings: Mapping[str, Sequence[str]], gold: Mapping[str, Sequence[str]], *, full: bool
) -> dict[str, dict[str, float]]:
    """R@1, R@5 and R@10; with `full` also the measures of rank."""
    found = {f"R@{k}": recall_at_k(rankings, gold, k) for k in (1, 5, 10)}
    if full:
        for name, measure in (("MRR", reciprocal_rank), ("nDCG", ndcg), ("MAP", average_precision)):
            found[f"{name}@{DEPTH}"] = measure(rankings, gold, DEPTH)
    return found
