"""`python -m curalign`: the same as the command `curalign`."""

from curalign.cli import main

main()
