"""Small, deterministic English: words, numbers, polarity. Shared by drafting, risk and checks."""
