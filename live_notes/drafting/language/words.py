"""Words, stems and content words; enough English to compare what was said with what is written."""

from __future__ import annotations

import re
from collections.abc import Iterable

from live_notes.drafting.language.remembered import remembered

TOKEN = re.compile(
    r"\[[A-Z][A-Z_]*(?:_?\d+)?\]"  # a placeholder such as [PERSON_2]
    r"|\d+(?:[.,:/]\d+)*%?"
    r"|[^\W\d_]+(?:['’][^\W\d_]+)*"
)
_PLAIN_TOKEN = re.compile(
    r"[A-Za-z]+(?:'[A-Za-z]+)*|\d+(?:[.,:/]\d+)*%?|\[[A-Z][A-Z_]*(?:_?\d+)?\]", re.ASCII
)
"""The same in a text without other letters, in half the time."""
PLACEHOLDER = re.compile(r"\[[A-Z][A-Z_]*(?:_?\d+)?\]")
WITHHELD = re.compile(r"\[a group member\]|\ba group member\b")
"""Who stands unnamed in another client's record; in a quotation in brackets, since nobody said so."""


def word_set(text: str) -> frozenset[str]:
    """The words of a list written as running text."""
    return frozenset(text.split())


STOP_WORDS = word_set("""
a about actually after again all almost also although am an and any anything are aren't as at be because been
before being but by can can't could couldn't did didn't do does doesn't doing don't down each either else even
ever every few for from get gets getting go goes going gonna got had hadn't has hasn't have haven't having he
he'd he'll he's her here hers herself him himself his how i i'd i'll i'm i've if in into is isn't it it'd
it'll
it's its itself just kind know let let's like little lot lots made make many may maybe me mean might mine more
most much must my myself no nor not now of off oh ok okay on once one only or other our ours out over own
really
right said say says see she she'd she'll she's should shouldn't so some something sort still stuff such sure
than that that's the their theirs them themself themselves then there there's these they they'd they'll
they're
they've thing things think this those though through to too up us very want was wasn't way we we'd we'll we're
we've well were weren't what what's when where which while who whose why will with won't would wouldn't
yeah yep yes
you you'd you'll you're you've your yours yourself
""")
"""Words that carry no content of their own."""

_IRREGULAR = {
    "went": "go", "gone": "go", "felt": "feel", "slept": "sleep", "woke": "wake", "woken": "wake",
    "ate": "eat", "eaten": "eat", "drank": "drink", "drunk": "drink", "drove": "drive", "driven": "drive",
    "took": "take", "taken": "take", "told": "tell", "thought": "think", "thoughts": "think", "kept": "keep",
    "left": "leave", "lost": "lose", "made": "make", "met": "meet", "ran": "run", "saw": "see", "seen": "see",
    "spoke": "speak", "spoken": "speak", "spent": "spend", "wrote": "write", "written": "write",
    "bought": "buy", "brought": "bring", "came": "come", "fell": "fall", "fallen": "fall", "fought": "fight",
    "found": "find", "gave": "give", "given": "give", "grew": "grow", "heard": "hear", "held": "hold",
    "hid": "hide", "knew": "know", "known": "know", "meant": "mean", "paid": "pay", "sent": "send",
    "shook": "shake", "sat": "sit", "stood": "stand", "stuck": "stick", "taught": "teach", "threw": "throw",
    "understood": "understand", "won": "win", "worse": "bad", "worst": "bad", "better": "good",
    "best": "good",
    "children": "child", "kids": "child", "kid": "child", "mom": "mother", "mum": "mother", "dad": "father",
    "died": "die", "dying": "die", "death": "die", "lying": "lie", "began": "begin", "begun": "begin",
    "broke": "break", "broken": "break", "chose": "choose", "got": "get", "had": "have", "has": "have",
    "did": "do", "done": "do", "was": "be", "were": "be", "is": "be", "are": "be", "am": "be", "been": "be",
    "quit": "quit", "men": "man", "women": "woman", "feet": "foot", "teeth": "tooth", "lives": "life",
    "wives": "wife", "beaten": "beat", "hurting": "hurt", "sang": "sing", "wore": "wear", "rang": "ring",
    "swam": "swim", "stole": "steal", "drew": "draw", "flew": "fly", "forgot": "forget",
    "forgotten": "forget",
    "forgave": "forgive", "built": "build", "caught": "catch", "cried": "cry", "cries": "cry", "tried": "try",
}  # fmt: skip

_DOUBLED = re.compile(r"([bdgklmnprt])\1$")
_SUFFIXES = ("ingly", "edly", "ing", "ies", "ied", "ness", "ment", "ers", "ed", "es", "er", "ly", "s")
_BY_LAST_LETTER = {one[-1]: tuple(other for other in _SUFFIXES if other[-1] == one[-1]) for one in _SUFFIXES}
_SUFFIX_TO_Y = {"ies", "ied"}


def tokens(text: str) -> list[str]:
    """Words, numbers and placeholders of a text, in order, with plain apostrophes."""
    plain = text.replace("’", "'")
    found: list[str] = (_PLAIN_TOKEN if plain.isascii() else TOKEN).findall(plain)
    return found


def stem(word: str) -> str:
    """A crude common form of a word's inflections: "sleeping", "slept" and "sleeps" become "sleep"."""
    if word.startswith("["):
        return word
    low = word.lower().removesuffix("'s")
    if low in _IRREGULAR:
        return _without_e(_IRREGULAR[low])
    if not low.endswith("ss"):
        for suffix in _BY_LAST_LETTER.get(low[-1:], ()):
            if low.endswith(suffix) and len(low) - len(suffix) >= 3:
                return _close(low[: -len(suffix)], suffix)
    return _without_e(low)


def _close(root: str, suffix: str) -> str:
    """Undoes what English spelling did to the root: doubled consonants, dropped e, y to i."""
    if suffix in _SUFFIX_TO_Y:
        return root + "y"
    if _DOUBLED.search(root) and not root.endswith("ll"):
        root = root[:-1]
    return _without_e(root)


def _without_e(word: str) -> str:
    return word.removesuffix("e") if len(word) > 3 else word


@remembered
def content_stems(text: str) -> tuple[str, ...]:
    """Stems of the words that carry content, in order; numbers are left to `numbers`."""
    return tuple(stem(t) for t in tokens(text) if t.lower() not in STOP_WORDS and not t[0].isdigit())


def overlap(wanted: Iterable[str], given: Iterable[str]) -> float:
    """Share of `wanted` found in `given`, 1.0 when nothing is wanted."""
    want = set(wanted)
    return len(want & set(given)) / len(want) if want else 1.0


def word_count(text: str) -> int:
    """Number of words in a text."""
    return len((_PLAIN_TOKEN if text.isascii() else TOKEN).findall(text))
