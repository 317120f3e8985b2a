"""What a text reports as somebody's statement: who, by which word, and which stretches of it are theirs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from rag.speaking.frames import Frame, verb_frames
from rag.speaking.phrases import phrase_frames
from rag.speaking.pronouns import resolved
from rag.speaking.tokens import Token, in_quotation_marks, sentences, tokens

_TURN = re.compile(
    r";|, (?=(?:but|while|whereas|although|though|yet)\b"
    r"(?! (?:that|only|not|also|even|just|without|rather|in|for|with|by|on|at|to|instead|then|above|mainly)\b))"
    r"|, (?=a (?:view|claim|figure|charge|result)\b)"
)
_ASIDES = re.compile(
    r",? who (?:asked|wished|wanted|preferred|chose|declined|requested) (?:not )?to (?:be (?:named|identified|quoted)|remain \w+),?"
    r"|,? (?:who spoke |who was speaking |speaking )?on (?:the )?condition of anonymity,?",
    re.IGNORECASE,
)
_FEW = 6  # words in quotation marks: fewer are seldom a sentence
_SHORT_NAMES = re.compile(r"\((?:[A-Z][\w.&-]*\s?){1,4}\)")
_NESTED = re.compile(r"(?:\b(?:that|whether|what|how|which)|[^,;\s]*(?<!\band)(?<!\bbut)(?<!\bwhile)(?<![,;:.”\"])) $")


@dataclass(frozen=True, slots=True)
class Report:
    """A statement that a text puts in somebody's mouth.

    Attributes:
        speaker: in the text's words; a pronoun is replaced by whom it stands for where that is known.
        verb: the word that introduces it.
        stance: the ways of standing behind a statement that the word may express.
        frame: the range of the words that say who speaks.
        said: the ranges of what is theirs.
        quoted: most of what is theirs stands in quotation marks.
        mention: the speaker as this text has it ("He").
    """

    speaker: str
    verb: str
    stance: tuple[str, ...]
    frame: tuple[int, int]
    said: tuple[tuple[int, int], ...]
    quoted: bool
    mention: str

    def words_said(self, text: str) -> str:
        """What is theirs, joined."""
        return " ".join(text[start:end] for start, end in self.said).strip()


def reports(text: str, before: str = "") -> list[Report]:
    """The statements that a text puts in somebody's mouth, in order; `before` tells who "he" is."""
    found: list[Report] = []
    for start, end in sentences(text):
        for report in _of_sentence(text[start:end]):
            name = resolved(report.mention, text[start : start + report.frame[0]], found, text[:start], before)
            found.append(_moved(replace(report, speaker=name), start))
    return found


def _moved(report: Report, by: int) -> Report:
    moved = tuple((start + by, end + by) for start, end in report.said)
    return replace(report, said=moved, frame=(report.frame[0] + by, report.frame[1] + by))


def _of_sentence(sentence: str) -> list[Report]:
    found = _without_asides(sentence)
    phrases = phrase_frames(found)
    quoted = in_quotation_marks(sentence)
    made_frames = [
        f for f in (*verb_frames(found, phrases), *phrases) if not _in_scare_quotes(sentence, found, f, quoted)
    ]
    frames = _without_overlap(made_frames)
    spans = [(found[f.start].start, found[f.end - 1].end) for f in frames]
    made = []
    for position, frame in enumerate(frames):
        said = _said(sentence, frame, position, spans)
        name = sentence[frame.speaker[0].start : frame.speaker[-1].end]
        in_marks = _share(said, quoted) >= 0.5
        made.append(Report(name, frame.verb, frame.stance, spans[position], said, in_marks, name))
    return made


def _in_scare_quotes(sentence: str, found: Sequence[Token], frame: Frame, quoted: Sequence[tuple[int, int]]) -> bool:
    """Whether the word that makes a frame is one of a few quoted words: "serious doubts" says nothing by itself."""
    last = found[frame.end - 1].start
    return any(a <= last < b and len(sentence[a:b].split()) < _FEW for a, b in quoted)


def _without_asides(sentence: str) -> list[Token]:
    """The words without what is said of why somebody is not named, and without abbreviations in brackets."""
    asides = [match.span() for aside in (_ASIDES, _SHORT_NAMES) for match in aside.finditer(sentence)]
    return [t for t in tokens(sentence) if not any(start <= t.start < end for start, end in asides)]


def _without_overlap(frames: Sequence[Frame]) -> list[Frame]:
    kept: list[Frame] = []
    for frame in sorted(frames, key=lambda f: (f.start, -f.end)):
        if not kept or frame.start >= kept[-1].end:
            kept.append(frame)
    return kept


def _said(sentence: str, frame: Frame, position: int, spans: Sequence[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """What is theirs: to the next turn of the sentence or the next who speaks; before the words too, where they trail."""
    start, end = spans[position]
    last = _next_speaker(sentence, position, spans)
    turn = next(iter(_turns(sentence, end, last)), None)
    after = (end, turn.start() if turn else last)
    if not frame.before:
        return (after,)
    first = spans[position - 1][1] if position else 0
    turns = [turn.end() for turn in _turns(sentence, first, start) if turn.end() < start - 3]
    return ((turns[-1] if turns else first, start), after)


def _turns(sentence: str, start: int, end: int) -> list[re.Match[str]]:
    """The places outside quotation marks where a sentence turns to something else."""
    quoted = in_quotation_marks(sentence)
    found = _TURN.finditer(sentence, start, end)
    return [turn for turn in found if not any(a <= turn.start() < b for a, b in quoted)]


def _next_speaker(sentence: str, position: int, spans: Sequence[tuple[int, int]]) -> int:
    """Where the next speaks who is not spoken of within the statement ("... that the government had told it ...")."""
    end = spans[position][1]
    for start, stop in spans[position + 1 :]:
        if not _NESTED.search(sentence[end:start].rstrip() + " "):
            return start
        end = stop
    return len(sentence)


def _share(said: Sequence[tuple[int, int]], quoted: Sequence[tuple[int, int]]) -> float:
    whole = sum(end - start for start, end in said)
    inside = sum(max(0, min(e, b) - max(s, a)) for s, e in said for a, b in quoted)
    return inside / whole if whole else 0.0
