"""Lessons on disk and as the network reads them: what run time sees, with the right labels."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from rag.support_model.encoding import windows
from rag.support_model.training.examples import example
from rag.support_model.training.lessons import LABELS, BadLesson, Lesson, read_lessons, write_lessons
from rag.support_model.training.prepare import plain_tokenizer, sides
from tests.rag.support_model.ferry import LESSONS, TEXT, ferry

TOKENIZER = plain_tokenizer()


def test_what_was_written_is_read_again(tmp_path: Path) -> None:
    write_lessons(tmp_path / "ferry.jsonl", LESSONS)
    assert tuple(read_lessons(tmp_path / "ferry.jsonl")) == LESSONS


ROW = {"source": "a/b", "claim": "x", "text": "y", "context": "", "label": "supported", "doubted": None}


@pytest.mark.parametrize(
    "line",
    ["[1]", "{", json.dumps({**ROW, "label": "likely"}), json.dumps({**ROW, "odd": 1}), json.dumps({"claim": "x"})],
)
def test_an_odd_line_is_refused_with_its_place(tmp_path: Path, line: str) -> None:
    (tmp_path / "odd.jsonl").write_text(json.dumps(ROW) + "\n" + line + "\n")
    with pytest.raises(BadLesson, match=r"odd\.jsonl, line 2"):
        read_lessons(tmp_path / "odd.jsonl")


def test_the_network_is_shown_what_it_reads_at_run_time() -> None:
    for lesson in LESSONS:
        one, window = example(lesson, TOKENIZER), windows(TOKENIZER, lesson.cited)[0][0]
        assert one is not None
        assert tuple(one.tokens) == window.tokens
        assert tuple(one.segments) == window.segments
        assert one.label == LABELS.index(lesson.label)


def test_the_tokens_of_the_doubted_words_are_marked_and_no_others() -> None:
    one = example(
        ferry("name", "Council members adopted Ordnungswidrigkeiten.", "contradicted", "Ordnungswidrigkeiten"),
        TOKENIZER,
    )
    assert one is not None
    assert one.doubted is not None
    marked = [TOKENIZER.id_to_token(int(t)) for t, d in zip(one.tokens[1:], one.doubted, strict=False) if d]
    assert "".join(piece.removeprefix("##") for piece in marked) == "ordnungswidrigkeiten"


def test_nothing_of_a_true_claim_is_doubted_and_what_is_not_known_is_not_marked() -> None:
    true, unknown = example(LESSONS[0], TOKENIZER), example(LESSONS[-1], TOKENIZER)
    assert true is not None
    assert true.doubted is not None
    assert not true.doubted.any()
    assert unknown is not None
    assert unknown.doubted is None


def test_a_text_of_several_windows_teaches_nothing() -> None:
    assert example(Lesson("a/b", "The council met.", TEXT * 20, "", "supported"), TOKENIZER) is None


def test_groups_are_not_parted_and_most_are_trained_on() -> None:
    lessons = [ferry("true", f"Claim {n}.", "supported", group=f"document {n % 300}") for n in range(900)]
    train, dev = sides(lessons)
    assert not {one.group for one in train} & {one.group for one in dev}
    assert 0 < len(dev) < 0.1 * len(lessons)
