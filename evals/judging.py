"""A run's answers judged afterwards: do the texts that they cite bear them out, as a support model sees it?

Works on the form that result files have, with texts, so that answers can be judged when they come and at any time later.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from time import perf_counter
from typing import Any

from corpus.markup import plain
from evals.answer_measures import UNSUPPORTED
from evals.bootstrap import interval
from evals.errors import BadData
from evals.figures import Figure
from evals.measures.alce_precision import alce_precision
from evals.measures.alce_recall import alce_recall
from evals.measures.ratio import Ratio, pooled
from evals.measures.unsupported_sentences import unsupported_sentences
from evals.verifier.citation_judge import CitationJudge, CitedSentence
from evals.verifier.trust import trust
from evals.verifier.verdicts import verdict_of
from rag.verify.checker import Checker

RECALL, PRECISION = "ALCE citation recall", "ALCE citation precision"
JUDGED = (RECALL, PRECISION)

Row = Mapping[str, Any]
Record = Mapping[str, Any]


def judge_record(
    record: Record, judge: CitationJudge, checker: Checker, tick: Callable[[int], None] = lambda _: None
) -> dict[str, Any]:
    """The record with the scores and figures of ALCE, who judged, and how far that model can be believed.

    Where the assistant gave no verdict on any sentence, the checker gives one on each, and the share that is not supported is
    scored too. What another model had judged before is replaced.

    Args:
        tick: told of each question that was done.

    Raises:
        BadData: the record holds no texts.
    """
    if not record["texts"]:
        remedy = "Judge first: rag eval run … --judge-citations, or keep the texts until rag eval alce has run."
        raise BadData("The result holds no texts, so there is nothing to judge.", remedy)
    began = perf_counter()
    own = any(sentence["verdict"] for row in record["questions"] for sentence in row["sentences"])
    rows = []
    for row in record["questions"]:
        rows.append(_judged(row, judge, None if own else checker))
        tick(1)
    names = JUDGED if own else (*JUDGED, UNSUPPORTED)
    kept = [figure for figure in record["figures"] if figure["name"] not in names]
    figures = [asdict(_figure(name, rows, record["seed"])) for name in names]
    about = _about(judge, perf_counter() - began, verdicts="assistant" if own else "checker")
    return {**record, "figures": [*kept, *figures], "judge": about, "questions": rows}


def _about(judge: CitationJudge, seconds: float, *, verdicts: str) -> dict[str, Any]:
    model = judge.model
    asked = {"pairs": judge.asked, "failed": judge.failed, "seconds": round(seconds, 2), "verdicts": verdicts}
    return {"model": model.name, "threshold": model.threshold, **asked, "trust": trust(model.name)}


def _judged(row: Row, judge: CitationJudge, checker: Checker | None) -> Row:
    if row["error"] is not None or row["abstained"] is None:
        return row
    cited = [_cited(row, sentence) for sentence in row["sentences"]]
    supports = judge.answer(cited)
    sentences = [{**s, "support": asdict(found)} for s, found in zip(row["sentences"], supports, strict=True)]
    scores = {**row["scores"], RECALL: list(alce_recall(supports)), PRECISION: list(alce_precision(supports))}
    if checker is not None:
        verdicts = [verdict_of(one.text, one.texts, checker) for one in cited]
        sentences = [{**s, "checked": verdict} for s, verdict in zip(sentences, verdicts, strict=True)]
        scores[UNSUPPORTED] = list(unsupported_sentences(verdicts))
    return {**row, "sentences": sentences, "scores": scores}


def _cited(row: Row, sentence: Row) -> CitedSentence:
    """Each place once, in the order of the documents, so that the order of the markers changes nothing."""
    places = {(c["document"], c["start"], c["end"]): c for c in sentence["citations"]}
    usable = [places[place] for place in sorted(places) if _usable(row, places[place])]
    texts = tuple(plain(c["quote"], c.get("media_type") or "text/plain") for c in usable)
    return CitedSentence(sentence["text"], texts, len(places) - len(usable))


def _usable(row: Row, citation: Row) -> bool:
    """Result files of old do not say it of each citation: then none of an answer is usable that has an inexact one."""
    return bool(citation.get("exact", row["inexact"] == 0)) and bool(citation["quote"])


def _figure(name: str, rows: Sequence[Row], seed: int) -> Figure:
    ratios = [Ratio(*row["scores"][name]) for row in rows if name in row["scores"]]
    low, high = interval(ratios, seed) or (None, None)
    failed = sum(row["error"] is not None for row in rows)
    undefined = sum(ratio.denominator == 0 for ratio in ratios)
    others = len(rows) - len(ratios) - failed
    return Figure(name, pooled(ratios), low, high, len(ratios), failed, others, undefined, name == UNSUPPORTED)
