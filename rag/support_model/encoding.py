"""A claim and what it cites to token windows: what the network reads in one go."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from tokenizers import Tokenizer

One = TypeVar("One")

CLS, SEP = 101, 102
MAX_TOKENS = 256  # as in training: beyond it the scores are not to be trusted
MAX_CLAIM, MAX_CONTEXT = 80, 60


@dataclass(frozen=True, slots=True)
class Cited:
    """A claim, the text that it cites, and what a reader of that text knows besides: its document, the sentence before.

    Only `text` can bear the claim out; `context` tells who "he" is, what "the company" is called, when "Thursday" was.
    """

    claim: str
    text: str
    context: str = ""


@dataclass(frozen=True, slots=True)
class Window:
    """`[CLS] claim [SEP] text [SEP] context [SEP]`, without the last two where there is no context.

    Attributes:
        tokens: ids.
        segments: 1 on the text and its closing [SEP], 0 elsewhere.
        offsets: of each token of the claim in the claim, in code points; they start at token 1.
    """

    tokens: tuple[int, ...]
    segments: tuple[int, ...]
    offsets: tuple[tuple[int, int], ...]

    @property
    def says_something(self) -> bool:
        """Whether there are both a claim and a text to judge it by."""
        return bool(self.offsets) and sum(self.segments) > 1


def windows(tokenizer: Tokenizer, cited: Cited) -> list[list[Window]]:
    """For each piece of the claim, one of at most `MAX_CLAIM` tokens, the windows of the text.

    One piece and one window, unless claim or text is long: those are cut into pieces that overlap by half. Every piece of the
    claim must be borne out, by some window of the text. Long contexts are cut.
    """
    claim = tokenizer.encode(cited.claim, add_special_tokens=False)
    said = list(zip(claim.ids, claim.offsets, strict=True))
    text = tokenizer.encode(cited.text, add_special_tokens=False).ids
    context = tokenizer.encode(cited.context, add_special_tokens=False).ids if cited.context else []
    behind = context[:MAX_CONTEXT]
    return [
        [_window(piece, part, behind) for part in _parts(text, MAX_TOKENS - 4 - len(piece) - len(behind))]
        for piece in _parts(said, MAX_CLAIM)
    ]


def _parts(tokens: Sequence[One], most: int) -> Iterator[Sequence[One]]:
    step = most // 2
    last = len(tokens) - step if len(tokens) > most else 1
    for start in range(0, last, step):
        yield tokens[start : start + most]


def _window(said: Sequence[tuple[int, tuple[int, int]]], text: Sequence[int], context: Sequence[int]) -> Window:
    claim, offsets = [token for token, _ in said], tuple(offset for _, offset in said)
    behind = [*context, SEP] if context else []
    tokens = (CLS, *claim, SEP, *text, SEP, *behind)
    segments = (0,) * (len(claim) + 2) + (1,) * (len(text) + 1) + (0,) * len(behind)
    return Window(tokens, segments, offsets)
