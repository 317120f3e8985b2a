"""What denies in a text, and how far it reaches: "not", "without", "refuse"; and what only looks like it ("not only")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from index.words import stem
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
    for w in "refuse refusal reject rejection decline deny denial fail failure oppose opposition dismiss cease halt stop abandon scrap drop remove "
    "removal repeal revoke rescind lack absent absence exclude exclusion exempt exemption prohibit prohibition ban forbid bar outlaw block veto "
    "withdraw withdrawal prevent avoid omit untouched unable disapprove spurn object objection disappear gone cancel "
    "shelve reverse overturn undo impossible disagree dispute boycott withhold ignore delete abolish unchanged lapse".split()
)
_SOFT = frozenset(
    stem(normal(w))
    for w in "hardly barely scarcely seldom rarely few little merely unless until except instead outside "
    "voluntary optional free freedom doubt doubtful sceptical skeptical regret missing silent alone apart aside "
    "unlike despite exception void waive nullify annul discontinue delay defer hamper hinder deter "
    "hesitate hesitant reluctant refrain resist spare empty contrary end expire lift drop lose miss skip leave left".split()
)
_PREFIXED = re.compile(
    r"^non[a-z]{3,}|^un(?!der|ion|it|til|less|iv|iq|if|ear)[a-z]{3,}"
    r"|^(?:in|im|ir|il)(?:[a-z]{3,}[ai]ble|adequate|sufficient|complete|consistent|effective|accurate|secure|active|formal|eligible|"
    r"correct|appropriate|direct|valid|legal|legitimate|regular|relevant|proper|mature|perfect)(?:ly)?$"
    r"|^dis(?:approv|agree|allow|regard|satisf|trust|qualif|honest|favor|like|advantage|prove|continu|appear|appoint|incentiv)\w*"
    r"|^(?!regard|none|un|doubt)\w{4,}(?:less|free)$"
)
_NO_DENIAL = re.compile(
    r"\b(?:not (?:long|far|only|just|merely|simply|solely|least|to mention|surprisingly|unlike)|no (?:later|earlier|sooner|more|less|fewer|lower|higher|greater|longer|shorter) than|"
    r"not (?:later|earlier|more|less|fewer) than|no doubt|no matter|no\.\s?\d|nos?\.|whether or not|or not|if not|nothing (?:but|less|short|more)|"
    r"none other|cannot but|no small|not without|none the less|not in vain|no stranger)",
    re.IGNORECASE,
)
# Phrases that deny or turn round, the word that says the same, and whether what stands before them is denied too.
_PHRASES = tuple(
    (re.compile(rf"\b(?:{words})", re.IGNORECASE), stem(normal(same)), back)
    for words, same, back in (
        (r"yet to\b|far from\b|in no way\b|by no means\b|anything but\b|stops? short of\b", "not", False),
        (r"rather than\b|instead of\b|other than\b", "instead", False),
        (r"no longer\b", "cease", True),
        (r"(?:fall|falls|fell|falling|lie|lies|stay|stays) outside\b|(?:is|are|was|were|be|left|leaves?|leaving) out\b|rul(?:e|es|ed|ing) out\b", "exclude", True),
        (r"(?:left|leaves?|leaving|kept|keeps?)(?: \w+){1,6} out of\b", "exclude", True),
        (r"put(?:s|ting)? off\b", "postpone", True),
        (r"call(?:s|ed|ing)? off\b", "cancel", True),
        (r"turn(?:s|ed|ing)? down\b|vot(?:e|es|ed|ing) down\b|turn(?:s|ed|ing)? away\b", "reject", True),
        (r"do(?:es|ing)? away with\b|did away with\b|g[eo]t(?:s|ting)? rid of\b", "abolish", True),
        (r"g[ia]ve(?:s|n)? up\b", "abandon", True),
        (r"(?:advis|argu|vot|sp[eo]a?k|warn|decid|rul|campaign|stood|stand|came out|is|are|was|were)\w* against\b", "oppose", True),
    )
)
_BREAK = re.compile(
    r"[;:.!?–](?=\s|$)|,(?=\s)|[()\"]|\b(?:but|although|though|while|whereas|however|because|which|yet|despite|if|unless|even)\b"
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
            found.append(Cue(token.start, token.end, token.text, strength, _clause_of(parts, token.start), token.stem, *_reach(token, strength)))
    for pattern, same, back in _PHRASES:
        for m in pattern.finditer(plain):
            reach = 7 if back else 0
            found.append(Cue(m.start(), m.end(), m.group(), Strength.REVERSING, _clause_of(parts, m.start()), same, 7, reach))
    found = [cue for cue in found if not any(o.start <= cue.start and cue.end <= o.end and o is not cue for o in found)]
    return tuple(sorted(found, key=lambda cue: cue.start))


def _strength(token: Token) -> Strength | None:
    if token.normal in _HARD or token.normal.endswith("n't"):
        return Strength.HARD
    if token.stem in _REVERSING:
        return Strength.REVERSING
    if token.stem in _SOFT or token.normal == "non" or _PREFIXED.search(token.normal):
        return Strength.SOFT
    return None


def _reach(token: Token, strength: Strength) -> tuple[int, int]:
    """How many words after and before it a cue denies: "without" nothing before it, a prefix only its own word."""
    if strength is Strength.HARD:
        return 8, 0 if token.normal in _AHEAD_ONLY else 3
    if strength is Strength.REVERSING:
        return 8, 8
    return (5, 5) if token.stem in _SOFT else (2, 2)


def unpaired(text: str, found: Sequence[Cue]) -> list[Cue]:
    """The cues without those that undo each other: a hard word right before a reversing one ("did not refuse")."""
    undone: set[int] = set()
    for i, (cue, following) in enumerate(zip(found, found[1:], strict=False)):
        between = text[cue.end : following.start]
        if cue.strength is Strength.HARD and following.strength is Strength.REVERSING and re.fullmatch(r"(?:\s\w+){0,2}\s", between):
            undone |= {i, i + 1}
    return [cue for i, cue in enumerate(found) if i not in undone]


@lru_cache(maxsize=4096)
def clauses(text: str) -> tuple[tuple[int, int], ...]:
    """The stretches between marks and conjunctions, roughly the clauses."""
    starts = [0, *(m.start() for m in _BREAK.finditer(text)), len(text)]
    return tuple((a, b) for a, b in zip(starts, starts[1:], strict=False) if a < b)


def _clause_of(parts: tuple[tuple[int, int], ...], position: int) -> tuple[int, int]:
    return next((part for part in parts if part[0] <= position < part[1]), (0, position))


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


def spent(ours: str, theirs: str) -> tuple[frozenset[Cue], frozenset[Cue]]:
    """The cues of two texts that answer each other: the same word, or another word that denies the same."""
    left, right = set[Cue](), set[Cue]()
    pairs = [(_likeness(ours, cue, theirs, other), cue, other) for cue in cues(ours) for other in cues(theirs)]
    for likeness, cue, other in sorted(pairs, key=lambda pair: -pair[0]):
        if likeness > 0 and cue not in left and other not in right:
            left.add(cue)
            right.add(other)
    return frozenset(left), frozenset(right)


def _likeness(ours: str, cue: Cue, theirs: str, other: Cue) -> float:
    """How much two cues deny the same: by the words that they deny first, at least by those of their clauses."""
    shared = len(_around(ours, cue) & _around(theirs, other))
    if cue.strength is Strength.HARD and other.strength is Strength.HARD:
        return shared + 0.5 if shared else 0.1 * len(_clause_stems(ours, cue) & _clause_stems(theirs, other))
    if cue.stem == other.stem:
        return shared + 10
    return shared if min(cue.strength, other.strength) > Strength.SOFT else 0


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
