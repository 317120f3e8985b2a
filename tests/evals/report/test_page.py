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


def test_what_a_model_judged_stands_beside_how_far_that_model_can_be_believed(value):
    """Also sentence by sentence, with what this project's checks say where the assistant gave no verdict."""
    trust = [{"set": "wice", "split": "report", "pairs": 212, "value": 0.645, "low": 0.57, "high": 0.71}]
    judge = {"model": "alignment", "trust": trust, "verdicts": "checker", "pairs": 12, "failed": 1, "seconds": 3.0}
    value["judge"] = judge
    figure = {**value["figures"][0], "name": "ALCE citation recall", "value": 0.5}
    value["figures"].append(figure)
    support = {"together": True, "citations": [{"alone": False, "without": True}], "unusable": 0}
    value["questions"][2]["sentences"][0] |= {"support": support, "checked": "partial"}
    text = page([as_run("run", value)])
    read(text)

    assert "Judged by alignment; its own balanced accuracy: .645 on wice (report, 212 pairs)." in text
    row = text[text.index('<th scope="row">ALCE citation recall') :]
    assert "as a model judges" in row[: row.index("</th>")]
    assert "borne out by what it cites; 1 of its citations add nothing, as alignment judges" in text
    assert "partial, by this project's checks" in text


def test_tokens_and_money_are_shown_in_their_units_and_time_by_stage(value):
    value["figures"].append(
        {**value["figures"][0], "name": "prompt tokens a question", "value": 1204.5, "unit": "tokens"}
    )
    value["questions"][2]["scores"]["prompt tokens a question"] = [1204, 1]
    value["questions"][2]["usage"] = {"prompt_tokens": 1204, "completion_tokens": 60, "counted": False}
    text = page([as_run("run", value)])

    assert "<strong>1,204.5</strong>" in text and "1204 tokens in, 60 out (estimated)" in text
    assert "prompt tokens a question 1204" not in text, "only shares stand among the scores of a question"
    assert "Where the time goes" in text and '<th scope="row">compose</th>' in text
    assert "time of the run" in text


def test_a_result_file_of_old_has_a_page():
    old = record("half")
    del old["run"], old["usage"]
    for figure in old["figures"]:
        del figure["unit"]
    for row in old["questions"]:
        del row["usage"], row["removed"]
    text = page([as_run("old", old)])
    read(text)

    assert "time of the run" not in text and "Judged by" not in text


def test_parts_are_broken_down_by_the_measures_that_say_something(value):
    text = page([as_run("run", value)])
    head = text[
        text.index('<th scope="col">type</th>') : text.index("</thead>", text.index('<th scope="col">type</th>'))
    ]

    assert "uncited sentences" in head and "short answer F1" in head
    assert "attribution kept" not in head and "ALCE" not in head
