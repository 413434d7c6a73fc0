"""Whether words are in another language than English, which is the only one that notes are drafted from.

Told by function words, of which every few words of running speech hold one and which hardly two languages
share (Grefenstette, JADT 1995, "Comparing two language identification schemes"); by its letters where these
are not Latin. A short line, or one of names and numbers alone, is not told apart and passes as English.
"""

from __future__ import annotations

import re

from live_notes.drafting.language.remembered import remembered
from live_notes.drafting.language.words import STOP_WORDS, word_set

LEAST_WORDS = 4
"""Words a line needs for its language to be told."""
LEAST_FUNCTION_WORDS = 2
_ENGLISH = STOP_WORDS | word_set("are is were they to in on at and or but not my your her")
_SHARED = word_set("a an as at in on so me he no do she is o was war die hat den am her son ton one come see")
"""Words that English has as well."""
_ENGLISH_ALONE = _ENGLISH - _SHARED
_SPANISH = word_set("""
que el la los las un una unos es era está estoy estaba soy muy pero con por para como cuando porque del
al mi mis su sus lo le les se te yo él ella ellos qué sí más ya hay tengo tiene desde hasta nada todo
todos esto eso este esta también siempre nunca sin sobre donde
""")
_GERMAN = word_set("""
ich du er sie wir ihr mich mir dich dir uns ist sind bin war waren hat habe haben hatte und oder aber
nicht kein keine der das den dem ein eine einen einem einer zu mit von auf für aus nach bei seit wenn
weil dass wie wo sehr auch noch schon immer nie mehr kann muss sich mein meine meinen meiner wird werden
""")
_FRENCH = word_set("""
je tu il elle nous vous ils elles le la les un une des du de et ou mais pas ne est suis sont était ai
avais avait ont mon ma mes ton son ses ce cette que qui quand parce avec pour dans sur très plus jamais
toujours rien tout aussi depuis au aux ça c'est j'ai n'est
""")
_ITALIAN = word_set("""
io lui lei noi voi loro il lo la gli le un una di che non è sono era ho ha hanno mio mia miei mie suo sua
con per su ma quando perché molto più mai sempre niente tutto anche da dal della nel nella questo questa
""")
_PORTUGUESE = word_set("""
eu ele ela nós eles elas o os as um uma de que não é sou está estou era tenho tem meu minha meus minhas
seu sua com por para mas quando porque muito mais nunca sempre nada tudo também desde até na nos da dos
""")
_OTHERS = tuple(words - _SHARED for words in (_SPANISH, _GERMAN, _FRENCH, _ITALIAN, _PORTUGUESE))
_ANY_OTHER = frozenset().union(*_OTHERS)
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_LATIN = re.compile(r"[a-zà-öø-ɏ]")


@remembered
def is_foreign(text: str) -> bool:
    """Whether a line of at least `LEAST_WORDS` words holds more of another language than of English."""
    small = text.lower()
    if not small.isascii() and _is_of_other_letters(small):
        return True
    found = _WORD.findall(small)
    words = set(found)
    if len(found) < LEAST_WORDS or len(words & _ANY_OTHER) < LEAST_FUNCTION_WORDS:
        return False
    most = max(len(words & other) for other in _OTHERS)
    return most >= LEAST_FUNCTION_WORDS and most > len(words & _ENGLISH_ALONE)


def _is_of_other_letters(small: str) -> bool:
    letters = "".join(_WORD.findall(small))
    return len(letters) >= LEAST_WORDS and len(_LATIN.findall(letters)) * 2 < len(letters)
