"""Reading a benchmark's files: found, parsed and recognised, or refused by name and line."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from evals.errors import BadData, DataMissing

Shape = Mapping[str, type]


def require(data_dir: Path, name: str, origin: str) -> Path:
    """The path of a file of a benchmark.

    Raises:
        DataMissing: it is not there; the remedy says where it can be had.
    """
    path = data_dir / name
    if not path.exists():
        remedy = f"Put it into {Path(name).parent}/ of the folder named by --data-dir; it can be had from {origin}."
        raise DataMissing(f"There is no {name} in {data_dir}.", remedy)
    return path


def read_json(path: Path) -> Any:
    """The value in a JSON file."""
    return _parsed(path.read_bytes(), path.name)


def read_lines(path: Path, shape: Shape) -> Iterator[tuple[str, dict[str, Any]]]:
    """The rows of a JSON Lines file, each with its place (`file, line 3`) and checked against a shape."""
    for number, line in enumerate(path.read_bytes().splitlines(), 1):
        place = f"{path.name}, line {number}"
        if line.strip():
            yield place, check(_parsed(line, place), shape, place)


def check(row: Any, shape: Shape, place: str) -> dict[str, Any]:
    """The row, if it is an object that has the fields of the shape with values of their types.

    Raises:
        BadData: otherwise, with the place and the field.
    """
    if not isinstance(row, dict):
        raise BadData(f"{place}: expected an object, found {type(row).__name__}.", _REMEDY)
    for name, kind in shape.items():
        if name not in row:
            raise BadData(f"{place}: the field {name!r} is missing.", _REMEDY)
        if not isinstance(row[name], kind):
            raise BadData(f"{place}: {name!r} is {type(row[name]).__name__}, not {kind.__name__}.", _REMEDY)
    return row


def fingerprints(paths: Iterable[Path], root: Path) -> dict[str, str]:
    """SHA-256 of each file, by its path relative to the root."""
    return {path.relative_to(root).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in paths}


def _parsed(data: bytes, place: str) -> Any:
    try:
        return json.loads(data)
    except ValueError as error:
        raise BadData(f"{place}: not JSON ({error}).", _REMEDY) from error


_REMEDY = "Check that the file is the unchanged one of the benchmark; evals/suites/ says which file each loader reads."
