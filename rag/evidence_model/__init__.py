"""Our small evidence model: one encoder that reads question and passage together, several heads.

It says how likely a passage answers a question, which of its sentences are the evidence, and where the short answer
stands. `training/` is how it was made, and nothing imports it at run time; `README.md` is its card.
"""

from rag.evidence_model.model import EvidenceModel
from rag.evidence_model.scores import PassageInput, PassageScores
from rag.model_files import WeightsUnusable

__all__ = ["EvidenceModel", "PassageInput", "PassageScores", "WeightsUnusable"]
