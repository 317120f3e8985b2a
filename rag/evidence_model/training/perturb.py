"""Minimal changes: an answerable question becomes one the passage does not answer, a true claim becomes a false one."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence

_PAIRS = """
first/last, first/second, second/third, third/fourth, before/after, largest/smallest, largest/second-largest,
highest/lowest, most/least, more/less, more/fewer, north/south, east/west, northern/southern, eastern/western,
early/late, earlier/later, begin/end, began/ended, start/stop, started/stopped, win/lose, won/lost, born/died,
oldest/youngest, older/younger, increase/decrease, increased/decreased, rise/fall, rose/fell, above/below,
over/under, include/exclude, included/excluded, with/without, always/never, maximum/minimum, major/minor,
male/female, men/women, father/mother, son/daughter, brother/sister, husband/wife, king/queen, allow/forbid,
allowed/forbidden, accept/reject, accepted/rejected, support/oppose, supported/opposed, agree/disagree,
public/private, strong/weak, long/short, high/low, large/small, big/small, good/bad, better/worse, best/worst,
old/new, modern/ancient, buy/sell, bought/sold, open/close, opened/closed, enter/leave, entered/left, arrive/depart,
arrived/departed, attack/defend, attacked/defended, create/destroy, created/destroyed, built/demolished,
founded/dissolved, join/leave, joined/left, positive/negative, upper/lower, inner/outer, internal/external,
domestic/foreign, rich/poor, hot/cold, fast/slow, heavy/light, proposed/adopted, proposed/rejected,
approved/rejected, voluntary/mandatory, required/optional, can/cannot, could/couldn't, did/didn't, does/doesn't,
is/isn't, was/wasn't, were/weren't, are/aren't, has/hasn't, had/hadn't, will/won't, would/wouldn't,
should/shouldn't, may/must, import/export, gain/lose, gained/lost, appear/disappear, similar/different,
same/different, inside/outside, northeast/southwest, northwest/southeast, success/failure, advantage/disadvantage,
advantages/disadvantages, cause/prevent, caused/prevented, causes/prevents, present/absent, majority/minority,
few/many, all/none, permanent/temporary, direct/indirect, legal/illegal, natural/artificial, winter/summer,
spring/autumn, day/night, morning/evening, century/decade, million/billion, week/month, month/year, january/june,
march/october, april/november, july/december, may/september, august/february
"""
_ONE_WAY = {"can", "could", "did", "does", "is", "was", "were", "are", "has", "had", "will", "would", "should"}
OPPOSITES: dict[str, list[str]] = {}
for _pair in re.split(r",\s", _PAIRS.strip()):
    _left, _right = _pair.split("/")
    OPPOSITES.setdefault(_left, []).append(_right)
    OPPOSITES.setdefault(_right, []).append(_left)

_NAME = re.compile(r"[A-Z][\w'’.-]*[\w](?: (?:of |the |de |von |and |for )?[A-Z][\w'’-]+)*")
_YEAR = re.compile(r"\b(1[0-9]{3}|20[0-9]{2})\b")
_NUMBER = re.compile(r"\b\d[\d,.]*\b")
_COMMON = frozenset(
    re.split(
        r"\s+",
        """the a an in on at of for and or but it he she they this that these those there his her its their as by from
        to january february march april may june july august september october november december
        monday tuesday wednesday thursday friday saturday sunday""",
    )
)


def names(text: str) -> list[str]:
    """Capitalised phrases of a text; the plain words that open sentences are left out."""
    found = (match.group() for match in _NAME.finditer(text))
    return sorted({name for name in found if len(name) > 2 and name.lower() not in _COMMON and not name.isdigit()})


def spoil_question(
    question: str, sentences: Sequence[str], evidence: Sequence[int], answers: Sequence[str], rng: random.Random
) -> str | None:
    """The question asked about someone or something else that the passage also mentions; `None` if nothing fits."""
    passage = " ".join(sentences)
    proof = " ".join(sentences[i] for i in evidence)
    ways = [
        (3.0, _swap_name(question, passage, answers, rng)),
        (1.5, _swap_number(question, passage, _YEAR, rng)),
        (0.7, _swap_number(question, passage, _NUMBER, rng)),
        (2.5, _swap_opposite(question, rng)),
        (1.5, _swap_word(question, passage, proof, rng)),
    ]
    fitting = [(weight, text) for weight, text in ways if text]
    if not fitting:
        return None
    return rng.choices([text for _, text in fitting], [weight for weight, _ in fitting])[0]


def spoil_claim(claim: str, evidence: str, rng: random.Random) -> tuple[str, str] | None:
    """A true claim made false or unproven, with its new label; `None` if nothing fits."""
    number = _swap_number(claim, evidence, _YEAR, rng) or _swap_number(claim, evidence, _NUMBER, rng)
    ways = [(number, "contradicted"), (_swap_opposite(claim, rng), "not_supported"), (negated(claim), "contradicted")]
    ways.append((_swap_name(claim, evidence, (), rng), "not_supported"))
    fitting = [(text, label) for text, label in ways if text]
    return rng.choice(fitting) if fitting else None


def _swap_name(text: str, passage: str, answers: Sequence[str], rng: random.Random) -> str | None:
    low = text.lower()
    known = names(passage)
    present = [name for name in {*known, *names(text[1:])} if re.search(rf"\b{re.escape(name.lower())}\b", low)]
    present = [name for name in present if low.find(name.lower()) > 0 or len(name.split()) > 1]
    taken = low + " " + " ".join(answers).lower()
    others = [name for name in known if not any(part in taken for part in name.lower().split() if len(part) > 2)]
    if not present or not others:
        return None
    name = rng.choice(sorted(present))
    alike = [other for other in others if abs(len(other.split()) - len(name.split())) <= 1] or others
    return re.sub(rf"\b{re.escape(name)}\b", lambda _: rng.choice(alike), text, count=1, flags=re.IGNORECASE)


def _swap_number(text: str, passage: str, pattern: re.Pattern[str], rng: random.Random) -> str | None:
    present = [match.group() for match in pattern.finditer(text)]
    if not present:
        return None
    number = rng.choice(present)
    others = sorted({match.group() for match in pattern.finditer(passage)} - set(present))
    if not others or rng.random() < 0.3:
        digits = re.sub(r"\D", "", number)
        others = [str(max(1, int(digits) + rng.choice((-20, -10, -3, -2, -1, 1, 2, 3, 10, 20))))]
    return text.replace(number, rng.choice(others), 1)


def _swap_opposite(text: str, rng: random.Random) -> str | None:
    places = [match for match in re.finditer(r"[\w'-]+", text) if match.group().lower() in OPPOSITES]
    plain = [match for match in places if match.group().lower() not in _ONE_WAY]
    if plain or (places and not re.search(r"\bnot\b|n't\b", text) and rng.random() < 0.35):
        match = rng.choice(plain or places)
        return text[: match.start()] + rng.choice(OPPOSITES[match.group().lower()]) + text[match.end() :]
    return None


def _swap_word(text: str, passage: str, proof: str, rng: random.Random) -> str | None:
    """A content word that question and evidence share, for one of the same ending from elsewhere in the passage."""
    shared = set(re.findall(r"\b[a-z]{5,}\b", text)) & set(re.findall(r"\b[a-z]{5,}\b", proof))
    if not shared:
        return None
    word = rng.choice(sorted(shared))
    others = set(re.findall(r"\b[a-z]{5,}\b", passage)) - set(re.findall(r"\b[a-z]{5,}\b", proof + " " + text))
    alike = sorted(other for other in others if other[-2:] == word[-2:] or (other[-1] == word[-1] == "s"))
    return re.sub(rf"\b{word}\b", rng.choice(alike), text, count=1) if alike else None


def negated(claim: str) -> str | None:
    """The claim with "not" behind its first auxiliary verb; `None`: it has none."""
    match = re.search(r"\b(is|was|are|were|has|had|will|can|could|would)\b(?! not)", claim)
    return claim[: match.end()] + " not" + claim[match.end() :] if match else None
