"""`rag doctor`: what is wrong, and the remedy. `rag settings`: every setting and its value."""

from __future__ import annotations

import re
from dataclasses import asdict, replace
from typing import TYPE_CHECKING, Any

import typer

from ui.commands.shared import Index, Json, print_json, shared, waiting

if TYPE_CHECKING:
    from rag.doctor import Check

SOMETHING_WRONG = 3
"""Exit status where a check failed."""

_SECRET = ("writer_key",)
_LOGIN = re.compile(r"(?<=://)\S*@")  # as far as the last one: a password may hold an @ itself


def doctor(context: typer.Context, index: Index = None, as_json: Json = False) -> None:
    """Check the installation, the embedding model and the index; say what is wrong and what to do.

    Changes nothing. Ends with status 3 where something is wrong.
    """
    here = shared(context, index, as_json)
    from rag.doctor import examine

    with waiting("Examining …"):
        checks = [_public(check) for check in examine(here.index)]
    if here.as_json:
        print_json({"ok": all(check.ok for check in checks), "checks": [asdict(check) for check in checks]})
    else:
        _show(checks)
    raise typer.Exit(0 if all(check.ok for check in checks) else SOMETHING_WRONG)


def settings(context: typer.Context, index: Index = None, as_json: Json = False) -> None:
    """List every setting with its value, and the environment variable that sets it.

    A key is shown as (set) or (not set), and an address without its user and password.
    """
    here = shared(context, index, as_json)
    values = here.settings()
    if here.as_json:
        plain = values.model_dump(mode="json")
        print_json({name: _shown(name, value) for name, value in plain.items()})
        return
    from rich.text import Text

    from rag.wording import one_line
    from ui.terminal import Hanging, screen

    console = screen()
    for name, field in type(values).model_fields.items():
        value = getattr(values, name)
        changed = "" if value == field.default or name in _SECRET else f" (default {field.default})"
        shown = one_line(str(_shown(name, value)))
        line = Text(f"RAG_{name.upper()}", "bold").append(f"  {shown}{changed}", "not bold")
        console.print(Hanging(line))
        console.print(Hanging(Text(field.description or "", "dim"), "    "))


def _shown(name: str, value: Any) -> Any:
    """A setting's value as it may be seen by whoever looks over the shoulder, or reads a report of it."""
    if name in _SECRET:
        return "(not set)" if value is None else "(set)"
    return _without_login(value) if isinstance(value, str) else value


def _public(check: Check) -> Check:
    return replace(check, detail=_without_login(check.detail), remedy=_without_login(check.remedy))


def _without_login(text: str) -> str:
    return _LOGIN.sub("…@", text)


def _show(checks: list[Check]) -> None:
    from rich.text import Text

    from rag.wording import count, one_line
    from ui.terminal import Hanging, screen

    console = screen()
    for check in checks:
        mark, style = ("ok     ", "green") if check.ok else ("WRONG  ", "bold red")
        console.print(Hanging(Text(f"{check.name}: {one_line(check.detail)}", "" if check.ok else "bold"), mark))
        if not check.ok:
            console.print(Hanging(Text(one_line(check.remedy), style), " " * len(mark)))
    wrong = sum(not check.ok for check in checks)
    console.print(Text(f"{count(wrong, 'thing')} to put right." if wrong else "Everything is in order."))
