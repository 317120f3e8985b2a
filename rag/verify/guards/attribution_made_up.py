"""A speaker of the claim by name, whom nothing in or around the cited words names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rag.language.lexicon.camps import names_people
from rag.language.lexicon.people import DETERMINERS, TITLES, is_agent
from rag.language.text.known_names import is_of_a_place
from rag.language.text.names import OPENERS
from rag.language.text.numerals import numerals
from rag.language.text.places import aliases, seats
from rag.language.tokens import tokens
from rag.records.source import Source
from rag.speaking.identity import another_speaker
from rag.speaking.pronouns import is_pronoun
from rag.speaking.reports import Report
from rag.speaking.speaker_names import shown
from rag.speaking.statements import Statement, around


def made_up(told: Sequence[Report], said: Sequence[Statement], sources: Sequence[Source]) -> str:
    """A speaker by name whom nothing in or around the cited words names."""
    everything = " ".join(around(source) for source in sources)
    known = {token.normal for token in tokens(everything)}
    for report in told:
        words = tokens(report.speaker)
        names = [t.normal for t in words if t.is_capitalised and t.normal not in DETERMINERS | TITLES]
        if is_pronoun(report.speaker):
            continue
        common = (
            _only_opens(report, claim_names=names)
            or not words
            or names_people(words[0].normal)
            or all(_opens(name) for name in names)
        )
        named_elsewhere = any(one.may_be_named and not another_speaker(report, one) for one in said)
        if (
            names
            and not common
            and not named_elsewhere
            and not _is_among(names, known)
            and not _abbreviated(report.speaker, everything)
        ):
            return f"The sentence says that {shown(report)} said this; the cited text does not name them."
    return ""


def _only_opens(report: Report, claim_names: Sequence[str]) -> bool:
    """Whether the only capital is that of a sentence's first word, a number or a noun for people: "Forty scientists"."""
    first = tokens(report.speaker)[:1]
    alone = len(claim_names) == 1 and bool(first) and first[0].normal == claim_names[0]
    return alone and (is_agent(claim_names[0]) or bool(numerals(first[0].text)) or report.speaker[-1:] == "s")


def _opens(word: str) -> bool:
    """Whether a word has its capital only from the sentence that it opens: "Yearly", "Nonetheless"."""
    return word in OPENERS or word.endswith("ly")


def _is_among(names: Sequence[str], known: set[str]) -> bool:
    """Whether a name is known, or that of the place whose people are; what places there are is looked at elsewhere."""
    if all(name in aliases() or name in seats() for name in names):
        return True
    return bool(known & set(names)) or any(is_of_a_place(name, known) for name in names)


def _abbreviated(name: str, around: str) -> bool:
    """Whether a name and its abbreviation meet: "NIST" and the words that it is short for."""
    capitals = "".join(re.findall(r"\b[A-Z]", name))
    short = re.sub(r"[^A-Z]", "", name)
    written = "".join(re.findall(r"\b[A-Z]", around))
    return (len(short) > 1 and short in written) or (len(capitals) > 1 and capitals in around)
