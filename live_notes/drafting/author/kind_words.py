"""The words by which a clinician's written sentence shows what it is. The people in it are marked."""

from __future__ import annotations

import re


def any_of(*patterns: str) -> re.Pattern[str]:
    """One of these, in any case."""
    return re.compile("|".join(patterns), re.IGNORECASE)


CLIENT = r"(?:<(?:the )?client>|\[client(?:_\d)?\]|he|she|they)"
CLINICIAN = r"(?:<clinician>|i)"
_BOTH = r"(?:<both>|we)"
_KIN = (
    r"(?:(?:his|her|their|the|<client>'s) )?(?:mother|mom|mum|father|dad|parents?|wife|husband|partner"
    r"|spouse|sister"
    r"|brother|son|daughter|family|couple|guardian|grand\w+|aunt|uncle|teacher|boyfriend|girlfriend"
    r"|step\w+|both|everyone|everybody|(?:(?:all )?(?:of )?the |all )?(?:group|members|group members"
    r"|participants|clients|partners)|all)"
)
_ADVERB = r"(?:(?:also|then|again|further|now|later|first|briefly|still|initially|just|\w+ly) )*"
_DRUG_OR_DOSE = (
    r"(?:\d+(?:\.\d+)? ?(?:mg|mcg|ml|milligrams?)|meds?\b|medications?|sertraline|zoloft|fluoxetine|prozac"
    r"|lexapro|escitalopram|citalopram|bupropion|wellbutrin|venlafaxine|effexor|duloxetine|lamotrigine"
    r"|lithium"
    r"|quetiapine|seroquel|trazodone|xanax|lorazepam|clonazepam|buspirone|hydroxyzine|propranolol|adderall"
    r"|vyvanse"
    r"|ritalin|abilify|aripiprazole|mirtazapine|prazosin|ssri|labs?\b)"
)
_METHODS = (
    r"(?:cbt|dbt|emdr|act|ifs|mi|eft|cpt|erp|psycho-?ed\w*|psychoeducation|motivational interviewing"
    r"|mindful\w*"
    r"|grounding|breathing|breath ?work|diaphragmatic|thought (?:record|log|challeng\w+)s?|reframing"
    r"|cognitive"
    r" restructuring|socratic|role[- ]?play\w*|empty chair|chain analysis|safety plan\w*|exposure\w*"
    r"|behaviou?ral"
    r" activation|bilateral|body scan|sleep hygiene|relaxation|pmr|coping (?:skills?|strateg\w+|plan)|skills?"
    r"|techniques?|strateg\w+|exercises?|worksheets?|options|boundar\w+|communication|pros and cons"
    r"|decisional"
    r" balance|values card|life review|play therapy|art therapy|behavio?ur chart|fear ladder|hierarchy"
    r"|dear man"
    r"|tipp|wise mind|opposite action|radical acceptance|self[- ]compassion|parent coaching"
    r"|relapse prevention"
    r"|crisis (?:line|plan)|988|hotline|resources|confidentiality|consent|medical risk|means|guns?"
    r"|firearms?|safe storage|lock(?:ed|ing)? up|de-?escalat\w+"
    r"|interweaves?|distress tolerance|emotion regulation|urge surfing|anger m(?:ana)?ge?mt|anger management"
    r"|time-?outs?|functional analysis|supportive (?:listening|counseling|therapy)|(?:active"
    r"|reflective) listening"
    r"|imaginal|in vivo)"
)

DOSE = any_of(r"\b\d+(?:\.\d+)? ?(?:mg|mcg|milligrams?|micrograms?)\b")
"""A medicine as it is taken."""

REPORTS = any_of(
    rf"^(?:(?:{CLIENT}|{_KIN}|both)(?: and (?:her|his|their) \w+)? {_ADVERB})(?:told|tells|explained"
    rf"|discussed|talked|spoke|discovered"
    r"|thinks|believes|wants|wanted)\b",
    rf"^(?:{CLIENT}|{_KIN}|both|collateral)?(?: and (?:her|his|their) \w+)? ?{_ADVERB}(?:c/o|complain(?:s"
    rf"|ed) of"
    r"|reports?|reported|reporting|did say|does say"
    r"|says?|said|saying|states?|stated|stating|describe[sd]?|endorse[sd]?"
    r"|endorsing"
    r"|den(?:y|ies|ied|ying)|shared?|shares|express(?:ed|es)|disclose[sd]|mention(?:s|ed)|feels?|felt"
    r"|notes|acknowledge[sd]|verbali[sz]e[sd]|recall(?:s|ed)|rate[sd]|identifies|worr(?:y|ies|ied)"
    r")\b(?! (?:understanding|suds?\b))",
)
"""Somebody but the clinician tells."""

TOPIC = any_of(
    rf"^(?:(?:{_BOTH}|{CLINICIAN}|session|<both> also) )?{_ADVERB}(?:spent [\w ]{{2,30}} (?:on|discussing"
    rf"|talking about)"
    r"|talked (?:more |a lot |again )?(?:about|through)|spoke (?:about|of)|discussed|chatted about"
    r"|focus(?:ed)? (?:of"
    r" session )?(?:was )?on)\b",
)
"""A matter that was talked about."""
METHOD = any_of(
    rf"\b{_METHODS}\b", r"\bhow to\b", r"\bdifference between\b", r"\bbenefits of\b", r"\bways to\b"
)

ANSWERED = any_of(
    rf"^(?:{CLINICIAN} )?{_ADVERB}(?:asked|inquired|screened)\b[^.;]{{0,60}}\b(?:and|but|;)"
    r" (?:<client>|he|she|they)"
    r" (?:said|says|answered|replied|denied|denies|reported|stated|endorsed)\b"
)
"""What was asked about, told with its answer."""

RISK_LINE = any_of(
    r"^(?:no|denie[sd]|den(?:y|ying)|neg(?:ative)? for|\W*[-–(]?[-–]\)?)\s?(?:any |current |active "
    r"|passive |acute |thoughts? of )*"
    r"(?:si|hi|shi|nssi|avh|suicid\w*|homicid\w*|self[- ]?harm\w*|safety (?:concerns?|issues?)|s/i|h/i)\b",
    r"^(?:si|hi|si/hi|nssi|avh)\b",
    r"^(?:no )?(?:current )?safety (?:concerns?|issues?)\b",
)
"""A line on risk alone: as the client answered."""

_DOES_IT = (
    r"(?:attend|call|complete|continue|do|draft|email|finish|follow|go|implement|journal|keep|log|look"
    r"|make|meet|monitor"
    r"|practi[cs]e|reach|read|repeat|return|schedule|see|send|speak|start|take|talk|track|try|use|work"
    r"|write|bring|ask"
    r"|avoid|be (?:seen|referred|scheduled)|begin|book|check|coordinate|consult|contact|consider|discuss"
    r"|explore|focus"
    r"|give|have|hold|increase|initiate|lock|move|obtain|pick|provide|reassess|refer|review|revisit|set"
    r"|sign|stop|ring|phone|ride|sleep|eat|drive|spend|listen|choose|lend"
    r"|submit|target|taper|text|update|visit|walk|go to|apply|help|remove|join|request|get|limit|reduce"
    r"|cut|tell|quit|re-?\w+)"
)
PLAN = any_of(
    rf"^(?:<both>|<clinician>|{CLIENT}|{_KIN}|we|i)? ?{_ADVERB}(?:will|shall|to|is to|are to|is going to"
    rf"|plans? to|intends? to"
    rf"|committed to|commits to|is willing to) {_ADVERB}{_DOES_IT}\b",
    rf"^(?:{_BOTH}|{CLIENT}|{_KIN}|both)? ?{_ADVERB}(?:agreed|agrees|contracted) (?:to|on"
    rf"|that (?:\S+ ){{1,3}}(?:will|would|to|could)"
    r"|upon)\b",
    r"^(?:the |our )?(?:plan|goal for next (?:week|session))(?: is| was|:|\b(?! to (?:kill|harm|hurt|die"
    r"|end|overdose)))(?! reviewed)",
    r"^(?:for |as )?(?:homework|hw)\b(?!,? (?:was |is )?(?:not |in)?(?:completed?|done|reviewed|finished"
    r"|partially)| review)",
    r"\b(?:for|as) (?:homework|hw)\b|\b(?:assigned|gave|given)\b.*\b(?:homework|hw|to practi[cs]e"
    r"|to complete)\b",
    r"(?:<both>|<clinician>|\bwe) will (?:\w+ly )?(?:continue|meet|resume|revisit|process|start|begin"
    r"|work)\b",
    r"^<clinician> (?:wants|would like|(?:has |had )?asked|expects) (?:<(?:the )?client>|her|him|them"
    r"|both) to"
    r" (?!sit\b|breathe\b|rate\b|describe\b|imagine\b|close\b|share\b|say\b|look\b)",
    r"^<clinician> would like to (?:see|refer|meet|start|continue|add|have|try|increase)\b",
    r"^<clinician> (?:(?:will|shall|is (?:also )?going to) (?!have\b)\w|(?:would like|wants|asked) [^,.;]* to"
    r" (?:check|see|call|send|come|bring|join|review|prescribe|lock|hold)\b)",
    r"^(?:for|at|before) (?:the )?next (?:time|session|week|visit)\b"
    r"|^(?:will be )?(?:seeing|meeting)(?: with)? (?:<client>|him|her|them|both)\b"
    r"|^(?:un|not )(?:decided|sure)(?: yet)? (?:whether|if) to\b"
    r"|^(?:weekly|biweekly|twice[- ]weekly) sessions?\b|^sessions? (?:once|twice|weekly|biweekly|every)\b",
    r"^(?:f/?u)(?=[.:]?$| (?:in|at|with|w/|con|by|call|appt|visit|session|next|w\b|\d|mon|tue|wed|thu|fri"
    r"|sat|sun"
    r"|tomorrow|tmrw|\[|one|two|three|four|x|prn|scheduled|pcp))",
    r"^(?:rtc|nv|rv|next steps?|return to clinic|return (?:visit|in)|to do)\b",
    r"\bnext (?:family |group |individual |couples? )?(?:appt|appointment|session|visit|meeting|group"
    r"|contact|check-?in)\b(?! (?:was|had))",
    r"^(?:next|following) (?:target|week)\b",
    r"\b(?:rtc|f/u|follow[- ]?up|return|meet(?:ing)?(?: again)?|see (?:<client>|her|him|them)(?: again)?"
    r"|(?:be|come|coming) back)"
    r" (?:again )?(?:in|on|next|within|x|for|at|call|appointment|visit|with)\b(?=.*(?:\d|week|wk|month"
    r"|mo\b|day|fri|mon"
    r"|tue|wed|thu|sat|sun|tomorrow|tmrw|\[date|one|two|three|four|provider|pcp|psychiatr))",
    r"^(?:see|meet|meeting|check[- ]?in)\b.*\b(?:again|in \w+ (?:weeks?|wks?|days?|months?)|next|weekly"
    r"|biweekly|tomorrow|tmrw)\b",
    r"^(?:same time|individual sessions?|weekly|biweekly|group) (?:next week|next|sessions?\b|therapy\b"
    r"|cbt\b|tues|mon|wed|thu|fri)",
    r"^(?:cont(?:inue)?|cont['’]?d?|d/c|discontinue|increase|decrease|taper|titrate|start|begin|initiate"
    r"|refill|order"
    r"|schedule|recheck|obtain|monitor|coordinate|consider|refer|consult with|repeat|hold|switch|add"
    r"|reassess|maintain"
    r"|email|log|call|text|contact|practi[cs]e|complete|finish|attend|keep|journal|track|write|read|bring|use"
    r"|encourage"
    r"|work on|work toward|focus on|explore|send|request|explore|daily|resume|update|try|discuss|meet|revisit"
    r"|collaborate) (?!(?:with )?(?:difficulty|to struggle|to be))\S",
    rf"^(?:increased|decreased|raised|lowered|started|restarted|stopped|discontinued|switched|refilled"
    rf"|renewed|continued"
    rf"|ordered|prescribed|tapered|added)\b[^.]*\b{_DRUG_OR_DOSE}(?!.*\b(?:ago|last|yesterday)\b)",
    r"^(?!labs\b)[\w: -]{2,40} ordered$|^back (?:on |in )?(?:mon|tue|wed|thu|fri|sat|sun|\d|next"
    r"|\[date|an? (?:week|month)|(?:one|two|three|four|six) (?:week|month))",
    rf"^(?:he|she|they|we)'ll {_DOES_IT}\b",
    r"^(?:<client>|he|she|they)(?:'s|'re| is| are) (?:committed|going|planning|willing) to\b(?! (?:be|a"
    r"|the)\b)",
    r"^(?:labs?|uds|imaging|referrals?|roi|bloodwork)\b[^.]*\b(?:ordered|made|sent|placed|next|given"
    r"|signed|pending|requested)\b",
    r"^(?:<clinician> |i |<both> )?(?:referred|referral|recommend(?:s|ed|ing)?|scheduled|rescheduled"
    r"|made a referral)\b(?! by)",
    r"^(?:<clinician> |i )?(?:asked|invited|instructed|assigned|told) (?:<(?:the )?client>|her|him|them"
    r"|pt)?(?: \w+)? ?to"
    r" (?:keep|track|write|practi[cs]e|try|bring|call|log|complete|monitor|read|journal|use|notice)\b",
    r"^(?:daily|weekly|nightly) (?:text|check|call|thought|mood|log|practice|journal)",
    r"\bscheduled for (?:next|mon|tue|wed|thu|fri|sat|sun|\d|\[date|tomorrow|the \d)",
    r"^(?:follow[- ]?up)\b(?! to )",
    r"^(?:the |our |this )?(?:next )?(?:group|sessions?|(?:the )?members|everyone|everybody|we)"
    r" (?:(?:will|shall|is to|are to|to) )?(?:meets?|resumes?|reconvenes?|returns?|continues?|(?:is|are|be)"
    r" (?:back|held|scheduled|meeting|due))(?: back| together)?(?: again)?"
    r" (?:next|at \d|in (?:a|an|one|two|three|four|\d+) (?:days?|weeks?|months?)|tomorrow"
    r"|(?:on )?(?:(?:mon|tues?|wed|thu|thurs?|fri|sat|sun)(?:\w*day)?\b|the \d|\[date))",
    r"^(?:both|couple|family|parents?|mother|mom|father|dad) (?:agreed to|will|to)\b",
    r"\b(?:agreed to (?:attend|call|try|start|continue|labs|practi[cs]e|meet|keep|use|contact|complete))\b",
)
"""A next step."""

FORMULATION = any_of(
    r"^(?:working |provisional |differential )?(?:dx|diagnos[ie]s|impression|prognosis|assessment|r/o"
    r"|rule out)\b",
    r"^<clinician> (?:is|was|remains) (?:also )?(?:(?!not )\w+ )?(?:concerned|worried|hopeful"
    r"|wondering|unsure|(?:not |un)?(?:certain|sure))\b",
    r"^<clinician> (?:also )?(?:thinks?|believes?|suspects?|wonders?|feels?|hypothesi[sz]e[sd]?"
    r"|conceptuali[sz]e[sd]?|sees?"
    r"|thought|believed|suspected)\b",
    r"\b(?:meets?|met|does not meet) (?:full )?criteria\b|\bconsistent with\b|\b(?:appears"
    r"|seems?) (?:to (?:be (?:related|due"
    r"|driven|a|linked|avoiding|using|making|improving|struggling)|stem|have (?:difficulty|internali)"
    r"|reflect)|related)\b",
    r"\b(?:contemplation|precontemplation|action|maintenance|preparation) stage\b|\bstage of change\b",
    r"\b(?:making|made|some|good|slow|limited|steady|no|minimal|significant|continued|moderate|little"
    r"|excellent)"
    r"(?: \w+)? progress\b|^progress\b(?! notes?$)"
    r"|\bgoal\b[^.]*\b(?:progressing|met|not met|partially met|ongoing)\b"
    r"|\bis progressing\b",
    r"^(?:overall|clinically)\b",
    r"\b(?:symptoms?|depression|anxiety|ptsd|ocd|mood|<client>|condition"
    r"|panic)\b[^.;,]{0,30}\b(?:remain(?:s|ed)?"
    r"|continues? to"
    r" (?:be|meet|improve)|(?:is|are|has|have) (?:been )?(?:improv\w+|worsen\w+|stable|in remission)"
    r"|improving|worsening)\b",
    r"\b(?:low|moderate|high|elevated|acute|chronic|imminent|no imminent|minimal) (?:acute |chronic "
    r"|imminent |suicide |current )?risk\b(?! of|,? (?:for )?fall)",
    r"\brisk (?:is|remains|was|appears|seems) (?:\w+ )*(?:low|moderate|high|elevated|minimal|acute)\b",
    r"\b(?:seems?|appears?) to (?:serve|function|maintain|help|keep|protect|stop)\b|\bcycle (?:between|of)\b",
    r"^(?:risk (?:is|level|remains|assessed|low|moderate|high|:)|stable\b|high risk)",
    r"\b(?:F\d{2}(?:\.\d+)?|(?:moderate|mild|severe|recurrent|single episode|combined)(?:$"
    r"|[,;]? (?:recurrent|episode|improving)))",
    r"^(?:mdd|gad|ptsd|ocd|adhd|bpd|aud|oud|sud|separation anxiety|(?:major )?depress(?:ion|ive disorder)"
    r"|bipolar|adjustment"
    r"|panic disorder|social anxiety|generali[sz]ed anxiety|grief reaction|insomnia)\b(?!.*\b(?:worse at"
    r"|worse with)\b)",
    r"\b(?:protective factors|strengths include|barriers include|the main driver|maintained by|underlying"
    r"|core belief of"
    r"|what keeps|keeps the|in the context of|secondary to|pattern (?:is|of|seems|continues)|cycle is"
    r"|is grieving|good insight into"
    r"|has good insight|likely|suggests|suggestive|prognosis|differential)\b",
    r"^<client> (?:is|continues to be) (?:stable|improving|progressing|in (?:the )?\w+ stage|at (?:low"
    r"|moderate|high))\b",
    r"^improv(?:ed|ing)\b(?= (?:on|with|since|overall|from)\b)|\bis helping\b|\bincomplete session\b",
)
"""What the clinician makes of it."""

_IT_HELPED = (
    r"(?:it|this|that|the \w+(?: \w+)?|exercise|grounding|breathing) (?:\w+ )?(?:helped|worked"
    r"|felt (?:less|better|good|lighter)"
    r"|was (?:\w+ )?(?:helpful|useful|hard|a relief|difficult|calming|good))"
)
RESPONSE = any_of(
    r"\b(?:responded|responsive to|receptive|tolerated)\b(?! (?:to )?(?:meds?|medication|sertraline|dose))",
    r"\bengaged (?:well|actively|fully|readily|appropriately|throughout)|\bengaged in (?:the )?(?:session"
    r"|treatment|discussion"
    r"|exercise|role|therapy|process|activity)|\b(?:was|is) (?:\w+ )?engaged(?: and| &|,| in|$|\.)(?! to)",
    r"\bparticipated\b|\bverbali[sz]ed (?:understanding|insight|agreement)\b|\bexpressed (?:understanding"
    r"|interest|willingness"
    r"|relief|appreciation|openness|gratitude|remorse and)\b",
    rf"\b{_IT_HELPED}\b|\b(?:kind of|sort of|really) worked\b",
    r"\bfound (?:it|this|that|the \w+(?: \w+)?|grounding|role[- ]?play|breathing) (?:\w+ )*(?:helpful"
    r"|useful|hard|difficult|exhausting"
    r"|awkward|calming|challenging|silly|relieving)",
    r"\b(?:feeling|felt|feels|was|were|is|looked|appeared|seemed) (?:\w+ ){0,2}(?:calmer|lighter|relieved"
    r"|more hopeful|less (?:anxious|tense"
    r"|heated|overwhelmed|distressed)|more (?:grounded|relaxed))\b(?!.*\b(?:this week|at home|lately"
    r"|since)\b)",
    r"\b(?:by|at) (?:the )?end of (?:the )?(?:session|visit|exercise|hour)\b|\bby end\b",
    r"\bafter (?:the |a )?(?:exercise|grounding|breathing|processing|role|set|sets|exposure|practice"
    r"|session)\b",
    r"\bin response\b|\bopen to\b|\b(?:hesitant|reluctant|nervous) but willing\b|\bstayed with it\b",
    r"\b(?:was |were |pt )?(?:able|unable|managed|found it hard) to (?:find|paraphrase|listen"
    r"|identify|id\b|practi[cs]e|use|name|challenge|reframe"
    r"|recogni[sz]e|complete|tolerate|verbali[sz]e"
    r"|generate|ground|articulate|express|connect|stay|access|say|come up|see|list|describe|reflect"
    r"|imagine|demonstrate)\b",
    r"\bdemonstrated (?:understanding|the|use|good)\b|\bresonated\b|\b(?:it|this|that) made sense\b"
    r"|\bsurprised (?:by|at)\b"
    r"|\bagreed (?:that )?(?:the|it|this|time-?out)\b"
    r"|^(?:<client>|he|she|they|both) agreed$",
    r"^(?:<client>|<the client>|he|she|they|both|(?-i:[A-Z][a-z]+)|\[CLIENT(?:_\d)?\])? ?(?:liked|enjoyed"
    r"|appreciated|disliked|laughed|rolled (?:his"
    r"|her|their) eyes|identified|id['’]?d|softened|recogni[sz]ed"
    r"|gained|understood|teared up|moved closer|struggled with (?:the|this)|noticed (?:a|some|that|less"
    r"|heat|tension)|proud)\b",
    r"\b(?:suds?|distress|anxiety|tension) (?:\w+ )?(?:decreased|dropped|reduced|went down|came down"
    r"|faded) (?:from|to|after|by)\b",
    r"\btension\b[^.]*\bfaded\b|\bwas (?:\w+ )?calm (?:and|at|by)\b|\bpractised (?:it )?successfully\b",
    r"\bgave (?:supportive )?feedback\b|^child responded\b|\bshared an example\b",
    r"^(?:<client>|<the client>|he|she|they) (?:completed|practi[cs]ed|tried|did|role-?played"
    r"|used) (?:the |a )?(?:\w+ )?"
    r"(?:in session|during session|exercise|ice|role|breathing|grounding)\b(?!.*\b(?:home|daily|week|since"
    r"|nightly|work)\b)",
    r"\brole[- ]?played a\b(?=.*\bthey\b)",
)
"""How the client took what was done."""
NOT_A_RESPONSE = any_of(
    rf"\btolerat\w+ [^.;,]*\b{_DRUG_OR_DOSE}",
    r"\b(?:engaged|engaging) in (?:self|binge|risky|cutting|substance|sexual|purging|arguments?)",
    r"\b(?:this|last|past) (?:week|month)\b.*\bat (?:home|work|school)\b",
    r"\bable to (?:sleep|work|eat|drive|go to|get (?:out|to))\b",
)

_DID = (
    r"(?:used|utili[sz]ed|provided|practi[cs]ed|taught|explored|reviewed|introduced|worked|challenged"
    r"|normali[sz]ed|validated"
    r"|processed|reprocessed|helped|guided|led|encouraged|modell?ed|explained|reframed|assessed"
    r"|role[- ]?played|developed"
    r"|created|reflected|summari[sz]ed|offered|supported|facilitated|psychoeducated|psycho-?ed(?:['’]?d)?"
    r"|coached|built|broke"
    r"|gave|set|did|ran|conducted|administered|addressed|confronted|elicited|affirmed|praised|closed"
    r"|contacted|consulted"
    r"|inquired|asked|applied|engaged (?:<(?:the )?client>|her|him|them|pt) in|completed|went (?:over"
    r"|through)|rehearsed"
    r"|identified|collaborated|demonstrated|discussed|clarified|continued|started|made|called"
    r"|coordinated with|listened|held"
    r"|brainstormed|problem[- ]solved|linked|invited|prompted|redirected|pointed out|looked (?:at|into)"
    r"|installed"
    r"|resourced|debriefed"
    r"|educated|tracked"
    r"|investigated|examined|focused|attended to|provided|empathi[sz]ed|joined|emphasi[sz]ed|checked in)"
)
INTERVENTION = any_of(
    rf"^(?:{_BOTH}|{CLINICIAN}|therapist|clinician)(?: and \w+)? {_ADVERB}{_DID}\b",
    rf"^(?:<both>|{CLINICIAN})(?!\w)[^.]*\b(?:and|,) (?:also )?(?:<clinician> )?{_DID}\b",
    rf"^{_ADVERB}(?!(?:identified|started|completed|did|made|held|continued|called|supported by|set up"
    rf"|tracked|focused|joined"
    rf"|contacted|consulted|asked about|went|worked (?!on|through|with|to)|created|ran|gave|built"
    rf"|broke(?! (?:it|down|the|\w+ into)))\b)"
    rf"{_DID}\b(?! by\b)",
    rf"^(?:started|continued|did|made|held|gave|ran|built|broke|completed|focused on|created"
    rf"|identified)\b[^.]*\b{_METHODS}\b",
    r"^(?:continued|started|completed) (?:\w+ )?(?:processing|reprocessing|desensiti[sz]ation|phase"
    r"|treatment)\b|^collateral\b",
    r"^<clinician> (?:told|advised|warned|reminded|informed|suggested|recommended)\b"
    rf"|^(?:tx|treatment):? {_METHODS}\b|^(?:emergency|crisis|safety) plan\b[^.]*\b(?:given|shared)\b",
    r"^(?:contacted|consulted|called|coordinated) (?:with )?(?!in\b|out\b|off\b)\w+|^broke \w+ into\b"
    r"|^gave \w+ (?:handout|info)",
    rf"^{_ADVERB}(?:completed|developed|reviewed|did|set up|asked about) (?:an? "
    rf"|the )?(?:\w+[- ]?){{0,3}}(?:safety plan\w*|thought record"
    r"|exposure|sets?|worksheet|timeline|genogram|suicide risk|crisis plan|hierarchy|means|reminders"
    r"|relapse prevention|impact)\b",
    rf"^(?:in (?:the )?session,? (?:<both> |we )?)?{_METHODS}\b",
    r"^in (?:the )?session,? (?:<both>|<clinician>|we|i)(?!\w)",
    r"^(?:homework|hw)\b[^.]*\b(?<!not )reviewed\b",
    r"^(?:safety plan|relapse prevention plan|crisis plan|coping (?:skills|plan)|thought record|diary card"
    r"|treatment"
    r" plan|tx plan|goals)\b[^.]*\b(?:reviewed|completed|developed|updated|created|discussed)\b",
    r"^emdr (?:session|phase|processing|set)|^collateral\b|^(?:medical risk|risks?) discussed\b",
    r"\b(?:role[- ]?played|practi[cs]ed) (?:a|the|in pairs|in session)\b",
    r"\b(?:provided|provided by <clinician>)$|\bprovided on\b",
)
"""What the clinician did, alone or with the client."""
