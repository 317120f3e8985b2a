"""`replies` and `survivors`: what a language model writes, and what of it stands the checks, for reading by hand."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from evals.commands.options import INDEXES, Index, Json, print_json, screen

if TYPE_CHECKING:
    from evals.verifier.replies import Checked

Replies = Annotated[Path, typer.Argument(metavar="REPLIES", help="A file of replies, JSON Lines.", show_default=False)]


def replies(
    out: Replies,
    limit: Annotated[int, typer.Option(help="So many questions with an answer, and so many without.", min=1)] = 60,
    seed: Annotated[int, typer.Option(help="Draws them.")] = 0,
    index: Index = None,
) -> None:
    """Ask the language model of the setting RAG_WRITER questions on the sample collection, and keep its replies.

    It is asked whatever the confidence, so that the checks alone decide what stands. Held-out questions are among them, which is noted in
    the ledger. Stop it and start it again as you like.

    \b
    RAG_WRITER=local rag eval replies replies.jsonl
    """
    from rich.progress import Progress

    from evals.suites.governance import load, load_held_out, sample_collection
    from evals.verifier.replies import record
    from rag import Settings, build
    from rag.answering.choose import writer

    settings = Settings.load()
    chosen = writer(settings)
    if chosen is None:
        raise typer.BadParameter("No language model is set.", param_hint="RAG_WRITER")
    _note(chosen.name, limit, seed)
    questions = _drawn([*load().questions, *load_held_out().questions], limit, seed)
    with build(sample_collection(), index or INDEXES / "governance", writer=chosen, settings=settings) as assistant:
        answering = assistant.answering
        with Progress(transient=True) as bar:
            task = bar.add_task("Asking", total=len(questions))
            for _ in record(questions, answering, chosen, out):
                bar.update(task, advance=1)


def _note(name: str, limit: int, seed: int) -> None:
    from evals.provenance import provenance
    from evals.results import note_in_ledger

    suite = {"name": "replies"}
    about = {"suite": suite, "split": "all", "limit": limit, "seed": seed, "assistant": {"name": name}}
    note_in_ledger({**provenance(), **about, "figures": [], "questions": []})


def _drawn(questions: list[Any], limit: int, seed: int) -> list[Any]:
    import random

    draw = random.Random(seed)
    kinds = ([q for q in questions if q.answerable is kind] for kind in (True, False))
    return [question for kind in kinds for question in draw.sample(kind, min(limit, len(kind)))]


def survivors(
    file: Replies,
    support: Annotated[
        str, typer.Option("--support", help="The support model, as the setting support_model.")
    ] = "built-in",
    out: Annotated[
        Path | None, typer.Option("--out", "-o", metavar="FILE", help="Write what stands as JSON Lines.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Check recorded replies, and show every sentence that stands beside what it cites."""
    import json

    from evals.verifier.models import checker_with, support_model
    from evals.verifier.replies import check, load

    checked = check(load(file), checker_with(support_model(support)[0]))
    rows = [row for one in checked for row in _rows(one)]
    if as_json:
        print_json({"figures": _figures(checked), "survivors": rows})
    else:
        for row in rows:
            screen().print(f"{row['id']} ({row['verdict']}): {row['text']}\n    {row['cited']}\n")
        for name, value in _figures(checked).items():
            screen().print(f"{name}: {value}")
    if out:
        out.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")


def _rows(one: Checked) -> list[dict[str, Any]]:
    return [
        {
            "id": one.reply.id,
            "question": one.reply.question,
            "answerable": one.reply.answerable,
            "text": sentence.text,
            "verdict": sentence.verdict.value,
            "check": sentence.finding.check,
            "cited": [citation.quote for citation in sentence.citations],
        }
        for sentence in one.kept
    ]


def _figures(checked: list[Checked]) -> dict[str, Any]:
    figures: dict[str, Any] = {}
    for name, answerable in (("answerable", True), ("unanswerable", False)):
        chosen = [one for one in checked if one.reply.answerable is answerable]
        figures[name] = {
            "questions": len(chosen),
            "failed": sum(bool(one.reply.failed) for one in chosen),
            "sentences written": sum(one.written for one in chosen),
            "sentences that stand": sum(len(one.kept) for one in chosen),
            "of them word for word": sum(s.finding.check == "verbatim" for one in chosen for s in one.kept),
            "answers left": sum(bool(one.kept) for one in chosen),
        }
    return figures
