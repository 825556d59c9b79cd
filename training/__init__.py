"""Recipes that make the models under ``data/models`` from data outside the project."""
