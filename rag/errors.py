"""What can be wrong with a question or a setting, each with its remedy.

RagError
├── BadQuestion     empty, or longer than a question can be
├── BadSetting      a setting that does not exist or has a value that cannot be used
├── BadAnswerFile   a saved answer that cannot be read
├── ExtraMissing    a setting needs a package that is not installed
└── WriterFailed    the language model did not answer, or answered nothing that can be used
"""

from corpus.errors import RagError


class BadQuestion(RagError):
    """A question that cannot be asked."""


class BadSetting(RagError):
    """A setting that does not exist or has a value that cannot be used."""


class BadAnswerFile(RagError):
    """A saved answer that cannot be read."""


class ExtraMissing(RagError):
    """A setting needs a package that is not installed."""


class WriterFailed(RagError):
    """The language model did not answer, or answered nothing that can be used."""
