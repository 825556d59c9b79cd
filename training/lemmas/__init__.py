"""The tables of word forms."""
