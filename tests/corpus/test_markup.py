import pytest

from corpus.markup import plain


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ('**Scope.** The _draft_ of [the Act](https://a.org "t") and `code`', "Scope. The draft of the Act and code"),
        ("first line\n> second line\n> > third", "first line second line third"),
        ("2 * 3 * 4 and snake_case_word", "2 * 3 * 4 and snake_case_word"),
        ("a < b &amp; c <b>bold</b> <!-- note --> \\*kept\\*", "a < b & c bold *kept*"),
        ("![a chart](x.png) ~~old~~ new  \nline", "a chart old new line"),
        ("a quote cut off in **the middle", "a quote cut off in **the middle"),
    ],
)
def test_marks_are_taken_from_markdown(written: str, shown: str) -> None:
    assert plain(written, "text/markdown") == shown


def test_other_texts_only_lose_their_line_breaks() -> None:
    assert plain("two *stars*\nand a [link](x)", "text/plain") == "two *stars* and a [link](x)"
