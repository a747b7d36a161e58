"""How every page is made of its templates: what documents say is escaped, and a name that is lacking is a mistake."""

from __future__ import annotations

import base64
import hashlib
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import jinja2
    from markupsafe import Markup


def open_templates(package: str, folder: str = "templates") -> jinja2.Environment:
    """Open a folder of templates.

    Args:
        package: The package that they are shipped in, such as `curalign.reporting.page`.
        folder: Their folder in it.

    Returns:
        The templates, to which filters and globals may be added.

    """
    import jinja2

    return jinja2.Environment(
        loader=jinja2.PackageLoader(package, folder),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def inline(package: str, *names: str, folder: str = "templates") -> tuple[Markup, str]:
    """Put files that lie beside templates into a page that allows nothing else.

    Args:
        package: The package that they are shipped in.
        names: The files, of one kind: styles or scripts.
        folder: Their folder in it.

    Returns:
        Their text, and its SHA-256 in base64, as the page's content security policy names it.

    """
    from markupsafe import Markup

    place = files(package).joinpath(folder)
    text = "".join(place.joinpath(name).read_text(encoding="utf-8") for name in names)
    digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
    return Markup(text), digest  # noqa: S704  # our own files
