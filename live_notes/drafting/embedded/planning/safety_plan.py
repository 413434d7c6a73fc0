"""A safety plan as it is made in talk: the steps of Stanley and Brown, each asked for and answered.

Stanley and Brown, Cognitive and Behavioral Practice 19 (2012): warning signs, coping on one's own, people and
places that distract, people to ask for help, professionals, and making the surroundings safe.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.embedded.planning.settling import answered_with
from live_notes.drafting.language.any_case import AnyCase
from live_notes.drafting.spec import Speaking


def _words(*words: str) -> AnyCase:
    return AnyCase("|".join(words))


_STEPS: tuple[tuple[str, AnyCase], ...] = (
    (
        "warning signs",
        _words(
            r"\bwarning signs?\b",
            r"\bfirst signs?\b",
            r"\bhow (?:do|would|can|will) you (?:know|tell)(?: when| that| if)? (?:it|it's|things"
            r"|you)(?:'s| is|"
            r" are|'re)?"
            r"(?: \w+)? ?(?:start|com|gett|build|slip|head|go)ing\b",
            r"\bwhat (?:happens|do you notice|goes on)(?: \w+){0,3} (?:right |just )?before (?:it|the"
            r"|those|you)\b",
        ),
    ),
    (
        "coping alone",
        _words(
            r"\b(?:on your own|by yourself)\b[^?]*\b(?:mind off|help|through|distract|calm|pass)\w*",
            r"\b(?:take|took|takes|taking|get|got|keep|kept) your mind off\b",
            r"\bwhat (?:can|could|do|have) you (?:do|done|try|tried)\b[^?]*\b(?:on your own|by yourself"
            r"|without calling)\b",
        ),
    ),
    (
        "people and places",
        _words(
            r"\bwhere (?:can|could|would|do) you go\b",
            r"\bwho (?:can|could|would) you (?:be (?:around|with)|go see|hang out with|sit with)\b",
            r"\b(?:people|places?)\b[^?]*\b(?:distract|mind off|without having to talk)\w*",
        ),
    ),
    (
        "people to ask for help",
        _words(
            r"\bwho(?:m)? (?:else )?(?:can|could|would|will|do) you (?:tell|call|text|reach|reach out to|ask"
            r"|talk to|turn to|trust)\b",
            r"\bwho (?:knows|could know)\b[^?]*\b(?:this|thoughts|feel)",
        ),
    ),
    (
        "crisis services",
        _words(
            r"\b(?:nine eight eight|988|911|nine one one|crisis (?:line|text)|suicide (?:line|lifeline"
            r"|hotline)|lifeline|emergency (?:room|department)|after[- ]hours)\b"
        ),
    ),
    (
        "access to means",
        _words(
            r"\b(?:get(?:ting)?|take|taking|keep(?:ing)?|move|moving)\b[^?]*\bout of (?:the|your) (?:house"
            r"|home|apartment|room|car)\b",
            r"\b(?:lock(?:ed|ing)?|give|giving|hand(?:ing)?|hold|keep|store)\b[^?]*\b(?:pills?|medications?"
            r"|meds|guns?|rifles?|firearms?|knives|razors?|blades?|rope|them)\b[^?]*\b(?:up|for you|away|to"
            r" (?:your|her|him|someone|somebody|a)|at (?:her|his|their|your))\b",
            r"\bwho (?:could|can|would) (?:hold|keep|take|lock)\b",
            r"\bmak(?:e|ing) (?:the|your|things at) (?:house|home|place|apartment|room) (?:a (?:bit"
            r"|little) )?safer?\b",
        ),
    ),
)
_KEY = AnyCase(
    r"sign|mind off|your own|yourself|starting|coming|before|where c|who|people|place|988|911|nine |crisis"
    r"|lifeline|emergency|hours|out of|lock|hold|safe"
)
"""What one of the steps has, so that few sentences are looked at closely."""
SAFETY_PLAN = "Safety plan"
MADE_A_PLAN = "made a safety plan with the client"
_LEAST_STEPS = 3


@dataclass(frozen=True)
class SafetyStep:
    """One step of a safety plan: what it is called, what the clinician said, what the client named."""

    name: str
    put: Unit
    answers: tuple[Unit, ...]

    def __repr__(self) -> str:
        return f"<SafetyStep {self.name}>"


def safety_steps(units: Sequence[Unit]) -> list[SafetyStep]:
    """The steps of the safety plan, in order of time; none where fewer were gone through than make one."""
    found: list[SafetyStep] = []
    for unit in units:
        if unit.speaking is not Speaking.CLINICIAN or unit.backchannel or not _KEY.search(unit.words):
            continue
        name = step_named(unit.words)
        if name is None or not (unit.question or name in _TOLD):
            continue
        answers = answered_with(units, unit, risky=True) if unit.question else ()
        if answers or name in _TOLD:
            found.append(SafetyStep(name, unit, answers))
    if len({step.name for step in found}) < _LEAST_STEPS:
        return []
    begun = next((unit.index for unit in units if unit.risk_in_words), len(units))
    return [step for step in found if step.put.index >= begun]


_TOLD = frozenset(("crisis services",))
"""What the clinician gives the client and does not ask for."""


def step_named(words: str) -> str | None:
    """Which step of a safety plan a clinician's words go through."""
    return next((name for name, pattern in _STEPS if pattern.search(words)), None)


def steps_shown(text: str, spoken: str) -> str:
    """How a sentence calls the steps of a safety plan that the clinician's words go through; else nothing."""
    if not text.startswith(f"{SAFETY_PLAN}, ") and MADE_A_PLAN not in text:
        return ""
    shown = [name for name, pattern in _STEPS if name in text and pattern.search(spoken)]
    return f"{SAFETY_PLAN} {MADE_A_PLAN} {' '.join(shown)}" if shown else ""
