"""A section's wish in free words, as far as it can be followed without a language model.

"Only what was said about sleep and appetite. At most 3 sentences. Don't mention the dog." What else is asked
is not followed, and that is said. Risk is never left out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from live_notes.drafting.domains import DOMAINS
from live_notes.drafting.language.any_case import AnyCase
from live_notes.drafting.language.words import content_stems
from live_notes.drafting.risk.words import RISK_WORDS

_SENTENCE = re.compile(r"[.;\n!]+")
_LEAD = r"^(?:please |and |also |always |then )*"
_WHAT = (
    r"(?: (?:the |any |their |her |his |all )?(?:client|patient|member)(?:'s|s')?)?"
    r"(?: (?:the|any|their|her|his))? (?P<what>\S.*)$"
)
_VERB = (
    r"(?:write(?: down)?|list|describe|summari[sz]e|note|state|include|cover|record|report|document|give"
    r"|mention|say|tell|quote)"
)
_SAID = (
    r"(?: ?(?:what(?:ever)?(?: (?:was|is|they|he|she|the (?:client|patient|clinician|therapist)))?"
    r"(?: (?:said|says|reported|reports|discussed|told|spoken))?|anything|everything|all|statements?|words))?"
)
_ABOUT = r" (?:about|of|on|regarding|concerning)"
_ONLY = re.compile(
    rf"{_LEAD}(?:only|just)(?: {_VERB})?{_SAID}(?:{_ABOUT})?{_WHAT}"
    rf"|{_LEAD}{_VERB}(?: only| just){_SAID}(?:{_ABOUT})?{_WHAT.replace('what', 'what2')}"
    rf"|{_LEAD}(?:{_VERB})?{_SAID} (?:about|regarding|concerning){_WHAT.replace('what', 'what3')}",
    re.IGNORECASE,
)
_OMIT = re.compile(
    _LEAD + r"(?:(?:do not|don't|never) (?:mention|include|write about|write down|record|report)"
    r"|leave out|omit|skip|exclude|nothing (?:about|on|of))"
    rf"(?:{_SAID}{_ABOUT})?{_WHAT}",
    re.IGNORECASE,
)
_FOCUS = re.compile(
    _LEAD + rf"(?:focus on|emphasi[sz]e|highlight|prioriti[sz]e|pay attention to|{_VERB}){_WHAT}",
    re.IGNORECASE,
)
_NUMBER_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_NUMBERS = {word: at for at, word in enumerate(_NUMBER_WORDS, 1)}
_MOST = re.compile(
    _LEAD + r"(?:(?:write|use|keep (?:it |this )?to|keep) )?"
    r"(?:at most|no more than|up to|not more than|a maximum of)?"
    rf" ?(?P<n>\d{{1,2}}|{'|'.join(_NUMBERS)}) (?:short |brief )?(?:sentences?|lines?|points?|statements?)"
    r"(?: (?:at most|or fewer|or less|only))?$",
    re.IGNORECASE,
)
_APART = re.compile(r",| and | or |&", re.IGNORECASE)
_NO_MATTER = re.compile(
    r"^(?:in|as|with|for|like|at|to|from|by|without|using|if|how|why|when|that)\b", re.IGNORECASE
)
_MOST_WORDS = 4
"""Words of one matter; a longer one is a sentence that asks for something else."""


@dataclass(frozen=True)
class Matter:
    """What a statement may be about: the stems of its words, and a domain where it names one."""

    stems: frozenset[str]
    domain: AnyCase | None = None

    def is_in(self, text: str) -> bool:
        """Whether a text speaks of it."""
        if self.domain is not None and self.domain.search(text):
            return True
        return bool(self.stems) and self.stems <= set(content_stems(text))


@dataclass(frozen=True)
class SectionWish:
    """What was read: only these matters, none of those, more of these, at most so many statements.

    `unfollowed`: how many of its sentences ask for something else.
    """

    only: tuple[Matter, ...] = ()
    omit: tuple[Matter, ...] = ()
    focus: tuple[Matter, ...] = ()
    most: int | None = None
    unfollowed: int = 0

    def lets(self, text: str) -> bool:
        """Whether a statement may stand in the section."""
        if any(matter.is_in(text) for matter in self.omit) and not RISK_WORDS.search(text):
            return False
        return not self.only or any(matter.is_in(text) for matter in self.only)

    def favours(self, text: str) -> bool:
        """Whether a statement is on a matter that the section is to dwell on."""
        return any(matter.is_in(text) for matter in (*self.focus, *self.only))


def wish_of(instruction: str) -> SectionWish:
    """What can be followed of a section's instruction."""
    found: dict[str, list[Matter]] = {"only": [], "omit": [], "focus": []}
    most: int | None = None
    unfollowed = 0
    for sentence in filter(None, (part.strip() for part in _SENTENCE.split(instruction))):
        number = _MOST.match(sentence)
        if number is not None:
            most = _number(number["n"])
            continue
        name, matters = _read(sentence)
        if matters:
            found[name] += matters
        else:
            unfollowed += 1
    return SectionWish(
        tuple(found["only"]), tuple(found["omit"]), tuple(found["focus"]), most or None, unfollowed
    )


def _read(sentence: str) -> tuple[str, list[Matter]]:
    """What a sentence asks for and of which matters; none when one of them is no matter."""
    for name, pattern in (("omit", _OMIT), ("only", _ONLY), ("focus", _FOCUS)):
        match = pattern.match(sentence)
        if match is None:
            continue
        what = next(words for words in match.groupdict().values() if words)
        matters = [_matter(part) for part in _APART.split(what) if part.strip()]
        known = [matter for matter in matters if matter is not None]
        if known and len(known) == len(matters):
            return name, known
    return "only", _named(sentence)


def _named(sentence: str) -> list[Matter]:
    """The domains that a bare list names ("sleep, appetite"); none when it is more than such a list."""
    matters = [_matter(part) for part in _APART.split(sentence) if part.strip()]
    named = [matter for matter in matters if matter is not None and matter.domain is not None]
    return named if len(named) == len(matters) else []


def _number(word: str) -> int:
    return int(word) if word.isdigit() else _NUMBERS[word.lower()]


def _matter(words: str) -> Matter | None:
    plain = re.sub(r"^(?:the|any|their|her|his|a|an) ", "", words.strip().strip("\"'")).casefold()
    stems = frozenset(content_stems(plain))
    if not stems or len(plain.split()) > _MOST_WORDS or _NO_MATTER.match(plain):
        return None
    domain = next((one.words for one in DOMAINS if plain in _called(one.name)), None)
    return Matter(stems, domain)


def _called(domain: str) -> set[str]:
    """How a domain may be named: "work or school", "work", "school"."""
    parts = {domain, *re.split(r" (?:or|and) ", domain)}
    return parts | {part.rstrip("s") for part in parts}
