"""Verb forms after a changed subject ("I feel" -> "she feels"), only where they are certain."""

from __future__ import annotations

import re

from live_notes.drafting.language.words import word_set

BASE = word_set("""
accept act admit agree allow answer appreciate argue ask attend avoid beat begin believe blame block bottle
break
breathe bring build burn buy call calm care carry catch cause change check choose clean clench come compare
complain concentrate consider continue control cook cope count crash crave cry deal decide delay depend
deserve
disagree discuss dislike do doubt draw dread dream drift drink drive drop eat end enjoy enter escape exercise
expect experience explain express face fail fall fear feel fight figure find finish fit fix focus follow
forget
forgive freeze get give go grow guess handle happen hate have hear help hesitate hide hold hope ignore imagine
improve isolate jump keep kick know lack lash laugh lay lead learn leave let lie like listen live look lose
love
make manage matter mean meet mention mind miss move need notice nap obsess offer open overeat overthink own
panic
pay pick plan play practice practise prefer prepare pretend promise pull push put reach react read realise
realize
recall recognise recognize regret rely relax remember replay respond rest return ride run say scream scroll
see
seem sense set share shout shake show shut sign sit skip sleep slip smile smoke snap speak spend stand
stare start
stay stick stop stress struggle study suffer suggest support suppose suspect sweat take talk teach tell
tend think
throw toss touch travel treat trust try turn understand use value vape visit vomit wait wake walk want wash
waste
watch wear wish withdraw wonder work worry write yell doubt schedule book cancel miss ruminate journal
meditate
stretch clam spiral procrastinate drag rush race second-guess apologise apologize cut hurt quit refer send
follow
""")
"""Plain present forms; after he/she they take an s."""

PAST = word_set("""
went felt slept woke ate drank drove took told thought kept left lost made met ran saw spoke spent wrote
bought
brought came fell fought found gave grew heard held hid knew meant paid sent shook sat stood stuck taught
threw
understood won began broke chose got had did was were said could would should might must can will may shall
cannot can't couldn't won't wouldn't shouldn't mightn't mustn't didn't hadn't forgot forgave built caught used
became blew drew flew froze rode rang sang sank stole swore tore wore withdrew laid led lay shot slid swam
'd 'll
""")
"""Forms that are the same for every person."""

UNCERTAIN = word_set("read put cut let hurt hit set quit shut cost beat")
"""Present and past look alike: with he/she the s can't be decided."""

ADVERBS = word_set("""
just really still always never usually often also actually sometimes only even probably definitely already
finally
generally mostly barely hardly constantly literally basically totally almost kind sort of kinda both currently
recently now then again truly completely absolutely frequently rarely occasionally honestly simply slowly
again
normally typically mainly certainly
""")
"""Words that may stand between a subject and its verb."""

_SINGULAR = {
    "am": "is", "are": "is", "was": "was", "were": "was", "have": "has", "do": "does", "go": "goes",
    "don't": "does not", "dont": "does not", "haven't": "has not", "aren't": "is not", "weren't": "was not",
    "wasn't": "was not", "ain't": "is not", "has": "has", "is": "is",
}  # fmt: skip
_PLURAL = {"am": "are", "is": "are", "was": "were", "wasn't": "were not", "has": "have", "ain't": "are not"}
_SIBILANT = re.compile(r"(?:s|sh|ch|x|z|o)$")
_CONSONANT_Y = re.compile(r"[^aeiou]y$")
_DOUBLES = word_set("get put cut run sit stop drop plan let set shut hit quit begin skip hug win swim slip")


def third_person(verb: str) -> str:
    """The verb after he or she: "try" becomes "tries"."""
    if _CONSONANT_Y.search(verb):
        return verb[:-1] + "ies"
    return verb + ("es" if _SIBILANT.search(verb) else "s")


def gerund(verb: str) -> str:
    """The verb as a thing done: "smoke" becomes "smoking"."""
    if verb in _DOUBLES:
        return verb + verb[-1] + "ing"
    if verb.endswith("ie"):
        return verb[:-2] + "ying"
    return (verb[:-1] if verb.endswith("e") and not verb.endswith("ee") and verb != "be" else verb) + "ing"


def agree(verb: str, *, plural: bool) -> str | None:
    """The verb's form after they (`plural`) or a single third person; None when it is not certain."""
    low = verb.lower()
    if plural:
        return _PLURAL.get(low, verb)
    if low in _SINGULAR:
        return _SINGULAR[low]
    if low in UNCERTAIN:
        return None
    if low in PAST or (low.endswith("ed") and low not in {"need", "feed", "speed"}):
        return verb
    return third_person(low) if low in BASE else None


def is_verb(word: str) -> bool:
    """Whether a word, standing after a subject, is surely its verb."""
    low = word.lower()
    return low in BASE or low in PAST or low in _SINGULAR or (low.endswith("ed") and len(low) > 4)
