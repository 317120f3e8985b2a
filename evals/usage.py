"""What a language model used for one question, what a token of it costs, and how tokens are estimated where nobody counts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self

CHARACTERS_A_TOKEN = 4
RULE = f"characters / {CHARACTERS_A_TOKEN}, rounded up"


@dataclass(frozen=True, slots=True)
class Usage:
    """Tokens of one question. `counted`: by the server, all of them; else some are estimated by `RULE`."""

    prompt_tokens: int = 0
    completion_tokens: int = 0
    counted: bool = True

    def __add__(self, other: Usage) -> Usage:
        """Both together; counted if both are."""
        prompt = self.prompt_tokens + other.prompt_tokens
        return Usage(prompt, self.completion_tokens + other.completion_tokens, self.counted and other.counted)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Restore the fields, whatever else is there."""
        return cls(int(data["prompt_tokens"]), int(data["completion_tokens"]), bool(data["counted"]))


@dataclass(frozen=True, slots=True)
class Prices:
    """Money for a million tokens, in the user's currency."""

    prompt: float
    completion: float


def estimated_tokens(text: str) -> int:
    """By `RULE`."""
    return -(-len(text) // CHARACTERS_A_TOKEN)
