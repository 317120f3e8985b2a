"""Which files of a folder become documents, and under which ids."""

from __future__ import annotations

import stat
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from corpus.errors import Failure, SourceMissing
from corpus.metadata import TABLE_NAME
from corpus.read import SUFFIXES, format_of


@dataclass(frozen=True, slots=True)
class Listing:
    """What a folder holds.

    Attributes:
        files: id and path of each file that can be read, sorted by id.
        skipped: what a user would expect to find among `files`, with the reason why it is not.
        unsupported: how many files there are of each other suffix.
    """

    files: tuple[tuple[str, Path], ...] = ()
    skipped: tuple[Failure, ...] = ()
    unsupported: dict[str, int] = field(default_factory=dict)


def list_files(root: Path) -> Listing:
    """The documents under `root`, a folder or a single file. Hidden files and folders are passed over.

    A symbolic link is followed where it stays inside the folder; what has been listed under its own name is not
    listed again under that of a link, so that loops end and no text is counted twice.

    Raises:
        SourceMissing: there is no such folder or file, or it may not be entered.
    """
    try:
        mode = root.stat().st_mode
        if stat.S_ISDIR(mode):
            return _Walk(root).listing()
    except FileNotFoundError as error:
        raise SourceMissing(f"There is no folder or file {root}.", "Check the path.") from error
    except OSError as error:
        raise SourceMissing(
            f"{root} cannot be entered: {error.strerror or error}.", "Check the path and its permissions."
        ) from error
    walk = _Walk(root.parent)
    walk.take(root)
    if not walk.files and not walk.skipped:
        walk.skip(root, "is not in a format that can be read.", f"Convert it to one of {', '.join(SUFFIXES)}.")
    return walk.listing_of_one()


class _Walk:
    """One pass over a folder: real files and folders first, then what links lead to."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.real_root = root.resolve()
        self.files: dict[str, Path] = {}
        self.skipped: list[Failure] = []
        self.unsupported: Counter[str] = Counter()
        self.seen: set[Path] = set()
        self.links: list[Path] = []

    def listing(self) -> Listing:
        next(self.root.iterdir(), None)  # an unreadable root is an error, an unreadable folder inside it is not
        self.walk(self.root)
        while self.links:
            for link in sorted(self._take_links()):
                self.follow(link)
        return self.listing_of_one()

    def listing_of_one(self) -> Listing:
        ordered = sorted(self.skipped, key=lambda failure: failure.id)
        return Listing(tuple(sorted(self.files.items())), tuple(ordered), dict(self.unsupported))

    def _take_links(self) -> list[Path]:
        links, self.links = self.links, []
        return links

    def walk(self, folder: Path) -> None:
        pending = [folder]
        while pending:
            folder = pending.pop()
            real = folder.resolve()
            if real in self.seen:
                continue
            self.seen.add(real)
            for path in self._entries(folder):
                if path.is_symlink():
                    self.links.append(path)
                elif path.is_dir():
                    pending.append(path)
                else:
                    self.take(path)

    def _entries(self, folder: Path) -> Iterator[Path]:
        try:
            paths = sorted(folder.iterdir())
        except OSError as error:
            reason = f"cannot be entered: {error.strerror or error}."
            self.skip(folder, reason, "Give yourself the right to read the folder.")
            return
        yield from (path for path in paths if not path.name.startswith(".") and path.name != TABLE_NAME)

    def take(self, path: Path) -> None:
        """Note one file, if it is one that can be read."""
        if format_of(path) is None:
            self.unsupported[path.suffix.lower()] += 1
            return
        document_id = self.id_of(path)
        if not path.is_file():
            self.skip(path, "is not a regular file.", "Copy what it provides into a file.")
        elif "\ufffd" in document_id:
            self.skip(path, "has a name that is not valid Unicode.", "Rename the file.")
        elif document_id in self.files:
            reason = "has the same name as another file, written with other Unicode characters."
            self.skip(path, reason, "Rename one of the two.")
        else:
            self.seen.add(path.resolve())
            self.files[document_id] = path

    def follow(self, link: Path) -> None:
        """Take the file or walk the folder behind a symbolic link, unless it leads outside or is known."""
        try:
            target = link.resolve(strict=True)
        except (OSError, RuntimeError):  # RuntimeError: a link that leads to itself, before Python 3.13
            if format_of(link):
                self.skip(link, "is a link that leads nowhere.", "Remove the link, or restore what it leads to.")
            return
        if target in self.seen:
            return
        if not target.is_relative_to(self.real_root):
            if target.is_dir() or format_of(link):
                self.skip(link, "is a link to something outside the folder.", "Copy what it leads to into the folder.")
        elif target.is_dir():
            self.walk(link)
        else:
            self.take(link)

    def skip(self, path: Path, reason: str, remedy: str) -> None:
        skipped = self.id_of(path)
        self.skipped.append(Failure(skipped, f"{skipped} {reason}", remedy))

    def id_of(self, path: Path) -> str:
        raw = path.relative_to(self.root).as_posix()
        return unicodedata.normalize("NFC", raw.encode("utf-8", "surrogateescape").decode("utf-8", "replace"))
