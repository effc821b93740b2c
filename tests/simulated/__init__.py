"""Invented people who talk in their own words with the running system."""
