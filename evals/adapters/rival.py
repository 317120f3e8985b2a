"""Another project's assistant, in an environment of its own: a program in `evals/rivals/` asked in JSON, a line each way.

| asked | answered |
|---|---|
| `{"do": "prepare", "documents": [{"id", "text", "title"}]}` | `{"made": {...}, "settings": {...}}` |
| `{"do": "find", "question", "depth"}` | `{"documents": [id], "passages": [{"document", "start", "end"}]}`, best first |
| `{"do": "reply", "question"}` | `{"sentences": [{"text", "citations": [{"document", "start", "end", "quote"}]}]}` |

Offsets are code points of `text`. No sentences: it declined. `{"error": "..."}` in place of an answer: it could not.
"""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from evals.adapters.protocol import Cited, Found, Reply, Sentence
from evals.cases import Suite
from evals.errors import RivalFailed
from evals.spans import Stretch

FOLDER = Path(__file__).parent.parent / "rivals"


class Rival:
    """A program behind the protocol. Its index lives as long as the program does.

    Args:
        name: of the assistant. program: its file in `evals/rivals/`, or a path.
        python: of the environment that holds what the program imports.
    """

    concurrent = False  # one question a line, one answer a line

    def __init__(self, name: str, program: str, python: str) -> None:
        self.name = name
        self._command = [python, "-P", str(FOLDER / program)]  # -P: the program's folder hides no package
        self._process: subprocess.Popen[str] | None = None
        self._settings: Mapping[str, Any] = {}

    def prepare(self, suite: Suite, folder: Path) -> Mapping[str, Any]:
        """See `Assistant.prepare`. Nothing is written to the folder.

        Raises:
            RivalFailed: the program cannot be started, or says that it cannot go on.
        """
        pipe = subprocess.PIPE
        try:
            self._process = subprocess.Popen(self._command, stdin=pipe, stdout=pipe, encoding="utf-8")  # noqa: S603 - what the user named
        except OSError as error:
            told = f"{self._command[0]} cannot be started: {error.strerror or error}."
            raise RivalFailed(told, "Name the Python of an environment that holds it.") from error
        rows = [{"id": d.id, "text": d.text, "title": d.metadata.title} for d in suite.documents.values()]
        answer = self._asked({"do": "prepare", "documents": rows})
        self._settings = answer["settings"]
        made: Mapping[str, Any] = answer["made"]
        return made

    def find(self, question: str, depth: int) -> Found:
        """See `Assistant.find`."""
        answer = self._asked({"do": "find", "question": question, "depth": depth})
        rankings = {"search": tuple(answer["documents"][:depth])}
        return Found(rankings, passages=tuple(_stretch(row) for row in answer["passages"][:depth]))

    def reply(self, question: str) -> Reply:
        """See `Assistant.reply`."""
        rows = self._asked({"do": "reply", "question": question})["sentences"]
        sentences = tuple(Sentence(row["text"], tuple(_cited(c) for c in row["citations"])) for row in rows)
        return Reply(sentences, abstained=not sentences)

    def settings(self) -> Mapping[str, Any]:
        """See `Assistant.settings`."""
        return self._settings

    def close(self) -> None:
        """End the program; it ends by itself when nothing more can be asked."""
        if self._process is not None:
            self._process.communicate()
            self._process = None

    def _asked(self, question: Mapping[str, Any]) -> dict[str, Any]:
        if self._process is None or self._process.stdin is None or self._process.stdout is None:
            raise RuntimeError("prepare() comes first")
        try:
            self._process.stdin.write(json.dumps(question) + "\n")
            self._process.stdin.flush()
            answer = json.loads(self._process.stdout.readline())
        except (OSError, ValueError) as error:
            raise RivalFailed(f"{self.name} broke off.", "Its last words are above.") from error
        if "error" in answer:
            raise RivalFailed(f"{self.name} could not: {answer['error']}", "Look at its program in evals/rivals/.")
        return dict(answer)


def _stretch(row: Mapping[str, Any]) -> Stretch:
    return Stretch(row["document"], row["start"], row["end"])


def _cited(row: Mapping[str, Any]) -> Cited:
    return Cited(_stretch(row), row["quote"])
