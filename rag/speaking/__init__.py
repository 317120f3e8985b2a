"""Whose statement a text says it is: found in its words, and put in words."""

from rag.speaking.reports import Report, reports
from rag.speaking.speaker import speaking
from rag.speaking.words import as_words

__all__ = ["Report", "as_words", "reports", "speaking"]
