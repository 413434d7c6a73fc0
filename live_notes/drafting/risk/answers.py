"""What a client answers to a question about risk: a denial, a report, or neither clearly."""

from __future__ import annotations

import re
from collections.abc import Sequence

from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.language.answers import Answer, read_answer
from live_notes.drafting.language.polarity import is_negation
from live_notes.drafting.language.words import TOKEN
from live_notes.drafting.note import RiskItem, RiskKind, RiskStatus
from live_notes.drafting.risk.amounts import (
    says_no_more_than_how_much,
    sets_an_amount_right,
    tells_how_much,
)
from live_notes.drafting.risk.matches import CLAUSE, denies_no_use, is_negated, kinds_in, matches_in
from live_notes.drafting.risk.measures import says_how_often, status_of_item
from live_notes.drafting.risk.past import is_no_more, told_of_then
from live_notes.drafting.risk.pattern import RiskPattern

PLANNED = frozenset((RiskKind.SUICIDE, RiskKind.SELF_HARM, RiskKind.HARM_TO_OTHERS))
"""What somebody may plan or mean to do."""
_NEGATED_QUESTION = re.compile(
    r"\b(?:not|n't|no|never|without)\b.*\?*$|\b(?:you're not|you haven't|you don't)\b", re.IGNORECASE
)
_NO_ASKED = re.compile(
    r"^(?:(?:so|and|but|okay|ok|right|just to (?:check|confirm))[, ]+)*(?:there (?:are|is|were"
    r"|was) )?(?:no|none|not|nothing)\b",
    re.IGNORECASE,
)
_THAT_IS_SO = re.compile(
    r"^(?:(?:yes|yeah|yep|aye)[, ]+)?(?:(?:that's|that is) )?(?:correct|right|it|true|exactly)\b[.,! ]*"
    r"(?:no|none|nothing|not)?(?: at all)?\W*$|^(?:yes|yeah|yep|aye)?\W*(?:no|none|not)(?: (?:thoughts?"
    r"|at all|now))?\W*$",
    re.IGNORECASE,
)
"""Agrees to a "no" in so many words: "Correct.", "That's right, none."."""
_OF_TELLING = re.compile(
    r"^\W*(?:(?:well|look|um+|uh+|oh|so|honestly|okay|god|doctor|right)[,. ]+)*(?:i'm not|i am not|i"
    r" don't|i do not"
    r"|i won't|i can't|i cannot|i haven't|i've not|i never|i've never|i didn't|i wouldn't|i'd not|not"
    r" going to|no point)"
    r" (?:(?:really|even|ever|actually|going|gonna|want|wanted|like|trying|to|ever|going to) ){0,3}"
    r"(?:lie|lying|pretend\w*|hide|hiding|deny|denying|say|said|saying|tell|told|telling|talk\w*"
    r"|mention\w*|admit\w*"
    r"|speak|spoke\w*|sugar\w*|joke|joking)\b",
    re.IGNORECASE,
)
"""Speaks of telling, and not of what there is: "I'm not going to lie to you.", "I've never told anyone."."""
_ENDS_IN_NO = re.compile(
    r"^(?!.*\b(?:i|i'm|i'd|yes|yeah|aye|maybe|say|says|said|or|if|sure|probably|why|who|know|think|than"
    r"|but|not|except|apart|only|bar|just|lately|recently|since|yet|today|tonight|now|currently|moment|weeks?"
    r"|\w+day|really|exactly|actively|seriously|often|much|half|used)\b)"
    r"\W*(?:[\w']+\W+){1,6}(?P<no>(?:no|nope|nah|never)\b(?:\W+(?:no|nah|never|never ever|sir|ma'am"
    r"|man)\b)*)\W*$",
    re.IGNORECASE,
)
"""A few words that end in a plain no, whatever they begin with: "Hand to God, no.", "Abeg, never."."""
_STILL_NO = re.compile(
    r"^(?:[^.!?]{1,24}[.!?]\s+)(?P<no>(?:no|nope|nah|never|none)\b.*)", re.IGNORECASE | re.DOTALL
)
"""The no of a second sentence, behind a few words: "He's safe. No."."""
_NEVER_THOUGHT = re.compile(
    r"\b(?:never|not|haven't|didn't|don't)(?: \w+)? (?:thought|think|thinking) about (?:it|that)\b",
    re.IGNORECASE,
)
"""Denies the thought; alone, "thought about it" says that there was one."""
_TWICE_NO = re.compile(
    r"^\W*(?:(?:god|oh|honestly|like)[,. ]+)*(?:no|nope|nah|never)\b[^a-z]+"
    r"(?:(?:god|oh|honestly|like|absolutely|definitely)[,. ]+)*(?:no|never|nothing)\b",
    re.IGNORECASE,
)
_WHEN_YOU_SAY = re.compile(
    r"^(?:(?:and|so|but|okay|now|right)[, ]+)*(?:when|if|since|as|because|after|before|last time"
    r"|given)\b[^,?]*, ",
    re.IGNORECASE,
)
"""What leads up to a question: a negation in it negates nothing that is asked."""
_TRUSTS_NOT = re.compile(
    r"\bi (?:don't|do not|can't|cannot|couldn't|wouldn't) (?:really |fully |always |completely |even )?"
    r"(?:trust|promise|guarantee|rule (?:it|that|anything) out|be (?:certain|sure)|say (?:for (?:sure"
    r"|certain)"
    r"|never))\b"
    r"|\b(?:scared|afraid|frightened|worried|terrified|feart) (?:that |of what |what )?i(?:'d|'ll| might"
    r"| will"
    r"| would| could| may)\b(?! (?:\w+ly |just )?(?:die\b|drop dead|collapse|faint|pass out|have an? \w+"
    r" attack"
    r"|stop breathing|not (?:wake|make it|see)))"
    r"|\bnot since\b[^.?!]*\b(?:on (?:mon|tues|wednes|thurs|fri|satur|sun)day|last (?:night|week|weekend"
    r"|(?:mon|tues|wednes|thurs|fri"
    r"|satur|sun)day)|yesterday|this (?:week|morning)|the weekend|the other (?:day|night))\b"
    r"|\bi (?:might|may|could)(?: still| just| even| well)? (?:do|act|try)\b"
    r"|^\W*(?:(?:well|um+|uh+|oh|no)[,. ]+)*i (?:don't|do not) think (?:i (?:would|will|am|could)"
    r"|so(?=[.,!]|$))",
    re.IGNORECASE,
)
"""A no that does not hold at all hours: "I don't think I would, but I don't trust myself at night"."""
_LONE_NO = re.compile(
    r"^\W*(?:no|nope|nah|naw|never)(?:,? (?:ma'am|sir|mate|love|honey|doctor))?[.!]", re.IGNORECASE
)
_NO_LONGER = re.compile(
    r"\bused to\b.*\b(?:but no\b|(?:but )?not (?:now|for|since|any ?more|in|lately|these days)\b"
    r"|never now\b)",
    re.IGNORECASE | re.DOTALL,
)
"""What had been, and is said to be so no more: "No. At first I used to think so, but not now."."""
_RATED = re.compile(
    r"\b(?:how (?:strong|strongly|bad|intense|likely|much)|what(?:'s| is)"
    r" the number|number on|rate|out of"
    r" (?:ten|10|a hundred)|(?:zero|nought|0|one|1)(?: to |-)(?:ten|10|a hundred|100))\b",
    re.IGNORECASE,
)
_ZERO = re.compile(r"^\W*(?:it's |about |a )?(?:zero|nought|0|nil|none)\b(?! point)", re.IGNORECASE)
_NUMBER = re.compile(
    r"^\W*(?:(?:it's|it is|about|around|maybe|like|a|probably|um+|uh+|well)[,. ]+)*(?:[1-9]\d?|100|one|two"
    r"|three"
    r"|four|five|six|seven|eight|nine|ten|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|a hundred)\b"
    r"(?! (?:night|day|week|month|year|time|of)s?\b)",
    re.IGNORECASE,
)
_LEFT_OPEN = re.compile(
    r"\b(?:maybe(?! (?:once|twice|every|two|three|four|a (?:few|couple)|most)\b)|perhaps|not sure|(?:kind"
    r"|sort) of|i (?:guess|suppose|don't know)|might)\b",
    re.IGNORECASE,
)
_AFFIRMED = re.compile(
    r"\bi(?:'ve| have)? (?:have |had |did |do )?(?:thought|been thinking|considered|wondered) (?:about"
    r"|of) (?:it|that)\b"
    r"|\bi(?:'ve| have)? (?:do |did )?(?:get|have|had|got) (?:the|those|them|these|some|a few)(?: thoughts?|"
    r" feelings?| ones| urges?)"
    r"(?=\s*(?:[.,!]|$)| (?:sometimes|but|when|at|still|now|and))|\b(?:cross(?:ed|es)|(?:went|goes|gone"
    r"|came|ran|flashed) (?:through|into|across|to)) my (?:mind|head)\b"
    r"|\b(?:it|they)"
    r" comes?"
    r" (?:and goes?|and go|up|back)\b"
    r"|^\W*(?:just |only )?(?:an? |the |some |a few )?(?:thoughts?|urges?|pictures?|images?"
    r"|ideas?)(?: of (?:it|that)"
    r"|, (?:yeah|yes|aye|sure|sometimes))?\W*$"
    r"|^\W*(?:just |maybe |about |only )*(?:once|twice|(?:two|three|four|a few|a couple of|several"
    r"|\d+) times|yesterday"
    r"|(?:on |last )\w+(?:day|night|week|month))\b"
    r"|^\W*(?:(?:they're|they are|it's|it is) )?(?:still|always) (?:there|here|around|happening)\b"
    r"|^\W*(?:just|only) the once\b|^\W*i (?:slipped|relapsed|lapsed|gave in)\b"
    r"|^\W*(?:sometimes|every (?:day|night)|most (?:days|nights)|all the time|a lot|often)\W*$",
    re.IGNORECASE,
)


def answered_status(question: Unit, answers: tuple[Unit, ...], pattern: RiskPattern) -> RiskStatus:
    """What an answer says of the risk that was asked about."""
    put = None if pattern.inverted else status_of_item(question, answers)
    return put or _status_of(question, answers, pattern)


def _status_of(question: Unit, answers: tuple[Unit, ...], pattern: RiskPattern) -> RiskStatus:
    text = " ".join(answer.exact for answer in answers)
    answer = _read(text)
    if pattern.inverted:
        answer = {Answer.YES: Answer.NO, Answer.NO: Answer.YES}.get(answer, answer)
    elif answer is Answer.YES and _NO_ASKED.match(question.exact) and _THAT_IS_SO.match(text):
        return RiskStatus.DENIED
    elif answer is Answer.YES and _NEGATED_QUESTION.search(_WHEN_YOU_SAY.sub("", question.exact)):
        return RiskStatus.UNCLEAR  # "You're not thinking of it?" "Yes."
    match answer:
        case Answer.NO if _tells_all_the_same(pattern, text):
            return RiskStatus.REPORTED
        case Answer.NO:
            holds = _plain_no(answers, pattern) and not (pattern.kind in PLANNED and doubts(answers))
            holds = holds and not (
                pattern.kind is RiskKind.SUBSTANCE_USE and says_no_more_than_how_much(text)
            )
            return RiskStatus.DENIED if holds else RiskStatus.UNCLEAR
        case Answer.YES:
            return RiskStatus.REPORTED
        case _:
            some = _tells_of_some(question, answers, pattern)
            return RiskStatus.REPORTED if some else _rated(question, text, pattern) or RiskStatus.UNCLEAR


def _tells_of_some(question: Unit, answers: tuple[Unit, ...], pattern: RiskPattern) -> bool:
    """Whether an answer without a yes says that there is some of it, or how much, or how often."""
    if affirms(answers[0]) or _tells_all_the_same(pattern, " ".join(one.exact for one in answers)):
        return True
    if pattern.kind is RiskKind.SUBSTANCE_USE:
        return tells_how_much(question, answers)
    return pattern.kind in PLANNED and says_how_often(question, answers)


def doubts(answers: Sequence[Unit]) -> bool:
    """Whether somebody who says no doubts that they would hold to it."""
    return bool(_TRUSTS_NOT.search(" ".join(answer.exact for answer in answers).replace("’", "'")))


def _rated(question: Unit, text: str, pattern: RiskPattern) -> RiskStatus | None:
    """What a number says of how strong it is; None where no number is asked for."""
    if pattern.kind is not RiskKind.SUICIDE or not _RATED.search(question.exact):
        return None
    if _ZERO.match(text):
        return RiskStatus.DENIED
    return RiskStatus.REPORTED if _NUMBER.match(text) else None


def _tells_all_the_same(pattern: RiskPattern, text: str) -> bool:
    """Whether a no is of the amount that was named, or of this moment alone."""
    if pattern.kind is RiskKind.SUBSTANCE_USE:
        return sets_an_amount_right(text)
    return pattern.kind is RiskKind.SUICIDE and _THOUGHT_LATELY.search(text) is not None


_THOUGHT_LATELY = re.compile(
    r"\bi(?:'d| had| did| was)? (?:thought|think|thinking|felt|feel|had|wished) (?:it|that|about it|of it"
    r"|like that|them|those)\b"
    r"[^.?!]{0,30}\b(?:on (?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|last (?:night|week|weekend"
    r"|\w+day)"
    r"|this (?:week|morning)|the other (?:day|night)|(?:once|twice|\w+ times) (?:in|this|a) (?:the )?week)\b",
    re.IGNORECASE,
)
"""Not now, but days ago: "No the now. I thought it on Saturday."."""
_YEAH_NO = re.compile(
    r"^\W*(?:(?:um+|uh+|oh|well|ah)[,. ]+)*(?:yeah|yes|yep|aye),? (?P<no>(?:no|nah|nope)[,. ]+(?:nah"
    r"|no(?! one\b)|none|nothing(?! (?:specific|concrete|serious|definite|planned|major|too|really|much|new))"
    r"|never(?! (?:told|said|mentioned|talked|spoke))|not (?:at all|once|ever|since|one)"
    r"|i (?:haven't|don't|never|wouldn't)(?=[.,!]|$))(?!\w).*)",
    re.IGNORECASE | re.DOTALL,
)
_GOES_BACK = re.compile(
    r"\b(?:sometimes|i mean|but|except|well|maybe|occasionally|once or twice|actually)\b", re.IGNORECASE
)
"""A no that takes its time: "Yeah no, nothing like that."."""


def _read(text: str) -> Answer:
    """Yes or no; also the no of a second sentence, behind a few words: "He's safe. No."."""
    if _OF_TELLING.match(text.replace("’", "'")):
        return Answer.UNCLEAR
    slow = None if _GOES_BACK.search(text) else _YEAH_NO.match(text.replace("’", "'"))
    answer = read_answer(text if slow is None else slow["no"])
    if answer is Answer.UNCLEAR and _NEVER_THOUGHT.search(text):
        answer = read_answer(_NEVER_THOUGHT.sub("never", text))
    if answer is not Answer.YES and (
        _is_no_longer(text) or (is_no_more(text) and not _LEFT_OPEN.search(text))
    ):
        return Answer.NO
    if answer is Answer.OTHER and _JOKED.search(text) and len(_NO_BY_ITSELF.findall(text)) > 1:
        return Answer.NO
    later = (_STILL_NO.match(text) or _ENDS_IN_NO.match(text)) if answer is Answer.OTHER else None
    return answer if later is None or read_answer(later["no"]) is not Answer.NO else Answer.NO


_JOKED = re.compile(r"\b(?:jok(?:e|es|ing)|kidding|messing|having you on|pulling your leg)\b", re.IGNORECASE)
_NO_BY_ITSELF = re.compile(r"(?:^|[.!?] +)(?:no|nah|nope)(?=[.!,]|$)", re.IGNORECASE)
"""A joke that is taken back with more than one no: "Only my landlord. No. I'm joking. No."."""


def _is_no_longer(text: str) -> bool:
    return bool(_LONE_NO.match(text) and _NO_LONGER.search(text)) and not _LEFT_OPEN.search(text)


def affirms(answer: Unit) -> bool:
    """Whether an answer without a yes says that it was so ("I thought about it", "they come and go")."""
    clause = CLAUSE.split(answer.exact)[0]
    hedged = _LEFT_OPEN.search(clause)
    return (
        bool(_AFFIRMED.search(clause))
        and not hedged
        and not any(is_negation(m.group()) for m in TOKEN.finditer(clause))
    )


_AGREES = re.compile(
    r"^\W*(?:(?:um+|uh+|oh|well)[,. ]+)*(?:(?:yes|yeah|yep|yup|aye|ya)\b|(?:that's|that is|it is)"
    r" (?:accurate|right|correct|true|it)|(?:accurate|correct|right|exactly)\b)",
    re.IGNORECASE,
)


def agrees_to_none(answers: Sequence[Unit]) -> bool:
    """Whether "no thoughts of it, is that right?" is agreed to, and nothing of it is taken back."""
    text = " ".join(answer.exact for answer in answers).replace("’", "'")
    if not _AGREES.match(text) or _LEFT_OPEN.search(text) or doubts(answers) or answers[0].question:
        return False
    if answers[0].length > _MOST_OF_AGREEMENT:
        return False
    then = told_of_then(answers)
    rest = (one for one in answers[1:] if one not in then and not is_no_since(one))
    return not (
        _TAKES_BACK.search(answers[0].exact) or affirms(answers[0]) or any(_may_be_of_it(one) for one in rest)
    )


def _may_be_of_it(unit: Unit) -> bool:
    """Whether what follows an agreement may tell of some all the same: "That's right. Until last night."."""
    if _AGREES.match(unit.exact) and unit.length <= _MOST_OF_AGREEMENT:
        return False
    denied = any(is_negation(found.group()) for found in TOKEN.finditer(unit.exact))
    told = _TAKES_BACK.search(unit.exact) or affirms(unit) or kinds_in(unit.exact) & PLANNED
    return bool(told) or (not denied and bool(_OF_IT.search(unit.exact)))


_OF_IT = re.compile(
    r"\b(?:it|it's|them|they|those|that|this|some|few|until|till|worse|well|actually|i mean|have|had|did|do"
    r"|does|nights?|morning|now|just|only|once|again)\b",
    re.IGNORECASE,
)


def gainsays(answers: Sequence[Unit]) -> bool:
    """Whether a no may gainsay what was to be agreed to: "is that still so?" "No."."""
    return bool(_NO_ALONE.match(" ".join(answer.exact for answer in answers)))


_NO_ALONE = re.compile(
    r"^\W*(?:(?:um+|uh+|oh|well)[,. ]+)*(?:no|nope|nah|not)\b(?![,. ]+(?:no\b(?! it)|none|nothing|nah|never"
    r"|not (?:at all|once|ever|a)|i (?:haven't|don't|never))\b)",
    re.IGNORECASE,
)
_MOST_OF_AGREEMENT = 6
_TAKES_BACK = re.compile(
    r"\b(?:but|except|although|though|sometimes|once or twice|mostly|apart from)\b", re.I
)
_NO_SINCE = re.compile(
    r"\b(?:not|n't|never|none|nothing)\b[^.?!]*\b(?:since|any ?more|any longer|now"
    r"|for (?:months|years|weeks))\b|^\W*not once\b",
    re.IGNORECASE,
)


def is_no_since(answer: Unit) -> bool:
    """Whether it has not been since: "but I've not had that since the spring"."""
    return bool(_NO_SINCE.search(answer.exact.replace("’", "'")))


def is_twice_no(answers: Sequence[Unit]) -> bool:
    """Whether an answer begins with a no that is said twice."""
    return bool(_TWICE_NO.match(" ".join(answer.exact for answer in answers)))


def _plain_no(answers: tuple[Unit, ...], pattern: RiskPattern) -> bool:
    """Whether nothing in the answer mentions the same risk without a negation.

    What may or may not be meant takes nothing from a no said twice: "No. God, no. I wanted it to stop."
    """
    twice = is_twice_no(answers)
    past = _is_no_longer(" ".join(answer.exact for answer in answers))
    then = told_of_then(answers)
    return pattern.inverted or all(
        (is_negated(answer.exact, match) and not denies_no_use(answer.exact, match))
        or (twice and not found.certain)
        or (past and "used to" in match.string[: match.start()])
        or answer in then
        for answer in answers
        for found, match in matches_in(answer.exact)
        if found.kind is pattern.kind
    )


def without_what_is_told(items: Sequence[RiskItem]) -> list[RiskItem]:
    """What is used, without what is unclear beside it or denied in the same breath."""
    told = items[0] if items and items[0].status is RiskStatus.REPORTED else None
    if told is None:
        return list(items)
    rest = (one for one in items[1:] if one.status is RiskStatus.DENIED)
    return [told, *(one for one in rest if not set(one.evidence) <= set(told.evidence))]
