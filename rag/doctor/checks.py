"""What is looked at on the machine: Python, packages, the embedding model, disk space, and that nothing is reported."""

from __future__ import annotations

import os
import platform
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from corpus.errors import RagError
from index.embed import Embedder
from rag.reading.choose import MODEL, SIMILARITY
from rag.reading.cross_encoder_reader import CrossEncoderReader
from rag.settings import Settings

_PACKAGES = ("chromadb", "torch", "sentence-transformers", "onnxruntime", "llama-index-core", "gradio")
_OLDEST_PYTHON = (3, 11)
_LEAST_SPACE = 500_000_000  # bytes
_TRACES = "CHROMA_OTEL_COLLECTION_ENDPOINT"  # where Chroma would send traces of its work
_AGAIN = "Run the command again; if it stays so, delete the index folder and run `rag index FOLDER`."


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at. `remedy` is never empty where `ok` is false."""

    name: str
    ok: bool
    detail: str
    remedy: str = ""


def guarded(name: str, look: Callable[[], Check]) -> Check:
    """What `look` finds; whatever goes wrong while it looks is a failed check."""
    try:
        return look()
    except RagError as error:
        return Check(name, False, error.message, error.remedy or _AGAIN)
    except OSError as error:
        about = f"{error.filename or 'a file'} cannot be used: {error.strerror or error}"
        return Check(name, False, about, "Check the path and its permissions.")
    except Exception as error:  # a damaged index makes SQLite and Chroma raise almost anything
        return Check(name, False, f"{type(error).__name__}: {str(error)[:200]}", _AGAIN)


def python() -> Check:
    """The interpreter is new enough."""
    wanted = ".".join(map(str, _OLDEST_PYTHON))
    ok = sys.version_info[:2] >= _OLDEST_PYTHON
    return Check("Python", ok, platform.python_version(), "" if ok else f"Install Python {wanted} or newer.")


def packages() -> Check:
    """The heavy packages are there."""
    found, missing = [], []
    for name in _PACKAGES:
        try:
            found.append(f"{name} {version(name)}")
        except PackageNotFoundError:
            missing.append(name)
    if missing:
        return Check("Packages", False, f"not installed: {', '.join(missing)}", f"Run: pip install {' '.join(missing)}")
    return Check("Packages", True, ", ".join(found))


def model(embedder: Embedder) -> Check:
    """The embedding model loads and embeds."""
    dimension = len(embedder.encode_question("Is anybody there?"))
    return Check("Embedding model", True, f"{embedder.name} loads; {dimension} numbers a passage")


def evidence_model(settings: Settings) -> Check:
    """The model that finds the evidence loads, ours or another."""
    if settings.reader == SIMILARITY:
        return Check("Evidence model", True, f"not used: the reader is {settings.reader!r}")
    if settings.reader != MODEL:
        CrossEncoderReader(settings.reader, allow_download=settings.allow_download).load()
        return Check("Evidence model", True, f"ours is not used: the cross-encoder {settings.reader!r} loads")
    from rag.evidence_model import EvidenceModel

    return Check("Evidence model", True, f"version {EvidenceModel.load(settings.evidence_model).version} loads")


def support_model(settings: Settings) -> Check:
    """The model that judges support loads, where it is ours."""
    if settings.support_model != "built-in":
        return Check("Support model", True, f"ours is not used: the setting names {settings.support_model!r}")
    from rag.support_model import SupportReader

    return Check("Support model", True, f"version {SupportReader.load().version} loads")


def silence() -> Check:
    """The environment does not make Chroma report its work. Its own telemetry is off wherever we open it."""
    if os.environ.get(_TRACES):
        return Check(
            "Nothing is reported", False, f"{_TRACES} is set: Chroma sends traces there", f"Run: unset {_TRACES}"
        )
    return Check("Nothing is reported", True, "Chroma's telemetry and its traces are off")


def space(folder: Path) -> Check:
    """There is room for the index to grow."""
    there = next(place for place in (folder.absolute(), *folder.absolute().parents) if place.is_dir())
    free = shutil.disk_usage(there).free
    remedy = "" if free >= _LEAST_SPACE else "Free some space, or choose another folder with --index."
    return Check("Disk space", not remedy, f"{free / 1e9:,.1f} GB free", remedy)
