"""The headings clinicians write inside a summary, and where what stands under them belongs."""

from __future__ import annotations

import re
from dataclasses import dataclass

from live_notes.drafting.formats import Kind


@dataclass(frozen=True)
class Heading:
    """A heading: its title in a note, and what may stand under it, the usual first; empty: anything.

    `broad` ones head a part of the note, the others a matter. `kept` ones stay in the text, as they were
    written, where the format has no such section: "Legal: none" says nothing without it. `own` ones, with
    words on their line, hold for these alone.
    """

    title: str
    kinds: tuple[Kind, ...] = ()
    broad: bool = False
    kept: bool = False
    own: bool = False
    also: tuple[str, ...] = ()

    def names(self, title: str) -> bool:
        """Whether a section of a format is what it heads."""
        return title.lower() in {self.title.lower(), *(one.lower() for one in self.also)}


_SUBJECTIVE = Heading("Subjective", (Kind.REPORT, Kind.RESPONSE), broad=True)
_OBJECTIVE = Heading("Objective", (Kind.OBSERVATION, Kind.INTERVENTION), broad=True)
_STATUS = Heading("Mental status", (Kind.OBSERVATION,), also=("Mental status examination",))
_ASSESSMENT = Heading("Assessment", (Kind.FORMULATION,), broad=True)
_PLAN = Heading("Plan", (Kind.PLAN,), broad=True)
_STEPS = Heading("Next steps", (Kind.PLAN,), kept=True)
_DATA = Heading("Data", (Kind.REPORT, Kind.OBSERVATION, Kind.INTERVENTION), broad=True)
_BEHAVIOR = Heading("Behavior", (Kind.REPORT, Kind.OBSERVATION), broad=True, also=("Behaviour", "Problem"))
_INTERVENTION = Heading("Intervention", (Kind.INTERVENTION,), broad=True, also=("Interventions",))
_RESPONSE = Heading("Response", (Kind.RESPONSE,), broad=True)
_EVALUATION = Heading("Evaluation", (Kind.RESPONSE, Kind.FORMULATION, Kind.PLAN), broad=True)
_PRESENTING = Heading("Presenting problem", (Kind.REPORT, Kind.OBSERVATION), broad=True, also=("Problem",))
_GOAL = Heading("Goal", (Kind.REPORT,), kept=True, also=("Goals",))


def _matter(title: str) -> Heading:
    return Heading(title, (Kind.REPORT,), kept=True)


WITH_THE_PROBLEM = ("Problem", "Behavior", "Goal")
"""Where a diagnosis stands in a format without an assessment: with what is treated."""
_HISTORY = r"(?: ?(?:history|hx))?"
_BY_WORDS: tuple[tuple[str, Heading], ...] = (
    (r"subj(?:ective)?|client reports?|pt reports?|pt|client|ct", _SUBJECTIVE),
    (r"obj(?:ective)?|observations?", _OBJECTIVE),
    (r"mse|mental status(?: exam(?:ination)?)?", _STATUS),
    (r"assess(?:ment)?|(?:clinical )?(?:impressions?|formulation)", _ASSESSMENT),
    (
        r"dx|diagnos[ie]s|diagnostic impression|prognosis|progress",
        Heading("Diagnosis", (Kind.FORMULATION,), kept=True, own=True, also=WITH_THE_PROBLEM),
    ),
    (r"(?:treatment |tx )?plan|next steps?|recommendations?|a/p|disposition", _PLAN),
    (
        r"homework|hw|home ?work assigned|follow[- ]?up|f/u|next (?:appt|appointment|session|visit)|rtc|nv"
        r"|referrals?|to do",
        _STEPS,
    ),
    (r"data", _DATA),
    (r"behaviou?r|presentation|presenting", _BEHAVIOR),
    (r"interventions?|(?:tx|treatment) provided|techniques?(?: used)?", _INTERVENTION),
    (r"(?:client |pt |patient )?response(?: to (?:interventions?|treatment|tx))?", _RESPONSE),
    (r"evaluation", _EVALUATION),
    (
        r"cc|chief complaint|hpi|presenting (?:problem|issue|concern|complaint)s?|reason for (?:visit"
        r"|referral)"
        r"|problem",
        _PRESENTING,
    ),
    (r"(?:tx |treatment )?goals?", _GOAL),
    (rf"(?:past )?psych(?:iatric)?{_HISTORY}|pph", _matter("Psychiatric history")),
    (rf"(?:past )?med(?:ical)?{_HISTORY}|pmh", _matter("Medical history")),
    (
        rf"(?:substance(?: use| abuse)?|aod|sud(?!\W{{0,3}}\d)|alcohol/drugs?){_HISTORY}",
        _matter("Substance use"),
    ),
    (r"fam(?:ily)?(?: psych(?:iatric)?)? ?(?:history|hx)|fhx?", _matter("Family history")),
    (rf"dev(?:elopmental)?{_HISTORY}", _matter("Developmental history")),
    (r"soc(?:ial)?(?: ?(?:history|hx))?|psychosocial", _matter("Social history")),
    (rf"trauma{_HISTORY}", _matter("Trauma")),
    (rf"legal{_HISTORY}", _matter("Legal")),
    (r"strengths?|protective factors", _matter("Strengths")),
    (r"risk(?: assessment)?|safety", Heading("Risk", (), kept=True)),
    (r"(?:current )?(?:meds?|medications?)", _matter("Medications")),
    (
        r"nc|negative cognition|pc|positive cognition|suds?|voc|target(?: memory| image)?|emotions?"
        r"|body(?: sensations?| location)?",
        Heading("Assessment of the target", (Kind.OBSERVATION,), kept=True, own=True),
    ),
    (r"preparation|resourcing", Heading("Preparation", (Kind.INTERVENTION,), broad=True, kept=True)),
    (
        r"desensiti[sz]ation",
        Heading("Desensitization", (Kind.RESPONSE, Kind.INTERVENTION), broad=True, kept=True),
    ),
    (r"installation", Heading("Installation", (Kind.RESPONSE, Kind.INTERVENTION), broad=True, kept=True)),
    (r"body scan", Heading("Body scan", (Kind.RESPONSE, Kind.OBSERVATION), broad=True, kept=True)),
    (r"closure", Heading("Closure and plan", (Kind.INTERVENTION, Kind.PLAN), kept=True)),
)
_BY_LETTER = {
    "s": _SUBJECTIVE, "o": _OBJECTIVE, "a": _ASSESSMENT, "p": _PLAN, "d": _DATA, "b": _BEHAVIOR,
    "i": _INTERVENTION, "r": _RESPONSE, "e": _EVALUATION, "g": _GOAL,
}  # fmt: skip
_WORDS = "|".join(f"(?P<w{number}>{words})" for number, (words, _) in enumerate(_BY_WORDS))
_BY_WORD = re.compile(
    rf"^[*_#\s]*(?:{_WORDS})[*_\s]*(?:[:：]+[*_]*\s*|\s+[-–—]+\s+|\s*$)(?P<rest>.*)$",
    re.IGNORECASE | re.DOTALL,
)
_LETTER = re.compile(
    r"^[*_#\s]*(?P<letter>[SOAPDBIRGEsoapdbirge])[*_]*(?:\s*[:：][*_]*|/(?=\s)"
    r"|\s+[-–—](?=\s))\s*(?P<rest>.*)$",
    re.DOTALL,
)
_NOT_ALONE = re.compile(
    r"^[*_#\s]*(?:pt|client|ct|problem|progress|safety|meds?|medications?|trauma|legal|presenting"
    r"|data)[.\s]*$",
    re.I,
)
_NO_HEADING = re.compile(
    r"^(?:safety|progress|problem|trauma|data|presenting|risk|client|pt|ct)\s+[-–—]", re.I
)
"""Words that stand as headings only with a colon."""
INLINE_HEADING = re.compile(
    r"(?<=[.;,!?]\s)(?=(?:(?:plan|homework|hw|assessment|interventions?|response|objective|subjective|mse"
    r"|risk|dx"
    r"|diagnosis|impression|next (?:appt|appointment|session|visit|steps?)|meds|medications|goals?)\s*:\s"
    r"|(?-i:[SOAPDBIRG]):\s))",
    re.IGNORECASE,
)
"""Where a heading stands inside a line."""


@dataclass(frozen=True)
class Headed:
    """A heading, how it was written, and what stands after it, maybe nothing."""

    heading: Heading
    label: str
    rest: str


def heading_of(text: str) -> Headed | None:
    """The heading a statement begins with; None without one."""
    letter = _LETTER.match(text)
    if letter is not None:
        return Headed(_BY_LETTER[letter["letter"].lower()], letter["letter"], letter["rest"].strip())
    match = _BY_WORD.match(text)
    if match is None or _NOT_ALONE.match(text) or _NO_HEADING.match(text):
        return None
    number = next(at for at in range(len(_BY_WORDS)) if match[f"w{at}"] is not None)
    return Headed(_BY_WORDS[number][1], match[f"w{number}"].strip(), match["rest"].strip())
