"""Set phrases and patterns of exception, and of people who are named for where they come from."""

from __future__ import annotations

import re

SET_PHRASES = re.compile(
    r"\b(?:at any rate|in any (?:case|event)|above all|after all|at all|first of all|all but|all the same|all in all|once and for all|all goes|all going|all being|all told"
    r"|all too|all along|all year|all day|all night|all week|all round|not only|not just|not solely|let alone|(?:live|act|stand)\w* alone"
    r"|if only|only (?:now|then|recently|lately|yesterday|today|last|this|later)|on the whole|all-\w+)\b"
    r"|\b(?:in|this|last|during|for) (?:\w+ ){0,3}?(?:\d{4}|year|month|week|day|quarter|january|february|march|april|may|june|july|august"
    r"|september|october|november|december) alone\b",
    re.IGNORECASE,
)
"""Phrases in which "all" and "any" sweep nothing."""

ALL_BUT = re.compile(
    r"\b(?:all|every\w*|each)\b(?: \w+){0,4}? (?:but|except(?: for)?|apart from|other than|save|excluding)\b",
    re.IGNORECASE,
)
"""All, with an exception."""

EXCEPTING = re.compile(
    r"\b(?:but|except|excepting|excepted|excluding|excluded|exempt(?:ed)?|spared|apart|aside|save|other than|bar|barring|not|without"
    r"|exceptions?)\b",
    re.IGNORECASE,
)
"""Any sign of an exception."""

EXCEPTION_END = re.compile(r"[;.,]| (?:had|has|have|is|are|was|were) ")
"""Where the words of an exception end at the latest."""

_PEOPLE = (
    "people|those|leaders|officials|executives|representatives|staff|employees|members|researchers|figures|experts|"
    "delegates|delegations|engineers|founders|managers|scientists|ministers"
)
PEOPLE_FROM = re.compile(rf"\b(?:{_PEOPLE})(?: \w+)? (?:from|of|at) (?P<where>[^,;.]+)")
"""People named for where they come from: "leaders from A and B"."""

PEOPLE_NAMED = re.compile(rf"\b(?:{_PEOPLE}|from|some|including|among|like|such as)\b", re.IGNORECASE)
"""Any sign that people are meant, and not where they come from."""


def places(where: str) -> list[str]:
    """The names in "Chinese firms such as A and B": not the adjectives."""
    found = re.findall(r"\b[A-Z][\w’'-]*", where)
    return [name for name in found if not name.endswith(("ese", "ish", "ean", "ian", "ern", "ch"))]
