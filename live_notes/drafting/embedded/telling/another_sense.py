"""Words of the speaker that mean something else once they stand in the third person.

"He said just tell me" bids, and "he said just tell her" does not; "angry at me" is angry at oneself, "if I do
me back" hurts a back, and "mine" said alone is nobody else's. A report of these would say another thing.
"""

from __future__ import annotations

import re

from live_notes.drafting.language.any_case import AnyCase
from live_notes.drafting.language.verbs import BASE, FINITE, PAST, is_verb
from live_notes.drafting.language.words import STOP_WORDS, tokens, word_set

_ADVERB = (
    r"(?:just|really|only|still|always|never|also|kind|sort|of|so|very|a|an|bit|little|too|quite|pretty|more"
    r"|mostly|all|not|totally|completely|absolutely|actually|probably|maybe|even)"
)
_HELP = (
    r"(?:do|don't|did|didn't|can|can't|could|couldn't|would|wouldn't|will|won't|have|haven't|had|hadn't"
    r"|should|shouldn't|might|must|used|to|gonna|want|wanted|need|needed|trying|tried)"
)
_FELT = (
    r"(?:angry|mad|cross|annoyed|furious|raging|livid|fuming|frustrated|irritated|disappointed|ashamed"
    r"|disgusted|embarrassed|proud|sorry|hard|harsh|tough|sick|tired|let down|kind|gentle|mean|horrible"
    r"|cruel|nice|patient|fed up|anger|rage|fury|shame|disgust|hate|hatred|blame|pity|resentment"
    r"|contempt|pissed off|thick)"
)
_AT_ONESELF = AnyCase(
    rf"(?:^|[,;] |\band |\bbut |\bor |\bi(?:'m|'d been|'ve been| am| was| feel| felt| get| got| stay(?:ed)?"
    rf"| go| went| have been| had been| end(?:ed)? up| keep being)? )(?:{_ADVERB} )*{_FELT}"
    r" (?:at|with|of|in|on|for|about|towards?|against|to) me\b(?! mum\b| mam\b| dad\b| da\b)"
)
"""What somebody feels for themselves: "angry at me", "I was hard on me"."""
_DONE_TO_ONESELF = AnyCase(
    rf"\bi(?:'d|'ve|'ll|'m)? (?:(?:{_ADVERB}|{_HELP}) )*(?!(?:and|or|let|for|to|of|with|than|as|but)\b)"
    rf"[a-z]+ me\b(?! (?:is|was|has|who|that)\b)"
)
"""Who does it and whom it is done to are one: "I hate me", "I got me a job", "if I do me back"."""
_MINE_ALONE = AnyCase(
    r"^(?:(?:no|yes|yeah|aye|well|um|oh|just|only|it's|that's|was|is|probably|definitely|always|both|all|the"
    r" one is|that one's|not)[, ]+)*mine(?:,? (?:please|then|i think|i suppose|mostly|really|is fine"
    r"|is better|is best|will do))?\W*$"
)
"""Whose of two it is: "theirs" would be anybody's."""
_LEFT_WITH = AnyCase(
    r"\b(?:i|we)(?:'d| had|'ve| have|'ve had|'d had| got)? (?:(?:only|just|still|always) )?(?:had|have|got"
    r" )?(?:the|my|our|both)(?: of the)? (?:twins|triplets|baby|babies|wee ones?|little ones?|smallies)\b"
)
"""In whose charge a child was, or who bore it: nobody could tell once it is told of somebody else."""
_SAID = re.compile(
    r"\b(?:said|says|say|saying|goes|texts?|texted|wrote|writes|replied|replies|shouted|shouts|yelled"
    r"|whispered|(?:'s|was|were|is|are|i'm|he's|she's|they're|be) like|went like)[,:]? (?P<bid>[^.;?!]+)"
)
_SOFTENS = word_set(
    "just please always only never well look listen come go then now maybe so and first hey oh"
)
_BIDS_NOT = word_set("don't dont")
_SPEAKER = word_set("i me my mine myself us our ours")
_BEFORE_THE_OWNED = word_set(
    "in on at of for with from into under round around about to by off over through near behind"
)
_BEHIND_ME = word_set(
    "anymore today yesterday tomorrow tonight sometimes last every like back home alone personally either"
    " neither next instead somehow anyway whatsoever right now still always never really maybe okay fine"
    " gone mad crazy insane things stuff everything something anything nothing somebody someone people"
    " because since please first again twice once twice weekly daily nightly morning mornings night nights"
    " yet upset sad angry sick down low better worse happy safe"
)
_ENDS_AS_NO_NOUN = ("ing", "ly", "ed", "n't")


def means_another(plain: str) -> bool:
    """Whether words in small letters would say something else of somebody in the third person."""
    if "mine" in plain and _MINE_ALONE.search(plain):
        return True
    if _LEFT_WITH.search(plain) or _bids(plain):
        return True
    if " me" not in plain:
        return False
    return bool(_AT_ONESELF.search(plain) or _DONE_TO_ONESELF.search(plain) or _owns(plain))


def _bids(plain: str) -> bool:
    """Whether somebody's bidding is given as it was spoken, and names the speaker: "he said call me"."""
    return any(map(_is_bidding, (tokens(said["bid"]) for said in _SAID.finditer(plain))))


def _is_bidding(words: list[str]) -> bool:
    """Whether words behind "said" begin with a plain verb, and go on to the speaker: "just tell me"."""
    at = next((at for at, word in enumerate(words) if word not in _SOFTENS or word in {"come", "go"}), None)
    if at is None:
        return False
    bids = words[at] in BASE or words[at] in _BIDS_NOT
    after = words[at + 1] if at + 1 < len(words) else ""
    named = after in FINITE or after in {"is", "was", "were", "are", "has", "had"} or after in PAST - BASE
    return bids and not named and bool(_SPEAKER.intersection(words[at + 1 :]))


def _owns(plain: str) -> bool:
    """Whether a "me" behind a preposition is an owner's, of a thing nobody thought of: "in me locker"."""
    words = plain.split()
    for before, me, owned in zip(words, words[1:], words[2:], strict=False):
        if me == "me" and before in _BEFORE_THE_OWNED and _may_be_owned(owned.rstrip(".!?"), before):
            return True
    return False


def _may_be_owned(word: str, before: str) -> bool:
    if not word.rstrip(",").isalpha() or word.endswith(_ENDS_AS_NO_NOUN) or before == "to":
        return False
    bare = word.rstrip(",")
    return bare not in STOP_WORDS and bare not in _BEHIND_ME and not (is_verb(bare) or bare in FINITE)
