"""Spoken words without what carries nothing: fillers, stammers, back-channel, opening particles."""

from __future__ import annotations

import re
from operator import eq

from live_notes.drafting.embedded.hearing.backchannel_words import BACKCHANNEL
from live_notes.drafting.embedded.hearing.casual import in_full
from live_notes.drafting.embedded.hearing.pauses import unfilled, without_hesitations, without_pauses
from live_notes.drafting.embedded.hearing.repairs import mended
from live_notes.drafting.embedded.hearing.said_again import is_meant_twice
from live_notes.drafting.language.foreign import is_foreign
from live_notes.drafting.language.remembered import remembered
from live_notes.drafting.language.words import content_stems, tokens

_PARTED = re.compile(r" (n't\b|'(?:s|m|re|ve|d|ll)\b|[,.;:?!%])", re.IGNORECASE)
_STANDS_OFF = (" '", " n'", " N'", " ,", " .", " ;", " :", " ?", " !", " %")
_RUN_TOGETHER = re.compile(r"\b(gon|wan|got) (na|ta)\b", re.IGNORECASE)
"""A word that a transcriber wrote as two, and a mark that stands off."""
_ASIDES = re.compile(
    r",\s*(?:you know(?: what i mean)?|i mean|like|i don't know|or whatever|and stuff|yeah|right"
    r"|let me (?:see|think)|let's see|okay)\s*(?=,|[.?!]|$),?"
    r"|\b(?:you know),\s*|(?:^"
    r"|(?<=[.?!] ))(?:i mean|you know|like|look|listen),\s+"
    r"|\s+you know(?=[.?!,]|$)(?<!what you know)(?<!who you know)(?<!how you know)",
    re.IGNORECASE,
)
_I_MEAN = re.compile(r",?\s*\bi mean(?:,\s*|\s+(?=(?:i|it|he|she|we|they|that|there|my)\b))", re.IGNORECASE)
_LEFT_HANGING = re.compile(
    r"\b(?<!\btold )(?<!\btell )(?:(?:my|the|an?|it|it's|i|i've|i'm|that|that's|of|to|some|your"
    r"|their),\s+(?=(?:i|it|he|she|they|we|there|that"
    r"|the|everything|everyone)(?:'\w+)?\b)|(?:the|an?|my|your)\s+(?=(?:it|i|he|she|they|we)(?:'\w+)?\b))",
    re.IGNORECASE,
)
"""A word that waits for a noun when the speaker begins anew."""
_JOINING = re.compile(
    r"\b(and|but|so|because|or),\s+(?=[a-z']+\b)(?!(?:if|when|while|as|like|you know|i)\b)", re.IGNORECASE
)
_A_QUITE = re.compile(
    r"\ban?,? (?=quite an?\b)|\bthe (?=(?:these|those|this|my|our|your|their|an?(?!\.))\s+[a-z])|\b(?:the"
    r"|an?|my|your|our|their),\s+(?=(?:like )?(?:an?|the|my|our|your"
    r"|their|his|this)\b)",
    re.IGNORECASE,
)
"""An article that another one replaces."""
_NODDED = re.compile(r"(?<=\w),?\s+yeah,?\s+(?=\w)", re.IGNORECASE)
_AS_SAID = re.compile(
    r"(?:^|,\s*|\s+)(?:(?:like|as) i (?:said|say|mentioned|told you|was saying)|as,? you know"
    r"|as i'm sure you know)"
    r"(?: (?:before|earlier))?(?:,|(?=[.?!]|$)|(?=\s+(?:i|it|he|she|we|they|my|there|the)(?:'\w+)?\b))\s*",
    re.IGNORECASE,
)
_I_MEAN_I = re.compile(r"\bi(?:-i)+ mean,\s+(?=(?:can|could|would|should|might|will)\b)", re.IGNORECASE)
"""Stammered, and with a pronoun that two clauses share."""
_A_FIGURE = (
    r"(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d+|\w+teen|twenty|thirty"
    r"|forty|fifty|sixty|seventy|eighty|ninety|hundred)\b"
)
"""A number said twice is two numbers: "eight, eight, six", "nine eight eight"."""
_AGAIN_AT_ONCE = re.compile(
    r"\b(?<!\bwhatever )(?<!\bwhat )(?!so-so\b)"
    r"(?!(?:that|had|very|really|so|no|much|many|far|again|more|bye|there|now|out|all) )"
    r"((?:[\w']+ ){0,4}[\w']+)(?:,? |-\s?-?)(?=\1(?![\w'-]))|\b(?!so-so\b)([a-z]{1,6})- ?(?=\2)",
    re.IGNORECASE,
)
_BEGINS_OR_ENDS_IN_A_FIGURE = re.compile(rf"^{_A_FIGURE}|\b{_A_FIGURE}$", re.IGNORECASE)
_YOU_SEE = re.compile(r",\s*(?:you know|i mean|let me (?:see|think)|let's see),(?=\s)", re.IGNORECASE)
_LET_ME_SEE = re.compile(r",\s*(?:let me (?:see|think)|let's see),(?=\s)", re.IGNORECASE)
_NO_NO = re.compile(r"\bno,? no\b", re.IGNORECASE)
_NO_AGAIN = re.compile(r"((?:\bno|\bnot|n't|\bnever|\bnothing|\bnone)\b.*), no(?=[.!]?$)", re.IGNORECASE)
"""A no that only says once more what the sentence has said."""
_NOT_SURE = re.compile(
    r"^(?:(?:don't get me wrong|to be (?:fair|honest|frank|straight)(?: (?:to|with) \w+)?|in all honesty"
    r"|(?:i'm )?not (?:going to|gonna) lie(?: to you)?|i (?:won't|will not|can't|cannot) lie(?: to you)?"
    r"|trust me"
    r"|believe (?:me|you me)|let me tell you|mind you|truth be told|if i'm (?:honest"
    r"|being honest)(?: with you)?"
    r"|(?:the )?thing is|i'll be honest(?: with you)?|i'm telling you|i tell you what),\s+"
    r"(?=(?:i|it|he|she|we|they|my|there|that|the)(?:'\w+)?\b)"
    r"|i (?:don't|do not) know,\s+(?:and |but )?(?=(?:i|it|he|she|we|they|my|there|that)(?:'\w+)?\b)"
    r"|(?:(?:oh|my|god),? )*(?:i guess )?i(?:'d| would) (?:have to |probably )?say,?\s+(?:like )?"
    r"(?!(?:i|we|he|she|they)\b)(?=\w+ \w))",
    re.IGNORECASE,
)
"""Said before anything else, it only wins time."""
_LIKE_A_NUMBER = re.compile(
    r"(?<!\bnot )(?<!n't )(?<!feel )(?<!feels )(?<!felt )(?<!feeling )(?<!look )(?<!looks )(?<!looked )"
    r"(?<!sounds )"
    r"\blike (?!(?:19|20)\d\d\b)(?=\d|(?:two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen"
    r"|twenty|thirty|forty"
    r"|fifty|a (?:hundred|couple|few))\b)",
    re.IGNORECASE,
)
_LIKE = re.compile(
    r"(?:^|(?<!\w)(?P<before>and|but|so|because|or|then|at|of|for|with|from|into|during|until"
    r"|have|has|had|having|got|get|gets|getting|need|needs|needed"
    r"|want|wanted|took|take|takes|bought|made|makes|spent|there's|there is|there was|when|where|if) )"
    r"like (?=(?:an?|the|my|some|i(?! (?:said|say|mentioned|told|was saying))|i'm|i've)\b)"
    r"|(?<!feel)(?<!feels)(?<!felt)(?<!look)(?<!looks)(?<!looked)(?<!sound)(?<!sounds)(?<!seem)(?<!seems)"
    r"(?<!be)(?<!is)(?<!was)"
    r"(?<!are)(?<!were)(?<!'s)(?<!'m)(?<!'re)(?<!thing)(?<!things)(?<!would)(?<!'d)(?<!to)(?<!not)"
    r"(?<!n't)(?<!really)(?<!just)"
    r"(?<!i)(?<!you)(?<!they)(?<!we)(?<!he)(?<!she)(?<!more)(?<!much)(?<!stuff)(?<!ones)(?<!people)"
    r"(?<!someone)(?<!somebody)(?<!one) like "
    r"(?=(?:really|so|very|probably|maybe|kind of|sort of|almost|super|just)\b)",
    re.IGNORECASE,
)
"""A "like" that only fills. Before a thing or a person it compares ("cried like a child", "treats me like I'm
a child"), unless the word before it needs one of its own: "I had like a headache", "and like I said no"."""


def _without_filler(match: re.Match[str]) -> str:
    return f"{match['before']} " if match["before"] else " "


_GREETING = re.compile(
    r"^(?:hi|hello|hey|good (?:morning|afternoon|evening))(?:[, ]+(?!how|what|can|i\b|so"
    r"|nice)[a-z]+)?[,.]? (?=\S+ \S+ \S+)",
    re.IGNORECASE,
)
_CUT_OFF_I = re.compile(r"\bI'(?=I\b)")
_YOU_KNOW = re.compile(
    r"(?<!\bdo)(?<!\bdid)(?<!\bif)(?<!\bas)(?<!\blet)(?<!\bthan)(?<!\bwill)(?<!\bshould)(?<!\bbecause)"
    r"(?<!\bso)"
    r"(?<!\bhow)(?<!\bwhat)(?<!\bthat),?\s+you know\b,?"
    r"(?!\s+(?:what|how|who|why|where|whether|if|about|him|her|them|me|us|anyone|anything|someone"
    r"|something|more)\b)"
    r"(?=\s+\S)",
    re.IGNORECASE,
)
_STARTED_AGAIN = re.compile(
    r"\b(i|he|she|it|we|they)(?:'(?:m|ve|s|d|ll|re))?(?: (?:just|really|usually|still|was|actually"
    r"|also))?,? "
    r"(?=\1(?:'\w+)?\b)",
    re.IGNORECASE,
)
_SAME_HELP = re.compile(
    r"\b(?:i|we|he|she|they|it) (?P<help>(?:do|does|did|is|was|were|have|has|had|can|could|will|would"
    r"|should)"
    r"(?:n't| not)?|can't|won't|cannot),? "
    r"(?=(?:i|we|he|she|they|it) (?:(?:just|really|generally|usually|normally|actually|also|still"
    r"|mostly) )?"
    r"(?P=help) \w)"
    r"|\b(?:i|we|they) ha(?:d|ve),? (?=(?:i|we|they)'ve\b)",
    re.IGNORECASE,
)
"""A clause begun, and begun anew with the same verb for whom it is true: "I don't, we don't drink"."""
_WITHOUT_OBJECT = re.compile(
    r"\b(?P<start>(?:i|we|he|she|they|you|it)(?:'d|'ll| could| can| would| will| might| should)) "
    r"(?:just |maybe )?(?:do|have|get|make|put|try), (?=(?P=start) [a-z]+ \w)",
    re.IGNORECASE,
)
"""A verb that waits for its thing, given up for another: "I could do, I could ring him"."""
_CLAUSE_ENDS = re.compile(r" *(?:[.,;!?]|$)")
_IF_SO = re.compile(r"\b(?:if|when|whenever|whatever|wherever|what) $", re.IGNORECASE)
_OF_A_NOUN = re.compile(
    r"\b(?:the|my|a|an|our|this|that|every|all|any|what|whatever|how) (?:\w+ )?$", re.IGNORECASE
)
_SUBJECT_FIRST = re.compile(r"(?:i|we|he|she|they|it) (?:had|have|was|did|am|got|want|need)$", re.IGNORECASE)
_SAME_FIRST = re.compile(
    r"\b(?:if|when|whenever|as|than|what|who|where|like|because|whatever|that|all) $", re.I
)
_TAKEN_UP_AGAIN = re.compile(
    r"\b(?P<start>(?:i|you|he|she|it|we|they|that|there)(?:'\w+)?(?: (?:am|is|are|was|were|have|has|had"
    r"|do|did|would"
    r"|could|can|will))?(?:n't| not)?) (?:so|as|the|an?|very|really),? "
    r"(?=(?P=start)\b)",
    re.IGNORECASE,
)
"""A beginning that is left before its noun and taken up again: "I'm not as I'm not biting heads off"."""
_STAMMER = re.compile(
    r"\b(?:i|he|she|it|we|they)'[a-z]+-(?=(?:i|he|she|it|we|they)\b)"
    r"|\b(?!so-so\b)(\w+(?:'\w+)?)(?:-\s*|')(?=\1\b)|(?<!')\b(?!so-so\b)([a-z]{1,6})-\s*(?=\2)"
    r"|\b([a-z])-(?=\3[a-z'])"
    r"|(?<!')\b(?:i|the|an?|it|to|and|of|in|so|but|is|was|that|my|he|she|we|they|you|for|with|on|at"
    r"|like)-\s+(?=[a-z])",
    re.IGNORECASE,
)
_SOUND = re.compile(r"\[(?!unintelligible|inaudible|crosstalk|indiscernible)[a-z][a-z ,'-]*\]")
"""A laugh or a sigh as a transcriber writes it; placeholders are written large."""
_DASHED = re.compile(r"[-–—]")
_BROKEN_OFF = re.compile(r"\s*(?:--+|–|—)\s*(?=\w)")
_ABANDONED = re.compile(
    r"(?:^|(?<=[.;,?!] ))(?P<given_up>(?:[\w']+,? ){0,4}[\w']+)(?:-(?=\s)|--+|–|—)\s*"
    r"(?P<anew>(?:i|it|he|she|they|we|that|there|you)(?:'\w+)? (?:[\w']+ ?){1,8})",
    re.IGNORECASE,
)
"""A clause that breaks off after a few words, and how the next one begins."""
_REPEATED = re.compile(
    r"\b((?:i|the|a|my|and|to|it|it's|i'm|he|she|we|they|was|is|of|in|so|but|that's|there's|you|your"
    r"|just|like"
    r"|i've|i don't|in the|of the|and i|but i|have|for|on|with)),?\s+(?:\1,?\s+)+",
    re.IGNORECASE,
)
_SAID_TWICE = re.compile(
    rf"\b(?<!\bwhatever )(?<!\bwhat )(?!{_A_FIGURE})(?!(?:that|had|very|really|so|no|many|much|far|again"
    rf"|more|bye|there|now|out|all)\b)"
    r"(\w{2,}),? \1\b",
    re.IGNORECASE,
)
_BEGUN_ANEW = re.compile(r"\b((?:[\w'-]+ ){1,4}[\w']+(?:-\w+)*)[-–—]+,? (?=\1\b)", re.IGNORECASE)
_REPEATED_PHRASE = re.compile(
    rf"\b(?!{_A_FIGURE})(\w+(?:'\w+)?(?: \w+(?:'\w+)?){{1,4}}),? \1\b", re.IGNORECASE
)
_OPENING = re.compile(
    r"^(?:(?:(?:man|boy|gosh|dude|wow|jeez|damn)(?=,)|yeah|yep|yes|yup|okay|ok|oh+|well|so|and|but|right"
    r"|alright|all right|sure|hmm|like|honestly"
    r"|basically"
    r"|actually|anyway|then|now|again|no|nope|of course|exactly|absolutely|definitely|sorry|look|plus"
    r"|also|see(?=,)|god"
    r"|i mean|you know|to be honest|or|because|cause|'cause|mm-hmm|great|good|wonderful|perfect|excellent"
    r"|and then|so yeah|for sure)(?:,|\.(?=\s+\w)|\.\.\.|…"
    r"|(?=\s+(?:i\b|i'|my|it|he|she|we|they|the|there|that|this|so|and|but"
    r"|yeah|well|when|after|every|you|let|some|all|our|at|in|if|also|just|really|maybe)\b))\s*)+",
    re.IGNORECASE,
)
_AGREEING = re.compile(r"^(?:(?:yeah|yep|yup|oh+|ooh)[,.]?\s+)+(?=\w+\W+\w)", re.IGNORECASE)
_TRAIL = re.compile(
    r"(?:(?:,\s*|(?<!is)(?<!was)(?<!'s)(?<!be)(?<!been)(?<!are)(?<!were)(?<!feel)(?<!feels)(?<!felt)"
    r"(?<!feeling)(?<!doing)(?<!not)(?<!think)(?<!thinks)(?<!says)(?<!say)(?<!said)(?<!hope)(?<!thought)"
    r"(?<!that)(?<!very)(?<!really)(?<!all)\s+|^)(?:right|okay|ok|yeah|so|and|but|or|you know|i guess so"
    r"|is that okay"
    r"|does that make sense|if that makes sense|all right))+\s*[-–—]*([.?!]*)$",
    re.IGNORECASE,
)
"""Words that end an utterance and no sentence: "okay", but not in "it was okay"."""
_STAMMERED = re.compile(r"-|'(?=\w)")
"""What nothing that `_STAMMER` finds is without."""
_TAG_NAMED = re.compile(
    r"(, (?:was|is|did|does|has|have|had|are|were|do|can|could|would|will)(?:n't)?"
    r" (?:he|she|it|you|they|we)),?"
    r" (?![A-Z][a-z]+(?:day|ish|ese|ian|can)\b)[A-Z][a-z]+(?=\?$)"
)
"""The name of whom a question is put to, behind its tag: "he's tall, isn't he, Priya?"."""
_TAG = re.compile(
    r"(?<=\w), (?:was|is|did|does|has|had|are|were|do|can|could|would|will|have|should)n't"
    r" (?:he|she|it|you|they|we|i|there|that)(?=[.!]*$)",
    re.IGNORECASE,
)
"""A statement's tag that was heard as one: "he was late again, wasn't he."."""
_TRAILING = ("right", "okay", "ok", "yeah", "so", "and", "but", "or", "know", "sense")
"""The last letters of every text in which `_TRAIL` finds anything."""
_WORDS = re.compile(r"\w+")
_AHEAD = 6
"""Words between one and the same again, at most, in what the patterns of repetition find."""


def tidy(text: str) -> str:
    """The text with regular spacing and apostrophes; no word is changed."""
    plain = " ".join(text.replace("’", "'").split())
    if any(mark in plain for mark in _STANDS_OFF):
        plain = _PARTED.sub(r"\1", plain)
    small = plain.lower()
    return _RUN_TOGETHER.sub(r"\1\2", plain) if " na" in small or " ta" in small else plain


def without_sounds(text: str) -> str:
    """The text without the sounds that are noted in it ("[chuckles]")."""
    return _SOUND.sub(" ", text)


@remembered
def fluent(text: str) -> str:
    """The speaker's very words without hesitating sounds and without what was stammered twice."""
    plain = tidy(without_sounds(text))
    if is_foreign(plain):
        return plain  # "um" is a word there
    told = without_pauses(_YOU_SEE.sub(",", unfilled(plain)))
    told = _AGAIN_AT_ONCE.sub(_but_figures, told) if "-" in told or _says_again(told) else told
    told = re.sub(r",(?:\s*,)+", ",", re.sub(r"^[\s,.;:]*(?=\w)", "", tidy(_TAKEN_UP_AGAIN.sub("", told))))
    first = plain.partition(" ")[0].rstrip(",")
    if first and told[:1].islower() and told.startswith(first.lower()):
        told = first[0] + told[1:]  # "Nothing, nothing" begins as it was begun
    return told if tokens(told) else plain


def _but_figures(again: re.Match[str]) -> str:
    """Nothing for what is said again; a number said again is another number, unless it was stammered."""
    said = again[1]
    if is_meant_twice(again) or (said and _ends_a_clause(again)):
        return again.group()
    if not said or "-" in again.group()[len(said) :]:
        return ""
    return again.group() if _BEGINS_OR_ENDS_IN_A_FIGURE.search(said) else ""


@remembered
def clean(text: str) -> str:
    """The text as a careful writer would put it down: same words, without fillers and stammers."""
    plain = tidy(without_sounds(text))
    if is_foreign(plain):
        return plain
    plain = _AS_SAID.sub(" ", _I_MEAN_I.sub("I ", _CUT_OFF_I.sub("", unfilled(plain)))).strip()
    plain = _LET_ME_SEE.sub(",", plain) if "let" in plain else plain
    plain = mended(without_pauses(_NODDED.sub(" ", plain)))
    if _DASHED.search(plain):
        plain = _ABANDONED.sub(_restart, _BEGUN_ANEW.sub("", plain))
    plain = _BROKEN_OFF.sub(", ", _I_MEAN.sub(", ", plain))
    plain = _JOINING.sub(r"\1 ", _STAMMER.sub(_unless_meant, plain) if _STAMMERED.search(plain) else plain)
    plain = _ASIDES.sub(" ", plain)
    plain = _YOU_KNOW.sub("", plain) if "you know" in plain.lower() else plain
    plain = _LIKE_A_NUMBER.sub("about ", in_full(_A_QUITE.sub("", plain)))
    plain = _LIKE.sub(_without_filler, plain) if " like " in plain.lower() else plain
    plain = _said_once(plain)
    plain = plain.lstrip(" ,;:.-–—…")
    plain = _GREETING.sub("", plain)
    plain = _OPENING.sub("", _AGREEING.sub("", plain)).lstrip(" ,;:.-–—…")
    if plain.rstrip(" .?!-–—").lower().endswith(_TRAILING) and len(tokens(plain)) > 4:
        plain = _TRAIL.sub(lambda m: m.group(1).replace("?", "."), plain)
    plain = _TAG_NAMED.sub(r"\1", plain) if plain.endswith("?") else _TAG.sub("", plain)
    plain = _NO_NO.sub("no", _NOT_SURE.sub("", plain))
    plain = _NO_AGAIN.sub(r"\1", plain) if ", no" in plain[-5:].lower() else plain
    return re.sub(r"(?:,\s*)+,", ",", re.sub(r"[\s,;:–—-]+([.?!]|$)", r"\1", tidy(plain))).strip()


def _said_once(text: str) -> str:
    """The text without what is said twice in a row, twice over: one repetition may hide another."""
    plain = tidy(text)
    once = _once(plain)
    return once if once == plain else _once(tidy(once))


def _once(plain: str) -> str:
    if not _says_again(plain):
        return _LEFT_HANGING.sub(_unless_meant, plain)
    plain = _REPEATED.sub(_once_unless_meant, _SAME_HELP.sub(_begun_anew, plain))
    plain = _WITHOUT_OBJECT.sub("", plain)
    plain = _REPEATED_PHRASE.sub(_but_a_clause, plain)
    plain = _TAKEN_UP_AGAIN.sub(
        "", _STARTED_AGAIN.sub(_unless_meant, _LEFT_HANGING.sub(_unless_meant, plain))
    )
    return _SAID_TWICE.sub(lambda twice: twice.group() if is_meant_twice(twice) else twice[1], plain)


def _unless_meant(again: re.Match[str]) -> str:
    return again.group() if is_meant_twice(again) else ""


def _once_unless_meant(again: re.Match[str]) -> str:
    return again.group() if is_meant_twice(again) else f"{again[1]} "


def _begun_anew(match: re.Match[str]) -> str:
    """Nothing for the beginning that was given up; all of it where a clause may end there."""
    before = match.string[: match.start()]
    ends = "," in match.group() and _OF_A_NOUN.search(before)
    return match.group() if ends or _SAME_FIRST.search(before) else ""


def _but_a_clause(again: re.Match[str]) -> str:
    """What is said twice once; one that ends where the next begins alike is kept: "all I had, I had"."""
    return again.group() if _ends_a_clause(again) else again[1]


def _ends_a_clause(again: re.Match[str]) -> bool:
    """Whether the first of two beginnings belongs to a thing named before it, or is a condition.

    "The life I had, I had"; "if it comes, it comes".
    """
    before = again.string[: again.start()]
    if _IF_SO.search(before) is not None and _is_last(again):
        return True
    if "," not in again.group() or _SUBJECT_FIRST.match(again[1]) is None:
        return False
    return _OF_A_NOUN.search(before) is not None


def _is_last(again: re.Match[str]) -> bool:
    """Whether the clause ends with what is said twice."""
    ahead = len(again[1]) if again.group().endswith(" ") else 0  # the second is only looked at
    return _CLAUSE_ENDS.match(again.string, again.end() + ahead) is not None


def _says_again(text: str) -> bool:
    """Whether a word comes again within as many words as the patterns of repetition look ahead."""
    words = _WORDS.findall(text.lower())
    return len(set(words)) < len(words) and any(
        any(map(eq, words, words[ahead:])) for ahead in range(1, _AHEAD + 1)
    )


def _restart(match: re.Match[str]) -> str:
    """The second clause alone where the first one had said nothing else yet."""
    left = set(content_stems(match["given_up"])) - set(content_stems(match["anew"]))
    return match.group() if left else match["anew"]


@remembered
def is_backchannel(text: str) -> bool:
    """Whether the words only show listening ("mm-hmm", "okay, right") and say nothing themselves."""
    words = [w.lower() for w in tokens(without_hesitations(text))]
    return len(words) <= 7 and all(w in BACKCHANNEL for w in words)
