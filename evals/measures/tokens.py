"""Tokens a question: what the language model that writes was given, and what it wrote.

A mean over questions, those included for which it was not asked (0), as it never is where none is set. Counted by its server
where the server says so; else estimated as a quarter of the characters, rounded up: a rough rule for English, which leaves out
what a model thinks before it writes. Lower is better.
Source: this project; four characters a token is the rule of thumb of OpenAI's documentation.
"""

from evals.measures.ratio import Ratio
from evals.usage import Usage


def prompt_tokens(usage: Usage) -> Ratio:
    """Tokens of the requests of one question, over 1."""
    return Ratio(usage.prompt_tokens)


def completion_tokens(usage: Usage) -> Ratio:
    """Tokens of the replies of one question, over 1."""
    return Ratio(usage.completion_tokens)
