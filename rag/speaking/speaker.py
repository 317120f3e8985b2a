"""Whose statement a text says it is."""

from __future__ import annotations

from rag.language.lexicon.judgement import EVALUATIVE, NORMATIVE, OWN_VOICE
from rag.language.lexicon.people import DOCUMENTS, LEGAL_TEXTS, OFFICIAL_KINDS, OPINION_KINDS
from rag.records.answers import Speaker
from rag.speaking.reports import Report, reports
from rag.speaking.tokens import QUOTES, in_quotation_marks, tokens

THE_AUTHOR = "the author"


def speaking(text: str, before: str = "", kind: str | None = None, author: str | None = None) -> Speaker | None:
    """Whose statement the text says it is; `None` where the document speaks in its own voice.

    Args:
        text: the cited words.
        before: what stands before them, which tells who "he" is.
        kind: the kind of document; in opinion and analysis, judgements are their writer's.
        author: of the document.
    """
    found = [report for report in reports(text, before) if report.speaker.lower() != "it"]
    if is_official(kind):
        found = [report for report in found if not _is_document(report.speaker)]
    if found:
        first = max(found, key=lambda report: (report.quoted, len(report.words_said(text)), -report.frame[0]))
        if first.mention.lower() in OWN_VOICE:
            return Speaker(author or THE_AUTHOR, first.verb, "author")
        return Speaker(first.speaker, first.verb, "quoted" if first.quoted else "reported")
    carried = _quotation_goes_on(text, before)
    if carried is not None:
        return Speaker(carried.speaker, carried.verb, "quoted")
    return Speaker(author or THE_AUTHOR, None, "author") if judges(text, kind) else None


def is_official(kind: str | None) -> bool:
    """Whether documents of this kind speak with authority about themselves."""
    return bool(_words(kind) & OFFICIAL_KINDS)


def is_opinion(kind: str | None) -> bool:
    """Whether the writer of documents of this kind argues."""
    return bool(_words(kind) & OPINION_KINDS)


def judges(text: str, kind: str | None) -> bool:
    """Whether the writer of an opinion or analysis judges in the text, in words of their own."""
    return is_opinion(kind) and bool(judgements(text))


def judgements(text: str) -> frozenset[str]:
    """The words of a text, outside quotation marks, that praise, blame or say what ought to be; not what a law says must be."""
    words = {token.lower for token in tokens(_outside_quotation_marks(text))}
    normative = frozenset() if words & LEGAL_TEXTS else words & NORMATIVE
    return frozenset(words & EVALUATIVE) | normative


def _words(kind: str | None) -> set[str]:
    return {token.lower for token in tokens(kind or "")}


def _is_document(name: str) -> bool:
    return any(token.lower in DOCUMENTS for token in tokens(name))


def _outside_quotation_marks(text: str) -> str:
    kept = text
    for start, end in reversed(in_quotation_marks(text)):
        kept = kept[:start] + " " * (end - start) + kept[end:]
    return kept


def _quotation_goes_on(text: str, before: str) -> Report | None:
    """Who speaks where the text stands within, or begins with, quotation marks and names nobody itself."""
    stripped = text.strip()
    quoted = bool(stripped) and stripped[0] in QUOTES and stripped[-1] in QUOTES
    opened = before.count("“") > before.count("”") or before.count('"') % 2 == 1
    if not (quoted or opened):
        return None
    spoken = reports(before[-800:])
    return spoken[-1] if spoken else None
