"""Ollama and Anthropic, each by its own package against a server that speaks its protocol. Skipped where the extra is not there."""

from __future__ import annotations

import json

import pytest

from rag.errors import WriterFailed
from rag.settings import Settings
from rag.writing.choose import choose
from tests.rag.writing.evidence import SEAT
from tests.rag.writing.server import Play, Request, Server, refuses, repeats, sends, serving

_QUESTION = "Where is the seat?"
_PIECES = ("In the harbour ", "town [1].")


def _ollama_says(*pieces: str) -> Play:
    lines = [{"model": "small", "message": {"role": "assistant", "content": piece}, "done": False} for piece in pieces]
    end = {"model": "small", "message": {"role": "assistant", "content": ""}, "done": True, "done_reason": "stop"}
    return sends(*(json.dumps(line).encode() + b"\n" for line in [*lines, end]))


def _anthropic_says(*pieces: str) -> Play:
    message = {"id": "m", "type": "message", "role": "assistant", "model": "small", "content": [], "usage": _usage(1)}
    start = {"type": "content_block_start", "index": 0, "content_block": {"type": "text", "text": ""}}
    deltas = [{"type": "content_block_delta", "index": 0, "delta": {"type": "text_delta", "text": p}} for p in pieces]
    stop = {"type": "message_delta", "delta": {"stop_reason": "end_turn", "stop_sequence": None}, "usage": _usage(5)}
    events = [
        {"type": "message_start", "message": {**message, "stop_reason": None, "stop_sequence": None}},
        start,
        *deltas,
        {"type": "content_block_stop", "index": 0},
        stop,
        {"type": "message_stop"},
    ]
    return sends(*(f"event: {event['type']}\ndata: {json.dumps(event)}\n\n".encode() for event in events))


def _usage(tokens: int) -> dict[str, int]:
    return {"input_tokens": 1, "output_tokens": tokens}


_SAYS = {"ollama": _ollama_says, "anthropic": _anthropic_says}


@pytest.fixture(params=sorted(_SAYS))
def provider(request: pytest.FixtureRequest) -> str:
    name: str = request.param
    pytest.importorskip(f"llama_index.llms.{name}", exc_type=ImportError)
    return name


def _written(provider: str, server: Server, tries: int = 1, timeout: float = 20) -> list[str]:
    url = server.url.removesuffix("/v1")
    settings = Settings.load(
        writer=f"{provider}/small", writer_url=url, writer_key="k", writer_timeout=timeout, writer_tries=tries
    )
    writer = choose(settings, sleep=lambda seconds: None)
    assert writer
    return list(filter(None, writer.write(_QUESTION, SEAT)))


def test_pieces_come_through_and_the_evidence_got_there(provider: str) -> None:
    with serving(_SAYS[provider](*_PIECES)) as server:
        assert _written(provider, server) == list(_PIECES)
        assert "[1] The organisation is to have its seat" in json.dumps(server.requests[0].body)


@pytest.mark.parametrize(("status", "message"), [(401, "key"), (404, "not known"), (429, "too many"), (500, "(500)")])
def test_refusals_are_said_with_a_remedy(provider: str, status: int, message: str) -> None:
    with serving(refuses(status, "no such thing")) as server, pytest.raises(WriterFailed, match=message) as failed:
        _written(provider, server)
    assert failed.value.remedy


def test_one_that_recovers_is_asked_again(provider: str) -> None:
    with serving(refuses(503), _SAYS[provider](*_PIECES)) as server:
        assert _written(provider, server, tries=2) == list(_PIECES)


def test_one_that_is_down_is_said_with_what_to_start(provider: str) -> None:
    with serving(refuses(500)) as server:
        pass
    with pytest.raises(WriterFailed, match="cannot be reached"):
        _written(provider, server)


def test_the_models_that_it_has_are_listed(provider: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from rag.doctor.checks_writer import writer

    names = {
        "ollama": {"models": [{"model": "small:latest"}]},
        "anthropic": {"data": [{"id": "small", "type": "model"}], "has_more": False, "first_id": "a", "last_id": "a"},
    }
    monkeypatch.setattr(Request, "do_GET", lambda request: request.answer(200, names[provider]))
    with serving(refuses(500)) as server:
        url = server.url.removesuffix("/v1")
        assert writer(Settings.load(writer=f"{provider}/small", writer_url=url, writer_key="k")).ok
        assert not writer(Settings.load(writer=f"{provider}/other", writer_url=url, writer_key="k")).ok


def test_a_line_without_end_is_hung_up_on(provider: str) -> None:
    with serving(repeats(b": " * 500)) as server:
        with pytest.raises(WriterFailed, match="too long"):
            _written(provider, server, timeout=0.2)
        assert server.left.wait(20)
