"""Our small support model: one encoder that reads a claim beside the text that it cites.

It says how likely the text bears the claim out or contradicts it, and which words of the claim it does not bear out.
`training/` is how it was made, and nothing imports it at run time; `README.md` is its card.
"""

from rag.support_model.encoding import Cited
from rag.support_model.reader import SupportReader
from rag.support_model.scores import SupportScores

__all__ = ["Cited", "SupportReader", "SupportScores"]
