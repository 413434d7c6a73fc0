"""A question for yes or no and its answer, told as the one statement that a clinician would write.

'When asked whether they had any polyps, client answered: "No."' is "Client denied that they had any polyps".
Only where the answer is plain, or is borne out by what comes with it, and nothing takes it back.
"""

from __future__ import annotations

import re

from live_notes.drafting.embedded.composing.plain_questions import Polar, polar
from live_notes.drafting.embedded.composing.plain_words import (
    A_CLAUSE,
    NEGATED,
    NO,
    NO_BUT_ONE,
    ONLY_ONE_LIKE_IT,
    OTHER_WAY,
    SAID_BY_OTHERS,
    SUBJECT_BEHIND,
    TURNED,
    TURNED_NO,
    UNKNOWN_OF,
    YES,
)
from live_notes.drafting.embedded.telling.phrases import Terms
from live_notes.drafting.embedded.telling.reported import reword
from live_notes.drafting.embedded.telling.saying import capital
from live_notes.drafting.language.answers import Answer, read_answer
from live_notes.drafting.language.any_case import AnyCase
from live_notes.drafting.language.words import content_stems, word_count

_QUOTES = re.compile(r"answered: \"(?P<said>[^\"]+)\"\.?$")
_SAYS = re.compile(r"said (?P<said>(?:no|nope|none|never|yes)\b[^\"]*(?:\"[^\"]*\"[^\"]*)*)$", re.IGNORECASE)
_NO_SUCH = re.compile(r"reported no (?P<what>[a-z][a-z' -]*[a-z])\.?$", re.IGNORECASE)
_THAT = re.compile(r"reported that (?P<told>[^\"]+)$")
_FIRST_SENTENCE = re.compile(r"[.!?;]")
_NO_THING = AnyCase(
    r"\b(?:but|just|only|as|not|really|more|less|other|than|is|was|are|were|has|have|had|do|does|did|if"
    r"|when|it|that|they|he|she|i|to|big|problems? there|idea|one)\b"
)
_MOST_OF_A_THING, _MOST_OF_ONE = 5, 3
_BEFORE_A_THING = r"(?:(?:having|had|noticing|noticed|experiencing|experienced|seeing|seen|any) )*"
_POINTS = AnyCase(
    r"\b(?:it|its|itself|it's|n't so|that|that's|this|those|these|them|him|her|his|one|ones|so|too"
    r"|either|also|then"
    r"|there|else|more|less|another|same|other|others|only|still|again|all|both|some|instead|did|does|do"
    r"|guess|think|probably|maybe|might|sure|know|remember)\b"
)
"""Points at the question, or is in doubt: it can't stand without it."""
_LIGHT = frozenset(
    content_stems(
        "ever any currently now moment today tonight recently lately still really like kind type sort feel"
        " feeling have having get getting take taking use using normally usually regularly generally well"
        " quite much lot tell say think know mean notice noticed experience problem issue symptom thing"
    )
)
_YES_BEHIND = re.compile(r",? (?:yes|yeah)$", re.IGNORECASE)
_OF_THE_CLIENT = re.compile(r"(?:they|he|she|their|his|her)\b", re.IGNORECASE)
_LIST = re.compile(r"\bor\b|,")
_ANY_FIRST = re.compile(r"^any ")
_THING_DENIED = re.compile(r"^(?P<did>(?:having (?:\w+(?:ed|en|d) )?|\w+ing )?)(?:any )?(?:other )?")
_OF_ANY = AnyCase(r"\b(?:any\w*|ever|or)\b")
_IT_WAS = re.compile(r"(?:it|that|he|she)(?:'s|'d)? \w", re.IGNORECASE)
_MERE_FIRST = re.compile(
    r"^(?:that's (?:it|fine|right|correct|okay|ok|true)|thanks|thank you); ", re.IGNORECASE
)
ELLIPTIC = re.compile(
    r"reported that (?:they|he|she|it) (?:am|is|are|was|were|do|does|did|have|has|had)(?P<not> not)?"
    r"(?P<rest>(?:, and .*|;.*)?)\.?$"
)
"""Says yes or no with no more than a verb: "reported that they are, and it helps"."""
_AGAINST = AnyCase(r"\b(?:but|though|although|except|unless|only|just|used to|until|till|before|any ?more)\b")
_NO_AGAIN = re.compile(r"(?:no|never|none|nothing)\b(?!,)", re.IGNORECASE)
_JOINED = re.compile(r"^(?:and|so) (?=i\b|he\b|she\b|it\b|they\b|we\b)", re.IGNORECASE)
_CALLED = re.compile(r",? (?:[A-Z][a-z]+|sir|ma'am|madam)(?=\?$)")
_IT_IS = re.compile(r"(?:it's|it is|that's|that is|this is) ", re.IGNORECASE)
_EITHER = re.compile(r"\bor\b", re.IGNORECASE)
_IN_GENERAL = frozenset(
    content_stems(
        "medical problems illness illnesses condition conditions contraception form medication medications"
        " medicine medicines tablets pills supplements drugs exercise alcohol smoke smoking pets family"
        " history"
        " kids children surgery surgeries operation operations treatment health way past previous"
    )
)
"""What is asked for in general: whatever is named in answer is an instance of it."""
_HAS_OR_TAKES = re.compile(
    r"(?:they|he|she|(?:their|his|her) (?:dad|father|mum|mom|mother|brother|sister|gran\w*|aunt\w*"
    r"|uncle|son"
    r"|daughter|husband|wife|partner))(?:'ve| have| has| had| are| is| do| does)?(?: got| been| not)?"
    r" (?:(?:have|has|had|take|takes|took|taken|taking|use|uses|used|using|on|smoke|smokes|drink"
    r"|drinks|walk"
    r"|walks|run|runs|swim|swims|cycle|try and walk|go|got|a|an|the|any|some) )+(?=\w)",
    re.IGNORECASE,
)
_CORRECT = re.compile(r"reported that (?:this|that)(?:'s| is) (?P<said>correct|right|true)\.?$")


def composed(asked: str, told: str, question: str, terms: Terms) -> str | None:
    """The statement without its full stop; None where the sentence had better stay as it is.

    `asked` is what stands behind "When asked", `told` what stands behind the name of the client, and
    `question` the question in the words it was put in.
    """
    said = _QUOTES.match(told) or _SAYS.match(told) or _CORRECT.match(told)
    if said is not None:
        exact = told.startswith("answered")
        put = _from_words(said["said"], polar(question, terms), terms, exact=exact)
        return put or (
            _stated(said["said"], question, terms) if exact and asked.startswith("whether ") else None
        )
    bare = ELLIPTIC.match(told)
    if bare is not None:
        return _from_ellipsis(bare, polar(question, terms), terms)
    none = _NO_SUCH.match(told)
    if none is not None:
        return _none_of(none["what"], question, polar(question, terms), terms)
    clause = _THAT.match(told)
    if clause is not None and (asked.startswith("whether ") or polar(question, terms) != Polar()):
        return _by_itself(clause["told"], question, terms)
    return None


def _from_words(said: str, asked: Polar, terms: Terms, *, exact: bool) -> str | None:
    """What a yes or a no tells, and what was said behind it; `exact`: the words are the client's own."""
    if UNKNOWN_OF.match(said):
        return _unknown(asked, terms)
    one = NO_BUT_ONE.match(said)
    if one is not None:
        return _but_one(one["one"], asked, terms)
    no, yes = NO.fullmatch(said), YES.fullmatch(said)
    if no is not None:
        return _denied(no["rest"] or "", said, asked, terms, exact=exact)
    if yes is not None and asked.confirmed is not None:
        rest = yes["rest"] or ""
        if rest and not _goes_with_a_yes(rest):
            return None
        verb = "confirmed" if asked.confirmed.startswith(("that ", "having ", "being ")) else "reported"
        return _with_its_rest(f"{terms.client} {verb} {asked.confirmed}", rest, exact=exact)
    return None


def _from_ellipsis(bare: re.Match[str], asked: Polar, terms: Terms) -> str | None:
    """What "that they are, and it helps" says of what was asked; nothing may take it back."""
    rest = bare["rest"].rstrip(".")
    if bare["not"]:
        return None if rest or asked.denied is None else f"{terms.client} denied {asked.denied}"
    first = _FIRST_SENTENCE.split(rest.lstrip(",; "))[0]
    if asked.confirmed is None or _AGAINST.search(first) or NEGATED.search(first):
        return None
    return (
        f"{terms.client} confirmed {asked.confirmed}{rest}" if asked.confirmed.startswith("that ") else None
    )


def _denied(rest: str, said: str, asked: Polar, terms: Terms, *, exact: bool) -> str | None:
    if asked.denied is None or (rest and not _goes_with_a_no(rest, said, asked.denied)):
        return None
    denied = asked.denied.replace(", or ", " or ")
    verb = "stated" if asked.denied.startswith("that ") and NEGATED.search(asked.denied) else "denied"
    return _with_its_rest(f"{terms.client} {verb} {denied}", rest, exact=exact)


def _with_its_rest(begun: str, rest: str, *, exact: bool) -> str | None:
    if not rest:
        return begun
    if exact:
        return f'{begun}, and added: "{capital(_JOINED.sub("", rest))}"'
    rest = _MERE_FIRST.sub("", rest)
    return f"{begun}; {rest}" if A_CLAUSE.match(rest) or SUBJECT_BEHIND.match(rest) else None


def goes_with_it(rest: str, said: str) -> bool:
    """Whether what a client says behind a plain yes or no bears it out, as far as one can tell."""
    if NO.fullmatch(said) is not None:
        return _goes_with_a_no(rest, f"{said} {rest}")
    return _goes_with_a_yes(rest)


def _goes_with_a_yes(rest: str) -> bool:
    first = _FIRST_SENTENCE.split(rest)[0]
    return not (TURNED.search(first) or OTHER_WAY.match(first) or NEGATED.search(first))


def _goes_with_a_no(rest: str, said: str, denied: str = "any") -> bool:
    """Whether it is denied again, or told how it was instead; an instance of what was asked belies a no."""
    first = _FIRST_SENTENCE.split(rest)[0]
    again = _NO_AGAIN.match(first)
    if (
        TURNED_NO.search(first)
        or (OTHER_WAY.match(first) and not again)
        or read_answer(said) is not Answer.NO
    ):
        return False
    if NEGATED.search(first) is not None or SAID_BY_OTHERS.match(first) is not None:
        return True
    instead = denied.startswith("that ") and _OF_ANY.search(denied) is None
    return instead and _IT_WAS.match(first) is not None


def _unknown(asked: Polar, terms: Terms) -> str | None:
    """None that the client knows of: "reported that they are not aware of any allergies"."""
    if not asked.thing or asked.denied is None or _LIST.search(asked.denied):
        return None
    who = terms.pronouns.subject
    thing = _ANY_FIRST.sub("", asked.denied)
    return f"{terms.client} reported that {who} {'are' if who == 'they' else 'is'} not aware of any {thing}"


def _but_one(one: str, asked: Polar, terms: Terms) -> str | None:
    """The one that is named, and all others denied."""
    denied = asked.denied
    if denied is None or denied.startswith("that ") or _LIST.search(denied):
        return None
    if ONLY_ONE_LIKE_IT.search(one) or not content_stems(one) or word_count(one) > _MOST_OF_ONE:
        return None
    named = reword(one, terms.client_voice) if one.lower().startswith("my ") else one
    if named is None:
        return None
    others = _THING_DENIED.sub(r"\g<did>any other ", denied, count=1)
    return f"{terms.client} reported just {named}, and denied {others}"


def _none_of(what: str, question: str, asked: Polar, terms: Terms) -> str | None:
    """What there was none of, "no chest pain", with where or when it was asked for."""
    if word_count(what) > _MOST_OF_A_THING or _NO_THING.search(what):
        return None
    if asked.denied is not None:
        begun = re.match(
            rf"{_BEFORE_A_THING}{re.escape(_head(what))}(?:s|es)?\b(?P<rest>(?: [\w' -]+)?)$",
            asked.denied,
            re.IGNORECASE,
        )
        if begun is not None and not re.match(r" (?:or|and)\b", begun["rest"]):
            return f"{terms.client} reported no {what}{begun['rest']}"
    matter = set(content_stems(question)) - _LIGHT
    named = set(content_stems(what))
    if matter and named and (matter <= named or _is_one_of(what, question)):
        return f"{terms.client} reported no {what}"
    return None


def _head(what: str) -> str:
    """The first of what was denied: "numbness or tingling" begins with the numbness."""
    return re.split(r" (?:or|and) ", what)[0]


def _is_one_of(what: str, question: str) -> bool:
    """Whether a thing is one of those that a question lists, with nothing behind them."""
    listed = re.search(rf"\b{re.escape(what)}\b(?P<rest>[^?]*)", question, re.IGNORECASE)
    return (
        listed is not None
        and re.match(r"(?:,? (?:or|and) [\w-]+)?(?: at all)?[\W]*(?:$|any )", listed["rest"]) is not None
    )


def _by_itself(told: str, question: str, terms: Terms) -> str | None:
    """A clause that says again what was asked, so that nothing is lost without the question."""
    asked = _CALLED.sub("", question.strip())
    first = told.partition(";")[0].rstrip(".")
    plain = _YES_BEHIND.sub("", first)
    if _IT_IS.match(plain):
        confirmed = polar(asked, terms).confirmed
        whole = first == told.rstrip(".") and confirmed is not None
        same = whole and _in_full(f"that {plain}") == _in_full(confirmed or "")
        return f"{terms.client} confirmed {confirmed}" if same else None
    if not stands_alone(plain, asked):
        return None
    told = told.rstrip(".")
    return f"{terms.client} reported that {plain if first == told else told}"


def _in_full(clause: str) -> str:
    return clause.lower().replace("'s ", " is ").replace("that that ", "that this ")


def stands_alone(first: str, asked: str) -> bool:
    """Whether a clause of the client's tells all that was asked, or one of what was asked for in general."""
    if _POINTS.search(first) or not _OF_THE_CLIENT.match(first):
        return False
    matter, said = set(content_stems(asked)) - _LIGHT, set(content_stems(first))
    if not matter or not said - _LIGHT:
        return False
    if matter <= said or (_EITHER.search(asked) and said <= set(content_stems(asked))):
        return True
    return matter <= _IN_GENERAL and _HAS_OR_TAKES.match(first) is not None


def _stated(said: str, question: str, terms: Terms) -> str | None:
    """Words in quotation marks that say again all that was asked: "I did the invoices! All of them."."""
    first = _FIRST_SENTENCE.split(said)[0]
    matter = set(content_stems(question)) - _LIGHT
    if not re.match(r"(?:i|i've|i'm|my)\b", first, re.IGNORECASE) or _POINTS.search(first):
        return None
    return f'{terms.client} stated: "{said}"' if matter and matter <= set(content_stems(first)) else None
