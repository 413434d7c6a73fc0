"""The ear: receives a participant's audio leg and turns it into recognised segments.

It knows no names, no storage and no HTTP: tracks are opaque ids, words leave as
`wire.control.Recognised` messages, and audio exists only in memory until its words
are final. Run one with `python -m media_worker --connect ws://HOST:PORT/v1/workers`.
"""
