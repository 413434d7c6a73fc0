"""Words that name a risk and speak of none, and words that speak of one without its name.

The first are what a clinician says to everybody (what stays private, and what does not), what they ask a
client to promise, and what would be done if. The second are asked or answered in the wake of a risk that
was named: "any plan?", "better not to be there, that comes".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.language.any_case import AnyCase
from live_notes.drafting.note import RiskKind
from live_notes.drafting.risk.answers import PLANNED
from live_notes.drafting.risk.matches import kinds_in
from live_notes.drafting.spec import Speaking

_PRIVATE = AnyCase(
    r"\bconfidential\w*|\b(?:stays?|staying|kept|keep (?:it|this|that|everything)|remains?)"
    r" (?:just |strictly |all |right )?(?:in (?:here|this room|the room|these walls)"
    r"|between (?:us|you and (?:me|i)|the two of us)|private)\b|\bjust between (?:us|you and me)\b"
    r"|\b(?:mandated|mandatory) report\w*|\bduty (?:to (?:warn|report|protect|tell)|of care)\b"
    r"|\bsafeguarding\b"
    r"|\b(?:leaves?|goes (?:outside|beyond)) (?:this|the|these) (?:room|walls)\b",
)
_WOULD_TELL = AnyCase(
    r"\b(?:i|we)(?:'d|'ll|'m| am| would| will| may| might)?(?: then| also| still)? "
    r"(?:have|need|be (?:obliged|required|bound)|obliged|required|legally bound) to "
    r"(?:tell (?!you\b)|involve|inform|let (?!you\b)|contact|share|pass|break|speak (?:to|with) (?!you\b)"
    r"|talk to (?!you\b)|bring|report|act\b)|\bbreak (?:that|it|this)\b"
    r"|\b(?:exceptions?|limits?) (?:is|are|to|would)\b"
    r"|\bunless (?:i|i'm|i'd|there's|there is|you(?:'re| are)|you tell|someone|somebody)\b",
)
_DANGER = re.compile(
    r"\b(?:at risk|danger|unsafe|(?:be|being|get|seriously|badly) hurt|harm|safety)\b", re.IGNORECASE
)
_ASKS_OF_RISK = re.compile(
    r"\b(?:have you|are you (?:having|thinking|planning|hurting|cutting|feeling)|do you (?:have|ever"
    r"|think|want)"
    r"|did you|were you|has (?:he|she|anyone|that|it)|any (?:thoughts?|urges?|plans?))\b",
    re.IGNORECASE,
)
_CHECKS = re.compile(
    r"\b(?:ok|okay|alright|all right|good with|fine|fair|clear|makes? sense|understand|happy with"
    r"|comfortable|questions?|on board|sound|agree|remember|know (?:that|this|the))\b",
    re.IGNORECASE,
)
_TURNS_TO = (
    r"(?:call|ring|phone|text|message|tell|reach|contact|let|go to|come|speak|talk|use|turn|get help|say"
    r"|do (?:instead|then|first)|be able to (?:call|ring|tell|reach|let|come|talk)|feel able to)"
)
_CONTINGENT = re.compile(
    r"\b(?:commit (?!suicide)|promise\b|pledge\b|contract with\b|agree (?:to|that|with me)\b)"
    rf"|\b(?:can|could|will|would) you(?: [a-z]+){{0,3}}? {_TURNS_TO}\b[^?]*\b(?:before|if|when|whenever"
    r"|instead of|rather than)\b"
    r"|\bwhat (?:would|will|can|could|'ll) you do\b[^?]*\b(?:if|when|whenever)\b"
    rf"|\b(?:if|when|whenever|should|in case|before)\b[^?]*\b(?:(?:can|could|will|would) you(?: [a-z]+)"
    rf"{{0,3}}? {_TURNS_TO}|what (?:do|will|would|can|could|'ll) you do"
    r"|whom? (?:do|will|would|can|could|else))\b"
    rf"|\bif\b[^?]*\byou(?:'d|'ll| would| will| could| can)(?: \w+){{0,2}}? {_TURNS_TO}\b",
    re.IGNORECASE,
)
_OF_PEOPLE = re.compile(
    r"^(?:(?:and|so|you know|i know|well|look)[, ]+)*(?:(?:when|if) )?(?:some|most|other|many|lots of|a lot"
    r" of|plenty of)"
    r"(?: \w+)? ?(?:people|folks|kids|men|women|mums|moms|blokes|lads|clients|patients|teenagers|carers"
    r"|parents)\b",
    re.IGNORECASE,
)
_OF_THAT = re.compile(
    r"\b(?:thoughts?|feelings?|urges?|ideas?) (?:like|of|about|along) (?:that|this|it|those|these)\b"
    r"|\b(?:that|this|those|these) (?:kinds?|sorts?) of (?:thoughts?|feelings?|urges?)\b"
    r"|\b(?:anything|something) like that (?:now|lately|recently|since|this week|at the moment|today|before"
    r"|in the past)\b"
    r"|\bcross(?:ed)? your mind\b|\bbeen there for you\b|\b(?:any|had|have|do you have) those thoughts\b"
    r"|\band (?:thoughts?|urges?)\?|\bin the past\?$|\bbefore (?:that|this|then)\?$",
    re.IGNORECASE,
)
"""Asks again of what was named, by pointing at it."""
_PLAN_ASKED = re.compile(
    r"\b(?:any|to any|as far as) (?:kind of |sort of |actual )?planning\b"
    r"|\b(?:have|got|is there|was there|made) an? (?:actual |clear |real |definite )?plan(?:\W*$"
    r"|,? (?:or|of how|to (?:do it|act|end|carry))\b)"
    r"|\b(?:a|any|some) way (?:that )?you(?:'d| would| might|'d ever) (?:do (?:it|that)|go about)\b"
    r"|\b(?:anything|something|ever) (?:that )?(?:you've|you have|you'd) (?:ever )?planned\b"
    r"|\bintend(?:ing)? to (?:act|do|go)\b"
    r"|\bany (?:kind of |sort of |specific |actual )?plans?(?:\W*$|,? (?:or|of how|to (?:do|act|end"
    r"|carry)\b)|, )"
    r"|\b(?:thought|think|thinking|thoughts) (?:about|of|on) (?:how|what you(?:'d| would) do)\b"
    r"|\bhow you(?:'d| would| might) (?:do (?:it|that)|go about)\b"
    r"|\bgo(?:ne)? (?:any )?(?:further|farther)\b|\bact(?:ed|ing)? on (?:it|them|that|those|any)\b"
    r"|\b(?:near|close) to (?:doing|acting)\b|\bnear doing\b|\bany (?:intent|intention)\b"
    r"|\bwant(?:s|ed)? to (?:do|act on) (?:it|that|them)\b"
    r"|\b(?:would|will|could) you (?:ever |actually )?(?:do|act on) (?:it|that|them)\b"
    r"|\btak(?:en|e) any steps\b|\b(?:looked|searched)\b.{0,20}\b(?:up|for)\b|\bgot(?:ten)? hold of\b",
    re.IGNORECASE,
)
_WAY_ASKED = re.compile(
    r"^(?:(?:and|so|okay|ok|right|but|can i ask|may i ask|tell me)[,. ]+)*(?:"
    r"what (?:were|are|had|have|did|was) you (?:been )?(?:thinking|considering|planning|imagin\w+|think"
    r"|consider"
    r"|have in mind|picture|plan)(?: of| about)?(?: doing| using)?\W*$"
    r"|what (?:was|is|would be|were) (?:the|your|that) (?:plan|idea|method|thought|way)\b"
    r"|how (?:were|are|had|would|did|might) you (?:been )?(?:thinking|planning|think|consider|do|go about"
    r"|plan)\b"
    r"|what (?:would|might|did) you (?:use|do|think of(?: doing)?)\W*$|what method\b|in what way\b)",
    re.IGNORECASE,
)
"""Asks how somebody would do it, with words that need what was said before for it."""
_CRASH = re.compile(
    r"\b(?:windshield|windscreen|hood|bonnet|bumper|intersection|junction|brak(?:e|ed|es|ing)|swerv\w+"
    r"|rear[- ]?end\w*"
    r"|crash\w*|collision|steering|(?:the|my|a) wheel|red light|ran (?:the|a) (?:red|light|stop)|airbags?"
    r"|seat ?belt"
    r"|oncoming|t-?boned|headlights?|roundabout|motorway|freeway|highway|the accident|car accident|lorry"
    r"|pile-?up)\b",
    re.IGNORECASE,
)
_STRUCK = re.compile(r"\b(?:hit|hits|hitting|kill(?:ed)?|hurt|knocked)\b", re.IGNORECASE)
_LEAST_OF_A_CRASH = 2
_JEST = re.compile(
    r"\b(?:a joke|jok(?:e|es|ed|ing)|kidding|messing|teasing|pulling (?:my|your) leg"
    r"|not (?:being )?(?:serious"
    r"|literal\w*)|figure of speech|tongue in cheek|in jest|winding (?:me|you) up|taking the (?:mick"
    r"|piss))\b",
    re.IGNORECASE,
)
_NO_JEST = re.compile(
    r"\b(?:not|no|isn't|wasn't|wish|half) (?:a |really )?(?:jok|kidding|messing)", re.IGNORECASE
)
_PASSIVE = AnyCase(
    r"\b(?:would|'d|might|they're|they are|they'll)(?: all| probably| honestly)* be (?:better|happier"
    r"|easier|fine"
    r"|grand|well) off\b|\bbetter off (?:with|without)\b"
    r"|\b(?:better|nicer|easier|rather|nice|best|good|relief)(?: off)? (?:to )?(?:just )?not (?:to )?"
    r"(?:be|being|exist\w*|wake|waking)\b(?: (?:there|here|around|alive|born|up))?"
    r"|\bnot (?:be|being) (?:there|here|around|alive|in the world)\b|\bnot exist(?:ing)?\b|\bdisappear\b"
    r"|\bready (?:when you are|to go(?! home| out| back| to )|whenever)\b|\btake me(?: now| too| home|"
    r" any time)\b"
    r"|\b(?:wouldn't|would not) mind (?:seeing|joining|being with|if i)\b"
    r"|\b(?:be with|join|follow|go to) (?:her|him|them|my \w+|mama|mum|mom|dad|daddy)(?: again| too)?\b"
    r"|\b(?:passive (?:thing|ones?|thoughts?|ideation))\b|\bnot wake up\b|\bwhat's the point\b"
    r"|\b(?:that|it|the thought|those|they)(?: (?:still|sometimes|do|does))? comes?(?=[.,!]|$| (?:and"
    r" goes?|up|back|at))",
)
"""What says in answer to a question about suicide that there was such a thought."""
_WOUND_ASKED = re.compile(
    r"\b(?:did|does|do) (?:it|they|that|you|any of (?:it|them)) need (?:any |to be |some |a |to )?"
    r"(?:care\b|stitch\w*|medical|dress\w*|look\w*|seen|treat\w*|doctor|first aid|bandag\w*)"
    r"|\bhow (?:bad|deep) (?:was|were|is|are) (?:it|they|the)\b|\bwhere (?:was it|on your body|did you"
    r" do it)\b",
    re.IGNORECASE,
)
_WOUND = re.compile(
    r"\b(?:scratch(?:es|ed)?|cuts?|burns?|marks?|graze[sd]?|bled|bleeding|carved|superficial)\b",
    re.IGNORECASE,
)
_OF_URGES = re.compile(r"\burges?\b|\bself[- ]?harm\w*|\bdiary card\b|\bsafety plan\b", re.IGNORECASE)
_BY_ACCIDENT = re.compile(
    r"\b(?:fell|fall|slipped|tripped|accident\w*|crash\w*|the (?:cat|dog)|cooking|oven|stove|bike|by"
    r" mistake)\b",
    re.IGNORECASE,
)
_BELIEF_ASKED = re.compile(
    r"\b(?:beliefs?|cognitions?|what words|words (?:that )?go (?:best )?with|believe about yourself"
    r"|negative (?:thoughts?|statement)|automatic thoughts?|(?:went|going|goes) through your (?:mind"
    r"|head))\b",
    re.IGNORECASE,
)
_THOUGHT_THAT = re.compile(
    r"\b(?:thinking|thought|believ(?:e|ed|ing)|convinced|felt like|feel(?:ing)? like)(?: that)? i(?:'d"
    r"|'ve| had| have)?"
    r"(?: \w+ly)?\W*$",
    re.IGNORECASE,
)
_NEGATIVE_CHECK = re.compile(
    r"^(?:(?:so|and|but|okay|ok|right|just to check)[, ]+)*(?:no|not|nothing|never|you(?:'re| are) not"
    r"|you haven't"
    r"|you don't|none of)\b",
    re.IGNORECASE,
)
_INVITES = re.compile(
    r"^(?:(?:okay|ok|go on|right|so|and|alright|all right|sure|of course(?: you do)?)[,. ]+)*hit me"
    r"(?: with (?:it|that|them|your\b.*))?\W*$",
    re.IGNORECASE,
)
_LEADS_UP = re.compile(
    r"^(?:(?:and|so|but|okay|now|right|well)[, ]+)*(?:(?:ever )?since|after|before|during|following"
    r"|because of"
    r"|around the time of|at the time of|apart from|besides|other than|given)\b[^,?]*, (?=\w+ \w+)",
    re.IGNORECASE,
)
"""Says when, or beside what; what is asked comes behind it."""
_REACH = 5
_FAR = 60
_A_FEW_TURNS, _TURN_BACK = 6, 8


def is_said_to_everybody(units: Sequence[Unit], unit: Unit) -> bool:
    """Whether a clinician says what stays private and what does not: no mention of a risk that there is."""
    if unit.speaking is not Speaking.CLINICIAN or _ASKS_OF_RISK.search(unit.exact):
        return False
    plain = _plain(unit)
    if _PRIVATE.search(plain):
        return True
    near = units[max(0, unit.index - _REACH) : unit.index + 2]
    private = _WOULD_TELL.search(plain) or any(
        _PRIVATE.search(_plain(one)) for one in near if one.turn == unit.turn and one is not unit
    )
    return bool(private) and bool(_DANGER.search(plain) or kinds_in(plain))


def only_checks(question: Unit) -> bool:
    """Whether a question asks no more than whether something is understood: "still good with that?"."""
    return bool(_CHECKS.search(question.exact)) and not _ASKS_OF_RISK.search(question.exact)


def is_contingent(question: Unit) -> bool:
    """Whether a question is about what would be done, or what is promised, and not about what is so."""
    return bool(_CONTINGENT.search(_plain(question)))


def only_leads_up(question: Unit, match: re.Match[str]) -> bool:
    """Whether what is named only says when, and not what is asked: "since the assault, any thoughts"."""
    lead = _LEADS_UP.match(question.exact)
    return lead is not None and match.end() <= lead.end()


def asks_for_a_plan(question: Unit) -> bool:
    """Whether a question goes into plan, means or intent of a risk that it does not name."""
    return question.question and bool(_PLAN_ASKED.search(_plain(question)))


def asks_of_that(question: Unit) -> bool:
    """Whether a question asks of a thought or an urge that it only points at: "any thoughts like that?"."""
    return question.question and bool(_OF_THAT.search(_plain(question)))


def is_of_people(unit: Unit) -> bool:
    """Whether a clinician says what many go through, and not what is so here."""
    return not unit.question and bool(_OF_PEOPLE.match(_plain(unit)))


def asks_for_a_way(question: Unit) -> bool:
    """Whether a question asks how somebody would do what they have just spoken of."""
    return question.question and bool(_WAY_ASKED.match(_plain(question)))


def asks_for_its_way(units: Sequence[Unit], question: Unit) -> bool:
    """Whether a question asks how, right after the client spoke of what they might do to themselves."""
    near = units[max(0, question.index - _TURN_BACK) : question.index]
    own = [one for one in near if one.speaking is Speaking.CLIENT and one.turn == question.turn - 1]
    named = any(kinds_in(one.exact) & PLANNED or asks_for_a_plan(replace(one, question=True)) for one in own)
    return named and asks_for_a_way(question)


def is_of_a_crash(units: Sequence[Unit], unit: Unit, match: re.Match[str]) -> bool:
    """Whether a blow is one of traffic: told among words of a crash, more than one of them."""
    if not _STRUCK.search(match.group()):
        return False
    near = units[max(0, unit.index - _FAR) : unit.index + _FAR]
    words = " ".join(_plain(one) for one in near if abs(one.turn - unit.turn) <= _A_FEW_TURNS)
    return len({found.group().lower() for found in _CRASH.finditer(words)}) >= _LEAST_OF_A_CRASH


def said_in_jest(units: Sequence[Unit], unit: Unit) -> tuple[Unit, ...]:
    """Where both say in the next turns that it was a joke; empty if they do not."""
    near = [one for one in units[unit.index + 1 : unit.index + 1 + _REACH] if not one.backchannel]
    told = [one for one in near if _JEST.search(one.exact) and not _NO_JEST.search(one.exact)]
    return tuple(told) if any(one.speaking is Speaking.CLIENT for one in told) else ()


def is_passive(unit: Unit) -> bool:
    """Whether an answer tells of a thought of not being there, in words that need the question for it."""
    plain = _plain(unit)
    return bool(_PASSIVE.search(plain)) and not unit.question and not _MEANS_ELSEWHERE.search(plain)


_MEANS_ELSEWHERE = re.compile(
    r"\bnot (?:be|being) here(?:,)? as in (?:be|being|go|going|somewhere"
    r"|away)\b",
    re.IGNORECASE,
)
"""Says that another place is meant: "not being here as in being in Montana"."""


_URGE = re.compile(
    r"\b(?:had|have|having|got|get|getting|felt|feel) (?:the|an|that|some|a few|strong|bad|those"
    r"|my) (?:\w+ )?urges?\b"
    r"|\bthe urges? (?:came|comes?|is|was|were|are|hit)\b|\burges?,? (?:yes|yeah)\b",
    re.IGNORECASE,
)
_NO_URGE = re.compile(r"\b(?:no|not|n't|haven't|hasn't|never|without|didn't|don't)\b", re.IGNORECASE)


def told_without_a_name(unit: Unit) -> frozenset[RiskKind]:
    """The risks that an answer tells of in words that need the question for it."""
    plain = _plain(unit)
    urge = "urge" in plain.lower() and not unit.question and bool(_URGE.search(plain))
    urge = urge and not _NO_URGE.search(plain)
    told = {RiskKind.SUICIDE: is_passive(unit), RiskKind.SELF_HARM: urge}
    return frozenset(kind for kind, tells in told.items() if tells)


def asks_for_belief(question: Unit) -> bool:
    """Whether the clinician asks for the words of a thought, and not for what is so."""
    return bool(_BELIEF_ASKED.search(question.exact))


def is_only_thought(before: str) -> bool:
    """Whether what leads up to a deed says that it was only thought to have been done."""
    return bool(_THOUGHT_THAT.search(before.replace("’", "'")))


def checks_that_there_is_none(unit: Unit) -> bool:
    """Whether a statement holds up that there is no risk, to be agreed to: "no thoughts of suicide"."""
    return not unit.question and bool(_NEGATIVE_CHECK.match(_plain(unit)))


def is_invitation(unit: Unit) -> bool:
    """Whether a clinician says "hit me" for "go on"."""
    return unit.speaking is Speaking.CLINICIAN and bool(_INVITES.match(unit.exact))


def tells_of_a_wound(units: Sequence[Unit], question: Unit, answers: Sequence[Unit]) -> bool:
    """Whether the clinician asks about a wound, in talk of urges, and the client tells of one."""
    if not _WOUND_ASKED.search(question.exact):
        return False
    near = units[max(0, question.index - _FAR) : question.index + _FAR]
    told = " ".join(answer.exact for answer in answers)
    return (
        bool(_WOUND.search(told))
        and any(_OF_URGES.search(unit.exact) for unit in near)
        and not _BY_ACCIDENT.search(told)
    )


def _plain(unit: Unit) -> str:
    return unit.exact.replace("’", "'")
