"""Builds a fictional district's folder from readable sources."""
