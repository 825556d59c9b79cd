"""Tests run on the shipped data, whatever actors of their own the user has."""

import os

os.environ["DRAGOMAN_ACTORS"] = os.path.join(os.path.dirname(__file__), "build", "no-own-actors")
