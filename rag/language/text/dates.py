"""Dates of a text, full or partial, and how they stand in it: "1 August 2024", "in late 2025", "before May", "last July"."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from rag.language.text.calendar_words import DAYS, MONTHS, PARTS, WEEKDAYS

_MONTH = "(?:" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?"
_DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?![\d%]|[.,:]\d)"
_YEAR = r"(?:1[5-9]|20|21)\d\d(?!\d|[.,]\d{3}|[.]\d|%|[\w])"
_PART = (
    r"(?:first|second|third|fourth|last)\ (?:quarter|half)(?:\ of)?|q[1-4]|h[12]|early|mid|late|later|"
    r"(?:the\ )?(?:beginning|start|middle|end)\ of|(?:the\ )?(?:first|second|third|fourth|last)\ (?:week|days|fortnight)\ of|"
    r"(?:the\ )?turn\ of"
)
_AMBIGUOUS = frozenset("may march mar sep jan jun dec oct nov feb jul apr aug sept".split())
_BEFORE_MONTH = re.compile(
    r"(?:\b(?:in|by|since|until|till|from|after|before|of|last|next|this|and|to|through|during|every|each|late|early|but|except|for|than|as|"
    r"the|or|on|within|around|about|mid|not|only|either|between|into|past|toward|towards|excluding|including|coming|following|previous) |[–(]) ?$"
)
_SEASON = "spring|summer|autumn|fall|winter"
_DATE = re.compile(
    rf"""
    (?P<iso>\b(?P<iso_year>(?:19|20)\d\d)-(?P<iso_month>\d\d)(?:-(?P<iso_day>\d\d))?\b)
    |(?P<dm>\b(?:(?P<dm_part>{_PART})[- ](?:in\ )?)?(?P<dm_days>(?<!\d[.,]){_DAY}(?:(?:\s?[–-]\s?|\ (?:and|to|or|until)\ |,\ (?:and\ )?){_DAY})*)\ (?:of\ )?(?P<dm_month>{_MONTH})(?:,?\ (?P<dm_year>{_YEAR}))?)
    |(?P<md>\b(?P<md_month>{_MONTH})\ (?:the\ )?(?P<md_days>{_DAY}(?:(?:\s?[–-]\s?|\ (?:and|to|or)\ ){_DAY}(?!\ (?:{_MONTH})))*)(?:,?\ (?P<md_year>{_YEAR}))?)
    |(?P<m>\b(?:(?P<m_part>{_PART})[- ](?:in\ )?)?(?P<m_month>{_MONTH})(?:(?:,|\ of)?\ (?P<m_year>{_YEAR}))?)
    |(?P<s>\b(?:the\ )?(?P<s_part>{_SEASON})(?:\ of)?\ (?P<s_year>{_YEAR}))
    |(?P<decade>\b(?:(?P<decade_part>{_PART})[- ])?(?:the\ )?(?P<decade_year>(?:1[5-9]|20)\d0)\ ?'?s\b)
    |(?P<y>(?<![\w.,/$€£-])(?:(?P<y_part>{_PART})[- ](?:of\ |in\ )?)?(?P<y_year>{_YEAR})(?:\s?[–/-]\s?(?P<y_to>(?:20)?\d\d)(?![\d,.]\d|\w))?(?!/\d|\ ?(?:percent|per\ cent)))
    |(?P<weekday>\b(?:{"|".join(WEEKDAYS)})s?\b)
    """,
    re.IGNORECASE | re.VERBOSE,
)
_RELATIONS = (
    ("until", r"(?:not|no) (?:binding |due |required )?(?:before|until|till)|no earlier than|not earlier than"),
    ("by", r"no later than|not later than|at the latest by"),
    ("before", r"before|prior to|ahead of|preceding|earlier than"),
    ("after", r"after|following|later than|beyond|past"),
    ("from", r"as from|(?:starting|beginning|effective) (?:from|on|in)|starting|beginning|from|since"),
    ("until", r"until|till|through|up to|up until|lasting to"),
    ("by", r"by|by the latest"),
)  # fmt: skip
_RELATION = tuple((name, re.compile(rf"\b(?:{words}) (?:the |on |in )*$", re.IGNORECASE)) for name, words in _RELATIONS)


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date at `text[start:end]`; what it leaves open is `None`.

    `part` is "early", "third quarter", ... of the year or of the month. `weekday` counts from Monday, 0.
    `relation` is "" (on, in, at), "before", "after", "from", "until" or "by"; `text` the words.
    """

    start: int
    end: int
    text: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    part: str | None = None
    weekday: int | None = None
    relation: str = ""

    @property
    def months(self) -> tuple[int, int] | None:
        """The first and last month that it can mean; `None` for a whole year."""
        if self.month is not None:
            return self.month, self.month
        return PARTS.get(self.part or "")

    @property
    def days(self) -> tuple[int, int] | None:
        """The first and last day of the month that it can mean; `None` for the whole month."""
        if self.day is not None:
            return self.day, self.day
        return DAYS.get(self.part or "") if self.month is not None else None


def dates(text: str) -> list[DateMention]:
    """The dates in order of place, relative ones ("last July") not resolved; see `resolve`."""
    found = [mention for match in _DATE.finditer(text) for mention in _read(match, text)]
    return _with_years(found, text)


def _read(match: re.Match[str], text: str) -> Iterator[DateMention]:
    start, end = match.span()
    groups = match.groupdict()
    relation = next((name for name, pattern in _RELATION if pattern.search(text[max(0, start - 40) : start])), "")
    base = DateMention(start, end, match.group(), relation=relation)
    if groups["weekday"]:
        yield replace(base, weekday=WEEKDAYS[match.group().lower().removesuffix("s")])
    elif groups["iso"]:
        yield replace(base, year=int(groups["iso_year"]), month=int(groups["iso_month"]), day=_int(groups["iso_day"]))
    elif groups["decade"]:
        yield replace(
            base, year=int(groups["decade_year"]), part="century" if groups["decade_year"].endswith("00") else "decade"
        )
    elif groups["dm"] or groups["md"]:
        prefix = "dm" if groups["dm"] else "md"
        if (groups[f"{prefix}_month"] or "")[0].isupper():
            yield from _days(base, groups, prefix)
    elif groups["m"]:
        if _is_month(match, text):
            yield replace(
                base, month=_month(groups["m_month"]), year=_int(groups["m_year"]), part=_part(groups["m_part"])
            )
    elif groups["s"]:
        yield replace(base, year=int(groups["s_year"]), part=groups["s_part"].lower())
    else:
        yield replace(base, year=int(groups["y_year"]), part=_part(groups["y_part"]))
        if groups["y_to"]:
            yield replace(base, year=int(groups["y_year"][: 4 - len(groups["y_to"])] + groups["y_to"]))


def _days(base: DateMention, groups: dict[str, str | None], prefix: str) -> Iterator[DateMention]:
    days = re.findall(r"\d+", groups[f"{prefix}_days"] or "")
    for day in days:
        yield replace(base, day=int(day), month=_month(groups[f"{prefix}_month"]), year=_int(groups[f"{prefix}_year"]))


def _is_month(match: re.Match[str], text: str) -> bool:
    """Months have a capital; what can also be a verb or a name is one after a word in small letters, or with a year."""
    word = match["m_month"]
    if not word[0].isupper():
        return False
    if word.lower().rstrip(".") not in _AMBIGUOUS or match["m_year"] or match["m_part"]:
        return True
    lead = text[max(0, match.start() - 16) : match.start()]
    return bool(_BEFORE_MONTH.search(lead))


def _month(word: str | None) -> int:
    return MONTHS[(word or "").lower().rstrip(".")]


def _int(digits: str | None) -> int | None:
    return int(digits) if digits else None


def _part(words: str | None) -> str | None:
    if not words:
        return None
    return re.sub(r"^the | of$", "", words.lower())


def _with_years(mentions: list[DateMention], text: str) -> list[DateMention]:
    """ "March and May 2024", "13 January ... 15 January 2025": a date linked to a later one has its year."""
    return [_with_year(m, later, text) for m, later in itertools.pairwise(mentions)] + mentions[-1:]


def _with_year(mention: DateMention, later: DateMention, text: str) -> DateMention:
    if mention.year is not None or not mention.month or not later.year or not later.month:
        return mention
    linked = re.fullmatch(r"\s?(?:,|and|or|to|until|–|-|/|through|, and)\s?", text[mention.end : later.start])
    return replace(mention, year=later.year) if linked else mention
