"""Who said what: a text that reports "X said that ..." supports that X said it, and does not settle whether it is so."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence

_VERBS = "said|says|stated|states|argued|argues|claimed|claims|believed|believes|announced|suggested|suggests|warned"
_VERBS += "|reported|reports|noted|concluded|insisted|maintained|told reporters|asserted|declared|predicted|estimated"
_FIRST = re.compile(rf"(?P<who>[A-Z][^,;:.()]{{2,60}}?) (?P<verb>{_VERBS})(?: that)? (?P<what>[^\s].{{25,}})$")
_ACCORDING = re.compile(r"According to (?P<who>[^,;:()]{3,60}), (?P<what>.{25,})$")
_LAST = re.compile(rf"(?P<what>[A-Z].{{25,}}), (?P<who>[A-Z][^,;:.()]{{2,60}}?) (?P<verb>{_VERBS})\.$")
_NOT_A_CLAUSE = re.compile(r"(to|by|on|in|of|for|as|with|from|at|about)\b")

ROLES = (
    "a spokesperson", "the minister", "the ministry", "critics", "the company", "the chief executive", "one researcher",
    "the authors", "the committee", "the report", "opposition lawmakers", "an official", "the commission", "analysts",
    "the union", "campaigners", "the agency", "a senior adviser", "the plaintiffs", "the regulator", "some historians",
    "a local newspaper", "the president", "the study", "industry groups", "the ambassador", "two former employees",
)  # fmt: skip
VERBS = ("said", "argued", "claimed", "suggested", "warned", "stated", "told reporters", "believes", "says", "reported")
DENIALS = ("denied that", "rejected the claim that", "disputed that", "said it was not true that")


def reported(sentence: str) -> tuple[str, str] | None:
    """Speaker and statement of a sentence that reports what somebody said; `None`: it reports nothing."""
    match = _FIRST.match(sentence) or _ACCORDING.match(sentence) or _LAST.match(sentence)
    if not match or _NOT_A_CLAUSE.match(match["what"]):
        return None
    return match["who"], capitalised(match["what"].rstrip(" .") + ".")


def framed(statement: str, speaker: str, rng: random.Random) -> str:
    """The statement as something that the speaker said, in one of three word orders."""
    plain = statement.rstrip(" .")
    verb = rng.choice(VERBS)
    ways = (
        f"{capitalised(speaker)} {verb} that {lowered(plain)}.",
        f"According to {speaker}, {lowered(plain)}.",
        f"{plain}, {speaker} {verb}.",
    )
    return rng.choices(ways, (3, 1, 1))[0]


def denied(statement: str, speaker: str, rng: random.Random) -> str:
    """The statement as something that the speaker denied."""
    return f"{capitalised(speaker)} {rng.choice(DENIALS)} {lowered(statement.rstrip(' .'))}."


def speaker(known: Sequence[str], rng: random.Random) -> str:
    """A name from the data, or a role."""
    return rng.choice(known) if known and rng.random() < 0.5 else rng.choice(ROLES)


def capitalised(text: str) -> str:
    """With an upper-case first letter, the rest as it is."""
    return text[:1].upper() + text[1:]


def lowered(text: str) -> str:
    """With a lower-case first letter where the sentence opens with a plain word."""
    plain = re.match(r"(The|A|An|In|On|At|It|He|She|They|This|These|That|There|His|Her|Its|Their|After|During)\b", text)
    return text[:1].lower() + text[1:] if plain else text
