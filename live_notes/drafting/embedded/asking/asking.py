"""A clinician's question inside a sentence: "are you sleeping?" becomes "whether she is sleeping".

Only what is certain is put so: a known verb form, one question, one "you". For the rest the answer is None
and the caller quotes the question.
"""

from __future__ import annotations

import re
from itertools import takewhile

from live_notes.drafting.domains import touched
from live_notes.drafting.embedded.asking import asking_words as says
from live_notes.drafting.embedded.asking.asking_forms import other_forms, told_form
from live_notes.drafting.embedded.asking.topic_words import ASIDE, PARENTHESIS
from live_notes.drafting.embedded.telling.reported import Voice, lower_first, reword
from live_notes.drafting.embedded.telling.saying import capital
from live_notes.drafting.language.verbs import BASE, FINITE, PAST, UNCERTAIN, is_verb, past, third_person
from live_notes.drafting.language.words import tokens, word_count
from live_notes.drafting.preferences import Pronouns

_MOST_WORDS = 24
_MOST_NOUNS = 2
"""How often a noun may stand where a pronoun would."""
_MOST_BEFOREHAND = 10
_MOST_OF_A_NAME, _MOST_OF_A_LONG_NAME = 4, 8


_ASKS_IN_PLACE = re.compile(
    r"\b(?:you|he|she|they|it|her|him|them|that|this|was|were|is|are|did|do|does|had|have|at|on|for|to"
    r"|with|from|of|in|till|until|since"
    r"|by|about"
    r"|\w+ed|went|took|got|said|nights?|days?|shifts?)\s(?:what|when|where|who|which|how (?:many|much"
    r"|long|often))"
    r"(?:\W*$| (?:in|on|of|exactly|then|again|for|at|about|roughly|a (?:day|week|night|month))\b)",
    re.IGNORECASE,
)
"""Asks with its word where the answer belongs: "you did nights when in the week?"."""
_WOULD_YOU_SAY = re.compile(
    r"(?<=\w),? (?:would you say|would you guess|d'you reckon|do you reckon)(?=[?.]*$)", re.IGNORECASE
)


def asked_within(question: str, voice: Voice) -> str | None:
    """What follows "When asked": "whether she has slept", "how it felt", "about any side effects".

    `voice.second` are the client's pronouns. None where the question must be quoted.
    """
    if _ASKS_IN_PLACE.search(question) and not says.OPEN.match(says.LEAD.sub("", question)):
        return None  # "so you did nights when in the week?" asks no whether
    question = _WOULD_YOU_SAY.sub("", question)
    put = _within(question, voice)
    if put is not None or voice.second is None:
        return put
    for form in other_forms(question):
        put = _within(form, voice)
        if put is not None:
            return put
    told = told_form(question)
    if told is None or says.OTHER_YOU.search(told) or _is_unsure(told, voice.second):
        return None
    return _reported(told, voice)


def within(words: str, voice: Voice) -> str | None:
    """Words in the order of a statement as they stand in a sentence, "you" as the client; None if unsure."""
    if voice.second is None or says.OTHER_YOU.search(words) or _is_unsure(words, voice.second):
        return None
    return _reported(words, voice)


def _within(question: str, voice: Voice) -> str | None:
    body = PARENTHESIS.sub(" ", ASIDE.sub("", question.replace("’", "'").strip(" ,;"))).rstrip(" ?.")
    body = says.BY_NAME.sub("", body)
    body = says.OR_NOT.sub("", says.LEAD.sub("", body)).rstrip(" ?.,")
    if voice.second is None or word_count(body) > _MOST_WORDS or says.SEVERAL.search(body):
        return None
    early = says.BEFOREHAND.match(body)
    if early is not None and word_count(early["when"]) <= _MOST_BEFOREHAND:
        return _with_its_time(early["when"], early["asked"], voice)
    put = _put(body, voice)
    marked = question.rstrip().endswith("?")
    return put if marked or (put is not None and says.OPEN.match(body)) else None


def _with_its_time(when: str, asked: str, voice: Voice) -> str | None:
    """A question with its time or scale: "whether, in the last two weeks, she has slept"."""
    put, time = _put(asked, voice), reword(when, voice)
    if put is None or time is None:
        return None
    if put.startswith("whether "):
        return f"whether, {time}, {put.removeprefix('whether ')}"
    return f"{put}, {time}"


def _put(asked: str, voice: Voice) -> str | None:
    body = None if voice.second is None else _plain(asked, voice.second)
    return (_named(body, voice) or _by_its_verb(body, voice)) if body else None


_RIGHT_NOW = re.compile(r"\bright now\b", re.IGNORECASE)


def _plain(body: str, client: Pronouns) -> str | None:
    """One question, its first verb written out; None for several, for a tag, for an unsure "you"."""
    if says.TAGGED.search(body) and not says.ALL_RIGHT.search(body):
        return None
    full = _written_out(_RIGHT_NOW.sub("now", body))
    if full is None or says.OTHER_YOU.search(full) or says.ANOTHER.search(full):
        return None
    if len(says.ASKS.findall(full)) > 1 or _is_unsure(says.OF_YOU.sub("", full), client):
        return None
    return says.OF_YOU.sub(r"\1 of them", full)


def _written_out(body: str) -> str | None:
    """The question with its first verb written out: "how's" is "how is", "how has" before "been"."""
    short = says.SHORT.match(body)
    if short is None:
        return body
    rest = body[short.end() :]
    has = says.HAS.match(rest)
    if short["end"] == "'s" and not has and says.IS_OR_HAS.match(rest):
        return None
    verb = {"'re": "are", "'ve": "have"}.get(short["end"].lower(), "has" if has else "is")
    return f"{short['wh']} {verb}{rest}"


def _is_unsure(body: str, client: Pronouns) -> bool:
    """Whether the client's pronoun would be taken for somebody else's, or a noun come too often."""
    third = says.THIRD.get(client.subject)
    named = sum(word.split("'")[0].lower() in says.SECOND for word in tokens(body))
    if third is None:
        return named > _MOST_NOUNS
    plain = says.OBJECT_ONLY[client.subject].sub("", body) if named == 1 else body
    return third.search(plain) is not None


def _named(body: str, voice: Voice) -> str | None:
    """A question without a verb: "any side effects", "how many nights this week"."""
    thing = _thing(body)
    if thing:
        told = _reported(thing, voice)
        return None if told is None else f"about {told}"
    if not says.BARE_AMOUNT.match(body) or any(_acts(word) for word in tokens(body)[3:] if word != "this"):
        return None
    return lower_first(body)


def _thing(body: str) -> str:
    """What a question names and does not tell anything of; else nothing."""
    if says.ANY.match(body) and not says.ASKS.search(body):
        return lower_first(body)
    about = says.ABOUT.match(body)
    body = about["what"] if about else body
    thing = None if says.CONTRACTED.search(body) else says.THING.match(body)
    if thing is None or any(_acts(word) or word.endswith("ing") for word in tokens(thing["more"])):
        return ""
    of_a_note = not thing["more"] and touched(body)
    return body.split()[1] if of_a_note and thing["whose"].lower() == "the" else lower_first(body)


def _acts(word: str) -> bool:
    low = word.lower().split("'")[0]
    return is_verb(low) or low in FINITE or low in says.PRONOUNS


def _by_its_verb(body: str, voice: Voice) -> str | None:
    asked = says.OPEN.match(body)
    if asked is not None:
        return _open(asked["wh"].lower(), asked["clause"].split(), voice)
    if says.YES_NO.match(body) and not says.LEFT_OPEN.search(body):
        told = _clause(body.split(), voice, ends=False)
        return None if told is None else f"whether {told}"
    return _of_its_subject(body, voice)


def _open(wh: str, clause: list[str], voice: Voice) -> str | None:
    """An open question from its question word and the rest, verb first."""
    if wh.startswith("which ") and clause[0].lower() in says.BE and clause[1].lower() not in says.PRONOUNS:
        return _after_its_verb(f"{wh} {clause[0].lower()} {clause[1]}", clause[2:], voice)
    told = _clause(clause, voice, ends=True)
    if told is not None:
        return f"{wh} {told}"
    return _open_behind(wh, clause, voice)


def _open_behind(wh: str, clause: list[str], voice: Voice) -> str | None:
    """An open question whose word is its subject, or which has no verb behind its subject."""
    verb, first, rest = clause[0].lower(), clause[1].lower(), clause[2:]
    if wh == "how" and verb in says.BE and not rest and first.isalpha():
        return f"how {clause[1]} {verb}"  # "how was work"
    if not wh.startswith(("what", "who", "which")):
        return None
    if first in says.DO:
        return None
    doing = verb in says.BE and (first in says.QUALITIES or first.endswith(("ing", "est")))
    done = verb in says.HAVE and (first in says.AFTER_HAVE or first.endswith("ed"))
    if not (doing or done or (verb in says.MODAL and (first in BASE or first == "be"))):
        return None
    return _after_its_verb(f"{wh} {verb} {first}", rest, voice)


def _of_its_subject(body: str, voice: Voice) -> str | None:
    """A question for who or what does something: "what made you stop"."""
    asked = says.OF_ITS_SUBJECT.match(body)
    if asked is None:
        return None
    verb = asked["verb"].lower()
    if verb not in FINITE and (verb in BASE or not is_verb(verb)):
        return None
    return _after_its_verb(f"{asked['wh'].lower()} {verb}", asked["rest"].split(), voice)


def _after_its_verb(begun: str, rest: list[str], voice: Voice) -> str | None:
    """The words behind a verb with its subject: a "you" at their beginning is what it acts on."""
    if rest[:1] and rest[0].lower() == "you" and voice.second is not None and not _is_thought_of(begun, rest):
        begun, rest = f"{begun} {voice.second.object}", rest[1:]
    if not rest:
        return begun
    told = _reported(" ".join(("whether", *rest)), voice)
    return None if told is None else f"{begun} {told.removeprefix('whether ')}"


def _is_thought_of(begun: str, rest: list[str]) -> bool:
    """Whether the "you" behind a verb does something itself: "who thought you were a lot"."""
    after = rest[1].lower() if len(rest) > 1 else ""
    return begun.rsplit(maxsplit=1)[-1] in says.THINKING and (_acts(after) or after in says.BEFORE_A_VERB)


def _clause(words: list[str], voice: Voice, *, ends: bool) -> str | None:
    """A question's clause, its subject first; `ends`: the subject may be its end ("how is your sleep")."""
    verb, rest = words[0].lower(), words[1:]
    count = _length_of_subject(verb, rest, ends=ends)
    if not count:
        return None
    who, rest = " ".join(rest[:count]), rest[count:]
    who = who.lower() if who.lower() in says.PRONOUNS else who
    if who in says.SEVERAL_OF and verb not in says.OF_SEVERAL:
        return None
    if verb in says.DO:
        return _with_its_form(verb, who, rest, voice)
    comma = "," if who.endswith(",") else ""
    return _reported(" ".join((who.rstrip(","), verb + comma, *rest)), voice)


def _with_its_form(verb: str, who: str, rest: list[str], voice: Voice) -> str | None:
    """A clause whose verb takes the form that "do", "does" or "did" had."""
    before = _adverbs(rest)
    if len(before) == len(rest) or rest[len(before)].lower() not in BASE:
        return None
    done, after = rest[len(before)].lower(), rest[len(before) + 1 :]
    if verb == "do" and who == "you":
        return _reported(" ".join((who, *before, done, *after)), voice)
    form = {"do": done, "does": "has" if done == "have" else third_person(done)}.get(verb) or past(done)
    if form is None or (verb != "do" and _joins_a_verb(after)):
        return None
    doer = voice.second.subject if who == "you" and voice.second else _reported(who, voice)
    told = _after_its_verb(form, after, voice)
    return None if doer is None or told is None else " ".join((doer, *before, told))


def _length_of_subject(verb: str, rest: list[str], *, ends: bool) -> int:
    """How many words the subject behind a question's verb has; 0 where that is not certain."""
    first = rest[0].lower().rstrip(",") if rest else ""
    if first.rstrip(".") in says.TITLES and len(rest) > 2 and says.NAME.fullmatch(rest[1]):
        return 2 if _follows(verb, rest[2:], ends=ends) else 0
    after = rest[1].lower() if len(rest) > 1 else ""
    if first in {"this", "that"} and verb in says.BE | says.HAVE:
        sure = len(rest) <= (1 if ends else 2) or after.endswith(("ing", "ed"))
        sure = sure or after in says.GOES_ON | says.BEFORE_A_VERB | says.AFTER_HAVE
        return int(sure and (bool(after) or ends))
    if first in says.PRONOUNS:
        return int(bool(after) or ends)
    if first in says.ALONE or first in says.NUMBERS or (rest and says.NAME.fullmatch(rest[0])):
        count = 2 if after == "else" else 1
        return count if _follows(verb, rest[count:], ends=ends) else 0
    return _length_of_name(verb, rest, ends=ends) if first in {"the", "your"} else 0


def _length_of_name(verb: str, rest: list[str], *, ends: bool) -> int:
    """The same for "the" and "your" with a noun."""
    for count in range(2, min(len(rest), _MOST_OF_A_NAME) + 1):
        if says.NO_NAME.search(" ".join(rest[1:count])):
            break
        if _follows(verb, rest[count:], ends=ends):
            return count
    simple = ends and verb in says.BE and 1 < len(rest) <= _MOST_OF_A_LONG_NAME
    if not simple or any(word.endswith(",") or word.lower() in says.NO_NOUN for word in rest):
        return 0  # "how's the sleep generally, apart from this": nothing may stand between it and its verb
    return len(rest) if not any(_acts(word) for word in rest[2:]) else 0


def _follows(verb: str, rest: list[str], *, ends: bool) -> bool:
    """Whether these words surely go on after a subject, the verb having stood before it."""
    if not rest:
        return ends and verb in says.BE
    before = len(_adverbs(rest))
    first = rest[before].lower().rstrip(",") if before < len(rest) else ""
    if verb in says.DO | says.MODAL:
        return first in BASE or (first == "be" and verb in says.MODAL)
    if verb in says.HAVE:
        return first in says.AFTER_HAVE | UNCERTAIN | (PAST - says.MODAL) or first.endswith("ed")
    doing = first.endswith(("ing", "ed")) and first not in says.NO_DOING
    return bool(before) or first in says.GOES_ON or doing


def _adverbs(words: list[str]) -> list[str]:
    return [word.lower() for word in takewhile(lambda one: one.lower() in says.BEFORE_A_VERB, words)]


def _joins_a_verb(after: list[str]) -> bool:
    """Whether a plain verb may be joined to the one whose form is changed: "did you eat and sleep"."""
    return any(
        one.lower() in BASE or (one.lower() in says.BEFORE_A_VERB and two.lower() in BASE)
        for one, two in says.JOINED.findall(" ".join(after))
    )


def _reported(stated: str, voice: Voice) -> str | None:
    """A statement reported, "you" put as it acts or is acted on; None where that can't be told."""
    plain = _with_objects(stated, voice)
    told = None if plain is None else reword(plain, voice)
    return capital(told) if told is not None and stated[:1].isupper() else told


def _with_objects(stated: str, voice: Voice) -> str | None:
    """The words with the pronoun for whom something is done to: "makes you feel" is "makes her feel"."""
    words = stated.split()
    for at in range(1, len(words)):
        if words[at].lower().rstrip(",") != "you" or voice.second is None:
            continue
        before, after = words[at - 1].lower(), words[at + 1].lower() if at + 1 < len(words) else ""
        if before in says.CAUSING:
            if at > 1 and words[at - 2].lower() in says.AFTER_A_NOUN_S:
                return None
        elif before in says.THINKING or not (_acts(before) or before.endswith("ing")):
            continue
        elif after and words[at][-1] != "," and after not in says.BEHIND_OBJECT:
            return None
        words[at] = voice.second.object + words[at][3:]
    return " ".join(words)
