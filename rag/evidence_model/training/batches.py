"""Groups to batches of tensors, of alike length so that little is padding."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from .examples import UNKNOWN, Example, Group

CHUNK = 1600  # groups sorted by length at a time: large enough for full batches, small enough to stay mixed


@dataclass(frozen=True)
class Batch:
    """Inputs of the network and its targets. B rows, S sentences, T tokens."""

    tokens: Tensor  # (B, T)
    segments: Tensor  # (B, T), 1 on the passage and its closing [SEP]
    attention: Tensor  # (B, T)
    membership: Tensor  # (B, S, T), averages the tokens of a sentence
    answerable: Tensor  # (B,), -1 unknown
    evidence: Tensor  # (B, S), -1 unknown or no sentence
    spans: Tensor  # (B, 2), -1 unknown
    groups: Tensor  # (B,), rows of one question share a number


def collate(groups: Sequence[Group]) -> Batch:
    """One batch of whole groups."""
    examples = [example for group in groups for example in group.examples]
    numbers = [number for number, group in enumerate(groups) for _ in group.examples]
    rows, width = len(examples), max(len(example.tokens) for example in examples)
    most = max(len(example.sentences) for example in examples)
    tokens = np.zeros((rows, width), dtype=np.int64)
    segments, attention = np.zeros_like(tokens), np.zeros_like(tokens)
    membership = np.zeros((rows, most, width), dtype=np.float32)
    evidence = np.full((rows, most), UNKNOWN, dtype=np.float32)
    for row, example in enumerate(examples):
        size = len(example.tokens)
        tokens[row, :size], attention[row, :size] = example.tokens, 1
        segments[row, example.passage_start : size] = 1
        for place, (start, end) in enumerate(example.sentences):
            membership[row, place, start:end] = 1 / max(1, end - start)
        if example.evidence is not None:
            evidence[row, : len(example.evidence)] = example.evidence
    return Batch(
        torch.from_numpy(tokens),
        torch.from_numpy(segments),
        torch.from_numpy(attention),
        torch.from_numpy(membership),
        torch.tensor([example.answerable for example in examples]),
        torch.from_numpy(evidence),
        torch.tensor([example.span or (UNKNOWN, UNKNOWN) for example in examples]),
        torch.tensor(numbers),
    )


def batched(groups: Sequence[Group], most_tokens: int, seed: int) -> Iterator[list[Group]]:
    """Groups in batches of about `most_tokens` padded tokens; same seed, same batches, whatever was read before."""
    for number, start in enumerate(range(0, len(groups), CHUNK)):
        chunk = sorted(groups[start : start + CHUNK], key=lambda group: group.longest)
        batches: list[list[Group]] = [[]]
        rows = 0
        for group in chunk:
            if batches[-1] and (rows + len(group.examples)) * group.longest > most_tokens:
                batches.append([])
                rows = 0
            batches[-1].append(group)
            rows += len(group.examples)
        random.Random(f"{seed}-{number}").shuffle(batches)
        yield from batches


def example_batches(examples: Sequence[Example], most_tokens: int) -> Iterator[list[int]]:
    """Indices of single examples in batches of alike length, for scoring."""
    order = sorted(range(len(examples)), key=lambda i: len(examples[i].tokens))
    batch: list[int] = []
    for place in order:
        if batch and (len(batch) + 1) * len(examples[place].tokens) > most_tokens:
            yield batch
            batch = []
        batch.append(place)
    if batch:
        yield batch
