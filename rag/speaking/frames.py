"""Where a sentence says who speaks: a verb of saying with its subject."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rag.language.lexicon.saying import ACTS, NEEDS_STATEMENT, SAYING, stances
from rag.speaking.complements import STATEMENT_WORDS
from rag.speaking.openings import opening
from rag.speaking.saying_verbs import agrees, is_left_unsaid, says
from rag.speaking.subject_kinds import is_document, speaks
from rag.speaking.subjects import left_of, right_of
from rag.speaking.tokens import QUOTES, Phrase, Token
from rag.speaking.verb_groups import BE, REACHING, group_start, is_noun, is_reaching

_OPEN_PARTICIPLES = frozenset("pointing stressing urging warning calling describing saying criticising".split())
_NO_FACT = frozenset("should must shall may can could might".split())
_PERFECT = frozenset("has have had".split())
_PARTICIPLES = frozenset("written shown spoken seen foreseen".split())
_PRONOUNS = frozenset("he she they it we i you".split())
_BEHIND_A_COMMA = frozenset("said says added adds wrote writes explained explains noted notes".split())
_CONJUNCTIONS = frozenset("and but or".split())
_CLAUSE_JOINTS = _CONJUNCTIONS | {"that", "while", "whereas", "although", "though", "because", "since"}


@dataclass(frozen=True, slots=True)
class Frame:
    """The words that make a statement somebody's, as token positions `start` to `end`.

    `before`: the statement stands before these words too ("..., she said"). `speaker` may be a pronoun.
    """

    speaker: Phrase
    verb: str
    stance: tuple[str, ...]
    start: int
    end: int
    before: bool = False


def verb_frames(found: Sequence[Token], others: Sequence[Frame] = ()) -> list[Frame]:
    """The frames that verbs of saying make, in order; `others` are known already, and may speak on."""
    frames: list[Frame] = []
    for position, token in enumerate(found):
        if token.lower not in SAYING or any(f.start <= position < f.end for f in (*frames, *others)):
            continue
        earlier = sorted((f for f in (*frames, *others) if f.end <= position), key=lambda f: f.start)
        frame = _frame(found, position, earlier)
        if frame is not None:
            frames.append(frame)
    return frames


def _frame(found: Sequence[Token], verb: int, earlier: list[Frame]) -> Frame | None:
    by_saying = verb > 0 and found[verb - 1].lower == "by" and found[verb].lower.endswith("ing")
    noun = verb > 0 and is_noun(found[verb - 1]) and not by_saying
    if noun or (verb and found[verb].is_name and found[verb - 1].is_word):
        return None
    first = group_start(found, verb)
    group = {t.lower for t in found[first:verb]}
    if group & _NO_FACT or (group & {"not", "never"} and is_left_unsaid(found[verb].lower)):
        return None
    if first > 0 and found[first - 1].lower == "to" and not is_reaching(found, first - 1):
        return None
    if found[verb].lower.endswith("ing") and not group & BE:
        return _participle(found, verb, earlier)
    if group & BE and not found[verb].lower.endswith("ing"):
        return _passive(found, verb, first)
    if found[verb].lower in _PARTICIPLES and not group & _PERFECT:
        return None if found[verb].lower == "written" else _passive(found, verb, first)
    ways = [_inverted(found, verb), _active(found, verb, first, earlier), _passive(found, verb, first)]
    return next((way for way in ways if way is not None), None)


def _active(found: Sequence[Token], verb: int, first: int, earlier: list[Frame]) -> Frame | None:
    end = first - 1 if first and found[first - 1].lower == "to" else first
    while end and found[end - 1].lower in REACHING:
        end -= 1
    joined = end > 0 and (found[end - 1].lower in _CONJUNCTIONS or found[end - 1].text == ",")
    if earlier and joined and not _own_subject(found, end):
        return _made(found, earlier[-1].speaker, verb, end) if says(found, earlier[-1].speaker, verb) else None
    if end and found[end - 1].lower in {"who", "which"}:
        subject = left_of(found, end - 2 if found[end - 2].text == "," else end - 1)
        return _made(found, subject, verb, end - 1) if speaks(subject) and says(found, subject, verb) else None
    subject = left_of(found, end)
    if end and found[end - 1].lower in _PRONOUNS and agrees([found[end - 1]], found, verb):
        subject = [found[end - 1]]
    if not subject and joined:
        subject = opening(found)
    if not subject or not says(found, subject, verb):
        return None
    return _made(found, subject, verb, min(end, _position(found, subject[0])))


def _own_subject(found: Sequence[Token], end: int) -> bool:
    """Whether behind a comma the verb has a subject of its own, and not that of the verb before.

    It stands within what another says ("... that leaders, among them A, welcomed"), or a conjunction opens its clause
    ("..., and its chair, Ilse Brand, expects").
    """
    subject = left_of(found, end) if found[end - 1].text == "," else ()
    start = _position(found, subject[0]) if subject else 0
    return start > 0 and found[start - 1].lower in _CLAUSE_JOINTS and speaks(subject)


def _participle(found: Sequence[Token], verb: int, earlier: list[Frame]) -> Frame | None:
    near = {t.lower for t in found[verb + 1 : verb + 4]}
    quoted = verb + 1 < len(found) and found[verb + 1].text in QUOTES
    if not near & STATEMENT_WORDS and not quoted and found[verb].lower not in _OPEN_PARTICIPLES:
        return None
    if earlier and (found[verb - 1].text == "," or found[verb - 1].lower in _CONJUNCTIONS):
        return _made(found, earlier[-1].speaker, verb, verb)
    direct = left_of(found, verb) if verb and found[verb - 1].is_word else ()
    subject = direct if direct and (speaks(direct) or is_document(direct)) else opening(found)
    return _made(found, subject, verb, verb) if subject and (speaks(subject) or is_document(subject)) else None


def _passive(found: Sequence[Token], verb: int, first: int) -> Frame | None:
    """ "was criticised by the Commission"; without "by" nobody is said to speak."""
    by = next((i for i in range(verb + 1, min(verb + 4, len(found))) if found[i].lower == "by"), None)
    word = found[verb].lower
    if by is None or word in ACTS or word in NEEDS_STATEMENT or not word.endswith(("ed", "en", "id", "ld", "t")):
        return None
    subject = right_of(found, by)
    if not speaks(subject):
        return None
    end = _position(found, subject[-1]) + 1
    return Frame(subject, found[verb].text, stances(found[verb].text), first, end, before=True)


def _inverted(found: Sequence[Token], verb: int) -> Frame | None:
    """ "...", said Li Qiang: a verb right after a quotation mark or a comma, and its subject behind it."""
    behind_comma = verb and found[verb - 1].text == "," and found[verb].lower in _BEHIND_A_COMMA
    if not verb or not (found[verb - 1].text in QUOTES or behind_comma):
        return None
    subject = right_of(found, verb)
    if not subject or not speaks(subject) or found[verb].lower.endswith("ing"):
        return None
    if any(t.lower == "that" for t in found[verb + 1 : verb + 8]):
        return None
    end = _position(found, subject[-1]) + 1
    follows = found[end].lower if end < len(found) else "."
    if follows not in {".", ",", "in", "on", "at", "during", "after", ";", "who"}:
        return None
    return Frame(subject, found[verb].text, stances(found[verb].text), verb, end, before=True)


def _made(found: Sequence[Token], subject: Phrase, verb: int, start: int) -> Frame:
    end = verb + 1
    trailing = end >= len(found) or found[end].text in {",", "."} or found[end].lower in {"on", "in", "at"}
    behind_quote = start > 0 and found[start - 1].text in QUOTES
    preceded = start > 0 and found[start - 1].text == ","
    before = behind_quote or (trailing and preceded)
    return Frame(subject, found[verb].text, stances(found[verb].text), start, end, before=before)


def _position(found: Sequence[Token], token: Token) -> int:
    return next(i for i, t in enumerate(found) if t.start == token.start)
