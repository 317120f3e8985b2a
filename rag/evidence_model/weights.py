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
        support: what the three support logits (supported, contradicted, neither) are multiplied by, then the constant
            that is added to each; `None`: these weights have no support head.
        thresholds: suggested cut-offs by name, on the calibrated scale (0 to 1).
    """

    relevance: tuple[float, float, float, float] = (1.0, 0.0, 0.0, 0.0)
    sentence: tuple[float, float] = (1.0, 0.0)
    span: tuple[float, float] = (1.0, 0.0)
    support: tuple[float, float, float, float] | None = None
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
    manifest = _checked_manifest(folder)
    for name, expected in manifest["files"].items():
        _check(folder / name, expected)
    version = manifest["files"]["model.onnx"][:12]
    return Weights(folder / "model.onnx", folder / "tokenizer.json", _calibration(manifest), version)


def read_calibration(folder: Path | None = None) -> Calibration:
    """The calibration alone: reads `manifest.json` and none of the files that it names.

    Raises:
        WeightsUnusable: the manifest is missing or damaged, or the format is another one.
    """
    folder = folder or DEFAULT_FOLDER
    return _calibration(_checked_manifest(folder))


def _calibration(manifest: Mapping[str, Any]) -> Calibration:
    values: dict[str, Any] = manifest["calibration"]
    lines: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in values.items()}
    return Calibration(**lines)


def _checked_manifest(folder: Path) -> dict[str, Any]:
    manifest = _manifest(folder / "manifest.json")
    if manifest.get("format") != FORMAT:
        raise unusable(f"{folder} holds evidence weights of format {manifest.get('format')!r}, not {FORMAT}.")
    return manifest


def _manifest(path: Path) -> dict[str, Any]:
    try:
        manifest: dict[str, Any] = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise unusable(f"The evidence model's manifest {path} cannot be read.") from error
    return manifest


def _check(path: Path, expected: str) -> None:
    try:
        found = hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError as error:
        raise unusable(f"The evidence model's file {path} cannot be read.") from error
    if found != expected:
        sums = f"its SHA-256 is {found[:12]}, not {expected[:12]}"
        raise unusable(f"The evidence model's file {path} is damaged: {sums}.")


def unusable(message: str) -> WeightsUnusable:
    """The error, with the remedy that fits all of its causes."""
    return WeightsUnusable(message, "Install the package again, or name a folder that export.py wrote.")
