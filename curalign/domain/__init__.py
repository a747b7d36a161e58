"""The nouns: frozen values that every room takes and gives. No file, no screen, no model."""
