"""When both meet again, as it was agreed on over several turns, moved, taken back or left open."""
