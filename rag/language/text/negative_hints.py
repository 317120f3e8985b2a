"""Words that may carry a denial without denying: "only", "still", "the first", "remains above"."""

from __future__ import annotations

import re

from index.words import stem
from rag.language.tokens import Token, normal, tokens

_HINTS = frozenset(
    stem(normal(word))
    for word in "dead gone nil only sole solely except exception unless rather instead otherwise else "
    "first last yet remain stay keep same equal exclusively alone just mere "
    "wait least less few fewer little low lower below above beyond outside against away beside apart separate "
    "limit restrict restriction cap bound short shortage scarce barely hardly rare almost close free open "
    "stop end cease halt collapse leave left lose lost miss drop escape evade avoid prevent protect resist decline "
    "reject refuse oppose object deny fail lack absent vacant empty reserve exempt exclude immune waive lift spare survive "
    "voluntary optional private secret closed wrong false untrue unclear differ contrast contrary opposite "
    "retire former past formerly once previous previously pending await delay postpone late later "
    "critic criticise doubt question concern worry hard difficult impossible unlikely problem error fault broken trouble crash".split()
)
_HARMLESS = re.compile(
    r"\b(?:at least|not least|more or less|last (?:year|month|week)|first (?:half|quarter))\b", re.IGNORECASE
)


def hints(text: str) -> tuple[Token, ...]:
    """The words of a text that may stand for a denial, in order."""
    harmless = [match.span() for match in _HARMLESS.finditer(text)]
    return tuple(
        token
        for token in tokens(text)
        if token.stem in _HINTS and not any(start <= token.start < end for start, end in harmless)
    )
