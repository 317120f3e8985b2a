"""Words that stand only where something denies: "denied that any such letter had ever been sent" has its "not" in the verb."""

from __future__ import annotations

import re

from rag.language.text.polarity import Cue

_ITEM = re.compile(
    r"(?: [\w'-]+){0,4} (?:any|anyone|anybody|anything|anywhere|ever|whatsoever|at all)\b", re.IGNORECASE
)


def denies_any(text: str, cue: Cue) -> bool:
    """Whether a cue is followed, before any mark, by a word that it must deny: "denied ever", "ruled out any"."""
    return _ITEM.match(text, cue.end) is not None
