"""Asking a language model over the wire: what it writes comes through, and whatever goes wrong is said with a remedy."""

from __future__ import annotations

import json
import threading
from contextlib import closing

import pytest

from rag.errors import WriterFailed
from rag.settings import Settings
from rag.writing.choose import choose
from rag.writing.language_model import LanguageModel
from tests.rag.writing.evidence import SEAT
from tests.rag.writing.server import (
    Play,
    Server,
    breaks_off,
    chunk,
    falls_silent,
    never_ends,
    refuses,
    repeats,
    says,
    sends,
    serving,
)

_QUESTION = "Where is the seat?"


def _writer(server: Server, waits: list[float] | None = None, **settings: object) -> LanguageModel:
    """The writer that the settings choose; it notes in `waits` how long it would sleep."""
    given = {"writer": "openai-like/small", "writer_url": server.url, "writer_timeout": 20, **settings}
    kept = waits if waits is not None else []
    writer = choose(Settings.load(**given), sleep=kept.append)
    assert writer
    return writer


def _reading(seconds: float) -> list[str]:
    """The threads that still read a reply after that many seconds at most."""
    threads = [thread for thread in threading.enumerate() if thread.name == "writer"]
    for thread in threads:
        thread.join(seconds)
    return [thread.name for thread in threads if thread.is_alive()]


def _reply(writer: LanguageModel) -> str:
    return "".join(writer.write(_QUESTION, SEAT))


def test_pieces_come_as_they_are_written() -> None:
    with serving(says("In the harbour ", "town ", "[1].")) as server:
        assert list(filter(None, _writer(server).write(_QUESTION, SEAT))) == ["In the harbour ", "town ", "[1]."]


def test_it_is_given_the_evidence_and_the_question_and_no_other_key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-of-the-hosted-one")
    with serving(says("Yes [1].")) as server:
        _reply(_writer(server))
        request = server.requests[0]
    assert "hosted" not in str(request.headers)
    system, user = request.body["messages"]
    assert (system["role"], user["role"]) == ("system", "user")
    assert "[1] The organisation is to have its seat in the harbour town." in user["content"]
    assert _QUESTION in user["content"]
    assert request.body["temperature"] == 0 and request.body["stream"] is True


def test_a_key_of_ones_own_server_is_sent() -> None:
    with serving(says("Yes [1].")) as server:
        _reply(_writer(server, writer_key="mine"))
        assert server.requests[0].headers["Authorization"] == "Bearer mine"


@pytest.mark.parametrize(
    ("play", "message", "remedy", "asked"),
    [
        (refuses(401), "did not accept the key", "RAG_WRITER_KEY", 1),
        (refuses(403), "did not accept the key", "RAG_WRITER_KEY", 1),
        (refuses(404, "model not found"), "not known there", "/v1", 1),
        (refuses(400, "context length exceeded"), "context length exceeded", "RAG_WRITER_EVIDENCE", 1),
        (refuses(429), "too many requests", "Wait", 3),
        (refuses(500), "error of its server (500)", "log", 3),
        (refuses(503), "error of its server (503)", "log", 3),
        (says(), "without a word", "another model", 3),
        (says(" \n", ""), "without a word", "another model", 3),
        (breaks_off(), "broke off", "log", 3),
        (sends(b"data: {broken\n\n"), "cannot be read", "log", 3),
        (sends(b'data: {"error": {"message": "out of memory"}}\n\n'), "cannot be read", "log", 3),
        (sends(b"data: \xff\xfe\xfa\n\n"), "cannot be read", "log", 3),
        (sends(b"<html>a proxy</html>"), "without a word", "another model", 3),
    ],
)
def test_what_goes_wrong_is_said_with_a_remedy(play: Play, message: str, remedy: str, asked: int) -> None:
    with serving(play) as server:
        with pytest.raises(WriterFailed) as failed:
            _reply(_writer(server))
        assert len(server.requests) == asked
    assert message in failed.value.message
    assert "openai-like/small" in failed.value.message
    assert remedy in failed.value.remedy


def test_a_server_that_is_down_is_said_with_what_to_start() -> None:
    with serving(says("Yes [1].")) as server:
        writer = _writer(server)
    with pytest.raises(WriterFailed) as failed:
        _reply(writer)
    assert "cannot be reached" in failed.value.message
    assert "RAG_WRITER_URL" in failed.value.remedy


def test_one_that_recovers_is_asked_again_after_longer_and_longer_waits() -> None:
    with serving(refuses(500), refuses(503), says("Yes [1].")) as server:
        waits: list[float] = []
        assert _reply(_writer(server, waits)) == "Yes [1]."
    assert waits == [0.5, 1.0]


def test_the_wait_that_a_server_asks_for_is_kept_within_reason() -> None:
    plays = (
        refuses(429, headers={"Retry-After": "7"}),
        refuses(429, headers={"Retry-After": "9999"}),
        says("Yes [1]."),
    )
    with serving(*plays) as server:
        waits: list[float] = []
        _reply(_writer(server, waits))
    assert waits == [7.0, 20.0]


def test_words_that_were_given_are_not_asked_for_again() -> None:
    with serving(breaks_off("In the ", "harbour")) as server:
        pieces = filter(None, _writer(server).write(_QUESTION, SEAT))
        assert [next(pieces), next(pieces)] == ["In the ", "harbour"]
        with pytest.raises(WriterFailed, match="broke off"):
            next(pieces)
        assert len(server.requests) == 1


@pytest.mark.parametrize("said", [(), ("In the ",)])
def test_silence_is_waited_for_only_so_long(said: tuple[str, ...]) -> None:
    with serving(falls_silent(*said)) as server:
        with pytest.raises(WriterFailed, match="too long") as failed:
            _reply(_writer(server, writer_timeout=0.2))
        assert len(server.requests) == 1
    assert "RAG_WRITER_TIMEOUT" in failed.value.remedy


def test_thinking_is_a_sign_of_life_for_a_while_and_no_reply() -> None:
    with serving(never_ends(reasoning_content="hm")) as server, pytest.raises(WriterFailed, match="too long"):
        _reply(_writer(server, writer_timeout=0.1))


def test_a_reply_without_end_is_cut_off() -> None:
    with serving(never_ends(content="on and on " * 100)) as server:
        assert len(_reply(_writer(server))) == 8_000
        assert server.left.wait(5)


def test_closing_the_iterator_hangs_up() -> None:
    with serving(never_ends(content="more ")) as server:
        with closing(_writer(server).write(_QUESTION, SEAT)) as pieces:
            next(filter(None, pieces))
        assert server.left.wait(5)


@pytest.mark.parametrize("sent", [b": " + b"x" * 500, b": ping\n\n"])
@pytest.mark.parametrize("stopped", [True, False])
def test_a_server_that_completes_no_event_is_hung_up_on(sent: bytes, stopped: bool) -> None:
    with serving(repeats(sent)) as server:
        with closing(_writer(server, writer_timeout=60 if stopped else 0.1).write(_QUESTION, SEAT)) as pieces:
            if stopped:
                assert next(pieces) == ""  # after a second without a word, so that the reader may stop
            else:
                with pytest.raises(WriterFailed, match="too long"):
                    next(pieces)
        assert server.left.wait(20)
        assert not _reading(20)


def test_reasoning_does_not_count_as_reply() -> None:
    thoughts = ["<thi", "nk>", *["Is it [2]? " * 100] * 11, "</th", "ink>"]
    with serving(says(*thoughts, "In the town ", "[1].")) as server:
        assert _reply(_writer(server)) == "In the town [1]."


def test_reasoning_alone_is_no_answer() -> None:
    with (
        serving(says("<think>", "Hm. " * 100, "</think>")) as server,
        pytest.raises(WriterFailed, match="without a word"),
    ):
        _reply(_writer(server, writer_tries=1))


def test_reasoning_without_end_is_given_up() -> None:
    with serving(never_ends(content="<think> and so on " * 100)) as server:
        with pytest.raises(WriterFailed, match="without a word"):
            _reply(_writer(server, writer_tries=1))
        assert server.left.wait(20)


def test_characters_of_several_bytes_survive_being_cut_apart() -> None:
    event = f"data: {json.dumps(chunk(content='naïve Überprüfung 審査'), ensure_ascii=False)}\n\n".encode()
    with serving(sends(*(event[i : i + 1] for i in range(len(event))), b"data: [DONE]\n\n")) as server:
        assert _reply(_writer(server)) == "naïve Überprüfung 審査"
