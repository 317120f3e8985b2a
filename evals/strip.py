"""A result without texts: ids, offsets, hashes, scores and timings, which may be passed on whatever the licence, and no more of them
than a comparison needs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


def without_texts(record: Mapping[str, Any]) -> dict[str, Any]:
    """The record without the words of questions, answers and documents. Taking them out twice changes nothing.

    Hashes of questions and documents stay, so that the form can be compared with runs that have texts. Of an error its
    kind stays, because its message may quote; of a verdict the verdict stays, and the reason goes. What was found for each
    question goes too: it is most of a large file, and its scores stay.
    """
    without = _statement if record.get("kind") == "mutations" else _row
    return {**record, "texts": False, "questions": [without(row) for row in record["questions"]]}


def _statement(row: Mapping[str, Any]) -> dict[str, Any]:
    """Of a claim that the checks were examined with. Its words are in the golden set, or made by rule with the same seed."""
    return {name: value for name, value in row.items() if name not in ("text", "cited", "reason")}


def _row(row: Mapping[str, Any]) -> dict[str, Any]:
    error = row["error"]
    return {
        **row,
        "text": None,
        "speaker": "",
        "answers": [],
        "rankings": {},
        "passages": [],
        "nearest": None,
        "gold": [{**gold, "quote": None} for gold in row["gold"]],
        "sentences": [_sentence(sentence) for sentence in row["sentences"]],
        "error": error.split(":")[0] if error else None,
    }


def _sentence(sentence: Mapping[str, Any]) -> dict[str, Any]:
    citations = [{**citation, "quote": None, "speaker": None} for citation in sentence["citations"]]
    return {**sentence, "text": None, "reason": None, "citations": citations}
