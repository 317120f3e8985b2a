"""How well the form of a question tells that several sentences answer it: `python -m evals.fitting.several`.

Reads the written questions of `evals/taught`, each with the numbers of all sentences that answer it.
"""

from __future__ import annotations

from statistics import mean

from evals.teaching.claims_file import read_written
from evals.teaching.questions_file import read_questions
from rag.reading.question import parse


def main() -> None:
    asked = [one for own in read_questions({text.id: text for text in read_written()}).values() for one in own]
    answered = [(parse(one.question, 10_000).several, len(one.evidence)) for one in asked if one.answerable]
    for told in (True, False):
        sentences = [count for several, count in answered if several is told]
        print(
            f"{'asks for several' if told else 'asks for one':18} {len(sentences):5,} questions, {mean(sentences):.2f} sentences answer on "
            f"an average, more than one {mean(n > 1 for n in sentences):.2f}, more than two {mean(n > 2 for n in sentences):.2f}"
        )


if __name__ == "__main__":
    main()
