"""E-mail addresses, web addresses, IP and hardware addresses and photo files, written or spoken.

Spoken: "sarah dot j at example dot com", "double you double you double you dot …",
"ten dot oh dot oh dot one".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from live_notes.masking.kinds import Entity
from live_notes.masking.lexicon import Lexicon
from live_notes.masking.lexicon.common import STOPWORDS
from live_notes.masking.lexicon.word_set import phrases, word_set
from live_notes.masking.spoken.homophones import HEARD
from live_notes.masking.spoken.numbers import is_figure, run_at
from live_notes.masking.spoken.words import Words
from live_notes.masking.text import Finding

TOP_LEVEL = word_set(
    """
    com org net edu gov mil info biz io co uk us ca au nz ie de fr es it nl be ch at se no dk fi pl pt cz si
    hu ro gr br mx in jp cn ru eu me tv app dev ai health online site blog
    """
)
"""Ends of a spoken address. A list of what people say, not the public suffix list: nothing is looked up."""

PROVIDERS = frozenset(
    {"gmail", "yahoo", "hotmail", "outlook", "icloud", "aol", "protonmail", "proton", "msn"}
)

_PATH = r"(?:/[^\s<>\"']*[\w/])?"
_BYTE = r"(?:25[0-5]|2[0-4]\d|1?\d?\d)"
_WRITTEN = tuple(
    (entity, re.compile(pattern, re.IGNORECASE))
    for entity, pattern in (
        (Entity.EMAIL_ADDRESS, r"[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[\w-]+(?:\.[\w-]+)+"),
        (Entity.URL, r"(?:https?|ftp)://[^\s<>\"']*[\w/]"),
        (Entity.URL, r"\bwww\.[\w-]+(?:\.[\w-]+)+" + _PATH),
        (Entity.URL, r"\b[a-z0-9][a-z0-9-]*\.(?:com|org|net|edu|gov|io|co\.uk|info)\b" + _PATH),
        (Entity.IP_ADDRESS, rf"(?<![\d.])(?:{_BYTE}\.){{3}}{_BYTE}(?![\d.]*\d)"),
        (Entity.IP_ADDRESS, r"(?<![\w:])(?:[0-9a-f]{1,4}:){3,7}(?::?[0-9a-f]{1,4})+(?![\w:])"),
        (Entity.DEVICE_ID, r"\b(?:[0-9a-f]{2}[:-]){5}[0-9a-f]{2}\b"),
        (Entity.PHOTO, r"\b[\w-]+\.(?:jpe?g|png|heic|gif|bmp|tiff?|webp)\b"),
    )
)

_NEVER_LOCAL = frozenset(
    {"me", "us", "him", "her", "them", "you", "it", "is", "was", "are", "work", "working"}
)
_JOINS = {"dot", "underscore", "dash", "hyphen", "plus"}
_CUES = phrases("email is|mail is|address is|me at|it to|e mail is|email address is")
"""What an address for mail follows at once."""
_MAIL = frozenset({"email", "mail"})
_LOCAL_CUED = 4
_LOCAL_MOST = 6
_DOTS = frozenset({"dot", "point", "period"})
_IP_DOTS = 3
_HOST_MOST = 8


def find_contacts(words: Words, lexicon: Lexicon) -> Iterator[Finding]:
    """Addresses of all these kinds."""
    for entity, pattern in _WRITTEN:
        for match in pattern.finditer(words.text):
            yield Finding(match.start(), match.end(), entity, 0.95)
    yield from _spoken_mail(words, lexicon)
    yield from _spoken_hosts(words)
    yield from _heard_hosts(words)
    yield from _spoken_ip(words)
    yield from _heard_ip(words)


def _spoken_mail(words: Words, lexicon: Lexicon) -> Iterator[Finding]:
    for at in range(1, len(words) - 1):
        if (
            words.low(at) != "at"
            or words.low(at + 1) == "www"
            or (words.low(at - 1) in _NEVER_LOCAL and words.low(at - 2) not in _JOINS)
        ):
            continue
        last = _host_end(words, at + 1)
        if last is None and words.low(at + 1) in PROVIDERS:
            last = at + 1
        if last is None and _is_mail(words, lexicon, at):
            last = at + 1  # the host's end was not heard, but what it is was said
        if last is not None:
            yield Finding(*words.find(_local_start(words, at - 1, lexicon), last), Entity.EMAIL_ADDRESS, 0.95)


def _host_end(words: Words, first: int) -> int | None:
    """The last word of "example dot co dot uk" beginning at `first`, or of a written "example.com"."""
    position, last = first, None
    for _ in range(_HOST_MOST):
        if words.low(position) == "at" or (
            position > first
            and "@" in words.text[words[first].start : words[min(position, len(words) - 1)].start]
        ):
            return last
        if words.low(position + 1) not in {"dot", "period", "point"} and not _written_dot(
            words, position + 1
        ):
            position += 1
            if last is None and words.joined(position) and not words.low(position - 1).startswith("the"):
                continue
            break
        step = 1 if _written_dot(words, position + 1) else 2
        if words.low(position + step) in TOP_LEVEL:
            last = position + step
        position += step
    return last if last is not None and last - first <= _HOST_MOST and _few_words(words, first) else None


def _few_words(words: Words, first: int) -> bool:
    """Whether a dot comes within three words: a host's name is not a clause."""
    return any(words.low(first + step) == "dot" or _written_dot(words, first + step) for step in range(1, 4))


def _written_dot(words: Words, position: int) -> bool:
    return 0 < position < len(words) and words[position].gap in {".", " ."}


def _local_start(words: Words, last: int, lexicon: Lexicon) -> int:
    """The first word of the part before "at": back over joins, letters, digits, and names."""
    position = last
    while position > 0 and last - position < _LOCAL_MOST * 2 and words.joined(position):
        before = words.low(position - 1)
        if (
            before in _JOINS
            or words.low(position) in _JOINS
            or (_is_local(before, lexicon) and _is_local(words.low(position), lexicon))
        ):
            position -= 1
        else:
            break
    return _behind_cue(words, position)


def _behind_cue(words: Words, first: int) -> int:
    """Back to what announces it, if at most three words stand between: "my email is our roberts at".

    As the answer to a question it begins where the sentence does: "A sharp at".
    """
    for position in range(first, max(-1, first - _LOCAL_CUED), -1):
        if words.breaks_before(position):
            alone = first - position == 1 and words.low(position) not in STOPWORDS - {"a"}
            return position if alone else first
        if any(words.says(position - len(cue), cue) for cue in _CUES if position >= len(cue)):
            return position
    return first


def _is_mail(words: Words, lexicon: Lexicon, at: int) -> bool:
    """Whether "my email is" stands before "at", and a name between the two."""
    first = _behind_cue(words, at - 1)
    announced = words.low(first - 1) == "is" and {words.low(first - 2), words.low(first - 3)} & _MAIL
    named = words[at - 1].capital or _is_local(words.low(at - 1), lexicon)
    return bool(announced) and named and words.joined(at + 1)


def _is_local(low: str, lexicon: Lexicon) -> bool:
    single = len(low) == 1 and low not in {"i", "a"}
    return single or low.isdigit() or run_at(Words(low), 0) is not None or not lexicon.is_ordinary(low)


def _spoken_hosts(words: Words) -> Iterator[Finding]:
    for dot in range(1, len(words) - 1):
        if words.low(dot) != "dot" or words.low(dot + 1) not in TOP_LEVEL - {
            "me",
            "it",
            "at",
            "in",
            "us",
            "no",
            "be",
        }:
            continue
        first, last = dot - 1, dot + 1
        while first > 1 and {words.low(first - 1), words.low(first - 2)} & _JOINS:
            first -= 2 if words.low(first - 1) in _JOINS else 3
        while words.low(last + 1) in {"dot", "slash"} and last + 2 < len(words):
            last += 2
        while first > 0 and words.low(first - 1) in {"www", "slash", "http", "https", "w"}:
            first -= 1
        yield Finding(*words.find(max(first, 0), last), Entity.URL, 0.9)


def _heard_hosts(words: Words) -> Iterator[Finding]:
    """What is said after "www" where no dot was heard: "www berg info"."""
    for position in range(len(words) - 1):
        if words.low(position) == "www" and words[position + 1].gap in {" ", ".", ", "}:
            last = (
                position + 1 + (words.low(position + 2) in TOP_LEVEL | {"bis"} and words.joined(position + 2))
            )
            yield Finding(*words.find(position, last), Entity.URL, 0.85)


def _spoken_ip(words: Words) -> Iterator[Finding]:
    for first in range(len(words)):
        position, parts = first, 0
        while parts < 4:
            run = run_at(words, position)
            if run is None or len(run.digits) > 3:
                break
            parts, position = parts + 1, run.last + 1
            if parts < 4 and words.low(position) not in {"dot", "point", "period"}:
                break
            position += parts < 4
        if parts == 4:
            yield Finding(*words.find(first, position - 1), Entity.IP_ADDRESS, 0.95)


def _heard_ip(words: Words) -> Iterator[Finding]:
    """Figures with three dots among them, some heard as words: "2 2 oh dot, for 1 dot 6 dot 19"."""
    position = 0
    while position < len(words):
        first = position
        parts: list[list[int]] = [[]]
        while position < len(words) and _in_ip(words, position, first):
            if words.low(position) in _DOTS or words[position].gap == ".":
                parts.append([])
            if words.low(position) not in _DOTS:
                parts[-1].append(position)
            position += 1
        if position == first:
            position += 1
            continue
        while parts[-1] and words.low(parts[-1][-1]) in HEARD:
            parts[-1].pop()
        if len(parts) > _IP_DOTS and all(parts) and any(_is_byte(words, part) for part in parts[1:-1]):
            yield Finding(*words.find(first, parts[-1][-1]), Entity.IP_ADDRESS, 0.85)


def _in_ip(words: Words, position: int, first: int) -> bool:
    """Whether a word goes on with figures and dots that begin at `first`."""
    low, gap = words.low(position), words[position].gap
    if position > first and ("\n" in gap or (". " in gap and words.low(position - 1) not in _DOTS)):
        return False
    return is_figure(low) or (position > first and (low in _DOTS or HEARD.get(low, "").isdigit()))


def _is_byte(words: Words, part: list[int]) -> bool:
    """Whether a part can only be one of dotted figures, unlike those of "7.1 to 6.9 to 6.5 to 6.1"."""
    alone = len(part) == 1
    return alone or (words.low(part[0] - 1) == "dot" == words.low(part[-1] + 1))
