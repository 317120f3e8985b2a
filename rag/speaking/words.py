"""Who is speaking, put in words for people."""

from __future__ import annotations

import re

from rag.language.lexicon.people import GROUPS, PEOPLE
from rag.records.answers import Speaker
from rag.speaking.pronouns import is_pronoun

_LEADING = re.compile(r"^(?:The|A|An|Some|Many|Most|Several|Both|Few|One|Two|Three|Four|Five|Other|Others|Critics)\b")
_COMMON = PEOPLE | GROUPS


def as_words(speaker: Speaker, publisher_or_title: str | None) -> str:
    """ "according to Premier Li Qiang, as reported by Example News"."""
    source = publisher_or_title or ""
    if is_pronoun(speaker.name):
        return f"according to a speaker whom {source or 'the text'} does not name here"
    name = _within_a_sentence(speaker.name)
    if speaker.manner == "author":
        return f"in the view of {name}, writing in {source}" if source else f"in the view of {name}"
    how = "quoted" if speaker.manner == "quoted" else "reported"
    return f"according to {name}, as {how} by {source}" if source else f"according to {name}"


def _within_a_sentence(name: str) -> str:
    """The name as it is written within a sentence: "the ministry", but "Premier Li Qiang"."""
    common = _LEADING.match(name) or (len(name.split()) == 1 and name.lower() in _COMMON)
    return name[0].lower() + name[1:] if common else name
