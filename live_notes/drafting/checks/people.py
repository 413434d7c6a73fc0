"""Whether a sentence gives what was said, or what was said of somebody, to the right person."""

from __future__ import annotations

import re
from collections.abc import Sequence

from live_notes.drafting.checks.claim import ASKED_ABOUT, Claim
from live_notes.drafting.checks.reading import CLIENT_FOR_SHORT, PERSON, Word
from live_notes.drafting.language.answers import Answer, read_answer
from live_notes.drafting.language.words import stem, word_set
from live_notes.drafting.spec import Speaking

_SAYING = (
    r"(?:report|stat(?:e|ed|es|ing)\b|describ|den(?:y|ied|ies)|confirm|express|shar|ask|answer|endors|said|says"
    r"|verbali[sz]|voiced|mention|agree|identif|acknowledg|observ|formulat|explain|validat|think|thought|not(?:e|ed|es)\b|believ|complain|recall"
    r"|recommend|advis|felt)\w*"
)
_PUTTING = r"(?:set|suggested|proposed|offered|added|went on|went over|replied|named|responded|reflected)\b"
_HEAD = re.compile(
    r"^(?:when asked [^,\"]*(?:\"[^\"]*\")?[^,]*,? |asked [^,]*, )?"
    rf"(?:the )?(?P<who>[^,.:;\"]{{2,40}}?)(?: [a-z])? (?P<saying>{_SAYING})\b"
)
_QUOTING = re.compile(r": [\"“](?P<said>[^\"”]*)[\"”]")
_ANSWERING = re.compile(r"^(?:den(?:y|ied|ies)|confirm|answer|agree)")
_REPORTING = re.compile(r"^(?:report|stat|describ|endors|complain)")
_CLIENTS = word_set("client patient")
_CLINICIANS = word_set("therapist clinician doctor counselor counsellor provider")
_KIN = word_set("""
mother father sister brother son daughter husband wife partner spouse friend grandmother grandfather aunt
uncle cousin niece nephew girlfriend boyfriend roommate boss neighbor neighbour teacher coworker
""")
_KIN_STEMS = frozenset(stem(one) for one in _KIN)
_SPOUSES = frozenset(stem(one) for one in ("husband", "wife", "partner", "spouse"))
_SAYS = word_set(
    "said says say saying told tells tell thinks thought thinking mentioned noticed notices goes asked asks"
)
_SPEAKERS = word_set("i i'm i've i'd i'll you you're you've")
_GOES_ON = word_set("and or that who which because")
_LEAST_OWN = 0.3
_BEFORE = 5
"""Words before a verb in which its subject stands."""

_NEAR = 4
_SURELY = 1.0
"""How alike the surroundings must be to tell that this is where it was said."""


def wrong_speaker(claim: Claim) -> str | None:
    """Given to one side while the other one said it, or told of a relative instead; or the reverse."""
    if not claim.evidence.lines:
        return None
    return (
        _said_by_another(claim)
        or _quoted_from_another(claim)
        or _relative_missing(claim)
        or _relative_spoke(claim)
        or _of_a_relative(claim)
        or _of_the_speaker(claim)
    )


def _attributed(claim: Claim) -> tuple[Speaking | None, str]:
    """Whose statement the sentence says it is, and the verb it says so with."""
    text = claim.text.strip()
    asked = ASKED_ABOUT.match(text)
    text = text[asked.end() :].lstrip() if asked is not None else text
    match = _HEAD.match(text.lower())
    if match is None:
        return None, ""
    who = match["who"].strip()
    if who in CLIENT_FOR_SHORT and not text[slice(*match.span("who"))].isupper():
        return Speaking.CLIENT, match["saying"]
    if who == claim.preferences.client_term.lower() or who in _CLIENTS:
        return Speaking.CLIENT, match["saying"]
    if who == claim.preferences.clinician_term.lower() or who in _CLINICIANS:
        return Speaking.CLINICIAN, match["saying"]
    return None, match["saying"]


def _other(side: Speaking) -> Speaking:
    return Speaking.CLINICIAN if side is Speaking.CLIENT else Speaking.CLIENT


def _said_by_another(claim: Claim) -> str | None:
    subject, saying = _attributed(claim)
    if subject is None:
        return None
    other, words = _other(subject), claim.evidence.words
    sides = {line.speaking for line in claim.evidence.lines}
    if sides == {other} or (subject is Speaking.CLINICIAN and _ANSWERING.match(saying) and other in sides):
        return _objection(subject)
    ends = _where_the_other_begins(claim, other)
    told = [at for at in claim.told if at < ends and at not in claim.preface and claim.said[at]]
    # What a clinician only asks, they don't report; whose words a quotation holds is looked at below.
    asked = subject is Speaking.CLINICIAN and other in sides and not claim.quotations
    asks = asked and _REPORTING.match(saying) is not None

    def is_other_s(place: int) -> bool:
        return words[place].speaking is other or (asks and claim.evidence.asked_at(place) is not None)

    by_other = [at for at in told if all(is_other_s(place) for place in claim.said[at])]
    if not told or 1 - len(by_other) / len(told) >= _LEAST_OWN:
        return None
    answered = any(claim.evidence.asked_at(place) for at in by_other for place in claim.said[at])
    answered = answered or (saying.startswith("agree") and _says_yes(claim))
    return None if subject is Speaking.CLIENT and answered else _objection(subject)


def _where_the_other_begins(claim: Claim, other: Speaking) -> int:
    """The place from which a sentence quotes the other side: 'client answered: "..." Therapist answered: "'.

    Whose words stand in a quotation is looked at by itself.
    """
    begun = (place for who, place in claim.frames[1:] if _side_of(claim, who) is other)
    return next(begun, len(claim.words))


def _says_yes(claim: Claim) -> bool:
    """Whether the client's last cited line says yes to what stands before it."""
    own = [line for line in claim.evidence.lines if line.speaking is Speaking.CLIENT]
    return bool(own) and read_answer(own[-1].text) in {Answer.YES, Answer.OTHER}


def _quoted_from_another(claim: Claim) -> str | None:
    """A quotation after a colon that only the other side spoke; a sentence may quote both sides."""
    begins = 0
    for quoting in _QUOTING.finditer(claim.text):
        head = claim.text[begins : quoting.start()].strip(' "“”')
        begins = quoting.end()
        said = re.findall(
            rf"(?:^|[,:.?!] |^the )(?:the )?([^,:\"]{{2,40}}?) (?:{_SAYING}|{_PUTTING})", head.lower()
        )
        subject = _side_of(claim, said[-1].strip()) if said else None
        if subject is None:
            continue
        own = claim.evidence.by(subject, Speaking.AUTHOR, Speaking.OTHER, Speaking.UNKNOWN)
        says_so = own.lines and own.says(quoting["said"])
        if not says_so and claim.evidence.says(quoting["said"]):
            return _objection(subject)
    return None


def _side_of(claim: Claim, who: str) -> Speaking | None:
    if who == claim.preferences.client_term.lower() or who in _CLIENTS:
        return Speaking.CLIENT
    if who == claim.preferences.clinician_term.lower() or who in _CLINICIANS:
        return Speaking.CLINICIAN
    return None


def _objection(subject: Speaking) -> str:
    other = _other(subject).value
    return f"the note gives this to the {subject.value}, in the cited lines it is the {other} who says it"


def _relative_missing(claim: Claim) -> str | None:
    """A relative that the cited lines do not speak of."""
    given = {form for word in claim.evidence.words for form in (word.key, *word.forms)}
    for word in claim.words:
        if word.key not in _KIN_STEMS or word.key in given:
            continue
        if not (word.key in _SPOUSES and given & _SPOUSES):
            return f"the note speaks of a {_plain(word)}, the cited lines do not"
    return None


def _relative_spoke(claim: Claim) -> str | None:
    """A statement given to a relative of whom the cited lines tell nothing that they said."""
    match = _HEAD.match(claim.text.strip().lower())
    named = match["who"].split()[-1] if match else ""
    who = stem(named)
    if who not in _KIN_STEMS or claim.evidence.by(Speaking.OTHER, Speaking.UNKNOWN, Speaking.AUTHOR).lines:
        return None
    words = claim.evidence.words
    for place, word in enumerate(words):
        if _is_kin(word, who) and any(one.text in _SAYS for one in words[place + 1 : place + 1 + _NEAR]):
            return None
    return f"the note lets a {named} say this, in the cited lines they do not"


def _of_a_relative(claim: Claim) -> str | None:
    """Something told of the client that the cited lines tell of a relative."""
    words = claim.evidence.words
    for place, word in enumerate(words):
        if word.key not in _KIN_STEMS or not _is_owned(words, place):
            continue
        for at in _same_place(claim, place):
            before = claim.words[max(0, at - 3) : at]
            if any(_is_client(claim, one) for one in before[-2:]) and not any(
                one.key in _KIN_STEMS for one in before
            ):
                return f"the note tells this of the client, the cited lines of a {_plain(word)}"
    return None


def _same_place(claim: Claim, place: int) -> Sequence[int]:
    """Where the sentence has what follows a place of the evidence directly."""
    words = claim.evidence.words
    for after in range(place + 1, min(place + 3, len(words))):
        if words[after].key == PERSON or words[after].clause != words[place].clause:
            return ()
        back = claim.places.reversed
        found = back.likeliest(after, back.by_key.get(words[after].key, ()))
        if found and claim.places.likeness(found[0], after) >= _SURELY:
            return found
    return ()


def _of_the_speaker(claim: Claim) -> str | None:
    """Something told of a relative that the speaker told of themselves."""
    words = claim.evidence.words
    for at, word in enumerate(claim.words):
        if word.key not in _KIN_STEMS or word.quoted or not _is_owned(claim.words, at):
            continue
        verb = next((n for n in range(at + 1, min(at + 4, len(claim.words))) if claim.said.get(n)), None)
        if verb is None or any(
            one.key == PERSON or one.text in _GOES_ON or one.clause != word.clause
            for one in claim.words[at + 1 : verb + 1]
        ):
            continue
        places = claim.said[verb]
        if all(_told_of_speaker(words, place) for place in places) and any(
            claim.places.likeness(verb, place) >= _SURELY for place in places
        ):
            return f"the note tells this of a {_plain(word)}, the cited lines of the speaker"
    return None


def _told_of_speaker(words: Sequence[Word], place: int) -> bool:
    before = words[max(0, place - _BEFORE) : place]
    same = [one for one in before if one.clause == words[place].clause and one.line == words[place].line]
    return any(one.text in _SPEAKERS for one in same[-3:]) and not any(one.key in _KIN_STEMS for one in same)


def _is_owned(words: Sequence[Word], place: int) -> bool:
    return place > 0 and words[place - 1].key == PERSON


def _is_client(claim: Claim, word: Word) -> bool:
    low = word.text.removesuffix("'s")
    return low == claim.preferences.client_term.lower() or low in _CLIENTS


def _is_kin(word: Word, kin: str) -> bool:
    return word.key == kin or kin in word.forms or (kin in _SPOUSES and word.key in _SPOUSES)


def _plain(word: Word) -> str:
    return word.text.removesuffix("'s")
