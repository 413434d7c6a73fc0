"""What a clinician's shorthand speaks of, on top of the words of a dialogue: "EtOH", "appt", "ADLs"."""

from __future__ import annotations

import re
from collections.abc import Mapping


def _words(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)


SHORTHAND: Mapping[str, re.Pattern[str]] = {
    "sleep": _words(
        r"insomnia|hypersomnia|early (?:morning )?(?:awakening|waking)|sleep hygiene|drowsy|groggy|naps?"
    ),
    "appetite": _words(
        r"eating|diet|restrict(?:ed|ing|s)|meal plan|snacks?|lost \d+ ?(?:lbs?|pounds|kg)|wt|bmi|food"
        r"|binge\S*"
    ),
    "mood": _words(
        r"mood|tearful\w*|depress\w*|affect|euthymic|dysphori\w+|mdd|phq\S*|low mood|irritab\w+|sad\w*"
        r"|lonely|hopeless\w*"
        r"|down|guilty?|crie[sd]|cry(?:ing)?|loneliness|bipolar|anhedoni\w+|failure"
    ),
    "anxiety": _words(
        r"anxious\w*|anxiety|gad\S*|worr\w+|panic\w*|fear\w*|nervous\w*|overwhelm\w*|hypervigilan\w+"
        r"|avoid(?:s|ance|ed|ing)?"
        r"|ptsd|ocd|startle\w*|obsess\w+|intrusive|compuls\w+|checking|ruminat\w+|scared|frightened"
        r"|stress\w*|tense"
    ),
    "energy and concentration": _words(
        r"energy|fatigue\w*|focus|attention|concentrat\w+|adhd|adls?|motivation|tired|exhaust\w+"
    ),
    "medication": _words(
        r"meds?|medications?|rx|mg|mcg|ssris?|snris?|dos(?:e|es|age)|prescri\w+|psychopharm\w*|vyvanse"
        r"|prazosin|buprenorphine|mat"
        r"|suboxone|narcan|naltrexone|methadone|lamictal|depakote|risperid\w+|olanzapine|side effects?"
        r"|refill\w*"
    ),
    "substance use": _words(
        r"etoh|thc|aa|na|alcohol\w*|drink\w*|drank|sober|sobriety|relaps\w+|cannabis|mj|vap\w+|smok\w+"
        r"|substance\w*|drugs?|uds|iop"
        r"|cocaine|heroin|meth|opioids?|nicotine|cravings?|aud|oud|beers?|wine|recovery|sponsor"
    ),
    "relationships and support": _words(
        r"couple|partners?|spouse|gf|bf|mom|dad|mother|father|parents?|famil\w+|kids?|children|daughters?"
        r"|sons?|sisters?|brothers?"
        r"|friends?|peers?|wife|husband|girlfriend|boyfriend|grandchildren|supports?|supportive|marriage"
        r"|divorce\w*|roommate"
        r"|widow(?:er|ed)?|isolat\w+|lonel\w+|affair|conflict"
    ),
    "work or school": _words(
        r"(?:at|from|to|about|her|his|their|of|for|off|w/|with|re|the|part[- ]time|full[- ]time"
        r"|new) (?:work|job)|works|working (?:as|at|for|\d+)|worked (?:at|as)"
        r"|work (?:stress|part|full|is|was|has|deadline\w*)|supervisor|boss|manager|co-?workers?|job"
        r"|resume|school\w*|class(?:es|room)?"
        r"|grades?|teachers?|college|student|iep|counselor at|fmla|shift|shifts|unemploy\w+|deadlines?"
        r"|failing|homework (?:help|from school)"
    ),
    "physical health": _words(
        r"pain\w*|pcp|medical\w*|labs?|bp|hr|vitals?|wt|weight|sob|gi|headaches?|somatic|tremor|dizz\w+|ob"
        r"|ekg|hearing|postpartum"
        r"|miscarriage|pregnan\w+|stomach|injur\w+|health|chest|bedwetting|illness"
    ),
    "coping and homework": _words(
        r"cop(?:e|es|ed|ing)|homework|hw|grounding|breathing|skills?|journal\w*|practi[cs]\w+"
        r"|thought records?|aa|meetings|sponsor|safety plan\w*"
        r"|mindful\w*|meditat\w+|dear man|tipp|exercise|relaxation|worksheets?|panic log|log|diary"
        r"|strateg\w+|self[- ]care|walks?"
        r"|time-?outs?|techniques?|assigned|exposure\w*|(?:fear )?ladder|check-?in|act out"
        r"|impact statement|role[- ]?play\w*|ba"
        r"|activity schedule|values"
    ),
    "goals": _words(
        r"goals?|objectives?|progress\w*|improv\w+|tx plan|treatment plan|target|better|working (?:on|toward)"
    ),
}
"""By the name of a domain: the words of clinicians' own writing that show it was spoken of."""
