"""Questions turned into statements: "have you slept?" becomes "they have slept".

Only what is certain is turned; for the rest the caller quotes the question.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from live_notes.drafting.embedded.telling.reported import Voice, reword
from live_notes.drafting.language.verbs import BASE, gerund
from live_notes.drafting.language.words import content_stems, word_count

_LEAD = re.compile(
    r"^(?:(?:and|so|but|okay|ok|now|well|then|or|also|um|uh|all right|alright|any chance|i see|gotcha"
    r"|do you know"
    r"|can you tell me|could you tell me|just)[,. ]+)+(?=\S)"
    r"|^(?!(?:any|no|some)\b)[a-z]{3,}, (?=(?:do|does|did|are|is|was|were|have|has|had|can|could|would"
    r"|will|how|what|when|where|any)\b)",
    re.IGNORECASE,
)
_BEGUN_TWICE = re.compile(
    r"^(?:[\w']+ ){1,6}?[\w']*,\s*(?=(?:(?:and|so) )?(?:do|does|did|are|is|was|were|have|has|had|can"
    r"|could|would|will)"
    r" (?:you|your|there|it|that|this|he|she|they|any|anyone)\b)",
    re.IGNORECASE,
)
"""What a question began with before it was asked: "do you have any, have you had"."""
_OF_SOME_KIND = re.compile(r"\b(?:kinds?|types?|sorts?) of (?=\w)", re.IGNORECASE)
_TAG = re.compile(
    r"(?:,\s*|(?<!sound)(?<!sounds)(?<!feel)(?<!feeling)(?<!is)(?<!be)(?<!are)(?<!you)(?<!doing)"
    r"(?<!that)(?<!it)"
    r"(?<!going) )(?:right|okay|ok|correct|is that right|is that correct|isn't it|aren't you|don't you"
    r"|didn't "
    r"you|haven't you"
    r"|yeah|huh|all right|alright|at all|or anything(?: like that)?|anything like that|like that|and "
    r"things like that"
    r"|or no|or not|now)(?=\?*$)",
    re.IGNORECASE,
)
_TAGS = (
    *("right", "okay", "ok", "correct", "that right", "that correct", "isn't it", "aren't you", "don't you"),
    *("didn't you", "haven't you", "yeah", "huh", "alright", "at all", "anything", "like that", "or no"),
    *("or not", "now"),
)
"""The last words of every question in which `_TAG` finds anything."""
_LISTED = re.compile(
    r"^(?:do you (?:ever )?have|have you (?:ever )?(?:had|noticed|been having|experienced)|are you "
    r"having|did you have"
    r"|is there|are there|was there|have there been)?\s*\bany(?: other)? (?P<what>[^?.]+)$",
    re.IGNORECASE,
)
_INVERTED = re.compile(
    r"^(?P<aux>do|does|did|are|is|was|were|have|has|had|can|could|would|will|should) "
    r"(?P<who>you|it|that|this|there|he|she|they)\b(?: (?:ever|currently|still|actually|also"
    r"|really))?,? (?P<rest>[^?]+)$",
    re.IGNORECASE,
)
_STATED = re.compile(
    r"^(?:you|you're|you've|you were|it|it's|that's|there's|he|he's|she|she's|they|they're)\s+\S",
    re.IGNORECASE,
)
_SYMPTOM = re.compile(
    r"^(?:[a-z]+ ){0,2}(?:pains?|aches?|fever|chills|nausea|vomiting|shortness of breath|dizziness"
    r"|numbness|tingling"
    r"|swelling|cough|headaches?|migraines?|weakness|fatigue|rash|bleeding|diarrhea|constipation"
    r"|palpitations|sweats"
    r"|nightmares|flashbacks|panic attacks?|panic|cravings|hallucinations|urges|thoughts of [a-z ]+)"
    r"(?: (?:or|and|,) [a-z]+)?$",
    re.IGNORECASE,
)
_INVERTED_OPENING = re.compile(
    r"^(?:do|does|did|are|is|was|were|have|has|had|can|could|would|will|the|your)\b",
    re.IGNORECASE,
)
_ANY = re.compile(
    r"\b(?:(?<!in )(?<!at )(?<!by )(?<!for )any(?: other| kind of| type of| sort of)?|ever"
    r"|(?<!sound )(?<!feel )(?<!look )(?<!seem )like) ",
    re.IGNORECASE,
)
_OPEN = re.compile(r"\b(?:or|and)\b|,", re.IGNORECASE)
_UNFIT = re.compile(
    r"\b(?:remember|mean|think|want|understand|mind|know|mention(?:ed)?|say|said|tell|told|hear"
    r"|questions?|concerns?|problem with)\b",
    re.IGNORECASE,
)
_LEFT_OPEN = re.compile(r"\b(?:of|to|with|for|in|at|and|or|about|from|the|an?|your)$", re.IGNORECASE)
_MOST_WORDS = 22
_NEGATED = re.compile(r"\bnot\b|n't\b", re.IGNORECASE)


@dataclass(frozen=True)
class Turned:
    """A question as what a plain yes confirms and what a plain no denies, as they go on a sentence.

    "that they have slept" or "chest pain"; None where that can't be said.
    """

    confirmed: str | None = None
    denied: str | None = None


def turned(question: str, voice: Voice) -> Turned:
    """What yes or no to a question says. `voice.second` are the client's pronouns."""
    body = bare(question)
    if word_count(body) > _MOST_WORDS or _NEGATED.search(body) or _LEFT_OPEN.search(body):
        return Turned()
    listed = _LISTED.match(body)
    if listed is not None:
        return Turned() if _UNFIT.search(body) else _of_thing(listed["what"].strip(" ,."), voice)
    match = _INVERTED.match(body)
    if match is not None and not _UNFIT.search(body):
        return _of_inverted(match["aux"].lower(), match["who"].lower(), match["rest"].strip(" ,."), voice)
    if _SYMPTOM.match(body) and not _INVERTED_OPENING.match(body):
        return _of_thing(body.lower(), voice)
    if _STATED.match(body) and not _ALTERNATIVE.search(body) and (stated := reword(body, voice)) is not None:
        return Turned(confirmed=_telling(f"that {stated}"))
    return Turned()


def bare(question: str) -> str:
    """A question without what leads it in and the tag at its end."""
    body = _LEAD.sub("", question.strip(" ,;")).rstrip(" ?.")
    begun = _BEGUN_TWICE.match(body)
    body = _LEAD.sub("", body[begun.end() :]) if begun else body
    for _ in range(2):
        tagged = body.rstrip("?").lower().endswith(_TAGS)
        body = (_TAG.sub("", body) if tagged else body).rstrip(" ?.,")
    return body


_ALTERNATIVE = re.compile(r"\bor\b|\banything else\b", re.IGNORECASE)
_NOT_THERE = re.compile(r"^(?:any )?no (?:other )?(?=[a-z])", re.IGNORECASE)
"""A question for what is not there: a yes to "no vomiting?" would leave it open."""
_SAID_OF_IT = re.compile(r" (?:that )?you(?:'ve| have)(?: (?:got|had|noticed|been having))?$", re.IGNORECASE)


_ONE_OF_MANY = re.compile(r"(?:way|thought|time|part|wish|urge|idea|sense|reason|plan)\b", re.IGNORECASE)
"""What cannot be denied without "any": "denied way they would do it"."""


def _of_thing(thing: str, voice: Voice) -> Turned:
    """A thing that was asked for; of several, a yes does not say which."""
    thing = _OF_SOME_KIND.sub("", thing)
    if _NOT_THERE.match(thing):
        return Turned(denied=_worded(_NOT_THERE.sub("", thing), voice))
    said = _worded(_SAID_OF_IT.sub("", thing), voice)
    if said is not None and _ONE_OF_MANY.match(said):
        return Turned(None, f"any {said}")
    return Turned(None if _OPEN.search(thing) else said, said)


def _of_inverted(aux: str, who: str, rest: str, voice: Voice) -> Turned:
    first, _, after = rest.partition(" ")
    plain = _ANY.sub("", f"{rest} ").strip()
    single = None if _OPEN.search(rest) else plain
    if who == "you" and aux == "do" and first.lower() == "have":
        had = _ANY.sub("", f"{after} ").strip()
        return Turned(_worded(had if single else None, voice), _worded(had, voice))
    if who == "you" and aux == "do" and first.lower() in BASE:
        done = f"{gerund(first.lower())} {after}".strip()
        return Turned(
            _worded(done if single else None, voice), _worded(_ANY.sub("", f"{done} ").strip(), voice)
        )
    if who == "you" and aux in {"are", "were"} and first.lower().endswith("ing"):
        return Turned(_stated(aux, who, single, voice), _worded(plain, voice))
    if who == "you" and aux == "have" and aux != first.lower():
        return Turned(_stated(aux, who, single, voice), _worded(f"having {plain}", voice))
    denied = None if _OPEN.search(rest) else _stated(aux, who, f"not {rest}", voice)
    return Turned(_telling(_stated(aux, who, single, voice)), denied)


_EMPTY = frozenset(
    content_stems(
        "do doing sound okay fine good well go going mean try make happen come see correct sense right true"
    )
)


def _telling(said: str | None) -> str | None:
    """What was confirmed, where it names any matter at all ("that they are" does not)."""
    return said if said and set(content_stems(said)) - _EMPTY else None


def _stated(aux: str, who: str, rest: str | None, voice: Voice) -> str | None:
    reported = None if rest is None else reword(f"{who} {aux} {rest}", voice)
    return None if reported is None else f"that {reported}"


def _worded(body: str | None, voice: Voice) -> str | None:
    return None if not body else reword(body, voice)
