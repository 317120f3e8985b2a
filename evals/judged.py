"""A question with what came of it, held against the documents: what measures of answers are computed from."""

from __future__ import annotations

from dataclasses import dataclass

from evals.adapters.protocol import Cited
from evals.cases import Question, Suite
from evals.measures.attribution_kept import Attributed
from evals.outcomes import Outcome, exact
from evals.short_answers import short_answer_given
from evals.spans import Unit
from evals.usage import Prices


@dataclass(frozen=True)
class Judged:
    """A question, what came of it, and the sentences on either side.

    Attributes:
        cited, gold, top, nearest: sentences of documents: those cited, those that answer, the one trusted most, those that are
            shown where no answer is given (`None`: the assistant does not tell).
        usable: for each sentence of the answer, the citations that hold what they quote.
        on_gold: the sentences of the answer that cite gold evidence.
        prices: of tokens, where the user gave them.
    """

    question: Question
    outcome: Outcome
    cited: frozenset[Unit]
    gold: frozenset[Unit]
    top: Unit | None
    usable: tuple[tuple[Cited, ...], ...] = ()
    on_gold: tuple[Attributed, ...] = ()
    prices: Prices | None = None
    nearest: frozenset[Unit] | None = None

    @property
    def sources(self) -> set[str]:
        """Ids of the documents cited."""
        return {stretch.document_id for stretch in self.outcome.cited}

    @property
    def short_answer(self) -> str:
        """What is held against the right short answers."""
        return short_answer_given(self.outcome.sentences)


def judged(suite: Suite, question: Question, outcome: Outcome, prices: Prices | None = None) -> Judged:
    """Both, with the sentences on either side. The question must not have failed."""
    top = sorted(suite.cited([outcome.top])) if outcome.top else []
    gold = suite.gold(question)
    usable = tuple(tuple(c for c in said.citations if exact(c, suite)) for said in outcome.sentences)
    on_gold = [
        Attributed(said.text, tuple(c.speaker or "" for c in citations))
        for said, good in zip(outcome.sentences, usable, strict=True)
        if (citations := [c for c in good if suite.cited([c.stretch]) & gold])
    ]
    cited = suite.cited(outcome.cited)
    nearest = None if outcome.nearest is None else suite.cited(outcome.nearest)
    return Judged(question, outcome, cited, gold, top[0] if top else None, usable, tuple(on_gold), prices, nearest)
