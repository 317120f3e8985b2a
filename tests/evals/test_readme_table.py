"""The README's table comes from committed result files, and CI can tell."""

import pytest

from evals.__main__ import main
from evals.errors import BadData, DataMissing
from evals.readme_table import PRODUCT, renewed
from evals.strip import without_texts
from tests.evals.saved_runs import record as some_record
from tests.evals.saved_runs import saved

pytestmark = pytest.mark.usefixtures("few_resamples")
START, END = "<!-- results -->", "<!-- /results -->"
README = f"# Title\n\nBefore.\n\n{START}\nold\n{END}\n\nAfter.\n"


def record(**built):
    """A run of this project's assistant."""
    run = some_record(**built)
    run["assistant"]["name"] = PRODUCT
    return run


@pytest.fixture
def results(tmp_path):
    (tmp_path / "results").mkdir()
    saved(tmp_path / "results", "tiny-report.json", without_texts(record(built_00="wrong", built_01=None)))
    return tmp_path / "results"


def test_the_table_has_figures_intervals_and_all_questions(results):
    text = renewed(README, results)

    assert text.startswith("# Title\n\nBefore.\n") and text.endswith("\n\nAfter.\n") and "old" not in text
    assert "|  | tiny, all (2 documents) |" in text
    assert "| evidence that is cited (recall) | .889 [" in text
    assert "| right document first, R@1 | 1.0 [1.0, 1.0] |" in text
    assert "| questions asked / failed | 20 / 1 |" in text
    assert renewed(text, results) == text


def test_new_measures_have_rows_and_a_file_of_old_has_empty_cells(results):
    """A file from before a measure was made says nothing of it, and is read all the same."""
    new = without_texts(record())
    new["suite"]["name"] = "newer"
    new["judge"] = {"model": "words", "trust": [], "verdicts": "assistant", "seconds": 5.0}
    judged = {"value": 0.75, "low": 0.5, "high": 1.0, "scored": 4, "failed": 0, "ineligible": 0, "undefined": 0}
    tokens = {**judged, "value": 1204.4, "low": 900.0, "high": 1500.0, "unit": "tokens"}
    new["figures"] += [{"name": "ALCE citation recall", **judged}, {"name": "prompt tokens a question", **tokens}]
    old = without_texts(record())
    del old["run"], old["usage"]
    old["figures"] = [
        {k: v for k, v in f.items() if k != "unit"} for f in old["figures"] if "exact match" not in f["name"]
    ]
    saved(results, "newer.json", new)
    saved(results, "tiny-report.json", old)
    text = renewed(README, results)

    assert "| newer, all (2 documents) | tiny, all (2 documents) |" in text
    assert "(ALCE recall) | .750 [.50, 1.0] |  |" in text
    assert "its own balanced accuracy | words: not measured |  |" in text
    assert "| tokens a question in prompts | 1,204 [900, 1,500] |  |" in text
    assert "(exact match) | .000 [.00, .00] |  |" in text, "a whole sentence is no short answer"
    times = next(line for line in text.splitlines() if line.startswith("| time of the whole run |"))
    assert " processors |  |" in times
    assert "| date and commit | 20" in text


def test_runs_of_different_suites_stand_side_by_side_with_gaps_where_one_has_no_figure(results):
    other = without_texts(record())
    other["suite"]["name"] = "another"
    other["figures"] = [f for f in other["figures"] if f["name"].startswith("R@")]
    saved(results, "another-report.json", other)
    text = renewed(README, results)

    assert "|  | another, all (2 documents) | tiny, all (2 documents) |" in text
    assert "| evidence that is cited (recall) |  | .889 [" in text


def test_a_result_with_texts_of_a_public_set_is_refused(results):
    saved(results, "leak.json", record())
    with pytest.raises(BadData, match="holds texts of tiny") as error:
        renewed(README, results)
    assert "rag eval strip" in error.value.remedy


def test_without_markers_or_results_it_says_what_is_missing(results, tmp_path):
    with pytest.raises(BadData, match="no place for the table") as error:
        renewed("# Title\n", results)
    assert START in error.value.remedy
    with pytest.raises(DataMissing, match="no result files"):
        renewed(README, tmp_path)


def test_check_changes_nothing_and_its_status_says_whether_the_table_is_current(results, tmp_path, capsys):
    readme, aims = tmp_path / "README.md", tmp_path / "AIMS.md"
    readme.write_text(README)
    aims.write_text("<!-- aims -->\n<!-- /aims -->\n")
    (results / "README.md").write_text(README)
    where = ["--results", str(results), "--readme", str(readme), "--aims", str(aims)]

    assert main(["table", *where, "--check"]) == 1
    assert readme.read_text() == README and "Run: rag eval table" in capsys.readouterr().err
    assert main(["table", *where]) == 0
    assert "right passage first" in aims.read_text()
    rows = [line.split(" | ")[0] for line in readme.read_text().splitlines()]
    assert "| both, F1" in rows and "| among the first five, R@5" not in rows
    assert "| among the first five, R@5 |" in (results / "README.md").read_text()
    assert main(["table", *where, "--check"]) == 0


def test_other_assistants_stand_in_a_table_of_their_own_beside_the_product_on_the_same_suite(results):
    other = without_texts(some_record())
    other["assistant"]["name"] = "top-passage"
    saved(results, "tiny-top-passage.json", other)
    own, _, compared = renewed(README, results).partition("The same questions, answered by others:")

    assert "top-passage" not in own
    assert "|  | tiny, all (2 documents) | tiny, all (2 documents): top-passage |" in compared
