"""The clinician's own instructions, as far as a drafter without a language model can follow them.

It can leave a matter out and keep a matter in: "don't mention the dog", "focus on sleep and panic". What else
is asked is not followed, and that is said. Risk is never left out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from live_notes.drafting.domains import DOMAINS
from live_notes.drafting.embedded.candidates import Statement
from live_notes.drafting.language.any_case import AnyCase
from live_notes.drafting.language.words import content_stems

_SENTENCE = re.compile(r"[.;\n]+")
_LEAD = r"^(?:please |and |also |always )*"
_ABOUT = (
    r"(?: (?:anything|everything|all|statements?|mentions?) (?:about|of|on))?"
    r"(?: (?:the|any|their|her|his))? (?P<what>.+)$"
)
_OMIT = re.compile(
    _LEAD + r"(?:(?:do not|don't|never) (?:mention|include|write about|write down|record|report)"
    r"|leave out|omit|skip|exclude)" + _ABOUT,
    re.IGNORECASE,
)
_FOCUS = re.compile(
    _LEAD + r"(?:focus on|emphasi[sz]e|highlight|mention|include|prioriti[sz]e|pay attention to)" + _ABOUT,
    re.IGNORECASE,
)
_APART = re.compile(r",| and | or |&", re.IGNORECASE)
_MOST_WORDS = 5
"""Words of one matter; a longer one is a sentence that asks for something else."""

_KEPT_IN = 1.0
"""What a statement on a matter of focus is worth more: enough to stand before any other of its kind."""


@dataclass(frozen=True)
class Matter:
    """A matter as the stems of its words, and as a domain where it names one."""

    stems: frozenset[str]
    domain: AnyCase | None

    def is_in(self, statement: Statement) -> bool:
        """Whether the statement speaks of it."""
        if self.domain is not None and self.domain.search(statement.text):
            return True
        return bool(self.stems) and self.stems <= statement.stems


@dataclass(frozen=True)
class Instructions:
    """What is to be left out, what is to be kept in, and what was asked that could not be followed."""

    omit: tuple[Matter, ...] = ()
    focus: tuple[Matter, ...] = ()
    unfollowed: tuple[str, ...] = ()

    def on(self, statements: Sequence[Statement]) -> list[Statement]:
        """The statements without what is to be left out, those on a matter of focus worth more."""
        kept = [one for one in statements if one.must or not any(matter.is_in(one) for matter in self.omit)]
        return [
            replace(one, favour=_KEPT_IN) if any(matter.is_in(one) for matter in self.focus) else one
            for one in kept
        ]


def instructions_in(text: str) -> Instructions:
    """What can be followed of free words. A matter that is to be left out and kept in is neither."""
    asked: list[tuple[Matter, str]] = []
    omit: list[Matter] = []
    focus: list[Matter] = []
    unfollowed: list[str] = []
    for sentence in filter(None, (part.strip() for part in _SENTENCE.split(text))):
        omitting, focusing = _OMIT.match(sentence), _FOCUS.match(sentence)
        match = omitting or focusing
        matters = [] if match is None else [_matter(part) for part in _APART.split(match["what"])]
        known = [matter for matter in matters if matter is not None]
        if not known or len(known) < len(matters):
            unfollowed.append(sentence)
            continue
        (omit if omitting else focus).extend(known)
        asked += [(matter, sentence) for matter in known]
    both = set(omit) & set(focus)
    return Instructions(
        tuple(one for one in omit if one not in both),
        tuple(one for one in focus if one not in both),
        (*unfollowed, *dict.fromkeys(sentence for matter, sentence in asked if matter in both)),
    )


def _matter(words: str) -> Matter | None:
    plain = words.strip().strip("\"'")
    stems = frozenset(content_stems(plain))
    if not stems or len(plain.split()) > _MOST_WORDS:
        return None
    domain = next(
        (one.words for one in DOMAINS if plain.casefold() in {one.name, one.name.rstrip("s")}), None
    )
    return Matter(stems, domain)
