"""Article to parsed sentences. The only place that imports spaCy."""
