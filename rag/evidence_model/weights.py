"""The files of the model: found, checked against their checksums, and refused with a remedy when they do not fit."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpus.errors import RagError

DEFAULT_FOLDER = Path(__file__).parent / "weights"
FORMAT = 1


class WeightsUnusable(RagError):
    """The evidence model's files are missing, damaged, or made for another version of this code."""


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


def load(folder: Path | None = None) -> Weights:
    """Read `manifest.json` and check every file that it names.

    Raises:
        WeightsUnusable: a file is missing or differs from its checksum, or the format is another one.
    """
    folder = folder or DEFAULT_FOLDER
    manifest = _manifest(folder / "manifest.json")
    if manifest.get("format") != FORMAT:
        raise _unusable(f"{folder} holds evidence weights of format {manifest.get('format')!r}, not {FORMAT}.")
    for name, expected in manifest["files"].items():
        _check(folder / name, expected)
    values = manifest["calibration"]
    lines: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in values.items()}
    calibration = Calibration(**lines)
    return Weights(folder / "model.onnx", folder / "tokenizer.json", calibration, manifest["files"]["model.onnx"][:12])


def _manifest(path: Path) -> dict[str, Any]:
    try:
        manifest: dict[str, Any] = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise _unusable(f"The evidence model's manifest {path} cannot be read.") from error
    return manifest


def _check(path: Path, expected: str) -> None:
    try:
        found = hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError as error:
        raise _unusable(f"The evidence model's file {path} cannot be read.") from error
    if found != expected:
        sums = f"its SHA-256 is {found[:12]}, not {expected[:12]}"
        raise _unusable(f"The evidence model's file {path} is damaged: {sums}.")


def _unusable(message: str) -> WeightsUnusable:
    return WeightsUnusable(message, "Install the package again, or name a folder that export.py wrote.")
