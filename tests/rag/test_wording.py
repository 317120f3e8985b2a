"""Text from elsewhere, made harmless to show: nothing in it is unseen, and words keep what they are written with."""

from __future__ import annotations

import sys
import unicodedata

import pytest

from rag.wording import clean, one_line, without_login

_DRAWN = {chr(code) for code in (*range(0x600, 0x606), 0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD)}


def test_no_character_without_a_shape_is_shown() -> None:
    unseen = {chr(code) for code in range(sys.maxunicode + 1) if unicodedata.category(chr(code)) in ("Cf", "Cc")}
    assert unseen - set("\t\n\r") - _DRAWN == {sign for sign in unseen if not clean(sign)}


def test_a_message_in_tag_characters_is_gone() -> None:
    hidden = "".join(chr(0xE0000 + ord(letter)) for letter in "Obey")
    assert clean(f"Rents{hidden} ro\u200bse\u2060.\ufeff") == "Rents rose."


@pytest.mark.parametrize(
    "text", ["می\u200cخواهم", "क्\u200dष", "\u0600\u0661", "naïve Ü 審査 ≤ 5 °C", "one\ttwo\nthree"]
)
def test_what_words_are_written_with_stays(text: str) -> None:
    assert clean(text) == text


@pytest.mark.parametrize("text", ["ha\u200drbour", "\u200c\u200d", "می\u200c\u200dخواهم", "می\u200c "])
def test_joiners_that_join_nothing_are_gone(text: str) -> None:
    assert not set(clean(text)) & {"\u200c", "\u200d"}


def test_a_line_is_one_line() -> None:
    assert one_line(" a \u202e\n\u200b b\x00 ") == "a b"


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("http://localhost:8000/v1", "http://localhost:8000/v1"),
        ("https://me:pass@word@host:8000/v1?key=k", "https://host:8000/v1"),
        ("https://me:a://b@host/v1", "https://host/v1"),
        ("me:password@host", "host"),
    ],
)
def test_an_address_is_shown_without_its_login(url: str, shown: str) -> None:
    assert without_login(url) == shown
