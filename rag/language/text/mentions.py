"""Where a text names anything, with all that each name may be known by: its words, its place, its initials."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from index.words import stem
from rag.language.lexicon.honorifics import HONORIFICS
from rag.language.lexicon.parties import same_party
from rag.language.lexicon.people import DOCUMENTS, GROUPS, LEGAL_TEXTS
from rag.language.text.calendar_words import WEEKDAYS
from rag.language.text.described_bodies import described_bodies
from rag.language.text.known_names import CLIPPED, is_of_a_place
from rag.language.text.names import Name, names
from rag.language.text.places import alias_pattern, aliases, seats, with_wholes
from rag.language.text.quantity_kinds import LABELS
from rag.language.text.units import CURRENCIES
from rag.language.tokens import Token, alike, tokens

# Words that many names share.
_SHARED = frozenset("united republic south north new of the and".split())
_TELLS_TIME = re.compile(
    r"\b(?:on|last|next|this|by|until|till|since|every|each|from|before|after|to|and|or|of|late|early|said|the|a|for|through|between|[a-z]+ed) $"
)


@dataclass(frozen=True, slots=True)
class Mention:
    """A name at `text[start:end]` and what it may be known by; two with a common key may be one thing.

    `is_described`: it is no name but the description of a body ("the finance ministry").
    """

    start: int
    end: int
    keys: frozenset[str]
    is_described: bool = False

    def may_be(self, other: Mention) -> bool:
        """Whether two mentions may mean the same."""
        if self.keys & other.keys:
            return True
        return any(_mean_the_same(one, key) for one in self.keys for key in other.keys)


@lru_cache(maxsize=4096)
def mentions(text: str) -> tuple[Mention, ...]:
    """The names of a text in order: by their capitals, known places, described bodies, and words of the calendar or labels that stand as names do."""
    plain = alike(text)
    places = [Mention(*m.span(), _place_keys(m.group())) for m in alias_pattern().finditer(plain)]
    named = [
        _named(name, places) for name in names(plain) if name.text.lower() not in CURRENCIES and not _only_opens(name)
    ]
    found = [mention for mention in named if mention is not None]
    alone = [p for p in places if not any(_covers(m, p) for m in found)]
    odd = [Mention(t.start, t.end, frozenset({t.stem})) for t in tokens(plain) if _is_odd(t, plain)]
    bodies = [Mention(*body, is_described=True) for body in described_bodies(plain)]
    return tuple(sorted((*found, *alone, *odd, *bodies), key=lambda mention: mention.start))


def _mean_the_same(one: str, other: str) -> bool:
    """Two words for one place, party or body: "Tarnovian", "Tory", "Fed"."""
    short, long = sorted((one, other), key=len)
    clipped = len(short.removesuffix("s")) in CLIPPED and long.startswith(short.removesuffix("s"))
    return clipped or is_of_a_place(one, (other,)) or same_party(one, other)


def _only_opens(name: Name) -> bool:
    """A single word that opens a sentence and may be a common noun: "Group revenue rose"."""
    return not name.is_certain and len(name.words) == 1 and name.words[0].normal in GROUPS | DOCUMENTS | LEGAL_TEXTS


def _place_keys(shown: str) -> frozenset[str]:
    own = {stem(w.lower()) for w in shown.split() if w.lower() not in _SHARED and w.lower() not in aliases()}
    named = (f"@{place}" for place in with_wholes([aliases()[shown.lower()]]))
    return frozenset((*named, *(own if " " in shown else ())))


def _named(name: Name, places: list[Mention]) -> Mention | None:
    """A name with its words, its initials and the places in it; `None` where it is nothing but a place or a title."""
    words = [word for word in name.words if word.normal not in HONORIFICS]
    if not words or all(any(p.start <= word.start < p.end for p in places) for word in words):
        return None
    keys = {word.stem for word in words} | {f"@{seats()[w.normal]}" for w in words if w.normal in seats()}
    inside = [key for place in places if name.start <= place.start and place.end <= name.end + 2 for key in place.keys]
    initials = "".join(word.text[0] for word in name.words if word.text[0].isupper()).lower()
    return Mention(name.start, name.end, frozenset({*keys, *inside, *([initials] if len(initials) > 1 else [])}))


def _covers(outer: Mention, inner: Mention) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end + 2


def _is_odd(token: Token, text: str) -> bool:
    """A weekday that tells no time, or a capitalised label without a number: such a word stands for a name."""
    if not token.is_capitalised:
        return False
    if token.normal in WEEKDAYS:
        return not _TELLS_TIME.search(text[: token.start])
    if not text[: token.start].strip(" \"'"):
        return False
    return token.text.lower().removesuffix("s") in LABELS and not re.match(r" [\dIVXLC]", text[token.end :])
