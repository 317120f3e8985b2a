"""`EvidenceModel`: loads the shipped weights and scores passages for a question.

Runs on ONNX Runtime, one window of a passage at a time on as many threads as asked for: nothing is padded, and no
score depends on what else is scored beside it.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Self

import numpy as np
from tokenizers import Tokenizer

from rag.evidence_model.encoding import Window, windows
from rag.evidence_model.feed import feed, place_of_sentences
from rag.evidence_model.scores import PassageInput, PassageScores, RawScores
from rag.evidence_model.weights import Calibration, load
from rag.inference import Session, plain, session, workers

LONGEST_ANSWER = 24  # tokens


class EvidenceModel:
    """Thread-safe: any number of threads may call `score` at once."""

    def __init__(
        self, session: Session, tokenizer: Tokenizer, calibration: Calibration, version: str, threads: int | None
    ):
        self._session = session
        self._tokenizer = plain(tokenizer)
        self._workers = workers("evidence", threads)
        self.calibration = calibration
        self.version = version

    @classmethod
    def load(cls, path: Path | None = None, threads: int | None = None) -> Self:
        """From a folder that `training/export.py` wrote; the shipped weights if none is named.

        Raises:
            WeightsUnusable: files are missing or damaged.
        """
        weights = load(path)
        tokenizer = Tokenizer.from_file(str(weights.tokenizer))
        return cls(session(weights.network), tokenizer, weights.calibration, weights.version, threads)

    def score(self, question: str, passages: Sequence[PassageInput]) -> list[PassageScores]:
        """Scores in the order of the passages. A passage longer than a window is as relevant as its best window."""
        cut = [windows(self._tokenizer, question, p.title, p.text, p.sentences) for p in passages]
        longest_first = sorted((window for parts in cut for window in parts), key=lambda w: -len(w.tokens))
        scored = self._workers.map(self.raw, longest_first)
        raw = {id(window): scores for window, scores in zip(longest_first, scored, strict=True)}
        return [self._merged(parts, [raw[id(window)] for window in parts]) for parts in cut]

    def raw(self, window: Window) -> RawScores:
        """The network's scores of one window."""
        inputs = feed(window)
        answerable, sentences, starts, ends = self._session.run(["answerable", "sentences", "starts", "ends"], inputs)
        span, best = _best_span(starts[0], ends[0], place_of_sentences(window))
        logits = tuple(float(value) for value in sentences[0][: len(window.sentences)])
        return RawScores(float(answerable[0]), logits, best - float(starts[0, 0] + ends[0, 0]), span)

    def relevance(self, raw: RawScores) -> float:
        """Log-odds that a window answers the question."""
        own, sentence, margin, constant = self.calibration.relevance
        return own * raw.answerable + sentence * max(raw.sentences, default=0.0) + margin * raw.margin + constant

    def _merged(self, parts: Sequence[Window], raws: Sequence[RawScores]) -> PassageScores:
        slope, constant = self.calibration.sentence
        scores = [_chance(slope * logit + constant) for raw in raws for logit in raw.sentences]
        window, raw = max(zip(parts, raws, strict=True), key=lambda pair: pair[1].margin)
        slope, constant = self.calibration.span
        span = (window.offsets[raw.span[0]][0], window.offsets[raw.span[1]][1]) if raw.span else None
        relevance = _chance(max(self.relevance(part) for part in raws))
        return PassageScores(relevance, scores, span, _chance(slope * raw.margin + constant) if span else 0.0)


def _best_span(starts: np.ndarray, ends: np.ndarray, place: np.ndarray) -> tuple[tuple[int, int] | None, float]:
    """First and last token of the best stretch inside one sentence, and its score; the earlier one wins a tie."""
    inside = np.flatnonzero(place >= 0)
    if not len(inside):
        return None, float(starts[0] + ends[0])
    scores = starts[inside][:, None] + ends[inside][None]
    gaps = inside[None] - inside[:, None]
    fits = (gaps >= 0) & (gaps < LONGEST_ANSWER) & (place[inside][:, None] == place[inside][None])
    first, last = divmod(int(np.argmax(np.where(fits, scores, -np.inf))), len(inside))
    return (int(inside[first]), int(inside[last])), float(scores[first, last])


def _chance(log_odds: float) -> float:
    return float(1 / (1 + np.exp(-np.clip(log_odds, -30, 30))))
