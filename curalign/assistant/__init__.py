"""The last run for a chat assistant on this computer: questions in, data out, and proposals that nobody counts."""
