"""The `rag` command: what it prints where, its exit status, and that nothing in a document reaches the terminal raw."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import urlopen

import pytest
import typer
from typer.testing import CliRunner, Result

import rag
from tests.tiny_collection import TINY, write_tiny
from ui.cli import Commands, app
from ui.commands import docs

SEAT = "Where is the Lantern Office to have its seat?"
READER = {"RAG_READER": "similarity"}  # the quicker one: what is tested here is the command, not its judgement
ROOT = Path(__file__).parents[2]
ESCAPE, EIGHT_BIT_ESCAPE = "\x1b", "\x9b"


def run(*arguments: str, **environment: str) -> Result:
    return CliRunner().invoke(app, list(arguments), env={"COLUMNS": "80", **READER, **environment})


@pytest.fixture(autouse=True)
def _interruptible() -> Iterator[None]:
    """Ctrl-C reaches what the tests start, also where they run in the background, which ignores it and hands that on."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


def process(*arguments: str | bytes, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        command(*arguments), check=False, env=surroundings(**environment), capture_output=True, timeout=300
    )


def command(*arguments: str | bytes) -> list[str | bytes]:
    return [sys.executable, "-m", "ui.cli", *arguments]


def surroundings(**environment: str) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8", **READER, **environment}


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An index of the small documents. Shared: look at it, and change nothing."""
    folder = tmp_path_factory.mktemp("tiny")
    documents = write_tiny(folder / "documents")
    assert run("index", str(documents), "--index", str(folder / "index")).exit_code == 0
    return folder / "index"


@pytest.fixture
def own(built: Path, tmp_path: Path) -> Path:
    """A copy of that index, to change."""
    return Path(shutil.copytree(built, tmp_path / "index"))


# -- help -----------------------------------------------------------------------------------------------------------------


def test_help_teaches_the_commands_the_index_and_the_exit_status() -> None:
    text = run("--help").stdout
    for word in (
        "index",
        "ask",
        "search",
        "ui",
        "docs",
        "verify",
        "doctor",
        "settings",
        "RAG_INDEX",
        ".rag",
        "Exit status",
    ):
        assert word in text


@pytest.mark.parametrize("name", ["index", "ask", "search", "ui", "docs", "verify", "doctor", "settings"])
def test_every_command_has_help(name: str) -> None:
    result = run(name, "--help")
    assert result.exit_code == 0
    assert "--index" in result.stdout


@pytest.mark.parametrize("arguments", [["--help"], ["docs"], ["docs", "--text", "budget.html"], ["settings"]])
def test_what_needs_no_model_loads_none(built: Path, arguments: list[str]) -> None:
    heavy = ("torch", "chromadb", "gradio", "sentence_transformers", "transformers", "llama_index")
    script = (
        "import sys\nfrom ui.cli import main\n"
        f"sys.argv = ['rag', *{arguments!r}]\n"
        "try:\n    main()\nexcept SystemExit as end:\n    assert not end.code, end.code\n"
        f"sys.exit(', '.join(name for name in {heavy!r} if name in sys.modules) or None)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], check=False, env=surroundings(RAG_INDEX=str(built)), capture_output=True
    )
    assert (done.returncode, done.stderr.replace(b"3 documents\n", b"")) == (0, b"")


# -- index ----------------------------------------------------------------------------------------------------------------


def test_index_reports_what_it_did_and_again_does_nothing(tiny_folder: Path, tmp_path: Path) -> None:
    where = str(tmp_path / "an index")
    first = run("index", str(tiny_folder), "--index", where)
    again = run("--index", where, "index", str(tiny_folder), "--json")
    assert (first.exit_code, again.exit_code) == (0, 0)
    assert "3 documents" in first.stdout
    assert "3 added" in first.stdout
    report = json.loads(again.stdout)
    assert (len(report["unchanged"]), report["embedded"], report["index"]) == (3, 0, where)


def test_what_cannot_be_read_is_named_with_reason_and_remedy_and_the_rest_goes_on(
    tiny_folder: Path, tmp_path: Path
) -> None:
    (tiny_folder / "broken.pdf").write_bytes(b"%PDF-1.7 nothing")
    (tiny_folder / "empty.txt").touch()
    result = run("index", str(tiny_folder), "--index", str(tmp_path / "index"))
    assert result.exit_code == 4
    assert "3 documents" in result.stdout
    assert "2 could not be read" in result.stdout
    lines = {line.split()[2].rstrip(":"): line for line in result.stderr.splitlines() if line.startswith("Left out: ")}
    assert set(lines) == {"broken.pdf", "empty.txt"}
    assert "empty" in lines["empty.txt"].removeprefix("Left out: empty.txt")
    as_json = run("index", str(tiny_folder), "--index", str(tmp_path / "index"), "--json")
    assert as_json.exit_code == 4
    assert [failure["id"] for failure in json.loads(as_json.stdout)["failed"]] == ["broken.pdf", "empty.txt"]


def test_an_empty_folder_is_no_error_and_says_what_is_missing(tmp_path: Path) -> None:
    (tmp_path / "nothing").mkdir()
    result = run("index", str(tmp_path / "nothing"), "--index", str(tmp_path / "index"))
    assert result.exit_code == 0
    assert ".pdf" in result.stderr
    asked = run("ask", SEAT, "--index", str(tmp_path / "index"))
    assert asked.exit_code == 0
    assert "rag index" in asked.stderr


def test_a_missing_folder_is_a_usage_error(tmp_path: Path) -> None:
    result = run("index", str(tmp_path / "nowhere"), "--index", str(tmp_path / "index"))
    assert result.exit_code == 2
    assert "nowhere" in result.stderr
    assert not result.stdout
    assert not (tmp_path / "index").exists()


# -- ask and search -------------------------------------------------------------------------------------------------------


def test_an_answer_has_numbers_and_footnotes_that_say_what_is_known(built: Path) -> None:
    result = run("ask", SEAT, "--index", str(built))
    assert result.exit_code == 0
    assert "tentatively planned to have its seat in Vilnius. [1]" in " ".join(result.stdout.split())
    footnote = " ".join(result.stdout.split("\n[1] ")[1].split())
    for part in ("“The Lantern Office is", "The Lantern Treaty", "official", "Lantern Office", "3 Mar 2024"):
        assert part in footnote
    assert not result.stderr


def test_what_is_unknown_is_called_unknown(built: Path) -> None:
    text = " ".join(
        run("ask", "How many lighthouses had the inspectors visited?", "--index", str(built)).stdout.split()
    )
    assert "nine lighthouses" in text
    assert "notes/press briefing.txt · unknown kind, publisher and date" in text


def test_no_colours_into_a_pipe_and_the_asked_fact_in_bold_on_a_terminal(built: Path) -> None:
    assert ESCAPE not in run("ask", SEAT, "--index", str(built)).stdout
    shown = run("ask", SEAT, "--index", str(built), FORCE_COLOR="1", TERM="xterm").stdout
    assert f"{ESCAPE}[1mVilnius{ESCAPE}[0m" in shown


def test_lines_fit_the_width(built: Path) -> None:
    for arguments in (["ask", SEAT], ["ask", "What is the price of bread in Lisbon?"], ["search", "lamps"], ["doctor"]):
        result = run(*arguments, "--index", str(built), COLUMNS="44")
        assert max(map(len, result.stdout.splitlines())) <= 44


def test_an_abstention_is_an_answer(built: Path) -> None:
    result = run("ask", "What is the price of bread in Lisbon?", "--index", str(built))
    assert result.exit_code == 0
    assert re.match(r"This collection (?:does|may) not answer that\.\n", result.stdout)
    assert "Nearest sentences" in result.stdout
    assert "[1] “" in result.stdout


@pytest.mark.parametrize("before", [True, False], ids=["before", "after"])
def test_json_is_alone_on_standard_output_wherever_the_options_stand(built: Path, before: bool) -> None:
    options = ["--index", str(built), "--json"]
    result = run(*options, "ask", SEAT) if before else run("ask", SEAT, *options)
    answer = rag.Answer.from_dict(json.loads(result.stdout))
    assert answer.question == SEAT
    with rag.open(built) as assistant:
        for citation in answer.footnotes:
            assert assistant.document(citation.document_id).text[citation.start : citation.end] == citation.quote


def test_the_question_needs_no_quotes(built: Path) -> None:
    assert json.loads(run("--json", "ask", *SEAT.split(), "--index", str(built)).stdout)["question"] == SEAT


def test_filters_restrict_what_is_searched(built: Path) -> None:
    def found(*options: str) -> set[str]:
        return {
            hit["document_id"]
            for hit in json.loads(run("search", "cost", *options, "--json", "--index", str(built)).stdout)
        }

    assert found() == {"treaty.md", "notes/press briefing.txt", "budget.html"}
    assert found("--kind", "official", "--kind", "news") == {"treaty.md"}
    assert found("--publisher", "Lantern Office", "--from", "2024-03-03", "--to", "2024-03-03") == {"treaty.md"}
    assert found("--document", "budget.html", "--document", "treaty.md") == {"budget.html", "treaty.md"}
    assert found("--language", "en") >= {"treaty.md"}
    none = run("ask", SEAT, "--publisher", "Nobody", "--index", str(built))
    assert none.exit_code == 0
    assert "rag docs" in none.stderr


def test_search_shows_passages_with_their_scores(built: Path) -> None:
    shown = run("search", "seat", "-k", "1", "--index", str(built)).stdout
    assert "Vilnius" in shown
    assert "score" in shown
    hit = json.loads(run("search", "seat", "-k", "1", "--json", "--index", str(built)).stdout)[0]
    assert (hit["document_id"], hit["keyword_rank"]) == ("treaty.md", 1)


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (["ask", ""], "empty"),
        (["ask", "where " * 10_000], "2,000"),
        (["ask", SEAT, "--kind", "rumour"], "rumour"),
        (["ask", SEAT, "--from", "spring"], "spring"),
        (["ask", SEAT, "--colour"], "--colour"),
        (["ask"], "QUESTION"),
        (["answer", SEAT], "answer"),
        (["docs", "--text", "none.txt"], "none.txt"),
        (["docs", "set", "treaty.md", "kind=rumour"], "rumour"),
        (["docs", "set", "treaty.md", "colour=red"], "colour"),
        (["docs", "set", "treaty.md", "news"], "FIELD=VALUE"),
        (["docs", "set", "none.txt", "kind=news"], "none.txt"),
        (["docs", "remove", "none.txt"], "none.txt"),
    ],
)
def test_usage_errors_say_what_is_wrong(built: Path, arguments: list[str], named: str) -> None:
    result = run("--index", str(built), *arguments)
    assert result.exit_code == 2
    assert named in result.stderr
    assert not result.stdout
    assert "Traceback" not in result.stderr


def test_an_unknown_setting_is_a_usage_error(built: Path) -> None:
    result = run("docs", "--index", str(built), RAG_ANSWER_SENTENCE="3")
    assert result.exit_code == 2
    assert "RAG_ANSWER_SENTENCES" in result.stderr


# -- keeping an answer ----------------------------------------------------------------------------------------------------


@pytest.fixture
def saved(built: Path, tmp_path: Path) -> Path:
    """An answer in a file."""
    file = tmp_path / "answer.json"
    assert run("ask", SEAT, "--save", str(file), "--index", str(built)).exit_code == 0
    return file


def test_a_saved_answer_is_checked_against_the_index_or_the_folder(built: Path, saved: Path, tiny_folder: Path) -> None:
    for where in (["--index", str(built)], ["--folder", str(tiny_folder)]):
        result = run("verify", str(saved), *where)
        assert result.exit_code == 0
        assert "The Lantern Treaty: valid" in result.stdout
        assert "1 of 1 citation valid." in result.stderr
        assert ("1 of 1 sentence as the file says." in result.stderr) is ("--index" in where)
        assert ("The citations alone were checked" in result.stderr) is ("--folder" in where)


def test_what_changed_since_is_told_and_ends_with_1(saved: Path, tiny_folder: Path) -> None:
    treaty = tiny_folder / "treaty.md"
    treaty.write_text(treaty.read_text("utf-8").replace("41 states", "42 states"), "utf-8")
    moved = run("verify", str(saved), "--folder", str(tiny_folder))
    assert moved.exit_code == 1
    assert "document changed, quote stands" in moved.stdout
    treaty.unlink()
    gone = json.loads(run("--json", "verify", str(saved), "--folder", str(tiny_folder)).stdout)
    assert (gone["valid"], gone["intact"]) == (False, True)
    assert [row["state"] for row in gone["citations"]] == ["document gone"]


def test_words_changed_in_the_file_are_noticed(saved: Path, tiny_folder: Path) -> None:
    saved.write_text(
        saved.read_text("utf-8").replace('"confidence"', '"Confidence"', 1).replace("Confidence", "confidence")
    )
    assert run("verify", str(saved), "--folder", str(tiny_folder)).exit_code == 0
    saved.write_text(saved.read_text("utf-8").replace("Where is the", "Where was the"), "utf-8")
    changed = run("verify", str(saved), "--folder", str(tiny_folder))
    assert changed.exit_code == 1
    assert "were changed" in changed.stderr


def rewritten(file: Path, *, with_digest: bool = True, **changed: object) -> None:
    """The file with other values, and a digest that fits them: what a forger does."""
    from rag.exports.answer_file import digest

    data = json.loads(file.read_text("utf-8")) | changed
    data["text"] = " ".join(sentence["text"] for sentence in data["sentences"])
    data["digest"] = digest(data)
    if not with_digest:
        del data["digest"]
    file.write_text(json.dumps(data), "utf-8")


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"text": "The Lantern Office has its seat in Riga."}, "0 of 1 sentence as the file says."),
        ({"citations": []}, "It cites nothing."),
        ({"title": "The Lamp Treaty"}, "described otherwise"),
        ({"publisher": "The Lamp"}, "described otherwise"),
        ({"speaker": {"name": "Mayor Saar", "verb": "said", "manner": "quoted"}}, "described otherwise"),
    ],
)
def test_a_forged_answer_with_a_digest_of_its_own_ends_with_1(
    built: Path, saved: Path, changed: dict[str, object], told: str
) -> None:
    (sentence,) = json.loads(saved.read_text("utf-8"))["sentences"]
    of_sentence = {name: value for name, value in changed.items() if name in sentence}
    cited = {name: value for name, value in changed.items() if name not in sentence}
    sentence["citations"] = [citation | cited for citation in sentence["citations"]]
    rewritten(saved, sentences=[sentence | of_sentence])
    result = run("verify", str(saved), "--index", str(built))
    assert result.exit_code == 1
    assert told in result.output
    assert "were changed" not in result.stderr


def test_a_file_without_a_digest_and_one_that_abstains_and_speaks_do_not_pass(built: Path, saved: Path) -> None:
    rewritten(saved, with_digest=False)
    bare = run("verify", str(saved), "--index", str(built))
    assert (bare.exit_code, "The file has no digest: it may have been edited." in bare.stderr) == (1, True)
    rewritten(saved, abstained=True)
    assert run("verify", str(saved), "--index", str(built)).exit_code == 2


def test_an_unreadable_document_and_another_folder_are_told_apart(
    saved: Path, tiny_folder: Path, tmp_path: Path
) -> None:
    small = run("verify", str(saved), "--folder", str(tiny_folder), RAG_MAX_FILE_BYTES="20")
    assert "could not be read" in small.stdout and "may not be the folder" not in small.stderr
    (tmp_path / "other").mkdir()
    other = run("verify", str(saved), "--folder", str(tmp_path / "other"))
    assert "document gone" in other.stdout and "may not be the folder" in other.stderr
    assert (small.exit_code, other.exit_code) == (1, 1)


def test_printed_json_can_be_verified(built: Path, tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(run("ask", SEAT, "--json", "--index", str(built)).stdout, "utf-8")
    assert run("verify", str(tmp_path / "a.json"), "--index", str(built)).exit_code == 0


def test_where_an_answer_cannot_be_kept_is_told_before_it_is_asked(built: Path, tmp_path: Path) -> None:
    result = run("ask", SEAT, "--save", str(tmp_path / "none" / "a.json"), "--index", str(built))
    assert (result.exit_code, result.stdout) == (3, "")
    assert "none/a.json cannot be used" in result.stderr.replace("\n", "")


def test_an_answer_that_could_not_be_kept_after_all_has_been_printed(
    built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("rag.exports.answer_file._replace", full)
    file = tmp_path / "a.json"
    result = run("ask", SEAT, "--save", str(file), "--index", str(built))
    assert result.exit_code == 3
    assert "Vilnius" in result.stdout
    assert f"{file} cannot be used: No space left on device" in result.stderr
    assert not list(tmp_path.glob("*a*.json*")) and not list(tmp_path.glob(".answer*"))


@pytest.mark.parametrize("content", ["", "{}", '{"schema_version": 1}', f"{ESCAPE}[31m", "[" * 50_000])
def test_a_file_that_is_no_answer_ends_with_2_and_the_remedy(tmp_path: Path, content: str) -> None:
    file = tmp_path / "answer.json"
    file.write_text(content, "utf-8")
    result = run("verify", str(file), "--index", str(tmp_path / "none"))
    assert (result.exit_code, result.stdout) == (2, "")
    assert ESCAPE not in result.stderr
    assert len(result.stderr.splitlines()) == 2


def test_an_answer_can_be_printed_for_other_programs(built: Path) -> None:
    def exported(format: str) -> str:
        result = run("ask", SEAT, "--export", format, "--index", str(built))
        assert result.exit_code == 0
        return result.stdout

    assert exported("md").startswith("# Where is the Lantern Office")
    assert exported("html").startswith("<!doctype html>")
    assert json.loads(exported("csl"))[0]["language"] == "en"
    assert exported("bibtex").startswith("@misc{the-lantern-treaty-2024-")
    assert run("ask", SEAT, "--export", "html", "--json", "--index", str(built)).exit_code == 2


def test_what_is_not_supported_is_marked_and_what_was_removed_is_counted() -> None:
    from io import StringIO

    from rich.console import Console

    from rag.records.verdict import Finding, Verdict
    from ui.terminal import show_answer

    why = Finding(Verdict.UNSUPPORTED, "The number 500 is not in the cited text.", "numbers")
    sentence = rag.AnswerSentence("It cost 500.", (), finding=why)
    out = StringIO()
    answer = rag.Answer("What did it cost?", (sentence,), False, 0.9, removed=(sentence,))
    show_answer(Console(file=out, width=100), answer)
    assert "It cost 500. (Not supported. The number 500 is not in the cited text.)" in out.getvalue()
    assert "1 sentence did not stand the checks and was removed." in out.getvalue()


def test_a_terminal_shows_what_settles_and_clears_what_does_not_count() -> None:
    from io import StringIO

    from rich.console import Console

    from rag.records.events import Event, Finished, Settled, StartedOver, Wrote
    from ui.commands.streaming import streamed

    out = StringIO()
    seen: list[str] = []

    def events() -> Iterator[Event]:
        yield Wrote("It is in Riga. [1]")
        yield Settled(rag.AnswerSentence("It is in Riga.", ()), True)
        seen.append(out.getvalue())
        yield Settled(rag.AnswerSentence("It is on the moon.", ()), False)
        yield StartedOver("The language model failed.")
        out.truncate(0)
        yield Settled(rag.AnswerSentence("It is in Vilnius.", ()), True)
        seen.append(out.getvalue())
        yield Finished(answer)

    answer = rag.Answer("Where is it?", (), True, 0.1)
    assert streamed(Console(file=out, width=80, force_terminal=True), events()) is answer
    assert "It is in Riga." in seen[0]
    assert "It is in Vilnius." in seen[1] and "Riga" not in seen[1] and "moon" not in seen[1]


# -- an index that cannot be used -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "arguments", [["ask", SEAT], ["search", "seat"], ["docs"], ["ui"], ["docs", "set", "a", "kind=news"]]
)
def test_a_missing_index_ends_with_3_and_the_remedy(tmp_path: Path, arguments: list[str]) -> None:
    result = run(*arguments, "--index", str(tmp_path / "none"))
    assert (result.exit_code, result.stdout) == (3, "")
    assert "rag index" in result.stderr
    assert not (tmp_path / "none").exists()


def test_a_damaged_index_ends_with_3_and_the_remedy(own: Path) -> None:
    (own / "catalog.sqlite3").write_bytes(b"garbage" * 1_000)
    result = run("ask", SEAT, "--index", str(own), "--json")
    assert (result.exit_code, result.stdout) == (3, "")
    assert "rag index FOLDER" in result.stderr


def test_other_settings_than_the_index_was_made_with_end_with_3(built: Path) -> None:
    result = run("ask", SEAT, "--index", str(built), RAG_PASSAGE_TOKENS="99")
    assert result.exit_code == 3
    assert "--index" in result.stderr


# -- documents ------------------------------------------------------------------------------------------------------------


def test_docs_lists_what_is_known(built: Path) -> None:
    text = run("docs", "--index", str(built)).stdout
    assert "treaty.md\n" in text
    assert "The Lantern Treaty · official · Lantern Office · 3 Mar 2024 · en" in text
    assert "unknown title" in text
    listed = json.loads(run("docs", "--json", "--index", str(built)).stdout)
    assert [(d["id"], d["kind"]) for d in listed] == [
        ("budget.html", None),
        ("notes/press briefing.txt", None),
        ("treaty.md", "official"),
    ]


def test_docs_prints_a_text(built: Path) -> None:
    assert (
        run("docs", "--text", "notes/press briefing.txt", "--index", str(built)).stdout
        == TINY["notes/press briefing.txt"] + "\n"
    )
    whole = json.loads(run("--json", "docs", "--text", "notes/press briefing.txt", "--index", str(built)).stdout)
    assert whole["text"] == TINY["notes/press briefing.txt"]


def test_docs_set_stays_and_is_shown(own: Path) -> None:
    where = ["--index", str(own)]
    done = run("docs", "set", "notes/press briefing.txt", "kind=news", "date=2024-05-02", *where)
    assert done.exit_code == 0
    assert "unknown title · news · 2 May 2024 · unknown publisher" in done.stdout
    before = run("docs", *where, "set", "notes/press briefing.txt", "publisher=The Lamp", "--json")
    assert json.loads(before.stdout)["publisher"] == "The Lamp"
    hits = json.loads(run("search", "lighthouse", "--kind", "news", "--json", *where).stdout)
    assert {(hit["kind"], hit["date"], hit["publisher"]) for hit in hits} == {("news", "2024-05-02", "The Lamp")}


def test_docs_remove(own: Path) -> None:
    assert run("docs", "remove", "budget.html", "--index", str(own)).exit_code == 0
    assert "budget.html" not in run("docs", "--index", str(own)).stdout


# -- settings and doctor --------------------------------------------------------------------------------------------------


def test_settings_lists_every_setting_with_its_value() -> None:
    shown = run("settings", RAG_ANSWER_SENTENCES="7").stdout
    for name in rag.Settings.model_fields:
        assert f"RAG_{name.upper()}" in shown
    assert "7 (default " in shown
    assert json.loads(run("settings", "--json", "--index", "elsewhere").stdout)["index"] == "elsewhere"


def test_no_key_and_no_password_is_printed(built: Path) -> None:
    secret = {
        "RAG_WRITER_KEY": "of-mine",
        "RAG_WRITER_URL": "http://me:h1dden@t00@127.0.0.1:9/v1",
        "RAG_CHROMA_URL": "http://me:h1dden@127.0.0.1:9",
        "RAG_WRITER": "openai-like/small",
        "RAG_WRITER_TRIES": "1",
    }
    shown = [
        run(name, *form, "--index", str(built), **secret)
        for name in ("settings", "doctor")
        for form in ([], ["--json"])
    ]
    for result in shown:
        assert (
            "of-mine" not in result.output
            and "h1dden" not in result.output
            and "t00" not in result.output
            and "me:" not in result.output
        )
    assert "RAG_WRITER_KEY  (set)" in shown[0].stdout
    assert json.loads(shown[1].stdout)["writer_key"] == "(set)"
    assert json.loads(shown[1].stdout)["writer_url"] == "http://…@127.0.0.1:9/v1"
    assert "RAG_WRITER_KEY  (not set)" in run("settings").stdout


def test_doctor_ends_with_0_or_3(built: Path, tmp_path: Path) -> None:
    well = run("doctor", "--index", str(built), "--json")
    assert (well.exit_code, json.loads(well.stdout)["ok"]) == (0, True)
    ill = run("doctor", "--index", str(tmp_path / "none"))
    assert ill.exit_code == 3
    assert "rag index FOLDER" in ill.stdout


# -- what a terminal would obey -------------------------------------------------------------------------------------------


def test_nothing_in_a_document_reaches_the_terminal_raw(tmp_path: Path) -> None:
    hostile = (
        f"The bell {ESCAPE}[31m{ESCAPE}]0;owned\x07{EIGHT_BIT_ESCAPE}2J\u202e rang nine times in the tower of Narva."
    )
    folder = tmp_path / "documents"
    folder.mkdir()
    (folder / f"bell{ESCAPE}[7m.txt").write_text(hostile, encoding="utf-8")
    (folder / "markup.txt").write_text("The [bold red]gong[/] :smile: rang twice in Paide.", encoding="utf-8")
    (folder / f"empty{ESCAPE}[7m.txt").touch()
    where = ["--index", str(tmp_path / "index")]
    results = [run("index", str(folder), *where), run("docs", *where)]
    name = json.loads(run("docs", "--json", *where).stdout)[0]["id"]
    results += [
        run("docs", "set", name, f"title=Bells {ESCAPE}[5m", *where),
        run("docs", "--text", name, *where),
        run("docs", "--text", f"none{ESCAPE}[7m", *where),
        *(
            run(verb, "How many times rang the bell of Narva?", *options, *where)
            for verb in ("ask", "search")
            for options in ([], ["--json"])
        ),
    ]
    for result in results:
        for character in (ESCAPE, EIGHT_BIT_ESCAPE, "\x07", "\u202e"):
            assert character not in result.output
    asked = run("ask", "How many times rang the gong of Paide?", *where).stdout
    assert "[bold red]gong[/] :smile: rang twice" in " ".join(asked.split())


def test_a_printed_text_keeps_its_offsets(sample_assistant: rag.Assistant) -> None:
    from ui.terminal import readable

    assert readable(f"a{ESCAPE}[1mb\tc\nd") == "a\ufffd[1mb\tc\nd"
    for document in sample_assistant.documents():
        text = sample_assistant.document(document.id).text
        assert len(readable(text)) == len(text)


# -- as a process ---------------------------------------------------------------------------------------------------------


def test_a_question_that_is_no_text_and_a_terminal_that_shows_little(built: Path) -> None:
    strange = process(
        "ask", b"Where is the \xff\xfe seat \x1b[31m of the Lantern Office?", "--json", "--index", str(built)
    )
    assert strange.returncode == 0
    assert "Vilnius" in json.loads(strange.stdout)["text"]
    narrow = process("docs", "--index", str(built), PYTHONIOENCODING="ascii")
    assert narrow.returncode == 0
    assert b"The Lantern Treaty ? official" in narrow.stdout


def test_a_closed_pipe_is_quiet(built: Path) -> None:
    arguments = command("docs", "--index", str(built))
    with subprocess.Popen(arguments, env=surroundings(), stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout
        assert running.stderr
        running.stdout.close()
        assert running.stderr.read() == b""


def test_the_page_is_served_until_it_is_stopped(built: Path) -> None:
    arguments = command("ui", "--no-open", "--index", str(built))
    with subprocess.Popen(arguments, env=surroundings(), stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout
        assert running.stderr
        address = running.stdout.readline().decode().split()[4]
        with urlopen(address) as page:
            assert page.status == 200
        taken = process("ui", "--no-open", "--port", str(urlsplit(address).port), "--index", str(built))
        running.send_signal(signal.SIGINT)
        errors = running.stderr.read().decode()
    assert (running.returncode, errors) == (130, "Stopped.\n")
    assert taken.returncode == 2
    assert b"--port" in taken.stderr
    assert b"Traceback" not in taken.stderr


def test_stopping_it_says_what_is_safe() -> None:
    stopping = typer.Typer(cls=Commands, pretty_exceptions_enable=False)
    stopping.add_typer(docs.app, name="docs")

    @stopping.command("index")
    def index() -> None:
        raise KeyboardInterrupt

    result = CliRunner().invoke(stopping, ["index"])
    assert (result.exit_code, result.stdout) == (130, "")
    assert "kept" in result.stderr
