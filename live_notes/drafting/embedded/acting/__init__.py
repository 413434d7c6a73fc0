"""What the clinician does: observes, finds, formulates, intervenes, prescribes."""
