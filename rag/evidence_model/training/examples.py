"""Token-level examples: what one forward pass sees, and what it should say."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from tokenizers import Tokenizer

from rag.evidence_model.encoding import CLS, MAX_QUESTION, MAX_TOKENS, SEP

UNKNOWN = -1


@dataclass(frozen=True)
class Example:
    """`[CLS] question [SEP] (title) passage [SEP]` and its labels; -1 or `None` where a label is unknown.

    Attributes:
        tokens: ids, 16 bit. The passage, with its title, starts at `passage_start`.
        sentences: token ranges, half open.
        evidence: 1.0 for each sentence that is evidence, 0.0 for the others; `None`: not labelled.
        span: first and last token of the short answer; (0, 0): there is none; `None`: not known.
    """

    tokens: np.ndarray
    passage_start: int
    sentences: tuple[tuple[int, int], ...]
    evidence: tuple[float, ...] | None = None
    answerable: int = UNKNOWN
    span: tuple[int, int] | None = None


@dataclass(frozen=True)
class Group:
    """One question with its passages: the answerable one should outscore the others."""

    source: str
    examples: tuple[Example, ...] = field(default=())

    @property
    def longest(self) -> int:
        return max(len(example.tokens) for example in self.examples)


class Encoder:
    """Text to `Example`s, with every sentence tokenised once."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        tokenizer.no_padding()
        tokenizer.no_truncation()
        self._tokenizer = tokenizer
        self._known: dict[str, list[int]] = {}

    def ids(self, text: str) -> list[int]:
        """Word-piece ids without special tokens."""
        if text not in self._known:
            self._known[text] = self._tokenizer.encode(text, add_special_tokens=False).ids
        return self._known[text]

    def window(
        self, question: str, title: str, sentences: Sequence[str], keep: Sequence[int], rng: random.Random,
        most: int = MAX_TOKENS,
    ) -> range:  # fmt: skip
        """A run of sentences around one of `keep` (any sentence, if that is empty) that fits beside the question into
        `most` tokens; one sentence at least."""
        room = most - 3 - min(MAX_QUESTION, len(self.ids(question))) - len(self.ids(title))
        sizes = [len(self.ids(sentence)) for sentence in sentences]
        low = rng.choice(list(keep) or range(len(sizes)))
        high = low + 1
        used = sizes[low]
        while True:
            ways = [side for side in (low - 1, high) if 0 <= side < len(sizes) and used + sizes[side] <= room]
            if not ways:
                return range(low, high)
            side = rng.choice(ways)
            used += sizes[side]
            low, high = min(low, side), max(high, side + 1)

    def example(self, question: str, title: str, sentences: Sequence[str], evidence: set[int] | None) -> Example:
        """An example without answer labels. What does not fit in `MAX_TOKENS` is cut at the end."""
        tokens = [CLS, *self.ids(question)[:MAX_QUESTION], SEP]
        start = len(tokens)
        tokens += self.ids(title)
        ranges = []
        for sentence in sentences:
            begin = len(tokens)
            tokens += self.ids(sentence)
            if begin < MAX_TOKENS - 1:
                ranges.append((begin, min(len(tokens), MAX_TOKENS - 1)))
        tokens = [*tokens[: MAX_TOKENS - 1], SEP]
        labels = None if evidence is None else tuple(float(i in evidence) for i in range(len(ranges)))
        return Example(np.array(tokens, dtype=np.uint16), start, tuple(ranges), labels)

    def with_span(self, example: Example, sentence: str, place: int, answers: Sequence[str]) -> Example:
        """`example` with the first short answer that stands in `sentence`, the passage's sentence number `place`."""
        encoded = self._tokenizer.encode(sentence, add_special_tokens=False)
        for answer in answers:
            start = sentence.find(answer)
            if start < 0:
                continue
            inside = [i for i, (a, b) in enumerate(encoded.offsets) if a < start + len(answer) and b > start]
            first, last = example.sentences[place][0] + inside[0], example.sentences[place][0] + inside[-1]
            if last < example.sentences[place][1]:
                return replace(example, span=(first, last))
        return example
