"""What can be wrong with the data or the request of an evaluation.

RagError
└── EvalError
    ├── DataMissing     the benchmark's folder or file is not there
    ├── BadData         a file is there and is not what the loader knows
    ├── UnknownMeasure  a name that no figure of the result has
    ├── BadLimit        a limit that is not NAME=NUMBER, or no limit at all
    ├── RivalFailed     another assistant's program could not be started, or broke off
    ├── NotComparable   two runs without a question in common
    └── WouldOverwrite  a file that somebody may have edited is in the way
"""

from corpus.errors import RagError


class EvalError(RagError):
    """Base of what `evals` raises on purpose."""


class DataMissing(EvalError):
    """The folder or file of a benchmark does not exist."""


class BadData(EvalError):
    """A file that the loader does not recognise, or that contradicts itself. Names the file and the place."""


class UnknownMeasure(EvalError):
    """A name that no figure of the result has; the remedy lists those there are."""


class BadLimit(EvalError):
    """A limit that is not NAME=NUMBER, or no limit at all."""


class RivalFailed(EvalError):
    """Another assistant's program could not be started, answered something that cannot be read, or broke off."""


class NotComparable(EvalError):
    """Two runs of different suites, or without a question in common."""


class WouldOverwrite(EvalError):
    """A file that somebody may have edited is in the way."""
