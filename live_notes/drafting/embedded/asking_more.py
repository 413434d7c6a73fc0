"""More ways of asking that can be put inside a sentence: "what's the longest you've gone?", "fits, falls?".

Where a question has one of these forms it is put into one that `asking.asked_within` knows, or told as what it
asks about. What has none of them is not told, and the caller quotes it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from live_notes.drafting.embedded.asking import asked_within, within
from live_notes.drafting.embedded.asking_forms import told_form
from live_notes.drafting.embedded.reported import Voice, lower_first
from live_notes.drafting.language.verbs import BASE, FINITE, PAST, is_verb
from live_notes.drafting.language.words import content_stems, tokens, word_count

_AUX = (
    r"(?:do|does|did|are|is|was|were|have|has|had|can|could|would|will|should|might|isn't|aren't|don't|didn't"
    r"|haven't)"
)
_WH = r"(?:how|what|where|when|why|who|which)"
_NUMBER = (
    r"(?:zero|nought|one|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|forty|fifty|sixty|seventy"
    r"|eighty|ninety|\d{1,3})"
)
_MOST_WORDS, _MOST_OF_A_THING, _MOST_TOGETHER = 26, 12, 26
_LEADS = re.compile(
    r"^(?:(?:and|so|but|then|okay|ok|well|now|right|all right|alright|mmh|mm|i mean)[, ]+)*"
    r"(?:(?:i'm|i was|i am) (?:just )?(?:wondering|curious)|let me ask(?: you)?|i wonder|here's (?:my|a) question"
    r"|(?:kind of |sort of )?thinking along (?:those|the same|these) lines|along (?:those|the same) lines"
    r"|(?:can|could|may) i (?:just )?ask(?: you)?|i (?:just |also )?want(?:ed)? to ask(?: you)?|in other words"
    r"|just out of (?:curiosity|interest)|out of (?:curiosity|interest)|all right|mmh|okay then|(?:in )?your own words"
    r"|i'd like to know|i'd be curious|tell me)(?:,|:| -) ?(?:and |so )?(?=\S)",
    re.IGNORECASE,
)
"""What is said before a question and is no matter of it."""
_TAIL = re.compile(
    r"(?:[,.?!]+ |[,?] ?)(?:in your (?:own )?words|you tell me|if you don't mind (?:me asking|my asking|saying)"
    r"|if i (?:was|were) to ask you to sum (?:it |that )?up|if you had to say|as we speak|roughly|would you say"
    r"|do you (?:think|reckon)|if i may ask|can i ask|if that's (?:okay|all right)|do you know)(?=[?.!]*$)",
    re.IGNORECASE,
)
_ADDRESS = re.compile(
    r",? (?:sir|ma'am|madam|man|mate|love|hon|honey|darling|pet|buddy|doc|dear)(?=[?.!]*$)|,? \[[A-Z]+_\d+\](?=[?.!]*$)",
    re.IGNORECASE,
)
_BY_NAME = re.compile(
    r"^(?P<asked>(?i:how|what|when|why|who(?:'s| is) (?:[a-z]+ ){1,3}with you)\b[^,]*)"
    r", (?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|God\b)[A-Z][a-z]+(?=\?$)"
)
"""Somebody called by their name at the end of an open question."""
_HALT = re.compile(r"\b(to|of|for|with|about|at|by|from), (?=[a-z]+ing\b)", re.IGNORECASE)
_WOULD = re.compile(r"^(?P<wh>what|who)'d (?P<verb>[a-z]+)\b", re.IGNORECASE)
_THINKS_IS = re.compile(r"\b(?P<who>you) (?P<verb>think|reckon|feel|say)'s (?=(?:the|a|an|your|going|most|best)\b)", re.I)
_LAST_TIME = re.compile(
    r"^when(?:'s| is| was) the (?P<which>last|first) time (?:that )?you(?P<have>'d|'ve| had| have)? "
    r"(?P<verb>[a-z]+)(?P<rest>\b.*)$",
    re.IGNORECASE,
)
_NO_AUXILIARY = re.compile(r"^(?P<wh>how|what|where) you (?P<doing>[a-z]{2,}ing)\b", re.IGNORECASE)
_IN_ORDER = re.compile(rf"^(?P<wh>how|what|where|when) you (?P<verb>[a-z]+)\b(?! {_AUX}\b)", re.IGNORECASE)
_USED_TO = re.compile(r"\bdid you used? to\b", re.IGNORECASE)
_LONG_AGO = re.compile(rf"^(?P<wh>how long ago) (?P<clause>{_AUX} .+)$", re.IGNORECASE)
_TIME_FIRST = re.compile(
    r"^(?P<time>since (?:[A-Z][a-z]+day|yesterday|last \w+)|growing up|for (?:this|next) week|on (?:a )?\w+day"
    rf"|(?:in|over) the last (?:\w+ )?(?:week|month|fortnight|weeks|months)), (?P<asked>{_WH}\b.+)$",
    re.IGNORECASE,
)
_NAMED_TWICE = re.compile(
    r"^(?P<what>the [a-z]+(?: [a-z]+)?), (?P<asked>(?:what|where|how|when|why|who)\b[^,]*\b(?P=what)\b[^,]*)$",
    re.IGNORECASE,
)
_OTHERS_LEFT = re.compile(
    r"(?<=[a-z]) (?:that |which )?we(?:'ve| have| had|'d)? (?:got|have|agreed(?: on)?|left)(?= left|[?.]*$)(?: left)?"
    r"(?=[?.]*$)",
    re.IGNORECASE,
)
"""A clause of what both have at the end: "in the time we've got"."""
_TWO = re.compile(rf",? and (?={_WH} )|, (?={_WH} )", re.IGNORECASE)
_ABOUT_A_THING = re.compile(
    r"^what(?:'s| is| was|'re| are| were) (?P<what>(?:(?:the|your|some(?: of the)?|her|his|their) [a-z-]+"
    r"|some specific [a-z]+)\b.*"
    r" (?:you|when|that you|with|about|for|in|between|of)\b.*)$",
    re.IGNORECASE,
)
_WHAT_ABOUT = re.compile(
    r"^(?:what|how) about (?P<what>(?!(?:we|you|i|if|it|that|this|them|him|her|those|these|then|now|when|a|one)\b)"
    r"[^?]+)\??$",
    re.IGNORECASE,
)
_MORE_ABOUT = re.compile(
    r"^(?:(?:can|could|would|will) you |do you mind |would you mind |mind )(?:just |maybe |please )?tell(?:ing)? me"
    r" (?:a (?:little |wee )?(?:bit )?)?(?:more )?about (?P<what>[^?]+)\??$",
    re.IGNORECASE,
)
_TO_DO = re.compile(
    r"^(?:can|could|would|will) you (?:just |maybe |please )?(?P<verb>rate|describe|explain|list|sum up|summarise"
    r"|summarize) (?P<what>(?:your|the|how|what)\b[^?]+?)(?: for me| to me)?\??$",
    re.IGNORECASE,
)
_IN_ITS_ORDER = re.compile(
    r"^(?P<asked>(?:what|who)(?:'s| is| was| are| were) (?:in|on|at|with|behind|under|inside) .+"
    r"|(?:what|who) (?:was|were|is|are) (?:agreed|decided|said|arranged|planned)(?: .+)?"
    r"|which (?:came|comes|went|happened) first"
    r"|what(?:'s| is| was) (?!(?:that|it|this|the|so)\b)[a-z]+ about (?:it|that|this))\??$",
    re.IGNORECASE,
)
_BARE = re.compile(
    r"^(?:(?:for|since|by|in|to|with) (?:how (?:long|many [a-z]+|much)|when|what|whom?|which [a-z]+)"
    r"|what (?:kind|sort|type)s? of [a-z]+(?: [a-z]+)?|what time|how come)\??$",
    re.IGNORECASE,
)
_WHY_THIS_ONE = re.compile(
    rf"^why (?:not )?(?:an? )?{_NUMBER}(?:,? and not,?(?: (?:let's |like |say|let's say),?)* (?:an? )?{_NUMBER})?\??$",
    re.IGNORECASE,
)
_SAY = re.compile(r",? (?:let's say|say|like),?(?= )", re.IGNORECASE)
_HOW_ON_A_SCALE = re.compile(
    r"^(?P<how>how (?:sure|high|low|bad|strong|confident|anxious|likely|distressing|painful|important|ready))"
    rf"(?:,? (?:on a scale )?(?:from |of )?(?P<low>{_NUMBER}) to (?P<high>(?:a )?(?:{_NUMBER}|hundred)))?\??$",
    re.IGNORECASE,
)
_ANY = re.compile(r"^any (?:other )?(?=[a-z])", re.IGNORECASE)
_AT_ALL = re.compile(r"(?: (?:at all|or anything)|,)+$", re.IGNORECASE)
_GERUND = re.compile(r"^(?P<doing>[a-z]{3,}ing)\b(?: .+)?$", re.IGNORECASE)
_NO_GERUND = re.compile(
    r"^(?:anything|something|nothing|everything|going|being|during|morning|evening|according|thing|king|meaning"
    r"|including|interesting|amazing|boring|rating|feeling|starting|talking|looking ahead|thinking)\b",
    re.IGNORECASE,
)
_NO_THING = re.compile(
    rf"\b(?:{_AUX}|{_WH}|if|because|it|that|this|those|these|them|one|ones|so|then|else|me|i|i'm|we|us|our|my"
    r"|same|or|and|no|not|none|here|today|tonight|tomorrow|yesterday|now|being|just)\b|['’](?:s|re|ve|d|ll)\b"
    rf"|^{_NUMBER}\b|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b",
    re.IGNORECASE,
)
_OF_A_CLAUSE = re.compile(r"\b(?:you|people|others|he|she|they) (?:don't|didn't|did not|do not|can't|never)\b", re.I)
_LISTS = re.compile(r", (?:or |and )?|\? (?:or |and |any )*|,? or (?:any )?|,? and ")
_PLAIN_THING = re.compile(r"^(?:any |the |your )?[a-z][a-z' -]*$", re.IGNORECASE)
_MOST_LISTED, _MOST_OF_ONE = 5, 6
_WRITTEN = {"gonna": "going to", "wanna": "want to", "kinda": "kind of"}
_GONNA = re.compile(r"\b(?:gonna|wanna|kinda)\b", re.IGNORECASE)
_COLON = re.compile(r"(?<=\d):(?=\d\d)")


def asked_in_short(question: str, voice: Voice) -> str | None:
    """What follows "When asked" of one question, without what only leads up to it; None where unsure."""
    if voice.second is None:
        return None
    body = _COLON.sub("\N{ONE DOT LEADER}", plain_question(question))
    if not body or word_count(body) > _MOST_WORDS:
        return None
    told = _first_told(body, voice)
    if told is None or _breaks_off(told):
        return None
    told = _GONNA.sub(lambda word: _WRITTEN[word.group().lower()], told)
    return told.replace("\N{ONE DOT LEADER}", ":")


def plain_question(question: str) -> str:
    """A question without what leads up to it, who is called by it, and "in your own words" at its end."""
    body = question.replace("’", "'").strip(" ,;")
    body = re.sub(r"\bd'(?:you|ya|ye)\b", "do you", body, flags=re.IGNORECASE)
    before = None
    while body != before:
        before = body
        body = _ADDRESS.sub("", _TAIL.sub("", _LEADS.sub("", body)))
    named = _BY_NAME.match(body)
    body = named["asked"] + "?" if named is not None else body
    body = _HALT.sub(r"\1 ", body)
    return body if body.endswith("?") or not question.rstrip().endswith("?") else f"{body.rstrip(' .,!')}?"


def _first_told(body: str, voice: Voice) -> str | None:
    for form in (body, *_forms(body)):
        told = asked_within(form, voice)
        if told is not None:
            return told
    for tell in (_in_its_order, _about, _of_a_scale, _with_its_time, _two_asked, _things):
        told = tell(body, voice)
        if told is not None:
            return told
    return None


def _forms(body: str) -> Iterator[str]:
    """The question as it is asked as well, in forms that can be told."""
    would = _WOULD.match(body)
    if would is not None and would["verb"].lower() in BASE | {"be"}:
        yield f"{would['wh']} would {body[would.start('verb') :]}"
    if _THINKS_IS.search(body):
        yield _THINKS_IS.sub(r"\g<who> \g<verb> is ", body)
    doing = _NO_AUXILIARY.match(body)
    if doing is not None:
        yield f"{doing['wh']} are you {body[doing.start('doing') :]}"
    twice = _NAMED_TWICE.match(body.rstrip("?"))
    if twice is not None:
        yield f"{twice['asked']}?"
    left = _OTHERS_LEFT.sub("", body)
    if left != body:
        yield left


def _in_its_order(body: str, voice: Voice) -> str | None:
    """A question whose words already stand as they are told."""
    plain = body.rstrip("?. ")
    if _BARE.match(plain) or (_WHY_THIS_ONE.match(plain) and (plain := _SAY.sub("", plain))):
        return lower_first(plain)
    if _IN_ITS_ORDER.match(plain):
        full = re.sub(r"^(what|who)'s\b", r"\1 is", plain, flags=re.IGNORECASE)
        return within(lower_first(full), voice)
    used = _USED_TO.search(plain)
    if used is not None and plain.lower().startswith(("what ", "where ", "how ")):
        return within(lower_first(f"{plain[: used.start()]}you used to{plain[used.end() :]}"), voice)
    last = _LAST_TIME.match(plain)
    if last is not None:
        return _of_the_last_time(last, voice)
    ago = _LONG_AGO.match(plain)
    if ago is not None:
        told = asked_within(f"when {ago['clause']}?", voice)
        return None if told is None else f"how long ago {told.removeprefix('when ')}"
    order = _IN_ORDER.match(plain)
    if order is not None and order["verb"].lower() in PAST:
        return within(lower_first(plain), voice)
    return None


def _of_the_last_time(last: re.Match[str], voice: Voice) -> str | None:
    """ "When was the last time you had one" is "when they last had one"."""
    verb = last["verb"].lower()
    if verb not in PAST and not verb.endswith("ed"):
        return None
    have = "had " if last["have"] and "d" in last["have"] else "have " if last["have"] else ""
    return within(f"when you {have}{last['which'].lower()} {verb}{last['rest']}", voice)


def _about(body: str, voice: Voice) -> str | None:
    """What a question asks about or asks to do: "about the longest they have gone", "to rate their pain"."""
    plain = body.rstrip("?. ")
    if plain.count("?") or re.search(rf", (?:{_WH}|{_AUX}) ", plain, re.IGNORECASE):
        return None
    todo = _TO_DO.match(plain)
    if todo is not None:
        told = within(f"{todo['verb'].lower()} {todo['what']}", voice)
        return None if told is None else f"to {told}"
    found = _MORE_ABOUT.match(plain) or _WHAT_ABOUT.match(plain)
    thing = found["what"] if found is not None else None
    if thing is None and (named := _ABOUT_A_THING.match(plain)) is not None and told_form(body) is None:
        thing = named["what"] if len(content_stems(named["what"])) > 1 else None
    if thing is None or re.search(rf"\b{_AUX} (?:you|it|that|we|i)\b", thing, re.IGNORECASE):
        return None
    told = within(lower_first(_AT_ALL.sub("", thing)), voice)
    return None if told is None else f"about {told}"


def _of_a_scale(body: str, voice: Voice) -> str | None:
    """ "How sure, zero to ten?" """
    found = _HOW_ON_A_SCALE.match(body.rstrip("?. "))
    if found is None or voice.second is None:
        return None
    ends = f", from {found['low'].lower()} to {found['high'].lower()}" if found["low"] else ""
    return f"{found['how'].lower()}{ends}"


def _with_its_time(body: str, voice: Voice) -> str | None:
    """A question with a time before it: "how often it has come, since Monday"."""
    timed = _TIME_FIRST.match(body)
    if timed is None:
        return None
    told = asked_within(timed["asked"], voice)
    return None if told is None else f"{told}, {lower_first(timed['time'])}"


def _two_asked(body: str, voice: Voice) -> str | None:
    """Two open questions asked in one."""
    plain = body.rstrip("?. ")
    if word_count(plain) > _MOST_TOGETHER or plain.count("?"):
        return None
    parts = _TWO.split(plain)
    if len(parts) != 2 or not all(re.match(rf"{_WH}\b", part, re.IGNORECASE) for part in parts):
        return None
    told = [asked_within(f"{part}?", voice) for part in parts]
    if told[0] is None or told[1] is None or any(one is not None and "," in one for one in told):
        return None
    return f"{told[0]} and {told[1]}"


def _things(body: str, voice: Voice) -> str | None:
    """What a question without a verb names: "about any fits or falls", "about waking in the night"."""
    plain = _AT_ALL.sub("", re.sub(r"^(?:and|or|so|then) ", "", body.rstrip("?. "), flags=re.IGNORECASE))
    doing = _GERUND.match(plain)
    if doing is not None and not _NO_GERUND.match(plain):
        rest = _OF_A_CLAUSE.sub("", plain[len(doing["doing"]) :])
        sure = is_verb(doing["doing"].lower()) and not _NO_THING.search(rest) and "," not in plain
        told = within(lower_first(plain), voice) if sure and "?" not in plain else None
        return None if told is None else f"about {told}"
    marked = body.endswith("?") or _ANY.match(plain) is not None
    return _listed(plain, voice) if marked else None


def _listed(plain: str, voice: Voice) -> str | None:
    bare = [_AT_ALL.sub("", part) for part in _LISTS.split(plain)]
    parts = [*bare[:1], *(re.sub(r"^any (?=.)", "", part, flags=re.IGNORECASE) for part in bare[1:])]
    if not parts or len(parts) > _MOST_LISTED or not all(map(_is_a_thing, parts)):
        return None
    if len(parts) == 1 and not re.match(r"(?:any|the|your)\b", parts[0], re.I):
        return None
    first = parts[0]
    joined = first if len(parts) == 1 else f"{', '.join([first, *parts[1:-1]])} or {parts[-1]}"
    told = within(lower_first(joined), voice)
    return None if told is None else f"about {told}"


def _is_a_thing(part: str) -> bool:
    """Whether the words only name something."""
    relative = re.sub(r" you (?:didn't|did not|couldn't|don't|have|had)\b.*$", "", part)
    if not _PLAIN_THING.match(part) or word_count(part) > _MOST_OF_ONE + 3 or _NO_THING.search(relative):
        return False
    words = [word.lower() for word in tokens(relative)]
    return bool(content_stems(part)) and not any(
        word in FINITE and word not in _MAY_BE_NOUNS or word in {"you", "he", "she", "they", "there"} for word in words
    )


_MAY_BE_NOUNS = frozenset("cuts falls fits shakes sweats drinks urges works calls plans uses feels aches cramps".split())
_BROKEN = re.compile(
    r"\b(?:with|of|to|at|for) (?:was|is|were|are) (?:it|that)\b|\b(?:their|the|a|an|of|to|and|or|with|like|in the)$",
    re.IGNORECASE,
)


def _breaks_off(told: str) -> bool:
    return _BROKEN.search(told) is not None or (told == "about" or len(tokens(told)) < 2)
