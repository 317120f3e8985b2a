"""A few lessons about one ferry, for tests of training."""

from rag.support_model.training.examples import Example, example
from rag.support_model.training.lessons import Lesson
from rag.support_model.training.prepare import plain_tokenizer

TEXT = "The harbour council adopted the winter timetable of the ferry on 14 May 2031."
CONTEXT = "news, 2031-05-15, Harbour Gazette: Ferry to run in winter."


def ferry(kind: str, claim: str, label: str, doubted: str | None = "", **rest: object) -> Lesson:
    """A claim about `TEXT`; `doubted` are the words of it that are to blame, `None` if they are not known."""
    start = claim.index(doubted) if doubted else 0
    stretches = None if doubted is None else ((start, start + len(doubted)),) if doubted else ()
    return Lesson(f"ferry/{kind}", claim, TEXT, CONTEXT, label, stretches, **{"rivals": "ferry", **rest})  # type: ignore[arg-type]


LESSONS = (
    ferry("true", "The council adopted the timetable.", "supported"),
    ferry("true", "In May 2031 the harbour council adopted the ferry's winter timetable.", "supported"),
    ferry("true", "There is a winter timetable for the ferry.", "supported"),
    ferry("true", "The timetable was adopted by the harbour council.", "supported"),
    ferry("negate", "The council rejected the timetable.", "contradicted", "rejected"),
    ferry("number", "The council adopted the timetable on 24 May 2031.", "contradicted", "24"),
    ferry("name", "The council adopted the timetable of the tram.", "not_supported", "tram"),
    ferry("invent", "Passengers welcomed the timetable.", "neither", None),
)


def examples() -> list[Example]:
    """The lessons as the network reads them."""
    tokenizer = plain_tokenizer()
    return [one for lesson in LESSONS if (one := example(lesson, tokenizer))]
