"""Role-plays and telephone calls in a session: spoken as somebody else, or to somebody else."""
