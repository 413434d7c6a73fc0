"""What stands under the heading of a goal: words that say one, questions for one, and what is none."""

from __future__ import annotations

import re

GOAL_SAID = re.compile(
    r"\bgoals?\b|\b(?:working|aim(?:ing)?|want\w* to work|agreed to work|like to work)"
    r" (?:on (?!the \w+s\b|an?\b)"
    r"|towards?|for)(?! (?:him|her|them|the|a|an|my|his)\b)\b"
    r"|\brated how important it is\b[^.]* to (?:stop|quit|cut|change|be|get|give)\b"
    r"|\b(?:they|she|he|i|we|client|patient)(?:'d| would| do| does| just| really| only|"
    r" also| still| are| is"
    r"|'re|'s|'m)* (?:want|wants|would like|like|would love|love|hope|hopes|hoping|trying)"
    r" to (?:just "
    r"|really |eventually |one day )?"
    r"(?:be (?:able|more|less|better|sober|free|a better|there for)|stop|quit|cut (?:back"
    r"|down)|get (?:better|back|rid|out"
    r"|over|through|my|their|her|his)|become|stay|lose|reduce|change|improve"
    r"|learn (?:how )?to|feel (?:better|more|less)|manage"
    r"|get (?:it|this|that|them|things|the \w+|my \w+) (?:down|under|back|out)"
    r"|do the \w+ (?:course|class|degree|training)|go back to"
    r"|give (?:it )?up|keep (?:my|their|her|his)|finish|find (?:a|another) (?:way|job)"
    r"|have (?:a|more) (?:better|healthy|life|energy))\b"
    r"|\b(?:wants?|needs?) (?:it|this|that|them|things|these thoughts) to (?:stop|change"
    r"|be (?:over|different"
    r"|better)|get better|go away|quit)\b"
    r"|\b(?:do(?:es)? not|don't|doesn't) want (?:to (?:be (?:like|that|the)|keep|lose|end up"
    r"|live like|do this"
    r"|feel|go back|hurt)|(?:her|him|them|my|their|his) (?:\w+ )?to)\b"
    r"|\b(?:swore|promised (?:myself|themsel(?:f|ves)|herself|himself)|determined"
    r"|ready) (?:that )?(?:to (?:quit"
    r"|stop|change|cut|get|make)|they would|i would|i'd|they'd)\b",
    re.IGNORECASE,
)
GOAL_ASKED = re.compile(
    r"\bwhat (?:do|would|could) you (?:most |really )?(?:want|hope|wish)\b(?!(?: to)? (?:start"
    r"|talk"
    r"|begin|know|ask|say|do about))"
    r"|\bwhat (?:are|were) you (?:hoping|aiming|looking|working)(?: for| to| towards?)\b"
    r"|\bwhat would you like [a-z' ]{2,25} to (?:be|look|feel)\b"
    r"|\bwhere (?:do|would) you (?:want|like|hope) to be\b|\b(?:what|how"
    r"|where) would you like (?:it|things|that"
    r"|this|your|to (?:be"
    r"|see|change|work on|get out))\b"
    r"|\bwhat(?:'s| is| are) (?:your|the|one|some)(?: [a-z]+){0,2} goals?\b|\bgoals? (?:for"
    r"|would|do|is|are)\b"
    r"|\b(?:hoping|hope|like|want) to (?:get out of|work on|change|achieve|accomplish)\b"
    r"|\bmiracle\b|\bwhat would be different\b|\bwhat would you rather\b"
    r"|\bwhat (?:matters|is (?:most )?important) (?:most )?to you\b"
    r"|\bwhy (?:a|an) \w+ and not\b|\bwhat would (?:it|things|life|your life) look like\b",
    re.IGNORECASE,
)
NO_GOAL = re.compile(
    r"(?:answered|said): \"(?:well, |um, )?(?:no|nah|nope|nothing|none|not)\b|\b(?:client"
    r"|patient|\w+) said no\b"
    r"|\bdo(?:es)? not (?:want|wish|like|need) to (?:work|talk|look|change|stop|cut|quit)\b"
    r"|\b(?:declined|refused|cannot (?:imagine|think|see|say)|do(?:es)? not know)\b"
    r"|\b(?:di(?:e|ed|es)|dying|dead|kill\w*|suicid\w*|alive|act on it|end(?:ing)? (?:my|their|her"
    r"|his) (?:own )?life|find me|harm\w*)\b|^\S+ stated of the\b",
    re.IGNORECASE,
)
"""Refusals, thoughts of death and what the clinician would like: they never stand there."""
