"""What a text lets people call things by: names, their short forms, acronyms, and places by any of their names."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from index.words import stem
from rag.language.lexicon.honorifics import HONORIFICS
from rag.language.lexicon.parties import same_party
from rag.language.text.names import Name, names
from rag.language.text.places import alias_pattern, aliases, seat_pattern, seats, with_wholes
from rag.language.text.units import CURRENCIES
from rag.language.tokens import Token, alike, normal, tokens

# Kinds of text that name one another: "the Act", "the regulation", "the law".
_TEXTS = frozenset(
    stem(normal(w))
    for w in "act law regulation convention treaty agreement rule directive order measure guideline principle framework plan initiative report "
    "declaration statement resolution recommendation code bill draft proposal package strategy document text paper communique pledge "
    "provision standard".split()
)
_SMALL = frozenset("of the and for on in to a an de la du".split())
# Acronyms that are ordinary nouns: they name nobody.
_COMMON = frozenset("AI IT TV ID PC CEO CFO GDP NGO NGOS SME SMES LLM LLMS GPU GPUS CPU API FAQ PDF ICT".split())
_DEMONYM = re.compile(r"(?P<root>\w{4,}?)(?:ians?|ans?|ns?|ese|ish|ers?)")
_LONGEST_NAME = 9
CLIPPED = (3, 4)


@dataclass(frozen=True, slots=True)
class KnownNames:
    """What the cited text and its surroundings hold.

    Stems; what the names of places and of seats of government stand for; the initials of its capitalised words in a row and of all its words; its acronyms;
    the names that stand `alone`, as surnames do; and the `words` of all names.
    """

    stems: frozenset[str]
    places: frozenset[str]
    seats: frozenset[str]
    capitals: str
    initials: str
    acronyms: frozenset[str]
    alone: frozenset[str]
    words: frozenset[str]


@lru_cache(maxsize=1024)
def known_names(text: str) -> KnownNames:
    """What a text knows."""
    words = tokens(text)
    return KnownNames(
        stems=frozenset(stem(form) for word in words for form in (word.normal, without_accents(word.normal))),
        places=with_wholes(aliases()[m.group().lower()] for m in alias_pattern().finditer(text)),
        seats=frozenset(seats()[m.group().lower()] for m in seat_pattern().finditer(text)),
        capitals=_initials(text, words, only_capitals=True),
        initials=_initials(text, words, only_capitals=False),
        acronyms=frozenset(w.text.replace(".", "") for w in words if w.text.isupper() and len(w.text) > 1),
        alone=frozenset(_surnames(text)),
        words=frozenset(word.normal for name in names(text) for word in name.words),
    )


def _surnames(text: str) -> Iterator[str]:
    """The names that stand alone, or behind nothing but titles: "Baird" of "Mr Baird"."""
    for name in names(text):
        words = [word.normal for word in name.words if word.normal not in HONORIFICS]
        if len(words) == 1:
            yield words[0]


def _initials(text: str, words: Iterable[Token], only_capitals: bool) -> str:
    """The first letters in order, without small words and second halves of compounds; a blank where a run ends."""
    letters = ""
    for word in words:
        if word.normal in _SMALL or text[word.start - 1 : word.start] == "-":
            continue
        letters += word.normal[:1] if word.is_capitalised or not only_capitals else " "
    return letters


def has_place(shown: str, known: KnownNames, before: str) -> bool:
    """Whether a place is known by any of its names; its capital may stand for its government."""
    named = aliases()[shown.lower()]
    if named in known.places or named in known.seats:
        return True
    parts = [stem(normal(w)) for w in shown.split() if w.lower() not in _SMALL]
    if not before.strip() and not shown.isupper() and parts[0] in known.stems:
        return True
    return _is_short_form(named) and parts[-1] in known.stems and not _confused(named, known)


def _is_short_form(named: str) -> bool:
    """Bodies that are called by their last word once they are known: "the Commission"."""
    return named in ("European Commission", "European Parliament", "Council of the European Union")


def _confused(named: str, known: KnownNames) -> bool:
    return named == "Council of the European Union" and bool(known.places & {"Council of Europe", "European Council"})


def has_word(word: Token, known: KnownNames, claim: str) -> bool:
    """Whether a word of a name is known: as it is, by an acronym, by a government's seat, or as one kind of text for another."""
    shown = alike(word.text).removesuffix("'s").removesuffix("'")
    if shown.isupper() and len(shown.replace(".", "")) > 1 and shown.lower() not in CURRENCIES:
        return _has_acronym(shown.replace(".", ""), known)
    if {stem(word.normal), stem(without_accents(word.normal))} & known.stems or word.normal in CURRENCIES:
        return True
    if is_of_a_place(word.normal, known.stems):
        return True
    city = seats().get(word.normal)
    if city and not re.search(r"\b(?:in|at|from|to|near|outside)\s+$", claim[: word.start]):
        return city in known.places
    if any(same_party(word.normal, stem) for stem in known.stems) or _is_clipped(word, known):
        return True
    return stem(word.normal) in _TEXTS and bool(known.stems & _TEXTS)


def _is_clipped(word: Token, known: KnownNames) -> bool:
    """ "Fed" for Federal, "Dems" for Democrats: the first letters of a name."""
    short = word.normal.removesuffix("s")
    return len(short) in CLIPPED and any(name.startswith(short) for name in known.words)


def without_accents(word: str) -> str:
    """ "Sefcovic" for "Šefčovič"."""
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))


def is_of_a_place(word: str, known: Iterable[str]) -> bool:
    """ "Tarnovian" for Tarnovia, and the other way about."""
    return any(_is_inhabitant(word, other) or _is_inhabitant(other, word) for other in known if other[:4] == word[:4])


def _is_inhabitant(word: str, place: str) -> bool:
    """Whether a word is a place's name, at most two of its last letters lost, with an ending that its people have."""
    found = _DEMONYM.fullmatch(word)
    return found is not None and place.startswith(found["root"]) and len(place) - len(found["root"]) <= 2


def _has_acronym(shown: str, known: KnownNames) -> bool:
    """An acronym as it stands, as an ordinary noun, or by the words whose initials it is: two of them need capitals."""
    if shown.upper() in _COMMON or shown in known.acronyms or stem(shown.lower()) in known.stems:
        return True
    return shown.lower() in (known.capitals if len(shown) == 2 else f"{known.capitals} {known.initials}")


def has_acronym_of(claim: str, name: Name, known: KnownNames) -> bool:
    """Whether the cited text has the acronym of a long name: the initials from its first word on."""
    rest = [w for w in tokens(claim) if w.start >= name.start][:_LONGEST_NAME]
    letters = ""
    for word in rest:
        if word.normal in _SMALL:
            continue
        letters += word.text[0].upper()
        if word.end >= name.end and letters in known.acronyms and len(letters) > 1:
            return True
    return False
