"""Hesitations taken out of recognised speech: "Um, I was, uh, tired." reads "I was, tired." Pure.

Only sounds of hesitation go (um, uh, er, erm; hmm and mm beside other words). Answers stay: "mm-hmm",
"uh-huh", "uh uh", and a "Mm." or "Hmm." that stands alone. No word is ever changed but for the capital
letter a sentence begins with, and every word that stays keeps its times. English only: "er" and "um" are
words in other languages.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from wire.segments import Segment, Word


class Fillers(StrEnum):
    """Whether a session's transcript is shown without hesitations or exactly as it was heard."""

    REMOVED = "removed"
    KEPT = "kept"


LANGUAGE = "en"

_PARTS = re.compile(r"^(?P<before>\W*)(?P<core>.*?)(?P<after>[\W_]*)$", re.DOTALL)
_HESITATION = re.compile(r"u+h*m+|u+h+|erm*|a+hm+", re.IGNORECASE)
_HUMMED = re.compile(r"h+m+|m{2,}", re.IGNORECASE)
_SOUND = re.compile(r"u+h*m|u+h|er|a+hm|h+m|mm", re.IGNORECASE)
_ANSWERS = frozenset({"huh", "uh", "hm", "hmm", "mm", "hum", "oh"})
"""What makes an answer of a sound before it: "uh huh", "mm hmm", "uh uh" (but "uh, uh" hesitates)."""

_NUMBER = re.compile(
    r"\d[\d.,/]*|(?:one|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|forty|fifty|sixty|hundred|half"
    r"|few|couple)",
    re.IGNORECASE,
)
"""Before "mm" it makes millimetres of it."""

_ENDS = re.compile(r"[.?!…]")
_OPENINGS = "\"'“‘([{¿¡"


@dataclass(frozen=True, slots=True)
class _Token:
    before: str
    core: str
    after: str

    @classmethod
    def of(cls, text: str) -> _Token:
        found = _PARTS.match(text)
        assert found is not None  # noqa: S101 - every string matches
        return cls(found["before"], found["core"], found["after"])

    @property
    def text(self) -> str:
        return self.before + self.core + self.after

    @property
    def ends(self) -> bool:
        """Whether a sentence ends here."""
        return _ENDS.search(self.after) is not None

    @property
    def hesitates(self) -> bool:
        return _HESITATION.fullmatch(self.core) is not None and not _is_abbreviation(self.core)

    @property
    def hums(self) -> bool:
        return _HUMMED.fullmatch(self.core) is not None and not _is_abbreviation(self.core)


def _is_abbreviation(core: str) -> bool:
    """Whether it is written in capitals: ER and MM are no sounds."""
    return len(core) > 1 and core.isupper()


def may_hesitate(text: str) -> bool:
    """Whether `readable` could change anything about this text: a quick look that misses nothing."""
    return _SOUND.search(text) is not None


def readable(segment: Segment) -> Segment | None:
    """The segment without hesitations, the very same if it has none; None when nothing else was said."""
    texts = segment.text.split()
    kept = without_fillers(texts)
    if len(kept) == len(texts):
        return segment
    if not kept:
        return None
    words = _words(segment.words, texts, kept)
    return segment.model_copy(update={"text": " ".join(text for _, text in kept), "words": words})


def _words(words: Sequence[Word], texts: Sequence[str], kept: Sequence[tuple[int, str]]) -> tuple[Word, ...]:
    """The words that stay, with their own times; those of a corrected text are looked at by themselves."""
    if [word.word.strip() for word in words] != list(texts):
        kept = without_fillers([word.word for word in words])
    return tuple(words[place].model_copy(update={"word": text}) for place, text in kept)


def without_fillers(texts: Sequence[str]) -> list[tuple[int, str]]:
    """The words that stay, each with its place among `texts`; marks of what went move to its neighbours."""
    tokens = [_Token.of(text) for text in texts]
    goes = [_goes(tokens, place) for place in range(len(tokens))]
    if not any(goes):
        return list(enumerate(texts))
    kept: list[tuple[int, _Token]] = []
    capital, opening = False, ""
    for place, token in enumerate(tokens):
        if goes[place]:
            capital = capital or token.core[:1].isupper()
            opening += "".join(mark for mark in token.before if mark in _OPENINGS)
            if kept and token.ends and not opening:
                kept[-1] = (kept[-1][0], _ended(kept[-1][1], token.after))
            continue
        changed = _Token(opening + token.before, _capital(token.core) if capital else token.core, token.after)
        kept.append((place, changed))
        capital, opening = False, ""
    return [(place, token.text) for place, token in kept]


def _goes(tokens: Sequence[_Token], place: int) -> bool:
    token = tokens[place]
    if not (token.hesitates or token.hums) or "?" in token.after or "-" in token.core:
        return False
    before = tokens[place - 1] if place > 0 else None
    after = tokens[place + 1] if place + 1 < len(tokens) else None
    if _answers(token, after) or (before is not None and _answers(before, token)):
        return False
    if token.hesitates:
        return not (token.core == "er" and before is not None and before.core.lower() in {"the", "an"})
    measured = before is not None and _NUMBER.fullmatch(before.core) is not None
    alone = (before is None or before.ends) and (after is None or token.ends)
    return not (measured or alone)


def _answers(first: _Token, second: _Token | None) -> bool:
    """Whether two sounds in a row are an answer: "uh huh", "mm hmm"."""
    if second is None or first.after or not (first.hesitates or first.hums):
        return False
    return second.core.lower() in _ANSWERS and first.core.lower()[0] in {"u", "m", "h"}


def _ended(token: _Token, marks: str) -> _Token:
    """The word before a filler that ended the sentence: it ends it now."""
    if token.ends:
        return token
    return _Token(token.before, token.core, token.after.rstrip(",;:-–—") + marks.lstrip(",;:-–—"))


def _capital(core: str) -> str:
    return core[:1].upper() + core[1:] if core[:1].islower() else core
