"""Values -> what a terminal shows, by Rich."""
