"""What a clinician wrote or dictated of a session, read as a note's statements."""
