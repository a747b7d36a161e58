"""From results and coverage to priorities, and from priorities and options to a plan of PD. Pure: opens no file."""

from __future__ import annotations

from curalign.planning.gaps import open_gaps
from curalign.planning.planner import make_plan
from curalign.planning.priorities import find_priorities
from curalign.planning.published import publish_results
from curalign.planning.solving import Loosen

__all__ = ["Loosen", "find_priorities", "make_plan", "open_gaps", "publish_results"]
