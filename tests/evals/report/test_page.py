"""The page: everything on it, nothing fetched, nothing from a document obeyed."""

import re
from html.parser import HTMLParser

import pytest

from evals.report.page import page
from evals.strip import without_texts
from tests.evals.saved_runs import as_run, record

pytestmark = pytest.mark.usefixtures("few_resamples")
VOID = {"meta", "input", "br", "link"}


class Balanced(HTMLParser):
    """Refuses markup that is not closed, and collects tags and what is fetched."""

    def __init__(self):
        super().__init__()
        self.open, self.tags, self.fetched = [], [], []

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.fetched += [value for name, value in attrs if name in ("src", "href", "srcset", "action")]
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.tags.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


def read(text):
    parser = Balanced()
    parser.feed(text)
    assert not parser.open
    return parser


@pytest.fixture
def value():
    return record("half", built_00=None, built_01="declined", owner_00="wrong")


def test_it_is_one_page_that_fetches_nothing_and_runs_nothing(value):
    text = page([as_run("run", value)])
    parser = read(text)

    assert not parser.fetched
    assert not {"script", "link", "img", "iframe", "object"} & set(parser.tags)
    assert "http" not in text and "url(" not in text and "@import" not in text
    assert parser.tags.count("svg") >= 4 and parser.tags.count("h1") == 1


def test_every_question_is_on_it_with_how_it_ended_the_poorest_first(value):
    text = page([as_run("run", value)])
    found = re.findall(r'<details class="question (\w+)[^"]*">\n<summary><span class="worth">([\d.]+)', text)

    assert len(found) == 20
    assert [worth for _, worth in found] == sorted(worth for _, worth in found)
    assert [end for end, _ in found].count("failed") == 1
    assert "Failed: RagError: It broke." in text


def test_gold_and_cited_stretches_are_marked_where_they_are_the_same(value):
    text = page([as_run("run", value)])

    assert "<mark>The mill was built in 1801.</mark>" in text
    assert "<mark>It burned down twice.</mark>" not in text and "It burned down twice." in text
    assert "mill, 0 to 27; 27 of 27 characters cited" in text


def test_texts_are_shown_and_not_obeyed(value):
    hostile = "<script>alert(1)</script> <b onmouseover='x'>&amp;\u202eevil\x1b["
    value["questions"][2]["text"] = hostile
    value["questions"][2]["type"] = hostile
    value["questions"][2]["sentences"][0]["citations"][0]["quote"] = hostile
    value["questions"][3]["error"] = hostile
    value["questions"][3]["documents"] = [hostile]
    text = page([as_run("<script>name</script>", value)])
    parser = read(text)

    assert "script" not in parser.tags and "b" not in parser.tags
    assert "&lt;script&gt;alert(1)" in text
    assert "\u202e" not in text and "\x1b" not in text


def test_a_result_without_texts_shows_ids_and_offsets(value):
    text = page([as_run("run", without_texts(record("half")))])
    read(text)

    assert "built-03" in text and "mill, 0 to 27; 27 of 27 characters cited" in text
    assert "burned" not in text and "1801" not in text


def test_several_runs_share_the_table_of_figures(value):
    text = page([as_run("before", record("half")), as_run("after", record())])

    assert text.count('<section class="run"') == 2
    row = text[text.index('<th scope="row">citation precision</th>') :]
    assert row.index("0.500") < row.index("1.000") < row.index("</tr>")


def test_a_run_that_only_searched_and_one_in_which_all_failed_have_a_page():
    failed = record(**{f"built_{n:02}": None for n in range(10)}, **{f"owner_{n:02}": None for n in range(10)})
    text = page([as_run("failed", failed)])

    read(text)
    assert text.count('class="question failed') == 20
