"""Documents of every format, to sections, through one door: an `Extractor`."""
