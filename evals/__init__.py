"""How good is it: retrieval, citations and abstention, measured on labelled questions.

import evals
evals.load("result.json").frame()   # a pandas data frame, a row a question
"""

from evals.saved import Run, load

__all__ = ["Run", "load"]
