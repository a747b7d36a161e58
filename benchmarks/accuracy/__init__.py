"""Measurements on labelled texts, lessons and whole districts."""
