"""Exceptions of a source, and the conditions that its rules are tied to, which a claim may not leave out."""

from __future__ import annotations

import re

from rag.language.lexicon.exceptions import ALL_BUT, EXCEPTING, EXCEPTION_END
from rag.language.lexicon.marking import Mark
from rag.language.lexicon.quantity import EXCEPTIONS, QUANTITY
from rag.language.lexicon.wide_words import EXCEPTS
from rag.language.text.sweeping import sweeping_words
from rag.language.tokens import content_stems

_EXCEPTED = re.compile(
    r"\b(?:(?<=every )\w+ but|(?<=all )\w+ but|except(?: for)?|apart from|aside from|other than|save for) (?P<what>(?:\w+ )?\w+)",
    re.IGNORECASE,
)


def excepts_too(claim: str, mark: Mark, text: str) -> bool:
    """ "Everything but the fee" where the source excepts something too."""
    with_exception = ALL_BUT.match(claim[mark.start :]) or re.match(
        r"\w+ (?:but|except|save|bar)\b", claim[mark.start :]
    )
    if with_exception and (EXCEPTS.search(text) or EXCEPTIONS.marks(text)):
        return True
    excepted = _EXCEPTED.search(claim)
    return excepted is not None and bool(content_stems(excepted["what"]) & content_stems(text))


def all_but(claim: str, text: str) -> str:
    """ "All but one" made into "all"."""
    but = ALL_BUT.search(text)
    swept = next((mark for mark in sweeping_words(claim) if mark.kind == "all"), None)
    if but is None or swept is None or EXCEPTING.search(claim):
        return ""
    return f"The cited text says “{but[0].strip()}”; the sentence says “{swept.text}”."


def without_exception(claim: str, text: str) -> str:
    """A claim that repeats a rule of the source and leaves out the exception or condition that is tied to it."""
    if any(mark.kind == "condition" for mark in QUANTITY.marks(claim)):
        return ""
    said = content_stems(claim)
    for mark in EXCEPTIONS.marks(text):
        rule = content_stems(re.split(r"[;.]", text[: mark.start])[-1])
        exception = content_stems(EXCEPTION_END.split(text[mark.end :])[0])
        if len(said & rule) >= max(2, 0.5 * len(said)) and not said & (exception - rule):
            return f"The cited text adds “{mark.text}”; the sentence leaves that out."
    return ""
