"""Sentences from the clinician's turns: plans, observations, formulations, interventions."""

from __future__ import annotations

import re
from dataclasses import replace

from live_notes.drafting.embedded.act_words import EXPLAINED, LEFT_ALONE, TECHNIQUES, VALIDATED
from live_notes.drafting.embedded.acts import is_dictated
from live_notes.drafting.embedded.appointments import dated
from live_notes.drafting.embedded.assigned_words import NO_MORE, assigned, is_order
from live_notes.drafting.embedded.findings import examined, found, is_finding, is_of_everybody
from live_notes.drafting.embedded.mere_idioms import tells_what_was
from live_notes.drafting.embedded.phrases import Terms, quoted
from live_notes.drafting.embedded.plan_time_words import AGAINST
from live_notes.drafting.embedded.reported import Voice, lower_first, reword
from live_notes.drafting.embedded.saying import Said, whole
from live_notes.drafting.embedded.step_words import FOR_A_TIME, NEXT_STEP, NO_CLAUSE, ROUTINE, WE_SHOULD
from live_notes.drafting.embedded.steps import plainly, without_run_on
from live_notes.drafting.embedded.task_words import ADVISED_AGAINST, BY_A_THIRD, LEFT
from live_notes.drafting.embedded.units import Unit
from live_notes.drafting.formats import Kind
from live_notes.drafting.language.answers import Answer, read_answer
from live_notes.drafting.language.verbs import BASE
from live_notes.drafting.language.words import word_count

_LEAD = (
    r"^(?:(?:so|and|then|now|okay|but|also|what|well|all right|alright|yeah|um|i guess|i think|i said"
    r"|like i said)[, ]+)*"
)
_FOR_CLIENT = re.compile(
    _LEAD + r"(?:(?P<when>(?:for|as|over|before|by|until|between|this|next) [\w ]{1,30}?),? )?i(?:'d"
    r"| would)?(?: also| just| really)* (?:like|love|want|encourage|invite|ask"
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
    + r"i(?:'ll| will|'m going to| am going to|'d like to| would like to|(?: do)? want to|(?: do)? need to"
    r"| plan to)(?: also| just| do(?= is))*"
    r" (?:go ahead and )?(?P<what>(?!(?:ask|invite) you to\b).+)$",
    re.IGNORECASE,
)
_BY_BOTH = re.compile(
    _LEAD + r"we (?:can(?= [a-z]+ (?:that|this|it|those) together\b)"
    r"|(?P<may>can|could|may|might)|should|need to|want to|plan to)(?: also| just| always| certainly)*"
    r" (?:go ahead and )?(?P<what>(?P<verb>[a-z]+)\b.*)$",
    re.IGNORECASE,
)
_BY_CLIENT = re.compile(
    _LEAD
    + r"you(?:(?:'re| are) going to|'ll| will| should| need to|'ll need to| want to| must)(?: also| just)*"
    r" (?P<what>(?P<verb>[a-z]+)\b.*)$",
    re.IGNORECASE,
)
_RECOMMENDED = re.compile(
    _LEAD + r"(?:i(?:'d| would)? (?:recommend|suggest|advise)(?: that)?"
    r"|what i(?:'d| would) (?:recommend|suggest|advise)(?: then)?,? is(?: that)?) (?:you(?: to)?|to) "
    r"(?P<what>(?P<verb>[a-z]+)\b.*)$",
    re.IGNORECASE,
)
_NEXT = re.compile(
    _LEAD + r"(?:(?:i|we)(?:'ll| will) |and )?see you (?:again )?(?P<what>(?:next|in|on|then|this|tomorrow"
    r"|\[)\S*.*)$",
    re.IGNORECASE,
)
_IMPERATIVE = re.compile(
    _LEAD
    + r"(?:(?:please|do|just) )*(?P<what>(?:try|keep|continue|practi[cs]e|remember|make sure|start|write down"
    r"|stop|avoid"
    r"|resume"
    r"|follow up|come back|return|call|repeat|increase|decrease|take)\b.*)$",
    re.IGNORECASE,
)
_HOMEWORK = re.compile(
    _LEAD + r"(?:for|as) (?:your |the )?homework,? (?:please )?(?P<what>(?P<verb>[a-z]+)\b.*)$", re.IGNORECASE
)
_PLEASE = re.compile(_LEAD + r"please (?P<what>(?P<verb>[a-z]+)\b.*)$", re.IGNORECASE)
_ON_CONDITION = re.compile(
    _LEAD + r"(?P<when>if [^,]+), (?:then )?(?:please |just |you (?:should|need to|can|could|must|have to) )*"
    r"(?:also |just )*(?P<what>(?P<verb>[a-z]+)\b.*)$",
    re.IGNORECASE,
)
_HOW_ABOUT = re.compile(
    _LEAD + r"(?:how|what) about (?:if (?:i|we) have )?you (?P<what>(?P<verb>[a-z]+)\b.*)$", re.IGNORECASE
)
_TOLD_ONLY = re.compile(r"^(?:know|understand|realize|realise|tell me)\b", re.IGNORECASE)
_OTHER_SUBJECT = re.compile(r"^(?:i|we|you|he|she|they|it|let's)(?:'[a-z]+)?\b", re.IGNORECASE)
_CLEFT_LEFT = re.compile(r"^(?:possibly )?do(?: (?:now|next|for|here|then|to)\b[^,]*)?,? is\b", re.IGNORECASE)
"""What has a subject or a verb of its own is no step by itself."""
_SUBJECTLESS = re.compile(r"^(?:be|to|see if|that|about|it|if)\b", re.IGNORECASE)


def planned(unit: Unit, answer: Unit | None, terms: Terms) -> Said:
    """A next step the clinician named, with what the client answered to it."""
    if assigned(unit.words) is None:
        unit = replace(unit, words=plainly(unit.words))
    reply = read_answer(answer.words or answer.exact) if answer is not None else None
    if answer is not None and BY_A_THIRD.match(unit.words) and not is_assent(answer):
        answer, reply = None, None  # nothing was asked of the client
    if reply in {Answer.NO, Answer.UNCLEAR} and answer is not None and not is_assent(answer):
        return suggested(unit, answer, terms)
    if answer is not None and AGAINST.match(answer.exact) and not BY_A_THIRD.match(unit.words):
        return suggested(unit, answer, terms)  # nothing is agreed that the client turns down
    topic, about = topic_of(unit)
    step = dated(about.words.rstrip(".!? "), terms) or _step(about, terms)
    if step is None and unit.question:
        return suggested(unit, answer, terms)
    agreed = (
        answer is not None and not terms.several and reply in {Answer.YES, Answer.OTHER} and is_assent(answer)
    )
    if step is None:
        return _in_words(unit, terms, agreed=agreed)
    if topic is not None:  # a problem's own plan
        step = whole(f"For {topic}, {lower_first(step.text, terms.proper)}".rstrip("."))
    if agreed:
        told = f"{step.lead} {step.rest}".strip().rstrip(".")
        return whole(f"{told}; {_small(terms.client, terms)} agreed")
    return step


def _in_words(unit: Unit, terms: Terms, *, agreed: bool) -> Said:
    """A step in the clinician's own words, for its form does not tell who is to do what."""
    said = whole(f"{terms.clinician} stated: {quoted(unit)}")
    if (
        not _RUNS_ON.search(unit.words)
        and not _OF_ANOTHER.match(unit.words)
        and not any(
            form.search(unit.words) for form in (NO_CLAUSE, NO_MORE, ADVISED_AGAINST, _TURNS_TO_CLIENT)
        )
    ):
        said = _told(unit, terms, "stated")
    if not agreed:
        return said
    told = f"{said.lead} {said.rest}".strip()
    ended = told.endswith('"')
    client = terms.client if ended else _small(terms.client, terms)
    return whole(f"{told} {client} agreed" if ended else f"{told.rstrip('.')}; {client} agreed")


_OF_ANOTHER = re.compile(r"(?:(?:and|so|but|then|now)[, ]+)*(?:he|she)(?:'\w+)? ", re.IGNORECASE)
"""Of somebody else: "therapist stated that she" would be taken for the therapist."""
_RUNS_ON = re.compile(
    r", (?:and |but |so |or )*(?:then )?(?:i|we|you|he|she|they)(?:'[a-z]+)? "
    r"|^(?:(?:and|so|but|then)[, ]+)*(?:meanwhile|in the meantime|right now)\b"
    r"|^(?!if\b|when|as\b|since|after|before|until|once|because|while|unless)[^,]+, (?:i|we|you|he|she"
    r"|they|it|that"
    r"|so)(?:'[a-z]+)? ",
    re.IGNORECASE,
)
"""More than one statement: reworded as one it would be no sentence."""


def suggested(unit: Unit, answer: Unit | None, terms: Terms) -> Said:
    """A step that was put to the client, in the words of both."""
    put = f"{terms.clinician} suggested: {quoted(unit)}"
    return whole(put if answer is None else f"{put} {terms.client} answered: {quoted(answer)}")


_TOPIC = re.compile(
    _LEAD + r"(?:for|as for|regarding|in terms of|as far as|and for) "
    r"(?:(?:your|the) (?:first|second|third|fourth|fifth|next|last|other|final)(?: of)?(?: (?:problem"
    r"|issue|diagnosis|concern|one|thing))?"
    r"[, ]+(?:of |for |is |which is |here )*)?(?:your |the )?(?P<topic>(?:[a-z0-9'/-]+ "
    r"){0,4}?[a-z0-9'/-]+)(?: goes| is concerned)?,? "
    r"(?P<rest>(?:i|i'm|i'd|i'll|i've|let's|we|we'll|we're|you|you're|you'll|continue|it|it's|that"
    r"|that's|this|please|so|again)\b.+)$",
    re.IGNORECASE,
)


def topic_of(unit: Unit) -> tuple[str | None, Unit]:
    """The problem that a clinician's statement is about ("for your sleep, ..."), and the statement itself."""
    match = _TOPIC.match(unit.words)
    if match is None or word_count(match["rest"]) < _LEAST_OF_TOPIC:
        return None, unit
    return match["topic"].strip(" ,"), replace(unit, words=match["rest"])


_LEAST_OF_TOPIC, _QUOTING = 4, {"assessed": "stated"}
_ASSENT = re.compile(
    r"^(?:(?:oh|um|uh|well)[,. ]+)*(?:yes|yeah|yep|okay|ok|sure|alright|all right|absolutely|definitely"
    r"|of course|deal|fair(?: enough)?|works for me|that's fine"
    r"|sounds good|(?:\w+ )?i (?:can|could) (?:do|try|live with)\b|i can do that|i will|i'll (?:try|do)"
    r"|that works|no problem|perfect|great)\b",
    re.IGNORECASE,
)


def is_assent(answer: Unit) -> bool:
    """Whether an answer plainly agrees to what was suggested."""
    return bool(_ASSENT.match(answer.exact.strip())) and " but " not in answer.exact.lower()


def _small(term: str, terms: Terms) -> str:
    return terms.client_inside if term == terms.client else term


def _step(unit: Unit, terms: Terms) -> Said | None:
    """The step itself: who is to do what. None when the form of the words leaves it open."""
    if terms.several:
        return None
    words = unit.words.rstrip(".!? ")
    to_client = Voice(terms.clinician_forms, terms.pronouns, terms.proper)
    forms: tuple[tuple[re.Pattern[str], str, Voice], ...] = (
        (_NEXT, "Next session", to_client),
        (LEFT, f"{terms.client} not to", to_client),
        (_FOR_CLIENT, f"{terms.client} to", to_client),
        (_ASKED, f"{terms.clinician} asked {terms.client_inside} to", to_client),
        (_TOGETHER, "Plan to", to_client),
        (_BY_CLINICIAN, f"{terms.clinician} to", replace(to_client, once=terms.client_inside)),
        (_IMPERATIVE, f"{terms.client} to", to_client),
        (_HOMEWORK, "Homework:", to_client),
        (_PLEASE, f"{terms.client} to", to_client),
        (_BY_BOTH, "Plan to", to_client),
        (_BY_CLIENT, f"{terms.client} to", to_client),
        (_ON_CONDITION, f"{terms.client} to", to_client),
        (_HOW_ABOUT, f"{terms.client} to", to_client),
        (FOR_A_TIME, f"{terms.client} to", to_client),
        (ROUTINE, f"{terms.client} to", to_client),
        (NEXT_STEP, "Next step:", to_client),
        (WE_SHOULD, "Plan to", to_client),
        (_RECOMMENDED, f"{terms.client} was recommended to", to_client),
    )
    found = [(pattern.match(words), pattern, usual, voice) for pattern, usual, voice in forms]
    for match, pattern, usual, voice in [*found, (assigned(words), None, f"{terms.client} to", to_client)]:
        if match is None or not is_order(match.groupdict(default="keep").get("verb", "keep")):
            continue  # no imperative: "for homework, your breathing"
        what = next(match[name] for name in _WHAT if match.groupdict().get(name))
        subjectless = _SUBJECTLESS.match(what) and pattern is not _FOR_CLIENT
        turns = pattern is _BY_CLINICIAN and (_TURNS_TO_CLIENT.search(what) or _ADMITS.match(what))
        if (
            subjectless
            or turns
            or any(form.match(what) for form in (_TOLD_ONLY, _OTHER_SUBJECT, _CLEFT_LEFT))
        ):
            return None
        if _STATES_BESIDE.search(what):
            return None
        what = without_run_on(what)
        if match.groupdict().get("may"):
            what = f"possibly {what}"
        reported = _with_whom(what, voice)
        told = match.groupdict().get("when") or ""
        when = reword(told, voice)
        if reported is None or (when is None and _CONDITION.match(told)):
            return None  # without its condition the step would hold at any time
        both = pattern is _BY_CLINICIAN and _GOES_ON_TAKING.match(what)
        step = Said("Plan to" if both else usual, reported)
        return whole(f"{when}, {lower_first(step.text, terms.proper)}") if when else step
    return None


def _with_whom(what: str, voice: Voice) -> str | None:
    """A step in reported speech; whom the clinician will ring or write to is named at once."""
    reaches = _REACHES.match(what)
    if reaches is None or voice.once is None:
        return reword(what, voice)
    rest = reword(reaches["rest"], replace(voice, once=None)) if reaches["rest"].strip() else ""
    return None if rest is None else f"{reaches['verb']} {voice.once} {rest}".strip()


_GOES_ON_TAKING = re.compile(
    r"(?:continue|stay|remain|carry on|keep going|keep on|go on|hold|stick)(?: on| with| taking| at)?"
    r" (?:the|that|this|your|with the|on the|an?)\b(?=.*\b(?:mg|milligrams?|units?|dose|tablets?|daily"
    r"|a day|per day"
    r"|twice|once|\w+(?:pril|olol|statin|formin|azole|sartan|pine|pam|lam|xetine|pram|line|done|zine|mide"
    r"|lol|ine|ol))\b)",
    re.IGNORECASE,
)
"""What is taken on and on, which the client does, whoever says that they want it."""
_ADMITS = re.compile(
    r"admit\b(?! (?:you|him|her|them|the (?:patient|client)|to (?:the|hospital))\b)", re.IGNORECASE
)
_STATES_BESIDE = re.compile(
    r",? (?:and|but) (?:your|my|the|his|her|their|it|that|this|there)\b(?: [\w']+){0,4}? (?:was|were|is"
    r"|are|has|had)\b"
    r"(?=.*, (?:so|and) (?:i|we|you)\b)",
    re.IGNORECASE,
)
"""What is so, said beside a step, with another step behind it."""

_REACHES = re.compile(
    r"(?P<verb>(?:ring|phone|text|message|email|visit|write to|check in with|check in on)) you\b(?! to\b)"
    r"(?P<rest>.*)$",
    re.IGNORECASE,
)
_TURNS_TO_CLIENT = re.compile(r"\b(?:and|but),? (?:please |just )?(?:don't|do not|you)\b", re.IGNORECASE)
"""Where what the clinician will do goes on with what the client is to do."""
_CONDITION = re.compile(r"(?:if|when|whenever|each time|every time|the next time)\b", re.IGNORECASE)
_WHAT = ("what", "then", "us")

_REFLECTED = re.compile(
    _LEAD + r"(?:(?:well|okay|and|so|yeah|but)[, ]+)*(?:it (?:sounds|seems|feels|looks) (?:to me )?(?:like"
    r"|as if|that)"
    r"|what i(?:'m| am) hearing|what i hear|(?:i hear|i'm hearing) (?:that )?you)",
    re.IGNORECASE,
)
_FED_BACK = re.compile(
    _LEAD + r"(?:you feel|you're (?:feeling|saying)|part of you|on the one hand)\b", re.IGNORECASE
)


def is_reflection(unit: Unit) -> bool:
    """Whether the clinician gives back what they heard (Miller and Rollnick's reflective listening)."""
    return bool(_REFLECTED.match(unit.words) or _FED_BACK.match(unit.words))


_TELLING = {Kind.OBSERVATION: "observed", Kind.FORMULATION: "assessed", Kind.REPORT: "stated"}


def clinician_says(unit: Unit, kind: Kind, terms: Terms) -> Said:
    """An observation, formulation or intervention, in the clinician's words."""
    if is_dictated(unit):
        return whole(_CONJUNCTION.sub("", unit.words))
    if kind is Kind.OBSERVATION and (finding := _found(unit, terms)) is not None:
        return whole(finding)
    if kind is Kind.FORMULATION and _REFLECTED.match(unit.words):
        return _told(unit, terms, "reflected")
    return _told(unit, terms, _TELLING[kind]) if kind in _TELLING else _done(unit, terms)


def _done(unit: Unit, terms: Terms) -> Said:
    """What the clinician did with the client: validated, explained, worked with a technique, or guided."""
    if VALIDATED.search(unit.words):
        return whole(f"{terms.clinician} validated: {quoted(unit)}")
    technique = TECHNIQUES.search(unit.words)
    if technique is not None and LEFT_ALONE.search(unit.words):
        return whole(f"{terms.clinician} stated: {quoted(unit)}")
    if technique is not None and not _ACTION.match(technique.group()):
        lead = "asked, working with" if unit.question else "worked with"
        return whole(f"{terms.clinician} {lead} {technique.group().lower()}: {quoted(unit)}")
    if EXPLAINED.search(unit.words) or is_of_everybody(unit.words):
        return _told(unit, terms, "stated" if tells_what_was(unit.words) else "explained")
    return whole(f"{terms.clinician} guided: {quoted(unit)}")


def _found(unit: Unit, terms: Terms) -> str | None:
    """A finding as it stands in a record, under the examination it came from; None if it is none."""
    if not is_finding(unit.words) or _ASKS.match(unit.words):
        return None
    voice = terms.clinician_voice
    named = examined(unit.words)
    if named is not None:
        reported = reword(named[1], replace(voice, once=None))
        return None if reported is None else f"{named[0]}: {reported}"
    return reword(_CONJUNCTION.sub("", found(unit.words)), voice)


def _told(unit: Unit, terms: Terms, verb: str) -> Said:
    """The clinician's statement reworded where that is certain, quoted where it is not."""
    words = _SEEN.sub("", unit.words) if verb == "observed" else unit.words
    words = _CONJUNCTION.sub("", words)
    if _TELLS_TO.match(words):
        return whole(f"{terms.clinician} {'guided' if verb == 'explained' else verb}: {quoted(unit)}")
    indirect = reword(words, terms.clinician_voice) if word_count(words) >= 4 else None
    if indirect is None or re.match(
        r"^(?:\w+ing|and|or|to|because|which|if|not|let|tell|give|think|look|see|say|go)\b", indirect
    ):
        return whole(f"{terms.clinician} {_QUOTING.get(verb, verb)}: {quoted(unit)}")
    if indirect.startswith((f"{terms.clinician_forms.subject} ", f"{terms.clinician_forms.possessive} ")):
        return whole(_own(indirect, terms))
    return Said(f"{terms.clinician} {verb}", f"that {lower_first(indirect, terms.proper)}")


_TELLS_TO = re.compile(
    rf"(?:scan|picture|visuali[sz]e|squeeze|tense|rate|{'|'.join(sorted(BASE))}) (?:your|the|an?|down|it"
    rf"|this|that|these|those|in|on|for|to|each|every|up"
    r"|out|any|with) ",
    re.IGNORECASE,
)
"""A clause that tells what to do: "scan your body"."""
_ASKS = re.compile(
    _LEAD + r"(?:do|does|did|are|is|was|were|have|has|can|could|would|will) (?:you|it|that|there)\b",
    re.IGNORECASE,
)
_SEEN = re.compile(
    _LEAD + r"i(?: can| do| did)?(?: just| also)? (?:notice|noticed|see|saw|observe|observed|hear"
    r"|heard)(?: that)? (?=you\b|your\b)",
    re.IGNORECASE,
)
_CONJUNCTION = re.compile(
    r"^(?:(?:and|but|so|because|now|well|then|or|again)[, ]+)+(?=[\w']+ \w+ \w+)", re.IGNORECASE
)
_ACTION = re.compile(r"(?:take|breathe|follow)\b", re.IGNORECASE)


def _own(indirect: str, terms: Terms) -> str:
    """Turns "the therapist thinks ..." into "Therapist thinks ..."."""
    return f"{terms.clinician}{indirect.removeprefix(terms.clinician_forms.subject)}"
