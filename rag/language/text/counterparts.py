"""Parties that face each other: where a text has the government act, a claim does not have the opposition do it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.words import stem
from rag.language.tokens import Token, alike, tokens

# Each side may be called by several words. What one side of a sale or duty does can be told of the other ("sold to",
# "bought by"), so that only the same neighbours make them the same deed.
_PAIRS = """
government coalition cabinet | opposition
prosecution prosecutor | defence defense defendant
plaintiff claimant | defendant respondent
provider supplier | user customer
buyer purchaser | seller vendor
landlord | tenant renter
employer management | employee worker staff
lender creditor | borrower debtor
teacher lecturer | pupil student
doctor nurse physician | patient
parent mother father | child
importer | exporter
import | export
majority | minority
host | visitor guest
winner victor | loser
licensor | licensee
insurer | policyholder
supporter advocate proponent | opponent critic
attacker | defender victim
north northern | south southern
east eastern | west western
upper | lower
urban city town | rural village countryside
"""
_NEAR = 4
_FAR = 6
_ENOUGH = 2


def exchanged(claim: str, texts: Sequence[str], visible: str) -> tuple[str, str] | None:
    """A party of the claim that nothing visible names, and the one it faces, which has its neighbours in a text."""
    seen = {token.stem for token in tokens(visible)}
    ours = tokens(alike(claim))
    named = {token.stem for token in ours}
    for token in ours:
        for other in _FACING.get(token.stem, ()) if token.stem not in seen else ():
            if other not in named and (shown := _in_its_place(ours, token, texts, other)):
                return token.text, shown
    return None


def _in_its_place(ours: Sequence[Token], token: Token, texts: Sequence[str], other: str) -> str | None:
    near = _company(ours, token, _NEAR)
    for text in texts:
        theirs = tokens(alike(text))
        for candidate in theirs:
            if candidate.stem == other and len(near & _company(theirs, candidate, _FAR)) >= _ENOUGH:
                return candidate.text
    return None


def _company(words: Sequence[Token], token: Token, count: int) -> frozenset[str]:
    content = [w for w in words if w.is_content]
    before = [w.stem for w in content if w.end <= token.start][-count:]
    return frozenset(before + [w.stem for w in content if w.start >= token.end][:count])


def _facing() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for line in _PAIRS.strip().splitlines():
        one, other = ([stem(word) for word in re.split(r"\s+", side.strip())] for side in line.split("|"))
        for sides in ((one, other), (other, one)):
            for word in sides[0]:
                found[word] = found.get(word, frozenset()) | frozenset(sides[1])
    return found


_FACING = _facing()
