"""`SupportReader`: loads the shipped weights and reads claims beside the texts that they cite.

Runs on ONNX Runtime, one window at a time on as many threads as asked for: nothing is padded, and no score depends on
what else is scored beside it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer

from rag.inference import Session, plain, session, workers
from rag.support_model.encoding import Cited, Window, windows
from rag.support_model.scores import SupportScores
from rag.support_model.stretches import Stretch, whole_words
from rag.support_model.weights import Calibration, load

Words = npt.NDArray[np.uint8]
NOTHING = SupportScores(0.0, 0.0)
DOUBTED_FROM = 0.75
"""The chance from which a word of the claim counts as not borne out; doubted words weighed three times in training."""


@dataclass(frozen=True, slots=True)
class _Read:
    """One window as the network saw it: logits of supported, contradicted, neither; a logit of doubt a claim token."""

    support: np.ndarray  # (3,)
    words: np.ndarray  # (claim tokens,)
    window: Window


class SupportReader:
    """Thread-safe: any number of threads may call `read` at once. `words`: (pieces, width), the vectors of word pieces."""

    def __init__(
        self,
        session: Session,
        words: Words,
        tokenizer: Tokenizer,
        calibration: Calibration,
        version: str,
        threads: int | None,
    ):
        self._session = session
        self._words = words
        self._tokenizer = plain(tokenizer)
        self._workers = workers("support", threads)
        self._calibration = calibration
        self.version = version

    @classmethod
    def load(cls, path: Path | None = None, threads: int | None = None) -> Self:
        """From a folder that `training/export.py` wrote; the shipped weights if none is named.

        Raises:
            WeightsUnusable: files are missing or damaged.
        """
        weights = load(path)
        tokenizer = Tokenizer.from_file(str(weights.tokenizer))
        return cls(session(weights.network), weights.words, tokenizer, weights.calibration, weights.version, threads)

    def read(self, cited: Sequence[Cited]) -> list[SupportScores]:
        """Scores in the order of the claims. A long text counts as its most telling window, a long claim as its worst piece;
        nothing and by nothing is anything borne out."""
        cut = [windows(self._tokenizer, one) for one in cited]
        every = [window for pieces in cut for parts in pieces for window in parts if window.says_something]
        read = {id(one.window): one for one in self._workers.map(self._read, sorted(every, key=_length, reverse=True))}
        scores = [[self._scores([read.get(id(window)) for window in parts]) for parts in pieces] for pieces in cut]
        return [_worst(one.claim, pieces) for one, pieces in zip(cited, scores, strict=True)]

    def _read(self, window: Window) -> _Read:
        support, words = self._session.run(["support", "words"], feed(window, self._words))
        return _Read(support[0], words[0][1 : 1 + len(window.offsets)], window)

    def _scores(self, read: Sequence[_Read | None]) -> SupportScores:
        """Of one piece of a claim, by the windows of the text."""
        sound = [one for one in read if one is not None]
        if not sound:
            return NOTHING
        chances = [self._calibration.chances(one.support) for one in sound]
        best = max(range(len(sound)), key=lambda place: chances[place][0])
        supported = chances[best][0]
        contradicted = min(max(chance[1] for chance in chances), 1 - supported)
        return SupportScores(supported, contradicted, _doubted(sound[best]))


def _worst(claim: str, pieces: Sequence[SupportScores]) -> SupportScores:
    """What a claim comes to whose pieces were read apart; its doubted words whole."""
    supported = min(piece.supported for piece in pieces)
    contradicted = min(max(piece.contradicted for piece in pieces), 1 - supported)
    doubted = whole_words(claim, {one for piece in pieces for one in piece.doubted})
    return SupportScores(supported, contradicted, doubted)


def _length(window: Window) -> int:
    return len(window.tokens)


def feed(window: Window, words: Words) -> dict[str, np.ndarray]:
    """The network's inputs: tokens, segments, attention and 1 on the claim's tokens, (1, T) each; and the tokens' vectors."""
    tokens = np.array([window.tokens], dtype=np.int64)
    claim = np.zeros_like(tokens)
    claim[0, 1 : 1 + len(window.offsets)] = 1
    segments = np.array([window.segments], dtype=np.int64)
    inputs = {"tokens": tokens, "segments": segments, "attention": np.ones_like(tokens), "claim": claim}
    return {**inputs, "vectors": words[tokens]}


def _doubted(read: _Read) -> tuple[Stretch, ...]:
    """The pieces of the claim that the network doubts."""
    cut = np.log(DOUBTED_FROM / (1 - DOUBTED_FROM))
    return tuple(place for place, logit in zip(read.window.offsets, read.words, strict=True) if logit >= cut)
