"""What a source puts in somebody's mouth, with all that tells who that is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rag.language.lexicon.judgement import OWN_VOICE
from rag.language.lexicon.people import DOCUMENTS, GROUPS, PLURAL_COLLECTIVES
from rag.language.lexicon.saying import FACTIVE, SAYING
from rag.language.tokens import content_stems
from rag.records.source import Source
from rag.speaking.pronouns import is_pronoun
from rag.speaking.reports import Report, reports
from rag.speaking.speaker import is_official
from rag.speaking.speaker_names import name_words, proper_words
from rag.speaking.tokens import in_quotation_marks, sentences

_APPOSITION = re.compile(
    r"(?: (?:of|at|for|from|in|with)\b[^,;.]{0,50}| who [^,;.]{3,60})?, "
    r"(?:(?P<office>[^,;.]{3,90}(?:, [A-Z][\w'’-]* [A-Z][^,;.]{1,60})*),|(?P<name>[A-Z][\w'’-]*(?: [A-Z][\w'’-]*){0,3})[.;])"
)
NEAR = 400  # characters before the cited words in which a speaker may have been named


@dataclass(frozen=True, slots=True)
class Statement:
    """What a source puts in somebody's mouth.

    Attributes:
        report: where and how it says so.
        names: the words, in normal form, by which the speaker may be known.
        proper: those of them that are written as names.
        stems: of what is said.
        possible: the names, in normal form, of those who may be the speaker where it is not named there and then: those beside
            the words that say who speaks and, for somebody who is only described, all that stand before.
        visible: stems of all that can be seen: the text, what stands before it, and what is known of the document.
    """

    report: Report
    names: frozenset[str]
    proper: frozenset[str]
    stems: frozenset[str]
    possible: frozenset[str] = frozenset()
    visible: frozenset[str] = frozenset()

    @property
    def is_described(self) -> bool:
        """Whether the speaker is not named: "the company", "an official", "she"."""
        return not self.proper

    @property
    def may_be_named(self) -> bool:
        """Whether it is one person or body, who has a name that may stand elsewhere in the document."""
        if is_pronoun(self.report.speaker):
            return True
        body = any(word in GROUPS and word.capitalize() in self.report.speaker.split() for word in self.names)
        return self.is_described and not body and not self.names & PLURAL_COLLECTIVES


def statements(source: Source) -> list[Statement]:
    """What a source puts in somebody's mouth; an official text speaking of itself is nobody else's mouth."""
    found: list[Statement] = []
    told = reports(source.text, before_of(source))
    for report in told:
        if _speaks_of_itself(source, report) or _is_the_writer(source.text, report):
            continue
        carried = source.speaker.name if source.speaker and is_pronoun(report.speaker) else ""
        called = (report.speaker, report.mention, _office(source.text, report), carried)
        names = frozenset(word for text in called if text for word in name_words(text))
        proper = frozenset(word for text in called if text for word in proper_words(text))
        stems = content_stems(report.words_said(source.text))
        possible = _beside(source.text, report, [other for other in told if other.speaker != report.speaker]) | (
            frozenset() if proper else _named_before(source, report)
        )
        found.append(Statement(report, names, proper, stems, possible, content_stems(around(source))))
    return found


def around(source: Source) -> str:
    """All that can be seen of a source: its words, what stands before them, and what is known of the document."""
    speaker = source.speaker.name if source.speaker else ""
    known = (source.text, source.before[-NEAR:], source.title, source.publisher, source.heading, speaker)
    return " ".join(part for part in known if part)


def _beside(text: str, report: Report, others: Sequence[Report]) -> frozenset[str]:
    """The names in the sentence up to the words that say who speaks, but for what anybody says in it."""
    start, end = report.frame
    opens = max((a for a, b in sentences(text) if a <= start), default=0)
    mention = text.rfind(report.mention, opens, end)
    kept = text[:mention] if mention >= 0 else text[:start]
    for other in others:
        for a, b in (*other.said, other.frame):
            kept = kept[:a] + " " * (min(b, len(kept)) - a) + kept[b:] if a < len(kept) else kept
    return proper_words(f"{kept[opens:]} {text[max(mention, opens) : end] if mention >= 0 else ''}")


def _named_before(source: Source, report: Report) -> frozenset[str]:
    known = (
        f"{before_of(source)[-NEAR:]} {source.text[: report.frame[0]]} {source.title or ''} {source.publisher or ''}"
    )
    return proper_words(known)


def before_of(source: Source) -> str:
    """What stands before the text, its headings closed like sentences: they are nobody's name."""
    return with_closed_headings(source.before, source.heading)


def with_closed_headings(before: str, heading: str) -> str:
    """A text whose headings, given joined by " › ", end in a full stop, so that none is read as a part of a name."""
    for part in heading.split(" › "):
        before = before.replace(f"{part} ", f"{part}. ", 1) if part else before
    return before


def _speaks_of_itself(source: Source, report: Report) -> bool:
    """An official document that says what it says, and minutes or decisions in which their own body notes a fact."""
    if not is_official(source.kind):
        return False
    words = name_words(report.speaker)
    itself = words <= name_words(f"{source.publisher or ''} {source.title or ''}")
    return bool(words & DOCUMENTS) or (itself and SAYING.get(report.verb.lower(), "") in FACTIVE)


def _is_the_writer(text: str, report: Report) -> bool:
    """Whether "I" or "we", outside quotation marks, is whoever wrote the text."""
    within = any(a <= report.frame[0] < b for a, b in in_quotation_marks(text))
    return report.mention.lower() in OWN_VOICE and not within


def own_voice(source: Source) -> str:
    """The text without what others say, and without the words that say who does."""
    kept = source.text
    for report in reports(source.text, before_of(source)):
        if _is_the_writer(source.text, report):
            continue
        for start, end in (*report.said, report.frame):
            kept = kept[:start] + " " * (end - start) + kept[end:]
    return kept


def _office(text: str, report: Report) -> str:
    """The words between commas behind the speaker's name."""
    behind = _APPOSITION.match(text[text.find(report.mention) + len(report.mention) :])
    if behind is None or report.mention not in text or is_pronoun(report.mention):
        return ""
    words = (behind["office"] or behind["name"]).split()
    relative = words[0].lower() in {"who", "whose", "which"}
    return " ".join(word for word in words if not (relative and word[0].isupper()))
