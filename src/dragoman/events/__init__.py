"""Sentences and mentions to events: predicates, sides, status, attribution, dates, merging."""
