"""A saved answer: JSON with a digest of what it says, and reading it back without trusting it.

The digest tells of accidents, not of forgery: whoever edits the file can make it anew. Only looking the citations up and
checking the sentences again (`rag.recheck`) tells what an answer is worth.
"""

from __future__ import annotations

import errno
import hashlib
import json
import os
import secrets
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rag.errors import BadAnswerFile
from rag.records.answers import SCHEMA_VERSION, Answer

LARGEST = 20_000_000  # bytes; an answer with its trace is a hundredth of it
_REMEDY = "Name a file that `rag ask --save FILE` or `Answer.save` wrote."
_NOT_SAID = ("trace", "digest")


@dataclass(frozen=True, slots=True)
class SavedAnswer:
    """What a file held. `intact` is whether it says what it said when it was saved; `None`: it has no digest.

    An intact file may be a forged one.
    """

    answer: Answer
    intact: bool | None


def to_save(answer: Answer) -> dict[str, Any]:
    """The answer's JSON form with its digest: what `write` writes, for whoever writes it elsewhere."""
    data = answer.to_dict()
    return {**data, "digest": digest(data)}


def require_place(path: Path | str) -> None:
    """That a file can be written there, as far as can be told before.

    Raises:
        OSError: it cannot; `filename` is the path as it was given.
    """
    target = Path(path).resolve()
    if not target.parent.is_dir():
        raise _unusable(errno.ENOENT if not target.parent.exists() else errno.ENOTDIR, path)
    if target.exists() and not target.is_file():
        raise OSError(errno.EINVAL, "It is not a regular file", str(path))
    if not os.access(target.parent, os.W_OK | os.X_OK) or (target.exists() and not os.access(target, os.W_OK)):
        raise _unusable(errno.EACCES, path)


def write(answer: Answer, path: Path | str) -> None:
    """Write the file, whole or not at all. A file that is there keeps its mode; a new one gets the usual.

    Raises:
        OSError: the place cannot be written to; `filename` is the path as it was given.
    """
    require_place(path)
    text = json.dumps(to_save(answer), ensure_ascii=False, indent=2) + "\n"
    try:
        _replace(Path(path).resolve(), text.encode("utf-8", "replace"))
    except OSError as error:
        raise _unusable(error.errno or errno.EIO, path) from error


def _replace(target: Path, content: bytes) -> None:
    part = target.parent / f".answer-{secrets.token_hex(8)}.part"
    try:
        with part.open("xb") as file:
            file.write(content)
        if target.exists():
            part.chmod(stat.S_IMODE(target.stat().st_mode))
        part.replace(target)
    except BaseException:  # the part goes, whatever stopped it, and the error goes on
        part.unlink(missing_ok=True)
        raise


def _unusable(number: int, path: Path | str) -> OSError:
    return OSError(number, os.strerror(number), str(path))


def read(path: Path | str) -> SavedAnswer:
    """What a file holds; every value in it is checked.

    Raises:
        BadAnswerFile: it is not there, too large, no JSON, of another version, or nothing that an answer can be.
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
    _require_sense(path, answer)
    saved = data.get("digest")
    same = saved == digest(data) and data.get("text") == answer.text
    return SavedAnswer(answer, None if saved is None else same)


def digest(data: dict[str, Any]) -> str:
    """SHA-256 (hex) of what an answer says, its trace aside."""
    said = {name: value for name, value in data.items() if name not in _NOT_SAID}
    text = json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()


def _require_sense(path: Path | str, answer: Answer) -> None:
    if answer.abstained and answer.sentences:
        raise BadAnswerFile(f"{path} is no saved answer: it abstains and has sentences.", _REMEDY)
    if not answer.abstained and not answer.sentences:
        raise BadAnswerFile(f"{path} is no saved answer: it has no sentence and does not abstain.", _REMEDY)


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
