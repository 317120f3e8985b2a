"""The whole way of an evaluation on one page: suite -> index -> questions -> scores -> figures."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from rich.console import Console
from rich.progress import track

from evals.adapters.protocol import Assistant
from evals.cases import Question, Suite
from evals.errors import BadData
from evals.figures import Asked, Figure, answer_figures, cosine_figure, ranking_figures
from evals.outcomes import ask
from evals.results import Result
from evals.scoring import score_answers, score_rankings
from evals.splits import choose


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
) -> Result:
    """Ask the questions of a split against the whole collection, and score what comes back."""
    made = assistant.prepare(suite, index)
    questions = choose(suite.questions, split, limit, seed)
    if not questions:
        raise BadData(f"{suite.name} has no questions in the split {split}.", "Choose another with --split.")
    asked = _ask_all(suite, assistant, questions, search_only=search_only, progress=progress)
    rankings = score_rankings(asked)
    answers = {} if search_only else score_answers(suite, asked)
    figures: list[Figure] = [*ranking_figures(rankings, asked, seed), cosine_figure(asked, seed)]
    if not search_only:
        figures += answer_figures(suite, answers, asked, seed)
    about = {"name": assistant.name, "index": dict(made), "settings": dict(assistant.settings())}
    return Result(suite, split, limit, seed, about, asked, {**rankings, **answers}, tuple(figures))


def _ask_all(
    suite: Suite, assistant: Assistant, questions: Sequence[Question], *, search_only: bool, progress: bool
) -> Asked:
    console = Console(stderr=True)
    shown = track(questions, f"Asking {suite.name}", console=console, disable=not progress, transient=True)
    return [(question, ask(assistant, suite, question, search_only=search_only)) for question in shown]
