"""Public claims beside the texts that they cite, each labelled by people: does the text bear the claim out?

`wice/`: claims of Wikipedia with cited web articles, in sentences; partly supported counts as not supported.
`attributionbench/`: claims of assistants with the references that they gave.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import sentencex

from evals.errors import BadData
from evals.splits import split_of
from evals.suites.files import read_lines, require


@dataclass(frozen=True, slots=True)
class LabelledPair:
    """A claim, the sentences of the text that it cites, and whether people found it borne out.

    `key` decides whether the pair is for tuning or for reporting; `group` names a part of the set that is shown by itself.
    """

    id: str
    claim: str
    sentences: tuple[str, ...]
    supported: bool
    key: str
    group: str = ""


@dataclass(frozen=True, slots=True)
class LabelledSet:
    """One set: how it is called, under which licence it stands, and how it is read."""

    name: str
    licence: str
    read: Callable[[Path], Iterator[LabelledPair]]


def pairs(chosen: LabelledSet, data_dir: Path, split: str) -> list[LabelledPair]:
    """The pairs of a split ("tune", "report" or "all"), in the order of the file.

    Raises:
        DataMissing: the file is not there. BadData: a row of another form.
    """
    return [pair for pair in chosen.read(data_dir) if split in ("all", split_of(pair.key))]


def _wice(name: str) -> Callable[[Path], Iterator[LabelledPair]]:
    def read(data_dir: Path) -> Iterator[LabelledPair]:
        path = require(data_dir, f"wice/{name}", "https://github.com/ryokamoi/wice")
        shape = {"label": str, "claim": str, "evidence": list, "meta": dict}
        for place, row in read_lines(path, shape):
            if row["label"] not in ("supported", "partially_supported", "not_supported"):
                raise BadData(f"{place}: the label {row['label']!r} is not known.", "Is this the file of the authors?")
            identity = str(row["meta"].get("id", place))
            yield LabelledPair(
                f"{identity}@{place}", row["claim"], tuple(row["evidence"]), row["label"] == "supported", identity
            )

    return read


def _attributionbench(data_dir: Path) -> Iterator[LabelledPair]:
    for name in ("dev.jsonl", "test_sampled500.jsonl"):
        path = require(data_dir, f"attributionbench/{name}", "https://huggingface.co/datasets/osunlp/AttributionBench")
        shape = {"id": str, "claim": str, "references": list, "attribution_label": str, "src_dataset": str}
        for _, row in read_lines(path, shape):
            text = "\n".join(row["references"])
            sentences = tuple(s.strip() for s in sentencex.segment("en", text) if s.strip())
            supported = row["attribution_label"] == "attributable"
            yield LabelledPair(row["id"], row["claim"], sentences, supported, row["id"], row["src_dataset"])


SETS = (
    LabelledSet("wice", "ODC-By (annotations)", _wice("claim_dev.jsonl")),
    LabelledSet("wice-oracle", "ODC-By (annotations)", _wice("claim_dev_oracle_chunks.jsonl")),
    LabelledSet("attributionbench", "see its authors' repository (research use)", _attributionbench),
)
