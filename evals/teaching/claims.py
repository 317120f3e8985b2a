"""Lessons for the support model from what people wrote for it: `python -m evals.teaching.claims OUT.jsonl`.

Written texts, and the claims of "tune" with their mutants by hand and by code. `--of calibrate` writes the claims to fit its
calibration on instead. The claims for reporting are never read here. Text and context of a lesson are those that a check is
given at run time. Runs from a checkout: texts and training code are not installed.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path

from corpus.document import Document
from evals.teaching.claims_file import read_written
from evals.teaching.text import Broken, Item, Written
from evals.verifier.mutate import mutants
from evals.verifier.pairs import GOLDEN, Mutant, TrueClaim, load
from evals.verifier.sources import Shelf
from rag.records.source import Source
from rag.support_model.training.changes import changed
from rag.support_model.training.lessons import Lesson, write_lessons
from rag.verify.context import in_context, surroundings

LABEL_OF_KIND = {
    "negate": "contradicted", "number_date": "contradicted", "name": "contradicted", "quotation": "contradicted",
    "drop_speaker": "not_supported", "widen_scope": "not_supported", "status": "not_supported",
    "swap_citation": "neither", "cite_neighbour": "neither",
}  # fmt: skip
"""What a golden claim is that was broken in this way; the kinds are those of `evals.verifier.pairs`."""
LABEL_OF_WAY = {
    "negate": "contradicted", "number": "contradicted", "quotation": "contradicted", "name": "not_supported",
    "speaker": "not_supported", "scope": "not_supported", "status": "not_supported", "relation": "not_supported",
    "invent": "neither", "neighbour": "neither",
}  # fmt: skip
"""The same for the ways of the written texts."""
RECITED = ("swap_citation", "cite_neighbour", "neighbour")
"""True claims that cite another text: no word of them is to blame."""
TRUE_WEIGHT = 3.0  # of a true golden claim: there are several mutants of each
WRITTEN_TRUE_WEIGHT = 1.5  # of a true line of a written text: two broken ones stand beside it
CODE_SHARE = 0.35  # of the mutants by code that are learned from: what people write is nearer to what writers do
NEIGHBOUR_SHARE = 0.3  # of the true lines of written texts are put beside a neighbouring sentence, too
PADDED_SHARE = 0.2  # of the items are shown among the sentences around them, too: cited texts may be long
MOST_PADDING = 4  # sentences on either side
STILL_BROKEN = ("negate", "number", "name", "speaker", "scope", "status", "quotation", "relation")
"""Ways of breaking a claim that the sentences around the cited one do not mend, as they may what was invented."""


class WrittenShelf(Shelf):
    """The written texts in place of the golden ones."""

    def __init__(self, texts: Sequence[Written]) -> None:
        self._texts = texts

    @cached_property
    def documents(self) -> dict[str, Document]:
        """The texts by id."""
        return {text.id: text.document for text in self._texts}

    def source(self, text: Written, cited: tuple[int, ...]) -> Source:
        """Sentences of a text as a check sees them."""
        return self.at(text.id, text.span(cited)).source


def golden_lessons(
    split: str, code_share: float = 1.0, golden: Path = GOLDEN, shelf: Shelf | None = None, seed: int = 0
) -> list[Lesson]:
    """Every claim of a split, every mutant of it by hand, and a share of those by code.

    Raises:
        ValueError: a split that is not for learning.
    """
    if split not in ("tune", "calibrate"):
        raise ValueError(f"{split} is not for learning")
    shelf, claims = shelf or Shelf(), load(split, golden)
    coded = mutants(claims, lambda c: [n.citation.quote for n in shelf.beside(c.document, c.cited)], seed)
    return [
        replace(one, source=f"{split}/{one.source}", group=claim.document, rivals=claim.id)
        for claim in claims
        for one in _of_claim(claim, (*claim.mutants, *_drawn(coded[claim.id], code_share, f"{seed}-{claim.id}")), shelf)
    ]


def _of_claim(claim: TrueClaim, broken: Sequence[Mutant], shelf: Shelf) -> Iterator[Lesson]:
    own = _golden_source(claim, claim.cited, shelf)
    yield replace(_lesson("untouched/hand", claim.claim, own, "supported", ()), weight=TRUE_WEIGHT)
    for mutant in broken:
        source, recited = _golden_source(claim, mutant.cited, shelf), mutant.kind in RECITED
        if recited and _holds(source, own):
            continue
        doubted = None if recited else changed(mutant.text, [claim.claim, claim.cited])
        yield _lesson(f"{mutant.kind}/{mutant.by}", mutant.text, source, LABEL_OF_KIND[mutant.kind], doubted)


def _drawn(made: Sequence[Mutant], share: float, seed: str) -> list[Mutant]:
    rng = random.Random(seed)
    return [mutant for mutant in made if rng.random() < share]


def _golden_source(claim: TrueClaim, cited: str, shelf: Shelf) -> Source:
    own = cited in shelf.documents[claim.document].text
    return shelf.numbered(claim.document if own else shelf.find(cited), cited).source


def written_lessons(texts: Sequence[Written], seed: int = 5) -> list[Lesson]:
    """Every line of every item, some true lines beside a neighbouring sentence, and some items among the sentences around them."""
    shelf = WrittenShelf(texts)
    rngs = [random.Random(f"{seed}-{text.id}") for text in texts]
    return [
        replace(one, source=f"written/{one.source}", group=text.id, rivals=f"{text.id}@{number}{one.rivals}")
        for text, rng in zip(texts, rngs, strict=True)
        for number, item in enumerate(text.items, start=1)
        for one in _of_item(text, item, shelf, rng)
    ]


def _of_item(text: Written, item: Item, shelf: WrittenShelf, rng: random.Random) -> Iterator[Lesson]:
    own = shelf.source(text, item.cited)
    beside = [number for number in (item.cited[0] - 1, item.cited[-1] + 1) if number in text.sentences]
    for claim in item.true:
        yield replace(_lesson("untouched", claim, own, "supported", ()), weight=WRITTEN_TRUE_WEIGHT)
        other = shelf.source(text, (rng.choice(beside),)) if beside and rng.random() < NEIGHBOUR_SHARE else None
        if other and not _holds(other, own):
            yield _lesson("cite_neighbour", claim, other, LABEL_OF_KIND["cite_neighbour"], None)
    for broken in item.broken:
        yield _of_broken(broken, item, own, own)
    if rng.random() < PADDED_SHARE:
        yield from (replace(one, rivals=" padded") for one in _padded(text, item, shelf, rng))


def _padded(text: Written, item: Item, shelf: WrittenShelf, rng: random.Random) -> Iterator[Lesson]:
    """The lines of an item beside a longer text that holds what they cite."""
    first = max(1, item.cited[0] - rng.randint(0, MOST_PADDING))
    last = min(len(text.sentences), item.cited[-1] + rng.randint(1, MOST_PADDING))
    own, wide = shelf.source(text, item.cited), shelf.source(text, tuple(range(first, last + 1)))
    for claim in item.true:
        yield replace(_lesson("untouched", claim, wide, "supported", ()), weight=WRITTEN_TRUE_WEIGHT)
    for broken in (one for one in item.broken if one.way in STILL_BROKEN):
        yield _of_broken(broken, item, own, wide)


def _of_broken(broken: Broken, item: Item, own: Source, shown: Source) -> Lesson:
    """A broken line beside the text that is `shown`; `own` is what its item cites."""
    doubted = None if broken.way in RECITED else changed(broken.claim, [*item.true, own.text])
    return _lesson(broken.way, broken.claim, shown, LABEL_OF_WAY[broken.way], doubted)


def _lesson(kind: str, claim: str, source: Source, label: str, doubted: tuple[tuple[int, int], ...] | None) -> Lesson:
    """A claim beside a source, in the words that a support model is given at run time."""
    return Lesson(kind, claim, in_context(source), surroundings(source), label, doubted)


def _holds(source: Source, other: Source) -> bool:
    """Whether the text of a source has the other's words in it: a pronoun brings the sentence before."""
    return other.text in in_context(source)


PARTS: dict[str, Callable[[], list[Lesson]]] = {
    "written": lambda: written_lessons(read_written()),
    "tune": lambda: golden_lessons("tune", CODE_SHARE),
    "calibrate": lambda: golden_lessons("calibrate"),
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("--of", nargs="+", choices=PARTS, default=["written", "tune"])
    arguments = parser.parse_args()
    found = [one for part in arguments.of for one in PARTS[part]()]
    write_lessons(arguments.out, found)
    print(f"{len(found):,} lessons, {sum(one.label == 'supported' for one in found):,} of them supported.")


if __name__ == "__main__":
    main()
