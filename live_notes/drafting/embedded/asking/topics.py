"""What a question only names: "how's the sleep been since I saw you?" asks about sleep, and no more.

An answer to such a question stands behind its topic, "Regarding sleep, client reported that ...". The topic
is made of the words that were said. A question with more in it than a topic keeps its words, and so does one
that was answered with yes or no: what was affirmed or denied is then in the question.
"""

from __future__ import annotations

import re

from live_notes.drafting.embedded.asking import topic_words as says
from live_notes.drafting.embedded.asking.questions import bare
from live_notes.drafting.embedded.telling.reported import Voice, lower_first, reword
from live_notes.drafting.language.verbs import FINITE, is_verb
from live_notes.drafting.language.words import tokens, word_count
from live_notes.drafting.risk.words import RISK_WORDS
from live_notes.masking.clinical import is_drug

_MOST_WORDS, _MOST_ALONE = 4, 3
_MOST_OF_A_QUESTION = 18


def topic_of(question: str, answer: str, voice: Voice) -> str:
    """The topic that a question names and asks no more of, as a sentence has it; empty where it asks more.

    `answer` are the very words of whoever answers, `voice.second` their pronouns.
    """
    if RISK_WORDS.search(question) or voice.second is None or says.YES_OR_NO.match(answer.strip()):
        return ""
    body = says.PARENTHESIS.sub(" ", says.ASIDE.sub("", _asking(question)))
    body = _without_tail(bare(body).strip(" ,"))
    if not body or word_count(body) > _MOST_OF_A_QUESTION:
        return ""
    first = says.NAMED_FIRST.fullmatch(body)
    named = first is not None and is_known_topic(first["what"]) and _is_a_thing(first["what"])
    open_one = first["what"] if first is not None and named else _opened(body)
    if open_one:
        return _as_one(_worded(open_one, voice))
    return "" if says.HOW_FAR.match(answer.strip()) else _as_one(_worded(_closed(body), voice))


def _as_one(topics: str) -> str:
    """Topics that were asked after one by one, as one: "alcohol? Weed" is "alcohol and weed"."""
    return re.sub(r"\?\s+(?:and |or )?(\w)", lambda first: f" and {first[1].lower()}", topics)


def is_known_topic(what: str) -> bool:
    """Whether the words name anything that a clinician goes through: "the sleep", "your mum", a medicine."""
    plain = says.DETERMINER.sub("", what)
    return says.KNOWN.search(plain) is not None or any(is_drug(word.lower()) for word in tokens(what))


def without_article(thing: str) -> str:
    """A thing that was asked after without "the" where it needs none: "the vaping" is "vaping"."""
    plain = thing.removeprefix("the ")
    return plain if says.MASS.fullmatch(plain) or says.DOING_ALONE.fullmatch(plain) else thing


def told_of_a_topic(answered: str) -> str:
    """An answer as it goes on behind its topic: "answered" would ask for a question."""
    return f"stated{answered.removeprefix('answered')}" if answered.startswith("answered") else answered


def _asking(question: str) -> str:
    """The words that ask, without what is added to them: "And the drink? You were going to watch it."."""
    first, mark, rest = question.partition("?")
    return first if mark and rest.strip() and "?" not in rest else question


def _without_tail(body: str) -> str:
    """The question without the time and the manner at its end, where anything is left."""
    return says.TAIL.sub("", body).strip(" ,") or body


def _opened(body: str) -> str:
    """What a question that can't be answered by yes or no is about."""
    listed = says.LISTED.fullmatch(body)
    if listed is not None:
        return _in_a_row(listed["things"], listed["where"] or "")
    doing = says.HOW_DOING.fullmatch(body)
    if doing is not None:
        return _noun_of(doing["what"])
    rated = says.RATED.fullmatch(body)
    if rated is not None:
        return body if says.KNOWN.fullmatch(rated["what"]) else ""
    for form in says.FRAMES:
        framed = form.fullmatch(body)
        what = "" if framed is None else _without_tail(framed["what"])
        if what and _is_a_thing(what):
            return what
    if says.ANY.match(body):
        return ""
    determined = says.DETERMINER.match(body) and word_count(body) <= _MOST_ALONE
    return body if (determined or is_known_topic(body)) and _is_a_thing(body) else ""


def _closed(body: str) -> str:
    """What a question is about to which yes or no would be an answer, but was none."""
    doing = says.DOING.fullmatch(body)
    if doing is not None:
        return _noun_of(doing["what"])
    found = says.ON_A_DRUG.fullmatch(body)
    if found is not None:
        return found["what"] if is_drug(found["what"].lower()) else ""
    found = says.BROUGHT.fullmatch(body)
    if found is not None:
        return found["what"]
    what = says.ANY.sub("", body)
    return what if what != body and is_known_topic(what) and _is_a_thing(what) else ""


def _noun_of(doing: str) -> str:
    return says.NOUN_OF_DOING.get(doing.lower(), doing.lower())


def _in_a_row(things: str, where: str) -> str:
    """Several topics named one after the other; nothing where one of them is none."""
    named = [one.strip() for one in says.BETWEEN.split(things) if one.strip()]
    if not all(says.KNOWN.fullmatch(says.DETERMINER.sub("", one)) for one in named):
        return ""
    return f"{' and '.join(says.DETERMINER.sub('', one) for one in named)}{where}"


def _is_a_thing(what: str) -> bool:
    """Whether the words name a thing: no clause, and no person whom the sentence would not tell."""
    plain = says.DETERMINER.sub("", what)
    named = tokens(plain)
    if not named or word_count(what) > _MOST_WORDS or says.NO_THING.search(plain) or "," in what:
        return False
    if says.IS_SO.search(what):
        return False
    if is_known_topic(what):
        return True
    determined = says.DETERMINER.match(what) is not None or named[0][:1].isupper()
    return determined and not any(_acts(word) for word in named)


def _acts(word: str) -> bool:
    low = word.lower()
    return is_verb(low) or low in FINITE or low.endswith("ing")


def _worded(named: str, voice: Voice) -> str:
    """The topic inside a sentence: without an article where it needs none, "your" as the client's."""
    plain = says.DETERMINER.sub("", named)
    if is_drug(plain.lower()) or says.MASS.fullmatch(plain):
        return lower_first(plain, voice.proper)
    if (plain == named and says.COUNTED.fullmatch(named)) or says.POINTING.match(named):
        named = f"the {lower_first(plain, voice.proper)}"
    told = reword(named, voice) if named else None
    return lower_first(told, voice.proper) if told else ""
