"""What a client answers when they are asked what they will do: the plan is theirs, in their own words.

Therapists seldom set homework. They ask what, when and how often, and say the answer once more.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import dropwhile, takewhile

from live_notes.drafting.embedded.acting.act_words import WHEN
from live_notes.drafting.embedded.hearing.questions import is_asked
from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.embedded.hearing.wholeness import UNHEARD
from live_notes.drafting.embedded.planning.assigned_words import is_order
from live_notes.drafting.embedded.planning.here_words import is_of_now
from live_notes.drafting.embedded.planning.no_step_words import announces_plans, sets_nothing
from live_notes.drafting.embedded.planning.step_words import LEAD, OFTEN, WEEKDAY
from live_notes.drafting.formats import Kind
from live_notes.drafting.language.answers import Answer, read_answer
from live_notes.drafting.language.any_case import AnyCase
from live_notes.drafting.spec import Speaking

KindOf = Callable[[Unit], Kind | None]
"""What a clinician's unit is."""
_AHEAD = rf"(?:{WHEN}|today|tonight|on (?:your|the) way|\b{WEEKDAY}\b|between now|until (?:then|next))"
ASKS_WHAT = AnyCase(
    rf"(?:{LEAD}|^.{{5,160}}, )(?:what(?:'s| is| will| would| could| should)(?: be)?"
    r" (?:this|the (?:coming|next)|next) week (?:going to be|gonna be|look(?:ing)? like|be)\b"
    r"|what(?:'s| is| would be| could be| might be) (?:your|the|a|one)"
    r"(?: [a-z]+){0,2}? (?:(?:next|first) (?:step|move)|(?:small|little|tiny|doable|realistic|one)"
    r" (?:step|thing|move|change))s?\b(?! (?:that )?you(?:'re| are|'ll| will|'ve)? (?:tak\w+ (?:away|from"
    r"|with|out)"
    r"|learn\w*|notic\w*|remember\w*|saw|see|heard|got|proud))"
    r"|what(?:'s| is|'d be| would be| might be| could be) (?:the|a|one) (?:\w+ )?(?:step|thing"
    r"|bit) (?:before|after|below|up"
    r" from|easier than) (?:that|this|it|the)\b"
    r"|what (?:would|could|might) (?:a|the|one) (?:small|smaller|little|tiny|first"
    r"|next)\w*(?: \w+)?(?: of (?:that|it|this))?"
    r" (?:look like|be)\b"
    r"|(?:and )?what(?:'ll| will| would|'d) you (?:drop|leave out|let go of|do instead|do differently"
    r"|give up)\b"
    r"|what (?:do you think|are you thinking)(?: that)? you(?:'ll| will|'d like to| want to"
    r"|'re going to)? do\b(?! (?:that|it|this)\b)"
    r"|what (?:are you|would you be|will you be|do you feel) (?:willing|ready) to\b"
    r"|what (?:could|can|will|would) you (?:commit to|take on|aim for|agree to)\b"
    rf"|(?:what|which(?: \w+)?)(?: (?:could|can|will|are|would)|'ll) you (?:do|going to do|try|work on"
    rf"|start with)\b"
    rf"(?=[^?]*{_AHEAD})"
    r"|when (?:would|will|could|can|are) you (?:start|begin|do (?:it|that|this)|going to"
    r"|try|call|talk to|tell)"
    r"|what (?:will|could|can) you (?:tell|say to|remind) yourself\b"
    r"|which (?:one |of (?:those|these|them) )?(?:would|could|feels|seems|sounds|is doable|is realistic"
    r"|one's doable"
    r"|one's realistic)\b"
    r"|when(?:'s| is) that\??$|what (?:would|could|will) (?:your )?[\w.']+(?: \w+)?(?:'s)? (?:part|job"
    r"|role) be\b"
    r"|what (?:could|can|will) (?:your (?:\w+ )?\w+|(?-i:[A-Z])\w+|he|she|they) do to help\b"
    r"|how (?:often|many \w+|long|much)(?: \w+)? (?:will|could|can|are you (?:going|willing|thinking)"
    r"|do you (?:want|think you(?:'ll| can| could))"
    r"|would you (?:do|try|practi[cs]e|like to|be willing|want to))\b(?! you (?:say|rate|guess|estimate)))"
)
"""Asks what the client will do, or when, or how often."""
_ASKS_ON = AnyCase(
    rf"{LEAD}(?:how long at a time\b|(?:how (?:often|many [a-z]+|long|much)|what (?:time|day)|which (?:day"
    rf"|one|night)s?|when|where"
    r"|who with|with whom|for how long)\??$"
    r"|(?:what )?if (?:it|he|she|they|you|that|the|your)\b[^?]*|(?:[^?]*, )?and then\??$|(?:what"
    r"|how) about (?:the|your|on|at|in|when|after|before)\b"
    r"|what (?:time|day|days)(?: would| could| will| works?| suits?)\b"
    r"|(?:and )?what (?:would|could|might|will) help(?: you)?(?: with that| to do that| remember)?\??$)"
)
"""Asks on about what was just settled."""
_ON_CONDITION = re.compile(
    r"\b(?:if|when|whenever|until|till|before|after|between|unless|in case|suppose|supposing"
    r"|should (?:it|that|you|things|he|she|they)|(?:say|once) (?:it|you|he|she|they)"
    r"|the (?:next|first) time)\b",
    re.IGNORECASE,
)
"""An answer to "what'll you do?" says nothing without it."""
_LED_IN = re.compile(r"^.{60,}, (?=(?:what|when|how|which)\b)", re.IGNORECASE)
_IF_IT_WERE = AnyCase(
    r"\b(?:suppose|imagine|miracle|magic|if you (?:were|had|could|woke|didn't)|if it (?:were|went)|back then"
    r"|were you|did you|usually|normally|before this)\b"
)
_HINDERS = AnyCase(
    r"\b(?:get(?:s)? in (?:the|your) way|stop you(?: from)?|make it (?:hard|difficult|tough)|trip you up"
    r"|go wrong|hold you back|talk you out of|obstacles?|barriers?)\b"
)
_SAYS_NOTHING = re.compile(
    r"^(?:(?:um+|uh+|well|oh|honestly|god|hm+)[,. ]+)*(?:i don't know|no idea|not sure|i'm not sure|dunno"
    r"|nothing|i have no|what do you mean|why\b|no(?=[,.!?]|$))",
    re.IGNORECASE,
)
_AMOUNT = re.compile(
    rf"\b{OFTEN}|\b\w+ (?:minutes|hours?|times|days|nights|mornings|pages|weeks)\b", re.IGNORECASE
)
_AMOUNT_OR_DAY = AnyCase(
    rf"(?:\b{WEEKDAY}\b|{_AMOUNT.pattern}|(?<!from )(?<!over )(?<!of ){WHEN}|\bno [a-z]+ing\b"
    r"|\bnot (?:the|on|at|in)\b|\bwith the timer\b|\bfrom \w+(?: \w+)? (?:to|till|until) \w+|\btonight\b"
    r"|\bafter (?:lunch|dinner|work"
    r"|breakfast|school)\b)"
)
_PRESCRIBES = AnyCase(
    rf"{LEAD}(?:you (?:just |also |only )?(?:don't|do not|only|just) (?!have\b|need\b|sound|seem|look|feel"
    rf"|think|know"
    r"|want|like\b|believe|get it|see\b|to\b|care|mind)[a-z]+"
    r"|no (?:[a-z]+ing|[a-z]+s\b(?=[ ,].*\bno\b))"
    r"|(?:just|only) [a-z]+|all [a-z]+ (?:days|nights|mornings))\b"
    r"(?! (?:to|have to|need to|sound|seem|look|feel|think|know|want|like|believe|get it|see)\b)"
)
_SAYS_OTHERWISE = AnyCase(
    rf"{LEAD}(?:what a\b|on (?:a|that|the same) scale\b|it (?:sounds|seems|looks|feels)\b"
    r"|that(?:'s| is| was)\b|it(?:'s| is| was)\b|i\b|i'm|great\b|good\b|you(?:'ve|'re| said| told| seem"
    r"| mentioned| were| did| had)\b)"
)
"""A reflection, a judgement, or what was: nothing that is settled."""
_NUMBER = (
    r"(?:zero|nought|none|one|two|three|four|five|six|seven|eight|nine|ten|\d+|blank|nothing|empty|yes|no"
    r"|a tick|ticked)"
)
_SETS_NOTHING = AnyCase(
    rf"\b{WEEKDAY}s?(?:'s|:|,| is| was|)? (?:a )?{_NUMBER}(?: and a half)?(?=[.,;]|$)"
    r"|\bi(?:'m|'d| am| was| had)?(?: just)?(?: going to| gonna| wanted to| want to| like to| need to"
    r"| have to)?"
    r" ask(?:ed)?\b"
    r"|^(?:(?:so|and|now|but|okay)[, ]+)*(?:how (?:many|much|long|often|come)|what|which|who"
    r"|why)\b(?! i'd like)"
    r"|\b(he|she|it|they|i|we)(?:'s| does| do| is| are| was|'re|'m|'ve|'d)?,(?: uh| um| well)? \1\b"
    r"|\bi'm (?:not here|away|off|on leave|not in)\b|\b(?:that )?you know of\b"
)
"""A day with its number as a diary has it, what is yet to be asked, a question, a start that breaks off."""
_FIRST = AnyCase(rf"{LEAD}(?:(?:just|only|maybe|also|please|then|don't|never) )*(?P<verb>[a-z]+)\b")
_HOLDS_A_DEED = AnyCase(
    r"\b(?:you|we|i|they|he|she)(?:'ll| will| can| could|'re going to|'re gonna|'d better| should| need to"
    r"| pick|'ve got)\b|\blet'?s\b|\b(?:line|number)\b|\bneeds? to\b|\bno [a-z]+ing\b"
    r"|\b(?:every|each) (?:single )?(?:day|night|morning|evening|week|meal|time)\b|\bsay, ['\"]"
    r"|(?:\b(?:zero|oh|one|two|three|four|five|six|seven|eight|nine|double)\b[ ,]*){3,}|\d{3,}"
)
_ONLY_SAY = re.compile(r",? (?:say|for (?:example|instance))\W*$", re.IGNORECASE)
_TELLS_WHAT_WAS = re.compile(
    r"^(?:(?:well|um+|uh+|oh|so|yeah|yes|no|okay)[,. ]+)*i (?:only |just |actually )?(?:did|didn't|went"
    r"|had|was|wasn't"
    r"|tried|managed|forgot|missed|took|made|started|couldn't|used|wrote|stayed|kept|got)\b",
    re.IGNORECASE,
)
"""Tells what became of a step: what is said to that sets none."""
_HAS_A_SUBJECT = re.compile(
    r"^(?:any|how|what|who|why|where|when|which|no)\b|\b(?:do|does|did|are|is|was|were|have|has|had|can"
    r"|could|would|will) (?:you|it|that|he|she|they|there)\b"
    r"|^(?:(?:so|and)[, ]+)*(?:you|it|that|he|she|they)\b",
    re.IGNORECASE,
)
_NOT_YET = re.compile(
    r"\b(?:not yet|not that one|can't do that|can we not|not ready|too much|no way|i won't|i'd rather not"
    r"|i can't)\b",
    re.IGNORECASE,
)
_MOST_OF_NOTHING = 4
_LEAST_ECHOED = 2
_MOST_ANSWERED = 38
_MOST_RESTATED = 22
_LEAST_NEW = 1
_LATE, _OF_A_PLAN = 0.5, 90
"""How far on a plan is made, and units that making it may take."""
_NEAR = 24
"""Units before, among which something must have been settled for what only goes on with it."""


def asks_what_to_do(units: Sequence[Unit], unit: Unit, kind_of: KindOf) -> bool:
    """Whether a clinician asks what the client is going to do."""
    if not unit.question or _IF_IT_WERE.search(unit.words) or _HINDERS.search(unit.words):
        return False
    if ASKS_WHAT.match(unit.words):
        return True
    return bool(_ASKS_ON.match(unit.words)) and _is_being_settled(units, unit, kind_of)


def asks_for_a_step(words: str) -> bool:
    """Whether a clinician's question asks what the client will do until they meet again."""
    return bool(ASKS_WHAT.match(words)) and not (_IF_IT_WERE.search(words) or _HINDERS.search(words))


def question_in(unit: Unit) -> Unit:
    """The unit without a long clause before its question, unless that says when or whereupon."""
    led = _LED_IN.match(unit.exact)
    if led is None or _ON_CONDITION.search(led.group()):
        return unit
    return replace(unit, exact=unit.exact[led.end() :])


def asks_if_it_were(words: str) -> bool:
    """Whether a clinician asks what would be, or was, and not what is to come."""
    return bool(_IF_IT_WERE.search(words))


def asks_what_hinders(words: str) -> bool:
    """Whether a clinician asks what could keep the client from it: the answer is what they will not do."""
    return bool(_HINDERS.search(words))


def answered_with(
    units: Sequence[Unit], question: Unit, *, risky: bool = False, plain: bool = False
) -> tuple[Unit, ...]:
    """What the client says to such a question, up to the clinician's next words; none if it says nothing.

    Words of risk are told elsewhere, unless `risky` asks for them. `plain`: a mere yes is an answer, too.
    """
    following = units[question.index + 1 :]
    if following and following[0].speaking is Speaking.CLINICIAN and not following[0].backchannel:
        return ()
    said = takewhile(lambda one: one.speaking is Speaking.CLIENT or one.backchannel, following)
    told = _without_nods([one for one in said if one.speaking is Speaking.CLIENT])
    if len(told) > 1 and _SAYS_NOTHING.match(told[0].exact) and told[0].spoken_length <= _MOST_OF_NOTHING:
        told = told[1:]
    if not told or _SAYS_NOTHING.match(told[0].exact) or (not risky and told[0].risk_in_words):
        return ()
    kept: list[Unit] = []
    for one in told:
        if UNHEARD.search(one.exact) or sum(unit.spoken_length for unit in (*kept, one)) > _MOST_ANSWERED:
            break
        kept.append(one)
    says = (plain or any(one.stems for one in kept)) and not all(_asks_back(one) for one in kept)
    return tuple(kept) if says else ()


def answered_plainly(units: Sequence[Unit], question: Unit) -> tuple[Unit, ...]:
    """The same with a mere "yeah" at its beginning, which elsewhere is only a nod, or with that alone."""
    said = takewhile(lambda one: one.speaking is Speaking.CLIENT, units[question.index + 1 :])
    nods = tuple(takewhile(lambda one: one.backchannel, said))[:1]
    nods = nods if nods and read_answer(nods[0].exact) is Answer.YES else ()
    answers = answered_with(units, question, plain=True)
    alone = next((one for one in units[question.index + 1 :] if not one.backchannel), question)
    if answers or alone.speaking is Speaking.CLINICIAN:
        return (*nods, *answers)
    return ()


def _asks_back(unit: Unit) -> bool:
    """Whether a client asks something, and does not only try an answer: "go to the bathroom?"."""
    return unit.question and (is_asked(unit.exact) or " or " in unit.exact)


def _without_nods(said: Sequence[Unit]) -> list[Unit]:
    """Without nods at the beginning and the end; those between stay, for the rest is quoted as one."""
    begun = list(dropwhile(lambda one: one.backchannel, said))
    # "But yeah, that's what I do" takes back what was said before it.
    return list(reversed(list(dropwhile(_only_nods, reversed(begun)))))


def _only_nods(unit: Unit) -> bool:
    return unit.backchannel and not unit.exact.lower().startswith("but ")


def together(units: Sequence[Unit]) -> Unit:
    """Several units of one turn as one."""
    return replace(
        units[0],
        words=" ".join(one.words for one in units),
        exact=" ".join(one.exact for one in units),
        evidence=tuple(dict.fromkeys(line for one in units for line in one.evidence)),
        question=units[-1].question,
    )


def proposes(units: Sequence[Unit], unit: Unit, kind_of: KindOf) -> bool:
    """Whether a clinician puts an amount to the client without a verb: "ten minutes, four mornings?"."""
    if not unit.question or _HAS_A_SUBJECT.search(unit.words) or not _AMOUNT.search(unit.words):
        return False
    return _is_being_settled(units, unit, kind_of)


def declines(answers: Sequence[Unit]) -> bool:
    """Whether a client says that this is too much, or not to be done yet."""
    return any(_NOT_YET.search(one.exact) for one in answers)


def restates(units: Sequence[Unit], unit: Unit, kind_of: KindOf) -> bool:
    """Whether a clinician says once more, and adds to it, what was just settled ("lid, then face")."""
    if unit.question or unit.length > _MOST_RESTATED or _SAYS_OTHERWISE.match(unit.words):
        return False
    if is_of_now(unit.words) or any(form.search(unit.words) for form in (_ONLY_SAY, _SETS_NOTHING)):
        return False
    before = _turn_before(units, unit)
    if not before or _TELLS_WHAT_WAS.match(before[0].words) or sets_nothing(unit.words):
        return False
    said = {stem for one in before for stem in one.stems}
    told = set(unit.stems)
    echoes = len(told & said) >= _LEAST_ECHOED and _answers_a_plan(units, before[-1])
    asked = any(one.question for one in before)
    sets = _AMOUNT_OR_DAY.search(unit.words) and (asked or _holds_a_deed(unit.words))
    if not (echoes or sets or _PRESCRIBES.match(unit.words)):
        return False
    if unit.risk_in_words or not _is_being_settled(units, unit, kind_of):
        return False
    return len(told - said) >= _LEAST_NEW


def _holds_a_deed(words: str) -> bool:
    """Whether a clinician's words have something to do in them, and no day or amount alone."""
    first = _FIRST.match(words)
    return _HOLDS_A_DEED.search(words) is not None or (first is not None and is_order(first["verb"]))


def _answers_a_plan(units: Sequence[Unit], first: Unit) -> bool:
    """Whether a client's turn answers what they will do; `first` begins it."""
    before = next((one for one in reversed(units[: first.index]) if not one.backchannel), None)
    return (
        before is not None
        and before.question
        and bool(ASKS_WHAT.match(before.words) or _ASKS_ON.match(before.words))
    )


def _turn_before(units: Sequence[Unit], unit: Unit) -> list[Unit]:
    """What the client said in the turn that the clinician begins to answer with this unit."""
    earlier = takewhile(lambda one: one.turn >= unit.turn - 1, reversed(units[: unit.index]))
    return [one for one in earlier if one.speaking is Speaking.CLIENT and not one.backchannel]


def _is_being_settled(units: Sequence[Unit], unit: Unit, kind_of: KindOf) -> bool:
    """Whether shortly before the clinician named a step, or asked what the client will do."""
    near = units[max(0, unit.index - _NEAR) : unit.index]
    if any(one.speaking is Speaking.CLINICIAN and _settles(one, kind_of) for one in near):
        return True
    return _is_plan_time(units, unit)


def _is_plan_time(units: Sequence[Unit], unit: Unit) -> bool:
    """Whether the clinician has said, late in the session, that now it is about what to do."""
    late = int(len(units) * _LATE)
    if unit.index <= late:
        return False
    before = units[max(late, unit.index - _OF_A_PLAN) : unit.index]
    return any(one.speaking is Speaking.CLINICIAN and announces_plans(one.words) for one in before)


def _settles(unit: Unit, kind_of: KindOf) -> bool:
    if kind_of(unit) is Kind.PLAN or announces_plans(unit.words):
        return True
    return unit.question and bool(ASKS_WHAT.match(unit.words)) and not _IF_IT_WERE.search(unit.words)
