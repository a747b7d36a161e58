"""A web page keeps its equations in their sentences; what no reader is meant to see is left out and counted."""

from __future__ import annotations

from pathlib import Path

import made_documents as made
import pytest
from hypothesis import given
from hypothesis import strategies as st

from curalign.reading.documents.readers import web
from curalign.reading.documents.readers.equations import from_latex


def page(path: Path, body: str, style: str = "") -> Path:
    path.write_text(f"<html><head><style>{style}</style></head><body>{body}</body></html>", encoding="utf-8")
    return path


def texts(path: Path) -> list[str]:
    return [text for *_, text in made.lines(made.extract(path))]


@pytest.mark.parametrize(
    ("equation", "line"),
    [
        ("<math><mn>2</mn><mfrac><mn>3</mn><mn>4</mn></mfrac></math>", "2 3/4"),
        ("<math><msqrt><mn>9</mn></msqrt><mo>+</mo><msup><mi>x</mi><mn>2</mn></msup></math>", "√9+x^2"),
        ("<math><mroot><mn>8</mn><mn>3</mn></mroot></math>", "∛8"),
        ("<math><mfenced><mi>a</mi><mi>b</mi></mfenced></math>", "(a, b)"),
        ("<math><mi>a</mi><mo>&#x2062;</mo><mi>b</mi></math>", "ab"),
        ("<math><semantics><mn>7</mn><annotation>7 in TeX</annotation></semantics></math>", "7"),
        ('<span class="katex"><math><mn>7</mn></math><span class="katex-html"><span>7</span></span></span>', "7"),
        ('<img class="equation_image" alt="LaTeX: \\frac{1}{2}" data-equation-content="\\frac{1}{2}">', "1/2"),
        ('<img class="equation_image" alt="LaTeX: \\sqrt{16}">', "√16"),
        ('<img class="Wirisformula" alt="3 minus 1">', "3 minus 1"),
        ('<img src="https://c.org/equation_images/%255Cfrac%257B1%257D%257B2%257D?scale=1">', "1/2"),
        ('<script type="math/tex">\\sqrt{16}</script>', "√16"),
        ('<script type="math/tex; mode=display">5 \\times 3</script>', "5 \u00d7 3"),
        ('<script type="math/mml"><math><msqrt><mn>9</mn></msqrt></math></script>', "√9"),
        ('<span class="MathJax">x=5</span><script type="math/tex">x=5</script>', "x=5"),
        ('<script>let x = "5";</script>', ""),
        ("$\\frac{1}{2}$", "1/2"),
        ("$5 or $7", "$5 or $7"),
        ("\\(5 \\times 3\\)", "5 \u00d7 3"),
        ('<img alt="a pear">', ""),
        ('<img alt="7 + 8 = ?">', "7 + 8 = ?"),
        ('<img alt="\\frac{3}{4}" class="any">', "3/4"),
        ('<img src="https://latex.codecogs.com/svg.image?5%20%5Ctimes%203">', "5 \u00d7 3"),
        ('<img alt="9/14/2025">', ""),
        ('<img alt="2025-09-14">', ""),
        ("$3/8$", "3/8"),
        ("$5-$7 off, $8", "$5-$7 off, $8"),
        ("$3 here and there$", "$3 here and there$"),
    ],
)
def test_an_equation_stands_in_its_sentence_and_its_cell(tmp_path: Path, equation: str, line: str) -> None:
    path = page(
        tmp_path / "a.html", f"<p>Draw {equation} now.</p><table><tr><td>Say</td><td>{equation}</td></tr></table>"
    )
    assert texts(path) == [" ".join(f"Draw {line} now.".split()), f"Say | {line}" if line else "Say"]


@pytest.mark.parametrize(
    ("formula", "line"),
    [
        (r"2\frac{3}{4}", "2 3/4"),
        (r"\frac{\frac{1}{2}}{a+b}", "(1/2)/(a+b)"),
        (r"\sqrt[3]{8}", "∛8"),
        (r"47 + 36 = \overline{\quad}", "47 + 36 = __"),
        (r"x^{2} \le y^{n+1}", "x^2 ≤ y^(n+1)"),
        (r"\text{area} = 3\,\text{cm}", "area = 3 cm"),
        (r"3 < 5", "3 < 5"),
        (r"\begin{array}{r} 54 \\ +19 \\ \hline \end{array}", "54 +19"),
        (r"\begin{aligned} a &= 5 \\ b &= 6 \end{aligned}", "a = 5 b = 6"),
        (r"6 + \square = \boxed{\phantom{00}}", "6 + □ = __"),
        (r"\underline{\hspace{1cm}} < 90^\circ", "__ < 90°"),
        (r"\left(\mathbf{a}\right)^{2}", "(a)^2"),
    ],
)
def test_a_formula_in_latex_is_said_in_a_line(formula: str, line: str) -> None:
    assert from_latex(formula) == line


@given(st.text(alphabet="\\{}[]()frac sqrt1x^_", max_size=60))
def test_whatever_is_taken_for_latex_ends_as_a_line(formula: str) -> None:
    assert not {"\\", "\n"} & set(from_latex(formula))


_LEFT_OUT = [
    ("<p hidden>Key: 12</p>", "hidden text in 1 paragraph;"),
    ('<div style="display: none"><p>Key: 12</p><div>and 13</div></div>', "hidden text in 1 paragraph;"),
    ("<p><s>Old goal</s></p>", "text struck out in 1 paragraph;"),
    ('<p><span style="text-decoration:line-through">Old goal</span></p>', "text struck out in 1 paragraph;"),
    ('<p><span class="c7">Old goal</span></p>', "text struck out in 1 paragraph;"),
    ('<div><p><a href="#cmnt_ref1" id="cmnt1">[a]</a>Drop this</p><p>or not</p></div>', "1 comment;"),
]


@pytest.mark.parametrize(("left_out", "told"), _LEFT_OUT)
def test_what_is_left_out_on_purpose_is_counted_in_one_note(tmp_path: Path, left_out: str, told: str) -> None:
    mark = '<sup><a href="#cmnt1" id="cmnt_ref1">[a]</a></sup>'
    body = f"<p>Weigh fruit.{mark}</p>{left_out}<p>Then compare.</p>"
    found = made.extract(page(tmp_path / "a.html", body, ".c7{text-decoration:line-through}.c8{color:red}"))
    assert [text for *_, text in made.lines(found)] == ["Weigh fruit.", "Then compare."]
    assert made.codes(found) == ["F303"]
    assert told in made.message(found)


@pytest.mark.parametrize(
    ("mark", "back"),
    [
        ('<a href="#fn1" epub:type="noteref">1</a>', ""),
        ('<a href="#fn1" role="doc-noteref"><sup>1</sup></a>', '<a href="#r" role="doc-backlink">back</a>'),
        ('<sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup>', '<a href="#ftnt_ref1" id="ftnt1">[1]</a> '),
    ],
)
def test_the_number_of_a_note_is_no_part_of_a_word_and_the_note_is_read(tmp_path: Path, mark: str, back: str) -> None:
    found = made.extract(page(tmp_path / "a.html", f"<p>Weigh 3{mark} apples.</p><p>{back}See 3.MD.A.2.</p>"))
    assert [text for *_, text in made.lines(found)] == ["Weigh 3 apples.", "See 3.MD.A.2."]
    assert found.problems == ()


def test_a_box_to_tick_stands_before_its_words(tmp_path: Path) -> None:
    body = (
        '<ul><li><input type="checkbox"> 3.A</li><li><label><input type="checkbox" checked="">3.B</label></li></ul>'
        '<p><input type="radio" name="g"> Alone <input name="who"></p>'
    )
    found = made.lines(made.extract(page(tmp_path / "a.html", body)))
    assert [(form, text) for _, form, _, text in found] == [
        ("item", "\u2610 3.A"),
        ("item", "\u2612 3.B"),
        ("paragraph", "\u2610 Alone"),
    ]


def test_what_is_hidden_without_words_or_never_was_text_is_not_worth_a_note(tmp_path: Path) -> None:
    body = '<hr style="display:none"><div hidden></div><p>Weigh <svg><text>x</text></svg>fruit<script>1</script>.</p>'
    found = made.extract(page(tmp_path / "a.html", body))
    assert [text for *_, text in made.lines(found)] == ["Weigh fruit."]
    assert found.problems == ()


def test_an_item_that_is_hidden_and_has_no_end_hides_no_other(tmp_path: Path) -> None:
    body = "<ul><li>fold<li hidden>key <b>12</b><li>cut</ul><ul><li hidden>key</ul><p>Then say why.</p>"
    assert texts(page(tmp_path / "a.html", body)) == ["fold", "cut", "Then say why."]


def test_a_hidden_cell_leaves_the_others_in_their_columns(tmp_path: Path) -> None:
    body = "<table><tr><td>Goal</td><td hidden>old</td><td>Task</td></tr></table>"
    assert texts(page(tmp_path / "a.html", body)) == ["Goal | | Task"]


@given(
    st.lists(st.sampled_from(["<p>", "</p>", "<div>", "</div>", "<li>", "<td>", "<table>", "</table>"]), max_size=20)
)
def test_no_word_of_a_page_is_lost_however_it_is_nested(tags: list[str]) -> None:
    body = "".join(f"{tag} w{number} " for number, tag in enumerate(tags))

    said = " ".join(piece.text for piece in web.read_page(body)).replace("|", " ").split()
    assert sorted(said) == sorted(f"w{number}" for number in range(len(tags)))


def test_what_a_form_shows_is_read_and_what_could_be_chosen_is_not(tmp_path: Path) -> None:
    body = (
        '<p>Goal: <input value="I can fold."></p><p>Grade: <select><option>2<option selected>3</select></p>'
        '<p>Task:<textarea>Fold it.</textarea></p><p><input type="radio" checked>Pairs<input type="radio">Alone</p>'
        '<input type="hidden" value="token"><input type="submit" value="Send">'
    )
    assert texts(page(tmp_path / "a.html", body)) == [
        "Goal: I can fold.",
        "Grade: 3",
        "Task: Fold it.",
        "☒ Pairs ☐ Alone",
    ]


def test_a_sheet_that_google_saved_as_a_page_has_neither_letters_nor_numbers_around_it(tmp_path: Path) -> None:
    head = '<th class="row-header freezebar-origin-ltr"></th><th class="column-headers-background">A</th>'
    row = '<tr><th class="row-headers-background"><div>{}</div></th><td>{}</td><td>3.A</td></tr>'
    table = f"<table><thead><tr>{head}</tr></thead>{row.format(1, 'Week 1')}{row.format(2, 'Week 2')}</table>"
    assert texts(page(tmp_path / "a.html", table)) == ["Week 1 | 3.A", "Week 2 | 3.A"]


@pytest.mark.parametrize(
    "around",
    [
        '<a class="skip-link" href="#main">Skip to main content</a>',
        '<div role="navigation"><ul><li>Home</li><li>Lessons</li></ul></div>',
        '<div class="cookies" role="dialog"><p>We use cookies.</p><div>Accept</div></div>',
        "<dialog><p>Sign up for news.</p></dialog>",
        '<div role="contentinfo">All rights reserved.</div>',
        '<div id="banners"><div>Published using Google Docs</div><div>Report abuse</div></div>',
    ],
)
def test_what_leads_through_a_page_or_stands_before_it_is_no_part_of_its_text(tmp_path: Path, around: str) -> None:
    found = made.extract(page(tmp_path / "a.html", f"{around}<main><p>Weigh fruit.</p></main>"))
    assert [text for *_, text in made.lines(found)] == ["Weigh fruit."]
    assert found.problems == ()


def test_a_table_by_roles_for_screen_readers_is_a_table(tmp_path: Path) -> None:
    path = tmp_path / "week.html"
    path.write_text(
        '<div role="table"><div role="rowgroup"><div role="row"><span role="columnheader">Day</span>'
        '<span role="columnheader">Objective</span></div></div><div role="rowgroup"><div role="row">'
        '<span role="cell">Monday</span><div role="cell"><div>Add tens.</div></div></div></div></div><p>After.</p>'
    )
    assert [block.text for _, block in made.blocks(made.extract(path).sections)] == [
        "Day | Objective",
        "Monday | Add tens.",
        "After.",
    ]


ROWS = (
    '<div class="row head"><div class="col">Standard</div><div class="col">Activity</div></div>'
    '<div class="row"><div class="col">3.A</div><div class="col">Count the stones in the jar.</div></div>'
)


def test_rows_and_cells_by_their_classes_are_a_table_below_names(tmp_path: Path) -> None:
    path = tmp_path / "portal.html"
    path.write_text(f"<main>{ROWS}<h2>Later</h2><p>Then draw them.</p></main>")
    found = [(block.form, block.text) for _, block in made.blocks(made.extract(path).sections)]
    assert found == [
        ("row", "Standard | Activity"),
        ("row", "3.A | Count the stones in the jar."),
        ("paragraph", "Then draw them."),
    ]


def test_rows_by_their_classes_that_lay_out_a_page_are_its_paragraphs(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(
        '<div class="row"><div class="col-md-8"><h1>Stones</h1><p>Count the stones.</p></div>'
        '<div class="col-md-4"><p>Bring a jar.</p></div></div><div class="row"><div class="col-md-12">Draw.</div></div>'
    )
    found = [(block.form, block.text) for _, block in made.blocks(made.extract(path).sections)]
    assert found == [("paragraph", "Count the stones."), ("paragraph", "Bring a jar."), ("paragraph", "Draw.")]


def test_a_label_and_its_value_side_by_side_are_two_words_and_a_word_in_two_pieces_is_one(tmp_path: Path) -> None:
    path = tmp_path / "fields.html"
    path.write_text(
        '<p><span class="label">Homework</span><span class="value">Count the st</span><span>ones at home.</span></p>'
    )
    [(_, block)] = made.blocks(made.extract(path).sections)
    assert block.text == "Homework Count the stones at home."


MARKS = (
    '<div class="row">', '<div class="col">', '<div class="col-md-4">', "<div>", "</div>", '<div role="table">',
    '<div role="row">', '<span role="cell">', "<span>", "</span>", "<table>", "<tr>", "<td>", "</table>", "<p>", "<h2>",
    "<li>", "<br>", " word ", " word ", " word ",
)  # fmt: skip


@given(st.lists(st.sampled_from(MARKS), max_size=20))
def test_every_word_of_tables_by_whatever_marks_is_read_once(marks: list[str]) -> None:
    said = " ".join(piece.text for piece in web.read_page("".join(marks)))
    assert said.split().count("word") == marks.count(" word ")


def test_a_page_that_a_frame_holds_is_read_where_it_stands_and_a_hidden_one_is_not(tmp_path: Path) -> None:
    inner = "&lt;h2&gt;Ropes&lt;/h2&gt;&lt;p hidden&gt;Old&lt;/p&gt;&lt;p&gt;Cut a rope.&lt;/p&gt;"
    page = f"<h1>Week</h1><iframe srcdoc='{inner}'></iframe><iframe style='display:none' srcdoc='x'></iframe><p>End</p>"
    (tmp_path / "a.html").write_text(page)
    found = made.extract(tmp_path / "a.html")
    assert [(line[0], line[3]) for line in made.lines(found)] == [
        ("Week > Ropes", "Cut a rope."),
        ("Week > Ropes", "End"),
    ]
    assert "hidden text in 1 paragraph;" in made.message(found)


def test_how_a_word_is_said_does_not_part_it(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("<p>Write <ruby>水<rp>(</rp><rt>shuǐ</rt><rp>)</rp></ruby> and say it.</p>")
    assert [line[3] for line in made.lines(made.extract(tmp_path / "a.html"))] == ["Write 水 and say it."]


def test_where_the_number_of_a_note_is_left_out_nothing_stands(tmp_path: Path) -> None:
    note = '<sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup>'
    (tmp_path / "a.html").write_text(f"<p>Cut ropes{note}.</p><p>Tie them{note}, then share.</p>")
    said = [line[3] for line in made.lines(made.extract(tmp_path / "a.html"))]
    assert said == ["Cut ropes.", "Tie them, then share."]
