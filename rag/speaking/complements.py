"""What has to follow a verb for it to be a statement: "that ...", "as ...", a figure, words in quotation marks."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rag.speaking.tokens import QUOTES, Token

Rest = Sequence[Token]

STATEMENT_WORDS = frozenset("that how whether why what".split())
_BETWEEN = frozenset("on in at to during last also again for before after with by earlier yesterday today".split())
_TIMES = frozenset("the next same last that this day week month year morning evening afternoon night later".split())
_MODALS = frozenset("would will could can may might should must".split())
_BE = frozenset("is are was were had".split())
_CONVENED = frozenset(
    "halt meeting election elections strike vote summit referendum conference inquiry session truce off in".split()
)
_NO_GERUNDS = frozenset("nothing something anything everything during".split())


def states(rest: Rest) -> bool:
    """Whether a statement begins: "that", a quotation, "it would"; words such as "on Monday" may stand before "that"."""
    if not rest:
        return False
    if rest[0].text == ":" or rest[0].text in QUOTES:
        return True
    near = [t.lower for t in rest[:8]]
    opener = next((i for i, word in enumerate(near) if word in STATEMENT_WORDS), None)
    timed = opener is not None and all(word in _TIMES for word in near[:opener])
    leads = opener is not None and (opener == 0 or timed or near[0] in _BETWEEN or near[0].endswith("ly"))
    gerund = near[0].endswith("ing") and near[0] not in _NO_GERUNDS
    return leads or gerund or near[0] in _MODALS or any(word in _MODALS | _BE for word in near[1:5])


def _as_something(rest: Rest) -> bool:
    """ "as a rollback", "the summit a missed opportunity", 'it "misguided"'."""
    near = rest[:25]
    return any(t.lower in {"as", "a", "an", "that"} or t.text in QUOTES for t in near)


def _as(rest: Rest) -> bool:
    return any(t.lower == "as" for t in rest[:12])


def _called(rest: Rest) -> bool:
    """ "called for", "called it a rollback"; not "called a halt"."""
    if any(t.lower in _CONVENED for t in rest[:4]):
        return False
    return bool(rest) and (rest[0].lower in {"for", "on", "upon"} or _as_something(rest))


def _figure(rest: Rest) -> bool:
    """A number within five words: "counted more than 800", "put the saving at up to 5 billion"."""
    return any(t.text[0].isdigit() for t in rest[:5])


def _at_figure(rest: Rest) -> bool:
    it = bool(rest) and rest[0].lower == "it"
    return it or any(t.lower == "at" and _figure(rest[i + 1 :]) for i, t in enumerate(rest[:25]))


def _that(rest: Rest) -> bool:
    return bool(rest) and rest[0].lower in {"that", ":"}


def _out_or_to(rest: Rest) -> bool:
    return bool(rest) and (rest[0].lower == "out" or (rest[0].lower == "to" and states(rest[1:])))


def _speaking(rest: Rest) -> bool:
    return bool(rest) and rest[0].lower in {"in", "against", "out", "up", "of", "for"}


def _anything(rest: Rest) -> bool:
    """Verbs that are a stance whatever follows: "expects the first trains in May"."""
    return bool(rest)


def _to(rest: Rest) -> bool:
    return any(t.lower in {"to", "on"} for t in rest[1:14])


def _him_to_be(rest: Rest) -> bool:
    return states(rest) or any(t.lower == "to" for t in rest[1:4])


COMPLEMENTS: dict[str, Callable[[Rest], bool]] = {
    **dict.fromkeys(
        "describe see view regard consider treat frame label phrase characterise portray".split(), _as_something
    ),
    **dict.fromkeys("present name cite list read interpret".split(), _as),
    **dict.fromkeys("attribute ascribe".split(), _to),
    "expect": _anything,
    **dict.fromkeys("count record report estimate".split(), _figure),
    "call": _called,
    "put": _at_figure,
    "state": _that,
    "point": _out_or_to,
    "speak": _speaking,
    "understand": _him_to_be,
}
"""What must follow verbs that have other uses."""
STATING = frozenset("report estimate describe see consider".split())
"""Those of them that may also be followed by a statement."""
