"""The measures of answers: which question each applies to, and what it says of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from evals.cases import Question, Suite
from evals.judged import Judged
from evals.measures.abstention import abstention_f1, abstention_precision, abstention_recall, wrong_abstention
from evals.measures.attribution_kept import attribution_kept
from evals.measures.character_iou import character_iou
from evals.measures.character_precision import character_precision
from evals.measures.character_recall import character_recall
from evals.measures.citation_f1 import citation_f1
from evals.measures.citation_precision import citation_precision
from evals.measures.citation_recall import citation_recall
from evals.measures.evidence_at_hand import evidence_at_hand
from evals.measures.exact_match import exact_match
from evals.measures.price import price
from evals.measures.quotes_covered import quotes_covered
from evals.measures.ratio import Ratio
from evals.measures.removed_sentences import removed_sentences
from evals.measures.source_precision import source_precision
from evals.measures.source_recall import source_recall
from evals.measures.token_f1 import token_f1
from evals.measures.tokens import completion_tokens, prompt_tokens
from evals.measures.top_sentence import top_sentence
from evals.measures.uncited_sentences import uncited_sentences
from evals.measures.unsupported_sentences import unsupported_sentences
from evals.measures.wrong_passage import wrong_passage
from evals.usage import Usage


@dataclass(frozen=True)
class Measure:
    """A row of the results table: its name, the questions it applies to, and what it says of one.

    Attributes:
        score: `None` where the assistant does not tell what the measure needs.
        lower_is_better: decides what `compare` calls better; `None`: neither is. `gate` takes any measure either way.
        unit: "share" (0 to 1), "tokens" or "money".
        if_told: left out of the figures where it says nothing of any question, and not shown without a value.
    """

    name: str
    applies: Callable[[Suite, Question], bool]
    score: Callable[[Judged], Ratio | None]
    lower_is_better: bool | None = False
    unit: str = "share"
    if_told: bool = False


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


def _with_speaker(suite: Suite, question: Question) -> bool:
    return _with_evidence(suite, question) and bool(question.speaker)


def _any(suite: Suite, question: Question) -> bool:
    return True


def _unsupported(judged: Judged) -> Ratio | None:
    """`None` where sentences were shown and the assistant gave no verdict on any."""
    verdicts = [sentence.verdict for sentence in judged.outcome.sentences]
    return unsupported_sentences(verdicts) if any(verdicts) or not verdicts else None


def _removed(judged: Judged) -> Ratio | None:
    removed = judged.outcome.removed
    return None if removed is None else removed_sentences(len(judged.outcome.sentences), removed)


def _at_hand(judged: Judged) -> Ratio | None:
    if judged.nearest is None:
        return None
    return evidence_at_hand(bool(judged.outcome.abstained), judged.nearest, judged.gold)


def _used(measure: Callable[[Usage], Ratio]) -> Callable[[Judged], Ratio | None]:
    return lambda judged: measure(judged.outcome.usage) if judged.outcome.usage else None


def _paid(judged: Judged) -> Ratio | None:
    usage, prices = judged.outcome.usage, judged.prices
    return price(usage, prices) if usage and prices else None


UNSUPPORTED = "unsupported sentences"

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
    Measure("short answer exact match", _with_short_answers, lambda j: exact_match(j.short_answer, j.question.answers)),
    Measure("short answer F1", _with_short_answers, lambda j: token_f1(j.short_answer, j.question.answers)),
    Measure(
        "abstention precision", _any, lambda j: abstention_precision(bool(j.outcome.abstained), j.question.answerable)
    ),
    Measure("abstention recall", _any, lambda j: abstention_recall(bool(j.outcome.abstained), j.question.answerable)),
    Measure("abstention F1", _any, lambda j: abstention_f1(bool(j.outcome.abstained), j.question.answerable)),
    Measure(
        "wrong abstention", _any, lambda j: wrong_abstention(bool(j.outcome.abstained), j.question.answerable), True
    ),
    Measure("evidence at hand when declined", _with_evidence, _at_hand, if_told=True),
    Measure("inexact citations", _any, lambda j: Ratio(j.outcome.inexact, len(j.outcome.cited)), True),
    Measure("uncited sentences", _any, lambda j: uncited_sentences(j.usable), True),
    Measure(UNSUPPORTED, _any, _unsupported, True, if_told=True),
    Measure("removed sentences", _any, _removed, None, if_told=True),
    Measure("attribution kept", _with_speaker, lambda j: attribution_kept(j.question.speaker, j.on_gold), if_told=True),
    Measure("prompt tokens a question", _any, _used(prompt_tokens), True, "tokens", if_told=True),
    Measure("completion tokens a question", _any, _used(completion_tokens), True, "tokens", if_told=True),
    Measure("price a question", _any, _paid, True, "money", if_told=True),
)


def eligible(suite: Suite, questions: Iterable[Question]) -> dict[str, set[str]]:
    """By measure of answers, the ids of the questions that it applies to."""
    questions = list(questions)
    return {measure.name: {q.id for q in questions if measure.applies(suite, q)} for measure in ANSWERS}
