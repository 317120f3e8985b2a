"""Sentences of a writer that are no part of an answer: those that state nothing, and those that say there is no answer."""

from __future__ import annotations

import re

from index.words import STOP_WORDS, words

_TEXTS = (
    r"(?:documents?|evidence|sources?|texts?|sentences?|passages?|context|collection|excerpts?|materials?|articles?)"
)
_GIVEN = r"(?:(?:provided|given|cited|available|supplied|numbered|retrieved|above|following)\s+)?"
_THE_TEXTS = (
    rf"(?:any of |all of |none of )?(?:the |these |this |your )?{_GIVEN}{_TEXTS}(?:\s+(?:provided|given|above|here))?"
)
_TELL = r"(?:say|state|mention|contain|provide|specify|answer|address|include|give|offer|tell|indicate|discuss|cover|hold|support)"
_NO_ANSWER = re.compile(
    rf"(?:(?:unfortunately|however|sorry|i'?m sorry|based on {_THE_TEXTS}|according to {_THE_TEXTS})[,:;]?\s+)*(?:"
    rf"{_THE_TEXTS} (?:do|does|did) ?(?:not|n't) {_TELL}\b"
    rf"|none of {_THE_TEXTS} {_TELL}s?\b"
    rf"|{_THE_TEXTS} (?:contains?|gives?|provides?|offers?|holds?|has|have) no\b"
    rf"|(?:i|we) (?:cannot|can't|can not|could not|couldn't|do not|don't|am unable to|are unable to)"
    rf" (?:find|answer|determine|say|tell|know|locate|see)\b"
    rf"|(?:there is|there's|there are) (?:no|not enough|insufficient) (?:information|mention|evidence|answer|details?|data)\b"
    rf"|(?:no|not enough|insufficient) (?:information|answer|evidence|details?)\b.*\b(?:{_TEXTS}|available|found|given|provided)\b"
    rf"|(?:it|this|that|the answer|the information) (?:is|was) (?:not|n't) (?:\w+ )?"
    rf"(?:stated|mentioned|specified|clear|given|provided|found|in)\b.*\b{_TEXTS}\b"
    rf"|not (?:stated|mentioned|specified|found|answered)(?: (?:in|by) {_THE_TEXTS})?\W*$"
    r")",
    re.IGNORECASE,
)
_LEADS_IN = re.compile(
    rf"(?:(?:sure|certainly|of course|okay|ok)\W+)?(?:here (?:is|are)\b|(?:the )?(?:answer|summary)\s*:?$"
    rf"|(?:based on|according to|from|in) {_THE_TEXTS}\W*$|in (?:summary|short|conclusion|sum)\W*$"
    rf"|{_THE_TEXTS} (?:say|says|state|states|report|reports) (?:the following|this|as follows)\W*$"
    r"|i hope this helps|let me know if)",
    re.IGNORECASE,
)
_BARE_REPLIES = frozenset("yes yeah sure certainly okay ok maybe perhaps unknown unclear unanswerable none".split())
_ENDED = re.compile(r"[.!?…:;][\"'”’)\]*_]*$")
_LONGEST_SCRAP = 4  # words
_LONGEST_LEAD = 16  # words; what is longer says something after its opening


def says_there_is_no_answer(text: str) -> bool:
    """Whether a sentence says that the documents do not tell. It is no answer: whoever gets only such ones abstains."""
    return bool(_NO_ANSWER.match(_straight(text)))


def states_nothing(text: str) -> bool:
    """Whether a sentence makes no claim: a lead-in ("Here is what the documents say:"), a politeness, a question, a bare "Yes.".

    Nor does a beginning that was broken off.
    """
    straight = _straight(text)
    found = words(straight)
    if len(found) <= _LONGEST_SCRAP and not _ENDED.search(straight):
        return True
    if straight.endswith("?") or not any(w not in STOP_WORDS and w not in _BARE_REPLIES for w in found):
        return True
    return len(found) <= _LONGEST_LEAD and bool(_LEADS_IN.match(straight)) and not _says_more(straight)


def _says_more(text: str) -> bool:
    """Whether something stands after a lead-in's colon."""
    _, colon, rest = text.partition(":")
    return bool(colon) and bool(words(rest))


def _straight(text: str) -> str:
    return " ".join(text.replace("’", "'").split()).lstrip("\"'“‘*-• ")
