"""What answers a question, how far it goes, and how it is told."""
