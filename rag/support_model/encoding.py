"""A claim and what it cites to token windows: what the network reads in one go."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tokenizers import Tokenizer

CLS, SEP = 101, 102
MAX_TOKENS = 256  # as in training: beyond it the scores are not to be trusted
MAX_CLAIM, MAX_TEXT, MAX_CONTEXT = 80, 170, 60


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


def windows(tokenizer: Tokenizer, cited: Cited) -> list[Window]:
    """One window, unless the text is long: then several that overlap by half. Long claims and contexts are cut."""
    claim = tokenizer.encode(cited.claim, add_special_tokens=False)
    ids, offsets = claim.ids[:MAX_CLAIM], tuple(claim.offsets[:MAX_CLAIM])
    text = tokenizer.encode(cited.text, add_special_tokens=False).ids
    context = tokenizer.encode(cited.context, add_special_tokens=False).ids if cited.context else []
    return [_window(ids, offsets, part, context) for part in _parts(text)]


def _parts(text: Sequence[int]) -> Iterator[Sequence[int]]:
    step = MAX_TEXT // 2
    last = max(1, len(text) - step) if len(text) > MAX_TEXT else 1
    for start in range(0, last, step):
        yield text[start : start + MAX_TEXT]


def _window(
    claim: Sequence[int], offsets: tuple[tuple[int, int], ...], text: Sequence[int], context: Sequence[int]
) -> Window:
    room = min(MAX_CONTEXT, MAX_TOKENS - 4 - len(claim) - len(text))
    behind = [*context[: max(0, room)], SEP] if context and room > 0 else []
    tokens = (CLS, *claim, SEP, *text, SEP, *behind)
    segments = (0,) * (len(claim) + 2) + (1,) * (len(text) + 1) + (0,) * len(behind)
    return Window(tokens, segments, offsets)
