"""Stronger and weaker words: "proposed" is not "adopted", "may" is not "will", "some" are not "all"."""

from __future__ import annotations

import random
import re

_PAIRS = """
may/will, might/will, could/will, can/must, should/must, may be/is, might be/is, may have/has, might have/had,
proposed/adopted, proposes/adopts, proposal/law, draft/final, considered/approved, discussed/agreed,
plans to/has begun to, planned to/began to, aims to/does, intends to/did, wants to/does, tried to/managed to,
expected to/confirmed to, recommended/required, recommends/requires, urged/ordered, asked/ordered, suggested/proved,
suggests/proves, suggest/prove, suspected/convicted, accused/convicted, charged/convicted, alleged/proven,
alleged/confirmed, reported/confirmed, reportedly/certainly, allegedly/certainly, possibly/certainly,
probably/certainly, perhaps/certainly, likely/certain, possible/certain, potential/actual, some/all, many/all,
most/all, several/all, often/always, usually/always, sometimes/always, generally/always, partly/entirely,
nearly/exactly, about/exactly, approximately/exactly, at least/exactly, up to/exactly, voluntary/mandatory,
encouraged/obliged, believed/known, thought/known, believe/know, associated with/caused by, linked to/caused by,
correlated with/caused by, contributed to/caused, helped/ensured, temporary/permanent, nominated/elected,
candidate/winner, announced/completed, planned/completed, scheduled/held, under construction/finished
"""
PAIRS = tuple(tuple(pair.strip().split("/")) for pair in _PAIRS.replace("\n", " ").split(","))
STRONGER: dict[str, list[str]] = {}
WEAKER: dict[str, list[str]] = {}
for _weak, _strong in PAIRS:
    STRONGER.setdefault(_weak, []).append(_strong)
    WEAKER.setdefault(_strong, []).append(_weak)
# Too common a word, or a noun as often as not: to weaken it makes odd sentences.
for _word in ("is", "has", "had", "does", "did", "law", "final", "about"):
    WEAKER.pop(_word, None)


def stronger(text: str, rng: random.Random) -> str | None:
    """The text with one hedge replaced by a certainty; `None`: it hedges nothing."""
    return _replaced(text, STRONGER, rng)


def weaker(text: str, rng: random.Random) -> str | None:
    """The text with one certainty replaced by a hedge; `None`: it holds none of them."""
    return _replaced(text, WEAKER, rng)


def _replaced(text: str, table: dict[str, list[str]], rng: random.Random) -> str | None:
    found = [match for match in _pattern(table).finditer(text) if match.start() > 0]
    if not found:
        return None
    match = rng.choice(found)
    return text[: match.start()] + rng.choice(table[match.group()]) + text[match.end() :]


def _pattern(table: dict[str, list[str]]) -> re.Pattern[str]:
    words = sorted(table, key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(map(re.escape, words)) + r")\b")
