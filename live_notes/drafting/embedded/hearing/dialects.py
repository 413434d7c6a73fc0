"""Grammar of a dialect that reported speech would leave half converted: it is better quoted whole.

"I does wake at three" is no "they do wake at three", "I'm after losing it" is no "they are after losing it",
and "my nan brung me up" reads as the note's own mistake. Of English as it is spoken in Ireland, Scotland, the
north and south of England, the Caribbean, India, Nigeria, Australia and by African Americans (Kortmann and
Lunkenheimer, The Electronic World Atlas of Varieties of English).
"""

from __future__ import annotations

from live_notes.drafting.language.any_case import AnyCase
from live_notes.drafting.language.remembered import remembered
from live_notes.drafting.language.verbs import BASE, UNCERTAIN
from live_notes.drafting.language.words import tokens, word_set

_WORDS_OF_A_DIALECT = """
cannae dinnae didnae wasnae isnae havenae hasnae couldnae wouldnae willnae shouldnae doesnae arenae werenae
hadnae gonnae gonny dae tae nae fae frae yon thon wean weans oor hame deid heid oot doon aboot hoose noo wis
masel masell yersel ken amnae amn't youse yous yis ye yer yiz dat dis dem di mi cyaan cyah inna fi deh nuh
gwaan unnu haffi likkle ting tings pickney nuff gyal ah abeg sef sha abi oga dey wetin una comot biko wahala
haan yaar arre arrey nowt owt summat sommat summink nuttin nuffin nothink innit finna tryna nem bruv
brung outta lotta hisself theirselves meself t'ief thief'd tensed coulda woulda shoulda musta ain't
"""
_OF_A_DIALECT = AnyCase(rf"(?<![\w'])(?:{'|'.join(_WORDS_OF_A_DIALECT.split())})(?![\w])")
_SUBJECT = r"(?:i|he|she|we|they|you)"
_LIKELY = (
    "tired|vex|sick|small|dead|pregnant|hungry|afraid|frighten|frightened|scared|crazy|mad|stressed|sad|happy"
    "|lonely|ready|late|alone|busy|weak|gone|going|coming|trying|feeling|talking|working|waiting|living"
    "|sleeping|drinking|crying|fighting|there|here|home|okay|fine|not|never been"
)
_ONE_OF_KIN = (
    "mother|father|mum|mom|mam|dad|daddy|mommy|mummy|husband|wife|son|daughter|brother|sister|boss|granny|nan"
    "|grandmother|auntie|aunt|uncle|boyfriend|girlfriend|doctor|teacher|landlord|friend|partner|cousin"
)
_AUXILIARY = word_set("""
am is are was were do does did have has had can could will would shall should may might must don't doesn't
didn't isn't aren't wasn't weren't haven't hasn't hadn't can't couldn't won't wouldn't shouldn't if that how
let make makes made help helps see saw hear heard watch watched nor neither suggest recommend insist both
either between ask asked wish of than like as because about for with to at on in from by
""")
"""Behind these a subject may have a plain verb or none at all: "did he come", "that he go"."""
_SEVERAL = word_set("i we they")
_PLAIN = (
    BASE
    - UNCERTAIN
    - word_set(
        "put cut hit let set quit hurt shut bet cost spread split spit burst bust beat like mean matter work"
        " phone"
        " mind face fear need dare record garden fish fire shop train park plan book bike camp date dream"
    )
)
_DEEDS = _PLAIN - word_set(
    "have do want need know think feel believe love hate hope wish guess suppose understand remember live own"
    " prefer miss trust agree"
)
"""What is done, and so may have been done then; "I want" is of now in every dialect."""
_WITHOUT_ITS_FORM = AnyCase(
    rf"\b(?:i|he|she|we|they) (?:{_LIKELY})\b|\b(?:my (?:{_ONE_OF_KIN})|mommy|mummy|daddy|mama|granny)"
    r" (?:dead|sick|gone)\b"
    rf"|\b(?:he|she|my (?:{_ONE_OF_KIN})) (?:{'|'.join(sorted(_PLAIN))})\b"
    rf"|\b{_SUBJECT} (?:seen|done|been|gone)\b|\bi (?:does|has|is)\b|\b(?:we|you|they) (?:does|has|is|was)\b"
    rf"|\b{_SUBJECT} (?:always |just |usually )?be (?:\w+ing|so|like|up|mad|tired|there|having|on|in|at)\b"
)
"""No "is", no "has", no s: as in the Caribbean, and in African American and Nigerian English."""
_GRAMMAR = AnyCase(
    r"\b(?:do|does) be\b|\bno more$|\bthem \w+s\b|\bthis here\b|\bit (?:want|need|say|know|don't)\b"
    r"|[,.] na$|, na,|\bused (?:say|be|go|do|have|get|think)\b"
    r"|\b(?:he|she) does (?:vex|be|quarrel|make|come|tell|give|beat|say|want|get|go)\b"
    r"|\b(?:i|he|she|it|we|they) (?:were that|were right)\b|\b(?:i|he|she|it) (?:weren't|were(?= \w+ing\b))"
    r"|\bit were\b|\b(?:he|she|it) (?:don't|have)\b|^it have\b"
    rf"|\b{_SUBJECT} done (?:been|took|had|got|gone|went|told|lost|seen|left|forgot|\w+ed)\b"
    r"|\b(?:have|has|had|i've|we've|they've|he's|she's|i'd|haven't|hasn't|hadn't)(?: not| never| already"
    r"| just)*"
    r" (?:went|ate|drank|came|ran|took|saw|did|fell|drove|gave|threw|stole|wrote|rang|knew)\b"
    r"|\b(?:should|could|would|must|might) of\b"
    r"|(?<!'ve )(?<!'d )(?<!have )(?<!had )(?<!has )(?<!'s )\bnever done\b|\w's no (?:well|right|able|for)\b"
    r"|^(?:(?:and|but|so|my|the|them) )*(?:nerves|feet|legs|kids|people|tablets|pills|bills|parents|hands"
    r"|eyes"
    r"|children|friends) (?:is|was|has)\b"
    r"|\b(?:i'm|he's|she's|we're|they're|i am|i was|he was|she was|we were|they were)(?: only| just)* after"
    r" \w+ing\b"
    r"|,? so (?:i|he|she|it|we|they) (?:am|is|was|do|does|did|have|has|had|are|were|amn't|don't|haven't"
    r"|wasn't"
    r"|isn't|wouldn't|couldn't|'ve no|'m not)$|\bso (?:i've|i'm|it's|he's|she's) (?:no|not)$"
    r"|^(?:and |but |sure )*(?:himself|herself)\b(?! and\b)"
    r"|\b(?:i'm|he's|she's|we're|they're|it's|is|are|am|was|were|i've|we've|they've|have|has|had|i'd|did|do"
    r"|does|can|could|will|would|rather) no (?:want\w*|go|come|do|waste|eat|sleep|see|really|very|the"
    r"|that|took|fit|be)\b"
    r"|(?<!of )(?<!in )(?<!for )(?<!during )(?<!all )(?<!into )(?<!through )(?<!on )(?<!save )\bthe day$"
    r"|\bup tae\b|\b(?:wi'|o'|an'|th')(?=\s|$)"
    r"|\bi (?:no|go) (?:fit|dey|be|know|want|talk|tell|come|call|see|do|make|try|give|take|ask|sleep)\b"
    r"|\b(?:e|i) be like\b|\bno be\b|\bthe thing (?:is )?(?:paining|doing)\b|\bpaining (?:me|him|her|us)\b"
    r"|\bis doing (?:me|him|her)\b|\bfeeling somehow\b|(?:^|[, ])o$|, o[,.]|\bdisturbing me that\b"
    r"|\b(?:to|for|with|from|of|by|at|see|tell) (?:he|she|we)$|\b(?:to|for|with) (?:he|she|we) (?:about|when"
    r"|tomorrow|and|because)\b"
    r"|\b(?:she|he) (?:face|mother|father|husband|wife|sister|brother|own)\b|\bthey (?:mother|father|own)\b"
    r"|^(?:is|was) (?:me|he|she|we|they|my \w+|the \w+) (?:who|that|does|did)\b|^them \w+\b"
    r"|\bthem (?:kids|people"
    r"|boys|tablets|pills|things|days|ones|lot)\b|\b\w+ eh (?:tell|know|want|have|going|say|like|take"
    r"|give|come|go|do|see|feel|eat|sleep)\b"
    r"|, eh$|\bsome (?:night|day|morning|time) i\b|\bdid frighten\b|\bwhole day and\b|\bone of them old\b"
    r"|\bsince (?:(?:the )?(?:last|past) )?(?:\d+|two|three|four|five|six|seven|eight|nine|ten|many|several"
    r"|few) (?:days|weeks|months|years|hours)\b(?! ago)"
    r"|\bi(?:'m| am) (?:having (?:this|a|one) \w+ since|knowing|wanting|understanding|needing|believing"
    r"|liking)\b"
    r"|\b(?:told|telling|says|tells) that (?:i|he|she|they|we)\b|\b(?:shout\w*|scold\w*) on (?:me|him|her"
    r"|us)\b"
    r"|\bcousin (?:brother|sister)\b|\bso much of (?:tension|stress|work|pain|pressure)\b|\bleft (?:smoking"
    r"|drinking)\b|\bdid (?:one|a) mistake\b|, what to do$|\bis there$(?<!all there is there)"
    r"|\bonly (?:got me"
    r"|told me|gave me)\b|\bwith (?:us|me|them) only\b|\bno only$|\bing also$|\b(?:am|is|are) \w+ing also$"
    r"|\b(?:well|bare|proper|dead) (?:anxious|tired|stressed|annoyed|upset|nervous|scared|vexed|angry)\b"
    r"|\b(?:i'm|i am|i was|i were) that (?:angry|tired|upset|stressed|low|bad|nervous|scared)\b"
    r"|\b(?:real|dead) (?:good|bad)$|\bstay in trouble\b|\bgot no more\b|\bon the piss\b"
)


def leaves_forms_out(words: str) -> bool:
    """Whether a verb is missing, or its s is: whoever speaks so may mean the past by "I train him"."""
    plain = words.replace("’", "'").strip(" .!,")
    return _leaves_out_a_form(plain)


def may_be_past(words: str) -> bool:
    """Whether a plain verb stands behind "I", "we" or "they", where it may be meant of the past."""
    said = [word.lower() for word in tokens(words)]
    found = (at for at, word in enumerate(said[:-1]) if word in _SEVERAL)
    return any(said[at + 1] in _DEEDS and _has_no_help(said[:at]) for at in found)


@remembered
def is_of_a_dialect(words: str) -> bool:
    """Whether the words have grammar or words that stay right only in their speaker's mouth."""
    plain = words.replace("’", "'").strip(" .!,")
    if not _only_named(plain):
        return True
    if _GRAMMAR.search(plain):
        return True
    return _leaves_out_a_form(plain)


def _leaves_out_a_form(plain: str) -> bool:
    """Whether a verb is missing, or its s is, where nothing before it lets it go without."""
    found = _WITHOUT_ITS_FORM.finditer(plain)
    return any(_has_no_help([word.lower() for word in tokens(plain[: one.start()])]) for one in found)


def _only_named(plain: str) -> bool:
    """Whether no word of a dialect is there but somebody's name, or a sigh."""
    found = list(_OF_A_DIALECT.finditer(plain))
    named = all(one.group()[:1].isupper() and one.start() for one in found)
    return named or all(one.group().lower() == "ah" for one in found)


def _has_no_help(before: list[str]) -> bool:
    """Whether no word stands before the subject behind which it may have a plain verb, or none."""
    joined = before[-2:] and before[-1] in {"and", "or"} and not _AUXILIARY.isdisjoint(before)
    return not (before and before[-1] in _AUXILIARY) and not joined
