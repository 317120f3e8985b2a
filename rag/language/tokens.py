"""Words of a text with their offsets and normal forms. Offsets hold in the text as given."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from index.words import STOP_WORDS, stem

# One character each way, so that offsets stay: kinds of quotation mark, of blank and of hyphen.
_ALIKE = str.maketrans(
    dict.fromkeys("‘’‛′ʼ", "'")
    | dict.fromkeys("“”„‟″«»", '"')
    | dict.fromkeys("\xa0\u2007\u2009\u202f\n\t", " ")
    | dict.fromkeys("‐‑‒−", "-")
    | dict.fromkeys("—―", "–")
)
_TOKEN = re.compile(r"(?:[^\W\d_]\.){2,}|\d+(?:[.,]\d+)+|\w+(?:'\w+)*")
_SPELLINGS = (
    (re.compile(r"isation(s?)$"), r"ization\1"),
    (re.compile(r"(?<=[a-z]{3})is(e[sdr]?|ing)$"), r"iz\1"),
    (re.compile(r"ys(e[sd]?|ing)$"), r"yz\1"),
    (re.compile(r"(?<=[a-z]{2})our(s|ed|ing|able|al)?$"), r"or\1"),
    (re.compile(r"tre(s?)$"), r"ter\1"),
    (re.compile(r"ogue(s?)$"), r"og\1"),
    (re.compile(r"(def|lic|off|pret)ence(s?)$"), r"\1ense\2"),
    (re.compile(r"ramme(s?)$"), r"ram\1"),
    (re.compile(r"(travel|model|label|cancel|signal|fuel|counsel|channel|total|level)l(ed|ing|er|ers)$"), r"\1\2"),
)
# Past forms that no stemmer brings back.
_IRREGULAR = dict(
    pair.split(":")
    for pair in "began:begin begun:begin broke:break broken:break brought:bring built:build bought:buy chose:choose chosen:choose drew:draw "
    "drawn:draw drove:drive driven:drive fell:fall fallen:fall fought:fight forbade:forbid forbidden:forbid found:find gave:give given:give "
    "grew:grow grown:grow held:hold kept:keep knew:know known:know led:lead left:leave lent:lend lost:lose made:make meant:mean "
    "met:meet overthrew:overthrow overturned:overturn paid:pay rose:rise risen:rise said:say sold:sell sent:send shrank:shrink shrunk:shrink "
    "sought:seek spent:spend spoke:speak spoken:speak stood:stand struck:strike swore:swear sworn:swear taught:teach told:tell took:take taken:take "
    "thought:think understood:understand undertook:undertake undertaken:undertake upheld:uphold withdrew:withdraw withdrawn:withdraw "
    "withheld:withhold won:win wrote:write written:write".split()
)
FUNCTION_WORDS = frozenset(
    STOP_WORDS
    | set(
        "whether though although yet still even already would could should may might shall upon within per via among also".split()
    )
) - {"name", "give", "list", "outline", "describe", "explain", "overview", "summary", "own", "most", "more", "against"}


@dataclass(frozen=True, slots=True)
class Token:
    """A word as it stands (`text[start:end]`) and its normal form: lower case, one spelling, no possessive."""

    text: str
    start: int
    end: int
    normal: str

    @property
    def stem(self) -> str:
        """The stem of the normal form."""
        return stem(self.normal)

    @property
    def is_content(self) -> bool:
        """Whether it says something by itself."""
        return self.normal not in FUNCTION_WORDS and len(self.normal) > 1

    @property
    def is_capitalised(self) -> bool:
        """Whether it opens with a capital letter."""
        return self.text[:1].isupper()


def alike(text: str) -> str:
    """The text with one kind of quotation mark, apostrophe, blank, hyphen and dash; as long as before."""
    return text.translate(_ALIKE)


@lru_cache(maxsize=4096)
def tokens(text: str) -> tuple[Token, ...]:
    """The words of a text, in order. Compounds with a hyphen are several words."""
    return tuple(
        Token(text[m.start() : m.end()], m.start(), m.end(), normal(m.group())) for m in _TOKEN.finditer(alike(text))
    )


@lru_cache(maxsize=50_000)
def normal(word: str) -> str:
    """Lower case, one spelling, without a possessive; the dots of "U.S." fall."""
    plain = alike(word).lower()
    if plain.endswith("'s"):
        plain = plain[:-2]
    if "." in plain and not plain[0].isdigit():
        plain = plain.replace(".", "")
    plain = _IRREGULAR.get(plain, plain)
    for pattern, replacement in _SPELLINGS:
        plain = pattern.sub(replacement, plain)
    return plain


@lru_cache(maxsize=4096)
def content_stems(text: str) -> frozenset[str]:
    """The stems of the words that say something by themselves."""
    return frozenset(token.stem for token in tokens(text) if token.is_content)
