"""How long an answer takes, stage by stage, beside the time of one question's embedding in the same run.

The embedding is the yardstick: it makes runs on machines of different speed comparable.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.progress import track

from evals.adapters.product import Product
from evals.cases import Question, Suite
from evals.figures import percentiles
from evals.provenance import provenance, public_settings
from evals.splits import choose
from index.embed import SentenceTransformerEmbedder

_WARM_UP = 5  # questions asked before the clock counts: models load and caches fill


@dataclass(frozen=True, slots=True)
class Latency:
    """Milliseconds by stage (p50, p95) over a number of questions. `whole answer` is the call as a user makes it."""

    suite: str
    questions: int
    stages: Mapping[str, Mapping[str, float]]
    settings: Mapping[str, Any]

    @property
    def title(self) -> str:
        """What the table shows."""
        return f"Milliseconds a question, {self.questions} questions of {self.suite}"

    def to_dict(self) -> dict[str, Any]:
        """The JSON form."""
        measured = {"suite": self.suite, "asked": self.questions, "timings_ms": dict(self.stages)}
        return {**measured, "settings": public_settings(self.settings), **provenance()}


def measure(suite: Suite, index: Path, limit: int | None = None, *, progress: bool = True) -> Latency:
    """Ask the questions of the tune split one after another, as one user would."""
    with closing(Product(remember=False, progress=progress)) as product:
        product.prepare(suite, index)
        return _measured(product, suite, limit, progress=progress)


def _measured(product: Product, suite: Suite, limit: int | None, *, progress: bool) -> Latency:
    questions = choose(suite.questions, "tune", limit)
    for question in questions[:_WARM_UP]:
        product.reply(question.text)
    settings = product.settings()
    embedder = SentenceTransformerEmbedder(settings["embedding_model"], allow_download=settings["allow_download"])
    embedder.encode_question("Warm up.")
    shown = track(questions, "Asking", console=Console(stderr=True), disable=not progress, transient=True)
    rows = [_timed(product, embedder, question) for question in shown]
    names = dict.fromkeys(stage for row in rows for stage in row)
    stages = {stage: percentiles([row[stage] for row in rows if stage in row]) for stage in names}
    return Latency(suite.name, len(rows), stages, settings)


def _timed(product: Product, embedder: SentenceTransformerEmbedder, question: Question) -> dict[str, float]:
    started = time.perf_counter()
    embedder.encode_question(question.text)
    embedded = time.perf_counter()
    reply = product.reply(question.text)
    answered = time.perf_counter()
    yardstick, whole = 1000 * (embedded - started), 1000 * (answered - embedded)
    return {**reply.timings, "whole answer": whole, "one question embedding (yardstick)": yardstick}
