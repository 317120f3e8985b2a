"""What can be wrong with the data or the request of an evaluation.

RagError
└── EvalError
    ├── DataMissing     the benchmark's folder or file is not there
    └── BadData         a file is there and is not what the loader knows
"""

from corpus.errors import RagError


class EvalError(RagError):
    """Base of what `evals` raises on purpose."""


class DataMissing(EvalError):
    """The folder or file of a benchmark does not exist."""


class BadData(EvalError):
    """A file that the loader does not recognise, or that contradicts itself. Names the file and the place."""
