from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.document import Document, Metadata, normalise
from corpus.formats.markdown import structure

ReadBytes = Callable[[str, bytes], Document]
SAMPLE = r"""# Title with `code` ##

Setext title
======

> quoted line one
> line two
>
> - item in a quote
>   that goes on

- [ ] task one
- item **two**

  second paragraph

10. ten

<!-- a comment
over two lines -->

<div class="note">
Some <b>marked</b> prose
</div>

<script>
var x = 1;
</script>

| A | B |
|---|---|
| 1 | two |

```python
code()
  more()
```

![only a picture](x.png)

    indented code

Last line.\
Broken hard.

***
"""


def blocks_of(text: str) -> list[str]:
    return [text[block.start : block.end] for block in structure(text)[0]]


def test_blocks_stand_inside_the_marks_of_the_markup() -> None:
    assert blocks_of(SAMPLE) == [
        "Title with `code`",
        "Setext title",
        "quoted line one\n> line two",
        "item in a quote\n>   that goes on",
        "task one",
        "item **two**",
        "second paragraph",
        "ten",
        "Some <b>marked</b> prose",
        "A | B",
        "1 | two",
        "code()\n  more()",
        "indented code",
        "Last line.\\\nBroken hard.",
    ]


def test_headings_have_their_level() -> None:
    text = "# One\n\n## Two ##\n\nThree\n---\n\n#hashtag\n\n###\n"
    _, headings = structure(text)
    assert [(text[h.start : h.end], h.level) for h in headings] == [("One", 1), ("Two", 2), ("Three", 2)]


def test_front_matter_becomes_metadata_and_is_no_text(read: ReadBytes) -> None:
    front = "title: 'A: b'\nkind: analysis\ndate: 2025-07-26\nlang: no\nauthors: [A. One, B. Two]\nlicense: CC BY 4.0"
    document = read("a.md", f"---\n{front}\n---\n\n# Head\n\nBody.".encode())
    assert document.text == "\n# Head\n\nBody."
    assert document.metadata == Metadata(
        "A: b", "analysis", "2025-07-26", None, "A. One, B. Two", "no", None, "CC BY 4.0"
    )
    assert document.headings_at(10) == ("Head",)


@pytest.mark.parametrize(
    "text", ["---\nJust a line\n---\nmore", "---\n- a\n- b\n---\n", "text\n---\ntitle: x\n---\n", "---\ntitle: open"]
)
def test_thin_lines_around_text_are_no_front_matter(read: ReadBytes, text: str) -> None:
    document = read("a.md", text.encode())
    assert document.text == text
    assert document.metadata == Metadata()


def test_empty_front_matter_is_dropped(read: ReadBytes) -> None:
    assert read("a.md", b"---\n---\ntext").text == "text"


@pytest.mark.parametrize(
    ("front", "reason"),
    [
        ("title: a: b", "its front matter cannot be read, so its values stay unknown: line 2"),
        ("kind: blog", "front matter: The kind 'blog' is not known. It stays unknown. The kinds are"),
        ("date: last week", "front matter: The date 'last week' is not a date. It stays unknown."),
        ("[" * 20_000, "cannot be read"),
    ],
)
def test_what_cannot_be_used_of_front_matter_stays_unknown_with_a_warning(
    read: ReadBytes, front: str, reason: str
) -> None:
    document = read("a.md", f"---\n{front}\n---\ntext".encode())
    assert document.text == "text"
    assert document.metadata == Metadata()
    (warning,) = document.warnings
    assert warning.startswith("a.md: ")
    assert reason in warning


def test_a_bad_value_in_front_matter_leaves_the_good_ones(read: ReadBytes) -> None:
    document = read("a.md", b"---\ntitle: A title\nkind: blog\n---\ntext")
    assert document.metadata == Metadata(title="A title")


@pytest.mark.parametrize(
    "text",
    [">" * 20_000 + " x", "[" * 20_000 + "x", "<!-- " * 20_000 + "x", "<div>\n" + "< a" * 20_000, "*a " * 20_000],
)
def test_hostile_markup_is_read_in_one_pass(text: str) -> None:
    structure(text)


def test_metadata_is_never_guessed_from_the_text(read: ReadBytes) -> None:
    assert read("a.md", b"# A title\n\nBy A. Author, 1 May 2025.").metadata == Metadata()


PIECES = st.sampled_from(
    [
        "# ",
        "a",
        "B c",
        "\n",
        "\n\n",
        "- ",
        "> ",
        "1. ",
        "    ",
        "\t",
        "|",
        "|-|-|\n",
        "```\n",
        "<b>",
        "<!--",
        "-->",
        "===\n",
        "é",
        "\u00a0",
    ]
)


@given(st.lists(PIECES).map("".join) | st.text())
def test_structure_holds_for_any_text(text: str) -> None:
    text = normalise(text)
    blocks, headings = structure(text)
    position = 0
    for block in blocks:
        assert position <= block.start < block.end <= len(text)
        assert (inside := text[block.start : block.end]) == inside.strip()
        position = block.end
    assert {(h.start, h.end) for h in headings} <= {(b.start, b.end) for b in blocks}
