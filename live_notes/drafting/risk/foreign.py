"""Risk told in a few other languages in words that can hardly mean anything else.

Notes are drafted from English, and nothing here is understood beyond these words: what they say is never more
than unclear, quoted for the clinician to read.
"""

from __future__ import annotations

from collections.abc import Iterator

from live_notes.drafting.embedded.hearing.units import Unit
from live_notes.drafting.language.any_case import AnyCase
from live_notes.drafting.note import RiskKind, RiskStatus
from live_notes.drafting.risk.items import DISCLOSED, Mention

_SUICIDE = (
    r"\b(?:"
    # Spanish
    r"(?:no (?:quier[oe]|quería|desea)(?: más)? (?:vivir|seguir vivi\w+|estar viv[oa]|existir)"
    r"|quier[oe] morir(?:me|se)?"
    r"|quería morir(?:me|se)?|(?:quitar|quitó|quité)(?:me|se|le)? la vida|matar(?:me|se)|me (?:quiero"
    r"|voy a|quería) matar"
    r"|ganas de (?:morir\w*|matarme)|mejor (?:muert[oa]|morirme)|acabar con (?:mi|su) vida)"
    # German
    r"|(?:nicht mehr leben|(?:mich|sich) umbringen|(?:mir|sich) das leben (?:zu )?nehm\w+|sterben (?:will"
    r"|wollte|möchte)"
    r"|will (?:nur noch )?sterben|lieber tot|selbstmord\w*|suizid\w*|lebensmüde)"
    # French
    r"|(?:(?:ne )?(?:veux|veut|voulais) plus (?:vivre|être là)|me tuer|se tuer|envie de mourir|(?:veux"
    r"|voulais) mourir"
    r"|en finir avec (?:la vie|tout)|mettre fin à (?:mes|ses) jours|me suicider)"
    # Portuguese
    r"|(?:não quer[oe] (?:mais )?viver|quer[oe] morrer|me matar|vontade de morrer"
    r"|tirar a (?:minha )?(?:própria )?vida)"
    # Italian
    r"|(?:non voglio (?:più )?vivere|voglio morire|farla finita|togliermi la vita|uccidermi|ammazzarmi)"
    r")(?!\w)(?! (?:con|en|aquí|mit|bei|hier|in|avec|chez|ici|à|com|em|aqui|qui|de (?:hambre|frío|risa"
    r"|rire|faim))\b)"
)
_SELF_HARM = (
    r"\b(?:cortar(?:me|se) (?:los brazos|las venas|las muñecas)|me (?:corto|corté|cortaba)(?: (?:los"
    r"|las) \w+)?"
    r"|hacer(?:me|se) daño|autolesi\w+|(?:mich|sich) (?:selbst )?(?:ritz|schneid|verletz)\w*|ritze mich"
    r"|me (?:faire du mal|scarifier|couper les veines)|automutil\w+|me cortar|tagliarmi)(?!\w)"
)
_KINDS = ((RiskKind.SUICIDE, AnyCase(_SUICIDE)), (RiskKind.SELF_HARM, AnyCase(_SELF_HARM)))


def in_another_language(unit: Unit, found: frozenset[RiskKind]) -> Iterator[Mention]:
    """What a client says, or a clinician writes, of a kind of risk that no English word names."""
    for kind, words in _KINDS:
        if kind not in found and words.search(unit.exact):
            yield Mention(kind, RiskStatus.UNCLEAR, (unit,), rank=DISCLOSED)
