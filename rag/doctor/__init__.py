"""What is wrong with the installation, the model or the index, and the remedy."""

from rag.doctor.checks import Check
from rag.doctor.examination import examine

__all__ = ["Check", "examine"]
