"""Measurements of time and memory, each beside what a user would write today."""
