from collections.abc import Mapping, Sequence

from evals.strip import without_texts
from evals.verifier.examine import TRUE, Examined, Row, examine, rows
from evals.verifier.pairs import TrueClaim, load
from rag.records.source import Source
from rag.records.verdict import Finding, Verdict
from rag.verify.checker import Checker
from rag.verify.support.port import Pair, Support


class Believes:
    """A support model that believes everything."""

    name, threshold = "believes", 0.5
    outweighs: Mapping[str, float] = {}

    def judge(self, pairs: Sequence[Pair]) -> list[Support]:
        return [Support(1.0)] * len(pairs)


class WatchesWord:
    """A guard that objects to one word, and keeps what it was shown."""

    name = "word"

    def __init__(self) -> None:
        self.seen: list[Source] = []

    def check(self, claim: str, sources: Sequence[Source]) -> Finding | None:
        self.seen += sources
        return Finding(Verdict.UNSUPPORTED, "It says not.", self.name) if " not " in claim else None


def one(kind: str, verdict: str, by: str = "hand") -> Examined:
    return Examined("a", kind, by, "text", "cited", verdict, "check", "reason")


def some(number: int) -> list[TrueClaim]:
    return load("tune")[:: len(load("tune")) // number][:number]


def test_each_claim_and_each_mutant_of_it_is_examined_with_the_sentence_it_cites() -> None:
    guard = WatchesWord()
    found = examine(some(3), Checker([guard], Believes()), seed=0)
    assert [e.kind for e in found].count(TRUE) == 3
    assert {e.kind for e in found} >= {"swap_citation", "negate"}
    assert guard.seen
    assert all(source.text and source.title for source in guard.seen)
    caught = [e for e in found if e.caught]
    assert caught
    assert all((" not " in e.text, e.check) == (True, "word") for e in caught)


def test_the_table_counts_by_hand_and_by_code_and_together() -> None:
    examined = [
        one(TRUE, "supported"),
        one(TRUE, "unsupported"),
        one("negate", "contradicted"),
        one("negate", "supported", "code"),
        one("negate", "partial", "code"),
    ]
    assert rows(examined) == [
        Row(TRUE, "hand", 1, 2, 1),
        Row("negate", "hand", 1, 1, 1),
        Row("negate", "code", 1, 2, 0),
        Row("negate", "all", 2, 3, 1),
    ]


def test_a_share_has_its_interval() -> None:
    row = Row("name", "all", 8, 10)
    assert row.share == 0.8
    assert row.interval is not None
    assert row.interval[0] < 0.8 < row.interval[1]


def test_a_record_without_texts_keeps_what_was_caught_and_none_of_the_words() -> None:
    row = {
        "claim_id": "a",
        "kind": "name",
        "by": "hand",
        "text": "T",
        "cited": "C",
        "verdict": "supported",
        "reason": "R",
    }
    found = without_texts({"kind": "mutations", "questions": [row]})
    assert found["questions"] == [{"claim_id": "a", "kind": "name", "by": "hand", "verdict": "supported"}]
