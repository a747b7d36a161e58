"""One module per family of formats, each with `read(data, mime) -> Draft`. They run in the worker process alone."""
