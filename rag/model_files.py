"""The files of a shipped model: found, checked against their checksums, and refused with a remedy when they do not fit."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from corpus.errors import RagError

FORMAT = 1


class WeightsUnusable(RagError):
    """A shipped model's files are missing, damaged, or made for another version of this code."""


def checked_files(folder: Path) -> dict[str, Any]:
    """The folder's `manifest.json`, after every file that it names was found to be as it says.

    Raises:
        WeightsUnusable: a file is missing or differs from its checksum, or the format is another one.
    """
    manifest = read_manifest(folder)
    for name, expected in manifest["files"].items():
        check(folder / name, expected)
    return manifest


def read_manifest(folder: Path) -> dict[str, Any]:
    """The manifest alone; reads none of the files that it names.

    Raises:
        WeightsUnusable: it is missing or damaged, or the format is another one.
    """
    path = folder / "manifest.json"
    try:
        manifest: dict[str, Any] = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise unusable(f"The model's manifest {path} cannot be read.") from error
    if manifest.get("format") != FORMAT:
        raise unusable(f"{folder} holds weights of format {manifest.get('format')!r}, not {FORMAT}.")
    return manifest


def check(path: Path, expected: str) -> None:
    """That a file has the SHA-256 sum `expected`.

    Raises:
        WeightsUnusable: it is missing, or has not.
    """
    try:
        found = hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError as error:
        raise unusable(f"The model's file {path} cannot be read.") from error
    if found != expected:
        sums = f"its SHA-256 is {found[:12]}, not {expected[:12]}"
        raise unusable(f"The model's file {path} is damaged: {sums}.")


def write_manifest(folder: Path, content: Mapping[str, object], names: tuple[str, ...]) -> None:
    """`manifest.json`: `content`, and the checksum of each of these files of the folder."""
    sums = {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in names}
    whole = {"format": FORMAT, "files": sums, **content}
    (folder / "manifest.json").write_text(json.dumps(whole, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def unusable(message: str) -> WeightsUnusable:
    """The error, with the remedy that fits all of its causes."""
    return WeightsUnusable(message, "Install the package again, or name a folder that export.py wrote.")
