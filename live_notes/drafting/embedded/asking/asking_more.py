"""More ways of asking that can be put inside a sentence: "what's the longest you've gone?", "fits, falls?".

Where a question has one of these forms it is put into one that `asking.asked_within` knows, or told as what
it asks about. What has none of them is not told, and the caller quotes it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from live_notes.drafting.embedded.asking import asking_more_words as says
from live_notes.drafting.embedded.asking.asking import asked_within, within
from live_notes.drafting.embedded.asking.asking_forms import told_form
from live_notes.drafting.embedded.asking.asking_words import NO_DOING
from live_notes.drafting.embedded.telling.reported import Voice, lower_first
from live_notes.drafting.language.numbers import plain_number
from live_notes.drafting.language.verbs import BASE, FINITE, PAST, past, third_person
from live_notes.drafting.language.words import content_stems, tokens, word_count


def asked_in_short(question: str, voice: Voice) -> str | None:
    """What follows "When asked" of one question, without what only leads up to it; None where unsure."""
    if voice.second is None or says.KEPT_AS_SAID.search(question):
        return None
    body = says.COLON.sub("\N{ONE DOT LEADER}", plain_question(question))
    if not body or word_count(body) > says.MOST_WORDS or ("?" in body and not body.endswith("?")):
        return None
    told = _first_told(body, voice)
    if told is None or _breaks_off(told):
        return None
    return told.replace("\N{ONE DOT LEADER}", ":")


def plain_question(question: str) -> str:
    """A question without what leads up to it, who is called by it, and "in your own words" at its end."""
    body = question.replace("’", "'").strip(" ,;")
    body = re.sub(r"\bd'(?:you|ya|ye)\b", "do you", body, flags=re.IGNORECASE)
    body = says.GONNA.sub(lambda word: says.WRITTEN[word.group().lower()], body)
    body = says.BEFORE_THAT.sub("", says.JOINTS.sub("", body))
    before = None
    while body != before:
        before = body
        body = says.NARROWS.sub("", says.ADDRESS.sub("", says.TAIL.sub("", says.LEADS.sub("", body))))
    for short, full in says.SHORT_VERBS:
        body = short.sub(full, body)
    named = says.BY_NAME.match(body)
    body = named["asked"] + "?" if named is not None else body
    body = says.SAID_UP_TO.sub("to ", says.HALT.sub(r"\1 ", body))
    return body if "?" in body or "?" not in question else f"{body.rstrip(' .,!')}?"


def _first_told(body: str, voice: Voice) -> str | None:
    forms = (body, *_forms(body))
    tellers = (asked_within, _in_its_order, _looks_like, _of_when, _of_a_short_name, _about, _of_a_scale)
    several = (_with_its_time, _two_asked, _things)
    told = (tell(form, voice) for tell in (*tellers, *several) for form in forms)
    return next((one for one in told if one is not None), None)


def _forms(body: str) -> Iterator[str]:
    """The question as it is asked as well, in forms that can be told."""
    would = says.WOULD.match(body)
    if would is not None and would["verb"].lower() in BASE | {"be"}:
        yield f"{would['wh']} would {body[would.start('verb') :]}"
    if says.WOULD_LOOK.match(body):
        yield says.WOULD_LOOK.sub("what would ", body)
    if says.THINKS_IS.search(body):
        yield says.THINKS_IS.sub(r"\g<who> \g<verb> is ", body)
    doing = says.NO_AUXILIARY.match(body)
    if doing is not None:
        yield f"{doing['wh']} are you {body[doing.start('doing') :]}"
    twice = says.NAMED_TWICE.match(body.rstrip("?"))
    if twice is not None:
        yield f"{twice['asked']}?"
    named = says.DID_NAME.match(body)
    if named is not None and named["verb"].lower() in BASE:
        yield f"how did {body[named.start('name') :]}"
    left = says.OTHERS_LEFT.sub("", body)
    if left != body:
        yield left


def _in_its_order(body: str, voice: Voice) -> str | None:
    """A question whose words already stand as they are told."""
    plain = body.rstrip("?. ")
    if says.WHY_THIS_ONE.match(plain):
        return lower_first(says.A_NUMBER.sub(_in_figures, says.SAY.sub("", plain)))
    if says.BARE.match(plain):
        return _sure(plain, voice)
    if says.IN_ITS_ORDER.match(plain):
        return _sure(re.sub(r"^(what|who)'s\b", r"\1 is", plain, flags=re.IGNORECASE), voice)
    order = says.IN_ORDER.match(plain)
    if order is not None and order["verb"].lower() in PAST:
        return _sure(plain, voice)
    used = says.USED_TO.search(plain)
    if used is None or not plain.lower().startswith(("what ", "where ", "how ")):
        return None
    return _sure(f"{plain[: used.start()]}you used to{plain[used.end() :]}", voice)


def _of_when(body: str, voice: Voice) -> str | None:
    """A question for the time since something: "how long ago was that?"."""
    plain = body.rstrip("?. ")
    last = says.LAST_TIME.match(plain)
    if last is not None:
        return _of_the_last_time(last, voice)
    ago = says.LONG_AGO.match(plain)
    told = None if ago is None else asked_within(f"when {ago['clause']}?", voice)
    return None if told is None else f"how long ago {told.removeprefix('when ')}"


def _of_a_short_name(body: str, voice: Voice) -> str | None:
    """A question of what goes by its letters: "what does OCD say" is "what OCD says"."""
    found = says.ACRONYM.match(body.rstrip("?. "))
    if found is None or not found["name"].isupper():
        return None
    told = asked_within(f"{found['wh']} {found['aux']} the {found['name']} {found['rest']}?", voice)
    return None if told is None else told.replace(f"the {found['name']}", found["name"], 1)


def _in_figures(found: re.Match[str]) -> str:
    value = plain_number(found["number"].lower())
    return found["number"] if value is None else str(value)


def _sure(words: str, voice: Voice) -> str | None:
    """The words reworded; with "that" before "you" where a thing is told of and it needs that."""
    plain = lower_first(words, voice.proper)
    return within(plain, voice) or within(says.WHOSE.sub(r"\g<thing> that ", plain), voice)


def _looks_like(body: str, voice: Voice) -> str | None:
    """A question for a likeness: "what would a four look like" is "what a four would look like"."""
    plain = body.rstrip("?. ")
    like = says.WHAT_IT_IS_LIKE.match(plain)
    if like is not None:
        be = "was" if like["is"].strip().lower() == "was" else "is"
        return _sure(f"what {like['it'].lower()} {be} like{(like['rest'] or '').lstrip(',')}", voice)
    found = says.LOOKS_LIKE.match(plain)
    if found is None or (found["like"] is None) == (found["wh"].lower() == "what"):
        return None
    done = _with_its_form(found["verb"].lower(), found["aux"].lower())
    if done is None or (found["aux"].lower() == "does" and found["who"].lower() == "things"):
        return None
    who, rest = lower_first(found["who"], voice.proper), f"{found['like'] or ''}{found['rest']}"
    return _sure(f"{found['wh'].lower()} {who} {done}{rest}", voice)


def _with_its_form(verb: str, auxiliary: str) -> str | None:
    """A verb as it stands behind its subject, in the form that the auxiliary had."""
    if auxiliary in {"does", "did"}:
        form = third_person(verb) if auxiliary == "does" else past(verb)
        return None if verb == "be" else form
    return f"{auxiliary} {verb}"


def _of_the_last_time(last: re.Match[str], voice: Voice) -> str | None:
    """A question for a last time: "when was the last time you had one" is "when they last had one"."""
    verb = last["verb"].lower()
    sure = verb in PAST or verb in says.ALSO_PAST or verb.endswith("ed")
    if not sure or last["have"] or voice.second is None:
        return None
    rest = within(f"whether{last['rest']}", voice)
    if rest is None:
        return None
    return f"when {voice.second.subject} {last['which'].lower()} {verb}{rest.removeprefix('whether')}"


def _about(body: str, voice: Voice) -> str | None:
    """What a question asks about or asks to do: "about the longest they have gone", "to rate their pain"."""
    plain = body.rstrip("?. ")
    if plain.count("?") or re.search(rf", (?:{says.WH}|{says.AUX}) ", plain, re.IGNORECASE):
        return None
    back = says.SAY_BACK.match(plain)
    if back is not None:
        told = within(f"say {back['what']} back", voice)
        return None if told is None else f"to {told}"
    todo = says.TO_DO.match(plain)
    if todo is not None:
        told = within(f"{todo['verb'].lower()} {todo['what']}", voice)
        return None if told is None else f"to {told}"
    found = says.MORE_ABOUT.match(plain) or says.WHAT_ABOUT.match(plain)
    thing = found["what"] if found is not None else None
    if thing is None and (named := says.ABOUT_A_THING.match(plain)) is not None and told_form(body) is None:
        own = named["what"].lower().startswith("your ")
        thing = named["what"] if len(content_stems(named["what"])) > (0 if own else 1) else None
    if thing is None or re.search(rf"\b{says.AUX} (?:you|it|that|we|i)\b", thing, re.IGNORECASE):
        return None
    told = _sure(says.AT_ALL.sub("", thing), voice) or _listed(thing, voice)
    return None if told is None else f"about {told.removeprefix('about ')}"


def _of_a_scale(body: str, voice: Voice) -> str | None:
    """A question for a number, without its verb: "how sure, zero to ten?"."""
    found = says.HOW_ON_A_SCALE.match(body.rstrip("?. "))
    if found is None or voice.second is None:
        return None
    ends = f", from {found['low'].lower()} to {found['high'].lower()}" if found["low"] else ""
    return f"{found['how'].lower()}{ends}"


def _with_its_time(body: str, voice: Voice) -> str | None:
    """A question with a time before it: "how often it has come, since Monday"."""
    timed = says.TIME_FIRST.match(body)
    if timed is None:
        return None
    asked, time = timed["asked"], timed["time"]
    if time.lower().startswith("if "):
        asked = says.WOULD_YOU.sub(r"\1 would ", asked)
    told, when = _first_told(asked, voice), _sure(time, voice)
    if told is None or when is None or told.startswith(("about ", "to ")) or "," in told:
        return None
    return f"{told}{',' if when.startswith('if ') else ''} {when}"


def _two_asked(body: str, voice: Voice) -> str | None:
    """Two open questions asked in one."""
    plain = body.rstrip("?. ")
    if word_count(plain) > says.MOST_TOGETHER or plain.count("?"):
        return None
    parts = says.TWO.split(plain)
    if len(parts) != 2 or not all(re.match(rf"{says.WH}\b", part, re.IGNORECASE) for part in parts):
        return None
    first, second = (_first_told(f"{part}?", voice) for part in parts)
    if first is None or second is None or "," in f"{first}{second}":
        return None
    if first.startswith("about ") is not second.startswith("about "):
        return None
    return f"{first} and {second.removeprefix('about ')}"


def _things(body: str, voice: Voice) -> str | None:
    """What a question without a verb names: "about any fits or falls", "about waking in the night"."""
    plain = says.AT_ALL.sub("", says.BEFORE_A_THING.sub("", body.rstrip("?. ")))
    doing = says.GERUND.match(plain)
    if doing is not None and not says.NO_GERUND.match(plain):
        rest = says.OF_A_CLAUSE.sub("", plain[len(doing["doing"]) :])
        sure = doing["doing"].lower() not in NO_DOING and not says.NO_THING.search(rest) and "," not in plain
        told = within(lower_first(plain, voice.proper), voice) if sure and "?" not in plain else None
        return None if told is None else f"about {told}"
    things = _things_of_a_kind(plain, voice)
    if things is not None:
        return things
    marked = body.endswith("?") or says.ANY.match(plain) is not None
    return _listed(plain, voice) if marked else None


def _things_of_a_kind(plain: str, voice: Voice) -> str | None:
    """What is named with what may be of that kind: "any side effects? Shaking, thirst?"."""
    found = says.OF_A_KIND.match(plain)
    if found is None or not _is_a_thing(found["kind"]):
        return None
    named = [part for part in says.LISTS.split(found["things"]) if part]
    if not named or not all(says.GERUND.match(part) or _is_a_thing(part) for part in named):
        return None
    told = within(
        f"{lower_first(found['kind'])} ({', '.join(lower_first(part, voice.proper) for part in named)})",
        voice,
    )
    return None if told is None else f"about {told}"


def _listed(plain: str, voice: Voice) -> str | None:
    """Things named in a row; None where one sets some aside, or is a second name of another."""
    if ("?" in plain and _EXCEPT.search(plain)) or ("," in plain and _CALLED_AGAIN.search(plain)):
        return None
    bare = [says.AT_ALL.sub("", part) for part in says.LISTS.split(plain)]
    parts = [*bare[:1], *(re.sub(r"^any (?=.)", "", part, flags=re.IGNORECASE) for part in bare[1:])]
    if not parts or len(parts) > says.MOST_LISTED or not all(map(_is_a_thing, parts)):
        return None
    if len(parts) == 1 and not (says.DETERMINED.match(parts[0]) or says.ALONE_ASKED.fullmatch(parts[0])):
        return None
    first, by = parts[0], "and" if says.ALL_OF_THEM.search(plain) else "or"
    joined = first if len(parts) == 1 else f"{', '.join([first, *parts[1:-1]])} {by} {parts[-1]}"
    told = within(lower_first(joined, voice.proper), voice)
    return None if told is None else f"about {told}"


_EXCEPT = re.compile(
    r"\b(?:apart from|aside from|other than|besides|except|instead of|rather than|without|after|since"
    r"|than)\b",
    re.IGNORECASE,
)
_CALLED_AGAIN = re.compile(r"^(?!.*\b(?:or|and)\b).*, (?:the|your|that|this|a|an|like)\b", re.IGNORECASE)


def _is_a_thing(part: str) -> bool:
    """Whether the words only name something."""
    relative = re.sub(r" you (?:didn't|did not|couldn't|don't|have|had)\b.*$", "", part)
    if not says.PLAIN_THING.match(part) or word_count(part) > says.MOST_OF_ONE:
        return False
    if says.NO_THING.search(relative) or says.ANYTHING_THAT_DOES.match(relative):
        return False
    words = [word.lower() for word in tokens(relative)]
    return bool(content_stems(part)) and not any(
        (word in FINITE and word not in says.MAY_BE_NOUNS) or word in {"you", "he", "she", "they", "there"}
        for word in words
    )


def _breaks_off(told: str) -> bool:
    return says.BROKEN.search(told) is not None or (told == "about" or len(tokens(told)) < 2)
