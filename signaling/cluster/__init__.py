"""Several signaling nodes as one server: who owns a session, and how others reach its owner."""
