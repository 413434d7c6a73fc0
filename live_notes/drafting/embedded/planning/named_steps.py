"""Steps that a clinician names, as a plan has them, with what the client answers to them."""

from __future__ import annotations

import re
from dataclasses import replace

from live_notes.drafting.embedded.acting.clinician_tells import LEAD_IN, told_as
from live_notes.drafting.embedded.booking.appointments import dated
from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.embedded.persons.referents import PERSONS, points_at
from live_notes.drafting.embedded.planning.assigned_words import NO_MORE, assigned, is_order
from live_notes.drafting.embedded.planning.plan_time_words import AGAINST
from live_notes.drafting.embedded.planning.step_words import (
    FOR_A_TIME,
    NEXT_STEP,
    NO_CLAUSE,
    ROUTINE,
    WE_SHOULD,
)
from live_notes.drafting.embedded.planning.steps import plainly, without_run_on
from live_notes.drafting.embedded.planning.task_words import ADVISED_AGAINST, BY_A_THIRD, LEFT
from live_notes.drafting.embedded.planning.what_is_put import puts_a_step
from live_notes.drafting.embedded.telling.phrases import Terms, quoted
from live_notes.drafting.embedded.telling.reported import Voice, lower_first, reword
from live_notes.drafting.embedded.telling.saying import Said, whole
from live_notes.drafting.language.answers import Answer, read_answer
from live_notes.drafting.language.words import word_count

_FOR_CLIENT = re.compile(
    LEAD_IN + r"(?:(?P<when>(?:for|as|over|before|by|until|between|this|next) [\w ]{1,30}?),? )?i(?:'d"
    r"| would)?(?: also| just| really)* (?:like|love|want|encourage|invite|ask"
    r"|need|advise)"
    r"(?: for)? you to (?P<what>.+)$",
    re.IGNORECASE,
)
_ASKED = re.compile(
    LEAD_IN + r"(?:would|could|can|will) you (?:be (?:willing|able|open) to )?(?:maybe |just "
    r"|please )?(?!(?!(?:b?r|s|sw|cl)ing\b)[a-z]+ing\b)(?P<what>.+?)\??$",
    re.IGNORECASE,
)
_TOGETHER = re.compile(
    LEAD_IN + r"(?:let's|let us|we'll|we will|we're going to|we're gonna)(?: also| just)? (?P<what>.+)$",
    re.IGNORECASE,
)
_BY_CLINICIAN = re.compile(
    LEAD_IN
    + r"i(?:'ll| will|'m going to| am going to|'d like to| would like to|(?: do)? want to|(?: do)? need to"
    r"| plan to)(?: also| just| do(?= is))*"
    r" (?:go ahead and )?(?P<what>(?!(?:ask|invite) you to\b).+)$",
    re.IGNORECASE,
)
_BY_BOTH = re.compile(
    LEAD_IN + r"we (?:can(?= [a-z]+ (?:that|this|it|those) together\b)"
    r"|(?P<may>can|could|may|might)|should|need to|want to|plan to)(?: also| just| always| certainly)*"
    r" (?:go ahead and )?(?P<what>(?P<verb>[a-z]+)\b.*)$",
    re.IGNORECASE,
)
_BY_CLIENT = re.compile(
    LEAD_IN
    + r"you(?:(?:'re| are) going to|'ll| will| should| need to|'ll need to| want to| must)(?: also| just)*"
    r" (?P<what>(?P<verb>[a-z]+)\b.*)$",
    re.IGNORECASE,
)
_RECOMMENDED = re.compile(
    LEAD_IN + r"(?:i(?:'d| would)? (?:recommend|suggest|advise)(?: that)?"
    r"|what i(?:'d| would) (?:recommend|suggest|advise)(?: then)?,? is(?: that)?) (?:you(?: to)?|to) "
    r"(?P<what>(?P<verb>[a-z]+)\b.*)$",
    re.IGNORECASE,
)
_NEXT = re.compile(
    LEAD_IN + r"(?:(?:i|we)(?:'ll| will) |and )?see you (?:again )?(?P<what>(?:next|in|on|then|this|tomorrow"
    r"|\[)\S*.*)$",
    re.IGNORECASE,
)
_IMPERATIVE = re.compile(
    LEAD_IN
    + r"(?:(?:please|do|just) )*(?P<what>(?:try|keep|continue|practi[cs]e|remember|make sure|start|write down"
    r"|stop|avoid"
    r"|resume"
    r"|follow up|come back|return|call|repeat|increase|decrease|take)\b.*)$",
    re.IGNORECASE,
)
_HOMEWORK = re.compile(
    LEAD_IN + r"(?:for|as) (?:your |the )?homework,? (?:please )?(?P<what>(?P<verb>[a-z]+)\b.*)$",
    re.IGNORECASE,
)
_PLEASE = re.compile(LEAD_IN + r"please (?P<what>(?P<verb>[a-z]+)\b.*)$", re.IGNORECASE)
_ON_CONDITION = re.compile(
    LEAD_IN
    + r"(?P<when>if [^,]+), (?:then )?(?:please |just |you (?:should|need to|can|could|must|have to) )*"
    r"(?:also |just )*(?P<what>(?P<verb>[a-z]+)\b.*)$",
    re.IGNORECASE,
)
_HOW_ABOUT = re.compile(
    LEAD_IN + r"(?:how|what) about (?:if (?:i|we) have )?you (?P<what>(?P<verb>[a-z]+)\b.*)$", re.IGNORECASE
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
    if step is None or (step.text.startswith("Plan to ") and points_at(unit.words) in PERSONS):
        return _in_words(unit, terms, agreed=agreed)  # "put him first": retold, he would be the client
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
        said = told_as(unit, terms, "stated")
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
    """A step that was put to the client, in the words of both; what was only asked is told as asked."""
    if not puts_a_step(unit, answer):
        return _only_asked(unit, answer, terms)
    put = f"{terms.clinician} suggested: {quoted(unit)}"
    return whole(put if answer is None else f"{put} {terms.client} answered: {quoted(answer)}")


def _only_asked(unit: Unit, answer: Unit | None, terms: Terms) -> Said:
    if not unit.exact.rstrip("\"' ").endswith("?"):
        told = f"{terms.clinician} stated: {quoted(unit)}"
        return whole(told if answer is None else f"{told} {terms.client} answered: {quoted(answer)}")
    if answer is None:
        return whole(f"{terms.clinician} asked: {quoted(unit)}")
    asked = quoted(unit)[:-1].rstrip(".")
    return whole(f'When asked {asked}", {terms.client_inside} answered: {quoted(answer)}')


_TOPIC = re.compile(
    LEAD_IN + r"(?:for|as for|regarding|in terms of|as far as|and for) "
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


_LEAST_OF_TOPIC = 4
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
