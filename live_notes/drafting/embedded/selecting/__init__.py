"""What of a conversation is worth a place in the note."""
