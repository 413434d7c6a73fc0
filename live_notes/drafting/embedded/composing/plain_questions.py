"""What a plain yes to a question confirms, and what a plain no to it denies.

More forms than `questions.turned` is sure of, and only those whose grammar is certain: one question, without
a negation; a yes to one of several things is none, nor is a no to two things at once.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from live_notes.drafting.embedded.asking.asking import asked_within
from live_notes.drafting.embedded.asking.questions import bare, turned
from live_notes.drafting.embedded.telling.phrases import Terms
from live_notes.drafting.embedded.telling.reported import Voice, reword
from live_notes.drafting.language.any_case import AnyCase
from live_notes.drafting.language.verbs import BASE, is_verb
from live_notes.drafting.language.words import content_stems, tokens, word_count

AT_ALL = re.compile(r",? (?:at all|whatsoever)\b,?", re.IGNORECASE)
_WHAT_ABOUT = re.compile(
    r"^(?:what|how) about (?=any\b|[a-z]+ ?[a-z]*$)(?!you\b|your\b|it\b|that\b)", re.IGNORECASE
)
_LEADS = re.compile(
    r"^(?:(?:and|so|but|then|now|okay|ok|well|or|also|um|uh|alright|all right|right)[,.]? )+", re.IGNORECASE
)
_ENDS = re.compile(r"(?<=[.?!]) +")
_NO_PLAIN_CLAUSE = re.compile(
    r"\b(?:not|never|nothing|nobody|none|neither|no|n't)\b|n't\b"
    r"|^(?:they|he|she) (?:(?:do|does|did|would|could|can|will|may|might|should|shall|'d|'ll|just|also) ?)*"
    r"(?:can|could|would|will|should|may|might|mind|remember|know|knew|think|thought|understand|mean|meant"
    r"|want|wants|wanted|agree|promise|say|said|tell|told|mention|mentioned|recall|hear|heard|guess|reckon"
    r"|see|suppose|believe|wonder)\b"
    r"|\bwould\b|^(?:i|we|you|the (?:clinician|doctor|therapist|counsellor|provider))\b|^(?:they|he"
    r"|she) (?:are"
    r"|is) aware"
    r"|\b(?:what|how|why|who|whom|where|which|whether|anything else|still okay)\b",
    re.IGNORECASE,
)
"""A request, a thought, or a negation: a yes to it says something else."""
_SEVERAL = re.compile(r"\bor\b|,|;", re.IGNORECASE)
_BOTH = re.compile(r"\band\b", re.IGNORECASE)
_ANY = re.compile(r"\bany\b", re.IGNORECASE)
_OF_ANY = AnyCase(r"\b(?:any|ever|anything|anyone|anybody|anywhere|yet|either|at all|much|many)\b")
_ANY_OF_MANY = re.compile(
    r"\bany (?:(?:other|kind of|kinds of|type of|types of|sort of|sorts of) )?(?=[a-z-]+s\b"
    r"|(?:[a-z]+ )?(?:pain"
    r"|blood|bleeding|swelling|medication|medicine|numbness|tingling|nausea|vomiting|trouble"
    r"|difficulty|family"
    r" history|weight|fever|help|relief)\b)",
    re.IGNORECASE,
)
_DOES = re.compile(r"that (?:the )?\w+ (?:do|does|did)\b")
_WITHOUT = re.compile(
    r"\b(?:without|unable|less|lost|stop\w*|quit\w*|avoid\w*|miss\w*|free of|no)\b", re.IGNORECASE
)
_UNSURE_NO = re.compile(rf"{_WITHOUT.pattern}|\bwould\b", re.IGNORECASE)
"""Turns a thing round: to deny "walking without pain" could be anything."""
_ILL_PUT = re.compile(
    r"^(?:their|his|her|the) [\w-]+ (?:well|okay|ok|fine|better|worse|ill|sick|all|still|also) (?:is"
    r"|are|was|were)\b"
    r"|\b(?:any|some)(?:one|body)\b.*\bhave\b",
    re.IGNORECASE,
)
"""A question that came out in another order than a statement has."""
_TWICE = re.compile(r"^((?:[a-z']+ ){0,2}[a-z']+), (?=\1\b)", re.IGNORECASE)
_SUCH_AS = re.compile(r"(?:for example|for instance|like|such as|say)[, ]+", re.IGNORECASE)
_WILLING = re.compile(
    r"^(?:they|he|she) would be (?:interested in|willing to|open to|happy to|comfortable with|up for"
    r"|prepared to) "
    r"(?!.*\b(?:that|it|this|those|knowing|hearing|something|anything|talking|doing|me)\b)",
    re.IGNORECASE,
)
_PAST_WITHOUT_A_SIGN = re.compile(
    r"you (?:all )?(?:bring|come|get|go|see|do|make|find|call|tell|give|send|leave|sleep|eat|speak"
    r"|talk|finish|start"
    r"|try|ask|walk|pass|ring|write|fill|manage|learn|notice|stop|have)\b",
    re.IGNORECASE,
)
"""May ask of then in a dialect: "you bring the forms?"."""
_STILL = re.compile(r"\bstill\b", re.IGNORECASE)
HOW_IT_GOES = re.compile(r"[a-z] (?:ok|okay|all right|alright)[ ?.]*$", re.IGNORECASE)
_ANOTHER = re.compile(r"\bother\b", re.IGNORECASE)
_LISTED = re.compile(r",? or |, ")
_EVER = re.compile(r"\bever ", re.IGNORECASE)
_POINTS_FIRST = re.compile(
    r"^that(?P<is>'s| is)?(?(is)(?= )|(?= (?:was|has|had|does|did|helped|will|would|happens|happened)\b))"
)
_POINTS_ALONE = re.compile(
    r"^(?:it|that|this|they|he|she|there)(?:'s)?(?: (?:is|was|are|were|has|have|had|does|did|do|been"
    r"|be|still))* "
    r"(?:all right|alright|okay|ok|fine|good|right|true|correct|sense|so|it|that|this|them|there|here"
    r"|better"
    r"|you|well|clear|everything|anything|all)\W*$",
    re.IGNORECASE,
)
_OF_WHAT_WAS_SAID = re.compile(
    r"\b(?:(?:like|of|about) (?:that|this|those|these)|such|that (?:kind|sort|type) of|the same"
    r"|those (?:kinds|sorts))\b",
    re.IGNORECASE,
)
"""Means nothing without what was said before: "do you have thoughts like that?"."""
_UNFIT = (_NO_PLAIN_CLAUSE, _ILL_PUT, _POINTS_ALONE)
_MERE = frozenset(
    content_stems(
        "do doing sound okay fine good well go going mean try make happen come see correct sense right true"
        " promise promises mind makes making fits helps sounds works work fit ready questions"
        " question help clear thing things way"
        " today now else anything"
    )
)
"""Names no matter of a note."""
_THING_ONLY = re.compile(
    r"^(?:(?:or )?any |(?:for example|for instance|like|such as|say)[, ]+)+", re.IGNORECASE
)
_NO_THING = frozenset(("you", "is", "are", "was", "it", "that", "else", "anything", "so", "not", "no"))
_MOST_OF_ANOTHER = 4
_MOST_WORDS = 24


@dataclass(frozen=True)
class Polar:
    """What follows "confirmed" and "denied"; `thing`: what was denied is a thing, no clause and no deed."""

    confirmed: str | None = None
    denied: str | None = None
    thing: bool = False


def polar(question: str, terms: Terms) -> Polar:
    """What yes or no to a question says, in the terms of the note."""
    voice = replace(terms.asked_voice, first=terms.clinician_forms)
    if _OF_WHAT_WAS_SAID.search(question):
        return Polar()
    plain = _TWICE.sub("", AT_ALL.sub("", question.strip()))
    asked = [one for one in _ENDS.split(plain) if one.strip(" .?!")]
    if len(asked) > 1:
        return _of_things(asked, voice)
    if not asked or word_count(asked[0]) > _MOST_WORDS:
        return Polar()
    body = _WHAT_ABOUT.sub("", _LEADS.sub("", asked[0]))
    if _PAST_WITHOUT_A_SIGN.match(body) or set(content_stems(body)) != set(content_stems(bare(body))):
        return Polar()  # "the shame, does it fit?" without its beginning asks of nothing
    return _of_one(body, voice)


def _of_one(body: str, voice: Voice) -> Polar:
    if _STILL.search(body) or HOW_IT_GOES.search(body):  # these go with the clause alone
        return _of_clause(body, voice)
    said = turned(body, voice)
    if (said.denied or said.confirmed or "that ").startswith("that "):
        clause = _of_clause(body, voice)
        if clause != Polar() or _DOES.match(said.denied or said.confirmed or "that they do"):
            return clause
    denied, confirmed = said.denied, said.confirmed
    if _ANOTHER.search(body):
        denied, confirmed = _with_other(denied, "any other"), _with_other(confirmed, "other")
    return Polar(_sure_yes(confirmed), _sure_no(denied, body), thing=_is_thing(denied))


def _sure_yes(confirmed: str | None) -> str | None:
    """What is confirmed, where it is one thing, no request and no thought."""
    if confirmed is None or _NO_PLAIN_CLAUSE.search(confirmed.removeprefix("that ")):
        return None
    return _shown(confirmed) if _names_matter(confirmed) and not _SEVERAL.search(confirmed) else None


def _sure_no(denied: str | None, asked: str) -> str | None:
    """What is denied, where that is no part of a person, nothing turned round, and not one of two."""
    if denied is None or denied.startswith(("part of", "any part of")) or _UNSURE_NO.search(denied):
        return None
    one_of_two = _BOTH.search(denied) and not _ANY.search(asked)
    return denied if _names_matter(denied) and not one_of_two else None


def _with_other(said: str | None, other: str) -> str | None:
    """What was asked for as another one, and lost the word on the way; None where it is no thing."""
    if said is None or _ANOTHER.search(said):
        return said
    return f"{other} {said}" if _is_thing(said) else None


def _of_clause(body: str, voice: Voice) -> Polar:
    """The same of what is asked indirectly, "whether they have slept"."""
    asked = body.rstrip(" ?.") if HOW_IT_GOES.search(body) else bare(body)
    within = asked_within(f"{asked}?", voice)
    if within is None or not within.startswith("whether "):
        return Polar()
    clause = within.removeprefix("whether ")
    if (
        _NO_PLAIN_CLAUSE.search(clause)
        or _ILL_PUT.search(clause)
        or _POINTS_ALONE.match(clause)
        or not _names_matter(clause)
    ):
        return Polar()
    several, both = bool(_SEVERAL.search(clause)), bool(_BOTH.search(clause))
    unsure = ((several or both) and not _ANY.search(clause)) or _WITHOUT.search(clause)
    denied = None if unsure else f"that {_pointed(clause)}"
    return Polar(None if several else _shown(f"that {clause}"), denied)


def _of_things(asked: list[str], voice: Voice) -> Polar:
    """Things asked for in a row, "Any headaches? Problems with your vision?": a no is a no to each."""
    first = turned(_WHAT_ABOUT.sub("", _LEADS.sub("", asked[0])), voice).denied
    if first is not None and _ANOTHER.search(asked[0]) and not _ANOTHER.search(first):
        first = f"other {first}"
    if not _ANY.search(asked[0]) or not _is_thing(first) or not all(_names_a_thing(one) for one in asked[1:]):
        return Polar()
    more = [reword(_THING_ONLY.sub("", one.strip(" .?!,")), voice) for one in asked[1:]]
    things = [first, *more]
    if any(thing is None or not _names_matter(thing) for thing in things):
        return Polar()
    if len(asked) == 2 and _SUCH_AS.match(asked[1]):
        return Polar(denied=f"any {things[0]} such as {things[1]}", thing=True)
    said = [one for thing in things for one in _LISTED.split(str(thing)) if one]
    return Polar(denied=f"any {', '.join(said[:-1])} or {said[-1]}", thing=True)


def _names_a_thing(asked: str) -> bool:
    body = asked.strip(" .?!,").lower()
    words = tokens(body)
    if not body.startswith(("any ", "or any ", "problems ", "trouble ")) and len(words) > _MOST_OF_ANOTHER:
        return False
    return not any(
        word in BASE or word in {"you", "is", "are", "was", "it", "that", "else"} for word in words
    )


def _names_matter(said: str) -> bool:
    return bool(set(content_stems(said)) - _MERE)


def _is_thing(denied: str | None) -> bool:
    first = "" if denied is None else tokens(denied)[0].lower()
    return bool(first) and first != "that" and not first.endswith("ing") and not is_verb(first)


def _pointed(clause: str) -> str:
    """A clause that would begin "that that" points with another word: "that this is also better"."""
    return _POINTS_FIRST.sub(lambda points: "this is" if points["is"] else "this", clause)


def _shown(confirmed: str | None) -> str | None:
    """What is confirmed, without "any" and "ever"; None where it would still ask for any."""
    if confirmed is None:
        return None
    plain = _EVER.sub("", _ANY_OF_MANY.sub("", confirmed))
    if plain.startswith("that "):
        plain = f"that {_pointed(plain.removeprefix('that '))}"
    return None if _OF_ANY.search(plain) else plain
