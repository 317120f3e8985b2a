"""A claim may not be wider, or narrower by "only", than its source: some is not all, and an exception stays."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rag.verdict import Finding, Verdict
from rag.verify.lexicon.marking import Mark
from rag.verify.lexicon.quantity import EXCEPTIONS, EXCLUSIVE, EXTREME, FOREMOST, QUANTITY, RESTRICTING, SWEEPING
from rag.verify.source import Source
from rag.verify.text.tokens import content_stems, tokens

_BLANKS = re.compile(r"\s+")
_CLAUSE_END = re.compile(r"[;:.]|,? \b(?:and|but|while|although|though|whereas|which|who)\b")
_PEOPLE_FROM = re.compile(
    r"\b(?:people|those|leaders|officials|executives|representatives|staff|employees|members|researchers|figures|experts|some)"
    r"(?: \w+)? (?:from|of|at) ((?:\w+ ){0,6}?)(?P<names>[A-Z][\w’'-]*(?:(?:, | and |, and | or )[A-Z][\w’'-]*)*)"
)


class Scope:
    """Some against all, "only" and "including", exceptions and conditions."""

    name = "scope"

    def check(self, claim: str, sources: Sequence[Source]) -> Finding | None:
        """What is wrong with how much of something the claim speaks of."""
        text = " ".join(source.text for source in sources)
        if not text.strip() or _same(claim, text):
            return None
        return (
            _turned(claim, text)
            or _extreme(claim, text)
            or _sweeping(claim, text)
            or _unrestricted(claim, text)
            or _all_but(claim, text)
            or _without_exception(claim, text)
            or _everybody_there(claim, text)
        )


def _same(claim: str, text: str) -> bool:
    return _BLANKS.sub(" ", claim).strip() in _BLANKS.sub(" ", text)


def _finding(reason: str) -> Finding:
    return Finding(Verdict.UNSUPPORTED, reason, Scope.name)


def _extreme(claim: str, text: str) -> Finding | None:
    """ "Whatsoever", "of every kind", "without exception" that nothing as wide in the source bears out."""
    for mark in EXTREME.marks(claim):
        if not EXTREME.marks(text) and not _quoted(claim, mark) and not _any_there(mark, text):
            return _finding(f"The sentence says “{mark.text}”; the cited text does not go so far.")
    return None


def _any_there(mark: Mark, text: str) -> bool:
    wide = (
        r"\b(?:any|every|always|never|whole|entire)\b"
        if mark.text.lower() != "ever"
        else r"\b(?:ever|never|yet|so far)\b"
    )
    return bool(re.search(wide, text, re.IGNORECASE))


def _swept(text: str) -> list[Mark]:
    """The sweeping words of a text, without those that belong to a set phrase."""
    phrases = [match.span() for match in _SET_PHRASES.finditer(text)]
    return [mark for mark in SWEEPING.marks(text) if not any(a <= mark.start < b for a, b in phrases)]


_SET_PHRASES = re.compile(
    r"\b(?:at any rate|in any (?:case|event)|above all|after all|at all|first of all|all but|all the same|all in all|once and for all"
    r"|all-\w+)\b",
    re.IGNORECASE,
)


def _turned(claim: str, text: str) -> Finding | None:
    """ "Some measures" made into "every measure": the same noun, restricted there and swept here."""
    swept = [(m, _nouns(claim, m)) for m in _swept(claim) if m.kind != "only" and not m.denied]
    for mark in RESTRICTING.marks(text):
        noun = _noun(text, mark)
        for wide, others in swept:
            if (noun in others or others == ["them"]) and not _restricted_too(claim, noun):
                return _finding(f"The cited text says “{mark.text}”; the sentence says “{wide.text}”.")
    return None


def _restricted_too(claim: str, noun: str) -> bool:
    return any(_noun(claim, mark) == noun for mark in RESTRICTING.marks(claim))


def _sweeping(claim: str, text: str) -> Finding | None:
    """ "All", "any", "only" or "none" that nothing in the source bears out."""
    for mark in _swept(claim):
        if _quoted(claim, mark) or _counted(claim, mark) or _borne_out(claim, mark, text):
            continue
        return _finding(f"The sentence says “{mark.text}”; the cited text does not go so far.")
    return None


def _borne_out(claim: str, mark: Mark, text: str) -> bool:
    if claim[mark.start : mark.end + 10].lower() in text.lower():
        return True
    if mark.text.lower() not in {"all", "any", "every", "each", "no"} and mark.text.lower() in text.lower():
        return True
    if mark.kind == "only":
        return bool(EXCLUSIVE.marks(text)) or ("only" in _kinds(text) and not FOREMOST.marks(text))
    if (mark.kind == "none" or mark.denied) and _kinds(text) & {"none", "condition"}:
        return True
    wide = [m for m in QUANTITY.marks(text) if m.kind == "all" or m.text.lower() in _NOTHING]
    nouns = set(_nouns(claim, mark))
    if any(nouns & set(_nouns(text, m)) for m in wide):
        return True
    everything = sum(m.kind == "all" for m in wide)
    swept = [m for m in _swept(claim) if m.kind in {"all", "any"}]
    return len(swept) <= everything and not nouns & content_stems(text)


def _all_but(claim: str, text: str) -> Finding | None:
    """ "All but one" made into "all"."""
    but = _ALL_BUT.search(text)
    swept = next((m for m in _swept(claim) if m.kind == "all"), None)
    if but is None or swept is None or _EXCEPTING.search(claim):
        return None
    return _finding(f"The cited text says “{but[0].strip()}”; the sentence says “{swept.text}”.")


_NOTHING = frozenset("no none nobody nothing without never neither".split())
_EXCEPTING = re.compile(
    r"\b(?:but|except|excepting|excluding|apart|aside|save|other than|bar|barring|not|without|exception)\b",
    re.IGNORECASE,
)
_ALL_BUT = re.compile(
    r"\b(?:all|every\w*|each)\b(?: \w+){0,4}? (?:but|except(?: for)?|apart from|other than|save|excluding)\b",
    re.IGNORECASE,
)


def _kinds(text: str) -> set[str]:
    return {mark.kind for mark in QUANTITY.marks(text)}


def _noun(text: str, mark: Mark) -> str:
    """The stem of the noun that a word of quantity stands before; "them" where it is a pronoun or nothing."""
    return _nouns(text, mark)[-1]


def _nouns(text: str, mark: Mark) -> list[str]:
    """The stems of the noun phrase behind a word of quantity; "them" for a pronoun, and for "they are all old"."""
    if _FLOATING.search(text[: mark.start]) or _PRONOUN.match(text[mark.end :]):
        return ["them"]
    phrase = _PHRASE_END.split(_OPENING.sub("", text[mark.end :], count=1), maxsplit=1)[0]
    words = [token for token in tokens(phrase) if token.is_content and not token.text[0].isdigit()][:4]
    return [word.stem for word in words] or ["them"]


def _counted(claim: str, mark: Mark) -> bool:
    """Whether a number follows: "all seven" is as wide as "seven"."""
    phrase = re.split(r"[,;:.()]", claim[mark.end : mark.end + 60])[0]
    numbers = any(t.normal in _NUMBERS or t.text[0].isdigit() for t in tokens(phrase)[:7])
    return mark.text.lower() in {"all", "each"} and numbers


_OPENING = re.compile(r"^\s*(?:of\s+)?(?:(?:the|those|these|its|their|his|her|other|such|our)\s+)*", re.IGNORECASE)
_PHRASE_END = re.compile(
    r"[,;:.()\"“”–]|\b(?:of|in|for|that|who|which|to|on|from|with|are|is|was|were|will|would|may|must|could|can|should|have|has|had"
    r"|at|by|and|or|but|as|under|within|than|into|about|where|when|while|listed|based|known|used)\b"
)
_FLOATING = re.compile(r"\b(?:are|were|is|was|have|has|had|been)\s+$", re.IGNORECASE)
_PRONOUN = re.compile(r"\s+(?:of\s+)?(?:it|them|us|these|those|which|whom)\b", re.IGNORECASE)
_EXCEPTION_END = re.compile(r"[;.,]| (?:had|has|have|is|are|was|were) ")
_NUMBERS = frozenset("two three four five six seven eight nine ten eleven twelve".split())


def _quoted(claim: str, mark: Mark) -> bool:
    return sum(claim[: mark.start].count(q) for q in '"“”') % 2 == 1


def _unrestricted(claim: str, text: str) -> Finding | None:
    """A noun that the source has with "some" or "most" and the claim without any such word."""
    if any(mark.kind in {"some", "none"} for mark in QUANTITY.marks(claim)) or _has_number(claim):
        return None
    for mark in RESTRICTING.marks(text):
        if _noun(text, mark) in content_stems(claim) and _draws_on(claim, text, mark):
            return _finding(f"The cited text says “{mark.text}”; the sentence leaves that out.")
    return None


def _has_number(claim: str) -> bool:
    return any(token.normal in _NUMBERS or token.text[0].isdigit() for token in tokens(claim))


def _draws_on(claim: str, text: str, mark: Mark) -> bool:
    """Whether most of what the claim says stands in the clause of the word."""
    behind = _CLAUSE_END.split(text[mark.end :])[0]
    before = _CLAUSE_END.split(text[: mark.start])[-1]
    said = content_stems(claim)
    return bool(said) and len(said & content_stems(f"{before} {behind}")) >= 0.5 * len(said)


def _without_exception(claim: str, text: str) -> Finding | None:
    """A claim that repeats a rule of the source and leaves out the exception or condition that is tied to it."""
    if any(mark.kind == "condition" for mark in QUANTITY.marks(claim)):
        return None
    for mark in EXCEPTIONS.marks(text):
        rule = re.split(r"[;.]", text[: mark.start])[-1]
        exception = _EXCEPTION_END.split(text[mark.end :])[0]
        said, of_rule = content_stems(claim), content_stems(rule)
        told = said & (content_stems(exception) - of_rule)
        if len(said & of_rule) >= max(2, 0.5 * len(said)) and not told:
            return _finding(f"The cited text adds “{mark.text}”; the sentence leaves that out.")
    return None


def _everybody_there(claim: str, text: str) -> Finding | None:
    """ "Leaders, among them people from A and B" made into "A and B"."""
    for match in _PEOPLE_FROM.finditer(text):
        names = [t.text for t in tokens(match["names"]) if t.is_capitalised]
        used = [name for name in names if re.search(rf"\b{re.escape(name)}\b", claim)]
        if used and used[0] == names[0] and not _PEOPLE_WORDS.search(claim):
            return _finding(
                f"The cited text speaks of people from {names[0]}; the sentence makes it {names[0]} itself."
            )
    return None


_PEOPLE_WORDS = re.compile(
    r"\b(?:people|those|leaders?|officials?|executives?|representatives?|staff|employees?|members?|researchers?|figures?|experts?"
    r"|from|at|of|some|delegates?|delegations?|engineers?|founders?|including|among|like|such as)\b",
    re.IGNORECASE,
)
