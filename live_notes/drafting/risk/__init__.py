"""Mentions of risk in talk: reported, denied when asked, history, unclear, or of somebody else."""
