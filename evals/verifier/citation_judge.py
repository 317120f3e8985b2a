"""What a support model says of sentences and the texts that they cite: all texts together, each alone, and all without each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import sentencex

from evals.measures.sentence_support import CitationSupport, SentenceSupport
from evals.verifier.judge import LONGEST_TEXT, nearest
from index.embed import Embedder
from rag.verify.support.port import Pair, SupportModel

Statement = tuple[str, tuple[str, ...]]
"""A sentence and texts that may bear it out together."""


@dataclass(frozen=True, slots=True)
class CitedSentence:
    """A sentence of an answer, the texts of its distinct usable citations, and how many distinct ones are not usable."""

    text: str
    texts: tuple[str, ...]
    unusable: int = 0


class CitationJudge:
    """Asks the model no pair twice, and no more than the measures need.

    Texts are joined by a space. Of more than `LONGEST_TEXT` words the sentences nearest to the statement are read, as in the
    exam on labelled pairs (`judge.py`), so that what was found there of the model holds here. A judgement that failed counts
    as "not borne out".

    Attributes:
        asked, failed: pairs that the model was asked, and how many of them it gave no usable judgement on.
    """

    def __init__(self, model: SupportModel, embedder: Embedder) -> None:
        self.model = model
        self._embedder = embedder
        self._known: dict[Pair, bool] = {}
        self.failed = 0

    @property
    def asked(self) -> int:
        """How many different pairs the model was asked."""
        return len(self._known)

    def answer(self, sentences: Sequence[CitedSentence]) -> list[SentenceSupport]:
        """One judgement a sentence of an answer, in order."""
        together = self._bear_out([(one.text, one.texts) for one in sentences])
        several = [one for one, borne_out in zip(sentences, together, strict=True) if borne_out and len(one.texts) > 1]
        alone = iter(self._bear_out([(one.text, (text,)) for one in several for text in one.texts]))
        found = {id(one): [next(alone) for _ in one.texts] for one in several}
        rest = iter(self._bear_out([(one.text, left) for one in several for left in _left(one, found[id(one)])]))
        judged = {id(one): tuple(_citation(yes, rest) for yes in found[id(one)]) for one in several}
        return [
            SentenceSupport(borne_out, judged.get(id(one), _plain(one, borne_out)), one.unusable)
            for one, borne_out in zip(sentences, together, strict=True)
        ]

    def _bear_out(self, statements: Sequence[Statement]) -> list[bool]:
        pairs = [Pair(claim, self._read(claim, texts)) if texts else None for claim, texts in statements]
        new = [pair for pair in dict.fromkeys(pairs) if pair is not None and pair not in self._known]
        for pair, support in zip(new, self.model.judge(new) if new else [], strict=True):
            self.failed += support.failed
            self._known[pair] = not support.failed and support.supported >= self.model.threshold
        return [pair is not None and self._known[pair] for pair in pairs]

    def _read(self, claim: str, texts: Sequence[str]) -> str:
        joined = " ".join(texts)
        if len(joined.split()) <= LONGEST_TEXT:
            return joined
        sentences = [s.strip() for text in texts for s in sentencex.segment("en", text) if s.strip()]
        return " ".join(nearest(claim, sentences, self._embedder))


def _left(sentence: CitedSentence, alone: Sequence[bool]) -> Iterator[tuple[str, ...]]:
    """The other texts, for each text that does not bear the sentence out alone: for those that do, nothing hangs on it."""
    for place, borne_out in enumerate(alone):
        if not borne_out:
            yield sentence.texts[:place] + sentence.texts[place + 1 :]


def _citation(alone: bool, rest: Iterator[bool]) -> CitationSupport:
    return CitationSupport(True) if alone else CitationSupport(False, next(rest))


def _plain(sentence: CitedSentence, borne_out: bool) -> tuple[CitationSupport, ...]:
    """Of a single citation, and of those of a sentence that is not borne out, the whole says all."""
    return tuple(CitationSupport(borne_out) for _ in sentence.texts)
