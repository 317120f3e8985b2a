"""Whether a text names a speaker: names compared by their parts. Shares no word list with the product's checks.

The parts of a name are its capitalised words, without titles ("Dr", "Premier"); of a name without capitals ("industry groups"),
all words but articles and links. Accents, case, possessive endings and punctuation do not count. A text names the speaker when,
as whole words in any order, it holds

- of one or two parts the last: "Schaake" for "Marietje Schaake", "Commission" for "the European Commission";
- of three parts or more at least half: "the Foreign Ministry" for "Ministry of Foreign Affairs";
- or the initials of three capitalised words or more: "NIST".

A part that is capitalised in the name must be so in the text. A `speaker` may give several names, parted by ";": any will do.
Short forms of two letters ("United States; US") and family names that stand first ("Li Qiang; Premier Li") should be among them.
"""

from __future__ import annotations

import re
import unicodedata

_WORD = re.compile(r"[^\W_]+(?:[’'.-][^\W_]+)*")
_POSSESSIVE = re.compile(r"[’']s?$", re.IGNORECASE)
_FEWEST_INITIALS = 3  # two, such as "US", would be anybody whose names begin with these letters
_LINKS = frozenset("a an and at by der de di for from in la le of on the to van von".split())
_TITLES = frozenset(
    "mr mrs ms dr prof professor sir dame lord lady president premier chancellor minister prime secretary senator commissioner "
    "chairman chairwoman chair director chief executive ceo spokesman spokeswoman spokesperson judge justice".split()
)


def names(text: str, speaker: str) -> bool:
    """Whether a text names the speaker, under any of the names given."""
    held = _words(text)
    return any(_holds(held, name) for name in speaker.split(";") if name.strip())


def same(said: str, speaker: str) -> bool:
    """Whether a name is that of the speaker: it names them, or all its parts are parts of theirs ("Premier Li")."""
    if names(said, speaker):
        return True
    mine = set(_parts(said))
    return bool(mine) and any(mine <= set(_parts(name)) for name in speaker.split(";"))


def _holds(held: set[str], name: str) -> bool:
    parts = _parts(name)
    if not parts:
        return False
    if _initials(name) & held:
        return True
    if len(parts) <= 2:
        return parts[-1] in held
    return 2 * len(held.intersection(parts)) >= len(set(parts))


def _parts(name: str) -> list[str]:
    """A capitalised part begins with `^`, so that it matches none that is not."""
    words = [word for word in map(_marked, _WORD.findall(name)) if word.lstrip("^") not in _LINKS]
    capitalised = [word for word in words if word.startswith("^")]
    chosen = capitalised or words
    return [word for word in chosen if word.lstrip("^") not in _TITLES] or chosen


def _words(text: str) -> set[str]:
    """The words of a text; one that is capitalised counts as both."""
    marked = {_marked(word) for word in _WORD.findall(text)}
    return marked | {word.lstrip("^") for word in marked} | {_initialism(word) for word in _WORD.findall(text)} - {""}


def _marked(word: str) -> str:
    letters = unicodedata.normalize("NFKD", _POSSESSIVE.sub("", word))
    plain = "".join(c for c in letters if c.isalnum())
    return ("^" if plain[:1].isupper() else "") + plain.casefold()


def _initialism(word: str) -> str:
    """`*nist` of "NIST" or "N.I.S.T."; nothing of other words."""
    letters = "".join(c for c in _POSSESSIVE.sub("", word) if c.isalnum())
    return f"*{letters.casefold()}" if len(letters) > 1 and letters.isupper() else ""


def _initials(name: str) -> set[str]:
    """Of the capitalised words of a name."""
    first = "".join(word[0] for word in _WORD.findall(name) if word[0].isupper())
    return {f"*{first.casefold()}"} if len(first) >= _FEWEST_INITIALS else set()
