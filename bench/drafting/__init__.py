"""Public dialogues with written notes, ways of drafting, and how near one comes to the other."""
