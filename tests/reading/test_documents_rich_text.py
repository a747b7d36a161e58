"""Rich text, and tables under names of Office, as what they are."""

from __future__ import annotations

from pathlib import Path

import made_documents as made


def test_what_rich_text_hides_strikes_out_or_deletes_is_left_out_and_counted(tmp_path: Path) -> None:
    (tmp_path / "a.rtf").write_bytes(
        rb"{\rtf1\ansi{\fonttbl{\f0 Arial;}}\pard Weigh {\v old }{\strike old\'e9 \u233?}fruit\strike  or\strike0 .\par"
        rb"{\deleted Dropped.}\par\pard\v Hidden \plain Shown {\*\annotation Shorten}\{here\}.\par}"
    )
    found = made.extract(tmp_path / "a.rtf")
    assert [text for *_, text in made.lines(found)] == ["Weigh fruit.", "Shown {here}."]
    told = "hidden text in 2 paragraphs; text struck out in 1 paragraph; tracked deletions in 1 paragraph; 1 comment;"
    assert told in made.message(found)


def test_excel_s_unicode_text_is_a_table_whatever_it_is_called(tmp_path: Path) -> None:
    (tmp_path / "a.xls").write_bytes("Week\tTask\n1\tWeigh fruit.\n".encode("utf-16"))
    assert [text for *_, text in made.lines(made.extract(tmp_path / "a.xls"))] == ["Week | Task", "1 | Weigh fruit."]


def read(path: Path, body: bytes) -> tuple[list[tuple[str, str]], list[str]]:
    """Each block of a rich text as (form, text), and what is said of it."""
    path.write_bytes(rb"{\rtf1\ansi{\fonttbl{\f0 Arial;}}" + body + b"}")
    found = made.extract(path)
    return [(form, text) for _, form, _, text in made.lines(found)], [problem.message for problem in found.problems]


HALF = rb"{\mmath{\*\moMath{\mf{\mfPr{\mctrlPr\i}}{\mnum{\mr\mscr0\msty1 1}}{\mden{\mr 2}}}}}"
ROOT = rb"{\mmath{\*\moMath{\mrad{\mradPr{\mdegHide 1}}{\mdeg}{\me{\mr{\*\mrPr\f1}\f34 9}}}}}"
POWER = rb"{\mmath{\*\moMath{\msSup{\me{\mr x}}{\msup{\mr n+1}}}{\mr \u8804?5}}}"


def test_equations_of_rich_text_stand_in_their_line(tmp_path: Path) -> None:
    body = rb"\pard Which is greater, 2\f0" + HALF + rb" or " + ROOT + rb"?\par Say when " + POWER + rb" holds.\par"
    found, told = read(tmp_path / "a.rtf", body)
    assert [text for _, text in found] == ["Which is greater, 2 1/2 or √9?", "Say when x^(n+1)≤5 holds."]
    assert told == []


def test_a_picture_of_an_equation_and_its_properties_are_no_words_of_it(tmp_path: Path) -> None:
    body = rb"\pard Add {\mmath{\*\mmathPr\mbrkBin0}{\*\moMath{\md{\mdPr{\mbegChr [}{\mendChr ]}}{\me{\mr 3}}}}"
    found, _ = read(tmp_path / "a.rtf", body + rb"{\*\mmathPict{\pict\wmetafile8 010203}}} now.\par")
    assert [text for _, text in found] == ["Add [3] now."]


LISTS = (
    rb"{\*\listtable{\list\listtemplateid1{\listlevel\levelnfc0\levelstartat5{\leveltext\'08 2.NBT.B.\'00;}"
    rb"{\levelnumbers\'08;}}{\listlevel\levelnfc4\levelstartat1{\leveltext\'02\'01);}{\levelnumbers\'01;}}\listid77}"
    rb"{\list{\listlevel\levelnfc0\levelstartat1{\leveltext\'02\'00.;}{\levelnumbers\'01;}}\listid78}}"
    rb"{\*\listoverridetable{\listoverride\listid77\ls1}{\listoverride\listid78\ls2}}"
)


def test_a_number_of_a_list_that_is_a_code_is_read_where_the_file_shows_it_and_where_it_counts(tmp_path: Path) -> None:
    shown = (
        LISTS
        + rb"\pard{\listtext\f0 2.NBT.B.5\tab}\ls1 Add within 100.\par{\listtext 2.NBT.B.6\tab}Add four numbers.\par"
        + rb"\pard Then \par \pard{\listtext 1.\tab}\ls2 fold\par{\listtext\'b7\tab}cut\par"
        + rb"{\pntext Lesson 4\tab}weigh\par"
    )
    counted = LISTS + rb"\pard\ls1 Add within 100.\par\ilvl1 in steps\par\ilvl0 Add four numbers.\par\pard Then\par"
    codes = ["2.NBT.B.5 Add within 100.", "2.NBT.B.6 Add four numbers."]
    words = [text for _, text in read(tmp_path / "a.rtf", shown)[0]]
    assert words == [*codes, "Then", "fold", "cut", "Lesson 4 weigh"]
    words = [text for _, text in read(tmp_path / "b.rtf", counted)[0]]
    assert words == [codes[0], "in steps", codes[1], "Then"]


def test_comments_of_rich_text_are_left_out_and_counted_however_they_are_marked(tmp_path: Path) -> None:
    starred = rb"{\*\atnid AB}{\*\atnauthor Ada Boss}\chatn{\*\annotation{\*\atnref 1}\pard\plain Shorten {\b this}}"
    plain = rb"{\atnid CD}{\atnauthor Ben}{\annotation Drop it}"
    body = rb"\pard Weigh" + starred + rb" fruit.\par Then {\v " + starred + rb"}rest" + plain + rb".\par"
    found, told = read(tmp_path / "a.rtf", body)
    assert [text for _, text in found] == ["Weigh fruit.", "Then rest."]
    assert "out on purpose: 3 comments;" in "".join(told)


def test_groups_that_never_end_or_nest_without_bottom_lose_no_words_before_them(tmp_path: Path) -> None:
    deep = rb"{\mmath" + rb"{\mr{\mf" * 5000 + b" 7"
    found, _ = read(tmp_path / "a.rtf", rb"\pard Share bread.\par Then " + deep)
    assert found[0] == ("paragraph", "Share bread.")


def test_of_headers_and_footers_of_pages_is_read_what_tells_of_the_lesson(tmp_path: Path) -> None:
    head = (
        rb"{\header\pard\intbl Oak School\cell Grade: 2\cell\row\pard Standards: 2.MD.A.1\par}{\headerf\pard Oak\par}"
    )
    foot = (
        rb"{\footer\pard Draft, call the office\par Page {\field{\*\fldinst PAGE}{\fldrslt 1}} of Unit 4 2.MD.B.5\par}"
    )
    right = (
        rb"{\footerr\pard\qr Mr. Oduya's room{\shp{\*\shpinst{\sp{\sn f}{\sv 1}}{\shptxt\pard Unit 5, Grade 2\par}}}}"
    )
    found, _ = read(tmp_path / "a.rtf", rb"\pard Weigh fruit.\par" + head + foot + rb"\pard Sort it.\par" + right)
    assert [text for _, text in found] == [
        "Grade: 2", "Standards: 2.MD.A.1", "Unit 4", "2.MD.B.5", "Unit 5, Grade 2", "Weigh fruit.", "Sort it.",
    ]  # fmt: skip


def test_a_picture_in_a_header_is_no_words_and_a_header_that_never_ends_swallows_no_text(tmp_path: Path) -> None:
    picture = rb"{\pict{\*\picprop}\pngblip 89504e47}{\*\shppict{\pict\pngblip 89504e47}}"
    found, _ = read(tmp_path / "a.rtf", rb"{\header\pard Grade 2 " + picture + rb"\par}\pard Weigh fruit.\par")
    assert [text for _, text in found] == ["Grade 2", "Weigh fruit."]
    (tmp_path / "b.rtf").write_bytes(rb"{\rtf1\ansi{\header Oak\par\pard Weigh fruit.\par")
    assert "Weigh fruit." in [text for *_, text in made.lines(made.extract(tmp_path / "b.rtf"))]


def test_documents_in_rich_text_are_named_and_equations_of_old_programs_counted(tmp_path: Path) -> None:
    shown = rb"{\object\objemb{\*\objclass %b}{\*\objdata 0105}{\result{\pard Day 1\par}}}"
    found, told = read(tmp_path / "a.rtf", rb"\pard Weigh.\par" + shown % b"Excel.Sheet.8" + shown % b"Equation.3")
    assert [text for _, text in found] == ["Weigh.", "Day 1", "Day 1"]
    assert ["equation" in each for each in told] == [True, False]
    assert "an attached file that is not read: Excel.Sheet.8;" in told[1]
