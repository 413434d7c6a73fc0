"""Direct speech to reported speech: "I don't sleep" -> "she does not sleep".

Only what is certain is rewritten. Where a pronoun or a verb's form could come out
wrong, the answer is None and the caller quotes the speaker's very words instead.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from live_notes.drafting.embedded.hearing.spoken_forms import keeps_aint
from live_notes.drafting.embedded.telling.another_sense import means_another
from live_notes.drafting.language.any_case import AnyCase
from live_notes.drafting.language.verbs import ADVERBS, BASE, UNCERTAIN, agree, is_verb
from live_notes.drafting.language.words import TOKEN, tokens, word_set
from live_notes.drafting.preferences import Pronouns

_FIRST = {"i", "me", "my", "mine", "myself"}
_SECOND = {"you", "your", "yours", "yourself"}
_TOGETHER = {"we", "us", "our", "ours", "ourselves"}
_TO_SOMEBODY = (
    r"(?:say|says|said|saying|tell|tells|told|telling|text(?:s|ed|ing)?|write|wrote|writing|messag(?:e|ed"
    r"|ing)"
    r"|email(?:ed)?|reply|replied|shout(?:ed|ing)?|yell(?:ed|ing)?|ask(?:ed|ing)?|scream(?:ed|ing)?"
    r"|whisper(?:ed)?)"
)
"""After these, and a comma, comes what was said to somebody, in their own persons."""
_SAID_LIKE = re.compile(rf"\b{_TO_SOMEBODY}\b[^.?!,]{{0,30}},? like, ", re.IGNORECASE)
_UNSURE = AnyCase(
    r"(?:^|[,;] |\b(?:but|so|well|and) )(?:(?:please|just|don't|do not) )*let (?:me|us)\b|\blet's\b"
    r"|\b(?:y'all|yourselves|thee|here we (?:go|are)|there (?:we|you) go|here i go)\b"
    r"|\b(?:are|do|did|have|can|should|will|would|were|could) we\b"
    r"|\b(?:am|do|did|have|can|should|will|would|was|could|are) i\b"
    r"|\bpoor me\b|\b(?:say|tell|text|ask)(?: to)? (?:him|her|them|(?:your"
    r"|my) [a-z]+)\b[^.?!]{0,24}, (?:\w+ ){1,6}(?:me|us)\b"
    r"|\bme and (?!then\b|now\b|that\b|it\b|i\b)|\bthank you\b"
    r"|\b(?:said|says|saying|say|told me|goes|was like|were like|is like|be like|i'm like)\b,? (?:\""
    r"|i\b|i'|you|oh|my\b)"
    r"|\b(?:said|says|say),? [\w\[\]]+, (?:i|you|we)\b"
    rf"|\b{_TO_SOMEBODY}\b[^.?!]{{0,30}}?, "
    r"(?:(?:please|just|hey|look|listen|sorry|don't|bro|mate|man|love)[ ,]+)*"
    r"(?:i|you|we|[a-z]+ (?:me|us|my))\b"
    r"|\b(?:would(?:'ve| have)?|'d(?: have)?|'ll|will|gonna|going to) (?:have )?(?:kill|murder|strangle"
    r"|throttle)"
    r"(?:ed|d)? (?:me|us)\b"
    r"|\b(?:when(?:ever)? i'm|whenever|every time|sometimes|usually|normally|typically|most (?:days|nights)"
    r"|some (?:days|nights))\b[^.;]*\b(?:i|we)'ll\b|^maybe i'll have\b"
    r"|\b(?:i|we)'ll (?:\w+ ){1,4}and (?:then )?i (?:try|go|get|start|feel|just|end|sit|think|can't"
    r"|don't)\b"
    r"|\b(?:we|i)(?:'re| are) (?:both|all|two|three|four|(?:so |very |totally )?(?:separate|different"
    r"|opposites?))\b"
    r"|\b(?:stick|rod|bug) up (?:my|his|her|their|the|your)\b|\b(?:evil|holier than|lucky me|oh joy"
    r"|big surprise)\b"
    r"|\b(?:pain in|bit(?:e|es|ing)|kick(?:s|ed|ing)?|kiss(?:es|ed|ing)?)(?: me| us)?(?: in)? (?:the|my)"
    r" (?:butt|arse|ass|backside|rear|bum|neck)\b"
    r"|\b(?:this|that|his|her|their|the) (?:great|wonderful|brilliant|lovely|fantastic|amazing|genius)"
    r"(?: new)? (?:announcement|idea|plan|news|decision|rule|policy|law|advice|intervention)\b"
    r"|\b(?:everyone|everybody|anyone|anybody|people) who (?:[\w']+ ){1,3}(?:is|are) (?:an? |the "
    r"|all )?(?:bad"
    r"|devil|criminal|scum|stupid|lazy|terrible|horrible|wrong|idiots?|monsters?|losers?|weak|crazy)\b"
    r"|, (?:bro|mate|dude|pal|buddy|yaar|bhai|man|babe|darling|sweetheart)(?=,|$)"
)
_INDIRECT = re.compile(
    r"\b(?:says?|said|told me|thinks?) (?:that )?(?:i (?:should|need(?:ed)?|ha(?:ve|d) to|must|was|could"
    r"|can|drink|smoke"
    r"|eat|work)\b|i've got to\b|my (?:blood|sugar|weight|pressure|results?|levels?|numbers?|bmi|a1c"
    r"|cholesterol|heart"
    r"|liver|kidneys?|labs?|tests?)\b)",
    re.IGNORECASE,
)
"""What others say of the speaker, in the speaker's own words."""
_JOINT_SUBJECT = re.compile(
    r"\b(?:husband|wife|partner|sister|brother|mother|mom|mum|dad|father|friend|boyfriend|girlfriend"
    r"|son|daughter"
    r"|boss|him|her|he|she|them|kids|\]) and i\b",
    re.IGNORECASE,
)
_THIRD = {
    "she": re.compile(r"\b(?:she|her|hers|herself|she'\w+)\b", re.IGNORECASE),
    "he": re.compile(r"\b(?:he|him|his|himself|he'\w+)\b", re.IGNORECASE),
    "they": re.compile(r"\b(?:they|them|their|theirs|themselves|they'\w+)\b", re.IGNORECASE),
}
_DONE_TO = re.compile(
    r"^(?!.*\bi\b)(?:(?:and|but|so) )?(?:(?:he|she)\b(?:'\w+)?[^,;]*\bme\b"
    r"|my [\w-]+(?: [\w']+){0,2} (?:push|hit|slap|chok|grab|kick|threaten|shov|hurt|touch|forc"
    r"|beat)\w* me\b)"
)
"""What somebody does to the speaker: "he pushed them" would be said of somebody else."""
_CONTRACTED = {"'m": "am", "'re": "are", "'ve": "have", "'ll": "will"}
_NOT = {"can't": "cannot", "won't": "will not", "shan't": "shall not", "ain't": "is not"}
_OBJECT_BEFORE_YOU = word_set("""
to for with at about of from on want like help let ask see give tell encourage make send refer invite need
continue keep put start prescribe set schedule order get have take switch connect recommend examine check
treat test monitor watch follow push place
hear
thank show offer support than between around by call email remind teach bring wish notice asking helping
letting giving
""")


_MOST_NOUNS = 1
"""How often a noun may stand where a pronoun would: more reads badly, and is quoted instead."""

_COMPARING = frozenset({"like", "than"})


_FIXED = (_FIRST | _SECOND | _TOGETHER) - {"i", "you", "we"}
"""What no verb follows."""


@dataclass(frozen=True)
class Voice:
    """Whose words are reported: what "I", "you" and "we" become. None means it can't be said safely."""

    first: Pronouns | None
    second: Pronouns | None = None
    proper: frozenset[str] = frozenset()
    once: str | None = None  # what the first "you" becomes, before the pronoun takes over
    noun: Pronouns | None = None  # stands for "I" where the pronoun could be somebody else's
    together: Pronouns | None = None


@dataclass
class _Writing:
    """The state of one rewriting, from left to right."""

    voice: Voice
    words: list[tuple[str, str]]
    out: list[str] = field(default_factory=list)
    subject: Pronouns | None = None  # waits for its verb
    conjugated: bool = False  # a plain verb took an s: those joined to it by "and" must, too
    infinitive: bool = False
    named: bool = False
    failed: bool = False


def reword(text: str, voice: Voice) -> str | None:
    """The text in reported speech, without its final stop; None when that is not certain."""
    body = text.strip().rstrip(".!… ")
    if not body or body.endswith("?") or _blocked(body, voice):
        return None
    if _clashes(body, voice):
        if voice.noun is None or _first_persons(body) > _MOST_NOUNS:
            return None
        voice = replace(voice, first=voice.noun)
    writing = _Writing(voice, _words(body))
    for position, (gap, word) in enumerate(writing.words):
        _write(writing, position, gap, word)
        if writing.failed:
            return None
    if writing.subject is not None:
        return None
    return lower_first("".join(writing.out) + _tail(body), voice.proper)


def speaks_as_then(exact: str) -> bool:
    """Whether somebody gives what was said in its own words: "I texted her, like, hope it was fun"."""
    return bool(_SAID_LIKE.search(exact))


def lower_first(text: str, proper: frozenset[str] = frozenset()) -> str:
    """The text as it continues a sentence: first letter small unless it is a name or a placeholder."""
    first = text.split(" ", 1)[0].rstrip(",.;:?!")
    if (
        text[:1] == "["
        or first in proper
        or first.replace("’", "'").split("'")[0] in proper
        or (len(first) > 1 and first.isupper())
    ):
        return text
    return text[:1].lower() + text[1:]


def _words(body: str) -> list[tuple[str, str]]:
    """Tokens with the text between each and the one before."""
    found, end = [], 0
    for match in TOKEN.finditer(body):
        found.append((body[end : match.start()], match.group().replace("’", "'")))
        end = match.end()
    return found


def _tail(body: str) -> str:
    last = list(TOKEN.finditer(body))[-1:]
    return body[last[0].end() :].rstrip(" ,;:-–—\"'") if last else ""


def _blocked(body: str, voice: Voice) -> bool:
    """What can't be reported without a guess: we, nested speech, clashing pronouns, joint subjects."""
    plain = body.replace("’", "'").lower()
    if _UNSURE.search(_INDIRECT.sub(" ", plain)) or _JOINT_SUBJECT.search(plain) or '"' in plain:
        return True
    if keeps_aint(plain) or means_another(plain):
        return True
    spoken = {w.split("'")[0] for w in tokens(plain)}
    if voice.second is None and spoken & _SECOND:
        return True
    if spoken & _TOGETHER and (voice.together is None or _THIRD["they"].search(plain)):
        return True
    return bool(voice.first is None and spoken & _FIRST)


def _clashes(body: str, voice: Voice) -> bool:
    """Whether the pronoun that would stand for the speaker already stands for somebody else."""
    subject = voice.first.subject if voice.first else ""
    plain = body.replace("’", "'").lower()
    third = _THIRD.get(subject)
    taken = third is not None and third.search(plain) is not None
    shared = subject == "they" and any(word.split("'")[0] in _TOGETHER for word in tokens(plain))
    done_to = subject == "they" and _DONE_TO.search(plain) is not None
    return bool((taken or shared or done_to) and _first_persons(body))


def _first_persons(body: str) -> int:
    return sum(word.split("'")[0].lower() in _FIRST for word in tokens(body))


def _write(w: _Writing, position: int, gap: str, word: str) -> None:
    low = word.lower()
    stemmed, _, ending = low.partition("'")
    w.out.append(gap)
    if gap.strip() and w.subject is None:
        w.infinitive = False
    if stemmed in _FIRST | _SECOND | _TOGETHER and (not ending or f"'{ending}" in {*_CONTRACTED, "'d"}):
        _person(w, position, stemmed, ending)
    elif w.subject is not None:
        _verb(w, word)
    else:
        w.infinitive = w.infinitive or low == "to"
        w.out.append(_joined_verb(w, position, word))


def _person(w: _Writing, position: int, word: str, ending: str) -> None:
    forms = _forms(w.voice, word)
    if forms is None or w.subject is not None:
        w.failed = True
        return
    if word in _FIXED:
        w.out.append(_fixed(w, forms, word))
    elif word == "you" and not ending and _is_object(w, position):
        w.out.append(_name_once(w, forms.object))
    else:
        named = word == "you" and w.voice.once is not None and not w.named
        w.out.append(_name_once(w, forms.subject) if word == "you" else forms.subject)
        w.conjugated = False
        w.subject = replace(forms, plural_verb=False) if named else forms
        if ending:
            w.out.append(" ")
            _contracted(w, _spelt_out(w, position, ending))


def _forms(voice: Voice, word: str) -> Pronouns | None:
    if word in _TOGETHER:
        return voice.together
    return voice.first if word in _FIRST else voice.second


def _spelt_out(w: _Writing, position: int, ending: str) -> str:
    """What 'd stands for: "would" before a plain verb; else it is left open, for it may be "had"."""
    after = w.words[position + 1][1].lower() if ending == "d" and position + 1 < len(w.words) else ""
    return "would" if after in BASE - UNCERTAIN - {"come", "become", "run"} else ending


def _name_once(w: _Writing, pronoun: str) -> str:
    if w.voice.once is None or w.named:
        return pronoun
    w.named = True
    return w.voice.once


def _fixed(w: _Writing, forms: Pronouns, word: str) -> str:
    if word in {"my", "your", "our"}:
        if word == "your" and w.voice.once is not None and not w.named:
            w.named = True
            return f"{w.voice.once}'s"
        return forms.possessive
    if word in {"myself", "yourself", "ourselves"}:
        w.failed = w.failed or forms.reflexive == forms.subject  # "hurt the client" would say something else
        return forms.reflexive
    return forms.object if word in {"me", "us"} else forms.possessive_alone


def _is_object(w: _Writing, position: int) -> bool:
    """Whether "you" receives the action: after a preposition or at the end of its clause."""
    before = w.words[position - 1][1].lower() if position else ""
    after = w.words[position + 1] if position + 1 < len(w.words) else None
    if after is None or after[0].strip():
        return True
    if before in _COMPARING:  # "it sounds like you have", but "I'd like you to"
        return not is_verb(after[1])
    if before in _OBJECT_BEFORE_YOU:
        return True
    if not (is_verb(after[1]) or after[1].lower() in ADVERBS):
        w.failed = True
    return False


def _contracted(w: _Writing, ending: str) -> None:
    if ending == "d":  # had or would: only a pronoun can leave that open
        w.failed = w.failed or " " in (w.subject.subject if w.subject else "")
        w.out[-1:] = ["'d"]
        w.subject = None
        return
    _verb(w, _CONTRACTED.get(f"'{ending}", ending))


def _verb(w: _Writing, word: str) -> None:
    low = word.lower()
    if w.subject is None or low in ADVERBS:
        w.out.append(low)
        return
    form = agree(low, plural=w.subject.plural_verb) if is_verb(low) or w.subject.plural_verb else None
    if form is None or (w.subject.plural_verb and not is_verb(low)):
        w.failed = True
        return
    w.conjugated = not w.subject.plural_verb and low in BASE and form != low and low not in {"have", "do"}
    w.infinitive = False
    w.subject = None
    w.out.append(_open(form))


def _joined_verb(w: _Writing, position: int, word: str) -> str:
    """A verb joined by "and" to one that took an s takes it, too, unless "to" may govern it."""
    before = [pair[1].lower() for pair in w.words[max(0, position - 2) : position]]
    joined = bool(before) and (
        before[-1] in {"and", "or"} or (before[-1] in ADVERBS and before[0] in {"and", "or"})
    )
    low = word.lower()
    if w.conjugated and joined and low in BASE:
        w.failed = (
            w.failed or w.infinitive or low in {"work", "stress", "panic", "sleep", "drink", "worry", "fear"}
        )
        return agree(low, plural=False) or low
    return _open(word)


def _open(word: str) -> str:
    """A contracted "not" written out."""
    low = word.lower()
    if low in _NOT:
        return _NOT[low]
    return f"{word[:-3]} not" if low.endswith("n't") else word
