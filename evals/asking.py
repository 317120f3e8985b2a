"""Asks the questions of a run, one after another or several at once, shows how far it is, and keeps what came."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from evals.adapters.protocol import Assistant
from evals.cases import Question, Suite
from evals.figures import Asked
from evals.outcomes import Outcome, ask
from evals.parts import Part


class Asking:
    """One run's questions. Outcomes come back in the order of the questions, whichever was ready first.

    Args:
        part: outcomes of a run that was stopped are taken from it, and new ones added as they come.
        workers: how many questions are asked at once; one where the assistant does not allow more.

    Attributes:
        resumed: how many outcomes were taken over.
    """

    def __init__(
        self, suite: Suite, assistant: Assistant, part: Part | None, *, search_only: bool, workers: int = 1
    ) -> None:
        self._suite, self._assistant, self._part, self._search_only = suite, assistant, part, search_only
        self.workers = workers if assistant.concurrent else 1
        self.resumed = 0

    def all(self, questions: Sequence[Question], *, progress: bool) -> Asked:
        """Every question with what came of it.

        Raises:
            Whatever the assistant raises that is no `RagError`; what was asked before is kept.
        """
        known = {q.id: outcome for q in questions if self._part and (outcome := self._part.get(q))}
        self.resumed = len(known)
        missing = [question for question in questions if question.id not in known]
        ends = Counter(map(_end, known.values()))
        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
        with Progress(*columns, console=Console(stderr=True), disable=not progress, transient=True) as bar:
            task = bar.add_task(self._told(ends), total=len(questions), completed=len(known))
            for question, outcome in self._as_they_come(missing):
                known[question.id] = outcome
                ends[_end(outcome)] += 1
                bar.update(task, advance=1, description=self._told(ends))
        return [(question, known[question.id]) for question in questions]

    def _as_they_come(self, questions: Sequence[Question]) -> Iterator[tuple[Question, Outcome]]:
        if self.workers == 1:
            yield from ((question, self._one(question)) for question in questions)
            return
        with ThreadPoolExecutor(self.workers, thread_name_prefix="question") as pool:
            asked = {pool.submit(self._one, question): question for question in questions}
            try:
                for done in as_completed(asked):
                    yield asked[done], done.result()
            finally:  # where one broke off, those that wait are not asked any more
                pool.shutdown(wait=False, cancel_futures=True)

    def _one(self, question: Question) -> Outcome:
        outcome = ask(self._assistant, self._suite, question, search_only=self._search_only)
        if self._part is not None:
            self._part.add(question, outcome)
        return outcome

    def _told(self, ends: Counter[str]) -> str:
        return f"Asking {self._suite.name} ({', '.join(f'{number} {end}' for end, number in sorted(ends.items()))})"


def _end(outcome: Outcome) -> str:
    return "failed" if outcome.error else "declined" if outcome.abstained else "answered"
