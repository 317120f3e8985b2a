"""What bears out words that make a statement as wide as can be: "regardless of" is as wide as "whether or not"."""

from __future__ import annotations

import re

from rag.language.tokens import content_stems

_EQUALS = {
    r"\w+ or not": r"\bor\b[^.;]{0,20}\bnot\b|whether|voluntar|optional|free to|choos|choice",
    r"in (?:any|every|all) \w+|under (?:any|all) \w+": r"anyway|anyhow|either way|regardless|nevertheless|even so|even (?:if|with)",
    r"regardless|irrespective|no matter|whatever|whatsoever|whether or not": r"whether|even (?:if|when)|however|independent",
    r"whoever|whichever": r"\b(?:who|those|which|if|people|persons?|anyone|offenders?)\b",
    r"whenever|wherever|everywhere|anywhere": r"\b(?:if|when|where|once|each|throughout|across|all)\b",
    r"alike": r"\b(?:and|both|or)\b",
    r"ever": r"\b(?:first|record|history|again|once|rare|rarely|seldom|previous|before)\b",
    r"in the world|on earth|around the world|all over": r"world|global|throughout|across|international",
    r"at all times|at any time": r"continu|constant|permanent|throughout|round the clock|whenever",
    r"unlimited|without (?:any |further )?(?:limit|restriction)s?": r"no limit|not limited|uncapped|as (?:many|much|long)|unrestricted",
    r"unconditional(?:ly)?|without (?:any |further )?conditions?": r"no condition|no strings|not conditional|unreserved",
    r"even (?:with|without)": r"\beven\b|despite|whether|although|without|with or",
    r"without (?:any |further )?exceptions?|across the board": r"\b(?:all|each|both|uniform|invariably|no exceptions?)\b",
    r"all (?:kinds|sorts) of|of (?:any|every|all) \w+": r"\b(?:various|different|diverse|kinds|sorts|types|wide|whether)\b",
}
_TABLE = [(re.compile(words, re.IGNORECASE), re.compile(bearing, re.IGNORECASE)) for words, bearing in _EQUALS.items()]

EXCEPTS = re.compile(r"\bexcept\b|\bapart from\b|\bother than\b|\bbut not\b|\ball but\b|\bexcluding\b", re.IGNORECASE)
"""Words of exception, which nothing "without exception" can stand beside."""


def bears_out_extreme(word: str, text: str) -> bool:
    """Whether a text has, in other words, what a wide word or phrase of a claim says."""
    plain = " ".join(word.lower().split())
    return any(words.fullmatch(plain) and bearing.search(text) for words, bearing in _TABLE)


_SAME_PEOPLE = re.compile(
    r"\b(?:every(?:one|body)|all|each|any(?:one|body)?|no ?(?:one|body)|none|both)\b", re.IGNORECASE
)
_AS_ONE = re.compile(r"\bunanim|\bunopposed\b|\b(?:\d+|\w+) (?:votes )?to (?:0|nil|none|zero)\b", re.IGNORECASE)
_EACH_TIME = re.compile(r"\b(?:each|every|all|whenever|throughout|at any time|continu\w*|invariably)\b", re.IGNORECASE)
_INTENSE = frozenset("entire entirely entirety completely exhaustive exhaustively".split())
_LESS = re.compile(
    r"\b(?:almost|nearly|largely|mostly|mainly|chiefly|partly|partially|in part|part of|parts of|some|most|half|third|quarter|few|"
    r"several|many|certain|primarily|predominantly|per cent|percent)\b|%",
    re.IGNORECASE,
)


_ALL_THAT = re.compile(r"\ball (?:that|he|she|it|they|we|anyone)\b[^;.]{1,90}\b(?:is|are|was|were)\b", re.IGNORECASE)
_MERELY = re.compile(r"\b(?:only|merely|just|no more than|nothing but|simply)\b", re.IGNORECASE)
_MERE = re.compile(
    r"\b(?:is|are|was|were|be|been|remains?|remained) only (?:(?:an?|the) )?(?P<what>\w+)(?= *(?:[,;.]|$|and\b|but\b))"
)
_UNASSERTED = re.compile(r"\b(?:if|whether|before|unless|than|as)(?: \w+){0,4} any$", re.IGNORECASE)
_SPARED = re.compile(
    r"\b(?:spare|avoid|prevent|ban|bar|prohibit|forbid|forbad|den[yi]|refus|reject|rul\w* out|free (?:of|from)|doubt|stop|end|lack"
    r"|exclud|dismiss|withheld|miss|escap)\w*(?: \w+){0,3} any$",
    re.IGNORECASE,
)
_NEGATIVE = re.compile(
    r"\b(?:no|not|none|nothing|never|nor|neither|without|cannot|\w+n['’]t|spare|avoid|prevent|ban|bar|prohibit|forbid|den[yi]|refus"
    r"|reject|rul\w* out|free (?:of|from)|doubt|stop|end|lack|exclud|dismiss)\w*",
    re.IGNORECASE,
)


def sweeps_nothing(claim: str, start: int, end: int, text: str) -> bool:
    """Whether a sweeping word (at `claim[start:end]`) says no more than the text in its place.

    "All that they asked for was" is "only"; "are only estimates" belittles; "any" under "if" or "avoid" sweeps with them.
    """
    head, word = claim[:end], claim[start:end].lower()
    if word == "all" and _ALL_THAT.match(claim[start:]):
        return bool(_MERELY.search(text))
    if word == "only":
        mere = next((found for found in _MERE.finditer(claim) if found.start() <= start < found.end()), None)
        return mere is not None and content_stems(mere["what"]) <= content_stems(text)
    if word == "any":
        return bool(_UNASSERTED.search(head) or (_SPARED.search(head) and _NEGATIVE.search(text)))
    return False


def denies(text: str) -> bool:
    """Whether a text denies anything, be it by "refuse" or "avoid"."""
    return bool(_NEGATIVE.search(text))


def bears_out_sweeping(word: str, text: str) -> bool:
    """Whether a text has the people of "everyone" by another pronoun, or nothing that would make "entirely" too much."""
    if _AS_ONE.search(text):
        return word not in {"only", "alone"}
    if word == "always":
        return bool(_EACH_TIME.search(text))
    if word in {"everyone", "everybody"}:
        return bool(_SAME_PEOPLE.search(text))
    return word in _INTENSE and not _LESS.search(text)
