"""The weights of the evidence model: its files, and the lines that turn its raw scores into chances."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from rag.model_files import checked_files, read_manifest, unusable

DEFAULT_FOLDER = Path(__file__).parent / "weights"


@dataclass(frozen=True, slots=True)
class Calibration:
    """Straight lines from raw scores to log-odds, fitted on the development split of the training data.

    Attributes:
        relevance: weights of the answerable score, the best sentence score and the span margin, then the constant.
        sentence, span: slope and constant.
        thresholds: suggested cut-offs by name, on the calibrated scale (0 to 1).
    """

    relevance: tuple[float, float, float, float] = (1.0, 0.0, 0.0, 0.0)
    sentence: tuple[float, float] = (1.0, 0.0)
    span: tuple[float, float] = (1.0, 0.0)
    thresholds: Mapping[str, float] | None = None


@dataclass(frozen=True, slots=True)
class Weights:
    """A checked folder of weights."""

    network: Path
    tokenizer: Path
    calibration: Calibration
    version: str


@dataclass(frozen=True, slots=True)
class WordVectors:
    """The model's word vectors in 8 bits, as they lie in its file, which the support model shares.

    Attributes:
        table: (pieces, width), one row a word piece.
        checksum: SHA-256 of the file that they are from.
    """

    table: npt.NDArray[np.uint8]
    checksum: str


def word_vectors(folder: Path | None = None) -> WordVectors:
    """The vectors, mapped and not read: what is not asked for is not loaded. The file is not checked again.

    Raises:
        WeightsUnusable: the manifest does not say where they lie.
    """
    folder = folder or DEFAULT_FOLDER
    manifest = read_manifest(folder)
    if "words" not in manifest:
        raise unusable(f"{folder} does not say where its word vectors lie.")
    place = manifest["words"]
    table = np.memmap(folder / "model.onnx", np.uint8, "r", place["offset"], tuple(place["shape"]))
    return WordVectors(table, manifest["files"]["model.onnx"])


def load(folder: Path | None = None) -> Weights:
    """Read `manifest.json` and check every file that it names.

    Raises:
        WeightsUnusable: a file is missing or differs from its checksum, or the format is another one.
    """
    folder = folder or DEFAULT_FOLDER
    manifest = checked_files(folder)
    values: dict[str, Any] = manifest["calibration"]
    lines: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in values.items()}
    version = manifest["files"]["model.onnx"][:12]
    return Weights(folder / "model.onnx", folder / "tokenizer.json", Calibration(**lines), version)
