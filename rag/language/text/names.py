"""Names of a text by their capitals: people, bodies, places, laws, products, acronyms. Rules only."""

from __future__ import annotations

import re
from dataclasses import dataclass

from index.words import STOP_WORDS
from rag.language.text.calendar_words import EVENTS, MONTHS, WEEKDAYS
from rag.language.text.numerals import numerals
from rag.language.text.places import alias_pattern, aliases, seats
from rag.language.text.quantity_kinds import LABELS
from rag.language.tokens import FUNCTION_WORDS, Token, alike, tokens

_LINK = re.compile(r"(?:[ ]|[ ]?&[ ]?|-|/)")
_SENTENCE_END = re.compile(r"(?:^|[.!?:;][\"')\]]*\s+|\n)[\s\"'(\[–-]*$")
_VERBAL = re.compile(
    r"^(?:'s)?\s+(?:is|was|has|had|will|would|can|could|may|might|should|must|does|did|also|then|later|\w{3,}ed|\w{2,}es|says|said|argues|wants|makes|"
    r"sees|calls|warns|plans|takes|gave|gives|took|made|put|set|held|told|saw|began|became|went|came|led|sought|wrote|won|lost|met)\b"
)
_COMMON_ENDINGS = re.compile(
    r"(?:s|ing|tion|sion|ment|ness|ity|ly|ance|ence|ship|ism|cy|ure|ed|age|hood|dom|able|ible|ful|less|ist|ive|men|people|folk|children)$"
)
OPENERS = (
    FUNCTION_WORDS
    | STOP_WORDS
    | frozenset(
        "according although based because both critics despite earlier either elsewhere everyone everything following given however instead later "
        "like meanwhile neither never nobody nothing none nevertheless once part people rather several similarly since thanks therefore today "
        "together unlike unless work yet access approval trade research industry software government parliament congress negotiation business "
        "public member military police power science society speech technology law war world labour labor data money health opposition "
        "gone left seen given known shown taken told done made set put held met built drawn written chosen driven "
        "support control compliance half staff text draft proposal anyone someone somebody everybody anybody much progress use "
        "nonetheless moreover furthermore hence thus besides otherwise likewise overall altogether afterwards beforehand often "
        "always soon sometimes twice once again too perhaps maybe indeed throughout amid among alongside barring pending owing due "
        "last next almost half every asked told called hoping citing speaking visitors residents under over more fewer less most".split()
    )
)
_NUMBER_LIKE = re.compile(r"^(?:[IVXL]+|\d.*|[QH][1-4]|FY\d*)$")


@dataclass(frozen=True, slots=True)
class Name:
    """A run of capitalised words at `text[start:end]`. `is_certain`: the capital is not merely that of a sentence's first word."""

    start: int
    end: int
    text: str
    words: tuple[Token, ...]
    is_certain: bool = True


def names(text: str) -> list[Name]:
    """The runs of capitalised words, in order. A sentence's first word counts where it stands like a name."""
    plain = alike(text)
    runs: list[list[Token]] = []
    for token in tokens(plain):
        if not _is_name_word(token):
            continue
        joined = runs and _LINK.fullmatch(plain[runs[-1][-1].end : token.start])
        if joined:
            runs[-1].append(token)
        else:
            runs.append([token])
    found = (_name(plain, run) for run in runs)
    return [name for name in found if name is not None]


def _is_name_word(token: Token) -> bool:
    lower = token.text.lower()
    return (
        any(c.isupper() for c in token.text)
        and lower.rstrip(".") not in MONTHS
        and lower not in WEEKDAYS
        and token.normal not in EVENTS
        and not _NUMBER_LIKE.match(token.text)
        and lower.removesuffix("s") not in LABELS - {"act", "order", "law", "principle", "group", "title"}
    )


def _name(text: str, run: list[Token]) -> Name | None:
    """The run as a name; without a first word that only opens the sentence."""
    opens = bool(_SENTENCE_END.search(text[: run[0].start]))
    if opens and not _stands_out(run[0].text):
        if len(run) > 1 and run[0].normal in OPENERS:
            run, opens = run[1:], False
        elif len(run) == 1 and not _opens_like_a_name(text, run[0]):
            return None
    run = [token for token in run if token.normal not in FUNCTION_WORDS or _stands_out(token.text)]
    if not run:
        return None
    return Name(run[0].start, run[-1].end, text[run[0].start : run[-1].end], tuple(run), not opens)


def _stands_out(word: str) -> bool:
    """Acronyms, mixed case, and names of places show by themselves that they are names."""
    plain = alike(word).removesuffix("'s")
    if any(c.isupper() for c in plain[1:]):
        return True
    return plain.lower() in aliases() or plain.lower() in seats()


def _opens_like_a_name(text: str, token: Token) -> bool:
    """ "Altman said", "Nvidia's chips": no determiner, not the look of a common noun, and a verb or possessive after it."""
    if token.normal in OPENERS or _COMMON_ENDINGS.search(token.normal) or numerals(token.text):
        return False
    return token.text.endswith("'s") or bool(_VERBAL.match(text[token.end :]))


def places(text: str) -> dict[str, tuple[int, int]]:
    """What the known names of countries and bodies in a text stand for, and where each first stands."""
    found: dict[str, tuple[int, int]] = {}
    for match in alias_pattern().finditer(alike(text)):
        found.setdefault(aliases()[match.group().lower()], match.span())
    return found
