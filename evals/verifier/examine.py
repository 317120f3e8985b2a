"""True claims and mutants through the checker: which were let pass, which were caught, and by which check."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from evals.measures.wilson import wilson
from evals.verifier.mutate import mutants
from evals.verifier.pairs import KINDS, TrueClaim
from evals.verifier.sources import Shelf
from rag.records.drafts import DraftSentence, Numbered
from rag.records.verdict import Verdict
from rag.verify.checker import Checker

TRUE = "untouched"


@dataclass(frozen=True, slots=True)
class Examined:
    """One statement that was checked. `kind` is that of the mutant, or `TRUE`; `by` who made it."""

    claim_id: str
    kind: str
    by: str
    text: str
    cited: str
    verdict: str
    check: str
    reason: str

    @property
    def caught(self) -> bool:
        """Whether the checker called it anything but supported."""
        return self.verdict != Verdict.SUPPORTED

    @property
    def removed(self) -> bool:
        """Whether an answer would not hold it: one that is supported in part is kept, and marked."""
        return self.verdict not in (Verdict.SUPPORTED, Verdict.PARTIAL)


@dataclass(frozen=True, slots=True)
class Row:
    """A share with its Wilson interval: `caught` of `trials`; for `TRUE` claims that is the rate of false alarms.

    `removed` of them would not be in the answer at all; the others that were caught would be marked.
    """

    kind: str
    by: str
    caught: int
    trials: int
    removed: int = 0

    @property
    def share(self) -> float | None:
        """0 to 1; `None` where nothing was tried."""
        return self.caught / self.trials if self.trials else None

    @property
    def interval(self) -> tuple[float, float] | None:
        """95%."""
        return wilson(self.caught, self.trials)


@dataclass(frozen=True, slots=True)
class Statement:
    """A true claim or a mutant of it, with what it cites as evidence number 1."""

    claim: TrueClaim
    kind: str
    by: str
    text: str
    cited: Numbered


def statements(claims: Sequence[TrueClaim], shelf: Shelf, seed: int) -> Iterator[list[Statement]]:
    """Of each claim: itself, then its mutants, by hand and by code."""
    coded = mutants(claims, lambda c: [n.citation.quote for n in shelf.beside(c.document, c.cited)], seed)
    for claim in claims:
        itself = Statement(claim, TRUE, "hand", claim.claim, shelf.numbered(claim.document, claim.cited))
        broken = (*claim.mutants, *coded[claim.id])
        yield [itself, *(Statement(claim, m.kind, m.by, m.text, _where(shelf, claim, m.cited)) for m in broken)]


def _where(shelf: Shelf, claim: TrueClaim, cited: str) -> Numbered:
    """The cited words in the claim's own document, or else in another."""
    own = cited in shelf.documents[claim.document].text
    return shelf.numbered(claim.document if own else shelf.find(cited), cited)


def examine(
    claims: Sequence[TrueClaim], checker: Checker, seed: int, tick: Callable[[int], None] = lambda _: None
) -> list[Examined]:
    """Every claim and every mutant of it, by hand and by code. `tick` is told how many were done."""
    shelf = Shelf()
    examined: list[Examined] = []
    for own in statements(claims, shelf, seed):
        examined += [_examined(statement, checker) for statement in own]
        tick(1)
    return examined


def rows(examined: Iterable[Examined]) -> list[Row]:
    """The table: the untouched claims first, then each kind of mutant, by hand, by code, and together."""
    everything = list(examined)
    return [row for kind in (TRUE, *KINDS) for row in _of_kind([e for e in everything if e.kind == kind], kind)]


def _of_kind(examined: Sequence[Examined], kind: str) -> Iterator[Row]:
    makers = ("hand",) if kind == TRUE else ("hand", "code", "all")
    for by in makers:
        chosen = [e for e in examined if by in (e.by, "all")]
        if chosen:
            yield Row(kind, by, sum(e.caught for e in chosen), len(chosen), sum(e.removed for e in chosen))


def _examined(statement: Statement, checker: Checker) -> Examined:
    kind, by, text, cited = statement.kind, statement.by, statement.text, statement.cited.citation.quote
    checked = checker.check([DraftSentence(text, (1,))], [statement.cited])
    if not checked:
        return Examined(statement.claim.id, kind, by, text, cited, "left out", "phrases", "It states nothing.")
    finding = checked[0].finding
    return Examined(statement.claim.id, kind, by, text, cited, finding.verdict.value, finding.check, finding.reason)
