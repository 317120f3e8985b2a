"""ALCE citation precision: of the citations of an answer, the share that its sentences need.

A citation is precise where its sentence is borne out by all that it cites, and the citation is not irrelevant: its text alone
bears the sentence out, or the others without it do not. A mean over the answers that were given; one that cites nothing has 0,
as in the authors' program. What is said of the support model at `alce_recall.py` holds here too.
Source: Gao, Yen, Yu, Chen, "Enabling Large Language Models to Generate Text with Citations" (ALCE), 2023, section 4.
"""

from collections.abc import Iterable

from evals.measures.ratio import Ratio
from evals.measures.sentence_support import SentenceSupport


def alce_precision(sentences: Iterable[SentenceSupport]) -> Ratio:
    """The share of one answer, over 1; over 0 where nothing was said."""
    sentences = list(sentences)
    if not sentences:
        return Ratio(0, 0)
    cited = sum(len(one.citations) + one.unusable for one in sentences)
    return Ratio(sum(map(_precise, sentences)) / cited if cited else 0.0)


def _precise(sentence: SentenceSupport) -> int:
    return sum(sentence.together and (one.alone or not one.without) for one in sentence.citations)
