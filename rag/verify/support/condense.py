"""The sentences of a long text that bear on a claim. The trained model's lessons cite a few sentences; a page at once is too much for it."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import sentencex

from index.words import content_words, stem, words

MOST_WORDS = 150
"""Texts up to this length are read whole."""
_AGAIN = 0.3  # what a word of the claim is still worth after each sentence that holds it
_BESIDE = 0.1  # so little does its full worth count, to decide between sentences that add the same


def sentences_of(text: str) -> list[str]:
    """The sentences, without the blanks around them."""
    pieces = (text[b["start_index"] : b["end_index"]].strip() for b in sentencex.get_sentence_boundaries("en", text))
    return [piece for piece in pieces if piece]


def condensed(claim: str, text: str) -> str:
    """The text if it is short, else those of its sentences that hold the claim's words, of at most `MOST_WORDS` together.

    One after another the sentence is taken that adds most; words that few sentences of the text hold are worth more. The first
    may be longer than that. They stand in the order of the text.
    """
    if len(text.split()) <= MOST_WORDS:
        return text
    sentences = sentences_of(text)
    stems = [frozenset(stem(word) for word in words(sentence)) for sentence in sentences]
    worth = _worth({stem(word) for word in content_words(claim)}, stems)
    return " ".join(sentences[i] for i in sorted(_chosen(worth, stems, [len(s.split()) for s in sentences])))


def _worth(wanted: set[str], stems: Sequence[frozenset[str]]) -> dict[str, float]:
    """Of each word of the claim, by how many sentences hold it (inverse document frequency)."""
    return {word: math.log1p(len(stems) / (1 + sum(word in own for own in stems))) for word in wanted}


def _chosen(worth: Mapping[str, float], stems: Sequence[frozenset[str]], lengths: Sequence[int]) -> list[int]:
    left, chosen, room = dict(worth), list[int](), MOST_WORDS
    while len(chosen) < len(stems):
        adds = {i: _sum(left, own) for i, own in enumerate(stems) if i not in chosen}
        best = max(adds, key=lambda i: adds[i] + _BESIDE * _sum(worth, stems[i]))
        if chosen and (lengths[best] > room or not adds[best]):
            break
        chosen.append(best)
        room -= lengths[best]
        left = {word: value * (_AGAIN if word in stems[best] else 1) for word, value in left.items()}
    return chosen


def _sum(worth: Mapping[str, float], held: frozenset[str]) -> float:
    return sum(value for word, value in worth.items() if word in held)
