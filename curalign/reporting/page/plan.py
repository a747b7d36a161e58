"""PlanView -> one web page that needs nothing else and prints well, under the same policy as the report."""

from __future__ import annotations

from datetime import datetime

from curalign.reporting.page.html import PACKAGE
from curalign.reporting.view.plan import PlanView, amount, number_of
from curalign.reporting.view.priorities import pupils, share
from curalign.reporting.view.templates import inline, open_templates
from curalign.wording import chance, say


def plan_to_html(view: PlanView, _: datetime | None = None) -> str:
    """Write a plan as one page, to be opened by a double-click or printed.

    Args:
        view: What is shown.

    Returns:
        HTML that needs no other file, no script and no network.

    """
    environment = open_templates(PACKAGE)
    style, style_hash = inline(PACKAGE, "report.css", "plan.css")
    environment.globals.update(chance=chance, share=share, pupils=pupils, number=number_of, amount=amount)
    return environment.get_template("plan.html.j2").render(
        view=view,
        lang="",
        say=lambda sentence: say(sentence, language=view.language),
        style=style,
        style_hash=style_hash,
    )
