"""Price a question: its tokens at the prices that the user gave, in their currency.

A mean over questions. Lower is better.
Source: this project.
"""

from evals.measures.ratio import Ratio
from evals.usage import Prices, Usage

_MILLION = 1_000_000


def price(usage: Usage, prices: Prices) -> Ratio:
    """Prompt and completion tokens of one question at their prices a million, over 1."""
    spent = usage.prompt_tokens * prices.prompt + usage.completion_tokens * prices.completion
    return Ratio(spent / _MILLION)
