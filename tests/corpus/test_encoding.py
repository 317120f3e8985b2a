import codecs
import hashlib

import pytest

from corpus.encoding import decode
from corpus.errors import UnreadableFile

ENGLISH = "The Commission’s “proposal” – adopted in March – costs €5 million, said the naïve minister."
GERMAN = "Der Rat hat den Vorschlag für die Änderung der Verordnung über künstliche Intelligenz geprüft."
CZECH = "Parlament přijal nařízení o umělé inteligenci, které vstoupí v platnost příští rok a žádá státy o spolupráci."
RUSSIAN = "Совет принял решение о регулировании искусственного интеллекта и призвал государства к сотрудничеству."
CHINESE = "中国提出建立世界人工智能合作组织的倡议，总部初步考虑设在上海。"
JAPANESE = "人工知能に関する国際的な枠組みについて、各国の代表が東京で議論した。"

NOISE = b"".join(hashlib.sha256(bytes([number])).digest() for number in range(256))


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (ENGLISH, "utf-8"),
        (ENGLISH, "utf-8-sig"),
        (ENGLISH, "utf-16"),
        (ENGLISH, "utf-32"),
        (ENGLISH, "cp1252"),
        ("A café.", "cp1252"),
        (GERMAN, "cp1252"),
        (CZECH, "cp1250"),
        (RUSSIAN, "cp1251"),
        (CHINESE, "gb18030"),
        (JAPANESE, "shift_jis"),
        ("Latin letters in UTF-16 without a mark at the front.", "utf-16-le"),
        ("Latin letters in UTF-16 without a mark at the front.", "utf-16-be"),
    ],
)
def test_encodings_are_recognised(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


def test_a_mark_for_big_endian_text_is_understood() -> None:
    assert decode(codecs.BOM_UTF16_BE + ENGLISH.encode("utf-16-be")) == ENGLISH


def test_stray_windows_bytes_do_not_spoil_a_utf8_text() -> None:
    data = ENGLISH.encode() + b" A stray \x93quote\x94 and caf\xe9."
    assert decode(data) == ENGLISH + " A stray “quote” and café."


def test_a_stray_byte_that_means_nothing_is_marked() -> None:
    assert decode(ENGLISH.encode() + b" \x81 end") == ENGLISH + " \ufffd end"


def test_the_first_foreign_letter_may_come_late() -> None:
    data = b"plain words and nothing else\n" * 10_000 + RUSSIAN.encode("cp1251")
    assert decode(data).endswith(RUSSIAN)


def test_a_declared_encoding_is_used_where_the_bytes_are_not_utf8() -> None:
    assert decode("Łódź".encode("iso-8859-2"), "iso-8859-2") == "Łódź"
    assert decode("Łódź".encode(), "iso-8859-2") == "Łódź"
    assert decode(GERMAN.encode("cp1252"), "no-such-encoding") == GERMAN


def test_control_characters_become_spaces_and_move_nothing() -> None:
    assert decode(b"a\x00b\x1bc\td\n" + b"word " * 100)[:8] == "a b c\td\n"
    assert decode(b"page one\x0cpage two") == "page one\npage two"


@pytest.mark.parametrize(
    "data",
    [
        NOISE,
        b"\x00" * 3_000,
        b"MZ\x90\x00\x03\x00\x00\x00" + NOISE,
    ],
)
def test_bytes_that_are_no_text_are_refused(data: bytes) -> None:
    with pytest.raises(UnreadableFile, match="is not text") as caught:
        decode(data)
    assert "UTF-8" in caught.value.remedy


@pytest.mark.parametrize(
    ("start", "kind", "remedy"),
    [
        (b"%PDF-1.7", "a PDF file", ".pdf"),
        (b"PK\x03\x04", "a ZIP or Office file", ".docx"),
        (b"{\\rtf1", "rich text", ".docx"),
    ],
)
def test_another_kind_of_file_under_a_text_name_is_named(start: bytes, kind: str, remedy: str) -> None:
    with pytest.raises(UnreadableFile, match=kind) as caught:
        decode(start + b" and so on")
    assert remedy in caught.value.remedy
