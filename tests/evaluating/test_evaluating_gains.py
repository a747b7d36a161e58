"""What training gained: the difference of each metric, with an interval that draws the same units on both sides."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from measured_sets import *  # noqa: F403
