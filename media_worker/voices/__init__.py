"""Telling apart people who share one microphone, while it is heard.

Two models listen to ten seconds at a time: one tells who of up to three local speakers speaks when, the other
makes a voice print of each. Prints are clustered into the track's voices, and the words of each final are cut
between them. A voice print identifies a person (45 CFR 164.514(b)(2)(i)(P)): it lives in this process's
memory as long as its track, and is never stored, logged or sent.
"""
