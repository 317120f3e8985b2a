"""From the setting `reader` to what finds the evidence. Models are loaded when first used."""

from __future__ import annotations

from collections.abc import Sequence

from index.store import IndexStore
from rag.reading.cross_encoder_reader import CrossEncoderReader
from rag.reading.evidence import Reader
from rag.reading.model_reader import ModelReader
from rag.reading.signals import Frequencies
from rag.reading.similarity_reader import SimilarityReader
from rag.settings import Settings

MODEL, SIMILARITY = "model", "similarity"


def choose(settings: Settings, store: IndexStore) -> Reader:
    """The reader that the settings name.

    "model" is our evidence model, "similarity" does without one. Anything else is a folder or a Hugging Face id of a cross-encoder.
    """
    if settings.reader == MODEL:
        return ModelReader(store.embedder, settings.evidence_model)
    if settings.reader == SIMILARITY:
        return SimilarityReader(store.embedder, _frequencies(store))
    return CrossEncoderReader(settings.reader, allow_download=settings.allow_download)


def _frequencies(store: IndexStore) -> Frequencies:
    def count(words: Sequence[str]) -> tuple[dict[str, int], int]:
        return store.catalog.document_frequency(words), store.catalog.count()[1]

    return count
