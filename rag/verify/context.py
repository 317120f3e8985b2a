"""What a support model is told: the cited words in their context, and what a reader knows besides."""

from __future__ import annotations

import re

import sentencex

from rag.records.source import Source
from rag.speaking.pronouns import is_pronoun

_LEANS = re.compile(r"[\"'“‘]?(?:He|She|They|It|His|Her|Their|Its|This|These|That|Those|Both|Such)\b")
_NEAR = 600  # characters before the cited words in which the sentence before is looked for


def leans(text: str) -> bool:
    """Whether a sentence opens with a word that stands for something said before."""
    return bool(_LEANS.match(text))


def in_context(source: Source) -> str:
    """The cited words; behind who says them, where they do not, and the sentence before, where they open with a pronoun."""
    text = source.text
    speaker = source.speaker
    if speaker and speaker.manner != "author" and not _named(speaker.name, text):
        text = f"{speaker.name} {speaker.verb or 'said'}: {text}"
    before = sentence_before(source) if leans(source.text) else ""
    return f"{before} {text}" if before else text


def surroundings(source: Source) -> str:
    """What a reader knows besides the cited words: which document they stand in, and the sentence before, unless
    `in_context` has it."""
    document = ", ".join(filter(None, (source.kind, source.date, source.publisher, source.author)))
    headline = ": ".join(filter(None, (document, source.title)))
    before = "" if leans(source.text) else sentence_before(source)
    return " ".join(filter(None, (f"{headline}." if headline else "", before)))


def sentence_before(source: Source) -> str:
    """The last sentence before the cited words; empty: there is none."""
    near = source.before[-_NEAR:]
    found = (near[b["start_index"] : b["end_index"]].strip() for b in sentencex.get_sentence_boundaries("en", near))
    return next(reversed([one for one in found if one]), "")


def _named(name: str, text: str) -> bool:
    """Whether a text names a speaker itself, or nobody can: a pronoun names none."""
    return is_pronoun(name) or name.lower() in text.lower()
