"""What a sentence states, one thing at a time: each claim keeps its speaker and its subject. In doubt it is one claim."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rag.language.lexicon.inflect import by_form
from rag.language.lexicon.people import PLURAL_COLLECTIVES
from rag.speaking.openings import opening
from rag.speaking.pronouns import is_pronoun
from rag.speaking.reports import Report, reports
from rag.speaking.tokens import QUOTES, Token, tokens

_LEAST_WORDS = 4
_JOINTS = re.compile(r";\s+(?:(?:and|but|while|whereas|yet)\s+)?|,\s+(?:and|but|while|whereas|yet)\s+", re.IGNORECASE)
_THAT_JOINT = re.compile(r",?\s+(?:and|but)\s+that\s+|,\s+that\s+")
_AUXILIARIES = frozenset(
    "is are was were has have had will would may might can could should must does did do cannot".split()
)
_VERBS = by_form(
    "come take give make go begin become fall rise hold say tell remain apply enter start join sign adopt publish"
)
_NO_FINITE = re.compile(r"(?:ing|en)$")
# Words that tie two clauses into one statement: without its condition neither may be said alone.
_TIED = frozenset(
    "if unless until once when whenever because since so provided whether either neither nor both between before after as than "
    "only not".split()
)
# A setting at the head ("In 2023", "Under the draft") holds for all that follows.
_SETTING = frozenset(
    "in on at by under with within for from according during after since as while when although though despite until between "
    "before among through without if unless because given following".split()
)
_LEANING = frozenset(
    "its their his her this these that those such both which who whom whose there here so then".split()
)
_NEW_SUBJECTS = frozenset(
    "the a an some many most several few all every each no neither both one two three he she it they".split()
)


def split(sentence: str) -> list[str]:
    """The claims of a sentence, in order; the sentence itself where it is one, or where that is not sure.

    Every word of a claim is a word of the sentence. A subject or a speaker may stand in several claims.
    """
    whole = sentence.strip()
    for way in (_said_twice, _clauses):
        parts = way(whole)
        if len(parts) > 1:
            return [claim for part in parts for claim in split(part)]
    return [whole] if whole else []


def _said_twice(sentence: str) -> list[str]:
    """ "Li said that A and that B": "Li said that A", "Li said that B"."""
    spoken = reports(sentence)
    if len(spoken) != 1 or spoken[0].frame[0] > 0:
        return [sentence]
    lead = re.match(r"[^,;]*?\bthat\s+", sentence[spoken[0].frame[0] :])
    if not lead or lead.end() < spoken[0].frame[1]:
        return [sentence]
    joints = [m for m in _THAT_JOINT.finditer(sentence, lead.end()) if _free(sentence, m.start())]
    if not joints:
        return [sentence]
    pieces = _between(sentence, lead.end(), joints)
    if any(len(piece.split()) < _LEAST_WORDS for piece in pieces):
        return [sentence]
    return [_closed(lead[0] + piece) for piece in pieces]


def _clauses(sentence: str) -> list[str]:
    """Two clauses of their own subject and verb."""
    for joint in _JOINTS.finditer(sentence):
        left, right = sentence[: joint.start()], sentence[joint.end() :]
        if not _free(sentence, joint.start()) or not _stand_alone(left, right, joint[0]):
            continue
        right = _with_subject(left, right)
        if right:
            return [_closed(left), _closed(right)]
    return [sentence]


def _stand_alone(left: str, right: str, joint: str) -> bool:
    both = tokens(left), tokens(right)
    if any(len([t for t in side if t.is_word]) < _LEAST_WORDS or not _finite(side) for side in both):
        return False
    if both[0][0].lower in _SETTING:
        return False
    if not joint.startswith(";") and ({t.lower for side in both for t in side} & _TIED or not _new_subject(both[1])):
        return False
    if joint.startswith(";") and any(t.lower in {"if", "unless", "otherwise"} for t in both[1][:2]):
        return False
    return _speakers_stay(reports(left), reports(right), right)


def _finite(side: Sequence[Token]) -> bool:
    """Whether a verb of its own surely stands in the clause, before any relative clause."""
    for token in side:
        if token.lower in {"which", "who", "that", "whose", "where"}:
            return False
        if token.lower in _AUXILIARIES or (token.lower in _VERBS and not _NO_FINITE.search(token.lower)):
            return True
    return False


def _new_subject(right: Sequence[Token]) -> bool:
    """Whether the clause behind the joint begins with a subject, and has its verb soon after."""
    first = right[0]
    starts = first.lower in _NEW_SUBJECTS or first.is_name
    verb = next((i for i, t in enumerate(right[:10]) if t.lower in _AUXILIARIES), None)
    return starts and verb is not None and verb > 0 and all(t.is_word for t in right[:verb])


def _speakers_stay(left: Sequence[Report], right: Sequence[Report], text: str) -> bool:
    """Whether neither clause would lose its speaker: nobody speaks, or each has a speaker of its own at its beginning."""
    if not left and not right:
        return True
    return bool(right) and bool(left) and not any(is_pronoun(report.mention) for report in (*left, *right))


def _with_subject(left: str, right: str) -> str:
    """The clause with the noun for which its first word stands; empty where that is not sure."""
    words = tokens(right)
    first = words[0].lower
    if first in _LEANING:
        return ""
    if not is_pronoun(first):
        return right if not _pronoun_within(words) else ""
    found = tokens(left)
    subject = opening(found)
    if not subject or not _agree(first, subject) or not _verb_behind(found, subject):
        return ""
    name = left[subject[0].start : subject[-1].end]
    return name + right[words[0].end :]


def _verb_behind(found: Sequence[Token], subject: Sequence[Token]) -> bool:
    """Whether the noun phrase ends at a verb, and so is the whole subject."""
    behind = next((t for t in found if t.start >= subject[-1].end), None)
    return behind is not None and (behind.lower in _AUXILIARIES or behind.lower in _VERBS)


def _pronoun_within(words: Sequence[Token]) -> bool:
    return any(is_pronoun(t.lower) and t.lower != "its" for t in words[:6])


def _agree(pronoun: str, subject: Sequence[Token]) -> bool:
    plural = any(t.lower in PLURAL_COLLECTIVES or t.lower == "and" for t in subject)
    return plural == (pronoun in {"they", "their"}) and pronoun not in {"i", "we", "our"}


def _free(sentence: str, position: int) -> bool:
    """Whether a place is outside quotation marks and brackets."""
    before = sentence[:position]
    return sum(before.count(mark) for mark in QUOTES) % 2 == 0 and before.count("(") == before.count(")")


def _between(sentence: str, start: int, joints: Sequence[re.Match[str]]) -> list[str]:
    starts = [start, *(joint.end() for joint in joints)]
    ends = [*(joint.start() for joint in joints), len(sentence)]
    return [sentence[a:b].strip() for a, b in zip(starts, ends, strict=True)]


def _closed(clause: str) -> str:
    """The clause as a sentence: a capital first, a full stop last."""
    text = clause.strip().rstrip(",;:")
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "!", "?", "”", '"')) else ".")
