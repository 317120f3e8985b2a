"""The `tune` split of two public benchmarks, read for choosing only: never trained on, never the `report` split."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

from corpus.document import Document
from index.split import sentences as split_sentences
from rag.evidence_model.scores import PassageInput

TUNE_SHARE = 0.4


@dataclass(frozen=True)
class Case:
    """A question, the number of its own passage in the pool, and its gold sentences (none: unanswerable)."""

    question: str
    passage: int
    answerable: bool
    gold: frozenset[int]
    answers: tuple[str, ...] = ()


def in_tune(key: str) -> bool:
    """The same division as `evals.splits`, which training code must not import."""
    return int.from_bytes(hashlib.sha256(key.encode()).digest()[:8]) < TUNE_SHARE * 2**64


def clapnq(folder: Path) -> tuple[list[PassageInput], list[Case]]:
    """All passages, and the tune questions."""
    pool: list[PassageInput] = []
    places: dict[str, tuple[str, int]] = {}
    cases = []
    for name, answerable in (("answerable", True), ("unanswerable", False)):
        for line in (folder / "clapnq" / f"clapnq_dev_{name}.jsonl").read_text("utf-8").splitlines():
            row = json.loads(line)
            passage = row["passages"][0]
            if passage["text"] not in places:
                places[passage["text"]] = (row["id"], len(pool))
                pool.append(
                    PassageInput(passage["text"], _located(passage["text"], passage["sentences"]), passage["title"])
                )
            key, place = places[passage["text"]]
            selected = row["output"][0]["selected_sentences"]
            gold = frozenset(i for i, sentence in enumerate(passage["sentences"]) if sentence in selected)
            if in_tune(key):
                cases.append(Case(row["input"], place, answerable, gold))
    return pool, cases


def squad2(folder: Path) -> tuple[list[PassageInput], list[Case]]:
    """All paragraphs, and the tune questions; gold is the sentence that holds the first answer."""
    pool: list[PassageInput] = []
    cases = []
    for article in json.loads((folder / "squad2" / "dev-half-v2.0.json").read_text("utf-8"))["data"]:
        for number, paragraph in enumerate(article["paragraphs"], 1):
            text = paragraph["context"]
            key = f"{article['title']}/{number}"
            ranges = [(s.start, s.end) for s in split_sentences(Document.from_text(key, text))]
            pool.append(PassageInput(text, ranges, article["title"].replace("_", " ")))
            for row in paragraph["qas"] if in_tune(key) else ():
                starts = {answer["answer_start"] for answer in row["answers"]}
                gold = frozenset(
                    i for i, (low, high) in enumerate(ranges) if any(low <= start < high for start in starts)
                )
                answers = tuple(answer["text"] for answer in row["answers"])
                cases.append(Case(row["question"].strip(), len(pool) - 1, not row["is_impossible"], gold, answers))
    return pool, cases


def _located(text: str, sentences: list[str]) -> list[tuple[int, int]]:
    found, position = [], 0
    for sentence in sentences:
        start = text.index(sentence, position)
        position = start + len(sentence)
        found.append((start, position))
    return found
