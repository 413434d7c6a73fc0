"""Questionnaires, scores and ratings: exactly as they were told, with what they were before."""
