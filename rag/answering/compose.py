"""Evidence to answer sentences, without a language model: sentences of the documents, verbatim, each with its citation.

The best sentences are kept, near repeats are folded into one sentence with several citations, a sentence that opens with a
pronoun brings the one before it, and what comes from one document stays together.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from corpus.document import Span
from corpus.markup import plain
from index.passage import Passage
from index.words import stem, words
from rag.answering.cite import Known, cite, number
from rag.reading.emphasis import emphasis
from rag.reading.evidence import EvidenceSentence, Reading
from rag.reading.question import Question
from rag.reading.signals import log_odds
from rag.records.answers import AnswerSentence, Citation
from rag.records.drafts import Numbered

_REPEAT = 0.75  # share of words in common from which two sentences say the same
_TOKEN = re.compile(r"[\w’']+")
_CHANGES_MEANING = frozenset(
    "not no nor never neither none nobody nothing without cannot refuse refused refuses decline declined declines reject rejected may might "
    "could would should will shall must can tentatively proposed planned draft adopted final provisionally possibly probably likely "
    "unlikely before after more less fewer over under above below all some most few only increase decrease up down win lost lose won".split()
)
_CONSIDERED = 3  # repeats may take up as many places as that
_LEANS = re.compile(
    r"(?:He|She|They|It|His|Her|Their|Its|Both|The (?:former|latter)|(?:This|These|That|Those|Such)(?: \w+)?"
    r"(?= (?:is|are|was|were|has|have|had|would|will|can|could|may|might|means|does|did|includes?|signals?)\b))\b"
)
_GOES_ON = re.compile(r"(?:He|She|They|His|Her|Their)\b")


@dataclass(frozen=True, slots=True)
class Keep:
    """Which sentences an answer keeps beside the best: those with this share of its odds, and this chance, if the best one has it."""

    share: float
    chance: float

    def keeps(self, score: float, best: float) -> bool:
        """By the chances (0 to 1) of a sentence and of the best one."""
        return (score >= self.chance or best < self.chance) and _odds(score) >= self.share * _odds(best)


# Chosen by `python -m evals.fitting.model_reader`: F1 of what is kept, on tuning questions.
KEEP_FOR_ONE = Keep(share=0.5, chance=0.15)
KEEP_FOR_SEVERAL = Keep(share=0.25, chance=0.12)


@dataclass(frozen=True, slots=True)
class Draft:
    """Answer sentences in reading order, and how many sentences of like score were left out."""

    sentences: tuple[AnswerSentence, ...]
    left_out: int


def compose(question: Question, reading: Reading, known: Known, most: int) -> Draft:
    """The extractive answer, of at most `most` sentences (and those they lean on)."""
    groups = _grouped(reading.sentences)
    keep = KEEP_FOR_SEVERAL if question.several else KEEP_FOR_ONE
    good = [group for group in groups if group is groups[0] or keep.keeps(group[0].score, groups[0][0].score)]
    kept = _ordered(good[:most], by_document=question.broad)
    used: set[tuple[str, int]] = set()
    sentences = [s for group in kept for s in _sentences(question, group, known, used)]
    return Draft(tuple(sentences), max(0, len(good) - most))


def for_writing(reading: Reading, known: Known, most: int) -> tuple[Numbered, ...]:
    """Numbered evidence for a language model: the best `most` sentences, repeats left out, best first."""
    return number([(sentence.hit.passage, sentence.span) for sentence in _best(reading, most)], known)


def closest(reading: Reading, known: Known, most: int) -> tuple[Citation, ...]:
    """The best `most` sentences, repeats left out, best first: for reading oneself where none is sure enough to be an answer.

    One that opens with a pronoun is cited together with the one before it.
    """
    return tuple(cite(s.hit.passage, _with_antecedent(s), known) for s in _best(reading, most))


def _best(reading: Reading, most: int) -> list[EvidenceSentence]:
    return [group[0] for group in _grouped(reading.sentences[: _CONSIDERED * most])][:most]


Group = list[EvidenceSentence]
"""Sentences that say the same, best first."""


def _grouped(sentences: Sequence[EvidenceSentence]) -> list[Group]:
    groups: list[tuple[set[str], Group]] = []
    for sentence in sentences:
        stems = {stem(w) for w in words(sentence.text)}
        same = next(
            (g for first, g in groups if _likeness(first, stems) >= _REPEAT and _says_the_same(g[0], sentence)), None
        )
        if same is None:
            groups.append((stems, [sentence]))
        else:
            same.append(sentence)
    return [group for _, group in groups]


def _odds(chance: float) -> float:
    return math.exp(log_odds(chance))


def _says_the_same(left: EvidenceSentence, right: EvidenceSentence) -> bool:
    """Whether what sets two like sentences apart changes nothing: no number, name, negation or change of certainty."""
    apart = set(_TOKEN.findall(left.text)) ^ set(_TOKEN.findall(right.text))
    return not any(any(c.isdigit() or c.isupper() for c in token) or token in _CHANGES_MEANING for token in apart)


def _likeness(left: set[str], right: set[str]) -> float:
    """Jaccard's index."""
    return len(left & right) / len(left | right) if left | right else 0.0


def _ordered(groups: list[Group], *, by_document: bool) -> list[Group]:
    """The best first; for an overview, documents in the order of their best sentence, and each in its own order."""
    if not by_document:
        return groups
    rank = {document: i for i, document in reversed(list(enumerate(_document(group) for group in groups)))}
    return sorted(groups, key=lambda group: (rank[_document(group)], group[0].span.start))


def _document(group: Group) -> str:
    return group[0].hit.passage.document_id


def _sentences(question: Question, group: Group, known: Known, used: set[tuple[str, int]]) -> Iterable[AnswerSentence]:
    first = group[0]
    passage = first.hit.passage
    before = _antecedent(passage, first)
    after = _continuation(passage, first) if question.broad else None
    for span in [s for s in (before, first.span, after) if s]:
        place = (passage.document_id, span.start)
        if place not in used:
            used.add(place)
            repeats = group[1:] if span is first.span else []
            yield _sentence(question, passage, span, first.answer if span is first.span else None, repeats, known)


def _sentence(
    question: Question,
    passage: Passage,
    span: Span,
    answer: Span | None,
    repeats: Iterable[EvidenceSentence],
    known: Known,
) -> AnswerSentence:
    citation = cite(passage, span, known)
    others = [cite(other.hit.passage, other.span, known) for other in repeats]
    text = plain(citation.quote, known[passage.document_id].media_type)
    return AnswerSentence(text, _distinct([citation, *others]), _emphasis(question, text, passage, answer))


def _emphasis(question: Question, text: str, passage: Passage, answer: Span | None) -> tuple[tuple[int, int], ...]:
    if answer is None:
        return emphasis(question, text)
    return emphasis(
        question, text, plain(passage.text[answer.start - passage.start : answer.end - passage.start], "text/plain")
    )


def _distinct(citations: Iterable[Citation]) -> tuple[Citation, ...]:
    return tuple({c.key: c for c in citations}.values())


def _continuation(passage: Passage, sentence: EvidenceSentence) -> Span | None:
    """The sentence after, where it goes on about the same person: an overview of what somebody said needs it."""
    later = [s for s in passage.sentences if s.statement and s.start >= sentence.span.end]
    if later and _GOES_ON.match(passage.text, later[0].start - passage.start):
        return later[0]
    return None


def _with_antecedent(sentence: EvidenceSentence) -> Span:
    before = _antecedent(sentence.hit.passage, sentence)
    return Span(before.start, sentence.span.end) if before else sentence.span


def _antecedent(passage: Passage, sentence: EvidenceSentence) -> Span | None:
    """The sentence before one that opens with a pronoun, where the passage holds it."""
    if not _LEANS.match(sentence.text):
        return None
    earlier = [s for s in passage.sentences if s.statement and s.end <= sentence.span.start]
    return earlier[-1] if earlier else None
