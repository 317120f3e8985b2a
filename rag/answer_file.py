"""A saved answer: JSON with a digest of what it says, and reading it back without trusting it."""

from __future__ import annotations

import hashlib
import json
import os
import stat
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rag.answers import SCHEMA_VERSION, Answer
from rag.errors import BadAnswerFile

LARGEST = 20_000_000  # bytes; an answer with its trace is a hundredth of it
_REMEDY = "Name a file that `rag ask --save FILE` or `Answer.save` wrote."
_NOT_SAID = ("trace", "digest")


@dataclass(frozen=True, slots=True)
class SavedAnswer:
    """What a file held. `intact` is whether it says what it said when it was saved; `None`: it has no digest."""

    answer: Answer
    intact: bool | None


def write(answer: Answer, path: Path | str) -> None:
    """Write the file, whole or not at all.

    Raises:
        OSError: the place cannot be written to.
    """
    data = answer.to_dict()
    text = json.dumps({**data, "digest": digest(data)}, ensure_ascii=False, indent=2) + "\n"
    path = Path(path)
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=".answer-", suffix=".part")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(text.encode("utf-8", "replace"))
        Path(name).replace(path)
    except BaseException:  # the part goes, whatever stopped it, and the error goes on
        Path(name).unlink(missing_ok=True)
        raise


def read(path: Path | str) -> SavedAnswer:
    """What a file holds; every value in it is checked.

    Raises:
        BadAnswerFile: it is not there, too large, no JSON, of another version, or no answer.
    """
    from pydantic import TypeAdapter, ValidationError
    from pydantic_core import from_json

    raw = _bytes_of(Path(path))
    try:
        data = from_json(raw)
    except ValueError as error:
        raise BadAnswerFile(f"{path} is not JSON: {str(error)[:120]}.", _REMEDY) from error
    if not isinstance(data, dict) or "schema_version" not in data:
        raise BadAnswerFile(f"{path} is no saved answer.", _REMEDY)
    _require_version(path, data["schema_version"])
    try:
        answer = TypeAdapter(Answer).validate_python(data)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        raise BadAnswerFile(f"{path} is no saved answer: {place}: {first['msg']}.", _REMEDY) from error
    saved = data.get("digest")
    return SavedAnswer(answer, None if saved is None else saved == digest(data))


def digest(data: dict[str, Any]) -> str:
    """SHA-256 (hex) of what an answer says, its trace aside."""
    said = {name: value for name, value in data.items() if name not in _NOT_SAID}
    text = json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()


def _require_version(path: Path | str, version: object) -> None:
    if version != SCHEMA_VERSION:
        raise BadAnswerFile(
            f"{path} is an answer of schema version {str(version)[:20]}; this version of the project reads {SCHEMA_VERSION}.",
            "Ask the question again and save the new answer.",
        )


def _bytes_of(path: Path) -> bytes:
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise BadAnswerFile(f"{path} is not a file.", _REMEDY)
        if status.st_size > LARGEST:
            raise BadAnswerFile(f"{path} is larger than an answer can be: {status.st_size:,} bytes.", _REMEDY)
        with path.open("rb") as file:
            return file.read(LARGEST)
    except (OSError, ValueError) as error:  # ValueError: a path with a null character
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise BadAnswerFile(f"{path} cannot be read: {reason}.", _REMEDY) from error
