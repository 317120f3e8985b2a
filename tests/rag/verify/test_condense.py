"""A long text is read as the few sentences that bear on the claim; a short one as it stands."""

from __future__ import annotations

from rag.verify.support.condense import condensed

FILLER = [f"On day {n} the harbour master wrote about the weather, the tides and the price of rope." for n in range(30)]
TELLING = "The council of Osterby closed the ferry in May."
MORE = "It reopened the quay for fishing boats in June."


def test_a_short_text_is_read_whole() -> None:
    text = f"{TELLING}  {FILLER[0]}\n{MORE}"
    assert condensed("The ferry was closed.", text) == text


def test_of_a_long_text_what_bears_on_the_claim_is_read_in_its_order() -> None:
    text = " ".join([*FILLER[:10], TELLING, *FILLER[10:20], MORE, *FILLER[20:]])
    read = condensed("Osterby's council closed the ferry, and reopened the quay to fishing.", text)
    assert TELLING in read and MORE in read and read.index(TELLING) < read.index(MORE)
    assert len(read.split()) <= 150


def test_a_claim_without_a_word_in_the_text_is_read_beside_something() -> None:
    assert condensed("Xyzzy.", " ".join(FILLER)) in FILLER


def test_one_endless_sentence_is_not_dropped() -> None:
    text = "the ferry and " * 200
    assert condensed("The ferry stopped.", text).startswith("the ferry and")
