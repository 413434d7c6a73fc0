"""The words with which somebody only shows that they listen."""

from __future__ import annotations

from live_notes.drafting.language.words import word_set

BACKCHANNEL = word_set("""
yeah yes yep yup okay ok right sure mm mhm hmm hm uh huh um oh ah wow alright all i see got it exactly
great good
cool nice wonderful perfect excellent absolutely definitely thanks thank you very much of course no nope
well so
and really fine that's that makes sense totally mm-hmm uh-huh fair enough sounds gotcha true indeed understood
""")
