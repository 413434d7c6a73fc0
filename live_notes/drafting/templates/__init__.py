"""A practice's own note formats: what they are, how a section's wishes are read, and the layout they give."""
