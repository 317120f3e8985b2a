"""ALCE citation recall: of the sentences of an answer, the share that the texts they cite, taken together, bear out.

A sentence without a usable citation is not borne out. A mean over the answers that were given; a question that was declined
says nothing of it. Whether a text bears a sentence out is what a support model says: the figure is as good as that model,
and is never to be shown without the model's own accuracy (`evals/verifier/trust.py`).
Source: Gao, Yen, Yu, Chen, "Enabling Large Language Models to Generate Text with Citations" (ALCE), 2023, section 4. There
one marker that names no text spoils its sentence; here such a citation adds no text and counts against precision.
"""

from collections.abc import Iterable

from evals.measures.ratio import Ratio
from evals.measures.sentence_support import SentenceSupport


def alce_recall(sentences: Iterable[SentenceSupport]) -> Ratio:
    """The share of one answer, over 1; over 0 where nothing was said."""
    sentences = list(sentences)
    return Ratio(sum(one.together for one in sentences) / len(sentences)) if sentences else Ratio(0, 0)
