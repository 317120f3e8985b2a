"""Which questions, which index, which code: hashes that say whether two outcomes may be put side by side."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import fields
from functools import cache
from pathlib import Path
from typing import Any

import corpus
import index
import rag
from evals.adapters.protocol import Cited
from evals.cases import Question, Suite
from evals.outcomes import Outcome
from evals.provenance import public_settings
from evals.said import Said
from index.split import SPLITTER_VERSION

_INDEX_SETTINGS = ("embedding_model", "passage_tokens")


def text_hash(text: str) -> str:
    """SHA-256 (hex) of a text in UTF-8."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def question_hash(question: Question) -> str:
    """Of all that an outcome depends on: the question's words, whether it has an answer, and the short answers."""
    return _hash([question.text, question.answerable, list(question.answers)])


def index_hash(suite: Suite, settings: Mapping[str, Any]) -> str:
    """Of what the index is made of and how: the documents' texts, the embedding model, the splitter."""
    texts = sorted((document.id, document.sha256) for document in suite.documents.values())
    return _hash([texts, SPLITTER_VERSION, {name: settings.get(name) for name in _INDEX_SETTINGS}])


def run_key(suite: Suite, about: Mapping[str, Any], *, search_only: bool) -> str:
    """The same for two runs whose outcomes are interchangeable: same index, assistant, settings, weights and code."""
    settings = about.get("settings", {})
    shown = public_settings(about)
    weights = {name: _content(value) for name, value in settings.items() if isinstance(value, str)}
    kept = [field.name for kind in (Outcome, Said, Cited) for field in fields(kind)]  # another form is not taken over
    return _hash([suite.name, index_hash(suite, settings), shown, weights, code_hash(), search_only, kept])


@cache
def code_hash() -> str:
    """Of the code and the bundled weights that answers come from; a change of either may change any answer."""
    roots = [Path(str(package.__file__)).parent for package in (corpus, index, rag)]
    files = [path for root in roots for path in sorted(root.rglob("*.py"))]
    files += sorted((roots[-1] / "evidence_model" / "weights").glob("*"))
    return _hash([[path.name, _bytes_hash(path)] for path in files if path.is_file()])


def _content(value: str) -> Any:
    """The hashes of the files that a setting names, where it names some."""
    path = Path(value)
    if os.sep not in value or not path.exists():
        return None
    files: Iterable[Path] = [path] if path.is_file() else sorted(path.rglob("*"))
    return [_bytes_hash(file) for file in files if file.is_file()]


def _bytes_hash(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _hash(value: Any) -> str:
    return text_hash(json.dumps(value, sort_keys=True, ensure_ascii=True, default=str))
