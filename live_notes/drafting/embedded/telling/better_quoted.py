"""What a client says that is better quoted than retold: what is not meant as it stands, or not so.

Said in play ("I'd eat the table"), taken back at once, feared and not so, shown with the hand, or of oneself
as a thing among others ("it's just me"): a report of it would say something else.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.embedded.telling.retelling_words import (
    ASKS_WHAT_WAS_SAID,
    DENIED_TWICE,
    HARMS,
    MEANS_ANOTHER,
    OTHERS_WORDS,
    SHARP,
)
from live_notes.drafting.language.any_case import AnyCase
from live_notes.drafting.language.numbers import plain_number
from live_notes.drafting.language.polarity import is_negation
from live_notes.drafting.language.words import tokens, word_count

_MOST_SAID_IN_PLAY = 3
OF_ONESELF_AS_A_THING = AnyCase(
    r"\b(?:it|that|this|which|rest|others?|worse|problem|one|all|half|part|bit|most|much|version|same)"
    r"(?:'s| is| was|'d been| has been| had been)?(?: (?:just|only|all|not|never|still|always|really"
    r"|mostly|not all"
    r"|part|a part|all of|partly|probably|maybe|half|being|for being))*(?: of)? me\b(?! (?:that|who|to|a"
    r"|an|the|up"
    r"|off|out|down|how|what|if|when|because|and|my)\b)"
    r"|\b(?:he|she|they)(?:'s|'re| is| are| was| were) (?:\w+ ){1,3}(?:than|as) me\b|\b(?:not|just|only"
    r"|it's|that's|still) me(?=$|[,.;]| (?:and|but|or|so|because|who)\b)"
)
"""The speaker said as a thing among others: "it's just me", "worse than me": a pronoun would be others'."""
MEANS_IT_OTHERWISE = AnyCase(
    r"\b(?:i'd|i would|i could|i could've|could have|would have|he'd|she'd|they'd)(?: (?:just|nearly"
    r"|happily|gladly"
    r"|honestly|have))* (?:eat|eaten|kill\w*|murder\w*|throttle\w*|strangle\w*|swallow\w*|marr\w+|bite|bitten"
    r"|kiss\w*|take|taken|have|sell|sold|jump\w*|crawl\w*|die|died|cry|sleep|slept|scream\w*|disappear\w*)"
    r" (?:(?:the|a|my|your|his|her|their|an|on|through|into|under|for|of|with|anyone's|everyone's"
    r"|somebody's) )+"
    r"(?:\w+ )?(?:child|baby|kids?|horse|cow|house|head|nose|arms?|legs?|hand|face|eyes|soul|kidney"
    r"|grandmother"
    r"|clothes\s?line|wall|floor|ceiling|hole|ground|off|person|sandwich|bed|tomorrow)\b"
    r"|\b(?:i'm|i am|i'll|i will|gonna|going to) (?:\w+ )?(?:steal|pinch|nick|rob|borrow) (?:that|it|this"
    r"|this one"
    r"|that one)\b"
    r"|\b(?:through|hit|climbing|up|bouncing off) the (?:roof|ceiling|walls?)\b|\bout of my skin\b"
    r"|\bbit(?:e|ing)? (?:his|her|their|my|people'?s?|everyone'?s?) head(?:s)? off\b"
    r"|\b(?:like (?:a|an) (?:briar|bear|antichrist|demon|zombie|hawk|lunatic|weirdo|eejit|idiot))\b"
    r"|\bmade of (?:glass|stone|steel|money)\b|\bclimb the walls\b"
)
"""Exaggerated, or said in play: retold it would be told as so."""
TAKES_BACK = re.compile(
    r"(?:no|nah|nope|well|okay|ok|actually|sorry),? (?:i'm|i am|it's|it is|i mean|that's|seriously|really"
    r"|honestly"
    r"|joking|kidding|not)\b|(?:i'm (?:only |just )?(?:joking|kidding|messing)|only (?:joking|messing)"
    r"|just kidding)",
    re.IGNORECASE,
)
"""What comes after a joke, or after words that were not meant: "Drier. No, I'm a bit better"."""
MENDS = re.compile(r"^(?:(?:well|no|sorry|or),? )*i mean\b", re.IGNORECASE)
"""Says anew what the sentence before said badly."""
ASKS_FOR_FEARS = re.compile(
    r"\b(?:worr(?:y|ies|ied|ying)|fear(?:s|ed|ing)?|afraid|scared|frightened|dread\w*|predict\w*"
    r"|imagin\w+|expect\w*"
    r"|picture|worst|going through your (?:mind|head)|went through your (?:mind|head)|(?:your|that"
    r"|the) thoughts?"
    r"|telling yourself|saying to yourself|believe|belief|assum\w+|what if)\b",
    re.IGNORECASE,
)
"""Asks what somebody fears or expects: "that I'll lose it" is no report that they will."""
SAYS_THAT = re.compile(
    r"^(?:(?:and|but|or|just|well|mostly|mainly)[, ]+)*that\b(?!'s| is\b| was\b)", re.IGNORECASE
)
AS_SHOWN = AnyCase(
    r"\b(?:up|down|round|over|right) here\b|\b(?:like|about) (?:this|so)(?=$|[,.;])|\bthis (?:big"
    r"|high|wide)\b"
)
"""Shown with the hand: nobody who reads it can see it."""
_THOUGHT_OF_ONESELF = AnyCase(
    r"\b(?:think|thinking|thought|convinced|sure|certain|dreamt|dreamed|imagined|pictured"
    r"|picturing) (?:that )?"
    r"(?:i|i'd|i've|i had|i was) (?:just )?(?:been |being )?(?:kill\w*|hurt\w*|hit|harm\w*|ruin\w*"
    r"|poison\w*|infect\w*"
    r"|dying|dead|going|having|losing|lost)\b"
)
"""What was thought of oneself, and is not so: "I sat there thinking I'd hurt him"."""
_JUDGED = (
    r"(?:bad|terrible|awful|horrible|rubbish|crap|useless|lousy|shit|shitty|failed|rotten|evil|lazy|weak"
    r"|pathetic"
    r"|stupid|selfish|disgusting|worthless|unlovable|broken|hopeless|poor|unfit|cold|disappointing"
    r"|ungrateful)"
)
JUDGES_ONESELF = AnyCase(
    r"\b(?:i'm|i am|i was|i've been|being|makes me|made me|like i'm)(?: just"
    r"| such| being"
    r"| always| only| really| basically| obviously| clearly| probably| nothing but)* (?:(?:an?|the|so|too"
    r"|very) )*(?:"
    rf"{_JUDGED} (?:\w+ )?(?:mother|mum|mom|mam|mummy|father|dad|parent|wife|husband|partner|daughter|son"
    rf"|sister"
    r"|brother|friend|person|human|nurse|teacher|doctor|employee|man|woman|girl|boy|christian|muslim|carer)"
    r"|failure|burden|loser|idiot|eejit|fraud|monster|disappointment|waste of (?:space|time|air)|joke"
    r"|disgrace|coward"
    r"|freak|impost[oe]r|lost cause|piece of (?:shit|rubbish|dirt)|nobody|not good enough|going (?:mad"
    r"|crazy|insane)"
    r"|useless|worthless|pathetic|stupid|disgusting|unlovable|weak|evil|lazy|insane|crazy|mental|nuts"
    r"|bonkers|thick"
    r"|psycho|bit of an? (?:\w+ )?(?:coward|mess|idiot|wimp|fool|hypocrite|snob|misery|nightmare|weirdo"
    r"|wreck))(?=$|[,.;!]| (?:and|but|so"
    r"|because|for"
    r"|to|if|when|who|that|really|honestly)\b)"
)
"""What somebody thinks of themselves: in a note's own words it would be the note that says so."""
_TO_THE_CLINICIAN = AnyCase(
    r"^(?:(?:so|and|but|please|just|oh|now|well|okay|no|look|right|aye|yeah)[, .]+)*(?:"
    r"(?:please )?(?:don't|do not|dinnae|never)(?: (?:you|ever|be|go|start|even))* (?:\w+ (?:me|us)\b"
    r"(?! (?:anything|much|at all|any ?more|as much|now)\b)"
    r"|laugh\b|laughing\b|judge\b|tell (?:anyone|anybody|him|her|them|my)\b"
    r"|write (?:that|this|it) down\b|put (?:that|this|it) (?:in|down)\b|say (?:that|it|anything) to\b)"
    r"|(?:ask|tell|remind|give|let|call|text|send|ring|email|excuse|forgive|bear with|help|stop) (?:me|us)\b)"
)
"""What the clinician is asked to do, or not to: no report of what the client does."""
_PUTS_RIGHT = AnyCase(
    r"^(?:(?:um+|uh+|oh|ah)[, ]+)*(?:well,? (?:i|he|she|it|they|we|you|not|no|nearly|almost|more|one|two|the"
    r" one|once|sort of|kind of)\b|or rather\b|(?:no|nah|naw|nope)[,.]? (?:tell a lie"
    r"|(?:i|he|she|they|we)(?:'\w+)? (?!(?:don't|didn't|haven't|hasn't|never|not|won't|wouldn't|can't"
    r"|couldn't|isn't|wasn't|ain't)\b)\w)|actually,? (?:no|it|i|that)\b|tell a lie\b|i tell a lie\b)"
)
"""A sentence by which what stands before it is put right."""
_ANSWERED_NO = AnyCase(r"^(?:(?:oh|well|um+|god|ah)[, ]+)*(?:no|nah|naw|nope|never|nothing|none)\b")
_WINS_TIME = AnyCase(r"\bi should say\b|\bi(?:'d better| must| have to) (?:say|admit)\W*$|^not daft\b")
"""Said of the saying: told as the client's, it would be what they do."""
_FIGURE = AnyCase(
    r"^(?:(?:maybe|about|around|say|probably|nearly|like|or|it's|now|a)[, ]+)*(?:\d+|zero|nought|one|two"
    r"|three"
    r"|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty"
    r"(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?"
    r"|a hundred)(?:,? (?:or )?(?:maybe )?[\w-]+){0,2}"
    r"[.?!]*$"
)
"""A number, or two, and no more."""
_MOST_OF_A_FIGURE = 3
_SAID_BEHIND = AnyCase(r", (?:me|us|so i (?:am|did|have|do|was|would)|i (?:am|did|have|do|was|would))[.!]*$")
"""The speaker named once more behind a sentence: "never have, me", "I'm sick of it, so I am"."""
NOT_AS_IT_STANDS = (_SAID_BEHIND, JUDGES_ONESELF, OF_ONESELF_AS_A_THING, MEANS_IT_OTHERWISE, AS_SHOWN)


def is_better_quoted(turn: Sequence[Unit], asked: str) -> bool:
    """Whether somebody is hurt, another's words or fears are told, or the words mean something else."""
    if ASKS_WHAT_WAS_SAID.search(asked):
        return True
    if ASKS_FOR_FEARS.search(asked) and any(SAYS_THAT.match(unit.exact) for unit in turn):
        return True  # what is feared is not so
    if any(MENDS.match(after.exact) and _says_anew(before, after) for before, after in pairwise(turn)):
        return True
    if len(turn) > 1 and (_is_taken_back(turn[0], turn[1]) or _is_put_right(turn)):
        return True
    return any(HARMS.search(unit.words) or MEANS_ANOTHER.search(unit.exact) for unit in turn)


def _is_put_right(turn: Sequence[Unit]) -> bool:
    """Whether a later sentence puts an earlier one right, or the turn weighs one figure against another."""
    said = [unit.exact.strip() for unit in turn]
    short = [one for one in said if word_count(one) <= _MOST_OF_A_FIGURE]
    figures = [one for one in short if _FIGURE.search(one) and not _ANSWERED_NO.search(one)]
    if len(figures) > 1 or any(map(_WINS_TIME.search, said)):
        return True
    return any(_PUTS_RIGHT.search(one) and not _ANSWERED_NO.search(before) for before, one in pairwise(said))


def is_to_the_clinician(words: str) -> bool:
    """Whether the clinician is asked to do something, or not to: "don't ask me on Monday"."""
    return _TO_THE_CLINICIAN.search(words) is not None


def stands_in_quotes(unit: Unit) -> bool:
    """Whether a sentence told by itself has to be in its speaker's words: no report of it would be sure."""
    if HARMS.search(unit.words) or _tells_words(unit.exact) or _THOUGHT_OF_ONESELF.search(unit.words):
        return True
    if SHARP.search(unit.words) or unit.of_a_dialect or is_to_the_clinician(unit.words):
        return True
    return any(form.search(unit.exact) for form in (*NOT_AS_IT_STANDS, DENIED_TWICE))


def _tells_words(exact: str) -> bool:
    """Whether somebody's words or thoughts are given as they were; "he says I drink" can be reported."""
    found = OTHERS_WORDS.search(exact)
    return found is not None and _CAN_BE_REPORTED.search(found.group()) is None


_CAN_BE_REPORTED = re.compile(r"\bi'?$|^think(?!ing)|^thought (?:like|that's|is)", re.IGNORECASE)


def _says_anew(before: Unit, after: Unit) -> bool:
    """Whether a sentence says the one before it in other words, by the same matter or another denial."""
    denied = all(any(map(is_negation, tokens(one.words))) for one in (before, after))
    return denied or bool(set(before.stems) & set(after.stems))


def _is_taken_back(first: Unit, then: Unit) -> bool:
    """Whether a word or two, said in play, are followed by what was meant."""
    said = tokens(first.words)
    few = first.length <= _MOST_SAID_IN_PLAY
    return (
        few and all(plain_number(word) is None for word in said) and TAKES_BACK.match(then.exact) is not None
    )
