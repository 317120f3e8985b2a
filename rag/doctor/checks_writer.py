"""What is looked at of the language model that the settings name: its package, its key, its server, its name."""

from __future__ import annotations

from collections.abc import Callable

from rag.doctor.checks import Check, guarded
from rag.errors import WriterFailed
from rag.settings import Settings
from rag.wording import without_login

NAME = "Language model"
_SHOWN = 5  # names of models that are listed


def writer(settings: Settings) -> Check:
    """The language model can be asked. Asks its server for the models that it has; no text is sent.

    Nothing is raised: what goes wrong is a failed check.
    """
    look = _LOOKS.get(settings.writer, _server)
    return guarded(NAME, lambda: look(settings))


def _none(settings: Settings) -> Check:
    return Check(NAME, True, "none: answers are sentences of the documents")


def _local(settings: Settings) -> Check:
    from rag.writing.local import weights

    return Check(NAME, True, f"{weights().name} is there; it is read with the first answer")


def _server(settings: Settings) -> Check:
    from rag.writing.choose import advice_of, choose, server_of
    from rag.writing.failures import explain

    choose(settings)
    provider, server = server_of(settings)
    address = without_login(server.url or "")
    try:
        known = provider.models(server)
    except Exception as error:  # each library raises its own; `explain` tells them apart
        failure = explain(error, settings.writer, advice_of(provider, server))
        raise WriterFailed(failure.message, failure.remedy) from error
    if server.model not in known:
        some = ", ".join(sorted(known)[:_SHOWN]) or "none"
        return Check(NAME, False, f"{address} has no {server.model}; it has {some}", advice_of(provider, server).fetch)
    return Check(NAME, True, f"{settings.writer} answers at {address}")


_LOOKS: dict[str, Callable[[Settings], Check]] = {"none": _none, "local": _local}
