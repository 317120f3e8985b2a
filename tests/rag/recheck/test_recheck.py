"""A saved answer: it comes back as it was, is believed only as far as it can be checked, and its citations are looked up again."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

import rag
from corpus.document import Document
from corpus.read import read_file
from rag.errors import BadAnswerFile
from rag.exports.answer_file import LARGEST, digest, read
from rag.recheck import State, recheck
from rag.records.answers import Answer, AnswerSentence, Citation, Speaker
from rag.records.verdict import Finding, Verdict
from tests.fakes import HashEmbedder
from tests.tiny_collection import write_tiny

SEAT = "The Lantern Office is tentatively planned to have its seat in Vilnius."
SUPPORTED = Finding(Verdict.SUPPORTED, "These are the words of the cited text.", "verbatim")


def cited(document: Document, quote: str) -> Citation:
    start = document.text.index(quote)
    known = document.metadata
    about = (known.title, known.kind, known.publisher, known.date)
    return Citation(document.id, *about, start, start + len(quote), quote, document.sha256)


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


# -- what a forger may try ------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[rag.Assistant]:
    """The small documents, indexed. Shared: ask it, and change nothing."""
    folder = tmp_path_factory.mktemp("tiny")
    settings = rag.Settings.load(reader="similarity", support_model="none")
    documents = write_tiny(folder / "documents")
    with rag.build(documents, folder / "index", progress=False, settings=settings, embedder=HashEmbedder()) as built:
        yield built


@pytest.fixture
def given(assistant: rag.Assistant) -> Answer:
    """What the assistant answered."""
    answer = assistant.answer("Where is the Lantern Office to have its seat?", {"document_id": "treaty.md"})
    assert SEAT in [sentence.text for sentence in answer.sentences]
    return answer


def forged(answer: Answer, **citation: object) -> Answer:
    """The same words, with something else said of every source."""
    sentences = [replace(s, citations=tuple(replace(c, **citation) for c in s.citations)) for s in answer.sentences]  # type: ignore[arg-type]
    return replace(answer, sentences=tuple(sentences))


def test_an_answer_of_the_index_is_valid_there_and_gone_where_its_documents_are(
    given: Answer, tiny_folder: Path, tmp_path: Path
) -> None:
    with rag.build(tiny_folder, index=tmp_path / "index", progress=False, embedder=HashEmbedder()) as own:
        checked = recheck(given, own)
        assert checked.valid and checked.sentences_checked and len(checked.sentences) == len(given.sentences)
        abstention = Answer("?", (), True, 0.1, nearest=given.nearest)
        assert {s.state for s in recheck(abstention, own).standings} == {State.VALID}
        own.remove("treaty.md")
        gone = recheck(given, own)
        assert {s.state for s in gone.standings} == {State.GONE}
        assert gone.from_elsewhere and not any(s.holds for s in gone.sentences)


def test_an_answer_stays_valid_when_it_is_saved(given: Answer, assistant: rag.Assistant, tmp_path: Path) -> None:
    given.save(tmp_path / "a.json")
    saved = read(tmp_path / "a.json")
    assert saved.intact and recheck(saved.answer, assistant).valid


@pytest.mark.parametrize(
    "citation",
    [
        {"title": "Another treaty"}, {"kind": "news"}, {"publisher": "The Lamp"}, {"date": "2025-01-01"}, {"title": None},
        {"page": 7}, {"heading": "Budget"}, {"speaker": Speaker("Mayor Saar", "said", "quoted")},
    ],
)  # fmt: skip
def test_a_source_that_is_described_otherwise_is_told(
    given: Answer, assistant: rag.Assistant, tiny_folder: Path, citation: dict[str, object]
) -> None:
    false = forged(given, **citation)
    assert {s.state for s in recheck(false, assistant).standings} == {State.OTHERWISE}
    assert not recheck(false, assistant).valid
    nearest = Answer("?", (), True, 0.1, nearest=tuple(replace(c, **citation) for c in given.nearest))  # type: ignore[arg-type]
    assert not recheck(nearest, assistant).valid
    if set(citation) <= {"title", "kind", "publisher", "date"}:
        assert {s.state for s in recheck(false, tiny_folder).standings} == {State.OTHERWISE}


def test_a_forged_citation_does_not_hide_behind_a_true_one_of_the_same_place(
    given: Answer, assistant: rag.Assistant
) -> None:
    both = replace(given, sentences=(*forged(given, publisher="The Lamp").sentences, *given.sentences))
    assert {s.state for s in recheck(both, assistant).standings} == {State.VALID, State.OTHERWISE}


@pytest.mark.parametrize(
    "text", ["The Lantern Office has its seat in Riga.", "It is raining.", "The documents do not say.", "", "…"]
)
def test_a_sentence_that_its_citation_does_not_bear_out_fails(
    given: Answer, assistant: rag.Assistant, text: str
) -> None:
    false = replace(given, sentences=tuple(replace(s, text=text) for s in given.sentences))
    checked = recheck(false, assistant)
    assert {s.state for s in checked.standings} == {State.VALID}
    assert not checked.valid and not any(s.holds for s in checked.sentences)
    assert all(s.told for s in checked.sentences)


def test_a_sentence_that_cites_nothing_fails_wherever_it_is_checked(
    given: Answer, assistant: rag.Assistant, tiny_folder: Path
) -> None:
    bare = replace(given, sentences=(*given.sentences, AnswerSentence("It has a budget.", (), finding=SUPPORTED)))
    for where in (assistant, tiny_folder):
        checked = recheck(bare, where)
        assert not checked.valid
        assert [s.told for s in checked.sentences if not s.holds] == ["It cites nothing."]


def test_a_sentence_that_the_file_itself_marks_as_failing_is_as_the_file_says(
    given: Answer, assistant: rag.Assistant
) -> None:
    why = Finding(Verdict.UNSUPPORTED, "The cited text does not settle this.", "support")
    marked = replace(given.sentences[0], text="The Lantern Office has its seat in Riga.", finding=why)
    assert recheck(replace(given, sentences=(marked,)), assistant).valid


def test_an_answer_that_abstains_and_speaks_or_does_neither_is_refused(seat: Answer, tmp_path: Path) -> None:
    for false in (replace(seat, abstained=True), replace(seat, sentences=())):
        false.save(tmp_path / "a.json")
        with pytest.raises(BadAnswerFile, match="no saved answer"):
            Answer.load(tmp_path / "a.json")


def test_a_text_that_is_not_that_of_the_sentences_is_noticed_under_a_new_digest(seat: Answer, tmp_path: Path) -> None:
    data = seat.to_dict() | {"text": "It has its seat in Riga."}
    (tmp_path / "a.json").write_text(json.dumps(data | {"digest": digest(data)}), "utf-8")
    assert read(tmp_path / "a.json").intact is False


# -- a folder that is not what it was ----------------------------------------------------------------------------------------


def test_what_cannot_be_read_is_not_called_gone(seat: Answer, tiny_folder: Path) -> None:
    checked = recheck(seat, tiny_folder, max_file_bytes=20)
    assert [s.state for s in checked.standings] == [State.UNREADABLE]
    assert not checked.valid and not checked.from_elsewhere
    (tiny_folder / "treaty.md").unlink()
    (tiny_folder / "treaty.md").symlink_to(tiny_folder.parent / "elsewhere.md")
    assert states(seat, tiny_folder) == [State.UNREADABLE]


def test_the_table_beside_the_files_is_read(seat: Answer, tiny_folder: Path) -> None:
    (tiny_folder / "documents.csv").write_text("path,publisher\ntreaty.md,The Lamp\n")
    assert states(seat, tiny_folder) == [State.OTHERWISE]
    told = replace(seat.footnotes[0], publisher="The Lamp")
    assert states(answer_of(told), tiny_folder) == [State.VALID]


def test_another_folder_is_told_as_such(seat: Answer, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    assert recheck(seat, tmp_path / "other").from_elsewhere


# -- where it is saved --------------------------------------------------------------------------------------------------------


def test_a_saved_file_has_the_usual_mode_and_keeps_the_one_it_had(seat: Answer, tmp_path: Path) -> None:
    usual = tmp_path / "usual"
    usual.touch()
    file = tmp_path / "a.json"
    seat.save(file)
    assert file.stat().st_mode == usual.stat().st_mode
    file.chmod(0o640)
    seat.save(file)
    assert file.stat().st_mode & 0o777 == 0o640


def test_a_link_is_kept_and_what_it_leads_to_is_written(seat: Answer, tmp_path: Path) -> None:
    (tmp_path / "link.json").symlink_to(tmp_path / "real.json")
    seat.save(tmp_path / "link.json")
    assert (tmp_path / "link.json").is_symlink() and Answer.load(tmp_path / "real.json") == seat


def test_what_cannot_be_written_names_the_path_as_it_was_given(seat: Answer, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path / "none" / "a.json", tmp_path / "pipe", tmp_path):
        with pytest.raises(OSError) as raised:
            seat.save(path)
        assert raised.value.filename == str(path) and raised.value.strerror
