"""The forms of regular English verbs, with a table of the irregular ones that the word tables use."""

from __future__ import annotations

import re

_IRREGULAR = {
    "be": "is are was were been being am",
    "become": "becomes became become becoming",
    "begin": "begins began begun beginning",
    "come": "comes came come coming",
    "feel": "feels felt feeling",
    "find": "finds found finding",
    "foresee": "foresees foresaw foreseen foreseeing",
    "forbid": "forbids forbade forbidden forbidding",
    "give": "gives gave given giving",
    "have": "has had having",
    "hold": "holds held holding",
    "make": "makes made making",
    "mean": "means meant meaning",
    "put": "puts put putting",
    "say": "says said saying",
    "see": "sees saw seen seeing",
    "set": "sets set setting",
    "show": "shows showed shown showing",
    "speak": "speaks spoke spoken speaking",
    "swear": "swears swore sworn swearing",
    "take": "takes took taken taking",
    "tell": "tells told telling",
    "think": "thinks thought thinking",
    "understand": "understands understood understanding",
    "write": "writes wrote written writing",
    "read": "reads read reading",
    "withdraw": "withdraws withdrew withdrawn withdrawing",
    "overturn": "overturns overturned overturning",
    "bind": "binds bound binding",
    "seek": "seeks sought seeking",
    "hear": "hears heard hearing",
    "uphold": "upholds upheld upholding",
    "retell": "retells retold retelling",
}
_DOUBLED = re.compile(
    r"^(?:admit|commit|permit|rebut|submit|plan|ban|drop|quip|repel|compel|scrap|regret|allot|refer|infer|concur|bar)$"
)


def forms(verb: str) -> frozenset[str]:
    """All forms of a verb, its base form included."""
    return frozenset({verb, third_person(verb), *past(verb), gerund(verb)})


def third_person(verb: str) -> str:
    """`warns` of `warn`."""
    if verb in _IRREGULAR:
        return _IRREGULAR[verb].split()[0]
    if re.search(r"(?:s|x|z|ch|sh)$", verb):
        return verb + "es"
    return verb[:-1] + "ies" if re.search(r"[^aeiou]y$", verb) else verb + "s"


def past(verb: str) -> frozenset[str]:
    """The past tense and the past participle."""
    if verb in _IRREGULAR:
        return frozenset(_IRREGULAR[verb].split()[1:-1])
    if _DOUBLED.match(verb):
        return frozenset({verb + verb[-1] + "ed"})
    if verb.endswith("e"):
        return frozenset({verb + "d"})
    if re.search(r"[aeiou]l$", verb):  # "labeled" and "labelled"
        return frozenset({verb + "ed", verb + "led"})
    return frozenset({verb[:-1] + "ied" if re.search(r"[^aeiou]y$", verb) else verb + "ed"})


def gerund(verb: str) -> str:
    """`warning` of `warn`."""
    if verb in _IRREGULAR:
        return _IRREGULAR[verb].split()[-1]
    if _DOUBLED.match(verb):
        return verb + verb[-1] + "ing"
    return verb[:-1] + "ing" if verb.endswith("e") and not verb.endswith("ee") else verb + "ing"


def by_form(verbs: str) -> dict[str, str]:
    """Each form of the given verbs (separated by white space), with the verb it belongs to; the first of equals."""
    found: dict[str, str] = {}
    for verb in verbs.split():
        for form in forms(verb):
            found.setdefault(form, verb)
    return found
