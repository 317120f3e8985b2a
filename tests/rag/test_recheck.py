"""A saved answer: it comes back as it was, is believed only as far as it can be checked, and its citations are looked up again."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from pathlib import Path

import pytest

import rag
from corpus.document import Document
from corpus.read import read_file
from rag.answer_file import LARGEST, read
from rag.answers import Answer, AnswerSentence, Citation, Speaker
from rag.errors import BadAnswerFile
from rag.recheck import State, recheck
from rag.verdict import Finding, Verdict
from tests.fakes import HashEmbedder

SEAT = "The Lantern Office is tentatively planned to have its seat in Vilnius."
SUPPORTED = Finding(Verdict.SUPPORTED, "These are the words of the cited text.", "verbatim")


def cited(document: Document, quote: str) -> Citation:
    start = document.text.index(quote)
    return Citation(document.id, None, None, None, None, start, start + len(quote), quote, document.sha256)


def answer_of(*citations: Citation) -> Answer:
    sentences = tuple(AnswerSentence(c.quote, (c,), finding=SUPPORTED) for c in citations)
    return Answer("Where is its seat?", sentences, False, 0.9, trace={"timings": {"embed": 1.5}})


@pytest.fixture
def treaty(tiny_folder: Path) -> Document:
    return read_file(tiny_folder / "treaty.md", "treaty.md", max_bytes=10_000)


@pytest.fixture
def seat(treaty: Document) -> Answer:
    return answer_of(cited(treaty, SEAT))


def states(answer: Answer, folder: Path) -> list[State]:
    return [standing.state for standing in recheck(answer, folder).standings]


# -- saving and loading ---------------------------------------------------------------------------------------------------


def test_a_saved_answer_comes_back_as_it_was(seat: Answer, tmp_path: Path) -> None:
    whole = replace(
        seat,
        removed=(
            AnswerSentence("It costs.", (), finding=Finding(Verdict.UNSUPPORTED, "It cites nothing.", "citation")),
        ),
        nearest=(replace(seat.footnotes[0], speaker=Speaker("Mayor Saar", None, "quoted"), page=3),),
        notes=("Short.",),
        writer="ollama/lamp",
    )
    whole.save(tmp_path / "a.json")
    assert Answer.load(tmp_path / "a.json") == whole
    assert read(tmp_path / "a.json").intact is True
    assert [path.name for path in tmp_path.glob("*a*.json*")] == ["a.json"]


def test_changed_words_are_noticed_and_a_printed_answer_has_no_digest(seat: Answer, tmp_path: Path) -> None:
    seat.save(tmp_path / "a.json")
    changed = (tmp_path / "a.json").read_text("utf-8").replace("Where is its seat", "Who wants its seat")
    (tmp_path / "b.json").write_text(changed, "utf-8")
    (tmp_path / "c.json").write_text(seat.to_json(), "utf-8")
    assert [read(tmp_path / f"{name}.json").intact for name in "abc"] == [True, False, None]


def test_saving_over_a_file_that_cannot_be_written_leaves_nothing_behind(seat: Answer, tmp_path: Path) -> None:
    (tmp_path / "taken").mkdir()
    with pytest.raises(OSError):
        seat.save(tmp_path / "taken")
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("", "not JSON"),
        ("{", "not JSON"),
        ("\ud800".encode("utf-16", "surrogatepass"), "not JSON"),
        ("[" * 100_000, "not JSON"),
        ("[]", "no saved answer"),
        ("null", "no saved answer"),
        ('{"text": "x"}', "no saved answer"),
        ('{"schema_version": 1, "sentences": []}', "version 1"),
        ('{"schema_version": 2}', "no saved answer"),
        ('{"schema_version": {"a": []}}', "version"),
        (
            '{"schema_version": 2, "question": 3, "sentences": "x", "abstained": false, "confidence": 1}',
            "no saved answer",
        ),
    ],
)
def test_what_is_no_saved_answer_is_refused_with_the_remedy(tmp_path: Path, content: str | bytes, told: str) -> None:
    file = tmp_path / "a.json"
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(BadAnswerFile, match=told) as raised:
        Answer.load(file)
    assert raised.value.remedy


@pytest.mark.parametrize(("name", "value"), [("start", "zero"), ("quote", 3), ("speaker", {"name": 1}), ("page", [])])
def test_a_citation_with_values_of_another_kind_is_refused(
    seat: Answer, tmp_path: Path, name: str, value: object
) -> None:
    data = seat.to_dict()
    data["sentences"][0]["citations"][0][name] = value
    (tmp_path / "a.json").write_text(json.dumps(data), "utf-8")
    with pytest.raises(BadAnswerFile, match=name):
        Answer.load(tmp_path / "a.json")


def test_files_that_are_none_are_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with (tmp_path / "large").open("wb") as file:
        file.truncate(LARGEST + 1)
    for path in (tmp_path, tmp_path / "pipe", tmp_path / "large", tmp_path / "none", "a\0b"):
        with pytest.raises(BadAnswerFile):
            Answer.load(path)


# -- looking citations up again -------------------------------------------------------------------------------------------


def test_what_has_not_changed_is_valid(seat: Answer, tiny_folder: Path) -> None:
    checked = recheck(seat, tiny_folder)
    assert checked.valid
    assert states(seat, tiny_folder) == [State.VALID]


def test_a_document_that_changed_elsewhere_keeps_the_quote_where_it_was(seat: Answer, tiny_folder: Path) -> None:
    with (tiny_folder / "treaty.md").open("a") as file:
        file.write("\nOne more line.\n")
    assert states(seat, tiny_folder) == [State.CHANGED]
    assert not recheck(seat, tiny_folder).valid


def test_a_quote_that_moved_is_found_where_it_stands_now(seat: Answer, treaty: Document, tiny_folder: Path) -> None:
    path = tiny_folder / "treaty.md"
    path.write_text(path.read_text().replace("# The Lantern Treaty", "# The Lantern Treaty\n\nNew.", 1))
    standing = recheck(seat, tiny_folder).standings[0]
    now = read_file(path, "treaty.md", max_bytes=10_000).text
    assert standing.state is State.MOVED
    assert standing.start is not None
    assert now[standing.start :].startswith(SEAT)


def test_a_quote_that_was_changed_and_a_document_that_is_gone_are_told(seat: Answer, tiny_folder: Path) -> None:
    path = tiny_folder / "treaty.md"
    path.write_text(path.read_text().replace("tentatively planned", "sure"))
    assert states(seat, tiny_folder) == [State.LOST]
    path.unlink()
    assert states(seat, tiny_folder) == [State.GONE]


def test_a_quote_that_never_stood_there_is_told(treaty: Document, tiny_folder: Path) -> None:
    real = cited(treaty, SEAT)
    false = replace(real, quote=real.quote.replace("tentatively", "definitely!"))
    assert states(answer_of(false), tiny_folder) == [State.FALSE]


def test_the_nearest_of_several_places_is_named(tiny_folder: Path) -> None:
    path = tiny_folder / "rain.txt"
    path.write_text("It rained.\n\nThe sun shone on the town.\n\nIt rained.\n")
    document = read_file(path, "rain.txt", max_bytes=1_000)
    last = document.text.rindex("It rained.")
    citation = replace(cited(document, "It rained."), start=last, end=last + 10)
    path.write_text("It rained.\n\nThe sun shone on the whole town.\n\nIt rained.\n")
    assert recheck(answer_of(citation), tiny_folder).standings[0].start == last + 6


@pytest.mark.parametrize("id", ["../secret.txt", "/etc/hostname", "documents/../../secret.txt", ""])
def test_an_answer_file_cannot_name_what_is_outside_the_folder(id: str, treaty: Document, tiny_folder: Path) -> None:
    (tiny_folder.parent / "secret.txt").write_text("A secret.")
    outside = replace(cited(treaty, SEAT), document_id=id)
    assert states(answer_of(outside), tiny_folder) == [State.GONE]


def test_an_index_is_looked_up_too_and_an_abstention_by_its_nearest(
    seat: Answer, tiny_folder: Path, tmp_path: Path
) -> None:
    with rag.build(tiny_folder, index=tmp_path / "index", progress=False, embedder=HashEmbedder()) as assistant:
        assert recheck(seat, assistant).valid
        abstention = Answer("?", (), True, 0.1, nearest=seat.footnotes)
        assert [s.state for s in recheck(abstention, assistant).standings] == [State.VALID]
        assistant.remove("treaty.md")
        assert [s.state for s in recheck(seat, assistant).standings] == [State.GONE]
