"""Whether a stretch of a sentence tells what was done or what is to come, where it plainly tells one of them."""

from __future__ import annotations

import re

from rag.language.lexicon.assertion import happened
from rag.language.lexicon.realised import verbs
from rag.language.lexicon.status import STATUS

_TO_COME = re.compile(
    r"\b(?:will|shall|would|may(?<=[a-z ]may)|might|could|(?:is|are|was|were) to|yet to|still to"
    r"|(?:plan|plans|planned|planning|intends?|intended|aims?|hopes?|hoped|wants?|wanted|expect(?:s|ed)?|forecast|scheduled|set|likely|willing"
    r"|ready|propos(?:es|ed|ing)|promised|pledged|threatened|seeks?|sought) to"
    r"|still (?:expected|planned|awaited|due)|consider(?:s|ing)|propos(?:es|ed|ing)|promis(?:es|ed|ing)|awaiting|awaits|pending|under (?:negotiation|discussion|consideration|review)"
    r"|[Dd]ue to (?:be|take|go|come|start|begin|open|end|close|meet|vote|decide|rule|expire|report|publish|finish|leave|arrive|run|pay|hold|launch|sign))\b"
)
_NEITHER = frozenset(
    "possible open able expected future conditional intended proposed discussed pending voluntary".split()
)
# An act of now, a state, or an undertaking tells neither of what was done nor of what is to come.
_UNDERTAKEN = re.compile(
    r"\b(?:is|are|now|agree[sd]?|decide[sd]?|voted|ruled|ordered|undertook|undertaken|vowed|resolved)\b"
)
_BY_THE_WAY = re.compile(r"\b(?:which|who|whose)\b", re.IGNORECASE)
_CIRCUMSTANCE = re.compile(r"\W*(?:where|when|until|once|after|before|because|since|if|unless|with)\b", re.IGNORECASE)


def stage(text: str) -> str:
    """`"done"`, `"to come"`, or empty where both are told, or neither, or it is told by the way."""
    if _BY_THE_WAY.search(text):
        return ""
    done = happened(text)
    if _TO_COME.search(text):
        return "" if done or _UNDERTAKEN.search(_TO_COME.sub("", text)) else "to come"
    if _UNDERTAKEN.search(text) or _CIRCUMSTANCE.match(text):
        return ""
    plain_past = any(True in modes for modes in verbs(text).values())
    return "done" if (done or plain_past) and not STATUS.kinds(text) & _NEITHER else ""
