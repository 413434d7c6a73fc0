"""From lines of speech to units: words without what carries nothing, cut where somebody says something."""
