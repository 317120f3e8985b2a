"""Names of several words that no text has together: the first word of one name with the last of another."""

from __future__ import annotations

from collections.abc import Sequence

from rag.language.lexicon.honorifics import HONORIFICS
from rag.language.lexicon.people import DOCUMENTS, GROUPS, LEGAL_TEXTS, PEOPLE
from rag.language.text.names import names
from rag.language.text.places import aliases, seats
from rag.language.tokens import Token

# Words with which many names begin, and nouns that are no surnames.
_COMMON_FIRST = frozenset(
    "african american asian atlantic british central chief civil constitutional defence defense digital east eastern economic european "
    "executive federal financial first foreign former general global grand great greater high human independent industrial inter internal "
    "international joint just labour liberal local medical metropolitan mid middle military municipal national new north northern official "
    "open pacific permanent political popular presidential prime private provincial public regional royal rural saint second security senior "
    "social socialist south southern special standing state supreme third trade union united upper urban us west western world young".split()
)
_NO_SURNAMES = GROUPS | PEOPLE | DOCUMENTS | LEGAL_TEXTS | HONORIFICS


def broken_name(claim: str, text: str) -> tuple[str, str] | None:
    """A name of the claim and the name of the text with the same first word, which the text has before no other word.

    Only names of people or firms by their looks: two or three words, of which none is a common noun or begins many names.
    """
    called = [words for name in names(text) if (words := _words(name.words))]
    beginnings = {words[0].normal for words in called if len(words) in (2, 3) and _is_proper(words)}
    alone = {words[0].normal for words in called if len(words) == 1}
    named = {word.normal for name in names(claim) for word in name.words}
    for name in names(claim):
        ours = _words(name.words)
        if len(ours) < 2 or ours[0].normal not in beginnings - alone:
            continue
        theirs = [words for words in called if words[0].normal == ours[0].normal]
        rest = {word.normal for words in theirs for word in words[1:]}
        if not rest & named:
            return name.text, text[theirs[0][0].start : theirs[0][-1].end]
    return None


def _words(words: Sequence[Token]) -> list[Token]:
    return [word for word in words if word.normal not in HONORIFICS]


def _is_proper(words: Sequence[Token]) -> bool:
    first = words[0]
    common = (
        first.normal in _COMMON_FIRST or first.normal in aliases() or first.normal in seats() or first.text.isupper()
    )
    return not common and not any(word.normal in _NO_SURNAMES for word in words)
