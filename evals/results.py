"""A run as a file: one JSON object, one question a line. And the ledger of looks at the report split."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from evals.adapters.protocol import Cited
from evals.cases import Question, Suite
from evals.figures import Asked, Figure, timing_figures
from evals.fingerprints import index_hash, text_hash
from evals.measures.ratio import Ratio
from evals.outcomes import Outcome, exact
from evals.provenance import provenance, public_settings
from evals.saved import SCHEMA_VERSION
from evals.spans import Stretch
from evals.usage import RULE, Prices, Usage

LEDGER = Path(__file__).parent / "ledger.jsonl"


@dataclass(frozen=True)
class Result:
    """A run: what was asked of whom, and what came out.

    `resumed` counts outcomes taken over from a run that was stopped; `part` is the file that they are kept in, which
    is of no more use once the result is written. `seconds`: how long the stages of the run took, by the clock on the wall;
    `workers`: how many questions were asked at once; `prices`: of a million tokens, where they were given.
    """

    suite: Suite
    split: str
    limit: int | None
    seed: int
    assistant: Mapping[str, Any]
    asked: Asked
    scores: Mapping[str, Mapping[str, Ratio]]
    figures: tuple[Figure, ...]
    resumed: int = 0
    part: Path | None = None
    seconds: Mapping[str, float] = field(default_factory=dict)
    workers: int = 1
    prices: Prices | None = None

    @property
    def failed(self) -> int:
        """Questions that ended in an error."""
        return self.counts["failed"]

    @property
    def counts(self) -> dict[str, int]:
        """How many questions were asked, and how each ended: none is missing."""
        outcomes = [outcome for _, outcome in self.asked]
        failed = sum(outcome.error is not None for outcome in outcomes)
        declined = sum(outcome.abstained is True for outcome in outcomes)
        answered = sum(outcome.abstained is False for outcome in outcomes)
        searched = len(outcomes) - failed - declined - answered
        ends = {"answered": answered, "declined": declined, "searched_only": searched, "failed": failed}
        return {"asked": len(outcomes), **ends, "resumed": self.resumed}

    def to_dict(self) -> dict[str, Any]:
        """The JSON form, with texts; `evals.strip.without_texts` takes them out."""
        return {
            "schema_version": SCHEMA_VERSION,
            "texts": True,
            "suite": self._suite(),
            "split": self.split,
            "limit": self.limit,
            "seed": self.seed,
            "assistant": self._assistant(),
            **provenance(),
            "run": {"seconds": dict(self.seconds), "workers": self.workers},
            "counts": self.counts,
            "usage": self._usage(),
            "figures": [asdict(figure) for figure in self.figures],
            "timings_ms": timing_figures(self.asked),
            "questions": [self._row(question, outcome) for question, outcome in self.asked],
        }

    def _suite(self) -> dict[str, Any]:
        return {
            "name": self.suite.name,
            "licence": self.suite.licence,
            "note": self.suite.note,
            "publishable": self.suite.publishable,
            "documents": len(self.suite.documents),
            "questions": len(self.suite.questions),
            "files": dict(self.suite.files),
        }

    def _assistant(self) -> dict[str, Any]:
        about = public_settings(self.assistant)
        made = {**about["index"], "hash": index_hash(self.suite, self.assistant["settings"])}
        return {**about, "index": made}

    def _usage(self) -> dict[str, Any] | None:
        """Tokens of the whole run; for how many questions the language model was asked, and a server counted.

        `None` where the assistant does not tell.
        """
        told = [outcome.usage for _, outcome in self.asked if outcome.usage is not None]
        if not told:
            return None
        whole, asked = sum(told, Usage()), [usage for usage in told if usage != Usage()]
        tokens = {"prompt_tokens": whole.prompt_tokens, "completion_tokens": whole.completion_tokens}
        numbers = {"questions": len(asked), "counted": sum(usage.counted for usage in asked), "rule": RULE}
        return {**tokens, **numbers, "prices": asdict(self.prices) if self.prices else None}

    def _row(self, question: Question, outcome: Outcome) -> dict[str, Any]:
        happened = outcome.to_dict()
        return {
            "question": happened.pop("question"),
            "text": question.text,
            "text_sha256": text_hash(question.text),
            "answerable": happened.pop("answerable"),
            "type": question.type,
            "speaker": question.speaker,
            "documents": list(question.documents),
            "gold": [self._gold(stretch) for stretch in question.evidence],
            "answers": list(question.answers),
            **happened,
            "sentences": [self._sentence(sentence) for sentence in happened["sentences"]],
            "scores": self._scores(question.id),
        }

    def _sentence(self, sentence: dict[str, Any]) -> dict[str, Any]:
        return {**sentence, "citations": [self._citation(citation) for citation in sentence["citations"]]}

    def _citation(self, row: dict[str, Any]) -> dict[str, Any]:
        """With what a reader of the file cannot tell: whether it holds its quote, and what the quote is written in."""
        document = self.suite.documents.get(row["document"])
        where = Stretch(row["document"], row["start"], row["end"])
        usable = exact(Cited(where, row["quote"], row["sha256"]), self.suite)
        return {**row, "exact": usable, "media_type": document.media_type if document else None}

    def _gold(self, stretch: Stretch) -> dict[str, Any]:
        where = {"document": stretch.document_id, "start": stretch.start, "end": stretch.end}
        document = self.suite.documents.get(stretch.document_id)
        if document is None:
            return {**where, "sha256": None, "quote": None}
        return {**where, "sha256": document.sha256, "quote": document.text[stretch.start : stretch.end]}

    def _scores(self, question_id: str) -> dict[str, list[float]]:
        return {name: list(values[question_id]) for name, values in self.scores.items() if question_id in values}


def write(record: Mapping[str, Any], path: Path) -> None:
    """Write a run's JSON form, one question a line; the file is whole or not there."""
    about = {name: value for name, value in record.items() if name != "questions"}
    head = json.dumps({**about, "questions": []}, ensure_ascii=False, indent=1)
    rows = ",\n".join(f"  {json.dumps(row, ensure_ascii=False)}" for row in record["questions"])
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f"{path.name}.new")
    unfinished.write_text(head.removesuffix("[]\n}") + f"[\n{rows}\n ]\n}}\n", encoding="utf-8")
    unfinished.replace(path)


def note_in_ledger(record: Mapping[str, Any], ledger: Path = LEDGER) -> bool:
    """Add a line for a run that looked at questions of the report split; whether it did."""
    if record["split"] == "tune":
        return False
    line = {name: record[name] for name in ("date", "commit", "dirty", "split", "limit", "seed", "assistant")}
    figures = {figure["name"]: figure["value"] for figure in record["figures"]}
    line |= {"suite": record["suite"]["name"], "questions": len(record["questions"]), "figures": figures}
    with ledger.open("a", encoding="utf-8") as file:
        file.write(json.dumps(line, ensure_ascii=False) + "\n")
    return True
