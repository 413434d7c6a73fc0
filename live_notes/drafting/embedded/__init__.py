"""The embedded drafter: deterministic, extractive, no language model."""
