"""Who is speaking: beside a sentence that does not say it, in the footnotes and in the source pane."""

from __future__ import annotations

import re

from rag.records.answers import AnswerSentence, Citation, Speaker
from rag.speaking import as_words
from rag.speaking.pronouns import is_pronoun

OWN_VOICE = "the document’s own voice"
_MANNERS = {"quoted": "quoted", "reported": "reported", "author": "the author"}
_SMALL_WORDS = frozenset("a an and at by for from in of on the to".split())


def speaker_words(citation: Citation) -> str:
    """`Premier Li Qiang, quoted`, or `the document’s own voice (news)`."""
    speaker = citation.speaker
    if speaker is None:
        return f"{OWN_VOICE} ({citation.kind})" if citation.kind else OWN_VOICE
    name = "someone whom the passage does not name here" if is_pronoun(speaker.name) else speaker.name
    return f"{name}, {_MANNERS[speaker.manner]}"


def attribution(sentence: AnswerSentence) -> str:
    """`according to Premier Li Qiang` for a sentence of a document that does not itself say whose statement it is."""
    speaker = next((c.speaker for c in sentence.citations[:1]), None)
    if speaker is None or _says(sentence.text, speaker):
        return ""
    return as_words(speaker, None)


def _says(text: str, speaker: Speaker) -> bool:
    """Whether the text names the speaker: by the whole name, or by a part of it where the word that reports is there."""
    there = _words(text)
    name = _words(speaker.name) - _SMALL_WORDS
    reports = speaker.verb is not None and _words(speaker.verb) <= there
    return bool(name & there) if reports else name <= there


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.casefold()))
