"""Where language models come from: one row a provider. Their packages are imported when a row is used, and nowhere else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from rag.writing.language_model import MOST_TOKENS

if TYPE_CHECKING:
    from llama_index.core.llms import LLM

_CONTEXT = 8_192  # tokens; Ollama would otherwise set aside memory for the longest context that the model knows
_MOST_WITH_THOUGHTS = 4 * MOST_TOKENS  # a model of one's own may think before it writes
_NO_KEY = "none"  # a server of one's own asks for none, and must not be sent the one of a hosted provider
_SECONDS_TO_LIST = 10  # for a list of models, which is quick or not there


@dataclass(frozen=True, slots=True)
class Server:
    """Where a language model is asked, and how. `key` is `None` where the provider needs none and none is set."""

    model: str
    url: str
    key: str | None
    timeout: float


@dataclass(frozen=True, slots=True)
class Provider:
    """What is known of one provider.

    Attributes:
        modules: what its extra brings, as import names.
        extra: of this project; empty where nothing more is needed.
        url: where it is asked unless a setting says so; empty where the setting must.
        key_variable: where its key is looked for; empty where it needs none.
        build: the LlamaIndex language model. models: the names it offers.
        start: what to do where it is not there. fetch: where it does not know the model.
    """

    modules: tuple[str, ...]
    extra: str
    url: str
    key_variable: str
    build: Callable[[Server], LLM]
    models: Callable[[Server], list[str]]
    start: str
    fetch: str


def _ollama(server: Server) -> LLM:
    from llama_index.llms.ollama import Ollama
    from ollama import Client

    from rag.writing.hang_up import HOOKS

    headers = _bearer(server.key)
    llm: LLM = Ollama(
        model=server.model,
        base_url=server.url,
        request_timeout=server.timeout,
        temperature=0.0,
        context_window=_CONTEXT,
        client=Client(host=server.url, timeout=server.timeout, headers=headers, event_hooks=HOOKS),
        headers=headers,
        additional_kwargs={"num_predict": _MOST_WITH_THOUGHTS},
    )
    return llm


def _ollama_models(server: Server) -> list[str]:
    from ollama import Client

    client = Client(host=server.url, timeout=_SECONDS_TO_LIST, headers=_bearer(server.key))
    names = [model.model or "" for model in client.list().models]
    return [*names, *(name.removesuffix(":latest") for name in names if name.endswith(":latest"))]


def _bearer(key: str | None) -> dict[str, str]:
    return {"Authorization": f"Bearer {key}"} if key else {}


def _openai(server: Server) -> LLM:
    from rag.writing.openai_server import AnyOpenAI

    # Models that think before they write take only their own temperature, and count thoughts as tokens.
    plain = server.model.startswith(("gpt-3", "gpt-4", "ft:gpt-3", "ft:gpt-4"))
    limit = {"max_completion_tokens": MOST_TOKENS} if plain else {}
    return _like(AnyOpenAI, server, temperature=0.0 if plain else 1.0, additional_kwargs=limit)


def _openai_like(server: Server) -> LLM:
    from rag.writing.openai_server import AnyOpenAI

    return _like(AnyOpenAI, server, temperature=0.0, max_tokens=_MOST_WITH_THOUGHTS)


def _like(kind: Callable[..., LLM], server: Server, **settings: Any) -> LLM:
    from rag.writing.hang_up import client

    return kind(
        model=server.model,
        http_client=client(server.timeout),
        api_base=server.url,
        api_key=server.key or _NO_KEY,
        timeout=server.timeout,
        max_retries=0,
        **settings,
    )


def _openai_models(server: Server) -> list[str]:
    from openai import OpenAI

    client = OpenAI(base_url=server.url, api_key=server.key or _NO_KEY, timeout=_SECONDS_TO_LIST, max_retries=0)
    return [model.id for model in client.models.list()]


def _anthropic(server: Server) -> LLM:
    from rag.writing.anthropic_server import AnyAnthropic, temperature

    llm = AnyAnthropic(
        model=server.model,
        base_url=server.url,
        api_key=server.key,
        timeout=server.timeout,
        max_retries=0,
        max_tokens=MOST_TOKENS,
        temperature=temperature(server.model),
    )
    llm.hanging_up(server.timeout)
    return llm


def _anthropic_models(server: Server) -> list[str]:
    from anthropic import Anthropic

    client = Anthropic(base_url=server.url, api_key=server.key, timeout=_SECONDS_TO_LIST, max_retries=0)
    return [model.id for model in client.models.list(limit=1_000)]


PROVIDERS: dict[str, Provider] = {
    "ollama": Provider(
        modules=("llama_index.llms.ollama", "ollama"),
        extra="ollama",
        url="http://localhost:11434",
        key_variable="",
        build=_ollama,
        models=_ollama_models,
        start="Run: ollama serve. If it runs elsewhere, set RAG_WRITER_URL.",
        fetch="Run: ollama pull {model}",
    ),
    "openai": Provider(
        modules=("llama_index.llms.openai",),
        extra="openai",
        url="https://api.openai.com/v1",
        key_variable="OPENAI_API_KEY",
        build=_openai,
        models=_openai_models,
        start="Check the network, and RAG_WRITER_URL if it is set.",
        fetch="Check the name of the model in RAG_WRITER, and that your account may use it.",
    ),
    "anthropic": Provider(
        modules=("llama_index.llms.anthropic", "anthropic"),
        extra="anthropic",
        url="https://api.anthropic.com",
        key_variable="ANTHROPIC_API_KEY",
        build=_anthropic,
        models=_anthropic_models,
        start="Check the network, and RAG_WRITER_URL if it is set.",
        fetch="Check the name of the model in RAG_WRITER, and that your account may use it.",
    ),
    "openai-like": Provider(
        modules=("llama_index.llms.openai",),
        extra="openai",
        url="",
        key_variable="",
        build=_openai_like,
        models=_openai_models,
        start="Start the server, or correct RAG_WRITER_URL (it usually ends in /v1).",
        fetch="Name a model that the server offers, and check RAG_WRITER_URL (it usually ends in /v1).",
    ),
}
