"""Measures the program against coded articles; no part of the installed package."""
