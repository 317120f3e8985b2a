"""Whether a question asks for several things: reasons, reactions, a list, two questions in one.

By its form alone. Of the 7,383 answerable questions in `evals/taught` it takes 1,921 for such; 73% of those have more than one sentence that
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
_AUXILIARY = "is are was were do does did has have had will would can could should must may might"
_DOES = "|".join(_AUXILIARY.split())
_GOES_ON = rf"(?= (?:{_DOES}|of|for|in|to|on|that|who|which|against|by|from|with|and|[a-z]+ed)\b)"
_ANY_CASE = "(?i:what|which)"
_FORMS = (
    rf"\b{_ANY_CASE}(?: (?:other|main|new|two|three|four|different|kinds? of|sorts? of))?(?: (?!(?:{_DOES})\b)[a-z-]+)?? {_PLURAL}\b{_GOES_ON}",
    rf"\b{_ANY_CASE} (?:are|were) (?:(?:the|its|their|his|her) )?(?:[a-z-]+ )?{_PLURAL}\b",
    r"\b(?i:and|or),? (?:by |for |in |on |with |to |since |from |at )?(?:what|who|whom|whose|why|how|when|where|which|whether)\b",
    r"\b(?i:what)(?:'s| is| was| has| have| will| would)? (?:known|happens?|happened|next|still|left|open|else|done|planned|become|changed?)\b",
    r"\b(?i:compare|contrast|differ|difference|versus|vs|distinguish(?:es)?|in common|agree|disagree)\b",
)
_FORMS_OF_NO_FACT = (
    rf"^(?i:the )?(?:[A-Za-z-]+ )?(?i:{_PLURAL}) (?:of|for|against|to|about|by|in|on|behind|with|from|over|voiced|made|raised)\b",
    rf"\b(?i:{'|'.join(_NOUNS.split())})\b",
    r"\b(?:react|respond|receive|justif|defend|explain)\w*\b",
)
_SEVERAL = re.compile("|".join(f"(?:{form})" for form in _FORMS))
_SEVERAL_OF_NO_FACT = re.compile("|".join(f"(?:{form})" for form in _FORMS_OF_NO_FACT))


def asks_for_several(question: str, *, for_a_fact: bool) -> bool:
    """Whether more than one thing is asked for. `for_a_fact`: who, when, where or how many; then a plural in it tells little."""
    return bool(_SEVERAL.search(question)) or (not for_a_fact and bool(_SEVERAL_OF_NO_FACT.search(question)))
