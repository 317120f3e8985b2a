"""The words of a text with set phrases taken as one word: "spoke out against" is "oppose", "put off" is "postpone"."""

from __future__ import annotations

import re
from functools import lru_cache

from rag.language.tokens import Token, alike, normal, tokens

_STAND = (
    r"(?:sp[eo]a?k|spoke|campaign|lobb|argu|vot|c[ao]m|st[oa]nd|stood|fight|fought|push|press|plead|rul|decid|advis|is|are|was|were|be)"
    r"(?:\w{0,3})(?: (?:up|out|firmly|strongly|both))?"
)
_PHRASES = tuple(
    (re.compile(rf"\b(?:{words})\b", re.IGNORECASE), normal(same))
    for words, same in (
        (rf"{_STAND} (?:for(?= (?:the|an?|it|this|that|such|these)\b)|in favou?r of)|in favou?r(?: of)?|sp[eo]a?k\w* up for|sp[eo]a?k\w* in support of", "favour"),
        (rf"{_STAND} against", "oppose"),
        (r"turn(?:s|ed|ing)? down|vot(?:e|es|ed|ing) down", "reject"),
        (r"go(?:es|ing)? ahead|went ahead|gone ahead", "proceed"),
        (r"call(?:s|ed|ing)? off", "cancel"),
        (r"put(?:s|ting)? off|push(?:es|ed|ing)? back", "postpone"),
        (r"br(?:ing|ings|ought|inging) forward|mov(?:e|es|ed|ing) forward", "bring-forward"),
        (r"g(?:ive|ives|ave|iven|iving) up", "abandon"),
        (r"tak(?:e|es|en|ing) part|took part", "attend"),
        (r"(?:stay|stays|stayed|keep|keeps|kept) away", "stay-away"),
        (r"h(?:old|olds|eld|olding) back", "hold-back"),
        (r"go(?:es|ing)? up|went up|gone up", "rise"),
        (r"(?:go|goes|going|went|gone|come|comes|coming|came|brought|bring) down", "fall"),
        (r"sp(?:eed|eeds|ed|eeding) up", "accelerate"),
        (r"slow(?:s|ed|ing)? down", "slow-down"),
        (r"carr(?:y|ies|ied|ying) on|stay(?:s|ed|ing)? in (?:place|force)", "continue"),
        (r"phas(?:e|es|ed|ing) out|do(?:es|ing)? away with|did away with|g[eo]t(?:s|ting)? rid of", "abolish"),
        (r"scal(?:e|es|ed|ing) back|cut(?:s|ting)? back|scal(?:e|es|ed|ing) down", "reduce"),
        (r"water(?:s|ed|ing)? down", "dilute"),
        (r"le(?:ave|aves|ft|aving)(?: \w+){0,3} out|fall(?:s|ing)? outside|lies? outside", "exclude"),
        (r"(?:fall|falls|fell|falling) (?:under|within)|caught by", "include"),
        (r"ma(?:ke|kes|de|king) public", "published"),
        (r"le(?:ft|aves?|aving)(?: \w+){0,4} (?:unchanged|intact|untouched|in place|open|alone)", "keep"),
        (r"put(?:s|ting)? forward", "put-forward"),
        (r"rul(?:e|es|ed|ing) out", "preclude"),
        (r"at once|straight ?away|right away|without delay", "immediately"),
        (r"preceded by", "after"),
        (r"followed by", "before"),
        (r"at first", "initially"),
        (r"at last", "finally"),
        (r"high time", "late"),
        (r"too (?:early|soon)", "early"),
    )
)  # fmt: skip


@lru_cache(maxsize=4096)
def terms(text: str) -> tuple[Token, ...]:
    """The words and set phrases of a text, in order; a phrase stands for the words in it."""
    plain = alike(text)
    phrases = [
        Token(plain[m.start() : m.end()], m.start(), m.end(), same) for p, same in _PHRASES for m in p.finditer(plain)
    ]
    longest = [p for p in phrases if not any(_holds(o, p) for o in phrases)]
    words = [t for t in tokens(plain) if not any(p.start <= t.start < p.end for p in longest)]
    return tuple(sorted([*longest, *words], key=lambda term: term.start))


def _holds(outer: Token, inner: Token) -> bool:
    return outer is not inner and outer.start <= inner.start and inner.end <= outer.end and outer.text != inner.text
