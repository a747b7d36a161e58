"""How every page is made of its templates: what documents say is escaped, and a name that is lacking is a mistake."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import jinja2


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
