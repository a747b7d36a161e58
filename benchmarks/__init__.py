"""How right curalign is, and how fast; README.md says what each script answers."""
