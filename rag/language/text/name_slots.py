"""Who stands where: a name of a claim that has none of its own neighbours in the text, but those of a name left out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from rag.language.lexicon.people import can_speak
from rag.language.text.mentions import Mention, mentions
from rag.language.tokens import alike, tokens

_NEAR = 4  # words on either side of a name of the claim
_FAR = 5  # and of the text, where other words may stand between
_ENOUGH = 2  # common words that put a name in another's place
_ENOUGH_ELSEWHERE = 3  # where the text has the name too, at another place
_SUBJECT = 5  # words in which the one of whom a sentence speaks is named, if it is: "The home secretary, Ada Lund, ..."
_OPENS_UNNAMED = re.compile(
    r"^\W*(?:(?:It|He|She|They)|(?:The|This|That|Its|His|Her|Their|These|Those)(?P<words>(?: [a-z-]+){1,3})) "
)
_OWNED = re.compile(r"^\W*(?:Its|His|Her|Their) ")  # somebody's, whom the claim may name
_ACTS = re.compile(r"(?:^|[,;:] |\b(?:by|to|that|said|says|and|but) )(?:[Tt]he )?$")


def displaced(claim: str, texts: Sequence[str]) -> tuple[str, str] | None:
    """A name of the claim, and the name of the text in whose place it stands; `None` where all are at home.

    At home is a name that shares a neighbouring word with the same name in any of the texts. Nothing is displaced where
    the claim has every name of the text: who did what to whom is told in many orders.
    """
    ours = mentions(claim)
    for name in ours:
        if not any(_is_common(claim, name, text) for text in texts) and (other := _rival(claim, name, ours, texts)):
            return claim[name.start : name.end], other
    return None


def _rival(claim: str, name: Mention, ours: Sequence[Mention], texts: Sequence[str]) -> str | None:
    """The name in whose place one that is not at home stands."""
    near = _company(claim, name, _NEAR)
    homes = [(text, m) for text in texts for m in mentions(text) if name.may_be(m)]
    if any(near & _company(text, m, _FAR) for text, m in homes):
        return None
    enough = _ENOUGH_ELSEWHERE if homes else _ENOUGH
    for text in texts:
        for other in _left_out(text, ours):
            if len(near & _company(text, other, _FAR)) >= enough and not _is_fair(claim, name, text, other):
                return text[other.start : other.end]
    return None


def _left_out(text: str, ours: Sequence[Mention]) -> list[Mention]:
    out = [mention for mention in mentions(text) if not any(mention.may_be(our) for our in ours)]
    return [mention for mention in out if not _is_common(text, mention, text)]


def _is_fair(claim: str, name: Mention, text: str, other: Mention) -> bool:
    """Whether a name can stand where the text has another: as its description, as a detail, or for "it"."""
    if name.is_described != other.is_described:
        return True
    return _tells_more(claim, name, text, other) or _is_meant(claim, name, text, other)


def _tells_more(claim: str, name: Mention, text: str, other: Mention) -> bool:
    """Whether a name says of what place or body a thing of the text is: "the Linz mill" for "the mill", which no other name stood by."""
    thing = _behind(claim, name)
    return (
        bool(thing) and thing in {word.stem for word in tokens(alike(text))} and thing not in _company(text, other, 1)
    )


def _behind(text: str, name: Mention) -> str:
    """The stem of the common noun that a name stands right before; empty where a mark or a small word follows."""
    after = next((t for t in tokens(alike(text)) if t.start >= name.end), None)
    joined = after is not None and re.fullmatch(r"(?:'s?)?[ -]", alike(text)[name.end : after.start])
    return after.stem if after and joined and after.is_content and not after.is_capitalised else ""


def _is_meant(claim: str, name: Mention, text: str, other: Mention) -> bool:
    """Whether a name that acts in the claim can be that of "the company" or "it" with which the text opens, before the other."""
    if _OWNED.match(alike(text)) and not any(name.may_be(mention) for mention in mentions(text)):
        return True
    return bool(_ACTS.search(claim[: name.start])) and _opens_unnamed(text) and not _is_subject(text, other)


def _opens_unnamed(text: str) -> bool:
    """Whether a text opens with a pronoun, or with a common noun for people or a body."""
    opening = _OPENS_UNNAMED.match(alike(text))
    return opening is not None and (not opening["words"] or any(map(can_speak, opening["words"].split())))


def _is_subject(text: str, name: Mention) -> bool:
    """Whether a name belongs to the words with which its text opens: "The home secretary, Ada Lund"."""
    lead = text[: name.start].split()
    return not lead or (len(lead) <= _SUBJECT and (lead[-1].endswith(",") or can_speak(lead[-1].lower())))


def _is_common(claim: str, name: Mention, text: str) -> bool:
    """Whether a word has its capital from opening a sentence, and the text has it in small letters."""
    opens = not claim[: name.start].strip(" \"'“”")
    return opens and re.search(rf"\b{re.escape(claim[name.start : name.end].lower())}\b", text) is not None


@lru_cache(maxsize=8192)
def _company(text: str, name: Mention, count: int) -> frozenset[str]:
    """The stems of the nearest content words on either side, other names left out."""
    named = mentions(text)
    words = [t for t in tokens(alike(text)) if t.is_content and not any(m.start <= t.start < m.end for m in named)]
    before = [t.stem for t in words if t.end <= name.start][-count:]
    return frozenset(before + [t.stem for t in words if t.start >= name.end][:count])
