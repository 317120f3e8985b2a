"""Whether a question asks for several things: reasons, reactions, a list, two questions in one.

By its form alone. Of the 7,383 answerable questions in `evals/taught` it takes 2,127 for such; 68% of those have more than one sentence that
answers, and 21% of the others (`python -m evals.fitting.several`).
"""

from __future__ import annotations

import re

_SINGULAR = (
    "his its this is was does has as us thus across previous various process access business congress press status loss class less address "
    "success basis crisis analysis news series means always perhaps plus yes besides whereas towards afterwards times euros dollars "
    "pounds years months weeks days hours minutes members people"
)
"""Words that end like a plural and are none, and plurals of which a question asks how much or who, one thing."""
_PLURAL = rf"(?!(?:{'|'.join(_SINGULAR.split())})\b)[a-z]+(?:[^s\W]s|ses|ies|people|women|men|children)"
_NOUNS = (
    "reasons grounds conditions objections criticisms? reactions? concerns arguments risks dangers fears warnings doubts complaints demands "
    "steps measures changes differences consequences effects advantages drawbacks disadvantages benefits pros cons options plans promises "
    "concessions obstacles hurdles exceptions safeguards limits views opinions positions requirements duties obligations rules tasks "
    "factors causes problems strengths weaknesses terms details"
)
_FORMS = (
    rf"\b(?:what|which)(?: (?:other|main|new|two|three|four|different|kinds? of|sorts? of))?(?: [a-z-]+)?? {_PLURAL}\b(?! (?:is|was|has|does)\b)",
    rf"^(?:the )?(?:[a-z-]+ )?{_PLURAL} (?:of|for|against|to|about|by|in|on|behind|with|from|over|voiced|made|raised)\b",
    rf"\b(?:{'|'.join(_NOUNS.split())})\b",
    r"\b(?:and|or),? (?:by |for |in |on |with |to |since |from |at )?(?:what|who|whom|whose|why|how|when|where|which|whether)\b",
    r"\bwhat(?:'s| is| was| has| have| will| would)? (?:known|happens?|happened|next|still|left|open|else|done|planned|become|changed?)\b",
    r"\b(?:compare|contrast|differ|difference|versus|vs|distinguish(?:es)?|in common|agree|disagree)\b",
    r"\b(?:react|respond|receive|justif|defend|explain)\w*\b",
)
_SEVERAL = re.compile("|".join(f"(?:{form})" for form in _FORMS), re.IGNORECASE)


def asks_for_several(question: str) -> bool:
    """Whether more than one thing is asked for."""
    return bool(_SEVERAL.search(question))
