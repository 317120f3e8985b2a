"""Ways to give a view to somebody with no verb of saying: "to Ames, it is a start", "they would rather have waited"."""

from __future__ import annotations

import re

_WAYS = re.compile(
    r"(?:^|[;,.] |\b(?:but|and|while|that) )(?:[Tt]o|[Ff]or) (?:[A-Z]|the |his |her |its |their )[^;.]{2,80}?, "
    r"|\b(?:would|had|'d) (?:much |far )?(?:rather|sooner|prefer)\b|\bwould (?:have )?like[ds]?\b"
    r"|\b(?:as|if) [^,;.]{2,40} (?:sees?|saw|has|had|puts?|tells?|told) (?:it|things|the matter)\b"
    r"|\b[Bb]y [^,;.]{2,40} (?:own )?(?:account|lights|reckoning|count|telling)\b|\bto [^,;.]{2,40} (?:mind|eyes?|ears?|way of thinking)\b"
    r"|\b(?:is|are|was|were|remains?|came out|stands?|stood) (?:firmly |strongly )?(?:in favou?r of|against|of the opinion)\b",
)


def is_viewpoint(claim: str) -> bool:
    """Whether a claim gives something as how it looks to somebody, or as what somebody wants."""
    return _WAYS.search(claim) is not None
