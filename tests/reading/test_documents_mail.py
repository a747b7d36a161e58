"""Mail: what was written and what was attached is read, and what is attached and cannot be read is named."""

from __future__ import annotations

from email.message import EmailMessage
from pathlib import Path

import made_documents as made


def written(path: Path, message: EmailMessage) -> Path:
    path.write_bytes(message.as_bytes())
    return path


def mail(subject: str = "Día de desarrollo", text: str = "Please read the agenda.") -> EmailMessage:
    message = EmailMessage()
    message["Subject"], message["From"], message["To"] = subject, "coach@example.org", "staff@example.org"
    message.set_content(text)
    return message


def test_a_mail_is_its_subject_and_what_was_written_once(tmp_path: Path) -> None:
    message = mail()
    page = "<p>Please read the agenda.</p><table><tr><td>9:00</td><td>Number talks</td></tr></table>"
    message.add_alternative(page, subtype="html")
    assert [
        (heading, text) for heading, _, _, text in made.lines(made.extract(written(tmp_path / "a.eml", message)))
    ] == [
        ("Día de desarrollo", "Please read the agenda."),
        ("Día de desarrollo", "9:00 | Number talks"),
    ]


def test_what_is_attached_is_read_under_its_name(tmp_path: Path) -> None:
    message = mail()
    kind = {"maintype": "application", "subtype": "octet-stream"}
    message.add_attachment(made.as_bytes(made.word(tmp_path / "w.docx")), **kind, filename="Agenda_für_Montag.docx")
    message.add_attachment("Pupils add 3 and 4.", filename="notes.txt")
    message.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="logo.png")
    found = made.extract(written(tmp_path / "a.eml", message))
    said = [(heading, text) for heading, _, _, text in made.lines(found)]
    above = "Día de desarrollo"
    assert (f"{above} > Agenda für Montag > Unit 3 > Lesson 1", "Pupils share bread in *equal* parts.") in said
    assert said[-1] == (f"{above} > notes", "Pupils add 3 and 4.")
    assert found.problems == ()


def test_what_is_attached_and_cannot_be_read_is_named(tmp_path: Path) -> None:
    message = mail()
    kind = {"maintype": "application", "subtype": "octet-stream"}
    message.add_attachment(b"PK\x03\x04 no", **kind, filename="plan.docx")
    message.add_attachment(b"\x00\x01\x02", **kind, filename="board.notebook")
    found = made.extract(written(tmp_path / "a.eml", message))
    assert [text for _, _, _, text in made.lines(found)] == ["Please read the agenda."]
    assert made.codes(found) == ["F303"]
    assert "2 attached files that are not read: plan.docx and board.notebook" in made.message(found)


def test_a_forwarded_mail_is_read_under_its_subject(tmp_path: Path) -> None:
    message = mail(subject="FW: Monday")
    message.add_attachment(mail(subject="Weighing fruit", text="We weigh pears."))
    found = made.extract(written(tmp_path / "a.eml", message))
    assert [(heading, text) for heading, _, _, text in made.lines(found)] == [
        ("FW: Monday", "Please read the agenda."),
        ("FW: Monday > Weighing fruit", "We weigh pears."),
    ]
    assert found.problems == ()


def test_a_part_without_a_name_is_read_or_told_of_by_its_kind(tmp_path: Path) -> None:
    message = mail()
    kind = {"maintype": "application", "subtype": "octet-stream"}
    message.add_attachment(made.as_bytes(made.word(tmp_path / "w.docx")), **kind)
    message.add_attachment("BEGIN:VCALENDAR", subtype="calendar")
    message.add_attachment(b"seal", maintype="application", subtype="pkcs7-signature", filename="smime.p7s")
    found = made.extract(written(tmp_path / "a.eml", message))
    assert "cut the bread" in [text for *_, text in made.lines(found)]
    assert "an attached file that is not read: text/calendar" in made.message(found)


def test_what_is_left_out_of_what_is_attached_is_one_note(tmp_path: Path) -> None:
    message = mail()
    for name, text in (("a.html", "<p>Fold.</p><p><s>Cut.</s></p>"), ("b.html", "<p>Add.</p><p><s>1</s></p><s>2</s>")):
        message.add_attachment(text, subtype="html", filename=name)
    assert "text struck out in 3 paragraphs;" in made.message(made.extract(written(tmp_path / "a.eml", message)))
