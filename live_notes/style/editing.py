"""What a clinician changes in their profile by hand, and the profile as a file. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from live_notes.style.errors import RuleRefused
from live_notes.style.limits import MOST_RULES
from live_notes.style.lint import (
    Objection,
    objection_to_heading,
    objection_to_sentence,
    objection_to_wording,
)
from live_notes.style.profile import Learned, Profile
from live_notes.style.rules import MOST_KEPT, Addition, Heading, Length, Order, Rule, Wording, text_of
from live_notes.style.style import Style
from retention.errors import BadInput, NotFound


def turned(profile: Profile, rule: str, enabled: bool) -> Profile:
    """The profile with a rule on or off. Raises `NotFound`."""
    return _with(profile, _one(profile, rule).model_copy(update={"enabled": enabled}))


def rewritten(profile: Profile, rule: str, text: str) -> Profile:
    """The profile with another text in a rule: what is written instead, added, headed, or how many stay.

    From then on it works whatever is seen, until it is turned off.

    Raises:
        NotFound. RuleRefused: no style may hold it. BadInput: there is nothing to write in such a rule.
    """
    one = _one(profile, rule)
    now = _rewritten(one.rule, " ".join(text.split()))
    objection = objection_to(now)
    if objection is not None:
        raise RuleRefused(objection)
    return _with(profile, one.model_copy(update={"rule": now, "edited": True}))


def without(profile: Profile, rule: str) -> Profile:
    """The profile without a rule, all its counts included; what goes on being changed is learned anew.

    One that is not there is forgotten already.
    """
    gone = {one.rule.section for one in profile.rules if one.id == rule and isinstance(one.rule, Length)}
    lengths = tuple(one for one in profile.lengths if one.section not in gone)
    rules = tuple(one for one in profile.rules if one.id != rule)
    return profile.model_copy(update={"rules": rules, "lengths": lengths})


def emptied(profile: Profile, salt: str) -> Profile:
    """A profile that knows nothing; whether it learns stays as it was."""
    return Profile(salt=salt, learning=profile.learning)


def objection_to(rule: Rule) -> Objection | None:
    """Why no style may hold this rule; None when it may."""
    match rule:
        case Wording(before=before, after=after):
            return objection_to_wording(before, after)
        case Addition(section=section, text=text):
            return objection_to_heading(section) or objection_to_sentence(text)
        case Heading(before=before, after=after) | Order(first=before, second=after):
            return objection_to_heading(before) or objection_to_heading(after)
        case Length(section=section):
            return objection_to_heading(section)
    return None


class _File(BaseModel):
    """A style as it is exported."""

    model_config = ConfigDict(extra="ignore", hide_input_in_errors=True, cache_strings="none")

    attune_style: int = Field(ge=1, le=1)
    rules: tuple[_Filed, ...] = Field(max_length=4 * MOST_RULES)


class _Filed(BaseModel):
    model_config = ConfigDict(extra="ignore", hide_input_in_errors=True, cache_strings="none")

    rule: Rule
    enabled: bool = True


_File.model_rebuild()


def exported(profile: Profile) -> dict[str, Any]:
    """The profile as a file: its rules with their counts, in plain words as well; no fingerprints."""
    return {
        "attune_style": 1,
        "sessions": profile.sessions,
        "rules": [
            {
                "text": text_of(one.rule),
                "rule": one.rule.model_dump(mode="json"),
                "seen": one.seen,
                "contrary": one.contrary,
                "enabled": one.enabled,
            }
            for one in profile.shown
        ],
    }


def style_from(value: object) -> Style:
    """The style of an exported profile: its rules that are on.

    Raises:
        BadInput: not of that form, or a rule that no style may hold; the detail names its number.
    """
    try:
        filed = _File.model_validate(value) if isinstance(value, Mapping) else None
    except ValidationError:
        filed = None
    if filed is None:
        raise BadInput("a style is a JSON object as attune exports it")
    for number, one in enumerate(filed.rules, start=1):
        objection = objection_to(one.rule)
        if objection is not None:
            raise BadInput(f"style: rule {number} can't be used ({objection})")
    return Style(tuple(one.rule for one in filed.rules if one.enabled)[:MOST_RULES])


def _one(profile: Profile, rule: str) -> Learned:
    found = next((one for one in profile.rules if one.id == rule), None)
    if found is None:
        raise NotFound("the style has no such rule")
    return found


def _with(profile: Profile, changed: Learned) -> Profile:
    rules = tuple(changed if one.id == changed.id else one for one in profile.rules)
    return profile.model_copy(update={"rules": rules})


def _rewritten(rule: Rule, text: str) -> Rule:
    match rule:
        case Wording():
            return rule.model_copy(update={"after": text})
        case Addition():
            return rule.model_copy(update={"text": text})
        case Heading():
            return rule.model_copy(update={"after": text})
        case Length():
            digits = text.isascii() and text.isdecimal() and len(text) <= 2
            if not digits or not 1 <= int(text) <= MOST_KEPT:
                raise BadInput(f"a section's length is a number from 1 to {MOST_KEPT}")
            return rule.model_copy(update={"most": int(text)})
    raise BadInput("there is nothing to write in this rule; turn it off instead")
