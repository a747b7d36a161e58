"""The ground floor of reading: bytes to text, tables and XML, in the same way for every kind of file."""
