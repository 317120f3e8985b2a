"""Which measure applies to which question, and what it says of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from evals.cases import Question, Suite
from evals.measures.abstention import abstention_f1, abstention_precision, abstention_recall, wrong_abstention
from evals.measures.average_precision import average_precision
from evals.measures.character_iou import character_iou
from evals.measures.character_precision import character_precision
from evals.measures.character_recall import character_recall
from evals.measures.citation_f1 import citation_f1
from evals.measures.citation_precision import citation_precision
from evals.measures.citation_recall import citation_recall
from evals.measures.ndcg import ndcg
from evals.measures.quotes_covered import quotes_covered
from evals.measures.ratio import Ratio
from evals.measures.recall_at_k import recall_at_k
from evals.measures.reciprocal_rank import reciprocal_rank
from evals.measures.source_precision import source_precision
from evals.measures.source_recall import source_recall
from evals.measures.top_sentence import top_sentence
from evals.measures.wrong_passage import wrong_passage
from evals.outcomes import DEPTH, Outcome
from evals.spans import Stretch, Unit

Scores = Mapping[str, Mapping[str, Ratio]]
"""By measure, the ratio of each question that it applies to; failed questions are not among them."""


@dataclass(frozen=True)
class Judged:
    """A question, what came of it, and the sentences on either side."""

    question: Question
    outcome: Outcome
    cited: frozenset[Unit]
    gold: frozenset[Unit]
    top: Unit | None

    @property
    def sources(self) -> set[str]:
        """Ids of the documents cited."""
        return {stretch.document_id for stretch in self.outcome.cited}


@dataclass(frozen=True)
class Measure:
    """A row of the results table: its name, the questions it applies to, and what it says of one.

    `lower_is_better` decides what `compare` calls better; `gate` takes any measure either way.
    """

    name: str
    applies: Callable[[Suite, Question], bool]
    score: Callable[[Judged], Ratio]
    lower_is_better: bool = False


def _answerable(suite: Suite, question: Question) -> bool:
    return question.answerable


def _with_evidence(suite: Suite, question: Question) -> bool:
    return question.answerable and bool(question.evidence)


def has_whole_evidence(suite: Suite, question: Question) -> bool:
    """Whether the question's evidence is marked from end to end, and not by the few words of its answer."""
    return _with_evidence(suite, question) and not suite.evidence_is_short


def _with_short_evidence(suite: Suite, question: Question) -> bool:
    return _with_evidence(suite, question) and suite.evidence_is_short


def _with_several_documents(suite: Suite, question: Question) -> bool:
    return question.answerable and len(set(question.documents)) > 1


def _with_marked_sentences(suite: Suite, question: Question) -> bool:
    """Also the unanswerable questions of a set that marks sentences: whatever is cited for them is wrong."""
    return suite.marks_evidence and (bool(question.evidence) or not question.answerable)


def _with_short_answers(suite: Suite, question: Question) -> bool:
    return question.answerable and bool(question.answers)


def _any(suite: Suite, question: Question) -> bool:
    return True


ANSWERS: Sequence[Measure] = (
    Measure("citation precision", _with_evidence, lambda j: citation_precision(j.cited, j.gold)),
    Measure("citation recall", _with_evidence, lambda j: citation_recall(j.cited, j.gold)),
    Measure("citation F1", _with_evidence, lambda j: citation_f1(j.cited, j.gold)),
    Measure("citation precision (all)", _with_marked_sentences, lambda j: citation_precision(j.cited, j.gold)),
    Measure("wrong passage, right document", _with_evidence, lambda j: wrong_passage(j.cited, j.gold), True),
    Measure("character IoU", has_whole_evidence, lambda j: character_iou(j.outcome.cited, j.question.evidence)),
    Measure("character recall", has_whole_evidence, lambda j: character_recall(j.outcome.cited, j.question.evidence)),
    Measure(
        "character precision", has_whole_evidence, lambda j: character_precision(j.outcome.cited, j.question.evidence)
    ),
    Measure("quotes covered", _with_short_evidence, lambda j: quotes_covered(j.outcome.cited, j.question.evidence)),
    Measure("source precision", _with_several_documents, lambda j: source_precision(j.sources, j.question.documents)),
    Measure("source recall", _with_several_documents, lambda j: source_recall(j.sources, j.question.documents)),
    Measure("top sentence is gold", _with_evidence, lambda j: top_sentence(j.top, j.gold)),
    Measure("short answer hit", _with_short_answers, lambda j: Ratio(bool(j.outcome.hit))),
    Measure(
        "abstention precision", _any, lambda j: abstention_precision(bool(j.outcome.abstained), j.question.answerable)
    ),
    Measure("abstention recall", _any, lambda j: abstention_recall(bool(j.outcome.abstained), j.question.answerable)),
    Measure("abstention F1", _any, lambda j: abstention_f1(bool(j.outcome.abstained), j.question.answerable)),
    Measure(
        "wrong abstention", _any, lambda j: wrong_abstention(bool(j.outcome.abstained), j.question.answerable), True
    ),
    Measure("inexact citations", _any, lambda j: Ratio(j.outcome.inexact, len(j.outcome.cited)), True),
)

PASSAGES = 5
"""How many of the best passages are measured; five is what the report behind these measures retrieves."""

OF_PASSAGES: Mapping[str, Callable[[Iterable[Stretch], Iterable[Stretch]], Ratio]] = {
    f"character recall of {PASSAGES} passages": character_recall,
    f"character precision of {PASSAGES} passages": character_precision,
    f"character IoU of {PASSAGES} passages": character_iou,
}


def eligible(suite: Suite, questions: Iterable[Question]) -> dict[str, set[str]]:
    """By measure of answers, the ids of the questions that it applies to."""
    questions = list(questions)
    return {measure.name: {q.id for q in questions if measure.applies(suite, q)} for measure in ANSWERS}


def score_answers(suite: Suite, asked: Iterable[tuple[Question, Outcome]]) -> dict[str, dict[str, Ratio]]:
    """What each measure of answers says of each question that was answered or declined."""
    scores: dict[str, dict[str, Ratio]] = {measure.name: {} for measure in ANSWERS}
    for question, outcome in asked:
        if outcome.error is None and outcome.abstained is not None:
            judged = _judged(suite, question, outcome)
            for measure in ANSWERS:
                if measure.applies(suite, question):
                    scores[measure.name][question.id] = measure.score(judged)
    return scores


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


def _judged(suite: Suite, question: Question, outcome: Outcome) -> Judged:
    top = sorted(suite.cited([outcome.top])) if outcome.top else []
    return Judged(question, outcome, suite.cited(outcome.cited), suite.gold(question), top[0] if top else None)
