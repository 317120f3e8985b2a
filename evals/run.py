"""The whole way of an evaluation on one page: suite -> index -> questions -> scores -> figures."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from time import perf_counter
from typing import Any

from evals.adapters.protocol import Assistant
from evals.asking import Asking
from evals.cases import Suite
from evals.errors import BadData
from evals.figures import Asked, Figure, answer_figures, cosine_figure, failed_figure, passage_figures, ranking_figures
from evals.fingerprints import run_key
from evals.parts import Part
from evals.results import Result
from evals.scoring import score_answers, score_passages, score_rankings
from evals.splits import choose
from evals.usage import Prices


def run(
    suite: Suite,
    assistant: Assistant,
    *,
    index: Path,
    split: str = "tune",
    limit: int | None = None,
    seed: int = 0,
    search_only: bool = False,
    progress: bool = True,
    resume: Path | None = None,
    workers: int = 1,
    prices: Prices | None = None,
) -> Result:
    """Ask the questions of a split against the whole collection, and score what comes back.

    Args:
        resume: the result file to be; outcomes are kept beside it as they come, and taken over from a run with the
            same assistant, settings, code and index that was stopped. `None`: nothing is kept.
        workers: how many questions are asked at once; one where the assistant does not allow more.
        prices: of tokens, for the price of a question.

    Raises:
        BadData: the split holds no questions.
    """
    began = perf_counter()
    made = assistant.prepare(suite, index)
    questions = choose(suite.questions, "all" if suite.held_out else split, limit, seed)
    if not questions:
        raise BadData(f"{suite.name} has no questions in the split {split}.", "Choose another with --split.")
    about = {"name": assistant.name, "index": dict(made), "settings": dict(assistant.settings())}
    part = Part(resume, run_key(suite, about, search_only=search_only)) if resume is not None else None
    asking = Asking(suite, assistant, part, search_only=search_only, workers=workers)
    prepared = perf_counter()
    asked = asking.all(questions, progress=progress)
    answered = perf_counter()
    scores, figures = _judged(suite, asked, seed, prices, search_only=search_only)
    return Result(
        suite,
        "report" if suite.held_out else split,
        limit,
        seed,
        about,
        asked,
        scores,
        tuple(figures),
        asking.resumed,
        part.path if part is not None else None,
        _seconds(began, prepared, answered, perf_counter()),
        asking.workers,
        prices,
    )


def _seconds(began: float, prepared: float, answered: float, scored: float) -> Mapping[str, float]:
    stages = {"index": prepared - began, "questions": answered - prepared, "scores": scored - answered}
    return {name: round(seconds, 2) for name, seconds in stages.items()}


def _judged(
    suite: Suite, asked: Asked, seed: int, prices: Prices | None, *, search_only: bool
) -> tuple[dict[str, Any], list[Figure]]:
    rankings, passages = score_rankings(asked), score_passages(suite, asked)
    answers = {} if search_only else score_answers(suite, asked, prices)
    figures = [*ranking_figures(rankings, asked, seed), *passage_figures(suite, passages, asked, seed)]
    figures.append(cosine_figure(asked, seed))
    if not search_only:
        figures += answer_figures(suite, answers, asked, seed)
    return {**rankings, **passages, **answers}, [*figures, failed_figure(asked, seed)]
