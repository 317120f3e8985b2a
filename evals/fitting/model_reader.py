"""How the default reader weighs its signals: `python -m evals.fitting.model_reader --data-dir DIR --index-dir DIR`.

Takes the tuning questions of several suites, each of which counts the same, and prints for sentences (is it evidence?), passages (is
it of a right document?) and questions (does anything answer them?) what each signal is worth: by itself, and weighed by a regression that saw the other
suites only, with all of them and with each left out; then the same for the weights in use, and the weights that a regression
on all suites would give. Last, which sentences an answer should keep, where one thing is asked for and where several are: the F1 of sentences
that have a share of the best one's odds and a chance of their own.

The weights in use are near these; where they are others, `rag/reading/model_reader.py` says why.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from rich.progress import track
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score

import rag
from evals.cases import Question, Suite
from evals.spans import Stretch, covered_units, units_holding
from evals.splits import choose
from evals.suites import clapnq, everyday, governance, press, squad2
from rag.answering.compose import KEEP_FOR_ONE, KEEP_FOR_SEVERAL, Keep
from rag.reading.model_reader import (
    CONFIDENCE_WEIGHTS,
    RANK_WEIGHTS,
    SENTENCE_WEIGHTS,
    ModelReader,
    confidence_signals,
    rank_signals,
)
from rag.reading.question import parse
from rag.reading.signals import Weights
from rag.settings import Settings

Signals = dict[str, float]
KEEPING = tuple(
    Keep(share, chance) for chance in (0.0, 0.12, 0.15, 0.2, 0.25) for share in (0.2, 0.25, 0.3, 0.4, 0.48, 0.5, 0.6)
)
DECLINED_BELOW = Settings.model_fields["abstain_below"].default
MOST_KEPT = Settings.model_fields["answer_sentences"].default


@dataclass(frozen=True, slots=True)
class Row:
    """A question: whether it is answerable, what speaks for that, and its sentences with whether they are evidence.

    `passages` have their signals and whether their document is a right one; `gold` counts the evidence sentences of the whole
    collection, found or not. `several`: its form asks for more than one thing.
    """

    answerable: bool
    confidence: Signals
    sentences: tuple[tuple[Signals, bool], ...]
    gold: int
    passages: tuple[tuple[Signals, bool], ...] = ()
    several: bool = False


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
    _show(rows, _questions, CONFIDENCE_WEIGHTS, _auroc)
    print("\nIs the first sentence evidence? Share of the answerable questions")
    _show(rows, _sentences, SENTENCE_WEIGHTS, _first)
    print("\nIs the first passage of a right document? Share of the answerable questions")
    _show(rows, _passages, RANK_WEIGHTS, _first)
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


def rows_of(suite: Suite, index: Path, limit: int) -> list[Row]:
    """The tuning questions; all of a suite that ships, since its report half is another suite."""
    questions = choose(suite.questions, "all" if suite.publishable else "tune", limit)
    with rag.build(suite.source, index=index, progress=True) as assistant:
        reader = assistant.reader
        if not isinstance(reader, ModelReader):
            raise SystemExit("The reader is not the evidence model: unset RAG_READER.")
        return [_row(suite, question, assistant, reader) for question in track(questions, suite.name)]


def _row(suite: Suite, question: Question, assistant: rag.Assistant, reader: ModelReader) -> Row:
    asked = parse(question.text, assistant.settings.longest_question)
    hits = assistant.search(question.text, assistant.settings.passages_read)
    scores = reader.scores(asked, hits)
    gold = units_holding(question.evidence, suite.units)
    sentences = tuple(
        (
            c.signals,
            bool(gold & covered_units([Stretch(c.hit.passage.document_id, c.span.start, c.span.end)], suite.units)),
        )
        for c in reader.candidates(asked, hits, scores)
    )
    right = [hit.passage.document_id in question.documents for hit in hits]
    passages = tuple(zip(rank_signals(hits, scores), right, strict=True))
    confidence = confidence_signals(asked, hits, scores)
    return Row(question.answerable, confidence, sentences, len(gold), passages, asked.several)


Groups = list[list[tuple[Signals, bool]]]
"""What is ranked together: all questions of a suite, or the sentences of one question."""


def _questions(rows: Sequence[Row]) -> Groups:
    return [[(row.confidence, row.answerable) for row in rows]]


def _sentences(rows: Sequence[Row]) -> Groups:
    return [list(row.sentences) for row in rows if row.answerable and row.sentences]


def _passages(rows: Sequence[Row]) -> Groups:
    return [list(row.passages) for row in rows if row.answerable and row.passages]


def _auroc(groups: Groups, weights: Weights) -> float:
    (own,) = groups
    return float(roc_auc_score([label for _, label in own], [weights.chance(signals) for signals, _ in own]))


def _first(groups: Groups, weights: Weights) -> float:
    return float(np.mean([max(own, key=lambda one: weights.chance(one[0]))[1] for own in groups]))


def declined(rows: Sequence[Row], weights: Weights, answerable: bool) -> float:
    """The share of the answerable questions, or of the others, with less confidence than an answer needs."""
    return float(
        np.mean([weights.chance(row.confidence) < DECLINED_BELOW for row in rows if row.answerable is answerable])
    )


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
        others = {s: fitted([own for key, own in groups.items() if key != s], kept) for s in groups}
        _line(label, {suite: measure(own, others[suite]) for suite, own in groups.items()})
    _line("in use", {suite: measure(own, used) for suite, own in groups.items()})
    final = fitted(list(groups.values()), names)
    print(f"  fitted on all: {final.bias:.3f}, { {name: round(w, 3) for name, w in final.by_name.items()} }")


def _line(label: str, figures: Mapping[str, float]) -> None:
    print(f"  {label:24} " + "  ".join(f"{name} {figure:.3f}" for name, figure in figures.items()))


def fitted(suites: Sequence[Groups], names: Sequence[str]) -> Weights:
    """A logistic regression in which every suite weighs the same, and within it every group."""
    rows, weights = [], []
    for groups in suites:
        for own in groups:
            rows += own
            weights += [1 / (len(groups) * len(own))] * len(own)
    scaled = np.array(weights) * len(rows) / sum(weights)
    inputs = np.array([[signals[name] for name in names] for signals, _ in rows])
    model = LogisticRegression(C=100, max_iter=2_000).fit(inputs, [label for _, label in rows], sample_weight=scaled)
    return Weights(float(model.intercept_[0]), dict(zip(names, map(float, model.coef_[0]), strict=True)))


if __name__ == "__main__":
    main()
