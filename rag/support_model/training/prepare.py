"""Training data to token-level examples: `python -m rag.support_model.training.prepare OUT --data DATA --lessons FILE ...`.

DATA holds `claims.jsonl.gz` and `evidence.jsonl.gz`; a FILE is one that `write_lessons` wrote. Groups are kept for development
by hash, a few of a hundred, and so is all of `--dev-lessons`.
"""

from __future__ import annotations

import argparse
import logging
import pickle
import random
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from tokenizers import Tokenizer

from rag.evidence_model.training.prepare import MODEL_FOLDER
from rag.evidence_model.training.rows import is_dev, read_evidence

from .claims import public_lessons, read_claims
from .evening import evened
from .examples import Example, example
from .lessons import Lesson, read_lessons
from .made import made_lessons

LOG = logging.getLogger(__name__)


def plain_tokenizer() -> Tokenizer:
    """The model's, neither padding nor cutting."""
    tokenizer = Tokenizer.from_file(str(MODEL_FOLDER / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    tokenizer.encode_special_tokens = True
    return tokenizer


def sides(lessons: Iterable[Lesson]) -> tuple[list[Lesson], list[Lesson]]:
    """What is trained on, and what is kept for development; a group is on one side. A lesson without one goes by its text."""
    train: list[Lesson] = []
    dev: list[Lesson] = []
    for lesson in lessons:
        (dev if is_dev(lesson.group or lesson.text) else train).append(lesson)
    return train, dev


def encoded(lessons: Sequence[Lesson], tokenizer: Tokenizer) -> list[Example]:
    """The lessons that fit one window."""
    found = [one for lesson in lessons if (one := example(lesson, tokenizer))]
    if len(found) < len(lessons):
        LOG.info("%d lessons left out: their text takes several windows", len(lessons) - len(found))
    return found


def of_data(data: Path, made_from: int, public: int | None, made: int | None, rng: random.Random) -> list[Lesson]:
    """The lessons of the data folder: all of them, or as many public and made ones as are asked for."""
    claims, rows = public_lessons(read_claims(data), rng), made_lessons(read_evidence(data), made_from, rng)
    return [*_drawn(claims, public, rng), *_drawn(rows, made, rng)]


def _drawn(lessons: list[Lesson], most: int | None, rng: random.Random) -> list[Lesson]:
    return lessons if most is None else rng.sample(lessons, min(most, len(lessons)))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path, help="where train.pickle and dev.pickle go")
    parser.add_argument("--data", type=Path, help="the folder of claims.jsonl.gz and evidence.jsonl.gz")
    parser.add_argument(
        "--made-from", type=int, default=9_000, help="rows of evidence whose sentences are made into claims"
    )
    parser.add_argument("--public", type=int, help="public claims and near misses, drawn by chance; else all")
    parser.add_argument("--made", type=int, help="made lessons, drawn by chance; else all")
    parser.add_argument("--lessons", type=Path, nargs="*", default=[], help="files of lessons")
    parser.add_argument("--dev-lessons", type=Path, nargs="*", default=[], help="files of lessons to measure on only")
    parser.add_argument("--seed", type=int, default=7)
    arguments = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    rng = random.Random(arguments.seed)
    found = evened([lesson for file in arguments.lessons for lesson in read_lessons(file)], rng)
    if arguments.data:
        found += of_data(arguments.data, arguments.made_from, arguments.public, arguments.made, rng)
    train, dev = sides(found)
    dev += [lesson for file in arguments.dev_lessons for lesson in read_lessons(file)]
    arguments.out.mkdir(parents=True, exist_ok=True)
    for name, lessons in (("train", train), ("dev", dev)):
        examples = encoded(lessons, plain_tokenizer())
        (arguments.out / f"{name}.pickle").write_bytes(pickle.dumps(examples))
        LOG.info("%s: %d examples, %d tokens", name, len(examples), sum(one.size for one in examples))
        LOG.info("%s", Counter(one.source for one in examples).most_common())


if __name__ == "__main__":
    main()
