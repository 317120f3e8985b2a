"""The forms that a word may take, told from its ending alone: too many rather than too few, as a form that no text has does no harm."""

from __future__ import annotations

import re

_ADVERB = re.compile(
    r"(?:al|ous|ent|ant|ful|ive|ate|able|ible|ary|ic|ect|ict|ure|ly|ain|ear|ise|air|afe|ak|ict|ecret|ose|ight|air|ague)$"
)
_NO_ADVERB = re.compile(r"ly$|(?:late|present|close|clear|hard)$")
_DOUBLES = re.compile(r"(?<![aeiou])[aeiou][bdglmnprt]$")
_IRREGULAR = {
    "begin": "began begun", "break": "broke broken", "build": "built", "buy": "bought", "cut": "cuts cutting", "die": "died dying",
    "fall": "fell fallen", "fight": "fought", "forbid": "forbade forbidden", "forget": "forgot forgotten", "give": "gave given",
    "go": "went gone goes", "grow": "grew grown", "hide": "hid hidden", "hurt": "hurting hurts", "keep": "kept", "lead": "led",
    "leave": "left", "lend": "lent", "let": "lets letting", "lose": "lost", "meet": "met", "oversee": "oversaw", "pay": "paid",
    "quit": "quits quitting", "rise": "rose risen", "run": "ran running", "sell": "sold", "set": "setting", "shrink": "shrank shrunk",
    "shut": "shuts shutting", "speak": "spoke spoken", "split": "splits splitting", "strike": "struck", "swell": "swollen",
    "withdraw": "withdrew withdrawn", "withhold": "withheld", "win": "won winning", "overthrow": "overthrew overthrown", "uphold": "upheld",
    "forgive": "forgave forgiven", "undercut": "undercutting",
}  # fmt: skip


def forms_of(word: str) -> frozenset[str]:
    """The word itself, its inflections as verb and noun, and the adverb where its ending is that of an adjective."""
    return frozenset({word, *_inflected(word), *_IRREGULAR.get(word, "").split(), *_adverb(word)})


def _inflected(word: str) -> set[str]:
    if word.endswith("e"):
        return {word + "s", word + "d", word[:-1] + "ing"}
    if re.search(r"[^aeiou]y$", word):
        return {word[:-1] + "ies", word[:-1] + "ied", word + "ing"}
    if re.search(r"(?:s|x|z|ch|sh)$", word):
        return {word + "es", word + "ed", word + "ing"}
    doubled = {word + word[-1] + "ed", word + word[-1] + "ing"} if _DOUBLES.search(word) else set()
    return {word + "s", word + "ed", word + "ing", *doubled}


def _adverb(word: str) -> set[str]:
    if _NO_ADVERB.search(word) or not _ADVERB.search(word):
        return set()
    if word.endswith(("able", "ible")):
        return {word[:-1] + "y"}
    if word.endswith("ary"):
        return {word[:-1] + "ily"}
    return {word + ("ally" if word.endswith("ic") else "ly")}
