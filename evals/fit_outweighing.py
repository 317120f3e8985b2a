"""From which chance on the support model is believed against a guard: `python -m evals.fit_outweighing`.

Reads the claims of `evals/golden/support/calibrate`, which no guard was written with in sight and the model was not trained on, and
their mutants. Chooses the model's threshold and, for each guard, the chance that outweighs its objection, by coordinate
descent on the cost: the share of true claims that are accused times `--price`, and for each kind of mutant the share that is let
pass. Prints what the choice catches and accuses, in sample and with each sixth of the documents left out of the choice.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from evals.verifier.examine import TRUE, statements
from evals.verifier.pairs import load
from evals.verifier.sources import Shelf
from rag.records.drafts import Numbered
from rag.verify.claims import split
from rag.verify.grounds import Ground, known_besides, objections, reading
from rag.verify.guards import GUARDS
from rag.verify.support.port import Pair, SupportModel

NEVER = 2.0  # more than any chance: the guard is always believed
STRICT = ("quotation",)
"""Guards that never yield: whether words stand in a text is not a matter of judgement."""
_FOLDS, _ROUNDS = 6, 4
Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Table:
    """Claims of statements: which statement each is of, the model's chance, and which guards object to it.

    Attributes:
        owner: (claims,) the number of the statement.
        chance: (claims,) 0 to 1.
        objects: by guard, (claims,).
        kind, document: (statements,).
    """

    owner: npt.NDArray[np.int64]
    chance: npt.NDArray[np.float64]
    objects: dict[str, Flags]
    kind: npt.NDArray[np.str_]
    document: npt.NDArray[np.str_]

    def caught(self, cuts: dict[str, float]) -> Flags:
        """(statements,) whether anything in it fails; the threshold of the model stands under ""."""
        failing = self.chance < cuts[""]
        for guard, objecting in self.objects.items():
            failing |= objecting & (self.chance < cuts.get(guard, NEVER))
        found: Flags = np.zeros(len(self.kind), bool)
        found[self.owner[failing]] = True
        return found

    def cost(self, cuts: dict[str, float], among: Flags, price: float) -> float:
        """What the cuts cost on some of the statements."""
        caught = self.caught(cuts)
        mutants = sorted(set(self.kind) - {TRUE})
        accused = float(caught[among & (self.kind == TRUE)].mean())
        return price * accused + sum(1 - float(caught[among & (self.kind == kind)].mean()) for kind in mutants)


def table(model: SupportModel, split_name: str, seed: int = 0) -> Table:
    """Every true claim and mutant of a split, judged by guards and model."""
    shelf = Shelf()
    kinds, documents, owners, grounds = [], [], [], []
    every = (statement for own in statements(load(split_name), shelf, seed) for statement in own)
    for number, statement in enumerate(every):
        kinds.append(statement.kind)
        documents.append(statement.claim.document)
        for part in split(statement.text) or [statement.text]:
            owners.append(number)
            grounds.append(Ground(part, (statement.cited,)))
    supports = model.judge([Pair(ground.claim, reading(ground), known_besides(ground)) for ground in grounds])
    names = [_objecting(ground.claim, ground.evidence) for ground in grounds]
    guards = sorted(set().union(*names))
    objects = {guard: np.array([guard in found for found in names]) for guard in guards}
    chances = np.array([support.supported for support in supports])
    return Table(np.array(owners), chances, objects, np.array(kinds), np.array(documents))


def _objecting(claim: str, evidence: Sequence[Numbered]) -> set[str]:
    return {one.check for one in objections(GUARDS, claim, [one.source for one in evidence])}


def fitted(judged: Table, among: Flags, price: float) -> dict[str, float]:
    """The cuts of the least cost on some of the statements."""
    true = judged.kind == TRUE
    grid = [0.0, *np.unique(np.quantile(judged.chance[np.isin(judged.owner, np.flatnonzero(true))], _STEPS)), NEVER]
    cuts = {"": 0.5} | dict.fromkeys(judged.objects, NEVER)
    for _ in range(_ROUNDS):
        for name in (name for name in cuts if name not in STRICT):
            tried = [(judged.cost({**cuts, name: cut}, among, price), -cut) for cut in grid]
            cuts[name] = -min(tried)[1]
    return cuts


_STEPS = np.linspace(0.02, 0.98, 49)


def left_out(judged: Table, price: float) -> Flags:
    """What is caught by cuts that were chosen on other documents."""
    found: Flags = np.zeros(len(judged.kind), bool)
    for fold in np.array_split(np.unique(judged.document), _FOLDS):
        inside = np.isin(judged.document, fold)
        found[inside] = judged.caught(fitted(judged, ~inside, price))[inside]
    return found


def shares(judged: Table, caught: Flags) -> Iterator[str]:
    """The share caught of each kind."""
    for kind in (TRUE, *sorted(set(judged.kind) - {TRUE})):
        yield f"{kind} {caught[judged.kind == kind].mean():.3f}"


def main() -> None:
    from evals.verifier.models import judging_model

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--support", default="built-in")
    parser.add_argument("--split", default="calibrate", choices=("tune", "calibrate"))
    parser.add_argument(
        "--price", type=float, default=6.0, help="of accusing all true claims; letting pass a whole kind costs 1"
    )
    arguments = parser.parse_args()
    model, _ = judging_model(arguments.support)
    judged = table(model, arguments.split)
    everything = np.ones(len(judged.kind), bool)
    cuts = fitted(judged, everything, arguments.price)
    veto = {"": model.threshold} | dict.fromkeys(judged.objects, NEVER)
    print("threshold and cuts:", {name or "threshold": round(cut, 3) for name, cut in cuts.items()})
    for name, caught in (
        ("guards always believed", judged.caught(veto)),
        ("the model alone", judged.caught({"": model.threshold} | dict.fromkeys(judged.objects, 0.0))),
        ("in sample", judged.caught(cuts)),
        ("documents left out", left_out(judged, arguments.price)),
    ):
        print(f"{name}:", ", ".join(shares(judged, caught)))


if __name__ == "__main__":
    main()
