"""Words of a text as the keyword index sees them."""

import re
from functools import lru_cache
from typing import Any

_PLAIN = re.compile(r"\w+", re.UNICODE)

# Function words and the words that make a question a question: they say what is asked, not about what.
STOP_WORDS = frozenset(
    "a about above after again against all also am an and any are aren as at be because been before being below between both but by "
    "can cannot could couldn d did didn do does doesn doing don down during each else ever few for from further had hadn has hasn have "
    "haven having he her here hers herself him himself his how i if in into is isn it its itself just ll m me might more most must my "
    "myself no nor not now of off on once only or other our ours ourselves out over own re s same shall she should shouldn so some such "
    "t than that the their theirs them themselves then there these they this those through to too under until up us ve very was wasn we "
    "were weren what when where which while who whom whose why will with won would wouldn you your yours yourself yourselves "
    "please tell give list summarise summarize summary overview outline name describe explain know many much say says said according".split()
)


def words(text: str) -> list[str]:
    """The words of a text, in order, in lower case."""
    return [w.lower() for w in _PLAIN.findall(text)]


def content_words(text: str) -> list[str]:
    """The words that carry a question's subject; all words where there are no others."""
    found = words(text)
    return [w for w in found if w not in STOP_WORDS] or found


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """The Porter stem, as the keyword index makes it."""
    return str(_stemmer().stem(word))


@lru_cache(maxsize=1)
def _stemmer() -> Any:
    from nltk.stem.porter import PorterStemmer  # slow to import, and most commands need no stems

    return PorterStemmer(mode=PorterStemmer.ORIGINAL_ALGORITHM)
