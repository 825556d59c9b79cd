"""Reads and checks the data folder: ontology, lexicon, actors, grammar. Errors name file and line."""
