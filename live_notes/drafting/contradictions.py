"""Preferences that contradict one another: what is set stands before what is asked for in free words.

"Be brief" with a detailed note, "use she" where pronouns are set to none, another word for the client than
the one that is set: the setting is followed, and the note says so. Where pronouns are left to the session,
the pronouns that the instructions ask for are taken.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Final

from live_notes.drafting.formats import NoteFormat
from live_notes.drafting.preferences import Detail, Preferences, PronounChoice
from live_notes.drafting.spec import DraftSpec
from live_notes.drafting.templates.overreach import SET_ASIDE, overstepping_sections, oversteps


class Conflict(StrEnum):
    """What in the instructions is not followed, since something else stands against it."""

    DETAIL = "detail"
    PRONOUNS = "pronouns"
    CLIENT_TERM = "client-term"
    CLINICIAN_TERM = "clinician-term"
    FORMAT = "format"
    RULES = "rules"


TOLD: Final = {
    Conflict.DETAIL: "The instructions ask for another length than the level of detail set; that was kept.",
    Conflict.PRONOUNS: "The instructions ask for other pronouns than those that are set; those were kept.",
    Conflict.CLIENT_TERM: (
        "The instructions ask for another word for the client than the one set; that was kept."
    ),
    Conflict.CLINICIAN_TERM: (
        "The instructions ask for another word for the clinician than the one set; that was kept."
    ),
    Conflict.FORMAT: "The instructions ask for another format than the one chosen; that was kept.",
    Conflict.RULES: SET_ASIDE,
}
"""What a note says of each."""

_NOT = r"(?<!not )(?<!n't )(?<!never )"
_BRIEF = re.compile(
    rf"\b{_NOT}(?:(?:be|keep (?:it|this|the notes?|them|everything)|make (?:it|this)|write|stay)"
    r" (?:very |more |as )?"
    r"(?:brief(?:er|ly)?|short(?:er)?|concise(?:ly)?|terse(?:ly)?|succinct(?:ly)?)|brief notes?|short notes?"
    r"|concise notes?|as (?:short|brief) as possible)\b",
    re.IGNORECASE,
)
_LONG = re.compile(
    rf"\b{_NOT}(?:(?:be|make (?:it|this)|write|keep it) (?:very |more |as )?"
    r"(?:detailed|thorough(?:ly)?|long(?:er)?"
    r"|comprehensive|exhaustive|extensive(?:ly)?)|in (?:great |full |more |much )?detail|as (?:long|detailed)"
    r" as possible|detailed notes?|long notes?)\b",
    re.IGNORECASE,
)
_USE = (
    r"\b(?:use|with|write|say|call (?:the )?client"
    r"|refer to (?:the )?(?:client|patient|her|him|them) (?:as|with))"
)
_PRONOUN = re.compile(
    rf"{_USE} (?:the )?(?:pronouns? )?[\"']?(?P<one>she|her|he|him|they|them|no)\b"
    r"(?:[/ ,]*(?:her|him|hers|his|theirs|them))*"
    r"(?:[\"']?(?: pronouns?)?)(?=[\s.,;!\"']|$)",
    re.IGNORECASE,
)
_CHOICE = {
    "she": PronounChoice.SHE,
    "her": PronounChoice.SHE,
    "he": PronounChoice.HE,
    "him": PronounChoice.HE,
    "they": PronounChoice.THEY,
    "them": PronounChoice.THEY,
    "no": PronounChoice.NONE,
}
_TERM = (
    r"\b(?:call|refer to|name|write of) (?:the |my )?{who}(?: only)? (?:as |by |with )?(?:the )?[\"']?"
    r"(?P<term>[A-Za-z][\w.'-]*(?: [A-Z][\w.'-]*)?)"
)
_CLIENT = re.compile(_TERM.format(who="(?:client|patient)"), re.IGNORECASE)
_CLINICIAN = re.compile(_TERM.format(who="(?:clinician|therapist|me|myself)"), re.IGNORECASE)
_FORMAT = re.compile(
    rf"\b(?:write|use|draft|make|as|in|give)(?: \w+){{0,3}} (?:an? |the )?(?P<format>{'|'.join(NoteFormat)})"
    r"(?: (?:format|notes?|form|structure))?\b",
    re.IGNORECASE,
)
_ACRONYMS: Final = frozenset({"soap", "dap", "birp", "girp", "pirp", "pie"})


def wished_detail(instructions: str) -> Detail | None:
    """The level of detail that instructions ask for in words, if one alone."""
    brief, long = _BRIEF.search(instructions), _LONG.search(instructions)
    if bool(brief) == bool(long):
        return None
    return Detail.CONCISE if brief else Detail.DETAILED


def wished_pronouns(instructions: str) -> PronounChoice | None:
    """The pronouns that instructions ask for, if one kind alone."""
    asked = {
        _CHOICE[match["one"].lower()]
        for match in _PRONOUN.finditer(instructions)
        if match["one"].lower() != "no" or "pronoun" in match.group().lower()
    }
    return asked.pop() if len(asked) == 1 else None


def settled(preferences: Preferences) -> Preferences:
    """The preferences with the pronouns their instructions ask for, where none are set."""
    asked = wished_pronouns(preferences.instructions)
    if preferences.pronouns is not PronounChoice.SAID or asked is None:
        return preferences
    return preferences.model_copy(update={"pronouns": asked})


def conflicts_in(preferences: Preferences, chosen: NoteFormat | None = None) -> tuple[Conflict, ...]:
    """What in the instructions is not followed. `chosen`: the note's format, None where it has a template."""
    words = preferences.instructions
    if not words.strip():
        return ()
    found = {
        Conflict.DETAIL: _detail_differs(preferences),
        Conflict.PRONOUNS: wished_pronouns(words) not in {None, preferences.pronouns, *_open(preferences)},
        Conflict.CLIENT_TERM: _term_differs(_CLIENT, words, preferences.client_term),
        Conflict.CLINICIAN_TERM: _term_differs(_CLINICIAN, words, preferences.clinician_term),
        Conflict.FORMAT: _format_differs(words, chosen),
        Conflict.RULES: oversteps(words),
    }
    return tuple(conflict for conflict, there in found.items() if there)


def contradicted(spec: DraftSpec) -> tuple[str, ...]:
    """What a note drafted so says of wishes that were not followed."""
    chosen = spec.format if spec.template is None else None
    found = list(conflicts_in(spec.preferences, chosen))
    if spec.template is not None and overstepping_sections(spec.template):
        found.append(Conflict.RULES)
    return tuple(dict.fromkeys(TOLD[conflict] for conflict in found))


def _open(preferences: Preferences) -> tuple[PronounChoice, ...]:
    """Pronouns that don't contradict what is set: any, where they are left to the session."""
    return tuple(PronounChoice) if preferences.pronouns is PronounChoice.SAID else ()


def _detail_differs(preferences: Preferences) -> bool:
    asked = wished_detail(preferences.instructions)
    return {asked, preferences.detail} == {Detail.CONCISE, Detail.DETAILED}


def _term_differs(pattern: re.Pattern[str], words: str, term: str) -> bool:
    kept = term.casefold().removeprefix("the ")
    asked = {match["term"].rstrip(".,'").casefold() for match in pattern.finditer(words)}
    return bool(asked - {kept, kept.rstrip("."), "as", "by", "with", "the"})


def _format_differs(words: str, chosen: NoteFormat | None) -> bool:
    asked = {match["format"].lower() for match in _FORMAT.finditer(words)} & _ACRONYMS
    return bool(asked) and asked != {chosen}
