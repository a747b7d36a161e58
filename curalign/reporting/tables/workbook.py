"""View -> a spreadsheet to work in: the numbers, what they rest on, what was found, and room to review and to plan."""

from __future__ import annotations

from curalign.reporting.tables.cells import Pen, make_book
from curalign.reporting.tables.sheets.coverage import write_coverage
from curalign.reporting.tables.sheets.evidence import write_evidence
from curalign.reporting.tables.sheets.findings import write_findings
from curalign.reporting.tables.sheets.method import write_method
from curalign.reporting.tables.sheets.plan import write_plan
from curalign.reporting.tables.sheets.review import write_review
from curalign.reporting.tables.sheets.summary import write_summary
from curalign.reporting.tables.speaking import speak
from curalign.reporting.view import View, words

SHEETS = (write_summary, write_coverage, write_evidence, write_findings, write_review, write_plan, write_method)
"""What writes each sheet, in the order in which they are read."""


def to_xlsx(view: View) -> bytes:
    """Write the view as an Excel workbook.

    Args:
        view: What is shown.

    Returns:
        The bytes of an XLSX file with the sheets Summary, Coverage, Evidence, Findings, Review, Plan and Method, the
        same for the same view. In whatever language they are, Review can be read back.

    """
    say = speak(view.language)

    def write_sheets(pen: Pen) -> None:
        for write in SHEETS:
            write(view, pen, say)

    title = words.title(view)
    return make_book(say("table-book-title", title=title), view.language, write_sheets, head=title)
