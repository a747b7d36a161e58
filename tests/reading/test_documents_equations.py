"""Equations of Word and LaTeX that are set over several lines, each line told from the next."""

from __future__ import annotations

from pathlib import Path

import docx
import made_documents as made
import pytest
from docx.oxml import parse_xml

_MATHS = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
_POWER = "<m:sSup><m:e><m:r><m:t>\U0001d465</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup>"
_HALF = "<m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f>"


def test_equations_below_a_text_do_not_run_into_it_nor_into_one_another(tmp_path: Path) -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("Compare these.")
    lines = "".join(f"<m:oMath>{each}</m:oMath>" for each in (_POWER, _HALF))
    paragraph._p.append(parse_xml(f"<m:oMathPara {_MATHS}>{lines}</m:oMathPara>"))
    document.save(str(tmp_path / "a.docx"))
    assert [text for *_, text in made.lines(made.extract(tmp_path / "a.docx"))] == ["Compare these. x^2; 1/2"]


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("\\begin{align} y &= 2x + 1 \\\\ y &= 7 \\end{align}", "y = 2x + 1 y = 7"),
        ("$\\begin{cases} x + y = 5 \\\\[2pt] x - y = 1 \\\\ \\end{cases}$", "x + y = 5 x - y = 1"),
        ("Shade \\\\(\\frac{1}{3}\\\\) of it.", "Shade 1/3 of it."),
        ("Strike $\\cancel{6}$ and find $\\binom{n}{k}$.", "Strike 6 and find (n/k)."),
        ("Write \U0001d7d1\U0001d465 and \U0001d5ef\U0001d5fc\U0001d5f9\U0001d5f1.", "Write 3x and bold."),
    ],
)
def test_latex_is_said_in_a_line(tmp_path: Path, written: str, said: str) -> None:
    path = tmp_path / "a.md"
    path.write_text(f"# Unit\n\n{written}\n", encoding="utf-8")
    assert [text for *_, text in made.lines(made.extract(path))] == [said]
