"""Questions for the evidence model from what people wrote for it: `python -m evals.teaching.questions OUT.jsonl`.

The rows have the form of `evidence.jsonl.gz`, which `rag.evidence_model.training.prepare` reads (`--written`): a question, a
whole text in sentences, and which of them are evidence.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from evals.teaching.claims_file import read_written
from evals.teaching.questions_file import Asked, read_questions
from evals.teaching.text import Written

SOURCE = "written"


def rows() -> Iterator[dict[str, Any]]:
    """Every written question with its text."""
    texts = {text.id: text for text in read_written()}
    for name, questions in read_questions(texts).items():
        for asked in questions:
            yield row(asked, texts[name])


def row(asked: Asked, text: Written) -> dict[str, Any]:
    """One question with its text; sentences count from 0."""
    return {
        "source": SOURCE,
        "kind": "question",
        "text": asked.question,
        "title": text.known["title"],
        "group": text.id,
        "sentences": list(text.sentences.values()),
        "evidence": [number - 1 for number in asked.evidence],
        "answered": asked.answerable,
        "short_answers": asked.answers,
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    out: Path = parser.parse_args().out
    found = list(rows())
    out.write_text("".join(json.dumps(one, ensure_ascii=False) + "\n" for one in found), encoding="utf-8")
    print(f"{len(found):,} questions, {sum(one['answered'] for one in found):,} of them answerable.")


if __name__ == "__main__":
    main()
