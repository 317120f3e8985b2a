"""How the default reader weighs its signals: `python -m evals.fitting.model_reader --data-dir DIR --index-dir DIR`.

Takes the tuning questions of several suites, each of which counts the same, and prints for sentences (is it evidence?), passages (is
it of a right document?) and questions (does anything answer them?) what each signal is worth: by itself, and weighed by a regression that saw the other
suites only, with all of them and with each left out; then the same for the weights in use, and the weights that a regression
on all suites would give. Last, which sentences an answer should keep, where one thing is asked for and where several are: the F1 of sentences
that have a share of the best one's odds and a chance of their own.

A question is as answerable as its likeliest passage makes it, so its regression learns from that passage alone (multiple-instance
learning, as in Maron and Lozano-Pérez, 1998).

The weights in use are near these; where they are others, `rag/reading/model_reader.py` says why.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import numpy as np
from sklearn.metrics import roc_auc_score

from evals.fitting.regression import Groups, fitted, fitted_to_likeliest, likeliest
from evals.fitting.rows import Row, rows_of
from evals.suites import clapnq, everyday, governance, press, squad2
from rag.answering.compose import KEEP_FOR_ONE, KEEP_FOR_SEVERAL, Keep
from rag.reading.model_reader import CONFIDENCE_WEIGHTS, RANK_WEIGHTS, SENTENCE_WEIGHTS
from rag.reading.signals import Weights
from rag.settings import Settings

KEEPING = tuple(
    Keep(share, chance) for chance in (0.0, 0.12, 0.15, 0.2, 0.25) for share in (0.2, 0.25, 0.3, 0.4, 0.48, 0.5, 0.6)
)
DECLINED_BELOW = Settings.model_fields["abstain_below"].default
MOST_KEPT = Settings.model_fields["answer_sentences"].default


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data-dir", type=Path, required=True)
    parser.add_argument("--index-dir", type=Path, required=True, help="where the suites' indexes are kept")
    parser.add_argument("--limit", type=int, default=300, help="questions of each suite")
    arguments = parser.parse_args()
    public = [clapnq.load(arguments.data_dir), squad2.load(arguments.data_dir)]
    suites = [*public, governance.load(), press.load(), everyday.load()]
    rows = {s.name: rows_of(s, arguments.index_dir / s.name, arguments.limit) for s in suites}
    print("\nDoes anything answer? AUROC")
    _show(rows, _questions, CONFIDENCE_WEIGHTS, _auroc, fitted_to_likeliest)
    print("\nIs the first sentence evidence? Share of the answerable questions")
    _show(rows, _sentences, SENTENCE_WEIGHTS, _first, fitted)
    print("\nIs the first passage of a right document? Share of the answerable questions")
    _show(rows, _passages, RANK_WEIGHTS, _first, fitted)
    print("\nDeclined with the weights in use: share of the answerable questions, and of the others")
    for answerable in (True, False):
        label = "answerable" if answerable else "not answerable"
        _line(label, {name: declined(own, CONFIDENCE_WEIGHTS, answerable) for name, own in rows.items()})
    for several, used in ((False, KEEP_FOR_ONE), (True, KEEP_FOR_SEVERAL)):
        print(f"\nF1 of the sentences kept where {'several things are' if several else 'one thing is'} asked for")
        asked = {name: [row for row in own if row.several is several] for name, own in rows.items()}
        for keep in (*KEEPING, used):
            label = f"share {keep.share:.2f}, chance {keep.chance:.2f}"
            _line(label, {name: kept_f1(own, SENTENCE_WEIGHTS, keep) for name, own in asked.items()})


def _questions(rows: Sequence[Row]) -> Groups:
    return [[(signals, row.answerable) for signals in row.confidence] for row in rows]


def _sentences(rows: Sequence[Row]) -> Groups:
    return [list(row.sentences) for row in rows if row.answerable and row.sentences]


def _passages(rows: Sequence[Row]) -> Groups:
    return [list(row.passages) for row in rows if row.answerable and row.passages]


def _auroc(groups: Groups, weights: Weights) -> float:
    picked = [likeliest(own, weights) for own in groups]
    return float(roc_auc_score([label for _, label in picked], [weights.chance(signals) for signals, _ in picked]))


def _first(groups: Groups, weights: Weights) -> float:
    return float(np.mean([likeliest(own, weights)[1] for own in groups]))


def declined(rows: Sequence[Row], weights: Weights, answerable: bool) -> float:
    """The share of the answerable questions, or of the others, with less confidence than an answer needs."""
    chances = [max(map(weights.chance, row.confidence)) for row in rows if row.answerable is answerable]
    return float(np.mean([chance < DECLINED_BELOW for chance in chances]))


def kept_f1(rows: Sequence[Row], weights: Weights, keep: Keep) -> float:
    """Micro F1 over the answerable questions of the sentences that an answer would hold, near repeats not folded."""
    right = kept = gold = 0
    for row in (row for row in rows if row.answerable):
        chances = [(weights.chance(signals), label) for signals, label in row.sentences]
        ranked = sorted(chances, reverse=True)[:MOST_KEPT]
        labels = [label for i, (chance, label) in enumerate(ranked) if i == 0 or keep.keeps(chance, ranked[0][0])]
        right, kept, gold = right + sum(labels), kept + len(labels), gold + row.gold
    return 2 * right / (kept + gold) if kept + gold else 0.0


def _show(
    rows: Mapping[str, list[Row]],
    ranked: Callable[[Sequence[Row]], Groups],
    used: Weights,
    measure: Callable[[Groups, Weights], float],
    fit: Callable[[Sequence[Groups], Sequence[str]], Weights],
) -> None:
    groups = {name: ranked(own) for name, own in rows.items()}
    names = list(used.by_name)
    lines = {name: Weights(0.0, {n: float(n == name) * np.sign(used.by_name[n]) for n in names}) for name in names}
    for label, weights in {f"{name} alone": w for name, w in lines.items()}.items():
        _line(label, {suite: measure(own, weights) for suite, own in groups.items()})
    for label, kept in {
        "fitted on the others": names,
        **{f"… without {n}": [k for k in names if k != n] for n in names},
    }.items():
        others = {s: fit([own for key, own in groups.items() if key != s], kept) for s in groups}
        _line(label, {suite: measure(own, others[suite]) for suite, own in groups.items()})
    _line("in use", {suite: measure(own, used) for suite, own in groups.items()})
    final = fit(list(groups.values()), names)
    print(f"  fitted on all: {final.bias:.3f}, { {name: round(w, 3) for name, w in final.by_name.items()} }")


def _line(label: str, figures: Mapping[str, float]) -> None:
    print(f"  {label:24} " + "  ".join(f"{name} {figure:.3f}" for name, figure in figures.items()))


if __name__ == "__main__":
    main()
