"""The whole way of an evaluation on one page: suite -> index -> questions -> scores -> figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from evals.adapters.protocol import Assistant
from evals.cases import Question, Suite
from evals.errors import BadData
from evals.figures import Asked, Figure, answer_figures, cosine_figure, failed_figure, passage_figures, ranking_figures
from evals.fingerprints import run_key
from evals.outcomes import Outcome, ask
from evals.parts import Part
from evals.results import Result
from evals.scoring import score_answers, score_passages, score_rankings
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
    resume: Path | None = None,
) -> Result:
    """Ask the questions of a split against the whole collection, and score what comes back.

    Args:
        resume: the result file to be; outcomes are kept beside it as they come, and taken over from a run with the
            same assistant, settings, code and index that was stopped. `None`: nothing is kept.

    Raises:
        BadData: the split holds no questions.
    """
    made = assistant.prepare(suite, index)
    questions = choose(suite.questions, "all" if suite.held_out else split, limit, seed)
    if not questions:
        raise BadData(f"{suite.name} has no questions in the split {split}.", "Choose another with --split.")
    about = {"name": assistant.name, "index": dict(made), "settings": dict(assistant.settings())}
    part = Part(resume, run_key(suite, about, search_only=search_only)) if resume is not None else None
    asking = _Asking(suite, assistant, part, search_only=search_only)
    asked = asking.all(questions, progress=progress)
    scores, figures = _judged(suite, asked, seed, search_only=search_only)
    said = "report" if suite.held_out else split
    return Result(
        suite,
        said,
        limit,
        seed,
        about,
        asked,
        scores,
        tuple(figures),
        asking.resumed,
        part.path if part is not None else None,
    )


def _judged(suite: Suite, asked: Asked, seed: int, *, search_only: bool) -> tuple[dict[str, Any], list[Figure]]:
    rankings, passages = score_rankings(asked), score_passages(suite, asked)
    answers = {} if search_only else score_answers(suite, asked)
    figures = [*ranking_figures(rankings, asked, seed), *passage_figures(suite, passages, asked, seed)]
    figures.append(cosine_figure(asked, seed))
    if not search_only:
        figures += answer_figures(suite, answers, asked, seed)
    return {**rankings, **passages, **answers}, [*figures, failed_figure(asked, seed)]


class _Asking:
    """Asks one question after another, shows how far it is, and keeps what came."""

    def __init__(self, suite: Suite, assistant: Assistant, part: Part | None, *, search_only: bool) -> None:
        self.suite, self.assistant, self.part, self.search_only = suite, assistant, part, search_only
        self.resumed = 0
        self._ends: Counter[str] = Counter()

    def all(self, questions: Sequence[Question], *, progress: bool) -> Asked:
        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
        console = Console(stderr=True)
        with Progress(*columns, console=console, disable=not progress, transient=True) as bar:
            task = bar.add_task(f"Asking {self.suite.name}", total=len(questions))
            asked = []
            for question in questions:
                asked.append((question, self._one(question)))
                bar.update(task, advance=1, description=self._description())
        return asked

    def _one(self, question: Question) -> Outcome:
        known = self.part.get(question) if self.part is not None else None
        outcome = known or ask(self.assistant, self.suite, question, search_only=self.search_only)
        self.resumed += known is not None
        if self.part is not None and known is None:
            self.part.add(question, outcome)
        self._ends["failed" if outcome.error else "declined" if outcome.abstained else "answered"] += 1
        return outcome

    def _description(self) -> str:
        ends = ", ".join(f"{number} {end}" for end, number in sorted(self._ends.items()))
        return f"Asking {self.suite.name} ({ends})"
