"""The weights of the evidence model: its files, and the lines that turn its raw scores into chances."""

from __future__ import annotations

import hashlib
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
    """

    table: npt.NDArray[np.uint8]

    @property
    def checksum(self) -> str:
        """SHA-256 of the table."""
        return hashlib.sha256(self.table.tobytes()).hexdigest()


def word_vectors(folder: Path | None = None) -> WordVectors:
    """The vectors, mapped: what is not asked for takes no memory. Whoever shares them compares their checksum.

    Raises:
        WeightsUnusable: the manifest does not say where they lie, or they do not lie there.
    """
    folder = folder or DEFAULT_FOLDER
    try:
        place = read_manifest(folder)["words"]
        return WordVectors(np.memmap(folder / "model.onnx", np.uint8, "r", place["offset"], tuple(place["shape"])))
    except (OSError, ValueError, KeyError) as error:
        raise unusable(f"The word vectors in {folder} cannot be read.") from error


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
