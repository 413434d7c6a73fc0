"""A question that stands in quotation marks told as shortly as its answer can be understood.

'When asked "Kind of thinking along those lines, where do you want to be by June?", client answered: ...' is
'When asked where they want to be by June, client answered: ...'. What stands in front of the asking
sentence goes, unless that points at it; an answer that says again all that was asked needs no question. What
is of risk keeps its exact question and answer, and so does whatever is in doubt.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property

from live_notes.drafting.embedded.asking.asking_more import asked_in_short, plain_question
from live_notes.drafting.embedded.asking.topic_words import HOW_FAR, YES_OR_NO
from live_notes.drafting.embedded.candidates import Statement
from live_notes.drafting.embedded.emdr.emdr_fields import field_of, is_emdr, told_as_field
from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.embedded.selecting.saying_much import matter_in
from live_notes.drafting.embedded.telling.figures import in_figures
from live_notes.drafting.embedded.telling.phrases import Terms
from live_notes.drafting.embedded.telling.saying import capital
from live_notes.drafting.language.words import content_stems, word_count
from live_notes.drafting.risk.words import RISK_WORDS

_BEGINS = re.compile(r'(?:^|(?<=[.?!"] ))(?P<goal>Goal: w|W)hen asked "')
_ASKED = re.compile(
    r'^(?P<lead>(?:Goal: w|W)hen asked )"(?P<asked>[^"]+)", (?P<who>(?:the )?[\w\[\]]+) '
    r"(?P<verb>answered|reported|said|stated|confirmed|denied)(?P<told>.*)$",
    re.DOTALL,
)
_SENTENCES = re.compile(r"(?<=[.?!…])(?<!\bDr\.)(?<!\bMr\.)(?<!\bMs\.)(?<!\bMrs\.)\s+(?=\S)")
_QUOTED_ANSWER = re.compile(r'^: "(?P<said>[^"]+)"\.?(?P<after>.*)$', re.DOTALL)
_NUMBER_SAID = re.compile(r"^ (?P<said>\d{1,2})\.(?P<after> ?)$")
_POINTS = re.compile(
    r"\b(?:it|its|that|this|those|these|them|they|their|theirs|he|she|him|his|her|hers|ones?|there|then"
    r"|else|such|so"
    r"|others?|another|again|same|instead|too|either|neither|both|here|still|yet|more|less|next|first"
    r"|after|now)\b",
    re.IGNORECASE,
)
"""May stand for what was said before the question."""
_STANDS_FOR = re.compile(
    r"\b(?:it|its|that|this|those|these|them|they|their|theirs|he|she|him|his|her|hers|ones?|there|then"
    r"|else|such"
    r"|so|others?|another|same|too|either|neither|both|do|does|did|have|has)\b(?! (?:pain|no|not)\b)",
    re.IGNORECASE,
)
"""Stands in a report for what the question said."""
_REACTS = re.compile(
    r"^(?:(?:and|so|but|now|well)[, ]+)*(?:what (?:do|would) you (?:think|make)(?: (?:of|about) (?:that"
    r"|it|this|those"
    r"|these|them))?|how (?:does|do|would) (?:that|it|this|those) (?:sound|sit|land|strike you"
    r"|seem)(?: (?:to|with"
    r"|for|on) you)?|(?:what are|what're|any) (?:your )?(?:thoughts|reactions)(?: (?:on|about) (?:that"
    r"|it|this))?"
    r"|how do you feel about (?:that|it|this)|(?:how|what) do you feel when i say (?:that|it"
    r"|this)(?: like that)?"
    r"|how does (?:it|that) (?:sound|feel) when i say (?:it|that|this)(?: like that)?"
    r"|what do you notice about (?:that|it|this))\?$",
    re.IGNORECASE,
)
"""Asks for what is thought of what was said just before, and for no more."""
_REACTED = re.compile(
    r"^what did you (?P<verb>make|think) of (?:that|it|this)(?P<then>(?: at the time| then)?)\?$", re.I
)
_ECHOES = re.compile(
    r"^(?: that)? (?:it|that|this) (?:does|is|did|was|would|will|has|do|isn't|doesn't)\b\W", re.IGNORECASE
)
_OF_GENERAL = frozenset(
    content_stems(
        "think thought say tell feel notice make know want like go get happen mean sound seem come take look"
        " use way thing time long many much often day week happened done doing going got let start end put"
    )
)
_YES_NO_ALONE = re.compile(
    r"^: \"(?:(?:oh|um|uh|well|god|no|nope|nah|naw|yes|yeah|yep|aye|none|never|correct|right|okay|sure"
    r"|nothing"
    r"|not really|i do|i did|i have|i am)[,. !]*)+\"",
    re.IGNORECASE,
)
_YES_OR_NO = re.compile(
    r"^(?:: \"| )(?:(?:oh|um|uh|well|god)[,. ]+)*(?:no|nope|nah|naw|yes|yeah|yep|aye)\b", re.IGNORECASE
)
_OPEN = re.compile(r"^(?:how|what|when|where|why|who|which|for how|since when)\b")
_OPEN_WORDS = re.compile(
    r"\b(?:would|could|might|if|will|wish|want|prefer|rather|should)\b|'(?:d|ll)\b", re.IGNORECASE
)
_NONE_OF = re.compile(r"^ no (?P<what>[a-z][a-z ,]{2,60})\.$", re.IGNORECASE)
_OF_A_CRISIS = re.compile(
    r"\b(?:if|when|once)\b.*\b(?:who|what|where)(?:'d|'ll| would| will| do| can| could)? you(?:'d|'ll)?"
    r" (?:be able to |want to )?(?:ring|call|phone|tell|text|contact|reach|turn|go|do|wake|talk)\b",
    re.IGNORECASE,
)
"""Asks what somebody would do if it got worse: part of a plan for safety, which keeps its words."""
_GOES_ON = re.compile(r"\b(?:is|are|was|were|has|have|but|that|when|if|unless|except|only)\b", re.IGNORECASE)
_OF_A_YES = re.compile(
    r"^(?:and |so )?(?:are|is|do|does|did|have|has|was|were) (?:you|your)\b", re.IGNORECASE
)
_OF_NOW = frozenset(content_stems("moment currently present lately recently nowadays minute"))
_CLAUSE = re.compile(r"^ that [^\"]+\.$")
_MOST_IN_FRONT, _MOST_OF_A_TOPIC = 40, 12
_BEFORE, _BEHIND = 6, 8
"""Units beside a question that must not name a risk: it may go on about that."""


def told_shortly(statements: Iterable[Statement], units: Sequence[Unit], terms: Terms) -> Iterator[Statement]:
    """The statements, the questions quoted in them as short as is certain; evidence and worth stay."""
    session = _Session(units, terms)
    for statement in statements:
        text = session.shortened(statement)
        yield statement if text == statement.text else replace(statement, text=text, lead="", rest=text)


class _Session:
    """One session's questions, and what is found of it once."""

    def __init__(self, units: Sequence[Unit], terms: Terms) -> None:
        self._units, self._terms = units, terms

    @cached_property
    def _is_emdr(self) -> bool:
        return is_emdr(self._units)

    def shortened(self, statement: Statement) -> str:
        """The text of a statement, each question in it told as shortly as may be."""
        text = statement.text
        if self._terms.several or statement.authored or 'hen asked "' not in text:
            return text
        near = self._units[max(0, statement.order - _BEFORE) : statement.order + _BEHIND]
        at_risk = any(unit.risk_in_words for unit in near)
        starts = [match.start() for match in _BEGINS.finditer(text)]
        if not starts:
            return text
        ends = [*starts[1:], len(text)]
        pieces = [text[start:end] for start, end in zip(starts, ends, strict=True)]
        told = [
            self._told(piece, exactly=statement.must or at_risk, goes_on=at + 1 < len(pieces))
            for at, piece in enumerate(pieces)
        ]
        short = text[: starts[0]] + "".join(told)
        return text if short == text or RISK_WORDS.search(text) else short

    def _told(self, piece: str, *, exactly: bool, goes_on: bool) -> str:
        """One question and its answer; `exactly`: all but goals and a target's fields keep their words."""
        parts = _ASKED.match(piece)
        if parts is None:
            return piece
        field = self._as_field(parts, goes_on=goes_on)
        if field is not None or (exactly and not parts["lead"].startswith("Goal")):
            return field or piece
        alone = None if goes_on or parts["lead"].startswith("Goal") else self._alone(parts)
        if alone is not None:
            return alone
        asked = self._asked(parts)
        if asked is None:
            return piece
        verb, told = parts["verb"], parts["told"]
        if told.startswith(":") and not asked.startswith(("When", "Goal")):
            verb = "said" if asked.startswith("In response") else "stated"
        return f"{asked}, {parts['who']} {verb}{told}"

    def _as_field(self, parts: re.Match[str], *, goes_on: bool) -> str | None:
        """The answer as a field of a target's record, where this is EMDR."""
        form = _QUOTED_ANSWER if parts["verb"] == "answered" else _NUMBER_SAID
        said = form.match(parts["told"])
        if said is None or not parts["lead"].startswith("W"):
            return None
        if not field_of(parts["asked"]) or not self._is_emdr:
            return None
        told = told_as_field(parts["asked"], said["said"], parts["who"], goes_on=goes_on)
        return None if told is None else f"{told}{said['after']}"

    def _alone(self, parts: re.Match[str]) -> str | None:
        """The answer without its question, where it says again all that was asked."""
        told, asked = parts["told"], parts["asked"]
        if (
            parts["verb"] != "reported"
            or '"' in told
            or "?" in asked.rstrip("?")
            or _OPEN_WORDS.search(asked)
        ):
            return None
        if _NONE_OF.match(told):
            return f"{capital(parts['who'])} reported{told}" if _shares(told, asked) else None
        if _CLAUSE.match(told) is None or self._points_back(told):
            return None
        matter = matter_in(asked)
        all_of_it = bool(matter) and matter <= frozenset(content_stems(told))
        return f"{capital(parts['who'])} reported{told}" if all_of_it or _confirms(told, asked) else None

    def _points_back(self, told: str) -> bool:
        """Whether a report has a word that stands for something else than the client."""
        pronouns = {getattr(self._terms.pronouns, form) for form in ("subject", "object", "possessive")}
        plain = told.removeprefix(" that ")
        return any(match.group().lower() not in pronouns for match in _STANDS_FOR.finditer(plain))

    def _asked(self, parts: re.Match[str]) -> str | None:
        """What stands before the comma: the question shortly; None where it keeps its words."""
        question, told = parts["asked"].strip(), parts["told"]
        if _OF_A_CRISIS.search(question):
            return None
        sentences = _SENTENCES.split(question)
        marked = [one for one in sentences if one.endswith("?")]
        put = None
        if len(sentences) > 1 and len(marked) == 1 and sentences[-1].endswith("?"):
            if _REACTS.match(sentences[-1]):
                return self._in_response(sentences, parts)
            reacted = _REACTED.match(sentences[-1])
            if reacted is not None and parts["lead"].startswith("W"):
                return self._reacted(" ".join(sentences[:-1]), reacted)
            if not _needs_what_is_before(sentences[-1]):
                put = asked_in_short(sentences[-1], self._terms.asked_voice)
        else:
            put = asked_in_short(question, self._terms.asked_voice)
        if put is None or _leaves_open(put, told):
            return None
        put = in_figures(put)
        if parts["lead"].startswith("W") and _is_a_topic(put, told):
            return f"Regarding {put.removeprefix('about ').removeprefix('any ')}"
        return f"{parts['lead']}{put}"

    def _reacted(self, front: str, reacted: re.Match[str]) -> str | None:
        """What was thought, then, of something that the clinician says now."""
        if word_count(front) > _MOST_IN_FRONT:
            return None
        verb = {"make": "made", "think": "thought"}[reacted["verb"].lower()]
        who = self._terms.pronouns.subject
        return f'When asked, of "{front.rstrip(" .,;")}", what {who} {verb} of that{reacted["then"].lower()}'

    def _in_response(self, sentences: Sequence[str], parts: re.Match[str]) -> str | None:
        """What was thought of something that the clinician said: "In response to" that."""
        front = " ".join(sentences[:-1])
        words = word_count(front)
        if (
            parts["lead"].startswith("Goal")
            or words > _MOST_IN_FRONT
            or words < 5
            or _ECHOES.match(parts["told"])
        ):
            return None
        return f'In response to "{front.rstrip(" .,;")}"'


def _shares(told: str, asked: str) -> bool:
    """Whether what is reported as absent is all that was asked after: no place and no time is lost."""
    matter = matter_in(asked) - _OF_GENERAL
    return bool(matter) and matter <= set(content_stems(told)) and not _GOES_ON.search(told)


def _confirms(told: str, asked: str) -> bool:
    """Whether a clause says what was asked, or one of two things: "are you left or right handed"."""
    said, put = set(content_stems(told)), set(content_stems(asked))
    if not said or not said <= put or _OF_A_YES.match(asked) is None:
        return False
    return " or " in asked or not put - said - _OF_GENERAL - _OF_NOW


def _needs_what_is_before(asking: str) -> bool:
    """Whether a sentence that asks means nothing without the one in front of it."""
    plain = plain_question(asking)
    if _POINTS.search(plain):
        return True
    return not set(content_stems(plain)) - _OF_GENERAL


def _is_a_topic(put: str, told: str) -> bool:
    """Whether an answer can stand behind the name of what was asked after; a yes or a no needs a question."""
    said = told.lstrip(': "')
    if (
        not put.startswith("about ")
        or "," in put
        or _OPEN_WORDS.search(put)
        or word_count(put) > _MOST_OF_A_TOPIC
    ):
        return False
    return not YES_OR_NO.match(said) and not HOW_FAR.match(said)


def _leaves_open(put: str, told: str) -> bool:
    """Whether an answer means nothing behind a question told so: "about sleep" – "no"."""
    if put.startswith(("about ", "to ")):
        return _YES_NO_ALONE.match(told) is not None
    return _OPEN.match(put) is not None and _YES_OR_NO.match(told) is not None
