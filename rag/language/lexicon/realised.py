"""Whether a verb says that something happens or happened, or only that it may, must or is meant to."""

from __future__ import annotations

from functools import lru_cache

from rag.language.text.tokens import Token, tokens

_NOT_SO_YET = frozenset("to will would may might could should must can shall cannot".split())
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
_CONDITIONS = frozenset("if unless provided once until whether".split())
_UNFULFILLED = frozenset({"should", "would", "could"})
_PREPOSITIONAL = frozenset(
    "yet come led lead owing according thanks subject access close due prior similar related contrary damage return answer reply "
    "opposed compared put subjected amount add attach belong contribute refer respond relate apply".split()
)
_NO_EVENT = frozenset("be have do say use base include concern provide mean need list".split())


@lru_cache(maxsize=4096)
def verbs(text: str) -> dict[str, frozenset[bool]]:
    """The stems of words that stand as verbs, each with whether what they say is so (`True`) or not so yet (`False`)."""
    found: dict[str, set[bool]] = {}
    words = tokens(text)
    for position, token in enumerate(words):
        mode = _mode(words, position)
        base = _IRREGULAR.get(token.normal, token.normal)
        if mode is not None and token.is_content and base not in _NO_EVENT:
            found.setdefault(_stem(base, token), set()).add(mode)
    return {stem: frozenset(modes) for stem, modes in found.items()}


def _stem(base: str, token: Token) -> str:
    from index.words import stem

    return stem(base) if base != token.normal else token.stem


def _mode(words: tuple[Token, ...], position: int) -> bool | None:
    """`None` where the word may be no verb."""
    word = words[position].normal
    if any(earlier.normal in _CONDITIONS for earlier in words[max(0, position - 7) : position]):
        return None
    before = _governing(words, position)
    past = word.endswith("ed") or word in _IRREGULAR
    if before == "to" and _is_no_infinitive(words, position):
        return None
    if before in _UNFULFILLED and any(word.normal == "have" for word in words[max(0, position - 4) : position]):
        return None
    if before in _NOT_SO_YET:
        return None if before == "to" and past else False
    if before in _SO and (past or word.endswith("ing")):
        return True
    return True if past and _stands_alone(words, position) else None


def _is_no_infinitive(words: tuple[Token, ...], position: int) -> bool:
    """Whether "to" before a word leads to a noun ("come to harm"), or stands in "have yet to", which denies."""
    to = next((i for i in range(position - 1, -1, -1) if words[i].normal == "to"), 0)
    return to > 0 and words[to - 1].normal in _PREPOSITIONAL


def _governing(words: tuple[Token, ...], position: int) -> str:
    """The auxiliary before a verb, over "be", "not" and adverbs; the outermost of several."""
    start = position - 1
    while start >= 0 and (words[start].normal in _BETWEEN or words[start].normal.endswith("ly")):
        start -= 1
    while start > 0 and words[start].normal in _SO and words[start - 1].normal in _NOT_SO_YET | _SO | _BETWEEN:
        start -= 1
    return words[start].normal if start >= 0 else ""


def _stands_alone(words: tuple[Token, ...], position: int) -> bool:
    """Whether a past form may be the verb of its clause, and not a participle before or behind a noun."""
    before = words[position - 1].normal if position else ""
    return before not in {"the", "a", "an", "of", "in", "by", "for", "with", "its", "their", "and", "or", ""}
