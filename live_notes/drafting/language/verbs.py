"""Verb forms after a changed subject ("I feel" -> "she feels"), only where they are certain."""

from __future__ import annotations

import re

from live_notes.drafting.language.words import word_set

BASE = word_set("""
abstain abuse accept ache act adapt adjust admit agree allow answer apologise apologize apply appreciate
argue ask attend avoid babysit beat begin believe belong bend bet bike binge blame bleed block book borrow
bottle bowl break breathe bring bruise build bully burn burp buy call calm camp cancel care carry catch
cause change cheat check choke choose clam clean clench climb coach come commute compare compete complain
comply concentrate confess consider continue contribute control cook cooperate cope cough count crash crave
cry cuddle cut dance date deal decide delay depend deserve detox diet disagree discuss dislike divorce do
donate doubt drag draw dread dream drift drink drive drop eat end enjoy enter escape exercise expect
experience explain express face fail faint fall fast fear feed feel fight figure find finish fire fish fit
fix flirt focus fold follow forget forgive freeze gamble game garden gasp get give go golf grab grow guess
handle happen harm hate have hear help hesitate hide hike hire hold hope hug hunt hurt ignore imagine
improve inhale inherit inject interview intimidate invest iron isolate itch jog journal jump keep kick kiss
kneel knit know lack lash laugh lay lead lean learn leave lend let lie lift like limit limp listen live log
look lose love make manage marry matter mean measure meditate meet mention mind miss moderate move nag nap
need notice numb obey obsess offer open overeat overthink owe own paint panic park participate pay perform
pick plan play post practice practise pray prefer prepare pretend procrastinate promise promote pull punch
purge push put quit race rate reach react read realise realize rebel recall recognise recognize reconcile
record refer regret relapse relax rely remember rent repent replace replay resign resist respond rest resume
retire return ride ruminate run rush save say schedule score scream scroll second-guess see seem sell send
sense separate set sew shake share shout shove show shut sign sing sit ski skip slap sleep slip smile smoke
snap sneeze snore snort speak spend spiral squat stand stare start starve stay stick stop stream stress
stretch struggle study stumble substitute suffer suggest support suppose suspect swallow sweat swell swim
take talk taper teach tease tell tend text think threaten throw tingle toss touch track train travel treat
trip trust try turn tutor tweet understand urinate use value vape visit volunteer vomit wait wake walk want
wash waste watch wean wear weigh wheeze wish withdraw wobble wonder work worry write yell
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
    return low in BASE or low in PAST or low in _SINGULAR or (low.endswith("ed") and len(low) > 3)
