"""Finders of identifiers as they are *said*: pure functions over words, no model, no I/O.

Speech recognition writes "sarah dot j at example dot com" and "five five five oh one
nine nine". Each module here finds one family of such forms; `forms.py` runs them all.
"""
