"""Examples to batches of tensors, of alike length so that little is padding."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count

import numpy as np
import torch
from torch import Tensor

from .examples import Example

CHUNK = 600  # groups sorted by length at a time: large enough for full batches, small enough to stay mixed
UNKNOWN = -1


@dataclass(frozen=True)
class Batch:
    """Inputs of the network and its targets. B rows, T tokens."""

    tokens: Tensor  # (B, T)
    segments: Tensor  # (B, T), 1 on the text
    attention: Tensor  # (B, T)
    claim: Tensor  # (B, T), 1 on the claim's tokens
    doubted: Tensor  # (B, T), 1 or 0 where it is known of a token of the claim, else `UNKNOWN`
    labels: Tensor  # (B,), places in `LABELS`
    weights: Tensor  # (B,)
    rivals: Tensor  # (B,), rivals share a number; `UNKNOWN` where there are none


def collate(examples: Sequence[Example]) -> Batch:
    """One batch, padded to its longest example."""
    shape = len(examples), max(example.size for example in examples)
    tokens, segments, attention, claim = (np.zeros(shape, np.int64) for _ in range(4))
    doubted = np.full(shape, UNKNOWN, np.float32)
    names = {name: number for number, name in enumerate(sorted({one.rivals for one in examples} - {""}))}
    for row, example in enumerate(examples):
        tokens[row, : example.size], segments[row, : example.size] = example.tokens, example.segments
        attention[row, : example.size] = 1
        claim[row, 1 : 1 + example.claim_size] = 1
        if example.doubted is not None:
            doubted[row, 1 : 1 + example.claim_size] = example.doubted
    return Batch(
        torch.from_numpy(tokens),
        torch.from_numpy(segments),
        torch.from_numpy(attention),
        torch.from_numpy(claim),
        torch.from_numpy(doubted),
        torch.tensor([example.label for example in examples]),
        torch.tensor([example.weight for example in examples]),
        torch.tensor([names.get(example.rivals, UNKNOWN) for example in examples]),
    )


def one_pass(examples: Sequence[Example], most_tokens: int, seed: int) -> list[list[Example]]:
    """All examples once, rivals side by side, in batches of at most `most_tokens` padded tokens (a single example may be
    more); same seed, same batches."""
    rng = random.Random(seed)
    groups = [piece for group in _groups(examples) for piece in _pieces(group, most_tokens)]
    mixed = rng.sample(groups, len(groups))
    batches = []
    for start in range(0, len(mixed), CHUNK):
        packed = _packed(sorted(mixed[start : start + CHUNK], key=_longest), most_tokens)
        batches += rng.sample(packed, len(packed))
    return batches


def passes(examples: Sequence[Example], most_tokens: int, seed: int) -> Iterator[list[Example]]:
    """The batches of one pass after another, each pass in an order of its own, without end."""
    for number in count():
        yield from one_pass(examples, most_tokens, seed + number)


def _groups(examples: Sequence[Example]) -> list[list[Example]]:
    """Rivals together; an example that has none by itself."""
    found: dict[str | int, list[Example]] = {}
    for number, example in enumerate(examples):
        found.setdefault(example.rivals or number, []).append(example)
    return list(found.values())


def _pieces(group: list[Example], most_tokens: int) -> list[list[Example]]:
    """The group, cut where it would not fit a batch."""
    rows = max(1, most_tokens // _longest(group))
    return [group[start : start + rows] for start in range(0, len(group), rows)]


def _packed(shortest_first: Sequence[list[Example]], most_tokens: int) -> list[list[Example]]:
    batches: list[list[Example]] = [[]]
    for group in shortest_first:
        if batches[-1] and (len(batches[-1]) + len(group)) * _longest(group) > most_tokens:
            batches.append([])
        batches[-1].extend(group)
    return batches


def _longest(group: Sequence[Example]) -> int:
    return max(example.size for example in group)
