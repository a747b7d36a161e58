"""The command `curalign`, also as `python -m curalign`."""

from __future__ import annotations

import os
import sys

INTERRUPTED = 130


def main() -> None:
    """Run the command line; Ctrl-C while that is still being loaded ends like any other."""
    try:
        from curalign.cli import main as run

        run()
    except KeyboardInterrupt:
        sys.stderr.write("curalign: stopped; nothing is lost, run the same command again.\n")
        os._exit(INTERRUPTED)
    except SystemExit as ended:
        if ended.code == INTERRUPTED:
            os._exit(INTERRUPTED)  # a library that was being loaded may have made Python end another way
        raise


if __name__ == "__main__":
    main()
