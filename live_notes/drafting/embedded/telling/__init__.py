"""Speech retold as sentences of a record: reported, quoted, joined, and looked at once more."""
