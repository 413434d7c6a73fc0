"""Images and thoughts of harming somebody that come unwanted and are met with horror.

A new father who sees his child fall, and checks the lock; a thought of stabbing that somebody cannot bear to
have had. Clinicians ask for the urge and the intent, and the answer to that belongs beside the image: the two
stand together as unclear, and the image alone is never told as harm that was reported.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.language.any_case import AnyCase
from live_notes.drafting.note import RiskKind, RiskStatus
from live_notes.drafting.risk.items import Mention
from live_notes.drafting.spec import Speaking

_IMAGE = AnyCase(
    r"\b(?:pictures?|pictured|images?|imagin\w+|flash(?:es|ed)?|visions?|intrusive|ocd|obsess\w+"
    r"|(?:unwanted|horrible|horrid"
    r"|awful|sudden|random|terrible|disgusting) thoughts?"
    r"|what[- ]ifs?|what if i|scenes?|clips?|film|movie|(?:it|they|that|thoughts?) (?:just )?(?:pops?"
    r"|comes?|came|flies"
    r"|flashes|jumps?) (?:in|into|up|to|by|out)|i (?:just )?(?:see|saw|keep seeing|can see) (?:him|her"
    r"|them|it"
    r"|myself|me|my|the|this)\b|in my (?:head|mind)|(?:mind|brain|head) (?:shows?|showed|throws?|goes|went"
    r"|says?))\b"
)
_DISOWNED = AnyCase(
    r"\b(?:(?:don't|do not|didn't|never|not) (?:ever )?want(?:ed)?(?: to)?(?: (?:it|them|that|this|these"
    r"|those"
    r"|any of it|do|hurt|harm|have|be|think|see))|i(?:'d| would|'ll) never\b|never in a million|i wouldn't"
    r" (?:ever |actually |dream |hurt|harm|do)|couldn't (?:ever |actually )?(?:hurt|harm|do)|horrif\w+"
    r"|horribl[ey]|horrid|horror|terrif\w+|disgust\w+|sicken\w*|makes? me (?:feel )?(?:sick|ill|cry)|appal\w*"
    r"|vile|awful|god forbid|heaven forbid|allah forbid|tufiakwa|abeg no|rebuke|the (?:very |exact |total"
    r" |complete"
    r" )?opposite|last thing i(?:'d| would| want)|against everything|goes against|not me\b|not who i am"
    r"|(?:check|checked|lock|locked|hide|hid|put away|moved) (?:the |all the )?(?:lock|locks|knives|door"
    r"|window"
    r"|scissors)|i (?:won't|don't|can't) (?:go|hold|bath|carry|be alone|walk|stand)|rather (?:die|cut)|love"
    r" (?:him|her|them)|protect)\b"
)
_MEANT = AnyCase(
    r"\b(?:i (?:nearly|almost) (?:did|hit|threw|dropped|shook|let|pushed)|had to stop myself|i did it|i"
    r" (?:have"
    r" |'ve )?(?:shook|shaken|hit|slapped|smothered|squeezed|grabbed|threw|pushed|punched|kicked|bit)"
    r" (?:him|her"
    r"|them|it|the|my)|(?:there's|there is|i get|i have|i feel|i've got|i do have|i had) (?:a |an |the |some"
    r" |these |strong )*urges?|part of me wants|i (?:really |do |just |sometimes )*want(?:ed)? to (?:hurt"
    r"|harm"
    r"|kill|drop|throw|hit|do it|shake|smother|stab|let)|voices?|command\w*|(?:told|telling|tells) me to"
    r"|deserves?"
    r"|possessed|evil|demon\w*|devil|better off (?:dead|without)|i(?:'ve| have) (?:a )?plan|planned|don't"
    r" trust"
    r" myself|can't trust myself|can't promise|i (?:might|may|could) (?:do it|lose it|snap)|sometimes i do"
    r"|enjoy\w*|excit\w*|not (?:all that |that |so )?(?:bothered|fussed)|relief|revenge|teach (?:him|her"
    r"|them)"
    r"|angry|anger|furious|rage|hate|prison|jail|police|lucky|worth it|pay for (?:it|what)|payback)\b"
)
_ON_IT = AnyCase(
    r"\b(?:urges?|act(?:ed|ing)? on|do it|doing it|done it|do (?:that|anything)|intend\w*|intent\w*|plans?"
    r"|planned|want(?:ed)? to|might|felt you|would you|could you ever|close to|images?|pictures?|thoughts?"
    r"|by itself|horrif\w+|intrusive|opposite|what do you do|how do you (?:feel|respond|react)|afraid"
    r"|scared)\b"
)
_TURNS_ON, _UNITS_ON, _MOST = 4, 16, 10
_TURNS_AFTER_A_PAUSE, _MOST_OF_IMAGE = 8, 7


def with_what_disowns_it(units: Sequence[Unit], mention: Mention) -> Mention:
    """A finding of harm to others, made unclear with both quotations where an unwanted image is disowned."""
    if mention.kind is not RiskKind.HARM_TO_OTHERS or mention.whose is not None:
        return mention
    said = [one for one in mention.units if one.speaking is Speaking.CLIENT]
    if mention.status is RiskStatus.DENIED or mention.weak or not said:
        return mention
    is_open = mention.status is RiskStatus.UNCLEAR
    talk = _talk_of_it(units, said[0], _TURNS_AFTER_A_PAUSE if is_open else _TURNS_ON)
    told = [one for one in talk if one.speaking is Speaking.CLIENT]
    if not any(_IMAGE.search(_plain(one)) for one in (*told, *mention.units)):
        return mention
    disowns = [one for one in told if _DISOWNED.search(_plain(one))]
    # What is open already stays so, whatever else was said: it only gains the words of the image.
    if not disowns or (not is_open and any(_MEANT.search(_plain(one)) for one in told)):
        return mention
    return replace(
        mention, status=RiskStatus.UNCLEAR, units=_with_answers(mention, talk, disowns), whole=True
    )


def _talk_of_it(units: Sequence[Unit], first: Unit, turns: int) -> list[Unit]:
    """The client's turn, and what is asked on about it and answered."""
    talk: list[Unit] = []
    for one in units[first.index : first.index + _UNITS_ON]:
        if one.turn - first.turn > turns:
            break
        if one.speaking is Speaking.CLINICIAN and one.question and not _ON_IT.search(_plain(one)):
            break
        talk.append(one)
    return talk


def _with_answers(mention: Mention, talk: Sequence[Unit], disowns: Sequence[Unit]) -> tuple[Unit, ...]:
    """What was told, what disowns it in the same turn, and the question on about it with its answer."""
    client = next(one for one in mention.units if one.speaking is Speaking.CLIENT)
    kept = {one.index: one for one in mention.units}
    own = [one for one in disowns if one.turn == client.turn]
    for one in own[:1]:
        kept |= {unit.index: unit for unit in talk if unit.turn == client.turn and unit.index <= one.index}
    asked = next((one for one in talk if one.question and one.speaking is Speaking.CLINICIAN), None)
    later = [one for one in disowns if one.turn > client.turn]
    if later and not own:
        told = [one for one in talk if one.turn == later[0].turn and one.index <= later[0].index]
        if any(_IMAGE.search(_plain(one)) for one in told):
            kept |= {one.index: one for one in told[-_MOST_OF_IMAGE:]}
    if asked is not None and later:
        answer = [one for one in talk if one.turn == asked.turn + 1]
        kept |= {one.index: one for one in (asked, *answer[: max(2, _MOST - len(kept) - 1)])}
    elif later:
        kept[later[0].index] = later[0]
    return tuple(kept[index] for index in sorted(kept))


def _plain(unit: Unit) -> str:
    return unit.exact.replace("’", "'")
