"""Words and phrases that deny, how strongly, and how far; and those that only look like it ("not only")."""

from __future__ import annotations

import re
from enum import IntEnum

from index.words import stem
from rag.language.text.opposites import DENYING_PREFIX
from rag.language.tokens import Token, normal


class Strength(IntEnum):
    """HARD words deny whatever follows, REVERSING ones turn their object round, SOFT ones merely have a negative side."""

    SOFT = 1
    REVERSING = 2
    HARD = 3


_HARD = frozenset("not no never none nobody nothing neither nor cannot without nowhere".split())
NOUN_DENIALS = frozenset("no none nobody nothing neither nor without".split())
_AHEAD_ONLY = frozenset("without no neither nor".split())
_REVERSING = frozenset(
    stem(normal(w))
    for w in "refuse refusal reject rejection decline deny denial fail failure oppose opposition dismiss cease halt stop abandon scrap "
    "repeal revoke rescind exclude exclusion exempt exemption prohibit prohibition ban forbid outlaw block veto withdraw withdrawal "
    "disapprove object objection cancel shelve reverse overturn disagree boycott remove removal doubt lack omit untouched unaffected unchanged intact".split()
)
# Of these, what another text affirms instead is an error; the others people say in too many ways ("dropped", "let go").
ATTITUDES = frozenset(
    stem(w)
    for w in "refuse refusal reject rejection decline deny denial fail doubt disagree exclude exempt lack".split()
)
# What people think of a thing, which a text may let them say in their own words.
JUDGEMENTS = frozenset(
    stem(normal(w))
    for w in "oppose opposition dismiss dismissal object objection disapprove disagree doubt overturn reverse drop untouched intact".split()
)
_NOUNS = frozenset("object objects objective objectives objectively exclusive exclusively".split())
_SOFT = frozenset(
    stem(normal(w))
    for w in "avoid prevent dispute lapse bar drop absent absence unable gone impossible ignore withhold abolish delete "
    "undo spurn suspend disappear postpone flat stagnant static constant steady hardly barely scarcely seldom rarely few little merely unless except instead outside "
    "voluntary optional free freedom doubt doubtful sceptical skeptical regret missing silent alone apart aside "
    "unlike despite exception void waive nullify annul discontinue delay defer hamper hinder deter "
    "hesitate hesitant reluctant refrain resist spare empty contrary expire lift drop lose miss skip leave left".split()
)
_WITHOUT = re.compile(r"^(?!regard|none|un|doubt)\w{4,}(?:less|free)$")
NO_DENIAL = re.compile(
    r"\b(?:not (?:long|far|only|just|merely|simply|solely|least|to mention|surprisingly|unlike)\b|no (?:later|earlier|sooner|more|less|fewer|lower|higher|greater|longer|shorter) than|"
    r"not (?:later|earlier|more|less|fewer) than|no doubt|no matter|no\.?\s?\d|nos?\.|whether or not\b|or not\b|if not\b|nothing (?:but|less|short|more)|"
    r"none other|not-for-|no others?\b|no ?one else|nobody else|nothing else|none else|cannot but|no small|not without|none the less|not in vain|no stranger|\w+n't (?:only|just|merely|simply|solely)\b)",
    re.IGNORECASE,
)
# Phrases that deny or turn round, the word that says the same, and whether what stands before them is denied too.
PHRASES = tuple(
    (re.compile(rf"\b(?:{words})", re.IGNORECASE), normal(same), back)
    for words, same, back in (
        (r"yet to\b|far from\b|in no way\b|by no means\b|anything but\b|stops? short of\b", "not", False),
        (
            r"(?:is|are|was|were|remains?|remained) still to\b|remain(?:s|ed)? to be\b|still (?:has|have|had|needs?) to\b|(?:has|have|had) still to\b",
            "not",
            False,
        ),
        (r"all but\b|every(?:one|body|thing)? but\b|any(?:one|body) but\b|with the exception of\b", "except", True),
        (r"rather than\b|instead of\b|other than\b", "instead", False),
        (r"no longer\b", "cease", True),
        (
            r"(?:fall|falls|fell|falling|lie|lies|stay|stays) outside\b|(?:is|are|was|were|be|left|leaves?|leaving) out\b|rul(?:e|es|ed|ing) out\b",
            "exclude",
            True,
        ),
        (r"(?:left|leaves?|leaving|kept|keeps?)(?: \w+){1,6} out of\b", "exclude", True),
        (r"r[au]n(?:s|ning)? out of\b", "lack", False),
        (
            r"br(?:eak|eaks|oke|oken|eaking) down\b(?! (?:in|by|among|between|as))|(?:fall|falls|fell|fallen) through\b|c[ao]m(?:e|es|ing) to nothing\b",
            "fail",
            True,
        ),
        (r"(?:stay|stays|stayed|keep|keeps|kept) away\b", "absent", True),
        (r"put(?:s|ting)? off\b", "postpone", True),
        (r"call(?:s|ed|ing)? off\b", "cancel", True),
        (
            r"thr[eo]w(?:s|n|ing)?(?: \w+){0,3} out\b|turn(?:s|ed|ing)?(?: \w+){0,4} down\b|vot(?:e|es|ed|ing) down\b|turn(?:s|ed|ing)? away\b",
            "reject",
            True,
        ),
        (r"do(?:es|ing)? away with\b|did away with\b|g[eo]t(?:s|ting)? rid of\b", "abolish", True),
        (
            r"(?:advis|argu|vot|sp[eo]a?k|warn|decid|rul|campaign|stood|stand|came out|is|are|was|were)\w* against\b",
            "oppose",
            True,
        ),
    )
)


def strength_of(token: Token) -> Strength | None:
    """How strongly a word denies; `None` where it does not."""
    if token.normal in _HARD or token.normal.endswith("n't"):
        return Strength.HARD
    if token.stem in _REVERSING and token.normal not in _NOUNS:
        return Strength.REVERSING
    if (
        token.stem in _SOFT
        or token.normal == "non"
        or DENYING_PREFIX.search(token.normal)
        or _WITHOUT.search(token.normal)
    ):
        return Strength.SOFT
    return None


def reach_of(token: Token, strength: Strength) -> tuple[int, int]:
    """How many words after and before it a cue denies: "without" nothing before it, a prefix only its own word."""
    if strength is Strength.HARD:
        return 4 if token.normal == "without" else 8, 0 if token.normal in _AHEAD_ONLY else 3
    if strength is Strength.REVERSING:
        return 8, 8
    return (5, 5) if token.stem in _SOFT else (2, 2)
