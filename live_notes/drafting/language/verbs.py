"""Verb forms after a changed subject ("I feel" -> "she feels"), only where they are certain."""

from __future__ import annotations

import re

from live_notes.drafting.language.words import word_set

BASE = word_set("""
abstain abuse accept ache act adapt adjust admit agree allow answer apologise apologize apply appreciate
argue ask attend avoid babysit beat begin believe belong bend bet bike binge blame bleed block book borrow
bother bottle bowl break breathe bring bruise build bully burn burp buy call calm camp cancel care carry
catch cause change chat cheat check chew chill choke choose clam clean clench climb coach collect come
comfort commute compare compete complain comply concentrate confess confide consider contact continue
contribute control convince cook cooperate cope cough count cover crash crave cross cry cuddle cut damage
dance date deal decide defend delay deny depend describe deserve detox develop diet disagree disappear
disconnect discover discuss dislike distract divorce do donate doubt doze drag draw dread dream drift drink
drive drop earn eat encourage end enjoy enter escape exercise expect experience explain express face fail
faint fall fast fear feed feel fight figure fill find finish fire fish fit fix flirt focus fold follow force
forget forgive freak freeze gain gamble game garden gasp gather get give go golf grab grind grow guess
handle hang happen harm hate have heal hear help hesitate hide hike hire hold hope hug hunt hurry hurt
identify ignore imagine improve inhale inherit inject injure insist intend interact interrupt interview
intimidate invest invite involve iron isolate itch jog journal judge juggle jump keep kick kiss kneel knit
know lack lash laugh lay lead lean learn leave lend let lie lift like limit limp listen live lock log look
lose love make manage marry matter mean measure meditate meet mention mess mind miss mix moderate move nag
nap need neglect nod notice numb obey obsess offer open order overeat overthink owe own pace paint panic
park participate pass pay perform phone pick plan play post pour practice practise pray prefer prepare press
pretend prevent process procrastinate promise promote protect prove provide pull punch punish purge push put
quit race raise rate reach react read realise realize rebel rebuild recall receive recognise recognize
reconcile record reduce refer reflect refuse regret reject relapse relax release rely remain remember remind
remove rent repeat repent replace replay reply report require rescue research resent resign resist resolve
respect respond rest resume retire return reveal ride rub ruin ruminate run rush sabotage save say scare
schedule score scratch scream scroll search second-guess see seek seem sell send sense separate set sew
shake share shave shift shop shout shove show shower shut sign sing sit ski skip slack slam slap sleep slip
smile smoke snap sneeze snore snort socialise socialize solve sound speak spend spill spin spiral split spoil
squat squeeze stand stare start starve stash stay steal stick stop store strain stream stress stretch
struggle study stumble stutter submit substitute succeed suffer suggest support suppose surf survive suspect
swallow swear sweat swell swim tackle take talk taper teach tear tease tell tend text think threaten throw
tingle tire tolerate toss touch track train travel treat trigger trip trust try turn tutor tweet twist
understand unload unwind urge urinate use value vape vent view visit volunteer vomit wait wake walk wander
want warn wash waste watch wean wear weep weigh wheeze whisper win wish withdraw wobble wonder work worry
wrap write yawn yearn yell
email undress arrange celebrate confront connect create disclose enroll enrol evaluate examine explore expose
extend include increase decrease inform initiate introduce join maintain negotiate nurture observe organise
organize prioritise prioritize rearrange rehearse reschedule rewrite simplify sketch stroll strengthen
summarise summarize reckon ring wipe moan tidy hoover chuck bake mow dig jinx swap
switch validate verify unfollow unpack unplug
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
sold sought spun hung fed lent dealt bent wept swept crept dreamt learnt stung swung struck fled dug overslept
'd 'll
""")
"""Forms that are the same for every person."""

UNCERTAIN = word_set("read put cut let hurt hit set quit shut cost beat split")
"""Present and past look alike: with he/she the s can't be decided."""

ADVERBS = word_set("""
just really still always never usually often also actually sometimes only even probably definitely already
finally
generally mostly barely hardly constantly literally basically totally almost kind sort of kinda both currently
recently now then again truly completely absolutely frequently rarely occasionally honestly simply slowly
again
normally typically mainly certainly ever
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


FINITE = frozenset(third_person(verb) for verb in BASE)
"""Forms after he or she."""


_PASTS = {
    "go": "went", "feel": "felt", "sleep": "slept", "wake": "woke", "eat": "ate", "drink": "drank",
    "drive": "drove", "take": "took", "tell": "told", "think": "thought", "keep": "kept", "leave": "left",
    "lose": "lost", "make": "made", "meet": "met", "run": "ran", "see": "saw", "speak": "spoke",
    "spend": "spent", "write": "wrote", "buy": "bought", "bring": "brought", "come": "came", "fall": "fell",
    "fight": "fought", "find": "found", "give": "gave", "grow": "grew", "hear": "heard", "hold": "held",
    "hide": "hid", "know": "knew", "mean": "meant", "pay": "paid", "send": "sent", "shake": "shook",
    "sit": "sat", "stand": "stood", "stick": "stuck", "teach": "taught", "throw": "threw",
    "understand": "understood", "win": "won", "begin": "began", "break": "broke", "choose": "chose",
    "get": "got", "have": "had", "do": "did", "say": "said", "forget": "forgot", "forgive": "forgave",
    "build": "built", "catch": "caught", "draw": "drew", "freeze": "froze", "ride": "rode", "sing": "sang",
    "steal": "stole", "swear": "swore", "tear": "tore", "wear": "wore", "withdraw": "withdrew", "lay": "laid",
    "lead": "led", "swim": "swam", "babysit": "babysat", "bend": "bent", "bleed": "bled", "deal": "dealt",
    "feed": "fed", "grind": "ground", "hang": "hung", "kneel": "knelt", "lend": "lent", "overeat": "overate",
    "overthink": "overthought", "rebuild": "rebuilt", "seek": "sought", "sell": "sold", "spin": "spun",
    "weep": "wept", "unwind": "unwound", "rewrite": "rewrote", "ring": "rang", "bite": "bit",
    "blow": "blew", "fly": "flew", "dig": "dug", "flee": "fled", "sting": "stung", "swing": "swung",
    "strike": "struck", "sink": "sank", "shrink": "shrank", "rise": "rose", "undo": "undid", "redo": "redid",
    "overcome": "overcame", "undergo": "underwent", "mislead": "misled", "creep": "crept", "sweep": "swept",
    "breed": "bred", "cling": "clung", "speed": "sped", "panic": "panicked",
}  # fmt: skip
_OPEN_PAST = UNCERTAIN | word_set("bet fit lie knit sew show shave swell spill spoil shoot light")
"""Their past looks like the present, or has two forms."""
_SHORT_VERB = re.compile(r"^[^aeiou]*(?:qu)?[aeiou][bdgklmnprt]$")
_ENDS_STRESSED = word_set("admit refer regret prefer commit submit unplug control rebel enrol")


def past(verb: str) -> str | None:
    """The past of a plain form: "stop" becomes "stopped"; None where it is not certain."""
    if verb in _OPEN_PAST or verb not in BASE:
        return None
    if verb in _PASTS:
        return _PASTS[verb]
    if verb.endswith("e"):
        return verb + "d"
    if _CONSONANT_Y.search(verb):
        return verb[:-1] + "ied"
    doubled = _SHORT_VERB.match(verb) or verb in _ENDS_STRESSED
    return verb + (verb[-1] if doubled else "") + "ed"


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
