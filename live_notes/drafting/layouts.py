"""The sections of every format."""

from __future__ import annotations

import re

from live_notes.drafting.formats import Kind, NoteFormat, SectionPlan
from live_notes.drafting.goal_words import GOAL_ASKED, GOAL_SAID, NO_GOAL


def _section(title: str, rule: str, when_empty: str, *kinds: Kind, asked: str = "") -> SectionPlan:
    return SectionPlan(title, frozenset(kinds), rule, when_empty, asked=_words(asked) if asked else None)


def _words(words: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)


_NO_PLAN = "No next step was stated in this session."
NO_GOAL_STATED = "No goal was stated in this session; it is left to the clinician."
NOT_DISCUSSED = "Not discussed in this session."
_PLAN = _section(
    "Plan", "Next steps, homework, referrals and the next date, as spoken by either.", _NO_PLAN, Kind.PLAN
)
_INTERVENTION = _section(
    "Intervention",
    "What the clinician did, from the clinician's own turns.",
    "No intervention can be shown from the clinician's words.",
    Kind.INTERVENTION,
    Kind.FORMULATION,
)
_RESPONSE = _section(
    "Response",
    "The client's response to the interventions.",
    "No response to an intervention was stated in this session.",
    Kind.RESPONSE,
)
_TOLD = (Kind.REPORT, Kind.RESPONSE)


def _about(title: str, words: str, *kinds: Kind, most: int | None = None, asked: str = "") -> SectionPlan:
    """A section that holds what was said on one matter; `asked`: more words of questions on it."""
    return SectionPlan(
        title,
        frozenset(kinds or _TOLD),
        f"Only what was said of this: {title.lower()}.",
        NOT_DISCUSSED,
        _words(words),
        _words(f"{asked}|{words}" if asked else words),
        most,
    )


_INTAKE = (
    _section(
        "Presenting problem",
        "Why the client comes now, in the client's words: symptoms, since when, what makes them worse.",
        NOT_DISCUSSED,
        *_TOLD,
        asked=r"brings? you|brought you|why (?:are you|did you come|now)|what made you|how (?:can|may) (?:i"
        r"|we) help"
        r"|main (?:concern|problem|reason)|what(?:'s| is) (?:been )?(?:going on|troubling|bothering)"
        r"|suicid\w+"
        r"|(?:get|like|hope|want|looking) (?:\w+ ){0,5}(?:out of|from)"
        r" (?:therapy|treatment|this|our (?:work|time)|coming)"
        r"|goals? (?:for|in|of) (?:therapy|treatment|this|our)"
        r"|(?:want|like) (?:\w+ ){0,3}(?:be|look) different"
        r"|(?:want|like) to (?:change|work on|get better)"
        r"|(?:end(?:ing)?|tak(?:e|ing)) your (?:own )?life|kill(?:ing)? yourself|(?:hurt"
        r"|harm)(?:ing)? yourself|mood|sleep(?:ing)?|appetite|energy|concentrat\w+",
    ),
    _about(
        "Psychiatric history",
        r"diagnos\w+|therap(?:y|ist)s?|counsel\w+|psychiatr\w+"
        r"|hospitali[sz]\w+|inpatient|antidepressants?"
        r"|(?:previous|past|first|last) (?:episode|breakdown|treatment)",
        asked=r"mental health (?:care|treatment|diagnos\w+)|(?:seen|see|saw) (?:anyone|someone|a) (?:for"
        r"|professional)",
    ),
    _about(
        "Medical history",
        r"doctor|surger(?:y|ies)|allerg\w+|asthma|diabet\w+|thyroid|blood pressure|medications?"
        r"|medicines?|pills?(?! or drugs)"
        r"|mg|milligrams?|chronic|illness\w*|headaches?|migraines?|pain",
        asked=r"medical|(?<!mental )health (?:problems?|conditions?|issues?)"
        r"|physical(?:ly)? (?:health|conditions?"
        r"|well)|prescriptions?",
    ),
    _about(
        "Substance use",
        r"alcohol|drink(?:s|ing)?|drank|beers?|wine|vodka|weed|marijuana|cannabis|cocaine|opioids?"
        r"|heroin|drugs"
        r"|smok\w+|vap(?:e|es|ed|ing)|cigarettes?|nicotine|sober|relaps\w+",
        asked=r"substances?|recreational|(?:other|any|or) drugs?|withdrawal|black ?outs?|detox",
    ),
    _about(
        "Family history",
        r"(?:runs? in (?:the|my|their|his|her) family|(?:mother|father|mom|mum|dad|brother|sister|aunt"
        r"|uncle"
        r"|grand\w+)\b.{0,60}\b(?:depress\w+|anxi\w+|bipolar|schizo\w+|suicid\w+|alcohol\w*"
        r"|dr[aiu]nk\w*|diagnos\w+"
        r"|addict\w*|died|ill|illness))",
        asked=r"in (?:your|the) (?:immediate |extended )?family(?! (?:life|now))"
        r"|about (?:your|the) family(?! (?:life|now))|anyone in your family|family history",
    ),
    _about(
        "Developmental history",
        r"gr[eo]w up|growing up|childhood"
        r"|as a (?:child|kid|boy|girl|teen\w*)|when (?:i|they|she|he) "
        r"(?:was|were) "
        r"(?:little|small|young|\w+ years old)|milestones?|elementary|middle school|born",
        asked=r"your (?:early )?(?:upbringing|early years|early life)|raised|family like",
    ),
    _about(
        "Trauma",
        r"(?:pinned|held|pushed|forced) (?:me|them|him|her|the client) (?:down|on|to|against|up)"
        r"|restrain\w*|mugged"
        r"|trauma\w*|abus\w+|assault\w*|attacked|raped?|neglect\w*|violen\w+|accident|flashbacks?|ptsd"
        r"|molest\w*"
        r"|(?:hit|hits|hitting|beat|beats|beating|beaten|push\w*|punch\w*|slap\w*|kick\w*|chok\w*"
        r"|strangl\w*"
        r"|shov\w*|threaten\w*) (?:me|him|her|them|the client|client)",
        most=2,
        asked=r"traumatic|(?:still|ever) (?:bothers?|haunts?) you|hurt you|unsafe|frightening (?:happen"
        r"|event)\w*",
    ),
    _about(
        "Legal",
        r"stopped (?:by|and searched|a lot)|arrest\w*|court|probation|parole|lawyer|attorney|custody"
        r"|charged with|legal|lawsuit"
        r"|jail|prison|police",
        asked=r"the law|criminal|charges",
    ),
    _about(
        "Social history",
        r"liv(?:e|es|ing) (?:with|alone|in)|married|divorc\w+|separated|single|partner|husband|wife"
        r"|boyfriend"
        r"|girlfriend|children|kids|friends?|church|job|work(?:s|ing)? (?:at|as|for|in)|unemployed"
        r"|school|college"
        r"|university|degree|retired|housing|rent",
        asked=r"for (?:work|a living)|who(?:'s| is| do you)? (?:at home|living|live)|live with|home life"
        r"|religio\w+|spiritual\w*|cultur\w+|your job|finances|relationship",
    ),
    _about(
        "Strengths",
        r"good at|proud of|(?<!n't )(?<!not )(?<!never )enjoy\w*(?! (?:anything|nothing|any)\b)|hobb(?:y"
        r"|ies)|support(?:s|ive)|cop(?:es|ing)|strengths?|faith"
        r"|resilien\w+|helps? (?:me|them"
        r"|her|him)",
        asked=r"who (?:supports?|helps?|do you (?:lean|rely|turn))|what helps|proudest"
        r"|strong (?:points?|suits?|sides?)|strengths?|enjoy"
        r"|get you through|supports?|like to do|for fun|going well|(?:spend|free) (?:your )?time",
    ),
    _section(
        "Mental status",
        "Only what was observed or measured.",
        "No observation was stated in this session; it is left to the clinician.",
        Kind.OBSERVATION,
    ),
    _section(
        "Assessment",
        "The clinician's own formulation; no new diagnosis.",
        "No formulation was stated in this session; it is left to the clinician.",
        Kind.FORMULATION,
    ),
    _PLAN,
)
_EMDR_KINDS = (Kind.REPORT, Kind.RESPONSE, Kind.OBSERVATION, Kind.INTERVENTION, Kind.FORMULATION)
_EMDR = (
    _section(
        "History and target",
        "What was worked on, and what has happened since the last session.",
        "Nothing was said of a target or of the time since the last session.",
        Kind.REPORT,
    ),
    _about(
        "Preparation",
        r"safe place|calm place|container|containment|stop signal|resourc\w+|grounding|breath\w*"
        r"|bilateral|eye movements?"
        r"|tapp(?:ing|ers)|butterfly",
        *_EMDR_KINDS,
    ),
    _about(
        "Assessment of the target",
        r"image|picture|worst part|negative (?:belief|cognition|thought)s?|positive (?:belief"
        r"|cognition)s?|words that go"
        r"|voc|validity|suds?|nc|pc|disturb\w+|(?:zero|0|one|1) to (?:ten|10|seven|7)|how true|rate",
        *_EMDR_KINDS,
        asked=r"worst|(?:rather|like to) believe|beliefs?|emotions?|goes (?:best )?with|in your body"
        r"|disturbing",
    ),
    _about(
        "Desensitization",
        r"what (?:do you notice|comes up|are you noticing)|go with that|notice that|follow my fingers"
        r"|less disturb\w+|desensiti[sz]\w+|reprocess\w*",
        Kind.RESPONSE,
        Kind.INTERVENTION,
        Kind.OBSERVATION,
    ),
    _about(
        "Installation",
        r"positive (?:belief|cognition)|install\w*|hold (?:it|them) together",
        *_EMDR_KINDS,
    ),
    _about("Body scan", r"body scan", *_EMDR_KINDS),
    _section(
        "Interventions and responses",
        "What else the clinician did, and how the client answered.",
        "Nothing else was done.",
        Kind.INTERVENTION,
        Kind.RESPONSE,
        Kind.OBSERVATION,
        Kind.FORMULATION,
    ),
    _section(
        "Closure and plan",
        "How the session was closed, homework, the next target and date.",
        _NO_PLAN,
        Kind.PLAN,
    ),
)
_GROUP = (
    _section(
        "Group",
        "The theme and what the clinician did with all.",
        "No intervention can be shown from the clinician's words.",
        Kind.INTERVENTION,
        Kind.FORMULATION,
        Kind.OBSERVATION,
    ),
    SectionPlan(
        "Client",
        frozenset((Kind.REPORT, Kind.RESPONSE)),
        "What this client said and how they took part; the others without names.",
        "This client said nothing that belongs here.",
        each_client=True,
    ),
    _PLAN,
)

SECTIONS: dict[NoteFormat, tuple[SectionPlan, ...]] = {
    NoteFormat.SOAP: (
        _section(
            "Subjective",
            "What the client reports.",
            "The client reported nothing that belongs here.",
            Kind.REPORT,
            Kind.RESPONSE,
        ),
        _section(
            "Objective",
            "Only what was observed or measured.",
            "No observation or measurement was stated in this session.",
            Kind.OBSERVATION,
        ),
        _section(
            "Assessment",
            "The clinician's own formulation and the progress seen; no new diagnosis.",
            "No formulation was stated in this session; it is left to the clinician.",
            Kind.FORMULATION,
        ),
        _PLAN,
    ),
    NoteFormat.DAP: (
        _section(
            "Data",
            "What the client reports and how they respond, what was observed, and the interventions used.",
            "Nothing was reported or observed that belongs here.",
            Kind.REPORT,
            Kind.RESPONSE,
            Kind.OBSERVATION,
            Kind.INTERVENTION,
        ),
        _section(
            "Assessment",
            "The clinician's own formulation and the progress seen; the client's words are data.",
            "No formulation was stated in this session; it is left to the clinician.",
            Kind.FORMULATION,
        ),
        _PLAN,
    ),
    NoteFormat.BIRP: (
        _section(
            "Behavior",
            "How the client presents: what they report and what was observed.",
            "Nothing was reported or observed that belongs here.",
            Kind.REPORT,
            Kind.OBSERVATION,
        ),
        _INTERVENTION,
        _RESPONSE,
        _PLAN,
    ),
    NoteFormat.NARRATIVE: (
        _section(
            "Narrative",
            "Chronological prose in which interventions, response and plan can be found.",
            "Nothing was said that belongs in a note.",
            *Kind,
        ),
    ),
    NoteFormat.GIRP: (
        SectionPlan(
            "Goal",
            frozenset((Kind.REPORT, Kind.RESPONSE, Kind.FORMULATION, Kind.PLAN)),
            "The goal that was spoken of, in the words used; never invented.",
            NO_GOAL_STATED,
            GOAL_SAID,
            GOAL_ASKED,
            never=NO_GOAL,
        ),
        _INTERVENTION,
        _section(
            "Response",
            "What the client reported, and the response to the interventions.",
            "No response was stated in this session.",
            Kind.REPORT,
            Kind.RESPONSE,
            Kind.OBSERVATION,
        ),
        _PLAN,
    ),
    NoteFormat.PIRP: (
        _section(
            "Problem",
            "The problem as the client presents it, and what was observed.",
            "Nothing was reported or observed that belongs here.",
            Kind.REPORT,
            Kind.OBSERVATION,
        ),
        _INTERVENTION,
        _RESPONSE,
        _PLAN,
    ),
    NoteFormat.PIE: (
        _section(
            "Problem",
            "The problem as the client presents it, and what was observed.",
            "Nothing was reported or observed that belongs here.",
            Kind.REPORT,
            Kind.OBSERVATION,
        ),
        _section(
            "Intervention",
            "What the clinician did, from the clinician's own turns.",
            "No intervention can be shown from the clinician's words.",
            Kind.INTERVENTION,
        ),
        _section(
            "Evaluation",
            "The client's response, the clinician's formulation, and what follows from them.",
            "No response, formulation or next step was stated in this session.",
            Kind.RESPONSE,
            Kind.FORMULATION,
            Kind.PLAN,
        ),
    ),
    NoteFormat.INTAKE: _INTAKE,
    NoteFormat.EMDR: _EMDR,
    NoteFormat.GROUP: _GROUP,
}
"""The sections of every format, in the order of the note."""
