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


def _leave_out_this_folder() -> None:
    """`python -m` looks for modules in the folder that it is run in first, which may be a stranger's."""
    if not sys.flags.safe_path and sys.path and os.path.realpath(sys.path[0]) == os.path.realpath("."):
        package = os.path.dirname(os.path.dirname(os.path.realpath(__file__)))  # noqa: PTH120  # pathlib is not loaded yet
        if os.path.realpath(sys.path[0]) != package:
            del sys.path[0]


if __name__ == "__main__":
    _leave_out_this_folder()
    main()
