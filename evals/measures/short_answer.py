"""Short answer hit: whether one of the right short answers occurs in the answer's text, word for word.

A mean over answerable questions that have short answers; 0 where the question was declined. Case, punctuation and the
articles are ignored, and whole words must match ("10" is not in "2010").
Source: the normalisation of the SQuAD scorer (Rajpurkar et al. 2016); "string inclusion" as in Chen et al. 2017 (DrQA).
"""

import re
from collections.abc import Iterable

from evals.measures.ratio import Ratio


def short_answer(text: str, answers: Iterable[str]) -> Ratio:
    """1 if any of the answers stands in the text of one question's answer, else 0."""
    said = f" {normalised(text)} "
    return Ratio(float(any(f" {normalised(answer)} " in said for answer in answers if normalised(answer))))


def normalised(text: str) -> str:
    """Lower case, without punctuation and articles, words parted by single spaces."""
    words = re.sub(r"[^\w\s]|_", " ", text.casefold().replace("’", "'").replace("'s", " s")).split()
    return " ".join(word for word in words if word not in ("a", "an", "the"))
