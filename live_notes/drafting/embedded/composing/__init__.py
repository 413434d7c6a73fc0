"""A question and its answer told as the one statement that a clinician would write."""
