from collections.abc import Callable

import pytest

from corpus.document import Document, Metadata
from corpus.errors import UnreadableFile

ReadBytes = Callable[[str, bytes], Document]
Checked = Callable[[Document], Document]
PARAGRAPH = "The council adopted the declaration on Friday after two days of talks, and nine ministers signed it. "
PAGE = f"""<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8">
<title>Nine countries sign | The Daily</title>
<meta property="og:site_name" content="The Daily">
<meta name="author" content="Office for AI">
<meta property="article:published_time" content="2025-07-26T23:30:00+08:00">
<link rel="canonical" href="https://daily.example/nine">
<link rel="license" href="https://creativecommons.org/licenses/by-sa/4.0/">
<meta property="og:type" content="article"><meta name="kind" content="news">
<style>p {{ color: red }}</style></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ul></nav>
<div class="cookie-banner"><p>We use cookies to count visits.</p><button>Accept</button></div>
<main><article><h1>Nine countries sign</h1>
<p>{PARAGRAPH}It is <b>not</b> bind&shy;ing.<script>alert("in the middle")</script></p>
<h2>What it&nbsp;says</h2>
<p>{PARAGRAPH}</p>
<ul><li>First, openness.</li><li>Second, <a href="/x">safety</a>.</li></ul>
<table><tr><th>Country</th><th>Signed</th></tr><tr><td>France</td><td>yes</td></tr></table>
<p>{PARAGRAPH}&lt;b&gt; stays text.</p></article></main>
<footer><p>Copyright 2023 The Daily</p></footer></body></html>"""


def said(document: Document) -> list[str]:
    return [document.text[block.start : block.end] for block in document.blocks]


def test_the_main_text_is_kept_with_its_structure(read: ReadBytes, checked: Checked) -> None:
    document = checked(read("a.html", PAGE.encode()))
    assert said(document) == [
        "Nine countries sign",
        PARAGRAPH + "It is not binding.",
        "What it says",
        PARAGRAPH.strip(),
        "First, openness.",
        "Second, safety.",
        "Country | Signed",
        "France | yes",
        PARAGRAPH + "<b> stays text.",
    ]
    assert [(document.text[h.start : h.end], h.level) for h in document.headings] == [
        ("Nine countries sign", 1),
        ("What it says", 2),
    ]
    assert document.media_type == "text/html"


def test_metadata_comes_from_the_fields_of_the_page(read: ReadBytes) -> None:
    assert read("a.html", PAGE.encode()).metadata == Metadata(
        title="Nine countries sign",
        kind=None,
        date="2025-07-26",
        publisher="The Daily",
        author="Office for AI",
        language="en",
        url="https://daily.example/nine",
        licence="CC BY-SA 4.0",
    )


def test_nothing_is_guessed_from_the_running_text(read: ReadBytes) -> None:
    page = f"""<html><body><article><h1>Report of 3 May 2024</h1><p class="author">By A. Writer</p>
        <time>3 May 2024</time><p>{PARAGRAPH * 4}</p></article><footer>© 2024</footer></body></html>"""
    assert read("2024-05-03.html", page.encode()).metadata == Metadata()


def test_json_ld_says_what_the_meta_tags_do_not(read: ReadBytes) -> None:
    page = f"""<html><head><title>t</title>
        <script type="application/ld+json">{{broken</script>
        <script type="application/ld+json">{{"@graph": [{{"@type": "WebSite", "name": "x"}}, {{"@type": "NewsArticle",
            "headline": "Nine sign", "datePublished": "2025-07-26", "author": [{{"name": "A. One"}}, "B. Two"],
            "publisher": {{"name": "The Daily"}}}}]}}</script></head><body><p>{PARAGRAPH}</p></body></html>"""
    assert read("a.html", page.encode()).metadata == Metadata(
        title="Nine sign", date="2025-07-26", author="A. One, B. Two", publisher="The Daily"
    )


@pytest.mark.parametrize("written", ["26 July 2025", "July 26, 2025", "2025/07/26", "Sat, 26 Jul 2025 10:00:00 GMT"])
def test_dates_are_understood_as_pages_write_them(read: ReadBytes, written: str) -> None:
    page = f"<html><head><meta name='date' content='{written}'></head><body><p>{PARAGRAPH}</p></body></html>"
    assert read("a.html", page.encode()).metadata.date == "2025-07-26"


def test_an_unsafe_address_is_no_url(read: ReadBytes) -> None:
    page = f"<html><head><link rel='canonical' href='javascript:alert(1)'></head><body><p>{PARAGRAPH}</p></body></html>"
    assert read("a.html", page.encode()).metadata.url is None


def test_a_short_page_is_read_whole_but_for_scripts_and_menus(read: ReadBytes) -> None:
    page = b"""<html><body><nav>Home</nav><h1>Notice</h1><script>evil()</script><p>The office<br>is <i>closed</i>.</p>
        <ul><li>Monday</li></ul><style>p{}</style><!-- note --></body></html>"""
    assert said(read("a.html", page)) == ["Notice", "The office is closed.", "Monday"]


def test_double_breaks_separate_paragraphs(read: ReadBytes) -> None:
    assert said(
        read("a.html", b"<html><body><div>One is here.<br><br>Two is here.<br>Still two.</div></body></html>")
    ) == ["One is here.", "Two is here. Still two."]


def test_a_fragment_is_a_page_too(read: ReadBytes) -> None:
    assert said(read("a.htm", b"<p>Only a fragment.</p>")) == ["Only a fragment."]
    assert said(read("b.htm", b"no tags at all")) == ["no tags at all"]


def test_a_page_of_scripts_has_no_text(read: ReadBytes) -> None:
    with pytest.raises(UnreadableFile, match=r"a\.html holds no text") as caught:
        read("a.html", b"<html><body><script>document.write('x')</script></body></html>")
    assert caught.value.remedy


def test_the_declared_encoding_is_used(read: ReadBytes) -> None:
    page = "<html><head><meta charset='iso-8859-2'></head><body><p>Łódź leży w Polsce.</p></body></html>"
    assert "Łódź" in read("a.html", page.encode("iso-8859-2")).text
    declared_wrongly = page.replace("iso-8859-2", "latin-1")
    assert "Łódź" in read("b.html", declared_wrongly.encode()).text


def test_xhtml_with_a_declaration_is_read(read: ReadBytes) -> None:
    page = """<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml" lang="fr">
        <head><title>Été</title></head><body><p>Texte.</p></body></html>"""
    document = read("a.html", page.encode())
    assert (document.text, document.metadata.language, document.metadata.title) == ("Texte.", "fr", "Été")


@pytest.mark.parametrize(
    "body",
    [
        b"<div>" * 50_000 + b"deep",
        b"<ul><li>" * 3_000 + b"deep",
        b"<p " + b'a="b" ' * 20_000 + b">text</p>",
        b"<p>&#0; &#xD800; &#13; &bogus; \x00 \x01 text</p>",
        b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><p>text &a;</p>',
    ],
)
def test_hostile_pages_give_text_or_a_clear_refusal(read: ReadBytes, checked: Checked, body: bytes) -> None:
    try:
        document = checked(read("a.html", b"<html><body>" + body + b"</body></html>"))
    except UnreadableFile as error:
        assert error.message.startswith("a.html ")
        assert error.remedy
    else:
        assert "text" in document.text
        assert "root:" not in document.text
