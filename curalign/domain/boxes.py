"""Boxes to tick, as they are drawn or written."""

from __future__ import annotations

import re

TICKED = r"[\u2611\u2612\u2705\u2713\u2714\u25fc\u2b1b\U0001f5f7\U0001f5f9]|\[[xX\u2713\u2714]\]"
UNTICKED = r"[\u2610\u25a1\u25fb\u274f\u2751\u2b1c]|\[\s?\]"
WRITTEN_TICKED = r"\([xX\u2713\u2714]\)|_+[xX\u2713\u2714]_+"
"""With brackets or a blank: this is a box only beside a code."""
WRITTEN_UNTICKED = r"\(\s?\)|_{2,}"
BOX = re.compile(rf"{TICKED}|{UNTICKED}|{WRITTEN_TICKED}|{WRITTEN_UNTICKED}")
"""Any of them, wherever it stands."""
