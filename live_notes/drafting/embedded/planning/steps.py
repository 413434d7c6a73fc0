"""The words of a next step, without what only leads to it and without what was run on after it."""

from __future__ import annotations

import re

from live_notes.drafting.language.verbs import BASE

_CLEFT = re.compile(
    r"^(?:(?:so|and|now|then|okay|fine|but|well|also)[, ]+)*(?:(?:i think|i guess) )?"
    r"(?:what|(?:the )?(?:other|next|first|second|another|only|main|one|last) things?(?: that)?"
    r"|other things(?: that)?"
    r"|the plan|my (?:plan|suggestion|recommendation|advice))"
    r"(?:,? (?P<who>i|we|you)(?:'re|'m|'d|'ll| are| am| would| will| can| could| should| may)?(?: also"
    r"| just)?"
    r"(?: going to| gonna)?(?: (?:like|love|want|need|suggest|recommend|do|try|have))*"
    r"(?: (?P<whom>for you|you))?(?: to)?(?: go ahead and)?(?: do)?(?: (?:now|next|here|then|first"
    r"|for now|for you))*)?,?"
    r" (?:is|would be)(?: that| to say)?,? ",
    re.IGNORECASE,
)
"""What is to be done, put as a question first: "what I'm going to do is"."""
_LEADING = re.compile(
    r"^(?:(?:however|as well as(?: (?:that|this|those|these)(?: two| three)?(?: things?)?)?"
    r"|in (?:the )?addition(?: to that)?"
    r"|in (?:the )?meantime|of course|having said that|(?:i )?must admit|i have to (?:say|admit)"
    r"|like i said|as i said"
    r"|fine|alright|all right|okay|ok|great|perfect|right|no|yes|yeah|also|then|and|so|but|now|well"
    r"|for now|on (?:the )?top of that"
    r"|because(?= (?:we|i)(?:'ll|'re| will| are)))(?:,\s*|\s+(?=(?:i|we|i'm|i'll|i'd|we'll|we're|let's|if"
    r"|come|do)\b)))+",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r",? (?:i must admit|i have to (?:say|admit)|i think i would|excuse me),?(?= )", re.IGNORECASE
)
_AGAIN = re.compile(
    r"^(?:i|we|let's|you)(?:'[a-z]+)?,? (?=(?:i|we|let's|you)(?:'[a-z]+)? [a-z]+ )"
    r"|\b(?P<first>i'll|we'll|i'm going to|we're going to|let's),? (?:um,? )?(?P=first)\b ?",
    re.IGNORECASE,
)
_BOUND = (
    "if when that because so and or but what while as until before after how where which than sure "
    "once then think know why since unless whether cause whatever like"
)
"""After these a clause goes on: no other one is run on there."""
_FREE = "".join(rf"(?<!\b{word})" for word in _BOUND.split()) + "(?<!,)"
_RUN_ON = re.compile(
    rf"{_FREE}"
    r" (?:okay|alright|all right|(?<!from )(?<!right )(?<!until )(?<!till )(?<!for )now) ?(?=(?:i|we|you"
    r"|let's|i'm|i'll|we'll|for your|your|the|so"
    r"|and(?! (?:have|ask|let|get|make|put|take|tell) )|but|are|do|does|have)\b).*$"
    rf"|{_FREE}"
    r" (?:i know|i think|i want|i don't|i'd like|i would|i'm (?:also )?going to|i'm gonna|i'll|we'll"
    r"|we're going to|let's"
    r"|that(?:'ll| will| should|'s)|this will|it(?:'s|'ll| will| should)|the only thing|the first thing"
    r"|they're|you're going to)\b.*$",
    re.IGNORECASE,
)
"""Where the next statement begins, in words that came without marks."""
_LEAST_LEFT = 3


def plainly(words: str) -> str:
    """The step as it would be said at once: "we'll book it", not "what we'll do is, we'll book it"."""
    plain = _ASIDE.sub("", words)
    led = _LEADING.sub("", plain)
    plain = led if len(led.split()) >= _LEAST_LEFT else plain
    cleft = _CLEFT.match(plain)
    if cleft is not None:
        rest = plain[cleft.end() :]
        rest = rest.removeprefix("to ")
        begins = re.match(r"[a-z-]+(?![a-z-])", rest)
        if not _SUBJECT.match(rest) and (begins is None or begins.group() not in BASE):
            return words  # a name or a list: nobody can tell its verb
        plain = rest if _SUBJECT.match(rest) else f"{_agent(cleft)} {rest}"
    return _AGAIN.sub("", plain) if _AGAIN.match(plain) else plain


_SUBJECT = re.compile(
    r"(?:i|we|you|let's|it|there|he|she|they|the|your|a|an|get|that|this|number)\b", re.IGNORECASE
)


_ADVISED = re.compile(r"\b(?:recommend|suggest|suggestion|recommendation|advice)\b", re.IGNORECASE)


def _agent(cleft: re.Match[str]) -> str:
    """Who is to do what follows: the one it was said of."""
    if cleft["whom"]:
        return "i'd like you to"
    if _ADVISED.search(cleft.group()) and (cleft["who"] or "i").lower() == "i":
        return "i would recommend you to"
    return {"i": "i'll", "you": "you need to"}.get((cleft["who"] or "we").lower(), "we'll")


def without_run_on(step: str) -> str:
    """The step up to where another statement was run on; the whole where too little would be left."""
    told = _RUN_ON.sub("", step)
    return told if len(told.split()) >= _LEAST_LEFT else step
