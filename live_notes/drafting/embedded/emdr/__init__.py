"""EMDR: the phases of a session, and what a target is set up with."""
