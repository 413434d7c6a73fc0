"""The words by which a client stands to what a clinician said: a new view, doubt, reluctance, willingness."""

from __future__ import annotations

from live_notes.drafting.embedded.hearing.cleaning import clean
from live_notes.drafting.embedded.hearing.units import parts_of
from live_notes.drafting.language.any_case import AnyCase

_HEDGE = r"(?:(?:really|just|still|honestly|actually|kind of|kinda|sort of|probably|definitely|even) )*"
_LEAD = (
    r"^(?:(?:well|yeah|yes|no|nah|nope|oh|look|so|and|but|okay|ok|um+|uh+|i mean|i guess|i think"
    r"|honestly|like"
    r"|you know|whatever|sure|right|hm+|the thing is|to be honest)[,. ]+)*"
)
_CHANGE = (
    r"(?:change|stop|quit|cut (?:back|down|it|out)|give (?:it|this|that|up|them)|get (?:better|help|healthy"
    r"|healthier|sober|clean|well|control|this|it|rid|my)|be (?:there|healthy|healthier|sober|a better|better"
    r"|able|done|free|more|less)|do (?:this|it|that|better|something)|start|try|lose (?:weight"
    r"|the weight)|work on"
    r"|make (?:a|some|it|this|that)|figure|deal with|manage|improve|learn|feel (?:better|good|normal)"
    r"|finish|keep|stay|talk to|tell|go back|eat|exercise|sleep|live|take care|look after|face|sort)"
)
RESPONDED_SO = "responded"
"""What says nothing of how: a wish, a refusal of something else, a reason."""
_TAKEN_UP = (
    rf"{_LEAD}(?:that|it|this|what you(?:'re saying| said)?) {_HEDGE}(?:does |do )?makes? (?:a lot of "
    rf"|\w+ )?sense\b",
    rf"{_LEAD}(?:that|what you(?:'re saying| said)?) {_HEDGE}(?:helps?\b|is helpful|rings true|resonates?)",
    rf"{_LEAD}i {_HEDGE}(?:get|see|hear|understand) (?:what you're (?:saying|getting)|your point"
    rf"|where you're)\b",
    rf"{_LEAD}(?:you're {_HEDGE}right\b|you are {_HEDGE}right\b|that's {_HEDGE}(?:a )?(?:good|fair) point\b)",
)
_NEW_VIEW = (
    r"\bi(?:'d| had| have|'ve)? (?:never|not|hadn't|haven't|didn't) (?:\w+ )?(?:thought? (?:of"
    r"|about) (?:it|that"
    r"|this)|see(?:n)? (?:it|that) (?:like|that way|as)|looked at (?:it|that)|put (?:that|it|those|them|two)"
    r"|made (?:that|the) connection|reali[sz]ed?)\b(?![^.]*\b(?:till|until|before)\b)",
    r"\bi(?:'d| had)? (?:never|ain't|hadn't|didn't) (?:\w+ )?(?:thought?|think|put|seen?|looked?"
    r"|reali[sz]ed?)"
    r" (?:of |about |at )?(?:it|that|this|those)(?: together| like that| that way)? (?:(?:till"
    r"|until) (?:right |just )?now"
    r"|before(?: now| today)?|till today|until today)\b|\bi ain't (?:never )?(?:think|thought) (?:of"
    r"|about) (?:it|that"
    r"|this)\b|\bi never (?:once )?(?:put (?:that|those|them|it) together|made that connection"
    r"|saw it (?:like that|that"
    r" way))\b",
    r"\bi(?:'d| had)? hadn't (?:\w+ )?(?:thought|put|seen|looked|reali[sz]ed)\b(?![^.]*\b(?:till|until"
    r"|before)\b)",
)
_RELIEF = (
    r"\b(?:it|that)(?:'s| is| was|'s been) (?:\w+ ){0,3}relief\b",
    r"\bi(?:'m| am| feel) (?:(?:a|bit|little|lot|much|so|really) ){0,3}(?:relieved|lighter|calmer)\b",
    r"\ba (?:\w+ )?weight (?:\w+ ){0,2}off (?:me|my)\b",
)
_UNSURE = (
    rf"{_LEAD}i {_HEDGE}(?:don't know|wonder|'m not sure|am not sure) (?:if|whether|how) (?:i|i'd|i'll"
    rf"|i'm|it|it'd"
    r"|it's|that|that's|this)\b(?! (?:was|were|had|came|happened|did|said))",
    rf"{_LEAD}(?:i'm|i am) not {_HEDGE}(?:certain|sure|convinced|confident) (?:i|that i|if i|about (?:that|it"
    r"|this|doing))\b",
    r"\b(?:part|half|a bit) of me (?:wants?|thinks?|still|knows?|doesn't|feels|would)\b",
    rf"{_LEAD}i (?:do |really )?want to,? but\b|\bi (?:don't (?:like|love)|hate) (?:it|that|this),? but\b",
    rf"{_LEAD}(?:i'll|i might|i'd have to|i'm gonna have to) think (?:about|on|it)\b",
)
_RELUCTANT = (
    rf"{_LEAD}(?:i'm|i am) {_HEDGE}(?:not (?:ready|willing|interested|going to (?:do|stop|take|give|quit"
    rf"|change"
    r"|talk|let|allow|go))|done with (?:this|it|all))\b",
    rf"{_LEAD}i(?:'d| would) (?:\w+ )?rather not\b",
    rf"{_LEAD}i {_HEDGE}(?:don't|do not) {_HEDGE}(?:(?:believe|think|feel)(?: that)? i(?:'m| am) ready"
    rf"|feel ready"
    r"|buy (?:it|that|this)|care (?:what|about that|if|how)|need (?:to|help|any help|therapy|this))\b",
    rf"{_LEAD}i {_HEDGE}(?:can't|cannot|won't) {_HEDGE}(?:just (?:stop|quit|give|get rid|leave|drop)"
    rf"|do (?:that|this"
    r"|all|it)|see (?:myself|it working))\b",
)
_WILLING = (
    rf"{_LEAD}i(?:'d| would| could| can| might|'ll| will) {_HEDGE}(?:maybe )?(?:be (?:willing|open|up|happy)"
    r" (?:to|for)|give (?:it|that|this) a (?:go|try|shot)|try (?:that|it|this|to)\b|consider\b"
    r"|live with (?:that"
    r"|it))",
    rf"{_LEAD}(?:i'm|i am) {_HEDGE}(?:willing|open|ready) to\b",
)
_WISHES = (
    rf"{_LEAD}i {_HEDGE}(?:do )?(?:want|wanna|need|would like|'d like|'d love|have got|'ve got|have"
    rf"|gotta|hope)"
    rf" (?:to )?{_HEDGE}{_CHANGE}\b",
    rf"{_LEAD}i {_HEDGE}(?:don't|do not) {_HEDGE}(?:want|wanna|see|agree|feel like)\b",
    rf"{_LEAD}i(?:'m| am) {_HEDGE}(?:tired|sick) of (?:feeling|being|it|this|living|the|doing|having)\b",
)
STANCES: tuple[tuple[str, AnyCase], ...] = (
    ("came to a new view", AnyCase("|".join(_NEW_VIEW))),
    ("took up what was said", AnyCase("|".join(_TAKEN_UP))),
    ("felt relief", AnyCase("|".join(_RELIEF))),
    ("was unsure", AnyCase("|".join(_UNSURE))),
    ("was reluctant", AnyCase("|".join(_RELUCTANT))),
    ("was willing", AnyCase("|".join(_WILLING))),
    (RESPONDED_SO, AnyCase("|".join(_WISHES))),
)
"""Each with the words that show it, the surest first."""


def stance_named(words: str) -> str | None:
    """How a client's words take what was said to them; None where they take no stand."""
    return next((name for name, form in STANCES if form.search(words)), None)


def stance_shown(text: str, spoken: str) -> str:
    """The name of a stance in a sentence, where the client's words show it; else nothing."""
    named = [(name, form) for name, form in STANCES if f" {name}: " in text]
    parts = [clean(part) for part in parts_of(spoken)] if named else []
    return next((name for name, form in named if any(form.search(part) for part in parts)), "")
