"""The weights of the support model: its files, and how its logits become chances."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from rag.evidence_model.weights import word_vectors
from rag.model_files import checked_files, unusable

DEFAULT_FOLDER = Path(__file__).parent / "weights"


@dataclass(frozen=True, slots=True)
class Calibration:
    """Fitted on claims that were not trained on.

    Attributes:
        factor: what the three logits (supported, contradicted, neither) are multiplied by: a temperature's inverse.
        constants: what is added to each then.
    """

    factor: float = 1.0
    constants: tuple[float, float, float] = (0.0, 0.0, 0.0)

    def chances(self, logits: np.ndarray) -> tuple[float, float, float]:
        """Of supported, contradicted and neither; they sum to 1."""
        raised = self.factor * np.asarray(logits, np.float64) + np.array(self.constants)
        powers = np.exp(raised - raised.max())
        supported, contradicted, neither = (powers / powers.sum()).tolist()
        return supported, contradicted, neither


@dataclass(frozen=True, slots=True)
class Weights:
    """A checked folder of weights; `words` are the evidence model's, (pieces, width) in 8 bits."""

    network: Path
    words: npt.NDArray[np.uint8]
    tokenizer: Path
    calibration: Calibration
    version: str


def load(folder: Path | None = None) -> Weights:
    """Read `manifest.json` and check every file that it names.

    Raises:
        WeightsUnusable: a file is missing or differs from its checksum, the format is another one, or the weights were trained
            beside other word vectors than the evidence model has.
    """
    folder = folder or DEFAULT_FOLDER
    manifest = checked_files(folder)
    words = word_vectors()
    if manifest["words_of"] != words.checksum:
        raise unusable(f"The support weights in {folder} were trained beside other word vectors.")
    values = manifest["calibration"]
    calibration = Calibration(values["factor"], tuple(values["constants"]))
    version = manifest["files"]["model.onnx"][:12]
    return Weights(folder / "model.onnx", words.table, folder / "tokenizer.json", calibration, version)
