"""A module or package per family of formats, with `read(data, mime) -> Draft`. They run in the worker process alone."""
