"""Who is spoken of: pronouns, relations, and the words that stand for somebody."""
