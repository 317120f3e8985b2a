"""Sentences into draft questions by templates, without a language model: each is to be put right by a person.

Only sentences of a plain form are taken: "X was signed on 3 March 2024." becomes "When was X signed?". Where the words
do not allow turning round, the question is the sentence with a gap.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from re import Match, Pattern

_MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_DATE = (
    rf"(?:\d{{1,2}} {_MONTH}(?: \d{{4}})?|{_MONTH} \d{{1,2}}, \d{{4}}|{_MONTH} \d{{4}}|\d{{4}}-\d\d-\d\d|[12]\d{{3}})"
)
_NO_DATE = rf"(?! (?:(?:and|to) \d{{1,2}} )?{_MONTH})"
_COUNT = rf"(?![12]\d{{3}}\b)\d(?:[\d,.]*\d)?{_NO_DATE}(?: (?:million|billion|trillion|thousand))?"
_BE = "was|were|is|are|has been|have been"
_SAY = "said|says|warned|warns|argued|argues|told|announced|announces|claimed|claims|called for|calls for|urged|urges"
_NAME = r"(?:[A-Z][\w.’'-]*(?: (?:of|for|the|and|de|von|van) (?=[A-Z])| (?=[A-Z]))?)+"
_LONG_NAME = r"[A-Z][\w’'-]+(?: (?:of|for|the|and|de|von|van) [A-Z][\w’'-]+| [A-Z][\w’'-]+)+"
_NO_SUBJECT = "Because|While|If|When|As|Since|After|Before|In|On|At|By|For|With|There|It|This|That|These|Those|They"
_SUBJECT = rf"(?!(?:{_NO_SUBJECT})\b)[A-Z][^,;:()“”\"]{{1,60}}?"
_TERM = rf"(?:(?:The|An?) )?(?:{_LONG_NAME}|[A-Z]{{2,}}s?)|An? [a-z-]+(?: [a-z-]+)?"


@dataclass(frozen=True, slots=True)
class Draft:
    """A question, its short answer, the kind of question it is, and who speaks, where somebody does."""

    question: str
    answer: str
    type: str
    speaker: str = ""


@dataclass(frozen=True, slots=True)
class Template:
    """A form of sentence and the question made of it."""

    form: Pattern[str]
    ask: Callable[[Match[str]], Draft]


def _definition(found: Match[str]) -> Draft:
    verb = {"means": "does {} mean", "refers to": "does {} refer to"}.get(found["verb"], f"{found['verb']} {{}}")
    subject = _lowered(found["subject"])
    return Draft(f"What {verb.format(subject)}?", found["rest"], "definition")


def _when(found: Match[str]) -> Draft:
    verb, rest = found["verb"], found["rest"].strip()
    first, _, more = verb.partition(" ")
    question = " ".join(filter(None, ("When", first, _lowered(found["subject"]), more, rest)))
    return Draft(f"{question}?", found["date"], "date")


def _who_said(found: Match[str]) -> Draft:
    return Draft(f"Who {found['verb']} {found['rest']}?", found["who"], "who said", found["who"])


def _how_many(found: Match[str]) -> Draft:
    return Draft(f"How many {found['noun']} {found['rest']}?", found["count"], "number")


def _gap(what: str, type: str) -> Callable[[Match[str]], Draft]:
    def ask(found: Match[str]) -> Draft:
        sentence = f"{found.string[: found.start('gap')]}…{found.string[found.end('gap') :]}"
        return Draft(f"Which {what} belongs in the gap: {sentence}", found["gap"], type)

    return ask


TEMPLATES: Sequence[Template] = (
    Template(re.compile(rf"^(?P<who>The \w+|{_NAME}) (?P<verb>{_SAY}) (?P<rest>that [^.;“”\"]+)\.$"), _who_said),
    Template(
        re.compile(
            rf"^(?P<subject>{_SUBJECT}) (?P<verb>{_BE}) (?P<rest>[^,;:()]*?) ?(?:in|on|by) (?P<date>{_DATE})\.$"
        ),
        _when,
    ),
    Template(re.compile(rf"^(?P<count>{_COUNT}) (?P<noun>[a-z][a-z-]*s) (?P<rest>[^,;:]+)\.$"), _how_many),
    Template(
        re.compile(rf"^(?P<subject>{_TERM}) (?P<verb>means|refers to|is(?= an? )) (?P<rest>[^.;]{{20,}})\.$"),
        _definition,
    ),
    Template(
        re.compile(rf"^(?=.{{30,200}}$).*?\b(?:in|on|by|since|until) (?P<gap>{_DATE})\b.*\.$"), _gap("date", "date")
    ),
    Template(
        re.compile(rf"^(?=.{{30,200}}$).*?(?<!Article )(?<![\w.,/^-])(?P<gap>{_COUNT})(?=[ %]).*\.$"),
        _gap("number", "number"),
    ),
    Template(re.compile(rf"^(?=.{{30,200}}$).+?[a-z,] (?P<gap>{_LONG_NAME})\b.*\.$"), _gap("name", "name")),
)


def drafts_of(sentence: str) -> Iterator[Draft]:
    """The draft that the first fitting template makes of a sentence; none of most sentences."""
    text = " ".join(sentence.split())
    for template in TEMPLATES:
        if found := template.form.match(text):
            yield template.ask(found)
            return


def _lowered(subject: str) -> str:
    """A subject inside a question: its article is small there."""
    first, _, rest = subject.partition(" ")
    return f"{first.lower()} {rest}" if first in ("The", "A", "An") else subject
