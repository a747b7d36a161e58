"""A page on this computer, and a workbook, in which people say what they think of the evidence."""

from __future__ import annotations
