"""The writer that the settings name. What is missing for it is said at once, with the command that brings it."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from importlib.util import find_spec

from rag.errors import BadSetting, ExtraMissing
from rag.settings import Settings
from rag.wording import without_login
from rag.writing.failures import Advice
from rag.writing.language_model import LanguageModel
from rag.writing.local import local_writer
from rag.writing.providers import PROVIDERS, Provider, Server

_WRITERS = "Writers are: none, local, " + ", ".join(f"{name}/NAME" for name in PROVIDERS) + "."
INSTALL = ".venv/bin/python -m pip install -e '.[{extra}]'"


def choose(settings: Settings, sleep: Callable[[float], None] = time.sleep) -> LanguageModel | None:
    """The language model of the setting `writer`; `None` for "none". Nothing is asked of it yet.

    Args:
        sleep: waits between tries, in seconds.

    Raises:
        BadSetting: no such writer, or its address or key is missing. ExtraMissing: its package is.
    """
    if settings.writer == "none":
        return None
    if settings.writer == "local":
        return local_writer(settings)
    provider, server = server_of(settings)
    advice = advice_of(provider, server)
    try:
        llm = provider.build(server)
    except ImportError as error:
        raise _extra_missing(settings.writer, provider, error.name or "a package") from error
    except ValueError as error:
        raise BadSetting(f"The writer {settings.writer} cannot be used: {error}", advice.fetch) from error
    return LanguageModel(
        settings.writer, llm, timeout=settings.writer_timeout, tries=settings.writer_tries, advice=advice, sleep=sleep
    )


def server_of(settings: Settings) -> tuple[Provider, Server]:
    """The provider that the setting `writer` names, and how to reach it. Raises as `choose`."""
    name, _, model = settings.writer.partition("/")
    provider = PROVIDERS.get(name)
    if provider is None or not model:
        raise BadSetting(f"There is no writer {settings.writer!r}.", _WRITERS)
    missing = [module for module in provider.modules if not _is_there(module)]
    if missing:
        raise _extra_missing(settings.writer, provider, missing[0])
    return provider, Server(model, _url(settings, provider), _key(settings, provider), settings.writer_timeout)


def advice_of(provider: Provider, server: Server) -> Advice:
    """What to do where this language model fails."""
    return Advice(provider.start, provider.fetch.format(model=server.model), _key_remedy(provider))


def _is_there(module: str) -> bool:
    try:
        return find_spec(module) is not None
    except ModuleNotFoundError:
        return False


def _extra_missing(writer: str, provider: Provider, package: str) -> ExtraMissing:
    return ExtraMissing(
        f"The writer {writer} needs {package}, which is not installed.", f"Run: {INSTALL.format(extra=provider.extra)}"
    )


def _url(settings: Settings, provider: Provider) -> str:
    url = settings.writer_url or provider.url
    if not url:
        example = "RAG_WRITER_URL=http://localhost:8000/v1"
        raise BadSetting(
            f"The writer {settings.writer} needs the address of its server.", f"Set it, for example {example}."
        )
    if not url.startswith(("http://", "https://")):
        raise BadSetting(
            f"The address {without_login(url)!r} of the writer is not one of the web.",
            "It starts with http:// or https://.",
        )
    return url


def _key(settings: Settings, provider: Provider) -> str | None:
    own = settings.writer_key.get_secret_value() if settings.writer_key else None
    key = own or (os.environ.get(provider.key_variable) if provider.key_variable else None)
    if provider.key_variable and not key:
        raise BadSetting(f"The writer {settings.writer} needs a key.", _key_remedy(provider))
    return key


def _key_remedy(provider: Provider) -> str:
    return f"Set {provider.key_variable or 'RAG_WRITER_KEY'} to a key that is valid there."
