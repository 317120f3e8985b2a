"""What can be wrong with a question or a setting, each with its remedy.

RagError
├── BadQuestion     empty, or longer than a question can be
└── BadSetting      a setting that does not exist or has a value that cannot be used
"""

from corpus.errors import RagError


class BadQuestion(RagError):
    """A question that cannot be asked."""


class BadSetting(RagError):
    """A setting that does not exist or has a value that cannot be used."""
