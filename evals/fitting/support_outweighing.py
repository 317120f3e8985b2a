"""What the built-in support model's signals weigh, and from which chance on it is believed against a guard:
`python -m evals.fitting.support_outweighing`.

Reads the claims of `evals/golden/support/calibrate`, which no guard was written with in sight and the model was not trained on, and
their mutants. Fits the weights by logistic regression, true claims and each kind of mutant weighing alike. Then chooses the
threshold and, for each guard, the chance that outweighs its objection, by coordinate
descent on the cost: the share of true claims that are accused times `--price`, and for each kind of mutant the share that is let
pass, of those by hand and of those by code on an average. A guard that objects to few true claims is always believed.

Prints what the choice catches and accuses, in sample and with each sixth of the documents left out of the choice. The model's
calibration is fitted on the same claims, so that the latter is still an upper bound: only "report" is out of sample.
"""

from __future__ import annotations

import argparse
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from sklearn.linear_model import LogisticRegression

from evals.verifier.examine import TRUE, statements
from evals.verifier.pairs import load
from evals.verifier.sources import Shelf
from index.embed import SentenceTransformerEmbedder
from rag.reading.signals import Weights
from rag.records.drafts import Numbered
from rag.verify.claims import split
from rag.verify.grounds import Ground, known_besides, objections, reading
from rag.verify.guards import GUARDS
from rag.verify.support.port import Pair
from rag.verify.support.trained import TrainedModel

THRESHOLD = ""  # its place among the cuts
NEVER = 2.0  # more than any chance: the guard is always believed
STRICT = ("dates", "names", "numbers", "quotation")
"""Guards that never yield: whether words, names, numbers and dates stand in a text is not a matter of judgement."""
FEWEST = 5
"""True claims that a guard must object to, before it may yield: with fewer of them a cut is one claim's accident."""
_FOLDS, _ROUNDS = 6, 4
_STEPS = np.linspace(0.02, 0.98, 49)
Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Table:
    """Claims of statements: which statement each is of, the model's chance, and which guards object to it.

    Attributes:
        owner: (claims,) the number of the statement.
        chance: (claims,) 0 to 1.
        objects: by guard, (claims,).
        kind, maker, document: (statements,).
    """

    owner: npt.NDArray[np.int64]
    chance: npt.NDArray[np.float64]
    objects: dict[str, Flags]
    kind: npt.NDArray[np.str_]
    maker: npt.NDArray[np.str_]
    document: npt.NDArray[np.str_]

    @property
    def is_true(self) -> Flags:
        """(statements,)"""
        found: Flags = self.kind == TRUE
        return found

    def caught(self, cuts: dict[str, float]) -> Flags:
        """(statements,) whether anything in it fails; the threshold of the model stands under `THRESHOLD`."""
        failing = self.chance < cuts[THRESHOLD]
        for guard, objecting in self.objects.items():
            failing |= objecting & (self.chance < cuts.get(guard, NEVER))
        found: Flags = np.zeros(len(self.kind), bool)
        found[self.owner[failing]] = True
        return found

    def cost(self, cuts: dict[str, float], among: Flags, price: float) -> float:
        """What the cuts cost on some of the statements."""
        caught = self.caught(cuts)
        return price * float(caught[among & self.is_true].mean()) + sum(
            1 - share for _, share in self.shares(caught, among)
        )

    def shares(self, caught: Flags, among: Flags) -> Iterator[tuple[str, float]]:
        """The share caught of each kind of mutant: the mean of those by hand and those by code."""
        for kind in sorted(set(self.kind[among]) - {TRUE}):
            makers = [among & (self.kind == kind) & (self.maker == maker) for maker in ("hand", "code")]
            yield str(kind), float(np.mean([caught[own].mean() for own in makers if own.any()]))


def table(model: TrainedModel, split_name: str, seed: int = 0) -> Table:
    """Every true claim and mutant of a split, judged by guards and model."""
    every = [statement for own in statements(load(split_name), Shelf(), seed) for statement in own]
    parts = [(number, part) for number, one in enumerate(every) for part in split(one.text) or [one.text]]
    grounds = [Ground(part, (every[number].cited,)) for number, part in parts]
    pairs = [Pair(ground.claim, reading(ground), known_besides(ground)) for ground in grounds]
    owner, kind = np.array([number for number, _ in parts]), np.array([one.kind for one in every])
    weights, chances = weighed(model.signals(pairs), kind[owner])
    print("WEIGHTS =", weights)
    objecting = [_objecting(ground.claim, ground.evidence) for ground in grounds]
    return Table(
        owner,
        chances,
        {guard.name: np.array([guard.name in found for found in objecting]) for guard in GUARDS},
        kind,
        np.array([one.by for one in every]),
        np.array([one.claim.document for one in every]),
    )


def weighed(signals: Sequence[dict[str, float]], kind: npt.NDArray[np.str_]) -> tuple[Weights, npt.NDArray[np.float64]]:
    """The weights that fit best, and the chances that they give."""
    inputs = np.array([list(one.values()) for one in signals])
    kinds, counts = np.unique(kind, return_counts=True)
    share = {name: (1.0 if name == TRUE else 1 / (len(kinds) - 1)) / n for name, n in zip(kinds, counts, strict=True)}
    fit = LogisticRegression(max_iter=1_000).fit(inputs, kind == TRUE, [len(kind) * share[name] for name in kind])
    by_name = {name: round(float(w), 2) for name, w in zip(signals[0], fit.coef_[0], strict=True)}
    weights = Weights(round(float(fit.intercept_[0]), 2), by_name)
    return weights, np.array([weights.chance(one) for one in signals])


def _objecting(claim: str, evidence: Sequence[Numbered]) -> set[str]:
    return {one.check for one in objections(GUARDS, claim, [one.source for one in evidence])}


def fitted(judged: Table, among: Flags, price: float) -> dict[str, float]:
    """The cuts of the least cost on some of the statements."""
    true = np.isin(judged.owner, np.flatnonzero(judged.is_true & among))
    grid = [*np.unique(np.quantile(judged.chance[true], _STEPS)), NEVER]
    yielding = [
        name for name, objecting in judged.objects.items() if name not in STRICT and objecting[true].sum() >= FEWEST
    ]
    cuts = {THRESHOLD: 0.5} | dict.fromkeys(judged.objects, NEVER)
    for _ in range(_ROUNDS):
        for name in (THRESHOLD, *yielding):
            possible = [cut for cut in grid if name == THRESHOLD or cut >= cuts[THRESHOLD]]
            tried = [(judged.cost({**cuts, name: cut}, among, price), -cut) for cut in possible if cut < NEVER or name]
            cuts[name] = -min(tried)[1]
    return cuts


def left_out(judged: Table, price: float) -> Flags:
    """What is caught by cuts that were chosen on other documents."""
    found: Flags = np.zeros(len(judged.kind), bool)
    for fold in np.array_split(np.unique(judged.document), _FOLDS):
        inside = np.isin(judged.document, fold)
        found[inside] = judged.caught(fitted(judged, ~inside, price))[inside]
    return found


def told(judged: Table, caught: Flags) -> str:
    """What is accused and caught, in a line."""
    everything = np.ones(len(judged.kind), bool)
    kinds = ", ".join(f"{kind} {share:.3f}" for kind, share in judged.shares(caught, everything))
    return f"accused {caught[judged.is_true].mean():.3f}; caught: {kinds}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--price", type=float, nargs="+", default=[4.5], help="of accusing all true claims, in kinds let pass"
    )
    arguments = parser.parse_args()
    judged = table(TrainedModel(SentenceTransformerEmbedder()), "calibrate")
    veto = {THRESHOLD: 0.5} | dict.fromkeys(judged.objects, NEVER)
    print("guards always believed:", told(judged, judged.caught(veto)))
    print("the model alone:", told(judged, judged.caught(veto | dict.fromkeys(judged.objects, 0.0))))
    for price in arguments.price:
        cuts = fitted(judged, np.ones(len(judged.kind), bool), price)
        shown = {name: math.floor(cut * 1e4) / 1e4 for name, cut in cuts.items() if cut < NEVER}
        print(f"\nprice {price}: THRESHOLD = {shown.pop(THRESHOLD)}, OUTWEIGHS = {shown}")
        print("in sample:", told(judged, judged.caught(cuts)))
        print("documents left out:", told(judged, left_out(judged, price)))


if __name__ == "__main__":
    main()
