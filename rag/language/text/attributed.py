"""Signs in a sentence that something is somebody's word, even where nobody is named who says it."""

from __future__ import annotations

from collections.abc import Sequence

from rag.language.lexicon.camps import kin
from rag.language.lexicon.marking import Marker
from rag.language.lexicon.saying import SAYING, attributes
from rag.language.tokens import tokens

_IMPERSONAL = Marker(
    {
        "said": "reportedly allegedly purportedly supposedly said_to believed_to thought_to understood_to seen_as regarded_as viewed_as "
        "considered_to described_as reported alleged it_(?:is|was)_(?:said|reported|claimed|argued|believed|feared|thought|hoped)"
    }
)
_CLEAR_VERBS = frozenset("put see find expect estimate hold call treat view".split())
_WILLING = frozenset(
    "want wants wanted wish wishes rule rules ruled rule deem deems deemed know knows decide decides decided".split()
)
_BE = frozenset("is are was were be been being".split())
_PARTICIPLE = ("ed", "ld", "id", "en", "wn", "st", "un", "ut", "nd", "ught")
_PRONOUNS = frozenset("he she they his her their hers theirs".split())


def is_attributed(claim: str) -> bool:
    """Whether any word of the claim is one of saying or believing."""
    return any(attributes(token.normal) for token in tokens(claim)) or bool(_IMPERSONAL.marks(claim))


def is_without_agent(claim: str) -> bool:
    """Whether the claim keeps that something is said or believed, but not by whom: "is expected", "was held to be"."""
    words = [token.text.lower() for token in tokens(claim)]
    return any(
        word in SAYING and word.endswith(_PARTICIPLE) and _BE & set(words[max(0, place - 3) : place])
        for place, word in enumerate(words)
    )


def speaks_for_itself(claim: str) -> bool:
    """Whether a claim has somebody by pronoun, and a word of saying in any use: "her judgment faulted the plan"."""
    words = {token.normal for token in tokens(claim)}
    return bool(words & _PRONOUNS) and any(word in SAYING or attributes(word) for word in words)


def one_of_a_kind_says(claim: str, names: frozenset[str]) -> bool:
    """Whether a claim has people or a body of a speaker's kind, known by these words, before a verb that may be one of saying."""
    words = [token.normal for token in tokens(claim)]
    rows = kin(names)
    return any(kin([word]) & rows and _says_soon(words[place + 1 : place + 5]) for place, word in enumerate(words))


def _says_soon(words: Sequence[str]) -> bool:
    return any(SAYING.get(word) in _CLEAR_VERBS or word in _WILLING or attributes(word) for word in words)
