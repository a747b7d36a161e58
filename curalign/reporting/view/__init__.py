"""Coverage and findings -> View: what a page, a table or a terminal shows, as plain values and plain words."""

from __future__ import annotations

from curalign.reporting.view.values import (
    Citation,
    Document,
    Group,
    Rival,
    ShownBaseline,
    ShownFinding,
    StandardRow,
    Support,
    View,
)

__all__ = ["Citation", "Document", "Group", "Rival", "ShownBaseline", "ShownFinding", "StandardRow", "Support", "View"]
