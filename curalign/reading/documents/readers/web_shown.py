"""What single elements of a web page show in their line: fields of forms, and pictures of formulas."""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import unquote

from curalign.reading.documents.readers.equations import from_latex, shown
from curalign.reading.documents.readers.fields import TICKED, UNTICKED

# Of Canvas, CodeCogs and Google, which write the formula into the address.
_SOURCE = re.compile(r"(?:/equation_images/|codecogs\.com/[a-z.]+\?|/chart\?cht=tx&chl=)([^?#&]+)")
_PICTURED = frozenset(("equation_image", "latex", "tex", "texrender"))  # classes of pictures of a formula


def filled(field: Mapping[str, str | None]) -> str:
    """What a field of a form shows: a mark, or the text that was saved in it."""
    kind = (field.get("type") or "text").casefold()
    if kind in ("checkbox", "radio"):
        return f" {TICKED if 'checked' in field else UNTICKED} "
    return f" {field.get('value') or ''} " if kind == "text" else ""


def formula(picture: Mapping[str, str | None]) -> str:
    """The formula that a picture of one shows, by its other text; pictures of something else say nothing."""
    written = picture.get("data-equation-content") or ""
    other = (picture.get("alt") or "").strip()
    classes = (picture.get("class") or "").split()
    if not written and not other and (source := _SOURCE.search(picture.get("src") or "")):
        written = unquote(unquote(source[1]))
    if not written and (other.startswith("LaTeX:") or not _PICTURED.isdisjoint(classes)):
        written = other.removeprefix("LaTeX:")
    return from_latex(written) if written else other if "Wirisformula" in classes else shown(other)
