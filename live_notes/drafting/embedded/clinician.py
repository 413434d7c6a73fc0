"""Sentences from the clinician's turns: plans, observations, formulations, interventions."""

from __future__ import annotations

import re
from dataclasses import replace

from live_notes.drafting.embedded.acts import EXPLAINED, TECHNIQUES, VALIDATED
from live_notes.drafting.embedded.phrases import Terms, finish, quoted
from live_notes.drafting.embedded.reported import Voice, lower_first, reword
from live_notes.drafting.embedded.units import Unit
from live_notes.drafting.formats import Kind
from live_notes.drafting.language.answers import Answer, read_answer
from live_notes.drafting.language.verbs import BASE
from live_notes.drafting.language.words import word_count

_LEAD = r"^(?:(?:so|and|then|now|okay|but|also|what)[, ]+)*"
_FOR_CLIENT = re.compile(
    _LEAD + r"(?:(?P<when>(?:for|as|over|before|by|until|between|this|next) [\w ]{1,30}?),? )?i(?:'d"
    r"| would)? (?:like|love|want|encourage|invite|ask"
    r"|need|advise)"
    r"(?: for)? you to (?P<what>.+)$",
    re.IGNORECASE,
)
_ASKED = re.compile(
    _LEAD + r"(?:would|could|can|will) you (?:be (?:willing|able|open) to )?(?:maybe |just "
    r"|please )?(?P<what>.+?)\??$",
    re.IGNORECASE,
)
_TOGETHER = re.compile(
    _LEAD + r"(?:let's|let us|we'll|we will|we're going to|we're gonna)(?: also| just)? (?P<what>.+)$",
    re.IGNORECASE,
)
_BY_CLINICIAN = re.compile(
    _LEAD
    + r"i(?:'ll| will|'m going to|'m gonna| am going to)(?: also| just)? (?:go ahead and )?(?P<what>.+)$",
    re.IGNORECASE,
)
_NEXT = re.compile(
    _LEAD + r"(?:i'll |i will |and )?see you (?:again )?(?P<what>(?:next|in|on|then|this|tomorrow|\[)\S*.*)$",
    re.IGNORECASE,
)
_IMPERATIVE = re.compile(
    _LEAD + r"(?:please )?(?P<what>(?:try|keep|continue|practi[cs]e|remember|make sure|start|write down"
    r"|take)\b.*)$",
    re.IGNORECASE,
)
_HOMEWORK = re.compile(
    _LEAD + r"(?:for|as) (?:your |the )?homework,? (?:please )?(?P<what>(?P<verb>[a-z]+)\b.*)$", re.IGNORECASE
)
_PLEASE = re.compile(_LEAD + r"please (?P<what>(?P<verb>[a-z]+)\b.*)$", re.IGNORECASE)
_SUBJECTLESS = re.compile(r"^(?:be|to|see if|that|about|it|if)\b", re.IGNORECASE)


def planned(unit: Unit, answer: Unit | None, terms: Terms) -> str:
    """A next step the clinician named, with what the client answered to it."""
    reply = read_answer(answer.words or answer.exact) if answer is not None else None
    if reply in {Answer.NO, Answer.UNCLEAR} and answer is not None and not is_assent(answer):
        return finish(
            f"{terms.clinician} suggested: {quoted(unit)} {terms.client} answered: {quoted(answer)}"
        )
    step = _step(unit, terms)
    if step is None:
        return _told(unit, terms, "stated")
    if answer is not None and reply in {Answer.YES, Answer.OTHER} and is_assent(answer):
        step = f"{step}; {_small(terms.client, terms)} agreed"
    return finish(step)


_ASSENT = re.compile(
    r"^(?:(?:oh|um|uh|well)[,. ]+)*(?:yes|yeah|yep|okay|ok|sure|alright|all right|absolutely|definitely"
    r"|of course"
    r"|sounds good|i can do that|i will|i'll (?:try|do)|that works|no problem|perfect|great)\b",
    re.IGNORECASE,
)


def is_assent(answer: Unit) -> bool:
    """Whether an answer plainly agrees to what was suggested."""
    return bool(_ASSENT.match(answer.exact.strip())) and " but " not in answer.exact.lower()


def _small(term: str, terms: Terms) -> str:
    return terms.client_inside if term == terms.client else term


def _step(unit: Unit, terms: Terms) -> str | None:
    """The step itself: who is to do what. None when the form of the words leaves it open."""
    if terms.several:
        return None
    words = unit.words.rstrip(".!? ")
    to_client = Voice(terms.clinician_forms, terms.pronouns, terms.proper)
    forms: tuple[tuple[re.Pattern[str], str, Voice], ...] = (
        (_NEXT, "Next session {}", to_client),
        (_FOR_CLIENT, f"{terms.client} to {{}}", to_client),
        (_ASKED, f"{terms.clinician} asked {terms.client_inside} to {{}}", to_client),
        (_TOGETHER, "Plan to {}", to_client),
        (_BY_CLINICIAN, f"{terms.clinician} to {{}}", replace(to_client, once=terms.client_inside)),
        (_IMPERATIVE, f"{terms.client} to {{}}", to_client),
        (_HOMEWORK, "Homework: {}", to_client),
        (_PLEASE, f"{terms.client} to {{}}", to_client),
    )
    for pattern, sentence, voice in forms:
        match = pattern.match(words)
        if match is None or match.groupdict(default="keep").get("verb", "keep").lower() not in BASE:
            continue  # no imperative: "for homework, your breathing"
        what = match["what"]
        if _SUBJECTLESS.match(what) and pattern is not _FOR_CLIENT:
            return None
        reported = reword(what, voice)
        if reported is None:
            return None
        when = reword(match.groupdict().get("when") or "", voice)
        step = sentence.format(reported)
        return f"{when}, {lower_first(step, terms.proper)}" if when else step
    return None


_TELLING = {Kind.OBSERVATION: "observed", Kind.FORMULATION: "formulated", Kind.REPORT: "stated"}


def clinician_says(unit: Unit, kind: Kind, terms: Terms) -> str:
    """An observation, formulation or intervention, in the clinician's words."""
    if kind in _TELLING:
        return _told(unit, terms, _TELLING[kind])
    if VALIDATED.search(unit.words):
        return finish(f"{terms.clinician} validated: {quoted(unit)}")
    technique = TECHNIQUES.search(unit.words)
    if technique is not None and not _ACTION.match(technique.group()):
        lead = "asked, working with" if unit.question else "worked with"
        return finish(f"{terms.clinician} {lead} {technique.group().lower()}: {quoted(unit)}")
    if EXPLAINED.search(unit.words):
        return _told(unit, terms, "explained")
    return finish(f"{terms.clinician} guided: {quoted(unit)}")


def _told(unit: Unit, terms: Terms, verb: str) -> str:
    """The clinician's statement reworded where that is certain, quoted where it is not."""
    words = _SEEN.sub("", unit.words) if verb == "observed" else unit.words
    indirect = reword(words, terms.clinician_voice) if word_count(words) >= 4 else None
    if indirect is None or re.match(r"^(?:\w+ing|and|or|to|because|which|if|not|let)\b", indirect):
        return finish(f"{terms.clinician} {_QUOTING.get(verb, verb)}: {quoted(unit)}")
    if indirect.startswith(f"{terms.clinician_forms.subject} "):
        return finish(_own(indirect, terms))
    return finish(f"{terms.clinician} {verb} that {lower_first(indirect, terms.proper)}")


_SEEN = re.compile(
    _LEAD + r"i(?: can| do| did)?(?: just| also)? (?:notice|noticed|see|saw|observe|observed|hear"
    r"|heard)(?: that)? (?=you\b|your\b)",
    re.IGNORECASE,
)
_ACTION = re.compile(r"(?:take|breathe|follow)\b", re.IGNORECASE)
_TOPIC_NOUNS = {
    "drink": "drinking", "eat": "eating", "ate": "eating", "smoke": "smoking", "wake": "waking",
    "woke": "waking",
    "slept": "sleep", "sleeping": "sleep", "worried": "worry", "anxious": "anxiety",
    "depressed": "depression",
    "stressed": "stress", "tired": "tiredness",
}  # fmt: skip
_QUOTING = {"formulated": "stated", "observed": "observed"}


def _own(indirect: str, terms: Terms) -> str:
    """Turns "the therapist thinks ..." into "Therapist thinks ..."."""
    return f"{terms.clinician}{indirect.removeprefix(terms.clinician_forms.subject)}"


def asked_about(questions: list[tuple[str, Unit]], terms: Terms) -> str:
    """One sentence for all the domains the clinician asked about, in the words used."""
    topics = list(dict.fromkeys(_TOPIC_NOUNS.get(topic.lower(), topic.lower()) for topic, _ in questions))
    listed = topics[0] if len(topics) == 1 else f"{', '.join(topics[:-1])} and {topics[-1]}"
    return finish(f"{terms.clinician} asked about {listed}")
