import pytest

from corpus.document import Document, Heading, Metadata, Page, normalise


def test_pages_and_heading_paths_are_found_by_offset() -> None:
    text = "One\nA\nTwo\nB\nThree\nC"
    headings = (Heading(0, 3, 1), Heading(6, 9, 2), Heading(12, 17, 1))
    document = Document("d", text, headings=headings, pages=(Page(0, 6, 1), Page(6, 19, 3)))

    assert document.headings_at(0) == ("One",)
    assert document.headings_at(10) == ("One", "Two")
    assert document.headings_at(18) == ("Three",)
    assert [document.page_at(offset) for offset in (0, 5, 6, 18)] == [1, 1, 3, 3]


def test_nothing_is_above_the_first_heading_or_page() -> None:
    document = Document("d", "text", headings=(Heading(2, 4),), pages=(Page(2, 4, 1),))
    assert document.headings_at(1) == ()
    assert document.page_at(1) is None
    assert Document("d", "text").page_at(0) is None


@pytest.mark.parametrize("raw", ["\ufeffa\r\nb\rc", "\ufeff\ufeffa\nb\nc"])
def test_newlines_are_unified_and_marks_dropped(raw: str) -> None:
    assert normalise(raw) == "a\nb\nc"


def test_lone_surrogates_do_not_reach_the_text() -> None:
    assert Document.from_text("d", "a\ud800b").text == "a?b"
    with pytest.raises(ValueError, match="surrogates"):
        Document("d", "a\ud800b")


def test_known_values_win_when_metadata_is_overlaid() -> None:
    below = Metadata(title="A", kind="news")
    assert below.overlaid(Metadata(title="B")) == Metadata(title="B", kind="news")
