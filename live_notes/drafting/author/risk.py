"""Risk in a clinician's own writing: shorthand for it, and whether it is reported, denied, or left open."""

from __future__ import annotations

import re
from dataclasses import dataclass

from live_notes.drafting.language.any_case import AnyCase
from live_notes.drafting.note import RiskKind, RiskStatus
from live_notes.drafting.risk.pattern import RiskPattern
from live_notes.drafting.risk.words import PATTERNS

_SAID_OF_IT = (
    r"(?:no|not|any|denie[sd]|deny|denying|den(?:y|ies)|neg(?:ative)?(?: for)?|pos(?:itive)?(?: for)?"
    r"|without|w/o|for"
    r"|passive|active|current|fleeting|chronic|endorse[sd]?|endorsing|reports?|reported|having|has|had"
    r"|have|intermittent"
    r"|vague|acute|recent|past|hx of|history of|about|of|re|niega|nor|or|and|occasional|some|unsure"
    r"|possible|acknowledged)"
)


def _short(letters: str) -> str:
    """An abbreviation: in capitals anywhere, in small letters only beside what is said of it."""
    small = letters.lower()
    return (
        rf"(?<![\w])(?:(?-i:{letters})(?![\w'])|(?<=\bsi, )(?:{small})(?![\w'])"
        rf"|(?<=[/+-])(?:{small})(?![\w'])|(?:{small})(?=/(?:si|hi|avh"
        rf"|shi|sib)\b)"
        rf"|(?:{small})(?=:? (?:denied|none|negative|neg|absent)\b))"
        rf"|(?<![\w]){_SAID_OF_IT} (?P<{{name}}>{small})(?![\w'])"
    )


def _pattern(kind: RiskKind, words: str) -> RiskPattern:
    return RiskPattern(kind, AnyCase(words))


WRITTEN_PATTERNS: tuple[RiskPattern, ...] = (
    *PATTERNS,
    _pattern(RiskKind.SUICIDE, _short("SI|S/I").format(name="short")),
    _pattern(
        RiskKind.SUICIDE,
        r"\bsafety (?:concerns?|issues?)\b|\bsafety: no (?:concerns?|issues?)\b|\b(?:risk"
        r"|danger) to self\b|\bdeath wish\b|\bpassive death\b"
        r"|\b(?:wish|wishes|wished|wishing) (?:that )?(?:(?:he|she|they) (?:would|could|was"
        r"|were) )?(?:just )?(?:go in (?:his|her|their)"
        r" sleep|not wake up|(?:be )?dead)\b|\bnot (?:wanting|want) to be (?:here|alive)\b|\bdoes(?: not"
        r"|n't) want to be (?:here|alive)\b",
    ),
    RiskPattern(
        RiskKind.SUICIDE,
        AnyCase(
            r"\b(?:not |un)?sure (?:if|whether) (?:he|she|they) wants? to (?:go on|live|be here|be alive)\b"
        ),
        certain=False,
    ),
    RiskPattern(RiskKind.SUICIDE, AnyCase(r"\bc-?ssrs\b"), certain=False),
    _pattern(RiskKind.SELF_HARM, _short("SIB|NSSI|NSSIB|SH").format(name="short")),
    _pattern(
        RiskKind.SELF_HARM,
        r"(?<!\w)(?:cutting|cuts)(?! (?:back|down|out|off|class|school|ties|calories|corners))(?=$|[.,;]"
        r"| (?:x ?\d|on|her|him|last|this|before"
        r"|behaviou?rs?|again|since|twice|once|after|urges?))|\burges? to (?:cut|self)\b|\b(?:harm(?:ing)?"
        r"|hurt(?:ing)?) (?:to )?self\b|\bself-?injur\w*",
    ),
    _pattern(RiskKind.HARM_TO_OTHERS, _short("HI|H/I").format(name="short")),
    _pattern(
        RiskKind.HARM_TO_OTHERS,
        r"\b(?:harm(?:ing)?|hurt(?:ing)?) (?:to )?(?:self (?:or|and|/) ?)?others\b|\b(?:risk"
        r"|danger) to others\b|\bno intent to harm\b",
    ),
    _pattern(
        RiskKind.HARM_TO_OTHERS,
        r"\b(?:thoughts?|urges?|images?|pictures?|fantas(?:y|ies)) (?:of|about|to) (?:dropping|hurt(?:ing)?"
        r"|harm(?:ing)?"
        r"|kill(?:ing)?|hit(?:ting)?|shak(?:e|ing)|smother(?:ing)?|stab(?:bing)?) (?:(?:the |her |his "
        r"|their )\w+|him\b|her\b|them\b)",
    ),
    _pattern(
        RiskKind.ABUSE,
        r"(?<!\w)(?-i:DV|IPV|CPS|APS)(?!\w)|\bphysical altercation\b"
        r"|\b(?:step-?)?(?:boyfriend|girlfriend|husband"
        r"|wife|partner|father|mother|dad|mom"
        r"|he|she)\b(?: (?:\"[^\"]*\"|“[^”]*”)|[^.;,]){0,20} (?:pushed|hit|slapped|punched"
        r"|choked|kicked|shoved|strangled|threatened"
        r"|grabbed) (?:<client>|him|her|them)\b"
        r"|\b(?:grabbed|squeezed) (?:her|his|their) (?:arm|hair|wrist|throat|neck)s?\b"
        r"|\bviolence at home\b|\bdo(?:es)?(?: not|n't) feel safe\b",
    ),
    RiskPattern(
        RiskKind.ABUSE,
        AnyCase(
            r"\bfeels (?:physically )?safe (?:at home|with (?:him|her|them|(?:(?:her|his|their) )?(?:partner"
            r"|husband|wife|boyfriend|girlfriend|family|parents)))\b"
        ),
        inverted=True,
    ),
    RiskPattern(
        RiskKind.ABUSE,
        AnyCase(
            r"(?<!\w)(?!(?:Pt|Client|Ct|Cl|Patient|He|She|They|Who|Also|Then|Once|Boyfriend|Girlfriend|Husband"
            r"|Wife|Partner|Step\w+|Father|Mother|Dad|Mom)\b)(?:(?-i:[A-Z][a-z]+)|\[PERSON\w*\])"
            r" (?:pushed|hit|slapped|punched|choked|kicked|shoved|strangled) (?:him|her|them)\b"
        ),
        certain=False,
    ),
    _pattern(
        RiskKind.SUBSTANCE_USE,
        r"\betoh\b|(?<!\w)(?-i:THC|AUD|OUD|SUD)(?!s)(?!\w)(?!:? ?(?:was|of|at|went|from|decreased|dropped|\d"
        r"|\())"
        r"|\bbinge drink\w*|\b(?:had been|been|is|was|started|keeps?"
        r"|stopped) drinking\b(?! (?:more )?(?:water|coffee|tea))"
        r"|\bdrinks? (?:wine|beer|alcohol|liquor|vodka|daily|nightly|on weekends)\b|\busing (?:alone|again"
        r"|heroin|cocaine|meth)\b|\bvap(?:es?|ing)\b",
    ),
)
"""Every pattern that is looked for in what a clinician wrote."""

_CLAUSE = re.compile(
    r"[.;!?]|\b(?:but|however|although|though|except|yet)\b|,(?=\s*(?:reports?|reported|endorses?|endorsed"
    r"|has|had|is|with|passive|active|some|occasional|fleeting|intermittent|vague)\b)"
    r"|\b(?:and|then) (?=(?:reports?|reported|endorses?|endorsed|has|had|does)\b)",
    re.IGNORECASE,
)
_DENIED = re.compile(
    r"(?<!\bwas )(?<!\bbeen )(?<!\bwere )(?<!\bgot )(?<!\bbeing )\b(?:den(?:y|ies|ied|ying)|denial of"
    r"|niega|neg[oó])\b(?! by\b)"
    r"|\bneg(?:ative)?(?: for\b|:?\s+(?:(?:si|hi|avh|shi|sib|nssi)\s*(?:[/,&]|and|or)\s*)*$)|\bruled out\b",
    re.IGNORECASE,
)
_NOT = re.compile(
    r"(?:\b(?:no|not|never|without|w/o|nor|neither|none|nil|isn't|doesn't|hasn't|didn't|don't|aren't"
    r"|wasn't|zero)\b"
    r"|[øØ]|\(-\)|(?:^|(?<=[\s;,(]))[-–]$)",
    re.IGNORECASE,
)
_JOINS = re.compile(r"\s*(?:,\s*(?:or|nor|and)\b|,|\bor\b|\bnor\b|\band\b|&|/)\s*", re.IGNORECASE)
_VERB_NEGATION = re.compile(r"\b(?:not|never)\b|n't", re.IGNORECASE)
_SAID_OF_RISK = re.compile(
    r"(?:(?:any|current|past|active|passive|recent|acute|known|evidence|signs?|history|hx|thoughts?|urges?"
    r"|plans?"
    r"|intent|means|of|si|hi|shi|sib|nssi|sh|avh|ah|vh|delusions?|psychosis|self|ideation|gestures?"
    r"|attempts?)\s*)+",
    re.IGNORECASE,
)
_STILL = re.compile(
    r"^\W{0,3}(?:\(?\+\)?|present\b|daily\b|nightly\b|persists?\b|continues?\b|every\b|with plan\b|worse\w*)",
    re.IGNORECASE,
)
_LONG_NEGATION = 7
_AROUND = 300
"""Characters around a mention that may say something of it."""

_SHORT = 4
_RATED = re.compile(
    r"^ risk\b(?!.*\b(?:high|elevated|moderate|severe|acute)\b)(?!\W*(?:denied|none))", re.IGNORECASE
)
_PREVENTION = re.compile(r" prevention\b", re.IGNORECASE)
_CLAUSE_OF_MENTION = re.compile(r"[.;!]")
_UNSURE = re.compile(
    r"\b(?:unsure|not sure|unclear|uncertain|possibl[ey]|perhaps|maybe|may|might|cannot rule out"
    r"|can't rule out|declin\w+ to|did not answer"
    r"|didn't answer|unable to assess|not assessed|did not assess|could not assess|ambivalent|won't say"
    r"|would not say|did not want to"
    r"|query|if)\b|\?",
    re.IGNORECASE,
)
_ASKED = re.compile(
    r"\b(?:ask(?:ed|ing) (?:\w+ )?about|assess(?:ed|ment)?(?: of| for)?|screen(?:ed|ing)?(?: for)?"
    r"|inquired about"
    r"|discuss(?:ed)?|reviewed|monitor(?:ed|ing)?"
    r"(?: for)?|prevention|hotline|crisis line|psychoeducation (?:on|about)|safety plan\w*)\b[^.;]*$",
    re.IGNORECASE,
)
_TWICE = re.compile(
    r"\b(?:not|n't|never|cannot|can't) (?:deny|denying|denied|rule out)\b|\bno longer\b|\bno change in\b",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"^(?:\s*(?:ideation|thoughts?)\b)?(?:\s*(?:/|,|and|or|&)\s*(?:hi|si|avh|sib|nssi|sh|h/i"
    r"|\w+ ideation))*\W{0,3}(?:ideation )?(?:was "
    r"|were |is |are )?"
    r"(?:denied(?! (?:any |having |a |current |active |specific )*(?:plans?|intent\w*|means|access"
    r"|attempts?|method)\b)|absent|negative|neg\b|none\b|not (?:present|endorsed|reported|noted)|nil\b|\(-\)"
    r"|no\b(?! (?:plan|intent|means|other))|[-–](?=\W|$))",
    re.IGNORECASE,
)
_NOT_ASKED = re.compile(
    r"^\W{0,3}(?:was |were )?not (?:assessed|asked|discussed|explored|addressed|disclosed)\b", re.IGNORECASE
)
_PAST = re.compile(r"\b(?:hx|history|past|previous|prior)\b[^.;,]*$", re.IGNORECASE)
_ANSWERED_NO = re.compile(
    r"^[^.;?]{0,30}\b(?:he|she|they|who|client|pt|patient) (?:said|says|answered|replied|responded)(?: with)?"
    r"[,:]? ?[\"“']?no\b(?! plan| intent|t\b)",
    re.IGNORECASE,
)
"""What was asked about, and a plain no to it."""
_ANSWER_AFTER = re.compile(
    r"^\s*(?:[-–:?]|was|were|is)\s*\"?(?:i don't know|unsure|unclear|maybe|not sure|idk)", re.IGNORECASE
)
_TURNED = re.compile(
    r"\b(?:but|however|although|though|except)\b[^.;]*\b(?:had (?:it|them|some|thoughts|those)|has (?:some"
    r"|passive|thoughts|had)|yesterday|last (?:night|week)"
    r"|(?:sometimes|occasionally) (?:think|wish|want|ha[sd]|have)\w*|passive|wish\w*|would rather"
    r"|(?:said|says|stated|did say|does say) (?:that )?(?:[\"“]"
    r"|(?:he|she|they)(?:'d| would) (?:like|love|rather))"
    r"|thinks about|thought about (?:it|doing|this)|better off)\b",
    re.IGNORECASE,
)
_KIN = re.compile(
    r"\b(?:(?:his|her|their|the|a|<client>'s|\w+'s) )?(?:mother|mom|mum|father|dad|brother|sister|uncle"
    r"|aunt|cousin|grand\w+|son|daughter"
    r"|friend|husband|wife|partner|boyfriend|girlfriend|family (?:history|hx)|fam hx|roommate|classmate"
    r"|neighbou?r|parents?|peer)(?:'s)?\b",
    re.IGNORECASE,
)
_CLIENT = re.compile(r"\b(?:he|she|they|pt|client|patient|ct|cl|\[client\w*\])\b", re.IGNORECASE)
_OWN = {RiskKind.SUICIDE, RiskKind.SELF_HARM, RiskKind.SUBSTANCE_USE}


def written_status(text: str, pattern: RiskPattern, match: re.Match[str]) -> RiskStatus:
    """What the clinician wrote of one mention: denied where it is negated, open where anything leaves it so.

    Negations count in the clause of the mention alone: "has SI without plan" and "denies HI but reports SI"
    are reports of SI.
    """
    begin = match.start("short") if "short" in match.re.groupindex and match["short"] else match.start()
    before = _CLAUSE.split(text[max(0, begin - _AROUND) : begin])[-1]
    after = text[match.end() : match.end() + _AROUND]
    if _is_open(pattern, before, after):
        return RiskStatus.UNCLEAR
    answered_no = _ASKED.search(before) is not None and _ANSWERED_NO.match(after) is not None
    denied = (answered_no or _is_denied(before, after, match.group())) and not _STILL.match(after)
    if pattern.inverted:  # "feels safe at home" is written where nothing was said of harm
        return RiskStatus.REPORTED if denied else RiskStatus.DENIED
    if denied:
        turned = _TURNED.search(after) is not None and not pattern.words.search(after)
        return RiskStatus.UNCLEAR if turned else RiskStatus.DENIED
    alone = re.fullmatch(rf"[^\w+]*{re.escape(match.group())}[^\w+]*", text) and len(match.group()) <= _SHORT
    left_open = not pattern.certain or _ASKED.search(before) or alone
    return RiskStatus.UNCLEAR if left_open else RiskStatus.REPORTED


def _is_open(pattern: RiskPattern, before: str, after: str) -> bool:
    """Whether it is somebody else's, doubted, or not known, whatever else stands there."""
    if pattern.kind in _OWN and _of_kin(before):
        return True
    doubted = _TWICE.search(before) or _UNSURE.search(before) or _ANSWER_AFTER.match(after)
    rated = _RATED.match(after)
    asked = after.lstrip()[:1] == "?" or "?" in _CLAUSE_OF_MENTION.split(after)[0]
    scope = _scope(before)
    broken = scope is not None and not scope.whole and not scope.verb and not _DENIED.search(before)
    return bool(broken or rated or doubted or (asked and not _AFTER.match(after)) or _NOT_ASKED.match(after))


def is_no_mention(text: str, match: re.Match[str]) -> bool:
    """Whether the words are the name of something else: "relapse prevention"."""
    return _PREVENTION.match(text, match.end()) is not None


def is_only_asked(text: str, match: re.Match[str]) -> bool:
    """Whether a mention only tells that the matter was asked about, assessed, or planned for."""
    before = text[max(0, match.start() - _AROUND) : match.start()]
    scale = match.group().lower().endswith("ssrs")
    return scale or bool(_ASKED.search(_CLAUSE.split(before)[-1]))


@dataclass(frozen=True)
class _Scope:
    """A negation before a mention: whether it reaches it through a list, and whether it negates a verb."""

    whole: bool
    verb: bool


def _scope(before: str) -> _Scope | None:
    """The last negation that may reach a mention: through "or" always, past a comma only among its like."""
    negation = next(reversed(list(_NOT.finditer(before))), None)
    between = before[negation.end() :] if negation else ""
    if negation is None or len(between.split()) > _LONG_NEGATION:
        return None
    joins = _JOINS.findall(between)
    listed = all(_is_like(part) for part in _JOINS.split(between)[:-1])
    whole = not joins or joins[-1].strip().lower() in {"or", "nor", "/", ", or", ",or", ", nor"} or listed
    return _Scope(whole, _VERB_NEGATION.search(negation.group()) is not None)


def _is_like(part: str) -> bool:
    """Whether a part of a list is of the same sort: a risk, or what is said of one."""
    plain = part.strip()
    of_risk = any(pattern.words.search(plain) for pattern in WRITTEN_PATTERNS)
    return not plain or of_risk or _SAID_OF_RISK.fullmatch(plain) is not None


def _is_denied(before: str, after: str, found: str) -> bool:
    if _DENIED.search(before) or (_AFTER.match(after) and not _PAST.search(before)):
        return True
    if found.lower().startswith("safety: no"):
        return True
    if re.match(
        r"(?:no|not|without|w/o|neg\w*|den\w+|niega|doesn?'?t?)\b", found, re.IGNORECASE
    ) and not re.match(
        r"(?:not|does(?: not|n't)|do(?: not|n't)) (?:to )?"
        r"(?:sure|be|wanting|want|feel|wake|waking|being|exist)",
        found,
        re.IGNORECASE,
    ):
        return True
    scope = _scope(before)
    return scope is not None and scope.whole


def _of_kin(before: str) -> bool:
    """Whether whoever is named last before a mention is somebody of the client's, and not the client."""
    kin = [match.end() for match in _KIN.finditer(before)]
    client = [match.end() for match in _CLIENT.finditer(before)]
    return (
        bool(kin)
        and (not client or kin[-1] > client[-1])
        and not re.search(r"\b(?:w/|with)\s+\S+\s+\S+$", before)
    )
