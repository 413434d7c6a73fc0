"""A text read word by word: what may stand for each word, what number it is, what is negated or asked.

A word is negated when a negation bears on it itself ("no pain", "does not sleep"), and under a negation when
one stands before it anywhere in its clause. What is said clearly is held against what is said at all: a
note's sentence counts as negated only where it surely is, its evidence as negated where it may be: `softly`
where a word stands near that only may deny ("stopped drinking").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from live_notes.drafting.checks.equivalents import forms_of
from live_notes.drafting.language.figures import Figure, figures_of
from live_notes.drafting.language.polarity import NEGATIONS
from live_notes.drafting.language.verbs import BASE
from live_notes.drafting.language.words import STOP_WORDS, TOKEN, stem, word_set
from live_notes.drafting.spec import Speaking

PERSON = "@"
"""The key of every word that stands for one of the two people who talk, or for somebody spoken of."""

_PERSONS = word_set("""
i me my mine myself you your yours yourself he him his himself she her hers herself they them their
theirs themself themselves we us our patient client doctor therapist clinician provider counselor
counsellor
""")
CLIENT_FOR_SHORT = word_set("pt pts ct cl clt")
"""How a client is written for short. In capitals alone it is something else: a CT, PT."""

_SUBJECTS = word_set("i he she we they you it there that this patient client")
_JOINS = word_set("and so then when while or which who")
_ENDS_SCOPE = word_set("but although though except however yet because since unless")
_CONDITIONS, _LONGEST_CONDITION = word_set("if when whenever once until"), 9
_TO_DO_SOMETHING = word_set("your my the a an it that this them him her me us his their to one some up on in")
"""What follows a verb that tells somebody to do something."""
_RAISING = word_set("""
think thinks thought believe believes feel feels felt suppose guess know knows knew say says said that
what how if whether why where do does did was were is are have has had can could will would should than
like as to of
""")
"""Words after which a person goes on with the same clause: "I don't think you have it"."""
_SKIPPED = word_set("""
any a an the really even just quite much so very that all too been be being have has had to do does did
get got getting always ever also exactly necessarily actually only in at of for with on going gonna like
no not other more seem seems seeming currently able his her their my your
""")
"""Words between a negation and what it bears on."""
_LIGHT = word_set(
    "feel think want need see get know notice noticed appreciate take taking use make believe like try"
)
"""Verbs that say little: what they are about is negated with them."""
_MAY_NEGATE = word_set("""
stop stopped quit unable hardly barely rarely lack lacks lacked lacking fail failed fails free negative
absent absence resolved avoid avoids avoided avoiding refuse refused ran against discontinue discontinued
hold instead rather ruled
""")
_NEGATES_BEFORE = word_set("negative absent resolved free ruled")
_WIDE = 9
_FAR = 99
_CASUAL = {"wanna": ("want",), "gonna": ("going",), "dunno": ("not", "know"), "gotta": ("got",)}
_UNSPOKEN = word_set("cm mm mmhg dl bpm degrees fahrenheit celsius percent st nd rd th")
"""What stands written after a number and mostly goes without saying."""
_ONLY_WRITTEN = word_set("dl mmhg bpm mmol")
"""What never stands for anything but a unit: "mg/dL"."""
_DENIES = word_set("denied denies deny denying denial")
_BOUNDARY = frozenset(".;:?!—")
_MARKS = frozenset(".,;:?!—-–()")
_ENDS_SENTENCE = frozenset(".?!")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text. `line`, `part` and `clause` count the lines, sentences and clauses around it.

    `forms` are the stems it may be matched by, `key` its own one. `figure` is the number it is. `anew`: the
    first after a semicolon, which joins what could stand alone. `since` counts the words between it and the
    last negation before it that no sentence and no semicolon ended, `cues` numbers that one.
    """

    text: str
    key: str
    forms: frozenset[str]
    line: int
    part: int
    clause: int
    at: int
    content: bool
    capital: bool = False
    quoted: bool = False
    apart: bool = False
    anew: bool = False
    figure: Figure | None = None
    negated: bool = False
    under: bool = False
    softly: bool = False
    speaking: Speaking | None = None
    cue: bool = False
    since: int = _FAR
    cues: int = 0

    def __repr__(self) -> str:
        return f"<Word {len(self.text)} chars>"


def read(text: str, *, line: int = 0, speaking: Speaking | None = None) -> list[Word]:
    """The words of a text, negations marked on what they bear on and not among them as such."""
    return _with_negations(list(_words(text, line, speaking)), text)


def asking_parts(text: str) -> set[int]:
    """Which of a text's sentences end in a question mark, counted as `Word.part` counts them."""
    found, part, end = set[int](), 0, 0
    for token in _tokens(text):
        between = set(text[end : token.start])
        if between & _ENDS_SENTENCE:
            found |= {part} if "?" in between else set()
            part += 1
        end = max(end, token.end)
    return found | ({part} if "?" in text[end:] else set())


@dataclass(frozen=True, slots=True)
class _Token:
    text: str
    start: int
    end: int


def _tokens(text: str) -> list[_Token]:
    """Tokens; a contracted negation is one of its own."""
    found: list[_Token] = []
    for match in TOKEN.finditer(text):
        plain = match.group().replace("’", "'")
        low = plain.lower()
        if low.endswith("n't") and low != "n't":
            base = {"can't": "can", "won't": "will"}.get(low, plain[:-3])
            found += [
                _Token(base, match.start(), match.start() + len(base)),
                _Token("not", match.start(), match.end()),
            ]
        elif low in _CASUAL:
            found += [_Token(one, match.start(), match.end()) for one in _CASUAL[low]]
        elif low == "cannot":
            found += [
                _Token("can", match.start(), match.start() + 3),
                _Token("not", match.start(), match.end()),
            ]
        else:
            found.append(_Token(plain, match.start(), match.end()))
    return found


def _figures(text: str, tokens: Sequence[_Token], lows: Sequence[str]) -> dict[int, Figure]:
    """The figures of a text; none goes on over the end of a sentence: "four-thirty. Three times a day"."""
    found: dict[int, Figure] = {}
    start = 0
    for at in range(1, len(tokens) + 1):
        between = "" if at == len(tokens) else text[tokens[at - 1].end : tokens[at].start]
        ends = bool(set(between) & _ENDS_SENTENCE) and ".." not in between
        apart = "," in between and lows[at - 1] == "hundred"  # "out of a hundred, ninety" are two
        if at == len(tokens) or ends or apart:
            found |= {start + place: figure for place, figure in figures_of(lows[start:at]).items()}
            start = at
    return found


def _words(text: str, line: int, speaking: Speaking | None) -> Iterator[Word]:
    tokens = _tokens(text)
    lows = [token.text.lower() for token in tokens]
    figures = _figures(text, tokens, lows)
    keys = [_key(token.text) for token in tokens]
    forms = forms_of(keys)
    part = clause = 0
    quoted = False
    end = 0
    skip, counted = 0, -1  # `counted`: the token after the last figure
    for at, token in enumerate(tokens):
        between = text[end : token.start]
        end = max(end, token.end)
        quoted ^= sum(between.count(mark) for mark in '"“”') % 2 == 1
        if set(between) & _BOUNDARY:
            clause, part = clause + 1, part + bool(set(between) & _ENDS_SENTENCE)
        elif at and _new_clause(lows, at, between):
            clause += 1
        if skip:
            skip -= 1
            continue
        figure = figures.get(at)
        if figure is not None:
            skip = figure.words - 1
            counted = at + figure.words
        yield Word(
            text=lows[at]
            if figure is None
            else text[token.start : tokens[at + figure.words - 1].end].lower(),
            key=keys[at],
            forms=forms[at],
            line=line,
            part=part,
            clause=clause,
            at=at,
            content=figure is None
            and _is_content(lows[at])
            and not (at == counted and lows[at] in _UNSPOKEN)
            and lows[at] not in _ONLY_WRITTEN,
            capital=token.text[0].isupper() and not token.text.removesuffix("'s").isupper(),
            quoted=quoted,
            apart=bool(set(between) & _MARKS),
            anew=";" in between,
            figure=figure,
            speaking=speaking,
            cue=lows[at] in NEGATIONS and not _is_particle(lows, at, text[token.end : token.end + 1]),
        )


def _key(word: str) -> str:
    low = word.lower()
    head = low.split("'", maxsplit=1)[0] if not low.endswith("'s") else low[:-2]
    if head in _PERSONS or (head in CLIENT_FOR_SHORT and not word.isupper()):
        return PERSON
    return stem(head)


def _is_content(low: str) -> bool:
    return (
        low.split("'", maxsplit=1)[0] not in STOP_WORDS
        and low not in STOP_WORDS
        and low not in NEGATIONS
        and len(low) > 1
    )


def _is_particle(lows: Sequence[str], at: int, after: str) -> bool:
    """A "no" that answers, rather than negating what follows."""
    if lows[at] != "no":
        return False
    following = lows[at + 1].split("'")[0] if at + 1 < len(lows) else ""
    return after in {",", ".", "!", ";"} or following in _PERSONS | {
        "no",
        "not",
        "it",
        "that",
        "the",
        "there",
        "",
    }


def _new_clause(lows: Sequence[str], at: int, between: str) -> bool:
    low, before = lows[at].split("'")[0], lows[at - 1]
    if low in _ENDS_SCOPE or ("," in between and _ends_condition(lows, at)):
        return True
    if low not in _SUBJECTS and lows[at] not in {"the", "my", "your", "his", "her", "their"}:
        return False
    if "," in between or before in _JOINS:
        return True
    return low in _SUBJECTS - {"that", "it"} and before not in _RAISING and before not in _SKIPPED | NEGATIONS


def _ends_condition(lows: Sequence[str], at: int) -> bool:
    """Whether what is to be done follows a condition: "if you don't understand, put your hand up"."""
    before = lows[max(0, at - _LONGEST_CONDITION) : at]
    led = any(word in _CONDITIONS and following in _SUBJECTS for word, following in pairwise(before))
    return led and lows[at] in BASE and lows[at + 1 : at + 2] != [] and lows[at + 1] in _TO_DO_SOMETHING


def _with_negations(words: list[Word], text: str) -> list[Word]:
    narrow, wide, soft = set[int](), set[int](), set[int]()
    for at, word in enumerate(words):
        if word.cue:
            reach = list(_reach(words, at))
            wide.update(reach)
            narrow.update(_borne_on(words, reach))
        elif word.text in _MAY_NEGATE:
            soft.update((at, *_reach(words, at)))
            soft.update(range(max(0, at - 4), at) if word.text in _NEGATES_BEFORE else ())
    return list(_without_cues(words, narrow, wide, soft))


def _without_cues(words: Sequence[Word], narrow: set[int], wide: set[int], soft: set[int]) -> Iterator[Word]:
    """The words beside negations: what was said and what is written differ in how they deny."""
    since, part, cues = _FAR, -1, 0
    for at, word in enumerate(words):
        since, part = (_FAR if word.part != part or word.anew else since), word.part
        if word.cue:
            since, cues = 0, cues + 1
        if word.cue and word.text not in _DENIES:
            continue
        yield replace(word, negated=at in narrow, under=at in wide, softly=at in soft, since=since, cues=cues)
        since = min(_FAR, since + 1)


def _reach(words: Sequence[Word], at: int) -> Iterator[int]:
    """The places that a negation may bear on: its clause, and the list it begins."""
    denies = words[at].text in _DENIES
    left = 60 if denies else _WIDE
    for place in range(at + 1, len(words)):
        word = words[place]
        if word.part != words[at].part or left <= 0:
            return
        if word.clause != words[at].clause and not (
            denies and word.text not in _ENDS_SCOPE | {"report", "reported"}
        ):
            return
        left = _WIDE if denies or word.text in {"or", "nor"} else left - 1
        yield place


def _borne_on(words: Sequence[Word], reach: Sequence[int]) -> Iterator[int]:
    """The first thing in reach, and what stands with it."""
    begun = light = False
    if words[reach[0] - 1].text in _DENIES if reach else False:
        yield from (place for place in reach if words[place].content)
        return
    for place in reach:
        word = words[place]
        if word.cue:
            return
        told = word.content or word.figure is not None or word.text in _LIGHT
        if not told:
            if begun and not light:
                return
            if not begun and word.text not in _SKIPPED:
                return
            continue
        if begun and light and word.text in _LIGHT:
            return
        yield place
        light = word.text in _LIGHT
        begun = True
