"""Whether words are stated outright, as having happened, or only wished, planned, or made to depend on something."""

from __future__ import annotations

import re

_HEDGED = re.compile(
    r"\b(?:if|unless|once|when|until|whether|before|provided)\b(?:\W+\w+){0,8}\W*$"
    r"|\b(?:would|could|may|might|should|must|will|can|expected)\b(?:\W+\w+){0,3}\W*$"
    r"|(?<!according )\b(?:to|to be|be)\W+(?:\w+\W+)?$|\bentry\W+$"
    r"|\b(?:wants?|wanted|demand\w*|urg\w+|ask\w*|plan\w*|propos\w*|intend\w*|seek\w*|promis\w*|pledg\w*|expect\w*|call\w* for)\b"
    r"(?:\W+(?!was\b|were\b|is\b|are\b|has\b|have\b|had\b)\w+){0,4}\W*$",
    re.IGNORECASE,
)
_FIRM = re.compile(r"\b(?:already|now)\W*$", re.IGNORECASE)
_THEN = re.compile(r"\s*(?:only )?(?:after|once|when|if|upon|as soon as)\b", re.IGNORECASE)
_HAPPENED = re.compile(
    r"\b(?:has|have|had)\s+(?:(?:\w+ly|already|now|since|also|been|together|just)\s+)*"
    r"(?:(?!one\b|none\b|seven\b|ten\b|eleven\b|even\b|often\b|open\b|women\b|men\b|need\b|indeed\b|own\b)\w+(?:ed|en|wn|ne)|led|made|set|put|paid|sold|told|sent|spent|built|brought|cut|kept|lost|met|won|run|held|found|come)\b"
    r"|\balready\b|\b(?:are|is)\s+now\b|\bnow\s+(?:\w+s|know|have|has|are|is)\b",
    re.IGNORECASE,
)


def hedged(before: str) -> bool:
    """Whether what follows these words is not stated outright: "unless it is", "would be", "wants it"."""
    return bool(_HEDGED.search(before)) and not _FIRM.search(before)


def depends(after: str) -> bool:
    """Whether these words make what stands before them depend on something: "after 30 ratifications"."""
    return bool(_THEN.match(after))


def happened(text: str) -> bool:
    """Whether a text says outright that something has happened, or is so by now."""
    return bool(_HAPPENED.search(text))
