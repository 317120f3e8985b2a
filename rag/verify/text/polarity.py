"""What denies in a text, and how far it reaches: "not", "without", "refuse"; and what only looks like it ("not only")."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from index.words import stem
from rag.verify.text.opposites import DENYING_PREFIX
from rag.verify.text.tokens import Token, alike, content_stems, normal, tokens


class Strength(IntEnum):
    """HARD words deny whatever follows, REVERSING ones turn their object round, SOFT ones merely have a negative side."""

    SOFT = 1
    REVERSING = 2
    HARD = 3


_HARD = frozenset("not no never none nobody nothing neither nor cannot without nowhere".split())
_AHEAD_ONLY = frozenset("without no neither nor".split())
_REVERSING = frozenset(
    stem(normal(w))
    for w in "refuse refusal reject rejection decline deny denial fail failure oppose opposition dismiss cease halt stop abandon scrap "
    "repeal revoke rescind exclude exclusion exempt exemption prohibit prohibition ban forbid outlaw block veto withdraw withdrawal "
    "disapprove object objection cancel shelve reverse overturn disagree boycott remove removal doubt lack omit untouched unaffected unchanged intact".split()
)
# Of these, what another text affirms instead is an error; the others people say in too many ways ("dropped", "let go").
_ATTITUDES = frozenset(
    stem(w)
    for w in "refuse refusal reject rejection decline deny denial fail doubt disagree exclude exempt lack".split()
)
_NOUNS = frozenset("object objects objective objectives objectively exclusive exclusively".split())
_SOFT = frozenset(
    stem(normal(w))
    for w in "avoid prevent dispute lapse bar drop absent absence unable gone impossible ignore withhold abolish delete "
    "undo spurn suspend disappear postpone flat stagnant static constant steady hardly barely scarcely seldom rarely few little merely unless until except instead outside "
    "voluntary optional free freedom doubt doubtful sceptical skeptical regret missing silent alone apart aside "
    "unlike despite exception void waive nullify annul discontinue delay defer hamper hinder deter "
    "hesitate hesitant reluctant refrain resist spare empty contrary expire lift drop lose miss skip leave left".split()
)
_WITHOUT = re.compile(r"^(?!regard|none|un|doubt)\w{4,}(?:less|free)$")
_NO_DENIAL = re.compile(
    r"\b(?:not (?:long|far|only|just|merely|simply|solely|least|to mention|surprisingly|unlike)|no (?:later|earlier|sooner|more|less|fewer|lower|higher|greater|longer|shorter) than|"
    r"not (?:later|earlier|more|less|fewer) than|no doubt|no matter|no\.\s?\d|nos?\.|whether or not|or not|if not|nothing (?:but|less|short|more)|"
    r"none other|no others?\b|no ?one else|nobody else|nothing else|none else|cannot but|no small|not without|none the less|not in vain|no stranger)",
    re.IGNORECASE,
)
# Phrases that deny or turn round, the word that says the same, and whether what stands before them is denied too.
_PHRASES = tuple(
    (re.compile(rf"\b(?:{words})", re.IGNORECASE), stem(normal(same)), back)
    for words, same, back in (
        (r"yet to\b|far from\b|in no way\b|by no means\b|anything but\b|stops? short of\b", "not", False),
        (r"rather than\b|instead of\b|other than\b", "instead", False),
        (r"no longer\b", "cease", True),
        (
            r"(?:fall|falls|fell|falling|lie|lies|stay|stays) outside\b|(?:is|are|was|were|be|left|leaves?|leaving) out\b|rul(?:e|es|ed|ing) out\b",
            "exclude",
            True,
        ),
        (r"(?:left|leaves?|leaving|kept|keeps?)(?: \w+){1,6} out of\b", "exclude", True),
        (r"(?:stay|stays|stayed|keep|keeps|kept) away\b", "absent", True),
        (r"put(?:s|ting)? off\b", "postpone", True),
        (r"call(?:s|ed|ing)? off\b", "cancel", True),
        (r"turn(?:s|ed|ing)? down\b|vot(?:e|es|ed|ing) down\b|turn(?:s|ed|ing)? away\b", "reject", True),
        (r"do(?:es|ing)? away with\b|did away with\b|g[eo]t(?:s|ting)? rid of\b", "abolish", True),
        (
            r"(?:advis|argu|vot|sp[eo]a?k|warn|decid|rul|campaign|stood|stand|came out|is|are|was|were)\w* against\b",
            "oppose",
            True,
        ),
    )
)
_BREAK = re.compile(
    r"[;:.!?–](?=\s|$)|,(?=\s)|[()]|\b(?:but|although|though|while|whereas|however|because|(?<!of )which|yet|despite|if|unless|even (?:if|though|when|where))\b"
)
_ASIDE = re.compile(
    r", (?:however|therefore|moreover|though|in fact|indeed|of course|for example|for instance|(?:he|she|it|they) (?:say|said|says|add|adds|added)),"
)
_LIST = re.compile(r",(?: [\w'-]+){1,6}?,? or(?: [\w'-]+){1,5}")
_STRONG_BREAK = re.compile(r"[;.!?–](?=\s|$)|\b(?:but|although|though|while|whereas|however)\b")


@dataclass(frozen=True, slots=True)
class Cue:
    """A word or phrase that denies, at `text[start:end]`, and the clause it stands in.

    `stem` is of the word that says the same; it denies at most `ahead` words after it and `back` words before it.
    """

    start: int
    end: int
    text: str
    strength: Strength
    clause: tuple[int, int]
    stem: str
    ahead: int
    back: int

    @property
    def denies_by_itself(self) -> bool:
        """Whether a text that leaves it out says the opposite: "not", "refused"; not "dropped"."""
        return self.strength is Strength.HARD or self.stem in _ATTITUDES


@lru_cache(maxsize=4096)
def cues(text: str) -> tuple[Cue, ...]:
    """What denies in a text, in order; two that undo each other ("did not refuse") are left out."""
    plain = alike(text)
    harmless = [m.span() for m in _NO_DENIAL.finditer(plain)]
    parts = clauses(plain)
    found = []
    for token in tokens(plain):
        strength = _strength(token)
        if strength and not any(a <= token.start < b for a, b in harmless):
            found.append(
                Cue(
                    token.start,
                    token.end,
                    token.text,
                    strength,
                    _clause_of(parts, token.start),
                    token.stem,
                    *_reach(token, strength),
                )
            )
    for pattern, same, back in _PHRASES:
        for m in pattern.finditer(plain):
            reach = 7 if back else 0
            found.append(
                Cue(m.start(), m.end(), m.group(), Strength.REVERSING, _clause_of(parts, m.start()), same, 7, reach)
            )
    found = [cue for cue in found if not any(o.start <= cue.start and cue.end <= o.end and o is not cue for o in found)]
    return tuple(sorted(found, key=lambda cue: cue.start))


def _strength(token: Token) -> Strength | None:
    if token.normal in _HARD or token.normal.endswith("n't"):
        return Strength.HARD
    if token.stem in _REVERSING and token.normal not in _NOUNS:
        return Strength.REVERSING
    if token.stem in _SOFT or token.normal == "non" or DENYING_PREFIX.search(token.normal) or _WITHOUT.search(token.normal):
        return Strength.SOFT
    return None


def _reach(token: Token, strength: Strength) -> tuple[int, int]:
    """How many words after and before it a cue denies: "without" nothing before it, a prefix only its own word."""
    if strength is Strength.HARD:
        return 4 if token.normal == "without" else 8, 0 if token.normal in _AHEAD_ONLY else 3
    if strength is Strength.REVERSING:
        return 8, 8
    return (5, 5) if token.stem in _SOFT else (2, 2)


def unpaired(text: str, found: Sequence[Cue]) -> list[Cue]:
    """The cues without those that undo each other: a hard word right before a reversing one ("did not refuse")."""
    undone: set[int] = set()
    for i, (cue, following) in enumerate(itertools.pairwise(found)):
        between = text[cue.end : following.start]
        if (
            cue.strength is Strength.HARD
            and following.strength is Strength.REVERSING
            and re.fullmatch(r"(?:\s\w+){0,2}\s", between)
        ):
            undone |= {i, i + 1}
    return [cue for i, cue in enumerate(found) if i not in undone]


@lru_cache(maxsize=4096)
def clauses(text: str) -> tuple[tuple[int, int], ...]:
    """The stretches between marks and conjunctions, roughly the clauses."""
    whole = _ASIDE.sub(lambda aside: " " * len(aside.group()), text)
    starts = [0, *(m.start() for m in _BREAK.finditer(whole)), len(text)]
    return tuple((a, b) for a, b in itertools.pairwise(starts) if a < b)


def _clause_of(parts: tuple[tuple[int, int], ...], position: int) -> tuple[int, int]:
    return next((part for part in parts if part[0] <= position < part[1]), (0, position))


def sentence_of(text: str, position: int) -> tuple[int, int]:
    """The sentence around a position, by its full stops."""
    stops = [0, *(m.end() for m in re.finditer(r"[.!?][\"')]*(?:\s+(?=[A-Z\"'(]|$)|$)|\n", text)), len(text)]
    return next(((a, b) for a, b in itertools.pairwise(stops) if a <= position < b), (0, len(text)))


def scope(text: str, cue: Cue, most: int = 4) -> tuple[Token, ...]:
    """The content words that a cue denies: those after it in its clause up to the next such word or "and"; else those before.

    A list goes on to its last member: "cannot fund, create or bind".
    """
    end = _end_of_scope(text, cue)
    after = [t for t in tokens(text) if cue.end <= t.start < end and t.is_content]
    before = [t for t in tokens(text) if cue.clause[0] <= t.start and t.end <= cue.start and t.is_content]
    return tuple(after[: most if end <= cue.clause[1] else 3 * most]) or tuple(before[-most:])


def _end_of_scope(text: str, cue: Cue) -> int:
    following = next((c.start for c in cues(text) if c.start >= cue.end and c.strength is Strength.HARD), len(text))
    listed = _LIST.match(text[cue.clause[1] :])
    conjunction = re.search(r"\band\b", text[cue.end : cue.clause[1]])
    if listed:
        return min(following, cue.clause[1] + listed.end())
    return min(following, cue.end + conjunction.start() if conjunction else cue.clause[1])


def is_denied(text: str, start: int, by: Sequence[Cue]) -> bool:
    """Whether one of these cues stands in the clause of a position, or reaches over a list to it."""
    return any(_reaches(text, cue, start) for cue in by)


def answers(ours: str, theirs: str) -> list[tuple[Cue, Cue]]:
    """The cues of two texts that answer each other: the same word, or another word that denies the same."""
    left, right = dict[Cue, Cue](), set[Cue]()
    pairs = [(_likeness(ours, cue, theirs, other), cue, other) for cue in cues(ours) for other in cues(theirs)]
    for likeness, cue, other in sorted(pairs, key=lambda pair: -pair[0]):
        if likeness > 0 and cue not in left and other not in right:
            left[cue] = other
            right.add(other)
    return list(left.items())


def _likeness(ours: str, cue: Cue, theirs: str, other: Cue) -> float:
    """How much two cues deny the same: by the words that they deny first, at least by those of their clauses."""
    shared = len(_around(ours, cue) & _around(theirs, other))
    if cue.strength is Strength.HARD and other.strength is Strength.HARD:
        if shared:
            return shared + 0.5
        elsewhere = _denies_what_is_said(ours, cue, theirs, other) or _denies_what_is_said(theirs, other, ours, cue)
        return 0 if elsewhere else 0.1 * len(_clause_stems(ours, cue) & _clause_stems(theirs, other))
    if cue.stem == other.stem:
        return shared + 10
    if min(cue.strength, other.strength) == Strength.SOFT:
        return 0
    return shared or 0.05 * len(_clause_stems(ours, cue) & _clause_stems(theirs, other))


def _denies_what_is_said(ours: str, cue: Cue, theirs: str, other: Cue) -> bool:
    """Whether the first word that a cue denies stands in the other text, out of the clause of the other cue."""
    first = scope(ours, cue)[:1]
    a, b = other.clause
    return any(t.stem == word.stem and not a <= t.start < b for word in first for t in tokens(theirs))


def _clause_stems(text: str, cue: Cue) -> frozenset[str]:
    return content_stems(text[cue.clause[0] : cue.clause[1]])


def _around(text: str, cue: Cue) -> frozenset[str]:
    """The stems of what a cue denies first."""
    return frozenset(token.stem for token in scope(text, cue, 4))


def _reaches(text: str, cue: Cue, start: int) -> bool:
    ahead = start >= cue.end
    between = text[cue.end : start] if ahead else text[start : cue.start]
    if cue.strength is Strength.REVERSING and cue.clause[0] <= start < cue.clause[1]:
        return True
    if _STRONG_BREAK.search(between) or (not ahead and re.search(r"\b(?:that|who|which)\b", between)):
        return False
    return len(between.split()) <= (cue.ahead if ahead else cue.back)
