"""PlanView -> one web page that needs nothing else and prints well, under the same policy as the report."""

from __future__ import annotations

import base64
import hashlib
from datetime import datetime
from importlib.resources import files

from curalign.reporting.page.html import TEMPLATES
from curalign.reporting.view.plan import PlanView, amount, number_of
from curalign.reporting.view.priorities import pupils, share
from curalign.reporting.view.templates import open_templates
from curalign.wording import chance, say

_STYLES = ("report.css", "plan.css")


def plan_to_html(view: PlanView, _: datetime | None = None) -> str:
    """Write a plan as one page, to be opened by a double-click or printed.

    Args:
        view: What is shown.

    Returns:
        HTML that needs no other file, no script and no network.

    """
    from markupsafe import Markup

    environment = open_templates(*TEMPLATES)
    folder = files(TEMPLATES[0]).joinpath(TEMPLATES[1])
    style = "\n".join(folder.joinpath(name).read_text(encoding="utf-8") for name in _STYLES)
    environment.globals.update(chance=chance, share=share, pupils=pupils, number=number_of, amount=amount)
    return environment.get_template("plan.html.j2").render(
        view=view,
        lang="",
        say=lambda sentence: say(sentence, language=view.language),
        style=Markup(style),  # noqa: S704  # our own files
        style_hash=base64.b64encode(hashlib.sha256(style.encode()).digest()).decode(),
    )
