"""Takes what a session showed into a profile. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from live_notes.style.lengths import fitting, latest
from live_notes.style.limits import LATEST, MOST_EMERGING, MOST_PENDING
from live_notes.style.observing import Observation, Shortening
from live_notes.style.profile import (
    Learned,
    Mark,
    Pending,
    Profile,
    Shortened,
    Standing,
    established,
    fingerprint,
    standing,
)
from live_notes.style.rules import Addition, Heading, Length, Rule, Wording


def learned(profile: Profile, observation: Observation, client: str) -> Profile:
    """The profile after one more session with a client (any stable id); as it was while learning is off."""
    if not profile.learning:
        return profile
    session = profile.sessions + 1
    whose = fingerprint(profile, client)[:8]
    yes = Mark(session=session, client=whose)
    no = yes.model_copy(update={"agreed": False})
    profile = profile.model_copy(update={"sessions": session})
    profile = _judged(profile, observation.agreed, yes)
    profile = _judged(profile, observation.contrary, no)
    profile = _taken_up(profile, observation.agreed, yes)
    return _trimmed(_with_lengths(profile, observation.lengths, session, whose))


def _judged(profile: Profile, rules: Iterable[Rule], mark: Mark) -> Profile:
    """The known rules among these, marked."""
    said = set(rules)
    return profile.model_copy(
        update={"rules": tuple(_marked(one, mark) if one.rule in said else one for one in profile.rules)}
    )


def _marked(one: Learned, mark: Mark) -> Learned:
    counted = {"seen": one.seen + 1} if mark.agreed else {"contrary": one.contrary + 1}
    return one.model_copy(update={"marks": (*one.marks, mark)[-LATEST:], **counted})


def _taken_up(profile: Profile, rules: Iterable[Rule], mark: Mark) -> Profile:
    known = set(profile.known)
    for rule in rules:
        if rule in known or _edited_away(profile, rule):
            continue
        if isinstance(rule, Addition | Heading):
            profile = _remembered(profile, rule, mark)
        else:
            profile = _new(profile, rule, (mark,))
    return profile


def _edited_away(profile: Profile, rule: Rule) -> bool:
    """Whether the clinician has put another wording for the same words by hand."""
    return isinstance(rule, Wording) and any(
        one.edited and isinstance(one.rule, Wording) and one.rule.before == rule.before
        for one in profile.rules
    )


def _new(profile: Profile, rule: Rule, marks: tuple[Mark, ...]) -> Profile:
    number = profile.numbered + 1
    one = Learned(id=f"rule_{number}", rule=rule, marks=marks, seen=len(marks))
    return profile.model_copy(update={"numbered": number, "rules": (*profile.rules, one)})


def _remembered(profile: Profile, rule: Addition | Heading, mark: Mark) -> Profile:
    """The fingerprint of a sentence or heading marked; the words themselves once it is a habit."""
    print_ = fingerprint(profile, rule.model_dump_json())
    before = next((one for one in profile.pending if one.fingerprint == print_), None)
    marks = (*(before.marks if before else ()), mark)[-LATEST:]
    rest = tuple(one for one in profile.pending if one.fingerprint != print_)
    if established(marks):
        return _new(profile.model_copy(update={"pending": rest}), rule, marks)
    return profile.model_copy(update={"pending": (*rest, Pending(fingerprint=print_, marks=marks))})


def _with_lengths(profile: Profile, seen: Iterable[Shortening], session: int, client: str) -> Profile:
    """How sections were shortened remembered, and the rule of each section's length anew."""
    for one in seen:
        if one.drafted:
            profile = _with_length(profile, Shortened(session=session, client=client, **vars(one)))
    return profile


def _with_length(profile: Profile, new: Shortened) -> Profile:
    """One section's shortening remembered, and its rule as its latest sessions show it."""
    before = next(
        (one for one in profile.rules if isinstance(one.rule, Length) and one.rule.section == new.section),
        None,
    )
    others = tuple(one for one in profile.lengths if one.section != new.section)
    theirs = latest([*(one for one in profile.lengths if one.section == new.section), new], before)
    profile = profile.model_copy(update={"lengths": (*others, *theirs)})
    now = fitting(theirs, before)
    if now is None or (before is not None and before.edited):
        return profile
    fitted, marks = now
    agreed = sum(mark.agreed for mark in marks)
    counts = {"rule": fitted, "marks": marks, "seen": agreed, "contrary": len(marks) - agreed}
    if before is None:
        profile = _new(profile, fitted, ())
        before = profile.rules[-1]
    rules = tuple(one.model_copy(update=counts) if one.id == before.id else one for one in profile.rules)
    return profile.model_copy(update={"rules": rules})


def _trimmed(profile: Profile) -> Profile:
    """The profile within its bounds: what was seen longest ago and least goes first."""
    emerging = [one for one in profile.rules if standing(one) is Standing.EMERGING]
    emerging.sort(key=lambda one: (_last(one.marks), one.seen))
    gone = {one.id for one in emerging[: max(0, len(emerging) - MOST_EMERGING)]}
    pending = sorted(profile.pending, key=lambda one: (_last(one.marks), len(one.marks)))
    return profile.model_copy(
        update={
            "rules": tuple(one for one in profile.rules if one.id not in gone),
            "pending": tuple(pending[-MOST_PENDING:]),
        }
    )


def _last(marks: Sequence[Mark]) -> int:
    return marks[-1].session if marks else 0
