"""Words in quotation marks stand in the cited text as they are quoted."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from rag.language.text.quotes import quoted
from rag.language.tokens import alike
from rag.records.source import Source
from rag.records.verdict import Finding, Verdict

_OMISSION = re.compile(r"\s*(?:\[\s*(?:\.{3}|…)\s*\]|\(\s*(?:\.{3}|…)\s*\)|\.\s?\.\s?\.|…)\s*")
_INSERTION = re.compile(r"\w*\[[^\]]*\]\w*")
_WORD = re.compile(r"\w+")
_ENOUGH_ALIKE = 0.5


@dataclass(frozen=True, slots=True)
class Quotation:
    """Objects to a quotation that no cited text has word for word.

    Case, kinds of marks, blanks and punctuation are free; an ellipsis skips words; [brackets] stand for any few words.
    """

    name: str = "quotation"

    def check(self, claim: str, sources: Sequence[Source]) -> Finding | None:
        """The first quotation that is not in the cited text, with the nearest wording where there is one."""
        texts = [" ".join(_words(source.text)) for source in sources]
        titles = [" ".join(_words(source.title or "")) for source in sources]
        for quotation in quoted(claim):
            if not any(_stands_in(quotation.words, text) for text in [*texts, " ".join(texts), *titles]):
                return Finding(Verdict.UNSUPPORTED, _reason(quotation.words, sources), self.name)
        return None


def _words(text: str) -> list[str]:
    return [w.lower() for w in _WORD.findall(alike(text).replace("'s", "s").replace("'", ""))]


def _stands_in(quotation: str, text: str) -> bool:
    """Whether the parts between omissions stand in the text in their order."""
    position = 0
    for part in filter(str.strip, _OMISSION.split(quotation)):
        found = _pattern(part).search(text, position)
        if found is None:
            return False
        position = found.end()
    return True


def _pattern(part: str) -> re.Pattern[str]:
    pieces = [re.escape(" ".join(_words(piece))) for piece in _INSERTION.split(part)]
    return re.compile(r"\b" + r"\s?(?:\w+\s?){0,4}?".join(pieces) + r"\b")


def _reason(quotation: str, sources: Sequence[Source]) -> str:
    nearest = max((_nearest(quotation, source.text) for source in sources), default=(0.0, ""))
    if nearest[0] < _ENOUGH_ALIKE:
        return f'The quotation "{quotation}" is not in the cited text.'
    return f'The quotation "{quotation}" is not in the cited text, which has "{nearest[1]}".'


def _nearest(quotation: str, text: str) -> tuple[float, str]:
    """The stretch of as many words that is most alike, and how alike it is (0 to 1)."""
    wanted, spans = _words(quotation), [m.span() for m in _WORD.finditer(text)]
    size = len(wanted)
    windows = [spans[i : i + size] for i in range(max(1, len(spans) - size + 1)) if spans]
    stretches = [text[window[0][0] : window[-1][1]] for window in windows]
    return max(((_alikeness(wanted, _words(stretch)), stretch) for stretch in stretches), default=(0.0, ""))


def _alikeness(wanted: list[str], words: list[str]) -> float:
    """Shared words in order, and a little for words in the same place, which settles ties."""
    placed = sum(a == b for a, b in zip(wanted, words, strict=False))
    return SequenceMatcher(None, wanted, words, autojunk=False).ratio() + placed / 1000
