"""The words by which a clinician's sentence shows that it tells what was seen or measured."""

from __future__ import annotations

from live_notes.drafting.author.kind_words import any_of

MEASURE = any_of(
    r"\b(?:phq|gad|pcl|audit|bdi|bai|madrs|moca|mmse|ybocs|y-bocs|epds|c-?ssrs|ace|hama|hamd|ors|srs|dast"
    r"|asrs|ces-?d"
    r"|dass|k10|core)(?:-?\d+)?\b[^a-z]{0,6}(?:score[sd]?\b[^a-z]*|(?:was|is|of|=|at|total)\b[^a-z]*)?\d",
    r"^(?:<client>'s )?(?:current |today's )?(?:phq|gad|pcl|c-?ssrs|bp|hr|wt|weight|bmi|vitals?|pulse|temp"
    r"|li(?:thium)?"
    r" level|uds|a1c|danger assessment|suds?|voc)\b[^.]*(?:\d|neg\w*|pos\w*|wnl|completed|administered)",
    r"^(?:suds?|voc) (?:decreased|dropped|went|rose|of|was|at|from|started|remained|reduced|increased)\b",
    r"^(?:nc|pc)\b ?[:\"“]",
    r"^completed (?:the )?(?:phq|gad|pcl|c-?ssrs|audit)",
)
"""A measurement."""

STATUS = any_of(
    r"^(?:<client>'s |his |her |their |child's )?(?:affect|eye contact|speech|appearance|grooming"
    r"|thought (?:process|content)|insight"
    r"|judge?ment|orientation|psychomotor|attention|concentration intact|cognition|gait|tremor|attitude)\b",
    r"^(?:in )?no (?:acute )?distress\b|^nad\b|^(?:no tremor|no psychomotor|no avh|no psychosis"
    r"|no delusions)\b",
    r"\baffect\b|\bpresent(?:ed|s|ing) with (?:an? )?(?:\w+ )?mood\b"
    r"|\b(?:a&o|aox|ao ?x|oriented(?: x|to)?)\b ?(?:x?\d)?|\b(?:well|poorly|casually|neatly"
    r"|appropriately)[- ](?:groomed|dressed|kempt)\b",
    r"^(?:<client>'s |his |her |their )?mood (?:was |is |: ?|= ?|appeared |seemed )?(?:\"|euthymic"
    r"|dysphoric|anxious|depressed|low|sad|irritable"
    r"|congruent|stable|labile|elevated|ok|good|bright|neutral|down|angry|flat|worried|euphoric)\b",
    r"\b(?:presented|presents|appeared|appears|looked|looks|seemed|seems|was|is|became) (?:to be |as "
    r"|visibly |very |quite |pretty |really |rather |fairly |still |kind of |somewhat"
    r" |more |less |a bit |\w+ly |on time,? |about |[\w-]+ min(?:ute)?s? )*(?:anxious|tearful|tired|sad"
    r"|calm|flat|guarded|withdrawn"
    r"|agitated|restless|depressed|euthymic"
    r"|irritable|distracted|alert|cooperative|pleasant|disheveled|dishevelled|nervous|tense|fidgety|quiet"
    r"|frightened|bright|hopeless"
    r"|relaxed|angry|overwhelmed|oriented|groomed|sleepy|drowsy|sedated|intoxicated|hypervigilant|shaky"
    r"|upset|talkative|subdued"
    r"|well[- ]groomed|late|in (?:no )?(?:acute )?distress|hard of hearing)\b",
    r"^(?:<client> )?(?:visibly |mildly |very |somewhat |slightly )*(?:anxious|tearful|tired|sad|calm|flat"
    r"|guarded"
    r"|withdrawn|agitated|restless|alert|cooperative"
    r"|pleasant|disheveled|dishevelled|fidgety|quiet|hypervigilant|euthymic|blunted|subdued|engaged"
    r"|oriented|casually dressed"
    r"|well[- ]groomed|soft[- ]spoken)(?:$|,|\.| and | but | when | at | throughout | during | on "
    r"| in session)",
    r"\b(?:poor|good|fair|minimal|limited|avoided|intermittent|no|made|adequate"
    r"|little) (?:\w+ )?eye contact\b|\bspeech\b.*\b(?:soft|rapid|slow"
    r"|pressured|normal|nl|clear|rate)\b",
    r"\b(?:cried|crying|tearful|smiled|wept|sobbed|fidget\w+|trembling|shaking|wrung|picked at|looked away"
    r"|brightened|paced|pacing|sighed"
    r"|startled?|scanning|wringing|voice (?:was )?(?:shaky|trembling|quiet|low))\b(?!.*\b(?:daily|every"
    r"|at night|at home|last|this week)\b)",
    r"\b(?:psychomotor|well[- ]groomed|goal[- ]directed|logical and|linear|wnl)\b",
    r"^(?:<clinician> )?(?:noticed|observed|noted)\b|^<clinician> (?:noticed|observed|saw|noted)\b",
    r"^(?:<client>|he|she|they|7 y/o|child|client)? ?(?:was |were )?(?:on time|late|arrived"
    r"|attended(?! (?:\w+ ){0,2}(?:aa|na|mtgs?|meetings?|school|work|class\w*|church|funeral|groups?)\b)"
    r"|seen (?:for|via|in|w/)|present(?: for|$|\.)|no[- ]showed)\b",
    r"^(?:saw (?!it\b|that\b)|this is (?:a |the |my )?note\b)|^(?:met|session (?:was |held |conducted "
    r"|via )|telehealth|in[- ]person|<clinician> met|<both> met"
    r"|<client> (?:was )?seen|seen for)\b",
    r"^\w[\w ]{0,30},? \d+ ?min(?:utes)?\b.*\bpresent\b",
    r"^(?:showed|has) (?:superficial|visible|fresh|healed)\b|^played\b",
)
"""What was seen."""

NOT_SEEN = any_of(
    r"\b(?:presented|presents|presenting) with (?!(?:\w+ )?(?:affect|mood)\b)",
    r"\b(?:was|were) (?:anxious|sad|tired|angry|upset|tearful|irritable|overwhelmed) (?:all|most"
    r"|at (?:work|home|school)|this|last|about|because|since|that|every)\b",
    r"\b(?:daily|every (?:day|night|morning)|in the car|at night)\b",
)
