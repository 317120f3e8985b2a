"""Other ways to say whose statement it is: "according to", "in their view", "fears among officials", "are wary of"."""

from __future__ import annotations

from collections.abc import Sequence

from rag.language.lexicon.inflect import by_form
from rag.language.lexicon.people import DETERMINERS, can_speak
from rag.language.lexicon.saying import ATTITUDE_ADJECTIVES, NOUN_STANCE
from rag.speaking.frames import Frame
from rag.speaking.subject_kinds import is_abstract, is_document, is_legal, speaks
from rag.speaking.subjects import left_of, right_of
from rag.speaking.tokens import Phrase, Token
from rag.speaking.verb_groups import BE

_OF_MANNER = frozenset("in on by from".split())
_VIEW_NOUNS = frozenset(
    "view opinion words account description judgement judgment assessment estimation estimate telling reading eyes "
    "phrase interpretation reckoning formulation count tally presentation portrayal figures estimates understanding".split()
)
_TOO_WIDE = frozenset("position case charge stance point words report speech".split())
_VOICING = by_form("express voice raise air register share harbour")
_POSSESSIVE_PRONOUNS = frozenset("his her their its".split())


def phrase_frames(found: Sequence[Token]) -> list[Frame]:
    """The frames that make a statement somebody's without a verb of saying, in order."""
    makers = (_according, _view, _fear, _voiced, _attitude)
    made = [frame for position in range(len(found)) for maker in makers if (frame := maker(found, position))]
    return sorted(made, key=lambda frame: frame.start)


def _according(found: Sequence[Token], position: int) -> Frame | None:
    if found[position].lower != "according" or position + 2 >= len(found) or found[position + 1].lower != "to":
        return None
    end = position + 2
    while end < len(found) and end < position + 22 and (found[end].is_word or found[end].text == "&"):
        end += 1
    subject = _cut(found[position + 2 : end])
    if not subject or is_abstract(subject) or is_legal(subject):
        return None
    if not (speaks(subject) or is_document(subject) or subject[-1].lower in {"reports", "accounts", "estimates"}):
        return None
    return Frame(subject, "according to", ("say",), position, end, before=position > 0)


def _cut(subject: Phrase) -> Phrase:
    """Without a clause that follows the name with no comma between: "according to Xinhua the government is"."""
    stop = next((i for i, t in enumerate(subject) if t.lower in {"which", "who", "that"}), len(subject))
    return subject[:stop]


def _view(found: Sequence[Token], position: int) -> Frame | None:
    """ "in Li's view", "in the view of critics", "as the White House puts it"."""
    if found[position].lower not in _VIEW_NOUNS or position < 2:
        return None
    start = position - 1
    while start > 0 and position - start < 8 and found[start].is_word and found[start].lower not in _OF_MANNER:
        start -= 1
    if found[start].lower not in _OF_MANNER:
        return None
    owner = _owner(found[start + 1 : position])
    end = position + 1
    if owner is None and end < len(found) and found[end].lower == "of":
        owner = right_of(found, end)
        end += 1 + len(owner)
    if not owner or not (speaks(owner) or owner[0].lower in _POSSESSIVE_PRONOUNS):
        return None
    return Frame(owner, found[position].text, ("believe",), start, end, before=start > 0)


def _owner(words: Sequence[Token]) -> Phrase | None:
    """The owner in "the government's", "its own", "their"."""
    for position in range(len(words) - 1, -1, -1):
        token = words[position]
        if token.lower.endswith(("'s", "s'")):
            if any(can_speak(t.lower) for t in words[position + 1 :]):
                return None  # "the tenants' association": what follows is theirs, and speaks for itself
            bare = token.text[:-2] if token.lower.endswith("'s") else token.text[:-1]
            return [*words[_name_start(words, position) : position], Token(bare, token.start, token.start + len(bare))]
    return [words[0]] if words and words[0].lower in _POSSESSIVE_PRONOUNS else None


def _name_start(words: Sequence[Token], owner: int) -> int:
    """Where the owner's name begins: at the last article before it, or where capitals begin."""
    articles = [i for i in range(owner) if words[i].lower in DETERMINERS and words[i].lower not in {"no", "any"}]
    if articles:
        return articles[-1]
    names = [i for i in range(owner) if not words[i].is_name and not can_speak(words[i].lower)]
    return names[-1] + 1 if names and words[owner].is_name else 0


def _fear(found: Sequence[Token], position: int) -> Frame | None:
    """ "Li's warning that", "their fear is that", "doubts among critics about"."""
    noun = found[position].lower
    if noun not in NOUN_STANCE or noun in _TOO_WIDE or position + 2 >= len(found):
        return None
    owner, end = _owner(_words_before(found, position)), position + 1
    if found[end].lower in {"among", "from", "by"}:
        owner = right_of(found, end)
        end += 1 + len(owner)
    if not owner or not (speaks(owner) or owner[0].lower in _POSSESSIVE_PRONOUNS) or not _what_follows(found, end):
        return None
    return Frame(owner, found[position].text, (NOUN_STANCE[noun],), position, end)


def _voiced(found: Sequence[Token], position: int) -> Frame | None:
    """ "The association expressed regret that"."""
    if found[position].lower not in _VOICING:
        return None
    noun = next((i for i in range(position + 1, min(position + 4, len(found))) if found[i].lower in NOUN_STANCE), None)
    start = (
        position - 1
        if position and found[position - 1].lower in {"has", "have", "had", "also", "jointly"}
        else position
    )
    subject = left_of(found, start)
    if noun is None or not subject or not speaks(subject):
        return None
    return Frame(subject, found[noun].text, (NOUN_STANCE[found[noun].lower],), start, noun + 1)


def _words_before(found: Sequence[Token], position: int) -> Sequence[Token]:
    start = position
    while start > 0 and position - start < 6 and found[start - 1].is_word:
        start -= 1
    return found[start:position]


def _what_follows(found: Sequence[Token], end: int) -> bool:
    counted = found[end - 1].lower in {"count", "tally", "estimate"}
    end = _behind_aside(found, end)
    following = [t.lower for t in found[end : end + 2]]
    return len(following) == 2 and (
        following[0] in {"that", "about", "over"}
        or (following[0] == "of" and counted)
        or (following[0] in BE and following[1] == "that")
    )


def _behind_aside(found: Sequence[Token], end: int) -> int:
    """Where the sentence goes on behind words between commas: "Li's fear, as she put it, is that"."""
    if end >= len(found) or found[end].text != ",":
        return end
    closes = next((i for i in range(end + 1, min(end + 10, len(found))) if found[i].text == ","), None)
    return end if closes is None else closes + 1


def _attitude(found: Sequence[Token], position: int) -> Frame | None:
    """ "Many governments are wary of"."""
    if found[position].lower not in ATTITUDE_ADJECTIVES or position < 2:
        return None
    verb = position - 1
    while verb > 0 and (
        found[verb].lower.endswith("ly") or found[verb].lower in {"more", "less", "also", "very", "not"}
    ):
        verb -= 1
    if found[verb].lower not in BE | {"remain", "remains", "remained", "seem", "seems", "seemed", "feel", "felt"}:
        return None
    start = verb
    while start > 0 and found[start - 1].lower in {"has", "have", "had", "also", "still"}:
        start -= 1
    subject = left_of(found, start)
    if not subject or not speaks(subject) or is_abstract(subject):
        return None
    return Frame(subject, found[position].text, (ATTITUDE_ADJECTIVES[found[position].lower],), start, position + 1)
