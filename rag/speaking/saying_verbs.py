"""Whether a verb that can mean saying does: with this subject, and with what follows."""

from __future__ import annotations

from collections.abc import Sequence

from rag.language.lexicon.inflect import third_person
from rag.language.lexicon.people import PLURAL_COLLECTIVES
from rag.language.lexicon.saying import ACTS, HUMAN_ONLY, NEEDS_STATEMENT, SAYING, stances
from rag.speaking.complements import COMPLEMENTS, STATING, states
from rag.speaking.subject_kinds import head, is_abstract, is_document, is_legal, is_noun_phrase, speaks
from rag.speaking.tokens import QUOTES, Phrase, Token
from rag.speaking.verb_groups import helps

_UNSAID = frozenset("say suggest promise warn".split())
_UTTERING = frozenset("allege claim assert contend insist argue announce declare".split())


def is_left_unsaid(verb: str) -> bool:
    """Whether with "not" nothing is said: who "did not allege" a thing says nothing of it, who "does not expect" it does."""
    return bool(_UNSAID & set(stances(verb))) or SAYING[verb] in _UTTERING


def says(found: Sequence[Token], subject: Phrase, verb: int) -> bool:
    """Whether this subject with this verb says something."""
    if not subject or subject[-1].lower.endswith(("'s", "'")) or is_legal(subject):
        return False
    if not agrees(subject, found, verb) or any(_speaks_already(t) for t in subject):
        return False
    word, rest = found[verb].lower, found[verb + 1 :]
    if word == "considering":
        return False
    needed = COMPLEMENTS.get(SAYING[word])
    if needed is not None:
        return (speaks(subject) or is_document(subject)) and (
            needed(rest) or (SAYING[word] in STATING and statement_follows(found, verb))
        )
    followed = statement_follows(found, verb)
    if is_abstract(subject):
        return subject[-1].lower == "it" and followed and word in HUMAN_ONLY
    if word in ACTS or word in NEEDS_STATEMENT:
        return followed and (speaks(subject) or is_document(subject))
    return speaks(subject) or is_document(subject) or (word in HUMAN_ONLY and followed and is_noun_phrase(subject))


def agrees(subject: Phrase, found: Sequence[Token], verb: int) -> bool:
    """Whether subject and verb agree in number: "a public call" and "critics claims" are no statements."""
    word, plural = found[verb].lower, _many(subject)
    if word == SAYING[word] and word != "put" and not helps(found[verb - 1].lower):
        return plural
    return not (plural and word == third_person(SAYING[word]) and head_word(subject) in PLURAL_COLLECTIVES)


def _many(subject: Phrase) -> bool:
    word = head_word(subject)
    return (
        word.endswith("s")
        or word in PLURAL_COLLECTIVES | {"they", "we", "i", "you", "those", "who"}
        or any(t.lower == "and" for t in subject)
    )


def head_word(subject: Phrase) -> str:
    """The head noun in small letters; empty for none."""
    noun = head(subject)
    return noun.lower if noun else ""


def _speaks_already(token: Token) -> bool:
    return token.lower in SAYING and token.lower.endswith(("ed", "said", "told")) and token.lower in HUMAN_ONLY


def statement_follows(found: Sequence[Token], verb: int) -> bool:
    """Whether what is said follows the verb, or stands before it in a parenthesis ("..., they note, ...")."""
    rest = found[verb + 1 :]
    if not rest or rest[0].text in {",", ".", ";"} or (_in_commas(found, verb) and _dated(rest)):
        return any(t.text == "," or t.text in QUOTES for t in found[max(0, verb - 8) : verb])
    return states(rest)


def _in_commas(found: Sequence[Token], verb: int) -> bool:
    return any(t.text == "," for t in found[max(0, verb - 8) : verb])


def _dated(rest: Sequence[Token]) -> bool:
    """Whether nothing but a time stands before the next comma: ", the agency concluded in May, ..."."""
    end = next((i for i, t in enumerate(rest[:7]) if t.text in {",", ".", ";"}), None)
    return end is not None and rest[0].lower in {"in", "on", "at", "last", "this", "earlier", "later"}
