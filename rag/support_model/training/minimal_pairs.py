"""Claims made from sentences: repeated or shortened they are supported by their passage, changed in one place not."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence

from rag.evidence_model.training.perturb import names, negated, spoil_claim
from rag.evidence_model.training.rows import Row

from .claims import Claim
from .modality import stronger, weaker
from .speakers import capitalised, denied, framed, reported, speaker

SHORTEST, LONGEST = 50, 260  # characters of a sentence that makes a claim
_ASIDE = re.compile(r" \([^()]*\)")
_RELATIVE = re.compile(r", (?:which|who|where|whose) [^,]*(?:,|(?=\.$))")
_OPENING = re.compile(r"^(?:In|On|At|After|During|Since|By|For) [^,]{3,40}, (?=[a-z])")
_PRONOUN = re.compile(r"(?:He|She|It|They|This|These|That|Those|His|Her|Its|Their)\b")


def sentence_claims(row: Row, known: Sequence[str], rng: random.Random) -> list[Claim]:
    """A few claims from one sentence of the row, with one to five of its sentences for evidence; `[]`: none fits."""
    usable = [i for i, text in enumerate(row.sentences) if SHORTEST < len(text) < LONGEST and text[-1:] == "."]
    if not usable:
        return []
    telling = [i for i in usable if reported(row.sentences[i])]
    place = rng.choice(telling or usable)
    before, after = rng.choice((0, 0, 1, 2)), rng.choice((0, 0, 1, 2))
    around = [*row.sentences[max(0, place - before) : place]], [*row.sentences[place + 1 : place + 1 + after]]
    if place in telling:
        return _told(row.sentences[place], around, known, rng)
    if rng.random() < FRAMED_SHARE:
        return _framed(row.sentences[place], around, known, rng)
    return _changed(row.sentences[place], around, rng)


FRAMED_SHARE, WEAKENED_SHARE, NEGATED_SHARE = 0.3, 0.5, 0.3
Around = tuple[list[str], list[str]]


def _told(sentence: str, around: Around, known: Sequence[str], rng: random.Random) -> list[Claim]:
    """From a sentence that reports: with its speaker supported, without or with another one not."""
    found = reported(sentence)
    if found is None:
        return []
    who, what = found
    evidence = _text(around, sentence)
    other = next(
        (name for name in (speaker(known, rng) for _ in range(5)) if name.lower() not in evidence.lower()), "critics"
    )
    return [
        Claim("made_speaker_kept", rng.choice((sentence, framed(what, who, rng))), evidence, "supported"),
        Claim("made_speaker_dropped", what, evidence, "nei"),
        rng.choice((
            Claim("made_speaker_swapped", framed(what, other, rng), evidence, "not_supported"),
            Claim("made_speaker_denies", denied(what, who, rng), evidence, "contradicted"),
            Claim("made_speaker_swapped", sentence.replace(who, capitalised(other), 1), evidence, "not_supported"),
        )),
    ]  # fmt: skip


def _framed(sentence: str, around: Around, known: Sequence[str], rng: random.Random) -> list[Claim]:
    """The same with a speaker of ours put before a plain sentence; and a speaker that only the claim names."""
    who, other = speaker(known, rng), speaker(known, rng)
    told, plain = _text(around, framed(sentence, who, rng)), _text(around, sentence)
    made = [
        Claim("made_speaker_kept", framed(sentence, who, rng), told, "supported"),
        Claim("made_speaker_dropped", sentence, told, "nei"),
        Claim("made_speaker_added", framed(sentence, who, rng), plain, "nei"),
        Claim("made_speaker_denies", sentence, _text(around, denied(sentence, who, rng)), "not_supported"),
        Claim("made_speaker_denies", denied(sentence, who, rng), told, "contradicted"),
        Claim("made_copied", shortened(sentence, rng), plain, "supported"),
    ]
    if other != who:
        made.append(Claim("made_speaker_swapped", framed(sentence, other, rng), told, "not_supported"))
    return [made[0], *rng.sample(made[1:], 2)]


def _changed(sentence: str, around: Around, rng: random.Random) -> list[Claim]:
    """A copy of the sentence, one with a fact changed, and one that is surer than its evidence."""
    evidence = _text(around, sentence)
    claim = shortened(sentence, rng)
    made = [Claim("made_copied", claim, evidence, "supported")]
    spoiled = spoil_claim(claim, evidence, rng)
    if spoiled:
        made.append(Claim("made_spoiled", spoiled[0], evidence, spoiled[1]))
    denial = negated(sentence)
    if denial and rng.random() < NEGATED_SHARE:  # so that "not" in a claim is no sign of a false one
        made.append(Claim("made_negated", denial, _text(around, denial), "supported"))
        made.append(Claim("made_negated", claim, _text(around, denial), "contradicted"))
    surer, hedged = stronger(claim, rng), weaker(sentence, rng)
    if surer:
        made.append(Claim("made_surer", surer, evidence, "nei"))
    elif hedged and rng.random() < WEAKENED_SHARE:
        made.append(Claim("made_surer", sentence, _text(around, hedged), "nei"))
    return made if len(made) > 1 else []


def shortened(sentence: str, rng: random.Random) -> str:
    """Often without asides, relative clauses or the opening adverbial: what is left still follows from the sentence."""
    if rng.random() < 0.4 or _PRONOUN.match(sentence):
        return sentence
    text = _RELATIVE.sub("", _ASIDE.sub("", sentence))
    if rng.random() < 0.5:
        text = capitalised(_OPENING.sub("", text))
    return text if len(text) > SHORTEST else sentence


def _text(around: Around, sentence: str) -> str:
    before, after = around
    return " ".join([*before, sentence, *after])


def known_names(rows: Sequence[Row], rng: random.Random, count: int = 3000) -> list[str]:
    """Names of two or three words from a sample of the rows: speakers for made claims."""
    sample = rng.sample(list(rows), min(count, len(rows)))
    found = (name for row in sample for name in names(row.text) if 2 <= len(name.split()) <= 3 and len(name) < 40)
    return sorted(set(found))
