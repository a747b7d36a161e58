"""View -> one web page, and the pictures in it."""
