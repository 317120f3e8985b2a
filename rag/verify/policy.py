"""What becomes of sentences that do not stand the checks."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from rag.records.answers import AnswerSentence
from rag.records.verdict import Verdict

Policy = Literal["drop", "mark"]
Settled = tuple[tuple[AnswerSentence, ...], tuple[AnswerSentence, ...]]
"""What is kept in the answer, and what is taken out of it, each in reading order."""


def settle(sentences: Iterable[AnswerSentence], policy: Policy, *, unchecked_stays: bool = False) -> Settled:
    """Divide sentences into those that the answer keeps and those that are removed from it.

    "drop" removes what does not stand; "mark" keeps everything, for whoever shows it to mark. `unchecked_stays` is for a
    user who set no support model: then nothing would be left otherwise.
    """
    everything = tuple(sentences)
    if policy == "mark":
        return everything, ()
    kept = tuple(s for s in everything if _stays(s, unchecked_stays))
    return kept, tuple(s for s in everything if not _stays(s, unchecked_stays))


def _stays(sentence: AnswerSentence, unchecked_stays: bool) -> bool:
    return sentence.verdict.stands or (unchecked_stays and sentence.verdict is Verdict.UNCHECKED)
