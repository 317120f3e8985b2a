"""Whether a verb says that something happens or happened, or only that it may, must or is meant to."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

from rag.language.tokens import Token, tokens

_NOT_SO_YET = frozenset("to will would may might could should must can shall cannot".split())
_CAPABLE = frozenset({"can", "cannot"})  # what can be done may well be done
_SO = frozenset("has have had was were is are been did does do being be".split())
_BETWEEN = frozenset(
    "be have not also then now only still soon first already jointly fully further never yet or and then been".split()
)
_IRREGULAR = {
    form: verb
    for verb, forms in {
        "begin": "began begun",
        "become": "became",
        "bring": "brought",
        "build": "built",
        "come": "came",
        "cut": "cut",
        "draw": "drew drawn",
        "fall": "fell fallen",
        "find": "found",
        "give": "gave given",
        "go": "went gone",
        "grow": "grew grown",
        "hold": "held",
        "keep": "kept",
        "lead": "led",
        "leave": "left",
        "lose": "lost",
        "make": "made",
        "meet": "met",
        "pay": "paid",
        "put": "put",
        "rise": "rose risen",
        "run": "ran",
        "see": "saw seen",
        "sell": "sold",
        "send": "sent",
        "set": "set",
        "show": "showed shown",
        "spend": "spent",
        "take": "took taken",
        "tell": "told",
        "win": "won",
        "withdraw": "withdrew withdrawn",
        "write": "wrote written",
    }.items()
    for form in forms.split()
}
_CONDITIONS = frozenset("if unless provided once until whether rather wish wishes".split())
# What makes an infinitive one of things to come: "is to", "wants to", "asked them to"; "used it to" does not.
_PROSPECTIVE = frozenset(
    "due set expected planned plans plan planning scheduled slated wants want wanted hopes hope hoped aims aim aimed intends intend intended "
    "intention seeks seek seeking proposes propose proposed proposing proposal promises promise promised pledge pledges pledged vows vowed "
    "asks ask asked asking urges urged urging called calls call told ordered require requires required obliged obliges need needs needed "
    "about going ready able likely unlikely supposed meant designed offers offered threatens threatened recommends recommended "
    "invited invites demands demanded requested instructed supposed prepared preparing goal committed willing free".split()
)
_UNFULFILLED = frozenset({"should", "would", "could"})
_PREPOSITIONAL = frozenset(
    "yet come led lead owing according thanks subject access close due prior similar related contrary damage return answer reply "
    "opposed compared put subjected amount add attach belong contribute refer respond relate apply".split()
)
_DETERMINERS = frozenset("the a an its their his her this these those any no every each some".split())
_NO_EVENT = frozenset(
    "be have do give take make get go come put set keep say use base include concern provide mean need list".split()
)


@lru_cache(maxsize=4096)
def verbs(text: str, *, timeless: bool = True) -> dict[str, frozenset[bool]]:
    """The stems of words that stand as verbs, each with whether what they say is so (`True`) or not so yet (`False`).

    Without `timeless`, "is granted", which rules say of what is to be, tells neither.
    """
    found: dict[str, set[bool]] = {}
    words = tokens(text)
    for position, token in enumerate(words):
        mode = _mode(words, position)
        if mode and not timeless and _governing(words, position) in {"is", "are"}:
            continue
        base = _IRREGULAR.get(token.text.lower(), token.normal)
        if mode is not None and token.is_content and base not in _NO_EVENT:
            found.setdefault(_stem(base, token), set()).add(mode)
    return {stem: frozenset(modes) for stem, modes in found.items()}


def _stem(base: str, token: Token) -> str:
    from index.words import stem

    return stem(base) if base != token.normal else token.stem


def _mode(words: tuple[Token, ...], position: int) -> bool | None:
    """`None` where the word may be no verb."""
    word = words[position].text.lower()
    if any(earlier.normal in _CONDITIONS for earlier in words[max(0, position - 7) : position]):
        return None
    before = _governing(words, position)
    past = word.endswith("ed") or word in _IRREGULAR
    if before == "to" and _is_no_infinitive(words, position):
        return None
    if before in _UNFULFILLED and any(word.normal == "have" for word in words[max(0, position - 4) : position]):
        return None
    if before in _CAPABLE:
        return None
    if before in _NOT_SO_YET:
        return _infinitive(words, position, past) if before == "to" else False
    if words[position - 1].normal == "be" and position:
        return None  # "insists that they be weighed" says no more than that they should
    if before in _SO and (past or word.endswith("ing")):
        return True
    return True if past and _stands_alone(words, position) and not _wished(words, position) else None


def _wished(words: tuple[Token, ...], position: int) -> bool:
    """Whether a participle tells what is to be: "to see it adopted", "wants it stopped"."""
    before = [word.normal for word in words[max(0, position - 6) : position]]
    return any(
        (a == "to" and b in {"see", "have", "get", "keep"}) or b in {"want", "wants"}
        for a, b in pairwise(["", *before])
    )


def nominal(text: str, verb: str) -> bool:
    """Whether a text has the event of a verb ("cost") as a thing only ("the yearly cost"), which says nothing of whether it happens."""
    words = tokens(text)
    places = [i for i, token in enumerate(words) if token.stem == _stem(verb, token)]
    return bool(places) and all(_named(words, place) for place in places)


def _named(words: tuple[Token, ...], place: int) -> bool:
    return any(word.normal in _DETERMINERS for word in words[max(0, place - 3) : place])


def _infinitive(words: tuple[Token, ...], position: int, past: bool) -> bool | None:
    """`False` for an infinitive of what is to come, "is to be renamed" among them."""
    to = next(i for i in range(position - 1, -1, -1) if words[i].normal == "to")
    if past and words[position - 1].normal != "be":
        return None
    is_to = to > 0 and words[to - 1].normal in {"is", "are", "was", "were", "has", "have", "had"}
    wanted = any(word.text.lower() in _PROSPECTIVE for word in words[max(0, to - 5) : to])
    return False if is_to or wanted else None


def _is_no_infinitive(words: tuple[Token, ...], position: int) -> bool:
    """Whether "to" before a word leads to a noun ("come to harm"), or stands in "have yet to", which denies."""
    to = next((i for i in range(position - 1, -1, -1) if words[i].normal == "to"), 0)
    return to > 0 and words[to - 1].normal in _PREPOSITIONAL and words[to + 1].normal != "be"


def _governing(words: tuple[Token, ...], position: int) -> str:
    """The auxiliary before a verb, over "be", "not" and adverbs; the outermost of several."""
    start = position - 1
    while start >= 0 and (words[start].normal in _BETWEEN or words[start].normal.endswith("ly")):
        start -= 1
    while start > 0 and words[start].normal in _SO and words[start - 1].normal in _NOT_SO_YET | _SO | _BETWEEN:
        start -= 1
    return _plain(words[start]) if start >= 0 else ""


def _plain(word: Token) -> str:
    """The normal form; empty for the month of May."""
    return "" if word.text == "May" and word.start else word.normal


def _stands_alone(words: tuple[Token, ...], position: int) -> bool:
    """Whether a past form may be the verb of its clause, and not a participle before or behind a noun."""
    before = words[position - 1].normal if position else ""
    return before not in {"the", "a", "an", "of", "in", "by", "for", "with", "its", "their", "and", "or", ""}
