"""Bytes to text, whatever the encoding; bytes that are no text are refused."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable

from corpus.document import normalise
from corpus.errors import UnreadableFile

_MARKS = (  # UTF-32 first: its mark begins with that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_OTHER_KINDS = (
    (b"%PDF-", "a PDF file", "Rename it so that it ends in .pdf."),
    (b"PK\x03\x04", "a ZIP or Office file", "Give it the right ending (.docx for Word), or unpack it."),
    (b"\xd0\xcf\x11\xe0", "an old Office file", "Save it as .docx in a word processor."),
    (b"{\\rtf", "a rich text (RTF) file", "Save it as .docx in a word processor."),
    (b"\x89PNG", "a picture", "Remove it, or run text recognition on it first."),
    (b"\xff\xd8\xff", "a picture", "Remove it, or run text recognition on it first."),
    (b"\x1f\x8b", "a compressed (gzip) file", "Unpack it."),
)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")
_TO_SPACE = dict.fromkeys((*range(0x09), 0x0B, *range(0x0E, 0x20), 0x7F), " ") | {0x0C: "\n"}
_MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_SAMPLE_BYTES = 64_000
# What text is found in today; with rarer ones allowed, a short English text is taken for Icelandic or Farsi.
_IN_USE = [
    *("cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258", "koi8_r"),
    *("gb18030", "big5", "cp932", "euc_jp", "euc_kr", "cp949", "tis_620"),
]
_TYPOGRAPHY = "€‚„…‘’“”•–—™\xa0£§©«®°·»".encode("cp1252")
FEW = 0.02  # share of letters beyond ASCII below which there is nothing to tell languages apart by
MOST_CONTROL_CHARACTERS = 0.01  # share of the text; real text has next to none, compressed data about a tenth


def decode(data: bytes, declared: str | None = None) -> str:
    """The text of `data`, with newlines unified and control characters replaced by spaces.

    Tried in this order: a byte-order mark, UTF-8, UTF-8 with single stray bytes (read as Windows-1252), the encoding
    that the file declares, the most probable one.

    Raises:
        UnreadableFile: these are no bytes of text; the reason reads on after the file's name.
    """
    for start, kind, remedy in _OTHER_KINDS:
        if data.startswith(start):
            raise UnreadableFile(f"is {kind} by its contents, not text.", remedy)
    text = normalise(_decoded(data, declared))
    if len(_CONTROL.findall(text)) > MOST_CONTROL_CHARACTERS * len(text):
        raise _not_text()
    return text.translate(_TO_SPACE) if _CONTROL.search(text) or "\x0c" in text else text


def _decoded(data: bytes, declared: str | None) -> str:
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(name, "replace")
    try:
        if b"\x00" in data and (wide := _wide(data)):
            return data.decode(wide)
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    if _mostly_utf8(data):
        return data.decode("utf-8", "stray-windows-1252")
    return data.decode(_known(declared) or _detected(data), "replace")


def _wide(data: bytes) -> str | None:
    """UTF-16 without its mark, as far as Latin text goes: every other byte is zero."""
    sample = data[:_SAMPLE_BYTES]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    most, fewest = 0.3 * len(sample), 0.01 * len(sample)
    if odd > most and even < fewest:
        return "utf-16-le"
    return "utf-16-be" if even > most and odd < fewest else None


def _mostly_utf8(data: bytes) -> bool:
    """Whether there are more whole multi-byte sequences than bytes that belong to none."""
    sequences = _MULTIBYTE.findall(data)
    return len(sequences) > _beyond_ascii(data) - sum(map(len, sequences))


def _beyond_ascii(data: bytes) -> int:
    return len(data) - len(data.translate(None, bytes(range(0x80, 0x100))))


def _known(name: str | None) -> str | None:
    try:
        return codecs.lookup(name).name if name else None
    except LookupError:
        return None


def _detected(data: bytes) -> str:
    sample = _telling_sample(data)
    if _beyond_ascii(sample.translate(None, _TYPOGRAPHY)) < FEW * len(sample):
        return "cp1252"
    from charset_normalizer import from_bytes  # 40 ms to load, and nearly every file is UTF-8

    best = from_bytes(sample, cp_isolation=_IN_USE).best()
    if best is None:
        raise _not_text()
    return best.encoding


def _telling_sample(data: bytes) -> bytes:
    """The lines that hold bytes beyond ASCII: in a long file the first of them may come late."""
    return (
        b"\n".join(_up_to(_SAMPLE_BYTES, (line for line in data.splitlines() if not line.isascii())))
        or data[:_SAMPLE_BYTES]
    )


def _up_to(size: int, lines: Iterable[bytes]) -> Iterable[bytes]:
    for line in lines:
        yield line[:size]
        size -= len(line)
        if size <= 0:
            return


def _not_text() -> UnreadableFile:
    return UnreadableFile("is not text.", "Save it as text in UTF-8, or give it the ending of what it is.")


def _stray(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    stray = error.object[error.start : error.end]
    return stray.decode("cp1252", "replace"), error.end


codecs.register_error("stray-windows-1252", _stray)
