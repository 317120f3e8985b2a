"""What a run was made with: versions, commit, date. Enough to make it again, and no paths of the machine."""

from __future__ import annotations

import os
import platform
import re
import subprocess
from collections.abc import Mapping
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

_PACKAGES = (
    "reading-room",
    "chromadb",
    "sentence-transformers",
    "transformers",
    "torch",
    "sentencex",
    "numpy",
    "scikit-learn",
    "scipy",
    "ir-measures",
)
_SECRET = re.compile(r"(^|_)(key|token|secret|password)$")
_LOGIN = re.compile(r"//[^/@\s]*@")
_ROOT = Path(__file__).parent.parent
# Every look at a report split writes it: that changes nothing that is measured.
_OWN = ":(top,exclude)evals/ledger.jsonl"


def provenance() -> dict[str, Any]:
    """Date (UTC), commit, whether the working tree differs from it, Python, processor count and package versions."""
    commit = _git("rev-parse", "HEAD")
    return {
        "date": datetime.now(UTC).isoformat(timespec="seconds"),
        "commit": commit,
        "dirty": bool(_git("status", "--porcelain", "--", ":/", _OWN)) if commit else None,
        "python": platform.python_version(),
        "machine": platform.machine(),
        "processors": os.cpu_count(),
        "versions": {name: found for name in _PACKAGES if (found := _version(name))},
    }


def public_settings(settings: Mapping[str, Any]) -> dict[str, Any]:
    """Settings as they may be passed on.

    Absolute paths are cut to their last part: where it lay on one machine tells nobody anything. Keys, and names and
    passwords in addresses, are left out.
    """
    return {name: _public(name, value) for name, value in settings.items()}


def _public(name: str, value: Any) -> Any:
    if isinstance(value, Mapping):
        return public_settings(value)
    if not isinstance(value, str):
        return value
    if _SECRET.search(name):
        return "(set)"
    return Path(value).name if Path(value).is_absolute() else _LOGIN.sub("//", value)


def _git(*arguments: str) -> str | None:
    command = ["git", *arguments]
    try:
        done = subprocess.run(command, cwd=_ROOT, capture_output=True, text=True, check=True)  # noqa: S603 - no user input
    except (OSError, subprocess.CalledProcessError):  # no git, or not a checkout: the run is still worth keeping
        return None
    return done.stdout.strip()


def _version(package: str) -> str | None:
    try:
        return version(package)
    except PackageNotFoundError:
        return None
