"""Sentences to mentions: who, where and when the words name. Names, titles, coreference, dates, places."""
