"""From evidence lines to a checked note: formats, preferences, drafters, risk and checks."""
