"""What was written and did not stand the checks: one line below the answer, and on demand each sentence, struck, with why."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rag.records.answers import AnswerSentence, Citation
from rag.wording import count
from ui.page.footnotes import footnote
from ui.page.verdicts import WORDS, by_verdict, why
from ui.page.words import escape


def removed_words(sentences: Sequence[AnswerSentence]) -> str:
    """`1 unsupported sentence removed`, or `3 sentences removed: 2 unsupported, 1 contradicted`. Empty where none was."""
    parts = by_verdict(sentences)
    if len(parts) == 1:
        verdict, number = parts[0]
        return f"{number} {WORDS[verdict]} {'sentence' if number == 1 else 'sentences'} removed"
    each = ", ".join(f"{number} {WORDS[verdict]}" for verdict, number in parts)
    return f"{count(len(sentences), 'sentence')} removed: {each}" if parts else ""


def removed_html(sentences: Sequence[AnswerSentence]) -> str:
    """The line that opens; nothing where nothing was removed."""
    if not sentences:
        return ""
    items = "".join(_item(sentence) for sentence in sentences)
    return f'<details class="removed"><summary>{removed_words(sentences)}</summary><ul>{items}</ul></details>'


def _item(sentence: AnswerSentence) -> str:
    return (
        f'<li><p class="sentence" dir="auto"><s>{escape(sentence.text)}</s></p>'
        f'<div class="why">{why(sentence)}</div>{_cited(sentence.citations)}</li>'
    )


def _cited(citations: Iterable[Citation]) -> str:
    items = "".join(f"<li>{footnote(c)} {_open(c)}</li>" for c in citations)
    return f'<p class="it-cited">It cited:</p><ul class="cited">{items}</ul>' if items else ""


def _open(citation: Citation) -> str:
    place = f'data-sha256="{escape(citation.sha256)}" data-start="{citation.start}" data-end="{citation.end}"'
    label = f'aria-label="Read it in its document: {escape(citation.label)}"'
    return f'<button type="button" class="link" data-read="{escape(citation.document_id)}" {place} {label}>read it</button>'
