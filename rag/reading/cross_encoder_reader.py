"""Any cross-encoder for relevance as the reader, in place of our evidence model: a reranker of the Hugging Face kind.

It reads the question with each passage, and then with each sentence of the best few passages.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from math import log
from typing import TYPE_CHECKING

import numpy as np

from corpus.document import Span
from index.search import Hit
from rag.cross_encoder import Scores, load, outputs
from rag.errors import BadSetting
from rag.reading.evidence import EvidenceSentence, Reading, best_first, statements, text_of
from rag.reading.question import Question
from rag.reading.signals import Weights, stems
from rag.reading.speakers import knows_the_speaker
from rag.reading.unnamed import unnamed

if TYPE_CHECKING:
    from sentence_transformers import CrossEncoder

INSTEAD = "RAG_READER=model"
PASSAGE_WEIGHTS = Weights(0.0, {"passage": 1.0})
SENTENCE_WEIGHTS = Weights(0.0, {"sentence": 0.5, "passage": 0.5})
"""The mean of the log-odds of sentence and passage: a sentence alone often does not say whom or what it is about."""
CONFIDENCE_WEIGHTS = Weights(0.0, {"passage": 1.0, "speaker missing": log(0.25)})
"""A passage that does not name the person whose words are asked for keeps a quarter of its odds, as with our own model."""

_BEST = 4  # passages whose sentences are read, each as a pair of its own: the cost of a question, and enough for an overview
_FARTHEST = 30.0  # log-odds; beyond it chances are no longer told apart from 0 and 1
_DENIES = re.compile(r"^(?:not?|non|ir)(?=[_ -]|relevant)|^negative")
_TRAINED = "ForSequenceClassification"


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A sentence that may be evidence, and the log-odds of its passage."""

    hit: Hit
    span: Span
    text: str
    passage: float


class CrossEncoderReader:
    """Scores passages and sentences with a cross-encoder, loaded when first used. Safe to share between threads.

    A model of one output gives the log-odds of relevance; of two, the second is relevance. Sentences of other passages than
    the best few are scored as if each fitted as little as the least fitting sentence that was read, so none comes before those.

    The confidence is the model's chance that the best passage is relevant. It is not calibrated: rerankers learn to order
    passages, and where their scores part answer from no answer differs. `RAG_ABSTAIN_BELOW` may have to be set for each.

    Args:
        name: a folder or a Hugging Face id, looked up in the local cache only unless `allow_download`.
    """

    def __init__(self, name: str, *, allow_download: bool = False) -> None:
        self.name = name
        self._allow_download = allow_download
        self._lock = threading.Lock()

    def load(self) -> None:
        """Load the model now.

        Raises:
            ModelMissing: it cannot be loaded. BadSetting: it is no model that scores relevance.
        """
        with self._lock:
            self._model  # noqa: B018 - the first look loads it

    def read(self, question: Question, hits: Sequence[Hit]) -> Reading:
        """See `Reader.read`.

        Raises:
            ModelMissing, BadSetting: as `load`.
        """
        if not hits:
            return Reading((), 0.0, ())
        passages = self._log_odds(question, [hit.passage.text for hit in hits])
        return Reading(
            best_first(self._sentences(question, hits, passages)),
            _confidence(question, hits, passages),
            tuple(PASSAGE_WEIGHTS.chance({"passage": one}) for one in passages),
            unnamed(question, hits),
        )

    def _sentences(self, question: Question, hits: Sequence[Hit], passages: Sequence[float]) -> list[EvidenceSentence]:
        read, others = _parted(
            [
                _Candidate(hit, span, text_of(hit, span), passage)
                for hit, passage in zip(hits, passages, strict=True)
                for span in statements(hit)
            ]
        )
        own = self._log_odds(question, [candidate.text for candidate in read])
        least = min(own, default=-_FARTHEST)
        scored = [*zip(read, own, strict=True), *((candidate, least) for candidate in others)]
        return [_evidence(candidate, sentence) for candidate, sentence in scored]

    def _log_odds(self, question: Question, texts: Sequence[str]) -> list[float]:
        """Of the relevance of each text to the question."""
        if not texts:
            return []
        with self._lock:
            found = outputs(self._model, [(question.text, text) for text in texts])
        return relevance(found)

    @cached_property
    def _model(self) -> CrossEncoder:
        model = load(self.name, what="reader", instead=INSTEAD, allow_download=self._allow_download)
        _require_relevance(model, self.name)
        return model


def relevance(rows: Scores) -> list[float]:
    """The log-odds of relevance in a model's outputs, of shape `(texts, 1 or 2)`; a text that it gives no number has none."""
    odds = rows[:, 0] if rows.shape[1] == 1 else rows[:, 1] - rows[:, 0]
    bounded = np.clip(np.nan_to_num(odds, nan=-_FARTHEST), -_FARTHEST, _FARTHEST)
    return [float(one) for one in bounded]


def _require_relevance(model: CrossEncoder, name: str) -> None:
    """Refuse what loads without complaint and scores at random or something else, such as an embedding model."""
    remedy = f"Name a model of one output, or of two of which the second is relevance, or set {INSTEAD}."
    if model.num_labels not in (1, 2):
        raise BadSetting(
            f"The reader {name!r} has {model.num_labels} outputs; none of them is known to be relevance.", remedy
        )
    labels = {
        int(place): str(label).lower() for place, label in (getattr(model.config, "id2label", None) or {}).items()
    }
    if model.num_labels == 2 and _DENIES.search(labels.get(1, "")) and not _DENIES.search(labels.get(0, "")):
        raise BadSetting(f"The second output of the reader {name!r} means {labels[1]!r}, not relevance.", remedy)
    kinds = getattr(model.config, "architectures", None) or ()
    if len(model) == 1 and not any(kind.endswith(_TRAINED) for kind in kinds):
        raise BadSetting(f"The reader {name!r} was not trained as a cross-encoder ({', '.join(kinds)}).", remedy)


def _parted(candidates: Sequence[_Candidate]) -> tuple[list[_Candidate], list[_Candidate]]:
    """The sentences of the best passages, and the others."""
    ordered = sorted(candidates, key=lambda candidate: (-candidate.passage, candidate.hit.passage.id))
    best = list(dict.fromkeys(candidate.hit.passage.id for candidate in ordered))[:_BEST]
    read = [candidate for candidate in ordered if candidate.hit.passage.id in best]
    return read, ordered[len(read) :]


def _evidence(candidate: _Candidate, sentence: float) -> EvidenceSentence:
    score = SENTENCE_WEIGHTS.chance({"sentence": sentence, "passage": candidate.passage})
    return EvidenceSentence(candidate.hit, candidate.span, candidate.text, score)


def _confidence(question: Question, hits: Sequence[Hit], passages: Sequence[float]) -> float:
    best = max(range(len(hits)), key=lambda i: passages[i])
    held = stems(" ".join((*hits[best].passage.heading, hits[best].passage.text)))
    missing = not knows_the_speaker(question, held, hits)
    return CONFIDENCE_WEIGHTS.chance({"passage": passages[best], "speaker missing": float(missing)})
