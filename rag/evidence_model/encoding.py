"""Question and passage to token windows: what the network reads in one go."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tokenizers import Tokenizer

CLS, SEP = 101, 102
MAX_TOKENS = 256  # as in training: beyond it the scores are not to be trusted
MAX_QUESTION = 64


@dataclass(frozen=True, slots=True)
class Window:
    """`[CLS] question [SEP] (title) sentences [SEP]`.

    Attributes:
        tokens: ids. The passage, with its title, starts at `passage_start`.
        sentences: token ranges, half open; `numbers` says which sentences of the passage they are.
        offsets: of each token in the passage's text, in code points; (0, 0) outside the passage.
    """

    tokens: tuple[int, ...]
    passage_start: int
    sentences: tuple[tuple[int, int], ...]
    numbers: tuple[int, ...]
    offsets: tuple[tuple[int, int], ...]


def windows(
    tokenizer: Tokenizer, question: str, title: str, text: str, sentences: Sequence[tuple[int, int]]
) -> list[Window]:
    """A passage as windows of whole sentences; one window unless it is long. A sentence that fills a window is cut."""
    head = [CLS, *tokenizer.encode(question, add_special_tokens=False).ids[:MAX_QUESTION], SEP]
    start = len(head)
    if title:
        head += tokenizer.encode(title, add_special_tokens=False).ids[:MAX_QUESTION]
    room = MAX_TOKENS - 1 - len(head)
    encoded = tokenizer.encode(text, add_special_tokens=False)
    tokens = list(zip(encoded.ids, encoded.offsets, strict=True))
    pieces = [[token for token in tokens if low <= token[1][0] < high][:room] for low, high in sentences]
    packs: list[list[int]] = [[]]
    used = 0
    for number, piece in enumerate(pieces):
        if packs[-1] and used + len(piece) > room:
            packs.append([])
            used = 0
        packs[-1].append(number)
        used += len(piece)
    return [_window(head, start, pack, pieces) for pack in packs]


def _window(head: list[int], start: int, pack: list[int], pieces: list[list[tuple[int, tuple[int, int]]]]) -> Window:
    tokens = list(head)
    offsets = [(0, 0)] * len(head)
    ranges = []
    for number in pack:
        ranges.append((len(tokens), len(tokens) + len(pieces[number])))
        tokens += [token for token, _ in pieces[number]]
        offsets += [offset for _, offset in pieces[number]]
    return Window((*tokens, SEP), start, tuple(ranges), tuple(pack), (*offsets, (0, 0)))
