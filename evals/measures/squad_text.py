"""Texts as the SQuAD scorer compares them: lower case, without ASCII punctuation and articles, single spaces.

Source: the official script of SQuAD 2.0, `normalize_answer` (Rajpurkar et al. 2016, 2018).
"""

import re
import string

_PUNCTUATION = str.maketrans("", "", string.punctuation)
_ARTICLES = re.compile(r"\b(a|an|the)\b")


def squad_normalised(text: str) -> str:
    """Punctuation is taken out and not replaced: "2,000" is "2000", "U.S." is "us"."""
    return " ".join(_ARTICLES.sub(" ", text.lower().translate(_PUNCTUATION)).split())
